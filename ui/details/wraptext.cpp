// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/wraptext.h"

#include <cmath>

#include <QtGui/QTextDocument>
#include <QtGui/QWheelEvent>

namespace hugger {

WrapText::WrapText(QWidget* parent)
    : QTextEdit(parent)
{
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setAcceptRichText(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(0);
    align();
    viewport()->setAutoFillBackground(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setFocusPolicy(Qt::ClickFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void WrapText::align()
{
    // Names are in Latin letters wherever one reads from right to left: they begin where everything begins.
    QTextOption option = document()->defaultTextOption();
    option.setAlignment((isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute);
    document()->setDefaultTextOption(option);
}

void WrapText::setWords(const QString& words)
{
    if (words == toPlainText())
        return; // what is selected stays selected
    setPlainText(words);
    updateGeometry();
}

QSizeF WrapText::laidOut(qreal width) const
{
    QTextDocument copy;
    copy.setDefaultFont(font());
    copy.setDocumentMargin(0);
    copy.setDefaultTextOption(document()->defaultTextOption());
    copy.setPlainText(toPlainText());
    copy.setTextWidth(width);
    return {copy.idealWidth(), copy.size().height()};
}

int WrapText::heightForWidth(int width) const
{
    return static_cast<int>(std::ceil(laidOut(width).height()));
}

QSize WrapText::sizeHint() const
{
    const qreal most = fontMetrics().averageCharWidth() * 40;
    const QSizeF ideal = laidOut(most);
    return {static_cast<int>(std::ceil(ideal.width())), static_cast<int>(std::ceil(ideal.height()))};
}

QSize WrapText::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 10, fontMetrics().height()};
}

void WrapText::changeEvent(QEvent* event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    else if (event->type() == QEvent::LayoutDirectionChange)
        align();
}

void WrapText::wheelEvent(QWheelEvent* event)
{
    event->ignore(); // there is nothing to scroll here; the page around it scrolls
}

} // namespace hugger
