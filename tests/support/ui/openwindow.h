// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"
#include "support/ui/fakeconnections.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/settings/autostart.h"
#include "ui/widgets/windowsettings.h"

#include <QtTest/QTest>

#include <memory>

class QAbstractItemView;
class QLineEdit;

namespace hugger::test {

/// As the desktop would, without one.
class PretendedAutostart final : public Autostart {
public:
    [[nodiscard]] bool isEnabled() const override { return m_isEnabled; }
    [[nodiscard]] Done setEnabled(bool enabled) override
    {
        m_isEnabled = enabled;
        return {};
    }

private:
    bool m_isEnabled = false;
};

/// The main window on a profile, as a session of the program has it. Closes the engine at its end and waits for it.
class OpenWindow final {
public:
    explicit OpenWindow(const QString& profileFolder);
    ~OpenWindow();
    Q_DISABLE_COPY_MOVE(OpenWindow)

    /// Shows the window, opens the engine and waits for the rows. False when it does not open, or not in time.
    [[nodiscard]] bool open();
    void close();

    [[nodiscard]] Engine& engine() { return *m_engine; }
    [[nodiscard]] WindowSettings& settings() { return m_settings; }
    [[nodiscard]] FakeConnections& connections() { return m_connections; }
    [[nodiscard]] MainWindow& window() { return *m_window; }
    [[nodiscard]] QAbstractItemView& table() const;
    [[nodiscard]] QLineEdit& search() const;
    [[nodiscard]] int rows() const;
    /// The row that shows this name; -1 when there is none.
    [[nodiscard]] int rowOf(const QString& name) const;
    void choose(int row) const;
    /// What the jobs of this repo are now, newest last.
    [[nodiscard]] std::optional<JobStatus> job(const QString& repo) const;
    [[nodiscard]] bool hasLoaded() const { return m_hasLoaded; }

    template<typename Widget> [[nodiscard]] Widget* find(const QString& name) const
    {
        return m_window->findChild<Widget*>(name);
    }

private:
    WindowSettings m_settings;
    PretendedAutostart m_autostart;
    FakeConnections m_connections;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<MainWindow> m_window;
    QList<JobStatus> m_jobs;
    bool m_hasLoaded = false;
};

/// A dialog of the class that is open now, wherever its parent is.
template<typename Dialog> Dialog* openDialog()
{
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (auto* dialog = qobject_cast<Dialog*>(widget); dialog && dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

/// Fusion and no animation, whatever the desktop: call it once, after the QApplication is made.
void usePlainStyle();

} // namespace hugger::test
