// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/record.h"

namespace hugger {

/// A reproducibility statement: what a snapshot is, where it came from and when, under which license as it was then,
/// how much of it is held and since when it is proved, and each file with its hash. Plain text, UTF-8, 100 columns but
/// for paths: to save beside a paper, to print, to check with sha256sum.
[[nodiscard]] QByteArray statementOf(const Record& record, const QString& storeLabel);

} // namespace hugger
