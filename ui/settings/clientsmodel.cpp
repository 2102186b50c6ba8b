// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/clientsmodel.h"

#include "ui/widgets/delegates.h"
#include "ui/widgets/words.h"

#include <algorithm>

namespace hugger {

ClientsModel::ClientsModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void ClientsModel::setClients(const QList<PairedClient>& clients)
{
    if (std::ranges::equal(clients, m_clients, {}, &PairedClient::id, &PairedClient::id)) {
        m_clients = clients;
        if (!m_clients.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_clients.size()) - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_clients = clients;
    endResetModel();
}

int ClientsModel::rowOf(const QString& id) const
{
    const auto at = std::ranges::find(m_clients, id, &PairedClient::id);
    return at == m_clients.end() ? -1 : static_cast<int>(at - m_clients.begin());
}

int ClientsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_clients.size());
}

int ClientsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ClientsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const PairedClient& client = m_clients[index.row()];
    switch (index.column()) {
    case NameColumn:
        return nameData(client, role);
    case PairedColumn:
        return timeData(client.pairedAt, {}, role);
    default:
        //: A browser that is connected but has not asked anything yet.
        return timeData(client.lastUsedAt, tr("never"), role);
    }
}

QVariant ClientsModel::nameData(const PairedClient& client, int role)
{
    const QString name = plainLine(client.name);
    const QString origin = client.origin.isEmpty() ? tr("a program") : plainLine(client.origin);
    if (role == Qt::DisplayRole)
        return name;
    if (role == SecondLineRole)
        return origin;
    if (role == Qt::AccessibleTextRole)
        //: For screen readers: the name of a browser, and the address of its extension.
        return tr("%1, %2").arg(name, origin);
    return {};
}

QVariant ClientsModel::timeData(const QDateTime& time, const QString& otherwise, int role)
{
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return time.isValid() ? dateText(time.toSecsSinceEpoch()) : otherwise;
    if (role == Qt::ToolTipRole && time.isValid())
        return fullDateText(time.toSecsSinceEpoch());
    return {};
}

QVariant ClientsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignLeading | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Connected");
    case PairedColumn:
        //: Since when a browser is connected.
        return tr("Since");
    default:
        return tr("Last used");
    }
}

} // namespace hugger
