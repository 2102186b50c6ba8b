// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/async.h"

#include <QtCore/QTimer>

namespace hugger {

Task<bool> pauseFor(std::chrono::milliseconds time, std::stop_token stop)
{
    if (stop.stop_requested())
        co_return false;
    Wake wake;
    QTimer timer;
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, &wake, &Wake::woken);
    // From whatever thread: the timer fires at once, and the coroutine goes on in its own.
    const std::stop_callback stopped(
        stop, [&timer] { QMetaObject::invokeMethod(&timer, [&timer] { timer.start(0); }, Qt::QueuedConnection); });
    timer.start(time);
    co_await qCoro(&wake, &Wake::woken);
    co_return !stop.stop_requested();
}

} // namespace hugger
