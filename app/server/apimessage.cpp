// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/apimessage.h"

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

int statusOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Usage:
        return 422;
    case ErrorKind::NotFound:
    case ErrorKind::NotHeld:
        return 404;
    case ErrorKind::NotAllowed:
        return 403;
    case ErrorKind::Network:
        return 502;
    case ErrorKind::Disk:
        return 507;
    case ErrorKind::Busy:
        return 409;
    case ErrorKind::Interrupted:
        return 503;
    case ErrorKind::Integrity:
    case ErrorKind::Failed:
        break;
    }
    return 500;
}

bool isParameter(QStringView part)
{
    return part.startsWith(u'{');
}

/// How many parts are literal, or -1 when it does not fit: "jobs/pause" goes before "jobs/{job}".
qsizetype fit(const QStringList& pattern, const QStringList& segments)
{
    if (pattern.size() != segments.size())
        return -1;
    qsizetype literal = 0;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern.at(i) == segments.at(i))
            ++literal;
        else if (!isParameter(pattern.at(i)) || segments.at(i).isEmpty())
            return -1;
    }
    return literal;
}

} // namespace

std::optional<QString> ApiRequest::queryValue(QStringView name) const
{
    for (const auto& [key, value] : query) {
        if (key == name)
            return value;
    }
    return std::nullopt;
}

QStringList ApiRequest::queryValues(QStringView name) const
{
    QStringList values;
    for (const auto& [key, value] : query) {
        if (key == name)
            values.append(value);
    }
    return values;
}

ApiAnswer ApiAnswer::ok(QJsonObject json, int status)
{
    return {status, std::move(json), {}};
}

ApiAnswer ApiAnswer::refuse(int status, const QString& code, const QString& message, const QString& detail)
{
    const QJsonObject error{{u"code"_s, code}, {u"message"_s, message}, {u"detail"_s, detail}};
    return {status, {{u"error"_s, error}}, {}};
}

ApiAnswer ApiAnswer::of(const Error& error)
{
    return refuse(statusOf(error.kind), error.code, error.message, error.detail);
}

ApiRoutes::Match ApiRoutes::find(QByteArrayView method, const QStringList& segments) const
{
    Match match;
    qsizetype best = -1;
    for (const ApiRoute& route : m_routes) {
        const QStringList pattern = route.pattern.split(u'/');
        const qsizetype literal = fit(pattern, segments);
        if (literal < 0 || literal < best)
            continue;
        if (literal > best) {
            best = literal;
            match = {};
        }
        match.allowed.append(route.method);
        if (route.method != method)
            continue;
        match.route = &route;
        for (qsizetype i = 0; i < pattern.size(); ++i) {
            if (isParameter(pattern.at(i)))
                match.params.insert(pattern.at(i).sliced(1, pattern.at(i).size() - 2), segments.at(i));
        }
    }
    return match;
}

} // namespace hugger
