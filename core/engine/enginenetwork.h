// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/enginewriter.h"

namespace hugger {

/// What is made anew when the endpoint or the proxy changes.
struct EngineWriter::Network {
    HttpClient http;
    HubClient hub;
    Fetcher fetcher;
    JobQueue queue;
    Watcher watcher;

    Network(const Settings& settings, const NetPolicy& policy, Library& library, QThreadPool& pool)
        : http(settings.endpoint, policy)
        , hub(http)
        , fetcher(http, pool)
        , queue(library, hub, fetcher, pool)
        , watcher(library, hub)
    {
    }
};

} // namespace hugger
