// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/guisession.h"

#include "ui/transfers/jobwords.h"
#include "ui/widgets/words.h"

#include <QtCore/QEvent>
#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>
#include <QtWidgets/QApplication>
#include <QtWidgets/QSystemTrayIcon>

#include <algorithm>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hugger {

namespace {

const QString pairingNews = u"pairing"_s;

QString folderOf(const QString& profileFolder)
{
    return profileFolder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
                                   : profileFolder;
}

QStringList autostartArguments(const QString& profileFolder)
{
    return profileFolder.isEmpty() ? QStringList()
                                   : QStringList{u"--profile"_s, QFileInfo(profileFolder).absoluteFilePath()};
}

/// What the desktop gave us to raise a window with is good for once, and for no child of ours.
void forgetToken()
{
    qunsetenv("XDG_ACTIVATION_TOKEN");
}

double partOf(qint64 done, qint64 total)
{
    return total > 0 ? static_cast<double>(done) / static_cast<double>(total) : -1;
}

} // namespace

GuiSession::GuiSession(const QString& profileFolder)
    : m_settings(folderOf(profileFolder))
    , m_languages(m_settings.language())
    , m_autostart(DesktopAutostart::thisProgram(), autostartArguments(profileFolder))
    , m_engine(profileFolder)
    , m_server(m_engine, {.hasWindow = true})
    , m_window(m_engine, m_settings, m_autostart)
    , m_pairing(m_server, &m_window)
    , m_notifier(&m_tray)
    , m_news(m_settings)
    , m_watchNews(m_engine, m_settings)
{
    connect(&m_settings, &WindowSettings::languageChanged, this, [this] { m_languages.use(m_settings.language()); });
    connect(&m_settings, &WindowSettings::changed, this, &GuiSession::updateState);

    connect(&m_window, &MainWindow::quitRequested, this, &GuiSession::quit);
    connect(&m_window, &MainWindow::hideRequested, this, &GuiSession::hideToTray);
    connect(&m_window.transfers(), &TransfersModel::summaryChanged, this, &GuiSession::updateState);

    connect(&m_tray, &Tray::openRequested, this, &GuiSession::showWindow);
    connect(&m_tray, &Tray::addFromClipboardRequested, this, [this] {
        if (m_quitting)
            return;
        showWindow();
        m_window.addFromClipboard();
    });
    connect(&m_tray, &Tray::pauseAllRequested, &m_engine, [this] { m_engine.pauseAll(); });
    connect(&m_tray, &Tray::resumeAllRequested, &m_engine, [this] { m_engine.resumeAll(); });
    connect(&m_tray, &Tray::checkRequested, &m_engine, [this] {
        // How it goes is shown where it was asked for: by the tray.
        std::ignore = m_engine.checkSoon({});
    });
    connect(&m_tray, &Tray::quitRequested, this, &GuiSession::quit);
    connect(&m_tray, &Tray::availableChanged, this, &GuiSession::takeTray);

    m_openAgain.setSingleShot(true);
    m_openAgain.setInterval(15s);
    connect(&m_openAgain, &QTimer::timeout, &m_engine, &Engine::open);
    connect(&m_engine, &Engine::opened, this, &GuiSession::takeOpened);
    m_window.setConnections(&m_server);
    connect(&m_server, &Connections::showRequested, this, &GuiSession::showAsked);
    connect(&m_pairing, &PairingPrompt::asked, this, &GuiSession::tellOfPairing);
    connect(&m_pairing, &PairingPrompt::ended, &m_notifier, [this] { m_notifier.withdraw(pairingNews); });
    connect(&m_engine, &Engine::jobEnded, &m_news, &JobNews::jobEnded);
    connect(&m_engine, &Engine::jobsChanged, &m_news, &JobNews::jobsChanged);
    connect(&m_engine, &Engine::closed, this, [] { QCoreApplication::exit(0); });
    connect(&m_news, &JobNews::news, &m_notifier, &Notifier::notify);
    connect(&m_engine, &Engine::happened, &m_watchNews, &WatchNews::happened);
    connect(&m_engine, &Engine::watching, this, &GuiSession::takeWatching);
    connect(&m_watchNews, &WatchNews::news, &m_notifier, &Notifier::notify);
    connect(&m_notifier, &Notifier::activated, this, &GuiSession::answer);
    connect(qApp, &QGuiApplication::focusWindowChanged, &m_news, [this](const QWindow* window) {
        m_news.setWatched(window != nullptr);
        m_watchNews.setWatched(window != nullptr);
    });

    qApp->installEventFilter(this);
}

void GuiSession::start(bool minimized, const StartRequest& request)
{
    const bool hasTray = m_tray.isAvailable();
    m_window.setTrayAvailable(hasTray);
    updateState();
    m_startedMinimized = minimized && !request.add && request.links.isEmpty();
    if (!m_startedMinimized)
        m_window.show();
    else if (!hasTray)
        m_window.showMinimized(); // never out of sight where nothing could bring it back
    m_engine.open();
    add(request);
}

void GuiSession::raise(const StartRequest& request)
{
    if (!request.token.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", request.token);
    showWindow();
    add(request);
}

void GuiSession::add(const StartRequest& request)
{
    if (m_quitting)
        return;
    if (!m_engine.isOpen()) {
        m_waiting.add = m_waiting.add || request.add;
        m_waiting.links += request.links;
        return;
    }
    if (request.add || !request.links.isEmpty())
        m_window.addLinks(request.links.join(u'\n'));
}

void GuiSession::takeOpened(const Done& done)
{
    m_openAgain.stop();
    if (m_quitting)
        return;
    if (done) {
        m_toldFailure.clear();
        m_server.start();
        add(std::exchange(m_waiting, {}));
        return;
    }
    // Another program has it, and may be done soon.
    if (done.error().code == "profile_busy"_L1)
        m_openAgain.start();
    if ((m_window.isVisible() && !m_window.isMinimized()) || m_toldFailure == done.error().code)
        return;
    m_toldFailure = done.error().code;
    m_notifier.notify({.id = u"opening"_s,
                       .title = tr("The archive could not be opened"),
                       .text = plainLine(done.error().message),
                       .isTrouble = true});
}

void GuiSession::quit()
{
    if (std::exchange(m_quitting, true))
        return;
    Q_EMIT ending();
    m_openAgain.stop();
    // The dialogs, too: nothing can be done in them any more.
    const QWidgetList widgets = QApplication::topLevelWidgets();
    for (QWidget* widget : widgets)
        widget->hide();
    m_server.stop();
    // Where nothing is open there is nothing to save, and nobody to say that it is.
    if (m_engine.isOpen())
        m_engine.close();
    else
        QCoreApplication::exit(0);
}

/// Asked to end from outside: by the end of the session, or by the desktop. Qt's own way would ask every window, and
/// one that hides on closing would keep the session from ending.
bool GuiSession::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == qApp && event->type() == QEvent::Quit) {
        quit();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

void GuiSession::showWindow()
{
    if (m_quitting)
        return;
    m_startedMinimized = false;
    if (m_window.isMinimized())
        m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
    forgetToken();
}

void GuiSession::hideToTray()
{
    m_window.hide();
    // Where it cannot be notified, the window says so when it is opened again.
    if (m_settings.closeToTrayExplained() || !QSystemTrayIcon::supportsMessages())
        return;
    m_settings.setCloseToTrayExplained();
    m_notifier.notify({u"tray"_s,
                       tr("hugger goes on in the tray"),
                       tr("Open it again or quit it by its icon there. What closing the window does can be chosen in "
                          "the settings."),
                       false,
                       {}});
}

void GuiSession::takeTray(bool available)
{
    m_window.setTrayAvailable(available);
    if (available && m_startedMinimized && m_window.isMinimized())
        m_window.hide();
    else if (!available && !m_window.isVisible() && !m_quitting)
        m_window.showMinimized(); // nothing else could bring it back
}

void GuiSession::updateState()
{
    const auto summary = m_window.transfers().summary();
    const int under = summary.running + summary.waiting;

    QStringList tooltip{QGuiApplication::applicationDisplayName()};
    if (summary.running > 0) {
        //: Tooltip of the tray; %1 is a speed such as "88.1 MB/s".
        tooltip.append(tr("%n running, %1", nullptr, summary.running).arg(rateText(summary.rate)));
    }
    if (summary.needUser > 0)
        tooltip.append(tr("%n need you", nullptr, summary.needUser));
    if (summary.failed > 0)
        tooltip.append(tr("%n failed", nullptr, summary.failed));
    if (!m_watching.isEmpty())
        tooltip.append(m_watching);
    const TrayState state{
        .progress = under > 0 ? partOf(summary.bytesDone, summary.bytesTotal) : -1,
        .needsUser = summary.needUser > 0 || summary.failed > 0,
        .paused = summary.allPaused,
    };
    m_tray.show(state, tooltip.join(u'\n'));

    QList<std::pair<QString, double>> topThree;
    const auto running = m_window.transfers().running();
    for (const JobStatus& status : running.first(std::min<qsizetype>(running.size(), 3)))
        topThree.append({JobWords::title(status.job), partOf(status.job.bytesDone, status.job.bytesTotal)});
    m_tray.setRunning(topThree, summary.allPaused);

    m_inhibitor.setInhibited(m_settings.inhibitSleep() && summary.running > 0);
}

/// Where somebody looks at a window of ours, the dialog is enough.
void GuiSession::tellOfPairing(const PairingAsk& ask)
{
    if (m_quitting || QGuiApplication::focusWindow())
        return;
    m_notifier.notify({.id = pairingNews,
                       //: %1 is a browser, as it calls itself.
                       .title = tr("%1 wants to connect to hugger").arg(plainLine(ask.name)),
                       .text = tr("Compare the codes and allow it, or deny it."),
                       .isTrouble = false,
                       .actions = {}});
}

/// What a paired browser asked for: to see what is held of a repo, or to choose what to archive of it.
void GuiSession::showAsked(const QString& link, bool wantsAdding)
{
    if (m_quitting)
        return;
    showWindow();
    if (wantsAdding) {
        m_window.addLinks(link);
        return;
    }
    if (const auto asked = parseLink(link, m_engine.settings().endpoint))
        m_window.showRepo(asked->repo);
}

void GuiSession::takeWatching(const WatchProgress& progress)
{
    const QString text = watchText(progress);
    if (std::exchange(m_watching, text) == text)
        return;
    m_tray.setWatching(text);
    updateState();
}

void GuiSession::answerWatch(const WatchNews::About& about, const QString& action)
{
    showWindow();
    m_window.showEvents(about.event);
    if (action == u"preview" && about.repo)
        m_window.previewUpdate(*about.repo);
}

void GuiSession::answer(const QString& id, const QString& action)
{
    if (m_quitting)
        return;
    if (id == pairingNews) {
        m_pairing.raise();
        return;
    }
    if (const auto about = WatchNews::aboutOf(id)) {
        answerWatch(*about, action);
        return;
    }
    const qint64 job = JobNews::jobOf(id);
    if (job > 0 && action == u"retry") {
        forgetToken();
        m_engine.retryJobs({job});
        return;
    }
    showWindow();
    if (action == u"token") {
        m_window.openSettings(SettingsDialog::Page::Hub);
        return;
    }
    const auto status = m_window.transfers().job(job);
    if (status && status->job.state == JobState::Completed && status->job.type != JobType::Export)
        m_window.showRepo(status->job.repo);
    else if (status)
        m_window.showJob(job);
}

} // namespace hugger
