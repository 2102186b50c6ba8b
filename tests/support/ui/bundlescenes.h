// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/ui/scenes.h"

#include "bundle/bundlejobs.h"

namespace hugger::test {

/// Carrying snapshots to another place: export, import, statements, and how such jobs look.
[[nodiscard]] QList<Scene> bundleScenes();

/// What the engine would say.
[[nodiscard]] ExportLook sampleExportLook();
[[nodiscard]] BundleLook sampleBundleLook();
[[nodiscard]] BundleLook samplePlainLook(); ///< a folder of files that does not say what it is
[[nodiscard]] Error sampleRefusal(); ///< of a bundle that was made to do harm
[[nodiscard]] QByteArray sampleStatement();
/// An export that runs, one that is done, and an import that was refused, the last with this id.
[[nodiscard]] QList<JobStatus> sampleBundleJobs(qint64 refused);

} // namespace hugger::test
