// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bundle/bundleindex.h"
#include "bundle/exporter.h"

namespace hugger {

/// A content that goes into the bundle.
struct PlannedContent {
    QByteArray path; ///< in the bundle, UTF-8
    QByteArray sha256;
    qint64 size = 0; ///< bytes
    qint64 time = 0; ///< when it was captured: seconds since 1970
    std::size_t store = 0; ///< index in ExportPlan::stores
};

/// A text of the bundle. Kept compressed: those of a repo of 100,000 files are 80 MB.
struct PlannedText {
    QByteArray path;
    QByteArray compressed; ///< qCompress()ed
    qint64 time = 0;
};

/// All that is to be known before the first byte of a bundle is written.
struct ExportPlan {
    std::vector<Store> stores;
    std::vector<PlannedText> texts; ///< in the order of an archive
    std::vector<PlannedContent> contents;
    ExportLook look;
    qint64 textBytes = 0;
};

/// The user stopped it: nothing of it is kept, unlike what was fetched.
[[nodiscard]] Error exportStopped();

/// Whether the texts of the bundle are made, too. To weigh it, they are not needed.
enum class BundleTexts { LeaveOut, Make };

/// Reads records, the Hub's answers and the list of holdings, and names everything. Errors: those of weighExport().
[[nodiscard]] Expected<ExportPlan> planExport(Library& library, const ExportWish& wish, BundleTexts texts);

} // namespace hugger
