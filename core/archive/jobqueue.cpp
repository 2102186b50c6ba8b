// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "archive/jobqueue.h"

#include "base/format.h"
#include "base/log.h"

#include <algorithm>
#include <deque>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hugger {

namespace {

constexpr auto longestPoll = 60s;
constexpr auto waitPoll = 2s; ///< how often a full or unplugged disk is looked at again
constexpr qsizetype rateSamples = 10;

} // namespace

/// A job that is being worked on.
struct JobQueue::Running {
    Job job;
    std::stop_source stop;
    std::shared_ptr<ArchiveProgress> progress = std::make_shared<ArchiveProgress>();
    std::shared_ptr<const Plan> plan;
    bool cancelled = false;
    bool paused = false;
    qint64 spaceNeeded = 0; ///< bytes still to come when the disk was full
    std::chrono::milliseconds waitPause{0};
    qint64 fetchedBefore = 0; ///< by earlier attempts of this run
    QString waitDetail;
    std::deque<std::pair<qint64, qint64>> samples; ///< time in ms, bytes
};

JobQueue::JobQueue(Library& library, const HubClient& hub, Fetcher& fetcher, QThreadPool& pool, QObject* parent)
    : QObject(parent)
    , m_library(library)
    , m_hub(hub)
    , m_fetcher(fetcher)
    , m_pool(pool)
{
    m_measure.setInterval(500ms);
    connect(&m_measure, &QTimer::timeout, this, &JobQueue::measure);
}

JobQueue::~JobQueue() = default;

Expected<Job> JobQueue::add(const ArchiveWish& wish)
{
    const auto store = m_library.store(wish.store);
    if (!store)
        return std::unexpected(store.error());
    Job job;
    job.repo = wish.repo;
    job.revision = wish.revision;
    job.commit = wish.commit;
    job.selection = wish.selection;
    job.storeId = store->identity().id;
    const auto same = m_library.state().findSame(job);
    if (!same)
        return std::unexpected(same.error());
    if (!*same) {
        auto added = m_library.state().add(job);
        if (added)
            startNext();
        return added;
    }
    job = **same;
    if (const auto at = m_running.find(job.id); at != m_running.end())
        at->second->paused = false;
    if (job.wantPaused) {
        job.wantPaused = false;
        job.wait = JobWait::None;
        if (const auto ok = m_library.state().update(job); !ok)
            return std::unexpected(ok.error());
    }
    startNext();
    return job;
}

void JobQueue::run(qint64 id)
{
    const auto job = m_library.state().job(id);
    if (!job || job->isFinished() || m_running.contains(id))
        return;
    start(*job);
}

void JobQueue::runAll(int parallel)
{
    m_parallel = std::max(1, parallel);
    startNext();
}

void JobQueue::startNext()
{
    if (m_stopping || m_parallel == 0)
        return;
    const auto jobs = m_library.state().jobs(0);
    if (!jobs) {
        qCWarning(lcArchive) << "the queue cannot be read:" << jobs.error().message;
        return;
    }
    for (const Job& job : *jobs) {
        if (std::cmp_greater_equal(m_running.size(), m_parallel))
            return;
        if (!job.isFinished() && !job.wantPaused && !m_running.contains(job.id))
            start(job);
    }
}

void JobQueue::start(const Job& job)
{
    auto running = std::make_shared<Running>();
    running->job = job;
    running->job.wantPaused = false;
    running->job.error.reset();
    m_running.emplace(job.id, running);
    m_measure.start();
    (void)work(running);
}

void JobQueue::setState(Running& running, JobState state, JobWait wait)
{
    running.job.state = state;
    running.job.wait = wait;
    running.job.updatedAt = isoNow();
    if (const auto ok = m_library.state().update(running.job); !ok)
        qCWarning(lcArchive) << "the job's state was not saved:" << ok.error().message;
    Q_EMIT changed(running.job.id);
}

Task<void> JobQueue::work(std::shared_ptr<Running> running)
{
    const qint64 id = running->job.id;
    // Whoever added the job hears of its states from the event loop, not from inside run().
    auto token = running->stop.get_token();
    (void)co_await pauseFor(0ms, token);
    std::optional<Error> error;
    while (true) {
        auto result = co_await attempt(running);
        if (result) {
            result->fetchedBytes += running->fetchedBefore;
            m_outcomes.insert(id, *result);
            break;
        }
        running->fetchedBefore += running->progress->meter->fetched;
        error = result.error();
        if (running->stop.stop_requested() || error->kind == ErrorKind::Interrupted)
            break;
        if (!co_await waitOut(running, *error))
            break;
        error.reset();
        running->progress = std::make_shared<ArchiveProgress>();
    }

    Job& job = running->job;
    JobState state = JobState::Completed;
    if (running->cancelled) {
        state = JobState::Cancelled;
    } else if (error && (error->kind == ErrorKind::Interrupted || running->stop.stop_requested())) {
        // Wanted still: it goes on from here next time.
        state = JobState::Queued;
        job.wantPaused = running->paused;
    } else if (error) {
        state = JobState::Failed;
        job.error = error;
    }
    measure();
    setState(*running, state, job.wantPaused ? JobWait::Paused : JobWait::None);
    m_running.erase(id);
    if (m_running.empty())
        m_measure.stop();
    Q_EMIT finished(id);
    if (m_running.empty())
        Q_EMIT idle();
    startNext();
}

Task<Expected<Archived>> JobQueue::attempt(std::shared_ptr<Running> running)
{
    Job& job = running->job;
    setState(*running, JobState::Planning);
    ArchiveWish wish{job.repo, job.revision, job.commit, job.selection, job.storeId};
    const Planner planner(m_library, m_hub);
    auto token = running->stop.get_token();
    const qint64 reserved = reservedBytes(job.storeId, job.id);
    auto plan = co_await planner.make(wish, reserved, token);
    if (!plan)
        co_return std::unexpected(plan.error());
    // From now on this commit, whatever the branch does: also after a restart.
    job.commit = plan->wish.commit;
    job.bytesTotal = plan->bytes;
    job.filesTotal = plan->files.size();
    running->plan = std::make_shared<const Plan>(std::move(*plan));
    Q_EMIT planned(job.id);
    setState(*running, JobState::Running);
    Archiver archiver(m_library, m_hub, m_fetcher, m_pool);
    // Held here, so that the plan outlives the run whatever happens to the job.
    const std::shared_ptr<const Plan> current = running->plan;
    auto progress = running->progress;
    auto archived = co_await archiver.run(*current, progress, token);
    co_return archived;
}

Task<bool> JobQueue::waitOut(std::shared_ptr<Running> running, Error trouble)
{
    const bool full = trouble.code == "disk_full"_L1;
    bool unplugged = trouble.code == "store_unplugged"_L1;
    if (trouble.kind == ErrorKind::Disk && !full && !unplugged) {
        // Whatever was being done when the drive went: that it is gone is the reason that counts.
        if (const auto store = m_library.store(running->job.storeId);
            !store && store.error().code == "store_unplugged"_L1) {
            unplugged = true;
            trouble = store.error();
        }
    }
    // At planning these are answers: it does not fit, it is not there. Once running, they are worth waiting for.
    if (!running->plan || (!full && !unplugged))
        co_return false;
    running->waitDetail = trouble.message;
    setState(*running, JobState::Queued, full ? JobWait::Space : JobWait::UnpluggedStore);
    // What that attempt did not fetch, and what the next plan will want to leave free. When planning itself failed for
    // want of space nothing is known anew, and the next look comes later, so that the Hub is not asked all the time.
    const qint64 present = running->progress->meter->present;
    if (present > 0 || running->spaceNeeded == 0) {
        const qint64 missing = std::min(running->plan->fetchBytes, running->plan->bytes - present);
        running->spaceNeeded = std::max<qint64>(missing, 1024 * 1024);
        running->waitPause = waitPoll;
    } else {
        running->waitPause = std::min<std::chrono::milliseconds>(running->waitPause * 2, longestPoll);
    }
    auto token = running->stop.get_token();
    while (true) {
        const auto pause = running->waitPause;
        if (!co_await pauseFor(pause, token))
            co_return true; // the next attempt sees the stop
        const auto store = m_library.store(running->job.storeId);
        if (!store)
            continue;
        const auto free = store->freeBytes();
        const qint64 needed = running->spaceNeeded + spaceMargin(store->folder(), running->plan->files.size())
            + reservedBytes(running->job.storeId, running->job.id);
        if (unplugged || (free && *free > needed))
            break;
    }
    running->waitDetail.clear();
    co_return true;
}

Done JobQueue::pause(qint64 id)
{
    const auto at = m_running.find(id);
    if (at != m_running.end()) {
        at->second->paused = true;
        at->second->stop.request_stop();
        return {};
    }
    auto job = m_library.state().job(id);
    if (!job)
        return std::unexpected(job.error());
    if (job->isFinished())
        return fail(ErrorKind::Usage, u"job_finished"_s, u"Job %1 has ended; there is nothing to pause."_s.arg(id));
    job->wantPaused = true;
    job->wait = JobWait::Paused;
    const auto ok = m_library.state().update(*job);
    Q_EMIT changed(id);
    return ok;
}

Done JobQueue::resume(qint64 id)
{
    auto job = m_library.state().job(id);
    if (!job)
        return std::unexpected(job.error());
    if (job->isFinished())
        return fail(ErrorKind::Usage, u"job_finished"_s,
                    u"Job %1 has ended. Use `hugger retry %1` to do it again."_s.arg(id));
    if (const auto at = m_running.find(id); at != m_running.end())
        at->second->paused = false; // it may be winding down: the last wish counts
    job->wantPaused = false;
    job->wait = JobWait::None;
    const auto ok = m_library.state().update(*job);
    Q_EMIT changed(id);
    startNext();
    return ok;
}

Done JobQueue::cancel(qint64 id)
{
    const auto at = m_running.find(id);
    if (at != m_running.end()) {
        at->second->cancelled = true;
        at->second->stop.request_stop();
        return {};
    }
    auto job = m_library.state().job(id);
    if (!job)
        return std::unexpected(job.error());
    if (job->isFinished())
        return fail(ErrorKind::Usage, u"job_finished"_s, u"Job %1 has ended; there is nothing to cancel."_s.arg(id));
    job->state = JobState::Cancelled;
    job->wait = JobWait::None;
    const auto ok = m_library.state().update(*job);
    Q_EMIT changed(id);
    return ok;
}

Done JobQueue::retry(qint64 id)
{
    auto job = m_library.state().job(id);
    if (!job)
        return std::unexpected(job.error());
    if (!job->isFinished())
        return resume(id);
    if (job->state == JobState::Completed)
        return fail(ErrorKind::Usage, u"job_finished"_s,
                    u"Job %1 ended well; there is nothing to try again."_s.arg(id));
    job->state = JobState::Queued;
    job->error.reset();
    job->wantPaused = false;
    job->wait = JobWait::None;
    const auto ok = m_library.state().update(*job);
    Q_EMIT changed(id);
    startNext();
    return ok;
}

void JobQueue::stop(bool asPaused)
{
    m_stopping = true;
    for (const auto& [id, running] : std::map(m_running)) {
        running->paused = running->paused || asPaused;
        running->stop.request_stop();
    }
    if (m_running.empty())
        QMetaObject::invokeMethod(this, &JobQueue::idle, Qt::QueuedConnection);
}

Expected<JobStatus> JobQueue::status(qint64 id) const
{
    const auto at = m_running.find(id);
    if (at == m_running.end()) {
        const auto job = m_library.state().job(id);
        if (!job)
            return std::unexpected(job.error());
        return JobStatus{*job, 0, -1, 0, {}};
    }
    const Running& running = *at->second;
    JobStatus status{running.job, 0, -1, 0, running.waitDetail};
    if (running.samples.size() >= 2) {
        const auto [fromTime, fromBytes] = running.samples.front();
        const auto [toTime, toBytes] = running.samples.back();
        if (toTime > fromTime)
            status.rate = static_cast<double>(toBytes - fromBytes) * 1000.0 / static_cast<double>(toTime - fromTime);
    }
    const qint64 left = status.job.bytesTotal - status.job.bytesDone;
    if (status.rate > 1)
        status.eta = static_cast<qint64>(static_cast<double>(std::max<qint64>(0, left)) / status.rate);
    const RateGate& gate = m_hub.http().gate();
    const auto held = std::max(gate.heldFor(RateBucket::Api), gate.heldFor(RateBucket::Resolvers));
    if (held > 0ms && status.job.wait == JobWait::None) {
        status.job.wait = JobWait::RateLimit;
        status.waitMs = held.count();
        status.waitDetail = u"The Hub asks for a pause of %1."_s.arg(formatSeconds((held.count() + 999) / 1000));
    }
    return status;
}

std::shared_ptr<const Plan> JobQueue::plan(qint64 id) const
{
    const auto at = m_running.find(id);
    return at == m_running.end() ? nullptr : at->second->plan;
}

const Archived* JobQueue::outcome(qint64 id) const
{
    const auto at = m_outcomes.constFind(id);
    return at == m_outcomes.constEnd() ? nullptr : &*at;
}

qint64 JobQueue::reservedBytes(const QString& storeId, qint64 exceptJob) const
{
    qint64 reserved = 0;
    for (const auto& [id, running] : m_running) {
        if (id != exceptJob && running->plan && running->job.storeId == storeId)
            reserved += std::max<qint64>(0, running->plan->fetchBytes - running->progress->meter->fetched);
    }
    return reserved;
}

void JobQueue::measure()
{
    const qint64 now = QDeadlineTimer::current().deadline();
    for (const auto& [id, running] : std::map(m_running)) {
        running->job.bytesDone =
            std::min<qint64>(running->job.bytesTotal, std::max<qint64>(0, running->progress->meter->present));
        running->job.filesDone = running->progress->filesDone;
        running->samples.emplace_back(now, running->fetchedBefore + running->progress->meter->fetched);
        if (std::cmp_greater(running->samples.size(), rateSamples))
            running->samples.pop_front();
        Q_EMIT changed(id);
    }
}

} // namespace hugger
