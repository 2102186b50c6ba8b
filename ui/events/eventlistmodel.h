// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/enginetypes.h"

#include <QtCore/QAbstractTableModel>

namespace hugger {

/// Events of all repos, newest first, a page at a time: the view asks for more as it is scrolled.
class EventListModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Repository, What, When, ColumnCount };
    static constexpr qint64 pageSize = 200;

    using QAbstractTableModel::QAbstractTableModel;

    /// Forgets all and waits for the first page.
    void clear();
    /// The newest events, a page of them: what is not there yet goes on top. Where they do not reach what is there,
    /// they take its place.
    void setNewest(const QList<Event>& events);
    /// The page after the last event that is there.
    void append(const QList<Event>& events);
    /// The page could not be had: asked for again by the next scrolling.
    void giveUpPage() { m_isAsked = false; }

    [[nodiscard]] const Event& at(int row) const { return m_events.at(row); }
    [[nodiscard]] int rowOf(qint64 event) const; ///< -1 when it is not there (yet)
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void pageWanted(qint64 before); ///< EventQuery::before

private:
    QList<Event> m_events;
    bool m_isWhole = true; ///< the oldest event is there
    bool m_isAsked = false;
};

} // namespace hugger
