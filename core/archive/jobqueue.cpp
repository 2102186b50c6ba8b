// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "archive/jobqueue.h"

#include "base/format.h"
#include "base/log.h"
#include "base/say.h"

#include <algorithm>
#include <deque>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hugger {

namespace {

constexpr auto longestPoll = 60s;
constexpr auto waitPoll = 2s; ///< how often a full or unplugged disk is looked at again
constexpr auto storePoll = 5s;
constexpr auto slotPoll = 1s;
constexpr auto firstNetworkPause = 10s;
constexpr auto longestNetworkPause = 5min;
constexpr int mostRefusals = 3;
constexpr int mostWaiting = 16; ///< jobs begun and waiting, beside those that move
constexpr qsizetype rateSamples = 10;

/// Nobody answers at all, as opposed to a server that answers with an error.
bool isUnreachable(const Error& error)
{
    return error.code == "host_not_found"_L1 || error.code == "connection_refused"_L1 || error.code == "timeout"_L1
        || error.code == "network_failed"_L1 || error.code == "proxy_failed"_L1;
}

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
    std::shared_ptr<WorkProgress> working = std::make_shared<WorkProgress>(); ///< of all but archiving
    std::chrono::milliseconds networkPause{0};
    int refusals = 0; ///< in a row, by a server that answers, without a byte
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
    m_lookAgain.setSingleShot(true);
    m_lookAgain.setInterval(storePoll);
    connect(&m_lookAgain, &QTimer::timeout, this, &JobQueue::startNext);
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
    job.isPinned = !wish.commit.isEmpty();
    job.selection = wish.selection;
    job.storeId = store->identity().id;
    return addOrFind(job);
}

Expected<Job> JobQueue::addVerify(const SnapshotRow& row)
{
    Job job;
    job.type = JobType::Verify;
    job.repo = row.key.repo;
    job.revision = row.revision;
    job.commit = row.key.commit;
    job.isPinned = true;
    job.storeId = row.storeId;
    job.bytesTotal = row.bytes;
    job.filesTotal = row.files;
    return addOrFind(job);
}

void JobQueue::setCarrier(JobType type, Carrier carrier)
{
    m_carriers.insert_or_assign(type, std::move(carrier));
}

Expected<Job> JobQueue::add(const Job& job)
{
    return addOrFind(job);
}

Expected<Job> JobQueue::addOrFind(const Job& wanted)
{
    const auto same = m_library.state().findSame(wanted);
    if (!same)
        return std::unexpected(same.error());
    if (!*same) {
        auto added = m_library.state().add(wanted);
        if (added) {
            added->isNew = true;
            Q_EMIT changed(added->id);
            startNext();
        }
        return added;
    }
    Job job = **same;
    if (const auto at = m_running.find(job.id); at != m_running.end()) {
        // It may be winding down: the last wish counts.
        at->second->paused = false;
        at->second->cancelled = false;
    }
    if (job.wantPaused || job.state == JobState::Cancelled) {
        job.wantPaused = false;
        job.wait = JobWait::None;
        if (const auto ok = m_library.state().update(job); !ok)
            return std::unexpected(ok.error());
        Q_EMIT changed(job.id);
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

qint64 JobQueue::busy() const
{
    return std::ranges::count_if(m_running, [](const auto& one) { return one.second->job.wait == JobWait::None; });
}

QStringList JobQueue::unpluggedStores() const
{
    QStringList away;
    for (const KnownStore& known : m_library.profile().stores().value_or(QList<KnownStore>())) {
        if (const auto opened = m_library.store(known.identity.id);
            !opened && opened.error().code == "store_unplugged"_L1)
            away.append(known.identity.id);
    }
    return away;
}

void JobQueue::startNext()
{
    if (m_stopping || m_together || m_parallel == 0)
        return;
    auto room = std::min<qint64>(m_parallel - busy(), m_parallel + mostWaiting - std::ssize(m_running));
    if (room <= 0)
        return;
    if (m_patient)
        m_away = unpluggedStores();
    // Those that run are among the next ones.
    const auto jobs = m_library.state().runnable(std::ssize(m_running) + room, m_away, m_held);
    if (!jobs) {
        qCWarning(lcArchive) << "the queue cannot be read:" << jobs.error().message;
        return;
    }
    for (const Job& job : *jobs) {
        if (m_running.contains(job.id))
            continue;
        start(job);
        if (--room == 0)
            break;
    }
    if (!m_away.isEmpty())
        m_lookAgain.start();
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

void JobQueue::store(const Job& job)
{
    if (const auto ok = m_library.state().update(job); !ok)
        qCWarning(lcArchive) << "the job's state was not saved:" << ok.error().message;
    Q_EMIT changed(job.id);
}

void JobQueue::setState(Running& running, JobState state, JobWait wait)
{
    running.job.state = state;
    running.job.wait = wait;
    running.job.updatedAt = isoNow();
    store(running.job);
}

Task<void> JobQueue::work(std::shared_ptr<Running> running)
{
    const qint64 id = running->job.id;
    // Whoever added the job hears of its states from the event loop, not from inside run().
    auto token = running->stop.get_token();
    (void)co_await pauseFor(0ms, token);
    std::optional<Error> error;
    while (true) {
        Expected<Archived> result;
        if (running->job.type == JobType::Archive)
            result = co_await attempt(running);
        else if (running->job.type == JobType::Verify)
            result = co_await look(running);
        else
            result = co_await carry(running);
        if (result) {
            result->fetchedBytes += running->fetchedBefore;
            m_outcomes.insert(id, *result);
            error.reset();
            break;
        }
        running->fetchedBefore += running->progress->meter->fetched;
        error = result.error();
        if (running->stop.stop_requested() || error->kind == ErrorKind::Interrupted)
            break;
        auto trouble = *error;
        if (!co_await waitForNetwork(running, trouble) && !co_await waitOut(running, trouble))
            break;
        co_await waitForSlot(running);
        error.reset();
        running->progress = std::make_shared<ArchiveProgress>();
    }

    Job& job = running->job;
    JobState state = JobState::Completed;
    job.wantPaused = false;
    if (running->cancelled && error) {
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
    if (m_carriers.contains(job.type) && state != JobState::Completed) {
        job.bytesDone = 0; // it begins anew
        job.filesDone = 0;
    }
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

Task<Expected<Archived>> JobQueue::look(std::shared_ptr<Running> running)
{
    Job& job = running->job;
    setState(*running, JobState::Running);
    SnapshotFilter filter;
    filter.repo = job.repo;
    filter.commit = job.commit;
    filter.storeId = job.storeId;
    const auto rows = m_library.catalog().list(filter);
    if (!rows)
        co_return std::unexpected(rows.error());
    if (rows->isEmpty())
        co_return fail(ErrorKind::NotHeld, u"not_held"_s,
                       Say::tr("%1 is not in the archive any more.").arg(job.repo.display()));
    running->working = std::make_shared<WorkProgress>();
    auto token = running->stop.get_token();
    auto progress = running->working;
    auto report = co_await verify(m_library, *rows, m_pool, progress, token);
    if (!report)
        co_return std::unexpected(report.error());
    job.filesDone = report->verified;
    job.filesTotal = report->verified + report->damaged.size() + report->missing.size();
    if (!report->unplugged.isEmpty()) {
        co_return fail(
            ErrorKind::Disk, u"store_unplugged"_s,
            Say::tr("The store \"%1\" is unplugged. Plug it in and verify again.").arg(report->unplugged.first()), {},
            Retry::NeedsUser);
    }
    const QList<VerifyTrouble> bad = report->damaged + report->missing;
    if (bad.isEmpty())
        co_return Archived{{job.repo, job.commit}, job.storeId, 0, {}};
    QStringList details;
    for (const VerifyTrouble& trouble : bad)
        details.append(trouble.path + u": "_s + trouble.reason);
    co_return fail(ErrorKind::Integrity, u"damaged"_s,
                   Say::tr("%1: %2 of %3 files are not what was archived. Repair fetches them again.")
                       .arg(job.repo.display())
                       .arg(bad.size())
                       .arg(job.filesTotal),
                   details.join(u'\n'), Retry::NeedsUser);
}

Task<Expected<Archived>> JobQueue::carry(std::shared_ptr<Running> running)
{
    Job& job = running->job;
    const auto carrier = m_carriers.find(job.type);
    if (carrier == m_carriers.end())
        co_return fail(ErrorKind::Failed, u"bad_job"_s, Say::tr("This hugger cannot do job %1.").arg(job.id));
    setState(*running, JobState::Running);
    running->working = std::make_shared<WorkProgress>();
    auto task = carrier->second(job, running->working, running->stop.get_token());
    auto carried = co_await task;
    if (!carried)
        co_return std::unexpected(carried.error());
    job.result = std::move(carried->result);
    co_return std::move(carried->archived);
}

/// A laptop that is carried about loses its network all the time: what is wanted stays wanted.
Task<bool> JobQueue::waitForNetwork(std::shared_ptr<Running> running, Error trouble)
{
    if (!m_patient || trouble.kind != ErrorKind::Network || trouble.retry != Retry::Automatic)
        co_return false;
    const bool moved = running->progress->meter->fetched > 0;
    running->refusals = moved || isUnreachable(trouble) ? 0 : running->refusals + 1;
    if (running->refusals > mostRefusals)
        co_return false; // somebody answers, and says no: that is for the user to know
    running->networkPause = moved || running->networkPause == 0ms
        ? firstNetworkPause
        : std::min<std::chrono::milliseconds>(running->networkPause * 2, longestNetworkPause);
    running->waitDetail = trouble.message;
    setState(*running, JobState::Queued, JobWait::Network);
    startNext();
    auto token = running->stop.get_token();
    const auto pause = running->networkPause;
    (void)co_await pauseFor(pause, token); // the next attempt sees the stop
    running->waitDetail.clear();
    co_return true;
}

/// While it waited, others were let go on: they finish first.
Task<void> JobQueue::waitForSlot(std::shared_ptr<Running> running)
{
    auto token = running->stop.get_token();
    while (m_parallel > 0 && busy() >= m_parallel) {
        if (!co_await pauseFor(slotPoll, token))
            co_return;
    }
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
    // An export does not write to the store.
    const bool takenByOthers =
        full && running->job.type != JobType::Export && reservedBytes(running->job.storeId, running->job.id) > 0;
    if ((!full && !unplugged) || (!running->plan && !(m_patient && (unplugged || takenByOthers))))
        co_return false;
    running->waitDetail = trouble.message;
    setState(*running, JobState::Queued, full ? JobWait::Space : JobWait::UnpluggedStore);
    startNext();
    // What that attempt did not fetch, and what the next plan will want to leave free. When planning itself failed for
    // want of space nothing is known anew, and the next look comes later, so that the Hub is not asked all the time.
    const qint64 present = running->progress->meter->present;
    if (!running->plan) {
        running->waitPause = std::clamp<std::chrono::milliseconds>(running->waitPause * 2, waitPoll, longestPoll);
    } else if (present > 0 || running->spaceNeeded == 0) {
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
        if (unplugged || !running->plan)
            break; // planning says what is needed
        const auto free = store->freeBytes();
        const qint64 needed = running->spaceNeeded + spaceMargin(store->folder(), running->plan->files.size())
            + reservedBytes(running->job.storeId, running->job.id);
        if (free && *free > needed)
            break;
    }
    running->waitDetail.clear();
    co_return true;
}

Done JobQueue::changeWish(qint64 id, const QString& finishedSentence, const std::function<void(Job&)>& change)
{
    auto job = m_library.state().job(id);
    if (!job)
        return std::unexpected(job.error());
    if (job->isFinished())
        return fail(ErrorKind::Usage, u"job_finished"_s, finishedSentence);
    job->wait = JobWait::None;
    change(*job);
    const auto ok = m_library.state().update(*job);
    Q_EMIT changed(id);
    return ok;
}

Done JobQueue::pause(qint64 id)
{
    if (const auto at = m_running.find(id); at != m_running.end()) {
        at->second->paused = true;
        at->second->job.wantPaused = true; // stored now, in case there is no time to wind down
        store(at->second->job);
        at->second->stop.request_stop();
        return {};
    }
    return changeWish(id, Say::tr("Job %1 has ended; there is nothing to pause.").arg(id), [](Job& job) {
        job.wantPaused = true;
        job.wait = JobWait::Paused;
    });
}

Done JobQueue::resume(qint64 id)
{
    if (const auto at = m_running.find(id); at != m_running.end()) {
        // It may be winding down: the last wish counts.
        at->second->paused = false;
        at->second->cancelled = false;
        at->second->job.wantPaused = false;
    }
    const auto ok = changeWish(id, Say::tr("Job %1 has ended. Retry it (`hugger retry %1`) to do it again.").arg(id),
                               [](Job& job) { job.wantPaused = false; });
    startNext();
    return ok;
}

Done JobQueue::cancel(qint64 id)
{
    if (const auto at = m_running.find(id); at != m_running.end()) {
        at->second->cancelled = true;
        Job cancelled = at->second->job;
        cancelled.state = JobState::Cancelled; // stored now, in case there is no time to wind down
        store(cancelled);
        at->second->stop.request_stop();
        return {};
    }
    return changeWish(id, Say::tr("Job %1 has ended; there is nothing to cancel.").arg(id),
                      [](Job& job) { job.state = JobState::Cancelled; });
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
                    Say::tr("Job %1 ended well; there is nothing to try again.").arg(id));
    job->state = JobState::Queued;
    job->error.reset();
    job->wantPaused = false;
    job->wait = JobWait::None;
    const auto ok = m_library.state().update(*job);
    Q_EMIT changed(id);
    startNext();
    return ok;
}

Done JobQueue::together(const std::function<Done()>& work)
{
    m_together = true;
    const auto ok = m_library.state().together(work);
    m_together = false;
    startNext();
    return ok;
}

Done JobQueue::each(const QList<qint64>& ids, Done (JobQueue::*verb)(qint64))
{
    Done first;
    const auto stored = together([&]() -> Done {
        for (const qint64 id : ids) {
            if (const auto ok = (this->*verb)(id); !ok && first)
                first = ok;
        }
        return {};
    });
    return stored ? first : stored;
}

Done JobQueue::setAllPaused(bool paused)
{
    const auto ok = m_library.state().setAllPaused(paused);
    for (const auto& [id, running] : std::map(m_running)) {
        running->paused = paused;
        running->job.wantPaused = paused;
        if (paused)
            running->stop.request_stop();
    }
    startNext();
    return ok;
}

bool JobQueue::setHeld(bool held)
{
    if (std::exchange(m_held, held) == held)
        return false;
    for (const auto& [id, running] : std::map(m_running)) {
        if (held && running->job.type == JobType::Archive)
            running->stop.request_stop();
    }
    startNext();
    return true;
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
        return statusOf(*job);
    }
    const Running& running = *at->second;
    JobStatus status{running.job, 0, -1, 0, running.waitDetail, m_fetcher.active(*running.progress->meter)};
    status.fetchedBytes = running.fetchedBefore + running.progress->meter->fetched;
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
    if (held > 0ms && status.job.wait == JobWait::None && status.job.type == JobType::Archive) {
        status.job.wait = JobWait::RateLimit;
        status.waitMs = held.count();
        status.waitDetail = Say::tr("The Hub asks for a pause of %1.").arg(formatSeconds((held.count() + 999) / 1000));
    }
    return status;
}

JobStatus JobQueue::statusOf(const Job& job) const
{
    if (m_running.contains(job.id))
        return status(job.id).value_or(JobStatus{job, 0, -1, 0, {}, {}});
    JobStatus status{job, 0, -1, 0, {}, {}};
    status.fetchedBytes = m_outcomes.value(job.id).fetchedBytes;
    if (job.isFinished() || job.wantPaused)
        return status;
    if (m_away.contains(job.storeId))
        status.job.wait = JobWait::UnpluggedStore;
    else if (m_held && job.type == JobType::Archive)
        status.job.wait = JobWait::Schedule;
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

qint64 JobQueue::reservedBytes(const QString& store, qint64 exceptJob) const
{
    const auto opened = m_library.store(store);
    const QString storeId = opened ? opened->identity().id : store;
    qint64 reserved = 0;
    for (const auto& [id, running] : m_running) {
        // What waits for room itself takes none from others: two would wait for one another.
        const bool waits = running->job.wait == JobWait::Space || running->job.wait == JobWait::UnpluggedStore;
        if (id == exceptJob || waits || running->job.storeId != storeId)
            continue;
        if (running->plan)
            reserved += std::max<qint64>(0, running->plan->fetchBytes - running->progress->meter->fetched);
        else if (running->job.type == JobType::Import)
            reserved += std::max<qint64>(0, running->job.bytesTotal - running->working->bytesDone);
    }
    return reserved;
}

void JobQueue::measure()
{
    const qint64 now = QDeadlineTimer::current().deadline();
    for (const auto& [id, running] : std::map(m_running)) {
        if (running->job.type != JobType::Archive) {
            const WorkProgress& working = *running->working;
            running->job.bytesDone = working.bytesDone;
            running->job.bytesTotal = std::max<qint64>(running->job.bytesTotal, working.bytesTotal);
            if (working.filesTotal > 0) {
                running->job.filesDone = working.filesDone;
                running->job.filesTotal = working.filesTotal;
            }
            running->samples.emplace_back(now, running->job.bytesDone);
            if (std::cmp_greater(running->samples.size(), rateSamples))
                running->samples.pop_front();
            Q_EMIT changed(id);
            continue;
        }
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
