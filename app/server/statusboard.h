// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/server/newslog.h"
#include "app/server/places.h"
#include "engine/enginetypes.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <map>
#include <memory>
#include <set>
#include <stop_token>

namespace hugger {

/// A repo by its id in any letter case: the Hub knows it so, too. Shares its text.
struct RepoKey {
    RepoId repo;

    friend bool operator==(const RepoKey& one, const RepoKey& other)
    {
        return one.repo.kind == other.repo.kind && one.repo.id.compare(other.repo.id, Qt::CaseInsensitive) == 0;
    }
};
[[nodiscard]] size_t qHash(const RepoKey& key, size_t seed = 0);

/// What is held and what runs, as the server's own thread knows it: told by the engine's news, so that a question about
/// it waits for nobody. Everything is called in the server's thread. Texts are shared with who told them.
class StatusBoard final : public QObject {
    Q_OBJECT

public:
    /// What the last check of upstream gave, in this run.
    struct LastCheck {
        QDateTime at; ///< invalid before the first has ended
        bool isUnderWay = false;
        QDeadlineTimer again; ///< before that it is not asked anew
        std::optional<Error> error;
        std::optional<UpstreamCheck::Update> update;
        QList<Event> events; ///< that it found
    };

    using QObject::QObject;

    // What the engine tells.
    void takeRows(const QList<HeldRow>& rows, bool first, bool last);
    void changeRows(const QList<HeldRow>& rows, const QList<qint64>& removed);
    void resetJobs(const QList<JobStatus>& jobs);
    void changeJobs(const QList<JobStatus>& jobs);
    void setStores(const QList<StoreStatus>& stores);
    void takeHappened(const QList<Event>& events);

    /// How many files the commits of these archives have; 0 of those where nobody could say.
    void takeListed(const QList<qint64>& asked, const QHash<qint64, qint64>& listed);
    /// Partial archives of the repo of which that is not known.
    [[nodiscard]] QList<qint64> withoutListed(const RepoId& repo) const;

    /// Repos that lost the name they are held under, and of which the new one is not known.
    [[nodiscard]] QList<RepoId> withoutNewName() const;
    void takeNewName(const RepoId& held, const QString& name); ///< empty: nobody can say

    // Checks of upstream.
    using CheckKey = std::pair<RepoKey, QString>; ///< which repo, and which revision
    /// `revision` empty: the one that is followed.
    [[nodiscard]] CheckKey checkKey(const RepoId& repo, const QString& revision) const;
    [[nodiscard]] const LastCheck* lastCheck(const CheckKey& key) const;
    [[nodiscard]] bool isChecking(const CheckKey& key) const;
    void beginCheck(const CheckKey& key);
    void endCheck(const CheckKey& key, const Expected<UpstreamCheck>& check);

    /// All rows and jobs are here.
    [[nodiscard]] bool isLoaded() const { return m_hasRows && m_hasJobs; }
    [[nodiscard]] bool knowsStores() const { return m_hasStores; }

    /// As it is held, or as a job has it; else as asked.
    [[nodiscard]] RepoId trueId(const RepoId& asked) const;
    [[nodiscard]] bool isHeld(const RepoId& asked) const;
    [[nodiscard]] std::optional<HeldRow> row(qint64 archive) const;
    [[nodiscard]] std::optional<JobStatus> job(qint64 id) const;
    [[nodiscard]] qsizetype unfinishedJobs() const;
    /// Whether there is a store of that label or id.
    [[nodiscard]] bool hasStore(const QString& labelOrId) const;

    // The same in the API's shapes.
    [[nodiscard]] QJsonObject brief(const RepoId& asked) const;
    /// `revision` empty: "asked" is null.
    [[nodiscard]] QJsonObject repo(const RepoId& asked, const QString& revision) const;
    [[nodiscard]] QJsonObject archive(const HeldRow& row) const;
    /// By number, beginning after `after`; "next" is what to begin after the next time.
    [[nodiscard]] QJsonObject archives(qint64 after, qsizetype limit) const;
    /// For the owner: with where the files of an export or import lie.
    [[nodiscard]] QJsonObject jobObject(const JobStatus& status, bool isOwner = false) const;
    /// Unfinished ones in the order they run; then, if asked for, the others, the newest first.
    [[nodiscard]] QJsonArray jobs(bool finishedToo, bool isOwner = false) const;
    [[nodiscard]] QJsonArray stores() const;

    /// {now,missed,events}; with 0 only the number of now.
    [[nodiscard]] QJsonObject events(qint64 since) const;
    /// Whether events() has something to say.
    [[nodiscard]] bool hasNews(qint64 since) const { return since != m_log.now(); }
    /// A place to wait in, free again when it goes; null when there is none left, for anybody or for `who`.
    [[nodiscard]] std::shared_ptr<void> placeToWait(const QString& who) { return m_waiting.take(who); }
    /// Waits for the next news, for that long; false when stopped.
    [[nodiscard]] Task<bool> waitForNews(std::chrono::milliseconds time, std::stop_token stop);
    /// The same for the next check that ends.
    [[nodiscard]] Task<bool> waitForCheck(std::chrono::milliseconds time, std::stop_token stop);

    static constexpr int mostWaiting = 64;
    static constexpr int mostWaitingPerClient = 8;
    static constexpr qsizetype finishedKept = 500;

Q_SIGNALS:
    void news();
    void checkEnded();

private:
    /// Rows by id, and where they are by repo.
    struct Held {
        std::map<qint64, HeldRow> rows;
        QHash<RepoKey, QList<qint64>> repos;
        QHash<RepoKey, std::optional<QString>> renamed; ///< where they are now, once that is known

        void put(const HeldRow& row);
        void noteName(const HeldRow& row);
        std::optional<RepoId> drop(qint64 id);
    };

    [[nodiscard]] static Task<bool> waitOn(Wake* wake, std::chrono::milliseconds time, std::stop_token stop);
    [[nodiscard]] QList<const HeldRow*> rowsOf(const RepoId& asked) const; ///< newest first
    [[nodiscard]] const HeldRow* rowAt(const QList<const HeldRow*>& rows, const RepoId& asked,
                                       const QString& revision) const;
    [[nodiscard]] const JobStatus* jobThatMatters(const RepoId& asked) const;
    [[nodiscard]] QString upstreamOf(const QList<const HeldRow*>& rows) const;
    [[nodiscard]] QJsonValue updateOf(const QList<const HeldRow*>& rows, const RepoId& asked,
                                      const QString& revision) const;
    [[nodiscard]] QJsonValue archiveOf(const Job& job) const;
    [[nodiscard]] QJsonValue heldAs(const RepoId& asked) const;
    [[nodiscard]] QString storeLabel(const QString& storeId) const;
    void putJob(const JobStatus& status);
    void dropJob(qint64 id);

    Held m_held;
    Held m_incoming; ///< a list on its way
    std::map<qint64, JobStatus> m_jobs;
    QHash<RepoKey, std::set<qint64>> m_jobsOf;
    std::set<qint64> m_finished; ///< ids of jobs
    QList<StoreStatus> m_stores;
    QHash<qint64, qint64> m_listed; ///< by archive; 0: nobody could say
    QHash<CheckKey, LastCheck> m_checks;
    NewsLog m_log;
    Places m_waiting{mostWaiting, mostWaitingPerClient};
    bool m_hasRows = false;
    bool m_hasJobs = false;
    bool m_hasStores = false;
};

} // namespace hugger
