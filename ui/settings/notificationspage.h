// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/settingspage.h"

class QCheckBox;
class QComboBox;

namespace hugger {

class Autostart;
class WindowSettings;

/// What hugger does while nobody looks at its window.
class NotificationsPage final : public SettingsPage {
    Q_OBJECT

public:
    NotificationsPage(WindowSettings& settings, Autostart& autostart, QWidget* parent = nullptr);

private:
    void load();

    WindowSettings& m_settings;
    Autostart& m_autostart;
    QCheckBox* m_done;
    QCheckBox* m_trouble;
    QCheckBox* m_watch;
    QComboBox* m_close;
    QCheckBox* m_start;
    QCheckBox* m_awake;
};

} // namespace hugger
