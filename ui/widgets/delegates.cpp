// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/delegates.h"

#include <algorithm>

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtGui/QTextDocument>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QToolTip>

#include "ui/widgets/chippaint.h"
#include "ui/widgets/huggerstyle.h"
#include "ui/widgets/words.h"

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

QStyle* styleOf(const QStyleOptionViewItem& option)
{
    return option.widget ? option.widget->style() : QApplication::style();
}

int sideMargin(const QStyleOptionViewItem& option)
{
    return cellMargin(*styleOf(option), option.fontMetrics, &option, option.widget);
}

int lineMargin(const QStyleOptionViewItem& option)
{
    return option.fontMetrics.height() / 3;
}

/// What every cell has: the background as the style has it, selected or not, and the frame of the focus.
void paintGround(QPainter& painter, const QStyleOptionViewItem& option)
{
    QStyleOptionViewItem ground = option;
    ground.text.clear();
    ground.icon = {};
    ground.features &= ~(QStyleOptionViewItem::HasDisplay | QStyleOptionViewItem::HasDecoration);
    styleOf(option)->drawControl(QStyle::CE_ItemViewItem, &ground, &painter, option.widget);
}

QPalette::ColorGroup groupOf(const QStyleOptionViewItem& option)
{
    if (!option.state.testFlag(QStyle::State_Enabled))
        return QPalette::Disabled;
    return option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
}

bool isSelected(const QStyleOptionViewItem& option)
{
    return option.state.testFlag(QStyle::State_Selected);
}

QColor textColor(const QStyleOptionViewItem& option)
{
    return option.palette.color(groupOf(option), isSelected(option) ? QPalette::HighlightedText : QPalette::Text);
}

QColor quietTextColor(const QStyleOptionViewItem& option)
{
    if (!isSelected(option))
        return quietColor(option.palette);
    return quietOn(textColor(option), option.palette.color(groupOf(option), QPalette::Highlight));
}

QRect inner(const QStyleOptionViewItem& option)
{
    const int side = sideMargin(option);
    return option.rect.adjusted(side, 0, -side, 0);
}

QFont nameFont(const QFont& font)
{
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    return bold;
}

Chip chipOf(const QString& text, const QModelIndex& index)
{
    return {text, static_cast<Tint>(index.data(TintRole).toInt()), index.data(SignRole).toString()};
}

double progressOf(const QModelIndex& index)
{
    const QVariant value = index.data(ProgressRole);
    return value.isValid() ? value.toDouble() : -1;
}

} // namespace

void TwoLineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    paintGround(*painter, cell);

    const QString second = index.data(SecondLineRole).toString();
    const QFont bold = nameFont(cell.font);
    const QFont small = smaller(cell.font);
    const QFontMetrics nameMetrics(bold);
    const QFontMetrics smallMetrics(small);
    QRect room = inner(cell);
    painter->save();
    if (!cell.icon.isNull()) {
        const QRect place =
            QStyle::alignedRect(cell.direction, Qt::AlignLeft | Qt::AlignVCenter, cell.decorationSize, room);
        const QIcon::Mode mode = isSelected(cell) ? QIcon::Selected : QIcon::Normal;
        cell.icon.paint(painter, place, Qt::AlignCenter, mode);
        const int taken = cell.decorationSize.width() + sideMargin(cell);
        room.adjust(cell.direction == Qt::LeftToRight ? taken : 0, 0, cell.direction == Qt::RightToLeft ? -taken : 0,
                    0);
    }
    const int height = nameMetrics.height() + (second.isEmpty() ? 0 : smallMetrics.height());
    QRect line(room.left(), room.center().y() - height / 2 + 1, room.width(), nameMetrics.height());
    const Qt::Alignment start =
        QStyle::visualAlignment(cell.direction, Qt::AlignLeft | Qt::AlignVCenter) | Qt::AlignAbsolute;
    const auto flags = static_cast<int>(start.toInt()) | Qt::TextSingleLine;

    painter->setLayoutDirection(readingDirection(cell.text));
    painter->setFont(bold);
    painter->setPen(textColor(cell));
    painter->drawText(line, flags, nameMetrics.elidedText(cell.text, Qt::ElideMiddle, line.width()));
    if (!second.isEmpty()) {
        line = QRect(line.left(), line.bottom() + 1, line.width(), smallMetrics.height());
        painter->setLayoutDirection(readingDirection(second));
        painter->setFont(small);
        painter->setPen(quietTextColor(cell));
        painter->drawText(line, flags, smallMetrics.elidedText(second, Qt::ElideRight, line.width()));
    }
    painter->restore();
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QFontMetrics nameMetrics(nameFont(cell.font));
    const QFontMetrics smallMetrics(smaller(cell.font));
    const int text = std::max(nameMetrics.horizontalAdvance(cell.text),
                              smallMetrics.horizontalAdvance(index.data(SecondLineRole).toString()));
    const int icon = cell.icon.isNull() ? 0 : cell.decorationSize.width() + sideMargin(cell);
    return {text + icon + 2 * sideMargin(cell) + 1,
            nameMetrics.height() + smallMetrics.height() + 2 * lineMargin(cell)};
}

void ChipDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    paintGround(*painter, cell);
    if (const double progress = progressOf(index); progress >= 0) {
        paintBar(*painter, inner(cell), progress, index.data(PausedRole).toBool(),
                 cell.text.isEmpty() ? percentText(progress) : cell.text, cell.font, cell.palette, cell.direction);
    } else {
        paintChip(*painter, inner(cell), chipOf(cell.text, index), cell.font, cell.palette, cell.direction);
    }
}

QSize ChipDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    // A bar wants room for its text and a little more; an empty cell is as high as one with a chip.
    const bool hasBar = progressOf(index) >= 0;
    const QString text = hasBar ? u"%1 %1"_s.arg(cell.text.isEmpty() ? percentText(1) : cell.text) : cell.text;
    const QSize chip = chipSize(chipOf(text.isEmpty() ? u" "_s : text, index), cell.font);
    return {(text.isEmpty() ? 0 : chip.width()) + 2 * sideMargin(cell), chip.height() + lineMargin(cell)};
}

void RateDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    paintGround(*painter, cell);

    const QRect room = inner(cell);
    const bool mirrored = cell.direction == Qt::RightToLeft;
    const int textWidth = std::min(room.width(), cell.fontMetrics.horizontalAdvance(rateText(88.8e6)));
    const QRect textRect =
        QStyle::alignedRect(cell.direction, Qt::AlignRight | Qt::AlignVCenter, QSize(textWidth, room.height()), room);
    painter->save();
    painter->setPen(textColor(cell));
    painter->setFont(cell.font);
    painter->setLayoutDirection(readingDirection(cell.text));
    painter->drawText(
        textRect,
        static_cast<int>((Qt::AlignAbsolute | Qt::AlignVCenter | (mirrored ? Qt::AlignLeft : Qt::AlignRight)).toInt())
            | Qt::TextSingleLine,
        cell.fontMetrics.elidedText(cell.text, Qt::ElideRight, textWidth));

    const auto samples = index.data(SamplesRole).value<QList<double>>();
    const int curveWidth = room.width() - textWidth - sideMargin(cell);
    if (samples.size() >= 2 && curveWidth > cell.fontMetrics.height()) {
        const QRectF curve = QStyle::alignedRect(cell.direction, Qt::AlignLeft | Qt::AlignVCenter,
                                                 QSize(curveWidth, cell.fontMetrics.height()), room);
        const double top = std::max(1.0, *std::ranges::max_element(samples));
        const double step = curve.width() / static_cast<double>(samples.size() - 1);
        QPolygonF line;
        line.reserve(samples.size());
        for (qsizetype i = 0; i < samples.size(); ++i) {
            const double along = step * static_cast<double>(i);
            line << QPointF(mirrored ? curve.right() - along : curve.left() + along,
                            curve.bottom() - curve.height() * std::clamp(samples.at(i) / top, 0.0, 1.0));
        }
        painter->setRenderHint(QPainter::Antialiasing);
        const QColor color =
            isSelected(cell) ? textColor(cell) : cell.palette.color(groupOf(cell), QPalette::Highlight);
        painter->setPen(QPen(color, cell.fontMetrics.height() / 11.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPolyline(line);
    }
    painter->restore();
}

QSize RateDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const int textWidth =
        std::max(cell.fontMetrics.horizontalAdvance(rateText(88.8e6)), cell.fontMetrics.horizontalAdvance(cell.text));
    return {textWidth + 5 * cell.fontMetrics.height() + 3 * sideMargin(cell),
            cell.fontMetrics.height() + 2 * lineMargin(cell)};
}

ElidedTooltips::ElidedTooltips(QAbstractItemView* view)
    : QObject(view)
    , m_view(view)
{
    view->viewport()->installEventFilter(this);
}

bool ElidedTooltips::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QObject::eventFilter(watched, event);
    auto* const help = static_cast<QHelpEvent*>(event);
    const QModelIndex index = m_view->indexAt(help->pos());
    if (!index.isValid() || !index.data(Qt::ToolTipRole).toString().isEmpty())
        return QObject::eventFilter(watched, event);

    QStyleOptionViewItem option;
    option.initFrom(m_view);
    option.font = m_view->font();
    option.widget = m_view;
    option.decorationSize = m_view->iconSize();
    const QRect cell = m_view->visualRect(index);
    QStringList lines{plainLine(index.data(Qt::DisplayRole).toString())};
    if (const QString second = plainLine(index.data(SecondLineRole).toString()); !second.isEmpty())
        lines << second;
    if (lines.first().isEmpty() || m_view->itemDelegateForIndex(index)->sizeHint(option, index).width() <= cell.width())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), Qt::convertFromPlainText(lines.join(u'\n'), Qt::WhiteSpaceNormal),
                           m_view->viewport(), cell);
    return true;
}

} // namespace hugger
