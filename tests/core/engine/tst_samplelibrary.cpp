// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/practicehubprocess.h"
#include "support/samplelibrary.h"
#include "support/samplesnapshot.h"
#include "support/watchdog.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <chrono>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace hugger;
using namespace hugger::test;

/// What the tests of the window stand on.
class SampleLibraryTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void looksLivedIn();
    void holdsManyRows();
    void hubAnswers();
    void watchdogSeesStalls();
};

void SampleLibraryTest::looksLivedIn()
{
    const QTemporaryDir folder;
    makeSampleLibrary(folder.path());
    const auto library = must(Library::open(folder.path(), Library::Access::ReadWrite));
    QVERIFY2(library->notices().isEmpty(), qPrintable(library->notices().join(u' ')));
    const auto rows = must(library->catalog().list({}));
    QCOMPARE(rows.size(), 11);
    qsizetype unplugged = 0;
    for (const SnapshotRow& row : rows) {
        const auto record = library->record(row);
        if (record)
            QCOMPARE(record->bytes(), row.bytes);
        else
            QCOMPARE(record.error().code, u"store_unplugged");
        unplugged += record ? 0 : 1;
    }
    QCOMPARE(unplugged, 1);
    QCOMPARE(must(library->catalog().matching(u"support desk"_s)).size(), 1);
    QCOMPARE(must(library->state().jobs(10)).size(), sampleTransfers().size());

    const auto partial = must(library->find({RepoKind::Model, u"acme/Orion-70B"_s}, {}));
    QVERIFY(!partial.first().complete);
    const auto listing = must(Records(must(library->store({}))).listing(partial.first().key));
    QCOMPARE(listing.size(), 30);
}

void SampleLibraryTest::holdsManyRows()
{
    const QTemporaryDir folder;
    makeHugeCatalog(folder.path(), 3000);
    makeLongQueue(folder.path(), 500, true);
    const auto library = must(Library::open(folder.path(), Library::Access::ReadWrite));
    QVERIFY2(library->notices().isEmpty(), qPrintable(library->notices().join(u' ')));
    QCOMPARE(must(library->catalog().list({})).size(), 3000);
    QCOMPARE(must(library->catalog().matching(u"needle"_s)).size(), 3);
    QCOMPARE(must(library->state().jobs(0)).size(), 500);
}

void SampleLibraryTest::hubAnswers()
{
    PracticeHubProcess hub({u"--samples"_s, u"none"_s});
    QVERIFY(hub.endpoint().isValid());
    QVERIFY(hub.token(u"alice"_s).startsWith("hf_"));
    hub.addRepo(u"acme/small"_s, {hubText(u"README.md"_s, u"# Small"_s), hubFile(u"model.safetensors"_s, 100'000)});
    QCOMPARE(hub.call("GET", u"repos"_s).toArray().size(), 1);
    hub.throttle(1000);
    QVERIFY(!hub.addFault({{u"route"_s, u"tree"_s}}, {{u"type"_s, u"status"_s}, {u"status"_s, 503}}).isEmpty());
    hub.clearFaults();
}

void SampleLibraryTest::watchdogSeesStalls()
{
    Watchdog watchdog;
    QTest::qWait(30);
    (void)watchdog.takeLongest();
    const QDeadlineTimer stalled(150ms);
    while (!stalled.hasExpired()) {}
    QTest::qWait(30);
    QVERIFY(watchdog.takeLongest() >= 100ms);
    QTest::qWait(30);
    QVERIFY(residentBytes() > 0 || !QFile::exists(u"/proc/self/status"_s));
}

QTEST_GUILESS_MAIN(SampleLibraryTest)
#include "tst_samplelibrary.moc"
