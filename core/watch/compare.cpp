// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/compare.h"

using namespace Qt::StringLiterals;

namespace hugger {

Comparison compare(const Seen& before, const Sighting& now, const RepoId& held, const QList<HeldRow>& rows)
{
    Comparison found;
    found.next = before;
    found.next.at = now.at;
    found.next.name = held.id;
    found.upstream = rows.isEmpty() ? u"unknown"_s : u"current"_s;
    return found;
}

} // namespace hugger
