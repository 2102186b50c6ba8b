// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle/bundleindex.h"

#include "base/json.h"
#include "base/say.h"

#include <QtCore/QJsonDocument>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qint64 indexFormat = 1;

QByteArray line(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// A JSON array with one element a line.
template<typename List, typename ToJson> QByteArray lines(const List& list, ToJson toJson)
{
    QByteArray out = "[";
    for (const auto& one : list)
        out += (out.size() == 1 ? "\n    " : ",\n    ") + line(toJson(one));
    return out + (out.size() == 1 ? "]" : "\n  ]");
}

QJsonObject snapshotJson(const BundledSnapshot& snapshot)
{
    return {{u"kind"_s, kindName(snapshot.key.repo.kind)},
            {u"repo"_s, snapshot.key.repo.id},
            {u"commit"_s, QString::fromLatin1(snapshot.key.commit)},
            {u"revision"_s, snapshot.revision},
            {u"license"_s, snapshot.license},
            {u"files"_s, snapshot.files},
            {u"bytes"_s, snapshot.bytes},
            {u"complete"_s, snapshot.isComplete}};
}

QByteArray quoted(const QString& text)
{
    return QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact).chopped(1).sliced(1);
}

} // namespace

QByteArray BundleIndex::toBytes() const
{
    return "{\n  \"format\": " + QByteArray::number(indexFormat) + ",\n  \"made_by\": " + quoted(madeBy)
        + ",\n  \"made_at\": " + quoted(madeAt) + ",\n  \"payload_files\": " + QByteArray::number(payloadFiles)
        + ",\n  \"payload_bytes\": " + QByteArray::number(payloadBytes)
        + ",\n  \"snapshots\": " + lines(snapshots, snapshotJson) + ",\n  \"needs\": "
        + lines(needs,
                [](const NeededContent& content) {
                    return QJsonObject{{u"sha256"_s, QString::fromLatin1(content.sha256)}, {u"size"_s, content.size}};
                })
        + "\n}\n";
}

Expected<BundleIndex> BundleIndex::fromBytes(const QByteArray& bytes)
{
    const QString what = Say::tr("hugger-bundle.json in the bundle");
    const auto json = parseObject(bytes, what, ErrorKind::Integrity, u"bad_bundle"_s);
    if (!json)
        return std::unexpected(json.error());
    JsonReader reader(*json, what);
    if (reader.size("format"_L1) > indexFormat) {
        return fail(ErrorKind::Failed, u"bundle_newer"_s,
                    Say::tr("The bundle was made by a newer hugger. Update hugger here, then import it."));
    }
    BundleIndex index;
    index.madeBy = reader.text("made_by"_L1);
    index.madeAt = reader.text("made_at"_L1);
    index.payloadFiles = reader.size("payload_files"_L1);
    index.payloadBytes = reader.size("payload_bytes"_L1);
    for (const QJsonValue& value : reader.array("snapshots"_L1)) {
        JsonReader one(value.toObject(), what);
        const auto kind = kindFromName(one.text("kind"_L1));
        const auto repo = kind.and_then([&](RepoKind of) { return RepoId::make(of, one.text("repo"_L1)); });
        BundledSnapshot snapshot;
        snapshot.key.commit = one.hex("commit"_L1, 40);
        snapshot.revision = one.textOr("revision"_L1, {});
        snapshot.license = one.textOr("license"_L1, {});
        snapshot.files = one.size("files"_L1);
        snapshot.bytes = one.size("bytes"_L1);
        snapshot.isComplete = one.flagOr("complete"_L1, false);
        if (const auto ok = one.outcome(ErrorKind::Integrity, u"bad_bundle"_s); !ok)
            return std::unexpected(ok.error());
        if (!repo)
            return fail(ErrorKind::Integrity, u"bad_bundle"_s, repo.error().message);
        snapshot.key.repo = *repo;
        index.snapshots.append(snapshot);
    }
    for (const QJsonValue& value : reader.arrayIfThere("needs"_L1)) {
        JsonReader one(value.toObject(), what);
        index.needs.push_back({one.hex("sha256"_L1, 64), one.size("size"_L1)});
        if (const auto ok = one.outcome(ErrorKind::Integrity, u"bad_bundle"_s); !ok)
            return std::unexpected(ok.error());
    }
    if (const auto ok = reader.outcome(ErrorKind::Integrity, u"bad_bundle"_s); !ok)
        return std::unexpected(ok.error());
    return index;
}

QByteArray bundleRecordFolder(const SnapshotKey& key)
{
    return "records/" + kindPlural(key.repo.kind).toUtf8() + '/' + key.repo.id.toUtf8() + '/' + key.commit + '/';
}

QByteArray bundlePayloadFolder(const SnapshotKey& key)
{
    return "data/" + kindPlural(key.repo.kind).toUtf8() + '/' + key.repo.id.toUtf8() + '/' + key.commit + '/';
}

QByteArray bundleObjectPath(const QByteArray& sha256)
{
    return "data/objects/" + sha256;
}

} // namespace hugger
