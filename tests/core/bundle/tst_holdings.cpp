// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle/holdings.h"
#include "exportfixture.h"

using namespace hugger;
using namespace hugger::test;

class HoldingsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsHeldIsReadBack();
    void whatIsNotSoundIsNotNamed();
    void anotherStoreIsLeftOut();
    void listsThatAreNoneAreRefused_data();
    void listsThatAreNoneAreRefused();
    void listsThatWentThroughOtherSystemsAreRead();
};

void HoldingsTest::whatIsHeldIsReadBack()
{
    Shelf shelf;
    (void)shelf.keep(u"acme/a"_s, 'a', {{u"a"_s, "one"}, {u"b"_s, "two"}});
    (void)shelf.keep(u"acme/b"_s, 'b', {{u"a"_s, "one"}, {u"empty"_s, ""}});
    const QString list = shelf.path(u"list.txt"_s);
    QCOMPARE(writeHoldings(*shelf.library, {}, list).value_or(-1), 3);
    const auto held = readHoldings(list);
    VERIFY_OK(held);
    QCOMPARE(*held, (QSet<QByteArray>{sha256Hex("one"), sha256Hex("two"), sha256Hex("")}));
    QList<QByteArray> lines = readFile(list).trimmed().split('\n');
    lines.removeIf([](const QByteArray& line) { return line.startsWith('#'); });
    QList<QByteArray> expected{sha256Hex("one") + "  3", sha256Hex("two") + "  3", sha256Hex("") + "  0"};
    std::ranges::sort(expected);
    QCOMPARE(lines, expected);
}

void HoldingsTest::whatIsNotSoundIsNotNamed()
{
    Shelf shelf;
    const HeldSnapshot held = shelf.keep(u"acme/a"_s, 'a', {{u"a"_s, "one"}, {u"b"_s, "two"}, {u"c"_s, "three"}});
    VERIFY_OK(shelf.library->catalog().markDamaged(held.storeId, sha256Hex("one"), true));
    QVERIFY(QFile::remove(shelf.store->objectPath(sha256Hex("two")))); // and no verify knows it yet
    const QString list = shelf.path(u"list.txt"_s);
    QCOMPARE(writeHoldings(*shelf.library, {}, list).value_or(-1), 1);
    QCOMPARE(readHoldings(list).value_or(QSet<QByteArray>()), (QSet<QByteArray>{sha256Hex("three")}));
}

void HoldingsTest::anotherStoreIsLeftOut()
{
    Shelf shelf;
    (void)shelf.keep(u"acme/a"_s, 'a', {{u"a"_s, "one"}, {u"b"_s, "two"}});
    const auto added = shelf.library->addStore(shelf.path(u"second"_s), u"shelf"_s);
    VERIFY_OK(added);
    const HeldSnapshot first{{}, shelf.store->identity().id};
    shelf.store = *shelf.library->store(u"shelf"_s);
    (void)shelf.keep(u"acme/b"_s, 'b', {{u"a"_s, "one"}, {u"c"_s, "three"}});
    const QString list = shelf.path(u"list.txt"_s);
    QCOMPARE(writeHoldings(*shelf.library, {}, list).value_or(-1), 3); // "one" once
    QCOMPARE(writeHoldings(*shelf.library, u"shelf"_s, list).value_or(-1), 2);
    QCOMPARE(readHoldings(list).value_or(QSet<QByteArray>()), (QSet<QByteArray>{sha256Hex("one"), sha256Hex("three")}));
    // Unplugged: what is on it cannot be promised.
    QVERIFY(QDir().rename(shelf.path(u"second"_s), shelf.path(u"away"_s)));
    COMPARE_CODE(writeHoldings(*shelf.library, u"shelf"_s, list), u"store_unplugged"_s);
    QCOMPARE(writeHoldings(*shelf.library, {}, list).value_or(-1), 2);
    QCOMPARE(readHoldings(list).value_or(QSet<QByteArray>()), (QSet<QByteArray>{sha256Hex("one"), sha256Hex("two")}));
}

void HoldingsTest::listsThatAreNoneAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray good = sha256Hex("x") + "  1\n";
    QTest::newRow("words") << QByteArray("hello\n");
    QTest::newRow("a path instead of a size") << good + sha256Hex("y") + "  data/y\n";
    QTest::newRow("cut in the hash") << good + sha256Hex("y").first(30);
    QTest::newRow("cut after the hash") << good + sha256Hex("y");
    QTest::newRow("a long hash") << good + sha256Hex("y") + "a  1\n";
    QTest::newRow("a negative size") << good + sha256Hex("y") + "  -1\n";
    QTest::newRow("binary") << QByteArray("\x28\xb5\x2f\xfd\0\0\n", 7);
}

void HoldingsTest::listsThatAreNoneAreRefused()
{
    QFETCH(QByteArray, text);
    QTemporaryDir dir;
    writeFile(dir.filePath(u"list"_s), "# a list\n" + text);
    const auto read = readHoldings(dir.filePath(u"list"_s));
    COMPARE_CODE(read, u"bad_holdings"_s);
    QVERIFY(read.error().message.contains(text.startsWith(sha256Hex("x")) ? u"Line 3"_s : u"Line 2"_s));
    COMPARE_CODE(readHoldings(dir.filePath(u"missing"_s)), u"bad_holdings"_s);
}

void HoldingsTest::listsThatWentThroughOtherSystemsAreRead()
{
    QTemporaryDir dir;
    writeFile(dir.filePath(u"list"_s),
              "# a list\r\n\r\n" + sha256Hex("x").toUpper() + "  1\r\n" + sha256Hex("y") + " 20");
    QCOMPARE(readHoldings(dir.filePath(u"list"_s)).value_or(QSet<QByteArray>()),
             (QSet<QByteArray>{sha256Hex("x"), sha256Hex("y")}));
}

QTEST_GUILESS_MAIN(HoldingsTest)
#include "tst_holdings.moc"
