// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/clients.h"
#include "app/server/pairingdesk.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonArray>
#include <QtCore/QMessageAuthenticationCode>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtCore/QtEndian>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace hugger;

namespace {

const QByteArray firefox = "moz-extension://5f0c3c1e-1111-4a5b-9f64-0a1b2c3d4e5f";
const QByteArray chrome = "chrome-extension://abcdefghijklmnopabcdefghijklmnop";
const QByteArray nonce(32, '\x5a');

QString hex(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QString commitment(const QByteArray& to = nonce)
{
    return hex(QCryptographicHash::hash(to, QCryptographicHash::Sha256));
}

/// As the extension computes it.
QString codeOf(const QByteArray& serverNonce, const QByteArray& origin)
{
    const QByteArray mac = QMessageAuthenticationCode::hash(QByteArray(serverNonce + origin + "\n4847"), nonce,
                                                            QCryptographicHash::Sha256);
    return u"%1"_s.arg(qFromBigEndian<quint32>(mac.constData()) % 1'000'000, 6, 10, QChar(u'0'));
}

QString errorOf(const ApiAnswer& answer)
{
    return answer.json["error"_L1]["code"_L1].toString();
}

qint64 retryAfter(const ApiAnswer& answer)
{
    for (const auto& [name, value] : answer.headers) {
        if (name == "Retry-After")
            return value.toLongLong();
    }
    return -1;
}

/// The routes as the server calls them, and a clock to move.
struct Desk {
    QTemporaryDir folder;
    std::chrono::steady_clock::time_point now = std::chrono::steady_clock::now();
    std::unique_ptr<Clients> clients;
    std::unique_ptr<PairingDesk> desk;
    ApiRoutes routes;
    std::stop_source gone;

    Desk() { restart(); }

    void restart()
    {
        desk.reset();
        clients.reset(); // written when it ends
        clients = std::make_unique<Clients>(folder.path());
        desk = std::make_unique<PairingDesk>(*clients, [this] { return now; });
        desk->setPort(4847);
        routes = {};
        desk->addRoutes(routes);
    }

    Task<ApiAnswer> call(const QByteArray& method, const QString& path, const QJsonObject& body = {},
                         const QByteArray& origin = {})
    {
        const qsizetype query = path.indexOf(u'?');
        const auto match = routes.find(method, path.first(query < 0 ? path.size() : query).split(u'/'));
        if (!match.route)
            qFatal("no such route: %s", qPrintable(path));
        ApiRequest request;
        request.method = method;
        request.params = match.params;
        request.body = body;
        request.caller.origin = origin;
        request.gone = gone.get_token();
        if (query >= 0) {
            for (const QString& part : path.sliced(query + 1).split(u'&'))
                request.query.append({part.section(u'=', 0, 0), part.section(u'=', 1)});
        }
        return match.route->run(request);
    }
    ApiAnswer ask(const QByteArray& method, const QString& path, const QJsonObject& body = {},
                  const QByteArray& origin = {})
    {
        return QCoro::waitFor(call(method, path, body, origin));
    }

    ApiAnswer begin(const QByteArray& origin = chrome, const QString& name = u"Chrome on Linux"_s)
    {
        return ask("POST", u"pair"_s, {{u"name"_s, name}, {u"commitment"_s, commitment()}}, origin);
    }
    /// Begun and revealed: the user sees it.
    QString asked(const QByteArray& origin = chrome)
    {
        const QString id = begin(origin).json["pairing"_L1].toString();
        (void)ask("POST", u"pair/"_s + id, {{u"nonce"_s, hex(nonce)}}, origin);
        return id;
    }
    QString state(const QString& id) { return ask("GET", u"pair/"_s + id).json["state"_L1].toString(); }
};

/// What comes of a call that waits.
struct Later {
    std::optional<ApiAnswer> answer;

    explicit Later(Task<ApiAnswer> task)
        : m_task(std::move(task).then([this](const ApiAnswer& given) { answer = given; }))
    {
    }
    Q_DISABLE_COPY_MOVE(Later)
    ~Later() = default;

private:
    Task<void> m_task;
};

} // namespace

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
    void runsOut();
    void runsOutByItself();
    void givesUpOnWhoRevealsNothing();
    void isBlockedByNobodyUnseen();
    void beginsAnew();
    void keepsFewBegun();
    void isWithdrawn();
    void keepsNoTokenForNobody();
    void letsTheOwnerAnswer();
    void refusesTheOwnersMistakes();
    void listsAndDisconnects();
    void waits();
    void waitsForTheOwner();
    void stopsWaitingWhenNobodyListens();
    void outlivesNothing();
    void waitsForNoMoreThanItMay();
    void takesOddWaits_data();
    void takesOddWaits();
    void takesNoMoreClients();
    void asksForNothingItCannotKeep();
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

void TestPairingDesk::refusesWhatIsWrong_data()
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

void TestPairingDesk::refusesWhatIsWrong()
{
    QFETCH(const QJsonObject, body);
    Desk desk;
    const ApiAnswer answer = desk.ask("POST", u"pair"_s, body, chrome);
    QCOMPARE(answer.status, 422);
    QCOMPARE(errorOf(answer), u"bad_field"_s);
    QCOMPARE(desk.ask("POST", u"pair?x=1"_s, {{u"name"_s, u"a"_s}, {u"commitment"_s, commitment()}}).status, 422);
    QCOMPARE(desk.begin().status, 202); // it did not count
}

void TestPairingDesk::refusesWrongNonces_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::newRow("none") << QJsonObject();
    QTest::newRow("short") << QJsonObject{{u"nonce"_s, u"00"_s}};
    QTest::newRow("null") << QJsonObject{{u"nonce"_s, QJsonValue::Null}};
    QTest::newRow("one more") << QJsonObject{{u"nonce"_s, hex(nonce)}, {u"code"_s, u"000000"_s}};
}

void TestPairingDesk::refusesWrongNonces()
{
    QFETCH(const QJsonObject, body);
    Desk desk;
    const QString id = desk.begin().json["pairing"_L1].toString();
    QCOMPARE(errorOf(desk.ask("POST", u"pair/"_s + id, body, chrome)), u"bad_field"_s);
    QVERIFY(!desk.desk->ask());
    QCOMPARE(errorOf(desk.ask("POST", u"pair/0123"_s, {{u"nonce"_s, hex(nonce)}}, chrome)), u"no_such_pairing"_s);
}

void TestPairingDesk::refusesPages_data()
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

void TestPairingDesk::refusesPages()
{
    QFETCH(const QByteArray, origin);
    Desk desk;
    const ApiAnswer answer = desk.begin(origin);
    QCOMPARE(answer.status, 403);
    QCOMPARE(errorOf(answer), u"wrong_origin"_s);
}

void TestPairingDesk::staysWithWhoBegan()
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

void TestPairingDesk::asksOneAtATime()
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

void TestPairingDesk::limitsAttempts()
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

void TestPairingDesk::limitsTheAttemptsOfAll()
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

void TestPairingDesk::remembersANo()
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

void TestPairingDesk::remembersANoOverRestarts()
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

void TestPairingDesk::hasEnoughOfNos()
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

void TestPairingDesk::forgivesOnYes()
{
    Desk desk;
    desk.desk->answer(desk.asked(chrome), PairingAnswer::Deny);
    desk.now += 10min;
    desk.desk->answer(desk.asked(chrome), PairingAnswer::Allow);
    desk.now += 1min;
    desk.desk->answer(desk.asked(chrome), PairingAnswer::Deny);
    QCOMPARE(retryAfter(desk.begin(chrome)), 600);
}

void TestPairingDesk::holdsNothingAgainstLater()
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

void TestPairingDesk::liftsRefusals()
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
void TestPairingDesk::countsRefusals()
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

void TestPairingDesk::refusesTheOwnersMistakes()
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

void TestPairingDesk::takesOddWaits_data()
{
    QTest::addColumn<QString>("query");
    for (const char* query :
         {"wait=21", "wait=-1", "wait=", "wait=1.5", "wait=%2B1", "wait=1&wait=1", "wait=99999999999", "since=1"})
        QTest::newRow(query) << QString::fromLatin1(query);
}

void TestPairingDesk::takesOddWaits()
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

void TestPairingDesk::takesNoMoreClients()
{
    Desk desk;
    for (int i = 0; i < Clients::most; ++i)
        QVERIFY(desk.clients->add(u"program"_s, {}));
    const ApiAnswer full = desk.begin();
    QCOMPARE(full.status, 409);
    QCOMPARE(errorOf(full), u"too_many_clients"_s);
}

/// The user would say yes for nothing.
void TestPairingDesk::asksForNothingItCannotKeep()
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

QTEST_GUILESS_MAIN(TestPairingDesk)
#include "tst_pairingdesk.moc"
