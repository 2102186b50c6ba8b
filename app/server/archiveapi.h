// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/server/enginedoor.h"
#include "app/server/statusboard.h"

#include "app/server/apimessage.h"

namespace hugger {

/// The routes about what is held and what runs: repos, archives, trash, jobs, events, stores, show. Does nothing by
/// itself: what is known it reads from the board, everything else it asks the engine as the window does. UpstreamApi
/// has those about the Hub.
///
/// An answer that waited comes back to an object that may be gone: after a wait that was Interrupted, nothing of it may
/// be touched.
class ArchiveApi final : public QObject {
    Q_OBJECT

public:
    /// `instance` names this run of the program, as ping does.
    ArchiveApi(EngineDoor& engine, StatusBoard& board, bool hasWindow, QString instance = {},
               QObject* parent = nullptr);

    void addRoutes(ApiRoutes& routes);

    static constexpr qsizetype mostUnfinishedJobs = 1000; ///< past these, no client adds one

Q_SIGNALS:
    void showRequested(const QString& link, bool add);

private:
    using Handler = Task<ApiAnswer> (ArchiveApi::*)(ApiRequest);
    using JobsVerb = Answer<void> (Engine::*)(const QList<qint64>&);

    void add(ApiRoutes& routes, const QByteArray& method, const QString& pattern, Handler handler);
    void addJobVerb(ApiRoutes& routes, const QString& name, JobsVerb verb);

    [[nodiscard]] Task<ApiAnswer> repos(ApiRequest request);
    [[nodiscard]] Task<ApiAnswer> repo(ApiRequest request);
    [[nodiscard]] Task<ApiAnswer> archives(ApiRequest request);
    [[nodiscard]] Task<ApiAnswer> archive(ApiRequest request);
    [[nodiscard]] Task<ApiAnswer> removeArchive(ApiRequest request);
    [[nodiscard]] Task<ApiAnswer> verifyArchive(ApiRequest request);
    [[nodiscard]] Task<ApiAnswer> repairArchive(ApiRequest request);
    [[nodiscard]] Task<ApiAnswer> restore(ApiRequest request);
    [[nodiscard]] Task<ApiAnswer> jobs(ApiRequest request);
    [[nodiscard]] Task<ApiAnswer> addJob(ApiRequest request);
    [[nodiscard]] Task<ApiAnswer> job(ApiRequest request);
    [[nodiscard]] Task<ApiAnswer> pauseAll(ApiRequest request);
    [[nodiscard]] Task<ApiAnswer> resumeAll(ApiRequest request);
    [[nodiscard]] Task<ApiAnswer> events(ApiRequest request);
    [[nodiscard]] Task<ApiAnswer> stores(ApiRequest request);
    [[nodiscard]] Task<ApiAnswer> show(ApiRequest request);

    [[nodiscard]] Task<ApiAnswer> changeJob(ApiRequest request, JobsVerb verb);
    [[nodiscard]] Task<ApiAnswer> jobsOfArchive(ApiRequest request,
                                                Answer<QList<Job>> (Engine::*verb)(const QList<qint64>&));
    [[nodiscard]] std::optional<HeldRow> rowOf(const ApiRequest& request) const;

    EngineDoor& m_engine;
    StatusBoard& m_board;
    bool m_hasWindow;
    QString m_instance;
};

} // namespace hugger
