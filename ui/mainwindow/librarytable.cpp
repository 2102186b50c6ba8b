// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/librarytable.h"

#include <algorithm>
#include <array>
#include <utility>

#include <QtCore/QEvent>
#include <QtGui/QAction>
#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>

#include "ui/mainwindow/librarymodel.h"
#include "ui/mainwindow/plaincelldelegate.h"
#include "ui/widgets/chippaint.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/tint.h"
#include "ui/widgets/windowsettings.h"
#include "ui/widgets/words.h"

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr int layoutVersion = 1;
const auto stateName = u"library/columns"_s;

} // namespace

LibraryTable::LibraryTable(LibraryModel& model, WindowSettings& settings, QWidget* parent)
    : QTreeView(parent)
    , m_model(model)
    , m_settings(settings)
{
    setObjectName(u"table"_s);
    setAccessibleName(tr("Snapshots"));
    setFrameShape(QFrame::NoFrame);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setTextElideMode(Qt::ElideMiddle);
    setEditTriggers(NoEditTriggers);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    // Before the view hears of it and forgets where everything is.
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, &LibraryTable::keepPlace);
    setModel(&m_model);
    setItemDelegate(new PlainCellDelegate(this));
    setItemDelegateForColumn(LibraryModel::Repository, new TwoLineDelegate(this));
    setItemDelegateForColumn(LibraryModel::Held, new ChipDelegate(this));
    setItemDelegateForColumn(LibraryModel::Upstream, new ChipDelegate(this));
    new ElidedTooltips(this);
    makeColumns();

    connect(this, &QAbstractItemView::doubleClicked, this, &LibraryTable::openRequested);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &LibraryTable::findPlace);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &LibraryTable::chooseNext);
}

void LibraryTable::makeColumns()
{
    QHeaderView* columns = header();
    alignWithCells(*columns);
    columns->setTextElideMode(Qt::ElideRight);
    columns->setStretchLastSection(false);
    columns->setSectionsMovable(true);
    columns->setFirstSectionMovable(false);
    columns->setMinimumSectionSize(fontMetrics().averageCharWidth() * 6);
    columns->setAccessibleName(tr("Columns"));
    for (int column = 0; column < LibraryModel::ColumnCount; ++column) {
        auto* const action = new QAction(this);
        action->setCheckable(true);
        m_columnActions.append(action);
        connect(action, &QAction::toggled, this, [this, column](bool isOn) { setColumnHidden(column, !isOn); });
    }
    // The name is what a row is about.
    m_columnActions.first()->setEnabled(false);
    nameColumns();

    const QByteArray state = m_settings.state(stateName, layoutVersion);
    m_isFitted = !state.isEmpty() && columns->restoreState(state);
    if (!m_isFitted) {
        for (const int column : {LibraryModel::Proved, LibraryModel::License, LibraryModel::StoreLabel})
            setColumnHidden(column, true);
        columns->setSortIndicator(LibraryModel::Repository, Qt::AscendingOrder);
    }
    columns->setSectionResizeMode(LibraryModel::Repository, QHeaderView::Stretch);
    for (int column = 0; column < LibraryModel::ColumnCount; ++column)
        m_columnActions.at(column)->setChecked(!isColumnHidden(column));
    // Sorts at once, by the column that was restored.
    setSortingEnabled(true);

    columns->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(columns, &QWidget::customContextMenuRequested, this, [this, columns](const QPoint& position) {
        auto* const menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addActions(m_columnActions);
        menu->popup(columns->mapToGlobal(position));
    });

    m_save.setSingleShot(true);
    m_save.setInterval(500);
    const auto saveSoon = [this] { m_save.start(); };
    connect(&m_save, &QTimer::timeout, this, &LibraryTable::saveColumns);
    connect(columns, &QHeaderView::sectionResized, this, saveSoon);
    connect(columns, &QHeaderView::sectionMoved, this, saveSoon);
    connect(columns, &QHeaderView::sortIndicatorChanged, this, saveSoon);
}

void LibraryTable::nameColumns()
{
    for (int column = 0; column < LibraryModel::ColumnCount; ++column)
        m_columnActions.at(column)->setText(m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
}

void LibraryTable::saveColumns()
{
    m_save.stop();
    // Widths that nobody has seen yet are not worth keeping.
    if (m_isFitted)
        m_settings.saveState(stateName, header()->saveState(), layoutVersion);
}

/// For the longest of what they usually say, whatever is shown first.
void LibraryTable::fitColumns()
{
    if (std::exchange(m_isFitted, true))
        return;
    const int em = fontMetrics().averageCharWidth();
    const qint64 lastYear = QDate(QDate::currentDate().year() - 1, 12, 28).startOfDay().toSecsSinceEpoch();
    HeldRow sample;
    sample.verifiedAt = lastYear;
    int held = chipSize(heldChip(sample), font()).width();
    sample.isComplete = true;
    held = std::max(held, chipSize(heldChip(sample), font()).width());
    int upstream = 0;
    for (const auto& state : {u"current"_s, u"license_changed"_s, u"gone"_s})
        upstream = std::max(upstream, chipSize(upstreamChip(state), font()).width());
    const int date = fontMetrics().horizontalAdvance(dateText(lastYear));
    const std::array<int, LibraryModel::ColumnCount> contents{
        0, held, upstream, fontMetrics().horizontalAdvance(sizeText(888'800'000'000)), date, date, 16 * em, 16 * em};

    int all = 0;
    for (int column = LibraryModel::Held; column < LibraryModel::ColumnCount; ++column) {
        const int content = contents.at(static_cast<size_t>(column)) + 3 * em;
        header()->resizeSection(column, std::min(std::max(content, header()->sectionSizeHint(column)), 32 * em));
        all += isColumnHidden(column) ? 0 : columnWidth(column);
    }
    // The name is what a row is about: where room is short, the others give way.
    const int room = parentWidget()->width() - 24 * em;
    for (int column = LibraryModel::Held; all > room && column < LibraryModel::ColumnCount; ++column) {
        if (!isColumnHidden(column))
            header()->resizeSection(column, std::max(11 * em, columnWidth(column) * std::max(room, 0) / all));
    }
}

LibraryTable::Chosen LibraryTable::chosen() const
{
    Chosen chosen;
    const QItemSelection ranges = selectionModel()->selection();
    for (const QItemSelectionRange& range : ranges) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            const HeldRow& held = m_model.at(row);
            ++chosen.rows;
            chosen.bytes += held.bytes;
            if (const auto fetch = m_model.fetch(held.id)) {
                ++chosen.fetching;
                chosen.unpaused += !fetch->isPaused;
            }
            if (held.id <= 0)
                continue;
            ++chosen.held;
            chosen.hasDamage = chosen.hasDamage || held.damaged > 0;
            chosen.onlyHeld = held.id;
        }
    }
    if (chosen.rows != 1)
        chosen.onlyHeld = 0;
    return chosen;
}

bool LibraryTable::isAnyChosen(int first, int last) const
{
    const QItemSelection ranges = selectionModel()->selection();
    return std::ranges::any_of(
        ranges, [&](const QItemSelectionRange& range) { return range.top() <= last && range.bottom() >= first; });
}

QList<HeldRow> LibraryTable::chosenRows() const
{
    QList<int> rows;
    const QItemSelection ranges = selectionModel()->selection();
    for (const QItemSelectionRange& range : ranges) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::ranges::sort(rows);
    QList<HeldRow> held;
    held.reserve(rows.size());
    for (const int row : std::as_const(rows))
        held.append(m_model.at(row));
    return held;
}

bool LibraryTable::choose(qint64 id)
{
    const QList<int> rows = m_model.rowsOf({id});
    if (rows.isEmpty())
        return false;
    const QModelIndex index = m_model.index(rows.first(), 0);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
    return true;
}

void LibraryTable::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    if (!m_isKeeping)
        Q_EMIT choiceChanged();
}

void LibraryTable::chooseNext()
{
    // After a removal the row that took the place is chosen, so that the keyboard goes on from there.
    const QModelIndex current = currentIndex();
    if (current.isValid() && !selectionModel()->hasSelection() && hasFocus())
        selectionModel()->select(current, QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

void LibraryTable::keepPlace()
{
    m_isKeeping = true;
    m_keptIds.clear();
    const QItemSelection ranges = selectionModel()->selection();
    for (const QItemSelectionRange& range : ranges) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            m_keptIds.insert(m_model.at(row).id);
    }
    const QModelIndex current = currentIndex();
    const QModelIndex top = indexAt(QPoint(viewport()->width() / 2, 0));
    m_keptCurrent = current.isValid() ? m_model.at(current.row()).id : 0;
    m_keptTop = top.isValid() ? m_model.at(top.row()).id : 0;
    const QRect place = visualRect(current);
    m_isCurrentInView = current.isValid() && viewport()->rect().intersects(place);
    m_keptOffset = m_isCurrentInView ? place.top() : visualRect(top).top();
}

void LibraryTable::findPlace()
{
    const QList<int> rows = m_model.rowsOf(m_keptIds);
    QItemSelection selection;
    for (qsizetype i = 0; i < rows.size();) {
        qsizetype end = i + 1;
        while (end < rows.size() && rows.at(end) == rows.at(end - 1) + 1)
            ++end;
        selection.select(m_model.index(rows.at(i), 0), m_model.index(rows.at(end - 1), LibraryModel::ColumnCount - 1));
        i = end;
    }
    const QList<int> current = m_model.rowsOf({m_keptCurrent});
    if (!current.isEmpty())
        selectionModel()->setCurrentIndex(m_model.index(current.first(), 0), QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    m_isKeeping = false;

    // The row that was looked at stays where it was on the screen. Where another list is shown without it, that list
    // begins at its top.
    const QList<int> top = m_isCurrentInView ? current
        : m_model.isReloading()              ? m_model.rowsOf({m_keptTop})
                                             : QList<int>();
    const int height = m_model.rowCount() > 0 ? rowHeight(m_model.index(0, 0)) : 0;
    executeDelayedItemsLayout();
    verticalScrollBar()->setValue(top.isEmpty() ? 0 : top.first() * height - m_keptOffset);
    Q_EMIT choiceChanged();
}

void LibraryTable::showEvent(QShowEvent* event)
{
    QTreeView::showEvent(event);
    fitColumns();
}

void LibraryTable::drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QTreeView::drawRow(painter, option, index);
    QColor line = palette().color(QPalette::Text);
    line.setAlphaF(0.1F);
    painter->setPen(line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

void LibraryTable::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Snapshots"));
        header()->setAccessibleName(tr("Columns"));
        nameColumns();
        header()->viewport()->update();
        viewport()->update();
    }
    QTreeView::changeEvent(event);
}

} // namespace hugger
