// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/trash.h"

#include "base/files.h"
#include "base/format.h"
#include "base/json.h"
#include "base/log.h"
#include "base/say.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QRandomGenerator>
#include <QtCore/QRegularExpression>
#include <QtCore/QTimeZone>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qint64 entryFormat = 1;
constexpr auto timeForm = "yyyyMMdd'T'HHmmss'Z'"_L1;

QString newId()
{
    return QDateTime::currentDateTimeUtc().toString(timeForm)
        + u"-%1"_s.arg(QRandomGenerator::global()->bounded(0x1000000), 6, 16, QChar(u'0'));
}

/// An id comes from the command line and becomes a path.
bool isId(const QString& id)
{
    static const QRegularExpression form(u"^\\d{8}T\\d{6}Z-[0-9a-f]{6}$"_s);
    return form.match(id).hasMatch();
}

QString timeOf(const QString& id)
{
    QDateTime time = QDateTime::fromString(id.section(u'-', 0, 0), timeForm);
    time.setTimeZone(QTimeZone::UTC);
    return isoTime(time);
}

std::unexpected<Error> noSuchEntry(const QString& id)
{
    return fail(ErrorKind::NotHeld, u"no_such_trash"_s,
                Say::tr("There is nothing called \"%1\" in the trash. The events (`hugger events`) say what was moved "
                        "there, and as what.")
                    .arg(escapeForTerminal(id.left(80))));
}

} // namespace

Trash::Trash(Store store)
    : m_store(std::move(store))
{
}

QString Trash::entryFolder(const QString& id) const
{
    return m_store.folder() + u"/trash/"_s + id;
}

Expected<TrashEntry> Trash::put(const SnapshotKey& key) const
{
    if (const auto ok = m_store.checkPlugged(); !ok)
        return std::unexpected(ok.error());
    const QString records = m_store.folder() + u"/records"_s;
    const QString folder = Records(m_store).folderOf(key);
    if (!QFileInfo::exists(folder + u"/record.json"_s)) {
        return fail(
            ErrorKind::NotHeld, u"not_held"_s,
            Say::tr("%1 at %2 is not in this store.").arg(key.repo.display(), QLatin1StringView(key.commit.left(12))));
    }
    sweep();

    const QString id = newId();
    const TrashEntry made{id, key, timeOf(id)};
    const QJsonObject json{{u"format"_s, entryFormat},
                           {u"kind"_s, kindName(key.repo.kind)},
                           {u"id"_s, key.repo.id},
                           {u"commit"_s, QLatin1StringView(key.commit)},
                           {u"removed_at"_s, made.removedAt}};
    const QString place = entryFolder(made.id);
    if (const auto ok = makeFolders(place); !ok)
        return std::unexpected(ok.error());
    if (const auto ok = writeDurably(place + u"/entry.json"_s, QJsonDocument(json).toJson()); !ok)
        return std::unexpected(ok.error());
    crashPoint("trash-put");
    if (const auto ok = renameFile(folder, place + u"/record"_s); !ok)
        return std::unexpected(ok.error());
    crashPoint("trash-renamed");
    const QString parent = QFileInfo(folder).path();
    for (const QString& touched : {place, parent}) {
        if (const auto ok = syncFolder(touched); !ok)
            return std::unexpected(ok.error());
    }
    removeEmptyFolders(parent, records);
    return made;
}

Expected<TrashEntry> Trash::entry(const QString& id) const
{
    const QString place = entryFolder(id);
    if (!isId(id) || !QFileInfo::exists(place + u"/record/record.json"_s)) {
        if (const auto plugged = m_store.checkPlugged(); !plugged)
            return std::unexpected(plugged.error());
        return noSuchEntry(id);
    }
    const auto bytes = readAll(place + u"/entry.json"_s, 64 * 1024);
    const auto json = bytes ? parseObject(*bytes, Say::tr("The trash entry"), ErrorKind::Failed, u"trash_damaged"_s)
                            : Expected<QJsonObject>(std::unexpected(bytes.error()));
    if (json) {
        JsonReader reader(*json, Say::tr("The trash entry"));
        const auto kind = kindFromName(reader.text("kind"_L1));
        const auto repo = RepoId::make(kind.value_or(RepoKind::Model), reader.text("id"_L1));
        const TrashEntry found{
            id, {repo.value_or(RepoId()), reader.hex("commit"_L1, 40)}, reader.text("removed_at"_L1)};
        if (kind && repo && reader.outcome(ErrorKind::Failed, u"trash_damaged"_s))
            return found;
    }
    // The note is only there to be quick; the record knows what it is, and the name when it came here.
    const auto record = Records::readRecordFile(place + u"/record/record.json"_s);
    if (!record)
        return std::unexpected(record.error());
    return TrashEntry{id, SnapshotKey::of(*record), timeOf(id)};
}

Expected<QList<TrashEntry>> Trash::list() const
{
    if (const auto ok = m_store.checkPlugged(); !ok)
        return std::unexpected(ok.error());
    QList<TrashEntry> entries;
    const auto ids =
        QDir(m_store.folder() + u"/trash"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    for (const QString& id : ids) {
        if (const auto found = entry(id))
            entries.append(*found);
        else if (found.error().code != u"no_such_trash")
            qCWarning(lcStore).noquote() << "trash entry" << id << "cannot be read:" << found.error().message;
    }
    return entries;
}

Expected<Record> Trash::read(const QString& id) const
{
    if (const auto found = entry(id); !found)
        return std::unexpected(found.error());
    return Records::readRecordFile(entryFolder(id) + u"/record/record.json"_s);
}

Expected<Record> Trash::restore(const QString& id) const
{
    if (const auto ok = m_store.checkPlugged(); !ok)
        return std::unexpected(ok.error());
    const auto trashed = read(id);
    if (!trashed)
        return trashed;
    const Records records(m_store);
    const QString from = entryFolder(id) + u"/record"_s;
    const QString to = records.folderOf(SnapshotKey::of(*trashed));

    Record restored = *trashed;
    if (QFileInfo::exists(to + u"/record.json"_s)) {
        const auto present = records.read(SnapshotKey::of(*trashed));
        if (!present)
            return present;
        restored = mergedRecord(*trashed, *present);
        restored.updatedAt = isoNow();
        if (const auto ok = records.write(restored, {}); !ok)
            return std::unexpected(ok.error());
        // What the Hub said at the other capture is kept beside what it says now.
        if (QFileInfo::exists(from + u"/hub"_s)) {
            if (const auto ok = makeFolders(to + u"/hub"_s); !ok)
                return std::unexpected(ok.error());
            if (const auto ok = renameFile(from + u"/hub"_s, to + u"/hub/earlier-"_s + id); !ok)
                return std::unexpected(ok.error());
        }
    } else {
        // Without a record it is what an unfinished capture left; a rename wants the place empty.
        if (const auto ok = removeTree(to); !ok)
            return std::unexpected(ok.error());
        if (const auto ok = makeFolders(QFileInfo(to).path()); !ok)
            return std::unexpected(ok.error());
        if (const auto ok = renameFile(from, to); !ok)
            return std::unexpected(ok.error());
    }
    crashPoint("trash-restored");
    for (const QString& touched : {to, QFileInfo(to).path()}) {
        if (const auto ok = syncFolder(touched); !ok)
            return std::unexpected(ok.error());
    }
    if (const auto ok = removeTree(entryFolder(id)); !ok)
        return std::unexpected(ok.error());
    return restored;
}

Expected<Record> Trash::purge(const QString& id) const
{
    if (const auto ok = m_store.checkPlugged(); !ok)
        return std::unexpected(ok.error());
    auto record = read(id);
    if (!record)
        return record;
    // Without its record it is no entry any more: from here on a killed purge is finished by the next sweep.
    if (const auto ok = removeFile(entryFolder(id) + u"/record/record.json"_s); !ok)
        return std::unexpected(ok.error());
    crashPoint("trash-purge");
    if (const auto ok = removeTree(entryFolder(id)); !ok)
        return std::unexpected(ok.error());
    return record;
}

/// Removes what a killed put(), restore() or purge() left: entries without a record.
void Trash::sweep() const
{
    const QString trash = m_store.folder() + u"/trash"_s;
    for (const QString& id : QDir(trash).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (isId(id) && !QFileInfo::exists(entryFolder(id) + u"/record/record.json"_s))
            (void)removeTree(entryFolder(id));
    }
}

} // namespace hugger
