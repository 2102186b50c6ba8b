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

QHttpHeaders rated(int remaining, int resetSeconds, int quota, int window)
{
    return headers(
        {{"RateLimit", "\"api\";r=" + QByteArray::number(remaining) + ";t=" + QByteArray::number(resetSeconds)},
         {"RateLimit-Policy",
          R"("fixed window";"api";q=)" + QByteArray::number(quota) + ";w=" + QByteArray::number(window)}});
}

/// Whether one may go at once.
bool passes(RateGate& gate, bool isBackground)
{
    std::stop_source stop;
    bool passed = false;
    auto task = [](RateGate& asked, bool& result, bool background, std::stop_token token) -> Task<void> {
        result = co_await asked.pass(RateBucket::Api, token, background);
    }(gate, passed, isBackground, stop.get_token());
    stop.request_stop();
    // What waits ends now, before what it writes to does.
    while (!task.isReady())
        QCoreApplication::processEvents();
    return passed;
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
    void aPolicySaysWhatANewWindowHas();
    void anotherQuotaIsAnotherWindow();
    void whatIsUnderWayIsCounted();
    void backgroundLeavesTwoFifths();
    void backgroundKnowsNoPolicy();
    void backgroundGoesOnInTheNextWindow();
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
    for (const QByteArray value :
         {"", "api", R"("fixed window";"api";q=0;w=300)", R"("fixed window";"api";q=1;w=99999)",
          R"("fixed window";"elsewhere";q=1;w=10)", R"("fixed window";"api";q=x)"})
        gate.observe(200, headers({{"RateLimit-Policy", value}}), RateBucket::Api);
    QCOMPARE(gate.tryPass(RateBucket::Api), 0ms);
    gate.observe(200, headers({{"Retry-After", "Wed, 21 Oct 2026 07:28:00 GMT"}}), RateBucket::Api);
    QCOMPARE(gate.tryPass(RateBucket::Api), 0ms);
}

void TestRateGate::aPolicySaysWhatANewWindowHas()
{
    RateGate gate;
    gate.observe(200, rated(0, 0, 2, 10), RateBucket::Api);
    QVERIFY(gate.tryPass(RateBucket::Api) > 0ms);
    QTRY_COMPARE(gate.heldFor(RateBucket::Api), 0ms);
    // Nothing was answered in the new one, and still no more than its quota goes.
    QCOMPARE(gate.tryPass(RateBucket::Api), 0ms);
    QCOMPARE(gate.tryPass(RateBucket::Api), 0ms);
    QVERIFY(gate.tryPass(RateBucket::Api) > 8s);
}

void TestRateGate::anotherQuotaIsAnotherWindow()
{
    RateGate gate;
    gate.observe(200, rated(0, 100, 500, 300), RateBucket::Api);
    QVERIFY(gate.tryPass(RateBucket::Api) > 0ms);
    // With a token.
    gate.observe(200, rated(999, 299, 1000, 300), RateBucket::Api);
    QCOMPARE(gate.tryPass(RateBucket::Api), 0ms);
}

void TestRateGate::whatIsUnderWayIsCounted()
{
    RateGate gate;
    for (int i = 0; i < 3; ++i)
        QVERIFY(passes(gate, false));
    // One of the three is answered: the other two may not be in its number.
    gate.done(RateBucket::Api);
    gate.observe(200, rated(3, 100, 4, 300), RateBucket::Api);
    QCOMPARE(gate.tryPass(RateBucket::Api), 0ms);
    QVERIFY(gate.tryPass(RateBucket::Api) > 90s);
}

void TestRateGate::backgroundLeavesTwoFifths()
{
    RateGate gate;
    gate.observe(200, rated(10, 100, 10, 300), RateBucket::Api);
    for (int i = 0; i < 6; ++i)
        QVERIFY(passes(gate, true));
    QVERIFY(!passes(gate, true));
    // What is left is there for others.
    for (int i = 0; i < 4; ++i)
        QVERIFY(passes(gate, false));
    QVERIFY(!passes(gate, false));
}

void TestRateGate::backgroundKnowsNoPolicy()
{
    RateGate gate;
    QVERIFY(passes(gate, true));
    gate.done(RateBucket::Api);
    gate.observe(200, headers({{"RateLimit", R"("api";r=5;t=100)"}}), RateBucket::Api);
    for (int i = 0; i < 3; ++i)
        QVERIFY(passes(gate, true));
    QVERIFY(!passes(gate, true));
    QVERIFY(passes(gate, false));
    // Without a word about quotas there is nothing to leave.
    RateGate silent;
    for (int i = 0; i < 100; ++i)
        QVERIFY(passes(silent, true));
}

void TestRateGate::backgroundGoesOnInTheNextWindow()
{
    RateGate gate;
    gate.observe(200, rated(2, 0, 5, 300), RateBucket::Api);
    bool passed = false;
    std::stop_source stop;
    auto task = [](RateGate& waited, bool& result, std::stop_token token) -> Task<void> {
        result = co_await waited.pass(RateBucket::Api, token, true);
    }(gate, passed, stop.get_token());
    QVERIFY(!passed);
    QTRY_VERIFY(passed);
    QVERIFY(task.isReady());

    // Whoever is stopped does not wait for a window.
    gate.observe(200, rated(0, 200, 5, 300), RateBucket::Api);
    bool ended = true;
    auto stopped = [](RateGate& waited, bool& result, std::stop_token token) -> Task<void> {
        result = co_await waited.pass(RateBucket::Api, token, true);
    }(gate, ended, stop.get_token());
    stop.request_stop();
    QTRY_VERIFY(stopped.isReady());
    QVERIFY(!ended);
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
