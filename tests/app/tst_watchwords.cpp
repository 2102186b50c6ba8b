// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/watchwords.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace hugger;

class TestWatchWords final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void every_data();
    void every();
    void sizes_data();
    void sizes();
};

void TestWatchWords::every_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("hours"); // -1: default, -2: refused
    QTest::newRow("hours") << u"6h"_s << 6;
    QTest::newRow("days") << u"2d"_s << 48;
    QTest::newRow("spaces") << u" 2 D "_s << 48;
    QTest::newRow("most") << u"30d"_s << 720;
    QTest::newRow("never") << u"never"_s << 0;
    QTest::newRow("default") << u"Default"_s << -1;
    for (const QString& text : {u""_s, u"0h"_s, u"31d"_s, u"721h"_s, u"6"_s, u"h"_s, u"-1h"_s, u"6m"_s, u"6h2"_s,
                                u"1.5h"_s, u"99999999999h"_s, u"often"_s})
        QTest::addRow("\"%s\"", qPrintable(text)) << text << -2;
}

void TestWatchWords::every()
{
    QFETCH(const QString, text);
    QFETCH(const int, hours);
    const auto parsed = parseEvery(text);
    QCOMPARE(parsed.has_value(), hours != -2);
    if (parsed)
        QCOMPARE(parsed->value_or(-1), hours);
    else
        QCOMPARE(parsed.error().kind, ErrorKind::Usage);
}

void TestWatchWords::sizes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("bytes"); // -1: refused
    QTest::newRow("nothing") << u"0"_s << qint64{0};
    QTest::newRow("bytes") << u"500"_s << qint64{500};
    QTest::newRow("B") << u"500 B"_s << qint64{500};
    QTest::newRow("kB") << u"2kB"_s << qint64{2'000};
    QTest::newRow("M") << u"2M"_s << qint64{2'000'000};
    QTest::newRow("GB") << u"1.5 GB"_s << qint64{1'500'000'000};
    QTest::newRow("TB") << u"3tb"_s << qint64{3'000'000'000'000};
    QTest::newRow("GiB") << u"2GiB"_s << qint64{2'147'483'648};
    for (const QString& text : {u""_s, u"GB"_s, u"-1GB"_s, u"1.5"_s, u"2i"_s, u"2ib"_s, u"2 PB"_s, u"2,5GB"_s,
                                u"2GB!"_s, u"0x10"_s, u"1e9"_s, u"999999999999999TB"_s})
        QTest::addRow("\"%s\"", qPrintable(text)) << text << qint64{-1};
}

void TestWatchWords::sizes()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, bytes);
    const auto parsed = parseSize(u"--fetch-up-to"_s, text);
    QCOMPARE(parsed.value_or(-1), bytes);
    if (!parsed)
        QVERIFY(parsed.error().message.contains(u"--fetch-up-to"_s));
}

QTEST_GUILESS_MAIN(TestWatchWords)
#include "tst_watchwords.moc"
