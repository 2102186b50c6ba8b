// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QObject>

#include <optional>
#include <utility>

namespace hugger {

class NotificationPortal;
class NotificationService;
class Tray;

/// Notifications of the desktop, as well as they can be shown: by the notification service, by the portal inside
/// Flatpak, else by the tray, else not at all. Never waits for any of them.
class Notifier final : public QObject {
    Q_OBJECT

public:
    struct Notification {
        QString id; ///< a newer one of the same id takes its place
        QString title;
        QString text; ///< plain
        bool isTrouble = false;
        QList<std::pair<QString, QString>> actions{}; ///< id, words on the button
    };

    /// `tray` may be null and outlives this.
    explicit Notifier(Tray* tray, QObject* parent = nullptr);
    ~Notifier() override;

    void notify(const Notification& notification);
    /// Takes it away again, where the desktop can: what it told of is over.
    void withdraw(const QString& id);

Q_SIGNALS:
    /// `action` is "default" for a click on the notification itself.
    void activated(const QString& id, const QString& action);

private:
    /// One that is on the screen, or on its way there.
    struct Shown {
        uint number = 0; ///< the service's; 0 until it answers
        bool isWaiting = false;
        bool isWithdrawn = false; ///< while waiting
        std::optional<Notification> next; ///< came while waiting
    };

    void connectToBus();
    void askAbilities();
    void sendToService(const Notification& notification);
    void sendToPortal(const Notification& notification);
    void showByTray(const Notification& notification);
    [[nodiscard]] QString idOf(uint number) const;

    Tray* m_tray;
    NotificationService* m_service = nullptr;
    NotificationPortal* m_portal = nullptr;
    std::optional<QStringList> m_abilities; ///< of the service, once it told
    QList<Notification> m_untilAbilities;
    QHash<QString, Shown> m_shown;
    QString m_inTray; ///< id of the one the tray showed last
};

} // namespace hugger
