// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QString>

namespace hugger {

struct Command;

#ifdef HUGGER_GUI
inline constexpr bool hasWindow = true;
#else
inline constexpr bool hasWindow = false; ///< the headless build
#endif

/// What `hugger` alone says.
[[nodiscard]] QString shortHelp();
/// Usage, description and options of one command.
[[nodiscard]] QString commandHelp(const Command& command, int width);

} // namespace hugger
