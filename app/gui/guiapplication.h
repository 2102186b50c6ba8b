// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace hugger {

struct Arguments;

/// Whether a window can be shown at all.
[[nodiscard]] bool hasDisplay();

/// Shows the window of the profile in `arguments` until it is quit, or hands the links in there to the one that is open
/// already. Gives the exit code.
[[nodiscard]] int runWindow(int& argc, char** argv, const Arguments& arguments);

} // namespace hugger
