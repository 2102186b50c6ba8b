// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QtCore/QSet>
#include <QtCore/QString>

namespace hugger {

/// Paths in a listing are foreign. They are checked here, once, at the border; what passed may be joined to a folder of
/// ours.
///
/// Refused on every system, so that a store can move between them: empty, absolute, backslash, control characters, an
/// empty, `.` or `..` segment,
/// `.git`, drive letters, Windows device names with any extension, a trailing dot or space, a segment over 255 bytes, a
/// path over 1,024 bytes, 64 or more segments. Names that differ only in case are legal.
[[nodiscard]] Done checkForeignPath(QStringView path);
/// What is wrong with it, in a few words for the middle of a sentence; empty when it is fine. Names inside a bundle
/// have the bundle's own folders before the path, so their limits are wider.
struct PathLimits {
    qsizetype bytes = 1024;
    qsizetype segments = 63;
};
[[nodiscard]] QString foreignPathTrouble(QStringView path, PathLimits limits = {});

/// Checks a listing path by path, and that no file is also a folder of another file.
class ListingCheck final {
public:
    /// Refuses a bad path, and one that was there before.
    [[nodiscard]] Done addFile(const QString& path);
    /// Call after the last file: refuses a name used both as file and as folder.
    [[nodiscard]] Done finish() const;

private:
    QSet<QString> m_files;
};

/// `path` with every segment percent-encoded and the slashes kept.
[[nodiscard]] QString encodePath(const QString& path);

} // namespace hugger
