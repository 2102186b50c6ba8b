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
    [[nodiscard]] Done update(const Job& job);
    [[nodiscard]] Expected<Job> job(qint64 id) const; ///< NotFound "no_such_job"
    /// Unfinished ones in the order they run, then the newest finished ones.
    [[nodiscard]] Expected<QList<Job>> jobs(qint64 finishedLimit) const;
    /// An unfinished job that wants the same: type, repo, revision, selection and store.
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
