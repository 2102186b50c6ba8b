// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QMenuBar;
class QWidget;

namespace hugger {

/// A list of every key of the menus, as they are.
void showShortcuts(const QMenuBar& bar, QWidget* window);
void showAbout(QWidget* window);

} // namespace hugger
