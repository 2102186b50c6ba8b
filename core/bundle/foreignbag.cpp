// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle/foreignbag.h"

#include "base/files.h"
#include "base/foreignpath.h"
#include "base/format.h"
#include "base/hash.h"
#include "base/say.h"
#include "bundle/bag.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QRegularExpression>

#include <algorithm>
#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qint64 blockBytes = 1024 * 1024;
constexpr qsizetype longestName = 80;

Expected<QByteArray> sha512Of(const Staging& staging, const StagedFile& file)
{
    const QString path = staging.pathOf(file.number);
    const auto fd = openFile(path, O_RDONLY | O_NOFOLLOW);
    if (!fd)
        return std::unexpected(fd.error());
    QCryptographicHash hash(QCryptographicHash::Sha512);
    QByteArray block(blockBytes, Qt::Uninitialized);
    for (qint64 at = 0;;) {
        const auto got = readAt(fd->get(), block.data(), block.size(), at, path);
        if (!got)
            return std::unexpected(got.error());
        if (*got == 0)
            return hash.result().toHex();
        hash.addData(QByteArrayView(block.constData(), *got));
        at += *got;
    }
}

} // namespace

Expected<std::vector<NamedFile>> checkForeignBag(const Staging& staging, const std::vector<StagedFile>& files,
                                                 const QByteArray& top)
{
    const FindStaged find = [&](const QByteArray& path) -> const StagedFile* {
        const QByteArray whole = top + path;
        const auto at = std::ranges::lower_bound(files, whole, {}, &StagedFile::path);
        return at != files.end() && at->path == whole ? &*at : nullptr;
    };
    const StagedFile* const declaration = find("bagit.txt");
    const auto declared = staging.text(*declaration, maxTagBytes);
    if (!declared)
        return std::unexpected(declared.error());
    if (const auto ok = checkBagDeclaration(*declared); !ok)
        return std::unexpected(ok.error());
    const StagedFile* manifest = find("manifest-sha256.txt");
    const BagHash kind = manifest ? BagHash::Sha256 : BagHash::Sha512;
    if (!manifest)
        manifest = find("manifest-sha512.txt");
    if (!manifest) {
        return refuseBundle(u"bagit.txt"_s,
                            Say::tr("the bag has no manifest of SHA-256 or SHA-512, and weaker hashes prove nothing"));
    }
    const auto text = staging.text(*manifest, maxListBytes);
    if (!text)
        return std::unexpected(text.error());
    const QString name = QString::fromUtf8(manifest->path.sliced(top.size()));
    const auto lines = parseManifest(*text, name);
    if (!lines)
        return std::unexpected(lines.error());
    QHash<const StagedFile*, const ManifestLine*> listed;
    for (const ManifestLine& line : *lines) {
        const StagedFile* file = nullptr;
        for (const QByteArray& path : bagPathReadings(line.path)) {
            if (!path.startsWith("data/"))
                return refuseBundle(QString::fromUtf8(path), Say::tr("the manifest lists it, and it is not in data/"));
            file = file ? file : find(path);
        }
        if (!file)
            return refuseBundle(QString::fromUtf8(line.path), Say::tr("it is missing"));
        listed.insert(file, &line);
    }

    std::vector<NamedFile> payload;
    qint64 bytes = 0;
    for (const StagedFile& file : files) {
        const QString shown = QString::fromUtf8(file.path);
        if (!file.path.startsWith(top))
            return refuseBundle(shown, Say::tr("it lies outside the folder of the bundle"));
        const QByteArray path = file.path.sliced(top.size());
        if (!path.startsWith("data/")) {
            if (path.startsWith("tagmanifest-")) {
                if (const auto ok = checkTagManifest(staging, file, top, find); !ok)
                    return std::unexpected(ok.error());
            }
            continue;
        }
        const ManifestLine* const line = listed.value(&file);
        if (!line)
            return refuseBundle(shown, Say::tr("the manifest does not list it"));
        QByteArray hash = file.sha256.hex();
        if (kind == BagHash::Sha512) {
            auto long512 = sha512Of(staging, file);
            if (!long512)
                return std::unexpected(long512.error());
            hash = *std::move(long512);
        }
        if (hash != line->hash)
            return refuseBundle(shown, Say::tr("its bytes are not the ones that the bundle promises"));
        payload.push_back({QString::fromUtf8(path.sliced(5)), &file});
        bytes += file.size;
    }
    if (const auto ok = checkOxum(staging, find, bytes, std::ssize(payload)); !ok)
        return std::unexpected(ok.error());
    return payload;
}

RepoId localRepo(const QString& source)
{
    static const QRegularExpression ending(u"(\\.(tar|tar\\.zst|tar\\.gz|tzst|tgz|zip))?(\\.\\d{3,9})?$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression illegal(u"[^A-Za-z0-9_.-]+"_s);
    static const QRegularExpression runs(u"-{2,}|\\.{2,}"_s);
    static const QRegularExpression edges(u"^[-.]+|[-.]+$|\\.git$"_s);
    QString name = QDir(source).dirName();
    name.remove(ending).replace(illegal, u"-"_s).replace(runs, u"-"_s).truncate(longestName);
    for (QString before; before != name;) {
        before = name;
        name.remove(edges);
    }
    const auto repo = RepoId::make(RepoKind::Model, u"local/"_s + name);
    return repo.value_or(RepoId{RepoKind::Model, u"local/imported"_s});
}

Expected<Record> recordOfFiles(const RepoId& repo, const std::vector<NamedFile>& files, bool isLocal)
{
    Record record;
    record.repo = repo;
    record.revision = u"imported"_s;
    record.refs = {u"imported"_s};
    if (isLocal)
        record.refs.append(u"main"_s);
    record.capturedAt = isoNow();
    record.updatedAt = record.capturedAt;
    record.huggerVersion = QStringLiteral(HUGGER_VERSION);
    record.files.reserve(std::ssize(files));
    for (const NamedFile& file : files) {
        if (const QString trouble = foreignPathTrouble(file.path); !trouble.isEmpty())
            return refuseBundle(file.path, Say::tr("its name is not safe to store (%1)").arg(trouble));
        record.files.append({file.path, file.file->size, file.file->sha256.hex(), file.file->gitSha1.hex(), false, {}});
    }
    std::ranges::sort(record.files, {}, &HeldFile::path);
    Digest digest(Digest::Kind::Sha256);
    for (const HeldFile& file : std::as_const(record.files))
        digest.add(QByteArray(file.sha256 + "  " + file.path.toUtf8() + '\n'));
    record.commit = digest.hex().first(40);
    record.listedFiles = record.files.size();
    record.listedBytes = record.bytes();
    return record;
}

} // namespace hugger
