// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/runninghugger.h"

#include "app/server/secrets.h"
#include "base/files.h"
#include "base/json.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtNetwork/QHostAddress>
#include <QtNetwork/QNetworkProxy>
#include <QtNetwork/QNetworkReply>

#include <QCoroSignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hugger {

namespace {

constexpr auto apiVersion = 1;
constexpr auto pingTimeout = 3s;
constexpr auto startingTimeout = 30s; ///< for it to have listed what is held
constexpr auto busyTimeout = 5s;
constexpr auto busyPause = 200ms;
constexpr qint64 maxAnswer = 64 * 1024 * 1024;
constexpr qint64 maxFile = 64 * 1024;

struct LaterDelete {
    void operator()(QNetworkReply* reply) const { reply->deleteLater(); }
};

QByteArray freshChallenge()
{
    return randomBytes(32).toHex();
}

std::unexpected<Error> unreachable(const QString& code, const QString& message, const QString& detail = {})
{
    return fail(ErrorKind::Busy, code, message, detail, Retry::NeedsUser);
}

ErrorKind kindOf(int status, const QString& code)
{
    // One status stands for several kinds: what is not held is not what the Hub has not got.
    if (code == "not_held"_L1 || code == "no_such_store"_L1 || code == "no_such_trash"_L1)
        return ErrorKind::NotHeld;
    if (code == "bad_bundle"_L1 || code == "not_held_here"_L1 || code == "damaged"_L1)
        return ErrorKind::Integrity;
    switch (status) {
    case 400:
    case 409:
    case 422:
        return ErrorKind::Usage;
    case 401:
    case 403:
        return ErrorKind::NotAllowed;
    case 404:
        return ErrorKind::NotFound;
    case 429:
    case 503:
        return ErrorKind::Busy;
    case 502:
        return ErrorKind::Network;
    case 507:
        return ErrorKind::Disk;
    default:
        return ErrorKind::Failed;
    }
}

} // namespace

QByteArray ownerProof(const QByteArray& token, quint16 port, const QByteArray& challenge)
{
    const QByteArray message = "hugger-proof\n" + QByteArray::number(port) + '\n' + challenge;
    return hmacSha256(sha256(token), message).toHex();
}

Error errorOfAnswer(int status, const QJsonObject& answer)
{
    const QJsonObject error = answer.value("error"_L1).toObject();
    const QString code = error.value("code"_L1).toString();
    const QString message = error.value("message"_L1).toString();
    if (code.isEmpty() || message.isEmpty()) {
        return {
            ErrorKind::Failed,
            u"bad_answer"_s,
            u"The hugger that is running gave an answer (%1) that means nothing here. It may be another version: close it and start it again."_s
                .arg(status),
            {},
            Retry::NeedsUser};
    }
    return {kindOf(status, code), code, message, error.value("detail"_L1).toString(), Retry::NeedsUser};
}

RunningHugger::RunningHugger(QUrl base, QByteArray token, qint64 pid)
    : m_base(std::move(base))
    , m_token(std::move(token))
    , m_pid(pid)
{
    // It is on this computer, or where the user said: no proxy has anything to see there.
    m_network.setProxy(QNetworkProxy::NoProxy);
}

Task<Expected<std::unique_ptr<RunningHugger>>> RunningHugger::find(QString profileFolder, std::stop_token stop)
{
    const QString path = profileFolder + u"/server.json"_s;
    if (!QFileInfo::exists(path))
        co_return unreachable(u"not_running"_s, u"No hugger with a local server has this profile open."_s);
    const auto bytes = readAll(path, maxFile);
    const auto json = bytes ? parseObject(*bytes, path, ErrorKind::Busy, u"no_answer"_s)
                            : Expected<QJsonObject>(std::unexpected(bytes.error()));
    if (!json)
        co_return unreachable(u"no_answer"_s, u"%1 cannot be read."_s.arg(path), json.error().message);
    JsonReader reader(*json, path);
    const qint64 api = reader.size("api"_L1);
    const QString address = reader.text("address"_L1);
    const qint64 port = reader.size("port"_L1);
    const qint64 pid = reader.size("pid"_L1);
    const QByteArray token = reader.text("token"_L1).toLatin1();
    const bool isWhole = reader.outcome(ErrorKind::Busy, u"no_answer"_s).has_value() && port > 0 && port <= 65535
        && !QHostAddress(address).isNull() && !token.isEmpty();
    if (!isWhole)
        co_return unreachable(u"no_answer"_s, u"%1 is not what a hugger writes."_s.arg(path));
    if (api != apiVersion) {
        co_return unreachable(u"other_version"_s,
                              u"The hugger that is running is another version. Close it and start it again."_s,
                              u"api %1"_s.arg(api));
    }
    QUrl base;
    base.setScheme(u"http"_s);
    base.setHost(address);
    base.setPort(static_cast<int>(port));
    base.setPath(u"/hugger/v1/"_s);
    std::unique_ptr<RunningHugger> running(new RunningHugger(base, token, pid));
    const auto proved = co_await running->prove(stop);
    if (!proved)
        co_return std::unexpected(proved.error());
    co_return running;
}

Task<Done> RunningHugger::prove(std::stop_token stop)
{
    const QByteArray challenge = freshChallenge();
    const QString path = u"ping?client=owner&challenge="_s + QString::fromLatin1(challenge);
    const QDeadlineTimer patience(busyTimeout);
    Exchange exchange = co_await send(Verb::Get, path, {}, false, stop);
    // It answers so many at a time, and no more.
    while ((exchange.status == 429 || exchange.status == 503) && !patience.hasExpired()
           && co_await pauseFor(busyPause, stop))
        exchange = co_await send(Verb::Get, path, {}, false, stop);
    if (stop.stop_requested())
        co_return std::unexpected(interrupted());
    if (exchange.status == 0)
        co_return std::unexpected(noAnswer(exchange.trouble));
    const QJsonObject pong = QJsonDocument::fromJson(exchange.body).object();
    if (pong.value("proof"_L1).toString().toLatin1()
        != ownerProof(m_token, static_cast<quint16>(m_base.port()), challenge)) {
        co_return unreachable(
            u"wrong_server"_s,
            u"Another program listens where it should (port %1); nothing was sent there."_s.arg(m_base.port()));
    }
    co_return {};
}

Error RunningHugger::noAnswer(const QString& why) const
{
    return {ErrorKind::Busy, u"no_answer"_s,
            u"Nobody answers where it should listen (%1, port %2)."_s.arg(m_base.host()).arg(m_base.port()), why,
            Retry::NeedsUser};
}

Task<RunningHugger::Exchange> RunningHugger::send(Verb verb, QString path, QJsonObject body, bool asOwner,
                                                  std::stop_token stop)
{
    QNetworkRequest request(m_base.resolved(QUrl(path, QUrl::StrictMode)));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setTransferTimeout(asOwner ? m_patience : pingTimeout);
    request.setRawHeader("Accept-Encoding", "identity");
    if (asOwner)
        request.setRawHeader("Authorization", "Bearer " + m_token);
    const std::unique_ptr<QNetworkReply, LaterDelete> reply([&] {
        switch (verb) {
        case Verb::Post:
            request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
            return m_network.post(request, QJsonDocument(body).toJson(QJsonDocument::Compact));
        case Verb::Delete:
            return m_network.deleteResource(request);
        case Verb::Get:
            break;
        }
        return m_network.get(request);
    }());
    QByteArray got;
    connect(reply.get(), &QNetworkReply::readyRead, reply.get(), [&got, r = reply.get()] {
        got += r->readAll();
        if (got.size() > maxAnswer)
            r->abort();
    });
    const std::stop_callback abortNow(
        stop, [r = reply.get()] { QMetaObject::invokeMethod(r, &QNetworkReply::abort, Qt::QueuedConnection); });
    if (!reply->isFinished())
        co_await qCoro(reply.get(), &QNetworkReply::finished);
    got += reply->readAll();
    const auto error = reply->error();
    // 4xx and 5xx are errors to Qt, and answers to us.
    const bool isCut = error != QNetworkReply::NoError && error < QNetworkReply::ContentAccessDenied;
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0 || isCut)
        co_return {0, {}, reply->errorString()};
    co_return {status, got, {}};
}

Task<Expected<QJsonObject>> RunningHugger::ask(Verb verb, QString path, QJsonObject body, std::stop_token stop)
{
    const QDeadlineTimer patience(startingTimeout);
    while (true) {
        const auto exchange = co_await send(verb, path, body, true, stop);
        if (stop.stop_requested())
            co_return std::unexpected(interrupted());
        if (exchange.status == 0)
            co_return std::unexpected(noAnswer(exchange.trouble));
        const QJsonObject answer = QJsonDocument::fromJson(exchange.body).object();
        if (exchange.status >= 200 && exchange.status < 300)
            co_return answer;
        const Error error = errorOfAnswer(exchange.status, answer);
        const bool isPassing = error.code == "starting"_L1 || error.code == "too_many"_L1;
        if (!isPassing || patience.hasExpired())
            co_return std::unexpected(error);
        if (!co_await pauseFor(busyPause, stop))
            co_return std::unexpected(interrupted());
    }
}

Task<Expected<QJsonObject>> RunningHugger::get(QString path, std::stop_token stop)
{
    return ask(Verb::Get, std::move(path), {}, std::move(stop));
}

Task<Expected<QJsonObject>> RunningHugger::post(QString path, QJsonObject body, std::stop_token stop)
{
    return ask(Verb::Post, std::move(path), std::move(body), std::move(stop));
}

Task<Expected<QJsonObject>> RunningHugger::drop(QString path, std::stop_token stop)
{
    return ask(Verb::Delete, std::move(path), {}, std::move(stop));
}

} // namespace hugger
