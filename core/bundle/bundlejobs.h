// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "archive/jobqueue.h"
#include "bundle/exporter.h"
#include "bundle/importer.h"

namespace hugger {

/// Teaches a queue to carry jobs of the types Export and Import. All must outlive it.
void carryBundles(JobQueue& queue, Library& library, QThreadPool& pool);

/// Adds a job, or finds the unfinished one that wants the same. What cannot work is refused at once: see
/// weighExport() and lookIntoBundle(). Blocks; in the thread of the library.
[[nodiscard]] Expected<Job> addExport(JobQueue& queue, Library& library, const ExportWish& wish);
[[nodiscard]] Expected<Job> addImport(JobQueue& queue, Library& library, const ImportWish& wish);

} // namespace hugger
