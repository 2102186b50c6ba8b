// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/connections.h"

#include <QtCore/QAbstractTableModel>

namespace hugger {

/// Who is paired, the newest first.
class ClientsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NameColumn, PairedColumn, UsedColumn, ColumnCount };

    explicit ClientsModel(QObject* parent = nullptr);

    void setClients(const QList<PairedClient>& clients);
    [[nodiscard]] const PairedClient& client(int row) const { return m_clients[row]; }
    /// The row of that id; -1 when there is none.
    [[nodiscard]] int rowOf(const QString& id) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QVariant nameData(const PairedClient& client, int role);
    [[nodiscard]] static QVariant timeData(const QDateTime& time, const QString& otherwise, int role);

    QList<PairedClient> m_clients;
};

} // namespace hugger
