// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/describe.h"
#include "app/cli/eventwords.h"
#include "app/cli/what.h"

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

Error noSuchEvent(const QString& id)
{
    return {ErrorKind::NotFound,
            u"no_such_event"_s,
            u"There is no event %1. `hugger events` lists them with their numbers."_s.arg(id),
            {},
            Retry::Never};
}

Expected<int> showEvent(Context& context, State& state)
{
    const QString asked = context.args.value(u"show"_s);
    const auto id = context.args.number(u"show"_s, 0);
    if (!id)
        return std::unexpected(id.error());
    const auto found = state.events({.before = *id + 1, .limit = 1});
    if (!found)
        return std::unexpected(found.error());
    if (found->isEmpty() || found->first().id != *id)
        return std::unexpected(noSuchEvent(asked));
    const auto facts = state.eventFacts(*id);
    if (!facts)
        return std::unexpected(facts.error());
    if (context.out.isJson())
        context.out.document({{u"event"_s, eventJson(found->first(), *facts)}});
    else
        printEventWhole(context.out, found->first(), *facts);
    return 0;
}

Expected<EventQuery> queryOf(Context& context)
{
    const auto limit = context.args.number(u"limit"_s, 100);
    if (!limit)
        return std::unexpected(limit.error());
    EventQuery query{.types = context.args.values(u"type"_s), .limit = *limit};
    for (const QString& type : std::as_const(query.types)) {
        if (eventTypes().contains(type))
            continue;
        return fail(ErrorKind::Usage, u"usage"_s,
                    u"There is no type of event called \"%1\". There are: %2."_s.arg(type, eventTypes().join(u", "_s)));
    }
    if (context.args.operands.isEmpty())
        return query;
    const auto settings = context.app.settings();
    if (!settings)
        return std::unexpected(settings.error());
    // What was removed has a history, too: it need not be held.
    const auto link = parseLink(context.args.operands.front(), settings->endpoint);
    if (!link)
        return std::unexpected(link.error());
    query.repo = link->repo;
    return query;
}

} // namespace

Task<Expected<int>> runEvents(Context& context)
{
    const bool isOne = context.args.has(u"show"_s);
    if (isOne && !context.args.operands.isEmpty())
        co_return fail(ErrorKind::Usage, u"usage"_s,
                       u"--show takes the number of one event. Leave the repository out."_s);
    const auto query = isOne ? Expected<EventQuery>(EventQuery{}) : queryOf(context);
    if (!query)
        co_return std::unexpected(query.error());
    const auto library = co_await openLibrary(context, Library::Access::ReadOnly);
    if (!library)
        co_return std::unexpected(library.error());
    if (isOne)
        co_return showEvent(context, (*library)->state());
    const auto events = (*library)->state().events(*query);
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
        printEvent(context.out, event);
    if (events->isEmpty())
        context.out.notice(query->repo || !query->types.isEmpty() ? u"Nothing of the kind has happened yet."_s
                                                                  : u"Nothing has happened yet."_s);
    co_return 0;
}

} // namespace hugger
