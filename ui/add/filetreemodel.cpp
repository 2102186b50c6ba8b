// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/add/filetreemodel.h"

#include "ui/add/wildcard.h"
#include "ui/widgets/words.h"

#include <QtGui/QGuiApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr int root = 0;

/// The name of a file reads the same in every language: ".gitattributes" keeps its dot in front.
QString leftToRight(const QString& name)
{
    constexpr QChar isolate(0x2066);
    constexpr QChar end(0x2069);
    return QGuiApplication::isRightToLeft() ? isolate + name + end : name;
}

/// What lies directly in a folder, in the order of the paths.
void appendChildren(PlanTree& tree, const Plan& plan, int parent, int depthAt)
{
    const PlanTree::Node folder = tree.nodes[static_cast<size_t>(parent)];
    const auto firstChild = static_cast<int>(tree.nodes.size());
    std::vector<PlanTree::Node> files;
    for (int at = folder.begin; at < folder.end;) {
        const QString& path = plan.files[at].entry.path;
        const auto slash = static_cast<int>(path.indexOf(u'/', depthAt));
        PlanTree::Node child;
        child.parent = parent;
        child.begin = at;
        child.nameAt = depthAt;
        if (slash < 0) {
            child.nameSize = static_cast<int>(path.size()) - depthAt;
            child.bytes = plan.files[at].entry.size;
            child.end = ++at;
            files.push_back(child);
            continue;
        }
        child.nameSize = slash - depthAt;
        const QStringView prefix = QStringView(path).first(slash + 1);
        while (at < folder.end && plan.files[at].entry.path.startsWith(prefix))
            child.bytes += plan.files[at++].entry.size;
        child.end = at;
        tree.nodes.push_back(child);
    }
    const auto folderCount = static_cast<int>(tree.nodes.size()) - firstChild;
    tree.nodes.insert(tree.nodes.end(), files.begin(), files.end());
    tree.nodes[static_cast<size_t>(parent)].firstChild = firstChild;
    tree.nodes[static_cast<size_t>(parent)].childCount = static_cast<int>(tree.nodes.size()) - firstChild;
    for (int child = firstChild; child < firstChild + folderCount; ++child) {
        const PlanTree::Node& node = tree.nodes[static_cast<size_t>(child)];
        appendChildren(tree, plan, child, node.nameAt + node.nameSize + 1);
    }
}

} // namespace

PlanTree PlanTree::of(const Plan& plan)
{
    PlanTree tree;
    tree.nodes.reserve(static_cast<size_t>(plan.files.size()) * 5 / 4 + 1);
    Node top;
    top.end = static_cast<int>(plan.files.size());
    tree.nodes.push_back(top);
    appendChildren(tree, plan, root, 0);
    return tree;
}

void FileTreeModel::show(std::shared_ptr<const FileChoice> choice, std::shared_ptr<const PlanTree> tree,
                         const FileChoice::Ticks& ticks)
{
    if (isSameListing(*choice)) {
        m_choice = std::move(choice);
        tell(0, static_cast<int>(m_ticks.size()), SizeColumn, {});
        return;
    }
    beginResetModel();
    m_choice = std::move(choice);
    m_tree = std::move(tree);
    m_ticks = ticks;
    m_shown = FileChoice::Ticks(ticks.size(), true);
    layOut();
    countTicks();
    endResetModel();
}

bool FileTreeModel::isSameListing(const FileChoice& choice) const
{
    return m_choice && m_choice->plan().info.repo == choice.plan().info.repo
        && m_choice->plan().info.commit == choice.plan().info.commit
        && m_choice->plan().files.size() == choice.plan().files.size();
}

void FileTreeModel::clear()
{
    beginResetModel();
    m_tree.reset();
    m_choice.reset();
    m_ticks.clear();
    m_shown.clear();
    endResetModel();
}

void FileTreeModel::setTicks(const FileChoice::Ticks& ticks)
{
    if (!m_tree || ticks == m_ticks || ticks.size() != m_ticks.size())
        return;
    m_ticks = ticks;
    countTicks();
    tell(0, static_cast<int>(m_ticks.size()), NameColumn, {Qt::CheckStateRole});
}

void FileTreeModel::tickShown(bool on)
{
    setTicks(on ? m_ticks | m_shown : m_ticks & ~m_shown);
    Q_EMIT ticked();
}

void FileTreeModel::setFilter(const QString& filter)
{
    if (!m_tree)
        return;
    const bool isGlob = filter.contains(u'*') || filter.contains(u'?') || filter.contains(u'[');
    const Wildcard pattern(filter);
    // A wildcard at the front takes the folders along.
    const bool nameToo = !filter.startsWith(u'*') && !filter.contains(u'/');
    const auto isShown = [&](const QString& path) {
        if (!isGlob)
            return path.contains(filter, Qt::CaseInsensitive);
        return pattern.matches(path)
            || (nameToo && pattern.matches(QStringView(path).sliced(path.lastIndexOf(u'/') + 1)));
    };
    beginResetModel();
    m_shown.fill(filter.isEmpty());
    for (qsizetype place = 0; !filter.isEmpty() && place < m_shown.size(); ++place) {
        if (isShown(m_choice->plan().files[place].entry.path))
            m_shown.setBit(place);
    }
    layOut();
    endResetModel();
}

qsizetype FileTreeModel::shownFiles() const
{
    return m_shown.count(true);
}

void FileTreeModel::layOut()
{
    const std::vector<PlanTree::Node>& nodes = m_tree->nodes;
    // Children lie behind their parent: backwards, what is below is known.
    std::vector<char> visible(nodes.size(), 0);
    for (size_t node = nodes.size(); node-- > 0;) {
        if (nodes[node].childCount == 0 && node != root)
            visible[node] = m_shown.testBit(nodes[node].begin) ? 1 : 0;
        if (visible[node] != 0 && node != root)
            visible[static_cast<size_t>(nodes[node].parent)] = 1;
    }
    m_row.assign(nodes.size(), -1);
    m_firstShown.assign(nodes.size(), 0);
    m_shownCount.assign(nodes.size(), 0);
    m_shownChildren.clear();
    m_shownChildren.reserve(nodes.size());
    for (size_t node = 0; node < nodes.size(); ++node) {
        m_firstShown[node] = static_cast<int>(m_shownChildren.size());
        for (int child = nodes[node].firstChild; child < nodes[node].firstChild + nodes[node].childCount; ++child) {
            if (visible[static_cast<size_t>(child)] == 0)
                continue;
            m_row[static_cast<size_t>(child)] = m_shownCount[node]++;
            m_shownChildren.push_back(child);
        }
    }
}

void FileTreeModel::countTicks()
{
    const std::vector<PlanTree::Node>& nodes = m_tree->nodes;
    m_ticked.assign(nodes.size(), 0);
    for (size_t node = nodes.size(); node-- > 1;) {
        if (nodes[node].childCount == 0 && m_ticks.testBit(nodes[node].begin))
            m_ticked[node] = 1;
        m_ticked[static_cast<size_t>(nodes[node].parent)] += m_ticked[node];
    }
}

void FileTreeModel::tell(int begin, int end, Column lastColumn, const QList<int>& roles)
{
    const std::vector<PlanTree::Node>& nodes = m_tree->nodes;
    for (size_t node = 0; node < nodes.size(); ++node) {
        if (m_shownCount[node] == 0 || nodes[node].end <= begin || nodes[node].begin >= end)
            continue;
        const auto first = static_cast<size_t>(m_firstShown[node]);
        const auto last = first + static_cast<size_t>(m_shownCount[node]) - 1;
        Q_EMIT dataChanged(indexOf(m_shownChildren[first], NameColumn), indexOf(m_shownChildren[last], lastColumn),
                           roles);
    }
}

QModelIndex FileTreeModel::find(const QString& path) const
{
    if (!m_tree)
        return {};
    for (size_t node = 1; node < m_tree->nodes.size(); ++node) {
        const PlanTree::Node& candidate = m_tree->nodes[node];
        const QString& full = m_choice->plan().files[candidate.begin].entry.path;
        if (m_row[node] >= 0 && candidate.nameAt + candidate.nameSize == path.size() && full.startsWith(path))
            return indexOf(static_cast<int>(node), NameColumn);
    }
    return {};
}

QString FileTreeModel::pathOf(const QModelIndex& index) const
{
    const PlanTree::Node& node = nodeOf(index);
    return m_choice->plan().files[node.begin].entry.path.first(node.nameAt + node.nameSize);
}

const PlanTree::Node& FileTreeModel::nodeOf(const QModelIndex& index) const
{
    return m_tree->nodes[index.isValid() ? static_cast<size_t>(index.internalId()) : root];
}

QModelIndex FileTreeModel::indexOf(int node, int column) const
{
    return node == root ? QModelIndex()
                        : createIndex(m_row[static_cast<size_t>(node)], column, static_cast<quintptr>(node));
}

QModelIndex FileTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const auto folder = parent.isValid() ? static_cast<size_t>(parent.internalId()) : root;
    const auto child = static_cast<size_t>(m_firstShown[folder]) + static_cast<size_t>(row);
    return createIndex(row, column, static_cast<quintptr>(m_shownChildren[child]));
}

QModelIndex FileTreeModel::parent(const QModelIndex& child) const
{
    return child.isValid() ? indexOf(nodeOf(child).parent, NameColumn) : QModelIndex();
}

int FileTreeModel::rowCount(const QModelIndex& parent) const
{
    if (!m_tree || parent.column() > NameColumn)
        return 0;
    return m_shownCount[parent.isValid() ? static_cast<size_t>(parent.internalId()) : root];
}

int FileTreeModel::columnCount(const QModelIndex& /*parent*/) const
{
    return ColumnCount;
}

Qt::CheckState FileTreeModel::checkState(int node) const
{
    const PlanTree::Node& what = m_tree->nodes[static_cast<size_t>(node)];
    const int ticked = m_ticked[static_cast<size_t>(node)];
    if (ticked == 0)
        return Qt::Unchecked;
    return ticked == what.end - what.begin ? Qt::Checked : Qt::PartiallyChecked;
}

QString FileTreeModel::stateText(const PlanTree::Node& node) const
{
    if (node.childCount > 0)
        return {};
    switch (m_choice->plan().files[node.begin].source) {
    case PlannedFile::Source::Fetch:
        return {};
    case PlannedFile::Source::Held:
        return tr("held already");
    case PlannedFile::Source::OtherStore:
        return tr("in another store");
    }
    return {};
}

QVariant FileTreeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const PlanTree::Node& node = nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == NameColumn)
            return leftToRight(
                plainLine(m_choice->plan().files[node.begin].entry.path.sliced(node.nameAt, node.nameSize)));
        return index.column() == SizeColumn ? sizeText(node.bytes) : stateText(node);
    case Qt::ToolTipRole:
        if (index.column() == SizeColumn)
            return exactBytesText(node.bytes);
        break;
    case Qt::CheckStateRole:
        if (index.column() == NameColumn)
            return checkState(static_cast<int>(index.internalId()));
        break;
    case Qt::TextAlignmentRole:
        if (index.column() == SizeColumn)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        break;
    default:
        break;
    }
    return {};
}

bool FileTreeModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || index.column() != NameColumn || role != Qt::CheckStateRole)
        return false;
    const PlanTree::Node& node = nodeOf(index);
    const bool on = value.toInt() != Qt::Unchecked;
    // What a filter hides stays as it is.
    for (int place = node.begin; place < node.end; ++place) {
        if (m_shown.testBit(place))
            m_ticks.setBit(place, on);
    }
    countTicks();
    tell(node.begin, node.end, NameColumn, {Qt::CheckStateRole});
    Q_EMIT ticked();
    return true;
}

Qt::ItemFlags FileTreeModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (index.isValid() && index.column() == NameColumn)
        flags |= Qt::ItemIsUserCheckable;
    if (index.isValid() && nodeOf(index).childCount == 0)
        flags |= Qt::ItemNeverHasChildren;
    return flags;
}

QVariant FileTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == SizeColumn)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("File");
    case SizeColumn:
        return tr("Size");
    case StateColumn:
        return tr("State");
    default:
        return {};
    }
}

} // namespace hugger
