// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/connections.h"

#include <QtCore/QPointer>

class QWidget;

namespace hugger {

class PairingDialog;

/// Shows each ask in a dialog of its own, also while the window is hidden, and takes it away when it is over. Never two
/// at a time.
class PairingPrompt final : public QObject {
    Q_OBJECT

public:
    /// The dialog comes up over `window` where that is to be seen.
    PairingPrompt(Connections& connections, QWidget* window);
    ~PairingPrompt() override;

    /// Brings the dialog to the front, or the window where it is over: somebody clicked the notification.
    void raise();

Q_SIGNALS:
    /// Somebody asks: to be notified of, where nobody looks.
    void asked(const hugger::PairingAsk& ask);
    /// Nobody does any more.
    void ended();

private:
    void update();
    void show(const PairingAsk& ask);

    Connections& m_connections;
    QPointer<QWidget> m_window;
    QPointer<PairingDialog> m_dialog;
};

} // namespace hugger
