// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/storesmodel.h"

#include "ui/widgets/delegates.h"
#include "ui/widgets/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

StoresModel::StoresModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void StoresModel::setStores(const QList<StoreStatus>& stores)
{
    const auto same = [](const StoreStatus& one, const StoreStatus& other) {
        return one.identity.id == other.identity.id;
    };
    if (std::ranges::equal(stores, m_stores, same)) {
        m_stores = stores;
        if (!m_stores.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_stores.size()) - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_stores = stores;
    endResetModel();
}

int StoresModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_stores.size());
}

int StoresModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant StoresModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const StoreStatus& store = m_stores[index.row()];
    switch (index.column()) {
    case StoreColumn:
        return storeData(store, role);
    case StateColumn:
        return stateData(store, role);
    case SpaceColumn:
        return spaceData(store, role);
    default:
        return heldData(store, role);
    }
}

QVariant StoresModel::storeData(const StoreStatus& store, int role) const
{
    if (role == Qt::DisplayRole)
        return plainLine(store.identity.label);
    if (role == SecondLineRole)
        return plainLine(store.folder);
    if (role == Qt::AccessibleTextRole)
        //: For screen readers: the label of a store, and its folder.
        return tr("%1, %2").arg(plainLine(store.identity.label), plainLine(store.folder));
    return {};
}

QVariant StoresModel::stateData(const StoreStatus& store, int role) const
{
    const bool broken = store.isPlugged && !store.trouble.isEmpty();
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) {
        if (broken)
            return tr("not usable");
        if (!store.isPlugged)
            return store.isDefault ? tr("default, unplugged") : tr("unplugged");
        return store.isDefault ? tr("default") : tr("plugged in");
    }
    if (role == TintRole)
        return static_cast<int>(broken ? Tint::Wrong : store.isPlugged ? Tint::Good : Tint::Attention);
    if (role == SignRole)
        return broken ? u"✕"_s : store.isPlugged ? u"✓"_s : u"!"_s;
    if (role == Qt::ToolTipRole && !store.trouble.isEmpty())
        return plainTooltip(plainLine(store.trouble));
    return {};
}

QVariant StoresModel::spaceData(const StoreStatus& store, int role) const
{
    const bool known = store.freeBytes >= 0 && store.totalBytes > 0;
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return known ? tr("%1 of %2 free").arg(sizeText(store.freeBytes), sizeText(store.totalBytes)) : tr("not known");
    if (role == ProgressRole && known)
        return 1 - static_cast<double>(store.freeBytes) / static_cast<double>(store.totalBytes);
    if (role == Qt::ToolTipRole && known)
        return tr("%1 of %2 free").arg(exactBytesText(store.freeBytes), exactBytesText(store.totalBytes));
    return {};
}

QVariant StoresModel::heldData(const StoreStatus& store, int role) const
{
    if (role == Qt::DisplayRole)
        return sizeText(store.heldBytes);
    if (role == SecondLineRole)
        return tr("%Ln snapshots", nullptr, static_cast<int>(store.snapshots));
    if (role == Qt::ToolTipRole)
        return exactBytesText(store.heldBytes);
    return {};
}

QVariant StoresModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignLeading | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StoreColumn:
        return tr("Store");
    case StateColumn:
        return tr("State");
    case SpaceColumn:
        return tr("Space");
    default:
        return tr("Held");
    }
}

} // namespace hugger
