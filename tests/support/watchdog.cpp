// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/watchdog.h"

#include <QtCore/QFile>

#include <algorithm>
#include <condition_variable>
#include <mutex>

using namespace std::chrono_literals;

namespace hugger::test {

Watchdog::Watchdog()
    : m_since(Clock::now().time_since_epoch().count())
    , m_thread([this](const std::stop_token& stop) {
        std::mutex mutex;
        std::condition_variable_any never;
        std::unique_lock lock(mutex);
        while (!stop.stop_requested()) {
            if (m_postedAt == 0) {
                m_postedAt = Clock::now().time_since_epoch().count();
                QMetaObject::invokeMethod(
                    &m_target,
                    [this] {
                        const Clock::rep posted = m_postedAt.exchange(0);
                        note(Clock::now().time_since_epoch() - Clock::duration(std::max(posted, m_since.load())));
                    },
                    Qt::QueuedConnection);
            }
            never.wait_for(lock, stop, 2ms, [] { return false; });
        }
    })
{
}

Watchdog::~Watchdog()
{
    m_thread.request_stop();
    m_thread.join();
}

std::chrono::milliseconds Watchdog::takeLongest()
{
    if (const Clock::rep posted = m_postedAt; posted != 0)
        note(Clock::now().time_since_epoch() - Clock::duration(std::max(posted, m_since.load())));
    m_since = Clock::now().time_since_epoch().count();
    return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::duration(m_longest.exchange(0)));
}

void Watchdog::note(Clock::duration waited)
{
    // Only the thread of the loop comes here.
    m_longest = std::max(m_longest.load(), waited.count());
}

qint64 residentBytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    while (true) {
        const QByteArray line = status.readLine();
        if (line.isEmpty())
            return 0;
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').value(1).toLongLong() * 1024;
    }
}

} // namespace hugger::test
