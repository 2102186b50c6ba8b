// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/describe.h"

using namespace Qt::StringLiterals;

namespace hugger {

Task<Expected<int>> runRestore(Context& context)
{
    const auto library = co_await openLibrary(context, Library::Access::ReadWrite);
    if (!library)
        co_return std::unexpected(library.error());
    const auto row = (*library)->restore(context.args.operands.front());
    if (!row)
        co_return std::unexpected(row.error());
    StoreNames stores(**library);
    if (context.out.isJson()) {
        context.out.document({{u"snapshot"_s, snapshotJson(*row, stores)}});
        co_return 0;
    }
    context.out.line(u"Brought back %1, %2."_s.arg(snapshotName(row->key, row->revision),
                                                   counted(row->files, u"file"_s, u"files"_s)));
    if (const QString folder = stores.path(*row); !folder.isEmpty())
        context.out.field(u"Lies in"_s, folder);
    co_return 0;
}

} // namespace hugger
