// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGui/QColor>
#include <QtGui/QPalette>

namespace hugger {

/// What a state means, never told by colour alone.
enum class Tint { Plain, Good, Attention, Wrong };

struct TintColors {
    QColor text;
    QColor fill;
    QColor line;
};

/// Readable (contrast at least 4.5) on its fill and on the palette's base, in light and dark.
[[nodiscard]] TintColors tintColors(Tint tint, const QPalette& palette);
/// Secondary text: the palette's text, toned down as far as a contrast of 4.5 on its base allows.
[[nodiscard]] QColor quietColor(const QPalette& palette);
/// The same for any two colours: toned down by at most the part `most`.
[[nodiscard]] QColor quietOn(const QColor& text, const QColor& background, double most = 0.4);
/// `part` 0 is all `a`, 1 all `b`.
[[nodiscard]] QColor mixed(const QColor& a, const QColor& b, double part);
/// WCAG 2 contrast of two opaque colours, 1 to 21.
[[nodiscard]] double contrast(const QColor& a, const QColor& b);

/// A state as a chip shows it.
struct Chip {
    QString text;
    Tint tint = Tint::Plain;
    QString sign; ///< a short sign before the text ("✓"), so that colour is never alone; may be empty
};

/// "verified 12 Nov", "partial, verified today", "2 files damaged", "not proved".
[[nodiscard]] Chip heldChip(const struct HeldRow& row);
/// "current", "newer", "gone: last copy?", "not checked".
[[nodiscard]] Chip upstreamChip(const QString& upstream);
/// Why this may be the last copy, a sentence for HeldRow::lastCopy; empty when it is not known to be.
[[nodiscard]] QString lastCopyText(const QString& reason);

} // namespace hugger
