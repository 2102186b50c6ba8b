// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/watchtimes.h"

#include "base/hash.h"

namespace hugger {

double watchShare(const RepoId& repo)
{
    constexpr double all = 65536;
    return static_cast<double>(sha256Hex(repo.display().toUtf8()).left(4).toUInt(nullptr, 16)) / all;
}

qint64 whenDue(qint64 next, qint64 now, qint64 interval, double share)
{
    if (next > 0 && next <= now)
        return next;
    if (interval <= 0)
        return 0;
    const bool isTooFar = next > now + interval + interval / 10;
    return next > 0 && !isTooFar ? next : now + static_cast<qint64>(static_cast<double>(interval) * share);
}

qint64 dueAfterLook(qint64 now, qint64 interval, double share)
{
    if (interval <= 0)
        return 0;
    return now + static_cast<qint64>(static_cast<double>(interval) * (0.9 + 0.2 * share));
}

} // namespace hugger
