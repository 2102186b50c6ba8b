// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/filetree.h"

#include <QtCore/QHash>

namespace hugger {

namespace {

/// Makes nodes in the order files come, with the folders on the way; they are put in order at the end.
class Growing final {
public:
    Growing()
    {
        m_nodes.emplace_back().isFolder = true;
        m_children.emplace_back();
    }

    int add(QStringView path)
    {
        const qsizetype slash = path.lastIndexOf(u'/');
        const int parent = slash < 0 ? 0 : folder(path.first(slash));
        return child(parent, path.sliced(slash + 1));
    }

    FileTree::Node& node(int i) { return m_nodes[static_cast<size_t>(i)]; }

    void sum(int i)
    {
        const FileTree::Node leaf = node(i);
        for (int above = leaf.parent; above >= 0; above = node(above).parent) {
            node(above).held += leaf.held;
            node(above).lacking += leaf.lacking;
            node(above).heldFiles += leaf.heldFiles;
            node(above).lackingFiles += leaf.lackingFiles;
        }
    }

    /// Level by level, so that the children of a node lie side by side.
    std::vector<FileTree::Node> inOrder()
    {
        std::vector<FileTree::Node> ordered = {node(0)};
        std::vector<int> from = {0};
        ordered.reserve(m_nodes.size());
        for (size_t i = 0; i < ordered.size(); ++i) {
            auto& children = m_children[static_cast<size_t>(from[i])];
            std::ranges::sort(children, [this](int a, int b) { return comesBefore(node(a), node(b)); });
            ordered[i].first = static_cast<int>(ordered.size());
            ordered[i].count = static_cast<int>(children.size());
            int row = 0;
            for (const int one : children) {
                ordered.push_back(node(one));
                ordered.back().parent = static_cast<int>(i);
                ordered.back().row = row++;
                from.push_back(one);
            }
        }
        return ordered;
    }

private:
    static bool comesBefore(const FileTree::Node& a, const FileTree::Node& b)
    {
        if (a.isFolder != b.isFolder)
            return a.isFolder;
        const int order = a.name.compare(b.name, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : a.name < b.name;
    }

    int child(int parent, QStringView name)
    {
        const int made = static_cast<int>(m_nodes.size());
        FileTree::Node& fresh = m_nodes.emplace_back();
        fresh.name = name.toString();
        fresh.parent = parent;
        m_children.emplace_back();
        m_children[static_cast<size_t>(parent)].push_back(made);
        return made;
    }

    int folder(QStringView path)
    {
        if (const auto known = m_folders.constFind(path); known != m_folders.cend())
            return *known;
        const int made = add(path);
        node(made).isFolder = true;
        m_folders.insert(path.toString(), made);
        return made;
    }

    std::vector<FileTree::Node> m_nodes;
    std::vector<std::vector<int>> m_children;
    QHash<QString, int> m_folders;
};

} // namespace

FileTree FileTree::of(const QList<HeldFile>& files, const QList<FileEntry>& lacking, const QString& filter)
{
    const QStringList words = filter.split(u' ', Qt::SkipEmptyParts);
    const auto wanted = [&words](const QString& path) {
        return std::ranges::all_of(words,
                                   [&path](const QString& word) { return path.contains(word, Qt::CaseInsensitive); });
    };
    Growing growing;
    for (qsizetype i = 0; i < files.size(); ++i) {
        if (!wanted(files.at(i).path))
            continue;
        const int made = growing.add(files.at(i).path);
        growing.node(made).held = files.at(i).size;
        growing.node(made).heldFiles = 1;
        growing.node(made).file = static_cast<int>(i);
        growing.sum(made);
    }
    for (const FileEntry& entry : lacking) {
        if (!wanted(entry.path))
            continue;
        const int made = growing.add(entry.path);
        growing.node(made).lacking = entry.size;
        growing.node(made).lackingFiles = 1;
        growing.sum(made);
    }
    FileTree tree;
    tree.nodes = growing.inOrder();
    tree.files = files;
    return tree;
}

QString FileTree::path(int node) const
{
    QString path;
    for (int i = node; i > 0; i = nodes[static_cast<size_t>(i)].parent) {
        const QString& name = nodes[static_cast<size_t>(i)].name;
        path = path.isEmpty() ? name : QString(name % u'/' % path);
    }
    return path;
}

int FileTree::find(const QString& path) const
{
    int at = 0;
    for (const QStringView name : QStringView(path).split(u'/')) {
        const Node& above = nodes[static_cast<size_t>(at)];
        at = -1;
        for (int i = above.first; i < above.first + above.count; ++i) {
            if (nodes[static_cast<size_t>(i)].name == name)
                at = i;
        }
        if (at < 0)
            return -1;
    }
    return at;
}

} // namespace hugger
