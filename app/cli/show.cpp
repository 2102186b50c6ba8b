// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/describe.h"
#include "app/cli/what.h"
#include "base/files.h"
#include "base/format.h"
#include "bundle/statement.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

QJsonArray selectionsJson(const Record& record)
{
    QJsonArray out;
    for (const Selection& selection : record.selections)
        out.append(QJsonObject{{u"include"_s, QJsonArray::fromStringList(selection.include)},
                               {u"exclude"_s, QJsonArray::fromStringList(selection.exclude)}});
    return out;
}

QJsonObject wholeJson(const SnapshotRow& row, const Record& record, StoreNames& stores)
{
    QJsonObject json = snapshotJson(row, stores);
    json[u"hub_id"_s] = record.hubId;
    json[u"endpoint"_s] = record.endpoint;
    json[u"refs"_s] = QJsonArray::fromStringList(record.refs);
    json[u"selections"_s] = selectionsJson(record);
    json[u"license"_s] = QJsonArray::fromStringList(record.license.ids);
    json[u"license_name"_s] = record.license.name;
    json[u"license_link"_s] = record.license.link;
    json[u"gated"_s] = record.gating == Gating::No ? QJsonValue(false) : QJsonValue(gatingName(record.gating));
    json[u"private"_s] = record.isPrivate;
    json[u"tags"_s] = QJsonArray::fromStringList(record.tags);
    json[u"last_modified"_s] = record.lastModified;
    json[u"listed_files"_s] = record.listedFiles;
    json[u"listed_bytes"_s] = record.listedBytes;
    json[u"notes"_s] = record.notes;
    json[u"hugger_version"_s] = record.huggerVersion;
    json[u"load"_s] = loadLine(record, json[u"path"_s].toString());
    return json;
}

QString ruleText(const Selection& selection)
{
    QStringList parts;
    for (const QString& glob : selection.include)
        parts.append(u"--include '%1'"_s.arg(glob));
    for (const QString& glob : selection.exclude)
        parts.append(u"--exclude '%1'"_s.arg(glob));
    return parts.isEmpty() ? u"everything"_s : parts.join(u' ');
}

void printWhole(Output& out, const SnapshotRow& row, const Record& record, StoreNames& stores)
{
    const auto optional = [&out](const QString& name, const QString& value) {
        if (!value.isEmpty())
            out.field(name, value);
    };
    out.line(snapshotName(row.key, record.revision), Output::Tone::Strong);
    out.field(u"Commit"_s, QString::fromLatin1(record.commit));
    optional(u"Names"_s, record.refs.join(u", "_s));
    const QString size = u"%1, %2"_s.arg(counted(row.files, u"file"_s, u"files"_s), formatBytes(row.bytes));
    if (row.complete) {
        out.field(u"State"_s, u"complete: "_s + size);
    } else {
        out.field(u"State"_s, u"partial: %1 of %2 files"_s.arg(size).arg(record.listedFiles));
        for (const Selection& selection : record.selections)
            out.field(u"Rule"_s, ruleText(selection));
    }
    if (row.damaged > 0)
        out.field(u"Damaged"_s,
                  u"%1; `hugger repair %2` fetches them again"_s.arg(counted(row.damaged, u"file"_s, u"files"_s),
                                                                     record.repo.display()),
                  Output::Tone::Bad);
    else
        out.field(u"Verified"_s, record.verifiedAt.isEmpty() ? u"not since it changed last"_s : record.verifiedAt);
    if (const QString upstream = upstreamText(row); !upstream.isEmpty())
        out.field(u"Upstream"_s, upstream, mayBeLastCopy(row) ? Output::Tone::Warn : Output::Tone::Plain);
    out.field(u"Captured"_s,
              record.capturedAt
                  + (record.updatedAt == record.capturedAt ? QString() : u", changed "_s + record.updatedAt));
    out.field(u"From"_s, record.endpoint);
    out.field(u"License"_s, licenseText(record.license));
    optional(u"Terms"_s, record.license.link);
    if (record.gating != Gating::No)
        out.field(u"Access"_s, u"gated (%1) at capture"_s.arg(gatingName(record.gating)));
    else if (record.isPrivate)
        out.field(u"Access"_s, u"private at capture"_s);
    optional(u"Tags"_s, record.tags.join(u", "_s));
    optional(u"Notes"_s, record.notes);
    out.field(u"Store"_s, stores.label(row.storeId));
    const QString folder = stores.path(row);
    optional(u"Lies in"_s, folder);
    optional(u"Load it"_s, loadLine(record, folder));
}

Expected<int> showStatement(Context& context, Library& library, const QList<SnapshotRow>& rows)
{
    if (rows.size() > 1)
        return std::unexpected(ambiguous(rows, {}));
    const auto record = library.record(rows.first());
    if (!record)
        return std::unexpected(record.error());
    const QByteArray statement = statementOf(*record, library.storeLabel(rows.first().storeId));
    QString file;
    if (context.args.operands.size() > 1) {
        file = QDir::cleanPath(QDir::current().absoluteFilePath(context.args.operands.last()));
        if (QFileInfo::exists(file) || QFileInfo(file).isSymLink())
            return fail(ErrorKind::Disk, u"target_exists"_s,
                        u"%1 is there already. Choose another name, or remove it first."_s.arg(file), {},
                        Retry::NeedsUser);
        if (const auto ok = writeDurably(file, statement); !ok)
            return std::unexpected(ok.error());
    }
    if (context.out.isJson()) {
        QJsonObject json = repoJson(record->repo);
        json[u"commit"_s] = QString::fromLatin1(record->commit);
        json[u"text"_s] = QString::fromUtf8(statement);
        json[u"file"_s] = textOrNull(file);
        context.out.document({{u"statement"_s, json}});
    } else if (file.isEmpty()) {
        for (const QString& line : QString::fromUtf8(statement).chopped(statement.endsWith('\n') ? 1 : 0).split(u'\n'))
            context.out.line(line);
    } else {
        context.out.line(u"The statement on %1 was written to %2."_s.arg(snapshotName(rows.first().key, {}), file));
    }
    return 0;
}

} // namespace

Task<Expected<int>> runShow(Context& context)
{
    const bool isStatement = context.args.has(u"statement"_s);
    if (!isStatement && context.args.operands.size() > 1)
        co_return fail(ErrorKind::Usage, u"usage"_s,
                       u"A file is written with --statement alone. See `hugger help show`."_s);
    const auto library = co_await openLibrary(context, Library::Access::ReadOnly);
    if (!library)
        co_return std::unexpected(library.error());
    const auto rows = heldSnapshots(context, **library, context.args.operands.front());
    if (!rows)
        co_return std::unexpected(rows.error());
    if (isStatement)
        co_return showStatement(context, **library, *rows);
    StoreNames stores(**library);
    QJsonArray snapshots;
    for (const SnapshotRow& row : *rows) {
        const auto record = (*library)->record(row);
        if (!record)
            co_return std::unexpected(record.error());
        if (context.out.isJson())
            snapshots.append(wholeJson(row, *record, stores));
        else
            printWhole(context.out, row, *record, stores);
    }
    if (context.out.isJson())
        context.out.document({{u"snapshots"_s, snapshots}});
    co_return 0;
}

} // namespace hugger
