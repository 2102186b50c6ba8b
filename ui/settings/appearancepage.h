// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/settingspage.h"

class QComboBox;

namespace hugger {

class WindowSettings;

class AppearancePage final : public SettingsPage {
    Q_OBJECT

public:
    explicit AppearancePage(WindowSettings& settings, QWidget* parent = nullptr);

private:
    void load();

    WindowSettings& m_settings;
    QComboBox* m_scheme;
    QComboBox* m_language;
};

} // namespace hugger
