// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/describe.h"
#include "app/cli/jobrunner.h"
#include "app/cli/what.h"

using namespace Qt::StringLiterals;

namespace hugger {

Task<Expected<int>> runRepair(Context& context)
{
    const auto library = co_await openLibrary(context, Library::Access::ReadWrite);
    if (!library)
        co_return std::unexpected(library.error());
    const bool everything = context.args.operands.isEmpty();
    auto rows = heldSnapshots(context, **library, context.args.operands.value(0));
    if (!rows)
        co_return std::unexpected(rows.error());
    if (everything)
        rows->removeIf([](const SnapshotRow& row) { return row.damaged == 0; });

    const auto queue = co_await openQueue(context);
    if (!queue)
        co_return std::unexpected(queue.error());
    QList<qint64> ids;
    for (const SnapshotRow& row : std::as_const(*rows)) {
        const auto record = (*library)->record(row);
        if (!record)
            co_return std::unexpected(record.error());
        const auto job = (*queue)->add(repairWish(row, *record));
        if (!job)
            co_return std::unexpected(job.error());
        ids.append(job->id);
    }
    if (ids.isEmpty())
        context.out.notice(u"Nothing is known to be damaged. `hugger verify` looks for damage."_s);
    co_return co_await runInTurn(context, **queue, ids);
}

} // namespace hugger
