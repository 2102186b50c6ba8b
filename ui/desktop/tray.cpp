// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desktop/tray.h"

#include "ui/widgets/words.h"

#include <QtCore/QEvent>
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusServiceWatcher>
#include <QtGui/QAction>
#include <QtWidgets/QMenu>
#include <QtWidgets/QSystemTrayIcon>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hugger {

namespace {

constexpr int looks = 5;
constexpr auto betweenLooks = 5s;

int percentOf(double progress)
{
    return progress < 0 ? -1 : static_cast<int>(progress * 100);
}

} // namespace

Tray::Tray(QObject* parent)
    : QObject(parent)
    , m_menu(std::make_unique<QMenu>())
{
    const auto add = [this](const QString& name, auto signal) {
        QAction* action = m_menu->addAction(QString());
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, signal);
        return action;
    };
    for (QAction*& action : m_running) {
        action = add(u"trayRunning"_s, &Tray::openRequested);
        action->setVisible(false);
    }
    m_afterRunning = m_menu->addSeparator();
    m_pause = m_menu->addAction(QString());
    m_pause->setObjectName(u"trayPauseAll"_s);
    connect(m_pause, &QAction::triggered, this,
            [this] { m_allPaused ? Q_EMIT resumeAllRequested() : Q_EMIT pauseAllRequested(); });
    m_add = add(u"trayAddFromClipboard"_s, &Tray::addFromClipboardRequested);
    m_check = add(u"trayCheck"_s, &Tray::checkRequested);
    m_menu->addSeparator();
    m_open = add(u"trayOpen"_s, &Tray::openRequested);
    m_quit = add(u"trayQuit"_s, &Tray::quitRequested);
    m_menu->setDefaultAction(m_open);
    m_menu->installEventFilter(this);
    setRunning({}, false);
    retranslate();

    m_again.setInterval(betweenLooks);
    connect(&m_again, &QTimer::timeout, this, &Tray::look);
    m_again.start();
    watchHost();
    look();
}

Tray::~Tray() = default;

/// Trays of the D-Bus kind say when they go.
void Tray::watchHost()
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    const auto* watcher = new QDBusServiceWatcher(
        u"org.kde.StatusNotifierWatcher"_s, bus,
        QDBusServiceWatcher::WatchForRegistration | QDBusServiceWatcher::WatchForUnregistration, this);
    const auto take = [this](bool isGone) {
        m_isHostGone = isGone;
        look();
    };
    connect(watcher, &QDBusServiceWatcher::serviceRegistered, this, [take] { take(false); });
    connect(watcher, &QDBusServiceWatcher::serviceUnregistered, this, [take] { take(true); });
}

void Tray::look()
{
    const bool isThere = QSystemTrayIcon::isSystemTrayAvailable() && !m_isHostGone;
    if (isThere && !m_icon)
        makeIcon();
    if (!m_icon && ++m_looked > looks)
        m_again.stop();
    if (isThere != m_isAvailable) {
        m_isAvailable = isThere;
        Q_EMIT availableChanged(isThere);
    }
}

void Tray::makeIcon()
{
    m_icon = new QSystemTrayIcon(trayIcon(m_state), this);
    m_icon->setToolTip(m_tooltip);
    m_icon->setContextMenu(m_menu.get());
    connect(m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT openRequested();
    });
    connect(m_icon, &QSystemTrayIcon::messageClicked, this, &Tray::balloonClicked);
    m_icon->show();
}

void Tray::show(const TrayState& state, const QString& tooltip)
{
    // Each icon and each tooltip is a message to the desktop.
    const bool isSame = percentOf(state.progress) == m_shownPercent && state.needsUser == m_state.needsUser
        && state.paused == m_state.paused;
    m_state = state;
    m_shownPercent = percentOf(state.progress);
    if (m_icon && !isSame)
        m_icon->setIcon(trayIcon(state));
    if (m_icon && tooltip != m_tooltip)
        m_icon->setToolTip(tooltip);
    m_tooltip = tooltip;
}

void Tray::setRunning(const QList<std::pair<QString, double>>& topThree, bool allPaused)
{
    for (std::size_t i = 0; i < m_running.size(); ++i) {
        const auto at = static_cast<qsizetype>(i);
        m_running[i]->setVisible(at < topThree.size());
        if (at >= topThree.size())
            continue;
        const auto& [name, progress] = topThree[at];
        const QString safe = plainLine(name).replace(u'&', u"&&"_s);
        //: A line of the tray's menu: name of a repository, per cent fetched.
        m_running[i]->setText(progress < 0 ? safe : tr("%1, %2").arg(safe, percentText(progress)));
    }
    m_afterRunning->setVisible(!topThree.isEmpty());
    if (m_allPaused != allPaused) {
        m_allPaused = allPaused;
        retranslate();
    }
}

void Tray::setWatching(const QString& text)
{
    if (std::exchange(m_watching, text) != text)
        retranslate();
}

bool Tray::showBalloon(const QString& title, const QString& text, bool isTrouble)
{
    if (!m_isAvailable || !QSystemTrayIcon::supportsMessages())
        return false;
    m_icon->showMessage(title, text, isTrouble ? QSystemTrayIcon::Warning : QSystemTrayIcon::Information);
    return true;
}

bool Tray::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_menu.get() && event->type() == QEvent::LanguageChange)
        retranslate();
    return QObject::eventFilter(watched, event);
}

void Tray::retranslate()
{
    m_pause->setText(m_allPaused ? tr("&Resume all") : tr("&Pause all"));
    m_add->setText(tr("&Add link from clipboard"));
    m_check->setText(m_watching.isEmpty() ? tr("&Check upstream") : m_watching);
    m_check->setEnabled(m_watching.isEmpty());
    m_open->setText(tr("&Open hugger"));
    m_quit->setText(tr("&Quit"));
}

} // namespace hugger
