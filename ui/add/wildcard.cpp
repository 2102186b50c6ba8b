// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/add/wildcard.h"

#include <algorithm>

namespace hugger {

Wildcard::Wildcard(QStringView pattern)
{
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        const QChar c = pattern[at];
        if (c == u'*') {
            // Two in a row are one.
            if (m_pieces.isEmpty() || m_pieces.constLast().kind != Piece::Kind::AnyNumber)
                m_pieces.append({.kind = Piece::Kind::AnyNumber});
        } else if (c == u'?') {
            m_pieces.append({.kind = Piece::Kind::Any});
        } else if (const qsizetype length = c == u'[' ? readBracket(pattern, at) : 0; length > 0) {
            at += length - 1;
        } else {
            m_pieces.append({.kind = Piece::Kind::One, .one = c.toCaseFolded().unicode()});
        }
    }
}

qsizetype Wildcard::readBracket(QStringView pattern, qsizetype at)
{
    const bool isNegated = at + 1 < pattern.size() && (pattern[at + 1] == u'!' || pattern[at + 1] == u'^');
    const qsizetype begin = at + (isNegated ? 2 : 1);
    // "[]]" is a bracket that holds one.
    const qsizetype end = pattern.indexOf(u']', begin + 1);
    if (end < 0)
        return 0;
    Piece piece{.kind = isNegated ? Piece::Kind::NoneOf : Piece::Kind::OneOf};
    for (qsizetype i = begin; i < end; ++i) {
        const bool isRange = i + 2 < end && pattern[i + 1] == u'-';
        piece.ranges.append({pattern[i].unicode(), pattern[isRange ? i + 2 : i].unicode()});
        i += isRange ? 2 : 0;
    }
    m_pieces.append(piece);
    return end + 1 - at;
}

bool Wildcard::Piece::takes(QChar c) const
{
    const auto isIn = [this](QChar letter) {
        return std::ranges::any_of(ranges, [code = letter.unicode()](const Range& range) {
            return code >= range.first && code <= range.last;
        });
    };
    switch (kind) {
    case Kind::One:
        return c.toCaseFolded().unicode() == one;
    case Kind::OneOf:
        return isIn(c.toLower()) || isIn(c.toUpper());
    case Kind::NoneOf:
        return !isIn(c.toLower()) && !isIn(c.toUpper());
    case Kind::Any:
    case Kind::AnyNumber:
        break;
    }
    return true;
}

bool Wildcard::matches(QStringView text) const
{
    const qsizetype count = m_pieces.size();
    qsizetype piece = 0;
    // Only the last star has to give: what an earlier one could take, this one can, too.
    qsizetype star = -1;
    qsizetype taken = 0; // by that star, up to here
    for (qsizetype at = 0; at < text.size();) {
        if (piece < count && m_pieces[piece].kind == Piece::Kind::AnyNumber) {
            star = piece++;
            taken = at;
            if (piece == count)
                return true;
        } else if (piece < count && m_pieces[piece].takes(text[at])) {
            ++piece;
            ++at;
        } else if (star >= 0) {
            piece = star + 1;
            at = ++taken;
        } else {
            return false;
        }
    }
    while (piece < count && m_pieces[piece].kind == Piece::Kind::AnyNumber)
        ++piece;
    return piece == count;
}

} // namespace hugger
