// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/eventspage.h"

#include "ui/details/eventsmodel.h"
#include "ui/widgets/delegates.h"

#include <QtWidgets/QHeaderView>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTreeView>

using namespace Qt::StringLiterals;

namespace hugger {

EventsPage::EventsPage(QWidget* parent)
    : DetailsPage(parent)
    , m_model(new EventsModel(this))
    , m_view(new QTreeView(this))
{
    m_view->setModel(m_model);
    m_view->setObjectName(u"events"_s);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setItemDelegate(new TwoLineDelegate(m_view));
    m_view->setAllColumnsShowFocus(true);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(EventsModel::What, QHeaderView::Stretch);
    m_view->header()->setSectionResizeMode(EventsModel::When, QHeaderView::ResizeToContents);
    setContent(m_view);
    retranslate();
}

void EventsPage::retranslate()
{
    m_view->setAccessibleName(tr("Events"));
}

void EventsPage::clear()
{
    m_model->setEvents({});
    hideContent();
}

void EventsPage::setEvents(const QList<Event>& events)
{
    const int scrolled = m_view->verticalScrollBar()->value();
    m_model->setEvents(events);
    m_view->verticalScrollBar()->setValue(scrolled);
    showContent(events.isEmpty() ? tr("Nothing has happened yet.") : QString());
}

} // namespace hugger
