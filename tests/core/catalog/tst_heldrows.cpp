// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../store/storefixture.h"

#include "catalog/catalog.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QSet>

using namespace hugger;
using namespace hugger::test;

namespace {

const QString storeA = u"0b0e2c3a-6a4f-4b0e-8a57-9d1f6a1f8e11"_s;
const QString storeB = u"5f1d9c52-0000-4000-8000-000000000002"_s;

} // namespace

/// What the window asks the catalog: rows of very many, sums, ids.
class HeldRowsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void fields();
    void times_data();
    void times();
    void eachInPieces();
    void visitorsStop();
    void byId();
    void bySnapshot();
    void oneInFull();
    void matching();
    void upstream();
    void lastCopies();
    void repos();
    void sums();
    void sharedBytes();
    void readOnly();
    void damagedDatabaseIsNoShortList();
    void manyRows();

private:
    [[nodiscard]] Done put(const QString& store, const QString& id, char digit, const QString& captured = {},
                           const QList<HeldFile>& files = {fileOf(u"a"_s, "1")});
    [[nodiscard]] QList<HeldRow> all(const Catalog& catalog) const;
    [[nodiscard]] qint64 idOf(const QString& store, char digit) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::optional<Catalog> m_catalog;
};

void HeldRowsTest::init()
{
    m_catalog.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    auto catalog = Catalog::open(m_dir->filePath(u"catalog.db"_s), Database::Access::ReadWrite);
    VERIFY_OK(catalog);
    m_catalog.emplace(*std::move(catalog));
}

Done HeldRowsTest::put(const QString& store, const QString& id, char digit, const QString& captured,
                       const QList<HeldFile>& files)
{
    Record record = recordOf(id, commitOf(digit), files);
    if (!captured.isEmpty())
        record.capturedAt = captured;
    return m_catalog->put(store, record, {});
}

QList<HeldRow> HeldRowsTest::all(const Catalog& catalog) const
{
    QList<HeldRow> rows;
    const auto ok = catalog.eachHeld(2, [&rows](const QList<HeldRow>& piece) {
        rows += piece;
        return true;
    });
    if (!ok)
        qWarning() << ok.error().message;
    return rows;
}

qint64 HeldRowsTest::idOf(const QString& store, char digit) const
{
    const QList<HeldRow> rows = all(*m_catalog);
    const auto found = std::ranges::find_if(
        rows, [&](const HeldRow& row) { return row.storeId == store && row.commit == commitOf(digit); });
    return found == rows.end() ? -1 : found->id;
}

void HeldRowsTest::fields()
{
    QCOMPARE(all(*m_catalog).size(), 0);
    Record record = recordOf(u"acme/tiny"_s, commitOf('a'), {fileOf(u"a"_s, "1"), fileOf(u"b"_s, "22")});
    record.repo.kind = RepoKind::Dataset;
    record.listedFiles = 3;
    record.listedBytes = 10;
    record.revision = u"v1.0"_s;
    record.verifiedAt = u"2026-11-21T00:00:00Z"_s;
    record.license.ids = {u"mit"_s, u"apache-2.0"_s};
    VERIFY_OK(m_catalog->put(storeA, record, {}));
    VERIFY_OK(m_catalog->markDamaged(storeA, sha256Hex("22"), true));
    const QList<HeldRow> rows = all(*m_catalog);
    QCOMPARE(rows.size(), 1);
    const HeldRow& row = rows.first();
    QVERIFY(row.id > 0);
    QCOMPARE(row.repo, record.repo);
    QCOMPARE(row.commit, record.commit);
    QCOMPARE(row.revision, u"v1.0"_s);
    QCOMPARE(row.storeId, storeA);
    QCOMPARE(row.license, u"mit, apache-2.0"_s);
    QCOMPARE(row.upstream, u"unknown"_s);
    QCOMPARE(row.capturedAt, QDateTime::fromString(record.capturedAt, Qt::ISODate).toSecsSinceEpoch());
    QCOMPARE(row.verifiedAt, 1795219200);
    QCOMPARE(row.bytes, 3);
    QCOMPARE(row.files, 2);
    QCOMPARE(row.damaged, 1);
    QVERIFY(!row.isComplete);
    record.listedFiles = 2;
    VERIFY_OK(m_catalog->put(storeA, record, {}));
    QVERIFY(all(*m_catalog).first().isComplete);
    QCOMPARE(all(*m_catalog).first().id, row.id);
}

void HeldRowsTest::times_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("the first") << u"1970-01-01T00:00:00Z"_s << qint64{0};
    QTest::newRow("one second") << u"1970-01-01T00:00:01Z"_s << qint64{1};
    QTest::newRow("a leap day") << u"2024-02-29T23:59:59Z"_s << qint64{1709251199};
    QTest::newRow("the end of 2038") << u"2038-01-19T03:14:08Z"_s << qint64{2147483648};
    QTest::newRow("with a fraction") << u"2024-02-29T23:59:59.500Z"_s << qint64{1709251199};
    QTest::newRow("with another zone") << u"2024-03-01T00:59:59+01:00"_s << qint64{1709251199};
    QTest::newRow("none") << u""_s << qint64{0};
    QTest::newRow("no such day") << u"2023-02-29T00:00:00Z"_s << qint64{0};
    QTest::newRow("no time") << u"2O24-02-29T23:59:59Z"_s << qint64{0};
    QTest::newRow("words") << u"yesterday, at noon Z"_s << qint64{0};
}

void HeldRowsTest::times()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, seconds);
    Record record = recordOf(u"acme/tiny"_s, commitOf('a'), {});
    record.capturedAt = text;
    VERIFY_OK(m_catalog->put(storeA, record, {}));
    QCOMPARE(all(*m_catalog).first().capturedAt, seconds);
}

void HeldRowsTest::eachInPieces()
{
    VERIFY_OK(put(storeA, u"acme/b"_s, '1', u"2026-01-01T00:00:00Z"_s));
    VERIFY_OK(put(storeB, u"acme/b"_s, '2', u"2026-03-01T00:00:00Z"_s));
    VERIFY_OK(put(storeA, u"acme/a"_s, '3'));
    VERIFY_OK(put(storeA, u"zeta/a"_s, '4'));
    VERIFY_OK(put(storeB, u"acme/c"_s, '5'));
    QList<qsizetype> sizes;
    QByteArray order;
    VERIFY_OK(m_catalog->eachHeld(2, [&](const QList<HeldRow>& piece) {
        sizes.append(piece.size());
        for (const HeldRow& row : piece)
            order += row.commit.first(1) + (row.storeId == storeA ? 'A' : 'B') + ' ';
        return true;
    }));
    QCOMPARE(sizes, (QList<qsizetype>{2, 2, 1}));
    QCOMPARE(order, "3A 2B 1A 5B 4A ");
    // As list() has them.
    const auto listed = m_catalog->list({});
    const QList<HeldRow> rows = all(*m_catalog);
    QCOMPARE(rows.size(), listed->size());
    for (qsizetype i = 0; i < rows.size(); ++i)
        QCOMPARE(rows[i].commit, listed->at(i).key.commit);
}

void HeldRowsTest::visitorsStop()
{
    for (const char digit : {'1', '2', '3', '4'})
        VERIFY_OK(put(storeA, u"acme/a"_s, digit));
    int pieces = 0;
    VERIFY_OK(m_catalog->eachHeld(1, [&pieces](const QList<HeldRow>&) { return ++pieces < 2; }));
    QCOMPARE(pieces, 2);
    // Nothing is left open that would keep a writer waiting.
    VERIFY_OK(put(storeA, u"acme/a"_s, '5'));
    QCOMPARE(all(*m_catalog).size(), 5);
}

void HeldRowsTest::byId()
{
    for (const char digit : {'1', '2', '3'})
        VERIFY_OK(put(storeA, u"acme/a"_s, digit));
    const auto found = m_catalog->held({idOf(storeA, '3'), 999'999, idOf(storeA, '1')});
    VERIFY_OK(found);
    QSet<QByteArray> commits;
    for (const HeldRow& row : *found)
        commits.insert(row.commit);
    QCOMPARE(found->size(), 2);
    QCOMPARE(commits, (QSet{commitOf('1'), commitOf('3')}));
    QCOMPARE(m_catalog->held({})->size(), 0);
}

void HeldRowsTest::bySnapshot()
{
    VERIFY_OK(put(storeA, u"acme/a"_s, '1', u"2026-01-01T00:00:00Z"_s));
    VERIFY_OK(put(storeA, u"acme/a"_s, '2', u"2026-02-01T00:00:00Z"_s));
    VERIFY_OK(put(storeB, u"acme/a"_s, '2', u"2026-03-01T00:00:00Z"_s));
    VERIFY_OK(put(storeB, u"acme/ab"_s, '2'));
    const RepoId repo{RepoKind::Model, u"acme/a"_s};
    const auto two = m_catalog->heldOf(repo, commitOf('2'));
    VERIFY_OK(two);
    QCOMPARE(two->size(), 2);
    QCOMPARE(two->first().storeId, storeB);
    QCOMPARE(two->last().storeId, storeA);
    const auto three = m_catalog->heldOf(repo, {});
    VERIFY_OK(three);
    QCOMPARE(three->size(), 3);
    QCOMPARE(three->last().commit, commitOf('1'));
    QCOMPARE(m_catalog->heldOf({RepoKind::Dataset, u"acme/a"_s}, {})->size(), 0);
}

void HeldRowsTest::oneInFull()
{
    VERIFY_OK(put(storeA, u"acme/a"_s, '1'));
    VERIFY_OK(put(storeB, u"acme/a"_s, '1'));
    const auto row = m_catalog->snapshot(idOf(storeB, '1'));
    VERIFY_OK(row);
    QCOMPARE(row->storeId, storeB);
    QCOMPARE(row->key.commit, commitOf('1'));
    QCOMPARE(row->refs, QStringList{u"main"_s});
    COMPARE_CODE(m_catalog->snapshot(999'999), u"not_held"_s);
    QCOMPARE(m_catalog->snapshot(999'999).error().kind, ErrorKind::NotHeld);
}

void HeldRowsTest::matching()
{
    Record record = recordOf(u"acme/llama"_s, commitOf('1'), {});
    record.notes = u"for the talk"_s;
    VERIFY_OK(m_catalog->put(storeA, record, u"# A card about wombats"_s));
    VERIFY_OK(m_catalog->put(storeB, record, {}));
    VERIFY_OK(put(storeA, u"acme/other"_s, '2'));
    const auto ids = [this](const QString& words) {
        const auto found = m_catalog->matching(words);
        return found ? QSet<qint64>(found->begin(), found->end()) : QSet<qint64>{-7};
    };
    const qint64 inA = idOf(storeA, '1');
    const qint64 inB = idOf(storeB, '1');
    QCOMPARE(ids(u"llama"_s), (QSet{inA, inB}));
    QCOMPARE(ids(u"LLAM"_s), (QSet{inA, inB}));
    QCOMPARE(ids(u"wombat"_s), QSet{inA});
    QCOMPARE(ids(u"talk llama"_s), (QSet{inA, inB}));
    QCOMPARE(ids(u"acme"_s).size(), 3);
    QCOMPARE(ids(u"acme nothing"_s), QSet<qint64>());
    QCOMPARE(ids(u"***"_s), QSet<qint64>());
    QCOMPARE(ids(u""_s), QSet<qint64>());
    VERIFY_OK(m_catalog->drop(storeB, SnapshotKey::of(record)));
    QCOMPARE(ids(u"llama"_s), QSet{inA});
}

void HeldRowsTest::upstream()
{
    VERIFY_OK(put(storeA, u"acme/a"_s, '1'));
    VERIFY_OK(put(storeB, u"acme/a"_s, '2'));
    VERIFY_OK(put(storeA, u"acme/b"_s, '3'));
    VERIFY_OK(m_catalog->setUpstream({RepoKind::Model, u"acme/a"_s}, u"gone"_s));
    VERIFY_OK(m_catalog->setUpstream({RepoKind::Dataset, u"acme/b"_s}, u"gone"_s));
    QStringList found;
    for (const HeldRow& row : all(*m_catalog))
        found.append(row.upstream);
    QCOMPARE(found, (QStringList{u"gone"_s, u"gone"_s, u"unknown"_s}));
    VERIFY_OK(put(storeA, u"acme/a"_s, '1'));
    QCOMPARE(m_catalog->snapshot(idOf(storeA, '1'))->upstream, u"gone"_s);
}

void HeldRowsTest::lastCopies()
{
    const RepoId repo{RepoKind::Model, u"acme/a"_s};
    VERIFY_OK(put(storeA, repo.id, '1'));
    VERIFY_OK(put(storeB, repo.id, '1'));
    VERIFY_OK(put(storeA, repo.id, '2'));
    VERIFY_OK(put(storeA, u"acme/b"_s, '1'));
    const auto told = [this] {
        QStringList reasons;
        for (const HeldRow& row : all(*m_catalog))
            reasons.append(row.repo.id.last(1) + QString::fromLatin1(row.commit.first(1)) + row.lastCopy);
        reasons.sort();
        return reasons;
    };
    VERIFY_OK(m_catalog->setLastCopies(repo, {{commitOf('1'), u"gone"_s}, {commitOf('9'), u"gone"_s}}));
    QCOMPARE(told(), (QStringList{u"a1gone"_s, u"a1gone"_s, u"a2"_s, u"b1"_s}));
    QCOMPARE(m_catalog->snapshot(idOf(storeB, '1'))->lastCopy, u"gone"_s);
    VERIFY_OK(m_catalog->setLastCopies({RepoKind::Dataset, repo.id}, {}));
    // Archiving the same again does not make it another one.
    VERIFY_OK(put(storeB, repo.id, '1'));
    VERIFY_OK(m_catalog->setLastCopies(repo, {{commitOf('1'), u"gone"_s}, {commitOf('2'), u"license"_s}}));
    QCOMPARE(told(), (QStringList{u"a1gone"_s, u"a1gone"_s, u"a2license"_s, u"b1"_s}));
    VERIFY_OK(m_catalog->setLastCopies(repo, {}));
    QCOMPARE(told(), (QStringList{u"a1"_s, u"a1"_s, u"a2"_s, u"b1"_s}));
}

void HeldRowsTest::repos()
{
    QVERIFY(m_catalog->heldRepos()->isEmpty());
    const RepoId known{RepoKind::Model, u"acme/a"_s};
    const RepoId other{RepoKind::Model, u"acme/b"_s};
    VERIFY_OK(put(storeA, known.id, '1'));
    VERIFY_OK(put(storeB, known.id, '2'));
    VERIFY_OK(put(storeA, other.id, '3'));
    VERIFY_OK(m_catalog->setUpstream(known, u"gone"_s));
    const auto found = [this] {
        auto repos = *m_catalog->heldRepos();
        std::ranges::sort(repos, {}, [](const auto& one) { return one.first.id; });
        return repos;
    };
    QCOMPARE(found(), (QList<std::pair<RepoId, bool>>{{known, false}, {other, true}}));
    // A new snapshot of it does not know yet.
    VERIFY_OK(put(storeA, known.id, '4'));
    QCOMPARE(found(), (QList<std::pair<RepoId, bool>>{{known, true}, {other, true}}));
}

void HeldRowsTest::sums()
{
    QCOMPARE(*m_catalog->totals(), (std::array<qint64, 4>{}));
    QCOMPARE(*m_catalog->storeTotals(storeA), (std::pair<qint64, qint64>()));
    const QList<HeldFile> files{fileOf(u"a"_s, "1"), fileOf(u"a2"_s, "1"), fileOf(u"b"_s, "4444")};
    VERIFY_OK(put(storeA, u"acme/a"_s, '1', {}, files));
    VERIFY_OK(put(storeA, u"acme/a"_s, '2', {}, {fileOf(u"b"_s, "4444"), fileOf(u"c"_s, "88888888")}));
    VERIFY_OK(put(storeB, u"acme/b"_s, '3', {}, {fileOf(u"b"_s, "4444")}));
    // Once a store: 1 + 4 + 8 in one, 4 in the other; listed: 6 + 12 + 4.
    QCOMPARE(*m_catalog->totals(), (std::array<qint64, 4>{3, 2, 17, 22}));
    QCOMPARE(*m_catalog->storeTotals(storeA), (std::pair<qint64, qint64>(13, 2)));
    QCOMPARE(*m_catalog->storeTotals(storeB), (std::pair<qint64, qint64>(4, 1)));
    QCOMPARE(*m_catalog->storeTotals(u"nobody's"_s), (std::pair<qint64, qint64>()));
}

void HeldRowsTest::sharedBytes()
{
    VERIFY_OK(put(storeA, u"acme/a"_s, '1', {}, {fileOf(u"a"_s, "1"), fileOf(u"a2"_s, "1"), fileOf(u"b"_s, "4444")}));
    VERIFY_OK(put(storeA, u"acme/b"_s, '2', {}, {fileOf(u"x"_s, "4444"), fileOf(u"y"_s, "22")}));
    VERIFY_OK(put(storeB, u"acme/b"_s, '2', {}, {fileOf(u"y"_s, "22")}));
    QCOMPARE(*m_catalog->sharedBytes(idOf(storeA, '1')), 4);
    QCOMPARE(*m_catalog->sharedBytes(idOf(storeA, '2')), 4);
    QCOMPARE(*m_catalog->sharedBytes(idOf(storeB, '2')), 0);
    QCOMPARE(*m_catalog->sharedBytes(999'999), 0);
    VERIFY_OK(put(storeA, u"acme/c"_s, '3', {}, {fileOf(u"z"_s, "4444"), fileOf(u"y"_s, "22")}));
    QCOMPARE(*m_catalog->sharedBytes(idOf(storeA, '2')), 6);
}

void HeldRowsTest::readOnly()
{
    VERIFY_OK(put(storeA, u"acme/a"_s, '1'));
    auto reader = Catalog::open(m_dir->filePath(u"catalog.db"_s), Database::Access::ReadOnly);
    VERIFY_OK(reader);
    QCOMPARE(all(*reader).size(), 1);
    VERIFY_OK(put(storeA, u"acme/a"_s, '2'));
    QCOMPARE(all(*reader).size(), 2);
    QCOMPARE(reader->held({idOf(storeA, '2')})->size(), 1);
    QVERIFY(!reader->setUpstream({RepoKind::Model, u"acme/a"_s}, u"gone"_s));
}

void HeldRowsTest::damagedDatabaseIsNoShortList()
{
    const QString file = m_dir->filePath(u"catalog.db"_s);
    VERIFY_OK(m_catalog->putMany(storeA, [n = 0]() mutable -> std::optional<std::pair<Record, QString>> {
        if (n == 2000)
            return std::nullopt;
        const Record record = recordOf(u"acme/number-%1"_s.arg(n), sha256Hex(QByteArray::number(n)).first(40), {});
        ++n;
        return std::pair(record, QString());
    }));
    m_catalog.reset();
    // Every page of a table but the first few, as a dying disk would leave them.
    QFile damaged(file);
    QVERIFY(damaged.open(QIODevice::ReadWrite));
    const qint64 from = 64 * 4096;
    QVERIFY(damaged.size() > 2 * from && damaged.seek(from));
    damaged.write(QByteArray(damaged.size() - from, '\xff'));
    damaged.close();
    auto reader = Catalog::open(file, Database::Access::ReadOnly);
    if (!reader)
        return; // seen at once: as good
    const auto ok = reader->eachHeld(100, [](const QList<HeldRow>&) { return true; });
    COMPARE_CODE(ok, u"database_damaged"_s);
}

/// HUGGER_TEST_SNAPSHOTS=100000 for the size the design promises.
void HeldRowsTest::manyRows()
{
    const int count = std::max(qEnvironmentVariableIntValue("HUGGER_TEST_SNAPSHOTS"), 3000);
    int n = 0;
    VERIFY_OK(m_catalog->putMany(storeA, [&]() -> std::optional<std::pair<Record, QString>> {
        if (n == count)
            return std::nullopt;
        Record record = recordOf(u"acme/number-%1"_s.arg(n / 2), sha256Hex(QByteArray::number(n)).first(40),
                                 {fileOf(u"a"_s, QByteArray::number(n)), fileOf(u"b"_s, "shared")});
        record.license.ids = {n % 3 ? u"apache-2.0"_s : u"mit"_s};
        record.tags = {u"text-generation"_s, u"pytorch"_s, u"safetensors"_s, u"license:apache-2.0"_s};
        ++n;
        return std::pair(record, QString());
    }));
    QList<HeldRow> rows;
    QElapsedTimer timer;
    const auto told = [&timer](const char* what) {
        const qint64 took = timer.restart();
        qInfo("%s in %lld ms", what, static_cast<long long>(took));
        QVERIFY2(took < 10'000, what); // of the right order: this may be a slow machine with all checks on
    };
    timer.start();
    VERIFY_OK(m_catalog->eachHeld(5000, [&rows](const QList<HeldRow>& piece) {
        rows += piece;
        return true;
    }));
    told("all rows");
    QCOMPARE(rows.size(), count);
    QList<qint64> ids;
    for (const HeldRow& row : std::as_const(rows))
        ids.append(row.id);
    timer.restart();
    QCOMPARE(m_catalog->held(ids)->size(), count);
    told("all rows by id");
    QCOMPARE(m_catalog->matching(u"acme"_s)->size(), count);
    told("all ids by a word");
    QCOMPARE(m_catalog->totals()->front(), count);
    told("totals");
    QCOMPARE(m_catalog->storeTotals(storeA)->second, count);
    told("totals of the store");
    QCOMPARE(*m_catalog->sharedBytes(ids.first()), 6);
    told("what one shares");
    // What many rows have is in memory once.
    QVERIFY(rows[0].storeId.constData() == rows[1].storeId.constData());
    QVERIFY(rows[0].revision.constData() == rows.last().revision.constData());
    QVERIFY(rows[0].upstream.constData() == rows.last().upstream.constData());
    QVERIFY(rows[0].repo.id.constData() == rows[1].repo.id.constData());
}

QTEST_GUILESS_MAIN(HeldRowsTest)
#include "tst_heldrows.moc"
