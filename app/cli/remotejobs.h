// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/jobhost.h"
#include "app/cli/remote.h"

namespace hugger {

/// Jobs of the hugger that has the profile open. They go on there when this process ends.
class RemoteJobs final : public JobHost {
public:
    RemoteJobs(Context& context, Remote remote);

    Task<Expected<qint64>> archive(ArchiveWish wish) override;
    Task<Expected<qint64>> repair(SnapshotRow row) override;
    /// Looks at what is held: a job of its own, as all that takes long is there.
    [[nodiscard]] Task<Expected<qint64>> verify(SnapshotRow row);
    Task<Expected<qint64>> exportBundle(ExportWish wish, QList<SnapshotRow> rows) override;
    Task<Expected<qint64>> importBundle(ImportWish wish) override;
    Task<Expected<JobStatus>> change(qint64 id, Verb verb) override;
    Task<Done> resumeAll() override;
    Task<JobEnd> finish(qint64 id) override;
    Library& library() override { return *m_remote.library; }
    /// Looks at a job until it has ended, or Ctrl-C; `seen` is told of each look.
    [[nodiscard]] Task<JobEnd> watch(qint64 id, std::function<void(const JobStatus&)> seen);

private:
    [[nodiscard]] Task<Expected<qint64>> begin(QString path, QJsonObject body);
    [[nodiscard]] Task<Expected<JobStatus>> look(qint64 id);
    [[nodiscard]] JobEnd endOf(qint64 id, const JobStatus& seen);

    Context& m_context;
    Remote m_remote;
};

} // namespace hugger
