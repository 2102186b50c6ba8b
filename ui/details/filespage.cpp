// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/filespage.h"

#include "ui/details/filesmodel.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/icons.h"

#include <QtCore/QEvent>
#include <QtCore/QFileInfo>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QDesktopServices>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QTreeView>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hugger {

namespace {

constexpr size_t fewNodes = 2000; ///< of a filtered tree that is opened all the way down

} // namespace

FilesPage::FilesPage(QWidget* parent)
    : DetailsPage(parent)
    , m_model(new FilesModel(this))
{
    auto* content = new QWidget(this);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    m_filter = new QLineEdit(content);
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(themedIcon(u"filter"_s), QLineEdit::LeadingPosition);
    m_filter->setObjectName(u"filesFilter"_s);
    m_view = new QTreeView(content);
    m_view->setModel(m_model);
    m_view->setObjectName(u"files"_s);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformRowHeights(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setDragEnabled(true);
    m_view->setDragDropMode(QAbstractItemView::DragOnly);
    m_view->setTextElideMode(Qt::ElideMiddle);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setAllColumnsShowFocus(true);
    m_view->setIndentation(fontMetrics().height());
    m_view->header()->setStretchLastSection(false);
    m_view->header()->resizeSection(FilesModel::Size, fontMetrics().averageCharWidth() * 11);
    m_view->header()->resizeSection(FilesModel::Sha256, fontMetrics().averageCharWidth() * 14);
    m_view->viewport()->installEventFilter(this);
    new ElidedTooltips(m_view);
    layout->addWidget(m_filter);
    layout->addWidget(m_view);
    setContent(content);
    retranslate();

    m_typing.setSingleShot(true);
    m_typing.setInterval(120ms);
    connect(m_filter, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(&m_typing, &QTimer::timeout, this, [this] { m_model->setFilter(m_filter->text()); });
    connect(m_model, &FilesModel::aboutToBuild, this, &FilesPage::rememberPlace);
    connect(m_model, &FilesModel::built, this, &FilesPage::restorePlace);
    connect(m_view, &QTreeView::customContextMenuRequested, this, &FilesPage::openMenu);
    connect(m_view, &QTreeView::doubleClicked, this, [this](const QModelIndex& index) {
        if (!m_model->isFolder(index))
            openFolder();
    });
    auto* enter = new QAction(this);
    enter->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    enter->setShortcutContext(Qt::WidgetShortcut);
    m_view->addAction(enter);
    connect(enter, &QAction::triggered, this, &FilesPage::openFolder);
}

void FilesPage::retranslate()
{
    m_filter->setPlaceholderText(tr("Filter files"));
    m_filter->setAccessibleName(tr("Filter files"));
    m_view->setAccessibleName(tr("Files"));
}

bool FilesPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_view->viewport() && event->type() == QEvent::Resize) {
        // The name has the room; where there is little, the hash is what one scrolls to.
        QHeaderView* header = m_view->header();
        const int others = header->sectionSize(FilesModel::Size) + header->sectionSize(FilesModel::Sha256);
        const int least = fontMetrics().averageCharWidth() * 28;
        header->resizeSection(FilesModel::Name, std::max(least, m_view->viewport()->width() - others));
    }
    return DetailsPage::eventFilter(watched, event);
}

void FilesPage::clear()
{
    m_expanded.clear();
    m_currentPath.clear();
    m_wantedPath.clear();
    m_filter->clear();
    m_typing.stop();
    m_model->clear();
    m_model->setFilter({});
    m_isFiltered = false;
    hideContent();
}

void FilesPage::setDetails(const SnapshotDetails& details)
{
    if (!details.isPlugged) {
        showContent(tr("The list of files is kept with them, on the store “%1”. Plug it in to see it.")
                        .arg(details.storeLabel));
        return;
    }
    m_model->setFiles(details.record.files, details.lacking, details.folder);
}

void FilesPage::showPath(const QString& path)
{
    m_wantedPath = path;
    if (m_model->rowCount() > 0 && m_filter->text().isEmpty() && !m_isFiltered) {
        m_currentPath.clear();
        restorePlace();
    }
    m_filter->clear();
}

void FilesPage::remember(const QModelIndex& parent)
{
    for (int row = 0; row < m_model->rowCount(parent); ++row) {
        const QModelIndex index = m_model->index(row, 0, parent);
        if (!m_model->isFolder(index))
            break; // folders come first
        if (m_view->isExpanded(index)) {
            m_expanded.insert(m_model->path(index));
            remember(index);
        }
    }
}

void FilesPage::rememberPlace()
{
    m_currentPath = m_model->path(m_view->currentIndex());
    if (m_isFiltered)
        return;
    m_expanded.clear();
    remember({});
}

void FilesPage::restorePlace()
{
    showContent();
    m_isFiltered = !m_filter->text().simplified().isEmpty();
    if (m_isFiltered && m_model->tree().nodes.size() < fewNodes) {
        m_view->expandAll();
    } else if (!m_isFiltered) {
        for (const QString& path : std::as_const(m_expanded))
            m_view->expand(m_model->indexOf(path));
    }
    const QString wanted = m_isFiltered ? QString() : std::exchange(m_wantedPath, {});
    const QModelIndex index = m_model->indexOf(wanted.isEmpty() ? m_currentPath : wanted);
    if (!index.isValid())
        return;
    m_view->setCurrentIndex(index);
    if (!wanted.isEmpty()) {
        m_view->scrollTo(index, QAbstractItemView::PositionAtCenter);
        m_view->setFocus();
    }
}

QModelIndexList FilesPage::chosen() const
{
    return m_view->selectionModel()->selectedRows(FilesModel::Name);
}

void FilesPage::openFolder()
{
    const QModelIndex index = m_view->currentIndex().siblingAtColumn(0);
    const QString path = m_model->pathOnDisk(index);
    if (path.isEmpty())
        return;
    QDesktopServices::openUrl(QUrl::fromLocalFile(m_model->isFolder(index) ? path : QFileInfo(path).path()));
}

void FilesPage::openFile()
{
    const QString path = m_model->pathOnDisk(m_view->currentIndex().siblingAtColumn(0));
    if (!path.isEmpty())
        QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

void FilesPage::copy(const QStringList& lines)
{
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void FilesPage::openMenu(const QPoint& position)
{
    const QModelIndex index = m_view->indexAt(position).siblingAtColumn(0);
    if (!index.isValid())
        return;
    QStringList paths;
    QStringList hashes;
    QStringList places;
    for (const QModelIndex& one : chosen()) {
        paths.append(m_model->path(one));
        if (const QString hash = m_model->sha256(one); !hash.isEmpty())
            hashes.append(hash);
        if (const QString place = m_model->pathOnDisk(one); !place.isEmpty())
            places.append(place);
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool isOnDisk = !m_model->pathOnDisk(index).isEmpty();
    auto* open = menu->addAction(tr("&Open"), this, &FilesPage::openFile);
    open->setEnabled(isOnDisk && !m_model->isFolder(index));
    menu->addAction(themedIcon(u"folder"_s), tr("Open &folder"), this, &FilesPage::openFolder)->setEnabled(isOnDisk);
    menu->addSeparator();
    menu->addAction(themedIcon(u"copy"_s), tr("Copy &path"), this, [this, paths] { copy(paths); });
    menu->addAction(tr("Copy &SHA-256"), this, [this, hashes] { copy(hashes); })->setEnabled(!hashes.isEmpty());
    menu->addAction(tr("Copy path on &disk"), this, [this, places] { copy(places); })->setEnabled(!places.isEmpty());
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

} // namespace hugger
