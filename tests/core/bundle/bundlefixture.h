// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "../store/storefixture.h"

#include "bundle/bag.h"
#include "bundle/bundleindex.h"
#include "bundle/importer.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QMap>

namespace hugger::test {

/// What a fixture cannot do without: ends the test program with the error's words.
template<typename T> T must(Expected<T> result)
{
    if (!result)
        qFatal("%s | %s", qPrintable(result.error().message), qPrintable(result.error().detail));
    return *std::move(result);
}

/// A bundle written by hand: what the exporter makes, in the fewest words, and what a liar would make of it.
struct HandBundle {
    QMap<QByteArray, QByteArray> files; ///< by path below the bundle's folder
    QList<Record> records;
    std::vector<NeededContent> needs;

    void add(const Record& record, const QMap<QString, QByteArray>& contents, bool leaveOut = false)
    {
        records.append(record);
        const QByteArray folder = bundleRecordFolder(SnapshotKey::of(record));
        files[folder + "record.json"] = record.toBytes();
        QJsonArray tree;
        for (const HeldFile& file : record.files) {
            QJsonObject one{{u"type"_s, u"file"_s},
                            {u"path"_s, file.path},
                            {u"size"_s, file.size},
                            {u"oid"_s, QString::fromLatin1(file.gitSha1)}};
            if (file.lfs)
                one[u"lfs"_s] = QJsonObject{{u"oid"_s, QString::fromLatin1(file.sha256)}, {u"size"_s, file.size}};
            tree.append(one);
            if (leaveOut)
                needs.push_back({file.sha256, file.size});
            else if (const QByteArray at = pathOf(file.sha256); at.isEmpty())
                files[bundlePayloadFolder(SnapshotKey::of(record)) + file.path.toUtf8()] = contents[file.path];
        }
        files[folder + "hub/tree-0001.json"] = QJsonDocument(tree).toJson();
    }

    [[nodiscard]] QByteArray pathOf(const QByteArray& sha256) const
    {
        for (const auto& [path, bytes] : files.asKeyValueRange()) {
            if (path.startsWith("data/") && sha256Hex(bytes) == sha256)
                return path;
        }
        return {};
    }

    /// The lists over what is there by now; then it can be spoilt.
    void seal()
    {
        BundleIndex index;
        index.madeBy = u"hugger test"_s;
        index.madeAt = u"2026-11-20T21:30:23Z"_s;
        index.needs = needs;
        for (const Record& record : std::as_const(records)) {
            index.snapshots.append({SnapshotKey::of(record),
                                    record.revision,
                                    {},
                                    record.files.size(),
                                    record.bytes(),
                                    record.isComplete()});
        }
        QByteArray manifest;
        for (const auto& [path, bytes] : files.asKeyValueRange()) {
            if (!path.startsWith("data/"))
                continue;
            manifest += manifestLine(sha256Hex(bytes), path);
            ++index.payloadFiles;
            index.payloadBytes += bytes.size();
        }
        files["bagit.txt"] = bagDeclaration();
        files["bag-info.txt"] = bagInfo(
            {{u"Payload-Oxum"_s, QString::number(index.payloadBytes) + u'.' + QString::number(index.payloadFiles)}});
        files[bundleIndexName] = index.toBytes();
        files["manifest-sha256.txt"] = manifest;
        sealTags();
    }
    void sealTags()
    {
        files.remove("tagmanifest-sha256.txt");
        QByteArray tags;
        for (const auto& [path, bytes] : files.asKeyValueRange()) {
            if (!path.startsWith("data/"))
                tags += manifestLine(sha256Hex(bytes), path);
        }
        files["tagmanifest-sha256.txt"] = tags;
    }

    void write(const QString& folder) const
    {
        for (const auto& [path, bytes] : files.asKeyValueRange())
            writeFile(folder + u'/' + QString::fromUtf8(path), bytes);
    }
};

} // namespace hugger::test
