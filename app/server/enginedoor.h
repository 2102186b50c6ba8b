// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"

namespace hugger {

/// The engine for the server's thread: a question is posted to the engine's own and awaited in the server's.
class EngineDoor final {
public:
    explicit EngineDoor(Engine& engine)
        : m_engine(engine)
    {
    }

    /// `question` runs in the engine's thread, unless `gone` is asked to stop before that. Interrupted when the engine
    /// ends or `gone` is asked to stop first: then whoever asked may be gone, too, and must not be touched.
    template<typename T>
    [[nodiscard]] Task<Expected<T>> ask(std::function<Answer<T>(Engine&)> question, std::stop_token gone)
    {
        auto promise = std::make_shared<QPromise<Expected<T>>>();
        promise->start();
        // A promise that is dropped on the way, with the event or with the engine, is a cancelled one.
        QMetaObject::invokeMethod(
            &m_engine,
            [engine = &m_engine, promise, gone, question = std::move(question)] {
                if (gone.stop_requested())
                    return;
                question(*engine)
                    .then(engine,
                          [promise](QFuture<Expected<T>> answer) {
                              if (!answer.isCanceled() && answer.resultCount() > 0)
                                  promise->addResult(answer.result());
                              promise->finish();
                          })
                    .onCanceled(engine, [promise] { promise->finish(); });
            },
            Qt::QueuedConnection);
        QFutureWatcher<Expected<T>> watcher;
        watcher.setFuture(promise->future());
        promise.reset();
        Wake wake;
        QObject::connect(&watcher, &QFutureWatcherBase::finished, &wake, &Wake::woken);
        // Posted, so that it is heard though it be said in another thread just before the waiting begins.
        const std::stop_callback leave(
            gone, [&wake] { QMetaObject::invokeMethod(&wake, &Wake::woken, Qt::QueuedConnection); });
        co_await qCoro(&wake, &Wake::woken);
        if (gone.stop_requested() || !watcher.isFinished() || watcher.future().resultCount() == 0)
            co_return std::unexpected(interrupted());
        co_return watcher.future().result();
    }

private:
    Engine& m_engine;
};

} // namespace hugger
