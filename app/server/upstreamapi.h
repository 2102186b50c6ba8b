// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/server/enginedoor.h"
#include "app/server/statusboard.h"

#include "app/server/apimessage.h"

namespace hugger {

/// The routes about the Hub: what it says of a repo now, what an update would bring, and what happened there. As
/// ArchiveApi it does nothing by itself, and after a wait that was Interrupted nothing of it may be touched.
class UpstreamApi final : public QObject {
    Q_OBJECT

public:
    UpstreamApi(EngineDoor& engine, StatusBoard& board, QObject* parent = nullptr);

    void addRoutes(ApiRoutes& routes);
    /// Checks that are under way end; quiet() follows when none is. Before that it must not be destroyed.
    void stop();
    [[nodiscard]] bool isQuiet() const { return m_running == 0; }

    static constexpr int mostHubAsks = 8; ///< at once, for all clients
    static constexpr int mostHubAsksPerClient = 3;
    static constexpr std::chrono::seconds checkAllPause{60}; ///< between two rounds that clients ask for

Q_SIGNALS:
    void quiet();

private:
    using Handler = Task<ApiAnswer> (UpstreamApi::*)(ApiRequest);

    void add(ApiRoutes& routes, const QByteArray& method, const QString& pattern, Handler handler);

    [[nodiscard]] Task<ApiAnswer> checkRepo(ApiRequest request);
    [[nodiscard]] Task<ApiAnswer> checkAll(ApiRequest request);
    [[nodiscard]] Task<ApiAnswer> filesOfRepo(ApiRequest request);
    [[nodiscard]] Task<ApiAnswer> updateOfRepo(ApiRequest request);
    [[nodiscard]] Task<ApiAnswer> events(ApiRequest request);
    [[nodiscard]] Task<ApiAnswer> oneEvent(ApiRequest request);

    /// Has the Hub asked, and the board told; goes on when whoever wanted it hangs up. `place` is taken until then.
    [[nodiscard]] Task<void> runCheck(StatusBoard::CheckKey key, RepoId repo, std::shared_ptr<void> place);
    /// Waits while somebody else has the Hub asked the same; the answer when that cannot be waited for.
    [[nodiscard]] Task<std::optional<ApiAnswer>> awaitCheck(StatusBoard::CheckKey key, ApiRequest request);

    EngineDoor& m_engine;
    StatusBoard& m_board;
    std::stop_source m_stop;
    int m_running = 0; ///< checks
    Places m_asking{mostHubAsks, mostHubAsksPerClient};
    QDeadlineTimer m_allAgain{0}; ///< before that no client has all of them looked at anew
};

} // namespace hugger
