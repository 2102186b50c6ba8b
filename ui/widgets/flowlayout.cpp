// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/flowlayout.h"

#include <QtWidgets/QStyle>
#include <QtWidgets/QWidget>

#include <algorithm>

namespace hugger {

FlowLayout::FlowLayout(QWidget* parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.append(item);
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return place(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem* item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size;
}

QSize FlowLayout::sizeHint() const
{
    QSize size;
    for (const QLayoutItem* item : m_items) {
        if (!item->isEmpty())
            size = {size.width() + item->sizeHint().width() + std::max(0, spacing()),
                    std::max(size.height(), item->sizeHint().height())};
    }
    return size;
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

int FlowLayout::place(const QRect& rect, bool really) const
{
    const QWidget* parent = parentWidget();
    const Qt::LayoutDirection direction = parent ? parent->layoutDirection() : Qt::LeftToRight;
    const int gap = std::max(0, spacing());
    const int lineGap = parent ? parent->style()->pixelMetric(QStyle::PM_LayoutVerticalSpacing) : gap;
    const auto eachLine = [&](const QList<QLayoutItem*>& line, int y, int height) {
        int x = rect.x();
        for (QLayoutItem* item : line) {
            const QSize size(std::min(item->sizeHint().width(), rect.width()), item->sizeHint().height());
            const QRect logical(QPoint(x, y + (height - size.height()) / 2), size);
            item->setGeometry(QStyle::visualRect(direction, rect, logical));
            x += size.width() + gap;
        }
    };
    QList<QLayoutItem*> line;
    int y = rect.y();
    int width = 0;
    int height = 0;
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        if (!line.isEmpty() && width + gap + size.width() > rect.width()) {
            if (really)
                eachLine(line, y, height);
            y += height + lineGap;
            line.clear();
            width = height = 0;
        }
        width += (line.isEmpty() ? 0 : gap) + size.width();
        height = std::max(height, size.height());
        line.append(item);
    }
    if (really)
        eachLine(line, y, height);
    return y + height - rect.y();
}

} // namespace hugger
