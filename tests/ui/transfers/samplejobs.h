// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/format.h"
#include "engine/enginetypes.h"

namespace hugger::test {

inline JobStatus makeJob(qint64 id, const QString& repo, JobState state = JobState::Queued)
{
    JobStatus status;
    status.job.id = id;
    status.job.repo = {RepoKind::Model, repo};
    status.job.state = state;
    status.job.createdAt = isoNow();
    status.job.updatedAt = isoTime(QDateTime::currentDateTimeUtc().addSecs(-185));
    return status;
}

inline JobStatus makeWaiting(qint64 id, const QString& repo, JobWait wait)
{
    JobStatus status = makeJob(id, repo);
    status.job.wait = wait;
    status.job.wantPaused = wait == JobWait::Paused;
    status.job.bytesTotal = 8'000'000'000;
    return status;
}

inline JobStatus makeRunning(qint64 id, const QString& repo, double part, double rate)
{
    JobStatus status = makeJob(id, repo, JobState::Running);
    status.job.commit = QByteArray(40, 'a');
    status.job.bytesTotal = 141'000'000'000;
    status.job.bytesDone = static_cast<qint64>(part * 141e9);
    status.job.filesTotal = 30;
    status.job.filesDone = static_cast<qint64>(part * 30);
    status.rate = rate;
    status.eta = rate > 0 ? static_cast<qint64>((1 - part) * 141e9 / rate) : -1;
    using namespace Qt::StringLiterals;
    status.files = {{"k1", u"model-00012-of-00030.safetensors"_s, 4'700'000'000, 1'200'000'000, 5},
                    {"k2", u"model-00013-of-00030.safetensors"_s, 4'700'000'000, 300'000'000, 3},
                    {"k3", u"a/folder/tokenizer.json"_s, 9'000'000, 0, 0}};
    return status;
}

inline JobStatus makeExport(qint64 id, const QStringList& repos, const QString& target, JobState state)
{
    JobStatus status = makeJob(id, repos.constFirst(), state);
    status.job.type = JobType::Export;
    ExportWish wish{.snapshots = {}, .target = target, .format = bundleFormatOf(target), .since = {}};
    for (const QString& repo : repos)
        wish.snapshots.append({{{RepoKind::Model, repo}, QByteArray(40, 'a')}, QStringLiteral("store")});
    status.job.spec = wish.toJson();
    status.job.bytesTotal = 4'000'000'000;
    status.job.filesTotal = 12;
    return status;
}

inline JobStatus makeImport(qint64 id, const QString& source, JobState state)
{
    JobStatus status = makeJob(id, QStringLiteral("acme/tiny"), state);
    status.job.type = JobType::Import;
    status.job.spec = ImportWish{.source = source, .storeId = QStringLiteral("store"), .as = {}}.toJson();
    status.job.bytesTotal = 4'000'000'000;
    status.job.filesTotal = 12;
    return status;
}

inline JobStatus makeFailed(qint64 id, const QString& repo, const QString& code, const QString& message,
                            ErrorKind kind = ErrorKind::NotAllowed, Retry retry = Retry::NeedsUser)
{
    JobStatus status = makeJob(id, repo, JobState::Failed);
    status.job.error = Error{kind, code, message, QStringLiteral("HTTP 403 from the Hub"), retry};
    return status;
}

} // namespace hugger::test
