// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/enginetypes.h"

#include <QtCore/QObject>
#include <QtCore/QThread>

#include <memory>
#include <stop_token>

namespace hugger {

class EngineReader;
class EngineWriter;

/// The archive as a program with an event loop uses it: no call blocks, and everything shown comes as values.
///
///   Engine (the caller's thread) --questions--> reader thread: Library, read only: lists, records, cards
///                                --verbs------> engine thread: Library with the lock, queue, fetcher, Hub
///   answers come back as futures, news as signals, in the caller's thread
///
/// News is batched: rows and jobs at most four times a second.
class Engine final : public QObject {
    Q_OBJECT

public:
    /// `profileFolder` empty: the user's own.
    explicit Engine(QString profileFolder, QObject* parent = nullptr);
    /// Stops and waits for both threads. Call close() first where an event loop still runs.
    ~Engine() override;

    /// Opens the profile for writing, reads settings and token, lists what is held and starts the queue. Emits
    /// opened(), then rowsLoaded() and jobsReset(). Busy "profile_busy" when another process has it.
    void open();
    /// Stops what runs and saves it; what the user wants stays wanted. Emits closed() once, when all is on disk.
    void close();
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] const QString& profileFolder() const { return m_profileFolder; } ///< known after opened()

    // What is held. Works with the Hub gone and stores unplugged.

    /// Emits rowsLoaded() anew.
    void reloadRows();
    /// Ids of the rows whose id, tags, license, card or notes have all the words (the last one by prefix).
    [[nodiscard]] Answer<QList<qint64>> match(const QString& words);
    [[nodiscard]] Answer<SnapshotDetails> details(qint64 row);
    [[nodiscard]] Answer<Card> card(qint64 row);
    /// How many files the commits of these rows have, by row, of those whose records can be read now.
    [[nodiscard]] Answer<QHash<qint64, qint64>> listedFiles(const QList<qint64>& rows);
    [[nodiscard]] Answer<QList<RevisionStep>> history(const RepoId& repo);
    [[nodiscard]] Answer<QList<Event>> events(const EventQuery& query); ///< newest first
    [[nodiscard]] Answer<QJsonObject> eventFacts(qint64 id); ///< State::eventFacts(): what proves it
    [[nodiscard]] Answer<Totals> totals();
    [[nodiscard]] Answer<QList<StoreStatus>> stores();
    [[nodiscard]] Answer<Removal> weigh(const QList<qint64>& rows); ///< sums; trashId stays empty

    // Changes to what is held.

    /// To the trash. Each Removal has its trashId.
    [[nodiscard]] Answer<QList<Removal>> remove(const QList<qint64>& rows);
    [[nodiscard]] Answer<void> restore(const QStringList& trashIds);
    [[nodiscard]] Answer<void> setNotes(qint64 row, const QString& notes, const QStringList& ownTags);
    /// As jobs of the queue: look at the jobs for how it goes.
    [[nodiscard]] Answer<QList<Job>> verify(const QList<qint64>& rows);
    /// Archives the same snapshots again: fetches what is damaged or missing, and nothing else.
    [[nodiscard]] Answer<QList<Job>> repair(const QList<qint64>& rows);

    // Bundles. Export and import are jobs of the queue, too.

    /// What an export of these rows would write; ExportWish::snapshots is filled in from the rows.
    [[nodiscard]] Answer<ExportLook> weighExport(const QList<qint64>& rows, const ExportWish& wish);
    [[nodiscard]] Answer<Job> exportBundle(const QList<qint64>& rows, const ExportWish& wish);
    /// What a bundle says it has: lookIntoBundle().
    [[nodiscard]] Answer<BundleLook> lookIntoBundle(const ImportWish& wish);
    [[nodiscard]] Answer<Job> importBundle(const ImportWish& wish);
    [[nodiscard]] Answer<QByteArray> statement(qint64 row); ///< statementOf()
    [[nodiscard]] Answer<qint64> saveHoldings(const QString& file); ///< writeHoldings() of all stores

    // The Hub.

    [[nodiscard]] Answer<RepoPreview> preview(const RepoLink& link, std::stop_token stop);
    /// What archiving would do. Does not refuse for want of space: freeAfter says so.
    [[nodiscard]] Answer<std::shared_ptr<const Plan>> plan(const ArchiveWish& wish, std::stop_token stop);
    /// The same, and what of it an archive of this repo has.
    [[nodiscard]] Answer<FilesLook> files(const ArchiveWish& wish, std::stop_token stop);
    /// Watcher::check(): asks about a repo that is held, now. What happened is told by happened(), too.
    [[nodiscard]] Answer<UpstreamCheck> checkUpstream(const RepoId& repo, const QString& revision,
                                                      std::stop_token stop);
    /// Has these repos, or all where there are none, looked at as soon as the Hub's quota lets it; watching() tells
    /// how far it is. How many they are.
    [[nodiscard]] Answer<qint64> checkSoon(const QList<RepoId>& repos);
    /// What an update of a repo that is held would bring. Watcher::preview().
    [[nodiscard]] Answer<UpdatePreview> previewUpdate(const RepoId& repo, const QString& revision,
                                                      std::stop_token stop);
    /// Archives the newest commit of what these rows follow, with the selections they were archived with, beside
    /// them; of a repo that was renamed under its present name. As jobs of the queue; a row whose newest commit is held
    /// already fetches nothing. Of several, those that can be; trouble() tells why one cannot.
    [[nodiscard]] Answer<QList<Job>> update(const QList<qint64>& rows);
    [[nodiscard]] Answer<WatchRow> watched(const RepoId& repo);
    [[nodiscard]] Answer<void> setWatchRule(const QList<RepoId>& repos, const WatchRule& rule);
    [[nodiscard]] Answer<SearchPage> search(const HubQuery& query, std::stop_token stop);
    [[nodiscard]] Answer<TokenStatus> tokenStatus(bool askTheHub);
    /// Stores it in the keychain and uses it at once. Where there is no keychain it is used until the program ends, and
    /// `trouble` says so.
    [[nodiscard]] Answer<TokenStatus> setToken(const QByteArray& token);
    [[nodiscard]] Answer<TokenStatus> removeToken();

    // Jobs. What is asked for is stored at once; what follows is told by jobsChanged().

    [[nodiscard]] Answer<Job> archive(const ArchiveWish& wish);
    [[nodiscard]] Answer<JobStatus> job(qint64 id); ///< as it is right now. NotFound "no_such_job"
    Answer<void> pauseJobs(const QList<qint64>& ids);
    Answer<void> resumeJobs(const QList<qint64>& ids);
    Answer<void> cancelJobs(const QList<qint64>& ids);
    Answer<void> retryJobs(const QList<qint64>& ids);
    /// Before the job `before`, in the order they have; 0: to the end.
    Answer<void> moveJobs(const QList<qint64>& ids, qint64 before);
    Answer<void> pauseAll();
    Answer<void> resumeAll();
    Answer<void> forgetFinishedJobs();

    // Settings and stores. Each applies at once.

    [[nodiscard]] const Settings& settings() const { return m_settings; } ///< as of opened() or settingsChanged()
    [[nodiscard]] Answer<void> apply(const Settings& settings);
    [[nodiscard]] Answer<KnownStore> addStore(const QString& folder, const QString& label);
    [[nodiscard]] Answer<void> renameStore(const QString& id, const QString& label);
    [[nodiscard]] Answer<void> setDefaultStore(const QString& id);

Q_SIGNALS:
    /// `notices`: what opening had to mend, in sentences.
    void opened(const hugger::Done& done, const QStringList& notices);
    void closed();
    /// All rows, in order of repo, in pieces; `first` begins a new list.
    void rowsLoaded(const QList<hugger::HeldRow>& rows, bool first, bool last);
    /// Rows that are new or have changed, and ids of those that are gone.
    void rowsChanged(const QList<hugger::HeldRow>& rows, const QList<qint64>& removed);
    /// All unfinished jobs in the order they run, then the newest finished ones.
    void jobsReset(const QList<hugger::JobStatus>& jobs);
    /// Jobs that are new or have changed; new ones come last among the unfinished.
    void jobsChanged(const QList<hugger::JobStatus>& jobs);
    /// It ended: done, failed or cancelled. For notifications.
    void jobEnded(const hugger::JobStatus& job);
    void settingsChanged();
    /// Another token is in use, or none: what was refused may work now.
    void tokenChanged();
    /// A store was added, plugged in, unplugged, renamed, or its free space changed.
    void storesChanged(const QList<hugger::StoreStatus>& stores);
    /// What checks found, newest last; each is told of once, ever.
    void happened(const QList<hugger::Event>& events);
    /// How far a round of checks is.
    void watching(const hugger::WatchProgress& progress);
    /// Something went wrong that nobody asked for just now.
    void trouble(const hugger::Error& error);
    /// Something about the Hub changed: reachable or not.
    void hubReachable(bool reachable);

private:
    void finishOpening(const Done& done, const QStringList& notices, const Settings& settings, const QString& folder);
    void lookAtStores();
    template<typename Worker, typename... Args, typename Work>
    void hear(Worker* worker, void (Worker::*signal)(Args...), Work work);

    QString m_profileFolder;
    Settings m_settings;
    bool m_isOpen = false;
    int m_loading = 0; ///< lists on their way: changes of rows wait until they are whole
    QList<std::pair<QList<HeldRow>, QList<qint64>>> m_late;
    QThread m_readerThread;
    QThread m_engineThread;
    EngineReader* m_reader = nullptr; ///< lives and dies in m_readerThread
    EngineWriter* m_writer = nullptr; ///< lives and dies in m_engineThread
};

} // namespace hugger
