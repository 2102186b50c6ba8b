// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/requesthead.h"

#include <QtTest/QTest>

using namespace hugger;
using namespace Qt::StringLiterals;

namespace {

QByteArray get(const QByteArray& headers)
{
    return "GET /hugger/v1/ping HTTP/1.1\r\nHost: 127.0.0.1:4847\r\n" + headers + "\r\n";
}

} // namespace

class RequestHeadTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAHead();
    void waitsForTheEnd();
    void refuses_data();
    void refuses();
    void readsTargets();
    void refusesTargets_data();
    void refusesTargets();
};

void RequestHeadTest::readsAHead()
{
    const QByteArray bytes = "POST /hugger/v1/jobs?a=1 HTTP/1.1\r\nHost: 127.0.0.1:4847\r\nContent-Length: 2\r\n"
                             "Connection: Close\r\nX-Odd:  \t spaced \t\r\n\r\n{}more";
    const auto read = readRequestHead(bytes);
    QVERIFY(read.has_value() && read->has_value());
    const RequestHead& head = **read;
    QCOMPARE(head.method, "POST");
    QCOMPARE(head.target, "/hugger/v1/jobs?a=1");
    QCOMPARE(head.value("host"), "127.0.0.1:4847");
    QCOMPARE(head.value("x-odd"), "spaced");
    QCOMPARE(head.bodyBytes, 2);
    QCOMPARE(head.headBytes, bytes.size() - 6);
    QVERIFY(!head.keepAlive);
}

void RequestHeadTest::waitsForTheEnd()
{
    const QByteArray whole = get({});
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const auto read = readRequestHead(QByteArrayView(whole).first(size));
        QVERIFY2(read.has_value(), qPrintable(QString::number(size)));
        QVERIFY(!read->has_value());
    }
    QVERIFY(readRequestHead(whole)->has_value());
}

void RequestHeadTest::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("a TLS hello") << QByteArray("\x16\x03\x01\x02", 4) << 400;
    QTest::newRow("no version") << QByteArray("GET /\r\n\r\n") << 400;
    QTest::newRow("another protocol") << QByteArray("GET / SPDY/1\r\n\r\n") << 400;
    QTest::newRow("HTTP/1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n") << 505;
    QTest::newRow("HTTP/9.9") << QByteArray("GET / HTTP/9.9\r\n\r\n") << 505;
    QTest::newRow("absolute target") << QByteArray("GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
    QTest::newRow("authority") << QByteArray("CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
    QTest::newRow("asterisk") << QByteArray("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
    QTest::newRow("two slashes") << QByteArray("GET //evil/x HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("space in the target") << QByteArray("GET /a b HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("bytes in the target") << QByteArray("GET /\xc3\xa4 HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("line feeds alone") << QByteArray("GET / HTTP/1.1\nHost: a\r\n\r\n") << 400;
    QTest::newRow("NUL") << QByteArray("GET / HTTP/1.1\r\nA: b\0c\r\n\r\n", 27) << 400;
    QTest::newRow("space before the colon") << get("Host : b\r\n") << 400;
    QTest::newRow("folded line") << get("A: b\r\n c\r\n") << 400;
    QTest::newRow("no colon") << get("Nothing\r\n") << 400;
    QTest::newRow("empty name") << get(": b\r\n") << 400;
    QTest::newRow("chunked") << get("Transfer-Encoding: chunked\r\n") << 501;
    QTest::newRow("chunked and a length") << get("Content-Length: 2\r\ntransfer-encoding: identity\r\n") << 501;
    QTest::newRow("two lengths") << get("Content-Length: 2\r\nContent-Length: 2\r\n") << 400;
    QTest::newRow("negative length") << get("Content-Length: -1\r\n") << 400;
    QTest::newRow("signed length") << get("Content-Length: +1\r\n") << 400;
    QTest::newRow("a word as length") << get("Content-Length: abc\r\n") << 400;
    QTest::newRow("empty length") << get("Content-Length:\r\n") << 400;
    QTest::newRow("2^63") << get("Content-Length: 9223372036854775808\r\n") << 413;
    QTest::newRow("a byte too many") << get("Content-Length: 60001\r\n") << 413;
    QTest::newRow("expect") << get("Expect: 100-continue\r\n") << 417;
    QTest::newRow("upgrade") << get("Upgrade: websocket\r\n") << 400;
    QByteArray many;
    for (int i = 0; i < 64; ++i)
        many += "A: b\r\n";
    QTest::newRow("65 headers") << get(many) << 431;
    QTest::newRow("no end in sight") << QByteArray("GET /" + QByteArray(RequestLimits::headBytes, 'a')) << 431;
}

void RequestHeadTest::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    const auto read = readRequestHead(bytes);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().status, status);
    QVERIFY(!read.error().code.isEmpty() && !read.error().message.isEmpty());
}

void RequestHeadTest::readsTargets()
{
    const auto target =
        readRequestTarget("/hugger/v1/repos/model/acme%2FOrion%2e7?id=model%3Aa%2Fb&id=c+d&empty=&bare");
    QVERIFY(target.has_value());
    QCOMPARE(target->segments, QStringList({u"hugger"_s, u"v1"_s, u"repos"_s, u"model"_s, u"acme/Orion.7"_s}));
    const QList<std::pair<QString, QString>> query{
        {u"id"_s, u"model:a/b"_s}, {u"id"_s, u"c d"_s}, {u"empty"_s, {}}, {u"bare"_s, {}}};
    QCOMPARE(target->query, query);
    // Decoded once.
    QCOMPARE(readRequestTarget("/a%252fb")->segments, QStringList{u"a%2fb"_s});
    QVERIFY(readRequestTarget("/a?")->query.isEmpty());
}

void RequestHeadTest::refusesTargets_data()
{
    QTest::addColumn<QByteArray>("target");
    for (const char* target : {"/", "/a/", "/a//b", "/../a", "/a/..", "/%2e%2e/a", "/a/%2E", "/a%", "/a%2", "/a%zz",
                               "/a%+1", "/a%00b", "/a%0ab", "/%c0%af", "/%ff", "/a?b=%00", "/a?b=%f"}) {
        QTest::newRow(target) << QByteArray(target);
    }
}

void RequestHeadTest::refusesTargets()
{
    QFETCH(QByteArray, target);
    const auto read = readRequestTarget(target);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().status, 400);
}

QTEST_GUILESS_MAIN(RequestHeadTest)
#include "tst_requesthead.moc"
