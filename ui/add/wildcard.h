// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

namespace hugger {

/// A glob as a shell has it, but for `*` and `?`, which match slashes, too, and case, which does not count. Unlike a
/// regular expression it takes no longer than pattern times text, whatever both are.
class Wildcard final {
public:
    explicit Wildcard(QStringView pattern);

    /// All of `text`.
    [[nodiscard]] bool matches(QStringView text) const;

private:
    struct Range {
        char16_t first;
        char16_t last;
    };
    struct Piece {
        enum class Kind { One, Any, AnyNumber, OneOf, NoneOf } kind;
        char16_t one = 0; ///< folded
        QList<Range> ranges{};

        [[nodiscard]] bool takes(QChar c) const;
    };

    /// A bracket at `at`: how long it is; 0 when it is never closed, and stands for itself.
    qsizetype readBracket(QStringView pattern, qsizetype at);

    QList<Piece> m_pieces;
};

} // namespace hugger
