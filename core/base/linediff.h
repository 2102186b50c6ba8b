// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

namespace hugger {

struct DiffLine {
    enum class Kind { Same, Removed, Added } kind = Kind::Same;
    QString text;
    bool operator==(const DiffLine&) const = default;
};

/// What became of a text, line by line. What differs in very many lines is given as all gone and all new.
[[nodiscard]] QList<DiffLine> lineDiff(const QString& before, const QString& after);

} // namespace hugger
