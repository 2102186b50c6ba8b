// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "archive/library.h"

namespace hugger {

/// Repos that became possible last copies and of which something has not been verified since, nor is to be: the program
/// ended between the alarm and the verify that follows it.
[[nodiscard]] Expected<QList<RepoId>> unprovedLastCopies(Library& library);

} // namespace hugger
