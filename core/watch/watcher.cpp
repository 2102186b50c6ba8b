// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/watcher.h"

#include "base/log.h"
#include "watch/watchtimes.h"

#include <QtCore/QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hugger {

namespace {

constexpr qint64 clockSlack = 60; ///< seconds a clock may be set back unnoticed
constexpr qint64 manyFailures = 3; ///< in a row, of a Hub that answers
constexpr qint64 remembered = 30 * 86'400; ///< seconds that what is not held any more is not forgotten

/// Nobody answers at all, or somebody else does.
bool isUnreachable(const Error& error)
{
    return error.code == "host_not_found"_L1 || error.code == "connection_refused"_L1 || error.code == "timeout"_L1
        || error.code == "network_failed"_L1 || error.code == "proxy_failed"_L1 || error.code == "tls_failed"_L1
        || error.code == "captive_portal"_L1;
}

} // namespace

Watcher::Watcher(Library& library, const HubClient& hub, WatchPolicy policy, QObject* parent)
    : QObject(parent)
    , m_library(library)
    , m_hub(hub)
    , m_policy(policy)
{
    connect(&m_tick, &QTimer::timeout, this, &Watcher::tick);
    m_offline.setSingleShot(true);
    connect(&m_offline, &QTimer::timeout, this, &Watcher::goOn);
}

Watcher::~Watcher() = default;

void Watcher::start(int hours)
{
    if (m_stop.stop_requested() || (m_isStarted && hours == m_hours))
        return;
    m_hours = hours;
    if (!std::exchange(m_isStarted, true)) {
        m_clock = QDateTime::currentSecsSinceEpoch();
        m_sinceTick.start();
        m_tick.start(m_policy.tick);
    }
    if (const auto ok = lookThroughHeld(); !ok)
        qCWarning(lcArchive) << "what is watched cannot be read:" << ok.error().message;
    startDue();
    tellProgress();
}

void Watcher::stop()
{
    m_stop.request_stop();
    m_tick.stop();
    m_offline.stop();
    if (m_running == 0)
        QMetaObject::invokeMethod(this, &Watcher::quiet, Qt::QueuedConnection);
}

void Watcher::setReachable(bool reachable)
{
    if (reachable && m_offline.isActive()) {
        m_progress.isOffline = false;
        goOn();
    }
}

void Watcher::retryTroubled()
{
    const auto rows = m_library.state().watched();
    if (!rows || !m_isStarted)
        return;
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    QList<std::pair<RepoId, qint64>> times;
    for (const WatchRow& row : *rows) {
        if (!row.trouble.isEmpty() && row.nextAt > now)
            times.append({row.repo, now});
    }
    if (const auto ok = m_library.state().setWatchTimes(times); !ok)
        qCWarning(lcArchive) << "the times of watching were not stored:" << ok.error().message;
    startDue();
    tellProgress();
}

Expected<qint64> Watcher::checkSoon(const QList<RepoId>& repos)
{
    const auto held = m_library.catalog().heldRepos();
    if (!held)
        return std::unexpected(held.error());
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    QSet<RepoId> wanted(repos.begin(), repos.end());
    QList<std::pair<RepoId, qint64>> times;
    for (const auto& [repo, isUnknown] : *held) {
        if (repos.isEmpty() || wanted.contains(repo))
            times.append({repo, now});
    }
    if (const auto ok = m_library.state().setWatchTimes(times); !ok)
        return std::unexpected(ok.error());
    for (const auto& [repo, at] : std::as_const(times))
        m_wished.insert(repo);
    // Whoever asks wants it tried, whatever was tried before.
    if (m_offline.isActive())
        goOn();
    startDue();
    tellProgress();
    return times.size();
}

Expected<WatchRow> Watcher::watched(const RepoId& repo) const
{
    const auto row = m_library.state().watched(repo);
    if (!row)
        return std::unexpected(row.error());
    return row->value_or(WatchRow{.repo = repo});
}

Done Watcher::setRule(const QList<RepoId>& repos, const WatchRule& rule)
{
    const auto stored = m_library.state().together([&]() -> Done {
        for (const RepoId& repo : repos) {
            if (const auto ok = m_library.state().setWatchRule(repo, rule); !ok)
                return ok;
        }
        return {};
    });
    if (!stored || !m_isStarted)
        return stored;
    const auto ok = lookThroughHeld();
    startDue();
    tellProgress();
    return ok;
}

void Watcher::tick()
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const bool isSetBack = now < m_clock + m_sinceTick.restart() / 1000 - clockSlack;
    m_clock = now;
    if (std::exchange(m_isHeldChanged, false) || isSetBack) {
        if (const auto ok = lookThroughHeld(); !ok)
            qCWarning(lcArchive) << "what is watched cannot be read:" << ok.error().message;
    }
    startDue();
    tellProgress();
}

qint64 Watcher::intervalOf(const WatchRule& rule) const
{
    return rule.everyHours.value_or(m_hours) * qint64(3600);
}

/// Everything that is held is watched, and nothing else; what a catalog made anew does not know is told to it.
Done Watcher::lookThroughHeld()
{
    const auto held = m_library.catalog().heldRepos();
    if (!held)
        return std::unexpected(held.error());
    const auto watched = m_library.state().watched();
    if (!watched)
        return std::unexpected(watched.error());
    QHash<RepoId, WatchRow> rows;
    for (const WatchRow& row : *watched)
        rows.insert(row.repo, row);
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    QList<std::pair<RepoId, qint64>> times;
    for (const auto& [repo, isUnknown] : *held) {
        const WatchRow row = rows.take(repo);
        qint64 next = whenDue(row.nextAt, now, intervalOf(row.rule), watchShare(repo));
        const auto seen = row.seen.isEmpty() ? std::nullopt : Seen::fromBytes(row.seen);
        if (next == 0 && seen && !seen->suspicion.isEmpty())
            next = row.nextAt; // what was begun is ended, though it is never looked at by itself
        if (next != row.nextAt)
            times.append({repo, next});
        // The program may have ended before the catalog was told of an alarm.
        if ((isUnknown && row.checkedAt > 0) || (seen && !seen->lastCopies.isEmpty()))
            recall(repo, row.seen);
    }
    // It may be in the trash, or in a store that is away: it is not forgotten at once.
    QList<RepoId> old;
    for (const WatchRow& row : std::as_const(rows)) {
        if (std::max(row.checkedAt, row.triedAt) < now - remembered)
            old.append(row.repo);
        else if (row.nextAt != 0)
            times.append({row.repo, 0});
    }
    const auto forgotten = m_library.state().together([&]() -> Done {
        for (const RepoId& repo : std::as_const(old)) {
            if (const auto ok = m_library.state().forgetWatch(repo); !ok)
                return ok;
        }
        return {};
    });
    return times.isEmpty() || !forgotten ? forgotten : m_library.state().setWatchTimes(times);
}

void Watcher::startDue()
{
    if (!m_isStarted || m_stop.stop_requested() || m_offline.isActive() || m_running >= m_policy.atOnce)
        return;
    const auto due = m_library.state().watchedDue(QDateTime::currentSecsSinceEpoch(), m_policy.atOnce);
    if (!due) {
        qCWarning(lcArchive) << "what is watched cannot be read:" << due.error().message;
        pause(false);
        return;
    }
    for (const WatchRow& row : *due) {
        if (m_running >= m_policy.atOnce)
            return;
        if (m_waiting.contains(row.repo))
            continue;
        m_waiting.insert(row.repo);
        ++m_running;
        (void)lookByItself(row.repo);
    }
}

Task<void> Watcher::lookByItself(RepoId repo)
{
    const auto stop = m_stop.get_token();
    // From the event loop, so that one that ends at once does not start the next from within itself.
    (void)co_await pauseFor(0ms, stop);
    const auto looked = co_await lookAt(repo, Asker::Schedule, stop);
    m_waiting.remove(repo);
    --m_running;
    if (looked) {
        m_failures = 0;
        m_progress.isOffline = false;
        ++m_done;
        m_unclear += looked->isDoubtful ? 1 : 0;
        m_wished.remove(repo);
    } else {
        noteFailure(repo, looked.error());
    }
    if (m_stop.stop_requested()) {
        if (m_running == 0)
            Q_EMIT quiet();
        co_return;
    }
    startDue();
    tellProgress();
}

void Watcher::noteFailure(const RepoId& repo, const Error& error)
{
    if (error.kind == ErrorKind::Interrupted)
        return;
    if (isUnreachable(error)) {
        qCInfo(lcArchive) << "the Hub cannot be asked about" << repo.display() << error.message;
        pause(true);
        return;
    }
    const auto row = watched(repo);
    const qint64 interval = row ? intervalOf(row->rule) : 0;
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    qint64 next = dueAfterLook(now, interval, watchShare(repo));
    if (error.kind == ErrorKind::NotHeld) {
        next = 0;
    } else if (error.kind == ErrorKind::Network) {
        // A Hub that fails may answer again before the next look is due.
        next = now
            + std::max<qint64>(std::chrono::ceil<std::chrono::seconds>(m_policy.offlinePause).count(), interval / 12);
        if (++m_failures >= manyFailures)
            pause(true);
    }
    if (const auto ok = noteTrouble(repo, error, next); !ok) {
        // Without it the same one would be next again at once.
        qCWarning(lcArchive) << "the time of the next look was not stored:" << ok.error().message;
        pause(false);
    }
    ++m_done;
    ++m_unclear;
    m_wished.remove(repo);
}

/// Whatever is due stays so.
void Watcher::pause(bool isOffline)
{
    m_progress.isOffline = m_progress.isOffline || isOffline;
    if (!m_stop.stop_requested())
        m_offline.start(m_policy.offlinePause);
    tellProgress();
}

void Watcher::goOn()
{
    m_offline.stop();
    startDue();
    tellProgress();
}

void Watcher::tellProgress()
{
    const auto times = m_library.state().watchTimes(QDateTime::currentSecsSinceEpoch());
    if (!times || !m_isStarted)
        return;
    WatchProgress now = m_progress;
    now.left = times->first;
    now.nextAt = times->second;
    if (m_told.left == 0 && now.left > 0)
        m_done = m_unclear = 0;
    now.total = m_done + now.left;
    now.failed = m_unclear;
    now.isOffline = now.isOffline && now.left > 0;
    m_progress = now;
    if (now != std::exchange(m_told, now))
        Q_EMIT progressChanged(now);
}

} // namespace hugger
