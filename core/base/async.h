// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QFutureWatcher>
#include <QtCore/QObject>
#include <QtCore/QThreadPool>

#include <QCoroSignal>
#include <QCoroTask>

#include <chrono>
#include <stop_token>

namespace hugger {

template<typename T> using Task = QCoro::Task<T>;

/// Something to wait for that several things may end. QTimer's own signal cannot be awaited: it is private, and QCoro
/// hands it on by reference.
class Wake final : public QObject {
    Q_OBJECT

Q_SIGNALS:
    void woken();
};

/// Runs what blocks (hashing, syncing, walking folders) on a pool; the coroutine goes on in the thread it came from.
template<typename F> Task<std::invoke_result_t<F>> onPool(QThreadPool* pool, F work)
{
    // Not QCoro's own awaiter for futures: it connects without a context object.
    QFutureWatcher<std::invoke_result_t<F>> watcher;
    watcher.setFuture(QtConcurrent::run(pool, std::move(work)));
    if (!watcher.isFinished())
        co_await qCoro(static_cast<QFutureWatcherBase*>(&watcher), &QFutureWatcherBase::finished);
    co_return watcher.future().takeResult();
}

/// Waits; false when stopped before the time was up. Monotonic: clock changes do not matter.
[[nodiscard]] Task<bool> pauseFor(std::chrono::milliseconds time, std::stop_token stop);

} // namespace hugger
