// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "archive/library.h"

#include "base/files.h"
#include "base/foreignpath.h"
#include "base/format.h"
#include "base/hash.h"
#include "base/log.h"
#include "base/say.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSet>

#include <algorithm>
#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

const QString touchedName = u"/touched.json"_s;

/// The card's text, for search: the first 64 kB of README.md as held.
QString cardText(const Store& store, const Record& record)
{
    for (const HeldFile& file : record.files) {
        if (file.path.compare("README.md"_L1, Qt::CaseInsensitive) != 0)
            continue;
        const auto fd = openFile(store.objectPath(file.sha256), O_RDONLY);
        if (!fd)
            return {};
        QByteArray bytes(std::min<qint64>(file.size, 65536), Qt::Uninitialized);
        const auto got = readAt(fd->get(), bytes.data(), bytes.size(), 0, file.path);
        return got ? QString::fromUtf8(bytes.first(*got)) : QString();
    }
    return {};
}

/// The whole commit as the Hub listed it, without names that are not safe to write down. Empty when it was not kept:
/// the view does without.
QList<FileEntry> keptListing(const Store& store, const SnapshotKey& key)
{
    auto listing = Records(store).listing(key);
    if (!listing)
        return {};
    listing->removeIf([](const FileEntry& entry) { return !checkForeignPath(entry.path); });
    return *std::move(listing);
}

/// Trouble that concerns only the view, which is never the truth.
bool isViewOnly(const Error& error)
{
    return error.code == "no_links"_L1 || error.code == "object_missing"_L1;
}

} // namespace

Library::Library(Profile profile)
    : m_profile(std::move(profile))
{
    m_admitting.setMaxThreadCount(1);
}

Expected<std::unique_ptr<Library>> Library::open(const QString& profileFolder, Access access)
{
    auto profile = Profile::open(profileFolder);
    if (!profile)
        return std::unexpected(profile.error());
    std::unique_ptr<Library> library(new Library(std::move(*profile)));
    const bool writes = access == Access::ReadWrite;
    if (writes) {
        if (const auto ok = library->m_profile.lock(); !ok)
            return std::unexpected(ok.error());
    }
    const auto mode = writes ? Database::Access::ReadWrite : Database::Access::ReadOnly;
    auto catalog = Catalog::open(library->m_profile.folder() + u"/catalog.db"_s, mode);
    if (!catalog)
        return std::unexpected(catalog.error());
    library->m_catalog = std::make_unique<Catalog>(std::move(*catalog));
    auto state = State::open(library->m_profile.folder() + u"/state.db"_s, mode);
    if (!state)
        return std::unexpected(state.error());
    library->m_state = std::make_unique<State>(std::move(*state));
    if (writes) {
        if (const auto ok = library->mend(); !ok)
            return std::unexpected(ok.error());
    }
    return library;
}

Done Library::mend()
{
    if (m_state->found() == Database::Found::Recovered)
        m_notices.append(
            Say::tr("The list of jobs was damaged; it was put aside in %1 and begun anew. What was fetched is kept.")
                .arg(m_profile.folder()));
    if (const auto ok = m_state->requeueInterrupted(); !ok)
        return ok;
    if (m_catalog->needsRebuild()) {
        const bool damaged = m_catalog->found() == Database::Found::Recovered;
        const auto count = rebuild([](const QString&) {});
        if (!count)
            return std::unexpected(count.error());
        if (damaged)
            m_notices.append(
                Say::tr("The catalog was damaged; it was put aside and rebuilt from %n records. Nothing is lost.",
                        nullptr, static_cast<int>(*count)));
        else if (*count > 0)
            m_notices.append(Say::tr("The catalog was missing; it was rebuilt from %n records. Nothing is lost.",
                                     nullptr, static_cast<int>(*count)));
    }
    if (const auto ok = finishTouched(); !ok)
        qCWarning(lcArchive) << "what a crash interrupted is not mended yet:" << ok.error().message;
    const auto known = m_profile.stores();
    if (const auto settings = m_profile.settings(); !settings || !known)
        return settings ? Done(std::unexpected(known.error())) : Done(std::unexpected(settings.error()));
    for (const KnownStore& one : *known) {
        const auto opened = Store::open(one.folder);
        if (!opened)
            continue; // unplugged: nothing is touched
        // What a killed process was copying from another store is begun anew.
        QDir incoming(opened->incomingFolder());
        for (const QString& name : incoming.entryList({u"*.copy"_s}, QDir::Files))
            incoming.remove(name);
        // Nothing in there was let in.
        const QDir quarantine(opened->folder() + u"/quarantine"_s);
        for (const QString& name :
             quarantine.entryList({u"import-*"_s}, QDir::Dirs | QDir::Hidden | QDir::NoSymLinks)) {
            if (const auto ok = removeTree(quarantine.filePath(name)); !ok)
                qCWarning(lcArchive) << "what an interrupted import left is still there:" << ok.error().message;
        }
        // A store that came back, or came from elsewhere, after the catalog was made.
        SnapshotFilter any;
        any.storeId = one.identity.id;
        any.limit = 1;
        const auto rows = m_catalog->list(any);
        if (rows && rows->isEmpty() && !QDir(opened->folder() + u"/records"_s).isEmpty()) {
            const auto count = index(*opened, [](const QString&) {});
            if (!count)
                return std::unexpected(count.error());
            if (*count > 0)
                m_notices.append(
                    Say::tr("The store \"%1\" has %n snapshots that the catalog did not know; they are in it now.",
                            nullptr, static_cast<int>(*count))
                        .arg(one.identity.label));
        }
    }
    emptyOldTrash();
    return {};
}

Expected<Store> Library::store(const QString& labelOrId)
{
    const auto cached = m_open.constFind(labelOrId);
    if (cached != m_open.constEnd()) {
        // It may have been unplugged since.
        if (const auto ok = cached->checkPlugged(); !ok)
            return std::unexpected(ok.error());
        return *cached;
    }
    if (labelOrId.isEmpty() && !m_profile.isLocked()) {
        const auto known = m_profile.stores();
        if (known && known->isEmpty())
            return fail(ErrorKind::NotHeld, u"no_store_yet"_s,
                        Say::tr("There is no store yet; the first archive makes one."));
    }
    auto opened = m_profile.openStore(labelOrId);
    if (!opened)
        return std::unexpected(opened.error());
    m_open.insert(opened->identity().id, *opened);
    return opened;
}

QString Library::storeLabel(const QString& storeId) const
{
    const auto known = m_profile.stores();
    if (known) {
        for (const KnownStore& store : *known) {
            if (store.identity.id == storeId)
                return store.identity.label;
        }
    }
    return storeId;
}

Expected<QList<SnapshotRow>> Library::find(const RepoId& repo, const QString& revision) const
{
    SnapshotFilter filter;
    filter.repo = repo;
    auto rows = m_catalog->list(filter);
    if (!rows)
        return rows;
    if (!revision.isEmpty()) {
        // What the name means now, else what was once asked for by it, else the beginning of a commit.
        const auto keepOnly = [&rows](const auto& wanted) {
            if (std::ranges::any_of(*rows, wanted))
                rows->removeIf([&wanted](const SnapshotRow& row) { return !wanted(row); });
            else
                return false;
            return true;
        };
        const QByteArray prefix = revision.toLatin1();
        const bool maybeCommit = revision.size() >= 4 && isHex(prefix, prefix.size());
        if (!keepOnly([&](const SnapshotRow& row) { return row.refs.contains(revision); })
            && !keepOnly([&](const SnapshotRow& row) { return row.revision == revision; })
            && !(maybeCommit && keepOnly([&](const SnapshotRow& row) { return row.key.commit.startsWith(prefix); })))
            rows->clear();
    }
    if (rows->isEmpty()) {
        const QString what = revision.isEmpty() ? repo.display() : Say::tr("%1 at %2").arg(repo.display(), revision);
        return fail(
            ErrorKind::NotHeld, u"not_held"_s,
            Say::tr("%1 is not in the archive. See what is with `hugger list`, or fetch it with `hugger archive %2`.")
                .arg(what, revision.isEmpty() ? repo.display() : repo.display() + u'@' + revision));
    }
    return rows;
}

Expected<Record> Library::record(const SnapshotRow& row)
{
    const auto opened = store(row.storeId);
    if (!opened)
        return std::unexpected(opened.error());
    return Records(*opened).read(row.key);
}

Expected<QString> Library::path(const SnapshotRow& row)
{
    const auto opened = store(row.storeId);
    if (!opened)
        return std::unexpected(opened.error());
    return HubView(*opened).snapshotFolder(row.key);
}

Done Library::commit(const Store& store, const Record& record, const QList<FileEntry>& listing,
                     const QList<HubAnswer>& answers, QString* viewTrouble, const QString& bundle)
{
    const Records records(store);
    if (const auto ok = touch(store, {record.repo, record.commit}); !ok)
        return ok;
    if (const auto ok = records.write(record, answers); !ok)
        return ok;
    crashPoint("commit-record");
    // A name leads to one snapshot only: the one captured last. Older ones give it up, after the new one has it.
    SnapshotFilter sameRepo;
    sameRepo.repo = record.repo;
    sameRepo.storeId = store.identity().id;
    const auto others = m_catalog->list(sameRepo);
    if (!others)
        return std::unexpected(others.error());
    bool isNews = true;
    for (const SnapshotRow& row : *others) {
        if (row.key.commit == record.commit)
            isNews = row.files != record.files.size();
        if (row.key.commit == record.commit
            || !std::ranges::any_of(row.refs, [&](const QString& ref) { return record.refs.contains(ref); }))
            continue;
        auto other = records.read(row.key);
        if (!other) {
            qCWarning(lcArchive) << "an older record cannot be read and keeps its names:" << other.error().message;
            continue;
        }
        other->refs.removeIf([&](const QString& ref) { return record.refs.contains(ref); });
        if (const auto ok = rewrite(store, *other); !ok)
            return ok;
    }
    if (const auto ok = HubView(store).publish(record, listing); !ok) {
        // The snapshot is held and known all the same; a file whose object is gone shows at the next verify.
        if (!isViewOnly(ok.error()))
            return ok;
        *viewTrouble = ok.error().message;
    }
    crashPoint("commit-view");
    if (const auto ok = m_catalog->put(store.identity().id, record, cardText(store, record)); !ok)
        return ok;
    crashPoint("commit-catalog");
    untouch();
    tell(store, SnapshotKey::of(record));
    if (!isNews)
        return {};
    const QString detail =
        u"%1 of %2 files, %3"_s.arg(record.files.size()).arg(record.listedFiles).arg(formatBytes(record.bytes()));
    if (!bundle.isEmpty()) {
        return m_state->addEvent(
            {0, u"imported"_s, record.repo, record.commit, isoNow(), u"%1, from %2"_s.arg(detail, bundle)});
    }
    return m_state->addEvent({0, u"archived"_s, record.repo, record.commit, record.updatedAt, detail});
}

Done Library::rewrite(const Store& store, const Record& record)
{
    if (const auto ok = Records(store).write(record, {}); !ok)
        return ok;
    if (const auto ok = m_catalog->put(store.identity().id, record, cardText(store, record)); !ok)
        return ok;
    tell(store, SnapshotKey::of(record));
    return {};
}

Expected<Removal> Library::weigh(const SnapshotRow& row)
{
    const auto held = record(row);
    if (!held)
        return std::unexpected(held.error());
    Removal removal;
    QSet<QByteArray> seen;
    for (const HeldFile& file : held->files) {
        if (seen.contains(file.sha256))
            continue;
        seen.insert(file.sha256);
        const auto uses = m_catalog->usesOf(row.storeId, file.sha256);
        if (!uses)
            return std::unexpected(uses.error());
        (*uses > 1 ? removal.sharedBytes : removal.freedBytes) += file.size;
    }
    return removal;
}

Expected<Removal> Library::remove(const SnapshotRow& row, bool forGood)
{
    auto removal = weigh(row);
    if (!removal)
        return removal;
    const auto opened = store(row.storeId);
    if (!opened)
        return std::unexpected(opened.error());
    if (const auto ok = touch(*opened, row.key); !ok)
        return std::unexpected(ok.error());
    // The record goes first, in one rename: from then on nothing claims the snapshot is held.
    const auto entry = Trash(*opened).put(row.key);
    if (!entry)
        return std::unexpected(entry.error());
    removal->trashId = entry->id;
    crashPoint("remove-trashed");
    if (const auto ok = HubView(*opened).unpublish(row.key); !ok)
        return std::unexpected(ok.error());
    if (const auto ok = m_catalog->drop(row.storeId, row.key); !ok)
        return std::unexpected(ok.error());
    untouch();
    tell(*opened, row.key);
    (void)m_state->addEvent({0, u"removed"_s, row.key.repo, row.key.commit, isoNow(),
                             forGood ? u"For good."_s : u"To the trash, as %1."_s.arg(entry->id)});
    if (!forGood)
        return removal;
    const auto purged = Trash(*opened).purge(entry->id);
    if (!purged)
        return std::unexpected(purged.error());
    removal->trashId.clear();
    if (const auto ok = dropUnused(*opened, {*purged}, &removal->freedBytes); !ok)
        return std::unexpected(ok.error());
    return removal;
}

Done Library::dropUnused(const Store& store, const QList<Record>& records, qint64* freed)
{
    *freed = 0;
    // Asked of the records themselves and not of the catalog, which another machine may have left behind the store.
    // What cannot be read may need any object: then all of them stay.
    QSet<QByteArray> needed;
    bool allReadable = true;
    const auto need = [&needed](const Record& record) {
        for (const HeldFile& file : record.files)
            needed.insert(file.sha256);
        return true;
    };
    const auto walked =
        Records(store).each(need, [&allReadable](const QString&, const Error&) { allReadable = false; });
    if (!walked)
        return walked;
    const auto entries = Trash(store).list();
    if (!entries)
        return std::unexpected(entries.error());
    // What lies in the trash can be restored.
    for (const TrashEntry& entry : *entries) {
        const auto trashed = Trash(store).read(entry.id);
        allReadable = allReadable && trashed && need(*trashed);
    }
    if (!allReadable)
        return {};
    for (const Record& record : records) {
        for (const HeldFile& file : record.files) {
            if (needed.contains(file.sha256))
                continue;
            needed.insert(file.sha256); // once is enough
            if (const auto ok = store.dropObject(file.sha256); !ok)
                return ok;
            *freed += file.size;
        }
    }
    return {};
}

void Library::noteAdmitted(const QString& storeId, const QByteArray& sha256)
{
    m_admitted.insert(qHashMulti(0, storeId, sha256));
}

bool Library::wasAdmitted(const QString& storeId, const QByteArray& sha256) const
{
    return m_admitted.contains(qHashMulti(0, storeId, sha256));
}

void Library::tell(const Store& store, const SnapshotKey& key) const
{
    if (m_listener)
        m_listener(store.identity().id, key);
}

Expected<KnownStore> Library::addStore(const QString& folder, const QString& label)
{
    auto added = m_profile.addStore(folder, label);
    if (!added || QDir(added->folder + u"/records"_s).isEmpty())
        return added;
    const auto opened = store(added->identity.id);
    const auto indexed = opened ? index(*opened, [](const QString& sentence) { qCWarning(lcArchive) << sentence; })
                                : std::unexpected(opened.error());
    return indexed ? added : std::unexpected(indexed.error());
}

void Library::emptyOldTrash()
{
    const auto settings = m_profile.settings();
    const auto known = m_profile.stores();
    if (!settings || !known)
        return;
    for (const KnownStore& one : *known) {
        const auto opened = Store::open(one.folder);
        if (!opened)
            continue; // unplugged: nothing is touched
        if (const auto ok = emptyTrash(*opened, settings->trashDays); !ok)
            qCWarning(lcArchive) << "the trash was not emptied:" << ok.error().message;
    }
}

Done Library::emptyTrash(const Store& store, int days)
{
    const auto entries = Trash(store).list();
    if (!entries)
        return std::unexpected(entries.error());
    const QDateTime limit = QDateTime::currentDateTimeUtc().addDays(-days);
    QList<Record> purged;
    for (const TrashEntry& entry : *entries) {
        const QDateTime removed = QDateTime::fromString(entry.removedAt, Qt::ISODate);
        // A time that cannot be read is no reason to delete.
        if (!removed.isValid() || removed > limit)
            continue;
        const auto record = Trash(store).purge(entry.id);
        if (!record)
            return std::unexpected(record.error());
        purged.append(*record);
    }
    qint64 freed = 0;
    return purged.isEmpty() ? Done() : dropUnused(store, purged, &freed);
}

Expected<SnapshotRow> Library::restore(const QString& trashId)
{
    const auto known = m_profile.stores();
    if (!known)
        return std::unexpected(known.error());
    for (const KnownStore& one : *known) {
        const auto opened = Store::open(one.folder);
        const auto trashed = opened ? Trash(*opened).read(trashId) : std::unexpected(opened.error());
        if (!trashed)
            continue;
        const SnapshotKey key{trashed->repo, trashed->commit};
        // A record the catalog does not know would be in no list, and its objects would seem to be nobody's.
        if (const auto ok = touch(*opened, key); !ok)
            return std::unexpected(ok.error());
        const auto restored = Trash(*opened).restore(trashId);
        if (!restored)
            return std::unexpected(restored.error());
        if (const auto ok = HubView(*opened).publish(*restored, keptListing(*opened, key));
            !ok && !isViewOnly(ok.error()))
            return std::unexpected(ok.error());
        if (const auto ok = m_catalog->put(one.identity.id, *restored, cardText(*opened, *restored)); !ok)
            return std::unexpected(ok.error());
        untouch();
        tell(*opened, key);
        (void)m_state->addEvent({0, u"restored"_s, key.repo, key.commit, isoNow(), u"From the trash."_s});
        SnapshotFilter filter;
        filter.repo = key.repo;
        filter.commit = key.commit;
        filter.storeId = one.identity.id;
        const auto rows = m_catalog->list(filter);
        if (!rows)
            return std::unexpected(rows.error());
        if (!rows->isEmpty())
            return rows->first();
    }
    return fail(ErrorKind::NotHeld, u"no_such_trash"_s,
                Say::tr("There is nothing called \"%1\" in the trash. Its time may be up, or its store is unplugged.")
                    .arg(trashId));
}

Expected<qint64> Library::rebuild(const std::function<void(const QString& sentence)>& say)
{
    const auto known = m_profile.stores();
    if (!known)
        return std::unexpected(known.error());
    qint64 count = 0;
    for (const KnownStore& one : *known) {
        const auto opened = Store::open(one.folder);
        if (!opened) {
            say(Say::tr("The store \"%1\" is unplugged: its snapshots are read when it is back.")
                    .arg(one.identity.label));
            continue;
        }
        say(Say::tr("Reading the records of the store \"%1\".").arg(one.identity.label));
        const auto indexed = index(*opened, say);
        if (!indexed)
            return indexed;
        count += *indexed;
    }
    if (const auto ok = m_catalog->markRebuilt(); !ok)
        return std::unexpected(ok.error());
    return count;
}

Expected<qint64> Library::index(const Store& store, const std::function<void(const QString& sentence)>& say)
{
    const QString& id = store.identity().id;
    if (const auto ok = m_catalog->dropStore(id); !ok)
        return std::unexpected(ok.error());
    // Too many to hold at once, and too small for a transaction each: in groups.
    constexpr qsizetype groupRecords = 500;
    constexpr qsizetype groupFiles = 50000;
    qint64 count = 0;
    qsizetype files = 0;
    QList<std::pair<Record, QString>> group;
    Done outcome;
    const auto flush = [&] {
        qsizetype at = 0;
        outcome = m_catalog->putMany(id, [&]() -> std::optional<std::pair<Record, QString>> {
            return at < group.size() ? std::optional(group[at++]) : std::nullopt;
        });
        count += group.size();
        group.clear();
        files = 0;
    };
    const auto walked = Records(store).each(
        [&](const Record& record) {
            group.append({record, cardText(store, record)});
            files += record.files.size();
            if (group.size() >= groupRecords || files >= groupFiles)
                flush();
            return outcome.has_value();
        },
        [&](const QString& path, const Error& error) {
            say(Say::tr("%1 cannot be read and is left where it is: %2").arg(path, error.message));
        });
    if (outcome)
        flush();
    if (!outcome)
        return std::unexpected(outcome.error());
    if (!walked)
        return std::unexpected(walked.error());
    return count;
}

Done Library::touch(const Store& store, const SnapshotKey& key) const
{
    const QJsonObject json{{"store"_L1, store.identity().id},
                           {"kind"_L1, kindName(key.repo.kind)},
                           {"id"_L1, key.repo.id},
                           {"commit"_L1, QString::fromLatin1(key.commit)}};
    return writeDurably(m_profile.folder() + touchedName, QJsonDocument(json).toJson());
}

void Library::untouch() const
{
    (void)removeFile(m_profile.folder() + touchedName);
}

Done Library::finishTouched()
{
    const QString file = m_profile.folder() + touchedName;
    if (!QFile::exists(file))
        return {};
    const auto bytes = readAll(file, 65536);
    const QJsonObject json = bytes ? QJsonDocument::fromJson(*bytes).object() : QJsonObject();
    const auto kind = kindFromName(json["kind"_L1].toString());
    const auto repo =
        kind ? RepoId::make(*kind, json["id"_L1].toString()) : Expected<RepoId>(std::unexpected(kind.error()));
    const QByteArray commit = json["commit"_L1].toString().toLatin1();
    if (!repo || !isHex(commit, 40)) {
        untouch(); // not whole: written before anything else was done
        return {};
    }
    const auto opened = store(json["store"_L1].toString());
    if (!opened)
        return std::unexpected(opened.error()); // unplugged: next time
    const SnapshotKey key{*repo, commit};
    const auto held = Records(*opened).read(key);
    if (held) {
        if (const auto ok = HubView(*opened).publish(*held, keptListing(*opened, key)); !ok && !isViewOnly(ok.error()))
            return ok;
        if (const auto ok = m_catalog->put(opened->identity().id, *held, cardText(*opened, *held)); !ok)
            return ok;
    } else if (held.error().kind == ErrorKind::NotHeld) {
        if (const auto ok = HubView(*opened).unpublish(key); !ok)
            return ok;
        if (const auto ok = m_catalog->drop(opened->identity().id, key); !ok)
            return ok;
    } else {
        return std::unexpected(held.error());
    }
    untouch();
    return {};
}

} // namespace hugger
