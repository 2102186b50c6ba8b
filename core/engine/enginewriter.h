// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/enginetypes.h"

#include <functional>
#include <set>

#include <QtCore/QPromise>
#include <QtCore/QSet>
#include <QtCore/QThreadPool>
#include <QtCore/QTimer>

namespace hugger {

/// The engine's writing side: the library with the profile's lock, the queue, and what speaks to the Hub. Lives in the
/// engine thread.
class EngineWriter final : public QObject {
    Q_OBJECT

public:
    EngineWriter();
    ~EngineWriter() override;

    void open(const QString& profileFolder);
    /// Emits closed() when nothing runs any more and all is let go.
    void close();

    [[nodiscard]] Expected<QList<Removal>> remove(const QList<qint64>& rows);
    [[nodiscard]] Done restore(const QStringList& trashIds);
    [[nodiscard]] Done setNotes(qint64 row, const QString& notes, const QStringList& ownTags);
    [[nodiscard]] Expected<QList<Job>> verify(const QList<qint64>& rows);
    [[nodiscard]] Expected<QList<Job>> repair(const QList<qint64>& rows);
    [[nodiscard]] Expected<Job> exportBundle(const QList<qint64>& rows, ExportWish wish);
    [[nodiscard]] Expected<Job> importBundle(const ImportWish& wish);
    [[nodiscard]] Expected<Job> archive(const ArchiveWish& wish);
    [[nodiscard]] Expected<JobStatus> job(qint64 id);
    /// JobQueue::each().
    [[nodiscard]] Done eachJob(const QList<qint64>& ids, Done (JobQueue::*verb)(qint64));
    [[nodiscard]] Done moveJobs(const QList<qint64>& ids, qint64 before);
    [[nodiscard]] Done setAllPaused(bool paused);
    [[nodiscard]] Done forgetFinishedJobs();
    [[nodiscard]] Done apply(const Settings& settings);
    [[nodiscard]] Expected<KnownStore> addStore(const QString& folder, const QString& label);
    [[nodiscard]] Done renameStore(const QString& id, const QString& label);
    [[nodiscard]] Done setDefaultStore(const QString& id);

    [[nodiscard]] Task<Expected<RepoPreview>> preview(RepoLink link, std::stop_token stop);
    [[nodiscard]] Task<Expected<std::shared_ptr<const Plan>>> plan(ArchiveWish wish, std::stop_token stop);
    [[nodiscard]] Task<Expected<FilesLook>> files(ArchiveWish wish, std::stop_token stop);
    [[nodiscard]] Task<Expected<UpstreamCheck>> checkUpstream(RepoId repo, QString revision, std::stop_token stop);
    [[nodiscard]] Task<Expected<UpdatePreview>> previewUpdate(RepoId repo, QString revision, std::stop_token stop);
    [[nodiscard]] Expected<qint64> checkSoon(const QList<RepoId>& repos);
    [[nodiscard]] Expected<QList<Job>> update(const QList<qint64>& rows);
    [[nodiscard]] Expected<WatchRow> watched(const RepoId& repo);
    [[nodiscard]] Done setWatchRule(const QList<RepoId>& repos, const WatchRule& rule);
    [[nodiscard]] Task<Expected<SearchPage>> search(HubQuery query, std::stop_token stop);
    [[nodiscard]] Task<Expected<TokenStatus>> tokenStatus(bool askTheHub, std::stop_token stop);
    [[nodiscard]] Task<Expected<TokenStatus>> setToken(QByteArray token, std::stop_token stop);
    [[nodiscard]] Task<Expected<TokenStatus>> removeToken(std::stop_token stop);

    /// Answers with what `work` gives; it is stopped when `asked` says so, or when the engine closes.
    template<typename T>
    Task<void> answer(std::shared_ptr<QPromise<Expected<T>>> promise, std::stop_token asked,
                      std::function<Task<Expected<T>>(EngineWriter*, std::stop_token)> work);

Q_SIGNALS:
    void opened(const hugger::Done& done, const QStringList& notices, const hugger::Settings& settings,
                const QString& folder);
    void closed();
    void rowsChanged(const QList<hugger::HeldRow>& rows, const QList<qint64>& removed);
    void jobsReset(const QList<hugger::JobStatus>& jobs);
    void jobsChanged(const QList<hugger::JobStatus>& jobs);
    void jobEnded(const hugger::JobStatus& job);
    void settingsChanged(const hugger::Settings& settings);
    void tokenChanged();
    void storesChanged();
    void trouble(const hugger::Error& error); ///< with something nobody asked for just now
    void rowsReplaced(); ///< too many to name
    void hubReachable(bool reachable);
    void happened(const QList<hugger::Event>& events);
    void watching(const hugger::WatchProgress& progress);

private:
    struct Network;
    static constexpr std::chrono::hours trashTime{6};
    static constexpr qint64 finishedShown = 200;

    [[nodiscard]] Expected<Library*> library();
    [[nodiscard]] Expected<JobQueue*> queue();
    [[nodiscard]] static std::unique_ptr<QNetworkProxyFactory> proxiesOf(const Settings& settings);
    void makeNetwork();
    Task<void> startNetwork();
    Task<void> restartNetwork();
    void flush(); ///< at once: whoever gets an answer after it knows the news it is about
    void sendJobs();
    void keepSchedule();
    void closeWhenQuiet();
    [[nodiscard]] TokenStatus currentToken() const;
    [[nodiscard]] Task<Expected<TokenStatus>> checkedToken(QByteArray token, std::stop_token stop);
    void startFlush();
    /// Waits for the first answer of the keychain: without it what is gated would seem to be missing.
    [[nodiscard]] Task<void> tokenKnown(std::stop_token stop) const;
    void touchAll(const RepoId& repo); ///< its rows have changed
    void noteChecked(const UpstreamCheck& check);
    void verifyAll(const RepoId& repo);
    Task<void> fetchByRule(UpstreamCheck check);
    [[nodiscard]] Task<Done> fetchWithin(RepoId repo, qint64 bytes, std::stop_token stop);
    [[nodiscard]] Expected<ArchiveWish> wishToUpdate(const HeldRow& row);
    void noteCaughtUp(const Job& job);
    void verifyUnproved();
    void tellOfFirstStore();

    QThreadPool m_pool;
    std::unique_ptr<Library> m_library;
    Settings m_settings;
    Token m_token;
    std::unique_ptr<Network> m_network;
    std::set<std::shared_ptr<std::stop_source>> m_asks;
    QTimer* m_flush = nullptr;
    QTimer* m_clock = nullptr;
    QList<std::pair<QString, SnapshotKey>> m_touched;
    QList<qint64> m_removed;
    QSet<qint64> m_dirtyJobs;
    QDeadlineTimer m_trashLooked{trashTime};
    bool m_tokenKnown = false;
    bool m_hasStore = false;
    int m_tokenSet = 0; ///< counts: an older answer of the keychain must not win
    bool m_closing = false;
    bool m_restarting = false;
    bool m_restartAgain = false;
};

template<typename T>
Task<void> EngineWriter::answer(std::shared_ptr<QPromise<Expected<T>>> promise, std::stop_token asked,
                                std::function<Task<Expected<T>>(EngineWriter*, std::stop_token)> work)
{
    const auto source = std::make_shared<std::stop_source>();
    m_asks.insert(source);
    if (m_closing)
        source->request_stop();
    Expected<T> result = std::unexpected(interrupted());
    {
        const std::stop_callback forward(asked, [source] { source->request_stop(); });
        auto token = source->get_token();
        auto task = work(this, token);
        result = co_await task;
    }
    m_asks.erase(source);
    promise->addResult(std::move(result));
    promise->finish();
    closeWhenQuiet();
}

} // namespace hugger
