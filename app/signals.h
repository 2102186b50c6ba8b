// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QObject>
#include <QtCore/QSocketNotifier>

#include <memory>

namespace hugger {

/// SIGINT and SIGTERM as a Qt signal, through a pipe into the event loop. The first one asks; the second one ends the
/// process at once with 130, whatever it is doing: everything on disk is made for that.
///
/// There is one of it, made before anything that can be interrupted.
class Signals final : public QObject {
    Q_OBJECT

public:
    explicit Signals(QObject* parent = nullptr);

    [[nodiscard]] static bool wasInterrupted();
    /// Readable once there was a signal: for code that blocks in poll(). Not to be read from.
    [[nodiscard]] static int wakeFd();

Q_SIGNALS:
    void interrupted();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace hugger
