// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtCore/QJsonDocument>
#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

#include "fetch/extents.h"

#include <vector>

using namespace Qt::StringLiterals;
using namespace hugger;

class TestExtents final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void touchingOnesMerge();
    void agreesWithABitmap();
    void json_data();
    void json();
};

void TestExtents::touchingOnesMerge()
{
    Extents extents;
    extents.add({10, 20});
    extents.add({0, 5});
    QCOMPARE(extents.frontier(), 5);
    extents.add({5, 10});
    QCOMPARE(extents.list(), (QList<Extent>{{0, 20}}));
    QCOMPARE(extents.frontier(), 20);
    extents.add({30, 30});
    QCOMPARE(extents.list().size(), 1);
    QCOMPARE(extents.holes(40), (QList<Extent>{{20, 40}}));
    QVERIFY(extents.holes(20).isEmpty());
}

void TestExtents::agreesWithABitmap()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 200; ++round) {
        Extents extents;
        std::vector<bool> bits(64);
        for (int i = 0; i < 12; ++i) {
            const qint64 begin = random.bounded(64);
            const qint64 end = begin + random.bounded(static_cast<int>(65 - begin));
            extents.add({begin, end});
            for (qint64 at = begin; at < end; ++at)
                bits[static_cast<std::size_t>(at)] = true;
        }
        std::vector<bool> shown(64);
        qint64 last = -1;
        for (const Extent& extent : extents.list()) {
            QVERIFY2(extent.begin > last && extent.size() > 0, "sorted, disjoint and never touching");
            last = extent.end;
            for (qint64 at = extent.begin; at < extent.end; ++at)
                shown[static_cast<std::size_t>(at)] = true;
        }
        QVERIFY(shown == bits);
        QCOMPARE(extents.total(), std::ranges::count(bits, true));
        qint64 missing = 0;
        for (const Extent& hole : extents.holes(64)) {
            for (qint64 at = hole.begin; at < hole.end; ++at)
                QVERIFY(!bits[static_cast<std::size_t>(at)]);
            missing += hole.size();
        }
        QCOMPARE(missing, 64 - extents.total());
        QCOMPARE(Extents::fromJson(extents.toJson(), 64).value(), extents);
    }
}

void TestExtents::json_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("good");
    QTest::newRow("none") << QByteArray("[]") << true;
    QTest::newRow("two") << QByteArray("[[0,10],[20,100]]") << true;
    QTest::newRow("beyond the file") << QByteArray("[[0,101]]") << false;
    QTest::newRow("negative") << QByteArray("[[-1,10]]") << false;
    QTest::newRow("backwards") << QByteArray("[[10,5]]") << false;
    QTest::newRow("overlapping") << QByteArray("[[0,10],[5,20]]") << false;
    QTest::newRow("no pair") << QByteArray("[[0]]") << false;
    QTest::newRow("text") << QByteArray(R"([["0","10"]])") << false;
    QTest::newRow("number") << QByteArray("[5]") << false;
}

void TestExtents::json()
{
    QFETCH(const QByteArray, json);
    const auto extents = Extents::fromJson(QJsonDocument::fromJson(json).array(), 100);
    QTEST(extents.has_value(), "good");
}

QTEST_GUILESS_MAIN(TestExtents)
#include "tst_extents.moc"
