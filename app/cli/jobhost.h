// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/jobrunner.h"
#include "bundle/bundle.h"

#include <memory>

namespace hugger {

/// Where the jobs of a command run: in this process, or in the hugger that has the profile open already. To a command
/// it is the same.
class JobHost {
public:
    enum class Verb { Pause, Resume, Cancel, Retry };

    JobHost() = default;
    virtual ~JobHost() = default;
    Q_DISABLE_COPY_MOVE(JobHost)

    /// Its id. The unfinished job that wants the same, where there is one.
    [[nodiscard]] virtual Task<Expected<qint64>> archive(ArchiveWish wish) = 0;
    [[nodiscard]] virtual Task<Expected<qint64>> repair(SnapshotRow row) = 0;
    /// `rows` are the wish's snapshots.
    [[nodiscard]] virtual Task<Expected<qint64>> exportBundle(ExportWish wish, QList<SnapshotRow> rows) = 0;
    [[nodiscard]] virtual Task<Expected<qint64>> importBundle(ImportWish wish) = 0;
    [[nodiscard]] virtual Task<Expected<JobStatus>> change(qint64 id, Verb verb) = 0;
    /// What `hugger resume` without a job begins with; finish() of each follows.
    [[nodiscard]] virtual Task<Done> resumeAll() = 0;
    /// Sees a job to its end, showing progress. On Ctrl-C the error is Interrupted.
    [[nodiscard]] virtual Task<JobEnd> finish(qint64 id) = 0;
    /// To read from; it has what a job of this host has archived.
    [[nodiscard]] virtual Library& library() = 0;
};

/// Takes the profile, or finds the hugger that has it and can be reached. Busy "profile_busy" when neither works.
[[nodiscard]] Task<Expected<std::unique_ptr<JobHost>>> openJobs(Context& context);

/// Runs jobs one after the other and reports on all of them: {"jobs":[...]}, each with its snapshot. The exit code is
/// that of the first that failed.
[[nodiscard]] Task<Expected<int>> runInTurn(Context& context, JobHost& host, QList<qint64> ids);

} // namespace hugger
