// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/describe.h"
#include "app/cli/progress.h"
#include "app/cli/remotejobs.h"
#include "app/cli/what.h"
#include "archive/verifier.h"
#include "base/format.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

ProgressLook lookAt(const VerifyProgress& progress, const QElapsedTimer& clock)
{
    ProgressLook look;
    look.what = u"Verifying"_s;
    look.done = progress.bytesDone.load();
    look.total = progress.bytesTotal.load();
    const qint64 ms = clock.elapsed();
    if (ms > 1000 && look.done > 0) {
        look.rate = static_cast<double>(look.done) * 1000.0 / static_cast<double>(ms);
        look.eta = static_cast<qint64>(static_cast<double>(look.total - look.done) / look.rate);
    }
    look.json = {{u"type"_s, u"verify"_s}, {u"bytes_done"_s, look.done}, {u"bytes_total"_s, look.total}};
    return look;
}

QJsonArray troublesJson(const QList<VerifyTrouble>& troubles)
{
    QJsonArray out;
    for (const VerifyTrouble& trouble : troubles) {
        QJsonObject json = repoJson(trouble.key.repo);
        json[u"commit"_s] = QString::fromLatin1(trouble.key.commit);
        json[u"path"_s] = trouble.path;
        json[u"reason"_s] = trouble.reason;
        out.append(json);
    }
    return out;
}

void printTroubles(Output& out, const QString& word, const QList<VerifyTrouble>& troubles)
{
    for (const VerifyTrouble& trouble : troubles)
        out.line(u"%1: %2 %3: %4"_s.arg(word, snapshotName(trouble.key, {}), trouble.path, trouble.reason),
                 Output::Tone::Bad);
}

Error damageError(const VerifyReport& report)
{
    const qint64 bad = report.damaged.size() + report.missing.size();
    QStringList repos;
    for (const VerifyTrouble& trouble : report.damaged + report.missing)
        repos.append(trouble.key.repo.display());
    repos.removeDuplicates();
    const QString mend = repos.size() == 1 ? u"hugger repair "_s + repos.first() : u"hugger repair"_s;
    return {ErrorKind::Integrity,
            u"damaged"_s,
            u"%1 %2 not what was archived. `%3` fetches %4 again."_s.arg(counted(bad, u"file"_s, u"files"_s),
                                                                         bad == 1 ? u"is"_s : u"are"_s, mend,
                                                                         bad == 1 ? u"it"_s : u"them"_s),
            {},
            Retry::NeedsUser};
}

int reportOn(Context& context, const VerifyReport& report, qint64 bytes, bool isEmpty)
{
    const bool isWhole = report.damaged.isEmpty() && report.missing.isEmpty();
    if (context.out.isJson()) {
        QJsonObject json{{u"verified"_s, report.verified},
                         {u"damaged"_s, troublesJson(report.damaged)},
                         {u"missing"_s, troublesJson(report.missing)},
                         {u"unplugged"_s, QJsonArray::fromStringList(report.unplugged)}};
        if (!isWhole)
            json[u"error"_s] = Output::errorJson(damageError(report));
        context.out.document(json);
        return isWhole ? 0 : exitCode(ErrorKind::Integrity);
    }
    printTroubles(context.out, u"Damaged"_s, report.damaged);
    printTroubles(context.out, u"Missing"_s, report.missing);
    for (const QString& label : report.unplugged)
        context.out.notice(u"The store \"%1\" is unplugged; what lies there was not looked at."_s.arg(label),
                           Output::Tone::Warn);
    if (!isWhole)
        return context.out.failure(damageError(report));
    if (isEmpty)
        context.out.notice(u"Nothing is held yet, so there is nothing to verify."_s);
    else
        context.out.line(u"%1 verified, %2: every SHA-256 is right."_s.arg(
                             counted(report.verified, u"file"_s, u"files"_s), formatBytes(bytes)),
                         Output::Tone::Good);
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
    co_return reportOn(context, report, before, rows->isEmpty());
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

    const auto numbers = std::make_shared<VerifyProgress>();
    QElapsedTimer clock;
    clock.start();
    auto progress =
        std::make_unique<Progress>(context.out, [numbers, clock] { return std::optional(lookAt(*numbers, clock)); });
    const auto report = co_await verify(**library, *rows, context.app.pool(), numbers, context.stop);
    progress.reset();
    if (!report)
        co_return std::unexpected(report.error());

    co_return reportOn(context, *report, numbers->bytesDone.load(), rows->isEmpty());
}

} // namespace hugger
