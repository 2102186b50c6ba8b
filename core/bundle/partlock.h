// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

namespace hugger {

/// Takes the lock on an open ".part", so that two exports to one target do not write into each other's file. Busy
/// "target_busy" when another process has it, or had it until just now. It ends with the descriptor.
[[nodiscard]] Done lockPart(int fd, const QString& path);

} // namespace hugger
