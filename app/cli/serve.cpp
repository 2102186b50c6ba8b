// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/describe.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QSet>
#include <QtCore/QUrl>

#include <QCoroSignal>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hugger {

namespace {

/// The archive and the local server over it, until Ctrl-C; tells on stderr what happens.
class ServeSession final : public QObject {
    Q_OBJECT

public:
    ServeSession(Context& context, Engine& engine, LocalServer& server);

    /// The error of opening the profile, or of listening; none when it listens.
    [[nodiscard]] Task<Done> begin();
    /// Ends when Ctrl-C was pressed.
    [[nodiscard]] Task<void> serve();
    /// Saves what runs.
    [[nodiscard]] Task<void> end();

Q_SIGNALS:
    void looked(); ///< at whether it is opened, listens, stopped or closed

private:
    void sayListening();
    void takeJobs(const QList<JobStatus>& jobs);
    void takeEnd(const JobStatus& status);
    void takeAsk();
    void say(const QString& text, const QString& name, const QJsonObject& json, Output::Tone tone);

    Context& m_context;
    Engine& m_engine;
    LocalServer& m_server;
    std::optional<Done> m_opened;
    bool m_isClosed = false;
    QSet<qint64> m_begun; ///< jobs that were told of
};

QString taskOf(const Job& job)
{
    if (isBundle(job))
        return jobName(job);
    return (job.type == JobType::Verify ? u"verifying "_s : u"archiving "_s) + jobName(job);
}

QString endOf(const Job& job)
{
    switch (job.state) {
    case JobState::Completed:
        return u"done"_s;
    case JobState::Cancelled:
        return u"cancelled"_s;
    default:
        return u"failed. "_s + (job.error ? job.error->message : QString());
    }
}

ServeSession::ServeSession(Context& context, Engine& engine, LocalServer& server)
    : m_context(context)
    , m_engine(engine)
    , m_server(server)
{
    connect(&engine, &Engine::opened, this, [this](const Done& done, const QStringList& notices) {
        m_opened = done;
        for (const QString& notice : notices)
            m_context.out.notice(notice, Output::Tone::Warn);
        Q_EMIT looked();
    });
    connect(&engine, &Engine::closed, this, [this] {
        m_isClosed = true;
        Q_EMIT looked();
    });
    connect(&engine, &Engine::jobsReset, this, &ServeSession::takeJobs);
    connect(&engine, &Engine::jobsChanged, this, &ServeSession::takeJobs);
    connect(&engine, &Engine::jobEnded, this, &ServeSession::takeEnd);
    connect(&engine, &Engine::trouble, this,
            [this](const Error& error) { m_context.out.notice(error.message, Output::Tone::Warn); });
    connect(&server, &Connections::statusChanged, this, &ServeSession::looked);
    connect(&server, &Connections::askChanged, this, &ServeSession::takeAsk);
}

Task<Done> ServeSession::begin()
{
    m_engine.open();
    while (!m_opened)
        co_await qCoro(this, &ServeSession::looked);
    if (!*m_opened)
        co_return std::unexpected(m_opened->error());
    if (!m_engine.settings().serverEnabled && !m_context.args.has(u"port"_s)) {
        co_return fail(
            ErrorKind::Failed, u"server_off"_s,
            u"The settings say that nothing may connect. Allow it there, or name a port: hugger serve --port %1"_s.arg(
                m_engine.settings().serverPort),
            {}, Retry::NeedsUser);
    }
    m_server.start();
    while (!m_server.status().isListening && !m_server.status().trouble)
        co_await qCoro(this, &ServeSession::looked);
    if (!m_server.status().isListening)
        co_return std::unexpected(*m_server.status().trouble);
    sayListening();
    co_return {};
}

Task<void> ServeSession::serve()
{
    const std::stop_callback wake(m_context.stop, [this] { Q_EMIT looked(); });
    while (!m_context.stop.stop_requested())
        co_await qCoro(this, &ServeSession::looked);
}

Task<void> ServeSession::end()
{
    m_server.stop();
    if (m_engine.isOpen()) {
        m_engine.close();
        while (!m_isClosed)
            co_await qCoro(this, &ServeSession::looked);
    }
    // Out of the signals of what is about to go.
    co_await pauseFor(0ms, std::stop_token());
}

void ServeSession::sayListening()
{
    const ServerStatus status = m_server.status();
    // The line on stdout comes last: who waits for it has been told everything.
    if (!m_context.args.has(u"port"_s) && status.port != status.wantedPort)
        m_context.out.notice(u"Port %1 is taken; browsers look here, too."_s.arg(status.wantedPort),
                             Output::Tone::Warn);
    if (status.trouble)
        m_context.out.notice(status.trouble->message, Output::Tone::Warn);
    QUrl address;
    address.setScheme(u"http"_s);
    address.setHost(status.address);
    address.setPort(status.port);
    if (m_context.out.isJson()) {
        m_context.out.document({{u"serving"_s,
                                 QJsonObject{{u"address"_s, status.address},
                                             {u"port"_s, status.port},
                                             {u"pid"_s, QCoreApplication::applicationPid()}}}});
    } else {
        m_context.out.line(
            u"Listening on %1. Pair a browser with `hugger pair`; Ctrl-C ends."_s.arg(address.toString()));
    }
    m_context.out.flush();
}

void ServeSession::say(const QString& text, const QString& name, const QJsonObject& json, Output::Tone tone)
{
    if (m_context.out.isQuiet())
        return;
    if (m_context.out.isJson())
        m_context.out.progress({{name, json}});
    else
        m_context.out.notice(text, tone);
}

void ServeSession::takeJobs(const QList<JobStatus>& jobs)
{
    for (const JobStatus& status : jobs) {
        const Job& job = status.job;
        const bool isMoving = job.state == JobState::Planning || job.state == JobState::Running;
        if (!isMoving || m_begun.contains(job.id))
            continue;
        m_begun.insert(job.id);
        say(u"Job %1: %2"_s.arg(job.id).arg(taskOf(job)), u"job"_s, ownJobJson(status, true), Output::Tone::Plain);
    }
}

void ServeSession::takeEnd(const JobStatus& status)
{
    m_begun.remove(status.job.id);
    say(u"Job %1: %2: %3"_s.arg(status.job.id).arg(taskOf(status.job), endOf(status.job)), u"job"_s,
        ownJobJson(status, false), status.job.state == JobState::Failed ? Output::Tone::Bad : Output::Tone::Plain);
}

void ServeSession::takeAsk()
{
    const auto ask = m_server.ask();
    if (ask)
        say(u"%1 asks to be paired: run `hugger pair`."_s.arg(ask->name), u"pairing"_s,
            {{u"name"_s, ask->name}, {u"origin"_s, ask->origin}}, Output::Tone::Strong);
}

Expected<LocalServer::Options> optionsOf(const Arguments& args)
{
    LocalServer::Options options;
    if (!args.has(u"port"_s))
        return options;
    bool isNumber = false;
    const ushort port = args.value(u"port"_s).toUShort(&isNumber);
    if (!isNumber)
        return fail(ErrorKind::Usage, u"usage"_s, u"--port takes a number from 0 (any that is free) to 65535."_s);
    options.port = port;
    return options;
}

} // namespace

Task<Expected<int>> runServe(Context& context)
{
    const auto options = optionsOf(context.args);
    if (!options)
        co_return std::unexpected(options.error());
    LocalServer& server = context.app.server(*options);
    ServeSession session(context, context.app.engine(), server);
    const auto begun = co_await session.begin();
    if (begun)
        co_await session.serve();
    co_await session.end();
    if (!begun)
        co_return std::unexpected(begun.error());
    co_return 0;
}

} // namespace hugger

#include "serve.moc"
