// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/pairingfixture.h"

#include <QtCore/QJsonArray>
#include <QtCore/QRegularExpression>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace std::chrono_literals;
using namespace hugger;
using namespace hugger::test;

class TestPairingRefusals final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatIsWrong_data();
    void refusesWhatIsWrong();
    void refusesWrongNonces_data();
    void refusesWrongNonces();
    void refusesPages_data();
    void refusesPages();
    void staysWithWhoBegan();
    void asksOneAtATime();
    void limitsAttempts();
    void limitsTheAttemptsOfAll();
    void remembersANo();
    void remembersANoOverRestarts();
    void hasEnoughOfNos();
    void forgivesOnYes();
    void holdsNothingAgainstLater();
    void liftsRefusals();
    void countsRefusals();
    void refusesTheOwnersMistakes();
    void takesOddWaits_data();
    void takesOddWaits();
    void takesNoMoreClients();
    void asksForNothingItCannotKeep();
};

void TestPairingRefusals::refusesWhatIsWrong_data()
{
    QTest::addColumn<QJsonObject>("body");
    const QString good = commitment();
    QTest::newRow("nothing") << QJsonObject();
    QTest::newRow("no name") << QJsonObject{{u"commitment"_s, good}};
    QTest::newRow("no commitment") << QJsonObject{{u"name"_s, u"a"_s}};
    QTest::newRow("empty name") << QJsonObject{{u"name"_s, u" \u200b\n"_s}, {u"commitment"_s, good}};
    QTest::newRow("number") << QJsonObject{{u"name"_s, 1}, {u"commitment"_s, good}};
    QTest::newRow("array") << QJsonObject{{u"name"_s, QJsonArray{u"a"_s}}, {u"commitment"_s, good}};
    QTest::newRow("short") << QJsonObject{{u"name"_s, u"a"_s}, {u"commitment"_s, good.chopped(1)}};
    QTest::newRow("long") << QJsonObject{{u"name"_s, u"a"_s}, {u"commitment"_s, QString(good + u'0')}};
    QTest::newRow("upper case") << QJsonObject{{u"name"_s, u"a"_s}, {u"commitment"_s, QString(64, u'A')}};
    QTest::newRow("other digits") << QJsonObject{{u"name"_s, u"a"_s}, {u"commitment"_s, QString(64, u'٣')}};
    QTest::newRow("one more") << QJsonObject{{u"name"_s, u"a"_s}, {u"commitment"_s, good}, {u"scope"_s, u"all"_s}};
}

void TestPairingRefusals::refusesWhatIsWrong()
{
    QFETCH(const QJsonObject, body);
    Desk desk;
    const ApiAnswer answer = desk.ask("POST", u"pair"_s, body, chrome);
    QCOMPARE(answer.status, 422);
    QCOMPARE(errorOf(answer), u"bad_field"_s);
    QCOMPARE(desk.ask("POST", u"pair?x=1"_s, {{u"name"_s, u"a"_s}, {u"commitment"_s, commitment()}}).status, 422);
    QCOMPARE(desk.begin().status, 202); // it did not count
}

void TestPairingRefusals::refusesWrongNonces_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::newRow("none") << QJsonObject();
    QTest::newRow("short") << QJsonObject{{u"nonce"_s, u"00"_s}};
    QTest::newRow("null") << QJsonObject{{u"nonce"_s, QJsonValue::Null}};
    QTest::newRow("one more") << QJsonObject{{u"nonce"_s, hex(nonce)}, {u"code"_s, u"000000"_s}};
}

void TestPairingRefusals::refusesWrongNonces()
{
    QFETCH(const QJsonObject, body);
    Desk desk;
    const QString id = desk.begin().json["pairing"_L1].toString();
    QCOMPARE(errorOf(desk.ask("POST", u"pair/"_s + id, body, chrome)), u"bad_field"_s);
    QVERIFY(!desk.desk->ask());
    QCOMPARE(errorOf(desk.ask("POST", u"pair/0123"_s, {{u"nonce"_s, hex(nonce)}}, chrome)), u"no_such_pairing"_s);
}

void TestPairingRefusals::refusesPages_data()
{
    QTest::addColumn<QByteArray>("origin");
    QTest::newRow("a page") << QByteArray("https://huggingface.co");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("nothing after it") << QByteArray("chrome-extension://");
    QTest::newRow("a path") << QByteArray(chrome + "/x");
    QTest::newRow("a port") << QByteArray(firefox + ":80");
    QTest::newRow("another scheme") << QByteArray("safari-web-extension://abc");
    QTest::newRow("a lookalike") << QByteArray("xmoz-extension://abc");
    QTest::newRow("endless") << QByteArray("moz-extension://" + QByteArray(65, 'a'));
}

void TestPairingRefusals::refusesPages()
{
    QFETCH(const QByteArray, origin);
    Desk desk;
    const ApiAnswer answer = desk.begin(origin);
    QCOMPARE(answer.status, 403);
    QCOMPARE(errorOf(answer), u"wrong_origin"_s);
}

void TestPairingRefusals::staysWithWhoBegan()
{
    Desk desk;
    const QString id = desk.begin(chrome).json["pairing"_L1].toString();
    for (const QByteArray& other : {firefox, QByteArray()}) {
        QCOMPARE(errorOf(desk.ask("POST", u"pair/"_s + id, {{u"nonce"_s, hex(nonce)}}, other)), u"wrong_origin"_s);
        QCOMPARE(errorOf(desk.ask("DELETE", u"pair/"_s + id, {}, other)), u"wrong_origin"_s);
    }
    QCOMPARE(errorOf(desk.ask("GET", u"pair/"_s + id, {}, firefox)), u"wrong_origin"_s);
    QCOMPARE(desk.state(id), u"begun"_s);
}

void TestPairingRefusals::asksOneAtATime()
{
    Desk desk;
    const QString id = desk.asked(chrome);
    desk.now += 20s;
    const ApiAnswer busy = desk.begin(firefox);
    QCOMPARE(busy.status, 429);
    QCOMPARE(errorOf(busy), u"pairing_busy"_s);
    QCOMPARE(retryAfter(busy), 40);
    QCOMPARE(desk.desk->ask()->id, id);
    desk.desk->answer(id, PairingAnswer::Allow);
    // Nobody is asked any more, though the token was not fetched yet.
    QCOMPARE(desk.begin(firefox).status, 202);
    QVERIFY(desk.ask("GET", u"pair/"_s + id).json.contains("token"_L1));
}

void TestPairingRefusals::limitsAttempts()
{
    Desk desk;
    for (int i = 0; i < 5; ++i) {
        const ApiAnswer begun = desk.begin();
        QCOMPARE(begun.status, 202);
        QCOMPARE(desk.ask("DELETE", u"pair/"_s + begun.json["pairing"_L1].toString(), {}, chrome).status, 200);
        desk.now += 2s;
    }
    for (int i = 0; i < 100; ++i) {
        const ApiAnswer refused = desk.begin();
        QCOMPARE(refused.status, 429);
        QCOMPARE(errorOf(refused), u"too_many"_s);
        QCOMPARE(retryAfter(refused), 50);
    }
    QCOMPARE(desk.begin(firefox).status, 202); // nobody uses up what is another one's
    desk.now += 49s;
    QCOMPARE(desk.begin().status, 429);
    desk.now += 1s;
    QCOMPARE(desk.begin().status, 202);
}

void TestPairingRefusals::limitsTheAttemptsOfAll()
{
    Desk desk;
    for (int i = 0; i < 30; ++i) {
        QCOMPARE(desk.begin("moz-extension://" + QByteArray::number(i)).status, 202);
        desk.now += 1s;
    }
    const ApiAnswer refused = desk.begin();
    QCOMPARE(errorOf(refused), u"too_many"_s);
    QCOMPARE(retryAfter(refused), 30);
    desk.now += 30s;
    QCOMPARE(desk.begin().status, 202);
}

void TestPairingRefusals::remembersANo()
{
    Desk desk;
    std::chrono::seconds pause = 10min;
    for (int i = 0; i < 12; ++i) {
        const QString id = desk.asked(chrome);
        desk.desk->answer(id, PairingAnswer::Deny);
        QCOMPARE(desk.state(id), u"denied"_s);
        const ApiAnswer refused = desk.begin(chrome);
        QCOMPARE(refused.status, 403);
        QCOMPARE(errorOf(refused), u"pairing_refused"_s);
        QCOMPARE(std::chrono::seconds(retryAfter(refused)), pause);
        desk.now += pause - 1s;
        QCOMPARE(desk.begin(chrome).status, 403);
        desk.now += 1s;
        pause = std::min<std::chrono::seconds>(2 * pause, 24h);
    }
    QCOMPARE(pause, 24h);
    // Others are not meant; and after a day without a no it is forgotten.
    desk.desk->answer(desk.asked(firefox), PairingAnswer::Deny);
    QCOMPARE(retryAfter(desk.begin(firefox)), 600);
    desk.now += 49h;
    desk.desk->answer(desk.asked(chrome), PairingAnswer::Deny);
    QCOMPARE(retryAfter(desk.begin(chrome)), 600);
}

void TestPairingRefusals::remembersANoOverRestarts()
{
    Desk desk;
    desk.desk->answer(desk.asked(chrome), PairingAnswer::Deny);
    desk.now += 10min;
    desk.desk->answer(desk.asked(chrome), PairingAnswer::Deny);
    desk.restart();
    const ApiAnswer refused = desk.begin(chrome);
    QCOMPARE(errorOf(refused), u"pairing_refused"_s);
    QVERIFY2(retryAfter(refused) > 1100 && retryAfter(refused) <= 1200, "twenty minutes, less what the test took");
    QCOMPARE(desk.begin(firefox).status, 202);
    desk.now += 20min;
    desk.desk->answer(desk.asked(chrome), PairingAnswer::Deny);
    QCOMPARE(retryAfter(desk.begin(chrome)), 2400);
}

void TestPairingRefusals::hasEnoughOfNos()
{
    Desk desk;
    for (const char* id : {"a", "b", "c"}) {
        desk.now += 1min;
        desk.desk->answer(desk.asked(QByteArray("moz-extension://") + id), PairingAnswer::Deny);
    }
    const ApiAnswer refused = desk.begin("moz-extension://d");
    QCOMPARE(refused.status, 429);
    QCOMPARE(errorOf(refused), u"too_many"_s);
    QCOMPARE(retryAfter(refused), 480);
    desk.now += 8min;
    QCOMPARE(desk.begin("moz-extension://d").status, 202);
}

void TestPairingRefusals::forgivesOnYes()
{
    Desk desk;
    desk.desk->answer(desk.asked(chrome), PairingAnswer::Deny);
    desk.now += 10min;
    desk.desk->answer(desk.asked(chrome), PairingAnswer::Allow);
    desk.now += 1min;
    desk.desk->answer(desk.asked(chrome), PairingAnswer::Deny);
    QCOMPARE(retryAfter(desk.begin(chrome)), 600);
}

void TestPairingRefusals::holdsNothingAgainstLater()
{
    Desk desk;
    for (int i = 0; i < 4; ++i) {
        const QString id = desk.asked(chrome);
        QSignalSpy askChanged(desk.desk.get(), &PairingDesk::askChanged);
        desk.desk->answer(id, PairingAnswer::Later);
        QCOMPARE(askChanged.size(), 1);
        QCOMPARE(desk.state(id), u"denied"_s);
        QCOMPARE(desk.desk->refusals(), 0);
    }
    QVERIFY(desk.clients->refusals().isEmpty());
    QCOMPARE(desk.begin(chrome).status, 202);
}

void TestPairingRefusals::liftsRefusals()
{
    Desk desk;
    QSignalSpy changed(desk.desk.get(), &PairingDesk::refusalsChanged);
    for (const QByteArray& origin : {chrome, firefox, QByteArray()})
        desk.desk->answer(desk.asked(origin), PairingAnswer::Deny);
    QCOMPARE(desk.desk->refusals(), 3);
    QCOMPARE(changed.size(), 3);
    QCOMPARE(desk.begin("moz-extension://a").status, 429); // enough of nos
    desk.desk->forgetRefusals();
    QCOMPARE(changed.size(), 4);
    QCOMPARE(desk.desk->refusals(), 0);
    QCOMPARE(desk.begin("moz-extension://a").status, 202);
    // As if it never had been: the next one is the first.
    desk.desk->answer(desk.asked(chrome), PairingAnswer::Deny);
    QCOMPARE(retryAfter(desk.begin(chrome)), 600);
    desk.desk->forgetRefusals();
    desk.restart();
    QCOMPARE(desk.desk->refusals(), 0);
    QCOMPARE(desk.begin(chrome).status, 202);
}

/// Nobody has to ask for the number to go down.
void TestPairingRefusals::countsRefusals()
{
    Desk desk;
    desk.desk->answer(desk.asked(chrome), PairingAnswer::Deny);
    desk.now += 5min;
    desk.desk->answer(desk.asked(firefox), PairingAnswer::Deny);
    desk.now += 5min;
    QSignalSpy changed(desk.desk.get(), &PairingDesk::refusalsChanged);
    auto* due = desk.desk->findChild<QTimer*>();
    QVERIFY(due && due->isActive());
    due->start(0);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(desk.desk->refusals(), 1);
    // Over a restart, too. The computer's own clock did not go on meanwhile.
    desk.restart();
    QCOMPARE(desk.desk->refusals(), 2);
    due = desk.desk->findChild<QTimer*>();
    QVERIFY(due->isActive() && due->intervalAsDuration() <= 5min && due->intervalAsDuration() > 4min);
    desk.now += 5min;
    QSignalSpy again(desk.desk.get(), &PairingDesk::refusalsChanged);
    due->start(0);
    QTRY_COMPARE(again.size(), 1);
    QCOMPARE(desk.desk->refusals(), 1);
}

void TestPairingRefusals::refusesTheOwnersMistakes()
{
    Desk desk;
    const QString begun = desk.begin().json["pairing"_L1].toString();
    QCOMPARE(errorOf(desk.ask("POST", u"pairings/"_s + begun, {{u"allow"_s, true}})), u"no_such_pairing"_s);
    (void)desk.ask("POST", u"pair/"_s + begun, {{u"nonce"_s, hex(nonce)}}, chrome);
    for (const QJsonValue& odd : {QJsonValue(1), QJsonValue(u"true"_s), QJsonValue(QJsonArray{true}), QJsonValue()})
        QCOMPARE(errorOf(desk.ask("POST", u"pairings/"_s + begun, {{u"allow"_s, odd}})), u"bad_field"_s);
    QCOMPARE(errorOf(desk.ask("POST", u"pairings/"_s + begun)), u"bad_field"_s);
    QCOMPARE(desk.state(begun), u"asked"_s);
}

void TestPairingRefusals::takesOddWaits_data()
{
    QTest::addColumn<QString>("query");
    for (const char* query :
         {"wait=21", "wait=-1", "wait=", "wait=1.5", "wait=%2B1", "wait=1&wait=1", "wait=99999999999", "since=1"})
        QTest::newRow(query) << QString::fromLatin1(query);
}

void TestPairingRefusals::takesOddWaits()
{
    QFETCH(const QString, query);
    Desk desk;
    const QString id = desk.asked();
    for (const QString& path : {QString(u"pair/"_s + id), u"pairings"_s}) {
        const ApiAnswer answer = desk.ask("GET", path + u'?' + query);
        QCOMPARE(answer.status, 422);
        QCOMPARE(errorOf(answer), u"bad_field"_s);
    }
}

void TestPairingRefusals::takesNoMoreClients()
{
    Desk desk;
    for (int i = 0; i < Clients::most; ++i)
        QVERIFY(desk.clients->add(u"program"_s, {}));
    const ApiAnswer full = desk.begin();
    QCOMPARE(full.status, 409);
    QCOMPARE(errorOf(full), u"too_many_clients"_s);
}

/// The user would say yes for nothing.
void TestPairingRefusals::asksForNothingItCannotKeep()
{
    Desk desk;
    QFile file(desk.folder.filePath(u"clients.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"format":2})");
    file.close();
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"newer"_s));
    desk.restart();
    QCOMPARE(errorOf(desk.begin()), u"clients_newer"_s);
}

QTEST_GUILESS_MAIN(TestPairingRefusals)
#include "tst_pairingrefusals.moc"
