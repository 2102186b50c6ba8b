// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/record.h"

namespace hugger {

/// STORE/hub: the layout huggingface_hub reads (hub-contract D.1, D.2), made of links into objects/. Can be thrown away
/// and rebuilt from the records at any time; never the truth. Everything here blocks.
///
/// blobs/<etag> is a hard link to the object (else a reflink, else a symlink); snapshots/<commit>/<path> is a relative
/// symlink to the blob as the Hub's own client makes it (else a hard link, else a reflink). refs/<name> holds 40
/// characters and no newline; trees/<commit>.json lists the whole commit, without xet hashes, so that huggingface_hub
/// knows what a partial snapshot lacks. No CACHEDIR.TAG is written.
class HubView final {
public:
    explicit HubView(Store store);

    /// snapshots/<commit>: the folder of plain-named files.
    [[nodiscard]] QString snapshotFolder(const SnapshotKey& key) const;
    /// Adds or refreshes a snapshot: links that are missing or lead to another inode are made anew; it may be called
    /// again after an interruption and completes what that one began. `listing` is the whole commit for trees/; when it
    /// is empty, a complete record stands in, and a partial one gets no tree.
    ///
    /// Every ref of the record then points to this snapshot: the caller leaves out those that have moved on. A ref that
    /// cannot be a file name, or that clashes with one that is there ("feat" and "feat/x"), is left out with a warning:
    /// what was there stays. Integrity "object_missing", after everything else was published, when an object is gone.
    /// Disk "no_links" where no kind of link works (exFAT): the snapshot is held all the same and the caller says that
    /// the view is left out.
    [[nodiscard]] Done publish(const Record& record, const QList<FileEntry>& listing) const;
    /// Takes a snapshot out, with the refs that point to it and the blobs no other snapshot of that repo's view uses.
    /// One that is not there is fine.
    [[nodiscard]] Done unpublish(const SnapshotKey& key) const;

private:
    [[nodiscard]] QString repoFolder(const RepoId& repo) const;
    [[nodiscard]] Done publishFiles(const Record& record) const;
    [[nodiscard]] Done publishTree(const Record& record, const QList<FileEntry>& listing) const;
    [[nodiscard]] Done publishRefs(const Record& record) const;

    Store m_store;
};

} // namespace hugger
