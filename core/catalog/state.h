// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/database.h"
#include "store/record.h"

#include <optional>

namespace hugger {

/// What happens to a job (design, section 6).
enum class JobState {
    Queued,
    Planning,
    Running,
    Finishing,
    Completed,
    Failed,
    Cancelled
}; ///< Completed is shown as "done"
/// Why an unfinished job does not move. What the user wants (Paused) is stored apart from what is happening.
enum class JobWait { None, Paused, Network, RateLimit, Space, Token, Schedule, UnpluggedStore };
enum class JobType { Archive, Verify };

[[nodiscard]] QString jobStateName(JobState state); ///< "queued", "planning", ...
[[nodiscard]] QString jobWaitName(
    JobWait wait); ///< "", "paused", "network", "rate_limit", "space", "token", "schedule", "unplugged_store"
[[nodiscard]] QString jobTypeName(JobType type); ///< "archive", "verify"

/// A persisted intent. `spec` is what to do, enough to do it again after a restart.
struct Job {
    qint64 id = 0; ///< given by add()
    JobType type = JobType::Archive;
    RepoId repo;
    QString revision; ///< as asked for
    QByteArray commit; ///< once planned: a job never changes its commit
    bool isPinned = false; ///< that commit was asked for, whatever the revision leads to
    Selection selection;
    QString storeId;
    JobState state = JobState::Queued;
    bool wantPaused = false; ///< the user's wish
    JobWait wait = JobWait::None;
    int priority = 0; ///< higher goes first; then by id
    qint64 bytesDone = 0;
    qint64 bytesTotal = 0;
    qint64 filesDone = 0;
    qint64 filesTotal = 0;
    QString createdAt;
    QString updatedAt;
    std::optional<Error> error;
    bool isNew = false; ///< of JobQueue::add(): made just now, not found; never stored

    [[nodiscard]] bool isFinished() const
    {
        return state == JobState::Completed || state == JobState::Failed || state == JobState::Cancelled;
    }
};

/// Something that happened to what is held. Upstream events have the types of design section 10; hugger's own are
/// "archived", "verified", "damaged", "removed", "restored".
struct Event {
    qint64 id = 0;
    QString type;
    RepoId repo;
    QByteArray commit;
    QString at; ///< ISO 8601 UTC
    QString detail; ///< a sentence
};

/// PROFILE/state.db: jobs and events, which no record holds. Blocks; use it in one thread.
class State final {
public:
    [[nodiscard]] static Expected<State> open(const QString& file, Database::Access access);
    [[nodiscard]] Database::Found found() const;

    [[nodiscard]] Expected<Job> add(Job job);
    /// All of it but the priority, which is move()'s alone: whoever runs a job need not know that it was moved.
    [[nodiscard]] Done update(const Job& job);
    [[nodiscard]] Expected<Job> job(qint64 id) const; ///< NotFound "no_such_job"
    /// Unfinished ones in the order they run, then the newest finished ones.
    [[nodiscard]] Expected<QList<Job>> jobs(qint64 finishedLimit) const;
    /// The next ones to run: unfinished, not paused, in order, at most `limit` (-1: all). Without those that write to
    /// `awayStores`, and without archiving when `noArchive`.
    [[nodiscard]] Expected<QList<Job>> runnable(qint64 limit, const QStringList& awayStores = {},
                                                bool noArchive = false) const;
    /// One transaction around many changes of jobs.
    [[nodiscard]] Done together(const std::function<Done()>& work);
    /// The wish of every unfinished job.
    [[nodiscard]] Done setAllPaused(bool paused);
    /// Puts the unfinished jobs `ids`, in the order they have, before the job `before`; 0: at the end. Before one that
    /// has ended means before all. Jobs added later come last, as ever.
    [[nodiscard]] Done move(const QList<qint64>& ids, qint64 before);
    [[nodiscard]] Done forgetFinished();

    /// An unfinished job that wants the same: type, repo, revision, selection and store, and the
    /// commit where it is pinned to one.
    [[nodiscard]] Expected<std::optional<Job>> findSame(const Job& job) const;
    /// Jobs that were moving when the process died are queued again. Called by the process that holds the profile.
    [[nodiscard]] Done requeueInterrupted();

    [[nodiscard]] Done addEvent(const Event& event);
    [[nodiscard]] Expected<QList<Event>> events(const std::optional<RepoId>& repo,
                                                qint64 limit) const; ///< newest first

private:
    explicit State(std::unique_ptr<Database> database);
    [[nodiscard]] Expected<QList<Job>> select(const QString& condition, const QVariantList& values) const;

    std::unique_ptr<Database> m_database;
};

} // namespace hugger
