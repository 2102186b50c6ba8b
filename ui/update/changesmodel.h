// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/hubtypes.h"
#include "watch/filechange.h"

#include <QtCore/QAbstractTableModel>

namespace hugger {

/// The files that an update adds, changes and removes.
class ChangesModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { File, What, Before, After, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setChanges(const QList<FileChange>& changes);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<FileChange> m_changes;
};

/// The commits that an update goes over, newest first.
class CommitsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Title, Commit, When, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setCommits(const QList<CommitEntry>& commits);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<CommitEntry> m_commits;
};

} // namespace hugger
