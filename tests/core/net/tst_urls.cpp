// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest/QTest>

#include "net/urls.h"

using namespace Qt::StringLiterals;
using namespace hugger;

class TestUrls final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void endpoints_data();
    void endpoints();
    void redirects_data();
    void redirects();
    void origins();
};

void TestUrls::endpoints_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url");
    QTest::newRow("usual") << u"https://huggingface.co"_s << u"https://huggingface.co"_s;
    QTest::newRow("slashes") << u" https://hub.example//"_s << u"https://hub.example"_s;
    QTest::newRow("port and path") << u"http://127.0.0.1:8080/hf/"_s << u"http://127.0.0.1:8080/hf"_s;
    QTest::newRow("no scheme") << u"huggingface.co"_s << QString();
    QTest::newRow("file") << u"file:///etc"_s << QString();
    QTest::newRow("user") << u"https://me:pw@hub.example"_s << QString();
    QTest::newRow("query") << u"https://hub.example/?x=1"_s << QString();
    QTest::newRow("empty") << u""_s << QString();
}

void TestUrls::endpoints()
{
    QFETCH(const QString, text);
    QFETCH(const QString, url);
    const auto parsed = parseEndpoint(text);
    QCOMPARE(parsed ? parsed->toString() : QString(), url);
    QVERIFY(parsed || exitCode(parsed.error().kind) == 2);
}

void TestUrls::redirects_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QString>("target");
    const QString hub = u"https://hub.example"_s;
    const QString local = u"http://127.0.0.1:4000"_s;
    QTest::newRow("relative") << hub << QByteArray("/api/resolve-cache/x?etag=%22a%22")
                              << u"https://hub.example/api/resolve-cache/x?etag=%22a%22"_s;
    QTest::newRow("raw quotes are mended")
        << hub << QByteArray("/x?etag=\"a\"") << u"https://hub.example/x?etag=%22a%22"_s;
    QTest::newRow("cdn") << hub << QByteArray("https://cdn.example/a%2Fb?Signature=a%2Bb~")
                         << u"https://cdn.example/a%2Fb?Signature=a%2Bb~"_s;
    QTest::newRow("local cdn of a local hub")
        << local << QByteArray("http://127.0.0.1:4001/x") << u"http://127.0.0.1:4001/x"_s;
    QTest::newRow("down to http") << hub << QByteArray("http://cdn.example/x") << QString();
    QTest::newRow("file") << hub << QByteArray("file:///etc/passwd") << QString();
    QTest::newRow("ftp") << hub << QByteArray("ftp://cdn.example/x") << QString();
    QTest::newRow("unix socket") << local << QByteArray("unix+http://name/x") << QString();
    QTest::newRow("data") << local << QByteArray("data:text/plain,x") << QString();
    QTest::newRow("user info") << hub << QByteArray("https://me:pw@cdn.example/x") << QString();
    QTest::newRow("loopback from outside") << hub << QByteArray("https://127.0.0.1/x") << QString();
    QTest::newRow("localhost from outside") << hub << QByteArray("https://localhost/x") << QString();
    QTest::newRow("metadata service") << hub << QByteArray("https://169.254.169.254/latest") << QString();
    QTest::newRow("private") << hub << QByteArray("https://192.168.1.1/x") << QString();
    QTest::newRow("private v6") << hub << QByteArray("https://[fd00::1]/x") << QString();
    QTest::newRow("empty") << hub << QByteArray("") << QString();
    QTest::newRow("no host") << hub << QByteArray("https:///x") << QString();
}

void TestUrls::redirects()
{
    QFETCH(const QString, endpoint);
    QFETCH(const QByteArray, location);
    QFETCH(const QString, target);
    const QUrl base(endpoint);
    const auto led = redirectTarget(QUrl(endpoint + u"/acme/tiny/resolve/main/x"_s), location, base);
    QCOMPARE(led ? led->toString(QUrl::FullyEncoded) : QString(), target);
    QVERIFY(led || led.error().kind == ErrorKind::Network);
}

void TestUrls::origins()
{
    QCOMPARE(Origin::of(QUrl(u"https://Hub.Example/x"_s)), Origin::of(QUrl(u"HTTPS://hub.example:443/y?z"_s)));
    QVERIFY(Origin::of(QUrl(u"https://hub.example"_s)) != Origin::of(QUrl(u"http://hub.example"_s)));
    QVERIFY(Origin::of(QUrl(u"http://hub.example:80"_s)) != Origin::of(QUrl(u"http://hub.example:81"_s)));
    QVERIFY(Origin::of(QUrl(u"http://a.hub.example"_s)) != Origin::of(QUrl(u"http://hub.example"_s)));
}

QTEST_GUILESS_MAIN(TestUrls)
#include "tst_urls.moc"
