// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/pairingfixture.h"

#include <QtCore/QJsonArray>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <thread>

using namespace std::chrono_literals;
using namespace hugger;
using namespace hugger::test;

class TestPairingDesk final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pairs_data();
    void pairs();
    void handsTheTokenOverOnce();
    void showsNothingBeforeTheNonce();
    void computesTheCode_data();
    void computesTheCode();
    void endsOnAWrongNonce();
    void takesTheNonceOnce();
    void runsOut();
    void runsOutByItself();
    void givesUpOnWhoRevealsNothing();
    void isBlockedByNobodyUnseen();
    void beginsAnew();
    void keepsFewBegun();
    void isWithdrawn();
    void keepsNoTokenForNobody();
    void letsTheOwnerAnswer();
    void listsAndDisconnects();
    void waits();
    void waitsForTheOwner();
    void stopsWaitingWhenNobodyListens();
    void outlivesNothing();
    void waitsForNoMoreThanItMay();
};

void TestPairingDesk::pairs_data()
{
    QTest::addColumn<QByteArray>("origin");
    QTest::newRow("Chrome") << chrome;
    QTest::newRow("Firefox") << firefox;
    QTest::newRow("program") << QByteArray();
}

void TestPairingDesk::pairs()
{
    QFETCH(const QByteArray, origin);
    Desk desk;
    QSignalSpy askChanged(desk.desk.get(), &PairingDesk::askChanged);
    const ApiAnswer begun = desk.begin(origin, u"Some  browser"_s);
    QCOMPARE(begun.status, 202);
    QCOMPARE(begun.json["expires_in"_L1].toInt(), 60);
    const QString id = begun.json["pairing"_L1].toString();
    QCOMPARE(id.size(), 32);
    const QByteArray serverNonce = QByteArray::fromHex(begun.json["nonce"_L1].toString().toLatin1());
    QCOMPARE(serverNonce.size(), 32);

    const ApiAnswer revealed = desk.ask("POST", u"pair/"_s + id, {{u"nonce"_s, hex(nonce)}}, origin);
    QCOMPARE(revealed.status, 200);
    const QString code = revealed.json["code"_L1].toString();
    QCOMPARE(code, codeOf(serverNonce, origin));
    QCOMPARE(askChanged.size(), 1);
    const auto ask = desk.desk->ask();
    QVERIFY(ask);
    QCOMPARE(*ask, (PairingAsk{id, u"Some browser"_s, QString::fromLatin1(origin), code, 60}));
    QCOMPARE(desk.state(id), u"asked"_s);

    desk.desk->answer(id, PairingAnswer::Allow);
    QCOMPARE(askChanged.size(), 2);
    QVERIFY(!desk.desk->ask());
    QVERIFY(desk.clients->all().isEmpty()); // not before somebody takes the token
    const ApiAnswer allowed = desk.ask("GET", u"pair/"_s + id);
    QCOMPARE(allowed.json["state"_L1].toString(), u"allowed"_s);
    const Caller caller = desk.clients->callerOf(allowed.json["token"_L1].toString().toLatin1(), origin);
    QCOMPARE(caller.kind, Caller::Kind::Client);
    QCOMPARE(caller.client, allowed.json["client"_L1].toString());
    QCOMPARE(desk.clients->all().first().name, u"Some browser"_s);
    QCOMPARE(desk.clients->all().first().origin.toLatin1(), origin);
}

void TestPairingDesk::handsTheTokenOverOnce()
{
    Desk desk;
    const QString id = desk.asked();
    desk.desk->answer(id, PairingAnswer::Allow);
    QVERIFY(desk.ask("GET", u"pair/"_s + id).json.contains("token"_L1));
    const ApiAnswer again = desk.ask("GET", u"pair/"_s + id);
    QCOMPARE(again.status, 404);
    QCOMPARE(errorOf(again), u"no_such_pairing"_s);
    QCOMPARE(desk.clients->all().size(), 1);
}

void TestPairingDesk::showsNothingBeforeTheNonce()
{
    Desk desk;
    QSignalSpy askChanged(desk.desk.get(), &PairingDesk::askChanged);
    const QString id = desk.begin().json["pairing"_L1].toString();
    QVERIFY(!desk.desk->ask());
    QCOMPARE(desk.state(id), u"begun"_s);
    desk.desk->answer(id, PairingAnswer::Allow); // nobody can have seen it
    QCOMPARE(desk.state(id), u"begun"_s);
    QCOMPARE(askChanged.size(), 0);
}

void TestPairingDesk::computesTheCode_data()
{
    QTest::addColumn<QByteArray>("origin");
    QTest::newRow("Chrome") << chrome;
    QTest::newRow("program") << QByteArray();
}

/// Every code has six digits, and no two attempts the same.
void TestPairingDesk::computesTheCode()
{
    QFETCH(const QByteArray, origin);
    QSet<QString> codes;
    for (int i = 0; i < 60; ++i) {
        Desk desk;
        const ApiAnswer begun = desk.begin(origin);
        const QByteArray serverNonce = QByteArray::fromHex(begun.json["nonce"_L1].toString().toLatin1());
        const ApiAnswer revealed =
            desk.ask("POST", u"pair/"_s + begun.json["pairing"_L1].toString(), {{u"nonce"_s, hex(nonce)}}, origin);
        const QString code = revealed.json["code"_L1].toString();
        QCOMPARE(code.size(), 6);
        QCOMPARE(code, codeOf(serverNonce, origin));
        codes.insert(code);
    }
    QVERIFY(codes.size() > 55);
}

void TestPairingDesk::endsOnAWrongNonce()
{
    Desk desk;
    const QString id = desk.begin().json["pairing"_L1].toString();
    const ApiAnswer wrong = desk.ask("POST", u"pair/"_s + id, {{u"nonce"_s, hex(QByteArray(32, '\x11'))}}, chrome);
    QCOMPARE(wrong.status, 422);
    QCOMPARE(errorOf(wrong), u"wrong_nonce"_s);
    QVERIFY(!desk.desk->ask());
    QCOMPARE(desk.state(id), u"expired"_s);
    // The right one comes too late: nobody tries until a code fits.
    QCOMPARE(desk.ask("POST", u"pair/"_s + id, {{u"nonce"_s, hex(nonce)}}, chrome).status, 409);
    QVERIFY(!desk.desk->ask());
}

void TestPairingDesk::takesTheNonceOnce()
{
    Desk desk;
    const QString id = desk.asked();
    const auto before = desk.desk->ask();
    QCOMPARE(desk.ask("POST", u"pair/"_s + id, {{u"nonce"_s, hex(nonce)}}, chrome).status, 409);
    QCOMPARE(desk.desk->ask(), before);
}

void TestPairingDesk::runsOut()
{
    Desk desk;
    const QString id = desk.asked();
    desk.now += 59s;
    QCOMPARE(desk.desk->ask()->secondsLeft, 1);
    desk.now += 1s;
    QVERIFY(!desk.desk->ask());
    QSignalSpy askChanged(desk.desk.get(), &PairingDesk::askChanged);
    desk.desk->answer(id, PairingAnswer::Allow); // too late
    QCOMPARE(askChanged.size(), 1);
    QCOMPARE(desk.state(id), u"expired"_s);
    QCOMPARE(desk.begin().status, 202); // that was no no
    desk.now += 60s;
    QCOMPARE(desk.ask("GET", u"pair/"_s + id).status, 404);
}

/// Nobody has to ask for the question to go away.
void TestPairingDesk::runsOutByItself()
{
    Desk desk;
    desk.asked();
    QSignalSpy askChanged(desk.desk.get(), &PairingDesk::askChanged);
    auto* const due = desk.desk->findChild<QTimer*>();
    QVERIFY(due && due->isActive());
    QCOMPARE(due->intervalAsDuration(), 60s);
    desk.now += 60s;
    due->start(0);
    QTRY_COMPARE(askChanged.size(), 1);
    QVERIFY(!desk.desk->ask());
}

void TestPairingDesk::givesUpOnWhoRevealsNothing()
{
    Desk desk;
    const QString id = desk.begin(chrome).json["pairing"_L1].toString();
    desk.now += 10s;
    QCOMPARE(desk.ask("POST", u"pair/"_s + id, {{u"nonce"_s, hex(nonce)}}, chrome).status, 409);
    QCOMPARE(desk.state(id), u"expired"_s);
}

/// Who begins and reveals nothing, over and over, is in nobody's way; who reveals first is asked about.
void TestPairingDesk::isBlockedByNobodyUnseen()
{
    Desk desk;
    const QString silent = desk.begin(chrome).json["pairing"_L1].toString();
    const QString asked = desk.asked(firefox);
    QCOMPARE(desk.desk->ask()->id, asked);
    QCOMPARE(desk.state(silent), u"begun"_s);
    const ApiAnswer late = desk.ask("POST", u"pair/"_s + silent, {{u"nonce"_s, hex(nonce)}}, chrome);
    QCOMPARE(late.status, 429);
    QCOMPARE(errorOf(late), u"pairing_busy"_s);
    QCOMPARE(retryAfter(late), 60);
    QCOMPARE(desk.state(silent), u"expired"_s);
    QCOMPARE(desk.desk->ask()->id, asked);
}

void TestPairingDesk::beginsAnew()
{
    Desk desk;
    const QString first = desk.begin(chrome).json["pairing"_L1].toString();
    const QString others = desk.begin(firefox).json["pairing"_L1].toString();
    const Later poll(desk.call("GET", u"pair/"_s + first + u"?wait=20"_s));
    const QString second = desk.begin(chrome).json["pairing"_L1].toString();
    QTRY_VERIFY(poll.answer);
    QCOMPARE(poll.answer->json["state"_L1].toString(), u"expired"_s);
    QCOMPARE(desk.state(second), u"begun"_s);
    QCOMPARE(desk.state(others), u"begun"_s);
    QCOMPARE(desk.ask("POST", u"pair/"_s + second, {{u"nonce"_s, hex(nonce)}}, chrome).status, 200);
    QCOMPARE(desk.desk->ask()->id, second);
}

void TestPairingDesk::keepsFewBegun()
{
    Desk desk;
    QStringList ids;
    for (int i = 0; i < 6; ++i)
        ids.append(desk.begin("moz-extension://" + QByteArray::number(i)).json["pairing"_L1].toString());
    QStringList states;
    for (const QString& id : ids)
        states.append(desk.state(id));
    QCOMPARE(states, (QStringList{u"expired"_s, u"expired"_s, u"begun"_s, u"begun"_s, u"begun"_s, u"begun"_s}));
}

void TestPairingDesk::isWithdrawn()
{
    Desk desk;
    const QString id = desk.asked();
    QSignalSpy askChanged(desk.desk.get(), &PairingDesk::askChanged);
    const Later poll(desk.call("GET", u"pair/"_s + id + u"?wait=20"_s));
    QCOMPARE(desk.ask("DELETE", u"pair/"_s + id, {}, chrome).status, 200);
    QVERIFY(!desk.desk->ask());
    QCOMPARE(askChanged.size(), 1);
    QTRY_VERIFY(poll.answer);
    QCOMPARE(poll.answer->json["state"_L1].toString(), u"expired"_s);
    QCOMPARE(desk.ask("DELETE", u"pair/"_s + id, {}, chrome).status, 200); // once more does no harm
    QCOMPARE(desk.begin().status, 202);
}

void TestPairingDesk::keepsNoTokenForNobody()
{
    Desk desk;
    const QString id = desk.asked();
    desk.desk->answer(id, PairingAnswer::Allow);
    desk.now += 60s;
    QCOMPARE(desk.state(id), u"expired"_s);
    QVERIFY(desk.clients->all().isEmpty());
}

void TestPairingDesk::letsTheOwnerAnswer()
{
    Desk desk;
    QCOMPARE(desk.ask("GET", u"pairings"_s).json["pairings"_L1].toArray().size(), 0);
    const QString id = desk.asked(firefox);
    desk.now += 10s;
    const QJsonArray list = desk.ask("GET", u"pairings"_s).json["pairings"_L1].toArray();
    QCOMPARE(list.size(), 1);
    QCOMPARE(list[0]["pairing"_L1].toString(), id);
    QCOMPARE(list[0]["name"_L1].toString(), u"Chrome on Linux"_s);
    QCOMPARE(list[0]["origin"_L1].toString().toLatin1(), firefox);
    QCOMPARE(list[0]["code"_L1].toString(), desk.desk->ask()->code);
    QCOMPARE(list[0]["expires_in"_L1].toInt(), 50);
    QCOMPARE(desk.ask("POST", u"pairings/"_s + id, {{u"allow"_s, true}}).status, 200);
    QVERIFY(desk.ask("GET", u"pair/"_s + id).json.contains("token"_L1));
    const QString other = desk.asked(chrome);
    QCOMPARE(desk.ask("POST", u"pairings/"_s + other, {{u"allow"_s, false}}).status, 200);
    QCOMPARE(desk.state(other), u"denied"_s);
}

void TestPairingDesk::listsAndDisconnects()
{
    Desk desk;
    const auto [client, token] = desk.clients->add(u"Chrome"_s, chrome).value();
    (void)desk.clients->add(u"script"_s, {}).value();
    (void)desk.clients->callerOf(token, chrome);
    const QJsonArray list = desk.ask("GET", u"clients"_s).json["clients"_L1].toArray();
    QCOMPARE(list.size(), 2);
    QCOMPARE(list[0]["name"_L1].toString(), u"script"_s);
    QVERIFY(list[0]["last_used_at"_L1].isNull());
    QCOMPARE(list[1]["client"_L1].toString(), client.id);
    QCOMPARE(list[1]["origin"_L1].toString().toLatin1(), chrome);
    QVERIFY(list[1]["last_used_at"_L1].toString().endsWith(u":00Z"_s));
    QVERIFY(list[1]["paired_at"_L1].toString().endsWith(u'Z'));
    QCOMPARE(desk.ask("DELETE", u"clients/"_s + client.id).status, 200);
    QCOMPARE(desk.clients->callerOf(token, chrome).kind, Caller::Kind::Anybody);
    const ApiAnswer again = desk.ask("DELETE", u"clients/"_s + client.id);
    QCOMPARE(again.status, 404);
    QCOMPARE(errorOf(again), u"no_such_client"_s);
}

void TestPairingDesk::waits()
{
    Desk desk;
    const QString id = desk.begin().json["pairing"_L1].toString();
    const Later poll(desk.call("GET", u"pair/"_s + id + u"?wait=20"_s));
    QVERIFY(!poll.answer);
    (void)desk.ask("POST", u"pair/"_s + id, {{u"nonce"_s, hex(nonce)}}, chrome);
    QCOMPARE(desk.state(id), u"asked"_s);
    QVERIFY(!poll.answer); // still nobody said anything
    desk.desk->answer(id, PairingAnswer::Allow);
    QTRY_VERIFY(poll.answer);
    QVERIFY(poll.answer->json.contains("token"_L1));
    // Two wait, one gets it.
    const QString other = desk.asked();
    const Later one(desk.call("GET", u"pair/"_s + other + u"?wait=20"_s));
    const Later two(desk.call("GET", u"pair/"_s + other + u"?wait=20"_s));
    desk.desk->answer(other, PairingAnswer::Allow);
    QTRY_VERIFY(one.answer && two.answer);
    QCOMPARE(one.answer->json.contains("token"_L1) + two.answer->json.contains("token"_L1), 1);
    QCOMPARE(desk.clients->all().size(), 2);
    // The time is up.
    const QString third = desk.asked(firefox);
    const Later late(desk.call("GET", u"pair/"_s + third + u"?wait=1"_s));
    QTRY_VERIFY(late.answer);
    QCOMPARE(late.answer->json["state"_L1].toString(), u"asked"_s);
}

void TestPairingDesk::waitsForTheOwner()
{
    Desk desk;
    const Later poll(desk.call("GET", u"pairings?wait=20"_s));
    const QString id = desk.begin().json["pairing"_L1].toString();
    QVERIFY(!poll.answer); // nothing to show yet
    (void)desk.ask("POST", u"pair/"_s + id, {{u"nonce"_s, hex(nonce)}}, chrome);
    QTRY_VERIFY(poll.answer);
    QCOMPARE(poll.answer->json["pairings"_L1][0]["pairing"_L1].toString(), id);
}

void TestPairingDesk::stopsWaitingWhenNobodyListens()
{
    Desk desk;
    const QString id = desk.asked();
    const Later poll(desk.call("GET", u"pair/"_s + id + u"?wait=20"_s));
    const Later owner(desk.call("GET", u"pair/"_s + id + u"?wait=20"_s));
    std::thread([&desk] { desk.gone.request_stop(); }).join(); // from wherever
    QTRY_VERIFY(poll.answer && owner.answer);
    QVERIFY(!poll.answer->json.contains("token"_L1));
    desk.desk->answer(id, PairingAnswer::Allow);
    // The token is not given to one that hung up.
    const ApiAnswer gone = desk.ask("GET", u"pair/"_s + id);
    QCOMPARE(gone.json["state"_L1].toString(), u"allowed"_s);
    QVERIFY(!gone.json.contains("token"_L1));
    desk.gone = {};
    QVERIFY(desk.ask("GET", u"pair/"_s + id).json.contains("token"_L1));
}

/// The server ends while somebody waits.
void TestPairingDesk::outlivesNothing()
{
    Desk desk;
    const QString id = desk.asked();
    const Later poll(desk.call("GET", u"pair/"_s + id + u"?wait=20"_s));
    desk.desk.reset();
    desk.gone.request_stop();
    QTRY_VERIFY(poll.answer);
    QCOMPARE(poll.answer->status, 503);
}

void TestPairingDesk::waitsForNoMoreThanItMay()
{
    Desk desk;
    const QString id = desk.asked();
    std::vector<std::unique_ptr<Later>> polls;
    for (int i = 0; i < 2; ++i)
        polls.push_back(std::make_unique<Later>(desk.call("GET", u"pair/"_s + id + u"?wait=20"_s)));
    const ApiAnswer refused = desk.ask("GET", u"pair/"_s + id + u"?wait=20"_s);
    QCOMPARE(refused.status, 429);
    QCOMPARE(errorOf(refused), u"too_many"_s);
    QCOMPARE(desk.state(id), u"asked"_s); // who does not wait is answered
    desk.desk->answer(id, PairingAnswer::Deny);
    for (const auto& poll : polls) {
        QTRY_VERIFY(poll->answer);
        QCOMPARE(poll->answer->json["state"_L1].toString(), u"denied"_s);
    }
    // The owner has places of his own, and one who left has left his.
    polls.clear();
    const QString other = desk.begin(firefox).json["pairing"_L1].toString();
    for (int i = 0; i < 2; ++i)
        polls.push_back(std::make_unique<Later>(desk.call("GET", u"pair/"_s + other + u"?wait=20"_s)));
    for (int i = 0; i < 4; ++i)
        polls.push_back(std::make_unique<Later>(desk.call("GET", u"pairings?wait=20"_s)));
    for (const auto& poll : polls)
        QVERIFY(!poll->answer);
    QCOMPARE(desk.ask("GET", u"pairings?wait=20"_s).status, 429);
    desk.gone.request_stop();
    for (const auto& poll : polls)
        QTRY_VERIFY(poll->answer);
    desk.gone = {};
    const Later again(desk.call("GET", u"pairings?wait=20"_s));
    QVERIFY(!again.answer);
    desk.gone.request_stop();
    QTRY_VERIFY(again.answer);
}

QTEST_GUILESS_MAIN(TestPairingDesk)
#include "tst_pairingdesk.moc"
