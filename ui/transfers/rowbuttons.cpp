// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/transfers/rowbuttons.h"

#include "ui/widgets/icons.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QToolTip>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr int buttonsMost = 2;

QStyle* styleOf(const QStyleOptionViewItem& option)
{
    return option.widget ? option.widget->style() : QApplication::style();
}

int iconExtent(const QStyleOptionViewItem& option)
{
    return styleOf(option)->pixelMetric(QStyle::PM_SmallIconSize, nullptr, option.widget);
}

int gapOf(const QStyleOptionViewItem& option)
{
    return option.fontMetrics.averageCharWidth();
}

/// Where button number `at` is, with room around its icon that is easy to hit.
QRect buttonRect(const QStyleOptionViewItem& option, int at)
{
    const int width = iconExtent(option) + 2 * gapOf(option);
    const QRect logical(option.rect.left() + at * width, option.rect.top(), width, option.rect.height());
    return QStyle::visualRect(option.direction, option.rect, logical);
}

QList<RowAction> actionsAt(const QModelIndex& index)
{
    return index.data(TransfersModel::RowActionsRole).value<QList<RowAction>>();
}

QString iconName(RowAction action)
{
    switch (action) {
    case RowAction::Pause:
        return u"pause"_s;
    case RowAction::Resume:
        return u"resume"_s;
    case RowAction::Cancel:
        return u"cancel"_s;
    case RowAction::Retry:
        return u"retry"_s;
    case RowAction::OpenFolder:
        return u"folder"_s;
    }
    return {};
}

} // namespace

void RowButtons::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    styleOf(option)->drawPrimitive(QStyle::PE_PanelItemViewItem, &row, painter, option.widget);
    const QIcon::Mode mode =
        option.state.testFlag(QStyle::State_Selected) && option.state.testFlag(QStyle::State_Active) ? QIcon::Selected
                                                                                                     : QIcon::Normal;
    const int extent = iconExtent(option);
    for (int at = 0; const RowAction action : actionsAt(index)) {
        const QRect icon =
            QStyle::alignedRect(option.direction, Qt::AlignCenter, QSize(extent, extent), buttonRect(option, at++));
        themedIcon(iconName(action)).paint(painter, icon, Qt::AlignCenter, mode);
    }
}

QSize RowButtons::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& /*index*/) const
{
    const int extent = iconExtent(option);
    return {buttonsMost * (extent + 2 * gapOf(option)) + gapOf(option), extent};
}

std::optional<RowAction> RowButtons::actionAt(const QPoint& pos, const QStyleOptionViewItem& option,
                                              const QModelIndex& index)
{
    for (int at = 0; const RowAction action : actionsAt(index)) {
        if (buttonRect(option, at++).contains(pos))
            return action;
    }
    return std::nullopt;
}

bool RowButtons::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                             const QModelIndex& index)
{
    if (event->type() != QEvent::MouseButtonPress && event->type() != QEvent::MouseButtonRelease)
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    const auto* mouse = static_cast<QMouseEvent*>(event);
    const auto action =
        mouse->button() == Qt::LeftButton ? actionAt(mouse->position().toPoint(), option, index) : std::nullopt;
    if (event->type() == QEvent::MouseButtonPress) {
        m_pressed = action ? QPersistentModelIndex(index) : QPersistentModelIndex();
        return action.has_value();
    }
    const bool samePlace = m_pressed.isValid() && m_pressed == index;
    m_pressed = QPersistentModelIndex();
    if (!action || !samePlace)
        return false;
    Q_EMIT clicked(*action, index.data(TransfersModel::JobIdRole).toLongLong());
    return true;
}

bool RowButtons::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                           const QModelIndex& index)
{
    const auto action = event->type() == QEvent::ToolTip ? actionAt(event->pos(), option, index) : std::nullopt;
    if (!action)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), JobWords::verb(*action), view);
    return true;
}

} // namespace hugger
