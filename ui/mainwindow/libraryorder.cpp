// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/librarymodel.h"

#include <algorithm>
#include <array>
#include <utility>

// Which rows are shown, and in what order.

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

/// What asks for attention comes first.
qint64 heldRank(const HeldRow& row)
{
    if (row.damaged > 0)
        return 0;
    if (row.id < 0)
        return 1;
    if (row.verifiedAt == 0)
        return 2;
    return row.isComplete ? 4 : 3;
}

qint64 upstreamRank(const QString& upstream)
{
    static const std::array order{"gone"_L1,    "disabled"_L1, "gated"_L1,  "license_changed"_L1,
                                  "renamed"_L1, "newer"_L1,    "current"_L1};
    return std::ranges::find(order, upstream) - order.begin();
}

int compareValues(qint64 a, qint64 b)
{
    return a < b ? -1 : a > b ? 1 : 0;
}

} // namespace

bool LibraryModel::passes(int place) const
{
    const HeldRow& row = m_rows.at(place);
    switch (m_filter.what) {
    case LibraryFilter::What::Everything:
    case LibraryFilter::What::Events:
        break;
    case LibraryFilter::What::Fetching:
        if (row.id > 0 && !m_fetches.contains(place))
            return false;
        break;
    case LibraryFilter::What::Newer:
        if (row.upstream != "newer"_L1)
            return false;
        break;
    case LibraryFilter::What::Gone:
        if (!isGone(row))
            return false;
        break;
    case LibraryFilter::What::Attention:
        if (row.id < 0 || !needsAttention(row))
            return false;
        break;
    case LibraryFilter::What::Kind:
        if (row.repo.kind != m_filter.kind)
            return false;
        break;
    case LibraryFilter::What::Store:
        if (row.storeId != m_filter.storeId)
            return false;
        break;
    }
    if (!m_found)
        return true;
    if (row.id > 0)
        return std::ranges::binary_search(*m_found, row.id);
    return std::ranges::all_of(m_nameParts,
                               [&](const QString& word) { return row.repo.id.contains(word, Qt::CaseInsensitive); });
}

int LibraryModel::compareNames(int a, int b) const
{
    const HeldRow& left = m_rows.at(a);
    const HeldRow& right = m_rows.at(b);
    if (const int byName = left.repo.id.compare(right.repo.id, Qt::CaseInsensitive); byName != 0)
        return byName;
    if (const int byCase = left.repo.id.compare(right.repo.id); byCase != 0)
        return byCase;
    if (left.repo.kind != right.repo.kind)
        return left.repo.kind < right.repo.kind ? -1 : 1;
    if (left.capturedAt != right.capturedAt)
        return compareValues(right.capturedAt, left.capturedAt);
    return compareValues(left.id, right.id);
}

qint64 LibraryModel::sortKey(const HeldRow& row) const
{
    switch (m_column) {
    case Held:
        return (heldRank(row) << 48) + row.verifiedAt;
    case Upstream:
        return upstreamRank(row.upstream);
    case Size:
        return row.bytes;
    case Captured:
        // What is on its way will be the newest.
        return row.id < 0 ? std::numeric_limits<qint64>::max() : row.capturedAt;
    default:
        return row.verifiedAt;
    }
}

QString LibraryModel::sortText(const HeldRow& row) const
{
    return m_column == License ? row.license : m_storeLabels.value(row.storeId);
}

bool LibraryModel::goesBefore(int a, int b) const
{
    int result = 0;
    if (m_column == License || m_column == StoreLabel)
        result = sortText(m_rows.at(a)).compare(sortText(m_rows.at(b)), Qt::CaseInsensitive);
    else if (m_column != Repository)
        result = compareValues(sortKey(m_rows.at(a)), sortKey(m_rows.at(b)));
    else if (m_order == Qt::DescendingOrder)
        return compareNames(a, b) > 0;
    if (result == 0)
        return compareNames(a, b) < 0;
    return m_order == Qt::AscendingOrder ? result < 0 : result > 0;
}

void LibraryModel::sortByName()
{
    // Folded once each: comparing without regard to case folds both names at every comparison.
    QList<QString> folded(m_rows.size());
    for (const int place : std::as_const(m_byName))
        folded[place] = m_rows.at(place).repo.id.toCaseFolded();
    std::ranges::sort(m_byName, [&](int a, int b) {
        const int byName = folded.at(a).compare(folded.at(b));
        return byName == 0 ? compareNames(a, b) < 0 : byName < 0;
    });
}

QList<int> LibraryModel::arranged() const
{
    QList<int> places;
    places.reserve(m_byName.size());
    std::ranges::copy_if(m_byName, std::back_inserter(places), [this](int place) { return passes(place); });
    if (m_column == Repository) {
        if (m_order == Qt::DescendingOrder)
            std::ranges::reverse(places);
        return places;
    }

    QHash<QString, qint64> ranks;
    const bool byText = m_column == License || m_column == StoreLabel;
    if (byText) {
        QStringList texts;
        for (const int place : std::as_const(places)) {
            if (const QString text = sortText(m_rows.at(place)); !ranks.contains(text)) {
                ranks.insert(text, 0);
                texts.append(text);
            }
        }
        texts.sort(Qt::CaseInsensitive);
        qint64 rank = 0;
        for (qsizetype i = 0; i < texts.size(); ++i) {
            if (i > 0 && texts.at(i).compare(texts.at(i - 1), Qt::CaseInsensitive) != 0)
                ++rank;
            ranks[texts.at(i)] = rank;
        }
    }
    QList<std::pair<qint64, int>> keyed;
    keyed.reserve(places.size());
    for (const int place : std::as_const(places)) {
        const HeldRow& row = m_rows.at(place);
        keyed.emplaceBack(byText ? ranks.value(sortText(row)) : sortKey(row), place);
    }
    // Stable, from the order by name: equal ones stay in it, upwards and downwards.
    if (m_order == Qt::AscendingOrder)
        std::ranges::stable_sort(keyed, std::less(), &std::pair<qint64, int>::first);
    else
        std::ranges::stable_sort(keyed, std::greater(), &std::pair<qint64, int>::first);
    std::ranges::transform(keyed, places.begin(), &std::pair<qint64, int>::second);
    return places;
}

void LibraryModel::sort(int column, Qt::SortOrder order)
{
    m_column = column >= 0 && column < ColumnCount ? column : static_cast<int>(Repository);
    m_order = order;
    resort();
}

void LibraryModel::resort()
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QList<int> places;
    places.reserve(before.size());
    for (const QModelIndex& index : before)
        places.append(m_shown.at(index.row()));
    m_shown = arranged();

    QList<int> rows(before.isEmpty() ? 0 : m_rows.size(), -1);
    for (int row = 0; !rows.isEmpty() && row < m_shown.size(); ++row)
        rows[m_shown.at(row)] = row;
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(rows.at(places.at(i)), before.at(i).column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void LibraryModel::rebuild()
{
    beginResetModel();
    m_shown = arranged();
    endResetModel();
}

void LibraryModel::setFilter(const LibraryFilter& filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    rebuild();
}

void LibraryModel::setFound(const QString& words, QList<qint64> ids)
{
    std::ranges::sort(ids);
    if (m_found == ids && m_words == words)
        return;
    m_found = std::move(ids);
    m_words = words;
    m_nameParts = words.split(u' ', Qt::SkipEmptyParts);
    rebuild();
}

void LibraryModel::clearFound()
{
    if (!m_found)
        return;
    m_found.reset();
    m_words.clear();
    m_nameParts.clear();
    rebuild();
}

void LibraryModel::count()
{
    LibraryCounts counts;
    counts.all = m_byName.size();
    for (const int place : std::as_const(m_byName)) {
        const HeldRow& row = m_rows.at(place);
        ++counts.kinds.at(static_cast<size_t>(row.repo.kind));
        ++counts.stores[row.storeId];
        if (row.id < 0) {
            ++counts.fetching;
            continue;
        }
        counts.newer += row.upstream == "newer"_L1;
        counts.gone += isGone(row);
        counts.attention += needsAttention(row);
        counts.fetching += !m_fetches.isEmpty() && m_fetches.contains(place);
    }
    if (counts == m_counts)
        return;
    m_counts = counts;
    Q_EMIT countsChanged();
}

} // namespace hugger
