// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/format.h"
#include "base/hash.h"
#include "base/say.h"
#include "catalog/catalog.h"
#include "catalog/words.h"

#include <QtCore/QSet>
#include <QtSql/QSqlError>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

/// How many matches are ranked: a word that half the archive has must not cost more than one that few have.
constexpr qint64 maxRanked = 2000;

// CROSS JOIN keeps SQLite to this order of the tables, and with it to the order of the index.
constexpr auto columns = "SELECT s.kind, s.repo, s.commit_id, st.uuid, s.revision, s.refs, s.complete, s.verified_at, "
                         "s.captured_at, s.updated_at, s.files, "
                         "s.bytes, s.damaged, s.licenses, s.tags, s.upstream, s.last_copy "_L1;

SnapshotRow rowOf(const QSqlQuery& query)
{
    const auto texts = [&query](int column) { return query.value(column).toString().split(u'\n', Qt::SkipEmptyParts); };
    SnapshotRow row;
    row.key = {{kindFromName(query.value(0).toString()).value_or(RepoKind::Model), query.value(1).toString()},
               query.value(2).toString().toLatin1()};
    row.storeId = query.value(3).toString();
    row.revision = query.value(4).toString();
    row.refs = texts(5);
    row.complete = query.value(6).toBool();
    row.verifiedAt = query.value(7).toString();
    row.capturedAt = query.value(8).toString();
    row.updatedAt = query.value(9).toString();
    row.files = query.value(10).toLongLong();
    row.bytes = query.value(11).toLongLong();
    row.damaged = query.value(12).toLongLong();
    row.licenses = texts(13);
    row.tags = texts(14);
    row.upstream = query.value(15).toString();
    row.lastCopy = query.value(16).toString();
    return row;
}

/// The conditions of a filter, with what they bind.
struct Conditions {
    QStringList texts;
    QVariantList values;

    void add(const QString& text, const QVariantList& bound)
    {
        texts.append(text);
        values += bound;
    }
    [[nodiscard]] QString where() const
    {
        return texts.isEmpty() ? QString() : QString(u"WHERE "_s + texts.join(u" AND "_s) + u' ');
    }
};

Expected<Conditions> conditionsOf(const SnapshotFilter& filter)
{
    Conditions conditions;
    if (filter.repo)
        conditions.add(u"s.repo = ? AND s.kind = ?"_s, {filter.repo->id, kindName(filter.repo->kind)});
    if (!filter.commit.isEmpty()) {
        const QByteArray prefix = filter.commit.toLower();
        if (prefix.size() < 4 || prefix.size() > 40 || !isHex(prefix, prefix.size())) {
            return fail(
                ErrorKind::Usage, u"bad_commit"_s,
                Say::tr("\"%1\" is not the beginning of a commit. Give at least four of its hexadecimal digits.")
                    .arg(escapeForTerminal(QString::fromUtf8(filter.commit.left(40)))));
        }
        // 'g' comes after every hex digit.
        conditions.add(u"s.commit_id >= ? AND s.commit_id < ?"_s,
                       {QString::fromLatin1(prefix), QString(QString::fromLatin1(prefix) + u'g')});
    }
    if (!filter.revision.isEmpty()) {
        conditions.add(u"(s.revision = ? OR instr(s.refs, ?) > 0)"_s,
                       {filter.revision, QString(u'\n' + filter.revision + u'\n')});
    }
    if (!filter.storeId.isEmpty())
        conditions.add(u"st.uuid = ?"_s, {filter.storeId});
    if (!filter.words.trimmed().isEmpty())
        conditions.add(u"s.id IN (SELECT rowid FROM words WHERE words MATCH ?)"_s, {ftsQuery(filter.words)});
    return conditions;
}

} // namespace

Expected<QList<SnapshotRow>> Catalog::rows(const QString& sql, const QVariantList& values) const
{
    const auto query = m_database->run(sql, values);
    if (!query)
        return std::unexpected(query.error());
    QList<SnapshotRow> found;
    while ((*query)->next())
        found.append(rowOf(**query));
    if (const auto ok = m_database->ended(**query); !ok)
        return std::unexpected(ok.error());
    return found;
}

Expected<QList<SnapshotRow>> Catalog::list(const SnapshotFilter& filter) const
{
    auto conditions = conditionsOf(filter);
    if (!conditions)
        return std::unexpected(conditions.error());
    if (!filter.words.trimmed().isEmpty() && ftsQuery(filter.words).isEmpty())
        return QList<SnapshotRow>();
    const QString sql = columns + u"FROM snapshots AS s CROSS JOIN stores AS st ON st.id = s.store "_s
        + conditions->where() + u"ORDER BY s.repo, s.kind, s.captured_at DESC, s.id LIMIT ? OFFSET ?"_s;
    return rows(sql, conditions->values + QVariantList{filter.limit, std::max<qint64>(filter.offset, 0)});
}

Expected<SnapshotRow> Catalog::snapshot(qint64 id) const
{
    const auto found =
        rows(columns + u"FROM snapshots AS s CROSS JOIN stores AS st ON st.id = s.store WHERE s.id = ?"_s, {id});
    if (!found)
        return std::unexpected(found.error());
    if (found->isEmpty())
        return fail(ErrorKind::NotHeld, u"not_held"_s, Say::tr("This snapshot is not held any more."));
    return found->constFirst();
}

Expected<QList<SnapshotRow>> Catalog::search(const QString& words, qint64 limit) const
{
    const QString query = ftsQuery(words);
    if (query.isEmpty() || limit == 0)
        return QList<SnapshotRow>();
    const qint64 ranked = limit < 0 ? -1 : std::max(limit, maxRanked);
    const QString id = words.trimmed();
    auto found = rows(columns
                          + u"FROM (SELECT rowid AS id FROM words WHERE words MATCH ? LIMIT ?) AS m CROSS JOIN "
                            u"snapshots AS s ON s.id = m.id "
                            "CROSS JOIN stores AS st ON st.id = s.store ORDER BY s.repo = ? COLLATE NOCASE DESC, "
                            "substr(s.repo, instr(s.repo, '/') + 1) = ? COLLATE NOCASE DESC, length(s.repo), s.repo, "
                            "s.kind, s.captured_at DESC "
                            "LIMIT ?"_s,
                      {QString(u"{repo} : ("_s + query + u')'), ranked, id, id, limit});
    if (!found || (limit > 0 && found->size() >= limit))
        return found;

    const auto others =
        rows(columns
                 + u"FROM (SELECT rowid AS id, bm25(words, 10, 3, 3, 1, 2) AS score FROM words WHERE words MATCH ? "
                   u"LIMIT ?) AS m "
                   "CROSS JOIN snapshots AS s ON s.id = m.id CROSS JOIN stores AS st ON st.id = s.store "
                   "ORDER BY m.score, s.repo, s.kind, s.captured_at DESC LIMIT ?"_s,
             {query, ranked, limit});
    if (!others)
        return others;
    const auto keyOf = [](const SnapshotRow& row) {
        return std::pair(row.key.repo.display(), row.key.commit + row.storeId.toLatin1());
    };
    QSet<std::pair<QString, QByteArray>> seen;
    for (const SnapshotRow& row : *found)
        seen.insert(keyOf(row));
    for (const SnapshotRow& row : *others) {
        if ((limit < 0 || found->size() < limit) && !seen.contains(keyOf(row)))
            found->append(row);
    }
    return found;
}

Expected<QList<ObjectPlace>> Catalog::places(const QString& condition, const QVariantList& values) const
{
    const auto query = m_database->run(
        u"SELECT st.uuid, o.sha256, o.size FROM objects AS o CROSS JOIN stores AS st ON st.id = o.store "
        "WHERE o.damaged = 0 AND "_s
            + condition + u" ORDER BY o.id"_s,
        values);
    if (!query)
        return std::unexpected(query.error());
    QList<ObjectPlace> found;
    while ((*query)->next())
        found.append(
            {(*query)->value(0).toString(), (*query)->value(1).toByteArray().toHex(), (*query)->value(2).toLongLong()});
    return found;
}

Expected<QList<ObjectPlace>> Catalog::placesOfSha256(const QByteArray& sha256) const
{
    return places(u"o.sha256 = ?"_s, {QByteArray::fromHex(sha256)});
}

Done Catalog::eachSoundObject(const std::function<void(const ObjectPlace& place)>& visit) const
{
    const auto query = m_database->run(
        u"SELECT st.uuid, o.sha256, o.size FROM objects AS o CROSS JOIN stores AS st ON st.id = o.store "
        "WHERE o.damaged = 0 ORDER BY o.sha256, o.store"_s);
    if (!query)
        return std::unexpected(query.error());
    while ((*query)->next())
        visit(
            {(*query)->value(0).toString(), (*query)->value(1).toByteArray().toHex(), (*query)->value(2).toLongLong()});
    return {};
}

Expected<QList<ObjectPlace>> Catalog::placesOfGitSha1(const QByteArray& gitSha1, qint64 size) const
{
    return places(u"o.git_sha1 = ? AND o.size = ?"_s, {QByteArray::fromHex(gitSha1), size});
}

Expected<qint64> Catalog::usesOf(const QString& storeId, const QByteArray& sha256) const
{
    const auto count =
        m_database->value(u"SELECT count(*) FROM objects AS o CROSS JOIN snapshot_objects AS so ON so.object = o.id "
                          "WHERE o.sha256 = ? AND o.store = (SELECT id FROM stores WHERE uuid = ?)"_s,
                          {QByteArray::fromHex(sha256), storeId});
    if (!count)
        return std::unexpected(count.error());
    return count->toLongLong();
}

Expected<QString> Catalog::provedAt(const QString& storeId, const QByteArray& sha256) const
{
    const auto newest = m_database->value(
        u"SELECT max(s.verified_at) FROM objects AS o CROSS JOIN snapshot_objects AS so ON so.object = o.id "
        "CROSS JOIN snapshots AS s ON s.id = so.snapshot "
        "WHERE o.sha256 = ? AND o.store = (SELECT id FROM stores WHERE uuid = ?)"_s,
        {QByteArray::fromHex(sha256), storeId});
    if (!newest)
        return std::unexpected(newest.error());
    return newest->toString();
}

Expected<bool> Catalog::isDamaged(const QString& storeId, const QByteArray& sha256) const
{
    const auto damaged = m_database->value(
        u"SELECT damaged FROM objects WHERE sha256 = ? AND store = (SELECT id FROM stores WHERE uuid = ?)"_s,
        {QByteArray::fromHex(sha256), storeId});
    if (!damaged)
        return std::unexpected(damaged.error());
    return damaged->toBool();
}

} // namespace hugger
