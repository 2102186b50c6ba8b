// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/unproved.h"

#include "watch/seen.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qint64 eventsLookedAt = 200;

/// What makes last copies. Some of these do not always: then what follows is verified once too often.
const QStringList& alarms()
{
    static const QStringList types{u"gone"_s,    u"disabled"_s,        u"gated"_s,
                                   u"renamed"_s, u"license_changed"_s, u"history_rewritten"_s};
    return types;
}

/// Newest first, so an alarm that comes after what is looked for ends the list.
bool wasProved(const QList<Event>& newestFirst, const QByteArray& commit)
{
    for (const Event& event : newestFirst) {
        if (alarms().contains(event.type))
            return false;
        if (event.commit == commit)
            return true;
    }
    return true;
}

} // namespace

Expected<QList<RepoId>> unprovedLastCopies(Library& library)
{
    const auto watched = library.state().watched();
    const auto jobs = library.state().jobs(0);
    if (!watched || !jobs)
        return std::unexpected(watched ? jobs.error() : watched.error());
    const QStringList types = alarms() + QStringList{u"verified"_s, u"damaged"_s};
    QList<RepoId> unproved;
    for (const WatchRow& row : *watched) {
        const auto seen = Seen::fromBytes(row.seen);
        if (!seen || seen->lastCopies.isEmpty())
            continue;
        const auto events = library.state().events({.repo = row.repo, .types = types, .limit = eventsLookedAt});
        const auto held = library.catalog().heldOf(row.repo, {});
        if (!events || !held)
            return std::unexpected(events ? held.error() : events.error());
        const bool isUnproved = std::ranges::any_of(*held, [&](const HeldRow& snapshot) {
            const bool isAsked = std::ranges::any_of(*jobs, [&](const Job& job) {
                return job.type == JobType::Verify && job.repo == row.repo && job.commit == snapshot.commit;
            });
            return seen->lastCopies.contains(snapshot.commit) && !isAsked && !wasProved(*events, snapshot.commit);
        });
        if (isUnproved)
            unproved.append(row.repo);
    }
    return unproved;
}

} // namespace hugger
