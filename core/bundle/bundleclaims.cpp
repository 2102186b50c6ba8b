// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle/bundleclaims.h"

#include "base/files.h"
#include "base/foreignpath.h"
#include "base/format.h"
#include "base/hash.h"
#include "base/json.h"
#include "base/say.h"
#include "bundle/bag.h"
#include "hub/hubparse.h"

#include <QtCore/QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr PathLimits payloadLimits{.bytes = 2048, .segments = 72};

std::unexpected<Error> missing(const QString& name)
{
    return refuseBundle(name, Say::tr("it is missing"));
}

Expected<QByteArray> textOf(const Staging& staging, const FindStaged& find, const QByteArray& path, qint64 maxBytes)
{
    const StagedFile* const file = find(path);
    return file ? staging.text(*file, maxBytes) : missing(QString::fromUtf8(path));
}

Expected<QHash<QByteArray, RawSha256>> readManifest(const Staging& staging, const FindStaged& find)
{
    const QString name = u"manifest-sha256.txt"_s;
    const auto text = textOf(staging, find, name.toUtf8(), maxListBytes);
    if (!text)
        return std::unexpected(text.error());
    const auto lines = parseManifest(*text, name);
    if (!lines)
        return std::unexpected(lines.error());
    QHash<QByteArray, RawSha256> manifest;
    manifest.reserve(std::ssize(*lines));
    for (const ManifestLine& line : *lines) {
        const QString path = QString::fromUtf8(line.path);
        if (const QString trouble = foreignPathTrouble(path, payloadLimits); !trouble.isEmpty())
            return refuseBundle(path,
                                Say::tr("the manifest lists it, and its name is not safe to store (%1)").arg(trouble));
        if (!line.path.startsWith("data/"))
            return refuseBundle(path, Say::tr("the manifest lists it, and it is not in data/"));
        manifest.insert(line.path, RawSha256::of(line.hash));
    }
    return manifest;
}

Expected<Record> readRecord(const Staging& staging, const FindStaged& find, const BundledSnapshot& snapshot)
{
    const QByteArray path = bundleRecordFolder(snapshot.key) + "record.json";
    const QString name = QString::fromUtf8(path);
    const auto text = textOf(staging, find, path, maxListBytes);
    if (!text)
        return std::unexpected(text.error());
    const auto json = parseObject(*text, name, ErrorKind::Integrity, u"bad_bundle"_s);
    if (!json)
        return std::unexpected(json.error());
    auto record = Record::fromJson(*json);
    if (!record && record.error().code == "record_newer"_L1)
        return record;
    if (!record)
        return refuseBundle(name, record.error().message, record.error().detail);
    if (SnapshotKey::of(*record) != snapshot.key) {
        return refuseBundle(
            name, Say::tr("it is about %1 at %2").arg(record->repo.display(), QString::fromLatin1(record->commit)));
    }
    if (record->files.size() != snapshot.files || record->bytes() != snapshot.bytes
        || record->isComplete() != snapshot.isComplete)
        return refuseBundle(name, Say::tr("it is not what hugger-bundle.json says about it"));
    return record;
}

Done addContents(BundleClaims& claims, const Record& record)
{
    for (const HeldFile& file : record.files) {
        const auto [at, isNew] = claims.contents.try_emplace(RawSha256::of(file.sha256));
        BundleClaims::Content& content = at->second;
        if (isNew)
            content.size = file.size;
        if (!file.lfs && !content.gitSha1)
            content.gitSha1 = RawSha1::of(file.gitSha1);
        // One content has one size and one hash of each kind.
        if (content.size != file.size || (!file.lfs && *content.gitSha1 != RawSha1::of(file.gitSha1))) {
            return refuseBundle(
                file.path, Say::tr("the records of the bundle do not agree about it (%1)").arg(record.repo.display()));
        }
    }
    return {};
}

/// The part of a hugger bundle that is no payload has nothing in it that nobody knows.
bool isKnownTag(const QByteArray& path, const QList<QByteArray>& recordFolders)
{
    static const QList<QByteArray> names{
        "bagit.txt",     "bag-info.txt",  "manifest-sha256.txt", "tagmanifest-sha256.txt",
        bundleIndexName, bundleHowToName, bundleOtherNamesName};
    if (names.contains(path))
        return true;
    // The folder a name could be in: the last one that is not behind it.
    const auto after = std::ranges::upper_bound(recordFolders, path);
    if (after == recordFolders.begin() || !path.startsWith(*std::prev(after)))
        return false;
    const QByteArray rest = path.sliced(std::prev(after)->size());
    return rest == "record.json" || rest == "SHA256SUMS"
        || (rest.startsWith("hub/") && Records::isAnswerName(QString::fromUtf8(rest.sliced(4))));
}

Done checkPayload(const BundleClaims& claims, const std::vector<StagedFile>& files, BySha256<qint64>& there)
{
    QList<QByteArray> recordFolders;
    for (const Record& record : claims.records)
        recordFolders.append(bundleRecordFolder(SnapshotKey::of(record)));
    std::ranges::sort(recordFolders);
    qint64 found = 0;
    for (const StagedFile& file : files) {
        const QString shown = QString::fromUtf8(file.path);
        if (!file.path.startsWith(claims.top))
            return refuseBundle(shown, Say::tr("it lies outside the folder of the bundle"));
        const QByteArray path = file.path.sliced(claims.top.size());
        if (!path.startsWith("data/")) {
            if (!isKnownTag(path, recordFolders))
                return refuseBundle(shown, Say::tr("it has no place in a bundle"));
            continue;
        }
        const auto promised = claims.manifest.constFind(path);
        if (promised == claims.manifest.constEnd())
            return refuseBundle(shown, Say::tr("the manifest does not list it"));
        if (*promised != file.sha256)
            return refuseBundle(shown, Say::tr("its bytes are not the ones that the bundle promises"));
        const auto content = claims.contents.find(file.sha256);
        if (content == claims.contents.end())
            return refuseBundle(shown, Say::tr("no record lists it"));
        const auto& gitSha1 = content->second.gitSha1;
        if (file.size != content->second.size || (gitSha1 && file.gitSha1 != *gitSha1))
            return refuseBundle(shown, Say::tr("its bytes are not the ones that its record promises"));
        ++found;
        there.insert({file.sha256, file.size});
    }
    if (found == claims.manifest.size())
        return {};
    QSet<QByteArrayView> staged;
    for (const StagedFile& file : files)
        staged.insert(QByteArrayView(file.path).sliced(claims.top.size()));
    for (auto line = claims.manifest.keyBegin(); line != claims.manifest.keyEnd(); ++line) {
        if (!staged.contains(*line))
            return missing(QString::fromUtf8(*line));
    }
    return {};
}

/// What the bundle leaves out must be here, and good.
Done checkNeeded(const BundleClaims& claims, const BySha256<qint64>& there, HeldContents& held)
{
    qint64 files = 0;
    qint64 bytes = 0;
    QString first;
    BySha256<bool> absent;
    for (const Record& record : claims.records) {
        for (const HeldFile& file : record.files) {
            const RawSha256 sha256 = RawSha256::of(file.sha256);
            if (there.contains(sha256))
                continue;
            const BundleClaims::Content& content = claims.contents.at(sha256);
            const QString shown = QString::fromUtf8(bundlePayloadFolder(SnapshotKey::of(record))) + file.path;
            if (!content.isNeeded)
                return refuseBundle(shown, Say::tr("its record lists it, and the bundle does not have it"));
            const auto has = held.has(sha256, file.size);
            if (!has)
                return std::unexpected(has.error());
            if (*has && content.gitSha1 && held.gitSha1(sha256) != *content.gitSha1)
                return refuseBundle(shown, Say::tr("its record gives it a hash that its bytes do not have"));
            if (*has || !absent.try_emplace(sha256, true).second)
                continue;
            if (files++ == 0)
                first = record.repo.display() + u'/' + file.path;
            bytes += file.size;
        }
    }
    if (files == 0)
        return {};
    return fail(ErrorKind::Integrity, u"not_held_here"_s,
                Say::tr("The bundle carries only what its maker was told is not here, and %n files that it leaves out "
                        "are not here either (%1 in all, the first is \"%2\"). Nothing of it is kept. Import the "
                        "bundle before it first, or have one made without --since.",
                        nullptr, static_cast<int>(files))
                    .arg(formatBytes(bytes), first),
                u"%1 files, %2 bytes, first %3"_s.arg(files).arg(bytes).arg(first));
}

Done checkAnswer(const QByteArray& body, const QString& name, const Record& record)
{
    const QString base = name.sliced(name.lastIndexOf(u'/') + 1);
    Done ok = checkJsonBody(body, name);
    if (ok && base == "info.json"_L1) {
        if (const auto info = parseInfo(body, record.repo.kind, name); !info)
            ok = std::unexpected(info.error());
    } else if (ok && base == "refs.json"_L1) {
        if (const auto refs = parseRefs(body, name); !refs)
            ok = std::unexpected(refs.error());
    } else if (ok && base == "commits.json"_L1) {
        ok = checkHistory(body, name);
    }
    return ok ? ok : Done(refuseBundle(name, Say::tr("it is no answer of a Hub"), ok.error().message));
}

/// The pages of the listing, one at a time, against what the record says.
class ListingOfRecord final {
public:
    explicit ListingOfRecord(const Record& record)
        : m_record(record)
    {
    }

    [[nodiscard]] Done add(const QByteArray& page, const QString& name)
    {
        m_name = name;
        const auto entries = parseTreePage(page, name);
        if (!entries)
            return refuseBundle(name, Say::tr("it is no answer of a Hub"), entries.error().message);
        for (const FileEntry& entry : entries->files) {
            const size_t hash = qHash(entry.path, QHashSeed::globalSeed());
            if (m_seen.contains(hash))
                continue;
            m_seen.insert(hash);
            const auto file = std::ranges::lower_bound(m_record.files, entry.path, {}, &HeldFile::path);
            if (file == m_record.files.end() || file->path != entry.path)
                continue;
            ++m_held;
            if (file->size != entry.size || file->gitSha1 != entry.oid || file->lfs != entry.isLfs()
                || (file->lfs && file->sha256 != entry.sha256))
                return refuseBundle(entry.path, Say::tr("the record and the Hub's listing do not agree about it"));
        }
        return {};
    }

    [[nodiscard]] Done finish() const
    {
        if (m_seen.isEmpty() || (m_held == m_record.files.size() && m_seen.size() <= m_record.listedFiles))
            return {};
        return refuseBundle(m_name, Say::tr("the record lists other files than the Hub did"));
    }

private:
    const Record& m_record;
    QString m_name;
    QSet<size_t> m_seen;
    qsizetype m_held = 0;
};

Done checkAnswers(const BundleClaims& claims, const Staging& staging, const std::vector<StagedFile>& files)
{
    for (const Record& record : claims.records) {
        const QByteArray folder = claims.top + bundleRecordFolder(SnapshotKey::of(record)) + "hub/";
        ListingOfRecord listing(record);
        auto file = std::ranges::lower_bound(files, folder, {}, &StagedFile::path);
        for (; file != files.end() && file->path.startsWith(folder); ++file) {
            const QString name = QString::fromUtf8(file->path);
            const auto body = staging.text(*file, maxTagBytes);
            if (!body)
                return std::unexpected(body.error());
            if (const auto ok = checkAnswer(*body, name, record); !ok)
                return ok;
            if (!file->path.sliced(folder.size()).startsWith("tree-"))
                continue;
            if (const auto ok = listing.add(*body, name); !ok)
                return ok;
        }
        if (const auto ok = listing.finish(); !ok)
            return ok;
    }
    return {};
}

} // namespace

Expected<bool> areClaimsThere(const Staging& staging, const FindStaged& find)
{
    const StagedFile* const file = find(bundleIndexName);
    if (!file || !find("bagit.txt") || !find("manifest-sha256.txt"))
        return false;
    const auto text = staging.text(*file, maxListBytes);
    if (!text)
        return std::unexpected(text.error());
    const auto index = BundleIndex::fromBytes(*text);
    if (!index)
        return std::unexpected(index.error());
    return std::ranges::all_of(index->snapshots, [&find](const BundledSnapshot& snapshot) {
        return find(bundleRecordFolder(snapshot.key) + "record.json") != nullptr;
    });
}

Expected<BundleClaims> readClaims(const Staging& staging, const FindStaged& find, const QByteArray& top)
{
    const auto declaration = textOf(staging, find, "bagit.txt", maxTagBytes);
    if (!declaration)
        return std::unexpected(declaration.error());
    if (const auto ok = checkBagDeclaration(*declaration); !ok)
        return std::unexpected(ok.error());
    BundleClaims claims;
    claims.top = top;
    const auto text = textOf(staging, find, bundleIndexName, maxListBytes);
    if (!text)
        return std::unexpected(text.error());
    auto index = BundleIndex::fromBytes(*text);
    if (!index)
        return std::unexpected(index.error());
    claims.index = *std::move(index);
    if (claims.index.snapshots.isEmpty())
        return refuseBundle(QString::fromLatin1(bundleIndexName), Say::tr("it has no snapshot in it"));
    QSet<QByteArray> folders;
    for (const BundledSnapshot& snapshot : std::as_const(claims.index.snapshots)) {
        const qsizetype before = folders.size();
        folders.insert(bundleRecordFolder(snapshot.key));
        if (folders.size() == before)
            return refuseBundle(QString::fromLatin1(bundleIndexName), Say::tr("it has one snapshot twice"));
        auto record = readRecord(staging, find, snapshot);
        if (!record)
            return std::unexpected(record.error());
        if (const auto ok = addContents(claims, *record); !ok)
            return std::unexpected(ok.error());
        claims.records.push_back(*std::move(record));
    }
    for (const NeededContent& content : claims.index.needs) {
        const auto at = claims.contents.find(RawSha256::of(content.sha256));
        if (at == claims.contents.end() || at->second.size != content.size)
            return refuseBundle(QString::fromLatin1(bundleIndexName),
                                Say::tr("it needs a content that no record lists"));
        at->second.isNeeded = true;
    }
    auto manifest = readManifest(staging, find);
    if (!manifest)
        return std::unexpected(manifest.error());
    claims.manifest = *std::move(manifest);
    for (const auto& [path, sha256] : claims.manifest.asKeyValueRange()) {
        if (!claims.contents.contains(sha256))
            return refuseBundle(QString::fromUtf8(path), Say::tr("no record lists it"));
    }
    return claims;
}

Done checkTagManifest(const Staging& staging, const StagedFile& manifest, const QByteArray& top, const FindStaged& find)
{
    const QString name = QString::fromUtf8(manifest.path.sliced(top.size()));
    const auto kind = bagHashOf(name);
    if (!kind || *kind < BagHash::Sha256)
        return {};
    const auto text = staging.text(manifest, maxListBytes);
    if (!text)
        return std::unexpected(text.error());
    const auto lines = parseManifest(*text, name);
    if (!lines)
        return std::unexpected(lines.error());
    for (const ManifestLine& line : *lines) {
        const StagedFile* file = nullptr;
        for (const QByteArray& path : bagPathReadings(line.path))
            file = file ? file : find(path);
        if (!file)
            return missing(QString::fromUtf8(line.path));
        QByteArray hash = file->sha256.hex();
        if (*kind == BagHash::Sha512) {
            const auto bytes = staging.text(*file, maxListBytes);
            if (!bytes)
                return std::unexpected(bytes.error());
            hash = QCryptographicHash::hash(*bytes, QCryptographicHash::Sha512).toHex();
        }
        if (hash != line.hash)
            return refuseBundle(QString::fromUtf8(line.path),
                                Say::tr("its bytes are not the ones that the bundle promises"));
    }
    return {};
}

Done checkOxum(const Staging& staging, const FindStaged& find, qint64 payloadBytes, qint64 payloadFiles)
{
    const StagedFile* const file = find("bag-info.txt");
    if (!file)
        return {};
    const auto text = staging.text(*file, maxTagBytes);
    if (!text)
        return std::unexpected(text.error());
    const auto facts = parseBagInfo(*text);
    if (!facts)
        return std::unexpected(facts.error());
    const auto oxum = payloadOxum(*facts);
    if (!oxum)
        return std::unexpected(oxum.error());
    if (!*oxum || **oxum == PayloadOxum{payloadBytes, payloadFiles})
        return {};
    return refuseBundle(u"bag-info.txt"_s,
                        Say::tr("it promises %1 bytes in %2 files, and there are %3 in %4")
                            .arg((*oxum)->bytes)
                            .arg((*oxum)->files)
                            .arg(payloadBytes)
                            .arg(payloadFiles));
}

Done checkClaims(const BundleClaims& claims, const Staging& staging, const std::vector<StagedFile>& files,
                 HeldContents& held)
{
    const FindStaged find = [&](const QByteArray& path) -> const StagedFile* {
        const QByteArray whole = claims.top + path;
        const auto at = std::ranges::lower_bound(files, whole, {}, &StagedFile::path);
        return at != files.end() && at->path == whole ? &*at : nullptr;
    };
    BySha256<qint64> there;
    if (const auto ok = checkPayload(claims, files, there); !ok)
        return ok;
    const StagedFile* const tags = find("tagmanifest-sha256.txt");
    if (!tags)
        return missing(u"tagmanifest-sha256.txt"_s);
    if (const auto ok = checkTagManifest(staging, *tags, claims.top, find); !ok)
        return ok;
    const auto listed = staging.text(*tags, maxListBytes).and_then([](const QByteArray& text) {
        return parseManifest(text, u"tagmanifest-sha256.txt"_s);
    });
    if (!listed)
        return std::unexpected(listed.error());
    QSet<QByteArrayView> proved;
    for (const ManifestLine& line : *listed)
        proved.insert(line.path);
    qint64 payloadFiles = 0;
    qint64 payloadBytes = 0;
    for (const StagedFile& file : files) {
        const QByteArrayView path = QByteArrayView(file.path).sliced(claims.top.size());
        if (path.startsWith("data/")) {
            ++payloadFiles;
            payloadBytes += file.size;
        } else if (!proved.contains(path) && &file != tags) {
            return refuseBundle(QString::fromUtf8(file.path), Say::tr("the tag manifest does not list it"));
        }
    }
    if (const auto ok = checkOxum(staging, find, payloadBytes, payloadFiles); !ok)
        return ok;
    if (payloadFiles != claims.index.payloadFiles || payloadBytes != claims.index.payloadBytes)
        return refuseBundle(QString::fromLatin1(bundleIndexName), Say::tr("it promises more or less than there is"));
    if (const auto ok = checkAnswers(claims, staging, files); !ok)
        return ok;
    return checkNeeded(claims, there, held);
}

} // namespace hugger
