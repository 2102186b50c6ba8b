// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/autostart.h"
#include "ui/settings/settingseditor.h"

#include <QtWidgets/QDialog>

class QListWidget;
class QPushButton;
class QStackedWidget;

namespace hugger {

class Connections;
class MessageBar;
class SettingsPage;
class WindowSettings;

/// Everything that can be set. Each change applies at once; what is refused is said and put back.
class SettingsDialog final : public QDialog {
    Q_OBJECT

public:
    enum class Page { Stores, Hub, Transfers, Notifications, Appearance, Connections };

    /// Without `connections` there is no page about them.
    SettingsDialog(Engine& engine, WindowSettings& settings, Autostart& autostart, Connections* connections = nullptr,
                   QWidget* parent = nullptr);

    void showPage(Page page);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void say(const Error& error);
    void addPage(const QString& icon, const QString& title, SettingsPage* page);

    Engine& m_engine;
    WindowSettings& m_settings;
    Autostart& m_autostart;
    Connections* m_connections;
    SettingsEditor m_editor;
    MessageBar* m_bar;
    QListWidget* m_list; ///< objectName "settingsPages"
    QStackedWidget* m_pages;
    QPushButton* m_close = nullptr;
};

} // namespace hugger
