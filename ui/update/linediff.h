// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

namespace hugger {

/// A line of two texts that are compared.
struct DiffLine {
    enum class Kind { Same, Removed, Added, LeftOut } kind = Kind::Same;
    QString text; ///< empty for LeftOut: lines that are the same in both
    bool operator==(const DiffLine&) const = default;
};

/// What differs, with `context` lines around it. Texts too long to be compared line by line differ as a whole.
[[nodiscard]] QList<DiffLine> lineDiff(const QString& before, const QString& after, qsizetype context = 3);

} // namespace hugger
