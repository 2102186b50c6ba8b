// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/bundlewords.h"
#include "app/cli/commands.h"
#include "app/cli/jobhost.h"
#include "app/cli/watchwords.h"
#include "app/cli/what.h"
#include "base/format.h"

#include <QtCore/QDir>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qint64 mostLevel = 19;

std::unexpected<Error> wrong(const QString& message)
{
    return fail(ErrorKind::Usage, u"usage"_s, message);
}

QString absolutePath(const QString& typed)
{
    return QDir::cleanPath(QDir::current().absoluteFilePath(typed));
}

/// What the line says but for the snapshots: known before anything is opened.
Expected<ExportWish> wishOf(const Arguments& args)
{
    ExportWish wish;
    wish.target = absolutePath(args.operands.last());
    wish.format = bundleFormatOf(wish.target);
    if (const QString name = args.value(u"format"_s); !name.isEmpty()) {
        const auto format = bundleFormatFromName(name);
        if (!format)
            return wrong(u"--format takes folder, tar, tar.zst, tar.gz or zip, not \"%1\"."_s.arg(
                escapeForTerminal(name.left(40))));
        wish.format = *format;
    }
    const auto level = args.number(u"level"_s, wish.level);
    if (!level)
        return std::unexpected(level.error());
    if (*level > mostLevel)
        return wrong(u"--level takes a number from 1 to %1."_s.arg(mostLevel));
    if (args.has(u"level"_s) && wish.format != BundleFormat::TarZst)
        return wrong(u"--level is for tar.zst alone."_s);
    wish.level = static_cast<int>(*level);
    if (args.has(u"split"_s)) {
        const auto size = parseSize(u"--split"_s, args.value(u"split"_s));
        if (!size)
            return std::unexpected(size.error());
        if (*size == 0)
            return wrong(u"--split takes the size of a volume, such as 4GB."_s);
        if (wish.format == BundleFormat::Folder)
            return fail(ErrorKind::Usage, u"split_folder"_s,
                        u"A folder cannot be split. Export to a file, such as %1.tar."_s.arg(args.operands.last()));
        wish.splitBytes = *size;
    }
    if (const QString list = args.value(u"since"_s); !list.isEmpty())
        wish.since = absolutePath(list);
    return wish;
}

/// The snapshots that the line names, each once, wherever it lies.
Expected<QList<SnapshotRow>> rowsOf(Context& context, Library& library)
{
    QList<SnapshotRow> rows;
    const QStringList& operands = context.args.operands;
    for (const QString& what : operands.first(operands.size() - 1)) {
        const auto link = heldLink(context, library, what);
        if (!link)
            return std::unexpected(link.error());
        if (!link->path.isEmpty()) {
            return wrong(u"Snapshots are exported as they are held, not %1 alone. Give the id: %2"_s.arg(
                link->path, link->repo.display()));
        }
        const auto found = heldSnapshots(context, library, *link);
        if (!found)
            return std::unexpected(found.error());
        for (const SnapshotRow& row : *found) {
            const auto same = std::ranges::find(rows, row.key, &SnapshotRow::key);
            if (same == rows.end())
                rows.append(row);
            else if (!library.store(same->storeId))
                *same = row; // that drive is away
        }
    }
    return rows;
}

} // namespace

Task<Expected<int>> runExport(Context& context)
{
    auto wish = wishOf(context.args);
    if (!wish)
        co_return std::unexpected(wish.error());
    const bool isDry = context.args.has(u"dry-run"_s);
    std::unique_ptr<JobHost> host;
    Library* library = nullptr;
    if (isDry) {
        const auto opened = co_await openLibrary(context, Library::Access::ReadOnly);
        if (!opened)
            co_return std::unexpected(opened.error());
        library = *opened;
    } else {
        auto opened = co_await openJobs(context);
        if (!opened)
            co_return std::unexpected(opened.error());
        host = *std::move(opened);
        library = &host->library();
    }
    const auto rows = rowsOf(context, *library);
    if (!rows)
        co_return std::unexpected(rows.error());
    for (const SnapshotRow& row : *rows)
        wish->snapshots.append({row.key, row.storeId});
    const auto look = weighExport(*library, *wish);
    if (!look)
        co_return std::unexpected(look.error());
    if (isDry && context.out.isJson()) {
        context.out.document({{u"plan"_s, exportPlanJson(*wish, *look)}});
        co_return 0;
    }
    if (context.out.isJson())
        context.out.progress({{u"plan"_s, exportPlanJson(*wish, *look)}});
    else if (isDry || !context.out.isQuiet())
        printExportPlan(context.out, *wish, *look);
    if (isDry)
        co_return 0;

    const ExportWish& settled = *wish;
    const auto job = co_await host->exportBundle(settled, *rows);
    if (!job)
        co_return std::unexpected(job.error());
    const JobEnd end = co_await host->finish(*job);
    if (!end.outcome)
        co_return std::unexpected(end.error);
    if (context.out.isJson())
        context.out.document({{u"export"_s, end.status.job.result}});
    else
        printDone(context, *library, end);
    co_return 0;
}

} // namespace hugger
