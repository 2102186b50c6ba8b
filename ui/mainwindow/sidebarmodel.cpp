// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/sidebarmodel.h"

#include <algorithm>

#include <QtGui/QIcon>

#include "ui/events/eventsview.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/tint.h"
#include "ui/widgets/words.h"

using namespace Qt::StringLiterals;

namespace hugger {

using What = LibraryFilter::What;

SidebarModel::SidebarModel(QObject* parent)
    : QAbstractListModel(parent)
{
    m_lines.append({.type = Line::Type::LibrarySection});
    for (const What what : {What::Everything, What::Fetching, What::Newer, What::Gone, What::Attention, What::Events})
        m_lines.append({.filter = {.what = what}});
    m_lines.append({.type = Line::Type::KindSection});
    for (const RepoKind kind : {RepoKind::Model, RepoKind::Dataset, RepoKind::Space})
        m_lines.append({.filter = {.what = What::Kind, .kind = kind}});
}

int SidebarModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

Qt::ItemFlags SidebarModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (m_lines.at(index.row()).type != Line::Type::Filter)
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

LibraryFilter SidebarModel::filterAt(int row) const
{
    return m_lines.at(row).filter;
}

int SidebarModel::rowOf(const LibraryFilter& filter) const
{
    const auto found = std::ranges::find_if(
        m_lines, [&](const Line& line) { return line.type == Line::Type::Filter && line.filter == filter; });
    return found == m_lines.cend() ? 1 : static_cast<int>(found - m_lines.cbegin());
}

QString SidebarModel::textOf(const Line& line) const
{
    switch (line.type) {
    case Line::Type::LibrarySection:
        return tr("Library");
    case Line::Type::KindSection:
        return tr("Kind");
    case Line::Type::StoresSection:
        return tr("Stores");
    case Line::Type::Filter:
        break;
    }
    switch (line.filter.what) {
    case What::Everything:
        return tr("Everything");
    case What::Fetching:
        return tr("Fetching");
    case What::Newer:
        //: Filter: repos that have a newer commit on the Hub
        return tr("Newer upstream");
    case What::Gone:
        //: Filter: repos that the Hub no longer has
        return tr("Gone upstream");
    case What::Attention:
        return tr("Needs attention");
    case What::Events:
        //: In place of the library: the list of what happened to all repos
        return tr("Events");
    case What::Kind:
        return kindsText(line.filter.kind);
    case What::Store: {
        const StoreStatus* store = storeOf(line);
        return store ? plainLine(store->identity.label) : QString();
    }
    }
    return {};
}

QString SidebarModel::iconOf(const Line& line) const
{
    switch (line.filter.what) {
    case What::Everything:
        return u"all"_s;
    case What::Fetching:
        return u"fetching"_s;
    case What::Newer:
        return u"newer"_s;
    case What::Gone:
        return u"gone"_s;
    case What::Attention:
        return u"attention"_s;
    case What::Events:
        return u"events"_s;
    case What::Kind:
        return kindName(line.filter.kind);
    case What::Store:
        break;
    }
    const StoreStatus* store = storeOf(line);
    return store && !store->isPlugged ? u"store-unplugged"_s : u"store"_s;
}

const StoreStatus* SidebarModel::storeOf(const Line& line) const
{
    if (line.type != Line::Type::Filter || line.filter.what != What::Store)
        return nullptr;
    const auto found =
        std::ranges::find(m_stores, line.filter.storeId, [](const StoreStatus& store) { return store.identity.id; });
    return found == m_stores.cend() ? nullptr : &*found;
}

QVariant SidebarModel::eventsData(int role) const
{
    // More are not counted.
    const QString count =
        m_unread >= EventsView::mostUnread ? tr("%1+").arg(countText(EventsView::mostUnread - 1)) : countText(m_unread);
    switch (role) {
    case CountRole:
        return m_unread > 0 ? count : QString();
    case IsNewsRole:
        return m_unread > 0;
    case TintRole:
        return static_cast<int>(Tint::Attention);
    case Qt::AccessibleTextRole:
        return m_unread > 0 ? tr("Events, %1 new").arg(count) : tr("Events");
    default:
        return {};
    }
}

QVariant SidebarModel::storeData(const StoreStatus& store, int role) const
{
    const QString free = !store.isPlugged ? tr("unplugged")
        : store.freeBytes < 0             ? QString()
                              //: Space left in a store
                              : tr("%1 free").arg(sizeText(store.freeBytes));
    switch (role) {
    case CountRole:
        return free;
    case UsedRole:
        if (!store.isPlugged || store.totalBytes <= 0 || store.freeBytes < 0)
            return 0.0;
        return std::clamp(1 - static_cast<double>(store.freeBytes) / static_cast<double>(store.totalBytes), 0.0, 1.0);
    case IsAwayRole:
        return !store.isPlugged;
    case IsNewsRole:
        return store.isPlugged && !store.trouble.isEmpty();
    case Qt::AccessibleTextRole:
        return tr("Store %1, %2, %n snapshots", nullptr, static_cast<int>(m_counts.stores.value(store.identity.id)))
            .arg(plainLine(store.identity.label), free);
    case Qt::ToolTipRole: {
        QStringList lines;
        if (!store.trouble.isEmpty())
            lines.append(plainLine(store.trouble));
        lines.append(tr("%n snapshots", nullptr, static_cast<int>(m_counts.stores.value(store.identity.id))));
        lines.append(plainLine(store.folder));
        // A tooltip takes what looks like HTML for HTML.
        return lines.join(u'\n').toHtmlEscaped().replace(u'\n', u"<br>"_s);
    }
    default:
        return {};
    }
}

QVariant SidebarModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Line& line = m_lines.at(index.row());
    const bool isSection = line.type != Line::Type::Filter;
    if (role == Qt::DisplayRole)
        return textOf(line);
    if (role == IsSectionRole)
        return isSection;
    if (isSection)
        return {};
    if (role == Qt::DecorationRole)
        return themedIcon(iconOf(line));
    if (const StoreStatus* store = storeOf(line)) {
        if (role == TintRole)
            return static_cast<int>(Tint::Wrong);
        return storeData(*store, role);
    }
    if (line.filter.what == What::Events)
        return eventsData(role);
    const qsizetype count = m_counts.of(line.filter);
    switch (role) {
    case CountRole:
        return countText(count);
    case IsNewsRole:
        return count > 0 && (line.filter.what == What::Gone || line.filter.what == What::Attention);
    case TintRole:
        return static_cast<int>(line.filter.what == What::Gone ? Tint::Wrong : Tint::Attention);
    case Qt::AccessibleTextRole:
        //: A filter and how many rows it has: "Gone upstream, 2"
        return tr("%1, %2").arg(textOf(line), countText(count));
    default:
        return {};
    }
}

void SidebarModel::setCounts(const LibraryCounts& counts)
{
    if (counts == m_counts)
        return;
    m_counts = counts;
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void SidebarModel::setUnread(int events)
{
    if (events == m_unread)
        return;
    m_unread = events;
    const int row = rowOf({.what = What::Events});
    Q_EMIT dataChanged(index(row), index(row));
}

void SidebarModel::setStores(const QList<StoreStatus>& stores)
{
    const auto idOf = [](const StoreStatus& store) { return store.identity.id; };
    const auto isStore = [](const Line& line) {
        return line.type == Line::Type::StoresSection
            || (line.type == Line::Type::Filter && line.filter.what == What::Store);
    };
    if (std::ranges::equal(stores, m_stores, {}, idOf, idOf)) {
        m_stores = stores;
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    const int first = static_cast<int>(std::ranges::find_if(std::as_const(m_lines), isStore) - m_lines.cbegin());
    if (first < m_lines.size()) {
        beginRemoveRows({}, first, rowCount() - 1);
        m_lines.resize(first);
        m_stores.clear();
        endRemoveRows();
    }
    if (stores.isEmpty())
        return;
    beginInsertRows({}, first, first + static_cast<int>(stores.size()));
    m_stores = stores;
    m_lines.append({.type = Line::Type::StoresSection});
    for (const StoreStatus& store : stores)
        m_lines.append({.filter = {.what = What::Store, .storeId = store.identity.id}});
    endInsertRows();
}

void SidebarModel::retranslate()
{
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

} // namespace hugger
