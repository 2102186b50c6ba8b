// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/plaincelldelegate.h"

#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QProxyStyle>

namespace hugger {

namespace {

int sideMargin(const QStyle& style, const QFontMetrics& metrics, const QStyleOption* option, const QWidget* widget)
{
    return style.pixelMetric(QStyle::PM_FocusFrameHMargin, option, widget) + metrics.height() / 4;
}

class HeaderStyle final : public QProxyStyle {
public:
    explicit HeaderStyle(QHeaderView& header)
        : QProxyStyle(QApplication::style()->name())
    {
        setParent(&header);
    }

    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override
    {
        if (metric == PM_HeaderMargin && widget)
            return sideMargin(*this, widget->fontMetrics(), option, widget);
        return QProxyStyle::pixelMetric(metric, option, widget);
    }

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override
    {
        const auto* arrow = qstyleoption_cast<const QStyleOptionHeader*>(option);
        if (element != PE_IndicatorHeaderArrow || !arrow || !widget) {
            QProxyStyle::drawPrimitive(element, option, painter, widget);
            return;
        }
        // Its place does not take the margin into account.
        QStyleOptionHeader centred = *arrow;
        centred.rect.moveCenter({centred.rect.center().x(), widget->rect().center().y()});
        QProxyStyle::drawPrimitive(element, &centred, painter, widget);
    }
};

} // namespace

void PlainCellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = cell.text;
    const QStyle* style = cell.widget ? cell.widget->style() : QApplication::style();
    cell.text.clear();
    cell.features &= ~QStyleOptionViewItem::HasDisplay;
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const int side = sideMargin(*style, cell.fontMetrics, &cell, cell.widget);
    const QRect room = cell.rect.adjusted(side, 0, -side, 0);
    const bool isSelected = cell.state.testFlag(QStyle::State_Selected);
    const auto group = cell.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    painter->save();
    painter->setFont(cell.font);
    painter->setPen(cell.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text));
    const auto alignment = QStyle::visualAlignment(cell.direction, cell.displayAlignment) | Qt::AlignAbsolute;
    painter->drawText(room, static_cast<int>(alignment.toInt()) | Qt::TextSingleLine,
                      cell.fontMetrics.elidedText(text, Qt::ElideRight, room.width()));
    painter->restore();
}

QSize PlainCellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QStyle* style = cell.widget ? cell.widget->style() : QApplication::style();
    const int side = sideMargin(*style, cell.fontMetrics, &cell, cell.widget);
    return {cell.fontMetrics.horizontalAdvance(cell.text) + 2 * side + 1, cell.fontMetrics.height() + side};
}

void alignWithCells(QHeaderView& header)
{
    header.setStyle(new HeaderStyle(header));
}

} // namespace hugger
