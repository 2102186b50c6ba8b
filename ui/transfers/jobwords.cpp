// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/transfers/jobwords.h"

#include "ui/widgets/words.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qint64 minute = 60;
constexpr qint64 day = 24 * 60 * minute;

bool isVerify(const Job& job)
{
    return job.type == JobType::Verify;
}

bool isBundle(const Job& job)
{
    return job.type == JobType::Export || job.type == JobType::Import;
}

/// The file or folder that is written or read.
QString bundleOf(const Job& job)
{
    return job.spec.value(job.type == JobType::Export ? "target"_L1 : "source"_L1).toString();
}

QString kindOf(const Job& job)
{
    return job.repo.kind == RepoKind::Model || isBundle(job) ? QString() : kindText(job.repo.kind);
}

} // namespace

JobLook JobWords::look(const JobStatus& status)
{
    const Job& job = status.job;
    if (job.state == JobState::Completed)
        return JobLook::Completed;
    if (job.state == JobState::Cancelled)
        return JobLook::Cancelled;
    if (job.state == JobState::Failed)
        return job.error && job.error->retry == Retry::NeedsUser ? JobLook::NeedsUser : JobLook::Failed;
    if (job.wantPaused)
        return JobLook::Paused;
    switch (job.wait) {
    case JobWait::None:
        return job.state == JobState::Queued ? JobLook::Waiting : JobLook::Running;
    case JobWait::Paused:
        return JobLook::Paused;
    case JobWait::Space:
    case JobWait::Token:
    case JobWait::UnpluggedStore:
        return JobLook::NeedsUser;
    case JobWait::Network:
    case JobWait::RateLimit:
    case JobWait::Schedule:
        break;
    }
    return JobLook::Waiting;
}

QString JobWords::title(const Job& job)
{
    if (job.type == JobType::Export) {
        const auto snapshots = static_cast<int>(job.spec.value("snapshots"_L1).toArray().size());
        return snapshots > 1 ? tr("Export of %Ln snapshots", nullptr, snapshots)
                             //: %1 a repo
                             : tr("Export of %1").arg(plainLine(job.repo.id));
    }
    if (job.type == JobType::Import) {
        //: %1 the name of a file or folder
        return tr("Import of %1").arg(plainLine(QFileInfo(bundleOf(job)).fileName()));
    }
    return plainLine(job.repo.id);
}

QString JobWords::folderOf(const Job& job)
{
    if (job.type != JobType::Export || job.state != JobState::Completed)
        return {};
    const bool isFolder = job.spec.value("format"_L1) == bundleFormatName(BundleFormat::Folder);
    return isFolder ? bundleOf(job) : QFileInfo(bundleOf(job)).path();
}

QString JobWords::facts(QStringList facts)
{
    facts.removeAll(QString());
    return facts.join(u" · "_s);
}

QString JobWords::bytes(qint64 done, qint64 total)
{
    const QString whole = sizeText(total);
    QString part = sizeText(done);
    // The unit is said once where it is the same.
    const auto unitOf = [](const QString& text) {
        const auto at = std::ranges::find_if(text, [](QChar letter) { return letter.isSpace(); });
        return QStringView(at, text.end());
    };
    const QStringView unit = unitOf(whole);
    if (!unit.isEmpty() && unitOf(part) == unit)
        part.chop(unit.size());
    //: How far a transfer is: "59.6 of 141 GB".
    return tr("%1 of %2").arg(part, whole);
}

double JobWords::progress(const Job& job)
{
    if (job.bytesTotal <= 0)
        return job.state == JobState::Finishing || job.state == JobState::Completed ? 1 : 0;
    return std::clamp(static_cast<double>(job.bytesDone) / static_cast<double>(job.bytesTotal), 0.0, 1.0);
}

QString JobWords::reason(const JobStatus& status)
{
    const JobWait wait = status.job.wantPaused ? JobWait::Paused : status.job.wait;
    switch (wait) {
    case JobWait::None:
        break;
    case JobWait::Paused:
        return tr("Paused");
    case JobWait::Network:
        return tr("Waits for the network; goes on by itself");
    case JobWait::RateLimit:
        return status.waitMs > 0
            ? tr("The Hub asks for a pause: %1 left").arg(durationText((status.waitMs + 999) / 1000))
            : tr("The Hub asks for a pause; goes on by itself");
    case JobWait::Space:
        return tr("The disk is full: goes on when there is space again");
    case JobWait::Token:
        return tr("Needs a token of the Hub");
    case JobWait::Schedule:
        return tr("Waits for the hours set for fetching");
    case JobWait::UnpluggedStore:
        return tr("The drive of its store is not there: goes on when it is plugged in");
    }
    return {};
}

QString JobWords::line(const JobStatus& status, qint64 now)
{
    const Job& job = status.job;
    const QString kind = kindOf(job);
    const QString size = job.bytesTotal > 0 ? sizeText(job.bytesTotal) : QString();
    const auto ended = [&](const QString& justNow, const QString& ago, const QString& onDay) {
        const qint64 at = secondsOf(job.updatedAt);
        const qint64 age = now - at;
        if (age >= 0 && age < minute)
            return justNow;
        return age >= 0 && age < day ? ago.arg(durationText(age / minute * minute)) : onDay.arg(dateText(at));
    };
    switch (job.state) {
    case JobState::Completed: {
        const QString done = isVerify(job) ? ended(tr("verified just now"), tr("verified %1 ago"), tr("verified %1"))
                                           : ended(tr("done just now"), tr("done %1 ago"), tr("done %1"));
        return facts({kind, done, job.filesTotal > 0 ? filesText(job.filesTotal) : QString(), size, place(job)});
    }
    case JobState::Cancelled:
        return facts({kind, ended(tr("cancelled just now"), tr("cancelled %1 ago"), tr("cancelled %1"))});
    case JobState::Failed:
        return facts({kind, job.error ? plainLine(job.error->message) : tr("It failed, and nothing says why.")});
    case JobState::Queued:
    case JobState::Planning:
    case JobState::Running:
    case JobState::Finishing:
        break;
    }
    if (const QString why = reason(status); !why.isEmpty())
        return facts({kind, why});
    switch (job.state) {
    case JobState::Queued:
        return facts(
            {kind, isVerify(job) ? tr("Verifying waits for its turn") : tr("Waits for its turn"), size, place(job)});
    case JobState::Planning:
        if (isBundle(job))
            return facts({tr("Getting ready"), place(job)});
        return facts({kind, isVerify(job) ? tr("Verifying: reading the record") : tr("Asking the Hub for the files")});
    case JobState::Finishing:
        if (job.type == JobType::Export)
            return facts({tr("Giving it its name"), place(job)});
        return facts({kind, tr("Putting it into the store")});
    default:
        break;
    }
    QString files;
    if (job.filesTotal > 0) {
        files = isVerify(job)
            ? tr("Verifying %1 of %Ln files", nullptr, static_cast<int>(job.filesTotal)).arg(countText(job.filesDone))
            : tr("%1 of %Ln files", nullptr, static_cast<int>(job.filesTotal)).arg(countText(job.filesDone));
    } else if (isVerify(job)) {
        files = tr("Verifying");
    }
    const QString path = status.files.isEmpty() ? QString() : status.files.constFirst().path;
    return facts({kind, files, plainLine(path.section(u'/', -1)), place(job)});
}

QString JobWords::place(const Job& job)
{
    if (job.type == JobType::Export) {
        //: %1 the file or folder that is written
        return tr("to %1").arg(plainLine(QDir::toNativeSeparators(bundleOf(job))));
    }
    if (job.type == JobType::Import) {
        //: %1 the folder in which what is read lies
        return tr("from %1").arg(plainLine(QDir::toNativeSeparators(QFileInfo(bundleOf(job)).path())));
    }
    return {};
}

Chip JobWords::chip(JobLook look)
{
    switch (look) {
    case JobLook::Running:
        return {tr("running"), Tint::Plain, {}};
    case JobLook::Waiting:
        return {tr("waiting"), Tint::Plain, {}};
    case JobLook::Paused:
        return {tr("paused"), Tint::Plain, {}};
    case JobLook::NeedsUser:
        return {tr("needs you"), Tint::Attention, u"!"_s};
    case JobLook::Failed:
        return {tr("failed"), Tint::Wrong, u"✕"_s};
    case JobLook::Completed:
        return {tr("done"), Tint::Good, u"✓"_s};
    case JobLook::Cancelled:
        return {tr("cancelled"), Tint::Plain, {}};
    }
    return {};
}

QList<RowAction> JobWords::actions(const JobStatus& status)
{
    if (!status.job.isFinished())
        return {look(status) == JobLook::Paused ? RowAction::Resume : RowAction::Pause, RowAction::Cancel};
    if (status.job.state != JobState::Completed)
        return {RowAction::Retry};
    return status.job.type == JobType::Export ? QList{RowAction::OpenFolder} : QList<RowAction>();
}

QString JobWords::verb(RowAction action)
{
    switch (action) {
    case RowAction::Pause:
        return tr("Pause");
    case RowAction::Resume:
        return tr("Resume");
    case RowAction::Cancel:
        return tr("Cancel");
    case RowAction::Retry:
        return tr("Try again");
    case RowAction::OpenFolder:
        return tr("Open folder");
    }
    return {};
}

Message JobWords::message(const JobStatus& status, const QUrl& endpoint)
{
    const Job& job = status.job;
    Message message;
    if (job.state == JobState::Failed && job.error) {
        message = Message::of(*job.error, job.repo, endpoint);
    } else {
        message.tint = Tint::Attention;
        message.text = status.waitDetail.isEmpty() ? reason(status) : status.waitDetail;
        if (job.wait == JobWait::Token)
            message.step = NextStep::EnterToken;
        else if (job.wait == JobWait::Space || job.wait == JobWait::UnpluggedStore)
            message.step = NextStep::ChooseStore;
    }
    // What an export writes goes into no store, and what it reads lies where it lies.
    if (job.type == JobType::Export && message.step == NextStep::ChooseStore)
        message.step = std::exchange(message.other, NextStep::None);
    //: A repo, and what is the matter with its transfer.
    message.text = tr("%1: %2").arg(title(job), message.text);
    message.detail = details(status);
    return message;
}

QString JobWords::details(const JobStatus& status)
{
    // For programs and bug reports, so in no language but the code's.
    const Job& job = status.job;
    QStringList lines{u"job %1, %2 %3, %4"_s.arg(QString::number(job.id), jobTypeName(job.type), job.repo.display(),
                                                 jobStateName(job.state))};
    if (isBundle(job))
        lines.append((job.type == JobType::Export ? u"to "_s : u"from "_s) + bundleOf(job));
    if (!job.commit.isEmpty())
        lines.append(u"commit "_s + QString::fromLatin1(job.commit));
    if (const QString wait = jobWaitName(job.wait); !wait.isEmpty())
        lines.append(u"waiting: "_s + wait);
    if (!status.waitDetail.isEmpty())
        lines.append(status.waitDetail);
    if (job.error) {
        lines.append(job.error->code + u": "_s + job.error->message);
        if (!job.error->detail.isEmpty())
            lines.append(job.error->detail);
    }
    return lines.join(u'\n');
}

} // namespace hugger
