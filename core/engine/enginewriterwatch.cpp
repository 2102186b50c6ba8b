// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What watching upstream leads to.

#include "base/hash.h"
#include "base/log.h"
#include "engine/enginenetwork.h"
#include "watch/caughtup.h"
#include "watch/seen.h"
#include "watch/unproved.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

Task<Expected<UpstreamCheck>> EngineWriter::checkUpstream(RepoId repo, QString revision, std::stop_token stop)
{
    co_await tokenKnown(stop);
    if (const auto held = library(); !held)
        co_return std::unexpected(held.error());
    auto check = co_await m_network->watcher.check(repo, revision, stop);
    flush();
    co_return check;
}

Task<Expected<UpdatePreview>> EngineWriter::previewUpdate(RepoId repo, QString revision, std::stop_token stop)
{
    co_await tokenKnown(stop);
    if (const auto held = library(); !held)
        co_return std::unexpected(held.error());
    auto preview = co_await m_network->watcher.preview(repo, revision, stop);
    co_return preview;
}

Expected<qint64> EngineWriter::checkSoon(const QList<RepoId>& repos)
{
    return library().and_then([&](Library*) { return m_network->watcher.checkSoon(repos); });
}

Expected<WatchRow> EngineWriter::watched(const RepoId& repo)
{
    return library().and_then([&](Library*) { return m_network->watcher.watched(repo); });
}

Done EngineWriter::setWatchRule(const QList<RepoId>& repos, const WatchRule& rule)
{
    return library().and_then([&](Library*) { return m_network->watcher.setRule(repos, rule); });
}

/// A branch goes on where it leads now; a tag or a commit leads nowhere else, there it is what the repo follows.
Expected<ArchiveWish> EngineWriter::wishToUpdate(const HeldRow& row)
{
    const auto name = m_network->watcher.nameOf(row.repo);
    if (!name)
        return std::unexpected(name.error());
    const auto stored = m_library->state().watched(row.repo);
    const auto seen = stored && *stored ? Seen::fromBytes((*stored)->seen) : std::nullopt;
    const auto refs = seen ? seen->refs : QMap<QString, QByteArray>();
    const QString ref = fullRefName(refs, mainIfNone(row.revision));
    const QString revision = ref.startsWith("refs/heads/"_L1) ? mainIfNone(row.revision) : QString();
    return updateWish(*m_library, row.repo, *name, revision, nullptr);
}

Expected<QList<Job>> EngineWriter::update(const QList<qint64>& rows)
{
    const auto jobs = queue();
    if (!jobs)
        return std::unexpected(jobs.error());
    const auto held = m_library->catalog().held(rows);
    if (!held)
        return std::unexpected(held.error());
    QList<Job> added;
    std::optional<Error> failed;
    const auto stored = (*jobs)->together([&]() -> Done {
        for (const HeldRow& row : *held) {
            const auto job = wishToUpdate(row).and_then([&](const ArchiveWish& wish) { return (*jobs)->add(wish); });
            if (!job)
                failed = failed.value_or(job.error());
            else if (std::ranges::find(added, job->id, &Job::id) == added.end())
                added.append(*job);
        }
        return {};
    });
    if (!stored)
        return std::unexpected(stored.error());
    if (failed && added.isEmpty())
        return std::unexpected(*failed);
    // One that cannot be updated keeps the others from nothing.
    if (failed)
        Q_EMIT trouble(*failed);
    return added;
}

void EngineWriter::touchAll(const RepoId& repo)
{
    for (const HeldRow& row : m_library->catalog().heldOf(repo, {}).value_or(QList<HeldRow>()))
        m_touched.append({row.storeId, {repo, row.commit}});
    startFlush();
}

void EngineWriter::noteChecked(const UpstreamCheck& check)
{
    if (!check.events.isEmpty())
        Q_EMIT happened(check.events);
    if (check.isAlarming)
        verifyAll(check.repo);
    else if (check.upstream == "newer"_L1 && check.rule.fetchUpTo > 0 && !m_closing && !m_restarting)
        fetchByRule(check);
}

/// It may be the last copy there is: whether it is a good one is to be known now.
void EngineWriter::verifyAll(const RepoId& repo)
{
    const auto rows = m_library->catalog().heldOf(repo, {});
    const auto stored = m_network->queue.together([&]() -> Done {
        for (const HeldRow& row : rows.value_or(QList<HeldRow>())) {
            if (!m_library->store(row.storeId))
                continue; // its drive is away
            const auto snapshot = m_library->catalog().snapshot(row.id);
            const auto job = snapshot ? m_network->queue.addVerify(*snapshot) : std::unexpected(snapshot.error());
            if (!job)
                return std::unexpected(job.error());
        }
        return {};
    });
    if (!stored)
        Q_EMIT trouble(stored.error());
}

/// What an alarm left to do when the program ended.
void EngineWriter::verifyUnproved()
{
    const auto repos = unprovedLastCopies(*m_library);
    if (!repos) {
        Q_EMIT trouble(repos.error());
        return;
    }
    for (const RepoId& repo : *repos)
        verifyAll(repo);
}

/// What the user allowed to be fetched unasked: so many bytes, and not under a license that may allow less.
Task<void> EngineWriter::fetchByRule(UpstreamCheck check)
{
    const auto source = std::make_shared<std::stop_source>();
    m_asks.insert(source);
    const auto stop = source->get_token();
    const auto fetched = co_await fetchWithin(check.repo, check.rule.fetchUpTo, stop);
    if (!fetched)
        qCInfo(lcArchive) << check.repo.display() << "is not fetched by its rule:" << fetched.error().message;
    m_asks.erase(source);
    closeWhenQuiet();
}

Task<Done> EngineWriter::fetchWithin(RepoId repo, qint64 bytes, std::stop_token stop)
{
    const auto rows = m_library->catalog().heldOf(repo, {});
    const auto jobs = m_library->state().jobs(0);
    if (!rows || !jobs)
        co_return std::unexpected(rows ? jobs.error() : rows.error());
    const auto wish = rows->isEmpty() ? std::unexpected(interrupted()) : wishToUpdate(rows->first());
    if (!wish)
        co_return std::unexpected(wish.error());
    const ArchiveWish wanted = *wish;
    // It is on its way, or was paused: that is for the user to say.
    const bool isWanted = std::ranges::any_of(
        *jobs, [&](const Job& job) { return job.type == JobType::Archive && job.repo == wanted.repo; });
    if (isWanted || rows->first().lastCopy == "license"_L1)
        co_return {};
    const Planner planner(*m_library, m_network->hub);
    const qint64 reserved = m_network->queue.reservedBytes(wanted.store, 0);
    const auto plan = co_await planner.make(wanted, reserved, stop);
    if (!plan)
        co_return std::unexpected(plan.error());
    if (stop.stop_requested() || plan->fetchBytes > bytes)
        co_return {};
    const auto job = m_network->queue.add(wanted);
    co_return job ? Done() : Done(std::unexpected(job.error()));
}

/// Told at once, and not at the next check.
void EngineWriter::noteCaughtUp(const Job& job)
{
    if (const auto held = library(); !held || !catchesUp(**held, job))
        return;
    if (const auto ok = m_library->catalog().setUpstream(job.repo, u"current"_s); !ok)
        qCWarning(lcCatalog) << "the state of upstream was not noted:" << ok.error().message;
    touchAll(job.repo);
    flush();
}

} // namespace hugger
