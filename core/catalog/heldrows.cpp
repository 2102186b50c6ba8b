// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/catalog.h"
#include "catalog/words.h"

#include <QtCore/QDateTime>
#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtSql/QSqlError>

#include <chrono>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

// The store's own id comes instead of its uuid: a hundred thousand rows have two or three of them. Texts come as their
// bytes: otherwise each is turned into UTF-16 twice, and most of them are those of the row before.
constexpr auto heldColumns = "SELECT s.id, CAST(s.kind AS BLOB), CAST(s.repo AS BLOB), CAST(s.commit_id AS BLOB), "
                             "s.store, CAST(s.revision AS BLOB), CAST(s.licenses AS BLOB), CAST(s.upstream AS BLOB), "
                             "CAST(s.captured_at AS BLOB), CAST(s.verified_at AS BLOB), s.bytes, s.files, s.damaged, "
                             "s.complete, CAST(s.last_copy AS BLOB) FROM snapshots AS s "_L1;

/// "2026-11-20T21:30:23Z" by hand, a hundred times as fast; anything else that ISO 8601 allows by Qt.
qint64 secondsOf(const QByteArray& text)
{
    if (text.isEmpty())
        return 0;
    bool plain = text.size() == 20 && text[4] == '-' && text[7] == '-' && text[10] == 'T' && text[13] == ':'
        && text[16] == ':' && text[19] == 'Z';
    const auto number = [&](qsizetype at, qsizetype digits) {
        int value = 0;
        for (const char c : QByteArrayView(text).sliced(at, digits)) {
            plain = plain && c >= '0' && c <= '9';
            value = value * 10 + (c - '0');
        }
        return value;
    };
    if (plain) {
        const std::chrono::year_month_day date{std::chrono::year(number(0, 4)),
                                               std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                               std::chrono::day(static_cast<unsigned>(number(8, 2)))};
        const int seconds = number(11, 2) * 3600 + number(14, 2) * 60 + number(17, 2);
        if (plain && date.ok())
            return qint64{std::chrono::sys_days(date).time_since_epoch().count()} * 86400 + seconds;
    }
    const QDateTime time = QDateTime::fromString(QString::fromUtf8(text), Qt::ISODate);
    return time.isValid() ? time.toSecsSinceEpoch() : 0;
}

/// Makes rows of what a query gives, with one copy of each text that many rows have.
class RowMaker final {
public:
    [[nodiscard]] Done readStores(Database& database)
    {
        const auto query = database.run(u"SELECT id, uuid FROM stores"_s);
        if (!query)
            return std::unexpected(query.error());
        while ((*query)->next())
            m_stores.insert((*query)->value(0).toLongLong(), (*query)->value(1).toString());
        return database.ended(**query);
    }

    [[nodiscard]] HeldRow rowOf(const QSqlQuery& query)
    {
        HeldRow row;
        row.id = query.value(0).toLongLong();
        const QByteArray kind = query.value(1).toByteArray();
        if (kind != m_lastKindName) {
            m_lastKindName = kind;
            m_lastKind = kindFromName(QString::fromUtf8(kind)).value_or(RepoKind::Model);
        }
        // In a list the snapshots of a repo follow each other.
        const QByteArray repo = query.value(2).toByteArray();
        if (repo != m_lastRepoBytes) {
            m_lastRepoBytes = repo;
            m_lastRepo = QString::fromUtf8(repo);
        }
        row.repo = {m_lastKind, m_lastRepo};
        row.commit = query.value(3).toByteArray();
        row.storeId = m_stores.value(query.value(4).toLongLong());
        row.revision = shared(query.value(5).toByteArray());
        row.license = shared(query.value(6).toByteArray().replace("\n", ", "));
        row.upstream = shared(query.value(7).toByteArray());
        row.capturedAt = secondsOf(query.value(8).toByteArray());
        row.verifiedAt = secondsOf(query.value(9).toByteArray());
        row.bytes = query.value(10).toLongLong();
        row.files = query.value(11).toLongLong();
        row.damaged = query.value(12).toLongLong();
        row.isComplete = query.value(13).toBool();
        row.lastCopy = shared(query.value(14).toByteArray());
        return row;
    }

private:
    [[nodiscard]] QString shared(const QByteArray& bytes)
    {
        const auto found = m_texts.constFind(bytes);
        return found != m_texts.cend() ? *found : *m_texts.insert(bytes, QString::fromUtf8(bytes));
    }

    QHash<qint64, QString> m_stores;
    QHash<QByteArray, QString> m_texts;
    QByteArray m_lastRepoBytes;
    QString m_lastRepo;
    QByteArray m_lastKindName;
    RepoKind m_lastKind = RepoKind::Model;
};

Expected<QList<HeldRow>> rowsOf(Database& database, const QString& sql, const QVariantList& values)
{
    RowMaker maker;
    if (const auto ok = maker.readStores(database); !ok)
        return std::unexpected(ok.error());
    const auto query = database.run(sql, values);
    if (!query)
        return std::unexpected(query.error());
    QList<HeldRow> rows;
    while ((*query)->next())
        rows.append(maker.rowOf(**query));
    if (const auto ok = database.ended(**query); !ok)
        return std::unexpected(ok.error());
    return rows;
}

/// Whole numbers of the first row of an answer.
template<std::size_t count>
Expected<std::array<qint64, count>> numbersOf(Database& database, const QString& sql, const QVariantList& values = {})
{
    const auto query = database.run(sql, values);
    if (!query)
        return std::unexpected(query.error());
    std::array<qint64, count> numbers{};
    if ((*query)->next()) {
        for (std::size_t i = 0; i < count; ++i)
            numbers.at(i) = (*query)->value(static_cast<int>(i)).toLongLong();
    }
    if (const auto ok = database.ended(**query); !ok)
        return std::unexpected(ok.error());
    return numbers;
}

} // namespace

Done Catalog::eachHeld(qsizetype pieceSize, const std::function<bool(QList<HeldRow>)>& visit) const
{
    RowMaker maker;
    if (const auto ok = maker.readStores(*m_database); !ok)
        return ok;
    const auto query = m_database->run(heldColumns + u"ORDER BY s.repo, s.kind, s.captured_at DESC, s.id"_s);
    if (!query)
        return std::unexpected(query.error());
    QList<HeldRow> piece;
    piece.reserve(pieceSize);
    while ((*query)->next()) {
        piece.append(maker.rowOf(**query));
        if (piece.size() < pieceSize)
            continue;
        if (!visit(std::exchange(piece, {}))) {
            (*query)->finish();
            return {};
        }
        piece.reserve(pieceSize);
    }
    if (const auto ok = m_database->ended(**query); !ok)
        return ok;
    if (!piece.isEmpty())
        (void)visit(std::move(piece));
    return {};
}

Expected<QList<std::pair<RepoId, bool>>> Catalog::heldRepos() const
{
    const auto query = m_database->run(
        u"SELECT repo, kind, max(upstream = 'unknown') FROM snapshots GROUP BY repo, kind HAVING min(local) = 0"_s);
    if (!query)
        return std::unexpected(query.error());
    QList<std::pair<RepoId, bool>> repos;
    while ((*query)->next()) {
        const auto kind = kindFromName((*query)->value(1).toString());
        repos.append({{kind.value_or(RepoKind::Model), (*query)->value(0).toString()}, (*query)->value(2).toBool()});
    }
    if (const auto ok = m_database->ended(**query); !ok)
        return std::unexpected(ok.error());
    return repos;
}

Expected<QList<HeldRow>> Catalog::held(const QList<qint64>& ids) const
{
    QJsonArray list;
    for (const qint64 id : ids)
        list.append(id);
    const QString text = QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
    return rowsOf(*m_database, heldColumns + u"WHERE s.id IN (SELECT value FROM json_each(?))"_s, {text});
}

Expected<QList<HeldRow>> Catalog::heldOf(const RepoId& repo, const QByteArray& commit) const
{
    QString sql = heldColumns + u"WHERE s.repo = ? AND s.kind = ? "_s;
    QVariantList values{repo.id, kindName(repo.kind)};
    if (!commit.isEmpty()) {
        sql += u"AND s.commit_id = ? "_s;
        values.append(QString::fromLatin1(commit));
    }
    return rowsOf(*m_database, sql + u"ORDER BY s.captured_at DESC, s.id DESC"_s, values);
}

Expected<QList<qint64>> Catalog::matching(const QString& words) const
{
    const QString wanted = ftsQuery(words);
    if (wanted.isEmpty())
        return QList<qint64>();
    const auto query = m_database->run(u"SELECT rowid FROM words WHERE words MATCH ?"_s, {wanted});
    if (!query)
        return std::unexpected(query.error());
    QList<qint64> ids;
    while ((*query)->next())
        ids.append((*query)->value(0).toLongLong());
    if (const auto ok = m_database->ended(**query); !ok)
        return std::unexpected(ok.error());
    return ids;
}

Done Catalog::setUpstream(const RepoId& repo, const QString& upstream)
{
    const auto ok =
        m_database->run(u"UPDATE snapshots SET upstream = ? WHERE repo = ? AND kind = ? AND upstream <> ?"_s,
                        {upstream, repo.id, kindName(repo.kind), upstream});
    if (!ok)
        return std::unexpected(ok.error());
    return {};
}

Done Catalog::setLastCopies(const RepoId& repo, const QHash<QByteArray, QString>& reasons)
{
    return m_database->transaction([&]() -> Done {
        const QVariantList of{repo.id, kindName(repo.kind)};
        auto ok = m_database->run(
            u"UPDATE snapshots SET last_copy = '' WHERE repo = ? AND kind = ? AND last_copy <> ''"_s, of);
        for (auto reason = reasons.cbegin(); ok && reason != reasons.cend(); ++reason) {
            ok = m_database->run(u"UPDATE snapshots SET last_copy = ? WHERE repo = ? AND kind = ? AND commit_id = ?"_s,
                                 QVariantList{*reason} + of + QVariantList{QString::fromLatin1(reason.key())});
        }
        if (!ok)
            return std::unexpected(ok.error());
        return {};
    });
}

Expected<std::array<qint64, 4>> Catalog::totals() const
{
    return numbersOf<4>(*m_database,
                        u"SELECT (SELECT count(*) FROM snapshots), "
                        "(SELECT count(*) FROM (SELECT DISTINCT repo, kind FROM snapshots)), "
                        "(SELECT sum(size) FROM objects), (SELECT sum(bytes) FROM snapshots)"_s);
}

Expected<std::pair<qint64, qint64>> Catalog::storeTotals(const QString& storeId) const
{
    const auto numbers = numbersOf<2>(*m_database,
                                      u"SELECT (SELECT sum(size) FROM objects WHERE store = st.id), "
                                      "(SELECT count(*) FROM snapshots WHERE store = st.id) "
                                      "FROM stores AS st WHERE st.uuid = ?"_s,
                                      {storeId});
    if (!numbers)
        return std::unexpected(numbers.error());
    return std::pair((*numbers)[0], (*numbers)[1]);
}

Expected<qint64> Catalog::sharedBytes(qint64 id) const
{
    const auto numbers = numbersOf<1>(
        *m_database,
        u"SELECT sum(o.size) FROM snapshot_objects AS so CROSS JOIN objects AS o ON o.id = so.object "
        "WHERE so.snapshot = ? "
        "AND EXISTS (SELECT 1 FROM snapshot_objects AS other WHERE other.object = so.object AND other.snapshot <> ?)"_s,
        {id, id});
    if (!numbers)
        return std::unexpected(numbers.error());
    return numbers->front();
}

} // namespace hugger
