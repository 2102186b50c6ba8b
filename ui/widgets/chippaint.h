// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/tint.h"

#include <QtCore/QSize>
#include <QtGui/QFont>

class QPainter;
class QRect;

namespace hugger {

/// The font of quiet lines, chips and bars: nine tenths of it.
[[nodiscard]] QFont smaller(const QFont& font);
/// Of its own letters, wherever the line begins: "88.1 MB/s" is not "MB/s 88.1" from right to left.
[[nodiscard]] Qt::LayoutDirection readingDirection(const QString& text);
[[nodiscard]] QSize chipSize(const Chip& chip, const QFont& font);
/// At the start of `rect`, in the middle of its height; elided where it is too long.
void paintChip(QPainter& painter, const QRect& rect, const Chip& chip, const QFont& font, const QPalette& palette,
               Qt::LayoutDirection direction);
/// A flat bar across `rect`, with `text` in its middle, readable on both its parts.
void paintBar(QPainter& painter, const QRect& rect, double progress, bool atRest, const QString& text,
              const QFont& font, const QPalette& palette, Qt::LayoutDirection direction);

} // namespace hugger
