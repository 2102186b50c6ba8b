// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/pairingdesk.h"

#include "app/server/clients.h"
#include "app/server/secrets.h"
#include "base/format.h"
#include "base/hash.h"

#include <QtCore/QJsonArray>
#include <QtCore/QPointer>
#include <QtCore/QScopeGuard>
#include <QtCore/QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hugger {

namespace {

constexpr auto timeToReveal = 10s; ///< a program does it at once
constexpr auto timeToAnswer = 60s; ///< a person
constexpr auto timeKept = 60s; ///< for the one who asked to hear how it ended
constexpr int mostWaiting = 16;
constexpr int longestWait = 20; ///< seconds
constexpr qsizetype nonceBytes = 32;
constexpr qsizetype idBytes = 16;

ApiAnswer badField(const QString& message)
{
    return ApiAnswer::refuse(422, u"bad_field"_s, message);
}

ApiAnswer noSuchPairing()
{
    return ApiAnswer::refuse(404, u"no_such_pairing"_s, u"There is no such attempt to connect, or not any more."_s);
}

Task<ApiAnswer> ready(ApiAnswer answer)
{
    co_return answer;
}

/// Nothing when the body has these fields and no others, and the query those names alone.
std::optional<ApiAnswer> checkNames(const ApiRequest& request, const QStringList& fields, const QStringList& names = {})
{
    for (const auto& [name, value] : request.query) {
        if (!names.contains(name) || request.queryValues(name).size() != 1)
            return badField(u"The query has a name that this path does not take, or takes once."_s);
    }
    for (const QString& field : fields) {
        if (!request.body.contains(field))
            return badField(u"The field \"%1\" is missing."_s.arg(field));
    }
    if (request.body.size() != fields.size())
        return badField(u"The body has a field that this path does not take."_s);
    return std::nullopt;
}

/// 64 digits of lower-case hex; empty when it is anything else.
QByteArray hexOf(const ApiRequest& request, QStringView field)
{
    const QString text = request.body.value(field).toString();
    return isHex(text, 2 * nonceBytes) ? text.toLatin1() : QByteArray();
}

std::expected<std::chrono::milliseconds, ApiAnswer> waitOf(const ApiRequest& request)
{
    if (auto refused = checkNames(request, {}, {u"wait"_s}))
        return std::unexpected(*std::move(refused));
    const auto text = request.queryValue(u"wait");
    if (!text)
        return 0ms;
    bool ok = false;
    const int seconds = text->toInt(&ok);
    if (!ok || seconds < 0 || seconds > longestWait || QString::number(seconds) != *text)
        return std::unexpected(badField(u"\"wait\" is a number of seconds from 0 to %1."_s.arg(longestWait)));
    return std::chrono::seconds(seconds);
}

/// A browser's extension, or a program, which sends none.
bool mayPair(const QByteArray& origin)
{
    if (origin.isEmpty())
        return true;
    for (const QByteArrayView scheme : {"chrome-extension://", "moz-extension://"}) {
        const QByteArrayView id = QByteArrayView(origin).sliced(std::min(scheme.size(), origin.size()));
        const bool isPlain = std::ranges::all_of(
            id, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
        if (origin.startsWith(scheme) && isPlain && !id.isEmpty() && id.size() <= 64)
            return true;
    }
    return false;
}

/// What both sides show: who does not know both nonces cannot choose them so that it comes out alike.
/// The port is in it, so that a program that holds another one cannot pass our words on as its own.
QString codeOf(const QByteArray& clientNonce, const QByteArray& serverNonce, const QByteArray& origin, quint16 port)
{
    const QByteArray mac = hmacSha256(clientNonce, QByteArray(serverNonce + origin + '\n' + QByteArray::number(port)));
    return QString::number(qFromBigEndian<quint32>(mac.constData()) % 1'000'000).rightJustified(6, u'0');
}

int secondsUntil(PairingDesk::Time time, PairingDesk::Time now)
{
    return static_cast<int>(std::chrono::ceil<std::chrono::seconds>(time - now).count());
}

} // namespace

QString PairingDesk::nameOf(State state)
{
    switch (state) {
    case State::Begun:
        return u"begun"_s;
    case State::Asked:
        return u"asked"_s;
    case State::Allowed:
        return u"allowed"_s;
    case State::Denied:
        return u"denied"_s;
    case State::Expired:
        break;
    }
    return u"expired"_s;
}

PairingDesk::PairingDesk(Clients& clients, QObject* parent)
    : PairingDesk(clients, [] { return std::chrono::steady_clock::now(); }, parent)
{
}

PairingDesk::PairingDesk(Clients& clients, Clock clock, QObject* parent)
    : QObject(parent)
    , m_clients(clients)
    , m_clock(std::move(clock))
    , m_limits(clients, m_clock())
    , m_due(this)
{
    m_due.setSingleShot(true);
    connect(&m_due, &QTimer::timeout, this, &PairingDesk::expire);
}

void PairingDesk::addRoutes(ApiRoutes& routes)
{
    using Handler = ApiAnswer (PairingDesk::*)(const ApiRequest&);
    const auto add = [this, &routes](const char* method, const QString& pattern, ApiAccess access, Handler handler) {
        routes.add({method, pattern, access,
                    [this, handler](const ApiRequest& request) { return ready((this->*handler)(request)); }});
    };
    add("POST", u"pair"_s, ApiAccess::Open, &PairingDesk::begin);
    add("POST", u"pair/{pairing}"_s, ApiAccess::Open, &PairingDesk::reveal);
    add("DELETE", u"pair/{pairing}"_s, ApiAccess::Open, &PairingDesk::withdraw);
    routes.add({"GET", u"pair/{pairing}"_s, ApiAccess::Open,
                [this](ApiRequest request) { return tell(std::move(request)); }, true});
    routes.add({"GET", u"pairings"_s, ApiAccess::Owner,
                [this](ApiRequest request) { return tellOwner(std::move(request)); }, true});
    add("POST", u"pairings/{pairing}"_s, ApiAccess::Owner, &PairingDesk::decide);
    add("GET", u"clients"_s, ApiAccess::Owner, &PairingDesk::listClients);
    add("DELETE", u"clients/{client}"_s, ApiAccess::Owner, &PairingDesk::disconnectClient);
}

// What the client says

ApiAnswer PairingDesk::begin(const ApiRequest& request)
{
    expire();
    const QByteArray& origin = request.caller.origin;
    if (!mayPair(origin))
        return ApiAnswer::refuse(403, u"wrong_origin"_s, u"Only extensions and programs can be connected."_s);
    if (auto refused = checkNames(request, {u"name"_s, u"commitment"_s}))
        return *std::move(refused);
    const QString name = Clients::cleanName(request.body.value("name"_L1).toString());
    if (name.isEmpty())
        return badField(u"\"name\" is a line of text that says who asks."_s);
    const QByteArray commitment = hexOf(request, u"commitment");
    if (commitment.isEmpty())
        return badField(u"\"commitment\" is the SHA-256 of the nonce: 64 digits of lower-case hex."_s);

    const Time now = m_clock();
    if (auto refused = m_limits.refuse(origin, now))
        return *std::move(refused);
    const auto current = std::ranges::find_if(m_pairings, [](const Pairing& pairing) {
        return pairing.state == State::Begun || pairing.state == State::Asked;
    });
    if (current != m_pairings.end()) {
        ApiAnswer busy = ApiAnswer::refuse(429, u"pairing_busy"_s,
                                           u"The user is being asked about another one. Try again in a minute."_s);
        busy.headers.append({"Retry-After", QByteArray::number(std::max(1, secondsUntil(current->until, now)))});
        return busy;
    }
    if (m_clients.isFull()) {
        return ApiAnswer::refuse(409, u"too_many_clients"_s,
                                 u"Too many browsers and programs are connected already. Disconnect one of them."_s);
    }
    m_limits.noteBegun(now);
    m_pairings.append({.id = QString::fromLatin1(randomBytes(idBytes).toHex()),
                       .name = name,
                       .origin = origin,
                       .commitment = commitment,
                       .nonce = randomBytes(nonceBytes),
                       .code = {},
                       .until = {}});
    const QJsonObject begun{{u"pairing"_s, m_pairings.last().id},
                            {u"nonce"_s, QString::fromLatin1(m_pairings.last().nonce.toHex())},
                            {u"expires_in"_s, qint64(timeToAnswer.count())}};
    move(m_pairings.last(), State::Begun);
    return ApiAnswer::ok(begun, 202);
}

ApiAnswer PairingDesk::reveal(const ApiRequest& request)
{
    const auto pairing = mine(request);
    if (!pairing)
        return pairing.error();
    if (auto refused = checkNames(request, {u"nonce"_s}))
        return *std::move(refused);
    const QByteArray nonce = QByteArray::fromHex(hexOf(request, u"nonce"));
    if (nonce.isEmpty())
        return badField(u"\"nonce\" is 64 digits of lower-case hex."_s);
    if ((*pairing)->state != State::Begun)
        return ApiAnswer::refuse(409, u"pairing_"_s + nameOf((*pairing)->state), u"The nonce was sent before."_s);
    if (sha256(nonce).toHex() != (*pairing)->commitment) {
        move(**pairing, State::Expired);
        return ApiAnswer::refuse(422, u"wrong_nonce"_s, u"The nonce is not what was committed to. Begin again."_s);
    }
    const QString code = codeOf(nonce, (*pairing)->nonce, (*pairing)->origin, m_port);
    (*pairing)->code = code;
    move(**pairing, State::Asked);
    return ApiAnswer::ok({{u"code"_s, code}});
}

ApiAnswer PairingDesk::withdraw(const ApiRequest& request)
{
    const auto pairing = mine(request);
    if (!pairing)
        return pairing.error();
    if (auto refused = checkNames(request, {}))
        return *std::move(refused);
    if ((*pairing)->state != State::Denied && (*pairing)->state != State::Expired)
        move(**pairing, State::Expired);
    return ApiAnswer::ok({});
}

Task<ApiAnswer> PairingDesk::tell(ApiRequest request)
{
    const auto time = waitOf(request);
    if (!time)
        co_return time.error();
    const QDeadlineTimer deadline(*time);
    while (true) {
        const auto pairing = mine(request);
        if (!pairing)
            co_return pairing.error();
        const State state = (*pairing)->state;
        if (state == State::Allowed && !request.gone.stop_requested())
            co_return handOver((*pairing)->id);
        const bool isOver = state != State::Begun && state != State::Asked;
        if (isOver || deadline.hasExpired() || request.gone.stop_requested())
            co_return ApiAnswer::ok({{u"state"_s, nameOf(state)}});
        if (auto refused = co_await wait(deadline, request.gone))
            co_return *std::move(refused);
    }
}

ApiAnswer PairingDesk::handOver(const QString& id)
{
    const Pairing pairing = *find(id);
    m_pairings.removeIf([&id](const Pairing& one) { return one.id == id; });
    const auto added = m_clients.add(pairing.name, pairing.origin);
    Q_EMIT moved();
    if (!added)
        return ApiAnswer::of(added.error());
    return ApiAnswer::ok({{u"state"_s, nameOf(State::Allowed)},
                          {u"client"_s, added->first.id},
                          {u"token"_s, QString::fromLatin1(added->second)}});
}

// What the owner says

std::optional<PairingAsk> PairingDesk::ask() const
{
    const Time now = m_clock();
    const auto asked = std::ranges::find(m_pairings, State::Asked, &Pairing::state);
    if (asked == m_pairings.end() || asked->until <= now)
        return std::nullopt;
    return PairingAsk{asked->id, asked->name, QString::fromLatin1(asked->origin), asked->code,
                      secondsUntil(asked->until, now)};
}

void PairingDesk::answer(const QString& id, bool allow)
{
    expire();
    Pairing* const pairing = find(id);
    if (!pairing || pairing->state != State::Asked)
        return;
    if (allow)
        m_limits.noteAllowed(pairing->origin, m_clock());
    else
        m_limits.noteDenied(pairing->origin, m_clock());
    move(*pairing, allow ? State::Allowed : State::Denied);
}

Task<ApiAnswer> PairingDesk::tellOwner(ApiRequest request)
{
    const auto time = waitOf(request);
    if (!time)
        co_return time.error();
    const QDeadlineTimer deadline(*time);
    while (true) {
        expire();
        if (const auto asked = ask()) {
            co_return ApiAnswer::ok({{u"pairings"_s,
                                      QJsonArray{QJsonObject{{u"pairing"_s, asked->id},
                                                             {u"name"_s, asked->name},
                                                             {u"origin"_s, asked->origin},
                                                             {u"code"_s, asked->code},
                                                             {u"expires_in"_s, asked->secondsLeft}}}}});
        }
        if (deadline.hasExpired() || request.gone.stop_requested())
            co_return ApiAnswer::ok({{u"pairings"_s, QJsonArray()}});
        if (auto refused = co_await wait(deadline, request.gone))
            co_return *std::move(refused);
    }
}

ApiAnswer PairingDesk::decide(const ApiRequest& request)
{
    if (auto refused = checkNames(request, {u"allow"_s}))
        return *std::move(refused);
    const QJsonValue allow = request.body.value("allow"_L1);
    if (!allow.isBool())
        return badField(u"\"allow\" is true or false."_s);
    const auto asked = ask();
    const QString id = request.params.value(u"pairing"_s);
    if (!asked || asked->id != id)
        return noSuchPairing();
    answer(id, allow.toBool());
    return ApiAnswer::ok({});
}

ApiAnswer PairingDesk::listClients(const ApiRequest& request)
{
    if (auto refused = checkNames(request, {}))
        return *std::move(refused);
    QJsonArray list;
    for (const PairedClient& client : m_clients.all()) {
        const QJsonValue lastUse =
            client.lastUsedAt.isValid() ? QJsonValue(isoTime(client.lastUsedAt)) : QJsonValue(QJsonValue::Null);
        list.append(QJsonObject{{u"client"_s, client.id},
                                {u"name"_s, client.name},
                                {u"origin"_s, client.origin},
                                {u"paired_at"_s, isoTime(client.pairedAt)},
                                {u"last_used_at"_s, lastUse}});
    }
    return ApiAnswer::ok({{u"clients"_s, list}});
}

ApiAnswer PairingDesk::disconnectClient(const ApiRequest& request)
{
    if (auto refused = checkNames(request, {}))
        return *std::move(refused);
    if (const auto ok = m_clients.revoke(request.params.value(u"client"_s)); !ok)
        return ApiAnswer::of(ok.error());
    return ApiAnswer::ok({});
}

// How they move on

PairingDesk::Pairing* PairingDesk::find(const QString& id)
{
    const auto at = std::ranges::find(m_pairings, id, &Pairing::id);
    return at == m_pairings.end() ? nullptr : &*at;
}

std::expected<PairingDesk::Pairing*, ApiAnswer> PairingDesk::mine(const ApiRequest& request)
{
    expire();
    Pairing* const pairing = find(request.params.value(u"pairing"_s));
    if (!pairing)
        return std::unexpected(noSuchPairing());
    // A browser sends none when it only reads.
    const bool mayLack = request.method == "GET" && request.caller.origin.isEmpty();
    if (!mayLack && request.caller.origin != pairing->origin)
        return std::unexpected(ApiAnswer::refuse(403, u"wrong_origin"_s, u"Somebody else began this."_s));
    return pairing;
}

void PairingDesk::move(Pairing& pairing, State state)
{
    const bool concernsAsk = pairing.state == State::Asked || state == State::Asked;
    pairing.state = state;
    pairing.until = m_clock()
        + (state == State::Begun       ? timeToReveal
               : state == State::Asked ? timeToAnswer
                                       : timeKept);
    setDue();
    // Last: whoever waits for this goes on right here, and may change the list.
    if (concernsAsk)
        Q_EMIT askChanged();
    Q_EMIT moved();
}

void PairingDesk::expire()
{
    const Time now = m_clock();
    m_pairings.removeIf([now](const Pairing& pairing) {
        return pairing.until <= now && (pairing.state == State::Denied || pairing.state == State::Expired);
    });
    const auto overdue = std::ranges::find_if(m_pairings, [now](const Pairing& one) { return one.until <= now; });
    setDue();
    if (overdue == m_pairings.end())
        return;
    move(*overdue, State::Expired);
    expire();
}

void PairingDesk::setDue()
{
    const auto next = std::ranges::min_element(m_pairings, {}, &Pairing::until);
    if (next == m_pairings.end())
        m_due.stop();
    else
        m_due.start(std::max(0ms, std::chrono::ceil<std::chrono::milliseconds>(next->until - m_clock())));
}

Task<std::optional<ApiAnswer>> PairingDesk::wait(QDeadlineTimer deadline, std::stop_token gone)
{
    if (m_waiting >= mostWaiting)
        co_return ApiAnswer::refuse(429, u"too_many"_s, u"Too many wait already. Ask without waiting."_s);
    ++m_waiting;
    const QPointer<PairingDesk> desk(this);
    const auto leave = qScopeGuard([&desk] {
        if (desk)
            --desk->m_waiting;
    });
    Wake wake;
    QTimer timer;
    timer.setSingleShot(true);
    connect(&timer, &QTimer::timeout, &wake, &Wake::woken);
    connect(this, &PairingDesk::moved, &wake, &Wake::woken);
    // From whatever thread: the timer fires at once, and this goes on in its own.
    const std::stop_callback stopped(
        gone, [&timer] { QMetaObject::invokeMethod(&timer, [&timer] { timer.start(0); }, Qt::QueuedConnection); });
    timer.start(std::chrono::ceil<std::chrono::milliseconds>(deadline.remainingTimeAsDuration()));
    co_await qCoro(&wake, &Wake::woken);
    if (!desk)
        co_return ApiAnswer::refuse(503, u"closing"_s, u"hugger is being closed."_s);
    co_return std::nullopt;
}

} // namespace hugger
