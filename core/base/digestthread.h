// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/hash.h"

#include <semaphore>
#include <thread>

namespace hugger {

/// A thread that hashes a block while its owner writes the same block to the disk.
class DigestThread final {
public:
    DigestThread();
    ~DigestThread();
    Q_DISABLE_COPY_MOVE(DigestThread)

    /// While this is there, the block is being added to the digest, and both are to be left alone. The end of it waits.
    class [[nodiscard]] Adding final {
    public:
        explicit Adding(DigestThread& thread)
            : m_thread(thread)
        {
        }
        ~Adding() { m_thread.m_isDone.acquire(); }
        Q_DISABLE_COPY_MOVE(Adding)

    private:
        DigestThread& m_thread;
    };
    /// One at a time.
    Adding add(ContentDigest& digest, QByteArrayView block);

private:
    void run();

    ContentDigest* m_digest = nullptr; ///< null: the thread is to end
    QByteArrayView m_block;
    std::binary_semaphore m_isAsked{0};
    std::binary_semaphore m_isDone{0};
    std::jthread m_thread; ///< last: uses all of the above
};

} // namespace hugger
