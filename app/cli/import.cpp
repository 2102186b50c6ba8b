// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/bundlewords.h"
#include "app/cli/commands.h"
#include "app/cli/describe.h"
#include "app/cli/jobhost.h"
#include "hub/repolink.h"

#include <QtCore/QDir>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

Expected<ImportWish> wishOf(Context& context)
{
    ImportWish wish;
    wish.source = QDir::cleanPath(QDir::current().absoluteFilePath(context.args.operands.front()));
    wish.storeId = context.args.value(u"store"_s);
    const QString name = context.args.value(u"as"_s);
    if (name.isEmpty())
        return wish;
    const auto settings = context.app.settings();
    if (!settings)
        return std::unexpected(settings.error());
    const auto link = parseLink(name, settings->endpoint);
    if (!link)
        return std::unexpected(link.error());
    if (!link->revision.isEmpty() || !link->path.isEmpty() || !link->unsplit.isEmpty()) {
        return fail(ErrorKind::Usage, u"usage"_s,
                    u"--as takes a name such as org/name or datasets/org/name, without revision or path."_s);
    }
    wish.as = link->repo;
    return wish;
}

} // namespace

Task<Expected<int>> runImport(Context& context)
{
    const bool isDry = context.args.has(u"dry-run"_s);
    std::unique_ptr<JobHost> host;
    if (!isDry) {
        // The lock first: who must wait is told at once.
        auto opened = co_await openJobs(context);
        if (!opened)
            co_return std::unexpected(opened.error());
        host = *std::move(opened);
    }
    const auto wish = wishOf(context);
    if (!wish)
        co_return std::unexpected(wish.error());
    const ImportWish& wanted = *wish;
    const auto look = co_await onPool(&context.app.pool(), [wanted] { return lookIntoBundle(wanted); });
    if (!look)
        co_return std::unexpected(look.error());
    if (isDry) {
        if (context.out.isJson())
            context.out.document({{u"bundle"_s, bundleLookJson(wanted, *look)}});
        else
            printBundleLook(context.out, wanted, *look);
        co_return 0;
    }
    const auto job = co_await host->importBundle(wanted);
    if (!job)
        co_return std::unexpected(job.error());
    const JobEnd end = co_await host->finish(*job);
    if (!end.outcome)
        co_return std::unexpected(end.error);
    Library& library = host->library();
    if (!context.out.isJson()) {
        printDone(context, library, end);
        co_return 0;
    }
    StoreNames stores(library);
    QJsonArray snapshots;
    for (const SnapshotRow& row : importedRows(library, end.status.job))
        snapshots.append(snapshotJson(row, stores));
    context.out.document({{u"import"_s, end.status.job.result}, {u"snapshots"_s, snapshots}});
    co_return 0;
}

} // namespace hugger
