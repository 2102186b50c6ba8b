// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "fetch/extents.h"
#include "net/bandwidth.h"
#include "net/httpclient.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QUrl>

#include <functional>
#include <memory>

namespace hugger {

/// Why a stream ended, and what that means for the transfer.
struct StreamEnd {
    enum class Kind {
        Complete, ///< every byte of the piece was written
        Retry, ///< try again after a pause: cut, stalled, 5xx, nonsense
        StaleUrl, ///< the signed URL is not accepted any more: resolve again
        NoRanges, ///< the server sent the whole file for a range: one connection, from the start
        Held, ///< 429: the gate says when
        Fatal, ///< no use: 401, 403, 404 of the Hub, disk errors
    };
    Kind kind = Kind::Complete;
    Error error; ///< unless Complete
};

/// One GET of a piece of a file: follows redirects by hand, checks the head, writes the body through `write`, watches
/// for stalls.
///
///   start -> [redirect]* -> head checked -> bytes ... -> ended(StreamEnd)
///
/// `ended` comes exactly once, never from inside start(). Status, range, length and encoding are checked before the
/// first byte is taken: Qt reports none of them.
class PieceStream final : public QObject {
    Q_OBJECT

public:
    struct Target {
        QUrl url; ///< where to begin: the resolve URL, or what it led to before
        bool isResolved = false; ///< url is such a result: 401, 403, 404 and 410 mean that it expired
        Extent piece;
        qint64 fileSize = 0; ///< bytes of the whole file
        QString name; ///< for messages
    };
    using Write = std::function<Done(qint64 offset, QByteArrayView bytes)>;
    /// Reads what a refusal of the endpoint means: status and headers, no body.
    using Explain = std::function<Error(const HttpAnswer& answer)>;

    PieceStream(HttpClient& http, Bandwidth& bandwidth, Target target, Write write, Explain explain);
    ~PieceStream() override;

    void start();
    /// Nothing is written or said any more: the transfer may be gone before this object is.
    void abandon();
    /// Takes what the bandwidth limit did not allow before.
    void drain();
    /// Looks at the clock: call about twice a second.
    void checkStall();
    [[nodiscard]] const Extent& piece() const { return m_target.piece; }
    /// What is not written yet.
    [[nodiscard]] Extent rest() const { return {m_at, m_target.piece.end}; }
    /// Ends of the last redirect, once the head was good: worth asking directly next time.
    [[nodiscard]] const QUrl& finalUrl() const { return m_target.url; }
    [[nodiscard]] bool wasRedirected() const { return m_hops > 0; }

Q_SIGNALS:
    void headGood();
    void ended(const hugger::StreamEnd& end);

private:
    void request();
    void dropReply();
    void readHead();
    void readRedirect(int status);
    void readRefusal(int status);
    [[nodiscard]] bool checkBody(int status);
    void take();
    void replyFinished();
    void conclude();
    void end(StreamEnd::Kind kind, Error error = {});
    void retry(const QString& code, const QString& message, const QString& detail = {});

    HttpClient& m_http;
    Bandwidth& m_bandwidth;
    Target m_target;
    Write m_write;
    Explain m_explain;
    QNetworkReply* m_reply = nullptr;
    qint64 m_at = 0;
    int m_hops = 0;
    bool m_headRead = false;
    bool m_throttled = false;
    bool m_over = false;
    QElapsedTimer m_lastByte;
};

} // namespace hugger
