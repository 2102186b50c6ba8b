// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/filesmodel.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/tint.h"
#include "ui/widgets/words.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QMimeData>
#include <QtGui/QFontDatabase>
#include <QtGui/QGuiApplication>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qsizetype shortHash = 8;

} // namespace

FilesModel::FilesModel(QObject* parent)
    : QAbstractItemModel(parent)
    , m_tree(std::make_shared<FileTree>(FileTree::of({}, {}, {})))
{
}

void FilesModel::setFiles(const QList<HeldFile>& files, const QList<FileEntry>& lacking, const QString& folder)
{
    m_folder = folder;
    if (m_request > 0 && files == m_files && lacking == m_lacking) {
        if (!m_isBuilding)
            Q_EMIT built();
        return;
    }
    m_files = files;
    m_lacking = lacking;
    build();
}

void FilesModel::setFilter(const QString& filter)
{
    if (filter.simplified() == m_filter)
        return;
    m_filter = filter.simplified();
    if (!m_files.isEmpty() || !m_lacking.isEmpty())
        build();
}

void FilesModel::clear()
{
    ++m_request;
    m_isBuilding = false;
    m_files.clear();
    m_lacking.clear();
    m_folder.clear();
    beginResetModel();
    m_tree = std::make_shared<FileTree>(FileTree::of({}, {}, {}));
    endResetModel();
}

void FilesModel::build()
{
    const int request = ++m_request;
    m_isBuilding = true;
    QtConcurrent::run([files = m_files, lacking = m_lacking, filter = m_filter] {
        return std::make_shared<const FileTree>(FileTree::of(files, lacking, filter));
    }).then(this, [this, request](const std::shared_ptr<const FileTree>& tree) {
        if (request != m_request)
            return;
        m_isBuilding = false;
        Q_EMIT aboutToBuild();
        beginResetModel();
        m_tree = tree;
        endResetModel();
        Q_EMIT built();
    });
}

const FileTree::Node& FilesModel::node(const QModelIndex& index) const
{
    return m_tree->nodes[index.isValid() ? index.internalId() : 0];
}

QString FilesModel::path(const QModelIndex& index) const
{
    return index.isValid() ? m_tree->path(static_cast<int>(index.internalId())) : QString();
}

QString FilesModel::pathOnDisk(const QModelIndex& index) const
{
    if (!index.isValid() || m_folder.isEmpty() || node(index).heldFiles == 0)
        return {};
    return m_folder % u'/' % path(index);
}

QString FilesModel::sha256(const QModelIndex& index) const
{
    const int file = index.isValid() ? node(index).file : -1;
    return file < 0 ? QString() : QString::fromLatin1(m_tree->files.at(file).sha256);
}

bool FilesModel::isFolder(const QModelIndex& index) const
{
    return node(index).isFolder;
}

QModelIndex FilesModel::indexOf(const QString& path) const
{
    const int found = m_tree->find(path);
    return found <= 0 ? QModelIndex()
                      : createIndex(m_tree->nodes[static_cast<size_t>(found)].row, 0, static_cast<quintptr>(found));
}

QModelIndex FilesModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, static_cast<quintptr>(node(parent).first + row));
}

QModelIndex FilesModel::parent(const QModelIndex& child) const
{
    const int above = child.isValid() ? node(child).parent : 0;
    return above <= 0 ? QModelIndex()
                      : createIndex(m_tree->nodes[static_cast<size_t>(above)].row, 0, static_cast<quintptr>(above));
}

int FilesModel::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : node(parent).count;
}

int FilesModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QString FilesModel::text(const FileTree::Node& node, int column) const
{
    switch (column) {
    case Name:
        return plainLine(node.name);
    case Size:
        return sizeText(node.heldFiles > 0 ? node.held : node.lacking);
    default:
        break;
    }
    if (node.heldFiles == 0)
        return tr("not held");
    if (node.isFolder)
        return node.lackingFiles > 0 ? tr("%Ln not held", nullptr, node.lackingFiles) : QString();
    return QString::fromLatin1(m_tree->files.at(node.file).sha256.first(shortHash));
}

QVariant FilesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const FileTree::Node& at = node(index);
    switch (role) {
    case Qt::DisplayRole:
        return text(at, index.column());
    case Qt::DecorationRole:
        return index.column() == Name ? themedIcon(at.isFolder ? u"folder"_s : u"file"_s) : QVariant();
    case Qt::ForegroundRole:
        return at.heldFiles == 0 ? QBrush(quietColor(QGuiApplication::palette())) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == Size ? QVariant(Qt::AlignTrailing | Qt::AlignVCenter) : QVariant();
    case Qt::FontRole:
        return index.column() == Sha256 && at.file >= 0 ? QFontDatabase::systemFont(QFontDatabase::FixedFont)
                                                        : QVariant();
    case Qt::ToolTipRole:
        if (index.column() == Size)
            return exactBytesText(at.heldFiles > 0 ? at.held : at.lacking);
        return index.column() == Sha256 ? sha256(index) : QVariant();
    case Qt::AccessibleTextRole:
        return index.column() == Sha256 && at.file >= 0 ? sha256(index) : text(at, index.column());
    default:
        return {};
    }
}

QVariant FilesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == Size)
        return QVariant(Qt::AlignTrailing | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Size:
        return tr("Size");
    default:
        return tr("SHA-256");
    }
}

Qt::ItemFlags FilesModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (index.isValid() && !isFolder(index))
        flags |= Qt::ItemNeverHasChildren;
    if (index.isValid() && !m_folder.isEmpty() && node(index).heldFiles > 0)
        flags |= Qt::ItemIsDragEnabled;
    return flags;
}

QStringList FilesModel::mimeTypes() const
{
    return {u"text/uri-list"_s};
}

QMimeData* FilesModel::mimeData(const QModelIndexList& indexes) const
{
    QList<QUrl> urls;
    for (const QModelIndex& index : indexes) {
        if (index.column() != Name)
            continue;
        if (const QString file = pathOnDisk(index); !file.isEmpty())
            urls.append(QUrl::fromLocalFile(file));
    }
    if (urls.isEmpty())
        return nullptr;
    auto* mime = new QMimeData;
    mime->setUrls(urls);
    return mime;
}

} // namespace hugger
