// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/mainwindow/libraryfilter.h"

#include <QtWidgets/QListView>

namespace hugger {

class SidebarModel;

/// The list of filters. One is always chosen.
class Sidebar final : public QListView {
    Q_OBJECT

public:
    explicit Sidebar(QWidget* parent = nullptr);

    void setCounts(const LibraryCounts& counts);
    void setUnread(int events);
    void setStores(const QList<StoreStatus>& stores);
    [[nodiscard]] LibraryFilter filter() const { return m_filter; }
    /// A store that is not known yet is chosen once it is.
    void choose(const LibraryFilter& filter);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void filterChosen(const hugger::LibraryFilter& filter);

protected:
    void changeEvent(QEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    [[nodiscard]] QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex& index,
                                                                       const QEvent* event) const override;

private:
    void follow();

    SidebarModel* m_model;
    LibraryFilter m_filter;
    bool m_isFollowing = false; ///< the current row is put where m_filter says
};

} // namespace hugger
