// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/sidebar.h"

#include <QtCore/QEvent>

#include "ui/mainwindow/sidebardelegate.h"
#include "ui/mainwindow/sidebarmodel.h"
#include "ui/widgets/delegates.h"

using namespace Qt::StringLiterals;

namespace hugger {

Sidebar::Sidebar(QWidget* parent)
    : QListView(parent)
    , m_model(new SidebarModel(this))
{
    setObjectName(u"sidebar"_s);
    setAccessibleName(tr("Filters"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setEditTriggers(NoEditTriggers);
    // On the ground of the window: the table is what matters.
    viewport()->setBackgroundRole(QPalette::Window);
    setItemDelegate(new SidebarDelegate(this));
    setModel(m_model);
    new ElidedTooltips(this);
    follow();
}

void Sidebar::setCounts(const LibraryCounts& counts)
{
    m_model->setCounts(counts);
}

void Sidebar::setUnread(int events)
{
    m_model->setUnread(events);
}

void Sidebar::setStores(const QList<StoreStatus>& stores)
{
    m_isFollowing = true;
    m_model->setStores(stores);
    m_isFollowing = false;
    follow();
}

void Sidebar::choose(const LibraryFilter& filter)
{
    const bool isNew = filter != m_filter;
    m_filter = filter;
    follow();
    if (isNew)
        Q_EMIT filterChosen(m_filter);
}

void Sidebar::follow()
{
    m_isFollowing = true;
    setCurrentIndex(m_model->index(m_model->rowOf(m_filter)));
    m_isFollowing = false;
}

void Sidebar::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    if (m_isFollowing || !current.isValid())
        return;
    const LibraryFilter filter = m_model->filterAt(current.row());
    if (filter == m_filter)
        return;
    m_filter = filter;
    Q_EMIT filterChosen(m_filter);
}

QItemSelectionModel::SelectionFlags Sidebar::selectionCommand(const QModelIndex& index, const QEvent* /*event*/) const
{
    // A click beside the filters, or on the one that is chosen, leaves it chosen.
    return m_model->flags(index).testFlag(Qt::ItemIsSelectable) ? QItemSelectionModel::ClearAndSelect
                                                                : QItemSelectionModel::NoUpdate;
}

void Sidebar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Filters"));
        m_model->retranslate();
    }
    QListView::changeEvent(event);
}

QSize Sidebar::sizeHint() const
{
    const int width = sizeHintForColumn(0) + 2 * frameWidth() + fontMetrics().height();
    return {width, QListView::sizeHint().height()};
}

QSize Sidebar::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 14, fontMetrics().height() * 6};
}

} // namespace hugger
