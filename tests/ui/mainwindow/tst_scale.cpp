// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/practicehubprocess.h"
#include "support/samplelibrary.h"
#include "support/samplesnapshot.h"
#include "support/smalldisk.h"
#include "support/ui/openwindow.h"
#include "support/watchdog.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTemporaryDir>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollBar>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace hugger;
using namespace hugger::test;

namespace {

constexpr qint64 megabyte = 1'000'000;
/// Far more than anybody would bear, and more than a slow machine with all checks on needs. The bench tells the
/// figures.
constexpr auto longestStall = 2s;

bool hasOwnMounts = false;

int snapshotCount()
{
    return std::max(qEnvironmentVariableIntValue("HUGGER_TEST_SNAPSHOTS"), 10'000);
}

} // namespace

/// Very much of everything, and work that blocks elsewhere: the window's thread stays free. `./dev bench ui` measures
/// the same at full size.
class ScaleTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void manySnapshots();
    void newsIsBatched();
    void longQueueIsBatched();
    void verifyElsewhere();
    void fullDisk();
};

void ScaleTest::initTestCase()
{
    usePlainStyle();
}

void ScaleTest::manySnapshots()
{
    const QTemporaryDir folder;
    makeHugeCatalog(folder.path(), snapshotCount());
    makeLongQueue(folder.path(), 1000, true);
    Watchdog watchdog;
    OpenWindow open(folder.path());
    const QAbstractItemModelTester tester(open.table().model(),
                                          QAbstractItemModelTester::FailureReportingMode::Warning);
    QVERIFY(open.open());
    // Jobs that are not held yet may have rows of their own.
    QTRY_VERIFY(open.rows() >= snapshotCount());
    const int all = open.rows();
    QVERIFY2(watchdog.takeLongest() < longestStall, "while loading");

    for (const QChar c : u"needle"_s)
        QTest::keyClick(&open.search(), c.toLatin1());
    QTRY_COMPARE(open.rows(), snapshotCount() / 1000);
    QVERIFY2(watchdog.takeLongest() < longestStall, "while typing");
    open.search().clear();
    QTRY_COMPARE(open.rows(), all);

    auto* bar = open.table().verticalScrollBar();
    for (int page = 0; page < 100 && bar->value() < bar->maximum(); ++page) {
        bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
        QTest::qWait(0);
    }
    bar->triggerAction(QAbstractSlider::SliderToMaximum);
    QTest::qWait(0);
    QVERIFY2(watchdog.takeLongest() < longestStall, "while scrolling");
}

void ScaleTest::newsIsBatched()
{
    const QTemporaryDir folder;
    makeHugeCatalog(folder.path(), 4000);
    OpenWindow open(folder.path());
    QList<HeldRow> rows;
    connect(&open.engine(), &Engine::rowsLoaded, &open.window(),
            [&rows](const QList<HeldRow>& piece, bool, bool) { rows += piece; });
    QVERIFY(open.open());
    QTRY_COMPARE(open.rows(), 4000);
    QTest::qWait(0);

    open.choose(2000);
    const QString chosen = open.table().currentIndex().data().toString();
    auto* bar = open.table().verticalScrollBar();
    const int scrolled = bar->value();
    const auto* model = open.table().model();
    const QSignalSpy changed(model, &QAbstractItemModel::dataChanged);
    const QSignalSpy reset(model, &QAbstractItemModel::modelReset);
    const QSignalSpy layout(model, &QAbstractItemModel::layoutChanged);
    QList<HeldRow> news = rows.sliced(500, 1500);
    for (HeldRow& row : news)
        row.verifiedAt = row.capturedAt + 60;
    Q_EMIT open.engine().rowsChanged(news, {});
    QVERIFY2(changed.size() <= 10, qPrintable(QString::number(changed.size())));
    QCOMPARE(reset.size(), 0);
    QCOMPARE(layout.size(), 0);
    QCOMPARE(open.table().currentIndex().data().toString(), chosen);
    QCOMPARE(bar->value(), scrolled);

    const QSignalSpy removed(model, &QAbstractItemModel::rowsRemoved);
    QList<qint64> gone;
    for (const HeldRow& row : rows.sliced(100, 300))
        gone.append(row.id);
    Q_EMIT open.engine().rowsChanged({}, gone);
    QTRY_COMPARE(open.rows(), 3700);
    QVERIFY2(removed.size() <= 10, qPrintable(QString::number(removed.size())));
    QCOMPARE(open.table().currentIndex().data().toString(), chosen);
}

void ScaleTest::longQueueIsBatched()
{
    const QTemporaryDir folder;
    makeHugeCatalog(folder.path(), 10);
    makeLongQueue(folder.path(), 5000, true);
    OpenWindow open(folder.path());
    QVERIFY(open.open());
    auto& model = open.window().transfers();
    QTRY_COMPARE(model.summary().paused, 5000);

    QList<JobStatus> jobs;
    for (int n = 0; n < 5000; ++n)
        jobs.append(*model.job(n + 1));
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy summary(&model, &TransfersModel::summaryChanged);
    for (JobStatus& status : jobs) {
        status.job.wantPaused = false;
        status.job.wait = JobWait::None;
    }
    Watchdog watchdog;
    Q_EMIT open.engine().jobsChanged(jobs);
    QTRY_COMPARE(model.summary().waiting, 5000);
    QTest::qWait(0);
    QVERIFY(watchdog.takeLongest() < longestStall);
    QVERIFY2(changed.size() <= 10, qPrintable(QString::number(changed.size())));
    QVERIFY2(summary.size() <= 2, qPrintable(QString::number(summary.size())));
    QCOMPARE(reset.size(), 0);
}

void ScaleTest::verifyElsewhere()
{
    const QTemporaryDir folder;
    addProvableSnapshot(folder.path());
    OpenWindow open(folder.path());
    QVERIFY(open.open());
    QTRY_COMPARE(open.rows(), 1);
    QList<HeldRow> rows;
    connect(&open.engine(), &Engine::rowsLoaded, &open.window(),
            [&rows](const QList<HeldRow>& piece, bool, bool) { rows += piece; });
    open.engine().reloadRows();
    QTRY_COMPARE(rows.size(), 1);

    Watchdog watchdog;
    QSignalSpy ended(&open.engine(), &Engine::jobEnded);
    auto asked = open.engine().verify({rows.first().id});
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 100'000);
    QVERIFY2(watchdog.takeLongest() < longestStall, "while 2 GB were hashed");
    const auto status = ended.first().first().value<JobStatus>();
    QCOMPARE(jobStateName(status.job.state), jobStateName(JobState::Completed));
}

void ScaleTest::fullDisk()
{
    if (!hasOwnMounts)
        QSKIP("no mounts of our own here");
    const QTemporaryDir folder;
    PracticeHubProcess hub({u"--samples"_s, u"none"_s});
    hub.addRepo(u"acme/tight"_s, {hubText(u"config.json"_s, u"{}"_s), hubFile(u"model.safetensors"_s, 24 * megabyte)});
    hub.throttle(0, 4 * megabyte);
    setEndpoint(folder.path(), hub.endpoint());
    const SmallDisk disk(folder.filePath(u"disk"_s), 64 * megabyte);
    if (!disk.isThere())
        QSKIP("no small disk here");
    must(must(Profile::open(folder.path())).addStore(folder.filePath(u"disk/store"_s), u"small"_s));

    OpenWindow open(folder.path());
    QVERIFY(open.open());
    Watchdog watchdog;
    auto asked = open.engine().archive({{RepoKind::Model, u"acme/tight"_s}, {}, {}, {}, {}});
    QTRY_VERIFY_WITH_TIMEOUT(open.job(u"acme/tight"_s) && open.job(u"acme/tight"_s)->job.bytesDone > megabyte, 30'000);
    disk.fill();
    QTRY_COMPARE_WITH_TIMEOUT(open.job(u"acme/tight"_s)->job.wait, JobWait::Space, 60'000);
    QVERIFY2(watchdog.takeLongest() < longestStall, "while the disk was full");
    QVERIFY(!open.job(u"acme/tight"_s)->waitDetail.isEmpty());
    disk.empty();
    hub.throttle(0, 0);
    QTRY_COMPARE_WITH_TIMEOUT(open.job(u"acme/tight"_s)->job.state, JobState::Completed, 90'000);
    QVERIFY2(watchdog.takeLongest() < longestStall, "while it went on");
    open.close();
}

int main(int argc, char** argv)
{
    hasOwnMounts = enterOwnMounts();
    const QApplication application(argc, argv);
    ScaleTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_scale.moc"
