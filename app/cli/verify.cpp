// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/describe.h"
#include "app/cli/progress.h"
#include "app/cli/remotejobs.h"
#include "app/cli/verifying.h"
#include "app/cli/what.h"

#include <QtCore/QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

int reportOn(Context& context, const Verified& verified, bool isEmpty)
{
    const VerifyReport& report = verified.report;
    if (context.out.isJson()) {
        QJsonObject json = verifiedJson(report);
        if (!isWhole(report))
            json[u"error"_s] = Output::errorJson(damageError(report));
        context.out.document(json);
        return isWhole(report) ? 0 : exitCode(ErrorKind::Integrity);
    }
    printVerified(context.out, report, verified.bytes);
    if (!isWhole(report))
        return context.out.failure(damageError(report));
    if (isEmpty)
        context.out.notice(u"Nothing is held yet, so there is nothing to verify."_s);
    return 0;
}

/// What a job found, from what it left: damage is in the catalog, the reasons are in its error, a line a file.
Done addFindings(Library& library, const SnapshotRow& row, const Job& job, VerifyReport& report)
{
    report.verified += job.filesDone;
    if (!job.error || job.error->code != "damaged"_L1)
        return {};
    const auto store = library.store(row.storeId);
    const auto record = library.record(row);
    if (!store || !record)
        return std::unexpected(store ? record.error() : store.error());
    const QStringList lines = job.error->detail.split(u'\n');
    for (const HeldFile& file : record->files) {
        const QString begin = file.path + u": "_s;
        const auto line = std::ranges::find_if(lines, [&](const QString& one) { return one.startsWith(begin); });
        if (line == lines.end())
            continue;
        auto& troubles = QFile::exists(store->objectPath(file.sha256)) ? report.damaged : report.missing;
        troubles.append({row.key, file.path, line->sliced(begin.size())});
    }
    return {};
}

/// The hugger that has the profile does it, a job a snapshot.
Task<Expected<int>> verifyThere(Context& context, Error busy)
{
    auto remote = co_await openRemote(context, std::move(busy));
    if (!remote)
        co_return std::unexpected(remote.error());
    RemoteJobs jobs(context, *std::move(remote));
    Library& library = jobs.library();
    const auto rows = heldSnapshots(context, library, context.args.operands.value(0));
    if (!rows)
        co_return std::unexpected(rows.error());
    QList<qint64> ids;
    ProgressLook look;
    look.what = u"Verifying"_s;
    for (const SnapshotRow& row : *rows) {
        const auto id = co_await jobs.verify(row);
        if (!id)
            co_return std::unexpected(id.error());
        ids.append(*id);
        look.total += row.bytes;
    }
    VerifyReport report;
    qint64 before = 0; // bytes of those that have ended
    auto progress = std::make_unique<Progress>(context.out, [&look] { return std::optional(look); });
    for (qsizetype i = 0; i < ids.size(); ++i) {
        std::function<void(const JobStatus&)> seen = [&look, before](const JobStatus& status) {
            look.done = before + status.job.bytesDone;
            look.rate = status.rate;
            look.waiting = waitText(status);
            look.json = {{u"type"_s, u"verify"_s}, {u"bytes_done"_s, look.done}, {u"bytes_total"_s, look.total}};
        };
        const JobEnd end = co_await jobs.watch(ids[i], seen);
        const QString label = library.storeLabel(rows->at(i).storeId);
        if (end.error.code == "store_unplugged"_L1) {
            if (!report.unplugged.contains(label))
                report.unplugged.append(label);
        } else if (!end.outcome && end.error.code != "damaged"_L1) {
            co_return std::unexpected(end.error);
        }
        before += rows->at(i).bytes;
        if (const auto ok = addFindings(library, rows->at(i), end.status.job, report); !ok)
            co_return std::unexpected(ok.error());
    }
    progress.reset();
    co_return reportOn(context, {report, before}, rows->isEmpty());
}

} // namespace

Task<Expected<int>> runVerify(Context& context)
{
    const auto library = co_await openLibrary(context, Library::Access::ReadWrite);
    if (!library)
        co_return co_await verifyThere(context, library.error());
    const auto rows = heldSnapshots(context, **library, context.args.operands.value(0));
    if (!rows)
        co_return std::unexpected(rows.error());

    const auto verified = co_await verifyShown(context, **library, *rows);
    if (!verified)
        co_return std::unexpected(verified.error());
    co_return reportOn(context, *verified, rows->isEmpty());
}

} // namespace hugger
