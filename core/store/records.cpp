// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "base/hash.h"
#include "base/json.h"
#include "base/say.h"
#include "hub/hubparse.h"
#include "store/record.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QHash>
#include <QtCore/QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

/// A million files in one repo: what the Hub allows at most.
constexpr qint64 maxRecordBytes = 1024LL * 1024 * 1024;

QByteArray checksums(const Record& record)
{
    QByteArray out;
    for (const HeldFile& file : record.files) {
        QByteArray name = file.path.toUtf8();
        // As coreutils writes them. Such names are refused at the border; a list that lies about one would be worse
        // than a strange one.
        const bool escaped = name.contains('\\') || name.contains('\n') || name.contains('\r');
        if (escaped)
            name.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r");
        if (name == "-")
            name = "./-"; // "-" alone would mean the standard input
        out += (escaped ? "\\" : "") + file.sha256 + "  " + name + '\n';
    }
    return out;
}

QStringList treePages(const QString& hubFolder)
{
    return QDir(hubFolder).entryList({u"tree-*.json"_s}, QDir::Files, QDir::Name);
}

Done writeAnswers(const QList<HubAnswer>& answers, const QString& folder)
{
    if (answers.isEmpty())
        return {};
    if (const auto ok = makeFolders(folder); !ok)
        return ok;
    QStringList stale = treePages(folder);
    bool hasTree = false;
    for (const HubAnswer& answer : answers) {
        const QByteArray bytes = qUncompress(answer.compressed);
        if (!Records::isAnswerName(answer.name) || bytes.isEmpty()) {
            return fail(ErrorKind::Failed, u"bad_hub_answer"_s,
                        Say::tr("An answer of the Hub could not be kept with the record. Nothing was recorded."),
                        answer.name);
        }
        if (const auto ok = writeDurably(folder + u'/' + answer.name, bytes); !ok)
            return ok;
        crashPoint("record-answers");
        stale.removeAll(answer.name);
        hasTree = hasTree || answer.name.startsWith(u"tree-"_s);
    }
    // Pages of an earlier capture of the same commit, cut elsewhere: what they say is in the new ones.
    if (hasTree) {
        for (const QString& page : std::as_const(stale)) {
            if (const auto ok = removeFile(folder + u'/' + page); !ok)
                return ok;
        }
    }
    return {};
}

/// Files of writeDurably() that a killed process left.
void dropLeftovers(const QString& folder)
{
    const auto names = QDir(folder).entryList({u"*.tmp"_s}, QDir::Files);
    for (const QString& name : names)
        (void)removeFile(folder + u'/' + name);
}

QStringList foldersIn(const QString& folder)
{
    return QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name);
}

} // namespace

Records::Records(Store store)
    : m_store(std::move(store))
{
}

QString Records::folderOf(const SnapshotKey& key) const
{
    return m_store.folder() + u"/records/"_s + kindPlural(key.repo.kind) + u'/' + key.repo.id + u'/'
        + QLatin1StringView(key.commit);
}

Done Records::write(const Record& record, const QList<HubAnswer>& answers) const
{
    if (const auto ok = record.check(); !ok)
        return ok;
    if (const auto ok = m_store.checkPlugged(); !ok)
        return ok;
    const QString folder = folderOf(SnapshotKey::of(record));
    const auto before = read(SnapshotKey::of(record));
    if (!before && before.error().code == u"record_newer")
        return std::unexpected(before.error());
    if (const auto ok = secureObjects(record, before ? before->files : QList<HeldFile>()); !ok)
        return ok;
    if (const auto ok = makeFolders(folder); !ok)
        return ok;
    // One that cannot be read may still be worth something to somebody.
    if (!before && before.error().code == u"record_damaged")
        (void)QFile::copy(folder + u"/record.json"_s, folder + u"/record.json.damaged"_s);
    dropLeftovers(folder);
    dropLeftovers(folder + u"/hub"_s);
    if (const auto ok = writeAnswers(answers, folder + u"/hub"_s); !ok)
        return ok;
    if (const auto ok = writeDurably(folder + u"/SHA256SUMS"_s, checksums(record)); !ok)
        return ok;
    crashPoint("record-write");
    if (const auto ok = writeDurably(folder + u"/record.json"_s, record.toBytes()); !ok)
        return ok;
    crashPoint("record-written");
    return {};
}

Done Records::secureObjects(const Record& record, const QList<HeldFile>& before) const
{
    QHash<QByteArray, qint64> fresh;
    for (const HeldFile& file : record.files)
        fresh.insert(file.sha256, file.size);
    // What the record named before was secured then, and a damaged object must not keep its record from being updated.
    for (const HeldFile& file : before)
        fresh.remove(file.sha256);
    if (fresh.isEmpty())
        return {};
    for (const auto& [sha256, size] : fresh.asKeyValueRange()) {
        if (m_store.objectState(sha256, size) != ObjectState::Present) {
            return fail(
                ErrorKind::Integrity, u"object_missing"_s,
                Say::tr("%1 was not recorded: the content of one of its files is not in the store. Archive it again.")
                    .arg(record.repo.display()),
                QString::fromLatin1(sha256), Retry::Automatic);
        }
    }
    return m_store.syncObjectNames(fresh.keys());
}

Expected<Record> Records::read(const SnapshotKey& key) const
{
    const QString path = folderOf(key) + u"/record.json"_s;
    if (!QFileInfo::exists(path)) {
        if (const auto plugged = m_store.checkPlugged(); !plugged)
            return std::unexpected(plugged.error());
        return fail(
            ErrorKind::NotHeld, u"not_held"_s,
            Say::tr("%1 at %2 is not in this store.").arg(key.repo.display(), QLatin1StringView(key.commit.left(12))));
    }
    auto record = readRecordFile(path);
    if (!record || SnapshotKey::of(*record) == key)
        return record;
    return fail(ErrorKind::Failed, u"record_damaged"_s,
                Say::tr("The record in %1 is about something else (%2). Archive %3 again to make it anew.")
                    .arg(path, record->repo.display(), key.repo.display()));
}

bool Records::isAnswerName(const QString& name)
{
    static const QRegularExpression allowed(u"\\A[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.json\\z"_s);
    return allowed.match(name).hasMatch();
}

Expected<Record> Records::readRecordFile(const QString& path)
{
    const auto bytes = readAll(path, maxRecordBytes);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto json =
        parseObject(*bytes, Say::tr("The record in %1").arg(path), ErrorKind::Failed, u"record_damaged"_s);
    if (!json)
        return std::unexpected(json.error());
    return Record::fromJson(*json);
}

Expected<QList<FileEntry>> Records::listing(const SnapshotKey& key) const
{
    const QString folder = folderOf(key) + u"/hub"_s;
    const QString what = Say::tr("The kept listing of %1").arg(key.repo.display());
    const QStringList pages = treePages(folder);
    if (pages.isEmpty()) {
        if (const auto plugged = m_store.checkPlugged(); !plugged)
            return std::unexpected(plugged.error());
        return fail(ErrorKind::NotHeld, u"no_listing"_s,
                    Say::tr("%1 is not there. Archive the same commit again to get it.").arg(what));
    }
    QList<FileEntry> files;
    QSet<QString> seen;
    for (const QString& page : pages) {
        const auto bytes = readAll(folder + u'/' + page);
        if (!bytes)
            return std::unexpected(bytes.error());
        const auto entries = parseTreePage(*bytes, what);
        if (!entries)
            return std::unexpected(entries.error());
        // Two captures of a commit may have been cut into pages at different places, and a kill may have left pages of
        // both.
        for (const FileEntry& entry : entries->files) {
            if (!seen.contains(entry.path)) {
                seen.insert(entry.path);
                files.append(entry);
            }
        }
    }
    return files;
}

Expected<RepoRefs> Records::refs(const SnapshotKey& key) const
{
    const QString path = folderOf(key) + u"/hub/refs.json"_s;
    const QString what = Say::tr("The kept list of branches of %1").arg(key.repo.display());
    if (!QFileInfo::exists(path)) {
        if (const auto plugged = m_store.checkPlugged(); !plugged)
            return std::unexpected(plugged.error());
        return fail(ErrorKind::NotHeld, u"no_refs"_s,
                    Say::tr("%1 is not there. Archive the same commit again to get it.").arg(what));
    }
    const auto bytes = readAll(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    return parseRefs(*bytes, what);
}

Done Records::each(const std::function<bool(const Record&)>& visit,
                   const std::function<void(const QString&, const Error&)>& broken) const
{
    if (const auto ok = m_store.checkPlugged(); !ok)
        return ok;
    // False when the visitor had enough.
    const auto visitCommits = [&](const RepoId& repo, const QString& folder) {
        for (const QString& name : foldersIn(folder)) {
            const QString path = folder + u'/' + name + u"/record.json"_s;
            // A folder without a record is what is left of a first capture that did not get that far.
            if (!isHex(name, 40) || !QFileInfo::exists(path))
                continue;
            const auto record = read({repo, name.toLatin1()});
            if (!record)
                broken(path, record.error());
            else if (!visit(*record))
                return false;
        }
        return true;
    };
    for (const RepoKind kind : {RepoKind::Model, RepoKind::Dataset, RepoKind::Space}) {
        const QString kindFolder = m_store.folder() + u"/records/"_s + kindPlural(kind);
        for (const QString& first : foldersIn(kindFolder)) {
            const QString firstFolder = kindFolder + u'/' + first;
            // records/models/gpt2/<commit> and records/models/org/name/<commit> both occur.
            if (!visitCommits({kind, first}, firstFolder))
                return {};
            for (const QString& second : foldersIn(firstFolder)) {
                if (!visitCommits({kind, first + u'/' + second}, firstFolder + u'/' + second))
                    return {};
            }
        }
    }
    return m_store.checkPlugged();
}

} // namespace hugger
