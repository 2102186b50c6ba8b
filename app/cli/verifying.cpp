// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/verifying.h"

#include "app/cli/describe.h"
#include "app/cli/progress.h"
#include "base/format.h"

#include <QtCore/QElapsedTimer>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

ProgressLook lookAt(const WorkProgress& progress, const QElapsedTimer& clock)
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

} // namespace

bool isWhole(const VerifyReport& report)
{
    return report.damaged.isEmpty() && report.missing.isEmpty();
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

QJsonObject verifiedJson(const VerifyReport& report)
{
    return {{u"verified"_s, report.verified},
            {u"damaged"_s, troublesJson(report.damaged)},
            {u"missing"_s, troublesJson(report.missing)},
            {u"unplugged"_s, QJsonArray::fromStringList(report.unplugged)}};
}

void printVerified(Output& out, const VerifyReport& report, qint64 bytes)
{
    printTroubles(out, u"Damaged"_s, report.damaged);
    printTroubles(out, u"Missing"_s, report.missing);
    for (const QString& label : report.unplugged)
        out.notice(u"The store \"%1\" is unplugged; what lies there was not looked at."_s.arg(label),
                   Output::Tone::Warn);
    if (isWhole(report) && report.verified > 0)
        out.line(u"%1 verified, %2: every SHA-256 is right."_s.arg(counted(report.verified, u"file"_s, u"files"_s),
                                                                   formatBytes(bytes)),
                 Output::Tone::Good);
}

Task<Expected<Verified>> verifyShown(Context& context, Library& library, QList<SnapshotRow> rows)
{
    const auto numbers = std::make_shared<WorkProgress>();
    QElapsedTimer clock;
    clock.start();
    auto progress =
        std::make_unique<Progress>(context.out, [numbers, clock] { return std::optional(lookAt(*numbers, clock)); });
    const auto report = co_await verify(library, rows, context.app.pool(), numbers, context.stop);
    progress.reset();
    if (!report)
        co_return std::unexpected(report.error());
    co_return Verified{*report, numbers->bytesDone.load()};
}

} // namespace hugger
