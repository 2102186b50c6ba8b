// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/pairingdesk.h"

#include "app/server/apibody.h"
#include "app/server/clients.h"
#include "app/server/origins.h"
#include "app/server/secrets.h"
#include "base/format.h"

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
constexpr qsizetype mostBegun = 4; ///< side by side; they show nothing yet
constexpr int mostWaiting = 2; ///< for one pairing
constexpr int mostOwnersWaiting = 4;
constexpr int longestWait = 20; ///< seconds
constexpr qsizetype nonceBytes = 32;
constexpr qsizetype hashDigits = 64;
constexpr qsizetype idBytes = 16;

ApiAnswer noSuchPairing()
{
    return ApiAnswer::refuse(404, u"no_such_pairing"_s, u"There is no such attempt to connect, or not any more."_s);
}

Task<ApiAnswer> ready(ApiAnswer answer)
{
    co_return answer;
}

/// Nothing when all was read, of the body and of the query, and is as it should be.
std::optional<ApiAnswer> refuseRest(BodyReader& body, QueryReader query)
{
    for (const Done& read : {query.outcome(), body.outcome()}) {
        if (!read)
            return ApiAnswer::of(read.error());
    }
    return std::nullopt;
}

/// The same where there is no body, and nothing to ask for.
std::optional<ApiAnswer> refuseQuery(const ApiRequest& request)
{
    const Done read = QueryReader(request).outcome();
    return read ? std::nullopt : std::optional(ApiAnswer::of(read.error()));
}

std::expected<std::chrono::seconds, ApiAnswer> waitOf(const ApiRequest& request)
{
    QueryReader query(request);
    const std::chrono::seconds time(query.number(u"wait", 0, 0, longestWait));
    if (const Done read = query.outcome(); !read)
        return std::unexpected(ApiAnswer::of(read.error()));
    return time;
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
    m_refusals = refusals();
    setDue();
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
    routes.add(
        {"GET", u"pair/{pairing}"_s, ApiAccess::Open, [this](ApiRequest request) { return tell(std::move(request)); }});
    routes.add(
        {"GET", u"pairings"_s, ApiAccess::Owner, [this](ApiRequest request) { return tellOwner(std::move(request)); }});
    add("POST", u"pairings/{pairing}"_s, ApiAccess::Owner, &PairingDesk::decide);
    add("GET", u"clients"_s, ApiAccess::Owner, &PairingDesk::listClients);
    add("DELETE", u"clients/{client}"_s, ApiAccess::Owner, &PairingDesk::disconnectClient);
}

// What the client says

ApiAnswer PairingDesk::begin(const ApiRequest& request)
{
    expire();
    const QByteArray& origin = request.caller.origin;
    // A program sends none.
    if (!origin.isEmpty() && !isExtensionOrigin(origin))
        return ApiAnswer::refuse(403, u"wrong_origin"_s, u"Only extensions and programs can be connected."_s);
    BodyReader body(request.body);
    const QString name = Clients::cleanName(body.text("name"_L1));
    const QByteArray commitment = body.hex("commitment"_L1, hashDigits);
    if (name.isEmpty()) {
        body.refuse({ErrorKind::Usage, u"bad_field"_s, u"\"name\" must be a line of text that says who asks."_s,
                     u"name"_s, Retry::Never});
    }
    if (auto refused = refuseRest(body, QueryReader(request)))
        return *std::move(refused);

    const Time now = m_clock();
    if (auto refused = m_limits.refuse(origin, now))
        return *std::move(refused);
    if (auto refused = refuseWhileAsked())
        return *std::move(refused);
    if (const auto& why = m_clients.unusable())
        return ApiAnswer::of(*why);
    if (m_clients.isFull()) {
        return ApiAnswer::refuse(409, u"too_many_clients"_s,
                                 u"Too many browsers and programs are connected already. Disconnect one of them."_s);
    }
    makeRoom(origin);
    m_limits.noteBegun(origin, now);
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

/// Whoever begins anew has given up what it began before. Of all others, the oldest goes: a program reveals at once,
/// and who does not, though it begins again and again, keeps nobody else out.
void PairingDesk::makeRoom(const QByteArray& origin)
{
    const auto toGo = [this, &origin]() -> Pairing* {
        QList<Pairing*> begun;
        for (Pairing& pairing : m_pairings) {
            if (pairing.state != State::Begun)
                continue;
            if (pairing.origin == origin)
                return &pairing;
            begun.append(&pairing);
        }
        return begun.size() < mostBegun ? nullptr : begun.first();
    };
    while (Pairing* const old = toGo())
        move(*old, State::Expired);
}

std::optional<ApiAnswer> PairingDesk::refuseWhileAsked() const
{
    const auto asked = ask();
    if (!asked)
        return std::nullopt;
    ApiAnswer busy = ApiAnswer::refuse(429, u"pairing_busy"_s,
                                       u"The user is being asked about another one. Try again in a minute."_s);
    busy.headers.append({"Retry-After", QByteArray::number(std::max(1, asked->secondsLeft))});
    return busy;
}

ApiAnswer PairingDesk::reveal(const ApiRequest& request)
{
    const auto pairing = mine(request);
    if (!pairing)
        return pairing.error();
    BodyReader body(request.body);
    const QByteArray nonce = QByteArray::fromHex(body.hex("nonce"_L1, 2 * nonceBytes));
    if (auto refused = refuseRest(body, QueryReader(request)))
        return *std::move(refused);
    if ((*pairing)->state != State::Begun)
        return ApiAnswer::refuse(409, u"pairing_"_s + nameOf((*pairing)->state), u"The nonce was sent before."_s);
    if (sha256(nonce).toHex() != (*pairing)->commitment) {
        move(**pairing, State::Expired);
        return ApiAnswer::refuse(422, u"wrong_nonce"_s, u"The nonce is not what was committed to. Begin again."_s);
    }
    // Somebody else, who began at the same time, was faster. The nonce is known now and serves no more.
    if (auto refused = refuseWhileAsked()) {
        move(**pairing, State::Expired);
        return *std::move(refused);
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
    if (auto refused = refuseQuery(request))
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
        if (auto refused = co_await wait((*pairing)->id, deadline, request.gone))
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

void PairingDesk::answer(const QString& id, PairingAnswer answer)
{
    expire();
    Pairing* const pairing = find(id);
    if (!pairing || pairing->state != State::Asked)
        return;
    if (answer == PairingAnswer::Allow)
        m_limits.noteAllowed(pairing->origin, m_clock());
    else if (answer == PairingAnswer::Deny)
        m_limits.noteDenied(pairing->origin, m_clock());
    tellRefusals();
    move(*pairing, answer == PairingAnswer::Allow ? State::Allowed : State::Denied);
}

void PairingDesk::forgetRefusals()
{
    m_limits.forgive(m_clock());
    setDue();
    tellRefusals();
}

void PairingDesk::tellRefusals()
{
    if (const int now = refusals(); std::exchange(m_refusals, now) != now)
        Q_EMIT refusalsChanged();
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
        if (auto refused = co_await wait({}, deadline, request.gone))
            co_return *std::move(refused);
    }
}

ApiAnswer PairingDesk::decide(const ApiRequest& request)
{
    BodyReader body(request.body);
    const bool allow = body.flag("allow"_L1);
    if (auto refused = refuseRest(body, QueryReader(request)))
        return *std::move(refused);
    const auto asked = ask();
    const QString id = request.params.value(u"pairing"_s);
    if (!asked || asked->id != id)
        return noSuchPairing();
    answer(id, allow ? PairingAnswer::Allow : PairingAnswer::Deny);
    return ApiAnswer::ok({});
}

ApiAnswer PairingDesk::listClients(const ApiRequest& request)
{
    if (auto refused = refuseQuery(request))
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
    if (auto refused = refuseQuery(request))
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
    tellRefusals();
    if (overdue == m_pairings.end())
        return;
    move(*overdue, State::Expired);
    expire();
}

void PairingDesk::setDue()
{
    const Time now = m_clock();
    std::optional<Time> next = m_limits.nextForgiven(now);
    for (const Pairing& pairing : m_pairings)
        next = next ? std::min(*next, pairing.until) : pairing.until;
    if (next)
        m_due.start(std::max(0ms, std::chrono::ceil<std::chrono::milliseconds>(*next - now)));
    else
        m_due.stop();
}

Task<std::optional<ApiAnswer>> PairingDesk::wait(QString what, QDeadlineTimer deadline, std::stop_token gone)
{
    if (m_waiting.value(what) >= (what.isEmpty() ? mostOwnersWaiting : mostWaiting))
        co_return ApiAnswer::refuse(429, u"too_many"_s, u"Too many wait already. Ask without waiting."_s);
    ++m_waiting[what];
    const QPointer<PairingDesk> desk(this);
    const auto leave = qScopeGuard([&desk, &what] {
        if (desk && --desk->m_waiting[what] == 0)
            desk->m_waiting.remove(what);
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
