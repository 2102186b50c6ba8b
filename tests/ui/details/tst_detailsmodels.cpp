// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include "ui/details/eventsmodel.h"
#include "ui/details/filesmodel.h"
#include "ui/details/revisionsmodel.h"
#include "ui/widgets/delegates.h"

#include <QtCore/QMimeData>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace hugger;
using namespace std::chrono_literals;
using namespace hugger::test;

using Mode = QAbstractItemModelTester::FailureReportingMode;

class TestDetailsModels final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void files();
    void filesFiltered();
    void filesNotHeld();
    void filesDragged();
    void oddNames();
    void manyFiles();
    void revisions();
    void manyChanges();
    void events();
};

void TestDetailsModels::files()
{
    FilesModel model;
    const QAbstractItemModelTester tester(&model, Mode::Fatal);
    QSignalSpy built(&model, &FilesModel::built);
    const SnapshotDetails details = sampleDetails();
    model.setFiles(details.record.files, {}, details.folder);
    QTRY_VERIFY(!built.isEmpty());
    built.clear();
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.append(model.index(row, 0).data().toString());
    QCOMPARE(names,
             QStringList({u"figures"_s, u"tokenizer"_s, u"config.json"_s, u"LICENSE"_s,
                          u"model-00001-of-00003.safetensors"_s, u"model-00002-of-00003.safetensors"_s,
                          u"model-00003-of-00003.safetensors"_s, u"README.md"_s}));
    const QModelIndex tokenizer = model.index(1, 0);
    QCOMPARE(model.rowCount(tokenizer), 2);
    QCOMPARE(model.index(1, FilesModel::Size).data().toString(), u"10.8 MB"_s);
    const QModelIndex merges = model.index(0, 0, tokenizer);
    QCOMPARE(model.path(merges), u"tokenizer/merges.txt"_s);
    QCOMPARE(model.pathOnDisk(merges), details.folder + u"/tokenizer/merges.txt"_s);
    QCOMPARE(model.sha256(merges).size(), 64);
    const QModelIndex hash = merges.siblingAtColumn(FilesModel::Sha256);
    QVERIFY(model.sha256(merges).startsWith(hash.data().toString()));
    QCOMPARE(hash.data(Qt::ToolTipRole).toString(), model.sha256(merges));
    QCOMPARE(model.indexOf(u"tokenizer/merges.txt"_s), merges);
    QVERIFY(!model.indexOf(u"tokenizer/nothing"_s).isValid());

    // The same files again: nothing moves.
    QSignalSpy reset(&model, &FilesModel::modelReset);
    model.setFiles(details.record.files, {}, details.folder);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(built.size(), 1);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    built.clear();
    // A filter of no files makes nothing of them; files that are asked for twice are built once.
    model.setFilter(u"config"_s);
    model.setFilter({});
    model.setFiles(details.record.files, {}, details.folder);
    model.setFiles(details.record.files, {}, details.folder);
    QCOMPARE(built.size(), 0);
    QTRY_COMPARE(model.rowCount(), 8);
    QCOMPARE(built.size(), 1);
}

void TestDetailsModels::filesFiltered()
{
    FilesModel model;
    const QAbstractItemModelTester tester(&model, Mode::Fatal);
    QSignalSpy built(&model, &FilesModel::built);
    const SnapshotDetails details = sampleDetails();
    model.setFiles(details.record.files, {}, details.folder);
    model.setFilter(u"TOKEN json"_s);
    QTRY_COMPARE(model.rowCount(), 1);
    built.clear();
    QCOMPARE(model.rowCount(model.index(0, 0)), 1);
    QCOMPARE(model.sha256(model.index(0, 0, model.index(0, 0))),
             QString::fromLatin1(details.record.files.last().sha256));
    model.setFilter(u"nothing has this name"_s);
    QTRY_VERIFY(!built.isEmpty());
    built.clear();
    QCOMPARE(model.rowCount(), 0);
    model.setFilter({});
    QTRY_VERIFY(!built.isEmpty());
    built.clear();
    QCOMPARE(model.rowCount(), 8);
}

void TestDetailsModels::filesNotHeld()
{
    FilesModel model;
    const QAbstractItemModelTester tester(&model, Mode::Fatal);
    QSignalSpy built(&model, &FilesModel::built);
    const SnapshotDetails details = partialDetails();
    model.setFiles(details.record.files, details.lacking, details.folder);
    QTRY_VERIFY(!built.isEmpty());
    built.clear();
    const QModelIndex folder = model.indexOf(u"full"_s);
    QCOMPARE(folder.siblingAtColumn(FilesModel::Sha256).data().toString(), u"not held"_s);
    QCOMPARE(folder.siblingAtColumn(FilesModel::Size).data().toString(), u"8.5 GB"_s);
    const QModelIndex lacking = model.indexOf(u"Kestrel-Q8_0.gguf"_s);
    QVERIFY(lacking.data(Qt::ForegroundRole).isValid());
    QVERIFY(model.pathOnDisk(lacking).isEmpty());
    QVERIFY(!model.flags(lacking).testFlag(Qt::ItemIsDragEnabled));
    QVERIFY(model.flags(model.indexOf(u"README.md"_s)).testFlag(Qt::ItemIsDragEnabled));
}

void TestDetailsModels::filesDragged()
{
    FilesModel model;
    QSignalSpy built(&model, &FilesModel::built);
    const SnapshotDetails details = sampleDetails();
    model.setFiles(details.record.files, {}, details.folder);
    QTRY_VERIFY(!built.isEmpty());
    built.clear();
    const QModelIndex readme = model.indexOf(u"README.md"_s);
    const std::unique_ptr<QMimeData> mime(
        model.mimeData({readme, readme.siblingAtColumn(1), model.indexOf(u"tokenizer"_s)}));
    QCOMPARE(mime->urls(),
             QList<QUrl>({QUrl::fromLocalFile(details.folder + u"/README.md"_s),
                          QUrl::fromLocalFile(details.folder + u"/tokenizer"_s)}));
    model.setFiles(details.record.files, {}, {});
    QCOMPARE(model.mimeData({readme}), nullptr);
}

void TestDetailsModels::oddNames()
{
    FilesModel model;
    const QAbstractItemModelTester tester(&model, Mode::Fatal);
    QSignalSpy built(&model, &FilesModel::built);
    const QString turned = u"a\u202Egnp.exe"_s;
    model.setFiles({heldFile(turned, 1), heldFile(u"A"_s, 1), heldFile(u"a"_s, 2)}, {}, u"/x"_s);
    QTRY_VERIFY(!built.isEmpty());
    built.clear();
    QCOMPARE(model.rowCount(), 3);
    const QModelIndex index = model.indexOf(turned);
    QVERIFY(index.isValid());
    QVERIFY(!index.data().toString().contains(QChar(0x202E)));
    QCOMPARE(model.path(index), turned);
}

void TestDetailsModels::manyFiles()
{
    QList<HeldFile> files;
    const HeldFile sample = heldFile(u"x"_s, 1000);
    for (int i = 0; i < 100'000; ++i) {
        files.append(sample);
        files.last().path = u"data/train/%1/%2.jpg"_s.arg(i / 1000).arg(i, 6, 10, '0'_L1);
    }
    FilesModel model;
    QSignalSpy built(&model, &FilesModel::built);
    model.setFiles(files, {}, u"/x"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!built.isEmpty(), 30s);
    built.clear();
    QCOMPARE(model.index(0, FilesModel::Size).data().toString(), u"100 MB"_s);
    const QModelIndex train = model.indexOf(u"data/train"_s);
    QCOMPARE(model.rowCount(train), 100);
    QVERIFY(model.indexOf(u"data/train/57/057123.jpg"_s).isValid());
}

void TestDetailsModels::revisions()
{
    RevisionsModel model;
    const QAbstractItemModelTester tester(&model, Mode::Fatal);
    model.setHistory(sampleHistory());
    QCOMPARE(model.rowCount(), 3);
    const QModelIndex newest = model.index(0, 0);
    QVERIFY(newest.data().toString().startsWith(u"main at 8f3c21e · "_s));
    QCOMPARE(newest.data(SecondLineRole).toString(), u"1 added, 2 changed, 1 removed, 14.5 GB less"_s);
    QVERIFY(newest.data(Qt::AccessibleTextRole).toString().endsWith(u"License changed"_s));
    QVERIFY(newest.data(Qt::DecorationRole).isValid());
    QCOMPARE(model.rowCount(newest), 5);
    QCOMPARE(model.index(0, 0, newest).data().toString(), u"License changed"_s);
    QCOMPARE(model.index(0, 0, newest).data(SecondLineRole).toString(), u"mit before, apache-2.0 from here on"_s);
    QCOMPARE(model.index(4, 0, newest).data().toString(), u"pytorch_model.bin"_s);
    QCOMPARE(model.index(4, 0, newest).data(SecondLineRole).toString(), u"removed, 14.5 GB"_s);
    QCOMPARE(model.index(2, 0, newest).data(SecondLineRole).toString(), u"changed, 8.2 kB, was 8.0 kB"_s);
    QCOMPARE(model.rowOf(newest), 7);
    QCOMPARE(model.rowOf(model.index(3, 0, newest)), 0);
    QCOMPARE(model.indexOf(5), model.index(2, 0));
    QVERIFY(model.index(2, 0).data().toString().startsWith(u"refs/pr/3 at "_s));
    QCOMPARE(model.index(2, 0).data(SecondLineRole).toString(), u"The oldest held, 14.5 GB"_s);

    // An unplugged store keeps its records to itself: nothing is claimed about what changed.
    QList<RevisionStep> steps = sampleHistory();
    steps[0].changes.clear();
    steps[1].lastModified.clear();
    model.setHistory(steps);
    QCOMPARE(model.index(0, 0).data(SecondLineRole).toString(), u"What changed is not known, 14.5 GB"_s);
    model.setHistory({});
    QCOMPARE(model.rowCount(), 0);
}

void TestDetailsModels::manyChanges()
{
    RevisionsModel model;
    const QAbstractItemModelTester tester(&model, Mode::Fatal);
    QList<RevisionStep> steps = sampleHistory();
    steps[0].changes.fill({FileChange::Kind::Added, u"some.jpg"_s, 0, 10}, 5000);
    model.setHistory(steps);
    const QModelIndex newest = model.index(0, 0);
    QCOMPARE(model.rowCount(newest), 1002);
    QCOMPARE(model.index(1001, 0, newest).data().toString(), u"and 4,000 more files"_s);
}

void TestDetailsModels::events()
{
    EventsModel model;
    const QAbstractItemModelTester tester(&model, Mode::Fatal);
    model.setEvents(sampleEvents());
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.index(0, 0).data().toString(), u"License changed upstream"_s);
    QCOMPARE(model.index(0, 0).data(SecondLineRole).toString(), u"apache-2.0, then cc-by-nc-4.0"_s);
    QCOMPARE(model.index(3, 0).data().toString(), u"some_day"_s);
    QCOMPARE(model.index(0, 1).data(SecondLineRole).toString(), u"8f3c21e"_s);
    Event odd;
    odd.detail = u"<img src=x>"_s;
    model.setEvents({odd});
    QVERIFY(model.index(0, 0).data(Qt::ToolTipRole).toString().contains(u"&lt;img"_s));
    model.setEvents({});
    QCOMPARE(model.rowCount(), 0);
    for (const QString& type :
         {u"archived"_s, u"imported"_s, u"verified"_s, u"damaged"_s, u"removed"_s, u"restored"_s, u"new_commit"_s,
          u"ref_moved"_s, u"history_rewritten"_s, u"renamed"_s, u"gated"_s, u"ungated"_s, u"disabled"_s, u"gone"_s,
          u"license_changed"_s, u"card_changed"_s, u"back"_s})
        QVERIFY2(EventsModel::typeText(type) != type, qPrintable(type));
}

QTEST_MAIN(TestDetailsModels)
#include "tst_detailsmodels.moc"
