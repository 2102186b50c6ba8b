// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "archive/library.h"

namespace hugger {

/// Whether a repo that was known to be behind is not any more by this job, which has ended: archiving the newest commit
/// of what is followed is as good as a check that finds nothing newer.
[[nodiscard]] bool catchesUp(Library& library, const Job& job);

} // namespace hugger
