// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/snapshottable.h"

using namespace Qt::StringLiterals;

namespace hugger {

Task<Expected<int>> runSearch(Context& context)
{
    const auto limit = context.args.number(u"limit"_s, 100);
    if (!limit)
        co_return std::unexpected(limit.error());
    const auto library = co_await openLibrary(context, Library::Access::ReadOnly);
    if (!library)
        co_return std::unexpected(library.error());
    const auto rows = (*library)->catalog().search(context.args.operands.join(u' '), *limit);
    if (!rows)
        co_return std::unexpected(rows.error());

    StoreNames stores(**library);
    if (context.out.isJson()) {
        context.out.beginList(u"snapshots"_s);
        for (const SnapshotRow& row : *rows)
            context.out.item(snapshotJson(row, stores));
        context.out.endList();
        co_return 0;
    }
    if (rows->isEmpty())
        context.out.notice(u"Nothing that is held has all of these words."_s);
    SnapshotTable(context.out, stores).add(*rows);
    co_return 0;
}

} // namespace hugger
