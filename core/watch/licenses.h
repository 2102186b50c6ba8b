// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/hubtypes.h"

namespace hugger {

/// LICENSE, LICENSE.md, COPYING, NOTICE and their like, in the root of a repo.
[[nodiscard]] bool isLicenseFile(const QString& path);

/// How much a license forbids, roughly: enough to say which of two is stricter, not what either of them means.
enum class LicenseRank { Permissive, Reciprocal, Restricted };
/// Of the strictest of its ids. None at all, and what is not known, count as restricted: nothing is sure to be allowed.
[[nodiscard]] LicenseRank licenseRank(const LicenseFacts& license);

/// Whether the change takes something away, or nobody can tell: `hasNewText` means that the texts differ, too.
[[nodiscard]] bool isStricter(const LicenseFacts& before, const LicenseFacts& after, bool hasNewText);

} // namespace hugger
