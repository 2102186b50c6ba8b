// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fetch/fetcher.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hugger {

namespace {

constexpr int firstConnections = 2;
constexpr double fastConnection = 50e6; ///< bytes per second: one that does this is not held back by the network

} // namespace

Fetcher::Fetcher(HttpClient& http, QThreadPool& pool, QObject* parent)
    : QObject(parent)
    , m_http(http)
    , m_pool(pool)
    , m_pieceConnections(firstConnections)
{
    m_pump.setSingleShot(true);
    connect(&m_pump, &QTimer::timeout, this, &Fetcher::pump);
    m_tick.setInterval(500ms);
    connect(&m_tick, &QTimer::timeout, this, &Fetcher::tick);
    m_ramp.setInterval(50ms);
    connect(&m_ramp, &QTimer::timeout, this, &Fetcher::ramp);
    m_drain.setInterval(20ms);
    m_drain.setTimerType(Qt::PreciseTimer);
    connect(&m_drain, &QTimer::timeout, this, [this] {
        // Round and round, so that no file starves behind another.
        if (!m_order.empty()) {
            m_order.push_back(m_order.front());
            m_order.pop_front();
        }
        const auto order = m_order;
        for (const auto& weak : order) {
            if (const auto transfer = weak.lock())
                transfer->drain();
        }
    });
}

Fetcher::~Fetcher() = default;

void Fetcher::setBandwidth(qint64 bytesPerSecond)
{
    m_bandwidth.setLimit(bytesPerSecond);
    if (bytesPerSecond > 0)
        m_drain.start();
    else
        m_drain.stop();
    for (const auto& [key, transfer] : std::map(m_transfers))
        transfer->drain();
}

QList<ActiveFile> Fetcher::active(const FetchMeter& meter) const
{
    QList<ActiveFile> files;
    for (const auto& weak : m_order) {
        if (const auto transfer = weak.lock(); transfer && transfer->streams() > 0 && transfer->isWantedBy(meter))
            files.append({transfer->want().key, transfer->want().path, transfer->want().size, transfer->present(),
                          transfer->streams()});
    }
    return files;
}

void Fetcher::pumpSoon()
{
    if (!m_pump.isActive() || m_pump.remainingTime() > 0)
        m_pump.start(0);
}

void Fetcher::pump()
{
    int running = 0;
    int pieces = 0;
    for (const auto& [key, transfer] : m_transfers) {
        running += transfer->streams();
        if (transfer->inPieces())
            pieces += transfer->streams();
    }
    const int allowed = m_http.policy().connectionsPerHost;
    const int piecesAllowed = std::min(allowed, m_pieceConnections);
    RateGate& gate = m_http.gate();
    auto next = std::chrono::milliseconds::max();
    std::erase_if(m_order, [](const auto& weak) { return weak.expired(); });
    for (const auto& weak : m_order) {
        if (running >= allowed)
            break;
        const auto transfer = weak.lock();
        if (!transfer)
            continue;
        const bool inPieces = transfer->inPieces();
        while (running < allowed && (!inPieces || pieces < piecesAllowed) && transfer->canStart()) {
            // Only what goes to the Hub is counted there; a 429 of anybody holds everything.
            const auto wait =
                transfer->asksHub() ? gate.tryPass(RateBucket::Resolvers) : gate.shutFor(RateBucket::Resolvers);
            if (wait > 0ms) {
                next = std::min(next, wait);
                break;
            }
            transfer->startStream(inPieces ? piecesAllowed : allowed);
            ++running;
            pieces += inPieces ? 1 : 0;
        }
        if (!transfer->notBefore().hasExpired())
            next = std::min(next, std::chrono::milliseconds(transfer->notBefore().remainingTime() + 1));
    }
    if (pieces > 0 && !m_ramp.isActive() && m_pieceConnections < allowed) {
        m_rampClock.start();
        m_ramp.start();
    }
    if (next != std::chrono::milliseconds::max())
        m_pump.start(next);
}

void Fetcher::ramp()
{
    qint64 bytes = 0;
    int streams = 0;
    bool allFlow = true;
    for (const auto& [key, transfer] : m_transfers) {
        if (!transfer->inPieces())
            continue;
        bytes += transfer->takeReceived();
        streams += transfer->streams();
        allFlow = allFlow && transfer->allFlow();
    }
    const double seconds = static_cast<double>(m_rampClock.nsecsElapsed()) / 1e9;
    m_rampClock.start();
    if (streams == 0 || m_pieceConnections >= m_http.policy().connectionsPerHost) {
        m_ramp.stop();
        return;
    }
    if (!allFlow || streams < m_pieceConnections || m_bandwidth.isLimited())
        return;
    if (static_cast<double>(bytes) / seconds / streams < fastConnection) {
        m_pieceConnections *= 2;
        pumpSoon();
    }
}

void Fetcher::tick()
{
    for (const auto& [key, transfer] : std::map(m_transfers))
        transfer->tick();
    if (m_transfers.empty())
        m_tick.stop();
    else
        pumpSoon(); // in case a pause ended between two looks at the clock
}

std::shared_ptr<const void> Fetcher::leaseOf(const QByteArray& id, const Fetched& fetched)
{
    const auto at = m_proved.find(id);
    auto lease = at == m_proved.end() ? nullptr : at->second.lease.lock();
    if (!lease) {
        // Those of parts that have entered are of no use any more.
        std::erase_if(m_proved, [](const auto& one) { return one.second.lease.expired(); });
        lease = std::make_shared<char>();
        m_proved[id] = {lease, fetched};
    }
    return lease;
}

Task<Expected<Fetched>> Fetcher::fetch(Want want, std::stop_token stop)
{
    if (stop.stop_requested())
        co_return std::unexpected(interrupted());
    if (m_transfers.empty())
        m_pieceConnections = firstConnections; // another time, perhaps another network
    const QByteArray id = want.incoming.toUtf8() + '/' + want.key;
    auto meter = want.meter ? want.meter : std::make_shared<FetchMeter>();
    if (const auto at = m_proved.find(id); at != m_proved.end()) {
        if (auto lease = at->second.lease.lock()) {
            Fetched again = at->second.fetched;
            again.lease = std::move(lease);
            meter->present += again.size;
            co_return again;
        }
        m_proved.erase(at);
    }
    auto& slot = m_transfers[id];
    const bool isNew = !slot;
    if (isNew)
        slot = std::make_shared<Transfer>(m_http, m_bandwidth, m_pool, std::move(want));
    const std::shared_ptr<Transfer> transfer = slot;
    if (isNew) {
        connect(transfer.get(), &Transfer::streamEnded, this, &Fetcher::pumpSoon);
        m_order.push_back(transfer);
        if (!m_tick.isActive())
            m_tick.start();
        transfer->open();
    }
    transfer->join(meter);
    pumpSoon();

    if (!transfer->result()) {
        // Either the transfer ends or this caller is stopped.
        Wake wake;
        connect(transfer.get(), &Transfer::finished, &wake, &Wake::woken, Qt::QueuedConnection);
        const std::stop_callback stopped(
            stop, [&wake] { QMetaObject::invokeMethod(&wake, &Wake::woken, Qt::QueuedConnection); });
        co_await qCoro(&wake, &Wake::woken);
    }
    transfer->leave(meter);
    if (!transfer->result()) {
        if (transfer->isWanted())
            co_return std::unexpected(interrupted());
        transfer->stop(interrupted());
    }
    Expected<Fetched> result = *transfer->result();
    // The first to hear of the end takes it off the list: the next wish for the same key starts afresh.
    const auto at = m_transfers.find(id);
    const bool isFirst = at != m_transfers.end() && at->second == transfer;
    if (isFirst)
        m_transfers.erase(at);
    pumpSoon();
    if (result)
        result->lease = leaseOf(id, *result);
    else if (!isFirst && result.error().code == "hash_mismatch"_L1)
        result.error().code = u"hash_mismatch_shared"_s;
    co_return result;
}

} // namespace hugger
