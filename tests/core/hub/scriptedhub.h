// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QList>
#include <QtNetwork/QHostAddress>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>

#include <functional>

/// A Hub of a few lines: hands every request to a function and sends what that says, one request per connection.
class ScriptedHub final : public QTcpServer {
public:
    struct Request {
        QByteArray method;
        QByteArray target; ///< as on the wire
        QByteArray head; ///< all of the header
    };
    struct Answer {
        int status = 200;
        QByteArray body;
        QList<QByteArray> headers{"Content-Type: application/json; charset=utf-8"};
    };
    using Script = std::function<Answer(const Request&)>;

    explicit ScriptedHub(Script script)
        : m_script(std::move(script))
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* socket = nextPendingConnection())
                serve(socket);
        });
    }

    [[nodiscard]] QByteArray base() const { return "http://127.0.0.1:" + QByteArray::number(serverPort()); }
    [[nodiscard]] const QList<Request>& requests() const { return m_requests; }
    [[nodiscard]] QList<QByteArray> targets() const
    {
        QList<QByteArray> all;
        for (const Request& request : m_requests)
            all.append(request.target);
        return all;
    }

private:
    void serve(QTcpSocket* socket)
    {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, socket, [this, socket, head = QByteArray()]() mutable {
            head += socket->readAll();
            if (!head.contains("\r\n\r\n"))
                return;
            const QList<QByteArray> words = head.left(head.indexOf('\r')).split(' ');
            const Request request{words.value(0), words.value(1), std::exchange(head, {})};
            m_requests.append(request);
            const Answer answer = m_script(request);
            QByteArray out = "HTTP/1.1 " + QByteArray::number(answer.status) + " X\r\n";
            for (const QByteArray& header : answer.headers)
                out += header + "\r\n";
            // HEAD tells of a body that never comes, and the connection stays: nobody may wait for either.
            if (request.method == "HEAD") {
                socket->write(out + "Content-Length: 290\r\n\r\n");
                return;
            }
            out += "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\nConnection: close\r\n\r\n";
            socket->write(out + answer.body);
            socket->disconnectFromHost();
        });
    }

    Script m_script;
    QList<Request> m_requests;
};
