// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/hubtypes.h"
#include "store/record.h"

#include <vector>

namespace hugger {

/// The files of a snapshot as folders: folders first, then by name, sizes summed.
struct FileTree {
    struct Node {
        QString name;
        qint64 held = 0; ///< bytes of held files, in or below it
        qint64 lacking = 0; ///< bytes of files that are not held
        int lackingFiles = 0;
        int heldFiles = 0;
        int parent = -1;
        int row = 0; ///< among the children of its parent
        int first = 0; ///< its children are nodes[first] to nodes[first + count - 1]
        int count = 0;
        int file = -1; ///< of `files`; -1 for folders and for what is not held
        bool isFolder = false;
    };

    std::vector<Node> nodes; ///< the root is the first
    QList<HeldFile> files;

    /// With a filter: only files whose path has all its words. Takes its time for many files: not for the window's
    /// thread.
    [[nodiscard]] static FileTree of(const QList<HeldFile>& files, const QList<FileEntry>& lacking,
                                     const QString& filter);

    [[nodiscard]] QString path(int node) const;
    [[nodiscard]] int find(const QString& path) const; ///< -1 when there is none
};

} // namespace hugger
