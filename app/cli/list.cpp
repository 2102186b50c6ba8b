// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/snapshottable.h"
#include "app/cli/what.h"
#include "base/files.h"
#include "bundle/holdings.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

/// Rows at a time: memory stays flat however much is held.
constexpr qint64 pageRows = 2000;
constexpr qint64 mostHoldings = 1LL << 30; ///< bytes of the list: some ten million contents

/// Written beside its place first, as a file that was asked for is: stdout gets it once it is whole.
Expected<int> holdings(Context& context, Library& library, const QString& store)
{
    const QString name = context.args.value(u"holdings"_s);
    if (name.isEmpty())
        return fail(ErrorKind::Usage, u"usage"_s, u"--holdings takes the name of a file, or - for standard output."_s);
    if (name != u"-") {
        const QString file = QDir::cleanPath(QDir::current().absoluteFilePath(name));
        const auto count = writeHoldings(library, store, file);
        if (!count)
            return std::unexpected(count.error());
        if (context.out.isJson())
            context.out.document({{u"holdings"_s, QJsonObject{{u"file"_s, file}, {u"contents"_s, *count}}}});
        else
            context.out.line(u"%1 written to %2."_s.arg(counted(*count, u"content"_s, u"contents"_s), file));
        return 0;
    }
    if (context.out.isJson())
        return fail(ErrorKind::Usage, u"usage"_s, u"--json and --holdings - both want standard output. Name a file."_s);
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"holdings"_s);
    const auto count = writeHoldings(library, store, file);
    const auto text = count ? readAll(file, mostHoldings) : std::unexpected(count.error());
    if (!text)
        return std::unexpected(text.error());
    context.out.verbatim(QString::fromUtf8(*text));
    return 0;
}

} // namespace

Task<Expected<int>> runList(Context& context)
{
    const auto library = co_await openLibrary(context, Library::Access::ReadOnly);
    if (!library)
        co_return std::unexpected(library.error());
    SnapshotFilter filter;
    if (const QString label = context.args.value(u"store"_s); !label.isEmpty()) {
        const auto store = storeId(**library, label);
        if (!store)
            co_return std::unexpected(store.error());
        filter.storeId = *store;
    }
    if (context.args.has(u"holdings"_s))
        co_return holdings(context, **library, filter.storeId);
    filter.limit = pageRows;
    auto rows = (*library)->catalog().list(filter);
    if (!rows)
        co_return std::unexpected(rows.error());

    StoreNames stores(**library);
    SnapshotTable table(context.out, stores);
    const bool json = context.out.isJson();
    if (json)
        context.out.beginList(u"snapshots"_s);
    else if (rows->isEmpty())
        context.out.notice(u"Nothing is held yet. Begin with: hugger archive org/name"_s);
    while (!rows->isEmpty()) {
        if (json) {
            for (const SnapshotRow& row : std::as_const(*rows))
                context.out.item(snapshotJson(row, stores));
        } else {
            table.add(*rows);
        }
        if (rows->size() < pageRows)
            break;
        filter.offset += rows->size();
        rows = (*library)->catalog().list(filter);
        if (!rows)
            co_return std::unexpected(rows.error());
    }
    if (json)
        context.out.endList();
    co_return 0;
}

} // namespace hugger
