// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/enginetypes.h"
#include "ui/desktop/notifier.h"

#include <QtCore/QObject>
#include <QtCore/QSet>
#include <QtCore/QTimer>

#include <chrono>

namespace hugger {

class WindowSettings;

/// Makes notifications of what happens to jobs: one for a thing that matters, one for several that come together.
class JobNews final : public QObject {
    Q_OBJECT

public:
    /// Jobs that end within `together` are told of at once.
    explicit JobNews(const WindowSettings& settings, std::chrono::milliseconds together = std::chrono::seconds(3),
                     QObject* parent = nullptr);

    void jobEnded(const JobStatus& job);
    void jobsChanged(const QList<JobStatus>& jobs);
    /// Nobody has to be told of what they are looking at.
    void setWatched(bool watched) { m_isWatched = watched; }

    /// The job a notification is about; 0 when it is about several.
    [[nodiscard]] static qint64 jobOf(const QString& notificationId);

Q_SIGNALS:
    void news(const hugger::Notifier::Notification& notification);

private:
    void tell();
    void tellDone(const QList<JobStatus>& jobs);
    void tellFailed(const QList<JobStatus>& jobs);
    void say(Notifier::Notification notification);

    const WindowSettings& m_settings;
    QList<JobStatus> m_ended; ///< not told of yet
    QSet<qint64> m_needy; ///< jobs that were told to need somebody
    QTimer m_together;
    bool m_isWatched = false;
};

} // namespace hugger
