// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/async.h"
#include "bundle/bundle.h"

namespace hugger {

/// What an export would write, before anything is.
struct ExportLook {
    qint64 snapshots = 0;
    qint64 files = 0; ///< of all snapshots
    qint64 bytes = 0; ///< of all files
    qint64 payloadFiles = 0; ///< contents that go into the bundle, each once
    qint64 payloadBytes = 0;
    qint64 leftOutBytes = 0; ///< contents the other side holds already
    qint64 freeBytes = -1; ///< where the target is to be; -1: not known
};

/// What an export gave.
struct Exported {
    QString target;
    QStringList volumes; ///< the files that were made; for a folder none
    ExportLook look;
    qint64 writtenBytes = 0; ///< on disk

    [[nodiscard]] QJsonObject toJson() const; ///< Job::result: the same names, in snake_case
};

/// Reads the records, and the list of holdings where one is given, and looks at the target unless that is empty.
/// NotHeld "not_held", Disk "store_unplugged", "target_exists", "disk_full" (known only where nothing is compressed),
/// Integrity "damaged" (a verify said so), Usage "bad_holdings", "nothing_to_export" (the other side holds all of it),
/// "bad_target" (no such folder, or it is in a store), "split_folder". Blocks; in the thread of the library.
[[nodiscard]] Expected<ExportLook> weighExport(Library& library, const ExportWish& wish);

/// Writes the bundle beside its target under another name, proves each content by its SHA-256 on the way, syncs, and
/// gives it its name last: what has the name is whole. Stopped or failed, nothing of it stays. Memory stays flat.
///
/// Integrity "damaged" when bytes are not what they should be (the catalog and the record then know, too); Disk
/// "disk_full"; Busy "target_busy"; all of weighExport(). Lives in the thread of the library, works on the pool.
[[nodiscard]] Task<Expected<Exported>> exportBundle(Library& library, ExportWish wish, QThreadPool& pool,
                                                    std::shared_ptr<WorkProgress> progress, std::stop_token stop);

} // namespace hugger
