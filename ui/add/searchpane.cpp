// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/add/searchpane.h"

#include "ui/add/hitsmodel.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/words.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTreeView>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hugger {

SearchPane::SearchPane(QWidget* parent)
    : QWidget(parent)
    , m_hits(new HitsModel(this))
    , m_kind(new QComboBox)
    , m_order(new QComboBox)
    , m_pages(new QStackedWidget)
    , m_view(new QTreeView)
    , m_state(new EmptyState(u"search"_s, {}, {}))
{
    for (const RepoKind kind : {RepoKind::Model, RepoKind::Dataset, RepoKind::Space})
        m_kind->addItem(kindsText(kind), static_cast<int>(kind));
    m_kind->setObjectName("searchKind"_L1);
    //: An order of search results: what many people look at these days
    m_order->addItem(tr("Trending"), u"trendingScore"_s);
    m_order->addItem(tr("Downloads"), u"downloads"_s);
    m_order->addItem(tr("Likes"), u"likes"_s);
    m_order->addItem(tr("Newest"), u"createdAt"_s);
    m_order->setObjectName("searchOrder"_L1);

    m_view->setObjectName("searchResults"_L1);
    m_view->setAccessibleName(tr("Search results"));
    m_view->setModel(m_hits);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setHeaderHidden(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setItemDelegateForColumn(HitsModel::NameColumn, new TwoLineDelegate(m_view));
    m_view->setItemDelegateForColumn(HitsModel::GateColumn, new ChipDelegate(m_view));
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->header()->setSectionResizeMode(HitsModel::NameColumn, QHeaderView::Stretch);
    new ElidedTooltips(m_view);

    auto* const kindLabel = new QLabel(tr("K&ind:"));
    kindLabel->setBuddy(m_kind);
    auto* const orderLabel = new QLabel(tr("Or&der:"));
    orderLabel->setBuddy(m_order);
    auto* const row = new QHBoxLayout;
    row->addWidget(kindLabel);
    row->addWidget(m_kind);
    row->addSpacing(fontMetrics().height());
    row->addWidget(orderLabel);
    row->addWidget(m_order);
    row->addStretch();
    m_pages->addWidget(m_state);
    m_pages->addWidget(m_view);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(row);
    layout->addWidget(m_pages, 1);

    connect(m_kind, &QComboBox::activated, this, &SearchPane::queryChanged);
    connect(m_order, &QComboBox::activated, this, &SearchPane::queryChanged);
    connect(m_hits, &HitsModel::moreWanted, this, &SearchPane::moreWanted);
    connect(m_view, &QTreeView::activated, this, &SearchPane::choose);
}

HubQuery SearchPane::query() const
{
    HubQuery query;
    query.kind = static_cast<RepoKind>(m_kind->currentData().toInt());
    query.sort = m_order->currentData().toString();
    return query;
}

void SearchPane::showSearching()
{
    // What was found before stays until something else is: no flicker while one types. But it gets no longer.
    m_hits->forgetNext();
    if (m_pages->currentWidget() == m_view)
        return;
    m_state->setTexts(tr("Searching"), tr("Asking the Hub."));
    m_pages->setCurrentWidget(m_state);
}

void SearchPane::showPage(const SearchPage& page, bool isFirst, const QString& words)
{
    if (isFirst)
        m_hits->clear();
    m_hits->append(page);
    if (hasHits()) {
        m_pages->setCurrentWidget(m_view);
        if (isFirst)
            m_view->verticalScrollBar()->setValue(0);
        return;
    }
    //: %1 is what was searched for
    m_state->setTexts(tr("Nothing found for \"%1\"").arg(plainLine(words)),
                      tr("Try fewer words or another kind. Private repositories are found by their whole id."));
    m_pages->setCurrentWidget(m_state);
}

void SearchPane::showNothing()
{
    m_hits->clear();
    m_state->setTexts({}, {});
    m_pages->setCurrentWidget(m_state);
}

void SearchPane::stopWaiting()
{
    m_hits->stopWaiting();
}

bool SearchPane::hasHits() const
{
    return m_hits->rowCount() > 0;
}

void SearchPane::focusHits()
{
    if (!hasHits())
        return;
    m_view->setFocus(Qt::TabFocusReason);
    if (!m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_hits->index(0, HitsModel::NameColumn));
}

void SearchPane::choose(const QModelIndex& index)
{
    if (index.isValid())
        Q_EMIT chosen(m_hits->hit(index.row()).repo);
}

} // namespace hugger
