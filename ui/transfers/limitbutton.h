// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"

#include <QtWidgets/QPushButton>

namespace hugger {

/// Shows the limit on the bandwidth and changes it, at once.
class LimitButton final : public QPushButton {
    Q_OBJECT

public:
    explicit LimitButton(Engine& engine, QWidget* parent = nullptr);

Q_SIGNALS:
    void refused(const hugger::Error& error);

protected:
    void changeEvent(QEvent* event) override;

private:
    void update();
    void fillMenu();
    void askForLimit();
    void setLimit(qint64 bytesPerSecond);

    Engine& m_engine;
};

} // namespace hugger
