// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/huggerstyle.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QStyleOption>
#include <QtWidgets/QTableView>
#include <QtWidgets/QTreeView>

#include "ui/widgets/tint.h"

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

/// WCAG 2 wants 3 for what is not text; over it, as smooth lines lose some, and as Fusion darkens less than said below.
constexpr double VISIBLE = 4.2;
/// Fusion makes the outline of a box or circle by darkening the window by this or less, in percent.
constexpr int FUSION_DARKER = 150;

/// As near to the background as it may be seen.
QColor outline(const QColor& ink, const QColor& background)
{
    for (double part = 0.7; part > 0; part -= 0.05) {
        if (const QColor line = mixed(ink, background, part); contrast(line, background) >= VISIBLE)
            return line;
    }
    return ink;
}

QPalette withVisibleOutline(const QStyleOption& option)
{
    QPalette palette = option.palette;
    const auto group = option.state.testFlag(QStyle::State_Enabled) ? palette.currentColorGroup() : QPalette::Disabled;
    const QColor text = palette.color(group, QPalette::Text);
    const QColor base = palette.color(group, QPalette::Base);
    const QColor window = palette.color(group, QPalette::Window);
    // It stands on the window, too: what is seen on the one nearer to the text is seen on both.
    const QColor line = outline(text, contrast(text, base) < contrast(text, window) ? base : window);
    palette.setColor(QPalette::Window, line.lighter(FUSION_DARKER));
    return palette;
}

/// How much further from the edge than Fusion has it the text of a column's title begins.
int titleInset(const QStyle& style, const QStyleOption* option, const QWidget* widget)
{
    const auto* const header = qstyleoption_cast<const QStyleOptionHeader*>(option);
    if (!header || header->orientation != Qt::Horizontal)
        return 0;
    return cellMargin(style, header->fontMetrics, option, widget)
        - style.pixelMetric(QStyle::PM_HeaderMargin, option, widget);
}

/// The same for cells without a delegate of ours, in views that have such titles.
int cellInset(const QStyle& style, const QStyleOption* option, const QWidget* widget)
{
    const auto* const cell = qstyleoption_cast<const QStyleOptionViewItem*>(option);
    const auto* const tree = qobject_cast<const QTreeView*>(widget);
    if (!cell || (tree ? tree->isHeaderHidden() : !qobject_cast<const QTableView*>(widget)))
        return 0;
    return cellMargin(style, cell->fontMetrics, option, widget)
        - style.pixelMetric(QStyle::PM_FocusFrameHMargin, option, widget) - 1;
}

} // namespace

int cellMargin(const QStyle& style, const QFontMetrics& metrics, const QStyleOption* option, const QWidget* widget)
{
    return style.pixelMetric(QStyle::PM_FocusFrameHMargin, option, widget) + metrics.height() / 4;
}

HuggerStyle::HuggerStyle()
    : QProxyStyle(u"fusion"_s)
{
}

void HuggerStyle::install()
{
    if (QApplication::style()->name() == "fusion"_L1)
        QApplication::setStyle(new HuggerStyle);
}

void HuggerStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const
{
    // Not by SE_HeaderLabel: Fusion asks itself for that, past us.
    if (const auto* const header = qstyleoption_cast<const QStyleOptionHeaderV2*>(option);
        header && element == CE_HeaderLabel) {
        const int inset = titleInset(*this, option, widget);
        QStyleOptionHeaderV2 title = *header;
        title.rect.adjust(inset, 0, -inset, 0);
        QProxyStyle::drawControl(element, &title, painter, widget);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void HuggerStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                const QWidget* widget) const
{
    if (element == PE_IndicatorRadioButton || element == PE_IndicatorCheckBox) {
        // Both are buttons for Fusion; ticks of lists and menus come by here, too.
        if (const auto* const button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            QStyleOptionButton visible = *button;
            visible.palette = withVisibleOutline(*button);
            QProxyStyle::drawPrimitive(element, &visible, painter, widget);
            return;
        }
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

QRect HuggerStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    switch (element) {
    case SE_ItemViewItemCheckIndicator:
    case SE_ItemViewItemDecoration:
    case SE_ItemViewItemText:
        if (const int inset = cellInset(*this, option, widget); inset != 0) {
            QStyleOptionViewItem cell = *static_cast<const QStyleOptionViewItem*>(option);
            cell.rect.adjust(inset, 0, -inset, 0);
            return QProxyStyle::subElementRect(element, &cell, widget);
        }
        break;
    default:
        break;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QSize HuggerStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                    const QWidget* widget) const
{
    QSize whole = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_HeaderSection)
        whole.rwidth() += 2 * titleInset(*this, option, widget);
    else if (type == CT_ItemViewItem)
        whole.rwidth() += 2 * cellInset(*this, option, widget);
    return whole;
}

} // namespace hugger
