// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One repo: looking, comparing, and keeping what was found.

#include "base/log.h"
#include "base/say.h"
#include "watch/look.h"
#include "watch/watcher.h"
#include "watch/watchtimes.h"

#include <QtCore/QDateTime>
#include <QtCore/QScopeGuard>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hugger {

namespace {

constexpr auto claimPoll = 20ms;
constexpr qsizetype manyAtOnce = 5;

std::unexpected<Error> notHeld(const RepoId& repo)
{
    return fail(ErrorKind::NotHeld, u"not_held"_s, Say::tr("%1 is not in the archive any more.").arg(repo.display()));
}

bool isDenied(const QString& upstream)
{
    return upstream == "gone"_L1 || upstream == "disabled"_L1 || upstream == "gated"_L1;
}

/// Where the newest of these that can be read was archived from; empty when none can.
QString endpointOf(Library& library, const QList<HeldRow>& rows)
{
    for (const HeldRow& row : rows) {
        if (const auto capture = captureOf(library, row))
            return capture->record.endpoint;
    }
    return {};
}

qint64 secondsOf(std::chrono::milliseconds time)
{
    return std::chrono::ceil<std::chrono::seconds>(time).count();
}

/// HeldRow::upstream by what was seen, where no look has just said it.
QString upstreamOf(const Seen& seen, const RepoId& held, const QList<HeldRow>& rows)
{
    if (seen.isGone)
        return u"gone"_s;
    if (seen.isDisabled)
        return u"disabled"_s;
    if (seen.isBarred)
        return u"gated"_s;
    if (seen.isReplaced || seen.name.compare(held.id, Qt::CaseInsensitive) != 0)
        return u"renamed"_s;
    const QByteArray head = seen.refs.value(fullRefName(seen.refs, followedRevision(rows)));
    if (head.isEmpty())
        return u"unknown"_s;
    if (std::ranges::any_of(rows, [&](const HeldRow& row) { return row.commit == head; }))
        return u"current"_s;
    return seen.isLicenseNew ? u"license_changed"_s : u"newer"_s;
}

QString ownerOf(const RepoId& repo)
{
    return repo.id.section(u'/', 0, -2);
}

/// It has seemed gone for so long.
bool hasLasted(const Seen& seen, std::chrono::milliseconds patience)
{
    const QDateTime since = QDateTime::fromString(seen.seemsGoneSince, Qt::ISODate);
    return since.isValid() && since.msecsTo(QDateTime::currentDateTimeUtc()) >= patience.count();
}

bool isHeldWhole(const QList<HeldRow>& rows, const QByteArray& commit)
{
    return std::ranges::any_of(rows, [&](const HeldRow& row) { return row.commit == commit && row.isComplete; });
}

} // namespace

/// One look at a repo at a time: two would find, and tell, the same. No repo: one question who it is that asks.
Task<bool> Watcher::claim(RepoId repo, std::stop_token stop)
{
    while (m_claimed.contains(repo)) {
        if (!co_await pauseFor(claimPoll, stop))
            co_return false;
    }
    m_claimed.insert(repo);
    co_return true;
}

Task<Expected<Watcher::Looked>> Watcher::lookAt(RepoId repo, Asker asker, std::stop_token stop)
{
    if (!co_await claim(repo, stop))
        co_return std::unexpected(interrupted());
    const auto release = qScopeGuard([this, repo] { m_claimed.remove(repo); });
    auto rows = m_library.catalog().heldOf(repo, {});
    if (!rows)
        co_return std::unexpected(rows.error());
    if (rows->isEmpty())
        co_return notHeld(repo);
    const auto stored = watched(repo);
    if (!stored)
        co_return std::unexpected(stored.error());
    const WatchRow row = *stored;
    // Somebody else has looked meanwhile.
    if (asker == Asker::Schedule && (row.nextAt == 0 || row.nextAt > QDateTime::currentSecsSinceEpoch()))
        co_return Looked();
    auto baseline = baselineOf(m_library, row.seen, *rows);
    if (!baseline) {
        co_return fail(
            ErrorKind::Disk, u"store_unplugged"_s,
            Say::tr("What is held of %1 cannot be read: its store is unplugged. Plug it in, then check again.")
                .arg(repo.display()),
            {}, Retry::NeedsUser);
    }
    // Whoever asks now has both looks now.
    const bool isAsked = asker == Asker::User || m_wished.contains(repo);
    if (isAsked)
        baseline->suspicion.clear();
    const HubClient hub = asker == Asker::User ? m_hub : m_hub.inBackground();
    const auto who = co_await account(hub, stop);
    if (!who)
        co_return std::unexpected(who.error());
    const RepoLook look(m_library, hub, *who);
    Seen before = *baseline;
    while (true) {
        const QList<HeldRow> asked = *rows;
        const auto seen = co_await look.run(before, repo, asked, stop);
        if (!seen)
            co_return std::unexpected(seen.error());
        rows = m_library.catalog().heldOf(repo, {});
        if (!rows)
            co_return std::unexpected(rows.error());
        if (rows->isEmpty())
            co_return notHeld(repo);
        const Comparison found = compare(before, *seen, repo, *rows);
        // A mirror, or another Hub, knows nothing of what became of it where it comes from.
        const QString from =
            found.suspicion == "gone"_L1 || found.suspicion == "replaced"_L1 ? endpointOf(m_library, *rows) : QString();
        if (!from.isEmpty() && QUrl(from) != m_hub.http().endpoint()) {
            co_return fail(ErrorKind::NotFound, u"other_hub"_s,
                           Say::tr("%1 was archived from %2, and %3 does not have it. Nothing follows from that; check "
                                   "it with the endpoint it comes from.")
                               .arg(repo.display(), from, m_hub.http().endpoint().toDisplayString()),
                           {}, Retry::NeedsUser);
        }
        Looked looked;
        looked.check = {.repo = repo, .upstream = rows->first().upstream, .update = {}, .rule = row.rule};
        const bool seemsGone = seen->isGone && !before.isGone;
        if (isAsked && found.suspicion.isEmpty() && seemsGone) {
            if (const auto ok = co_await sightOthers(repo, hub, *who, stop); !ok)
                co_return std::unexpected(ok.error());
        }
        const bool isOutageNow = isOutage(repo, seemsGone) && !hasLasted(before, m_policy.outagePatience);
        if (found.suspicion.isEmpty() && !isOutageNow) {
            const auto noted = noteFound(row, found, *rows);
            if (!noted)
                co_return std::unexpected(noted.error());
            looked.check = *noted;
            looked.name = found.next.name;
            looked.head = seen->head;
            looked.defaultHead = seen->info ? seen->info->commit : QByteArray();
            co_return looked;
        }
        if (isAsked && before.suspicion.isEmpty()) {
            if (!co_await pauseFor(m_policy.secondLook, stop))
                co_return std::unexpected(interrupted());
            before = found.next;
            continue;
        }
        // When many seem gone it is not believed so soon: what was seen before stays, and is compared with again.
        const Seen& next = isOutageNow && found.suspicion.isEmpty() ? before : found.next;
        const auto noted = noteSuspicion(row, next, (isOutageNow ? 6 : 1) * m_policy.secondLookLater);
        if (!noted)
            co_return std::unexpected(noted.error());
        if (isOutageNow && asker == Asker::User) {
            co_return fail(ErrorKind::Network, u"many_gone"_s,
                           Say::tr("%1 seems gone, and so do others at once. That is more likely a failing Hub, or "
                                   "something between it and you, than so many deletions: nothing was concluded. Check "
                                   "again later; what stays so for some hours is believed.")
                               .arg(repo.display()),
                           {}, Retry::Automatic);
        }
        looked.isDoubtful = isOutageNow;
        co_return looked;
    }
}

Done Watcher::noteSuspicion(WatchRow row, const Seen& next, std::chrono::milliseconds pause)
{
    row.triedAt = QDateTime::currentSecsSinceEpoch();
    row.nextAt = row.triedAt + secondsOf(pause);
    row.trouble.clear();
    row.seen = next.toBytes();
    const auto stored = m_library.state().noteCheck(row, {});
    if (!stored)
        return std::unexpected(stored.error());
    return {};
}

Expected<UpstreamCheck> Watcher::noteFound(WatchRow row, const Comparison& found, const QList<HeldRow>& rows)
{
    row.checkedAt = QDateTime::currentSecsSinceEpoch();
    row.triedAt = row.checkedAt;
    if (m_isStarted)
        row.nextAt = dueAfterLook(row.checkedAt, intervalOf(row.rule), watchShare(row.repo));
    row.trouble.clear();
    row.seen = found.next.toBytes();
    const auto events = m_library.state().noteCheck(row, found.findings);
    if (!events)
        return std::unexpected(events.error());
    noteInCatalog(row.repo, found.upstream, found.next.lastCopies, rows);
    UpstreamCheck check;
    check.repo = row.repo;
    check.upstream = found.upstream;
    check.events = *events;
    check.isAlarming = found.isAlarming;
    check.rule = row.rule;
    Q_EMIT checked(check);
    return check;
}

void Watcher::noteInCatalog(const RepoId& repo, const QString& upstream, const QHash<QByteArray, QString>& lastCopies,
                            const QList<HeldRow>& rows)
{
    const bool isOther = std::ranges::any_of(rows, [&](const HeldRow& row) { return row.upstream != upstream; });
    const bool hasOthers =
        std::ranges::any_of(rows, [&](const HeldRow& row) { return row.lastCopy != lastCopies.value(row.commit); });
    if (!isOther && !hasOthers)
        return;
    Done ok = isOther ? m_library.catalog().setUpstream(repo, upstream) : Done();
    if (ok && hasOthers)
        ok = m_library.catalog().setLastCopies(repo, lastCopies);
    // The catalog can be made anew; what it lacks is told to it again.
    if (!ok)
        qCWarning(lcCatalog) << "the state of upstream was not noted:" << ok.error().message;
    Q_EMIT upstreamChanged(repo);
}

/// Tells the catalog what the last check found.
void Watcher::recall(const RepoId& repo, const QByteArray& seen)
{
    const auto rows = m_library.catalog().heldOf(repo, {});
    const auto baseline = rows ? baselineOf(m_library, seen, *rows) : std::nullopt;
    if (baseline)
        noteInCatalog(repo, upstreamOf(*baseline, repo, *rows), baseline->lastCopies, *rows);
}

Done Watcher::noteTrouble(const RepoId& repo, const Error& error, std::optional<qint64> nextAt)
{
    auto row = watched(repo);
    if (!row)
        return std::unexpected(row.error());
    row->triedAt = QDateTime::currentSecsSinceEpoch();
    row->nextAt = nextAt.value_or(row->nextAt);
    row->trouble = error.kind == ErrorKind::NotHeld ? QString() : error.message;
    const auto stored = m_library.state().noteCheck(*row, {});
    if (!stored)
        return std::unexpected(stored.error());
    return {};
}

/// When many of those looked at lately seem gone the Hub, or the way to it, is out of order.
bool Watcher::isOutage(const RepoId& repo, bool seemsGone)
{
    m_sighted.insert(repo, {QDeadlineTimer(12 * m_policy.secondLookLater), seemsGone});
    m_sighted.removeIf([](const auto& one) { return one.value().forget.hasExpired(); });
    const qsizetype gone = std::ranges::count_if(m_sighted, &Sighted::seemsGone);
    return seemsGone && gone >= manyAtOnce && gone * 3 > m_sighted.size();
}

/// Whether others that were there seem gone, too: asked until one is there, those of other owners first.
Task<Done> Watcher::sightOthers(RepoId repo, HubClient hub, QString account, std::stop_token stop)
{
    const auto held = m_library.catalog().heldRepos();
    const auto watched = m_library.state().watched();
    if (!held || !watched)
        co_return std::unexpected(held ? watched.error() : held.error());
    QHash<RepoId, Seen> known;
    for (const WatchRow& row : *watched) {
        if (const auto seen = Seen::fromBytes(row.seen))
            known.insert(row.repo, *seen);
    }
    QList<std::pair<RepoId, QString>> others; // as held, and what it is called now
    for (const auto& [other, isUnknown] : *held) {
        const auto seen = known.constFind(other);
        const bool isFirst = seen == known.cend();
        const bool wasThere = isFirst || (!seen->isGone && !seen->isReplaced && mayConcludeGone(*seen, account));
        if (wasThere && other != repo)
            others.append({other, isFirst ? other.id : seen->name});
    }
    std::ranges::stable_sort(others, {}, [&repo](const auto& one) { return ownerOf(one.first) == ownerOf(repo); });
    if (others.size() >= manyAtOnce)
        others.resize(manyAtOnce - 1);
    for (const auto& [other, name] : std::as_const(others)) {
        const RepoId asked{other.kind, name};
        const auto info = co_await hub.info(asked, {}, stop);
        if (!info && info.error().kind == ErrorKind::Interrupted)
            co_return std::unexpected(info.error());
        const bool seemsGone = !info && info.error().code == "repo_not_found"_L1;
        (void)isOutage(other, seemsGone);
        if (!seemsGone)
            break;
    }
    co_return Done();
}

/// Who the token belongs to, asked once for each. Empty where the Hub does not say.
Task<Expected<QString>> Watcher::account(HubClient hub, std::stop_token stop)
{
    if (!hub.http().hasToken())
        co_return u"anonymous"_s;
    if (!co_await claim(RepoId(), stop))
        co_return std::unexpected(interrupted());
    const auto release = qScopeGuard([this] { m_claimed.remove(RepoId()); });
    const int change = hub.http().tokenChange();
    if (m_account.tokenChange != change) {
        const auto who = co_await hub.whoAmI(stop);
        if (!who && (who.error().kind == ErrorKind::Network || who.error().kind == ErrorKind::Interrupted))
            co_return std::unexpected(who.error());
        if (change != hub.http().tokenChange())
            co_return QString();
        m_account = {change, who ? who->name : QString()};
    }
    // A copy: QCoro moves from what it is given, a member, too.
    QString name = m_account.name;
    co_return name;
}

Task<Expected<UpstreamCheck>> Watcher::check(RepoId repo, QString revision, std::stop_token stop)
{
    const auto rows = m_library.catalog().heldOf(repo, {});
    if (!rows)
        co_return std::unexpected(rows.error());
    if (rows->isEmpty())
        co_return notHeld(repo);
    const QString followed = followedRevision(*rows);
    if (!revision.isEmpty() && mainIfNone(revision) != followed) {
        auto other = co_await checkOther(repo, revision, stop);
        co_return other;
    }
    auto looked = co_await lookAt(repo, Asker::User, stop);
    if (!looked) {
        const ErrorKind kind = looked.error().kind;
        if (kind != ErrorKind::Interrupted && kind != ErrorKind::NotHeld) {
            if (const auto ok = noteTrouble(repo, looked.error(), std::nullopt); !ok)
                qCWarning(lcArchive) << "why a check failed was not stored:" << ok.error().message;
        }
        co_return std::unexpected(looked.error());
    }
    if (m_offline.isActive())
        setReachable(true);
    tellProgress();
    UpstreamCheck check = looked->check;
    const bool isDefault = revision.isEmpty() && followed != "main"_L1;
    const QByteArray newest = isDefault ? looked->defaultHead : looked->head;
    const auto now = m_library.catalog().heldOf(repo, {});
    if (isDenied(check.upstream) || newest.isEmpty() || !now || now->isEmpty() || isHeldWhole(*now, newest))
        co_return check;
    ArchiveWish wish;
    wish.repo = {repo.kind, looked->name.isEmpty() ? repo.id : looked->name};
    wish.revision = revision;
    wish.commit = newest;
    wish.store = now->first().storeId;
    const auto update = co_await updateOf(wish, stop);
    if (!update)
        co_return std::unexpected(update.error());
    check.update = *update;
    co_return check;
}

/// A revision that is not followed says nothing about what is held, unless it is that there is no such repo any more.
Task<Expected<UpstreamCheck>> Watcher::checkOther(RepoId repo, QString revision, std::stop_token stop)
{
    const auto name = nameOf(repo);
    if (!name)
        co_return std::unexpected(name.error());
    const RepoId asked{repo.kind, *name};
    const auto info = co_await m_hub.info(asked, revision, stop);
    if (!info || info->disabled) {
        const bool isClear = info || info.error().code == "repo_not_found"_L1 || info.error().code == "disabled"_L1
            || info.error().code == "gated"_L1;
        if (!isClear)
            co_return std::unexpected(info.error());
        const auto looked = co_await lookAt(repo, Asker::User, stop);
        if (!looked)
            co_return std::unexpected(looked.error());
        if (!info && !isDenied(looked->check.upstream))
            co_return std::unexpected(info.error());
        co_return looked->check;
    }
    const auto rows = m_library.catalog().heldOf(repo, {});
    if (!rows || rows->isEmpty())
        co_return notHeld(repo);
    UpstreamCheck check;
    check.repo = repo;
    if (isHeldWhole(*rows, info->commit))
        co_return check;
    ArchiveWish wish;
    wish.repo = info->repo;
    wish.revision = revision;
    wish.commit = info->commit;
    wish.store = rows->first().storeId;
    const auto update = co_await updateOf(wish, stop);
    if (!update)
        co_return std::unexpected(update.error());
    check.update = *update;
    co_return check;
}

/// What archiving that would fetch; nothing when nobody can say.
Task<Expected<std::optional<UpstreamCheck::Update>>> Watcher::updateOf(ArchiveWish wish, std::stop_token stop)
{
    const Planner planner(m_library, m_hub);
    const QByteArray commit = wish.commit;
    const auto plan = co_await planner.make(wish, 0, stop, SpaceCheck::Tell);
    if (plan)
        co_return UpstreamCheck::Update{commit, plan->fetchFiles, plan->fetchBytes};
    if (plan.error().kind == ErrorKind::Interrupted)
        co_return std::unexpected(plan.error());
    qCInfo(lcArchive) << "how much is newer cannot be told:" << plan.error().message;
    co_return std::nullopt;
}

Expected<QString> Watcher::nameOf(const RepoId& repo) const
{
    const auto row = watched(repo);
    if (!row)
        return std::unexpected(row.error());
    const auto seen = Seen::fromBytes(row->seen);
    if (!seen)
        return repo.id;
    if (seen->isReplaced) {
        return fail(ErrorKind::NotFound, u"repo_replaced"_s,
                    Say::tr("Another repository has the name %1 now, and the Hub does not say where the one you hold "
                            "is. Archive the new one by hand if you want it, too.")
                        .arg(repo.display()),
                    {}, Retry::Never);
    }
    return seen->name;
}

Task<Expected<UpdatePreview>> Watcher::preview(RepoId repo, QString revision, std::stop_token stop)
{
    const auto name = nameOf(repo);
    if (!name)
        co_return std::unexpected(name.error());
    const UpdatePreviewer previewer(m_library, m_hub);
    const QString present = *name;
    auto preview = co_await previewer.run(repo, present, revision, stop);
    co_return preview;
}

} // namespace hugger
