// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "net/bandwidth.h"
#include "net/rategate.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace hugger;

namespace {

QHttpHeaders headers(std::initializer_list<std::pair<QByteArray, QByteArray>> list)
{
    QHttpHeaders made;
    for (const auto& [name, value] : list)
        made.append(name, value);
    return made;
}

} // namespace

class TestRateGate final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void openAtFirst();
    void quotaIsSpentDownToNothing();
    void newWindowGivesTheQuotaBack();
    void bucketsAreApart();
    void refusalWithResetTime();
    void refusalWithRetryAfter();
    void refusalWithoutWordsBacksOff();
    void nonsenseIsIgnored();
    void bandwidthHolds();
};

void TestRateGate::openAtFirst()
{
    RateGate gate;
    QCOMPARE(gate.tryPass(RateBucket::Api), 0ms);
}

void TestRateGate::quotaIsSpentDownToNothing()
{
    RateGate gate;
    gate.observe(200, headers({{"RateLimit", R"("api";r=2;t=10)"}}), RateBucket::Api);
    QCOMPARE(gate.tryPass(RateBucket::Api), 0ms);
    QCOMPARE(gate.tryPass(RateBucket::Api), 0ms);
    QVERIFY(gate.tryPass(RateBucket::Api) > 9s);
    // An answer to a request sent before those two must not give the quota back.
    gate.observe(200, headers({{"RateLimit", R"("api";r=1;t=10)"}}), RateBucket::Api);
    QVERIFY(gate.tryPass(RateBucket::Api) > 9s);
}

void TestRateGate::newWindowGivesTheQuotaBack()
{
    RateGate gate;
    gate.observe(200, headers({{"RateLimit", R"("api";r=1;t=0)"}}), RateBucket::Api);
    gate.observe(200, headers({{"RateLimit", R"("api";r=499;t=299)"}}), RateBucket::Api);
    QCOMPARE(gate.tryPass(RateBucket::Api), 0ms);
    QCOMPARE(gate.tryPass(RateBucket::Api), 0ms);
}

void TestRateGate::bucketsAreApart()
{
    RateGate gate;
    gate.observe(200, headers({{"RateLimit", R"("resolvers";r=0;t=10)"}}), RateBucket::Api);
    QCOMPARE(gate.tryPass(RateBucket::Api), 0ms);
    QVERIFY(gate.tryPass(RateBucket::Resolvers) > 9s);
}

void TestRateGate::refusalWithResetTime()
{
    RateGate gate;
    const QSignalSpy held(&gate, &RateGate::held);
    gate.observe(429, headers({{"RateLimit", R"("api";r=0;t=5)"}, {"Retry-After", "100"}}), RateBucket::Api);
    QVERIFY(gate.tryPass(RateBucket::Api) > 5s);
    QVERIFY(gate.tryPass(RateBucket::Api) <= 6s);
    QCOMPARE(held.size(), 1);
}

void TestRateGate::refusalWithRetryAfter()
{
    RateGate gate;
    gate.observe(429, headers({{"Retry-After", "7"}}), RateBucket::Resolvers);
    QVERIFY(gate.heldFor(RateBucket::Resolvers) > 7s);
    QVERIFY(gate.shutFor(RateBucket::Resolvers) <= 8s);
}

void TestRateGate::refusalWithoutWordsBacksOff()
{
    RateGate gate;
    gate.observe(429, {}, RateBucket::Api);
    QVERIFY(gate.heldFor(RateBucket::Api) <= 1s);
    gate.observe(429, {}, RateBucket::Api);
    QVERIFY(gate.heldFor(RateBucket::Api) > 1s);
    for (int i = 0; i < 20; ++i)
        gate.observe(429, {}, RateBucket::Api);
    QVERIFY(gate.heldFor(RateBucket::Api) <= 60s);
}

void TestRateGate::nonsenseIsIgnored()
{
    RateGate gate;
    for (const QByteArray value : {"", "api", R"("api";r=-1;t=5)", R"("api";r=0;t=99999999)", R"("api";r=x;t=)"})
        gate.observe(200, headers({{"RateLimit", value}}), RateBucket::Api);
    gate.observe(200, headers({{"Retry-After", "Wed, 21 Oct 2026 07:28:00 GMT"}}), RateBucket::Api);
    QCOMPARE(gate.tryPass(RateBucket::Api), 0ms);
}

void TestRateGate::bandwidthHolds()
{
    Bandwidth bandwidth;
    QCOMPARE(bandwidth.take(1000), 1000);
    QElapsedTimer clock;
    clock.start();
    bandwidth.setLimit(10'000'000);
    qint64 granted = 0;
    // However slow this machine is, a megabyte must not come sooner than a tenth of a second allows.
    while (granted < 1'000'000)
        granted += bandwidth.take(1'000'000);
    QVERIFY(static_cast<double>(granted) <= 10e6 * static_cast<double>(clock.nsecsElapsed()) / 1e9 + 1);
    bandwidth.setLimit(0);
    QCOMPARE(bandwidth.take(1000), 1000);
}

QTEST_GUILESS_MAIN(TestRateGate)
#include "tst_rategate.moc"
