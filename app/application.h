// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/server/localserver.h"
#include "archive/jobqueue.h"
#include "archive/library.h"
#include "fetch/fetcher.h"
#include "hub/hubclient.h"
#include "hub/tokens.h"

#include <QtCore/QThreadPool>

#include <memory>
#include <optional>

namespace hugger {

/// The composition root: the only place that constructs services. Each is made when it is first asked for, so that what
/// only reads takes no lock and what works offline never asks for a token.
class Application final {
public:
    /// `profileFolder` empty: the user's own.
    explicit Application(QString profileFolder);
    ~Application();
    Q_DISABLE_COPY_MOVE(Application)

    /// The profile, opened once. ReadWrite takes the lock: Busy "profile_busy" when another process has it. ReadOnly
    /// takes it for a moment where the databases are not there or damaged, to make them from the records.
    [[nodiscard]] Expected<Library*> library(Library::Access access);
    /// What opening had to mend, to be said once.
    [[nodiscard]] QStringList takeNotices() { return std::exchange(m_notices, {}); }
    [[nodiscard]] Expected<Settings> settings();
    [[nodiscard]] Expected<QString> profileFolder() const;
    [[nodiscard]] QThreadPool& pool() { return m_pool; }

    /// Reads the token and makes what speaks to the Hub.
    [[nodiscard]] Task<Expected<HubClient*>> hub();
    /// After hub(): the token in use and where it came from.
    [[nodiscard]] const Token& token() const { return m_token; }
    /// The queue over the library, opened ReadWrite, and the Hub.
    [[nodiscard]] Task<Expected<JobQueue*>> queue();

    // For a program that stays; not beside library(), which would hold the profile's lock.

    [[nodiscard]] Engine& engine();
    /// Over the engine; asked for before that is opened.
    [[nodiscard]] LocalServer& server(const LocalServer::Options& options);

private:
    [[nodiscard]] Done mend();

    // In this order: what is below uses what is above, and the pool outlives all of them.
    QThreadPool m_pool;
    QString m_profileFolder;
    QStringList m_notices;
    std::optional<Settings> m_settings;
    Token m_token;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<HubClient> m_hub;
    std::unique_ptr<Fetcher> m_fetcher;
    std::unique_ptr<JobQueue> m_queue;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<LocalServer> m_server;
};

} // namespace hugger
