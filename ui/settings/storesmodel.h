// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/enginetypes.h"

#include <QtCore/QAbstractTableModel>

namespace hugger {

/// The stores as they are right now.
class StoresModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { StoreColumn, StateColumn, SpaceColumn, HeldColumn, ColumnCount };

    explicit StoresModel(QObject* parent = nullptr);

    void setStores(const QList<StoreStatus>& stores);
    [[nodiscard]] const StoreStatus& store(int row) const { return m_stores[row]; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QVariant storeData(const StoreStatus& store, int role) const;
    [[nodiscard]] QVariant stateData(const StoreStatus& store, int role) const;
    [[nodiscard]] QVariant spaceData(const StoreStatus& store, int role) const;
    [[nodiscard]] QVariant heldData(const StoreStatus& store, int role) const;

    QList<StoreStatus> m_stores;
};

} // namespace hugger
