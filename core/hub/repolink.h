// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/repoid.h"

#include <QtCore/QStringList>
#include <QtCore/QUrl>

namespace hugger {

/// What a user meant by a link or an id: the WHAT of every command.
struct RepoLink {
    RepoId repo;
    QString revision; ///< branch, tag, refs/pr/N or commit; empty when none was named
    QString path; ///< file or folder inside the repo; empty for the whole repo
    bool isFolder = false; ///< path is a folder (from /tree/); hf:// does not tell, so there it may be one all the same
    /// A raw link with slashes after /tree/, /blob/ or /resolve/ does not say where the revision ends
    /// ("feat/x/config.json"). Then this is everything after the verb, decoded; `revision` and `path` hold the most
    /// likely split, and HubClient::settleLink decides by the repo's refs.
    QString unsplit;
};

/// Understands, with or without a scheme: org/name, name, datasets/org/name, spaces/org/name, models/org/name,
/// id@revision, hf://[kind/]org/name[@rev][/path], any link to huggingface.co, hf.co or the endpoint (page,
/// /tree/REV[/path], /blob/REV/path, /resolve/REV/path, /raw/REV/path, /commit/SHA, /commits/REV, /discussions/N as
/// refs/pr/N, /api/... links), with queries, hashes, trailing slashes and %2F. Everything else is a usage error that
/// says what would be understood; pages that are not repos (/docs, /papers, /collections, /settings, user pages ...)
/// say that.
[[nodiscard]] Expected<RepoLink> parseLink(const QString& text, const QUrl& endpoint);

/// Refuses what no branch, tag or commit can be called (git's own rules): also for --revision.
[[nodiscard]] Done checkRevision(const QString& revision);

/// Decides an `unsplit` link by the names and full names of the repo's refs: the longest that the text begins with,
/// else the likely split stays.
[[nodiscard]] RepoLink splitByRefs(RepoLink link, const QStringList& refNames);

} // namespace hugger
