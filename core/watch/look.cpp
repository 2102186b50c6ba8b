// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/look.h"

#include "base/format.h"

using namespace Qt::StringLiterals;

namespace hugger {

RepoLook::RepoLook(Library& library, const HubClient& hub, QString account)
    : m_library(library)
    , m_hub(hub)
    , m_account(hub.http().hasToken() ? std::move(account) : u"anonymous"_s)
{
}

Task<Expected<Sighting>> RepoLook::run(Seen before, RepoId held, QList<HeldRow> rows, std::stop_token stop) const
{
    Sighting now;
    now.at = isoNow();
    now.account = m_account;
    now.asked = before.name.isEmpty() ? held.id : before.name;
    const auto info = co_await m_hub.info({held.kind, now.asked}, {}, stop);
    if (!info)
        co_return std::unexpected(info.error());
    now.info = *info;
    now.head = rows.isEmpty() ? info->commit : rows.first().commit;
    co_return now;
}

} // namespace hugger
