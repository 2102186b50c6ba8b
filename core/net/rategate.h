// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/async.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QObject>
#include <QtNetwork/QHttpHeaders>

#include <array>
#include <optional>

namespace hugger {

/// The buckets the Hub counts requests in (hub-contract B.6). The CDN counts none.
enum class RateBucket { Api, Resolvers, Pages };

/// Holds requests back while the Hub wants it so: one gate for the whole queue, not one per file.
///
/// Every answer of the endpoint is shown to it. It lets no request go once the quota of the current window is used up,
/// and after a 429 it stays shut for `t` + 1 s when the answer says r=0, else Retry-After + 1 s, else 1, 2, 4 ... 60 s.
/// Where the Hub told its policy, a window that is over is followed by one with the whole quota: what is asked before
/// its first answer is counted, too.
class RateGate final : public QObject {
    Q_OBJECT

public:
    explicit RateGate(QObject* parent = nullptr);

    /// Waits until one request may go; false when stopped meanwhile. One in the background leaves two fifths of every
    /// window's quota (`q` of RateLimit-Policy) to others, and waits for the next window when no more is left.
    [[nodiscard]] Task<bool> pass(RateBucket bucket, std::stop_token stop, bool isBackground = false);
    /// What pass() let go was answered, or failed.
    void done(RateBucket bucket);
    /// For the hot path: milliseconds to wait before the next request, 0 when it may go now (and is counted).
    [[nodiscard]] std::chrono::milliseconds tryPass(RateBucket bucket);

    /// How long a 429 holds everything, whatever is left of the quota.
    [[nodiscard]] std::chrono::milliseconds shutFor(RateBucket bucket) const;

    void observe(int status, const QHttpHeaders& headers, RateBucket bucket);
    /// How long everything is held from now on, 0 when open.
    [[nodiscard]] std::chrono::milliseconds heldFor(RateBucket bucket) const;

Q_SIGNALS:
    /// The gate shut for so long; jobs show "waiting for the rate limit".
    void held(std::chrono::milliseconds time);

private:
    struct Window {
        std::optional<qint64> remaining;
        qint64 quota = 0; ///< of this window: as the policy says, else as its first answer does
        qint64 policyQuota = 0; ///< 0: never told
        std::chrono::seconds policyLength{0};
        QDeadlineTimer reset;
        QDeadlineTimer shut;
        qint64 underWay = 0; ///< let go by pass() and not answered
        int refusals = 0;
    };
    void notePolicy(const QByteArray& header);
    [[nodiscard]] std::chrono::milliseconds backgroundHeldFor(RateBucket bucket) const;
    [[nodiscard]] Window& window(RateBucket bucket) { return m_windows[static_cast<std::size_t>(bucket)]; }
    [[nodiscard]] const Window& window(RateBucket bucket) const { return m_windows[static_cast<std::size_t>(bucket)]; }

    std::array<Window, 3> m_windows;
};

} // namespace hugger
