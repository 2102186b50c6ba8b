// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/pairinglimits.h"

#include "app/server/clients.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hugger {

namespace {

constexpr qsizetype mostAMinute = 5; ///< of one origin
constexpr qsizetype mostOfAllAMinute = 30;
/// Whoever was refused under one origin may come back under another. After this many it is enough.
constexpr qsizetype mostDenials = 3;
constexpr auto denialsCount = 10min;
constexpr std::chrono::seconds firstPause = 10min;
constexpr std::chrono::seconds longestPause = 24h;
constexpr int mostDoublings = 8;
constexpr qsizetype mostRemembered = 100;

std::chrono::seconds pauseAfter(int times)
{
    return std::min(firstPause * (1 << std::clamp(times - 1, 0, mostDoublings)), longestPause);
}

ApiAnswer refuseFor(std::chrono::nanoseconds time, int status, const QString& code, const QString& message)
{
    ApiAnswer answer = ApiAnswer::refuse(status, code, message);
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(time).count();
    answer.headers.append({"Retry-After", QByteArray::number(qint64(seconds))});
    return answer;
}

} // namespace

PairingLimits::PairingLimits(Clients& clients, Time now)
    : m_clients(clients)
{
    const QDateTime today = QDateTime::currentDateTimeUtc();
    for (const Refusal& refusal : clients.refusals()) {
        // The computer's clock may have been set since: never longer than it would have been.
        const qint64 left = std::min<qint64>(today.secsTo(refusal.until), pauseAfter(refusal.times).count());
        m_denied.insert(refusal.origin, {refusal.times, now + std::chrono::seconds(left)});
    }
    forgetOld(now);
}

std::optional<ApiAnswer> PairingLimits::refuse(const QByteArray& origin, Time now)
{
    if (const auto denied = m_denied.constFind(origin); denied != m_denied.cend() && denied->until > now) {
        return refuseFor(denied->until - now, 403, u"pairing_refused"_s, u"The user said no. Ask again later."_s);
    }
    m_denials.removeIf([now](Time time) { return time + denialsCount <= now; });
    if (m_denials.size() >= mostDenials) {
        return refuseFor(m_denials.first() + denialsCount - now, 429, u"too_many"_s,
                         u"The user said no several times. Ask again later."_s);
    }
    m_begun.removeIf([now](const Begun& one) { return one.when + 1min <= now; });
    const bool isFull = m_begun.size() >= mostOfAllAMinute;
    if (isFull || std::ranges::count(m_begun, origin, &Begun::origin) >= mostAMinute) {
        const Time first = isFull ? m_begun.first().when : std::ranges::find(m_begun, origin, &Begun::origin)->when;
        return refuseFor(first + 1min - now, 429, u"too_many"_s,
                         u"There were too many attempts to connect. Wait a minute."_s);
    }
    return std::nullopt;
}

void PairingLimits::noteBegun(const QByteArray& origin, Time now)
{
    m_begun.append({origin, now});
}

void PairingLimits::noteDenied(const QByteArray& origin, Time now)
{
    forgetOld(now);
    m_denials.append(now);
    Denied& denied = m_denied[origin];
    ++denied.times;
    denied.until = now + pauseAfter(denied.times);
    remember(now);
}

void PairingLimits::noteAllowed(const QByteArray& origin, Time now)
{
    m_denials.clear();
    if (m_denied.remove(origin))
        remember(now);
}

void PairingLimits::forgive(Time now)
{
    m_denials.clear();
    m_denied.clear();
    remember(now);
}

int PairingLimits::refusals(Time now) const
{
    return static_cast<int>(std::ranges::count_if(m_denied, [now](const Denied& one) { return one.until > now; }));
}

std::optional<PairingLimits::Time> PairingLimits::nextForgiven(Time now) const
{
    std::optional<Time> next;
    for (const Denied& one : m_denied) {
        if (one.until > now)
            next = next ? std::min(*next, one.until) : one.until;
    }
    return next;
}

/// One that ended a day ago counts no more.
void PairingLimits::forgetOld(Time now)
{
    erase_if(m_denied, [now](const auto& one) { return one.value().until + longestPause < now; });
}

void PairingLimits::remember(Time now)
{
    const QDateTime today = QDateTime::currentDateTimeUtc();
    QList<Refusal> refusals;
    for (const auto& [origin, denied] : m_denied.asKeyValueRange()) {
        const auto left = std::chrono::duration_cast<std::chrono::seconds>(denied.until - now);
        refusals.append({origin, denied.times, today.addSecs(left.count())});
    }
    std::ranges::sort(refusals, std::greater(), &Refusal::until);
    refusals.resize(std::min(refusals.size(), mostRemembered));
    m_clients.setRefusals(refusals);
}

} // namespace hugger
