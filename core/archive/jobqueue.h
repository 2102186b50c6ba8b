// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "archive/archiver.h"
#include "archive/verifier.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <map>

namespace hugger {

/// A job with what only a running one has.
struct JobStatus {
    Job job;
    double rate = 0; ///< bytes per second over the network, over the last seconds
    qint64 eta = -1; ///< seconds; -1 when not known
    qint64 waitMs = 0; ///< for JobWait::RateLimit: how long still
    QString waitDetail; ///< a sentence for the reason it waits
    QList<ActiveFile> files; ///< what is being fetched right now
    qint64 fetchedBytes = 0; ///< over the network, repetitions included; by this run of the program
};

/// What a carrier's work gave.
struct Carried {
    Archived archived;
    QJsonObject result; ///< Job::result
};

/// The persisted queue. What the user wants is stored apart from what is happening, so that a restart is the same as
/// pause and resume.
///
///   Queued -> Planning -> Running -> Finishing -> Done
///     ^          |           |
///     |          +-----------+--> Failed --retry()--> Queued
///     +-- waits (space, rate limit, unplugged store) and tries again by itself
///   any unfinished --cancel()--> Cancelled;  pause()/resume() set the wish
///
/// A job that waits keeps its place but no slot: those behind it go on.
///
/// Lives in the thread of the library.
class JobQueue final : public QObject {
    Q_OBJECT

public:
    JobQueue(Library& library, const HubClient& hub, Fetcher& fetcher, QThreadPool& pool, QObject* parent = nullptr);
    ~JobQueue() override;

    /// Adds a job, or finds the unfinished one that wants the same (and clears its pause). It starts when run() or
    /// runAll() says so.
    [[nodiscard]] Expected<Job> add(const ArchiveWish& wish);
    /// The same for looking whether what is held is what was archived. Damage ends the job as Failed, Integrity
    /// "damaged".
    [[nodiscard]] Expected<Job> addVerify(const SnapshotRow& row);
    /// The work of jobs of a type that stands above this room (export, import). A stop token that is asked to stop ends
    /// it with Interrupted, and the job is begun anew the next time.
    using Carrier =
        std::function<Task<Expected<Carried>>(Job job, std::shared_ptr<WorkProgress> progress, std::stop_token stop)>;
    void setCarrier(JobType type, Carrier carrier);
    /// The same for a job that a carrier takes.
    [[nodiscard]] Expected<Job> add(const Job& job);
    /// Lets this job run now, whatever its place.
    void run(qint64 id);
    /// Works through all that are not paused, one after the other (`parallel` at a time), and whatever is added later.
    void runAll(int parallel = 1);

    [[nodiscard]] Done pause(qint64 id);
    [[nodiscard]] Done resume(qint64 id);
    [[nodiscard]] Done cancel(qint64 id);
    [[nodiscard]] Done retry(qint64 id);
    /// One of the verbs above for each id, in one transaction; all are tried, the first error is told.
    [[nodiscard]] Done each(const QList<qint64>& ids, Done (JobQueue::*verb)(qint64));
    [[nodiscard]] Done setAllPaused(bool paused);
    /// Several additions in one transaction: nothing starts meanwhile.
    [[nodiscard]] Done together(const std::function<Done()>& work);
    /// While held, nothing is fetched (JobWait::Schedule). Returns whether that is new.
    bool setHeld(bool held);
    /// For a program that stays: jobs wait for a network, a store or space that others take instead of failing.
    void setPatient(bool patient) { m_patient = patient; }

    /// Stops what runs, saves progress, and emits idle() when all is quiet. `asPaused`: the user's wish is stored
    /// (Ctrl-C).
    void stop(bool asPaused);
    [[nodiscard]] bool isIdle() const { return m_running.empty(); }

    [[nodiscard]] Expected<JobStatus> status(qint64 id) const;
    /// The same for a job as it is stored.
    [[nodiscard]] JobStatus statusOf(const Job& job) const;
    /// What running jobs will still write to a store ("" for the default one).
    [[nodiscard]] qint64 reservedBytes(const QString& store, qint64 exceptJob) const;
    /// The plan of a running job, once made.
    [[nodiscard]] std::shared_ptr<const Plan> plan(qint64 id) const;
    /// What the last run of a job gave.
    [[nodiscard]] const Archived* outcome(qint64 id) const;

Q_SIGNALS:
    void changed(qint64 id); ///< state or reason; progress is asked for with status()
    void planned(qint64 id);
    void finished(qint64 id); ///< Done, Failed, Cancelled, or stopped
    void idle();

private:
    struct Running;

    void startNext();
    void start(const Job& job);
    Task<void> work(std::shared_ptr<Running> running);
    Task<Expected<Archived>> attempt(std::shared_ptr<Running> running);
    [[nodiscard]] Task<bool> waitOut(std::shared_ptr<Running> running, Error trouble);
    void setState(Running& running, JobState state, JobWait wait = JobWait::None);
    [[nodiscard]] Expected<Job> addOrFind(const Job& job);
    [[nodiscard]] Task<Expected<Archived>> look(std::shared_ptr<Running> running);
    [[nodiscard]] Task<Expected<Archived>> carry(std::shared_ptr<Running> running);
    [[nodiscard]] Task<bool> waitForNetwork(std::shared_ptr<Running> running, Error trouble);
    [[nodiscard]] Done changeWish(qint64 id, const QString& finishedSentence, const std::function<void(Job&)>& change);
    [[nodiscard]] Task<void> waitForSlot(std::shared_ptr<Running> running);
    [[nodiscard]] QStringList unpluggedStores() const;
    [[nodiscard]] qint64 busy() const;
    void store(const Job& job);
    void measure();

    Library& m_library;
    HubClient m_hub;
    Fetcher& m_fetcher;
    QThreadPool& m_pool;
    int m_parallel = 0;
    bool m_stopping = false;
    bool m_held = false;
    bool m_patient = false;
    bool m_together = false; ///< nothing starts before all of it is stored
    QStringList m_away; ///< unplugged stores, as of the last look
    QTimer m_lookAgain; ///< whether they are back
    std::map<qint64, std::shared_ptr<Running>> m_running;
    QHash<qint64, Archived> m_outcomes;
    std::map<JobType, Carrier> m_carriers;
    QTimer m_measure;
};

} // namespace hugger
