// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/hubtypes.h"

#include <QtCore/QAbstractTableModel>

namespace hugger {

/// Repos that a search of the Hub found, page by page.
class HitsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NameColumn, SizeColumn, GateColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void clear();
    void append(const SearchPage& page); ///< what is there already is not shown twice
    void forgetNext(); ///< what would come next answers a question of before
    void stopWaiting(); ///< the page asked for did not come; it can be asked for again
    [[nodiscard]] const SearchHit& hit(int row) const { return m_hits[row]; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void moreWanted(const QUrl& page);

private:
    [[nodiscard]] QString facts(const SearchHit& hit) const;

    QList<SearchHit> m_hits;
    QUrl m_next;
    bool m_isWaiting = false;
};

} // namespace hugger
