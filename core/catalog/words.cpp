// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/words.h"

#include <QtCore/QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

// Nobody types more, and each word costs a walk through the index.
constexpr qsizetype maxTyped = 1000;
constexpr qsizetype maxWords = 32;

bool startsPart(QChar before, QChar c)
{
    return (before.isLower() && c.isUpper()) || (before.isLetter() && c.isDigit()) || (before.isDigit() && c.isUpper());
}

} // namespace

QString ftsQuery(const QString& typed)
{
    QStringList words;
    for (QString word : typed.left(maxTyped).simplified().split(u' ', Qt::SkipEmptyParts)) {
        // FTS5 reads up to a NUL, and half a surrogate pair is no character of any word.
        if (!word.isValidUtf16() || word.contains(QChar::Null))
            word.removeIf([](QChar c) { return c.isSurrogate() || c.isNull(); });
        if (std::ranges::any_of(word, [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); }))
            words.append(u'"' + word.replace(u'"', u"\"\""_s) + u'"');
    }
    if (words.size() > maxWords)
        words.resize(maxWords);
    // A prefix of one letter would be half the index.
    if (!words.isEmpty() && words.constLast().size() > 3)
        words.last() += u'*';
    return words.join(u" AND "_s);
}

QString idWords(const QString& id)
{
    QString parts;
    parts.reserve(id.size() * 2);
    QChar before;
    for (const QChar c : id) {
        if (startsPart(before, c))
            parts += u' ';
        parts += c;
        before = c;
    }
    return parts == id ? id : QString(id + u' ' + parts);
}

} // namespace hugger
