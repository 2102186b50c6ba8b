// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/update/linediff.h"

#include <algorithm>
#include <vector>

namespace hugger {

namespace {

constexpr qsizetype mostCells = 4'000'000; ///< of the table that is filled

QStringList linesOf(const QString& text)
{
    if (text.isEmpty())
        return {};
    QStringList lines = text.split(u'\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    for (QString& line : lines) {
        if (line.endsWith(u'\r'))
            line.chop(1);
    }
    return lines;
}

void append(QList<DiffLine>& diff, DiffLine::Kind kind, const QStringList& lines)
{
    for (const QString& line : lines)
        diff.append({kind, line});
}

/// The longest common subsequence of what lies between the same beginning and the same end.
void compareMiddle(QList<DiffLine>& diff, const QStringList& before, const QStringList& after)
{
    const qsizetype rows = before.size();
    const qsizetype columns = after.size();
    if (rows == 0 || columns == 0 || rows > mostCells / columns) {
        append(diff, DiffLine::Kind::Removed, before);
        append(diff, DiffLine::Kind::Added, after);
        return;
    }
    std::vector<int> lengths(static_cast<size_t>((rows + 1) * (columns + 1)), 0);
    const auto length = [&](qsizetype row, qsizetype column) -> int& {
        return lengths[static_cast<size_t>(row * (columns + 1) + column)];
    };
    for (qsizetype row = rows - 1; row >= 0; --row) {
        for (qsizetype column = columns - 1; column >= 0; --column)
            length(row, column) = before.at(row) == after.at(column)
                ? length(row + 1, column + 1) + 1
                : std::max(length(row + 1, column), length(row, column + 1));
    }
    qsizetype row = 0;
    qsizetype column = 0;
    while (row < rows || column < columns) {
        if (row < rows && column < columns && before.at(row) == after.at(column)) {
            diff.append({DiffLine::Kind::Same, before.at(row)});
            ++row;
            ++column;
        } else if (row < rows && (column == columns || length(row + 1, column) >= length(row, column + 1))) {
            diff.append({DiffLine::Kind::Removed, before.at(row++)});
        } else {
            diff.append({DiffLine::Kind::Added, after.at(column++)});
        }
    }
}

} // namespace

QList<DiffLine> lineDiff(const QString& before, const QString& after, qsizetype context)
{
    const QStringList old = linesOf(before);
    const QStringList now = linesOf(after);
    qsizetype start = 0;
    const qsizetype most = std::min(old.size(), now.size());
    while (start < most && old.at(start) == now.at(start))
        ++start;
    qsizetype end = 0;
    while (end < most - start && old.at(old.size() - 1 - end) == now.at(now.size() - 1 - end))
        ++end;
    QList<DiffLine> all;
    append(all, DiffLine::Kind::Same, old.first(start));
    compareMiddle(all, old.sliced(start, old.size() - start - end), now.sliced(start, now.size() - start - end));
    append(all, DiffLine::Kind::Same, old.last(end));

    std::vector<bool> isShown(static_cast<size_t>(all.size()), false);
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all.at(i).kind == DiffLine::Kind::Same)
            continue;
        const qsizetype last = std::min(all.size() - 1, i + context);
        for (qsizetype near = std::max<qsizetype>(0, i - context); near <= last; ++near)
            isShown[static_cast<size_t>(near)] = true;
    }
    QList<DiffLine> diff;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (isShown[static_cast<size_t>(i)])
            diff.append(all.at(i));
        else if (diff.isEmpty() || diff.last().kind != DiffLine::Kind::LeftOut)
            diff.append({DiffLine::Kind::LeftOut, {}});
    }
    return diff;
}

} // namespace hugger
