// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/catalog.h"

#include "base/files.h"
#include "catalog/words.h"

#include <QtCore/QHash>
#include <QtCore/QSet>
#include <QtSql/QSqlError>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qsizetype maxCard = 64 * 1024;

/// One content of a snapshot; several paths may have it.
struct Content {
    qint64 size = 0;
    qint64 files = 0;
    QByteArray gitSha1; ///< of the content; empty when not known
};

QString lines(const QStringList& texts)
{
    QStringList clean;
    for (const QString& text : texts)
        clean.append(text.simplified());
    return clean.join(u'\n');
}

QHash<QByteArray, Content> contentsOf(const Record& record)
{
    QHash<QByteArray, Content> contents;
    contents.reserve(record.files.size());
    for (const HeldFile& file : record.files) {
        Content& content = contents[file.sha256];
        content.size = file.size;
        ++content.files;
        if (!file.lfs)
            content.gitSha1 = file.gitSha1;
    }
    return contents;
}

/// The user's own come first.
QStringList allTags(const Record& record)
{
    QStringList tags = record.ownTags + record.tags;
    tags.removeDuplicates();
    return tags;
}

QString commitText(const QByteArray& commit)
{
    return QString::fromLatin1(commit);
}

} // namespace

Catalog::Catalog(std::unique_ptr<Database> database)
    : m_database(std::move(database))
{
}

Expected<Catalog> Catalog::open(const QString& file, Database::Access access)
{
    auto database = Database::open(file, u"catalog"_s, access);
    if (!database)
        return std::unexpected(database.error());
    Catalog catalog(*std::move(database));
    const auto rebuilt = catalog.m_database->value(u"SELECT value FROM facts WHERE name = 'rebuilt'"_s);
    if (!rebuilt)
        return std::unexpected(rebuilt.error());
    catalog.m_needsRebuild = rebuilt->toString().isEmpty();
    return catalog;
}

Database::Found Catalog::found() const
{
    return m_database->found();
}

Done Catalog::put(const QString& storeId, const Record& record, const QString& card)
{
    return m_database->transaction([&] { return putRow(storeId, record, card); });
}

Done Catalog::putMany(const QString& storeId, const std::function<std::optional<std::pair<Record, QString>>()>& next)
{
    return m_database->transaction([&]() -> Done {
        while (const auto item = next()) {
            if (const auto ok = putRow(storeId, item->first, item->second); !ok)
                return ok;
        }
        return {};
    });
}

Done Catalog::putRow(const QString& storeId, const Record& record, const QString& card)
{
    if (const auto ok =
            m_database->run(u"INSERT INTO stores (uuid) VALUES (?) ON CONFLICT (uuid) DO NOTHING"_s, {storeId});
        !ok)
        return std::unexpected(ok.error());
    const auto store = m_database->value(u"SELECT id FROM stores WHERE uuid = ?"_s, {storeId});
    if (!store)
        return std::unexpected(store.error());
    const QString refs = record.refs.isEmpty() ? QString() : QString(u'\n' + lines(record.refs) + u'\n');
    const auto snapshot = m_database->value(
        u"INSERT INTO snapshots (store, kind, repo, commit_id, revision, refs, complete, verified_at, captured_at, "
        u"updated_at, files, bytes, "
        "licenses, tags, local) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (repo, kind, commit_id, store) DO UPDATE SET revision = excluded.revision, refs = excluded.refs, "
        "complete = excluded.complete, verified_at = excluded.verified_at, captured_at = excluded.captured_at, "
        "updated_at = excluded.updated_at, files = excluded.files, bytes = excluded.bytes, licenses = "
        "excluded.licenses, tags = excluded.tags, local = excluded.local "
        "RETURNING id"_s,
        {*store, kindName(record.repo.kind), record.repo.id, commitText(record.commit), record.revision, refs,
         record.isComplete(), record.verifiedAt, record.capturedAt, record.updatedAt, record.files.size(),
         record.bytes(), lines(record.license.ids), lines(allTags(record)), record.endpoint.isEmpty()});
    if (!snapshot)
        return std::unexpected(snapshot.error());
    if (const auto ok = putObjects(store->toLongLong(), snapshot->toLongLong(), record); !ok)
        return ok;
    if (const auto ok = m_database->run(
            u"INSERT OR REPLACE INTO words (rowid, repo, tags, license, card, notes) VALUES (?, ?, ?, ?, ?, ?)"_s,
            {*snapshot, idWords(record.repo.id), lines(allTags(record)),
             lines(record.license.ids + QStringList(record.license.name)), card.left(maxCard), record.notes});
        !ok)
        return std::unexpected(ok.error());
    crashPoint("catalog-put");
    return {};
}

Done Catalog::putObjects(qint64 store, qint64 snapshot, const Record& record)
{
    QSet<qint64> before;
    const auto old = m_database->run(u"SELECT object FROM snapshot_objects WHERE snapshot = ?"_s, {snapshot});
    if (!old)
        return std::unexpected(old.error());
    while ((*old)->next())
        before.insert((*old)->value(0).toLongLong());
    if (!before.isEmpty()) {
        if (const auto ok = m_database->run(u"DELETE FROM snapshot_objects WHERE snapshot = ?"_s, {snapshot}); !ok)
            return std::unexpected(ok.error());
    }
    const auto contents = contentsOf(record);
    for (const auto& [sha256, content] : contents.asKeyValueRange()) {
        const auto object = m_database->value(
            u"INSERT INTO objects (store, sha256, size, git_sha1) VALUES (?, ?, ?, ?) ON CONFLICT (sha256, store) DO "
            u"UPDATE SET "
            "size = excluded.size, git_sha1 = coalesce(excluded.git_sha1, git_sha1) RETURNING id"_s,
            {store, QByteArray::fromHex(sha256), content.size,
             content.gitSha1.isEmpty() ? QVariant() : QVariant(QByteArray::fromHex(content.gitSha1))});
        if (!object)
            return std::unexpected(object.error());
        if (const auto ok =
                m_database->run(u"INSERT INTO snapshot_objects (object, snapshot, files) VALUES (?, ?, ?)"_s,
                                {*object, snapshot, content.files});
            !ok)
            return std::unexpected(ok.error());
        before.remove(object->toLongLong());
    }
    if (const auto ok =
            m_database->run(u"UPDATE snapshots SET damaged = (SELECT coalesce(sum(so.files), 0) FROM snapshot_objects "
                            u"AS so CROSS JOIN objects AS o "
                            "ON o.id = so.object WHERE so.snapshot = snapshots.id AND o.damaged) WHERE id = ?"_s,
                            {snapshot});
        !ok)
        return std::unexpected(ok.error());
    return dropUnused(before.values());
}

Done Catalog::dropUnused(const QList<qint64>& objects)
{
    for (const qint64 object : objects) {
        if (const auto ok = m_database->run(
                u"DELETE FROM objects WHERE id = ? AND damaged = 0 AND NOT EXISTS (SELECT 1 FROM snapshot_objects WHERE object = objects.id)"_s,
                {object});
            !ok)
            return std::unexpected(ok.error());
    }
    return {};
}

Done Catalog::drop(const QString& storeId, const SnapshotKey& key)
{
    return m_database->transaction([&]() -> Done {
        const auto snapshot = m_database->value(
            u"SELECT s.id FROM snapshots AS s JOIN stores AS st ON st.id = s.store WHERE s.repo = ? AND s.kind = ? AND s.commit_id = ? AND st.uuid = ?"_s,
            {key.repo.id, kindName(key.repo.kind), commitText(key.commit), storeId});
        if (!snapshot)
            return std::unexpected(snapshot.error());
        if (!snapshot->isValid())
            return {};
        QList<qint64> objects;
        const auto old = m_database->run(u"SELECT object FROM snapshot_objects WHERE snapshot = ?"_s, {*snapshot});
        if (!old)
            return std::unexpected(old.error());
        while ((*old)->next())
            objects.append((*old)->value(0).toLongLong());
        for (const QString& sql : {u"DELETE FROM words WHERE rowid = ?"_s, u"DELETE FROM snapshots WHERE id = ?"_s}) {
            if (const auto ok = m_database->run(sql, {*snapshot}); !ok)
                return std::unexpected(ok.error());
        }
        return dropUnused(objects);
    });
}

Done Catalog::dropStore(const QString& storeId)
{
    return m_database->transaction([&]() -> Done {
        for (
            const QString& sql :
            {u"DELETE FROM words WHERE rowid IN (SELECT id FROM snapshots WHERE store = (SELECT id FROM stores WHERE uuid = ?))"_s,
             u"DELETE FROM stores WHERE uuid = ?"_s}) {
            if (const auto ok = m_database->run(sql, {storeId}); !ok)
                return std::unexpected(ok.error());
        }
        return {};
    });
}

Done Catalog::markRebuilt()
{
    const auto ok = m_database->run(u"INSERT OR REPLACE INTO facts (name, value) VALUES ('rebuilt', 'yes')"_s);
    if (!ok)
        return std::unexpected(ok.error());
    m_needsRebuild = false;
    return {};
}

Done Catalog::markDamaged(const QString& storeId, const QByteArray& sha256, bool damaged)
{
    return markDamaged(storeId, QList<QByteArray>{sha256}, damaged);
}

Done Catalog::markDamaged(const QString& storeId, const QList<QByteArray>& sha256s, bool damaged)
{
    return m_database->transaction([&]() -> Done {
        const auto store = m_database->value(u"SELECT id FROM stores WHERE uuid = ?"_s, {storeId});
        if (!store)
            return std::unexpected(store.error());
        for (const QByteArray& sha256 : sha256s) {
            if (const auto ok = markOne(store->toLongLong(), sha256, damaged); !ok)
                return ok;
        }
        return {};
    });
}

Done Catalog::markOne(qint64 store, const QByteArray& sha256, bool damaged)
{
    // Answers only when this changes something.
    const auto object = m_database->value(
        u"UPDATE objects SET damaged = ? WHERE sha256 = ? AND store = ? AND damaged <> ? RETURNING id"_s,
        {damaged, QByteArray::fromHex(sha256), store, damaged});
    if (!object)
        return std::unexpected(object.error());
    if (!object->isValid())
        return {};
    const auto ok = m_database->run(u"UPDATE snapshots SET damaged = damaged + ? * (SELECT files FROM snapshot_objects "
                                    u"WHERE object = ? AND snapshot = snapshots.id) "
                                    "WHERE id IN (SELECT snapshot FROM snapshot_objects WHERE object = ?)"_s,
                                    {damaged ? 1 : -1, *object, *object});
    if (!ok)
        return std::unexpected(ok.error());
    return {};
}

} // namespace hugger
