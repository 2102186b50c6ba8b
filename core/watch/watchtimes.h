// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/repoid.h"

namespace hugger {

// When a repo is looked at. Times are seconds since 1970, UTC; 0: never. Each repo has a share of its own, from 0 up to
// 1, by its id: looks are spread over the interval and stay so.

[[nodiscard]] double watchShare(const RepoId& repo);

/// When one is due that was to be due at `next`: as it says; within the interval where nothing is said or the clock was
/// set back; never by itself where the interval is 0, unless it was asked for.
[[nodiscard]] qint64 whenDue(qint64 next, qint64 now, qint64 interval, double share);

/// After a look: the interval, and up to a tenth more or less.
[[nodiscard]] qint64 dueAfterLook(qint64 now, qint64 interval, double share);

} // namespace hugger
