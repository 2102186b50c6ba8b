// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/server/httpserver.h"

#include <QtCore/QElapsedTimer>

namespace hugger {

class Clients;

/// What a request's Host must be one of, all in lower case: "127.0.0.1:4847", ...
[[nodiscard]] QList<QByteArray> allowedHosts(const QHostAddress& address, quint16 port);

/// So many a second, and so many at once after a pause.
class Allowance final {
public:
    Allowance(double aSecond, double atOnce);
    /// Whether there is one left, and takes it.
    [[nodiscard]] bool take();

private:
    double m_aSecond;
    double m_most;
    double m_left;
    QElapsedTimer m_sinceLast;
};

/// Every request goes through here, and what is not let through is refused: peer, Host, Origin and Sec-Fetch-*, route
/// and method, type, token. A web page can reach this computer's ports; it cannot name itself differently
/// (server-security.md, 3.2). Lives in the server's thread.
class ApiGate final : public QObject {
    Q_OBJECT

public:
    ApiGate(const ApiRoutes& routes, Clients& clients, QObject* parent = nullptr);

    /// As allowedHosts() gives them. Nothing is let through before.
    void setHosts(const QList<QByteArray>& hosts) { m_hosts = hosts; }

    [[nodiscard]] Task<ApiAnswer> pass(RequestHead head, QByteArray body, QHostAddress peer, std::stop_token gone);

private:
    using Refused = std::optional<ApiAnswer>;

    [[nodiscard]] Refused checkHost(const RequestHead& head) const;
    [[nodiscard]] Refused checkSender(const RequestHead& head) const;
    [[nodiscard]] Refused checkBody(const RequestHead& head, const QByteArray& body, QJsonObject& json) const;
    [[nodiscard]] Refused checkCaller(const RequestHead& head, const ApiRoute& route, bool isLocal, Caller& caller);

    const ApiRoutes& m_routes;
    Clients& m_clients;
    QList<QByteArray> m_hosts;
    // Apart from one another, so that who guesses tokens keeps nobody from looking for hugger.
    Allowance m_open{200, 400};
    Allowance m_refused{20, 60};
};

} // namespace hugger
