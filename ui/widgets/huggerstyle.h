// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtWidgets/QProxyStyle>

namespace hugger {

/// Fusion, with tick boxes that are seen when they are empty, too, and with columns whose titles begin where their
/// cells begin.
class HuggerStyle final : public QProxyStyle {
    Q_OBJECT

public:
    HuggerStyle();

    /// Gives it to the application where that has plain Fusion; the styles of desktops stay as they are.
    static void install();

    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption* option,
                                       const QWidget* widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                         const QWidget* widget) const override;
};

/// Between the edge of a cell and what it holds, on either side.
[[nodiscard]] int cellMargin(const QStyle& style, const QFontMetrics& metrics, const QStyleOption* option,
                             const QWidget* widget);

} // namespace hugger
