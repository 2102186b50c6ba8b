// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desktop/notificationbus.h"

#include <QtDBus/QDBusConnection>

using namespace Qt::StringLiterals;

namespace hugger {

NotificationService::NotificationService(QObject* parent)
    : QDBusAbstractInterface(u"org.freedesktop.Notifications"_s, u"/org/freedesktop/Notifications"_s,
                             "org.freedesktop.Notifications", QDBusConnection::sessionBus(), parent)
{
}

NotificationPortal::NotificationPortal(QObject* parent)
    : QDBusAbstractInterface(u"org.freedesktop.portal.Desktop"_s, u"/org/freedesktop/portal/desktop"_s,
                             "org.freedesktop.portal.Notification", QDBusConnection::sessionBus(), parent)
{
}

} // namespace hugger
