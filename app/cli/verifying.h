// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/commands.h"
#include "archive/verifier.h"

namespace hugger {

/// What proving found, and how much was read.
struct Verified {
    VerifyReport report;
    qint64 bytes = 0;
};

/// Proves these in this process, showing how far it is.
[[nodiscard]] Task<Expected<Verified>> verifyShown(Context& context, Library& library, QList<SnapshotRow> rows);

[[nodiscard]] bool isWhole(const VerifyReport& report);
/// Integrity "damaged": how much, and what mends it.
[[nodiscard]] Error damageError(const VerifyReport& report);
/// {verified,damaged,missing,unplugged}.
[[nodiscard]] QJsonObject verifiedJson(const VerifyReport& report);
/// What is damaged, a line a file; what was not looked at; or that all is right.
void printVerified(Output& out, const VerifyReport& report, qint64 bytes);

} // namespace hugger
