// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include <QtCore/QRandomGenerator>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "ui/mainwindow/librarymodel.h"
#include "ui/widgets/delegates.h"

using namespace Qt::StringLiterals;
using namespace hugger;

namespace {

using Tester = QAbstractItemModelTester;

HeldRow makeRow(qint64 id, const QString& repo, const QString& upstream = u"current"_s, qint64 bytes = 1000)
{
    HeldRow row;
    row.id = id;
    row.repo = {.kind = RepoKind::Model, .id = repo};
    row.commit = QByteArray::number(id).rightJustified(40, 'a');
    row.revision = u"main"_s;
    row.storeId = u"home"_s;
    row.license = u"mit"_s;
    row.upstream = upstream;
    row.capturedAt = 1'700'000'000 + id;
    row.verifiedAt = 1'750'000'000 - id;
    row.bytes = bytes;
    row.files = 3;
    row.isComplete = true;
    return row;
}

QList<HeldRow> manyRows(qint64 count)
{
    QRandomGenerator random(7);
    const QStringList upstream{u"current"_s, u"newer"_s, u"gone"_s, u"gated"_s, u"unknown"_s};
    const QStringList licenses{u"mit"_s, u"apache-2.0"_s, u"Other"_s, u""_s};
    QList<HeldRow> rows;
    rows.reserve(count);
    for (qint64 id = 1; id <= count; ++id) {
        HeldRow row = makeRow(id, u"org%1/Name-%2"_s.arg(random.bounded(3000)).arg(random.bounded(50)),
                              upstream.at(random.bounded(5)), random.bounded(1'000'000));
        row.repo.kind = static_cast<RepoKind>(random.bounded(3));
        row.license = licenses.at(random.bounded(4));
        row.storeId = random.bounded(2) == 0 ? u"home"_s : u"shelf"_s;
        row.damaged = random.bounded(50) == 0 ? 1 : 0;
        row.isComplete = random.bounded(10) != 0;
        if (random.bounded(10) == 0)
            row.verifiedAt = 0;
        rows.append(row);
    }
    return rows;
}

JobStatus makeJob(qint64 id, const QString& repo, const QByteArray& commit, JobState state = JobState::Running)
{
    JobStatus status;
    status.job.id = id;
    status.job.repo = {.kind = RepoKind::Model, .id = repo};
    status.job.revision = u"main"_s;
    status.job.commit = commit;
    status.job.storeId = u"home"_s;
    status.job.state = state;
    status.job.bytesDone = 42;
    status.job.bytesTotal = 100;
    return status;
}

QStringList names(const LibraryModel& model)
{
    QStringList list;
    for (int row = 0; row < model.rowCount(); ++row)
        list.append(model.at(row).repo.id);
    return list;
}

} // namespace

class TestLibraryModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void loadsInPieces();
    void changesWithoutReset();
    void rowsKeepTheirPlace();
    void filters();
    void foundOnly();
    void countsEveryFilter();
    void fetchedRowArrivesInItsPlace();
    void fetchedRowStaysWhileOthersChange();
    void fetchedRowStaysFound();
    void jobOfAHeldRow();
    void pendingRowsGoWithTheirJobs();
    void sortsByEveryColumn_data();
    void sortsByEveryColumn();
    void newsIsBatched();
    void randomNews();
    void hundredThousand();
    void saysRowsAloud();
};

void TestLibraryModel::loadsInPieces()
{
    LibraryModel model;
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    model.loadRows({makeRow(1, u"b/b"_s)}, true, false);
    QCOMPARE(names(model), QStringList{u"b/b"_s}); // what there is shows at once
    model.loadRows({makeRow(2, u"A/a"_s)}, false, false);
    model.loadRows({makeRow(3, u"c/c"_s)}, false, true);
    QCOMPARE(names(model), (QStringList{u"A/a"_s, u"b/b"_s, u"c/c"_s}));

    // A new list replaces the old one when it is whole, not before.
    model.loadRows({makeRow(4, u"d/d"_s)}, true, false);
    QCOMPARE(model.rowCount(), 3);
    model.loadRows({}, false, true);
    QCOMPARE(names(model), QStringList{u"d/d"_s});
    model.loadRows({}, true, true);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.counts().all, 0);
}

void TestLibraryModel::changesWithoutReset()
{
    LibraryModel model;
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    model.loadRows({makeRow(1, u"a/a"_s), makeRow(2, u"c/c"_s), makeRow(3, u"e/e"_s)}, true, true);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.changeRows(
        {makeRow(4, u"b/b"_s), makeRow(5, u"d/d"_s), makeRow(6, u"f/f"_s), makeRow(2, u"c/c"_s, u"gone"_s)}, {1});
    QCOMPARE(names(model), (QStringList{u"b/b"_s, u"c/c"_s, u"d/d"_s, u"e/e"_s, u"f/f"_s}));
    QCOMPARE(model.held(2)->upstream, u"gone"_s);
    QVERIFY(!model.held(1));
    model.changeRows({makeRow(7, u"a/b"_s)}, {2, 3, 99});
    QCOMPARE(names(model), (QStringList{u"a/b"_s, u"b/b"_s, u"d/d"_s, u"f/f"_s}));
    model.changeRows({makeRow(8, u"g/g"_s)}, {});
    QCOMPARE(names(model).last(), u"g/g"_s);
    QCOMPARE(resets.count(), 0);
}

void TestLibraryModel::rowsKeepTheirPlace()
{
    LibraryModel model;
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    model.loadRows({makeRow(1, u"a/a"_s, {}, 10), makeRow(2, u"b/b"_s, {}, 20), makeRow(3, u"c/c"_s, {}, 30)}, true,
                   true);
    model.sort(LibraryModel::Size, Qt::DescendingOrder);
    QCOMPARE(names(model), (QStringList{u"c/c"_s, u"b/b"_s, u"a/a"_s}));
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.changeRows({makeRow(1, u"a/a"_s, {}, 99)}, {});
    QCOMPARE(names(model), (QStringList{u"c/c"_s, u"b/b"_s, u"a/a"_s}));
    QCOMPARE(changes.count(), 1);
    model.sort(LibraryModel::Size, Qt::DescendingOrder);
    QCOMPARE(names(model).first(), u"a/a"_s);

    const QPersistentModelIndex first(model.index(0, 0));
    model.sort(LibraryModel::Repository, Qt::DescendingOrder);
    QCOMPARE(first.row(), 2);
}

void TestLibraryModel::filters()
{
    LibraryModel model;
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    model.loadRows({makeRow(1, u"a/a"_s, u"gone"_s), makeRow(2, u"b/b"_s, u"newer"_s), makeRow(3, u"c/c"_s)}, true,
                   true);
    model.setFilter({.what = LibraryFilter::What::Gone});
    QCOMPARE(names(model), QStringList{u"a/a"_s});
    // What no longer passes goes, what now passes comes.
    model.changeRows({makeRow(1, u"a/a"_s), makeRow(3, u"c/c"_s, u"gone"_s)}, {});
    QCOMPARE(names(model), QStringList{u"c/c"_s});
    model.setFilter({.what = LibraryFilter::What::Newer});
    QCOMPARE(names(model), QStringList{u"b/b"_s});
    model.setFilter({.what = LibraryFilter::What::Kind, .kind = RepoKind::Dataset});
    QCOMPARE(model.rowCount(), 0);
    model.setFilter({.what = LibraryFilter::What::Store, .storeId = u"home"_s});
    QCOMPARE(model.rowCount(), 3);
    model.setFilter({.what = LibraryFilter::What::Attention});
    QCOMPARE(names(model), QStringList{u"c/c"_s});
}

void TestLibraryModel::foundOnly()
{
    LibraryModel model;
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    model.loadRows({makeRow(1, u"a/a"_s, u"gone"_s), makeRow(2, u"b/b"_s, u"gone"_s), makeRow(3, u"c/c"_s)}, true,
                   true);
    model.resetJobs({makeJob(9, u"acme/Apple"_s, {})});
    model.setFound(u"app"_s, {3, 2});
    QCOMPARE(names(model), (QStringList{u"acme/Apple"_s, u"b/b"_s, u"c/c"_s}));
    model.setFilter({.what = LibraryFilter::What::Gone});
    QCOMPARE(names(model), QStringList{u"b/b"_s});
    model.clearFound();
    QCOMPARE(model.rowCount(), 2);
}

void TestLibraryModel::countsEveryFilter()
{
    LibraryModel model;
    const QList<HeldRow> rows = manyRows(2000);
    model.loadRows(rows, true, true);
    model.resetJobs({makeJob(1, u"new/one"_s, {}), makeJob(2, rows.at(5).repo.id, {})});
    QList<LibraryFilter> filters;
    for (int what = 0; what <= static_cast<int>(LibraryFilter::What::Attention); ++what)
        filters.append({.what = static_cast<LibraryFilter::What>(what)});
    for (int kind = 0; kind < 3; ++kind)
        filters.append({.what = LibraryFilter::What::Kind, .kind = static_cast<RepoKind>(kind)});
    filters.append({.what = LibraryFilter::What::Store, .storeId = u"shelf"_s});
    for (const LibraryFilter& filter : std::as_const(filters)) {
        model.setFilter(filter);
        QCOMPARE(model.counts().of(filter), model.rowCount());
        QCOMPARE(LibraryFilter::fromKey(filter.key()), filter);
    }
    QCOMPARE(LibraryFilter::fromKey(u"nonsense"_s), LibraryFilter());
}

void TestLibraryModel::fetchedRowArrivesInItsPlace()
{
    LibraryModel model;
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    model.loadRows({makeRow(1, u"a/a"_s), makeRow(3, u"c/c"_s)}, true, true);
    const HeldRow row = makeRow(2, u"b/b"_s);
    model.changeJobs({makeJob(7, u"b/b"_s, {}, JobState::Queued)});
    QCOMPARE(names(model), (QStringList{u"a/a"_s, u"b/b"_s, u"c/c"_s}));
    QCOMPARE(model.counts().fetching, 1);
    model.changeJobs({makeJob(7, u"b/b"_s, row.commit)});
    QCOMPARE(model.at(1).commit, row.commit);
    QCOMPARE(model.index(1, LibraryModel::Held).data(ProgressRole).toDouble(), 0.42);

    const QPersistentModelIndex selected(model.index(1, 0));
    const QSignalSpy removals(&model, &QAbstractItemModel::rowsRemoved);
    // Whichever is told first: that the job is done, or that its snapshot is held.
    model.changeJobs({makeJob(7, u"b/b"_s, row.commit, JobState::Completed)});
    QCOMPARE(model.rowCount(), 3);
    model.changeRows({row}, {});
    QVERIFY(selected.isValid());
    QCOMPARE(model.at(selected.row()).id, 2);
    QCOMPARE(removals.count(), 0);
    QCOMPARE(model.counts().fetching, 0);
    QVERIFY(!model.fetch(2));

    const HeldRow other = makeRow(5, u"d/d"_s);
    model.changeJobs({makeJob(8, u"d/d"_s, other.commit)});
    model.changeRows({other}, {});
    QVERIFY(model.fetch(5));
    model.changeJobs({makeJob(8, u"d/d"_s, other.commit, JobState::Completed)});
    QVERIFY(!model.fetch(5));
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(removals.count(), 0);
}

void TestLibraryModel::fetchedRowStaysWhileOthersChange()
{
    LibraryModel model;
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    model.loadRows({makeRow(1, u"a/a"_s)}, true, true);
    const HeldRow row = makeRow(2, u"b/b"_s);
    const QSignalSpy removals(&model, &QAbstractItemModel::rowsRemoved);
    model.changeJobs({makeJob(7, u"b/b"_s, row.commit)});
    model.changeJobs({makeJob(7, u"b/b"_s, row.commit, JobState::Completed)});
    model.changeRows({makeRow(1, u"a/a"_s, u"gone"_s), makeRow(3, u"c/c"_s)}, {});
    QCOMPARE(names(model), (QStringList{u"a/a"_s, u"b/b"_s, u"c/c"_s}));
    model.changeRows({row}, {});
    QCOMPARE(model.at(1).id, 2);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(removals.count(), 0);

    // One that is never told as held goes by itself.
    model.changeJobs({makeJob(8, u"d/d"_s, makeRow(4, {}).commit)});
    model.changeJobs({makeJob(8, u"d/d"_s, makeRow(4, {}).commit, JobState::Completed)});
    QCOMPARE(model.rowCount(), 4);
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 3, 20'000);
}

void TestLibraryModel::fetchedRowStaysFound()
{
    LibraryModel model;
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    model.loadRows({makeRow(1, u"a/a"_s)}, true, true);
    const HeldRow row = makeRow(2, u"acme/apple"_s);
    model.changeJobs({makeJob(7, row.repo.id, row.commit)});
    model.setFound(u"app"_s, {});
    QCOMPARE(names(model), QStringList{row.repo.id});
    const QSignalSpy removals(&model, &QAbstractItemModel::rowsRemoved);
    model.changeJobs({makeJob(7, row.repo.id, row.commit, JobState::Completed)});
    model.changeRows({row}, {});
    QCOMPARE(names(model), QStringList{row.repo.id});
    QCOMPARE(model.at(0).id, 2);
    QCOMPARE(removals.count(), 0);
}

void TestLibraryModel::jobOfAHeldRow()
{
    LibraryModel model;
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    const HeldRow row = makeRow(1, u"a/a"_s);
    model.resetJobs({makeJob(7, u"a/a"_s, row.commit)}); // jobs may be told before rows
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.at(0).id, -7);
    model.loadRows({row}, true, true);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.fetch(1)->job, 7);
    model.loadRows({row}, true, true);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.fetch(1)->job, 7);

    // Removed while it is fetched anew: then it is only on its way.
    model.changeRows({}, {1});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.at(0).id, -7);
    model.changeJobs({makeJob(7, u"a/a"_s, row.commit, JobState::Cancelled)});
    QCOMPARE(model.rowCount(), 0);
}

void TestLibraryModel::pendingRowsGoWithTheirJobs()
{
    LibraryModel model;
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    model.loadRows({}, true, true);
    model.resetJobs({makeJob(1, u"a/a"_s, {}), makeJob(2, u"b/b"_s, {}), makeJob(3, u"c/c"_s, {})});
    QCOMPARE(model.rowCount(), 3);
    model.changeJobs({makeJob(2, u"b/b"_s, {}, JobState::Failed)});
    QCOMPARE(names(model), (QStringList{u"a/a"_s, u"c/c"_s}));
    model.resetJobs({makeJob(3, u"c/c"_s, {})});
    QCOMPARE(names(model), QStringList{u"c/c"_s});
    JobStatus verify = makeJob(4, u"d/d"_s, {});
    verify.job.type = JobType::Verify;
    model.changeJobs({verify});
    QCOMPARE(model.rowCount(), 1);

    JobStatus paused = makeJob(3, u"c/c"_s, {});
    paused.job.wantPaused = true;
    model.changeJobs({paused});
    QVERIFY(model.index(0, LibraryModel::Held).data(PausedRole).toBool());
}

void TestLibraryModel::sortsByEveryColumn_data()
{
    QTest::addColumn<int>("column");
    for (int column = 0; column < LibraryModel::ColumnCount; ++column)
        QTest::newRow(QByteArray::number(column).constData()) << column;
}

void TestLibraryModel::sortsByEveryColumn()
{
    QFETCH(const int, column);
    LibraryModel model;
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    StoreStatus home;
    home.identity.id = u"home"_s;
    home.identity.label = u"Zuhause"_s;
    StoreStatus shelf;
    shelf.identity.id = u"shelf"_s;
    shelf.identity.label = u"Ablage"_s;
    model.setStores({home, shelf});
    model.loadRows(manyRows(500), true, true);
    const auto keyOf = [&](int row) -> QString {
        const HeldRow& held = model.at(row);
        const auto number = [](qint64 value) { return QString::number(value).rightJustified(20, u'0'); };
        switch (column) {
        case LibraryModel::Held:
            return number(held.damaged > 0           ? 0
                              : held.verifiedAt == 0 ? 2
                              : held.isComplete      ? 4
                                                     : 3)
                + number(held.verifiedAt);
        case LibraryModel::Upstream:
            return number(
                QStringList{u"gone"_s, u"gated"_s, u"newer"_s, u"current"_s, u"unknown"_s}.indexOf(held.upstream));
        case LibraryModel::Size:
            return number(held.bytes);
        case LibraryModel::Captured:
            return number(held.capturedAt);
        case LibraryModel::Proved:
            return number(held.verifiedAt);
        case LibraryModel::License:
            return held.license.toLower();
        case LibraryModel::StoreLabel:
            return held.storeId == u"home"_s ? u"b"_s : u"a"_s;
        default:
            return held.repo.id.toLower();
        }
    };
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        model.sort(column, order);
        QCOMPARE(model.rowCount(), 500);
        for (int row = 1; row < model.rowCount(); ++row) {
            const int difference = keyOf(row - 1).compare(keyOf(row));
            QVERIFY(order == Qt::AscendingOrder ? difference <= 0 : difference >= 0);
            if (difference == 0 && column != LibraryModel::Repository)
                QVERIFY(model.at(row - 1).repo.id.compare(model.at(row).repo.id, Qt::CaseInsensitive) <= 0);
        }
        // New rows go where a sort would put them.
        QList<HeldRow> news = manyRows(40);
        for (HeldRow& row : news)
            row.id += 1000;
        model.changeRows(news, {});
        const auto order1 = names(model);
        model.sort(column, order);
        QCOMPARE(names(model), order1);
        QList<qint64> ids;
        for (const HeldRow& row : std::as_const(news))
            ids.append(row.id);
        model.changeRows({}, ids);
        QCOMPARE(model.rowCount(), 500);
    }
}

void TestLibraryModel::newsIsBatched()
{
    LibraryModel model;
    const QList<HeldRow> rows = manyRows(1000);
    model.loadRows(rows, true, true);
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    const QSignalSpy counts(&model, &LibraryModel::countsChanged);
    model.changeRows(rows, {});
    QCOMPARE(changes.count(), 1);
    QCOMPARE(counts.count(), 0);
    QList<qint64> ids;
    for (const HeldRow& row : rows)
        ids.append(row.id);
    const QSignalSpy removals(&model, &QAbstractItemModel::rowsRemoved);
    model.changeRows({}, ids);
    QCOMPARE(removals.count(), 1);
    const QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    model.changeRows(rows, {});
    QCOMPARE(inserts.count(), 1);
    QCOMPARE(model.rowCount(), 1000);
}

void TestLibraryModel::randomNews()
{
    LibraryModel model;
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    QRandomGenerator random(11);
    const QList<HeldRow> pool = manyRows(300);
    QHash<qint64, HeldRow> truth;
    model.loadRows({}, true, true);
    for (int round = 0; round < 150; ++round) {
        if (round % 10 == 3)
            model.sort(random.bounded(static_cast<int>(LibraryModel::ColumnCount)),
                       random.bounded(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
        if (round % 7 == 2)
            model.setFilter({.what = static_cast<LibraryFilter::What>(random.bounded(5))});
        QList<HeldRow> rows;
        QList<qint64> removed;
        for (int i = 0; i < 12; ++i) {
            const HeldRow& row = pool.at(random.bounded(static_cast<int>(pool.size())));
            if (truth.contains(row.id) && random.bounded(2) == 0) {
                removed.append(row.id);
                truth.remove(row.id);
            } else if (!removed.contains(row.id)) {
                rows.append(row);
                truth.insert(row.id, row);
            }
        }
        erase_if(rows, [&](const HeldRow& row) { return removed.contains(row.id); });
        model.changeRows(rows, removed);
        const HeldRow& fetched = pool.at(random.bounded(static_cast<int>(pool.size())));
        JobStatus job =
            makeJob(1 + random.bounded(5), fetched.repo.id, fetched.commit, static_cast<JobState>(random.bounded(7)));
        job.job.repo = fetched.repo;
        job.job.storeId.clear();
        model.changeJobs({job});
        if (round % 40 == 39)
            model.loadRows(truth.values(), true, true);
        QCOMPARE(model.counts().of(model.filter()), model.rowCount());
        qsizetype held = 0;
        for (auto it = truth.cbegin(); it != truth.cend(); ++it)
            held += model.held(it.key()).has_value();
        QCOMPARE(held, truth.size());
    }
}

void TestLibraryModel::hundredThousand()
{
    const QList<HeldRow> rows = manyRows(100'000);
    LibraryModel model;
    QElapsedTimer timer;
    timer.start();
    model.loadRows(rows, true, true);
    qInfo("load %lld ms", timer.restart());
    for (int column = 0; column < LibraryModel::ColumnCount; ++column) {
        timer.restart();
        model.sort(column, Qt::DescendingOrder);
        qInfo("sort %d %lld ms", column, timer.elapsed());
    }
    timer.restart();
    model.setFilter({.what = LibraryFilter::What::Gone});
    qInfo("filter %lld ms", timer.elapsed());
    QCOMPARE(model.rowCount(), std::ranges::count(rows, u"gone"_s, &HeldRow::upstream));
    model.setFilter({});
    QCOMPARE(model.counts().all, rows.size());
    QList<HeldRow> batch = rows.first(500);
    for (HeldRow& row : batch)
        row.upstream = u"gone"_s;
    timer.restart();
    model.changeRows(batch, {});
    qInfo("change 500 %lld ms", timer.elapsed());
    QCOMPARE(model.rowCount(), 100'000);
}

void TestLibraryModel::saysRowsAloud()
{
    LibraryModel model;
    HeldRow row = makeRow(1, u"acme/one"_s);
    row.repo.kind = RepoKind::Dataset;
    row.commit = "8f3c21e0000000000000000000000000000000ff";
    model.loadRows({row}, true, true);
    QCOMPARE(model.index(0, 0).data(SecondLineRole).toString(), u"dataset · main · 8f3c21e · 3 files"_s);
    QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(),
             u"acme/one, dataset · main · 8f3c21e · 3 files"_s);
    QVERIFY(!model.index(0, LibraryModel::Size).data(Qt::ToolTipRole).toString().isEmpty());
    row.revision = QString::fromLatin1(row.commit);
    model.changeRows({row}, {});
    QCOMPARE(model.index(0, 0).data(SecondLineRole).toString(), u"dataset · 8f3c21e · 3 files"_s);
}

QTEST_MAIN(TestLibraryModel)
#include "tst_librarymodel.moc"
