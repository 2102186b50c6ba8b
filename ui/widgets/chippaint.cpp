// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/chippaint.h"

#include <algorithm>

#include <QtGui/QFontMetrics>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtWidgets/QStyle>

namespace hugger {

namespace {

int padding(const QFontMetrics& metrics)
{
    return metrics.height() / 2;
}

QString chipText(const Chip& chip)
{
    return chip.sign.isEmpty() ? chip.text : chip.sign + u' ' + chip.text;
}

/// The colour of the done part: as much of the accent as leaves `text` readable on it.
QColor doneColor(const QPalette& palette, bool atRest)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    const QColor accent = atRest ? text : palette.color(QPalette::Highlight);
    QColor done = base;
    for (double part = atRest ? 0.3 : 0.6; part > 0; part -= 0.05) {
        done = mixed(base, accent, part);
        if (contrast(text, done) >= 4.6)
            break;
    }
    return done;
}

} // namespace

QFont smaller(const QFont& font)
{
    QFont small = font;
    if (font.pointSizeF() > 0)
        small.setPointSizeF(font.pointSizeF() * 0.9);
    else
        small.setPixelSize(std::max(1, font.pixelSize() * 9 / 10));
    return small;
}

Qt::LayoutDirection readingDirection(const QString& text)
{
    return text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight;
}

QSize chipSize(const Chip& chip, const QFont& font)
{
    if (chip.text.isEmpty())
        return {0, 0};
    const QFontMetrics metrics(smaller(font));
    return {metrics.horizontalAdvance(chipText(chip)) + 2 * padding(metrics) + 2,
            metrics.height() + metrics.height() / 3};
}

void paintChip(QPainter& painter, const QRect& rect, const Chip& chip, const QFont& font, const QPalette& palette,
               Qt::LayoutDirection direction)
{
    if (chip.text.isEmpty() || rect.isEmpty())
        return;
    const QFont small = smaller(font);
    const QFontMetrics metrics(small);
    const QRect pill = QStyle::alignedRect(direction, Qt::AlignLeft | Qt::AlignVCenter,
                                           chipSize(chip, font).boundedTo(rect.size()), rect);
    const TintColors colors = tintColors(chip.tint, palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.line, 1));
    painter.setBrush(colors.fill);
    const QRectF outline = QRectF(pill).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(outline, outline.height() / 2, outline.height() / 2);
    painter.setPen(colors.text);
    painter.setFont(small);
    painter.setLayoutDirection(readingDirection(chip.text));
    const int room = pill.width() - 2 * padding(metrics) + 1;
    painter.drawText(pill, Qt::AlignCenter | Qt::TextSingleLine,
                     metrics.elidedText(chipText(chip), Qt::ElideRight, room));
    painter.restore();
}

void paintBar(QPainter& painter, const QRect& rect, double progress, bool atRest, const QString& text,
              const QFont& font, const QPalette& palette, Qt::LayoutDirection direction)
{
    const QFont small = smaller(font);
    const QFontMetrics metrics(small);
    QRect bar(QPoint(), QSize(rect.width(), std::min(rect.height(), metrics.height() + metrics.height() / 4)));
    bar.moveCenter(rect.center());
    const double radius = metrics.height() / 4.0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath track;
    track.addRoundedRect(bar, radius, radius);
    painter.fillPath(track, mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.13));
    QRectF done(bar);
    done.setWidth(bar.width() * std::clamp(progress, 0.0, 1.0));
    if (direction == Qt::RightToLeft)
        done.moveRight(QRectF(bar).right());
    painter.setClipRect(done, Qt::IntersectClip);
    painter.fillPath(track, doneColor(palette, atRest));
    painter.restore();

    painter.save();
    painter.setPen(palette.color(QPalette::Text));
    painter.setFont(small);
    painter.setLayoutDirection(readingDirection(text));
    painter.drawText(bar, Qt::AlignCenter | Qt::TextSingleLine,
                     metrics.elidedText(text, Qt::ElideRight, bar.width() - metrics.height() / 2));
    painter.restore();
}

} // namespace hugger
