// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/revisionspage.h"

#include "ui/details/revisionsmodel.h"
#include "ui/widgets/delegates.h"

#include <QtGui/QAction>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTreeView>

using namespace Qt::StringLiterals;

namespace hugger {

RevisionsPage::RevisionsPage(QWidget* parent)
    : DetailsPage(parent)
    , m_model(new RevisionsModel(this))
    , m_view(new QTreeView(this))
{
    m_view->setModel(m_model);
    m_view->setObjectName(u"revisions"_s);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setItemDelegate(new TwoLineDelegate(m_view));
    m_view->setHeaderHidden(true);
    m_view->setIndentation(fontMetrics().height());
    m_view->setExpandsOnDoubleClick(false);
    m_view->setTextElideMode(Qt::ElideMiddle);
    new ElidedTooltips(m_view);
    setContent(m_view);
    retranslate();

    const auto choose = [this](const QModelIndex& index) {
        const QModelIndex step = index.parent().isValid() ? index.parent() : index;
        if (const qint64 row = m_model->rowOf(step); row != 0)
            Q_EMIT rowRequested(row);
    };
    connect(m_view, &QTreeView::doubleClicked, this, choose);
    auto* enter = new QAction(this);
    enter->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    enter->setShortcutContext(Qt::WidgetShortcut);
    m_view->addAction(enter);
    connect(enter, &QAction::triggered, this, [this, choose] { choose(m_view->currentIndex()); });
}

void RevisionsPage::retranslate()
{
    m_view->setAccessibleName(tr("Revisions"));
}

void RevisionsPage::clear()
{
    m_model->setHistory({});
    hideContent();
}

void RevisionsPage::setHistory(const QList<RevisionStep>& steps, qint64 shown)
{
    QSet<qint64> expanded;
    for (int i = 0; i < m_model->rowCount(); ++i) {
        const QModelIndex index = m_model->index(i, 0);
        if (m_view->isExpanded(index))
            expanded.insert(m_model->rowOf(index));
    }
    const qint64 current = m_model->rowOf(m_view->currentIndex());
    const int scrolled = m_view->verticalScrollBar()->value();
    m_model->setHistory(steps);
    for (const qint64 row : std::as_const(expanded))
        m_view->setExpanded(m_model->indexOf(row), true);
    const QModelIndex before = m_model->indexOf(current);
    m_view->setCurrentIndex(before.isValid() ? before : m_model->indexOf(shown));
    m_view->verticalScrollBar()->setValue(scrolled);
    showContent(steps.isEmpty() ? tr("No snapshot of this repo is held.") : QString());
}

} // namespace hugger
