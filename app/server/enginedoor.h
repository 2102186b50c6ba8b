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

    /// `question` runs in the engine's thread. Interrupted when the engine ends, or `gone` is asked to stop, first.
    template<typename T>
    [[nodiscard]] Task<Expected<T>> ask(std::function<Answer<T>(Engine&)> question, std::stop_token gone)
    {
        auto promise = std::make_shared<QPromise<Expected<T>>>();
        promise->start();
        QMetaObject::invokeMethod(
            &m_engine,
            [engine = &m_engine, promise, question = std::move(question)] {
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
        Wake wake;
        const std::stop_callback leave(gone, [&wake] { Q_EMIT wake.woken(); });
        QObject::connect(&watcher, &QFutureWatcherBase::finished, &wake, &Wake::woken);
        if (!watcher.isFinished() && !gone.stop_requested())
            co_await qCoro(&wake, &Wake::woken);
        if (!watcher.isFinished() || watcher.future().resultCount() == 0)
            co_return std::unexpected(interrupted());
        co_return watcher.future().result();
    }

private:
    Engine& m_engine;
};

} // namespace hugger
