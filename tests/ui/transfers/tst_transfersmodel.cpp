// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samplejobs.h"
#include "ui/transfers/jobwords.h"
#include "ui/transfers/transfersmodel.h"
#include "ui/widgets/delegates.h"

#include <QtCore/QMimeData>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace hugger;
using namespace hugger::test;

namespace {

QList<qint64> idsOf(const TransfersModel& model)
{
    QList<qint64> ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids.append(model.idAt(model.index(row, 0)));
    return ids;
}

QString textAt(const TransfersModel& model, qint64 id, int column, int role = Qt::DisplayRole)
{
    return model.indexOf(id).siblingAtColumn(column).data(role).toString();
}

QString lineOf(const JobStatus& status)
{
    return JobWords::line(status, QDateTime::currentSecsSinceEpoch());
}

} // namespace

class TestTransfersModel final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void keepsTheOrder();
    void comesBackFromFailure();
    void setsWithoutReset();
    void keepsPersistentIndexes();
    void showsFiles();
    void keepsSamples();
    void sums();
    void forgivesWhatWasAskedAgain();
    void tellsProgress();
    void saysEachWait_data();
    void saysEachWait();
    void saysWhatGoesOn();
    void speaksOfBundles();
    void tellsBundlesApart();
    void refusedImport();
    void paintsStates();
    void speaks();
    void drops();
    void takesThousands();
};

void TestTransfersModel::keepsTheOrder()
{
    TransfersModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setJobs({makeRunning(1, u"a/one"_s, 0.1, 1e6), makeJob(2, u"a/two"_s), makeJob(3, u"a/three"_s),
                   makeJob(9, u"a/old"_s, JobState::Completed)});
    QCOMPARE(idsOf(model), (QList<qint64>{1, 2, 3, 9}));
    QCOMPARE(model.unfinishedCount(), 3);
    QVERIFY(model.hasFinished());

    // What is new comes last among the unfinished.
    model.updateJobs({makeJob(10, u"a/ten"_s)});
    QCOMPARE(idsOf(model), (QList<qint64>{1, 2, 3, 10, 9}));

    // What ends comes first among the finished; the others keep their place.
    auto done = makeRunning(1, u"a/one"_s, 1, 0);
    done.job.state = JobState::Completed;
    done.job.updatedAt = isoNow();
    done.files.clear();
    model.updateJobs({done, makeJob(2, u"a/two"_s, JobState::Planning)});
    QCOMPARE(idsOf(model), (QList<qint64>{2, 3, 10, 1, 9}));
    QCOMPARE(model.unfinishedCount(), 3);
}

void TestTransfersModel::comesBackFromFailure()
{
    TransfersModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setJobs({makeJob(2, u"a/two"_s), makeJob(5, u"a/five"_s), makeJob(3, u"a/three"_s, JobState::Failed)});
    model.updateJobs({makeJob(3, u"a/three"_s)});
    QCOMPARE(idsOf(model), (QList<qint64>{2, 3, 5})); // where it will run

    // Several at once, and those that wait keep the order they have.
    model.setJobs({makeJob(7, u"a/seven"_s), makeJob(2, u"a/two"_s), makeJob(9, u"a/nine"_s),
                   makeJob(8, u"a/eight"_s, JobState::Failed), makeJob(12, u"a/twelve"_s, JobState::Failed),
                   makeJob(1, u"a/one"_s, JobState::Completed)});
    model.updateJobs({makeJob(12, u"a/twelve"_s), makeJob(8, u"a/eight"_s), makeJob(3, u"a/three"_s)});
    QCOMPARE(idsOf(model), (QList<qint64>{3, 7, 2, 8, 9, 12, 1}));
}

void TestTransfersModel::setsWithoutReset()
{
    TransfersModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QSignalSpy resets(&model, &TransfersModel::modelReset);
    model.setJobs({makeJob(1, u"a/one"_s), makeJob(2, u"a/two"_s), makeJob(3, u"a/three"_s),
                   makeJob(4, u"a/four"_s, JobState::Completed)});
    model.setJobs({makeJob(3, u"a/three"_s), makeJob(5, u"a/five"_s), makeJob(1, u"a/one"_s)});
    QCOMPARE(idsOf(model), (QList<qint64>{3, 5, 1}));
    model.setJobs({});
    QCOMPARE(model.rowCount(), 0);
    model.setJobs({makeJob(7, u"a/seven"_s)});
    QCOMPARE(idsOf(model), QList<qint64>{7});
    QCOMPARE(resets.size(), 0);
    QCOMPARE(model.indexOf(3), QModelIndex());
}

void TestTransfersModel::keepsPersistentIndexes()
{
    TransfersModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setJobs({makeRunning(1, u"a/one"_s, 0.1, 1e6), makeJob(2, u"a/two"_s), makeJob(3, u"a/three"_s)});
    const QPersistentModelIndex two = model.indexOf(2);
    const QPersistentModelIndex file = model.index(1, 0, model.indexOf(1));
    const QString path = file.data().toString();
    model.setJobs({makeJob(3, u"a/three"_s), makeJob(2, u"a/two"_s), makeRunning(1, u"a/one"_s, 0.2, 1e6)});
    QCOMPARE(model.idAt(two), 2);
    QCOMPARE(two.row(), 1);
    QVERIFY(file.isValid());
    QCOMPARE(model.idAt(file), 1);
    QCOMPARE(file.parent().row(), 2);
    QCOMPARE(file.data().toString(), path);
}

void TestTransfersModel::showsFiles()
{
    TransfersModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    auto job = makeRunning(1, u"a/one"_s, 0.1, 1e6);
    model.setJobs({job});
    const QModelIndex parent = model.indexOf(1);
    QCOMPARE(model.rowCount(parent), 3);
    QCOMPARE(model.index(0, 0, parent).data().toString(), u"model-00012-of-00030.safetensors"_s);
    QCOMPARE(model.index(0, 0, parent).data(SecondLineRole).toString(), u"5 connections"_s);
    QCOMPARE(model.index(2, 0, parent).data(SecondLineRole).toString(), u"waits for its turn"_s);
    QVERIFY(model.index(0, 1, parent).data(ProgressRole).toDouble() > 0.25);

    // One ends, another begins: the rest keeps its place.
    job.files = {job.files[2], {"k9", u"new.bin"_s, 10, 5, 1}, job.files[1]};
    job.files[2].present = 4'700'000'000;
    model.updateJobs({job});
    QCOMPARE(model.rowCount(parent), 3);
    QCOMPARE(model.index(0, 0, parent).data().toString(), u"model-00013-of-00030.safetensors"_s);
    QCOMPARE(model.index(0, 1, parent).data(ProgressRole).toDouble(), 1.0);
    QCOMPARE(model.index(1, 0, parent).data().toString(), u"a/folder/tokenizer.json"_s);
    QCOMPARE(model.index(2, 0, parent).data().toString(), u"new.bin"_s);

    job.files.clear();
    job.job.state = JobState::Finishing;
    model.updateJobs({job});
    QCOMPARE(model.rowCount(model.indexOf(1)), 0);
}

void TestTransfersModel::keepsSamples()
{
    TransfersModel model;
    const auto samples = [&] {
        return model.index(0, TransfersModel::RateColumn).data(SamplesRole).value<QList<double>>();
    };
    for (int rate = 1; rate <= 70; ++rate)
        model.updateJobs({makeRunning(1, u"a/one"_s, 0.1, rate)});
    QCOMPARE(samples().size(), 60);
    QCOMPARE(samples().constFirst(), 11.0);
    QCOMPARE(samples().constLast(), 70.0);
    model.updateJobs({makeWaiting(1, u"a/one"_s, JobWait::Paused)});
    QVERIFY(samples().isEmpty());
}

void TestTransfersModel::sums()
{
    TransfersModel model;
    QSignalSpy changes(&model, &TransfersModel::summaryChanged);
    const auto paused = makeWaiting(4, u"a/four"_s, JobWait::Paused);
    const auto verify = [] {
        auto job = makeRunning(8, u"a/eight"_s, 0.5, 2e6);
        job.job.type = JobType::Verify;
        return job;
    }();
    model.setJobs({makeRunning(1, u"a/one"_s, 0.5, 1e6), verify, makeJob(2, u"a/two"_s),
                   makeWaiting(3, u"a/three"_s, JobWait::Network), paused, makeWaiting(5, u"a/five"_s, JobWait::Space),
                   makeFailed(6, u"a/six"_s, u"gated"_s, u"Gated."_s),
                   makeFailed(7, u"a/seven"_s, u"hash_mismatch"_s, u"Bad."_s, ErrorKind::Integrity, Retry::Never),
                   makeJob(9, u"a/nine"_s, JobState::Completed), makeJob(11, u"a/eleven"_s, JobState::Cancelled)});
    const auto sum = model.summary();
    QCOMPARE(sum.running, 2);
    QCOMPARE(sum.waiting, 2);
    QCOMPARE(sum.paused, 1);
    QCOMPARE(sum.needUser, 2);
    QCOMPARE(sum.failed, 1);
    QCOMPARE(sum.rate, 3e6);
    QCOMPARE(sum.bytesDone, 141'000'000'000);
    QCOMPARE(sum.bytesTotal, 290'000'000'000);
    QVERIFY(!sum.allPaused);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(model.running().size(), 2);
    QCOMPARE(model.running().constFirst().job.id, 1);

    model.updateJobs({paused});
    QCOMPARE(changes.size(), 1); // nothing of it changed
    model.setJobs({paused, makeJob(9, u"a/nine"_s, JobState::Completed)});
    QVERIFY(model.summary().allPaused);
    model.setJobs({makeJob(9, u"a/nine"_s, JobState::Completed)});
    QVERIFY(!model.summary().allPaused);
}

void TestTransfersModel::forgivesWhatWasAskedAgain()
{
    TransfersModel model;
    model.setJobs({makeJob(2, u"a/one"_s), makeFailed(1, u"a/one"_s, u"gated"_s, u"Gated."_s)});
    QCOMPARE(model.summary().needUser, 0);
    QVERIFY(!model.newestTrouble());
    model.updateJobs({makeFailed(3, u"a/other"_s, u"gated"_s, u"Gated."_s)});
    QCOMPARE(model.summary().needUser, 1);
    QCOMPARE(model.newestTrouble()->job.id, 3);
}

void TestTransfersModel::tellsProgress()
{
    TransfersModel model;
    auto running = makeRunning(1, u"a/one"_s, 0.25, 1e6);
    auto verify = makeRunning(2, u"a/two"_s, 0.5, 1e6);
    verify.job.type = JobType::Verify;
    model.setJobs({running, verify});
    QCOMPARE(model.progressOf(running.job.repo, running.job.commit), 0.25);
    QCOMPARE(model.progressOf(running.job.repo, {}), 0.25);
    QCOMPARE(model.progressOf(running.job.repo, QByteArray(40, 'b')), -1.0);
    QCOMPARE(model.progressOf(verify.job.repo, verify.job.commit), -1.0);
    QCOMPARE(model.progressOf({RepoKind::Dataset, u"a/one"_s}, running.job.commit), -1.0);
    running.job.state = JobState::Completed;
    model.updateJobs({running});
    QCOMPARE(model.progressOf(running.job.repo, running.job.commit), -1.0);
}

void TestTransfersModel::saysEachWait_data()
{
    QTest::addColumn<JobWait>("wait");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("chip");
    QTest::newRow("none") << JobWait::None << u"Waits for its turn · 8.0 GB"_s << u"waiting"_s;
    QTest::newRow("paused") << JobWait::Paused << u"Paused"_s << u"paused"_s;
    QTest::newRow("network") << JobWait::Network << u"Waits for the network; goes on by itself"_s << u"waiting"_s;
    QTest::newRow("rate") << JobWait::RateLimit << u"The Hub asks for a pause: 42 s left"_s << u"waiting"_s;
    QTest::newRow("space") << JobWait::Space << u"The disk is full: goes on when there is space again"_s
                           << u"needs you"_s;
    QTest::newRow("token") << JobWait::Token << u"Needs a token of the Hub"_s << u"needs you"_s;
    QTest::newRow("schedule") << JobWait::Schedule << u"Waits for the hours set for fetching"_s << u"waiting"_s;
    QTest::newRow("unplugged") << JobWait::UnpluggedStore
                               << u"The drive of its store is not there: goes on when it is plugged in"_s
                               << u"needs you"_s;
}

void TestTransfersModel::saysEachWait()
{
    QFETCH(const JobWait, wait);
    auto job = makeWaiting(1, u"a/one"_s, wait);
    job.waitMs = wait == JobWait::RateLimit ? 41'500 : 0;
    TransfersModel model;
    model.setJobs({job});
    QTEST(textAt(model, 1, TransfersModel::JobColumn, SecondLineRole), "line");
    QTEST(textAt(model, 1, TransfersModel::ProgressColumn), "chip");
}

void TestTransfersModel::saysWhatGoesOn()
{
    auto job = makeRunning(1, u"acme/Orion-70B"_s, 0.6, 88.1e6);
    QCOMPARE(lineOf(job), u"18 of 30 files · model-00012-of-00030.safetensors"_s);
    QCOMPARE(JobWords::title(job.job), u"acme/Orion-70B"_s);
    job.job.repo.kind = RepoKind::Dataset;
    job.job.filesTotal = 20'331;
    job.files.clear();
    QCOMPARE(lineOf(job), u"dataset · 18 of 20,331 files"_s);
    job.job.type = JobType::Verify;
    QCOMPARE(lineOf(job), u"dataset · Verifying 18 of 20,331 files"_s);
    job.job.repo.kind = RepoKind::Model;
    job.job.type = JobType::Archive;
    job.job.state = JobState::Planning;
    QCOMPARE(lineOf(job), u"Asking the Hub for the files"_s);
    job.job.state = JobState::Finishing;
    QCOMPARE(lineOf(job), u"Putting it into the store"_s);
    job.job.state = JobState::Completed;
    job.job.filesTotal = 30;
    QCOMPARE(lineOf(job), u"done 3 min ago · 30 files · 141 GB"_s);
    job.job.type = JobType::Verify;
    QCOMPARE(lineOf(job), u"verified 3 min ago · 30 files · 141 GB"_s);
    job.job.state = JobState::Cancelled;
    QCOMPARE(lineOf(job), u"cancelled 3 min ago"_s);
    job.job.updatedAt = isoTime(QDateTime::currentDateTimeUtc().addDays(-3));
    QCOMPARE(lineOf(job), u"cancelled 3 days ago"_s);
    job.job.updatedAt = isoNow();
    QCOMPARE(lineOf(job), u"cancelled just now"_s);
    job.job.state = JobState::Completed;
    QCOMPARE(lineOf(job), u"verified just now · 30 files · 141 GB"_s);
    job.job.type = JobType::Archive;
    QCOMPARE(lineOf(job), u"done just now · 30 files · 141 GB"_s);
    QCOMPARE(lineOf(makeFailed(1, u"a/b"_s, u"gated"_s, u"It is\n gated."_s)), u"It is gated."_s);
}

void TestTransfersModel::speaksOfBundles()
{
    auto job = makeExport(1, {u"acme/tiny"_s}, u"/media/disk/tiny.tar.zst"_s, JobState::Queued);
    job.job.repo.kind = RepoKind::Dataset; // the title says enough
    QCOMPARE(JobWords::title(job.job), u"Export of acme/tiny"_s);
    QCOMPARE(lineOf(job), u"Waits for its turn · 4.0 GB · to /media/disk/tiny.tar.zst"_s);
    job.job.state = JobState::Planning;
    QCOMPARE(lineOf(job), u"Getting ready · to /media/disk/tiny.tar.zst"_s);
    job.job.state = JobState::Running;
    job.job.filesDone = 3;
    QCOMPARE(lineOf(job), u"3 of 12 files · to /media/disk/tiny.tar.zst"_s);
    job.job.state = JobState::Finishing;
    QCOMPARE(lineOf(job), u"Giving it its name · to /media/disk/tiny.tar.zst"_s);
    QCOMPARE(JobWords::actions(job), (QList{RowAction::Pause, RowAction::Cancel}));
    QCOMPARE(JobWords::folderOf(job.job), QString());
    job.job.state = JobState::Completed;
    QCOMPARE(lineOf(job), u"done 3 min ago · 12 files · 4.0 GB · to /media/disk/tiny.tar.zst"_s);
    QCOMPARE(JobWords::actions(job), QList{RowAction::OpenFolder});
    QCOMPARE(JobWords::folderOf(job.job), u"/media/disk"_s);

    auto folder = makeExport(2, {u"acme/a"_s, u"acme/b"_s, u"acme/c"_s}, u"/media/disk/three"_s, JobState::Completed);
    QCOMPARE(JobWords::title(folder.job), u"Export of 3 snapshots"_s);
    QCOMPARE(JobWords::folderOf(folder.job), u"/media/disk/three"_s);

    auto import = makeImport(3, u"/media/disk/tiny.tar.zst"_s, JobState::Running);
    QCOMPARE(JobWords::title(import.job), u"Import of tiny.tar.zst"_s);
    QCOMPARE(lineOf(import), u"0 of 12 files · from /media/disk"_s);
    import.job.state = JobState::Finishing;
    QCOMPARE(lineOf(import), u"Putting it into the store"_s);
    import.job.state = JobState::Completed;
    QCOMPARE(JobWords::actions(import), QList<RowAction>());
}

void TestTransfersModel::tellsBundlesApart()
{
    // The same first snapshot, but another target: the first one's failure is still one.
    TransfersModel model;
    auto failed = makeExport(1, {u"acme/tiny"_s}, u"/media/disk/tiny.tar.zst"_s, JobState::Failed);
    failed.job.error = Error{ErrorKind::Disk, u"disk_full"_s, u"The disk is full."_s, {}, Retry::NeedsUser};
    auto other = makeExport(2, {u"acme/tiny"_s}, u"/media/other/tiny.tar.zst"_s, JobState::Queued);
    model.setJobs({other, failed});
    QCOMPARE(model.summary().needUser, 1);
    // An export fetches nothing.
    QCOMPARE(model.progressOf({RepoKind::Model, u"acme/tiny"_s}, {}), -1.0);
    other = makeExport(2, {u"acme/tiny"_s}, u"/media/disk/tiny.tar.zst"_s, JobState::Queued);
    model.setJobs({other, failed});
    QCOMPARE(model.summary().needUser, 0);

    // A store is of no help to it.
    const Message message = JobWords::message(failed, {});
    QCOMPARE(message.text, u"Export of acme/tiny: The disk is full."_s);
    QCOMPARE(message.step, NextStep::Retry);
    QCOMPARE(message.other, NextStep::None);
}

void TestTransfersModel::refusedImport()
{
    auto import = makeImport(3, u"/media/disk/tiny.tar.zst"_s, JobState::Failed);
    import.job.error =
        Error{ErrorKind::Integrity, u"bad_bundle"_s,
              u"The entry “../x” leads out of the bundle. Nothing of it was kept."_s, u"entry 17"_s, Retry::Never};
    const Message message = JobWords::message(import, {});
    QCOMPARE(message.tint, Tint::Wrong);
    QCOMPARE(message.text,
             u"Import of tiny.tar.zst: The entry “../x” leads out of the bundle. Nothing of it was kept."_s);
    for (const QString& part :
         {u"import"_s, u"from /media/disk/tiny.tar.zst"_s, u"bad_bundle"_s, u"“../x”"_s, u"entry 17"_s})
        QVERIFY2(message.detail.contains(part), qPrintable(message.detail));
    QCOMPARE(JobWords::actions(import), QList{RowAction::Retry});
}

void TestTransfersModel::paintsStates()
{
    TransfersModel model;
    auto held = makeRunning(3, u"a/three"_s, 0.5, 0);
    held.job.wantPaused = true;
    model.setJobs({makeRunning(1, u"a/one"_s, 0.4227, 88.1e6), makeJob(2, u"a/two"_s, JobState::Planning), held,
                   makeFailed(4, u"a/four"_s, u"x"_s, u"Bad."_s, ErrorKind::Integrity, Retry::Never)});
    using Model = TransfersModel;
    QCOMPARE(textAt(model, 1, Model::ProgressColumn), u"59.6 of 141 GB"_s);
    QCOMPARE(textAt(model, 1, Model::RateColumn), u"88.1 MB/s"_s);
    QCOMPARE(textAt(model, 1, Model::TimeLeftColumn), u"15 min"_s);
    QCOMPARE(textAt(model, 2, Model::ProgressColumn), u"preparing"_s);
    QCOMPARE(textAt(model, 3, Model::ProgressColumn), u"paused · 70.5 of 141 GB"_s);
    QCOMPARE(model.indexOf(3).siblingAtColumn(Model::ProgressColumn).data(PausedRole).toBool(), true);
    QCOMPARE(textAt(model, 3, Model::RateColumn), QString());
    QCOMPARE(textAt(model, 4, Model::ProgressColumn), u"failed"_s);
    QVERIFY(!model.indexOf(4).siblingAtColumn(Model::ProgressColumn).data(ProgressRole).isValid());
    QCOMPARE(JobWords::bytes(900'000'000, 4'400'000'000), u"900 MB of 4.4 GB"_s);
    const auto actions = [&](qint64 id) {
        return model.indexOf(id).data(Model::RowActionsRole).value<QList<RowAction>>();
    };
    QCOMPARE(actions(1), (QList{RowAction::Pause, RowAction::Cancel}));
    QCOMPARE(actions(3), (QList{RowAction::Resume, RowAction::Cancel}));
    QCOMPARE(actions(4), (QList{RowAction::Retry}));
}

void TestTransfersModel::speaks()
{
    TransfersModel model;
    auto held = makeRunning(2, u"a/two"_s, 0.5, 0);
    held.job.wantPaused = true;
    model.setJobs({makeRunning(1, u"a/one"_s, 0.42, 1e6), held, makeFailed(3, u"a/three"_s, u"gated"_s, u"Gated."_s)});
    const auto spoken = [&](qint64 id, int column) { return textAt(model, id, column, Qt::AccessibleTextRole); };
    QCOMPARE(spoken(1, TransfersModel::ProgressColumn), u"running, 42 %"_s);
    QCOMPARE(spoken(2, TransfersModel::ProgressColumn), u"paused, 50 %"_s);
    QCOMPARE(spoken(3, TransfersModel::ProgressColumn), u"needs you"_s);
    QCOMPARE(spoken(2, TransfersModel::ActionsColumn), u"Resume, Cancel"_s);
    QCOMPARE(spoken(3, TransfersModel::JobColumn), u"a/three, Gated."_s);
}

void TestTransfersModel::drops()
{
    TransfersModel model;
    model.setJobs({makeJob(1, u"a/one"_s), makeJob(2, u"a/two"_s), makeJob(3, u"a/three"_s),
                   makeJob(9, u"a/old"_s, JobState::Completed)});
    QSignalSpy moves(&model, &TransfersModel::moveRequested);
    const auto drag = [&](const QList<qint64>& ids) {
        QModelIndexList indexes;
        for (const qint64 id : ids)
            indexes.append(model.indexOf(id));
        return std::unique_ptr<QMimeData>(model.mimeData(indexes));
    };
    QVERIFY(model.dropMimeData(drag({3}).get(), Qt::MoveAction, 0, 0, {}));
    QCOMPARE(moves.takeFirst(), (QVariantList{QVariant::fromValue(QList<qint64>{3}), 1}));
    QVERIFY(model.dropMimeData(drag({2, 1}).get(), Qt::MoveAction, 1, 0, {}));
    QCOMPARE(moves.takeFirst(), (QVariantList{QVariant::fromValue(QList<qint64>{1, 2}), 3}));
    QVERIFY(model.dropMimeData(drag({1}).get(), Qt::MoveAction, -1, -1, {}));
    QCOMPARE(moves.takeFirst(), (QVariantList{QVariant::fromValue(QList<qint64>{1}), 0}));
    QVERIFY(model.dropMimeData(drag({1}).get(), Qt::MoveAction, 4, 0, {})); // below the finished ones: last to run
    QCOMPARE(moves.takeFirst(), (QVariantList{QVariant::fromValue(QList<qint64>{1}), 0}));
    QVERIFY(!drag({9}));
    QVERIFY(!model.flags(model.indexOf(9)).testFlag(Qt::ItemIsDragEnabled));
    QVERIFY(model.flags(model.indexOf(1)).testFlag(Qt::ItemIsDragEnabled));
    QVERIFY(!model.dropMimeData(drag({1}).get(), Qt::MoveAction, 0, 0, model.indexOf(2)));
    QMimeData text;
    text.setText(u"acme/Orion"_s);
    QVERIFY(!model.canDropMimeData(&text, Qt::MoveAction, 0, 0, {}));
}

void TestTransfersModel::takesThousands()
{
    TransfersModel model;
    QList<JobStatus> jobs;
    for (qint64 id = 1; id <= 5000; ++id)
        jobs.append(makeJob(id, u"acme/model-%1"_s.arg(id)));
    const QSignalSpy inserted(&model, &TransfersModel::rowsInserted);
    QSignalSpy changed(&model, &TransfersModel::dataChanged);
    model.setJobs(jobs);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(changed.size(), 0);
    model.updateJobs(jobs);
    QCOMPARE(changed.size(), 1); // one for all that lie side by side
    changed.clear();
    model.updateJobs({jobs[10], jobs[4000], jobs[11], jobs[12]});
    QCOMPARE(changed.size(), 2);
    QCOMPARE(changed[0][0].toModelIndex().row(), 10);
    QCOMPARE(changed[0][1].toModelIndex().row(), 12);
    QCOMPARE(changed[0][1].toModelIndex().column(), TransfersModel::ColumnCount - 1);
    QCOMPARE(changed[1][0].toModelIndex().row(), 4000);

    const QSignalSpy layouts(&model, &TransfersModel::layoutChanged);
    const QSignalSpy removed(&model, &TransfersModel::rowsRemoved);
    model.setJobs(jobs.sliced(0, 2500));
    QCOMPARE(removed.size(), 1);
    QCOMPARE(layouts.size(), 0);
    std::ranges::reverse(jobs);
    model.setJobs(jobs);
    QCOMPARE(model.rowCount(), 5000);
    QCOMPARE(model.idAt(model.index(0, 0)), 5000);
}

QTEST_MAIN(TestTransfersModel)
#include "tst_transfersmodel.moc"
