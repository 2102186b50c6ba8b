// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QObject>

#include <atomic>
#include <chrono>
#include <thread>

namespace hugger::test {

/// Measures how long the event loop of the thread it was made in leaves an event waiting. A thread of its own posts one
/// every few milliseconds; while the loop is busy the next one waits for it, and that time is a stall.
class Watchdog final {
public:
    Watchdog();
    ~Watchdog();
    Watchdog(const Watchdog&) = delete;
    Watchdog& operator=(const Watchdog&) = delete;

    /// The longest stall since the last call, also one that is going on.
    [[nodiscard]] std::chrono::milliseconds takeLongest();

private:
    using Clock = std::chrono::steady_clock;
    void note(Clock::duration waited);

    QObject m_target; ///< where the events go
    std::atomic<Clock::rep> m_postedAt = 0; ///< of the event under way; 0: none
    std::atomic<Clock::rep> m_longest = 0;
    std::atomic<Clock::rep> m_since = 0; ///< stalls that began before are cut here
    std::jthread m_thread;
};

/// Bytes of this process in memory now; 0 where that cannot be told.
[[nodiscard]] qint64 residentBytes();

} // namespace hugger::test
