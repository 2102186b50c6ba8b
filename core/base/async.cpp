// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/async.h"

#include <QtCore/QTimer>

#include <QCoroSignal>

namespace hugger {

Task<bool> pauseFor(std::chrono::milliseconds time, std::stop_token stop)
{
    if (stop.stop_requested())
        co_return false;
    // A timer of our own is started, not waited for: stopping makes it fire at once, from whatever thread asks.
    QTimer timer;
    timer.setSingleShot(true);
    timer.setTimerType(Qt::CoarseTimer);
    const std::stop_callback wake(stop, [&timer] {
        QMetaObject::invokeMethod(&timer, [&timer] { timer.start(0); }, Qt::QueuedConnection);
    });
    timer.start(time);
    co_await qCoro(&timer, &QTimer::timeout);
    co_return !stop.stop_requested();
}

} // namespace hugger
