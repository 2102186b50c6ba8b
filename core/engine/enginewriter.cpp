// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/enginewriter.h"

#include "base/log.h"
#include "base/say.h"
#include "engine/enginenetwork.h"
#include "net/proxychoice.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hugger {

namespace {

constexpr auto batchTime = 250ms;
constexpr auto scheduleTime = 20s;

bool isWithin(const Settings& settings, QTime now)
{
    if (!settings.hasSchedule || settings.from == settings.to)
        return true;
    if (settings.from < settings.to)
        return now >= settings.from && now < settings.to;
    return now >= settings.from || now < settings.to;
}

} // namespace

std::unique_ptr<QNetworkProxyFactory> EngineWriter::proxiesOf(const Settings& settings)
{
    const bool isManual = settings.proxy == Settings::Proxy::Manual;
    return makeProxyFactory(settings.proxy == Settings::Proxy::System, isManual ? settings.proxyUrl : QUrl());
}

EngineWriter::EngineWriter() = default;
EngineWriter::~EngineWriter() = default;

void EngineWriter::open(const QString& profileFolder)
{
    if (m_library) {
        // The reading side failed the last time.
        Q_EMIT opened({}, {}, m_settings, m_library->profile().folder());
        sendJobs();
        return;
    }
    auto done = Library::open(profileFolder, Library::Access::ReadWrite);
    const auto settings = done ? (*done)->profile().settings() : std::unexpected(done.error());
    if (!settings) {
        Q_EMIT opened(std::unexpected(settings.error()), {}, {}, profileFolder);
        return;
    }
    m_library = *std::move(done);
    m_settings = *settings;
    m_hasStore = !m_library->profile().stores().value_or(QList<KnownStore>()).isEmpty();
    m_library->setListener([this](const QString& storeId, const SnapshotKey& key) {
        m_touched.append({storeId, key});
        startFlush();
        if (m_network)
            m_network->watcher.noteHeldChanged();
    });
    m_flush = new QTimer(this);
    m_flush->setInterval(batchTime);
    connect(m_flush, &QTimer::timeout, this, &EngineWriter::flush);
    m_clock = new QTimer(this);
    connect(m_clock, &QTimer::timeout, this, &EngineWriter::keepSchedule);
    m_clock->start(scheduleTime);
    makeNetwork();
    Q_EMIT opened({}, m_library->notices(), m_settings, m_library->profile().folder());
    sendJobs();
    startNetwork();
}

void EngineWriter::makeNetwork()
{
    NetPolicy policy;
    policy.connectionsPerHost = m_settings.connections;
    m_network = std::make_unique<Network>(m_settings, policy, *m_library, m_pool);
    m_network->http.setProxyFactory(proxiesOf(m_settings));
    m_network->fetcher.setBandwidth(m_settings.bandwidth);
    m_network->queue.setPatient(true);
    carryBundles(m_network->queue, *m_library, m_pool);
    m_network->queue.setHeld(!isWithin(m_settings, QTime::currentTime()));
    connect(&m_network->http, &HttpClient::reachable, this, &EngineWriter::hubReachable);
    connect(&m_network->queue, &JobQueue::changed, this, [this](qint64 id) {
        m_dirtyJobs.insert(id);
        startFlush();
    });
    connect(&m_network->queue, &JobQueue::finished, this, [this](qint64 id) {
        const auto status = m_network->queue.status(id);
        if (!status || !status->job.isFinished())
            return;
        noteCaughtUp(status->job);
        Q_EMIT jobEnded(*status);
    });
    connect(&m_network->queue, &JobQueue::idle, this, &EngineWriter::closeWhenQuiet, Qt::QueuedConnection);
    Watcher& watcher = m_network->watcher;
    connect(&m_network->http, &HttpClient::reachable, &watcher, &Watcher::setReachable);
    connect(&watcher, &Watcher::upstreamChanged, this, &EngineWriter::touchAll);
    connect(&watcher, &Watcher::checked, this, &EngineWriter::noteChecked);
    connect(&watcher, &Watcher::progressChanged, this, &EngineWriter::watching);
    connect(&watcher, &Watcher::quiet, this, &EngineWriter::closeWhenQuiet, Qt::QueuedConnection);
}

/// The queue moves once the token is known: before, what is gated would fail for want of one.
Task<void> EngineWriter::startNetwork()
{
    const auto source = std::make_shared<std::stop_source>();
    m_asks.insert(source);
    const Tokens tokens(m_settings.endpoint);
    const int set = m_tokenSet;
    auto token = co_await tokens.read();
    if (set == m_tokenSet)
        m_token = std::move(token);
    m_tokenKnown = true;
    m_asks.erase(source);
    if (m_network && !m_closing && !m_restarting) {
        m_network->http.setToken(m_token.value);
        m_network->queue.runAll(m_settings.parallelJobs);
        m_network->watcher.start(m_settings.watchHours);
        verifyUnproved();
    }
    closeWhenQuiet();
}

Task<void> EngineWriter::restartNetwork()
{
    m_restartAgain = true;
    if (m_restarting)
        co_return;
    m_restarting = true;
    while (m_restartAgain && !m_closing) {
        m_restartAgain = false;
        for (const auto& ask : m_asks)
            ask->request_stop();
        JobQueue* old = &m_network->queue;
        old->stop(false);
        m_network->watcher.stop();
        co_await qCoro(old, &JobQueue::idle);
        // Questions hold references into what is about to go.
        while (!m_asks.empty() || !m_network->watcher.isQuiet())
            (void)co_await pauseFor(10ms, {});
        if (m_closing)
            break;
        makeNetwork();
        sendJobs();
    }
    m_restarting = false;
    if (!m_closing)
        co_await startNetwork();
    closeWhenQuiet();
}

void EngineWriter::close()
{
    if (m_closing)
        return;
    m_closing = true;
    for (const auto& ask : m_asks)
        ask->request_stop();
    if (!m_network) {
        closeWhenQuiet();
        return;
    }
    m_network->watcher.stop();
    m_network->queue.stop(false);
}

void EngineWriter::closeWhenQuiet()
{
    if (!m_closing || m_restarting || !m_asks.empty())
        return;
    if (m_network && (!m_network->queue.isIdle() || !m_network->watcher.isQuiet()))
        return;
    // Later, not from inside a signal of what is being taken apart.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_library)
                flush();
            delete std::exchange(m_flush, nullptr);
            delete std::exchange(m_clock, nullptr);
            m_network.reset();
            m_library.reset();
            if (std::exchange(m_closing, false))
                Q_EMIT closed();
        },
        Qt::QueuedConnection);
}

Expected<Library*> EngineWriter::library()
{
    if (!m_library || m_closing)
        return fail(ErrorKind::Interrupted, u"closed"_s, Say::tr("The library is not open."));
    return m_library.get();
}

Expected<JobQueue*> EngineWriter::queue()
{
    return library().transform([this](Library*) { return &m_network->queue; });
}

/// Not begun anew by later news, which would put it off for ever.
void EngineWriter::startFlush()
{
    if (m_flush && !m_flush->isActive())
        m_flush->start();
}

void EngineWriter::flush()
{
    m_flush->stop();
    if (!m_touched.isEmpty() || !m_removed.isEmpty()) {
        QHash<qint64, HeldRow> rows;
        QSet<QByteArray> seen;
        for (const auto& [storeId, key] : std::exchange(m_touched, {})) {
            const QByteArray id = key.repo.display().toUtf8() + key.commit;
            if (seen.contains(id))
                continue;
            seen.insert(id);
            for (const HeldRow& row : m_library->catalog().heldOf(key.repo, key.commit).value_or(QList<HeldRow>()))
                rows.insert(row.id, row);
        }
        m_removed.removeIf([&rows](qint64 id) { return rows.contains(id); });
        Q_EMIT rowsChanged(rows.values(), std::exchange(m_removed, {}));
    }
    if (m_dirtyJobs.isEmpty() || !m_network)
        return;
    QList<qint64> ids = std::exchange(m_dirtyJobs, {}).values();
    std::ranges::sort(ids);
    QList<JobStatus> changed;
    for (const qint64 id : std::as_const(ids)) {
        if (auto status = m_network->queue.status(id))
            changed.append(*std::move(status));
    }
    Q_EMIT jobsChanged(changed);
}

void EngineWriter::sendJobs()
{
    m_dirtyJobs.clear();
    const auto jobs = m_library->state().jobs(finishedShown);
    if (!jobs) {
        qCWarning(lcArchive) << "the list of jobs cannot be read:" << jobs.error().message;
        return;
    }
    QList<JobStatus> all;
    all.reserve(jobs->size());
    for (const Job& job : *jobs)
        all.append(m_network->queue.statusOf(job));
    Q_EMIT jobsReset(all);
}

void EngineWriter::keepSchedule()
{
    // Not beside a job: what it counts as held, or has just brought, may be in no record yet.
    if (m_trashLooked.hasExpired() && m_network && m_network->queue.isIdle()) {
        m_trashLooked.setRemainingTime(trashTime);
        m_library->emptyOldTrash();
    }
    if (m_network && m_network->queue.setHeld(!isWithin(m_settings, QTime::currentTime())))
        sendJobs();
}

Expected<QList<Removal>> EngineWriter::remove(const QList<qint64>& rows)
{
    const auto held = library();
    if (!held)
        return std::unexpected(held.error());
    QList<Removal> removals;
    for (const qint64 id : rows) {
        const auto snapshot = (*held)->catalog().snapshot(id);
        const auto removal = snapshot ? (*held)->remove(*snapshot, false) : std::unexpected(snapshot.error());
        if (!removal) {
            // What went already is said, so that it can be undone.
            if (removals.isEmpty())
                return std::unexpected(removal.error());
            Q_EMIT trouble(removal.error());
            break;
        }
        removals.append(*removal);
        m_removed.append(id);
    }
    flush();
    return removals;
}

Done EngineWriter::restore(const QStringList& trashIds)
{
    const auto held = library();
    if (!held)
        return std::unexpected(held.error());
    for (const QString& id : trashIds) {
        if (const auto restored = (*held)->restore(id); !restored)
            return std::unexpected(restored.error());
    }
    flush();
    return {};
}

Done EngineWriter::setNotes(qint64 row, const QString& notes, const QStringList& ownTags)
{
    const auto held = library();
    if (!held)
        return std::unexpected(held.error());
    const auto snapshot = (*held)->catalog().snapshot(row);
    if (!snapshot)
        return std::unexpected(snapshot.error());
    const auto store = (*held)->store(snapshot->storeId);
    if (!store)
        return std::unexpected(store.error());
    auto record = (*held)->record(*snapshot);
    if (!record)
        return std::unexpected(record.error());
    record->notes = notes;
    record->ownTags = ownTags;
    return (*held)->rewrite(*store, *record);
}

Expected<QList<Job>> EngineWriter::verify(const QList<qint64>& rows)
{
    const auto jobs = queue();
    if (!jobs)
        return std::unexpected(jobs.error());
    QList<Job> added;
    const auto stored = (*jobs)->together([&]() -> Done {
        for (const qint64 id : rows) {
            const auto snapshot = m_library->catalog().snapshot(id);
            const auto job = snapshot ? (*jobs)->addVerify(*snapshot) : std::unexpected(snapshot.error());
            if (!job)
                return std::unexpected(job.error());
            added.append(*job);
        }
        return {};
    });
    if (!stored)
        return std::unexpected(stored.error());
    return added;
}

Expected<QList<Job>> EngineWriter::repair(const QList<qint64>& rows)
{
    const auto jobs = queue();
    if (!jobs)
        return std::unexpected(jobs.error());
    QList<Job> added;
    const auto stored = (*jobs)->together([&]() -> Done {
        for (const qint64 id : rows) {
            const auto snapshot = m_library->catalog().snapshot(id);
            const auto record = snapshot ? m_library->record(*snapshot) : std::unexpected(snapshot.error());
            const auto job =
                record ? (*jobs)->add(repairWish(*snapshot, *record)) : Expected<Job>(std::unexpected(record.error()));
            if (!job)
                return std::unexpected(job.error());
            added.append(*job);
        }
        return {};
    });
    if (!stored)
        return std::unexpected(stored.error());
    return added;
}

Expected<Job> EngineWriter::exportBundle(const QList<qint64>& rows, ExportWish wish)
{
    const auto jobs = queue();
    if (!jobs)
        return std::unexpected(jobs.error());
    const auto snapshots = heldSnapshots(*m_library, rows);
    if (!snapshots)
        return std::unexpected(snapshots.error());
    wish.snapshots = *snapshots;
    return addExport(**jobs, *m_library, wish);
}

Expected<Job> EngineWriter::importBundle(const ImportWish& wish)
{
    const auto jobs = queue();
    if (!jobs)
        return std::unexpected(jobs.error());
    return addImport(**jobs, *m_library, wish);
}

Expected<Job> EngineWriter::archive(const ArchiveWish& wish)
{
    auto job = queue().and_then([&](JobQueue* jobs) { return jobs->add(wish); });
    tellOfFirstStore();
    return job;
}

/// It is made when it is needed first: nobody added it.
void EngineWriter::tellOfFirstStore()
{
    if (m_hasStore || !m_library)
        return;
    m_hasStore = !m_library->profile().stores().value_or(QList<KnownStore>()).isEmpty();
    if (m_hasStore)
        Q_EMIT storesChanged();
}

Expected<JobStatus> EngineWriter::job(qint64 id)
{
    return queue().and_then([&](JobQueue* jobs) { return jobs->status(id); });
}

Done EngineWriter::eachJob(const QList<qint64>& ids, Done (JobQueue::*verb)(qint64))
{
    return queue().and_then([&](JobQueue* jobs) { return jobs->each(ids, verb); });
}

Done EngineWriter::moveJobs(const QList<qint64>& ids, qint64 before)
{
    const auto held = library();
    if (!held)
        return std::unexpected(held.error());
    const auto ok = (*held)->state().move(ids, before);
    sendJobs();
    return ok;
}

Done EngineWriter::setAllPaused(bool paused)
{
    const auto jobs = queue();
    if (!jobs)
        return std::unexpected(jobs.error());
    const auto ok = (*jobs)->setAllPaused(paused);
    sendJobs();
    return ok;
}

Done EngineWriter::forgetFinishedJobs()
{
    const auto held = library();
    if (!held)
        return std::unexpected(held.error());
    const auto ok = (*held)->state().forgetFinished();
    sendJobs();
    return ok;
}

Done EngineWriter::apply(const Settings& settings)
{
    const auto held = library();
    if (!held)
        return std::unexpected(held.error());
    if (const auto ok = (*held)->profile().saveSettings(settings); !ok)
        return ok;
    // As it will be read: what the environment asks for wins.
    const auto now = (*held)->profile().settings();
    if (!now)
        return std::unexpected(now.error());
    const Settings before = std::exchange(m_settings, *now);
    Q_EMIT settingsChanged(m_settings);
    if (before.endpoint != m_settings.endpoint || before.proxy != m_settings.proxy
        || before.proxyUrl != m_settings.proxyUrl) {
        restartNetwork();
        return {};
    }
    m_network->fetcher.setBandwidth(m_settings.bandwidth);
    m_network->http.setConnectionsPerHost(m_settings.connections);
    if (before.parallelJobs != m_settings.parallelJobs)
        m_network->queue.runAll(m_settings.parallelJobs);
    if (m_tokenKnown)
        m_network->watcher.start(m_settings.watchHours);
    keepSchedule();
    return {};
}

Expected<KnownStore> EngineWriter::addStore(const QString& folder, const QString& label)
{
    const auto held = library();
    if (!held)
        return std::unexpected(held.error());
    const auto added = (*held)->addStore(folder, label);
    if (added) {
        Q_EMIT storesChanged();
        Q_EMIT rowsReplaced();
    }
    return added;
}

Done EngineWriter::renameStore(const QString& id, const QString& label)
{
    const auto held = library();
    const auto ok = held ? (*held)->profile().renameStore(id, label) : Done(std::unexpected(held.error()));
    if (ok)
        Q_EMIT storesChanged();
    return ok;
}

Done EngineWriter::setDefaultStore(const QString& id)
{
    const auto held = library();
    const auto ok = held ? (*held)->profile().setDefaultStore(id) : Done(std::unexpected(held.error()));
    if (ok)
        Q_EMIT storesChanged();
    return ok;
}

} // namespace hugger
