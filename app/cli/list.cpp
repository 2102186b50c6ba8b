// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/snapshottable.h"
#include "app/cli/what.h"

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

/// Rows at a time: memory stays flat however much is held.
constexpr qint64 pageRows = 2000;

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
