// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desktop/notifier.h"

#include "ui/desktop/desktopname.h"
#include "ui/desktop/notificationbus.h"
#include "ui/desktop/tray.h"

#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusMetaType>
#include <QtDBus/QDBusPendingCallWatcher>
#include <QtDBus/QDBusPendingReply>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

Notifier::Notifier(Tray* tray, QObject* parent)
    : QObject(parent)
    , m_tray(tray)
{
    if (m_tray)
        connect(m_tray, &Tray::balloonClicked, this, [this] { Q_EMIT activated(m_inTray, u"default"_s); });
}

Notifier::~Notifier() = default;

void Notifier::notify(const Notification& notification)
{
    connectToBus();
    if (m_portal)
        sendToPortal(notification);
    else if (m_service && m_abilities)
        sendToService(notification);
    else if (m_service) {
        m_untilAbilities.append(notification);
        if (m_untilAbilities.size() == 1)
            askAbilities();
    } else
        showByTray(notification);
}

void Notifier::withdraw(const QString& id)
{
    m_untilAbilities.removeIf([&id](const Notification& one) { return one.id == id; });
    if (m_portal) {
        m_portal->asyncCall(u"RemoveNotification"_s, id);
        return;
    }
    const auto shown = m_shown.find(id);
    if (shown == m_shown.end())
        return;
    if (shown->isWaiting) {
        shown->isWithdrawn = true;
        shown->next.reset();
        return;
    }
    m_service->asyncCall(u"CloseNotification"_s, shown->number);
    m_shown.erase(shown);
}

/// The first time there is something to say: most of the time nothing is.
void Notifier::connectToBus()
{
    if (m_service || m_portal || !QDBusConnection::sessionBus().isConnected())
        return;
    if (isInFlatpak()) {
        qDBusRegisterMetaType<QList<QVariantMap>>();
        m_portal = new NotificationPortal(this);
        connect(m_portal, &NotificationPortal::ActionInvoked, this,
                [this](const QString& id, const QString& action) { Q_EMIT activated(id, action); });
        return;
    }
    m_service = new NotificationService(this);
    connect(m_service, &NotificationService::ActivationToken, this, [this](uint number, const QString& token) {
        // Comes before ActionInvoked; Qt takes it from here when a window asks to be raised.
        if (!idOf(number).isEmpty())
            qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
    });
    connect(m_service, &NotificationService::ActionInvoked, this, [this](uint number, const QString& action) {
        if (const QString id = idOf(number); !id.isEmpty())
            Q_EMIT activated(id, action);
    });
    connect(m_service, &NotificationService::NotificationClosed, this, [this](uint number) {
        if (const auto found = m_shown.constFind(idOf(number)); found != m_shown.cend() && !found->isWaiting)
            m_shown.erase(found);
    });
}

/// The service says whether it reads markup, which plain text must then not look like.
void Notifier::askAbilities()
{
    const auto* watcher = new QDBusPendingCallWatcher(m_service->asyncCall(u"GetCapabilities"_s), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* done) {
        done->deleteLater();
        const QDBusPendingReply<QStringList> reply = *done;
        const auto waiting = std::exchange(m_untilAbilities, {});
        if (!reply.isError())
            m_abilities = reply.value();
        for (const Notification& notification : waiting)
            m_abilities ? sendToService(notification) : showByTray(notification);
    });
}

void Notifier::sendToService(const Notification& notification)
{
    Shown& shown = m_shown[notification.id];
    if (shown.isWaiting) {
        shown.isWithdrawn = false;
        shown.next = notification;
        return;
    }
    shown.isWaiting = true;

    QStringList actions;
    if (m_abilities->contains("actions"_L1)) {
        //: The action of clicking a notification.
        actions = {u"default"_s, tr("Show")};
        for (const auto& [id, words] : notification.actions)
            actions << id << words;
    }
    const QString text =
        m_abilities->contains("body-markup"_L1) ? notification.text.toHtmlEscaped() : notification.text;
    const QVariantMap hints{
        {u"desktop-entry"_s, QString(desktopId)},
        {u"category"_s, notification.isTrouble ? u"transfer.error"_s : u"transfer.complete"_s},
    };
    const auto* watcher =
        new QDBusPendingCallWatcher(m_service->asyncCall(u"Notify"_s, u"hugger"_s, shown.number, QString(desktopId),
                                                         notification.title, text, actions, hints, -1),
                                    this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, notification](QDBusPendingCallWatcher* done) {
        done->deleteLater();
        const QDBusPendingReply<uint> reply = *done;
        Shown& asked = m_shown[notification.id];
        asked.isWaiting = false;
        const bool isWithdrawn = std::exchange(asked.isWithdrawn, false);
        const auto next = std::exchange(asked.next, {});
        if (reply.isError()) {
            m_shown.remove(notification.id);
            if (!isWithdrawn)
                showByTray(next.value_or(notification));
            return;
        }
        asked.number = reply.value();
        if (isWithdrawn)
            withdraw(notification.id);
        if (next)
            sendToService(*next);
    });
}

void Notifier::sendToPortal(const Notification& notification)
{
    QList<QVariantMap> buttons;
    for (const auto& [id, words] : notification.actions)
        buttons.append({{u"label"_s, words}, {u"action"_s, id}});
    const QVariantMap what{
        {u"title"_s, notification.title},
        {u"body"_s, notification.text},
        {u"default-action"_s, u"default"_s},
        {u"buttons"_s, QVariant::fromValue(buttons)},
    };
    const auto* watcher =
        new QDBusPendingCallWatcher(m_portal->asyncCall(u"AddNotification"_s, notification.id, what), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, notification](QDBusPendingCallWatcher* done) {
        done->deleteLater();
        if (done->isError())
            showByTray(notification);
    });
}

void Notifier::showByTray(const Notification& notification)
{
    if (m_tray && m_tray->showBalloon(notification.title, notification.text, notification.isTrouble))
        m_inTray = notification.id;
}

QString Notifier::idOf(uint number) const
{
    const auto found = std::ranges::find_if(m_shown, [number](const Shown& shown) { return shown.number == number; });
    return number == 0 || found == m_shown.cend() ? QString() : found.key();
}

} // namespace hugger
