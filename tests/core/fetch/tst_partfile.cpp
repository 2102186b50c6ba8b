// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtCore/QThreadPool>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "base/files.h"
#include "fetch/partfile.h"

using namespace Qt::StringLiterals;
using namespace hugger;

namespace {

constexpr qint64 bigSize = 20 * 1024 * 1024;

QByteArray pattern(qint64 size, int seed)
{
    QByteArray bytes(size, Qt::Uninitialized);
    quint32 state = static_cast<quint32>(seed) * 2654435761U + 1;
    for (qint64 i = 0; i < size; ++i) {
        state = state * 1664525U + 1013904223U;
        bytes[i] = static_cast<char>(state >> 24);
    }
    return bytes;
}

} // namespace

/// What is known after a restart, and that the hash follows whatever the order of the pieces.
class TestPartFile final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void emptyFileIsProvedAtOnce();
    void smallFileGoesOnFromItsLength();
    void piecesInAnyOrder();
    void killedProcessKnowsWhatItWrote();
    void afterAPowerCutOnlyWhatWasSynced();
    void garbledJournalsAreNotTrusted();
    void shorterPartBeatsTheJournal();
    void longerPartStartsOver();
    void startingOverForgets();

private:
    QTemporaryDir m_folder;
    QThreadPool m_pool;
    [[nodiscard]] QString stem() const { return m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())); }
};

void TestPartFile::emptyFileIsProvedAtOnce()
{
    PartFile part(stem(), 0, true, m_pool);
    const QSignalSpy hashed(&part, &PartFile::hashed);
    QVERIFY(part.open());
    QTRY_COMPARE(hashed.size(), 1);
    QCOMPARE(part.hashes()->gitSha1, "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
}

void TestPartFile::smallFileGoesOnFromItsLength()
{
    const QByteArray content = pattern(100'000, 1);
    {
        PartFile part(stem(), content.size(), true, m_pool);
        QVERIFY(part.open());
        QVERIFY(part.write(0, content.first(60'000)));
    } // no goodbye: as if killed
    PartFile part(stem(), content.size(), true, m_pool);
    const QSignalSpy hashed(&part, &PartFile::hashed);
    QVERIFY(part.open());
    QCOMPARE(part.have().frontier(), 60'000);
    QCOMPARE(part.resumedBytes(), 60'000);
    QVERIFY(part.write(60'000, content.sliced(60'000)));
    QTRY_COMPARE(hashed.size(), 1);
    QCOMPARE(part.hashes()->sha256, sha256Hex(content));
    QCOMPARE(part.hashes()->gitSha1, gitBlobSha1Hex(content));
    QVERIFY(!QFile::exists(stem() + u".journal"_s));
}

void TestPartFile::piecesInAnyOrder()
{
    const QByteArray content = pattern(bigSize, 2);
    PartFile part(stem(), bigSize, false, m_pool);
    const QSignalSpy hashed(&part, &PartFile::hashed);
    QVERIFY(part.open());
    constexpr qint64 piece = 1024 * 1024;
    for (const qint64 at : {19, 3, 0, 1, 7, 2, 4, 5, 6, 18, 17, 16, 8, 9, 10, 11, 15, 14, 13, 12})
        QVERIFY(part.write(at * piece, QByteArrayView(content).sliced(at * piece, piece)));
    QVERIFY(part.isFull());
    QTRY_COMPARE(hashed.size(), 1);
    QCOMPARE(part.hashes()->sha256, sha256Hex(content));
    QVERIFY(part.hashes()->gitSha1.isEmpty());
}

void TestPartFile::killedProcessKnowsWhatItWrote()
{
    const QByteArray content = pattern(bigSize, 3);
    qint64 wrote = 0;
    {
        PartFile part(stem(), bigSize, false, m_pool);
        QVERIFY(part.open());
        for (; wrote < 15 * 1024 * 1024; wrote += 512 * 1024)
            QVERIFY(part.write(wrote, QByteArrayView(content).sliced(wrote, 512 * 1024)));
    }
    PartFile part(stem(), bigSize, false, m_pool);
    QVERIFY(part.open());
    QVERIFY(part.have().frontier() > wrote - 4 * 1024 * 1024 - 1);
    QVERIFY(part.have().frontier() <= wrote);
}

void TestPartFile::afterAPowerCutOnlyWhatWasSynced()
{
    const QByteArray content = pattern(bigSize, 4);
    const Journal journal(stem(), bigSize);
    Extents synced;
    synced.add({0, 5'000'000});
    {
        PartFile part(stem(), bigSize, false, m_pool);
        QVERIFY(part.open());
        QVERIFY(part.write(0, QByteArrayView(content).first(12 * 1024 * 1024)));
        QVERIFY(journal.saveDurable(synced));
        QVERIFY(part.saveProgress());
    }
    // Another boot: the ranges that were only handed to the kernel mean nothing any more.
    QFile written(stem() + u".written"_s);
    QVERIFY(written.open(QIODevice::ReadWrite));
    const QByteArray other = written.readAll().replace(bootId(), "00000000-0000-0000-0000-000000000000");
    QVERIFY(written.resize(0) && written.seek(0) && written.write(other) == other.size());
    written.close();

    PartFile part(stem(), bigSize, false, m_pool);
    QVERIFY(part.open());
    QCOMPARE(part.have(), synced);
}

void TestPartFile::garbledJournalsAreNotTrusted()
{
    {
        PartFile part(stem(), bigSize, false, m_pool);
        QVERIFY(part.open());
        QVERIFY(part.write(0, QByteArray(1024, 'x')));
    }
    for (const QByteArray text :
         {"", "{", "[]", R"({"format":1,"size":20971520,"have":[[0,99999999999]]})",
          R"({"format":1,"size":7,"have":[[0,5]]})", R"({"format":2,"size":20971520,"have":[[0,5]]})"}) {
        QVERIFY(writeDurably(stem() + u".journal"_s, text));
        PartFile part(stem(), bigSize, false, m_pool);
        QVERIFY(part.open());
        QCOMPARE(part.have().total(), 0);
    }
}

void TestPartFile::shorterPartBeatsTheJournal()
{
    Extents claimed;
    claimed.add({0, 10'000'000});
    QVERIFY(Journal(stem(), bigSize).saveDurable(claimed));
    QVERIFY(writeDurably(stem() + u".part"_s, QByteArray(4'000'000, 'x')));
    PartFile part(stem(), bigSize, false, m_pool);
    QVERIFY(part.open());
    QCOMPARE(part.have().total(), 4'000'000);
}

void TestPartFile::longerPartStartsOver()
{
    QVERIFY(writeDurably(stem() + u".part"_s, QByteArray(2000, 'x')));
    PartFile part(stem(), 1000, false, m_pool);
    QVERIFY(part.open());
    QCOMPARE(part.have().total(), 0);
    QCOMPARE(QFile(stem() + u".part"_s).size(), 0);
}

void TestPartFile::startingOverForgets()
{
    const QByteArray content = pattern(bigSize, 5);
    PartFile part(stem(), bigSize, false, m_pool);
    const QSignalSpy hashed(&part, &PartFile::hashed);
    QVERIFY(part.open());
    // Wrong bytes, whose hashing may be under way when everything begins anew.
    QVERIFY(part.write(0, QByteArray(10 * 1024 * 1024, 'x')));
    QVERIFY(part.startOver());
    QCOMPARE(part.have().total(), 0);
    QVERIFY(part.write(0, content));
    QTRY_COMPARE(hashed.size(), 1);
    QCOMPARE(part.hashes()->sha256, sha256Hex(content));
}

QTEST_GUILESS_MAIN(TestPartFile)
#include "tst_partfile.moc"
