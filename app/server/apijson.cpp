// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/apijson.h"

#include "base/format.h"
#include "base/log.h"
#include "base/say.h"

#include <QtCore/QJsonArray>
#include <QtCore/QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

QJsonValue numberOrNull(qint64 number)
{
    return number < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(number);
}

QString isoSeconds(qint64 seconds)
{
    return isoTime(QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::UTC));
}

QJsonObject changeJson(const FileChange& change)
{
    QString kind = u"added"_s;
    if (change.kind != FileChange::Kind::Added)
        kind = change.kind == FileChange::Kind::Changed ? u"changed"_s : u"removed"_s;
    return {{u"change"_s, kind},
            {u"path"_s, change.path},
            {u"size_before"_s, change.sizeBefore},
            {u"size_after"_s, change.sizeAfter}};
}

/// Sentences about bundles name files of the user's.
Error withoutPaths(const Job& job)
{
    Error error = *job.error;
    if (!isBundle(job))
        return error;
    error.message = job.type == JobType::Export ? Say::tr("The export failed. hugger itself says why.")
                                                : Say::tr("The import failed. hugger itself says why.");
    error.detail.clear();
    return error;
}

/// The texts themselves are long, and with the event once there is one.
QJsonObject licenseJson(const LicenseChange& change)
{
    QJsonArray paths;
    for (const LicenseChange::Text& text : change.texts)
        paths.append(text.path);
    QJsonObject json = change.toJson();
    json[u"texts"_s] = paths;
    return json;
}

} // namespace

QJsonValue textOrNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonObject repoJson(const RepoId& repo)
{
    return {{u"repo"_s, repo.id}, {u"kind"_s, kindName(repo.kind)}};
}

QJsonObject errorJson(const Error& error)
{
    return {{u"code"_s, error.code}, {u"message"_s, redacted(error.message)}, {u"detail"_s, redacted(error.detail)}};
}

bool isBundle(const Job& job)
{
    return job.type == JobType::Export || job.type == JobType::Import;
}

QString waitSentence(const JobStatus& status)
{
    if (status.job.isFinished())
        return {};
    const JobWait wait = status.job.wantPaused ? JobWait::Paused : status.job.wait;
    // Paused by the user: whatever it waited for before does not matter now.
    if (wait != JobWait::Paused && !status.waitDetail.isEmpty())
        return redacted(status.waitDetail);
    switch (wait) {
    case JobWait::None:
        break;
    case JobWait::Paused:
        return Say::tr("Paused.");
    case JobWait::Network:
        return Say::tr("Waiting for the network.");
    case JobWait::RateLimit:
        return Say::tr("The Hub asks for a pause.");
    case JobWait::Space:
        return Say::tr("Waiting for space on the disk.");
    case JobWait::Token:
        return Say::tr("Waiting for a token.");
    case JobWait::Schedule:
        return Say::tr("Waiting for its time.");
    case JobWait::UnpluggedStore:
        return Say::tr("Waiting for the drive of its store.");
    }
    return {};
}

QJsonObject jobJson(const JobStatus& status, bool isRunning)
{
    const Job& job = status.job;
    QJsonObject json{{u"id"_s, job.id}, {u"type"_s, jobTypeName(job.type)}};
    json[u"repo"_s] = job.repo.id;
    json[u"kind"_s] = kindName(job.repo.kind);
    json[u"revision"_s] = job.revision.isEmpty() ? u"main"_s : job.revision;
    json[u"commit"_s] = textOrNull(QString::fromLatin1(job.commit));
    json[u"state"_s] = jobStateName(job.state);
    json[u"waiting_for"_s] = job.isFinished()
        ? QJsonValue(QJsonValue::Null)
        : textOrNull(job.wantPaused ? jobWaitName(JobWait::Paused) : jobWaitName(job.wait));
    json[u"wait_text"_s] = textOrNull(waitSentence(status));
    json[u"bytes_done"_s] = job.bytesDone;
    json[u"bytes_total"_s] = job.bytesTotal;
    json[u"files_done"_s] = job.filesDone;
    json[u"files_total"_s] = job.filesTotal;
    json[u"fetched_bytes"_s] = status.fetchedBytes;
    json[u"rate"_s] = isRunning ? QJsonValue(static_cast<qint64>(status.rate)) : QJsonValue(QJsonValue::Null);
    json[u"eta"_s] = isRunning && status.eta >= 0 ? QJsonValue(status.eta) : QJsonValue(QJsonValue::Null);
    json[u"error"_s] = job.error ? QJsonValue(errorJson(withoutPaths(job))) : QJsonValue(QJsonValue::Null);
    json[u"created_at"_s] = job.createdAt;
    json[u"updated_at"_s] = job.updatedAt;
    return json;
}

QJsonObject ownJobJson(const JobStatus& status, bool isRunning)
{
    const Job& job = status.job;
    QJsonObject json = jobJson(status, isRunning);
    if (job.error)
        json[u"error"_s] = errorJson(*job.error);
    if (job.type == JobType::Export)
        json[u"target"_s] = job.spec.value("target"_L1);
    else if (job.type == JobType::Import)
        json[u"source"_s] = job.spec.value("source"_L1);
    else
        return json;
    json[u"result"_s] = job.result.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(job.result);
    return json;
}

const QStringList& upstreamEventTypes()
{
    static const QStringList types{u"new_commit"_s, u"ref_moved"_s,       u"history_rewritten"_s, u"renamed"_s,
                                   u"gated"_s,      u"ungated"_s,         u"disabled"_s,          u"gone"_s,
                                   u"back"_s,       u"license_changed"_s, u"card_changed"_s};
    return types;
}

QJsonObject eventJson(const Event& event)
{
    QJsonObject json{{u"id"_s, event.id}, {u"type"_s, event.type}};
    json[u"repo"_s] = event.repo.id;
    json[u"kind"_s] = kindName(event.repo.kind);
    json[u"commit"_s] = textOrNull(QString::fromLatin1(event.commit));
    json[u"at"_s] = event.at;
    json[u"detail"_s] = redacted(event.detail);
    return json;
}

QJsonObject eventJson(const Event& event, const QJsonObject& facts)
{
    QJsonObject json = eventJson(event);
    json[u"facts"_s] = facts;
    return json;
}

QJsonObject previewJson(const UpdatePreview& preview)
{
    QJsonObject json = repoJson(preview.held);
    json[u"new_name"_s] = preview.wish.repo == preview.held ? QJsonValue::Null : QJsonValue(preview.wish.repo.id);
    json[u"revision"_s] = preview.wish.revision.isEmpty() ? u"main"_s : preview.wish.revision;
    json[u"from"_s] = textOrNull(QString::fromLatin1(preview.from));
    json[u"to"_s] = textOrNull(QString::fromLatin1(preview.wish.commit));
    json[u"is_held"_s] = preview.isHeld;
    json[u"is_rewritten"_s] = preview.isRewritten;
    const auto counted = [&preview](FileChange::Kind kind) {
        return static_cast<qint64>(std::ranges::count(preview.changes, kind, &FileChange::kind));
    };
    json[u"added"_s] = counted(FileChange::Kind::Added);
    json[u"changed"_s] = counted(FileChange::Kind::Changed);
    json[u"removed"_s] = counted(FileChange::Kind::Removed);
    const qsizetype told = std::min(preview.changes.size(), changesTold);
    QJsonArray changes;
    for (const FileChange& change : preview.changes.first(told))
        changes.append(changeJson(change));
    json[u"changes"_s] = changes;
    json[u"more"_s] = preview.changes.size() - told;
    json[u"fetch_files"_s] = preview.fetchFiles;
    json[u"fetch_bytes"_s] = preview.fetchBytes;
    json[u"free_after"_s] = preview.freeAfter;
    json[u"license"_s] = preview.license.isAny() ? QJsonValue(licenseJson(preview.license)) : QJsonValue::Null;
    QJsonArray commits;
    for (const CommitEntry& commit : preview.commits) {
        commits.append(QJsonObject{{u"id"_s, QString::fromLatin1(commit.id)},
                                   {u"title"_s, commit.title},
                                   {u"date"_s, textOrNull(commit.date)}});
    }
    json[u"commits"_s] = commits;
    json[u"more_commits"_s] = preview.hasMoreCommits;
    json[u"warnings"_s] = QJsonArray::fromStringList(preview.warnings);
    return json;
}

QJsonObject archiveJson(const HeldRow& row, const QString& storeLabel)
{
    QJsonObject json{{u"archive"_s, row.id}, {u"repo"_s, row.repo.id}, {u"kind"_s, kindName(row.repo.kind)}};
    json[u"commit"_s] = QString::fromLatin1(row.commit);
    json[u"revision"_s] = row.revision.isEmpty() ? u"main"_s : row.revision;
    json[u"state"_s] = row.isComplete ? u"complete"_s : u"partial"_s;
    json[u"verified"_s] = row.verifiedAt > 0 && row.damaged == 0;
    json[u"verified_at"_s] = row.verifiedAt > 0 ? QJsonValue(isoSeconds(row.verifiedAt)) : QJsonValue(QJsonValue::Null);
    json[u"damaged"_s] = row.damaged;
    json[u"files"_s] = row.files;
    // How many a partial one lacks is known to its record alone: the board adds it.
    json[u"listed_files"_s] = row.isComplete ? QJsonValue(row.files) : QJsonValue(QJsonValue::Null);
    json[u"bytes"_s] = row.bytes;
    json[u"store"_s] = storeLabel;
    json[u"captured_at"_s] = isoSeconds(row.capturedAt);
    json[u"license"_s] = row.license;
    json[u"upstream"_s] = row.upstream;
    json[u"last_copy"_s] = textOrNull(row.lastCopy);
    return json;
}

QJsonObject storeJson(const StoreStatus& status)
{
    return {{u"id"_s, status.identity.id},
            {u"label"_s, status.identity.label},
            {u"default"_s, status.isDefault},
            {u"plugged"_s, status.isPlugged},
            {u"free_bytes"_s, numberOrNull(status.freeBytes)},
            {u"total_bytes"_s, numberOrNull(status.totalBytes)},
            {u"held_bytes"_s, status.heldBytes},
            {u"archives"_s, status.snapshots}};
}

QJsonObject filesJson(const FilesLook& look)
{
    const Plan& plan = *look.plan;
    const qsizetype told = std::min(plan.files.size(), filesTold);
    QJsonArray files;
    for (const PlannedFile& file : plan.files.first(told)) {
        files.append(QJsonObject{{u"path"_s, file.entry.path},
                                 {u"size"_s, file.entry.size},
                                 {u"held"_s, look.held.contains(file.entry.path)}});
    }
    QJsonObject json = repoJson(plan.info.repo);
    json[u"commit"_s] = QString::fromLatin1(plan.info.commit);
    json[u"revision"_s] = plan.wish.revision.isEmpty() ? u"main"_s : plan.wish.revision;
    json[u"files"_s] = files;
    json[u"more"_s] = plan.files.size() - told;
    json[u"bytes"_s] = plan.bytes;
    json[u"held_bytes"_s] = plan.heldBytes;
    json[u"fetch_bytes"_s] = plan.fetchBytes;
    json[u"free_bytes"_s] = plan.freeBytes;
    json[u"free_after"_s] = plan.freeAfter;
    json[u"license"_s] = plan.info.license.ids.join(u", "_s);
    json[u"gated"_s] = plan.info.gating == Gating::No ? QJsonValue(false) : QJsonValue(gatingName(plan.info.gating));
    json[u"warnings"_s] = QJsonArray::fromStringList(plan.warnings);
    return json;
}

} // namespace hugger
