// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/details/filetree.h"

#include <QtCore/QAbstractItemModel>

#include <memory>

namespace hugger {

/// The files of a snapshot: what is held, and, quietly, what is not.
class FilesModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Name, Size, Sha256, ColumnCount };

    explicit FilesModel(QObject* parent = nullptr);

    /// Puts them in order in another thread, then emits built(). Files that are the same as before change nothing.
    void setFiles(const QList<HeldFile>& files, const QList<FileEntry>& lacking, const QString& folder);
    void setFilter(const QString& filter);
    void clear();

    [[nodiscard]] QString path(const QModelIndex& index) const; ///< in the repo
    [[nodiscard]] QString pathOnDisk(const QModelIndex& index) const; ///< empty when it is not held, or not to be had
    [[nodiscard]] QString sha256(const QModelIndex& index) const;
    [[nodiscard]] bool isFolder(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(const QString& path) const;
    [[nodiscard]] const FileTree& tree() const { return *m_tree; }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    using QObject::parent;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

Q_SIGNALS:
    void aboutToBuild(); ///< rows are about to be replaced
    void built();

private:
    void build();
    [[nodiscard]] const FileTree::Node& node(const QModelIndex& index) const;
    [[nodiscard]] QString text(const FileTree::Node& node, int column) const;

    std::shared_ptr<const FileTree> m_tree;
    QList<HeldFile> m_files;
    QList<FileEntry> m_lacking;
    QString m_folder;
    QString m_filter;
    int m_request = 0;
    bool m_isBuilding = false;
};

} // namespace hugger
