// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/output.h"
#include "archive/library.h"
#include "bundle/exporter.h"
#include "bundle/importer.h"

namespace hugger {

/// What an export would write: {"target","format","snapshots","files",...}.
[[nodiscard]] QJsonObject exportPlanJson(const ExportWish& wish, const ExportLook& look);
void printExportPlan(Output& out, const ExportWish& wish, const ExportLook& look);
/// What an export that is done gave, and how to bring it in elsewhere.
void printExported(Output& out, const Job& job);

/// What a bundle says it has. Nothing of it is proved, and the words say so.
[[nodiscard]] QJsonObject bundleLookJson(const ImportWish& wish, const BundleLook& look);
void printBundleLook(Output& out, const ImportWish& wish, const BundleLook& look);
/// The rows of what an import that is done brought in.
[[nodiscard]] QList<SnapshotRow> importedRows(Library& library, const Job& job);
void printImported(Output& out, Library& library, const Job& job);

} // namespace hugger
