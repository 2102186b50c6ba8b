// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/hubview.h"

#include "base/files.h"
#include "base/foreignpath.h"
#include "base/hash.h"
#include "base/log.h"
#include "store/viewlinks.h"

#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QMutex>
#include <QtCore/QSet>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr auto everything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;

/// One change of a view at a time: unpublish() must not take the blob that a publish() is about to link to.
QMutex& viewMutex()
{
    static QMutex mutex;
    return mutex;
}

QString temporaryIn(const QString& folder)
{
    return folder + u'/' + QLatin1StringView(ViewLinks::temporaryPrefix);
}

/// What a killed publish() or unpublish() left.
void sweep(const QString& folder)
{
    const auto names = QDir(folder).entryList({QLatin1StringView(ViewLinks::temporaryPrefix) + u'*'}, everything);
    for (const QString& name : names)
        (void)removeTree(folder + u'/' + name);
}

/// A small file of the view, whole at every moment. Synced, because an empty ref would keep the Hub's client from
/// loading; its name may be lost, it is made again.
Done writeWhole(const QString& path, const QByteArray& bytes, const QString& temporary)
{
    const auto present = QFileInfo(path).isFile() ? readAll(path) : Expected<QByteArray>(QByteArray());
    if (present && *present == bytes)
        return {};
    auto fd = openFile(temporary, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (!fd)
        return std::unexpected(fd.error());
    if (const auto ok = writeAt(fd->get(), bytes, 0, temporary); !ok)
        return ok;
    if (const auto ok = syncFile(fd->get(), temporary); !ok)
        return ok;
    if (const auto ok = fd->close(temporary); !ok)
        return ok;
    return renameFile(temporary, path);
}

/// Makes the folders of many paths, asking the system once for each.
class FolderMaker final {
public:
    Done make(const QByteArray& folder)
    {
        if (m_made.contains(folder))
            return {};
        if (::mkdir(folder.constData(), 0755) != 0 && errno != EEXIST) {
            const auto slash = folder.lastIndexOf('/');
            if (errno != ENOENT || slash <= 0)
                return std::unexpected(diskError(errno, u"mkdir"_s, QFile::decodeName(folder)));
            if (const auto ok = make(folder.first(slash)); !ok)
                return ok;
            if (::mkdir(folder.constData(), 0755) != 0 && errno != EEXIST)
                return std::unexpected(diskError(errno, u"mkdir"_s, QFile::decodeName(folder)));
        }
        m_made.insert(folder);
        return {};
    }

private:
    QSet<QByteArray> m_made;
};

QByteArray oneLine(const QJsonValue& value)
{
    const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return text.sliced(1, text.size() - 2);
}

/// trees/<commit>.json (hub-contract D.1), as the Hub's client writes it: keys sorted.
QByteArray treeJson(QList<FileEntry> listing)
{
    std::ranges::sort(listing, {}, &FileEntry::path);
    QByteArray out = R"({"format_version":1,"files":{)";
    for (const FileEntry& entry : std::as_const(listing)) {
        if (!out.endsWith('{'))
            out += ',';
        const QByteArray size = QByteArray::number(entry.size);
        out += oneLine(entry.path) + R"(:{"size":)" + size + R"(,"blob_id":")" + entry.oid + '"';
        if (entry.isLfs())
            out += R"(,"lfs_sha256":")" + entry.sha256 + R"(","lfs_size":)" + size;
        out += '}';
    }
    return out + "}}";
}

bool canBeRefFile(const QString& ref)
{
    return checkForeignPath(ref).has_value() && !ref.startsWith(u'.');
}

/// Every name in blobs/ that a snapshot of this repo leads to.
QSet<QString> blobsInUse(const QString& snapshots)
{
    QSet<QString> used;
    QDirIterator files(snapshots, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo file = files.nextFileInfo();
        if (file.isSymLink())
            used.insert(QFileInfo(file.readSymLink()).fileName());
    }
    return used;
}

} // namespace

HubView::HubView(Store store)
    : m_store(std::move(store))
{
}

QString HubView::repoFolder(const RepoId& repo) const
{
    return m_store.viewFolder() + u'/' + repo.cacheFolder();
}

QString HubView::snapshotFolder(const SnapshotKey& key) const
{
    return repoFolder(key.repo) + u"/snapshots/"_s + QLatin1StringView(key.commit);
}

Done HubView::publish(const Record& record, const QList<FileEntry>& listing) const
{
    if (const auto ok = record.check(); !ok)
        return ok;
    if (const auto ok = m_store.checkPlugged(); !ok)
        return ok;
    const QMutexLocker lock(&viewMutex());
    const QString repo = repoFolder(record.repo);
    const auto files = publishFiles(record);
    if (!files && files.error().code == u"no_links") {
        (void)removeTree(snapshotFolder(SnapshotKey::of(record)));
        for (const QString& name : {u"/snapshots"_s, u"/blobs"_s, u"/refs"_s, u"/trees"_s})
            removeEmptyFolders(repo + name, m_store.viewFolder());
    }
    if (!files && files.error().code != u"object_missing")
        return files;
    if (const auto ok = publishTree(record, listing); !ok)
        return ok;
    // Refs come last: one that points to nothing is what the Hub's client warns about.
    if (const auto ok = publishRefs(record); !ok)
        return ok;
    return files;
}

Done HubView::publishFiles(const Record& record) const
{
    const QString repo = repoFolder(record.repo);
    const QByteArray blobs = QFile::encodeName(repo + u"/blobs/"_s);
    const QByteArray snapshot = QFile::encodeName(snapshotFolder(SnapshotKey::of(record)) + u'/');
    FolderMaker folders;
    for (const QByteArray& folder : {blobs.chopped(1), snapshot.chopped(1), QFile::encodeName(repo + u"/refs"_s),
                                     QFile::encodeName(repo + u"/trees"_s)}) {
        if (const auto ok = folders.make(folder); !ok)
            return ok;
    }
    sweep(repo);

    ViewLinks links(QFile::encodeName(repo));
    Done result;
    for (const HeldFile& file : record.files) {
        const QByteArray object = QFile::encodeName(m_store.objectPath(file.sha256));
        const QByteArray blob = blobs + file.etag();
        const QByteArray path = QFile::encodeName(file.path);
        const QByteArray up = QByteArray("../").repeated(2 + path.count('/'));
        if (const auto slash = path.lastIndexOf('/'); slash > 0) {
            if (const auto ok = folders.make(snapshot + path.first(slash)); !ok)
                return ok;
        }
        auto linked =
            links.linkToObject(object, blob, "../../../objects/sha256/" + file.sha256.first(2) + '/' + file.sha256);
        crashPoint("view-blob");
        if (linked)
            linked = links.linkToBlob(up + "blobs/" + file.etag(), object, snapshot + path);
        crashPoint("view-link");
        if (!linked && linked.error().code != u"object_missing")
            return linked;
        if (!linked && result)
            result = linked;
    }
    return result;
}

Done HubView::publishTree(const Record& record, const QList<FileEntry>& listing) const
{
    QList<FileEntry> whole = listing;
    if (whole.isEmpty() && record.isComplete()) {
        for (const HeldFile& file : record.files)
            whole.append({file.path, file.size, file.gitSha1, file.lfs ? file.sha256 : QByteArray(), {}});
    }
    if (whole.isEmpty() && record.listedFiles > 0)
        return {};
    const QString repo = repoFolder(record.repo);
    const QString path = repo + u"/trees/"_s + QLatin1StringView(record.commit) + u".json"_s;
    const auto written = writeWhole(path, treeJson(std::move(whole)), temporaryIn(repo) + u"tree"_s);
    crashPoint("view-tree");
    return written;
}

Done HubView::publishRefs(const Record& record) const
{
    const QString repo = repoFolder(record.repo);
    const QString refs = repo + u"/refs"_s;
    const auto leftOut = [&record](const QString& ref, const QString& why) {
        qCWarning(lcStore).noquote() << record.repo.display() << "ref" << ref << "is left out of the view:" << why;
    };
    for (const QString& ref : record.refs) {
        if (!canBeRefFile(ref)) {
            leftOut(ref, u"it cannot be the name of a file"_s);
            continue;
        }
        const QString path = refs + u'/' + ref;
        bool clash = QFileInfo(path).isDir();
        for (qsizetype slash = ref.indexOf(u'/'); slash > 0; slash = ref.indexOf(u'/', slash + 1))
            clash = clash || QFileInfo(refs + u'/' + ref.left(slash)).isFile();
        if (clash) {
            leftOut(ref, u"its name clashes with a ref that is there"_s);
            continue;
        }
        FolderMaker folders;
        if (const auto ok = folders.make(QFile::encodeName(QFileInfo(path).path())); !ok)
            return ok;
        if (const auto ok = writeWhole(path, record.commit, temporaryIn(repo) + u"ref"_s); !ok)
            return ok;
        crashPoint("view-ref");
    }
    return {};
}

Done HubView::unpublish(const SnapshotKey& key) const
{
    if (const auto ok = m_store.checkPlugged(); !ok)
        return ok;
    const QMutexLocker lock(&viewMutex());
    const QString repo = repoFolder(key.repo);
    if (!QFileInfo(repo).isDir())
        return {};
    const QString refs = repo + u"/refs"_s;
    QDirIterator files(refs, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const auto commit = readAll(path, 4096);
        if (!commit || commit->trimmed() != key.commit)
            continue;
        if (const auto ok = removeFile(path); !ok)
            return ok;
        removeEmptyFolders(QFileInfo(path).path(), refs);
    }
    crashPoint("view-unref");

    const QString commit = QString::fromLatin1(key.commit);
    if (const auto ok = removeFile(repo + u"/trees/"_s + commit + u".json"_s); !ok)
        return ok;
    // By rename first, so that the snapshot is there whole or not at all.
    const QString doomed = temporaryIn(repo) + commit;
    if (QFileInfo::exists(snapshotFolder(key))) {
        sweep(repo);
        if (const auto ok = renameFile(snapshotFolder(key), doomed); !ok)
            return ok;
        crashPoint("view-unlinked");
    }
    if (const auto ok = removeTree(repo + u"/.no_exist/"_s + commit); !ok)
        return ok;
    sweep(repo);

    const QSet<QString> used = blobsInUse(repo + u"/snapshots"_s);
    const QDir blobs(repo + u"/blobs"_s);
    for (const QString& name : blobs.entryList(QDir::Files | QDir::Hidden | QDir::System)) {
        // Other names are not ours: what the Hub's client was downloading, for one.
        if (used.contains(name) || !(isHex(name, 64) || isHex(name, 40)))
            continue;
        if (const auto ok = removeFile(blobs.filePath(name)); !ok)
            return ok;
    }
    if (QDir(repo + u"/snapshots"_s).isEmpty(everything)) {
        for (const QString& name : {u"/snapshots"_s, u"/blobs"_s, u"/refs"_s, u"/trees"_s, u"/.no_exist"_s})
            removeEmptyFolders(repo + name, m_store.viewFolder());
    }
    return {};
}

} // namespace hugger
