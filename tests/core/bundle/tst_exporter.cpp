// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exportfixture.h"

#include "bundle/bag.h"
#include "bundle/bundleindex.h"
#include "bundle/holdings.h"

#include <QtCore/QRandomGenerator>
#include <QtCore/QScopeGuard>
#include <QtCore/QtEndian>

#include <sys/file.h>
#include <thread>

using namespace hugger;
using namespace hugger::test;

namespace {

const QByteArray folderA = "data/models/acme/a/" + QByteArray(40, 'a') + '/';
const QByteArray folderB = "data/models/acme/b/" + QByteArray(40, 'b') + '/';

QString inA(const QString& path)
{
    return QString::fromUtf8(folderA) + path;
}

/// Bytes that do not get smaller.
QByteArray noise(qsizetype size)
{
    QByteArray bytes((size + 3) / 4 * 4, Qt::Uninitialized);
    QRandomGenerator dice(1);
    for (qsizetype at = 0; at < bytes.size(); at += 4)
        qToLittleEndian(dice.generate(), bytes.data() + at);
    return bytes.first(size);
}

} // namespace

class ExporterTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { qunsetenv("SOURCE_DATE_EPOCH"); }

    void everyFormatHoldsTheSame_data();
    void everyFormatHoldsTheSame();
    void aPartIsAPart();
    void oddNamesGoByTheirContent();
    void theLoopOfThePagePutsEveryFileInItsPlace();
    void sharedContentIsThereOnce();
    void equalWishesGiveEqualBytes_data();
    void equalWishesGiveEqualBytes();
    void volumesJoin();
    void whatTheOtherSideHoldsIsLeftOut();
    void damagedContentIsNotCarried_data();
    void damagedContentIsNotCarried();
    void whatIsKnownToBeDamagedIsRefusedAtOnce();
    void stoppedLeavesNothing_data();
    void stoppedLeavesNothing();
    void leftoversAreReplaced_data();
    void leftoversAreReplaced();
    void aRunningExportIsLeftAlone_data();
    void aRunningExportIsLeftAlone();
    void badTargetsAreRefused();
    void aStoreThatIsNotThereIsSaidSo();
};

void ExporterTest::everyFormatHoldsTheSame_data()
{
    QTest::addColumn<QString>("name");
    for (const QString& name : {u"b"_s, u"b.tar"_s, u"b.tar.zst"_s, u"b.tar.gz"_s, u"b.zip"_s, u"Bündel v1.2 你.tar"_s})
        QTest::newRow(qPrintable(name)) << name;
}

void ExporterTest::everyFormatHoldsTheSame()
{
    QFETCH(QString, name);
    Shelf shelf;
    const QByteArray big = noise(3 * 1024 * 1024 + 7);
    const QByteArray block = noise(1024 * 1024); // ends with a block of the reader
    const QString longName = QString(120, u'x') + u'/' + QString(200, u'y') + u".txt"_s;
    const Contents contents{{u"README.md"_s, "# Hello\n"},     {u"empty.txt"_s, ""},
                            {u"sub/model.safetensors"_s, big}, {u"block.bin"_s, block},
                            {u"Grüße/你好.txt"_s, "odd"},      {longName, "long"}};
    const HeldSnapshot held = shelf.keep(u"acme/a"_s, 'a', contents);
    const auto done = shelf.carry(shelf.wish({held}, name));
    VERIFY_OK(done);
    QCOMPARE(shelf.outside(), QStringList{name});
    QCOMPARE(done->volumes, QFileInfo(done->target).isDir() ? QStringList() : QStringList{done->target});
    QCOMPARE(shelf.progress->bytesDone.load(), done->look.payloadBytes);
    QCOMPARE(shelf.progress->filesDone.load(), 6);
    if (!QFileInfo(done->target).isDir())
        QCOMPARE(done->writtenBytes, QFileInfo(done->target).size());

    const auto files = unpacked(done->target);
    for (const auto& [path, bytes] : contents)
        QVERIFY2(files.value(inA(path), "?") == bytes, qPrintable(path));
    QCOMPARE(troubleOf(files, u"manifest-sha256.txt"_s, u"data/"_s), QString());
    QCOMPARE(troubleOf(files, u"tagmanifest-sha256.txt"_s, u"records/"_s), QString());
    const QString records = u"records/models/acme/a/"_s + QString(40, u'a') + u'/';
    const QString kept = Records(*shelf.store).folderOf(held.key);
    for (const QString& file : {u"record.json"_s, u"SHA256SUMS"_s, u"hub/info.json"_s})
        QCOMPARE(files.value(records + file), readFile(kept + u'/' + file));
    QCOMPARE(files.size(), 6 + 6 + 3);

    VERIFY_OK(checkBagDeclaration(files.value(u"bagit.txt"_s)));
    const auto facts = parseBagInfo(files.value(u"bag-info.txt"_s));
    VERIFY_OK(facts);
    QCOMPARE(payloadOxum(*facts).value_or(std::nullopt), (PayloadOxum{done->look.payloadBytes, 6}));
    QVERIFY(facts->contains({u"External-Identifier"_s, u"http://127.0.0.1:1/acme/a/tree/"_s + QString(40, u'a')}));
    const auto index = BundleIndex::fromBytes(files.value(u"hugger-bundle.json"_s));
    VERIFY_OK(index);
    QCOMPARE(index->snapshots.size(), 1);
    QCOMPARE(index->snapshots[0].key, held.key);
    QVERIFY(index->snapshots[0].isComplete);
    QCOMPARE(index->payloadBytes, done->look.payloadBytes);
    if (QFileInfo(done->target).isDir())
        QCOMPARE(QFileInfo(done->target + u'/' + inA(u"README.md"_s)).lastModified().toUTC(),
                 QDateTime::fromString(u"2026-11-20T21:30:23Z"_s, Qt::ISODate));
}

void ExporterTest::aPartIsAPart()
{
    Shelf shelf;
    auto files = hold(*shelf.store, {{u"a.txt"_s, "1"}});
    VERIFY_OK(files);
    Record record = recordOf(u"acme/a"_s, commitOf('a'), *files);
    record.listedFiles = 9;
    record.listedBytes = 900;
    record.selections = {{{u"*.txt"_s}, {}}};
    const auto done = shelf.carry(shelf.wish({shelf.keep(record)}, u"b"_s));
    VERIFY_OK(done);
    const auto index = BundleIndex::fromBytes(unpacked(done->target).value(u"hugger-bundle.json"_s));
    VERIFY_OK(index);
    QVERIFY(!index->snapshots[0].isComplete);
    QCOMPARE(index->snapshots[0].files, 1);
    QVERIFY(
        unpacked(done->target).value(u"HOW-TO-USE-THIS.txt"_s).contains("1 files, 1 B (a selection, not all of it)"));
}

void ExporterTest::oddNamesGoByTheirContent()
{
    Shelf shelf;
    Contents contents{{u"plain.txt"_s, "0"}};
    const QStringList odd{u"50%.txt"_s,  u"aa:b"_s,      u"a*b"_s,         u"what?.md"_s,       u"\"q\""_s,
                          u"<x>"_s,      u"a|b"_s,       u"Plain.TXT"_s,   u"straße/x"_s,       u"STRASSE/X"_s,
                          u"n/\u00e9"_s, u"n/e\u0301"_s, u"PLAIN.txt/x"_s, u"ends with\u00a0"_s};
    for (const QString& path : odd)
        contents.append({path, path.toUtf8()});
    // A file and a folder that would be one name: the listing check of archiving lets them through, as they differ.
    const auto done = shelf.carry(shelf.wish({shelf.keep(u"acme/a"_s, 'a', contents)}, u"b.zip"_s));
    VERIFY_OK(done);
    const auto files = unpacked(done->target);
    const auto names = parseOtherNames(files.value(u"other-names.txt"_s));
    VERIFY_OK(names);
    QStringList moved;
    for (const OtherName& name : *names) {
        QCOMPARE(name.at, bundleObjectPath(name.sha256));
        QCOMPARE(sha256Hex(files.value(QString::fromUtf8(name.at))), name.sha256);
        moved.append(QString::fromUtf8(name.wanted.sliced(folderA.size())));
    }
    // Of two that are one on some disk, the first stays.
    const QSet<QString> stay{u"PLAIN.txt/x"_s, u"STRASSE/X"_s, u"n/\u00e9"_s};
    QSet<QString> expected(odd.begin(), odd.end());
    expected -= stay;
    expected.insert(u"plain.txt"_s); // would be the folder of PLAIN.txt/x
    QCOMPARE(QSet<QString>(moved.begin(), moved.end()), expected);
    for (const QString& path : stay)
        QCOMPARE(files.value(inA(path), "?"), path.toUtf8());
    QCOMPARE(troubleOf(files, u"manifest-sha256.txt"_s, u"data/"_s), QString());
}

void ExporterTest::theLoopOfThePagePutsEveryFileInItsPlace()
{
    Shelf shelf;
    const Contents contents{{u"a b/50% of $HOME `x` 'q'.txt"_s, "1"},
                            {u" leading"_s, "1"},
                            {u"-n"_s, "1"},
                            {u"back*"_s, "2"},
                            {u"plain"_s, "1"},
                            {u"PLAIN"_s, "3"}};
    const auto done = shelf.carry(shelf.wish({shelf.keep(u"acme/a"_s, 'a', contents)}, u"b"_s));
    VERIFY_OK(done);
    const QString page = QString::fromUtf8(readFile(done->target + u"/HOW-TO-USE-THIS.txt"_s));
    const QString loop = page.sliced(page.indexOf(u"    tab="_s),
                                     page.indexOf(u"other-names.txt\n"_s, page.indexOf(u"    tab="_s))
                                         - page.indexOf(u"    tab="_s) + 15);
    const Ran ran = run(u"/bin/sh"_s, {u"-euc"_s, loop}, done->target);
    QCOMPARE(ran.exitCode, 0);
    QCOMPARE(ran.err, QByteArray());
    const auto files = unpacked(done->target);
    for (const auto& [path, bytes] : contents)
        QVERIFY2(files.value(inA(path), "?") == bytes, qPrintable(path));
    // And the record's own list then proves it, as the page says.
    const Ran proof = run(u"/bin/sh"_s,
                          {u"-ec"_s,
                           u"cd '%1'; sha256sum -c --quiet \"$OLDPWD\"/records/models/acme/a/%2/SHA256SUMS"_s.arg(
                               inA({}), QString(40, u'a'))},
                          done->target);
    QCOMPARE(proof.err + proof.out, QByteArray());
    QCOMPARE(proof.exitCode, 0);
}

void ExporterTest::sharedContentIsThereOnce()
{
    Shelf shelf;
    const HeldSnapshot a = shelf.keep(u"acme/a"_s, 'a', {{u"w.bin"_s, noise(5000)}, {u"copy.bin"_s, noise(5000)}});
    const HeldSnapshot b = shelf.keep(u"acme/b"_s, 'b', {{u"w.bin"_s, noise(5000)}, {u"new.txt"_s, "new"}});
    const auto done = shelf.carry(shelf.wish({a, b, a}, u"b.tar"_s));
    VERIFY_OK(done);
    QCOMPARE(done->look.snapshots, 2);
    QCOMPARE(done->look.files, 4);
    QCOMPARE(done->look.bytes, 15003);
    QCOMPARE(done->look.payloadFiles, 2);
    QCOMPARE(done->look.payloadBytes, 5003);
    const auto files = unpacked(done->target);
    QCOMPARE(files.value(inA(u"copy.bin"_s)), noise(5000));
    const auto names = parseOtherNames(files.value(u"other-names.txt"_s));
    VERIFY_OK(names);
    const QByteArray hash = sha256Hex(noise(5000));
    QCOMPARE(*names,
             (std::vector<OtherName>{{hash, folderA + "w.bin", folderA + "copy.bin"},
                                     {hash, folderB + "w.bin", folderA + "copy.bin"}}));
}

void ExporterTest::equalWishesGiveEqualBytes_data()
{
    QTest::addColumn<QString>("ending");
    for (const QString& ending : {u".tar"_s, u".tar.zst"_s, u".tar.gz"_s, u".zip"_s})
        QTest::newRow(qPrintable(ending)) << ending;
}

void ExporterTest::equalWishesGiveEqualBytes()
{
    QFETCH(QString, ending);
    qputenv("SOURCE_DATE_EPOCH", "1795000000");
    Shelf shelf;
    const HeldSnapshot held =
        shelf.keep(u"acme/a"_s, 'a', {{u"a"_s, noise(2'000'000)}, {u"z.txt"_s, QByteArray(3'000'000, 'z')}});
    ExportWish wish = shelf.wish({held}, u"b"_s + ending);
    VERIFY_OK(shelf.carry(wish));
    VERIFY_OK(renameToNew(wish.target, shelf.path(u"first"_s)));
    VERIFY_OK(shelf.carry(wish));
    QVERIFY(readFile(wish.target) == readFile(shelf.path(u"first"_s)));
    QVERIFY(readFile(wish.target).size() > 2'000'000);
}

void ExporterTest::volumesJoin()
{
    Shelf shelf;
    ExportWish wish = shelf.wish({shelf.keep(u"acme/a"_s, 'a', {{u"w.bin"_s, noise(2'500'000)}})}, u"b.tar"_s);
    wish.splitBytes = 700'000;
    const auto done = shelf.carry(wish);
    VERIFY_OK(done);
    const QStringList names{u"b.tar.001"_s, u"b.tar.002"_s, u"b.tar.003"_s, u"b.tar.004"_s, u"b.tar.sha256"_s};
    QCOMPARE(shelf.outside(), names);
    QStringList paths;
    for (const QString& name : names)
        paths.append(shelf.path(u"out/"_s + name));
    QCOMPARE(done->volumes, paths);
    QByteArray joined;
    for (const QString& path : paths.first(4)) {
        if (path != paths[3])
            QCOMPARE(QFileInfo(path).size(), 700'000);
        joined += readFile(path);
    }
    QCOMPARE(done->writtenBytes, joined.size() + QFileInfo(paths[4]).size());
    writeFile(shelf.path(u"joined.tar"_s), joined);
    QCOMPARE(unpacked(shelf.path(u"joined.tar"_s)).value(inA(u"w.bin"_s)), noise(2'500'000));
    const Ran ran = run(u"sha256sum"_s, {u"-c"_s, u"b.tar.sha256"_s}, shelf.path(u"out"_s));
    QCOMPARE(ran.exitCode, 0);
    QCOMPARE(ran.out.count(": OK"), 4);

    QVERIFY(QFile::remove(paths[0]));
    COMPARE_CODE(shelf.carry(wish), u"target_exists"_s); // the others may be somebody's, who moved the first away
    QCOMPARE(shelf.outside(), names.sliced(1));
    wish.format = BundleFormat::Folder;
    COMPARE_CODE(shelf.carry(wish), u"split_folder"_s);
}

void ExporterTest::whatTheOtherSideHoldsIsLeftOut()
{
    Shelf there;
    (void)there.keep(u"acme/a"_s, 'a', {{u"w.bin"_s, noise(5000)}, {u"other"_s, "x"}});
    const QString list = there.path(u"held.txt"_s);
    QCOMPARE(writeHoldings(*there.library, {}, list).value_or(-1), 2);

    Shelf shelf;
    const HeldSnapshot b =
        shelf.keep(u"acme/b"_s, 'b', {{u"w.bin"_s, noise(5000)}, {u"again.bin"_s, noise(5000)}, {u"new.txt"_s, "new"}});
    ExportWish wish = shelf.wish({b}, u"b.tar.gz"_s);
    wish.since = list;
    const auto look = weighExport(*shelf.library, wish);
    VERIFY_OK(look);
    QCOMPARE(look->leftOutBytes, 5000);
    QCOMPARE(look->payloadBytes, 3);
    const auto done = shelf.carry(wish);
    VERIFY_OK(done);
    const auto files = unpacked(done->target);
    QCOMPARE(troubleOf(files, u"manifest-sha256.txt"_s, u"data/"_s), QString());
    QCOMPARE(files.count(), 1 + 6 + 3);
    const auto index = BundleIndex::fromBytes(files.value(u"hugger-bundle.json"_s));
    VERIFY_OK(index);
    QCOMPARE(index->needs, (std::vector<NeededContent>{{sha256Hex(noise(5000)), 5000}}));
    QVERIFY(files.value(u"HOW-TO-USE-THIS.txt"_s).contains("THIS BUNDLE IS NOT WHOLE"));

    ExportWish nothing = shelf.wish({shelf.keep(u"acme/c"_s, 'c', {{u"w.bin"_s, noise(5000)}})}, u"c.tar"_s);
    nothing.since = list;
    COMPARE_CODE(weighExport(*shelf.library, nothing), u"nothing_to_export"_s);
    COMPARE_CODE(shelf.carry(nothing), u"nothing_to_export"_s);
    nothing.since = shelf.path(u"missing"_s);
    COMPARE_CODE(shelf.carry(nothing), u"bad_holdings"_s);
}

void ExporterTest::damagedContentIsNotCarried_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes"); // null: no file at all
    for (const QString& name : {u"b"_s, u"b.tar"_s, u"b.zip"_s}) {
        QTest::addRow("%s changed", qPrintable(name)) << name << QByteArray(5000, 'x');
        QTest::addRow("%s short", qPrintable(name)) << name << noise(4999);
        QTest::addRow("%s missing", qPrintable(name)) << name << QByteArray();
    }
}

void ExporterTest::damagedContentIsNotCarried()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    Shelf shelf;
    auto files = hold(*shelf.store, {{u"w.bin"_s, noise(5000)}, {u"a"_s, "fine"}});
    VERIFY_OK(files);
    Record record = recordOf(u"acme/a"_s, commitOf('a'), *files);
    record.verifiedAt = u"2026-11-21T00:00:00Z"_s;
    const HeldSnapshot held = shelf.keep(record);
    const QByteArray hash = sha256Hex(noise(5000));
    QVERIFY(QFile::remove(shelf.store->objectPath(hash)));
    if (!bytes.isNull())
        writeFile(shelf.store->objectPath(hash), bytes);
    COMPARE_CODE(shelf.carry(shelf.wish({held}, name)), u"damaged"_s);
    QCOMPARE(shelf.outside(), QStringList());
    QCOMPARE(shelf.library->catalog().isDamaged(held.storeId, hash).value_or(false), true);
    QCOMPARE(Records(*shelf.store).read(held.key)->verifiedAt, QString());
    QCOMPARE(shelf.library->state().events({{}, {u"damaged"_s}})->size(), 1);
}

void ExporterTest::whatIsKnownToBeDamagedIsRefusedAtOnce()
{
    Shelf shelf;
    const HeldSnapshot held = shelf.keep(u"acme/a"_s, 'a', {{u"a"_s, "fine"}});
    VERIFY_OK(shelf.library->catalog().markDamaged(held.storeId, sha256Hex("fine"), true));
    COMPARE_CODE(weighExport(*shelf.library, shelf.wish({held}, u"b.tar"_s)), u"damaged"_s);
}

void ExporterTest::stoppedLeavesNothing_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<qint64>("splitBytes");
    QTest::newRow("folder") << u"b"_s << 0LL;
    QTest::newRow("tar.zst") << u"b.tar.zst"_s << 0LL;
    QTest::newRow("zip") << u"b.zip"_s << 0LL;
    QTest::newRow("volumes") << u"b.tar"_s << 300'000LL;
}

void ExporterTest::stoppedLeavesNothing()
{
    QFETCH(QString, name);
    QFETCH(qint64, splitBytes);
    Shelf shelf;
    Contents contents;
    for (int n = 0; n < 30; ++n)
        contents.append({u"file-%1"_s.arg(n), noise(200'000 + n)});
    ExportWish wish = shelf.wish({shelf.keep(u"acme/a"_s, 'a', contents)}, name);
    wish.splitBytes = splitBytes;
    std::stop_source stop;
    // Stopped from another thread as soon as something was written.
    std::jthread watcher([&](const std::stop_token& leave) {
        while (shelf.progress->bytesDone == 0 && !leave.stop_requested())
            std::this_thread::yield();
        stop.request_stop();
    });
    COMPARE_CODE(shelf.carry(wish, stop.get_token()), u"interrupted"_s);
    QCOMPARE(shelf.outside(), QStringList());
    wish.splitBytes = 0;
    VERIFY_OK(shelf.carry(wish));
    QCOMPARE(troubleOf(unpacked(wish.target), u"manifest-sha256.txt"_s, u"data/"_s), QString());
}

void ExporterTest::leftoversAreReplaced_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<qint64>("splitBytes");
    QTest::addColumn<QStringList>("leftovers");
    QTest::addColumn<QStringList>("after");
    QTest::newRow("folder") << u"b"_s << 0LL << QStringList{u"b.part/data/x"_s, u"b.part/bagit.txt"_s}
                            << QStringList{u"b"_s};
    QTest::newRow("file") << u"b.tar"_s << 0LL << QStringList{u"b.tar.part"_s} << QStringList{u"b.tar"_s};
    QTest::newRow("volumes") << u"b.tar"_s << 20'000LL
                             << QStringList{u"b.tar.001.part"_s, u"b.tar.002"_s, u"b.tar.003.part"_s,
                                            u"b.tar.004.part"_s, u"b.tar.sha256"_s}
                             << QStringList{u"b.tar.001"_s, u"b.tar.002"_s, u"b.tar.sha256"_s};
}

void ExporterTest::leftoversAreReplaced()
{
    QFETCH(QString, name);
    QFETCH(qint64, splitBytes);
    QFETCH(QStringList, leftovers);
    QFETCH(QStringList, after);
    Shelf shelf;
    for (const QString& leftover : leftovers)
        writeFile(shelf.path(u"out/"_s + leftover), noise(100'000));
    ExportWish wish = shelf.wish({shelf.keep(u"acme/a"_s, 'a', {{u"a"_s, noise(10'000)}})}, name);
    wish.splitBytes = splitBytes;
    const auto done = shelf.carry(wish);
    VERIFY_OK(done);
    QCOMPARE(shelf.outside(), after);
    if (splitBytes == 0)
        QCOMPARE(troubleOf(unpacked(wish.target), u"manifest-sha256.txt"_s, u"data/"_s), QString());
    COMPARE_CODE(shelf.carry(wish), u"target_exists"_s);
    QCOMPARE(shelf.outside(), after);
}

void ExporterTest::aRunningExportIsLeftAlone_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("folder") << u"b"_s;
    QTest::newRow("file") << u"b.tar"_s;
}

void ExporterTest::aRunningExportIsLeftAlone()
{
    QFETCH(QString, name);
    Shelf shelf;
    const ExportWish wish = shelf.wish({shelf.keep(u"acme/a"_s, 'a', {{u"a"_s, "1"}})}, name);
    const QString part = wish.target + u".part"_s;
    const QString inside = name == u"b"_s ? part + u"/file"_s : part;
    writeFile(inside, "of the other one");
    const auto other = openFile(part, O_RDONLY);
    VERIFY_OK(other);
    QCOMPARE(::flock(other->get(), LOCK_EX), 0);
    COMPARE_CODE(shelf.carry(wish), u"target_busy"_s);
    QCOMPARE(readFile(inside), "of the other one");
}

void ExporterTest::badTargetsAreRefused()
{
    Shelf shelf;
    const HeldSnapshot held = shelf.keep(u"acme/a"_s, 'a', {{u"a"_s, "1"}});
    ExportWish wish = shelf.wish({held}, u"missing/b.tar"_s);
    COMPARE_CODE(weighExport(*shelf.library, wish), u"bad_target"_s);
    wish.target = shelf.path(u"store/b.tar"_s);
    COMPARE_CODE(weighExport(*shelf.library, wish), u"bad_target"_s);
    QVERIFY(QFile::link(shelf.path(u"store/objects"_s), shelf.path(u"out/link"_s)));
    wish.target = shelf.path(u"out/link/b.tar"_s);
    COMPARE_CODE(weighExport(*shelf.library, wish), u"bad_target"_s);
    wish.target = u"b.tar"_s;
    COMPARE_CODE(weighExport(*shelf.library, wish), u"bad_target"_s);
    wish = shelf.wish({held}, u"b.tar"_s);
    QVERIFY(QFile::link(shelf.path(u"nowhere"_s), wish.target));
    COMPARE_CODE(weighExport(*shelf.library, wish), u"target_exists"_s);
    wish = shelf.wish({{{{RepoKind::Model, u"acme/not"_s}, commitOf('1')}, held.storeId}}, u"c.tar"_s);
    COMPARE_CODE(weighExport(*shelf.library, wish), u"not_held"_s);
    wish.snapshots = {held};
    wish.target.clear(); // to weigh what is chosen before where it goes
    const auto look = weighExport(*shelf.library, wish);
    VERIFY_OK(look);
    QCOMPARE(look->payloadBytes, 1);
    QCOMPARE(look->freeBytes, -1);
}

void ExporterTest::aStoreThatIsNotThereIsSaidSo()
{
    Shelf shelf;
    const HeldSnapshot held = shelf.keep(u"acme/a"_s, 'a', {{u"a"_s, "1"}});
    QVERIFY(QDir().rename(shelf.path(u"store"_s), shelf.path(u"away"_s)));
    const auto back = qScopeGuard([&] { QDir().rename(shelf.path(u"away"_s), shelf.path(u"store"_s)); });
    COMPARE_CODE(shelf.carry(shelf.wish({held}, u"b.tar"_s)), u"store_unplugged"_s);
    QCOMPARE(shelf.outside(), QStringList());
}

QTEST_GUILESS_MAIN(ExporterTest)
#include "tst_exporter.moc"
