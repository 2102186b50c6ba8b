// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/httpserver.h"

#include <QtCore/QJsonDocument>
#include <QtNetwork/QNetworkProxy>
#include <QtNetwork/QTcpSocket>

#include <algorithm>
#include <array>
#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr int acceptedAtOnce = 16;
constexpr qint64 socketBuffer = RequestLimits::headBytes + RequestLimits::bodyBytes;

QByteArray reason(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    default:
        return status < 400 ? "Done" : "Refused";
    }
}

/// Answers are never anybody's page, script, frame or cache entry.
constexpr std::array securityHeaders{
    "Hugger-Api: 1",
    "Content-Type: application/json",
    "X-Content-Type-Options: nosniff",
    "X-Frame-Options: DENY",
    "Referrer-Policy: no-referrer",
    "Cross-Origin-Resource-Policy: same-origin",
    "Cache-Control: no-store",
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'; sandbox",
};

QByteArray wireText(const ApiAnswer& answer, bool withBody, bool keepAlive)
{
    const QByteArray body = QJsonDocument(answer.json).toJson(QJsonDocument::Compact) + '\n';
    QByteArray text = "HTTP/1.1 " + QByteArray::number(answer.status) + ' ' + reason(answer.status) + "\r\n";
    for (const char* header : securityHeaders)
        text += header + QByteArray("\r\n");
    for (const auto& [name, value] : answer.headers)
        text += name + ": " + value + "\r\n";
    text += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    text += keepAlive ? "\r\n" : "Connection: close\r\n\r\n";
    return withBody ? text + body : text;
}

} // namespace

HttpServer::HttpServer(Handler handler, HttpLimits limits, QObject* parent)
    : QTcpServer(parent)
    , m_handler(std::move(handler))
    , m_limits(limits)
{
    setProxy(QNetworkProxy::NoProxy);
    setListenBacklogSize(256);
}

HttpServer::~HttpServer()
{
    Q_ASSERT(m_answering == 0);
}

void HttpServer::retire()
{
    close();
    m_retired = true;
    const auto all = m_connections;
    for (HttpConnection* connection : all)
        connection->abort();
    if (m_answering == 0)
        deleteLater();
}

void HttpServer::answered()
{
    if (--m_answering == 0 && m_retired)
        deleteLater();
}

/// Those that came are heard before more are let in, so that a rush pushes nobody out whose request is here already. Qt
/// takes all that wait at once, unless there is room for none.
void HttpServer::pauseSometimes()
{
    if (++m_accepted % acceptedAtOnce != 0)
        return;
    setMaxPendingConnections(0);
    const auto goOn = [this] {
        setMaxPendingConnections(acceptedAtOnce);
        if (isListening())
            resumeAccepting();
    };
    QMetaObject::invokeMethod(this, goOn, Qt::QueuedConnection);
}

void HttpServer::incomingConnection(qintptr descriptor)
{
    pauseSometimes();
    auto* connection = new HttpConnection(*this, descriptor);
    m_connections.append(connection);
    if (m_connections.size() <= m_limits.connections)
        return;
    // Refused ones stay a moment, too.
    if (m_connections.size() > 4 * m_limits.connections) {
        connection->abort();
        return;
    }
    const auto others = m_connections.first(m_connections.size() - 1);
    const auto spare = std::ranges::find_if(others, &HttpConnection::isSpare);
    if (spare != others.end())
        (*spare)->abort();
    else
        connection->refuse({503, u"too_many_connections"_s, u"hugger has too many connections. Try again."_s});
}

HttpConnection::HttpConnection(HttpServer& server, qintptr descriptor)
    : QObject(&server)
    , m_server(server)
    , m_socket(new QTcpSocket(this))
{
    m_socket->setSocketDescriptor(descriptor);
    m_socket->setReadBufferSize(socketBuffer);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_timer.setSingleShot(true);
    m_timer.start(m_server.m_limits.request);
    connect(&m_timer, &QTimer::timeout, this, &HttpConnection::takeTimeout);
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::take);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &HttpConnection::sent);
    connect(m_socket, &QTcpSocket::disconnected, this, &HttpConnection::end);
    connect(m_socket, &QTcpSocket::errorOccurred, this, &HttpConnection::end);
}

HttpConnection::~HttpConnection()
{
    m_gone.request_stop();
}

/// Looks at what has come and was not read yet: in a rush nobody loses his place whose request is here already.
bool HttpConnection::isSpare() const
{
    if (m_state == State::Lingering)
        return !m_sending;
    char first = 0;
    return m_state == State::Reading
        && ::recv(static_cast<int>(m_socket->socketDescriptor()), &first, 1, MSG_PEEK | MSG_DONTWAIT) <= 0;
}

void HttpConnection::take()
{
    if (m_state == State::Reading)
        read();
    else if (m_state == State::Lingering)
        m_socket->readAll();
}

/// The deadline of a request counts from its first byte and is never moved by the ones that follow: a byte a second
/// gets nobody any further.
void HttpConnection::read()
{
    if (m_bytes.isEmpty() && m_socket->bytesAvailable() > 0)
        m_timer.start(m_server.m_limits.request);
    // No more than a request: who sends them faster than they are answered waits, and does not fill our memory.
    m_bytes += m_socket->read(socketBuffer - m_bytes.size());
    if (m_bytes.isEmpty())
        return;
    auto head = readRequestHead(m_bytes);
    if (!head) {
        refuse(head.error());
        return;
    }
    if (!*head || m_bytes.size() < (*head)->headBytes + (*head)->bodyBytes)
        return;
    const QByteArray body = m_bytes.sliced((*head)->headBytes, (*head)->bodyBytes);
    m_bytes.remove(0, (*head)->headBytes + (*head)->bodyBytes);
    m_state = State::Answering;
    m_timer.stop();
    answer(**std::move(head), body);
}

Task<void> HttpConnection::answer(RequestHead head, QByteArray body)
{
    const QPointer<HttpConnection> self(this);
    HttpServer& server = m_server;
    const bool withBody = head.method != "HEAD";
    const bool keepAlive = head.keepAlive;
    ++server.m_answering;
    const ApiAnswer answer =
        co_await server.m_handler(std::move(head), std::move(body), m_socket->peerAddress(), m_gone.get_token());
    if (self && m_state == State::Answering)
        send(answer, withBody, keepAlive);
    server.answered();
}

void HttpConnection::send(const ApiAnswer& answer, bool withBody, bool keepAlive)
{
    m_sending = true;
    m_keepAlive = keepAlive;
    m_timer.start(m_server.m_limits.answer);
    m_socket->write(wireText(answer, withBody, keepAlive));
}

/// The next request is read once the client took the answer, so that one that never reads costs one answer.
void HttpConnection::sent()
{
    if (!m_sending || m_socket->bytesToWrite() > 0)
        return;
    m_sending = false;
    if (!m_keepAlive) {
        linger();
        return;
    }
    if (m_state != State::Answering)
        return;
    m_state = State::Reading;
    // Of the next request a part may be here already.
    m_timer.start(m_bytes.isEmpty() ? m_server.m_limits.idle : m_server.m_limits.request);
    m_server.m_connections.removeOne(this);
    m_server.m_connections.append(this);
    // From the event loop: requests sent in a row must not stack up here.
    QMetaObject::invokeMethod(this, &HttpConnection::take, Qt::QueuedConnection);
}

void HttpConnection::refuse(const RequestRefusal& refusal)
{
    m_bytes.clear();
    m_state = State::Lingering;
    send(ApiAnswer::refuse(refusal.status, refusal.code, refusal.message), true, false);
}

void HttpConnection::takeTimeout()
{
    if (m_state == State::Reading && !m_bytes.isEmpty())
        refuse({408, u"too_slow"_s, u"The request took too long to come."_s});
    else
        abort();
}

/// Closed at once, with bytes of the client still unread, the connection would be reset and the answer lost.
void HttpConnection::linger()
{
    m_state = State::Lingering;
    m_timer.start(m_server.m_limits.linger);
    ::shutdown(static_cast<int>(m_socket->socketDescriptor()), SHUT_WR);
    m_socket->readAll();
}

void HttpConnection::abort()
{
    m_socket->abort();
    end();
}

void HttpConnection::end()
{
    if (m_state == State::Gone)
        return;
    m_state = State::Gone;
    m_timer.stop();
    m_server.m_connections.removeOne(this);
    m_gone.request_stop();
    deleteLater();
}

} // namespace hugger
