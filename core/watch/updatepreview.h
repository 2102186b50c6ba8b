// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "archive/plan.h"
#include "watch/filechange.h"
#include "watch/seen.h"

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

/// The rule by which a snapshot's successor is chosen: that of the snapshot. Several become one that takes all that any
/// of them takes, and perhaps more: then `warnings` (may be null) says so.
[[nodiscard]] Selection updateSelection(const Record& record, QStringList* warnings);

/// What update archives: by the present name (`nameNow`, empty: as held), with the selection and the store of the
/// newest snapshot of that revision ("": the followed one). No commit is named: the newest is meant. `warnings` (may be
/// null) gets what was decided. NotHeld "not_held"; the errors of Library. Whether the Hub still has the same repo
/// under that name is for the caller to check (UpdatePreviewer does).
[[nodiscard]] Expected<ArchiveWish> updateWish(Library& library, const RepoId& held, const QString& nameNow,
                                               const QString& revision, QStringList* warnings);

/// Says what an update would bring. Lives in the thread of the library; writes nothing.
class UpdatePreviewer final {
public:
    /// Both must outlive it.
    UpdatePreviewer(Library& library, const HubClient& hub)
        : m_library(library)
        , m_hub(hub)
    {
    }

    /// As updateWish(); NotFound "repo_replaced" when another repo has the name; the errors of HubClient and Planner.
    [[nodiscard]] Task<Expected<UpdatePreview>> run(RepoId held, QString nameNow, QString revision,
                                                    std::stop_token stop) const;

private:
    [[nodiscard]] Task<Done> addLicense(UpdatePreview* preview, Capture from, Plan plan, QList<HeldRow> rows,
                                        std::stop_token stop) const;
    [[nodiscard]] Task<Done> addCommits(UpdatePreview* preview, RepoId repo, std::stop_token stop) const;

    Library& m_library;
    HubClient m_hub;
};

} // namespace hugger
