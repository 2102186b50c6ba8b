// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace hugger {

/// True when somebody can be asked.
[[nodiscard]] bool canAsk();

/// Asks on the terminal; true for yes. Anything but y or yes is no. Interrupted on Ctrl-C.
[[nodiscard]] Expected<bool> confirm(const QString& question);

/// Asks on the terminal for a word. Interrupted on Ctrl-C.
[[nodiscard]] Expected<QString> askFor(const QString& question);

/// Reads a secret: from the terminal without showing it, else the first line of standard input.
[[nodiscard]] Expected<QByteArray> readSecret(const QString& prompt);

} // namespace hugger
