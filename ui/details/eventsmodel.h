// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/enginetypes.h"

#include <QtCore/QAbstractTableModel>

namespace hugger {

/// What happened to a repo, newest first.
class EventsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { What, When, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setEvents(const QList<Event>& events);

    /// A type in words; the type itself when it is of a hugger newer than this one.
    [[nodiscard]] static QString typeText(const QString& type);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<Event> m_events;
};

} // namespace hugger
