// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/eventsmodel.h"

#include "ui/widgets/delegates.h"
#include "ui/widgets/words.h"

using namespace Qt::StringLiterals;

namespace hugger {

QString EventsModel::typeText(const QString& type)
{
    static const QHash<QString, const char*> texts = {
        {u"archived"_s, QT_TR_NOOP("Archived")},
        {u"imported"_s, QT_TR_NOOP("Imported")},
        {u"verified"_s, QT_TR_NOOP("Verified")},
        {u"damaged"_s, QT_TR_NOOP("Damage found")},
        {u"removed"_s, QT_TR_NOOP("Removed")},
        {u"restored"_s, QT_TR_NOOP("Restored")},
        {u"new_commit"_s, QT_TR_NOOP("New commit upstream")},
        {u"ref_moved"_s, QT_TR_NOOP("Branch or tag moved upstream")},
        {u"history_rewritten"_s, QT_TR_NOOP("History rewritten upstream")},
        {u"renamed"_s, QT_TR_NOOP("Renamed upstream")},
        {u"gated"_s, QT_TR_NOOP("Gated upstream")},
        {u"ungated"_s, QT_TR_NOOP("No longer gated upstream")},
        {u"disabled"_s, QT_TR_NOOP("Disabled by the Hub")},
        {u"gone"_s, QT_TR_NOOP("Gone upstream")},
        {u"license_changed"_s, QT_TR_NOOP("License changed upstream")},
        {u"card_changed"_s, QT_TR_NOOP("Card changed upstream")},
        {u"back"_s, QT_TR_NOOP("Back upstream")},
    };
    const char* text = texts.value(type);
    return text ? tr(text) : plainLine(type);
}

void EventsModel::setEvents(const QList<Event>& events)
{
    beginResetModel();
    m_events = events;
    endResetModel();
}

int EventsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

int EventsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Event& event = m_events.at(index.row());
    const bool isWhat = index.column() == What;
    const QString first = isWhat ? typeText(event.type) : momentText(secondsOf(event.at));
    const QString second = isWhat ? plainLine(event.detail) : shortCommit(event.commit);
    switch (role) {
    case Qt::DisplayRole:
        return first;
    case SecondLineRole:
        return second;
    case Qt::ToolTipRole:
        return isWhat ? plainTooltip(second) : fullDateText(secondsOf(event.at));
    case Qt::AccessibleTextRole:
        //: what happened and its details
        return second.isEmpty() ? first : tr("%1, %2").arg(first, second);
    default:
        return {};
    }
}

QVariant EventsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == What ? tr("What happened") : tr("When");
}

} // namespace hugger
