// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/add/filechoice.h"

#include <QtCore/QAbstractItemModel>

#include <vector>

namespace hugger {

/// Files of a plan as folders. Made once, in any thread; 100,000 files take some hundredths of a second.
struct PlanTree {
    struct Node {
        int parent = -1;
        int begin = 0; ///< its files are [begin, end) of Plan::files: sorted by path, so a folder's lie together
        int end = 0;
        int firstChild = 0; ///< children lie together and behind their parent, folders first
        int childCount = 0; ///< 0: a file
        int nameAt = 0; ///< in the path of its first file
        int nameSize = 0;
        qint64 bytes = 0;
    };
    std::vector<Node> nodes; ///< [0] is the root

    [[nodiscard]] static PlanTree of(const Plan& plan);
};

/// The files of a plan with tick boxes; folders are ticked when all below them is.
class FileTreeModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { NameColumn, StateColumn, SizeColumn, ColumnCount };

    using QAbstractItemModel::QAbstractItemModel;

    /// The same commit planned anew keeps its place, its ticks and what the filter shows; `ticks` is for another one.
    void show(std::shared_ptr<const FileChoice> choice, std::shared_ptr<const PlanTree> tree,
              const FileChoice::Ticks& ticks);
    void clear();

    [[nodiscard]] const FileChoice::Ticks& ticks() const { return m_ticks; }
    void setTicks(const FileChoice::Ticks& ticks);
    void tickShown(bool on); ///< what the filter shows

    /// A glob ("*.gguf", matched with names and whole paths), or a part of the path where it has no wildcard; case does
    /// not count. Empty shows everything.
    void setFilter(const QString& filter);
    [[nodiscard]] qsizetype shownFiles() const;
    /// The first folder or file whose path this is.
    [[nodiscard]] QModelIndex find(const QString& path) const;
    [[nodiscard]] QString pathOf(const QModelIndex& index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// The user ticked something.
    void ticked();

private:
    [[nodiscard]] const PlanTree::Node& nodeOf(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(int node, int column) const;
    [[nodiscard]] Qt::CheckState checkState(int node) const;
    [[nodiscard]] QString stateText(const PlanTree::Node& node) const;
    void countTicks();
    [[nodiscard]] bool isSameListing(const FileChoice& choice) const;
    void layOut();
    void tell(int begin, int end, Column lastColumn, const QList<int>& roles);

    std::shared_ptr<const FileChoice> m_choice;
    std::shared_ptr<const PlanTree> m_tree;
    FileChoice::Ticks m_ticks;
    FileChoice::Ticks m_shown; ///< by the filter
    // For each node:
    std::vector<int> m_ticked; ///< files below it
    std::vector<int> m_row; ///< among the shown; -1: hidden
    std::vector<int> m_firstShown; ///< in m_shownChildren
    std::vector<int> m_shownCount;
    std::vector<int> m_shownChildren; ///< nodes
};

} // namespace hugger
