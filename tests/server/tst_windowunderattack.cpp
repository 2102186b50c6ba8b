// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/samplelibrary.h"
#include "support/ui/openwindow.h"
#include "support/watchdog.h"

#include "app/server/localserver.h"
#include "ui/pairing/pairingdialog.h"
#include "ui/pairing/pairingprompt.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QTemporaryDir>
#include <QtWidgets/QApplication>

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <atomic>
#include <sys/resource.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace hugger;
using namespace hugger::test;

namespace {

constexpr auto longestStall = 100ms;
/// Others at work on the machine may spoil a round; what hugger does itself spoils them all.
constexpr int rounds = 5;

QByteArray request(const QByteArray& line, quint16 port, const QByteArray& more = {}, const QByteArray& body = {})
{
    QByteArray text = line + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) + "\r\n" + more;
    if (!body.isEmpty())
        text += "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    return text + "\r\n" + body;
}

/// A connection that sends something and, where asked, reads the beginning of the answer.
void send(quint16 port, const QByteArray& bytes, bool reads)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval patience{.tv_sec = 1, .tv_usec = 0};
    ::setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    if (::connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
        ::send(descriptor, bytes.constData(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL);
        std::array<char, 4096> answer{};
        if (reads)
            ::recv(descriptor, answer.data(), answer.size(), 0);
    }
    ::close(descriptor);
}

/// Everything that may come in, over and over, from threads of their own. They leave the processor to everybody else:
/// what is measured is what hugger does, not that they take it.
class Attack final {
public:
    Attack(quint16 port, const QByteArray& token)
    {
        const QByteArray bearer = "Authorization: Bearer " + token + "\r\n";
        const QByteArray extension = "Origin: moz-extension://0d8a2f4e\r\n";
        const QByteArray commitment(64, 'a');
        const QList<QByteArray> requests{
            request("GET /hugger/v1/repos/model/needle%2Frepo-1", port, bearer),
            request("GET /hugger/v1/archives?limit=500", port, bearer),
            request("GET /hugger/v1/jobs", port, "Authorization: Bearer wrong\r\n"),
            request("GET /hugger/v1/ping", port),
            request("POST /hugger/v1/jobs", port, bearer, "{\"kind\":\"model\",\"repo\":\"../..\"}"),
            request("POST /hugger/v1/jobs", port, bearer, QByteArray(50'000, '[')),
            request("POST /hugger/v1/pair", port, extension, "{\"name\":\"x\",\"commitment\":\"" + commitment + "\"}"),
            request("GET /hugger/v1/events?since=1&wait=20", port, bearer),
            QByteArray(100'000, 'A'),
            "\x16\x03\x01\x02",
        };
        for (qsizetype thread = 0; thread < 4; ++thread) {
            m_threads.emplace_back([this, port, requests, thread](const std::stop_token& stop) {
                ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), 15);
                for (qsizetype i = thread; !stop.stop_requested(); ++i) {
                    // The last ones get no answer, or one that takes long.
                    const qsizetype which = i % requests.size();
                    send(port, requests.at(which), which < requests.size() - 3 && i % 4 != 0);
                    ++m_sent;
                }
            });
        }
    }

    [[nodiscard]] int sent() const { return m_sent; }

private:
    std::atomic<int> m_sent = 0;
    std::vector<std::jthread> m_threads;
};

QByteArray ownersToken(const QString& folder)
{
    QFile file(folder + u"/server.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object().value("token"_L1).toString().toLatin1();
}

} // namespace

/// The window with the local server behind it, while somebody on this computer does his worst to it.
class WindowUnderAttackTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { usePlainStyle(); }
    void staysFree();
};

void WindowUnderAttackTest::staysFree()
{
    const QTemporaryDir folder;
    setEndpoint(folder.path());
    makeHugeCatalog(folder.path(), 10'000);
    OpenWindow open(folder.path());
    LocalServer server(open.engine(), {.hasWindow = true, .port = quint16(0)});
    const PairingPrompt prompt(server, &open.window());
    open.window().setConnections(&server);
    QVERIFY(open.open());
    server.start();
    QTRY_VERIFY(server.status().isListening);
    const QByteArray token = ownersToken(folder.path());
    QVERIFY(!token.isEmpty());

    std::chrono::milliseconds best = std::chrono::hours(1);
    {
        Watchdog watchdog;
        const Attack attack(server.status().port, token);
        for (int round = 0; round < rounds && best >= longestStall; ++round) {
            const int before = attack.sent();
            QTRY_VERIFY_WITH_TIMEOUT(attack.sent() - before > 1000, 60'000);
            best = std::min(best, watchdog.takeLongest());
        }
        qInfo() << "the longest stall, in ms:" << best.count() << "after" << attack.sent() << "requests";
    }
    QVERIFY2(best < longestStall, qPrintable(QString::number(best.count()) + u" ms"_s));
    QVERIFY(!openDialog<PairingDialog>());
    QVERIFY(server.clients().isEmpty());
    QVERIFY(server.status().isListening);

    server.stop();
    open.window().setConnections(nullptr);
    open.close();
}

QTEST_MAIN(WindowUnderAttackTest)

#include "tst_windowunderattack.moc"
