// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/jobhost.h"
#include "app/cli/what.h"

using namespace Qt::StringLiterals;

namespace hugger {

Task<Expected<int>> runRepair(Context& context)
{
    const auto host = co_await openJobs(context);
    if (!host)
        co_return std::unexpected(host.error());
    const bool everything = context.args.operands.isEmpty();
    auto rows = heldSnapshots(context, (*host)->library(), context.args.operands.value(0));
    if (!rows)
        co_return std::unexpected(rows.error());
    if (everything)
        rows->removeIf([](const SnapshotRow& row) { return row.damaged == 0; });

    QList<qint64> ids;
    for (const SnapshotRow& row : std::as_const(*rows)) {
        const auto job = co_await (*host)->repair(row);
        if (!job)
            co_return std::unexpected(job.error());
        ids.append(*job);
    }
    if (ids.isEmpty())
        context.out.notice(u"Nothing is known to be damaged. `hugger verify` looks for damage."_s);
    co_return co_await runInTurn(context, **host, ids);
}

} // namespace hugger
