// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "archive/plan.h"
#include "fetch/fetcher.h"

namespace hugger {

/// How far a job is, for whoever shows it. Read from any thread.
struct ArchiveProgress {
    std::shared_ptr<FetchMeter> meter = std::make_shared<FetchMeter>();
    std::atomic<qint64> filesDone = 0;
};

/// What archiving gave.
struct Archived {
    SnapshotKey key;
    QString storeId;
    qint64 fetchedBytes = 0; ///< over the network, repetitions included
    QString viewTrouble; ///< why the view was left out, if it was
};

/// Carries a plan out: fetch, prove, admit, commit. What was fetched stays in incoming/ when it is stopped or fails,
/// and the next run goes on from there. Lives in the thread of the library and the fetcher.
class Archiver final {
public:
    /// All must outlive it.
    Archiver(Library& library, const HubClient& hub, Fetcher& fetcher, QThreadPool& pool);

    [[nodiscard]] Task<Expected<Archived>> run(const Plan& plan, std::shared_ptr<ArchiveProgress> progress,
                                               std::stop_token stop);

private:
    struct Run;

    [[nodiscard]] Task<Done> fetchAll(Run& run, std::stop_token stop);
    [[nodiscard]] Task<Done> fetchOne(Run& run, qsizetype index, std::stop_token stop);
    [[nodiscard]] Task<Done> copyOne(Run& run, qsizetype index, std::stop_token stop);
    [[nodiscard]] bool enteredMeanwhile(Run& run, qsizetype index);
    [[nodiscard]] bool mustReplace(const Run& run, const QByteArray& sha256, qint64 size);
    [[nodiscard]] Task<Done> admitReady(Run& run, bool all);
    [[nodiscard]] Task<Expected<Archived>> commit(Run& run);

    Library& m_library;
    HubClient m_hub;
    Fetcher& m_fetcher;
    QThreadPool& m_pool;
};

} // namespace hugger
