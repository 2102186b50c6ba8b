// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/localserver.h"

#include "app/server/serverside.h"

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

bool listensAlike(const Settings& one, const Settings& other)
{
    return one.serverEnabled == other.serverEnabled && one.serverPort == other.serverPort
        && one.serverAddress == other.serverAddress;
}

} // namespace

/// Events of a thread come in the order they were posted, so that nothing is asked of a part before it is made.
template<typename Work> void LocalServer::onSide(Work work)
{
    if (m_stopped)
        return; // it may be gone already
    QMetaObject::invokeMethod(m_side, [side = m_side, work = std::move(work)] { work(*side); }, Qt::QueuedConnection);
}

LocalServer::LocalServer(Engine& engine, Options options, QObject* parent)
    : Connections(parent)
    , m_engine(engine)
    , m_options(options)
    , m_side(new ServerSide(engine, options.hasWindow))
{
    m_thread.setObjectName("hugger server"_L1);
    m_side->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_side, &QObject::deleteLater);

    connect(m_side, &ServerSide::statusChanged, this, [this](const ServerStatus& status) {
        m_status = status;
        Q_EMIT statusChanged();
    });
    connect(m_side, &ServerSide::clientsChanged, this, [this](const QList<PairedClient>& clients) {
        m_clients = clients;
        Q_EMIT clientsChanged();
    });
    connect(m_side, &ServerSide::askChanged, this, [this](const std::optional<PairingAsk>& ask) {
        m_ask = ask;
        Q_EMIT askChanged();
    });
    connect(m_side, &ServerSide::refusalsChanged, this, [this](int refusals) {
        m_refusals = refusals;
        Q_EMIT refusalsChanged();
    });
    connect(m_side, &ServerSide::showRequested, this, &Connections::showRequested);

    connect(&engine, &Engine::rowsLoaded, this, [this](const QList<HeldRow>& rows, bool first, bool last) {
        onSide([rows, first, last](ServerSide& side) { side.board().takeRows(rows, first, last); });
    });
    connect(&engine, &Engine::rowsChanged, this, [this](const QList<HeldRow>& rows, const QList<qint64>& removed) {
        onSide([rows, removed](ServerSide& side) { side.board().changeRows(rows, removed); });
    });
    connect(&engine, &Engine::jobsReset, this, [this](const QList<JobStatus>& jobs) {
        onSide([jobs](ServerSide& side) { side.board().resetJobs(jobs); });
    });
    connect(&engine, &Engine::jobsChanged, this, [this](const QList<JobStatus>& jobs) {
        onSide([jobs](ServerSide& side) { side.board().changeJobs(jobs); });
    });
    connect(&engine, &Engine::storesChanged, this, [this](const QList<StoreStatus>& stores) {
        onSide([stores](ServerSide& side) { side.board().setStores(stores); });
    });
    connect(&engine, &Engine::happened, this, [this](const QList<Event>& events) {
        onSide([events](ServerSide& side) { side.board().takeHappened(events); });
    });
    connect(&engine, &Engine::settingsChanged, this, [this] {
        if (m_listening && !listensAlike(*m_listening, m_engine.settings()))
            listen();
    });
    // First of all: what is told next goes to its parts.
    connect(&engine, &Engine::opened, this, [this](const Done& done) {
        if (done && !m_thread.isRunning()) {
            onSide([folder = m_engine.profileFolder()](ServerSide& side) { side.begin(folder); });
            m_thread.start();
        }
    });
}

LocalServer::~LocalServer()
{
    stop();
    m_thread.wait();
    if (!m_stopped)
        delete m_side; // its thread never ran
}

void LocalServer::start()
{
    listen();
}

void LocalServer::listen()
{
    m_listening = m_engine.settings();
    if (!m_listening->serverEnabled && !m_options.port) {
        onSide([](ServerSide& side) { side.rest(); });
        return;
    }
    const auto wanted = static_cast<quint16>(m_listening->serverPort);
    onSide([wish = ListenWish{m_listening->serverAddress, m_options.port.value_or(wanted), m_options.port.has_value(),
                              wanted}](ServerSide& side) { side.listen(wish); });
}

void LocalServer::stop()
{
    if (m_stopped || !m_thread.isRunning())
        return;
    m_listening.reset();
    connect(m_side, &ServerSide::ended, &m_thread, &QThread::quit, Qt::DirectConnection);
    onSide([](ServerSide& side) { side.end(); });
    m_stopped = true;
}

void LocalServer::answer(const QString& askId, PairingAnswer answer)
{
    onSide([askId, answer](ServerSide& side) { side.answer(askId, answer); });
}

void LocalServer::forgetRefusals()
{
    onSide([](ServerSide& side) { side.forgetRefusals(); });
}

void LocalServer::revoke(const QString& clientId)
{
    onSide([clientId](ServerSide& side) { side.revoke(clientId); });
}

void LocalServer::listenAgain()
{
    if (m_listening)
        listen();
}

} // namespace hugger
