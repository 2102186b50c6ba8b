// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/repoid.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QStringList>
#include <QtCore/QUrl>

#include <optional>

namespace hugger {

/// "false", "auto" or "manual": whether files are behind a gate (hub-contract B.1).
enum class Gating { No, Auto, Manual };
[[nodiscard]] QString gatingName(Gating gating);

/// License facts as the Hub gives them; nothing is concluded from them.
struct LicenseFacts {
    QStringList ids; ///< cardData.license (text or list), else the license: tags
    QString name; ///< cardData.license_name
    QString link; ///< cardData.license_link

    bool operator==(const LicenseFacts&) const = default;
};

/// The Hub's answer about a repo at a revision.
struct RepoInfo {
    RepoId repo; ///< as the Hub spells it now: differs from the request after a rename
    QString hubId; ///< `_id`, survives renames; may be empty on other servers
    QByteArray commit; ///< 40 hex
    Gating gating = Gating::No;
    bool isPrivate = false;
    bool disabled = false;
    LicenseFacts license;
    QStringList tags;
    QString lastModified; ///< ISO 8601 as given
    QByteArray raw; ///< the answer, byte for byte
};

/// One file of a listing at one commit (hub-contract B.2). Paths are foreign until checked.
struct FileEntry {
    QString path;
    qint64 size = 0; ///< bytes of the content, also for LFS
    QByteArray oid; ///< git blob SHA-1; for LFS files that of the pointer, not of the content
    QByteArray sha256; ///< LFS files: SHA-256 of the content; empty for regular files
    QByteArray xetHash; ///< empty when there is none

    [[nodiscard]] bool isLfs() const { return !sha256.isEmpty(); }
    /// Name in a huggingface_hub cache's blobs/: SHA-256 for LFS, git SHA-1 for regular files.
    [[nodiscard]] QByteArray etag() const { return isLfs() ? sha256 : oid; }
    bool operator==(const FileEntry&) const = default;
};

/// A whole listing: every page of it.
struct Listing {
    QList<FileEntry> files;
    QList<QByteArray> pages; ///< the answers, byte for byte, each qCompress()ed so that 100,000 files stay small
};

struct RefEntry {
    QString name; ///< "main", "v1.0", "refs/pr/1": what a user types as a revision
    QString ref; ///< "refs/heads/main"
    QByteArray commit;
    enum class Type { Branch, Tag, Convert, PullRequest } type = Type::Branch;
};

struct RepoRefs {
    QList<RefEntry> refs;
    QByteArray raw;
};

/// A commit as the Hub lists it.
struct CommitEntry {
    QByteArray id; ///< 40 hex
    QString title;
    QString date; ///< ISO 8601 as given
};

/// A piece of history, newest first.
struct History {
    QList<CommitEntry> commits;
    enum class End { Found, Root, Cut } end = End::Cut; ///< the commit looked for; the very first one; too many
};

/// A repo in the list of what its owner has.
struct OwnedRepo {
    RepoId repo;
    QString hubId; ///< `_id`
};

struct WhoAmI {
    QString name;
    QString tokenName;
    QString role; ///< "read", "write", "fineGrained"; empty when not told
};

/// One repo of a search (hub-contract B.4).
struct SearchHit {
    RepoId repo;
    qint64 downloads = 0;
    qint64 likes = 0;
    QString lastModified; ///< ISO 8601 as given
    Gating gating = Gating::No;
    bool isPrivate = false;
    QString license; ///< from its license: tag or card; empty when not told
    qint64 bytes = -1; ///< of the whole repo with its history; -1 when not told
    QStringList tags;
};

struct SearchPage {
    QList<SearchHit> hits;
    QUrl next; ///< asks for the page after it; empty when this is the last
};

} // namespace hugger
