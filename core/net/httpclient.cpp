// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/httpclient.h"

#include "base/log.h"
#include "base/say.h"
#include "net/urls.h"

#include <QtCore/QRandomGenerator>
#include <QtNetwork/QHttp1Configuration>
#include <QtNetwork/QNetworkCookie>
#include <QtNetwork/QNetworkCookieJar>

#include <QCoroSignal>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hugger {

namespace {

constexpr int maxHops = 5;

struct DeleteLater {
    void operator()(QObject* object) const { object->deleteLater(); }
};
using ReplyPtr = std::unique_ptr<QNetworkReply, DeleteLater>;

/// Nothing the Hub sets as a cookie is kept or sent back.
class NoCookies final : public QNetworkCookieJar {
public:
    using QNetworkCookieJar::QNetworkCookieJar;
    QList<QNetworkCookie> cookiesForUrl(const QUrl&) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie>&, const QUrl&) override { return false; }
};

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

} // namespace

bool isTransient(int status)
{
    return status == 408 || status == 429 || status >= 500;
}

Error networkError(const QNetworkReply& reply, const QUrl& endpoint)
{
    const QString host = reply.url().host();
    const bool atEndpoint = Origin::of(reply.url()) == Origin::of(endpoint);
    //: Stands in sentences that say what went wrong there; the first letter of each is made large.
    const QString who = atEndpoint ? Say::tr("the Hub at %1").arg(host) : Say::tr("the download server %1").arg(host);
    QString message;
    QString code = u"network_failed"_s;
    switch (reply.error()) {
    case QNetworkReply::HostNotFoundError:
        code = u"host_not_found"_s;
        message = Say::tr("The name %1 cannot be found. Check the network connection, and HF_ENDPOINT if it is set.")
                      .arg(host);
        break;
    case QNetworkReply::ConnectionRefusedError:
        code = u"connection_refused"_s;
        message = Say::tr("%1 does not accept connections. Check that the address is right and the server is running.")
                      .arg(who);
        break;
    case QNetworkReply::SslHandshakeFailedError:
        code = u"tls_failed"_s;
        message = Say::tr("No secure connection to %1: its certificate was not accepted. Check the computer's clock "
                          "and, behind a company proxy, its certificates.")
                      .arg(who);
        break;
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
        code = u"proxy_failed"_s;
        message = Say::tr("The proxy did not let hugger through to %1. Check the proxy settings.").arg(who);
        break;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError:
        code = u"timeout"_s;
        message = Say::tr("%1 did not answer in time. Try again; what was fetched is kept.").arg(who);
        break;
    default:
        message = Say::tr("The connection to %1 failed. Try again; what was fetched is kept.").arg(who);
        break;
    }
    message[0] = message[0].toUpper();
    return {ErrorKind::Network, code, message, redacted(reply.errorString()), Retry::Automatic};
}

HttpClient::HttpClient(QUrl endpoint, NetPolicy policy, QObject* parent)
    : QObject(parent)
    , m_endpoint(std::move(endpoint))
    , m_policy(policy)
{
    m_manager.setCookieJar(new NoCookies(&m_manager));
    m_manager.setAutoDeleteReplies(false);
}

std::chrono::milliseconds HttpClient::backoff(int attempt) const
{
    const auto full = std::min(m_policy.retryMax, m_policy.retryBase * (1 << std::clamp(attempt - 1, 0, 16)));
    // Between half and all of it, so that many clients that failed together do not come back together.
    return full / 2
        + std::chrono::milliseconds(QRandomGenerator::global()->bounded(std::max<qint64>(1, full.count() / 2)));
}

QNetworkRequest HttpClient::prepare(const QUrl& url, const QHttpHeaders& headers) const
{
    QNetworkRequest request(url);
    QHttpHeaders all = headers;
    all.replaceOrAppend(QHttpHeaders::WellKnownHeader::UserAgent, "hugger/" HUGGER_VERSION);
    // Setting it also turns Qt's own decompression off: hashes are over the bytes as sent.
    all.replaceOrAppend(QHttpHeaders::WellKnownHeader::AcceptEncoding, "identity");
    all.removeAll(QHttpHeaders::WellKnownHeader::Authorization);
    if (!m_token.isEmpty() && Origin::of(url) == Origin::of(m_endpoint))
        all.append(QHttpHeaders::WellKnownHeader::Authorization, "Bearer " + m_token);
    request.setHeaders(all);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // One HTTP/2 connection for everything is four times slower in Qt 6.8 than HTTP/1.1 over several.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    QHttp1Configuration http1;
    http1.setNumberOfConnectionsPerHost(m_policy.connectionsPerHost);
    request.setHttp1Configuration(http1);
    return request;
}

QNetworkReply* HttpClient::startGet(const QUrl& url, const QHttpHeaders& headers, qint64 bufferBytes)
{
    QNetworkReply* reply = m_manager.get(prepare(url, headers));
    reply->setReadBufferSize(bufferBytes);
    return reply;
}

Task<Expected<HttpAnswer>> HttpClient::exchange(HttpRequest request, std::stop_token stop)
{
    QNetworkRequest prepared = prepare(request.url, request.headers);
    prepared.setTransferTimeout(m_policy.apiTimeout);
    // As a custom verb, HEAD would wait for the body that Content-Length speaks of.
    const ReplyPtr reply(request.method == "HEAD"
                             ? m_manager.head(prepared)
                             : m_manager.sendCustomRequest(prepared, request.method, request.body));
    // Bodies are read as they come, so that one without an end is cut off at the limit and not at the end of memory.
    QByteArray body;
    bool tooLong = false;
    connect(reply.get(), &QNetworkReply::readyRead, reply.get(),
            [&body, &tooLong, r = reply.get(), limit = m_policy.maxBody] {
                body += r->readAll();
                if (body.size() > limit && !tooLong) {
                    tooLong = true;
                    r->abort();
                }
            });
    const std::stop_callback abortNow(
        stop, [r = reply.get()] { QMetaObject::invokeMethod(r, &QNetworkReply::abort, Qt::QueuedConnection); });
    if (!reply->isFinished())
        co_await qCoro(reply.get(), &QNetworkReply::finished);
    if (stop.stop_requested())
        co_return std::unexpected(interrupted());
    if (tooLong) {
        co_return fail(ErrorKind::Network, u"bad_answer"_s,
                       Say::tr("The Hub's answer is larger than any real one (%1 MiB). Try again later.")
                           .arg(m_policy.maxBody / 1048576),
                       request.url.toDisplayString(QUrl::RemoveQuery | QUrl::RemoveUserInfo));
    }
    if (reply->isOpen())
        body += reply->readAll();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto error = reply->error();
    // Qt reports 4xx and 5xx as errors, too; those with a status are answers. A body that was cut is not one.
    const bool isHttpError = error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownServerError
        && error != QNetworkReply::ProtocolUnknownError && error != QNetworkReply::ProtocolInvalidOperationError
        && error != QNetworkReply::ProtocolFailure;
    if (status == 0 || (error != QNetworkReply::NoError && !isHttpError && status < 400 && !isRedirect(status)))
        co_return std::unexpected(networkError(*reply, m_endpoint));
    HttpAnswer answer;
    answer.status = status;
    answer.headers = reply->headers();
    answer.body = std::move(body);
    answer.url = request.url;
    const QByteArray encoding = answer.header("Content-Encoding").trimmed().toLower();
    if (!encoding.isEmpty() && encoding != "identity") {
        co_return fail(ErrorKind::Network, u"bad_answer"_s,
                       Say::tr("The Hub's answer is compressed although hugger did not ask for that. A proxy in "
                               "between may do it; try without it."),
                       QString::fromLatin1(encoding), Retry::Automatic);
    }
    // Qt does not notice a body that is shorter than promised on every path: compare.
    bool promised = false;
    const qint64 length = answer.header("Content-Length").toLongLong(&promised);
    if (promised && request.method != "HEAD" && answer.body.size() < length && !isRedirect(status))
        co_return fail(ErrorKind::Network, u"network_failed"_s, Say::tr("The Hub's answer was cut short. Try again."),
                       {}, Retry::Automatic);
    co_return answer;
}

void HttpClient::setToken(QByteArray token)
{
    if (token == m_token)
        return;
    m_token = std::move(token);
    ++m_tokenChange;
}

void HttpClient::setProxyFactory(std::unique_ptr<QNetworkProxyFactory> factory)
{
    m_manager.setProxyFactory(factory.release());
}

void HttpClient::noteReachable(bool isReachable)
{
    if (m_reachable == isReachable)
        return;
    m_reachable = isReachable;
    Q_EMIT reachable(isReachable);
}

Task<Expected<HttpAnswer>> HttpClient::send(HttpRequest request, std::stop_token stop)
{
    const QUrl firstUrl = request.url;
    int failures = 0;
    int refusals = 0;
    int hops = 0;
    while (true) {
        if (!co_await m_gate.pass(request.bucket, stop, request.isBackground))
            co_return std::unexpected(interrupted());
        auto answer = co_await exchange(request, stop);
        m_gate.done(request.bucket);
        if (answer || answer.error().kind == ErrorKind::Network)
            noteReachable(answer.has_value());
        if (!answer) {
            if (answer.error().retry != Retry::Automatic || !request.retry || ++failures >= m_policy.tries)
                co_return answer;
            qCInfo(lcNet) << "try" << failures << "failed:" << answer.error().message << answer.error().detail;
            const auto pause = backoff(failures);
            if (!co_await pauseFor(pause, stop))
                co_return std::unexpected(interrupted());
            request.url = firstUrl;
            hops = 0;
            continue;
        }
        m_gate.observe(answer->status, answer->headers, request.bucket);
        if (answer->status == 429 && request.retry && ++refusals < m_policy.rateTries)
            continue; // the gate holds the next one as long as the Hub wants
        if (answer->status != 429 && isTransient(answer->status) && request.retry && ++failures < m_policy.tries) {
            const auto pause = backoff(failures);
            if (!co_await pauseFor(pause, stop))
                co_return std::unexpected(interrupted());
            continue;
        }
        if (!isRedirect(answer->status) || !request.followRedirects)
            co_return answer;
        if (++hops > maxHops) {
            co_return fail(ErrorKind::Network, u"redirect_loop"_s,
                           Say::tr("The Hub sends hugger round in circles. Try again later."),
                           firstUrl.toDisplayString(QUrl::RemoveQuery | QUrl::RemoveUserInfo));
        }
        const QByteArray location = answer->header("Location");
        const auto target = redirectTarget(request.url, location, m_endpoint);
        if (!target)
            co_return std::unexpected(target.error());
        if (Origin::of(*target) != Origin::of(m_endpoint)) {
            co_return fail(ErrorKind::Network, u"bad_redirect"_s,
                           Say::tr("The Hub sent hugger to another server (%1) for something only the Hub itself may "
                                   "answer. Check the endpoint in use.")
                               .arg(target->host()),
                           firstUrl.toDisplayString(QUrl::RemoveQuery | QUrl::RemoveUserInfo));
        }
        request.url = *target;
    }
}

} // namespace hugger
