// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/settingspage.h"

class QLabel;
class QLineEdit;
class QRadioButton;
class QSpinBox;

namespace hugger {

class TokenSection;

/// Which Hub, who to be there, how often to ask it what became of what is held, and the way to it.
class HubPage final : public SettingsPage {
    Q_OBJECT

public:
    explicit HubPage(SettingsEditor& editor, QWidget* parent = nullptr);

    /// Where a token is typed, as long as there is none.
    bool focusToken();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void makeHub();
    void makeProxy();
    void makeWatching();
    void load();
    void loadProxy();
    void takeEndpoint();
    void takeProxy();
    void checkToken();

    SettingsEditor& m_editor;
    QRadioButton* m_theHub;
    QRadioButton* m_mirror;
    QLineEdit* m_address;
    QLabel* m_addressHint;
    TokenSection* m_token;
    QRadioButton* m_systemProxy;
    QRadioButton* m_noProxy;
    QRadioButton* m_manualProxy;
    QLineEdit* m_proxy;
    QLabel* m_proxyHint;
    QSpinBox* m_watchHours; ///< objectName "watchHours"
    std::optional<QUrl> m_checked; ///< the endpoint whose token was asked for
};

} // namespace hugger
