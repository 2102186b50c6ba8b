// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/hubtypes.h"
#include "hub/repolink.h"
#include "net/httpclient.h"

#include <functional>

namespace hugger {

/// The Hub's API as types. Every answer is checked: wrong types, HTML where JSON was due, endless or repeating pages
/// and pages of another host are errors, not data.
///
/// Errors (hub-contract B.5): NotFound "repo_not_found" (also a bare 401, when the Hub does not say whether the repo is
/// missing or private), "revision_not_found", "file_not_found"; NotAllowed "token_invalid", "token_missing", "gated"
/// (says to ask for access at the repo's page and to set a token), "disabled", "forbidden", "blocked_by_law" (451);
/// Network "hub_failing" (5xx), "rate_limited", "bad_answer", "captive_portal".
class HubClient final {
public:
    explicit HubClient(HttpClient& http)
        : m_http(http)
    {
    }

    [[nodiscard]] HttpClient& http() const { return m_http; }

    /// Sees every answer, redirects and refusals, too: what was asked for (method, address) and what came. Not the ones
    /// that were tried again.
    using Witness = std::function<void(const HttpRequest& asked, const HttpAnswer& answer)>;
    /// The same client, with somebody who sees what it is answered.
    [[nodiscard]] HubClient witnessedBy(Witness witness) const;
    /// The same client, whose requests leave room for others (HttpRequest::isBackground).
    [[nodiscard]] HubClient inBackground() const;

    /// B.1, at a revision ("" = the default branch). Follows a rename; the answer's repo says where it led.
    [[nodiscard]] Task<Expected<RepoInfo>> info(RepoId repo, QString revision, std::stop_token stop) const;
    /// Whether the Hub itself says, in the words it has for that, that there is no such repo for whoever asks: deleted
    /// or made private, it does not say which. A server that only does not know the address says nothing of the kind.
    [[nodiscard]] Task<Expected<bool>> isGone(RepoId repo, std::stop_token stop) const;
    /// B.2, recursive, every page. Refuses what repeats or never ends (more than a million files).
    [[nodiscard]] Task<Expected<Listing>> tree(RepoId repo, QByteArray commit, std::stop_token stop) const;
    /// B.3, with pull requests.
    [[nodiscard]] Task<Expected<RepoRefs>> refs(RepoId repo, std::stop_token stop) const;
    /// The newest commits, one page, byte for byte: kept with the record. Gated repos refuse it (NotAllowed).
    [[nodiscard]] Task<Expected<QByteArray>> commits(RepoId repo, QByteArray commit, std::stop_token stop) const;
    /// The commits that lead to `commit`, itself the first, page by page until `until` is met (which is not among
    /// them), the first commit of all is reached, or `maxCommits` came: History::end says which. Gated repos refuse it
    /// (NotAllowed).
    [[nodiscard]] Task<Expected<History>> history(RepoId repo, QByteArray commit, QByteArray until,
                                                  qsizetype maxCommits, std::stop_token stop) const;
    /// A small file of a commit, at most `maxBytes`. Failed "file_large" for more, and for what the Hub keeps elsewhere
    /// (LFS files).
    [[nodiscard]] Task<Expected<QByteArray>> smallFile(RepoId repo, QByteArray commit, QString path, qint64 maxBytes,
                                                       std::stop_token stop) const;
    /// Whether files may be read: one HEAD of resolve (B.7 step 7).
    [[nodiscard]] Task<Done> probeAccess(RepoId repo, QByteArray commit, QString path, std::stop_token stop) const;
    /// The repos of a user or an organisation that whoever asks may see, with what they are known by across renames.
    /// Of very many only the first thousands.
    [[nodiscard]] Task<Expected<QList<OwnedRepo>>> reposOf(RepoKind kind, QString owner, std::stop_token stop) const;
    [[nodiscard]] Task<Expected<WhoAmI>> whoAmI(std::stop_token stop) const;

    /// B.4, one page. `words`, `sort` (as the Hub names it) and `filter` (a tag) may be empty; `page` is
    /// SearchPage::next of the page before, and only an address of this Hub.
    [[nodiscard]] Task<Expected<SearchPage>> search(RepoKind kind, QString words, QString sort, QString filter,
                                                    QUrl page, std::stop_token stop) const;

    /// Decides where the revision ends in a raw link with slashes, by the repo's refs: refs/pr/N and refs/convert/X,
    /// then the longest branch or tag that is a prefix, then the first segment.
    [[nodiscard]] Task<Expected<RepoLink>> settleLink(RepoLink link, std::stop_token stop) const;

    /// Where the bytes of a file are asked for: {endpoint}{page}/resolve/{commit}/{path}.
    [[nodiscard]] QUrl resolveUrl(const RepoId& repo, const QByteArray& commit, const QString& path) const;

private:
    /// The endpoint (which may have a path of its own) and `pathAndQuery`, which is encoded already.
    [[nodiscard]] QUrl urlOf(const QString& pathAndQuery) const;
    /// Every request goes through here: as background and witness want it.
    [[nodiscard]] Task<Expected<HttpAnswer>> send(HttpRequest request, std::stop_token stop) const;
    /// An answer with JSON in it, or the error it stands for.
    [[nodiscard]] Task<Expected<HttpAnswer>> get(QUrl url, RepoId repo, QString what, std::stop_token stop) const;

    HttpClient& m_http;
    Witness m_witness;
    bool m_isBackground = false;
};

/// What an answer that is not 2xx means (B.5). `what` is what was asked for, in words: "acme/tiny at main"; `repo` has
/// no id where it was about none.
[[nodiscard]] Error hubError(const HttpAnswer& answer, const RepoId& repo, const QString& what, bool hadToken,
                             const QUrl& endpoint);

} // namespace hugger
