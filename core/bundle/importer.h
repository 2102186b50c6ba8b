// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/async.h"
#include "bundle/bundle.h"

namespace hugger {

/// What a bundle says about itself: nothing of it is proved.
struct BundleLook {
    BundleFormat format = BundleFormat::Folder;
    enum class Kind {
        Bundle, ///< made by hugger
        Bag, ///< made by another BagIt tool
        Plain, ///< a folder of files
    } kind = Kind::Bundle;
    QList<BundledSnapshot> snapshots; ///< for a bag or a folder that does not say: one, as it would be named
    qint64 payloadFiles = -1; ///< -1: not known
    qint64 payloadBytes = -1;
    qint64 neededBytes = 0; ///< contents it leaves out, because the other side held them
    QString madeBy; ///< "hugger 0.5"
    QString madeAt; ///< ISO 8601
};

/// What an import gave.
struct Imported {
    QList<HeldSnapshot> snapshots;
    qint64 files = 0;
    qint64 bytes = 0;
    qint64 newBytes = 0; ///< of contents that were not held before
    qint64 merged = 0; ///< snapshots that were held already
    QString viewTrouble; ///< why a view was left out, if one was

    [[nodiscard]] QJsonObject toJson() const; ///< Job::result: the same names, in snake_case
};

/// Reads as far as it must to say what a bundle is. Blocks. NotFound "no_such_file"; Integrity "bad_bundle" with what
/// is wrong; Usage "not_a_bundle".
[[nodiscard]] Expected<BundleLook> lookIntoBundle(const ImportWish& wish);

/// Takes a bundle into quarantine beside the store (STORE/quarantine/import-...), checks every entry and proves every
/// hash against manifest and record there, and only then lets contents, records, view and catalog in, as archiving
/// does. A snapshot that is held already is merged with what comes. Refused, failed or stopped, nothing of it stays.
///
/// Integrity "bad_bundle": the entry is named with what is wrong with it. Integrity "not_held_here": a differential
/// bundle wants contents that are not held (detail: which). Disk "disk_full", "store_unplugged". Lives in the thread of
/// the library, works on the pool.
[[nodiscard]] Task<Expected<Imported>> importBundle(Library& library, ImportWish wish, QThreadPool& pool,
                                                    std::shared_ptr<WorkProgress> progress, std::stop_token stop);

} // namespace hugger
