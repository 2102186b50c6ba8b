// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "fetch/transfer.h"

#include <QtCore/QTimer>

#include <deque>
#include <map>

namespace hugger {

/// A transfer as a person sees it.
struct ActiveFile {
    QByteArray key;
    QString path;
    qint64 size = 0;
    qint64 present = 0;
    int connections = 0;
};

/// The one engine for small and big files: shares connections out among the contents that are wanted, first come first
/// served.
///
/// Small files use all the connections there may be. Pieces of big ones begin with two and double while each of them is
/// slow: where the network is the limit it takes many to fill it, and where this machine is, more would only keep
/// megabytes waiting in their buffers, to be fetched again after a crash. Lives in a thread with an event loop; only
/// pool threads hash and sync.
class Fetcher final : public QObject {
    Q_OBJECT

public:
    /// `http` and `pool` must outlive it.
    Fetcher(HttpClient& http, QThreadPool& pool, QObject* parent = nullptr);
    ~Fetcher() override;

    /// Fetches a content into a proved part file. Callers with the same key share one transfer. When stopped, and
    /// nobody else wants it, progress is saved for the next time. Errors: Integrity "hash_mismatch" (the bytes are left
    /// in the part file, for the one caller that hears of it first; the others hear "hash_mismatch_shared"), Network,
    /// NotAllowed, NotFound, Disk, Interrupted.
    [[nodiscard]] Task<Expected<Fetched>> fetch(Want want, std::stop_token stop);

    /// Bytes per second over everything, 0 for no limit; at once.
    void setBandwidth(qint64 bytesPerSecond);
    /// What is on its way for the job that has this meter.
    [[nodiscard]] QList<ActiveFile> active(const FetchMeter& meter) const;

private:
    [[nodiscard]] std::shared_ptr<const void> leaseOf(const QByteArray& id, const Fetched& fetched);
    void pump();
    void pumpSoon();
    void tick();
    void ramp();

    HttpClient& m_http;
    QThreadPool& m_pool;
    Bandwidth m_bandwidth;
    std::map<QByteArray, std::shared_ptr<Transfer>> m_transfers; ///< by folder and key
    struct Proved {
        std::weak_ptr<const void> lease;
        Fetched fetched; ///< without the lease
    };
    std::map<QByteArray, Proved> m_proved; ///< parts that are about to become objects
    std::deque<std::weak_ptr<Transfer>> m_order;
    QTimer m_pump; ///< zero or the time the next thing may start
    QTimer m_tick; ///< stalls; runs while there is something to watch
    QTimer m_drain; ///< gives bandwidth out while it is limited
    QTimer m_ramp; ///< looks whether more connections would help
    QElapsedTimer m_rampClock;
    int m_pieceConnections;
};

} // namespace hugger
