// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/apigate.h"
#include "app/server/clients.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <QCoroTask>

using namespace hugger;
using namespace Qt::StringLiterals;

namespace {

constexpr auto ours = "chrome-extension://abcdefghijklmnop";

/// One request; what a test does not set is what an honest program sends.
struct Sent {
    QByteArray method = "GET";
    QByteArray target = "/hugger/v1/things";
    QByteArray host = "127.0.0.1:4847";
    QList<std::pair<QByteArray, QByteArray>> more{};
    QByteArray body{};
    QHostAddress peer = QHostAddress(QHostAddress::LocalHost);
};

} // namespace

class ApiGateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void lets();
    void findsTheNarrowerRoute();
    void refusesNames_data();
    void refusesNames();
    void refusesPages_data();
    void refusesPages();
    void refusesRoutesAndMethods();
    void refusesBodies_data();
    void refusesBodies();
    void tokensAreTiedToTheirOrigin();
    void onlyTheOwnerRules();
    void thoseWithoutTokenAreLimited();
    void theNetworkLearnsNothing();
    void guardsInOrder();

private:
    [[nodiscard]] ApiAnswer ask(const Sent& sent);
    [[nodiscard]] QString codeOf(const Sent& sent);
    [[nodiscard]] Sent with(const QByteArray& token, const QByteArray& origin = {}) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Clients> m_clients;
    std::unique_ptr<ApiGate> m_gate;
    ApiRoutes m_routes;
    QByteArray m_token; ///< of a client of `ours`
    QStringList m_ran;
};

void ApiGateTest::init()
{
    m_ran.clear();
    m_routes = {};
    const auto route = [this](const QByteArray& method, const QString& pattern, ApiAccess access) {
        m_routes.add({method, pattern, access, [this, pattern](ApiRequest request) -> Task<ApiAnswer> {
                          m_ran.append(pattern);
                          return [](ApiRequest asked) -> Task<ApiAnswer> {
                              QJsonObject params;
                              for (const auto& [key, value] : asked.params.asKeyValueRange())
                                  params[key] = value;
                              co_return ApiAnswer::ok({{u"params"_s, params}, {u"body"_s, asked.body}});
                          }(std::move(request));
                      }});
    };
    route("GET", u"open"_s, ApiAccess::Open);
    route("GET", u"things"_s, ApiAccess::Client);
    route("POST", u"things"_s, ApiAccess::Client);
    route("POST", u"things/{thing}"_s, ApiAccess::Client);
    route("POST", u"things/all"_s, ApiAccess::Client);
    route("GET", u"secrets"_s, ApiAccess::Owner);
    m_folder = std::make_unique<QTemporaryDir>();
    m_clients = std::make_unique<Clients>(m_folder->path());
    m_gate = std::make_unique<ApiGate>(m_routes, *m_clients);
    m_gate->setHosts(allowedHosts(QHostAddress(QHostAddress::LocalHost), 4847));
    const auto added = m_clients->add(u"Chromium"_s, ours);
    QVERIFY(added.has_value());
    m_token = added->second;
}

ApiAnswer ApiGateTest::ask(const Sent& sent)
{
    RequestHead head{sent.method, sent.target, {}, 0, sent.body.size(), true};
    if (!sent.host.isEmpty())
        head.headers.emplaceBack("host", sent.host);
    head.headers += sent.more;
    return QCoro::waitFor(m_gate->pass(std::move(head), sent.body, sent.peer, {}));
}

QString ApiGateTest::codeOf(const Sent& sent)
{
    const auto answer = ask(sent);
    return QString::number(answer.status) + u' ' + answer.json[u"error"_s][u"code"_s].toString();
}

Sent ApiGateTest::with(const QByteArray& token, const QByteArray& origin) const
{
    Sent sent;
    sent.more.emplaceBack("authorization", QByteArray("Bearer " + token));
    if (!origin.isEmpty())
        sent.more.emplaceBack("origin", origin);
    return sent;
}

void ApiGateTest::lets()
{
    QCOMPARE(codeOf({.target = "/hugger/v1/open"}), u"200 "_s);
    QCOMPARE(codeOf({.target = "/hugger/v1/open", .host = "LOCALHOST:4847"}), u"200 "_s);
    QCOMPARE(codeOf({.target = "/hugger/v1/open", .host = "[::1]:4847"}), u"200 "_s);
    QCOMPARE(codeOf(with(m_token)), u"200 "_s);
    QCOMPARE(codeOf(with(m_token, ours)), u"200 "_s);
    QCOMPARE(codeOf(with(m_clients->ownerToken())), u"200 "_s);
    QCOMPARE(m_ran.size(), 6);
}

void ApiGateTest::findsTheNarrowerRoute()
{
    auto sent = with(m_token);
    sent.method = "POST";
    sent.target = "/hugger/v1/things/all";
    sent.more.append({{"content-type", "application/json; charset=utf-8"}, {"content-length", "7"}});
    sent.body = R"({"a":1})";
    const auto answer = ask(sent);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json[u"body"_s][u"a"_s].toInt(), 1);
    sent.target = "/hugger/v1/things/a%2Fb";
    QCOMPARE(ask(sent).json[u"params"_s][u"thing"_s].toString(), u"a/b"_s);
    QCOMPARE(m_ran, QStringList({u"things/all"_s, u"things/{thing}"_s}));
}

void ApiGateTest::refusesNames_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QString>("code");
    QTest::newRow("none") << QByteArray() << u"400 bad_request"_s;
    for (const char* host : {"evil.example", "evil.example:4847", "127.0.0.1", "127.0.0.1:4848", "localhost.:4847",
                             "127.0.0.1:4847.evil.example", "0.0.0.0:4847", "[::1]", "user@127.0.0.1:4847"}) {
        QTest::newRow(host) << QByteArray(host) << u"421 wrong_host"_s;
    }
}

void ApiGateTest::refusesNames()
{
    QFETCH(QByteArray, host);
    auto sent = with(m_token);
    sent.host = host;
    QTEST(codeOf(sent), "code");
    QVERIFY(m_ran.isEmpty());
    sent.more.emplaceBack("host", "127.0.0.1:4847");
    if (!host.isEmpty())
        QCOMPARE(codeOf(sent), u"400 bad_request"_s);
}

void ApiGateTest::refusesPages_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("a page") << QByteArray("origin") << QByteArray("https://huggingface.co");
    QTest::newRow("null") << QByteArray("origin") << QByteArray("null");
    QTest::newRow("empty") << QByteArray("origin") << QByteArray();
    QTest::newRow("our own address") << QByteArray("origin") << QByteArray("http://127.0.0.1:4847");
    QTest::newRow("cross-site") << QByteArray("sec-fetch-site") << QByteArray("cross-site");
    QTest::newRow("same-site") << QByteArray("sec-fetch-site") << QByteArray("same-site");
    QTest::newRow("a link or form") << QByteArray("sec-fetch-mode") << QByteArray("navigate");
}

void ApiGateTest::refusesPages()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    auto sent = with(m_token);
    sent.more.emplaceBack(name, value);
    QCOMPARE(ask(sent).status, 403);
    sent.target = "/hugger/v1/open";
    QCOMPARE(ask(sent).status, 403);
    QVERIFY(m_ran.isEmpty());
}

void ApiGateTest::refusesRoutesAndMethods()
{
    for (const char* target :
         {"/", "/hugger/v1", "/hugger/v2/open", "/open", "/hugger/v1/open/more", "/HUGGER/v1/open"}) {
        auto sent = with(m_token);
        sent.target = target;
        const auto answer = ask(sent);
        QVERIFY2(answer.status == 404 || QByteArray(target) == "/", target);
    }
    for (const char* method : {"HEAD", "OPTIONS", "PUT", "DELETE", "TRACE", "get"}) {
        auto sent = with(m_token);
        sent.method = method;
        const auto answer = ask(sent);
        QCOMPARE(answer.status, 405);
        QVERIFY(answer.headers.contains(std::pair<QByteArray, QByteArray>("Allow", "GET, POST")));
    }
    QVERIFY(m_ran.isEmpty());
}

void ApiGateTest::refusesBodies_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("a form") << QByteArray("application/x-www-form-urlencoded") << QByteArray("{}") << 415;
    QTest::newRow("text") << QByteArray("text/plain;application/json") << QByteArray("{}") << 415;
    QTest::newRow("no type") << QByteArray() << QByteArray("{}") << 415;
    QTest::newRow("nothing") << QByteArray("application/json") << QByteArray() << 400;
    QTest::newRow("a list") << QByteArray("application/json") << QByteArray("[]") << 400;
    QTest::newRow("said twice") << QByteArray("application/json") << QByteArray(R"({"a":1,"a":1})") << 400;
}

void ApiGateTest::refusesBodies()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    auto sent = with(m_token);
    sent.method = "POST";
    sent.body = body;
    sent.more.emplaceBack("content-length", QByteArray::number(body.size()));
    if (!type.isEmpty())
        sent.more.emplaceBack("content-type", type);
    QTEST(ask(sent).status, "status");
    QVERIFY(m_ran.isEmpty());
}

void ApiGateTest::tokensAreTiedToTheirOrigin()
{
    QCOMPARE(codeOf({}), u"401 token_missing"_s);
    QCOMPARE(codeOf(with("hugger_wrong")), u"401 token_refused"_s);
    QCOMPARE(codeOf(with("\xc3\xa4")), u"401 token_refused"_s);
    QCOMPARE(codeOf(with({})), u"401 token_refused"_s);
    QCOMPARE(codeOf(with(m_token, "chrome-extension://another")), u"401 token_refused"_s);
    auto twice = with(m_token);
    twice.more += with(m_token).more;
    QCOMPARE(codeOf(twice), u"401 token_refused"_s);
    Sent basic;
    basic.more.emplaceBack("authorization", QByteArray("Basic " + m_token));
    QCOMPARE(codeOf(basic), u"401 token_refused"_s);
    QVERIFY(m_ran.isEmpty());
    QVERIFY(m_clients->revoke(m_clients->all().first().id).has_value());
    QCOMPARE(codeOf(with(m_token)), u"401 token_refused"_s);
}

void ApiGateTest::onlyTheOwnerRules()
{
    auto sent = with(m_token);
    sent.target = "/hugger/v1/secrets";
    QCOMPARE(codeOf(sent), u"403 not_allowed"_s);
    sent = with(m_clients->ownerToken());
    sent.target = "/hugger/v1/secrets";
    QCOMPARE(codeOf(sent), u"200 "_s);
    // The owner is no browser.
    QCOMPARE(codeOf(with(m_clients->ownerToken(), ours)), u"401 token_refused"_s);
}

void ApiGateTest::thoseWithoutTokenAreLimited()
{
    QString last;
    for (int i = 0; i < 200; ++i)
        last = codeOf(with("hugger_guess"));
    QCOMPARE(last, u"429 too_many"_s);
    // Neither those that have one nor those that look for hugger.
    QCOMPARE(codeOf(with(m_token)), u"200 "_s);
    QCOMPARE(codeOf({.target = "/hugger/v1/open"}), u"200 "_s);
    for (int i = 0; i < 1000; ++i)
        last = codeOf({.target = "/hugger/v1/open"});
    QCOMPARE(last, u"429 too_many"_s);
    QCOMPARE(codeOf(with(m_token)), u"200 "_s);
}

void ApiGateTest::theNetworkLearnsNothing()
{
    const QHostAddress far(u"192.168.1.7"_s);
    m_gate->setHosts(allowedHosts(QHostAddress(u"192.168.1.5"_s), 4847));
    QCOMPARE(codeOf({.target = "/hugger/v1/open", .host = "192.168.1.5:4847", .peer = far}), u"401 token_missing"_s);
    auto sent = with(m_token);
    sent.host = "192.168.1.5:4847";
    sent.peer = far;
    QCOMPARE(codeOf(sent), u"200 "_s);
}

/// What is wrong first is said first: a page never learns which routes or tokens there are.
void ApiGateTest::guardsInOrder()
{
    Sent sent{.method = "POST", .target = "/hugger/v1/none", .host = "evil.example", .body = "x"};
    sent.more = {{"origin", "https://evil.example"}, {"content-type", "text/plain"}, {"authorization", "Bearer x"}};
    QCOMPARE(codeOf(sent), u"421 wrong_host"_s);
    sent.host = "127.0.0.1:4847";
    QCOMPARE(codeOf(sent), u"403 wrong_origin"_s);
    sent.more.removeFirst();
    QCOMPARE(codeOf(sent), u"404 no_such_route"_s);
    sent.target = "/hugger/v1/open";
    QCOMPARE(codeOf(sent), u"405 wrong_method"_s);
    sent.target = "/hugger/v1/things";
    QCOMPARE(codeOf(sent), u"411 length_required"_s);
    sent.more.emplaceBack("content-length", "1");
    QCOMPARE(codeOf(sent), u"415 wrong_type"_s);
    sent.more.first().second = "application/json";
    QCOMPARE(codeOf(sent), u"400 bad_request"_s);
    sent.body = "{}";
    QCOMPARE(codeOf(sent), u"401 token_refused"_s);
    QVERIFY(m_ran.isEmpty());
}

QTEST_GUILESS_MAIN(ApiGateTest)
#include "tst_apigate.moc"
