// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/newslog.h"

#include <QtCore/QDateTime>
#include <QtCore/QList>

#include <algorithm>

namespace hugger {

// Numbers begin with the time, so that those of another run are not taken for this one's.
NewsLog::NewsLog()
    : m_now(QDateTime::currentMSecsSinceEpoch())
    , m_from(m_now)
{
}

void NewsLog::add(Entry entry)
{
    std::erase_if(m_entries, [&entry](const Entry& one) {
        return one.kind == entry.kind && one.job == entry.job && one.repo == entry.repo;
    });
    entry.number = ++m_now;
    m_entries.push_back(std::move(entry));
    if (m_entries.size() <= mostKept)
        return;
    m_from = m_entries.front().number;
    m_entries.pop_front();
}

void NewsLog::forget()
{
    m_entries.clear();
    m_from = ++m_now;
}

QList<NewsLog::Entry> NewsLog::after(qint64 number) const
{
    const auto first = std::ranges::upper_bound(m_entries, number, {}, &Entry::number);
    return {first, m_entries.end()};
}

} // namespace hugger
