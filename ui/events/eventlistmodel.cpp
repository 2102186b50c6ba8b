// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/eventlistmodel.h"

#include "ui/events/eventlook.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

void EventListModel::clear()
{
    beginResetModel();
    m_events.clear();
    m_isWhole = true;
    m_isAsked = false;
    endResetModel();
}

void EventListModel::setNewest(const QList<Event>& events)
{
    if (m_events.isEmpty()) {
        m_isWhole = true;
        m_isAsked = false;
        append(events);
        return;
    }
    const qint64 newest = m_events.first().id;
    const auto known = std::ranges::find_if(events, [newest](const Event& event) { return event.id <= newest; });
    const int fresh = static_cast<int>(known - events.cbegin());
    if (fresh == 0)
        return;
    if (known == events.cend() && events.size() >= pageSize) {
        // What lies between is not known: begin anew.
        clear();
        append(events);
        return;
    }
    beginInsertRows({}, 0, fresh - 1);
    m_events = events.first(fresh) + m_events;
    endInsertRows();
}

void EventListModel::append(const QList<Event>& events)
{
    if (!events.isEmpty()) {
        const int first = static_cast<int>(m_events.size());
        beginInsertRows({}, first, first + static_cast<int>(events.size()) - 1);
        m_events.append(events);
        endInsertRows();
    }
    // Not before: who hears of the rows may ask for more.
    m_isAsked = false;
    m_isWhole = events.size() < pageSize;
}

int EventListModel::rowOf(qint64 event) const
{
    const auto found = std::ranges::find(m_events, event, &Event::id);
    return found == m_events.cend() ? -1 : static_cast<int>(found - m_events.cbegin());
}

bool EventListModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && !m_isWhole && !m_isAsked;
}

void EventListModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    m_isAsked = true;
    Q_EMIT pageWanted(m_events.last().id);
}

int EventListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

int EventListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Repository:
        return tr("Repository");
    case What:
        return tr("What happened");
    case When:
        return tr("When");
    default:
        return {};
    }
}

QVariant EventListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Event& event = m_events.at(index.row());
    switch (index.column()) {
    case Repository:
        if (role == Qt::DisplayRole)
            return plainLine(event.repo.id);
        if (role == SecondLineRole)
            return plainLine(event.detail);
        if (role == Qt::DecorationRole)
            return themedIcon(eventIcon(event.type));
        if (role == Qt::AccessibleTextRole)
            //: A repo, and what happened to it
            return event.detail.isEmpty() ? plainLine(event.repo.id)
                                          : tr("%1: %2").arg(plainLine(event.repo.id), plainLine(event.detail));
        return {};
    case What: {
        const Chip chip = eventChip(event.type);
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
            return chip.text;
        if (role == TintRole)
            return static_cast<int>(chip.tint);
        return role == SignRole ? QVariant(chip.sign) : QVariant();
    }
    case When:
        if (role == Qt::DisplayRole)
            return momentText(secondsOf(event.at));
        return role == Qt::ToolTipRole ? QVariant(fullDateText(secondsOf(event.at))) : QVariant();
    default:
        return {};
    }
}

void EventListModel::retranslate()
{
    if (!m_events.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

} // namespace hugger
