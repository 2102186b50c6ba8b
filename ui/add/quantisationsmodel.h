// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/add/filechoice.h"

#include <QtCore/QAbstractTableModel>

namespace hugger {

/// The quantisations of a plan, each with a tick box.
class QuantisationsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NameColumn, StateColumn, FilesColumn, SizeColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const QList<FileGroup>& groups, const QList<qsizetype>& ticked);
    [[nodiscard]] QList<qsizetype> ticked() const { return m_ticked; } ///< places in the list of groups

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void tickedChanged();

private:
    QList<FileGroup> m_groups;
    QList<qsizetype> m_ticked;
};

} // namespace hugger
