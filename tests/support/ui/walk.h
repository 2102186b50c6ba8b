// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QStringList>

class QPalette;
class QWidget;

namespace hugger::test {

/// What is wrong with a window that is shown, one line each; empty when all is well.

/// Widgets that take the keyboard but have no name for those who cannot see them; buttons without text or tooltip.
[[nodiscard]] QStringList namelessIn(QWidget& window);
/// Widgets that Tab does not reach, or does not leave.
[[nodiscard]] QStringList unreachableIn(QWidget& window);
/// Mnemonics that two widgets of the window, or two entries of a menu, share.
[[nodiscard]] QStringList sharedMnemonicsIn(QWidget& window);
/// Labels and buttons whose text has not the room it needs.
[[nodiscard]] QStringList clippedIn(QWidget& window);
/// Pairs of colours too close to each other to be read.
[[nodiscard]] QStringList tooFaintIn(const QPalette& palette);

} // namespace hugger::test
