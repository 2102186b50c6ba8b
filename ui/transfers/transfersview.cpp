// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/transfers/transfersview.h"

#include "ui/transfers/rowbuttons.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/windowsettings.h"

#include <QtWidgets/QHeaderView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr int columnsVersion = 1;
constexpr int rowsAtLeast = 2;
constexpr int rowsWished = 4;

} // namespace

TransfersView::TransfersView(TransfersModel& model, WindowSettings& settings, QWidget* parent)
    : QTreeView(parent)
    , m_model(model)
    , m_settings(settings)
{
    setObjectName(u"transfersView"_s);
    setAccessibleName(tr("Transfers"));
    setModel(&model);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setTextElideMode(Qt::ElideMiddle);
    setFrameShape(NoFrame);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setExpandsOnDoubleClick(false);
    setDragDropMode(InternalMove);
    setDefaultDropAction(Qt::MoveAction);
    setDropIndicatorShown(true);

    auto* buttons = new RowButtons(this);
    setItemDelegateForColumn(TransfersModel::JobColumn, new TwoLineDelegate(this));
    setItemDelegateForColumn(TransfersModel::ProgressColumn, new ChipDelegate(this));
    setItemDelegateForColumn(TransfersModel::RateColumn, new RateDelegate(this));
    setItemDelegateForColumn(TransfersModel::ActionsColumn, buttons);
    new ElidedTooltips(this);
    connect(buttons, &RowButtons::clicked, this, &TransfersView::rowActionClicked);
    setColumns();
}

void TransfersView::fitTitles()
{
    for (const int column :
         {TransfersModel::ProgressColumn, TransfersModel::RateColumn, TransfersModel::TimeLeftColumn}) {
        const int needed = header()->sectionSizeHint(column);
        if (header()->sectionSize(column) < needed)
            header()->resizeSection(column, needed);
    }
}

void TransfersView::setColumns()
{
    QHeaderView* columns = header();
    columns->setStretchLastSection(false);
    columns->setSectionsMovable(false);
    columns->setFirstSectionMovable(false);
    if (!columns->restoreState(m_settings.state(u"transfers"_s, columnsVersion))) {
        const QFontMetrics metrics = fontMetrics();
        const int gap = 4 * metrics.averageCharWidth();
        columns->resizeSection(TransfersModel::ProgressColumn, 2 * metrics.horizontalAdvance(u"999.9 of 999.9 GB"_s));
        columns->resizeSection(TransfersModel::RateColumn, 2 * metrics.horizontalAdvance(u"999.9 MB/s"_s) + gap);
        columns->resizeSection(TransfersModel::TimeLeftColumn,
                               std::max(metrics.horizontalAdvance(u"99 h 59 min"_s) + gap,
                                        columns->sectionSizeHint(TransfersModel::TimeLeftColumn)));
    }
    columns->setSectionResizeMode(TransfersModel::JobColumn, QHeaderView::Stretch);
    columns->setSectionResizeMode(TransfersModel::ActionsColumn, QHeaderView::Fixed);
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const QAbstractItemDelegate* buttons = itemDelegateForColumn(TransfersModel::ActionsColumn);
    columns->resizeSection(TransfersModel::ActionsColumn, buttons->sizeHint(option, {}).width());
    connect(columns, &QHeaderView::sectionResized, this, &TransfersView::saveColumns);
}

void TransfersView::saveColumns()
{
    m_settings.saveState(u"transfers"_s, header()->saveState(), columnsVersion);
}

QList<qint64> TransfersView::selectedJobs() const
{
    QList<QModelIndex> rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, [](const QModelIndex& one, const QModelIndex& other) {
        const auto top = [](const QModelIndex& index) { return index.parent().isValid() ? index.parent() : index; };
        return top(one).row() < top(other).row();
    });
    QList<qint64> ids;
    for (const QModelIndex& index : std::as_const(rows)) {
        if (const qint64 id = m_model.idAt(index); ids.isEmpty() || ids.constLast() != id)
            ids.append(id);
    }
    return ids;
}

void TransfersView::select(qint64 job)
{
    const QModelIndex index = m_model.indexOf(job);
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    scrollTo(index);
}

void TransfersView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    Q_EMIT selectedJobsChanged();
}

int TransfersView::heightOf(int rows) const
{
    const int row = m_model.rowCount() > 0 ? rowHeight(m_model.index(0, 0)) : 3 * fontMetrics().height();
    return header()->sizeHint().height() + rows * row + 2 * frameWidth();
}

QSize TransfersView::sizeHint() const
{
    return {QTreeView::sizeHint().width(), heightOf(rowsWished)};
}

QSize TransfersView::minimumSizeHint() const
{
    return {QTreeView::minimumSizeHint().width(), heightOf(rowsAtLeast)};
}

} // namespace hugger
