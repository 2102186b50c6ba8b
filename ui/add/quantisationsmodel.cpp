// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/add/quantisationsmodel.h"

#include "ui/widgets/words.h"

#include <algorithm>

namespace hugger {

namespace {

bool isNumber(int column)
{
    return column == QuantisationsModel::FilesColumn || column == QuantisationsModel::SizeColumn;
}

} // namespace

void QuantisationsModel::show(const QList<FileGroup>& groups, const QList<qsizetype>& ticked)
{
    beginResetModel();
    m_groups = groups;
    m_ticked = ticked;
    endResetModel();
}

int QuantisationsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_groups.size());
}

int QuantisationsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant QuantisationsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const FileGroup& group = m_groups[index.row()];
    if (role == Qt::TextAlignmentRole && isNumber(index.column()))
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role == Qt::CheckStateRole && index.column() == NameColumn)
        return m_ticked.contains(index.row()) ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::ToolTipRole && index.column() == SizeColumn)
        return exactBytesText(group.bytes);
    if (role == Qt::ToolTipRole && group.what == FileGroup::What::Projector)
        return tr("The part that reads images. Take one of them where you want that.");
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case NameColumn:
        return plainLine(group.key);
    case FilesColumn:
        return filesText(group.files.size());
    case SizeColumn:
        return sizeText(group.bytes);
    case StateColumn:
        if (group.heldBytes == 0)
            return {};
        return group.heldBytes == group.bytes ? tr("held already")
                                              //: %1 is a size
                                              : tr("%1 held already").arg(sizeText(group.heldBytes));
    default:
        return {};
    }
}

bool QuantisationsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || index.column() != NameColumn || role != Qt::CheckStateRole)
        return false;
    m_ticked.removeAll(index.row());
    if (value.toInt() != Qt::Unchecked)
        m_ticked.append(index.row());
    std::ranges::sort(m_ticked);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT tickedChanged();
    return true;
}

Qt::ItemFlags QuantisationsModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.column() == NameColumn)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant QuantisationsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && isNumber(section))
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Quantisation");
    case FilesColumn:
        return tr("Files");
    case SizeColumn:
        return tr("Size");
    case StateColumn:
        return tr("State");
    default:
        return {};
    }
}

} // namespace hugger
