// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/server/apimessage.h"
#include "app/server/requesthead.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QTimer>
#include <QtNetwork/QHostAddress>
#include <QtNetwork/QTcpServer>

#include <functional>

class QTcpSocket;

namespace hugger {

class HttpConnection;

struct HttpLimits {
    int connections = 64;
    std::chrono::milliseconds request{10'000}; ///< from a connection's first byte, or its begin, to the whole request
    std::chrono::milliseconds idle{30'000}; ///< between two requests of a connection
    std::chrono::milliseconds answer{30'000}; ///< for the client to take the answer
    std::chrono::milliseconds linger{3'000}; ///< after a refusal, for the client to read it
};

/// Small JSON answers over HTTP/1.1, against hostile clients. QHttpServer 6.8 cannot do that: it has no limits of time,
/// size or connections, lets bytes after a bad length pass as the next request, and runs handlers with all headers
/// empty when there are too many (server-security.md, 1.3 and section 6, which names this way). What it knows of HTTP
/// is readRequestHead(): one request at a time, a body only with a length.
///
/// A connection too many takes the place of the one that has been silent longest; where all are being answered, it is
/// told so (503). Lives in the server's thread.
class HttpServer final : public QTcpServer {
    Q_OBJECT

public:
    /// Answers a request; `gone` is asked to stop when the client hangs up. Must not throw.
    using Handler =
        std::function<Task<ApiAnswer>(RequestHead head, QByteArray body, QHostAddress peer, std::stop_token gone)>;

    HttpServer(Handler handler, HttpLimits limits, QObject* parent = nullptr);
    ~HttpServer() override;

    /// Ends all connections, asks what still answers to stop, and deletes the server when nothing does any more:
    /// destroyed() tells of it. The handler and what it uses must live until then.
    void retire();
    [[nodiscard]] qsizetype connections() const { return m_connections.size(); }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    friend class HttpConnection;

    void pauseSometimes();
    void answered();

    Handler m_handler;
    HttpLimits m_limits;
    unsigned m_accepted = 0;
    int m_answering = 0; ///< handlers that have not ended, whoever waits for them
    bool m_retired = false;
    QList<HttpConnection*> m_connections; ///< the one that began or was answered longest ago first
};

/// One connection.
///
///   Reading --whole request--> Answering --answer taken--> Reading ...
///      |                           |
///      +--refused, too slow--> Lingering --client closes, or time is over--> gone
///
/// What comes while a request is answered waits in the socket, at most a request long.
class HttpConnection final : public QObject {
    Q_OBJECT

public:
    HttpConnection(HttpServer& server, qintptr descriptor);
    ~HttpConnection() override;

    /// It waits for a request or the rest of one, or was refused and told so: somebody else may have its place.
    [[nodiscard]] bool isSpare() const;
    void refuse(const RequestRefusal& refusal);
    void abort();

private:
    enum class State { Reading, Answering, Lingering, Gone };

    void take();
    void read();
    Task<void> answer(RequestHead head, QByteArray body);
    void send(const ApiAnswer& answer, bool withBody, bool keepAlive);
    void sent();
    void takeTimeout();
    void linger();
    void end();

    HttpServer& m_server;
    QTcpSocket* m_socket;
    QTimer m_timer;
    std::stop_source m_gone;
    QByteArray m_bytes; ///< of a request that is not whole
    State m_state = State::Reading;
    bool m_sending = false;
    bool m_keepAlive = true;
};

} // namespace hugger
