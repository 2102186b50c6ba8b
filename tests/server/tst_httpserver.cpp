// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/httpserver.h"

#include <QtCore/QPointer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace hugger;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray request(const QByteArray& target, const QByteArray& headers = {})
{
    return "GET " + target + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n";
}

/// What a client reads until the server closes.
class Client final : public QObject {
public:
    explicit Client(const HttpServer& server)
    {
        connect(&socket, &QTcpSocket::readyRead, this, [this] { text += socket.readAll(); });
        connect(&socket, &QTcpSocket::disconnected, this, [this] { isClosed = true; });
        socket.connectToHost(QHostAddress::LocalHost, server.serverPort());
    }

    [[nodiscard]] qsizetype answers() const { return text.count("HTTP/1.1 "); }

    QTcpSocket socket;
    QByteArray text;
    bool isClosed = false;
};

} // namespace

class HttpServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void answersInOrder();
    void readsBodies();
    void headHasNoBody();
    void refusesAndCloses();
    void aRefusalArrivesWhateverIsStillSent();
    void aByteAtATimeIsTooSlow();
    void idleConnectionsEnd();
    void theSilentMakeRoom();
    void allBusyIsSaid();
    void hangingUpStopsTheHandler();
    void oneThatNeverReadsEnds();

private:
    void start(HttpLimits limits);

    QPointer<HttpServer> m_server;
    QStringList m_asked;
    int m_stopped = 0;
};

void HttpServerTest::init()
{
    m_asked.clear();
    m_stopped = 0;
}

void HttpServerTest::cleanup()
{
    if (m_server)
        m_server->retire();
    QTRY_VERIFY(!m_server);
}

void HttpServerTest::start(HttpLimits limits)
{
    m_server = new HttpServer(
        [this](RequestHead head, QByteArray body, QHostAddress, std::stop_token gone) -> Task<ApiAnswer> {
            m_asked.append(QString::fromUtf8(head.target));
            if (head.target == "/wait") {
                if (!co_await pauseFor(60s, gone))
                    ++m_stopped;
            } else if (head.target == "/soon") {
                co_await pauseFor(1ms, gone);
            }
            if (head.target == "/huge")
                co_return ApiAnswer::ok({{u"text"_s, QString(20'000'000, u'a')}});
            co_return ApiAnswer::ok(
                {{u"target"_s, QString::fromUtf8(head.target)}, {u"body"_s, QString::fromUtf8(body)}});
        },
        limits);
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
}

void HttpServerTest::answersInOrder()
{
    start({});
    Client client(*m_server);
    QByteArray all;
    for (int i = 0; i < 50; ++i)
        all += request(i % 3 == 0 ? QByteArray("/soon") : QByteArray("/" + QByteArray::number(i)));
    client.socket.write(all);
    QTRY_COMPARE(client.answers(), 50);
    QCOMPARE(m_asked.size(), 50);
    qsizetype at = 0;
    for (const QString& asked : std::as_const(m_asked)) {
        at = client.text.indexOf(QByteArray("\"target\":\"" + asked.toUtf8() + '"'), at);
        QVERIFY(at >= 0);
        ++at;
    }
    QVERIFY(client.text.contains("\r\nHugger-Api: 1\r\n"));
    QVERIFY(client.text.contains("\r\nCache-Control: no-store\r\n"));
    QVERIFY(!client.text.contains("Access-Control"));
    QVERIFY(!client.isClosed);
}

void HttpServerTest::readsBodies()
{
    start({});
    Client client(*m_server);
    client.socket.write("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 7\r\n\r\nGET");
    QVERIFY(client.socket.waitForBytesWritten());
    client.socket.write(" /b1" + request("/c", "Connection: close\r\n"));
    QTRY_VERIFY(client.isClosed);
    QCOMPARE(m_asked, QStringList({u"/a"_s, u"/c"_s}));
    QVERIFY(client.text.contains(R"("body":"GET /b1")"));
}

void HttpServerTest::headHasNoBody()
{
    start({});
    Client client(*m_server);
    client.socket.write("HEAD /a HTTP/1.1\r\nHost: a\r\n\r\n" + request("/b"));
    QTRY_COMPARE(client.answers(), 2);
    QVERIFY(!client.text.contains(R"("target":"/a")"));
    QVERIFY(client.text.contains(R"("target":"/b")"));
}

void HttpServerTest::refusesAndCloses()
{
    start({});
    Client client(*m_server);
    client.socket.write("GET /a HTTP/1.1\r\nContent-Length: abc\r\n\r\n" + request("/smuggled"));
    QTRY_VERIFY(client.isClosed);
    QVERIFY(client.text.startsWith("HTTP/1.1 400 "));
    QVERIFY(client.text.contains(R"("code":"bad_request")"));
    QCOMPARE(client.answers(), 1);
    QVERIFY(m_asked.isEmpty());
}

void HttpServerTest::aRefusalArrivesWhateverIsStillSent()
{
    start({});
    Client client(*m_server);
    client.socket.write("GET /" + QByteArray(10'000'000, 'a'));
    QTRY_VERIFY_WITH_TIMEOUT(client.text.contains(R"("code":"head_too_large")"), 10'000);
    QTRY_VERIFY(client.isClosed);
}

void HttpServerTest::aByteAtATimeIsTooSlow()
{
    start({.request = 300ms, .linger = 100ms});
    Client client(*m_server);
    QTimer drip;
    connect(&drip, &QTimer::timeout, &client, [&client] { client.socket.write("a"); });
    client.socket.write("GET /");
    drip.start(20ms);
    QTRY_VERIFY(client.isClosed);
    QVERIFY(client.text.contains(R"("code":"too_slow")"));
    QTRY_COMPARE(m_server->connections(), 0);
}

void HttpServerTest::idleConnectionsEnd()
{
    start({.request = 100ms, .idle = 200ms});
    Client silent(*m_server);
    Client once(*m_server);
    once.socket.write(request("/a"));
    QTRY_COMPARE(once.answers(), 1);
    QTRY_VERIFY(silent.isClosed);
    QTRY_VERIFY(once.isClosed);
    QCOMPARE(once.answers(), 1);
    QTRY_COMPARE(m_server->connections(), 0);
}

void HttpServerTest::theSilentMakeRoom()
{
    start({.connections = 4});
    std::vector<std::unique_ptr<Client>> silent;
    for (int i = 0; i < 40; ++i)
        silent.push_back(std::make_unique<Client>(*m_server));
    Client good(*m_server);
    good.socket.write(request("/good"));
    QTRY_COMPARE(good.answers(), 1);
    QTRY_COMPARE(std::ranges::count_if(silent, &Client::isClosed), 37);
    QCOMPARE(m_server->connections(), 4);
}

void HttpServerTest::allBusyIsSaid()
{
    start({.connections = 2});
    Client one(*m_server);
    Client two(*m_server);
    one.socket.write(request("/wait"));
    two.socket.write(request("/wait"));
    QTRY_COMPARE(m_asked.size(), 2);
    Client third(*m_server);
    QTRY_VERIFY(third.isClosed);
    QVERIFY(third.text.startsWith("HTTP/1.1 503 "));
    QVERIFY(!one.isClosed && !two.isClosed);
}

void HttpServerTest::hangingUpStopsTheHandler()
{
    start({});
    {
        Client client(*m_server);
        client.socket.write(request("/wait"));
        QTRY_COMPARE(m_asked.size(), 1);
    }
    QTRY_COMPARE(m_stopped, 1);
    QTRY_COMPARE(m_server->connections(), 0);
    // And so does the end of the server.
    Client other(*m_server);
    other.socket.write(request("/wait"));
    QTRY_COMPARE(m_asked.size(), 2);
    m_server->retire();
    QTRY_VERIFY(!m_server);
    QCOMPARE(m_stopped, 2);
}

void HttpServerTest::oneThatNeverReadsEnds()
{
    start({.answer = 300ms});
    QTcpSocket client;
    client.setReadBufferSize(1);
    client.connectToHost(QHostAddress::LocalHost, m_server->serverPort());
    client.write(request("/huge"));
    QTRY_COMPARE(m_asked.size(), 1);
    QTRY_COMPARE(m_server->connections(), 0);
}

QTEST_GUILESS_MAIN(HttpServerTest)
#include "tst_httpserver.moc"
