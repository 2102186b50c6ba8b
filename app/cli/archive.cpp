// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/describe.h"
#include "app/cli/jobhost.h"
#include "app/cli/what.h"

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

/// What the line asks for. Asks the Hub only where a link does not say by itself where its revision ends.
Task<Expected<ArchiveWish>> wishOf(Context& context)
{
    const auto settings = context.app.settings();
    if (!settings)
        co_return std::unexpected(settings.error());
    auto link = parseLink(context.args.operands.front(), settings->endpoint);
    if (!link)
        co_return std::unexpected(link.error());
    if (!link->unsplit.isEmpty()) {
        const auto hub = co_await context.app.hub();
        if (!hub)
            co_return std::unexpected(hub.error());
        link = co_await (*hub)->settleLink(*link, context.stop);
        if (!link)
            co_return std::unexpected(link.error());
    }
    link = withRevision(*std::move(link), context.args.value(u"revision"_s));
    if (!link)
        co_return std::unexpected(link.error());

    ArchiveWish wish;
    wish.repo = link->repo;
    wish.revision = link->revision;
    wish.store = context.args.value(u"store"_s);
    wish.selection.include = context.args.values(u"include"_s);
    wish.selection.exclude = context.args.values(u"exclude"_s);
    if (!link->path.isEmpty()) {
        if (!wish.selection.include.isEmpty()) {
            co_return fail(
                ErrorKind::Usage, u"usage"_s,
                u"The link already names %1 alone. Leave --include out, or give the repository without a path."_s.arg(
                    link->path));
        }
        wish.selection.include = globsFor(*link);
    }
    co_return wish;
}

Task<Expected<int>> dryRun(Context& context, Library& library, ArchiveWish wish)
{
    const auto hub = co_await context.app.hub();
    if (!hub)
        co_return std::unexpected(hub.error());
    const Planner planner(library, **hub);
    const auto plan = co_await planner.make(wish, 0, context.stop);
    if (!plan)
        co_return std::unexpected(plan.error());
    const QString store = plan->wish.store.isEmpty() ? QString() : library.storeLabel(plan->wish.store);
    if (context.out.isJson())
        context.out.document({{u"plan"_s, planJson(*plan, store)}});
    else
        printPlan(context.out, *plan, store);
    co_return 0;
}

} // namespace

Task<Expected<int>> runArchive(Context& context)
{
    if (context.args.has(u"dry-run"_s)) {
        const auto library = co_await openLibrary(context, Library::Access::ReadOnly);
        if (!library)
            co_return std::unexpected(library.error());
        const auto wish = co_await wishOf(context);
        if (!wish)
            co_return std::unexpected(wish.error());
        co_return co_await dryRun(context, **library, *wish);
    }
    // The lock before the network: who must wait is told at once.
    const auto host = co_await openJobs(context);
    if (!host)
        co_return std::unexpected(host.error());
    const auto wish = co_await wishOf(context);
    if (!wish)
        co_return std::unexpected(wish.error());
    const auto job = co_await (*host)->archive(*wish);
    if (!job)
        co_return std::unexpected(job.error());
    const JobEnd end = co_await (*host)->finish(*job);
    if (!end.outcome)
        co_return std::unexpected(end.error);
    Library& library = (*host)->library();
    if (!context.out.isJson()) {
        printArchived(context, library, *end.outcome);
        co_return 0;
    }
    const auto row = archivedRow(library, *end.outcome);
    if (!row)
        co_return std::unexpected(row.error());
    StoreNames stores(library);
    context.out.document({{u"snapshot"_s, snapshotJson(*row, stores, end.outcome->fetchedBytes)}});
    co_return 0;
}

} // namespace hugger
