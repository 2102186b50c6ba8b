// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fetch/extents.h"

#include <algorithm>

namespace hugger {

void Extents::add(Extent extent)
{
    if (extent.size() <= 0)
        return;
    // The first one that ends at or after our begin touches or follows us.
    auto first = std::ranges::lower_bound(m_list, extent.begin, {}, &Extent::end);
    auto last = first;
    while (last != m_list.end() && last->begin <= extent.end) {
        extent.begin = std::min(extent.begin, last->begin);
        extent.end = std::max(extent.end, last->end);
        ++last;
    }
    if (last - first == 1) {
        *first = extent; // the usual case: one range grows
        return;
    }
    m_list.insert(m_list.erase(first, last), extent);
}

void Extents::add(const Extents& other)
{
    for (const Extent& extent : other.m_list)
        add(extent);
}

qint64 Extents::total() const
{
    qint64 sum = 0;
    for (const Extent& extent : m_list)
        sum += extent.size();
    return sum;
}

qint64 Extents::frontier() const
{
    return !m_list.isEmpty() && m_list.first().begin == 0 ? m_list.first().end : 0;
}

QList<Extent> Extents::holes(qint64 size) const
{
    QList<Extent> holes;
    qint64 at = 0;
    for (const Extent& extent : m_list) {
        if (extent.begin > at)
            holes.append({at, extent.begin});
        at = extent.end;
    }
    if (at < size)
        holes.append({at, size});
    return holes;
}

QJsonArray Extents::toJson() const
{
    QJsonArray json;
    for (const Extent& extent : m_list)
        json.append(QJsonArray{extent.begin, extent.end});
    return json;
}

std::optional<Extents> Extents::fromJson(const QJsonArray& json, qint64 size)
{
    Extents extents;
    qint64 at = -1;
    for (const auto& value : json) {
        const QJsonArray pair = value.toArray();
        const Extent extent{pair.at(0).toInteger(-1), pair.at(1).toInteger(-1)};
        if (pair.size() != 2 || extent.begin <= at || extent.begin < 0 || extent.size() <= 0 || extent.end > size)
            return std::nullopt;
        extents.m_list.append(extent);
        at = extent.end;
    }
    return extents;
}

} // namespace hugger
