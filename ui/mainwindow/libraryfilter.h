// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/enginetypes.h"

#include <QtCore/QHash>

#include <array>

namespace hugger {

/// Which part of the library is shown.
struct LibraryFilter {
    /// Events is the list of what happened, in place of the library.
    enum class What { Everything, Fetching, Newer, Gone, Attention, Events, Kind, Store };
    What what = What::Everything;
    RepoKind kind = RepoKind::Model; ///< for Kind
    QString storeId{}; ///< for Store

    /// How it is remembered: "gone", "kind:dataset", "store:<id>".
    [[nodiscard]] QString key() const;
    [[nodiscard]] static LibraryFilter fromKey(const QString& key); ///< Everything when it is none
    bool operator==(const LibraryFilter&) const = default;
};

/// How many rows each filter would show.
struct LibraryCounts {
    qsizetype all = 0;
    qsizetype fetching = 0;
    qsizetype newer = 0;
    qsizetype gone = 0;
    qsizetype attention = 0;
    std::array<qsizetype, 3> kinds{}; ///< by RepoKind
    QHash<QString, qsizetype> stores; ///< by id
    [[nodiscard]] qsizetype of(const LibraryFilter& filter) const;
    bool operator==(const LibraryCounts&) const = default;
};

[[nodiscard]] bool isGone(const HeldRow& row);
/// It may be the last copy: not removed without typing its name.
[[nodiscard]] bool mayBeLastCopy(const HeldRow& row);
/// Damaged, partial and never proved, or changed upstream in a way that matters.
[[nodiscard]] bool needsAttention(const HeldRow& row);

} // namespace hugger
