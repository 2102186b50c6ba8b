// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/async.h"
#include "base/error.h"
#include "net/rategate.h"

#include <QtCore/QUrl>
#include <QtNetwork/QHttpHeaders>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkProxyFactory>
#include <QtNetwork/QNetworkReply>

#include <chrono>
#include <memory>
#include <stop_token>

namespace hugger {

/// How patient hugger is. Times are milliseconds.
struct NetPolicy {
    std::chrono::milliseconds apiTimeout{30'000}; ///< an API call without a byte for so long has failed
    std::chrono::milliseconds stallTimeout{20'000}; ///< a download without a byte for so long is started again
    std::chrono::milliseconds retryBase{500}; ///< first pause after a failure; doubles, with jitter
    std::chrono::milliseconds retryMax{15'000};
    int tries = 5; ///< in a row without a byte of progress
    int rateTries = 40; ///< 429s in a row
    qint64 maxBody = 64 * 1024 * 1024; ///< bytes of one API answer
    int connectionsPerHost = 16;
};

struct HttpRequest {
    QByteArray method = "GET";
    QUrl url;
    QHttpHeaders headers;
    QByteArray body;
    RateBucket bucket = RateBucket::Api;
    bool isBackground = false; ///< leaves a good part of the Hub's quota to what somebody waits for
    bool followRedirects = true; ///< within the endpoint's origin; five hops
    bool retry = true;
};

struct HttpAnswer {
    int status = 0;
    QHttpHeaders headers;
    QByteArray body;
    QUrl url; ///< where the answer came from, after redirects

    [[nodiscard]] QByteArray header(QByteArrayView name) const { return headers.value(name).toByteArray(); }
};

/// How hugger speaks HTTP. The one place that makes requests: user agent, no cookies, redirects by hand, and the token
/// to the endpoint's own origin and nowhere else.
///
/// Lives in one thread with an event loop. Answers with any status are values; errors are network failures after all
/// tries.
class HttpClient final : public QObject {
    Q_OBJECT

public:
    HttpClient(QUrl endpoint, NetPolicy policy, QObject* parent = nullptr);

    [[nodiscard]] const QUrl& endpoint() const { return m_endpoint; }
    [[nodiscard]] const NetPolicy& policy() const { return m_policy; }
    /// "" for none. Takes effect with the next request.
    void setToken(QByteArray token);
    [[nodiscard]] bool hasToken() const { return !m_token.isEmpty(); }
    /// Another number after each change of the token: what was learnt with the one before may not be true any more.
    [[nodiscard]] int tokenChange() const { return m_tokenChange; }
    [[nodiscard]] RateGate& gate() { return m_gate; }
    /// Applies to connections made from now on.
    void setProxyFactory(std::unique_ptr<QNetworkProxyFactory> factory);
    void setConnectionsPerHost(int connections) { m_policy.connectionsPerHost = connections; }

    /// One exchange with small bodies: waits at the gate, follows redirects inside the endpoint, tries again after
    /// network errors, 408, 429 and 5xx. The last answer is handed on whatever its status; the caller reads it.
    [[nodiscard]] Task<Expected<HttpAnswer>> send(HttpRequest request, std::stop_token stop);

    /// Starts a GET for bytes: HTTP/1.1, identity encoding, no redirects followed, at most `bufferBytes` held in
    /// memory. The caller owns the reply (deleteLater) and watches for stalls.
    [[nodiscard]] QNetworkReply* startGet(const QUrl& url, const QHttpHeaders& headers, qint64 bufferBytes);

    /// The pause before try number `attempt` (1 = the first repetition), with jitter.
    [[nodiscard]] std::chrono::milliseconds backoff(int attempt) const;

Q_SIGNALS:
    /// Whether the endpoint answers at all; told when it changes.
    void reachable(bool isReachable);

private:
    void noteReachable(bool isReachable);
    [[nodiscard]] QNetworkRequest prepare(const QUrl& url, const QHttpHeaders& headers) const;
    [[nodiscard]] Task<Expected<HttpAnswer>> exchange(HttpRequest request, std::stop_token stop);

    QUrl m_endpoint;
    NetPolicy m_policy;
    QByteArray m_token;
    int m_tokenChange = 0;
    RateGate m_gate;
    std::optional<bool> m_reachable;
    QNetworkAccessManager m_manager;
};

/// What a failed reply means, in words.
[[nodiscard]] Error networkError(const QNetworkReply& reply, const QUrl& endpoint);

/// True for statuses that are worth another try: 408, 429 and 5xx.
[[nodiscard]] bool isTransient(int status);

} // namespace hugger
