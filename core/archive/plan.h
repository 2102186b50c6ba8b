// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "archive/library.h"
#include "archive/selection.h"
#include "hub/hubclient.h"

namespace hugger {

/// What to archive.
struct ArchiveWish {
    RepoId repo;
    QString revision; ///< empty: the default branch
    QByteArray commit; ///< set once known: planning again never moves to another commit
    Selection selection;
    QString store; ///< label or id; empty: the default one
};

/// A file that is wanted, and where its bytes come from.
struct PlannedFile {
    FileEntry entry;
    enum class Source {
        Fetch, ///< from the Hub
        Held, ///< an object of the target store already
        OtherStore, ///< copied from another store of this profile, proved on the way
    } source = Source::Fetch;
    QByteArray sha256; ///< of the content, where known before fetching
    QString otherStore; ///< id, for OtherStore
};

/// What archiving will do. Nothing is written before it is made, and nothing has been when making it failed.
struct Plan {
    ArchiveWish wish; ///< with commit and store id filled in
    RepoInfo info;
    QStringList refs; ///< names that lead to this commit now
    Listing listing;
    QList<HubAnswer> answers; ///< info, refs, tree pages, commits
    QList<PlannedFile> files; ///< the selected ones, by path
    qint64 bytes = 0; ///< of the selected files
    qint64 heldBytes = 0; ///< of these, held already (in any store)
    qint64 fetchBytes = 0; ///< to come over the network, each content once
    qint64 fetchFiles = 0;
    qint64 freeBytes = 0; ///< on the target store now
    qint64 freeAfter = 0; ///< after this job, and what other jobs still need
    QStringList warnings; ///< gated, license, pickle files, custom code: sentences
};

/// What is left free on the store's disk for records, links and the catalog, in bytes.
[[nodiscard]] qint64 spaceMargin(const QString& folder, qsizetype files);

/// Archiving the same snapshot again: fetches what is damaged or missing of what is held, and nothing else.
[[nodiscard]] ArchiveWish repairWish(const SnapshotRow& row, const Record& record);

/// Whether want of space is an error, or only told by Plan::freeAfter.
enum class SpaceCheck { Refuse, Tell };

/// Makes plans. Lives in the thread of the library.
class Planner final {
public:
    Planner(Library& library, const HubClient& hub)
        : m_library(library)
        , m_hub(hub)
    {
    }

    /// Resolves the revision to a commit once, lists the whole tree there, checks every path, applies the selection,
    /// subtracts what is held, checks space. `reservedBytes` is what other jobs will still write to that store. Errors:
    /// those of HubClient; Failed "hostile_path"; Disk "disk_full", "store_unplugged"; NotFound "nothing_selected".
    [[nodiscard]] Task<Expected<Plan>> make(ArchiveWish wish, qint64 reservedBytes, std::stop_token stop,
                                            SpaceCheck space = SpaceCheck::Refuse) const;

private:
    Library& m_library;
    HubClient m_hub;
};

} // namespace hugger
