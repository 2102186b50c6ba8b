// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/caughtup.h"

#include "watch/seen.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

bool catchesUp(Library& library, const Job& job)
{
    if (job.state != JobState::Completed || job.type != JobType::Archive)
        return false;
    const auto rows = library.catalog().heldOf(job.repo, {});
    if (!rows || followedRevision(*rows) != mainIfNone(job.revision))
        return false;
    // A commit that was asked for, as an update that was looked at first is, may be any.
    if (job.isPinned) {
        const auto row = library.state().watched(job.repo);
        const auto seen = row && *row ? Seen::fromBytes((*row)->seen) : std::nullopt;
        if (!seen || seen->refs.value(fullRefName(seen->refs, mainIfNone(job.revision))) != job.commit)
            return false;
    }
    return std::ranges::any_of(
        *rows, [](const HeldRow& row) { return row.upstream == "newer"_L1 || row.upstream == "license_changed"_L1; });
}

} // namespace hugger
