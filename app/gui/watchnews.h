// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"
#include "ui/desktop/notifier.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <chrono>
#include <optional>

namespace hugger {

class WindowSettings;

/// Makes notifications of what happens upstream. What may leave the last copy with the user is said of its own, also to
/// somebody who looks at the window; the rest that comes together is one.
class WatchNews final : public QObject {
    Q_OBJECT

public:
    /// What happens within `together` is told of at once.
    WatchNews(Engine& engine, const WindowSettings& settings,
              std::chrono::milliseconds together = std::chrono::seconds(5), QObject* parent = nullptr);

    void happened(const QList<Event>& events);
    /// Somebody looks at a window of ours, which shows what happened.
    void setWatched(bool watched) { m_isWatched = watched; }

    /// What a notification is about.
    struct About {
        qint64 event = 0; ///< 0: several
        std::optional<RepoId> repo{};
    };
    [[nodiscard]] static std::optional<About> aboutOf(const QString& notificationId); ///< none: it is not of here

Q_SIGNALS:
    void news(const hugger::Notifier::Notification& notification);

private:
    /// An event, and whether it may leave the last copy with us.
    struct Item {
        Event event;
        bool isAlarming = false;
    };

    void take(const Event& event, bool isAlarming);
    void askFacts(const Event& event);
    void tell();
    void tellAlarming(const QString& type, const QList<Item>& items);
    void tellOthers(const QList<Item>& items);
    void say(Notifier::Notification notification, bool canPreview);

    Engine& m_engine;
    const WindowSettings& m_settings;
    QList<Item> m_items; ///< not told of yet
    QTimer m_together;
    int m_asked = 0; ///< events whose facts are on their way
    bool m_isWatched = false;
};

} // namespace hugger
