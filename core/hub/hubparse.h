// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "hub/hubtypes.h"

#include <QtCore/QStringList>

#include <optional>

namespace hugger {

/// The Hub's answers as types. Whatever is not as the contract says (B.1 to B.4) is Network "bad_answer", never a
/// default. `what` names the answer for a person: "The Hub's answer about acme/tiny".

/// Refuses what no answer of a Hub is before it is parsed: nothing at all, or JSON nested more than 64 levels deep.
[[nodiscard]] Done checkJsonBody(QByteArrayView body, const QString& what);
/// True for a web page: what a login page of a network sends in the Hub's place.
[[nodiscard]] bool isWebPage(QByteArrayView contentType, QByteArrayView body);

[[nodiscard]] Expected<RepoInfo> parseInfo(const QByteArray& body, RepoKind kind, const QString& what);

/// One page of a tree.
struct TreePage {
    QList<FileEntry> files;
    QStringList folders; ///< only to see whether a page brings anything new
};
[[nodiscard]] Expected<TreePage> parseTreePage(const QByteArray& body, const QString& what);
[[nodiscard]] Expected<RepoRefs> parseRefs(const QByteArray& body, const QString& what);
/// A list of commits, kept byte for byte: only that it is a list is checked.
[[nodiscard]] Done checkHistory(const QByteArray& body, const QString& what);
/// The same as types.
[[nodiscard]] Expected<QList<CommitEntry>> parseHistory(const QByteArray& body, const QString& what);
/// One page of the list of an owner's repos; entries that are none, or have no `_id`, are left out.
[[nodiscard]] Expected<QList<OwnedRepo>> parseOwned(const QByteArray& body, RepoKind kind, const QString& what);
[[nodiscard]] Expected<WhoAmI> parseWhoAmI(const QByteArray& body, const QString& what);

/// One page of a search. What an entry lacks has its default, and one that is not the description of a repo is left
/// out: nothing is decided by them.
[[nodiscard]] Expected<QList<SearchHit>> parseSearch(const QByteArray& body, RepoKind kind, const QString& what);

/// The target of rel="next" in the Link headers, as written; nothing when there is none.
[[nodiscard]] std::optional<QByteArray> nextLink(QByteArrayView linkHeader);

} // namespace hugger
