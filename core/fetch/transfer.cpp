// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fetch/transfer.h"

#include "base/log.h"
#include "base/say.h"
#include "hub/hubclient.h"

#include <QtCore/QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hugger {

namespace {

constexpr qint64 pieceMin = 2 * 1024 * 1024;
constexpr qint64 pieceMax = 32 * 1024 * 1024;

} // namespace

Transfer::Transfer(HttpClient& http, Bandwidth& bandwidth, QThreadPool& pool, Want want)
    : m_http(http)
    , m_bandwidth(bandwidth)
    , m_want(std::move(want))
    , m_part(m_want.incoming + u'/' + QString::fromLatin1(m_want.key), m_want.size, m_want.sha256.isEmpty(), pool)
{
    connect(&m_part, &PartFile::hashed, this, &Transfer::prove);
    connect(&m_part, &PartFile::failed, this, &Transfer::stop);
}

void Transfer::open()
{
    if (const auto ok = m_part.open(); !ok) {
        conclude(std::unexpected(ok.error()));
        return;
    }
    refillHoles();
}

void Transfer::join(const std::shared_ptr<FetchMeter>& meter)
{
    meter->present += m_part.have().total();
    m_meters.push_back(meter);
}

bool Transfer::isWantedBy(const FetchMeter& meter) const
{
    return std::ranges::any_of(m_meters, [&meter](const auto& one) { return one.get() == &meter; });
}

void Transfer::leave(const std::shared_ptr<FetchMeter>& meter)
{
    const auto at = std::ranges::find(m_meters, meter);
    if (at != m_meters.end())
        m_meters.erase(at);
}

void Transfer::refillHoles()
{
    m_unassigned = m_part.have().holes(m_want.size);
}

bool Transfer::canStart() const
{
    if (m_result || m_unassigned.isEmpty() || !m_notBefore.hasExpired() || m_resolving)
        return false;
    return m_streams.empty() || (m_ranges && m_part.isJournaled());
}

Extent Transfer::nextPiece(int connections) const
{
    const Extent front = m_unassigned.first();
    if (!m_ranges || !m_part.isJournaled())
        return front;
    qint64 left = 0;
    for (const Extent& extent : m_unassigned)
        left += extent.size();
    const qint64 size = std::clamp(left / (2 * std::max(1, connections)), pieceMin, pieceMax);
    return {front.begin, std::min(front.end, front.begin + size)};
}

void Transfer::startStream(int connections)
{
    const Extent piece = nextPiece(connections);
    Extent& front = m_unassigned.first();
    front.begin = piece.end;
    if (front.size() == 0)
        m_unassigned.removeFirst();

    const bool isResolved = m_resolved.isValid();
    m_resolving = !isResolved;
    auto explain = [this](const HttpAnswer& answer) {
        return hubError(answer, m_want.repo, m_want.path, m_http.hasToken(), m_http.endpoint());
    };
    auto write = [this](qint64 offset, QByteArrayView bytes) { return this->write(offset, bytes); };
    PieceStream::Target target{isResolved ? m_resolved : m_want.url, isResolved, piece, m_want.size, m_want.path};
    auto stream =
        std::make_unique<PieceStream>(m_http, m_bandwidth, std::move(target), std::move(write), std::move(explain));
    PieceStream* const raw = stream.get();
    connect(raw, &PieceStream::headGood, this, [this, raw] {
        m_resolved = raw->finalUrl();
        m_resolving = false;
        Q_EMIT streamEnded(); // the others need not wait any longer
    });
    connect(raw, &PieceStream::ended, this, [this, raw](const StreamEnd& end) { streamDone(raw, end); });
    m_serials.emplace_back(raw, ++m_serial);
    m_streams.push_back(std::move(stream));
    raw->start();
}

Done Transfer::write(qint64 offset, QByteArrayView bytes)
{
    if (const auto ok = m_part.write(offset, bytes); !ok)
        return ok;
    m_failures = 0;
    m_refusals = 0;
    m_received += bytes.size();
    for (const auto& meter : m_meters)
        meter->present += bytes.size();
    // The bytes came once, however many wait for them: the first counts them.
    if (!m_meters.empty())
        m_meters.front()->fetched += bytes.size();
    return {};
}

void Transfer::takeBack(Extent rest)
{
    if (rest.size() <= 0)
        return;
    const auto at = std::ranges::lower_bound(m_unassigned, rest.begin, {}, &Extent::begin);
    m_unassigned.insert(at, rest);
}

void Transfer::streamDone(PieceStream* stream, const StreamEnd& end)
{
    const auto serialAt = std::ranges::find(m_serials, stream, &std::pair<PieceStream*, qint64>::first);
    const qint64 serial = serialAt->second;
    m_serials.erase(serialAt);
    const auto at = std::ranges::find_if(m_streams, [stream](const auto& owned) { return owned.get() == stream; });
    // Called from the stream's own signal: it goes when the event loop is back.
    PieceStream* const gone = at->release();
    m_streams.erase(at);
    gone->deleteLater();
    if (m_result)
        return;
    takeBack(gone->rest());
    if (m_resolving && !m_resolved.isValid())
        m_resolving = false;

    switch (end.kind) {
    case StreamEnd::Kind::Complete:
        break;
    case StreamEnd::Kind::Fatal:
        stop(end.error);
        return;
    case StreamEnd::Kind::NoRanges:
        if (m_part.have().total() > 0)
            qCInfo(lcFetch) << "no ranges for" << m_want.path << "- starting over with one connection";
        m_ranges = false;
        startOver();
        if (m_result)
            return;
        if (serial > m_countedSerial)
            failedTry(end.error, true);
        break;
    case StreamEnd::Kind::StaleUrl:
        m_resolved.clear();
        m_resolving = false;
        if (serial > m_countedSerial)
            failedTry(end.error, m_failures == 0);
        break;
    case StreamEnd::Kind::Held:
        // The gate holds everything; only a Hub that never lets up ends it.
        if (serial > m_countedSerial && ++m_refusals > m_http.policy().rateTries) {
            stop(end.error);
            return;
        }
        m_countedSerial = m_serial;
        break;
    case StreamEnd::Kind::Retry:
        m_resolved.clear(); // a server that fails may be one of several behind the link
        m_resolving = false;
        if (serial > m_countedSerial)
            failedTry(end.error, false);
        break;
    }
    if (!m_result)
        Q_EMIT streamEnded();
}

void Transfer::failedTry(const Error& error, bool atOnce)
{
    m_countedSerial = m_serial;
    ++m_failures;
    ++m_failuresEver;
    const qint64 ceiling = 50 + m_want.size / (1024 * 1024);
    qCInfo(lcFetch) << m_want.path << "try" << m_failures << "failed:" << error.message << error.detail;
    if (m_failures >= m_http.policy().tries || m_failuresEver >= ceiling) {
        stop(error);
        return;
    }
    m_notBefore = QDeadlineTimer(atOnce ? 0ms : m_http.backoff(m_failures));
}

bool Transfer::allFlow() const
{
    return std::ranges::all_of(m_streams,
                               [](const auto& stream) { return stream->rest().begin > stream->piece().begin; });
}

void Transfer::tick()
{
    // Ending a stream takes it out of the list.
    for (std::size_t i = m_streams.size(); i > 0; --i) {
        if (i <= m_streams.size())
            m_streams[i - 1]->checkStall();
    }
}

void Transfer::drain()
{
    for (std::size_t i = m_streams.size(); i > 0; --i) {
        if (i <= m_streams.size())
            m_streams[i - 1]->drain();
    }
}

void Transfer::dropStreams()
{
    for (auto& stream : m_streams) {
        stream->abandon();
        stream.release()->deleteLater();
    }
    m_streams.clear();
    m_serials.clear();
    m_resolving = false;
}

void Transfer::startOver()
{
    dropStreams();
    const qint64 lost = m_part.have().total();
    for (const auto& meter : m_meters)
        meter->present -= lost;
    if (const auto ok = m_part.startOver(); !ok) {
        stop(ok.error());
        return;
    }
    refillHoles();
}

void Transfer::prove()
{
    if (m_result || !m_part.hashes())
        return;
    const ContentHashes hashes = *m_part.hashes();
    const bool right = m_want.sha256.isEmpty() ? hashes.gitSha1 == m_want.gitSha1 : hashes.sha256 == m_want.sha256;
    if (right) {
        m_part.forgetJournal();
        conclude(Fetched{m_part.path(), hashes, m_want.size, {}});
        return;
    }
    if (m_part.resumedBytes() > 0 && !m_retriedOld) {
        // Bytes from before, which a power cut or another program may have changed, say nothing about the Hub.
        qCInfo(lcFetch) << m_want.path << "was wrong after being resumed; fetching it from the start";
        m_retriedOld = true;
        startOver();
        Q_EMIT streamEnded();
        return;
    }
    m_part.forgetJournal();
    const QString expected = QString::fromLatin1(m_want.sha256.isEmpty() ? m_want.gitSha1 : m_want.sha256);
    const QString got = QString::fromLatin1(m_want.sha256.isEmpty() ? hashes.gitSha1 : hashes.sha256);
    conclude(fail(ErrorKind::Integrity, u"hash_mismatch"_s,
                  Say::tr("%1 is not what the Hub says it is: the hash of the fetched bytes differs.").arg(m_want.path),
                  u"expected %1, got %2"_s.arg(expected, got), Retry::Never));
}

void Transfer::stop(const Error& reason)
{
    if (m_result)
        return;
    dropStreams();
    // What cannot be saved is fetched again: no reason to hide the one that matters.
    if (const auto saved = m_part.saveProgress(); !saved)
        qCWarning(lcFetch) << "progress of" << m_want.path << "was not saved:" << saved.error().message;
    conclude(std::unexpected(reason));
}

void Transfer::conclude(Expected<Fetched> result)
{
    if (m_result)
        return;
    m_result = std::move(result);
    Q_EMIT finished();
}

} // namespace hugger
