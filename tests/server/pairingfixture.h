// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/server/clients.h"
#include "app/server/pairingdesk.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QMessageAuthenticationCode>
#include <QtCore/QTemporaryDir>
#include <QtCore/QtEndian>

using namespace Qt::StringLiterals;

namespace hugger::test {

inline const QByteArray firefox = "moz-extension://5f0c3c1e-1111-4a5b-9f64-0a1b2c3d4e5f";
inline const QByteArray chrome = "chrome-extension://abcdefghijklmnopabcdefghijklmnop";
inline const QByteArray nonce(32, '\x5a');

inline QString hex(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

inline QString commitment(const QByteArray& to = nonce)
{
    return hex(QCryptographicHash::hash(to, QCryptographicHash::Sha256));
}

/// As the extension computes it.
inline QString codeOf(const QByteArray& serverNonce, const QByteArray& origin)
{
    const QByteArray mac = QMessageAuthenticationCode::hash(QByteArray(serverNonce + origin + "\n4847"), nonce,
                                                            QCryptographicHash::Sha256);
    return u"%1"_s.arg(qFromBigEndian<quint32>(mac.constData()) % 1'000'000, 6, 10, QChar(u'0'));
}

inline QString errorOf(const ApiAnswer& answer)
{
    return answer.json["error"_L1]["code"_L1].toString();
}

inline qint64 retryAfter(const ApiAnswer& answer)
{
    for (const auto& [name, value] : answer.headers) {
        if (name == "Retry-After")
            return value.toLongLong();
    }
    return -1;
}

/// The routes as the server calls them, and a clock to move.
struct Desk {
    QTemporaryDir folder;
    std::chrono::steady_clock::time_point now = std::chrono::steady_clock::now();
    std::unique_ptr<Clients> clients;
    std::unique_ptr<PairingDesk> desk;
    ApiRoutes routes;
    std::stop_source gone;

    Desk() { restart(); }

    void restart()
    {
        desk.reset();
        clients.reset(); // written when it ends
        clients = std::make_unique<Clients>(folder.path());
        desk = std::make_unique<PairingDesk>(*clients, [this] { return now; });
        desk->setPort(4847);
        routes = {};
        desk->addRoutes(routes);
    }

    Task<ApiAnswer> call(const QByteArray& method, const QString& path, const QJsonObject& body = {},
                         const QByteArray& origin = {})
    {
        const qsizetype query = path.indexOf(u'?');
        const auto match = routes.find(method, path.first(query < 0 ? path.size() : query).split(u'/'));
        if (!match.route)
            qFatal("no such route: %s", qPrintable(path));
        ApiRequest request;
        request.method = method;
        request.params = match.params;
        request.body = body;
        request.caller.origin = origin;
        request.gone = gone.get_token();
        if (query >= 0) {
            for (const QString& part : path.sliced(query + 1).split(u'&'))
                request.query.append({part.section(u'=', 0, 0), part.section(u'=', 1)});
        }
        return match.route->run(request);
    }
    ApiAnswer ask(const QByteArray& method, const QString& path, const QJsonObject& body = {},
                  const QByteArray& origin = {})
    {
        return QCoro::waitFor(call(method, path, body, origin));
    }

    ApiAnswer begin(const QByteArray& origin = chrome, const QString& name = u"Chrome on Linux"_s)
    {
        return ask("POST", u"pair"_s, {{u"name"_s, name}, {u"commitment"_s, commitment()}}, origin);
    }
    /// Begun and revealed: the user sees it.
    QString asked(const QByteArray& origin = chrome)
    {
        const QString id = begin(origin).json["pairing"_L1].toString();
        (void)ask("POST", u"pair/"_s + id, {{u"nonce"_s, hex(nonce)}}, origin);
        return id;
    }
    QString state(const QString& id) { return ask("GET", u"pair/"_s + id).json["state"_L1].toString(); }
};

/// What comes of a call that waits.
struct Later {
    std::optional<ApiAnswer> answer;

    explicit Later(Task<ApiAnswer> task)
        : m_task(std::move(task).then([this](const ApiAnswer& given) { answer = given; }))
    {
    }
    Q_DISABLE_COPY_MOVE(Later)
    ~Later() = default;

private:
    Task<void> m_task;
};

} // namespace hugger::test
