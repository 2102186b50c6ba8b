// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/describe.h"
#include "app/cli/what.h"

using namespace Qt::StringLiterals;

namespace hugger {

Task<Expected<int>> runEvents(Context& context)
{
    const auto limit = context.args.number(u"limit"_s, 100);
    if (!limit)
        co_return std::unexpected(limit.error());
    const auto library = co_await openLibrary(context, Library::Access::ReadOnly);
    if (!library)
        co_return std::unexpected(library.error());
    std::optional<RepoId> repo;
    if (!context.args.operands.isEmpty()) {
        const auto settings = context.app.settings();
        if (!settings)
            co_return std::unexpected(settings.error());
        // What was removed has a history, too: it need not be held.
        const auto link = parseLink(context.args.operands.front(), settings->endpoint);
        if (!link)
            co_return std::unexpected(link.error());
        repo = link->repo;
    }
    const auto events = (*library)->state().events({.repo = repo, .limit = *limit});
    if (!events)
        co_return std::unexpected(events.error());
    if (context.out.isJson()) {
        context.out.beginList(u"events"_s);
        for (const Event& event : *events)
            context.out.item(eventJson(event));
        context.out.endList();
        co_return 0;
    }
    for (const Event& event : *events)
        context.out.line(u"%1  %2  %3  %4"_s.arg(event.at, event.type.leftJustified(12),
                                                 snapshotName({event.repo, event.commit}, {}), event.detail));
    if (events->isEmpty())
        context.out.notice(u"Nothing has happened yet."_s);
    co_return 0;
}

} // namespace hugger
