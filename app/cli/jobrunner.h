// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/commands.h"
#include "app/cli/progress.h"

namespace hugger {

/// Where a job stands after it ran.
struct JobEnd {
    JobStatus status;
    std::optional<Archived> outcome; ///< when it is done
    Error error; ///< when it is not
};

/// Runs one job to its end, showing plan and progress. Ctrl-C pauses it: the error is then Interrupted.
[[nodiscard]] Task<JobEnd> runJob(Context& context, JobQueue& queue, qint64 id);

/// The row of what a job archived.
[[nodiscard]] Expected<SnapshotRow> archivedRow(Library& library, const Archived& outcome);
/// What is held now, where it lies and how to load it.
void printArchived(Context& context, Library& library, const Archived& outcome);
/// The same for a job of any type that is done.
void printDone(Context& context, Library& library, const JobEnd& end);

/// How far a job is; nothing when it has ended.
[[nodiscard]] std::optional<ProgressLook> lookAt(const JobStatus& status);
/// Why a job that has ended is not done.
[[nodiscard]] Error whyNotDone(const Job& job);

} // namespace hugger
