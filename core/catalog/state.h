// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/database.h"
#include "store/record.h"

#include <QtCore/QJsonObject>

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
enum class JobType { Archive, Verify, Export, Import };

[[nodiscard]] QString jobStateName(JobState state); ///< "queued", "planning", ...
[[nodiscard]] QString jobWaitName(
    JobWait wait); ///< "", "paused", "network", "rate_limit", "space", "token", "schedule", "unplugged_store"
[[nodiscard]] QString jobTypeName(JobType type); ///< "archive", "verify", "export", "import"

/// A persisted intent: enough to do it again after a restart.
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
    QJsonObject spec{}; ///< of Export and Import: the rest of what was asked for
    QJsonObject result{}; ///< of Export and Import that are done: what they gave
    bool isNew = false; ///< of JobQueue::add(): made just now, not found; never stored

    [[nodiscard]] bool isFinished() const
    {
        return state == JobState::Completed || state == JobState::Failed || state == JobState::Cancelled;
    }
};

/// Something that happened to what is held. Upstream events have the types of design section 10 and "card_changed";
/// hugger's own are "archived", "imported", "verified", "damaged", "removed", "restored".
struct Event {
    qint64 id = 0;
    QString type;
    RepoId repo;
    QByteArray commit;
    QString at; ///< ISO 8601 UTC
    QString detail; ///< a sentence
};

/// An event, and what proves it and what it is about (core/watch/finding.h says what is in there).
struct Finding {
    Event event;
    QJsonObject facts;
};

/// Which events to list. Empty fields ask for everything.
struct EventQuery {
    std::optional<RepoId> repo{};
    QStringList types{};
    qint64 before = 0; ///< only those with a smaller id: the next page; 0: from the newest on
    qint64 limit = 100;
};

/// How a repo is watched.
struct WatchRule {
    std::optional<int> everyHours{}; ///< nothing: as the settings say; 0: never by itself
    qint64 fetchUpTo = 0; ///< bytes that an update may fetch by itself; 0: only told of
    bool operator==(const WatchRule&) const = default;
};

/// A repo that is watched. Times are seconds since 1970, UTC; 0: never.
struct WatchRow {
    RepoId repo;
    WatchRule rule{};
    qint64 checkedAt = 0; ///< the Hub answered clearly
    qint64 triedAt = 0;
    qint64 nextAt = 0; ///< when it is due
    QString trouble{}; ///< why the last try gave no answer: a sentence; empty when it did
    QByteArray seen{}; ///< JSON of core/watch/seen.h; empty before the first check
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

    /// An unfinished job that wants the same: type, repo, revision, selection, store and spec, and the commit where it
    /// is pinned to one.
    [[nodiscard]] Expected<std::optional<Job>> findSame(const Job& job) const;
    /// Jobs that were moving when the process died are queued again. Called by the process that holds the profile.
    [[nodiscard]] Done requeueInterrupted();

    [[nodiscard]] Done addEvent(const Event& event);
    [[nodiscard]] Expected<QList<Event>> events(const EventQuery& query) const; ///< newest first
    /// Of an event; empty for one without. NotFound "no_such_event".
    [[nodiscard]] Expected<QJsonObject> eventFacts(qint64 id) const;

    /// All of them, or the one of that repo, or those that are due by then (seconds since 1970), longest due first.
    [[nodiscard]] Expected<QList<WatchRow>> watched() const;
    [[nodiscard]] Expected<std::optional<WatchRow>> watched(const RepoId& repo) const;
    [[nodiscard]] Expected<QList<WatchRow>> watchedDue(qint64 at, qint64 limit) const;
    /// How many are due by then, and when the first of all is due; 0: none ever.
    [[nodiscard]] Expected<std::pair<qint64, qint64>> watchTimes(qint64 at) const;
    /// WatchRow::nextAt of these, and nothing else, in one transaction.
    [[nodiscard]] Done setWatchTimes(const QList<std::pair<RepoId, qint64>>& times);
    /// What a check found: the row and the events in one transaction, so that nothing is told twice or never. The
    /// rule stays what setWatchRule() said. Gives the events with their ids.
    [[nodiscard]] Expected<QList<Event>> noteCheck(const WatchRow& row, const QList<Finding>& findings);
    [[nodiscard]] Done setWatchRule(const RepoId& repo, const WatchRule& rule);
    [[nodiscard]] Done forgetWatch(const RepoId& repo); ///< it is not held any more

private:
    explicit State(std::unique_ptr<Database> database);
    [[nodiscard]] Expected<QList<Job>> select(const QString& condition, const QVariantList& values) const;

    std::unique_ptr<Database> m_database;
};

} // namespace hugger
