// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/mainwindow/libraryfilter.h"

#include <QtCore/QAbstractListModel>

namespace hugger {

/// The filters of the library, in sections, with how many rows each has.
class SidebarModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        IsSectionRole = Qt::UserRole + 1, ///< bool: a title, not a filter
        CountRole, ///< QString: at the end of the line
        IsNewsRole, ///< bool: the count is worth a look (TintRole says how much)
        UsedRole, ///< double 0 to 1: how full a store's volume is; invalid: not a store
        IsAwayRole, ///< bool: an unplugged store
    };

    explicit SidebarModel(QObject* parent = nullptr);

    void setCounts(const LibraryCounts& counts);
    void setUnread(int events); ///< at most EventsView::mostUnread are counted
    void setStores(const QList<StoreStatus>& stores);
    void retranslate(); ///< has the language read anew

    [[nodiscard]] LibraryFilter filterAt(int row) const;
    [[nodiscard]] int rowOf(const LibraryFilter& filter) const; ///< that of Everything when there is no such filter

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Line {
        enum class Type { LibrarySection, KindSection, StoresSection, Filter } type = Type::Filter;
        LibraryFilter filter{};
    };

    [[nodiscard]] QString textOf(const Line& line) const;
    [[nodiscard]] QString iconOf(const Line& line) const;
    [[nodiscard]] const StoreStatus* storeOf(const Line& line) const;
    [[nodiscard]] QVariant eventsData(int role) const;
    [[nodiscard]] QVariant storeData(const StoreStatus& store, int role) const;

    QList<Line> m_lines;
    LibraryCounts m_counts;
    int m_unread = 0;
    QList<StoreStatus> m_stores;
};

} // namespace hugger
