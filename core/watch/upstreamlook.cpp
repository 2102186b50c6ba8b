// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/upstreamlook.h"

#include "base/hash.h"
#include "base/log.h"
#include "base/say.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

/// What the Hub says about the repo in refusing it; nothing for any other trouble.
QString stateInError(const Error& error)
{
    if (error.code == "disabled"_L1)
        return u"disabled"_s;
    if (error.code == "gated"_L1)
        return u"gated"_s;
    return {};
}

} // namespace

Task<Expected<UpstreamCheck>> UpstreamLook::run(RepoId repo, QString revision, std::stop_token stop) const
{
    const auto rows = m_library.catalog().heldOf(repo, {});
    if (!rows)
        co_return std::unexpected(rows.error());
    if (rows->isEmpty())
        co_return fail(ErrorKind::NotHeld, u"not_held"_s,
                       Say::tr("%1 is not in the archive any more.").arg(repo.display()));
    UpstreamCheck check;
    check.repo = repo;
    const bool hadToken = m_hub.http().hasToken();
    const auto info = co_await m_hub.info(repo, revision, stop);
    if (!info) {
        check.upstream = stateInError(info.error());
        // A private one looks as if it were gone to whoever comes without a token.
        if (info.error().code == "repo_not_found"_L1 && (hadToken || !wasPrivate(*rows))) {
            const auto gone = co_await m_hub.isGone(repo, stop);
            if (gone && *gone)
                check.upstream = u"gone"_s;
        }
        if (check.upstream.isEmpty())
            co_return std::unexpected(info.error());
        co_return check;
    }
    const RepoInfo found = *info;
    const QList<HeldRow> held = *rows;
    const bool isFollowed = mainIfNone(revision) == followedRevision(held);
    const auto state = co_await stateOf(found, isFollowed, held, stop);
    if (!state)
        co_return std::unexpected(state.error());
    check.upstream = *state;
    const bool isHeld =
        std::ranges::any_of(held, [&](const HeldRow& row) { return row.commit == found.commit && row.isComplete; });
    if (isHeld || check.upstream == "gated"_L1 || check.upstream == "disabled"_L1)
        co_return check;

    ArchiveWish wish;
    wish.repo = found.repo;
    wish.revision = revision;
    wish.commit = found.commit;
    wish.store = held.first().storeId;
    const Planner planner(m_library, m_hub);
    const auto plan = co_await planner.make(wish, 0, stop, SpaceCheck::Tell);
    if (plan)
        check.update = UpstreamCheck::Update{found.commit, plan->fetchFiles, plan->fetchBytes};
    else if (plan.error().kind == ErrorKind::Interrupted)
        co_return std::unexpected(plan.error());
    else
        qCInfo(lcArchive) << "how much is newer cannot be told:" << plan.error().message;
    co_return check;
}

Task<Expected<QString>> UpstreamLook::stateOf(RepoInfo info, bool isFollowed, QList<HeldRow> rows,
                                              std::stop_token stop) const
{
    if (info.disabled)
        co_return u"disabled"_s;
    if (info.gating != Gating::No) {
        const HeldRow newest = rows.first();
        const auto barred = co_await isBarred(info, newest, stop);
        if (!barred)
            co_return std::unexpected(barred.error());
        if (*barred)
            co_return u"gated"_s;
    }
    const QString id = rows.first().repo.id;
    if (info.repo.id.compare(id, Qt::CaseInsensitive) != 0)
        co_return u"renamed"_s;
    if (!isFollowed) {
        // Where a tag leads makes nothing old, and nothing current. That the repo is there is said by it.
        const bool wasDenied = std::ranges::any_of(rows, [](const HeldRow& row) {
            return row.upstream == "gone"_L1 || row.upstream == "gated"_L1 || row.upstream == "disabled"_L1
                || row.upstream == "renamed"_L1;
        });
        co_return wasDenied ? u"unknown"_s : QString();
    }
    const bool isHeld = std::ranges::any_of(rows, [&](const HeldRow& row) { return row.commit == info.commit; });
    co_return isHeld ? u"current"_s : u"newer"_s;
}

/// By the newest that can be read: its drive may be away.
bool UpstreamLook::wasPrivate(const QList<HeldRow>& rows) const
{
    for (const HeldRow& row : rows) {
        const auto snapshot = m_library.catalog().snapshot(row.id);
        const auto record = snapshot ? m_library.record(*snapshot) : std::unexpected(snapshot.error());
        if (record)
            return record->isPrivate;
    }
    return false;
}

/// The gate of a repo says nothing to those who may pass it: a file that is held is asked for.
Task<Expected<bool>> UpstreamLook::isBarred(RepoInfo info, HeldRow row, std::stop_token stop) const
{
    const auto snapshot = m_library.catalog().snapshot(row.id);
    const auto record = snapshot ? m_library.record(*snapshot) : std::unexpected(snapshot.error());
    if (!record || record->files.isEmpty())
        co_return false; // its drive is away: nothing to ask with
    const QByteArray commit = row.commit;
    const QString path = record->files.first().path;
    const RepoId repo = info.repo;
    const auto allowed = co_await m_hub.probeAccess(repo, commit, path, stop);
    if (allowed)
        co_return false;
    if (stateInError(allowed.error()) == "gated"_L1)
        co_return true;
    // Its history was rewritten, perhaps: that is another thing than a gate.
    if (allowed.error().kind == ErrorKind::NotFound)
        co_return false;
    co_return std::unexpected(allowed.error());
}

} // namespace hugger
