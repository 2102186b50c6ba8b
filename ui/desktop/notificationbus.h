// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtDBus/QDBusAbstractInterface>

namespace hugger {

/// org.freedesktop.Notifications, of which Qt DBus takes the signals by their names.
class NotificationService final : public QDBusAbstractInterface {
    Q_OBJECT

public:
    explicit NotificationService(QObject* parent);

Q_SIGNALS:
    void ActionInvoked(uint number, const QString& action);
    void NotificationClosed(uint number, uint reason);
    void ActivationToken(uint number, const QString& token);
};

/// org.freedesktop.portal.Notification
class NotificationPortal final : public QDBusAbstractInterface {
    Q_OBJECT

public:
    explicit NotificationPortal(QObject* parent);

Q_SIGNALS:
    void ActionInvoked(const QString& id, const QString& action, const QVariantList& parameter);
};

} // namespace hugger
