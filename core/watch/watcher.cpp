// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/watcher.h"

#include "watch/upstreamlook.h"

using namespace Qt::StringLiterals;

namespace hugger {

Watcher::Watcher(Library& library, const HubClient& hub, WatchPolicy policy, QObject* parent)
    : QObject(parent)
    , m_library(library)
    , m_hub(hub)
    , m_policy(policy)
{
}

Watcher::~Watcher() = default;

Task<Expected<UpstreamCheck>> Watcher::check(RepoId repo, QString revision, std::stop_token stop)
{
    const UpstreamLook look(m_library, m_hub);
    auto check = co_await look.run(repo, revision, stop);
    co_return check;
}

Expected<qint64> Watcher::checkSoon(const QList<RepoId>& repos)
{
    return repos.size();
}

Task<Expected<UpdatePreview>> Watcher::preview(RepoId repo, QString revision, std::stop_token stop)
{
    UpdatePreview preview;
    preview.held = repo;
    preview.wish.revision = revision;
    if (stop.stop_requested())
        co_return std::unexpected(interrupted());
    co_return preview;
}

Expected<WatchRow> Watcher::watched(const RepoId& repo) const
{
    const auto row = m_library.state().watched(repo);
    if (!row)
        return std::unexpected(row.error());
    return row->value_or(WatchRow{.repo = repo});
}

Done Watcher::setRule(const QList<RepoId>& repos, const WatchRule& rule)
{
    for (const RepoId& repo : repos) {
        if (const auto ok = m_library.state().setWatchRule(repo, rule); !ok)
            return ok;
    }
    return {};
}

} // namespace hugger
