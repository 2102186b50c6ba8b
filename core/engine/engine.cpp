// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/engine.h"

#include "engine/enginereader.h"
#include "engine/enginewriter.h"

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

/// Has `work` done in the worker's thread. An answer that can never come (the worker went first) is a cancelled one.
template<typename T, typename Worker> Answer<T> ask(Worker* worker, std::function<Expected<T>(Worker&)> work)
{
    auto promise = std::make_shared<QPromise<Expected<T>>>();
    promise->start();
    QMetaObject::invokeMethod(
        worker,
        [worker, promise, work = std::move(work)] {
            promise->addResult(work(*worker));
            promise->finish();
        },
        Qt::QueuedConnection);
    return promise->future();
}

/// The same for what takes its time.
template<typename T>
Answer<T> askHub(EngineWriter* writer, std::stop_token stop,
                 std::function<Task<Expected<T>>(EngineWriter*, std::stop_token)> work)
{
    auto promise = std::make_shared<QPromise<Expected<T>>>();
    promise->start();
    QMetaObject::invokeMethod(
        writer,
        [writer, promise, stop = std::move(stop), work = std::move(work)] { writer->answer<T>(promise, stop, work); },
        Qt::QueuedConnection);
    return promise->future();
}

Task<void> answerStores(EngineReader* reader, std::shared_ptr<QPromise<Expected<QList<StoreStatus>>>> promise)
{
    auto stores = co_await reader->stores();
    promise->addResult(std::move(stores));
    promise->finish();
}

} // namespace

/// Posted from here and not by a queued connection, which copies inside of Qt: there ThreadSanitizer cannot see the
/// hand-over, and its warnings would bury a real race.
template<typename Worker, typename... Args, typename Work>
void Engine::hear(Worker* worker, void (Worker::*signal)(Args...), Work work)
{
    connect(
        worker, signal, this,
        [this, work = std::move(work)](Args... args) {
            QMetaObject::invokeMethod(
                this, [work, ... copies = std::decay_t<Args>(args)] { work(copies...); }, Qt::QueuedConnection);
        },
        Qt::DirectConnection);
}

Engine::Engine(QString profileFolder, QObject* parent)
    : QObject(parent)
    , m_profileFolder(std::move(profileFolder))
    , m_reader(new EngineReader)
    , m_writer(new EngineWriter)
{
    m_readerThread.setObjectName("hugger reader"_L1);
    m_engineThread.setObjectName("hugger engine"_L1);
    m_reader->moveToThread(&m_readerThread);
    m_writer->moveToThread(&m_engineThread);
    connect(&m_readerThread, &QThread::finished, m_reader, &QObject::deleteLater);
    connect(&m_engineThread, &QThread::finished, m_writer, &QObject::deleteLater);

    hear(m_writer, &EngineWriter::opened,
         [this](const Done& done, const QStringList& notices, const Settings& settings, const QString& folder) {
             if (!done) {
                 finishOpening(done, notices, settings, folder);
                 return;
             }
             ask<void, EngineReader>(m_reader, [folder](EngineReader& reader) {
                 return reader.open(folder);
             }).then(this, [this, notices, settings, folder](const Done& read) {
                 finishOpening(read, notices, settings, folder);
             });
         });
    hear(m_writer, &EngineWriter::closed, [this] {
        m_isOpen = false;
        Q_EMIT closed();
    });
    hear(m_writer, &EngineWriter::rowsChanged, [this](const QList<HeldRow>& rows, const QList<qint64>& removed) {
        QMetaObject::invokeMethod(m_reader, &EngineReader::forgetTotals, Qt::QueuedConnection);
        if (m_loading > 0)
            m_late.append({rows, removed});
        else
            Q_EMIT rowsChanged(rows, removed);
    });
    hear(m_writer, &EngineWriter::jobsReset, [this](const QList<JobStatus>& jobs) { Q_EMIT jobsReset(jobs); });
    hear(m_writer, &EngineWriter::jobsChanged, [this](const QList<JobStatus>& jobs) { Q_EMIT jobsChanged(jobs); });
    hear(m_writer, &EngineWriter::jobEnded, [this](const JobStatus& job) { Q_EMIT jobEnded(job); });
    hear(m_writer, &EngineWriter::happened, [this](const QList<Event>& events) { Q_EMIT happened(events); });
    hear(m_writer, &EngineWriter::watching, [this](const WatchProgress& progress) { Q_EMIT watching(progress); });
    hear(m_writer, &EngineWriter::hubReachable, [this](bool reachable) { Q_EMIT hubReachable(reachable); });
    hear(m_writer, &EngineWriter::settingsChanged, [this](const Settings& settings) {
        m_settings = settings;
        Q_EMIT settingsChanged();
    });
    hear(m_writer, &EngineWriter::tokenChanged, [this] { Q_EMIT tokenChanged(); });
    hear(m_writer, &EngineWriter::trouble, [this](const Error& error) { Q_EMIT trouble(error); });
    hear(m_reader, &EngineReader::trouble, [this](const Error& error) { Q_EMIT trouble(error); });
    hear(m_writer, &EngineWriter::storesChanged, [this] { lookAtStores(); });
    hear(m_writer, &EngineWriter::rowsReplaced, [this] { reloadRows(); });
    hear(m_reader, &EngineReader::storesChanged,
         [this](const QList<StoreStatus>& stores) { Q_EMIT storesChanged(stores); });
    hear(m_reader, &EngineReader::rows, [this](const QList<HeldRow>& rows, bool first, bool last) {
        Q_EMIT rowsLoaded(rows, first, last);
        if (!last)
            return;
        // What changed while the list was read may be older in it.
        if (--m_loading > 0)
            return;
        for (const auto& [changed, removed] : std::exchange(m_late, {}))
            Q_EMIT rowsChanged(changed, removed);
    });
    m_readerThread.start();
    m_engineThread.start();
}

Engine::~Engine()
{
    // The reader first: who closes a database last leaves it tidy, and may have to write for that.
    connect(m_reader, &EngineReader::closed, &m_readerThread, &QThread::quit, Qt::DirectConnection);
    QMetaObject::invokeMethod(m_reader, &EngineReader::close, Qt::QueuedConnection);
    m_readerThread.wait();
    // The engine ends by itself, when what runs is saved.
    connect(m_writer, &EngineWriter::closed, &m_engineThread, &QThread::quit, Qt::DirectConnection);
    QMetaObject::invokeMethod(m_writer, &EngineWriter::close, Qt::QueuedConnection);
    m_engineThread.wait();
}

void Engine::open()
{
    QMetaObject::invokeMethod(
        m_writer, [writer = m_writer, folder = m_profileFolder] { writer->open(folder); }, Qt::QueuedConnection);
}

void Engine::finishOpening(const Done& done, const QStringList& notices, const Settings& settings,
                           const QString& folder)
{
    m_isOpen = done.has_value();
    if (done) {
        m_settings = settings;
        m_profileFolder = folder;
    }
    Q_EMIT opened(done, notices);
    if (!done)
        return;
    reloadRows();
    lookAtStores();
}

void Engine::close()
{
    // The reader first: who closes a database last leaves it tidy, and may have to write for that.
    ask<void, EngineReader>(m_reader, [](EngineReader& reader) {
        reader.close();
        return Done();
    }).then(this, [this](const Done&) {
        QMetaObject::invokeMethod(m_writer, &EngineWriter::close, Qt::QueuedConnection);
    });
}

void Engine::lookAtStores()
{
    stores().then(this, [this](const Expected<QList<StoreStatus>>& looked) {
        if (looked)
            Q_EMIT storesChanged(*looked);
    });
}

void Engine::reloadRows()
{
    ++m_loading;
    QMetaObject::invokeMethod(m_reader, &EngineReader::sendRows, Qt::QueuedConnection);
}

Answer<QList<qint64>> Engine::match(const QString& words)
{
    return ask<QList<qint64>, EngineReader>(m_reader, [words](EngineReader& reader) { return reader.match(words); });
}

Answer<SnapshotDetails> Engine::details(qint64 row)
{
    return ask<SnapshotDetails, EngineReader>(m_reader, [row](EngineReader& reader) { return reader.details(row); });
}

Answer<Card> Engine::card(qint64 row)
{
    return ask<Card, EngineReader>(m_reader, [row](EngineReader& reader) { return reader.card(row); });
}

Answer<QHash<qint64, qint64>> Engine::listedFiles(const QList<qint64>& rows)
{
    return ask<QHash<qint64, qint64>, EngineReader>(m_reader,
                                                    [rows](EngineReader& reader) { return reader.listedFiles(rows); });
}

Answer<QList<RevisionStep>> Engine::history(const RepoId& repo)
{
    return ask<QList<RevisionStep>, EngineReader>(m_reader,
                                                  [repo](EngineReader& reader) { return reader.history(repo); });
}

Answer<QList<Event>> Engine::events(const EventQuery& query)
{
    return ask<QList<Event>, EngineReader>(m_reader, [query](EngineReader& reader) { return reader.events(query); });
}

Answer<QJsonObject> Engine::eventFacts(qint64 id)
{
    return ask<QJsonObject, EngineReader>(m_reader, [id](EngineReader& reader) { return reader.eventFacts(id); });
}

Answer<Totals> Engine::totals()
{
    return ask<Totals, EngineReader>(m_reader, [](EngineReader& reader) { return reader.totals(); });
}

Answer<QList<StoreStatus>> Engine::stores()
{
    auto promise = std::make_shared<QPromise<Expected<QList<StoreStatus>>>>();
    promise->start();
    QMetaObject::invokeMethod(
        m_reader, [reader = m_reader, promise] { answerStores(reader, promise); }, Qt::QueuedConnection);
    return promise->future();
}

Answer<Removal> Engine::weigh(const QList<qint64>& rows)
{
    return ask<Removal, EngineReader>(m_reader, [rows](EngineReader& reader) { return reader.weigh(rows); });
}

Answer<QList<Removal>> Engine::remove(const QList<qint64>& rows)
{
    return ask<QList<Removal>, EngineWriter>(m_writer, [rows](EngineWriter& writer) { return writer.remove(rows); });
}

Answer<void> Engine::restore(const QStringList& trashIds)
{
    return ask<void, EngineWriter>(m_writer, [trashIds](EngineWriter& writer) { return writer.restore(trashIds); });
}

Answer<void> Engine::setNotes(qint64 row, const QString& notes, const QStringList& ownTags)
{
    return ask<void, EngineWriter>(
        m_writer, [row, notes, ownTags](EngineWriter& writer) { return writer.setNotes(row, notes, ownTags); });
}

Answer<QList<Job>> Engine::verify(const QList<qint64>& rows)
{
    return ask<QList<Job>, EngineWriter>(m_writer, [rows](EngineWriter& writer) { return writer.verify(rows); });
}

Answer<QList<Job>> Engine::repair(const QList<qint64>& rows)
{
    return ask<QList<Job>, EngineWriter>(m_writer, [rows](EngineWriter& writer) { return writer.repair(rows); });
}

Answer<ExportLook> Engine::weighExport(const QList<qint64>& rows, const ExportWish& wish)
{
    return ask<ExportLook, EngineReader>(m_reader,
                                         [rows, wish](EngineReader& reader) { return reader.weighExport(rows, wish); });
}

Answer<Job> Engine::exportBundle(const QList<qint64>& rows, const ExportWish& wish)
{
    return ask<Job, EngineWriter>(m_writer,
                                  [rows, wish](EngineWriter& writer) { return writer.exportBundle(rows, wish); });
}

Answer<BundleLook> Engine::lookIntoBundle(const ImportWish& wish)
{
    // It may lie on a slow disk, and needs nothing of ours.
    return QtConcurrent::run([wish] { return hugger::lookIntoBundle(wish); });
}

Answer<Job> Engine::importBundle(const ImportWish& wish)
{
    return ask<Job, EngineWriter>(m_writer, [wish](EngineWriter& writer) { return writer.importBundle(wish); });
}

Answer<qint64> Engine::saveHoldings(const QString& file)
{
    return ask<qint64, EngineReader>(m_reader, [file](EngineReader& reader) { return reader.saveHoldings(file); });
}

Answer<QByteArray> Engine::statement(qint64 row)
{
    return ask<QByteArray, EngineReader>(m_reader, [row](EngineReader& reader) { return reader.statement(row); });
}

Answer<RepoPreview> Engine::preview(const RepoLink& link, std::stop_token stop)
{
    return askHub<RepoPreview>(m_writer, std::move(stop), [link](EngineWriter* writer, std::stop_token token) {
        return writer->preview(link, std::move(token));
    });
}

Answer<std::shared_ptr<const Plan>> Engine::plan(const ArchiveWish& wish, std::stop_token stop)
{
    return askHub<std::shared_ptr<const Plan>>(
        m_writer, std::move(stop),
        [wish](EngineWriter* writer, std::stop_token token) { return writer->plan(wish, std::move(token)); });
}

Answer<FilesLook> Engine::files(const ArchiveWish& wish, std::stop_token stop)
{
    return askHub<FilesLook>(m_writer, std::move(stop), [wish](EngineWriter* writer, std::stop_token token) {
        return writer->files(wish, std::move(token));
    });
}

Answer<UpstreamCheck> Engine::checkUpstream(const RepoId& repo, const QString& revision, std::stop_token stop)
{
    return askHub<UpstreamCheck>(m_writer, std::move(stop),
                                 [repo, revision](EngineWriter* writer, std::stop_token token) {
                                     return writer->checkUpstream(repo, revision, std::move(token));
                                 });
}

Answer<UpdatePreview> Engine::previewUpdate(const RepoId& repo, const QString& revision, std::stop_token stop)
{
    return askHub<UpdatePreview>(m_writer, std::move(stop),
                                 [repo, revision](EngineWriter* writer, std::stop_token token) {
                                     return writer->previewUpdate(repo, revision, std::move(token));
                                 });
}

Answer<qint64> Engine::checkSoon(const QList<RepoId>& repos)
{
    return ask<qint64, EngineWriter>(m_writer, [repos](EngineWriter& writer) { return writer.checkSoon(repos); });
}

Answer<QList<Job>> Engine::update(const QList<qint64>& rows)
{
    return ask<QList<Job>, EngineWriter>(m_writer, [rows](EngineWriter& writer) { return writer.update(rows); });
}

Answer<WatchRow> Engine::watched(const RepoId& repo)
{
    return ask<WatchRow, EngineWriter>(m_writer, [repo](EngineWriter& writer) { return writer.watched(repo); });
}

Answer<void> Engine::setWatchRule(const QList<RepoId>& repos, const WatchRule& rule)
{
    return ask<void, EngineWriter>(m_writer,
                                   [repos, rule](EngineWriter& writer) { return writer.setWatchRule(repos, rule); });
}

Answer<SearchPage> Engine::search(const HubQuery& query, std::stop_token stop)
{
    return askHub<SearchPage>(m_writer, std::move(stop), [query](EngineWriter* writer, std::stop_token token) {
        return writer->search(query, std::move(token));
    });
}

Answer<TokenStatus> Engine::tokenStatus(bool askTheHub)
{
    return askHub<TokenStatus>(m_writer, {}, [askTheHub](EngineWriter* writer, std::stop_token token) {
        return writer->tokenStatus(askTheHub, std::move(token));
    });
}

Answer<TokenStatus> Engine::setToken(const QByteArray& token)
{
    return askHub<TokenStatus>(m_writer, {}, [token](EngineWriter* writer, std::stop_token stop) {
        return writer->setToken(token, std::move(stop));
    });
}

Answer<TokenStatus> Engine::removeToken()
{
    return askHub<TokenStatus>(
        m_writer, {}, [](EngineWriter* writer, std::stop_token stop) { return writer->removeToken(std::move(stop)); });
}

Answer<Job> Engine::archive(const ArchiveWish& wish)
{
    return ask<Job, EngineWriter>(m_writer, [wish](EngineWriter& writer) { return writer.archive(wish); });
}

Answer<JobStatus> Engine::job(qint64 id)
{
    return ask<JobStatus, EngineWriter>(m_writer, [id](EngineWriter& writer) { return writer.job(id); });
}

Answer<void> Engine::pauseJobs(const QList<qint64>& ids)
{
    return ask<void, EngineWriter>(m_writer,
                                   [ids](EngineWriter& writer) { return writer.eachJob(ids, &JobQueue::pause); });
}

Answer<void> Engine::resumeJobs(const QList<qint64>& ids)
{
    return ask<void, EngineWriter>(m_writer,
                                   [ids](EngineWriter& writer) { return writer.eachJob(ids, &JobQueue::resume); });
}

Answer<void> Engine::cancelJobs(const QList<qint64>& ids)
{
    return ask<void, EngineWriter>(m_writer,
                                   [ids](EngineWriter& writer) { return writer.eachJob(ids, &JobQueue::cancel); });
}

Answer<void> Engine::retryJobs(const QList<qint64>& ids)
{
    return ask<void, EngineWriter>(m_writer,
                                   [ids](EngineWriter& writer) { return writer.eachJob(ids, &JobQueue::retry); });
}

Answer<void> Engine::moveJobs(const QList<qint64>& ids, qint64 before)
{
    return ask<void, EngineWriter>(m_writer,
                                   [ids, before](EngineWriter& writer) { return writer.moveJobs(ids, before); });
}

Answer<void> Engine::pauseAll()
{
    return ask<void, EngineWriter>(m_writer, [](EngineWriter& writer) { return writer.setAllPaused(true); });
}

Answer<void> Engine::resumeAll()
{
    return ask<void, EngineWriter>(m_writer, [](EngineWriter& writer) { return writer.setAllPaused(false); });
}

Answer<void> Engine::forgetFinishedJobs()
{
    return ask<void, EngineWriter>(m_writer, [](EngineWriter& writer) { return writer.forgetFinishedJobs(); });
}

Answer<void> Engine::apply(const Settings& settings)
{
    return ask<void, EngineWriter>(m_writer, [settings](EngineWriter& writer) { return writer.apply(settings); });
}

Answer<KnownStore> Engine::addStore(const QString& folder, const QString& label)
{
    return ask<KnownStore, EngineWriter>(
        m_writer, [folder, label](EngineWriter& writer) { return writer.addStore(folder, label); });
}

Answer<void> Engine::renameStore(const QString& id, const QString& label)
{
    return ask<void, EngineWriter>(m_writer,
                                   [id, label](EngineWriter& writer) { return writer.renameStore(id, label); });
}

Answer<void> Engine::setDefaultStore(const QString& id)
{
    return ask<void, EngineWriter>(m_writer, [id](EngineWriter& writer) { return writer.setDefaultStore(id); });
}

} // namespace hugger
