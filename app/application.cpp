// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/application.h"

#include "bundle/bundlejobs.h"
#include "net/proxychoice.h"

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

bool isMendable(const Error& error)
{
    return error.code == "database_missing"_L1 || error.code == "database_damaged"_L1
        || error.code == "database_older"_L1;
}

} // namespace

Application::Application(QString profileFolder)
    : m_profileFolder(std::move(profileFolder))
{
}

Application::~Application() = default;

Expected<Library*> Application::library(Library::Access access)
{
    if (!m_library) {
        auto opened = Library::open(m_profileFolder, access);
        if (!opened && access == Library::Access::ReadOnly && isMendable(opened.error())) {
            if (const auto ok = mend(); !ok)
                return std::unexpected(ok.error());
            opened = Library::open(m_profileFolder, access);
        }
        if (!opened)
            return std::unexpected(opened.error());
        m_library = *std::move(opened);
        m_notices += m_library->notices();
    }
    Q_ASSERT(access == Library::Access::ReadOnly || m_library->profile().isLocked());
    return m_library.get();
}

/// Opening for writing makes what is missing. It is let go at once, so that a command that only reads keeps nobody
/// waiting.
Done Application::mend()
{
    const auto mended = Library::open(m_profileFolder, Library::Access::ReadWrite);
    if (!mended)
        return std::unexpected(mended.error());
    m_notices += (*mended)->notices();
    return {};
}

Expected<Settings> Application::settings()
{
    if (m_settings)
        return *m_settings;
    const auto read = [this]() -> Expected<Settings> {
        if (m_library)
            return m_library->profile().settings();
        const auto profile = Profile::open(m_profileFolder);
        if (!profile)
            return std::unexpected(profile.error());
        return profile->settings();
    };
    auto settings = read();
    if (settings)
        m_settings = *settings;
    return settings;
}

Expected<QString> Application::profileFolder() const
{
    return Profile::open(m_profileFolder).transform([](const Profile& profile) { return profile.folder(); });
}

Task<Expected<HubClient*>> Application::hub()
{
    if (m_hub)
        co_return m_hub.get();
    const auto wanted = settings();
    if (!wanted)
        co_return std::unexpected(wanted.error());
    NetPolicy policy;
    policy.connectionsPerHost = wanted->connections;
    m_http = std::make_unique<HttpClient>(wanted->endpoint, policy);
    m_http->setProxyFactory(makeProxyFactory(wanted->proxy == Settings::Proxy::System,
                                             wanted->proxy == Settings::Proxy::Manual ? wanted->proxyUrl : QUrl()));
    const Tokens tokens(wanted->endpoint);
    m_token = co_await tokens.read();
    m_http->setToken(m_token.value);
    m_hub = std::make_unique<HubClient>(*m_http);
    co_return m_hub.get();
}

Task<Expected<JobQueue*>> Application::queue()
{
    if (m_queue)
        co_return m_queue.get();
    // The lock first: a busy profile is said at once, before anything is asked of a keychain.
    const auto opened = library(Library::Access::ReadWrite);
    if (!opened)
        co_return std::unexpected(opened.error());
    const auto online = co_await hub();
    if (!online)
        co_return std::unexpected(online.error());
    m_fetcher = std::make_unique<Fetcher>(*m_http, m_pool);
    m_fetcher->setBandwidth(m_settings->bandwidth);
    m_queue = std::make_unique<JobQueue>(**opened, **online, *m_fetcher, m_pool);
    carryBundles(*m_queue, **opened, m_pool);
    co_return m_queue.get();
}

Engine& Application::engine()
{
    if (!m_engine)
        m_engine = std::make_unique<Engine>(m_profileFolder);
    return *m_engine;
}

LocalServer& Application::server(const LocalServer::Options& options)
{
    if (!m_server)
        m_server = std::make_unique<LocalServer>(engine(), options);
    return *m_server;
}

} // namespace hugger
