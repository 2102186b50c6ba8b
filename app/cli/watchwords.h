// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <optional>

namespace hugger {

/// "6h", "2d" as hours from 1 to 720, "never" as 0, "default" as nothing.
[[nodiscard]] Expected<std::optional<int>> parseEvery(const QString& text);

/// "2GB", "500 MB", "1.5 TiB", "0": bytes. `option` is named where it is none.
[[nodiscard]] Expected<qint64> parseSize(const QString& option, const QString& text);

} // namespace hugger
