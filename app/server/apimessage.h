// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/async.h"
#include "base/error.h"

#include <QtCore/QHash>
#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

#include <functional>
#include <optional>

namespace hugger {

/// Who asks.
struct Caller {
    enum class Kind {
        Anybody, ///< no token
        Client, ///< the token of a paired client, from the origin it was paired with
        Owner, ///< the token of PROFILE/server.json, that only the user's own programs can read
    } kind = Kind::Anybody;
    QString client; ///< its id, for Client
    QByteArray origin; ///< as sent; empty when none was
};

/// A request that has passed the guards.
struct ApiRequest {
    QByteArray method;
    QHash<QString, QString> params; ///< of the route's pattern, decoded once
    QList<std::pair<QString, QString>> query; ///< decoded once, in order
    QJsonObject body; ///< empty when there was none
    Caller caller;
    std::stop_token gone; ///< the client hung up, or the server stops: what waits ends

    /// The first of that name.
    [[nodiscard]] std::optional<QString> queryValue(QStringView name) const;
    [[nodiscard]] QStringList queryValues(QStringView name) const;
};

struct ApiAnswer {
    int status = 200;
    QJsonObject json;
    QList<std::pair<QByteArray, QByteArray>> headers;

    [[nodiscard]] static ApiAnswer ok(QJsonObject json, int status = 200);
    /// {"error":{"code","message","detail"}}
    [[nodiscard]] static ApiAnswer refuse(int status, const QString& code, const QString& message,
                                          const QString& detail = {});
    /// The status that fits the kind: Usage 422, NotFound and NotHeld 404, NotAllowed 403, Network 502, Integrity 500,
    /// Disk 507, Busy 409, Interrupted 503, else 500.
    [[nodiscard]] static ApiAnswer of(const Error& error);
};

enum class ApiAccess { Open, Client, Owner }; ///< Client: the owner, too

/// One route of the API, relative to /hugger/v1.
struct ApiRoute {
    QByteArray method; ///< "GET", "POST" or "DELETE"
    QString pattern; ///< "repos/{kind}/{id}/files": a parameter is one whole segment
    ApiAccess access = ApiAccess::Client;
    std::function<Task<ApiAnswer>(ApiRequest)> run;
};

/// A list small enough to be looked through.
class ApiRoutes final {
public:
    struct Match {
        const ApiRoute* route = nullptr; ///< nothing when the path is none of ours, or only with other methods
        QHash<QString, QString> params;
        QList<QByteArray> allowed; ///< the methods of this path; empty when there is no such path
    };

    void add(ApiRoute route) { m_routes.append(std::move(route)); }
    /// `segments` without the leading "hugger", "v1".
    [[nodiscard]] Match find(QByteArrayView method, const QStringList& segments) const;
    [[nodiscard]] const QList<ApiRoute>& all() const { return m_routes; }

private:
    QList<ApiRoute> m_routes;
};

} // namespace hugger
