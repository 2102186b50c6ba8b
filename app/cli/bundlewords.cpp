// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/bundlewords.h"

#include "app/cli/describe.h"
#include "app/cli/jobrunner.h"
#include "base/format.h"
#include "base/shellwords.h"

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

QString filesText(qint64 files, qint64 bytes)
{
    return u"%1, %2"_s.arg(counted(files, u"file"_s, u"files"_s), formatBytes(bytes));
}

QString kindText(BundleLook::Kind kind)
{
    switch (kind) {
    case BundleLook::Kind::Bundle:
        break;
    case BundleLook::Kind::Bag:
        return u"bag"_s;
    case BundleLook::Kind::Plain:
        return u"plain"_s;
    }
    return u"bundle"_s;
}

} // namespace

QJsonObject exportPlanJson(const ExportWish& wish, const ExportLook& look)
{
    return {{u"target"_s, wish.target},
            {u"format"_s, bundleFormatName(wish.format)},
            {u"snapshots"_s, look.snapshots},
            {u"files"_s, look.files},
            {u"bytes"_s, look.bytes},
            {u"payload_files"_s, look.payloadFiles},
            {u"payload_bytes"_s, look.payloadBytes},
            {u"left_out_bytes"_s, look.leftOutBytes},
            {u"free_bytes"_s, look.freeBytes < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(look.freeBytes)}};
}

void printExportPlan(Output& out, const ExportWish& wish, const ExportLook& look)
{
    for (const HeldSnapshot& one : wish.snapshots)
        out.line(snapshotName(one.key, {}), Output::Tone::Strong);
    out.field(u"Files"_s, filesText(look.files, look.bytes));
    if (look.leftOutBytes > 0)
        out.field(u"Left out"_s, u"%1 that the other side holds"_s.arg(formatBytes(look.leftOutBytes)));
    QString written = formatBytes(look.payloadBytes);
    if (wish.format == BundleFormat::TarZst || wish.format == BundleFormat::TarGz)
        written += u" before compression"_s;
    if (wish.splitBytes > 0)
        written += u", in volumes of %1"_s.arg(formatBytes(wish.splitBytes));
    out.field(u"To write"_s, written);
    if (look.freeBytes >= 0)
        out.field(u"Free"_s, u"%1 where it is to be"_s.arg(formatBytes(look.freeBytes)));
    out.field(u"Bundle"_s, u"%1 (%2)"_s.arg(wish.target, bundleFormatName(wish.format)));
}

void printExported(Output& out, const Job& job)
{
    const auto number = [&job](QLatin1StringView name) { return job.result.value(name).toInteger(); };
    const QString target = job.result.value("target"_L1).toString();
    if (out.isQuiet()) {
        out.line(target);
        return;
    }
    const QJsonArray volumes = job.result.value("volumes"_L1).toArray();
    const QString first = volumes.isEmpty() ? target : volumes.first().toString();
    QString size = formatBytes(number("written_bytes"_L1));
    if (volumes.size() > 1) // the last one has their hashes
        size += u" in %1"_s.arg(counted(volumes.size() - 1, u"volume"_s, u"volumes"_s));
    out.field(u"Wrote"_s, size + u", every SHA-256 proved"_s, Output::Tone::Good);
    out.field(u"Has"_s,
              u"%1, %2"_s.arg(counted(number("snapshots"_L1), u"snapshot"_s, u"snapshots"_s),
                              filesText(number("files"_L1), number("bytes"_L1))));
    if (const qint64 leftOut = number("left_out_bytes"_L1); leftOut > 0)
        out.field(u"Left out"_s, u"%1: it imports only where that is held already"_s.arg(formatBytes(leftOut)),
                  Output::Tone::Warn);
    out.field(u"Lies in"_s, first);
    out.field(u"Import it"_s, u"hugger import "_s + shellQuoted(first));
}

QJsonObject bundleLookJson(const ImportWish& wish, const BundleLook& look)
{
    QJsonArray snapshots;
    for (const BundledSnapshot& one : look.snapshots) {
        QJsonObject json = repoJson(one.key.repo);
        json[u"commit"_s] = QString::fromLatin1(one.key.commit);
        json[u"revision"_s] = one.revision;
        json[u"license"_s] = one.license;
        json[u"files"_s] = one.files;
        json[u"bytes"_s] = one.bytes;
        json[u"state"_s] = one.isComplete ? u"complete"_s : u"partial"_s;
        snapshots.append(json);
    }
    const auto known = [](qint64 number) { return number < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(number); };
    return {{u"source"_s, wish.source},
            {u"format"_s, bundleFormatName(look.format)},
            {u"type"_s, kindText(look.kind)},
            {u"snapshots"_s, snapshots},
            {u"payload_files"_s, known(look.payloadFiles)},
            {u"payload_bytes"_s, known(look.payloadBytes)},
            {u"needed_bytes"_s, look.neededBytes},
            {u"made_by"_s, textOrNull(look.madeBy)},
            {u"made_at"_s, textOrNull(look.madeAt)},
            {u"proved"_s, false}};
}

void printBundleLook(Output& out, const ImportWish& wish, const BundleLook& look)
{
    out.line(wish.source, Output::Tone::Strong);
    const QString format = bundleFormatName(look.format);
    switch (look.kind) {
    case BundleLook::Kind::Bundle:
        out.field(u"Is"_s, u"a bundle of hugger (%1)"_s.arg(format));
        break;
    case BundleLook::Kind::Bag:
        out.field(u"Is"_s, u"a bag of another BagIt tool (%1)"_s.arg(format));
        break;
    case BundleLook::Kind::Plain:
        out.field(u"Is"_s, u"files that do not say what they are (%1); --as gives them a name"_s.arg(format));
        break;
    }
    for (const BundledSnapshot& one : look.snapshots) {
        QString text = snapshotName(one.key, one.revision);
        if (one.files > 0)
            text += u": "_s + filesText(one.files, one.bytes);
        if (look.kind == BundleLook::Kind::Bundle && !one.isComplete)
            text += u", partial"_s;
        if (!one.license.isEmpty())
            text += u", license "_s + one.license;
        out.field(u"Has"_s, text);
    }
    if (look.payloadBytes >= 0)
        out.field(u"Brings"_s, filesText(look.payloadFiles, look.payloadBytes));
    if (look.neededBytes > 0)
        out.field(u"Needs"_s, u"%1 that must be held here already"_s.arg(formatBytes(look.neededBytes)),
                  Output::Tone::Warn);
    if (!look.madeBy.isEmpty() || !look.madeAt.isEmpty())
        out.field(u"Made"_s, QStringList{look.madeBy, look.madeAt}.join(u' ').trimmed());
    out.notice(u"This is what it says of itself. Nothing of it was proved, and nothing was written."_s);
}

QList<SnapshotRow> importedRows(Library& library, const Job& job)
{
    QList<SnapshotRow> rows;
    for (const QJsonValue& value : job.result.value("snapshots"_L1).toArray()) {
        const QJsonObject one = value.toObject();
        const auto kind = kindFromName(one.value("kind"_L1).toString());
        if (!kind)
            continue;
        const SnapshotKey key{{*kind, one.value("repo"_L1).toString()}, one.value("commit"_L1).toString().toLatin1()};
        if (const auto row = archivedRow(library, {key, one.value("store"_L1).toString(), 0, {}}))
            rows.append(*row);
    }
    return rows;
}

void printImported(Output& out, Library& library, const Job& job)
{
    const auto number = [&job](QLatin1StringView name) { return job.result.value(name).toInteger(); };
    StoreNames stores(library);
    const QList<SnapshotRow> rows = importedRows(library, job);
    for (const SnapshotRow& row : rows) {
        const QString folder = stores.path(row);
        if (out.isQuiet()) {
            out.line(folder);
            continue;
        }
        out.line(snapshotName(row.key, row.revision), Output::Tone::Strong);
        out.field(u"Held"_s, filesText(row.files, row.bytes) + (row.complete ? QString() : u", partial"_s));
        if (folder.isEmpty())
            continue;
        out.field(u"Lies in"_s, folder);
        const auto record = library.record(row);
        if (const QString load = record ? loadLine(*record, folder) : QString(); !load.isEmpty())
            out.field(u"Load it"_s, load);
    }
    if (out.isQuiet())
        return;
    out.line(u"Imported %1, %2; every SHA-256 proved. %3 of it was new here."_s.arg(
                 counted(rows.size(), u"snapshot"_s, u"snapshots"_s), filesText(number("files"_L1), number("bytes"_L1)),
                 formatBytes(number("new_bytes"_L1))),
             Output::Tone::Good);
    if (const qint64 merged = number("merged"_L1); merged > 0)
        out.line(u"%1 held already and merged."_s.arg(merged == 1 ? u"1 snapshot was"_s
                                                                  : u"%1 snapshots were"_s.arg(merged)));
    if (const QString trouble = job.result.value("view_trouble"_L1).toString(); !trouble.isEmpty())
        out.field(u"Note"_s, trouble, Output::Tone::Warn);
}

} // namespace hugger
