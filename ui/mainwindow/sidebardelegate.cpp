// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/sidebardelegate.h"

#include <algorithm>

#include <QtGui/QPainter>
#include <QtWidgets/QApplication>

#include "ui/mainwindow/sidebarmodel.h"
#include "ui/widgets/chippaint.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/tint.h"

namespace hugger {

namespace {

QStyle* styleOf(const QStyleOptionViewItem& option)
{
    return option.widget ? option.widget->style() : QApplication::style();
}

int margin(const QStyleOptionViewItem& option)
{
    return option.fontMetrics.height() / 2;
}

int barHeight(const QStyleOptionViewItem& option)
{
    return std::max(2, option.fontMetrics.height() / 4);
}

QFont bold(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

void paintSpace(QPainter& painter, const QRect& rect, double used, const QPalette& palette, const QColor& text,
                Qt::LayoutDirection direction)
{
    const double radius = rect.height() / 2.0;
    QColor ground = text;
    ground.setAlphaF(0.18F);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(rect, radius, radius);
    if (used <= 0)
        return;
    QRectF filled = rect;
    filled.setWidth(std::max<double>(rect.height(), rect.width() * used));
    if (direction == Qt::RightToLeft)
        filled.moveRight(rect.x() + rect.width());
    painter.setBrush(palette.color(QPalette::Highlight));
    painter.drawRoundedRect(filled, radius, radius);
}

} // namespace

void SidebarDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    // A title is nothing to choose, and that is no reason to be hard to read.
    if (cell.palette.currentColorGroup() == QPalette::Disabled)
        cell.palette.setCurrentColorGroup(QPalette::Active);
    // All colours are mixed from these two, and this list lies on the window's ground.
    for (const QPalette::ColorGroup one : {QPalette::Active, QPalette::Inactive}) {
        cell.palette.setColor(one, QPalette::Base, cell.palette.color(one, QPalette::Window));
        cell.palette.setColor(one, QPalette::Text, cell.palette.color(one, QPalette::WindowText));
    }
    const QString text = cell.text;
    const QIcon icon = cell.icon;
    const bool isSection = index.data(SidebarModel::IsSectionRole).toBool();
    const bool isSelected = cell.state.testFlag(QStyle::State_Selected);
    const int side = margin(cell);

    painter->save();
    QRect room = cell.rect.adjusted(side, 0, -side, 0);
    const auto start = static_cast<int>(
        (QStyle::visualAlignment(cell.direction, Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter).toInt());
    const auto end = static_cast<int>(
        (QStyle::visualAlignment(cell.direction, Qt::AlignRight) | Qt::AlignAbsolute | Qt::AlignVCenter).toInt());

    if (isSection) {
        const QFont font = bold(smaller(cell.font));
        painter->setFont(font);
        painter->setPen(quietColor(cell.palette));
        room.setTop(cell.rect.bottom() - QFontMetrics(font).height() - side / 2);
        room.setHeight(QFontMetrics(font).height());
        painter->drawText(room, start | Qt::TextSingleLine,
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, room.width()));
        painter->restore();
        return;
    }

    // The ground as the style has it, with nothing on it.
    cell.text.clear();
    cell.icon = {};
    cell.features &= ~(QStyleOptionViewItem::HasDisplay | QStyleOptionViewItem::HasDecoration);
    styleOf(cell)->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const auto group = cell.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    const QColor ground = cell.palette.color(group, isSelected ? QPalette::Highlight : QPalette::Base);
    const QColor color = cell.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text);
    const QColor quiet = isSelected ? quietOn(color, ground) : quietColor(cell.palette);
    const bool isAway = index.data(SidebarModel::IsAwayRole).toBool();

    const QVariant used = index.data(SidebarModel::UsedRole);
    if (used.isValid()) {
        const int height = barHeight(cell);
        const QRect bar(room.left(), cell.rect.bottom() - height - side / 2, room.width(), height);
        paintSpace(*painter, bar, used.toDouble(), cell.palette, color, cell.direction);
        room.setBottom(bar.top());
        if (isSelected && used.toDouble() > 0) {
            // The bar in the colour of the text, where the row itself is in the highlight's.
            QPalette swapped = cell.palette;
            swapped.setColor(QPalette::Highlight, color);
            paintSpace(*painter, bar, used.toDouble(), swapped, color, cell.direction);
        }
    }

    if (!icon.isNull()) {
        const int size = styleOf(cell)->pixelMetric(QStyle::PM_SmallIconSize, &cell, cell.widget);
        const QRect place = QStyle::alignedRect(cell.direction, Qt::AlignLeft | Qt::AlignVCenter, {size, size}, room);
        icon.paint(painter, place, Qt::AlignCenter, isSelected ? QIcon::Selected : QIcon::Normal);
        const int taken = size + side;
        room.adjust(cell.direction == Qt::LeftToRight ? taken : 0, 0, cell.direction == Qt::RightToLeft ? -taken : 0,
                    0);
    }

    const QString count = index.data(SidebarModel::CountRole).toString();
    const bool isNews = index.data(SidebarModel::IsNewsRole).toBool();
    const QFont countFont = isNews ? bold(cell.font) : cell.font;
    // A little more than its width, which is rounded: what just fits is not elided.
    const int countWidth = std::min(QFontMetrics(countFont).horizontalAdvance(count) + side / 2, room.width() * 2 / 3);
    painter->setFont(countFont);
    const auto tint = static_cast<Tint>(index.data(TintRole).toInt());
    painter->setPen(isNews && !isSelected ? tintColors(tint, cell.palette).text : quiet);
    painter->drawText(room, end | Qt::TextSingleLine,
                      QFontMetrics(countFont).elidedText(count, Qt::ElideRight, countWidth));

    const int rest = room.width() - countWidth - side;
    painter->setFont(cell.font);
    painter->setPen(isAway ? quiet : color);
    if (cell.direction == Qt::RightToLeft)
        room.setLeft(room.right() - rest + 1);
    else
        room.setWidth(rest);
    painter->drawText(room, start | Qt::TextSingleLine, cell.fontMetrics.elidedText(text, Qt::ElideRight, rest));
    painter->restore();
}

QSize SidebarDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const int side = margin(cell);
    const int line = cell.fontMetrics.height() + side + side / 4;
    const int width = cell.fontMetrics.horizontalAdvance(cell.text);
    if (index.data(SidebarModel::IsSectionRole).toBool())
        return {width + 2 * side, line + (index.row() == 0 ? side / 2 : side)};
    const int icon = styleOf(cell)->pixelMetric(QStyle::PM_SmallIconSize, &cell, cell.widget) + side;
    const int count = QFontMetrics(bold(cell.font)).horizontalAdvance(index.data(SidebarModel::CountRole).toString());
    const int bar = index.data(SidebarModel::UsedRole).isValid() ? barHeight(cell) + side / 2 : 0;
    return {width + count + icon + 3 * side, line + bar};
}

} // namespace hugger
