// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "fetch/partfile.h"
#include "fetch/piecestream.h"
#include "fetch/want.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QObject>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace hugger {

/// One content on its way: hands its pieces out from the front, retries, and proves the whole.
///
///            +--------- piece failed, tries left ---------+
///            v                                            |
///   open -> fetching (0..n streams) --- last byte ---> proving --- hashes right ---> finished(Fetched)
///            |                                            |
///            | tries used up, disk error, cancel          | wrong, but begun with bytes from before: start over once,
///            quietly v                                            v wrong: finished(Integrity), the bytes stay in the
///            part file
///         finished(error), progress saved
class Transfer final : public QObject {
    Q_OBJECT

public:
    Transfer(HttpClient& http, Bandwidth& bandwidth, QThreadPool& pool, Want want);

    /// Opens the part file. What is there already is proved at once and not fetched.
    void open();
    /// A waiting caller joins; its meter counts from now on.
    void join(const std::shared_ptr<FetchMeter>& meter);
    void leave(const std::shared_ptr<FetchMeter>& meter);
    [[nodiscard]] bool isWanted() const { return !m_meters.empty(); }
    [[nodiscard]] bool isWantedBy(const FetchMeter& meter) const;

    /// True when another connection could be put to work now.
    [[nodiscard]] bool canStart() const;
    /// When canStart() may become true by itself; forever when nothing is waited for.
    [[nodiscard]] QDeadlineTimer notBefore() const { return m_notBefore; }
    /// The next stream begins at the Hub, where requests are counted, and not at the link it gave.
    [[nodiscard]] bool asksHub() const { return !m_resolved.isValid(); }
    /// Bytes on disk.
    [[nodiscard]] qint64 present() const { return m_part.have().total(); }
    /// Starts one stream on the next piece. `connections` is how many there are in all: pieces shrink towards the end
    /// so that they finish together.
    void startStream(int connections);
    [[nodiscard]] int streams() const { return static_cast<int>(m_streams.size()); }

    [[nodiscard]] bool inPieces() const { return m_part.isJournaled(); }
    /// Every stream has bytes coming.
    [[nodiscard]] bool allFlow() const;
    /// Bytes that came since the last call.
    [[nodiscard]] qint64 takeReceived() { return std::exchange(m_received, 0); }

    void tick(); ///< twice a second: stalls
    void drain(); ///< when the bandwidth limit gives again
    /// Saves progress and ends with `reason`.
    void stop(const Error& reason);

    [[nodiscard]] const Want& want() const { return m_want; }
    [[nodiscard]] const std::optional<Expected<Fetched>>& result() const { return m_result; }

Q_SIGNALS:
    void streamEnded(); ///< a connection is free, or may be used again
    void finished();

private:
    void streamDone(PieceStream* stream, const StreamEnd& end);
    void takeBack(Extent rest);
    void failedTry(const Error& error, bool atOnce);
    void prove();
    void conclude(Expected<Fetched> result);
    [[nodiscard]] Done write(qint64 offset, QByteArrayView bytes);
    void refillHoles();
    void dropStreams();
    void startOver();
    [[nodiscard]] Extent nextPiece(int connections) const;

    HttpClient& m_http;
    Bandwidth& m_bandwidth;
    Want m_want;
    PartFile m_part;
    std::vector<std::shared_ptr<FetchMeter>> m_meters;
    std::vector<std::unique_ptr<PieceStream>> m_streams;
    QList<Extent> m_unassigned; ///< sorted
    QUrl m_resolved; ///< where the resolve URL led to, while it is accepted
    bool m_resolving = false; ///< the first stream finds out; the others wait
    bool m_ranges = true; ///< false: the server sends whole files only
    bool m_retriedOld = false;
    QDeadlineTimer m_notBefore{0};
    qint64 m_received = 0;
    int m_failures = 0; ///< in a row without a byte
    int m_failuresEver = 0;
    int m_refusals = 0; ///< 429s in a row
    qint64 m_serial = 0; ///< counts streams started
    qint64 m_countedSerial = 0; ///< streams begun up to here share one failure: an outage hits all of them at once
    std::vector<std::pair<PieceStream*, qint64>> m_serials;
    std::optional<Expected<Fetched>> m_result;
};

} // namespace hugger
