// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/jobnews.h"

#include "ui/widgets/windowsettings.h"
#include "ui/widgets/words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonObject>
#include <QtCore/QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qsizetype maxNames = 3;
constexpr auto jobPrefix = "job-"_L1;

QString idOf(const JobStatus& status)
{
    return jobPrefix + QString::number(status.job.id);
}

QString nameOf(const JobStatus& status)
{
    const QJsonObject& spec = status.job.spec;
    if (status.job.type == JobType::Import)
        return plainLine(QFileInfo(spec.value("source"_L1).toString()).fileName());
    if (status.job.type == JobType::Export)
        return plainLine(QFileInfo(spec.value("target"_L1).toString()).fileName());
    return plainLine(status.job.repo.display());
}

/// What one job that ended well did: title and text.
std::pair<QString, QString> successOf(const JobStatus& status)
{
    const QString name = nameOf(status);
    const Job& job = status.job;
    const auto number = [&job](QLatin1StringView field) { return job.result.value(field).toInteger(); };
    switch (job.type) {
    case JobType::Archive:
        break;
    case JobType::Verify:
        return {JobNews::tr("Verified: %1").arg(name), JobNews::tr("Every file is what its hash says.")};
    case JobType::Export:
        return {JobNews::tr("Exported: %1").arg(name),
                //: %1 is a size such as "4.4 GB".
                JobNews::tr("%1 written, every file proved by its hash.").arg(sizeText(number("written_bytes"_L1)))};
    case JobType::Import:
        return {JobNews::tr("Imported: %1").arg(name),
                JobNews::tr("%1, %2, every file proved by its hash.")
                    .arg(filesText(number("files"_L1)), sizeText(number("bytes"_L1)))};
    }
    return {
        JobNews::tr("Archived: %1").arg(name),
        //: %1 is an amount such as "12 files", %2 one such as "4.4 GB".
        JobNews::tr("%1, %2, every file proved by its hash.").arg(filesText(job.filesTotal), sizeText(job.bytesTotal))};
}

QString failureOf(const JobStatus& status)
{
    const QString name = nameOf(status);
    switch (status.job.type) {
    case JobType::Archive:
        break;
    case JobType::Verify:
        return status.job.error && status.job.error->kind == ErrorKind::Integrity
            ? JobNews::tr("Damage found: %1").arg(name)
            : JobNews::tr("Not verified: %1").arg(name);
    case JobType::Export:
        return JobNews::tr("Not exported: %1").arg(name);
    case JobType::Import:
        return JobNews::tr("Not imported: %1").arg(name);
    }
    return JobNews::tr("Not archived: %1").arg(name);
}

QString namesOf(const QList<JobStatus>& jobs)
{
    QStringList names;
    for (const JobStatus& status : jobs.first(std::min(jobs.size(), maxNames)))
        names.append(nameOf(status));
    if (jobs.size() <= maxNames)
        return QLocale().createSeparatedList(names);
    //: %1 is some names of repositories, %n how many there are beside those.
    return QCoreApplication::translate("hugger::JobNews", "%1 and %n more", nullptr,
                                       static_cast<int>(jobs.size() - maxNames))
        .arg(names.join(u", "_s));
}

bool needsSomebody(const Job& job)
{
    return !job.isFinished() && !job.wantPaused
        && (job.wait == JobWait::Token || job.wait == JobWait::Space || job.wait == JobWait::UnpluggedStore);
}

} // namespace

JobNews::JobNews(const WindowSettings& settings, std::chrono::milliseconds together, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
{
    m_together.setSingleShot(true);
    m_together.setInterval(together);
    connect(&m_together, &QTimer::timeout, this, &JobNews::tell);
}

qint64 JobNews::jobOf(const QString& notificationId)
{
    return notificationId.startsWith(jobPrefix) ? notificationId.sliced(jobPrefix.size()).toLongLong() : 0;
}

void JobNews::jobEnded(const JobStatus& job)
{
    m_needy.remove(job.job.id);
    if (job.job.state == JobState::Cancelled)
        return;
    m_ended.append(job);
    if (!m_together.isActive())
        m_together.start();
}

void JobNews::jobsChanged(const QList<JobStatus>& jobs)
{
    for (const JobStatus& status : jobs) {
        if (!needsSomebody(status.job)) {
            m_needy.remove(status.job.id);
            continue;
        }
        if (m_needy.contains(status.job.id))
            continue;
        m_needy.insert(status.job.id);
        if (!m_settings.notifyTrouble() || m_isWatched)
            continue;
        Notifier::Notification needs{.id = idOf(status),
                                     //: Title of a notification; %1 is a repository.
                                     .title = tr("%1 needs you").arg(nameOf(status)),
                                     .text = plainLine(status.waitDetail),
                                     .isTrouble = true};
        if (status.job.wait == JobWait::Token)
            needs.actions = {{u"token"_s, tr("Enter token")}};
        say(needs);
    }
}

void JobNews::tell()
{
    const auto ended = std::exchange(m_ended, {});
    QList<JobStatus> done;
    QList<JobStatus> failed;
    for (const JobStatus& status : ended)
        (status.job.state == JobState::Failed ? failed : done).append(status);
    if (!done.isEmpty() && m_settings.notifyDone() && !m_isWatched)
        tellDone(done);
    if (!failed.isEmpty() && m_settings.notifyTrouble() && !m_isWatched)
        tellFailed(failed);
}

void JobNews::tellDone(const QList<JobStatus>& jobs)
{
    const JobStatus& first = jobs.front();
    const bool areAllVerified =
        std::ranges::all_of(jobs, [](const JobStatus& status) { return status.job.type == JobType::Verify; });
    if (jobs.size() > 1) {
        const int count = static_cast<int>(jobs.size());
        //: Titles of a notification about several jobs that ended well.
        const QString title =
            areAllVerified ? tr("%n snapshots verified", nullptr, count) : tr("%n jobs done", nullptr, count);
        say({.id = u"done"_s, .title = title, .text = namesOf(jobs)});
        return;
    }
    const auto [title, text] = successOf(first);
    say({.id = idOf(first), .title = title, .text = text});
}

void JobNews::tellFailed(const QList<JobStatus>& jobs)
{
    if (jobs.size() > 1) {
        const QString title = tr("%n jobs failed", nullptr, static_cast<int>(jobs.size()));
        say({.id = u"failed"_s, .title = title, .text = namesOf(jobs), .isTrouble = true});
        return;
    }
    const JobStatus& first = jobs.front();
    const bool isDamaged = first.job.error && first.job.error->kind == ErrorKind::Integrity;
    const QString title = failureOf(first);
    const QString text = first.job.error ? plainLine(first.job.error->message) : QString();
    Notifier::Notification failed{.id = idOf(first), .title = title, .text = text, .isTrouble = true};
    // Damage is mended by fetching again, not by looking again.
    if (first.job.type != JobType::Verify || !isDamaged)
        failed.actions = {{u"retry"_s, tr("Retry")}};
    say(failed);
}

void JobNews::say(Notifier::Notification notification)
{
    //: The button of a notification that brings the window up.
    notification.actions.prepend({u"show"_s, tr("Show")});
    Q_EMIT news(notification);
}

} // namespace hugger
