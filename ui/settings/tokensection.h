// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"

#include <QtWidgets/QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace hugger {

/// The token of the Hub: whether there is one and works, a field for another, and a way to remove it.
class TokenSection final : public QWidget {
    Q_OBJECT

public:
    explicit TokenSection(Engine& engine, QWidget* parent = nullptr);

    /// Asks the Hub who the token is for.
    void check();
    /// Puts the cursor into the field; not where a token is known, and says so.
    bool focusWhenMissing();
    void showStatus(const Expected<TokenStatus>& status);

Q_SIGNALS:
    void refused(const hugger::Error& error);
    void applied();

private:
    void save();
    void remove();
    void watch(Answer<TokenStatus> answer, bool isChange);
    void setBusy(const QString& words);
    void updateButtons();

    Engine& m_engine;
    QLabel* m_state;
    QLineEdit* m_field;
    QPushButton* m_save;
    QPushButton* m_remove;
    TokenStatus m_status;
    bool m_isBusy = false;
    int m_asked = 0;
};

} // namespace hugger
