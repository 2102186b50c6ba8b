// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "archive/plan.h"
#include "watch/filechange.h"
#include "watch/finding.h"

namespace hugger {

/// What an update would bring, before anything is fetched. The old snapshot stays whatever is done.
struct UpdatePreview {
    ArchiveWish wish; ///< what update archives: repo (by its present name), revision, commit, selection, store
    RepoId held; ///< as it is held
    QByteArray from; ///< the newest commit held of that revision
    bool isHeld = false; ///< the newest commit is held in full: there is nothing to update
    bool isRewritten = false; ///< `from` is not in the history of the newest commit any more
    QList<FileChange> changes; ///< of what the selection covers
    qint64 fetchFiles = 0;
    qint64 fetchBytes = 0;
    qint64 freeAfter = 0; ///< bytes, on the store's disk
    LicenseChange license; ///< isAny() says whether there is one
    QList<CommitEntry> commits; ///< since `from`, newest first, at most 50; empty when the Hub refuses to list them
    bool hasMoreCommits = false;
    QStringList warnings; ///< sentences
};

} // namespace hugger
