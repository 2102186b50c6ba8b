// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/record.h"

#include "base/foreignpath.h"
#include "base/hash.h"
#include "base/json.h"
#include "base/say.h"

#include <QtCore/QDateTime>
#include <QtCore/QHash>
#include <QtCore/QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qint64 recordFormat = 1;
constexpr auto damagedCode = "record_damaged"_L1;

QString nameOf(const Record& record)
{
    return Say::tr("The record of %1 at %2")
        .arg(record.repo.display(),
             QLatin1StringView(record.commit.first(std::min<qsizetype>(record.commit.size(), 12))));
}

std::unexpected<Error> damaged(const QString& what, const QString& why)
{
    return fail(ErrorKind::Failed, damagedCode,
                Say::tr("%1 is damaged: %2. Archive the same commit again to make it anew.").arg(what, why));
}

Done checkFile(const HeldFile& file, const QString& what)
{
    if (file.size < 0)
        return damaged(what, Say::tr("\"%1\" has no valid size").arg(file.path));
    if (!isHex(file.sha256, 64) || !isHex(file.gitSha1, 40) || (!file.xetHash.isEmpty() && !isHex(file.xetHash, 64)))
        return damaged(what, Say::tr("\"%1\" has no valid hash").arg(file.path));
    return {};
}

bool isTime(const QString& text)
{
    return text.endsWith(u'Z') && QDateTime::fromString(text, Qt::ISODate).isValid();
}

QJsonObject fileToJson(const HeldFile& file)
{
    QJsonObject json{{u"path"_s, file.path},
                     {u"size"_s, file.size},
                     {u"sha256"_s, QLatin1StringView(file.sha256)},
                     {u"git_sha1"_s, QLatin1StringView(file.gitSha1)},
                     {u"lfs"_s, file.lfs}};
    if (!file.xetHash.isEmpty())
        json.insert(u"xet_hash"_s, QLatin1StringView(file.xetHash));
    return json;
}

/// Everything but the files, in the order a person reads it.
QList<std::pair<QString, QJsonValue>> headFields(const Record& record)
{
    QJsonArray selections;
    for (const Selection& selection : record.selections) {
        selections.append(QJsonObject{{u"include"_s, QJsonArray::fromStringList(selection.include)},
                                      {u"exclude"_s, QJsonArray::fromStringList(selection.exclude)}});
    }
    const QJsonObject license{{u"ids"_s, QJsonArray::fromStringList(record.license.ids)},
                              {u"name"_s, record.license.name},
                              {u"link"_s, record.license.link}};
    const QJsonObject totals{{u"files"_s, record.files.size()},
                             {u"bytes"_s, record.bytes()},
                             {u"listed_files"_s, record.listedFiles},
                             {u"listed_bytes"_s, record.listedBytes}};
    return {
        {u"format"_s, recordFormat},
        {u"kind"_s, kindName(record.repo.kind)},
        {u"id"_s, record.repo.id},
        {u"commit"_s, QLatin1StringView(record.commit)},
        {u"revision"_s, record.revision},
        {u"refs"_s, QJsonArray::fromStringList(record.refs)},
        {u"hub_id"_s, record.hubId},
        {u"endpoint"_s, record.endpoint},
        {u"captured_at"_s, record.capturedAt},
        {u"updated_at"_s, record.updatedAt},
        {u"verified_at"_s, record.verifiedAt.isEmpty() ? QJsonValue() : QJsonValue(record.verifiedAt)},
        {u"selections"_s, selections},
        {u"license"_s, license},
        {u"gated"_s, record.gating == Gating::No ? QJsonValue(false) : QJsonValue(gatingName(record.gating))},
        {u"private"_s, record.isPrivate},
        {u"tags"_s, QJsonArray::fromStringList(record.tags)},
        {u"last_modified"_s, record.lastModified},
        {u"totals"_s, totals},
        {u"hugger_version"_s, record.huggerVersion},
        {u"notes"_s, record.notes},
        {u"own_tags"_s, QJsonArray::fromStringList(record.ownTags)},
    };
}

/// Any value on one line; QJsonDocument itself takes only lists and objects.
QByteArray oneLine(const QJsonValue& value)
{
    QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return text.sliced(1, text.size() - 2);
}

/// Reads a list of texts; a member of another type makes `wrong` say which field it was.
QStringList textList(const QJsonArray& list, const QString& field, QString& wrong)
{
    QStringList texts;
    for (const QJsonValue& value : list) {
        if (!value.isString() && wrong.isEmpty())
            wrong = Say::tr("\"%1\" has something else than texts in it").arg(field);
        texts.append(value.toString());
    }
    return texts;
}

QList<Selection> readSelections(const QJsonArray& list, QString& wrong)
{
    QList<Selection> selections;
    for (const QJsonValue& value : list) {
        JsonReader reader(value.toObject(), u"selection"_s);
        selections.append({textList(reader.arrayIfThere("include"_L1), u"include"_s, wrong),
                           textList(reader.arrayIfThere("exclude"_L1), u"exclude"_s, wrong)});
        if ((!value.isObject() || !reader.outcome(ErrorKind::Failed, {})) && wrong.isEmpty())
            wrong = Say::tr("\"selections\" is not a list of rules");
    }
    return selections;
}

Gating readGating(const QJsonValue& value, QString& wrong)
{
    if (value.isUndefined() || value.isNull() || value == QJsonValue(false))
        return Gating::No;
    for (const Gating gating : {Gating::Auto, Gating::Manual}) {
        if (value.toString() == gatingName(gating))
            return gating;
    }
    if (wrong.isEmpty())
        wrong = Say::tr("\"gated\" is none of false, \"auto\" and \"manual\"");
    return Gating::No;
}

Expected<QList<HeldFile>> readFiles(const QJsonArray& list, const QString& what)
{
    QList<HeldFile> files;
    files.reserve(list.size());
    for (const QJsonValue& value : list) {
        JsonReader reader(value.toObject(), what);
        HeldFile file;
        file.path = reader.text("path"_L1);
        file.size = reader.size("size"_L1);
        file.sha256 = reader.hex("sha256"_L1, 64);
        file.gitSha1 = reader.hex("git_sha1"_L1, 40);
        file.lfs = reader.flagOr("lfs"_L1, false);
        if (!reader.textOr("xet_hash"_L1, {}).isEmpty())
            file.xetHash = reader.hex("xet_hash"_L1, 64);
        if (const auto ok = reader.outcome(ErrorKind::Failed, damagedCode); !ok)
            return std::unexpected(ok.error());
        files.append(std::move(file));
    }
    std::ranges::sort(files, {}, &HeldFile::path);
    return files;
}

void addMissing(QStringList& texts, const QStringList& others)
{
    for (const QString& text : others) {
        if (!texts.contains(text))
            texts.append(text);
    }
}

/// No rule at all says the same as one that takes everything; between others it must be said.
QList<Selection> rulesOf(const Record& record)
{
    return record.selections.isEmpty() ? QList<Selection>{Selection()} : record.selections;
}

} // namespace

qint64 Record::bytes() const
{
    qint64 sum = 0;
    for (const HeldFile& file : files)
        sum += file.size;
    return sum;
}

Done Record::check() const
{
    const QString what = nameOf(*this);
    if (const auto id = RepoId::make(repo.kind, repo.id); !id)
        return damaged(what, Say::tr("\"id\" is not the id of a repo"));
    if (!isHex(commit, 40))
        return damaged(what, Say::tr("\"commit\" is not a commit"));
    if (!isTime(capturedAt) || !isTime(updatedAt) || (!verifiedAt.isEmpty() && !isTime(verifiedAt)))
        return damaged(what, Say::tr("a time in it is not ISO 8601 UTC"));
    ListingCheck paths;
    for (const HeldFile& file : files) {
        if (const auto ok = paths.addFile(file.path); !ok)
            return ok;
        if (const auto ok = checkFile(file, what); !ok)
            return ok;
    }
    if (const auto ok = paths.finish(); !ok)
        return ok;
    if (listedFiles < files.size() || listedBytes < bytes())
        return damaged(what, Say::tr("it holds more files than it lists"));
    return {};
}

QJsonObject Record::toJson() const
{
    QJsonObject json;
    for (const auto& [key, value] : headFields(*this))
        json.insert(key, value);
    QJsonArray list;
    for (const HeldFile& file : files)
        list.append(fileToJson(file));
    json.insert(u"files"_s, list);
    return json;
}

QByteArray Record::toBytes() const
{
    QByteArray out;
    out.reserve(4096 + files.size() * 320);
    out += "{\n";
    for (const auto& [key, value] : headFields(*this))
        out += "    " + oneLine(key) + ": " + oneLine(value) + ",\n";
    out += "    \"files\": [";
    bool first = true;
    for (const HeldFile& file : files) {
        out += first ? "\n        " : ",\n        ";
        out += QJsonDocument(fileToJson(file)).toJson(QJsonDocument::Compact);
        first = false;
    }
    out += first ? "]\n}\n" : "\n    ]\n}\n";
    return out;
}

Expected<Record> Record::fromJson(const QJsonObject& json)
{
    JsonReader reader(json, Say::tr("The record"));
    if (reader.size("format"_L1) > recordFormat) {
        return fail(ErrorKind::Failed, u"record_newer"_s,
                    Say::tr("This record was written by a newer hugger. Update hugger to use it; it was not changed."));
    }
    const auto kind = kindFromName(reader.text("kind"_L1));
    Record record;
    record.repo = {kind.value_or(RepoKind::Model), reader.text("id"_L1)};
    record.commit = reader.hex("commit"_L1, 40);
    const QString what = nameOf(record);
    QString wrong;
    record.revision = reader.textOr("revision"_L1, {});
    record.refs = textList(reader.arrayIfThere("refs"_L1), u"refs"_s, wrong);
    record.hubId = reader.textOr("hub_id"_L1, {});
    record.endpoint = reader.textOr("endpoint"_L1, {});
    record.capturedAt = reader.text("captured_at"_L1);
    record.updatedAt = reader.text("updated_at"_L1);
    record.verifiedAt = reader.textOr("verified_at"_L1, {});
    record.selections = readSelections(reader.arrayIfThere("selections"_L1), wrong);
    JsonReader license(reader.objectIfThere("license"_L1).value_or(QJsonObject()), what);
    record.license = {textList(license.arrayIfThere("ids"_L1), u"ids"_s, wrong), license.textOr("name"_L1, {}),
                      license.textOr("link"_L1, {})};
    record.gating = readGating(json.value("gated"_L1), wrong);
    record.isPrivate = reader.flagOr("private"_L1, false);
    record.tags = textList(reader.arrayIfThere("tags"_L1), u"tags"_s, wrong);
    record.lastModified = reader.textOr("last_modified"_L1, {});
    record.huggerVersion = reader.textOr("hugger_version"_L1, {});
    record.notes = reader.textOr("notes"_L1, {});
    // People write these: what is wrong with them must not keep anybody from the snapshot.
    for (const QJsonValue& tag : json.value("own_tags"_L1).toArray()) {
        if (!tag.toString().isEmpty() && !record.ownTags.contains(tag.toString()))
            record.ownTags.append(tag.toString());
    }
    JsonReader totals(reader.object("totals"_L1), what);
    record.listedFiles = totals.size("listed_files"_L1);
    record.listedBytes = totals.size("listed_bytes"_L1);
    const qint64 heldFiles = totals.size("files"_L1);
    const QJsonArray list = reader.array("files"_L1);
    for (const JsonReader* part : {&reader, &license, &totals}) {
        if (const auto ok = part->outcome(ErrorKind::Failed, damagedCode); !ok)
            return std::unexpected(ok.error());
    }
    if (!kind)
        return damaged(what, Say::tr("\"kind\" is no kind of repo"));
    if (!wrong.isEmpty())
        return damaged(what, wrong);
    auto files = readFiles(list, what);
    if (!files)
        return std::unexpected(files.error());
    record.files = *std::move(files);
    if (heldFiles != record.files.size() || totals.size("bytes"_L1) != record.bytes())
        return damaged(what, Say::tr("its totals are not those of its files"));
    if (const auto ok = record.check(); !ok)
        return std::unexpected(ok.error());
    return record;
}

Record mergedRecord(const Record& older, const Record& newer)
{
    Record merged = newer;
    merged.capturedAt = std::min(older.capturedAt, newer.capturedAt);
    merged.listedFiles = std::max(older.listedFiles, newer.listedFiles);
    merged.listedBytes = std::max(older.listedBytes, newer.listedBytes);
    if (merged.notes.isEmpty())
        merged.notes = older.notes;
    addMissing(merged.refs, older.refs);
    addMissing(merged.ownTags, older.ownTags);
    merged.selections = rulesOf(older);
    for (const Selection& selection : rulesOf(newer)) {
        if (!merged.selections.contains(selection))
            merged.selections.append(selection);
    }
    QSet<QString> paths;
    for (const HeldFile& file : newer.files)
        paths.insert(file.path);
    for (const HeldFile& file : older.files) {
        if (!paths.contains(file.path))
            merged.files.append(file);
    }
    std::ranges::sort(merged.files, {}, &HeldFile::path);
    // Proved means all of it: what was proved of a part says nothing about the rest.
    if (merged.files.size() > newer.files.size())
        merged.verifiedAt = merged.files.size() == older.files.size() ? older.verifiedAt : QString();
    return merged;
}

} // namespace hugger
