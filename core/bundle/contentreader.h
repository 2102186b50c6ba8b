// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bundle/exportplan.h"

#include <array>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace hugger {

/// Reads the contents of a plan one after the other in a thread of its own, a few blocks ahead of whoever takes them,
/// and proves each by its size and SHA-256 before its last block is given out.
class ContentReader final {
public:
    /// `plan` must outlive it.
    ContentReader(const ExportPlan& plan, std::stop_token stop);
    ~ContentReader();
    Q_DISABLE_COPY_MOVE(ContentReader)

    struct Block {
        QByteArrayView bytes; ///< until the next call
        bool isLast = false; ///< of its content; an empty content has one empty block
    };
    /// The next block of the contents in their order. Integrity "damaged" (damaged() says which), Disk
    /// "store_unplugged", or Interrupted.
    [[nodiscard]] Expected<Block> next();
    /// Index of the content that was not what it should be; after next() failed.
    [[nodiscard]] std::optional<std::size_t> damaged() const { return m_damaged; }

private:
    struct Slot {
        QByteArray buffer;
        qsizetype size = 0;
        bool isLast = false;
    };
    void readAll();
    [[nodiscard]] Done read(std::size_t index);
    [[nodiscard]] std::unexpected<Error> damagedBecause(std::size_t index, const QString& why);
    [[nodiscard]] Slot* freeSlot(); ///< nothing when stopped
    void give();

    static constexpr std::size_t slots = 6;
    const ExportPlan& m_plan;
    std::stop_token m_stop;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::array<Slot, slots> m_slots;
    std::size_t m_given = 0; ///< blocks read, under m_mutex
    std::size_t m_taken = 0; ///< blocks the other side is done with, under m_mutex
    bool m_isHolding = false; ///< whether the other side has one
    bool m_isLeaving = false; ///< nobody takes any more, under m_mutex
    std::optional<Error> m_trouble; ///< under m_mutex
    std::optional<std::size_t> m_damaged; ///< written before m_trouble
    std::jthread m_thread; ///< last: uses all of the above
};

} // namespace hugger
