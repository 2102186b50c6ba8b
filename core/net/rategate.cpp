// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/rategate.h"

#include "base/log.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hugger {

namespace {

struct RateHeader {
    QByteArray bucket;
    qint64 remaining = -1;
    qint64 resetSeconds = -1;
};

/// -1 for anything but a whole number.
qint64 number(const QByteArray& text)
{
    bool good = false;
    const qint64 value = text.toLongLong(&good);
    return good ? value : -1;
}

/// `"api";r=499;t=295`
std::optional<RateHeader> parseRate(const QByteArray& value)
{
    if (value.isEmpty())
        return std::nullopt;
    RateHeader rate;
    for (const QByteArray& raw : value.split(';')) {
        const QByteArray part = raw.trimmed();
        if (part.startsWith('"'))
            rate.bucket = part.mid(1, part.size() - 2);
        else if (part.startsWith("r="))
            rate.remaining = number(part.mid(2));
        else if (part.startsWith("t="))
            rate.resetSeconds = number(part.mid(2));
    }
    // Nobody's window is longer than an hour: a larger number would be a mistake that holds the queue for ever.
    if (rate.remaining < 0 || rate.resetSeconds < 0 || rate.resetSeconds > 3600)
        return std::nullopt;
    return rate;
}

struct RatePolicy {
    QByteArray bucket;
    qint64 quota = -1;
    qint64 seconds = -1;
};

/// `"fixed window";"api";q=500;w=300`
std::optional<RatePolicy> parsePolicy(const QByteArray& value)
{
    RatePolicy policy;
    for (const QByteArray& raw : value.split(';')) {
        const QByteArray part = raw.trimmed();
        if (part.startsWith('"'))
            policy.bucket = part.mid(1, part.size() - 2);
        else if (part.startsWith("q="))
            policy.quota = number(part.mid(2));
        else if (part.startsWith("w="))
            policy.seconds = number(part.mid(2));
    }
    if (policy.quota <= 0 || policy.seconds <= 0 || policy.seconds > 3600)
        return std::nullopt;
    return policy;
}

std::optional<RateBucket> bucketOf(const QByteArray& name)
{
    if (name == "api")
        return RateBucket::Api;
    if (name == "resolvers")
        return RateBucket::Resolvers;
    if (name == "pages")
        return RateBucket::Pages;
    return std::nullopt;
}

} // namespace

RateGate::RateGate(QObject* parent)
    : QObject(parent)
{
}

std::chrono::milliseconds RateGate::shutFor(RateBucket bucket) const
{
    return std::chrono::milliseconds(std::max<qint64>(0, window(bucket).shut.remainingTime()));
}

std::chrono::milliseconds RateGate::heldFor(RateBucket bucket) const
{
    const Window& w = window(bucket);
    const auto shut = shutFor(bucket);
    if (shut > 0ms || !w.remaining || *w.remaining > 0)
        return shut;
    return std::chrono::milliseconds(std::max<qint64>(0, w.reset.remainingTime()));
}

std::chrono::milliseconds RateGate::backgroundHeldFor(RateBucket bucket) const
{
    const Window& w = window(bucket);
    const auto held = heldFor(bucket);
    const qint64 kept = w.quota * 2 / 5;
    if (held > 0ms || !w.remaining || *w.remaining > kept)
        return held;
    return std::chrono::milliseconds(std::max<qint64>(0, w.reset.remainingTime()));
}

std::chrono::milliseconds RateGate::tryPass(RateBucket bucket)
{
    const auto wait = heldFor(bucket);
    if (wait > 0ms)
        return wait;
    Window& w = window(bucket);
    if (w.remaining && w.reset.hasExpired())
        w.remaining.reset();
    if (!w.remaining && w.policyQuota > 0) {
        w.quota = w.policyQuota;
        w.remaining = std::max<qint64>(1, w.quota - w.underWay);
        w.reset = QDeadlineTimer(w.policyLength);
    }
    if (w.remaining)
        --*w.remaining;
    return 0ms;
}

Task<bool> RateGate::pass(RateBucket bucket, std::stop_token stop, bool isBackground)
{
    while (true) {
        auto wait = isBackground ? backgroundHeldFor(bucket) : 0ms;
        if (wait == 0ms)
            wait = tryPass(bucket);
        if (wait == 0ms) {
            if (stop.stop_requested())
                co_return false;
            ++window(bucket).underWay;
            co_return true;
        }
        // An answer to somebody else may open it sooner.
        if (isBackground)
            wait = std::min<std::chrono::milliseconds>(wait, 1s);
        if (!co_await pauseFor(wait, stop))
            co_return false;
    }
}

void RateGate::done(RateBucket bucket)
{
    Window& w = window(bucket);
    w.underWay = std::max<qint64>(0, w.underWay - 1);
}

/// Another quota than before: somebody else asks now, whose windows are others, too.
void RateGate::notePolicy(const QByteArray& header)
{
    const auto policy = parsePolicy(header);
    const auto bucket = policy ? bucketOf(policy->bucket) : std::nullopt;
    if (!bucket)
        return;
    Window& w = window(*bucket);
    if (w.policyQuota != policy->quota)
        w.remaining.reset();
    w.policyQuota = policy->quota;
    w.policyLength = std::chrono::seconds(policy->seconds);
}

void RateGate::observe(int status, const QHttpHeaders& headers, RateBucket bucket)
{
    notePolicy(headers.value("RateLimit-Policy").toByteArray());
    const auto rate = parseRate(headers.value("RateLimit").toByteArray());
    if (rate) {
        // The answer says itself which bucket it was counted in.
        Window& w = window(bucketOf(rate->bucket).value_or(bucket));
        // One second more: the Hub rounds down. Requests under way are not in `r` yet, so a smaller number of our own
        // stands within one window.
        const qint64 resetMs = (rate->resetSeconds + 1) * 1000;
        const bool sameWindow = w.remaining && !w.reset.hasExpired() && resetMs <= w.reset.remainingTime() + 2000;
        if (sameWindow) {
            w.remaining = std::min(*w.remaining, rate->remaining);
        } else {
            w.remaining = std::max<qint64>(0, rate->remaining - w.underWay);
            w.quota = w.policyQuota > 0 ? w.policyQuota : rate->remaining;
        }
        w.reset = QDeadlineTimer(resetMs);
    }
    if (status != 429) {
        window(bucket).refusals = 0;
        return;
    }
    Window& w = window(rate ? bucketOf(rate->bucket).value_or(bucket) : bucket);
    const qint64 retryAfter = number(headers.value("Retry-After").toByteArray().trimmed());
    std::chrono::milliseconds wait;
    if (rate && rate->remaining == 0)
        wait = std::chrono::seconds(rate->resetSeconds + 1);
    else if (retryAfter >= 0 && retryAfter <= 3600)
        wait = std::chrono::seconds(retryAfter + 1);
    else
        wait = std::min<std::chrono::milliseconds>(60s, 1s * (1 << std::min(w.refusals, 6)));
    ++w.refusals;
    // Several requests may be refused at once: the longest wait counts.
    if (w.shut.hasExpired() || w.shut.remainingTime() < wait.count())
        w.shut = QDeadlineTimer(wait);
    w.remaining.reset();
    qCInfo(lcNet) << "the Hub asks for a pause of" << wait.count() << "ms";
    Q_EMIT held(wait);
}

} // namespace hugger
