// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/strictjson.h"

#include <QtTest/QTest>

using namespace hugger;
using namespace Qt::StringLiterals;

class StrictJsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
};

void StrictJsonTest::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qsizetype>("keys");
    QTest::newRow("empty") << QByteArray("{}") << qsizetype(0);
    QTest::newRow("colons and brackets in texts") << QByteArray(R"({"a:{[":":]}\"{:","b":"\\"})") << qsizetype(2);
    QTest::newRow("the same key in two objects")
        << QByteArray(R"({"a":{"a":1},"b":[{"a":1},{"a":2}]})") << qsizetype(2);
    QTest::newRow("a pair of surrogates") << QByteArray(R"({"a":"\ud83d\ude00"})") << qsizetype(1);
}

void StrictJsonTest::reads()
{
    QFETCH(QByteArray, bytes);
    const auto read = readStrictObject(bytes);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error()));
    QTEST(read->size(), "keys");
}

void StrictJsonTest::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("a text") << QByteArray("\"a\"");
    QTest::newRow("two objects") << QByteArray("{}{}");
    QTest::newRow("cut") << QByteArray(R"({"a":)");
    QTest::newRow("a key twice") << QByteArray(R"({"a":1,"a":2})");
    QTest::newRow("a key twice, deeper") << QByteArray(R"({"b":[{"a":1,"a":2}]})");
    QTest::newRow("a key twice, escaped") << QByteArray(R"({"a":1,"\u0061":2})");
    QTest::newRow("a lone surrogate") << QByteArray(R"({"a":"\ud83d"})");
    QTest::newRow("a lone surrogate as key") << QByteArray(R"({"\ude00":1})");
    QTest::newRow("not UTF-8") << QByteArray("{\"a\":\"\xff\"}");
    QTest::newRow("deep") << QByteArray(R"({"a":)") + QByteArray(100'000, '[');
    QTest::newRow("deep and closed") << QByteArray(R"({"a":)") + QByteArray(17, '[') + QByteArray(17, ']') + '}';
}

void StrictJsonTest::refuses()
{
    QFETCH(QByteArray, bytes);
    const auto read = readStrictObject(bytes);
    QVERIFY(!read.has_value());
    QVERIFY(!read.error().isEmpty());
}

QTEST_GUILESS_MAIN(StrictJsonTest)
#include "tst_strictjson.moc"
