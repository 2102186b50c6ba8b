// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/quietlabel.h"

#include "ui/widgets/tint.h"

#include <QtCore/QEvent>

namespace hugger {

QuietLabel::QuietLabel(QWidget* parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    align();
    recolor();
}

void QuietLabel::align()
{
    // Names in it are in Latin letters wherever one reads from right to left: it begins where everything begins.
    setAlignment((isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute
                 | (alignment() & Qt::AlignVertical_Mask));
}

void QuietLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ParentChange)
        recolor();
    else if (event->type() == QEvent::LayoutDirectionChange)
        align();
}

void QuietLabel::recolor()
{
    const QPalette& around = parentWidget() ? parentWidget()->palette() : palette();
    const QColor color = quietColor(around);
    if (palette().color(QPalette::WindowText) == color)
        return; // what we set ourselves is a change of the palette, too
    QPalette own = palette();
    own.setColor(QPalette::WindowText, color);
    setPalette(own);
}

} // namespace hugger
