// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtCore/QFile>
#include <QtCore/QPointer>
#include <QtCore/QTemporaryDir>
#include <QtCore/QThreadPool>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QTest>

#include "fetch/fetcher.h"

using namespace Qt::StringLiterals;
using namespace hugger;

namespace {

/// Answers GETs of one content, with ranges, and can hold every body back at its first half.
class ContentServer final : public QObject {
    Q_OBJECT

public:
    explicit ContentServer(QByteArray content)
        : m_content(std::move(content))
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no port");
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* const socket = m_server.nextPendingConnection();
            socket->setParent(this);
            m_sockets.append(socket);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { answer(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
    }

    [[nodiscard]] QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(m_server.serverPort())); }
    void holdBack(bool hold)
    {
        m_hold = hold;
        if (hold)
            return;
        for (const auto& [socket, rest] : std::exchange(m_held, {})) {
            if (socket)
                socket->write(rest);
        }
    }
    [[nodiscard]] int requests() const { return m_requests; }
    /// Everything went out, or nobody listens any more.
    [[nodiscard]] bool isQuiet() const
    {
        return std::ranges::all_of(m_sockets,
                                   [](const auto& socket) { return !socket || socket->bytesToWrite() == 0; });
    }

private:
    void answer(QTcpSocket* socket)
    {
        const QByteArray head = socket->readAll();
        ++m_requests;
        qint64 begin = 0;
        qint64 end = m_content.size();
        const auto at = head.indexOf("bytes=");
        QByteArray answer = "HTTP/1.1 200 OK\r\n";
        if (at > 0) {
            const auto range = head.sliced(at + 6, head.indexOf('\r', at) - at - 6).split('-');
            begin = range.at(0).toLongLong();
            end = range.at(1).toLongLong() + 1;
            answer = "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes " + range.at(0) + '-' + range.at(1) + '/'
                + QByteArray::number(m_content.size()) + "\r\n";
        }
        const QByteArray body = m_content.sliced(begin, end - begin);
        socket->write(answer + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n");
        const qsizetype first = m_hold ? body.size() / 2 : body.size();
        socket->write(body.first(first));
        if (m_hold)
            m_held.append({socket, body.sliced(first)});
    }

    QTcpServer m_server;
    QByteArray m_content;
    QList<std::pair<QPointer<QTcpSocket>, QByteArray>> m_held;
    bool m_hold = false;
    int m_requests = 0;
    QList<QPointer<QTcpSocket>> m_sockets;
};

QByteArray content(qint64 size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    quint32 state = 12345;
    for (char& byte : bytes) {
        state = state * 1664525U + 1013904223U;
        byte = static_cast<char>(state >> 24);
    }
    return bytes;
}

struct Outcome {
    std::optional<Expected<Fetched>> result;
};

Task<void> fetchInto(Fetcher* fetcher, Want want, std::stop_token stop, Outcome* outcome)
{
    outcome->result = co_await fetcher->fetch(want, stop);
}

} // namespace

class TestFetcher final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fetches_data();
    void fetches();
    void stoppedMidwayAndOn_data() { fetches_data(); }
    void stoppedMidwayAndOn();
    void oneTransferForTwo();
    void wrongHashIsToldAndKept();

private:
    [[nodiscard]] Want want(const ContentServer& server, const QByteArray& bytes, const QString& folder) const
    {
        Want wanted;
        wanted.sha256 = sha256Hex(bytes);
        wanted.key = wanted.sha256;
        wanted.incoming = folder;
        wanted.size = bytes.size();
        wanted.path = u"model.bin"_s;
        wanted.url = server.url();
        wanted.meter = std::make_shared<FetchMeter>();
        return wanted;
    }
    QThreadPool m_pool;
};

void TestFetcher::fetches_data()
{
    QTest::addColumn<qint64>("size");
    QTest::newRow("empty") << 0LL;
    QTest::newRow("small") << 70'000LL;
    QTest::newRow("in pieces") << 30'000'001LL;
}

void TestFetcher::fetches()
{
    QFETCH(const qint64, size);
    const QByteArray bytes = content(size);
    const QTemporaryDir folder;
    const ContentServer server(bytes);
    HttpClient http(server.url(), {});
    Fetcher fetcher(http, m_pool);
    Outcome outcome;
    const Want wanted = want(server, bytes, folder.path());
    (void)fetchInto(&fetcher, wanted, {}, &outcome);
    QTRY_VERIFY_WITH_TIMEOUT(outcome.result, 20'000);
    QVERIFY2(*outcome.result, outcome.result->has_value() ? "" : qPrintable(outcome.result->error().message));
    QCOMPARE((**outcome.result).hashes.sha256, wanted.sha256);
    QFile part((**outcome.result).part);
    QVERIFY(part.open(QIODevice::ReadOnly));
    QVERIFY(part.readAll() == bytes);
    QCOMPARE(wanted.meter->fetched, size);
    QCOMPARE(wanted.meter->present, size);
    QVERIFY(!QFile::exists(folder.filePath(QString::fromLatin1(wanted.key) + u".journal"_s)));
}

void TestFetcher::stoppedMidwayAndOn()
{
    QFETCH(const qint64, size);
    if (size == 0)
        QSKIP("nothing to stop");
    const QByteArray bytes = content(size);
    const QTemporaryDir folder;
    ContentServer server(bytes);
    server.holdBack(true);
    HttpClient http(server.url(), {});
    const Want wanted = want(server, bytes, folder.path());
    Outcome stopped;
    {
        Fetcher fetcher(http, m_pool);
        std::stop_source stop;
        (void)fetchInto(&fetcher, wanted, stop.get_token(), &stopped);
        QTRY_VERIFY_WITH_TIMEOUT(wanted.meter->present >= size / 2 - 20'000'000 && wanted.meter->present > 0, 20'000);
        stop.request_stop();
        QTRY_VERIFY(stopped.result);
        // What was under way goes on arriving, and must reach nothing that is gone.
        server.holdBack(false);
        QTRY_VERIFY_WITH_TIMEOUT(server.isQuiet(), 20'000);
    }
    QCOMPARE(stopped.result->error().kind, ErrorKind::Interrupted);
    const qint64 before = wanted.meter->fetched;
    QVERIFY(before > 0 && before < size);

    Fetcher fetcher(http, m_pool);
    Outcome outcome;
    (void)fetchInto(&fetcher, wanted, {}, &outcome);
    QTRY_VERIFY_WITH_TIMEOUT(outcome.result, 20'000);
    QVERIFY(*outcome.result);
    // Everything that was written is known: no byte came twice.
    QCOMPARE(wanted.meter->fetched, size);
}

void TestFetcher::oneTransferForTwo()
{
    const QByteArray bytes = content(500'000);
    const QTemporaryDir folder;
    const ContentServer server(bytes);
    HttpClient http(server.url(), {});
    Fetcher fetcher(http, m_pool);
    Outcome one;
    Outcome two;
    const Want first = want(server, bytes, folder.path());
    const Want second = want(server, bytes, folder.path());
    (void)fetchInto(&fetcher, first, {}, &one);
    (void)fetchInto(&fetcher, second, {}, &two);
    QTRY_VERIFY(one.result && two.result);
    QVERIFY(*one.result && *two.result);
    QCOMPARE(server.requests(), 1);
    QCOMPARE(first.meter->fetched + second.meter->fetched, bytes.size());
}

void TestFetcher::wrongHashIsToldAndKept()
{
    const QByteArray bytes = content(100'000);
    QByteArray other = bytes;
    other[5000] = static_cast<char>(other[5000] ^ 1);
    const QTemporaryDir folder;
    const ContentServer server(other);
    HttpClient http(server.url(), {});
    Fetcher fetcher(http, m_pool);
    Outcome outcome;
    const Want wanted = want(server, bytes, folder.path());
    (void)fetchInto(&fetcher, wanted, {}, &outcome);
    QTRY_VERIFY(outcome.result);
    QCOMPARE(outcome.result->error().kind, ErrorKind::Integrity);
    QFile part(folder.filePath(QString::fromLatin1(wanted.key) + u".part"_s));
    QVERIFY(part.open(QIODevice::ReadOnly));
    QVERIFY(part.readAll() == other);
}

QTEST_GUILESS_MAIN(TestFetcher)
#include "tst_fetcher.moc"
