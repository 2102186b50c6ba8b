// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/record.h"

namespace hugger {

/// What differs between one snapshot and another.
struct FileChange {
    enum class Kind { Added, Removed, Changed } kind = Kind::Added;
    QString path;
    qint64 sizeBefore = 0; ///< bytes
    qint64 sizeAfter = 0;
    bool operator==(const FileChange&) const = default;
};

/// What is in `now` and was not, or was other, in `before`; then what is gone.
[[nodiscard]] QList<FileChange> changesBetween(const Record& before, const Record& now);
/// The same against a listing of the Hub: by git's hash and, for LFS files, the SHA-256. A file of the same size and
/// another hash has changed.
[[nodiscard]] QList<FileChange> changesBetween(const QList<HeldFile>& before, const QList<FileEntry>& now);

} // namespace hugger
