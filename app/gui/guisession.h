// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/gui/instance.h"
#include "app/gui/jobnews.h"
#include "app/gui/languages.h"
#include "app/gui/watchnews.h"
#include "app/server/localserver.h"
#include "engine/engine.h"
#include "ui/desktop/desktopautostart.h"
#include "ui/desktop/notifier.h"
#include "ui/desktop/sleepinhibitor.h"
#include "ui/desktop/tray.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pairing/pairingprompt.h"
#include "ui/widgets/windowsettings.h"

#include <QtCore/QTimer>

namespace hugger {

/// The window from its first sight to its end: the archive behind it and the desktop around it.
class GuiSession final : public QObject {
    Q_OBJECT

public:
    /// `profileFolder` empty: the user's own.
    explicit GuiSession(const QString& profileFolder);

    void start(bool minimized, const StartRequest& request);
    /// Started again: the window comes up with what that start was given.
    void raise(const StartRequest& request);
    /// Saves what runs, then ends the program.
    void quit();

    [[nodiscard]] MainWindow& window() { return m_window; }

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    /// From here on nothing can be asked of the window.
    void ending();

private:
    /// Links are asked about, never archived by themselves; and not before the archive is open.
    void add(const StartRequest& request);
    void takeOpened(const Done& done);
    void showWindow();
    void hideToTray();
    void takeTray(bool available);
    void updateState();
    void tellOfPairing(const PairingAsk& ask);
    void showAsked(const QString& link, bool wantsAdding);
    void answerWatch(const WatchNews::About& about, const QString& action);
    void takeWatching(const WatchProgress& progress);
    void answer(const QString& id, const QString& action);

    // In this order: what is below uses what is above.
    WindowSettings m_settings;
    Languages m_languages;
    DesktopAutostart m_autostart;
    Engine m_engine;
    LocalServer m_server;
    MainWindow m_window;
    PairingPrompt m_pairing;
    Tray m_tray;
    Notifier m_notifier;
    JobNews m_news;
    WatchNews m_watchNews;
    SleepInhibitor m_inhibitor;
    QTimer m_openAgain;
    StartRequest m_waiting; ///< for the archive to open
    QString m_watching; ///< how far a round of checks is
    QString m_toldFailure; ///< code of the error that somebody was notified of
    bool m_startedMinimized = false;
    bool m_quitting = false;
};

} // namespace hugger
