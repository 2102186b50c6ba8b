// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QStringList>

namespace hugger {

/// Runs one command line (without the program's name) in the event loop of the application, and returns its exit code.
[[nodiscard]] int runCommandLine(const QStringList& arguments);

} // namespace hugger
