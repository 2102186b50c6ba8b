// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fetch/piecestream.h"

#include "base/log.h"
#include "base/say.h"
#include "net/urls.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qint64 bufferBytes = 512 * 1024; ///< held in memory for each connection, and lost with a killed process
constexpr int maxHops = 5;

struct ContentRange {
    qint64 begin = -1;
    qint64 end = -1; ///< excluded
    qint64 total = -1;
};

/// "bytes 0-99/1234"
std::optional<ContentRange> parseContentRange(const QByteArray& value)
{
    static const QRegularExpression pattern(u"^bytes\\s+(\\d{1,18})-(\\d{1,18})/(\\d{1,18})$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const auto match = pattern.match(QString::fromLatin1(value.trimmed()));
    if (!match.hasMatch())
        return std::nullopt;
    return ContentRange{match.captured(1).toLongLong(), match.captured(2).toLongLong() + 1,
                        match.captured(3).toLongLong()};
}

QString withoutQuery(const QUrl& url)
{
    return url.toDisplayString(QUrl::RemoveQuery | QUrl::RemoveUserInfo);
}

} // namespace

PieceStream::PieceStream(HttpClient& http, Bandwidth& bandwidth, Target target, Write write, Explain explain)
    : m_http(http)
    , m_bandwidth(bandwidth)
    , m_target(std::move(target))
    , m_write(std::move(write))
    , m_explain(std::move(explain))
    , m_at(m_target.piece.begin)
{
}

PieceStream::~PieceStream()
{
    dropReply();
}

void PieceStream::dropReply()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
}

void PieceStream::abandon()
{
    m_over = true;
    disconnect();
    dropReply();
}

void PieceStream::start()
{
    request();
}

void PieceStream::request()
{
    QHttpHeaders headers;
    // A whole file is asked for without a range: every server can do that.
    const bool whole = m_target.piece.begin == 0 && m_target.piece.end == m_target.fileSize;
    if (!whole || m_at > m_target.piece.begin)
        headers.append(QHttpHeaders::WellKnownHeader::Range,
                       "bytes=" + QByteArray::number(m_at) + '-' + QByteArray::number(m_target.piece.end - 1));
    m_headRead = false;
    m_lastByte.start();
    m_reply = m_http.startGet(m_target.url, headers, bufferBytes);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &PieceStream::readHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &PieceStream::drain);
    connect(m_reply, &QNetworkReply::finished, this, &PieceStream::replyFinished);
}

void PieceStream::readHead()
{
    if (m_over || m_headRead || !m_reply)
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0 || status == 100)
        return;
    m_headRead = true;
    m_lastByte.start();
    if (Origin::of(m_target.url) == Origin::of(m_http.endpoint()) || status == 429)
        m_http.gate().observe(status, m_reply->headers(), RateBucket::Resolvers);
    if (status == 200 || status == 206) {
        if (checkBody(status))
            Q_EMIT headGood();
    } else if (status >= 300 && status < 400) {
        readRedirect(status);
    } else {
        readRefusal(status);
    }
}

void PieceStream::readRedirect(int status)
{
    if (++m_hops > maxHops) {
        retry(u"redirect_loop"_s,
              Say::tr("The Hub sends hugger round in circles for %1. Try again later.").arg(m_target.name));
        return;
    }
    const auto target =
        redirectTarget(m_target.url, m_reply->headers().value(QHttpHeaders::WellKnownHeader::Location).toByteArray(),
                       m_http.endpoint());
    if (status == 304 || !target) {
        end(StreamEnd::Kind::Retry,
            target ? Error{ErrorKind::Network,
                           u"bad_answer"_s,
                           Say::tr("The Hub answered %1 for %2.").arg(status).arg(m_target.name),
                           {},
                           Retry::Automatic}
                   : target.error());
        return;
    }
    dropReply();
    m_target.url = *target;
    request();
}

void PieceStream::readRefusal(int status)
{
    const bool atEndpoint = Origin::of(m_target.url) == Origin::of(m_http.endpoint());
    if (status == 429) {
        end(StreamEnd::Kind::Held,
            {ErrorKind::Network,
             u"rate_limited"_s,
             Say::tr("The Hub asks hugger to slow down and did not let up. Try again later, or set a token for a "
                     "larger quota."),
             {},
             Retry::Automatic});
        return;
    }
    if (isTransient(status)) {
        retry(u"hub_failing"_s,
              Say::tr("The server for %1 answered with error %2. Try again later; what was fetched is kept.")
                  .arg(m_target.name)
                  .arg(status));
        return;
    }
    if (status == 416) {
        retry(u"bad_range"_s,
              Say::tr("The server says that %1 is shorter than the Hub lists it. Try again later.").arg(m_target.name));
        return;
    }
    if (!atEndpoint || (m_target.isResolved && m_hops == 0)) {
        end(StreamEnd::Kind::StaleUrl,
            {ErrorKind::Network,
             u"link_refused"_s,
             Say::tr("The download server refused %1 (status %2), also with a fresh link. Try again later; what was "
                     "fetched is kept.")
                 .arg(m_target.name)
                 .arg(status),
             {},
             Retry::Automatic});
        return;
    }
    HttpAnswer answer;
    answer.status = status;
    answer.headers = m_reply->headers();
    answer.url = m_target.url;
    end(StreamEnd::Kind::Fatal, m_explain(answer));
}

bool PieceStream::checkBody(int status)
{
    const QHttpHeaders headers = m_reply->headers();
    const auto value = [&headers](QByteArrayView name) { return headers.value(name).toByteArray().trimmed(); };
    const QString where = withoutQuery(m_target.url);
    const QByteArray encoding = value("Content-Encoding").toLower();
    if (!encoding.isEmpty() && encoding != "identity") {
        retry(u"bad_answer"_s,
              Say::tr("%1 came compressed although hugger did not ask for that. A proxy in between may do it; try "
                      "without it.")
                  .arg(m_target.name),
              where);
        return false;
    }
    const qint64 wanted = m_target.piece.end - m_at;
    bool promised = false;
    const qint64 length = value("Content-Length").toLongLong(&promised);
    if (status == 206) {
        const auto range = parseContentRange(value("Content-Range"));
        if (!range || range->begin != m_at || range->end != m_target.piece.end || range->total != m_target.fileSize) {
            retry(u"bad_range"_s,
                  Say::tr("The server sent another part of %1 than hugger asked for. Try again later.")
                      .arg(m_target.name),
                  where + u": "_s + QString::fromLatin1(value("Content-Range")));
            return false;
        }
    } else if (m_at > 0) {
        end(StreamEnd::Kind::NoRanges,
            {ErrorKind::Network, u"no_ranges"_s, Say::tr("The server cannot send parts of %1.").arg(m_target.name),
             where, Retry::Automatic});
        return false;
    } else if (promised && length != m_target.fileSize) {
        if (value("Content-Type").startsWith("text/html")) {
            retry(u"captive_portal"_s,
                  Say::tr("A web page came instead of %1: something between hugger and the Hub (a login page of the "
                          "network?) answers in its place. Log in there if it asks for that, then try again.")
                      .arg(m_target.name),
                  where);
        } else {
            retry(u"wrong_length"_s,
                  Say::tr("The server sends %1 with %2 bytes, but the Hub lists it with %3. Try again later.")
                      .arg(m_target.name)
                      .arg(length)
                      .arg(m_target.fileSize),
                  where);
        }
        return false;
    } else if (m_target.piece.end < m_target.fileSize) {
        end(StreamEnd::Kind::NoRanges,
            {ErrorKind::Network, u"no_ranges"_s, Say::tr("The server cannot send parts of %1.").arg(m_target.name),
             where, Retry::Automatic});
        return false;
    }
    if (promised && length != wanted) {
        retry(u"wrong_length"_s,
              Say::tr("The server sends a part of %1 with the wrong length. Try again later.").arg(m_target.name),
              where);
        return false;
    }
    return true;
}

void PieceStream::take()
{
    // One buffer for all streams of the thread: each read is written before the next.
    thread_local QByteArray block(bufferBytes, Qt::Uninitialized);
    m_throttled = false;
    while (!m_over && m_reply && m_headRead) {
        const qint64 available = std::min(m_reply->bytesAvailable(), bufferBytes);
        if (available <= 0)
            return;
        m_lastByte.start();
        const qint64 left = m_target.piece.end - m_at;
        if (left == 0) {
            retry(u"long_body"_s,
                  Say::tr("The server sent more bytes for %1 than the Hub lists. Try again later.").arg(m_target.name),
                  withoutQuery(m_target.url));
            return;
        }
        const qint64 allowed = m_bandwidth.take(std::min(available, left));
        if (allowed == 0) {
            m_throttled = true; // the reply's full buffer holds the server back meanwhile
            return;
        }
        const qint64 got = m_reply->read(block.data(), allowed);
        if (got <= 0)
            return;
        if (const auto ok = m_write(m_at, QByteArrayView(block.constData(), got)); !ok) {
            end(StreamEnd::Kind::Fatal, ok.error());
            return;
        }
        m_at += got;
    }
}

void PieceStream::drain()
{
    take();
    if (!m_over && m_reply && m_reply->isFinished() && !m_throttled)
        conclude();
}

void PieceStream::replyFinished()
{
    if (m_over || !m_reply)
        return;
    readHead();
    // A redirect has put a new reply in the place of this one.
    if (!m_over && m_reply && m_reply->isFinished())
        drain();
}

void PieceStream::conclude()
{
    if (m_at == m_target.piece.end)
        end(StreamEnd::Kind::Complete);
    else if (m_reply->error() == QNetworkReply::NoError)
        retry(u"short_body"_s,
              Say::tr("%1 was cut short by the server. Try again; what was fetched is kept.").arg(m_target.name),
              withoutQuery(m_target.url));
    else
        end(StreamEnd::Kind::Retry, networkError(*m_reply, m_http.endpoint()));
}

void PieceStream::checkStall()
{
    if (m_over || m_throttled || !m_reply)
        return;
    if (m_lastByte.durationElapsed() < m_http.policy().stallTimeout)
        return;
    retry(u"stalled"_s,
          Say::tr("The server stopped sending %1. Try again; what was fetched is kept.").arg(m_target.name),
          withoutQuery(m_target.url));
}

void PieceStream::retry(const QString& code, const QString& message, const QString& detail)
{
    end(StreamEnd::Kind::Retry, {ErrorKind::Network, code, message, detail, Retry::Automatic});
}

void PieceStream::end(StreamEnd::Kind kind, Error error)
{
    if (m_over)
        return;
    m_over = true;
    if (m_reply) {
        // A reply that is through goes back to the connection pool; one that is not is cut.
        m_reply->disconnect(this);
        if (!m_reply->isFinished())
            m_reply->abort();
        m_reply->deleteLater();
        m_reply = nullptr;
    }
    Q_EMIT ended({kind, std::move(error)});
}

} // namespace hugger
