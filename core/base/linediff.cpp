// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/linediff.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <vector>

namespace hugger {

namespace {

constexpr qsizetype maxCells = 4'000'000; ///< of the table: 16 MB

using Kind = DiffLine::Kind;

QStringList linesOf(const QString& text)
{
    if (text.isEmpty())
        return {};
    QStringList lines = text.split(u'\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

void append(QList<DiffLine>& diff, Kind kind, const QStringList& lines)
{
    for (const QString& line : lines)
        diff.append({kind, line});
}

/// By the longest common subsequence.
void appendChanges(QList<DiffLine>& diff, const QStringList& old, const QStringList& now)
{
    const qsizetype width = now.size() + 1;
    if ((old.size() + 1) > maxCells / width) {
        append(diff, Kind::Removed, old);
        append(diff, Kind::Added, now);
        return;
    }
    // common[i, j]: how many lines old from i on and now from j on have in common, in order.
    std::vector<qint32> common(static_cast<std::size_t>((old.size() + 1) * width), 0);
    const auto at = [&common, width](qsizetype i, qsizetype j) -> qint32& {
        return common[static_cast<std::size_t>((i * width) + j)];
    };
    for (qsizetype i = old.size() - 1; i >= 0; --i) {
        for (qsizetype j = now.size() - 1; j >= 0; --j)
            at(i, j) = old[i] == now[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
    }
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < old.size() || j < now.size()) {
        if (i < old.size() && j < now.size() && old[i] == now[j]) {
            diff.append({Kind::Same, old[i++]});
            ++j;
        } else if (i < old.size() && (j == now.size() || at(i + 1, j) >= at(i, j + 1))) {
            diff.append({Kind::Removed, old[i++]});
        } else {
            diff.append({Kind::Added, now[j++]});
        }
    }
}

} // namespace

QList<DiffLine> lineDiff(const QString& before, const QString& after)
{
    const QStringList old = linesOf(before);
    const QStringList now = linesOf(after);
    const qsizetype shorter = std::min(old.size(), now.size());
    qsizetype head = 0;
    while (head < shorter && old[head] == now[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && old[old.size() - 1 - tail] == now[now.size() - 1 - tail])
        ++tail;
    QList<DiffLine> diff;
    append(diff, Kind::Same, old.first(head));
    appendChanges(diff, old.sliced(head, old.size() - head - tail), now.sliced(head, now.size() - head - tail));
    append(diff, Kind::Same, old.last(tail));
    return diff;
}

} // namespace hugger
