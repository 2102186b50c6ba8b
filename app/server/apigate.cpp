// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/apigate.h"

#include "app/server/clients.h"
#include "app/server/origins.h"
#include "app/server/strictjson.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

ApiAnswer refuse(int status, const QString& code, const QString& message)
{
    return ApiAnswer::refuse(status, code, message);
}

ApiAnswer tooMany()
{
    auto answer = refuse(429, u"too_many"_s, u"There are too many requests without a token. Wait a second."_s);
    answer.headers.emplaceBack("Retry-After", "1");
    return answer;
}

} // namespace

QList<QByteArray> allowedHosts(const QHostAddress& address, quint16 port)
{
    QList<QByteArray> hosts{"127.0.0.1", "localhost", "[::1]"};
    if (!address.isLoopback()) {
        const QByteArray text = address.toString().toLatin1().toLower();
        hosts.append(address.protocol() == QAbstractSocket::IPv6Protocol ? '[' + text + ']' : text);
    }
    for (QByteArray& host : hosts)
        host += ':' + QByteArray::number(port);
    return hosts;
}

Allowance::Allowance(double aSecond, double atOnce)
    : m_aSecond(aSecond)
    , m_most(atOnce)
    , m_left(atOnce)
{
    m_sinceLast.start();
}

bool Allowance::take()
{
    m_left = std::min(m_most, m_left + static_cast<double>(m_sinceLast.restart()) / 1000 * m_aSecond);
    if (m_left < 1)
        return false;
    m_left -= 1;
    return true;
}

ApiGate::ApiGate(const ApiRoutes& routes, Clients& clients, QObject* parent)
    : QObject(parent)
    , m_routes(routes)
    , m_clients(clients)
{
}

Task<ApiAnswer> ApiGate::pass(RequestHead head, QByteArray body, QHostAddress peer, std::stop_token gone)
{
    if (auto refused = checkHost(head))
        co_return *refused;
    if (auto refused = checkSender(head))
        co_return *refused;
    const auto target = readRequestTarget(head.target);
    if (!target)
        co_return refuse(target.error().status, target.error().code, target.error().message);

    const QStringList& segments = target->segments;
    const bool isOurs = segments.size() > 2 && segments.at(0) == "hugger"_L1 && segments.at(1) == "v1"_L1;
    const auto match = isOurs ? m_routes.find(head.method, segments.sliced(2)) : ApiRoutes::Match();
    if (match.allowed.isEmpty())
        co_return refuse(404, u"no_such_route"_s,
                         u"There is nothing at this path. /hugger/v1/openapi.json lists all."_s);
    if (!match.route) {
        auto answer = refuse(405, u"wrong_method"_s, u"This path does not take that method."_s);
        answer.headers.emplaceBack("Allow", match.allowed.join(", "));
        co_return answer;
    }
    ApiRequest request;
    if (auto refused = checkBody(head, body, request.body))
        co_return *refused;
    if (auto refused = checkCaller(head, *match.route, peer.isLoopback(), request.caller))
        co_return *refused;

    request.method = head.method;
    request.params = match.params;
    request.query = target->query;
    request.gone = gone;
    auto answer = match.route->run(std::move(request));
    co_return co_await answer;
}

/// Against DNS rebinding: a page's own name, pointed at this computer, is no name of ours.
ApiGate::Refused ApiGate::checkHost(const RequestHead& head) const
{
    const auto hosts = head.values("host");
    if (hosts.size() != 1)
        return refuse(400, u"bad_request"_s, u"There must be one Host."_s);
    if (!m_hosts.contains(hosts.first().toLower()))
        return refuse(421, u"wrong_host"_s, u"hugger does not answer under this name. Use 127.0.0.1 and its port."_s);
    return std::nullopt;
}

/// Pages are refused by what browsers say of them; extensions by name of their origin, later, with the token.
ApiGate::Refused ApiGate::checkSender(const RequestHead& head) const
{
    const auto origins = head.values("origin");
    if (origins.size() > 1)
        return refuse(400, u"bad_request"_s, u"There may be one Origin."_s);
    if (!origins.isEmpty() && !isExtensionOrigin(origins.first()))
        return refuse(403, u"wrong_origin"_s, u"Web pages cannot use hugger."_s);
    for (const QByteArray& site : head.values("sec-fetch-site")) {
        if (site != "none" && site != "same-origin")
            return refuse(403, u"cross_site"_s, u"Web pages cannot use hugger."_s);
    }
    for (const QByteArray& mode : head.values("sec-fetch-mode")) {
        if (mode == "navigate" || mode == "websocket")
            return refuse(403, u"cross_site"_s, u"This is no page to open. Use the extension, or hugger itself."_s);
    }
    // A browser names the origin of whatever is not read alone; without one it is a program, and says nothing of sites.
    const bool isBrowser = !head.values("sec-fetch-site").isEmpty() || !head.values("sec-fetch-mode").isEmpty();
    if (isBrowser && origins.isEmpty() && head.method != "GET" && head.method != "HEAD")
        return refuse(403, u"wrong_origin"_s, u"Web pages cannot use hugger."_s);
    return std::nullopt;
}

ApiGate::Refused ApiGate::checkBody(const RequestHead& head, const QByteArray& body, QJsonObject& json) const
{
    if (head.method != "POST") {
        if (!body.isEmpty())
            return refuse(400, u"bad_request"_s, u"Only POST has a body."_s);
        return std::nullopt;
    }
    if (head.values("content-length").isEmpty())
        return refuse(411, u"length_required"_s,
                      u"A POST needs a body with its Content-Length; {} where there is nothing to say."_s);
    QByteArray type = head.value("content-type").toLower();
    type = type.first(std::max<qsizetype>(0, type.indexOf(';') < 0 ? type.size() : type.indexOf(';'))).trimmed();
    if (type != "application/json")
        return refuse(415, u"wrong_type"_s, u"A body must be application/json."_s);
    auto object = readStrictObject(body);
    if (!object)
        return refuse(400, u"bad_request"_s, object.error());
    json = *std::move(object);
    return std::nullopt;
}

ApiGate::Refused ApiGate::checkCaller(const RequestHead& head, const ApiRoute& route, bool isLocal, Caller& caller)
{
    caller.origin = head.value("origin");
    const auto given = head.values("authorization");
    if (!given.isEmpty()) {
        const QByteArray& text = given.first();
        const bool bearer = given.size() == 1 && text.size() > 7 && text.first(7).toLower() == "bearer ";
        if (bearer)
            caller = m_clients.callerOf(text.sliced(7).trimmed(), caller.origin);
        if (caller.kind == Caller::Kind::Anybody) {
            if (!m_refused.take())
                return tooMany();
            auto answer = refuse(401, u"token_refused"_s,
                                 u"This token is not known here, or belongs to another program. Pair again."_s);
            answer.headers.emplaceBack("WWW-Authenticate", "Bearer");
            return answer;
        }
    }
    if (caller.kind == Caller::Kind::Owner)
        return std::nullopt;
    if (route.access == ApiAccess::Owner && caller.kind == Caller::Kind::Client)
        return refuse(403, u"not_allowed"_s, u"Only hugger itself may do this. Use its window or its command line."_s);
    if (caller.kind == Caller::Kind::Client)
        return std::nullopt;
    // Nobody on the network learns anything without a token.
    if (route.access == ApiAccess::Open && isLocal)
        return m_open.take() ? std::nullopt : Refused(tooMany());
    if (!m_refused.take())
        return tooMany();
    auto answer = refuse(401, u"token_missing"_s,
                         isLocal ? u"This needs a token: pair with hugger first."_s
                                 : u"From another computer every request needs a token, paired on hugger's own."_s);
    answer.headers.emplaceBack("WWW-Authenticate", "Bearer");
    return answer;
}

} // namespace hugger
