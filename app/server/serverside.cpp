// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/serverside.h"

#include "app/server/apibody.h"
#include "base/files.h"
#include "base/say.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QRandomGenerator>
#include <QtNetwork/QNetworkInterface>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr int portsTried = 5;

bool isAnyAddress(const QHostAddress& address)
{
    return address == QHostAddress(QHostAddress::AnyIPv4) || address == QHostAddress(QHostAddress::AnyIPv6)
        || address == QHostAddress(QHostAddress::Any);
}

QList<QHostAddress> addressesOf(const QString& wish)
{
    const QHostAddress loopback(QHostAddress::LocalHost);
    const QHostAddress wanted(wish);
    if (wish.isEmpty() || wanted.isNull() || wanted == loopback)
        return {loopback};
    // Listening on all of IPv4 is listening on 127.0.0.1, too.
    if (wanted == QHostAddress(QHostAddress::AnyIPv4))
        return {wanted};
    return {loopback, wanted};
}

QList<QByteArray> hostsOf(const QList<QHostAddress>& addresses, quint16 port)
{
    QList<QByteArray> hosts;
    for (const QHostAddress& address : addresses) {
        const auto meant = isAnyAddress(address) ? QNetworkInterface::allAddresses() : QList<QHostAddress>{address};
        for (const QHostAddress& one : meant)
            hosts += allowedHosts(one, port);
    }
    return hosts;
}

} // namespace

ServerSide::ServerSide(Engine& engine, bool hasWindow)
    : m_door(engine)
    , m_hasWindow(hasWindow)
    , m_instance(QString::number(QRandomGenerator::system()->generate64(), 16).rightJustified(16, u'0'))
    , m_board(std::make_unique<StatusBoard>(this))
{
}

ServerSide::~ServerSide() = default;

void ServerSide::begin(const QString& profileFolder)
{
    m_note = profileFolder + u"/server.json"_s;
    m_clients = std::make_unique<Clients>(profileFolder);
    m_desk = std::make_unique<PairingDesk>(*m_clients);
    m_api = std::make_unique<ArchiveApi>(m_door, *m_board, m_hasWindow, m_instance);
    m_bundles = std::make_unique<BundleApi>(m_door, *m_board);
    m_upstream = std::make_unique<UpstreamApi>(m_door, *m_board);
    m_gate = std::make_unique<ApiGate>(m_routes, *m_clients);
    addRoutes();
    m_desk->addRoutes(m_routes);
    m_api->addRoutes(m_routes);
    m_bundles->addRoutes(m_routes);
    m_upstream->addRoutes(m_routes);
    // What goes wrong with them is shown where they are listed.
    connect(m_clients.get(), &Clients::trouble, this, [this](const Error& error) {
        m_clientsTrouble = error;
        tell(m_status);
    });
    connect(m_clients.get(), &Clients::recovered, this, [this] {
        m_clientsTrouble.reset();
        tell(m_status);
    });
    connect(m_clients.get(), &Clients::changed, this, [this] { Q_EMIT clientsChanged(m_clients->all()); });
    connect(m_desk.get(), &PairingDesk::askChanged, this, [this] { Q_EMIT askChanged(m_desk->ask()); });
    connect(m_desk.get(), &PairingDesk::refusalsChanged, this, [this] { Q_EMIT refusalsChanged(m_desk->refusals()); });
    connect(m_upstream.get(), &UpstreamApi::quiet, this, &ServerSide::endWhenQuiet, Qt::QueuedConnection);
    connect(m_api.get(), &ArchiveApi::showRequested, this, &ServerSide::showRequested);
    Q_EMIT refusalsChanged(m_desk->refusals());
    Q_EMIT clientsChanged(m_clients->all());
}

void ServerSide::addRoutes()
{
    m_routes.add({"GET", u"ping"_s, ApiAccess::Open, [this](ApiRequest request) { return ping(std::move(request)); }});
    m_routes.add({"GET", u"openapi.json"_s, ApiAccess::Open, [](ApiRequest) -> Task<ApiAnswer> {
                      QFile file(u":/hugger/openapi.json"_s);
                      if (!file.open(QIODevice::ReadOnly))
                          co_return ApiAnswer::refuse(500, u"failed"_s, u"The description is missing in this build."_s);
                      co_return ApiAnswer::ok(QJsonDocument::fromJson(file.readAll()).object());
                  }});
}

/// Who this is, and, for a client that was paired, the proof: another program may have taken the port. Our own port is
/// in it: passed on by a program at another one it proves nothing.
Task<ApiAnswer> ServerSide::ping(ApiRequest request) const
{
    QueryReader query(request);
    const QString client = query.textIfThere(u"client");
    const QByteArray challenge = query.textIfThere(u"challenge").toUtf8();
    if (const Done known = query.outcome(); !known)
        co_return ApiAnswer::of(known.error());
    QJsonValue proof(QJsonValue::Null);
    if (!client.isEmpty() || !challenge.isEmpty()) {
        if (client.isEmpty() || challenge.size() < 16 || challenge.size() > 128) {
            co_return ApiAnswer::refuse(422, u"bad_field"_s,
                                        u"A proof needs a client and a challenge of 16 to 128 characters."_s);
        }
        const QByteArray said = QByteArray::number(m_port) + '\n' + challenge;
        if (const QByteArray shown = m_clients->proof(client, said); !shown.isEmpty())
            proof = QString::fromLatin1(shown);
    }
    co_return ApiAnswer::ok({{u"name"_s, u"hugger"_s},
                             {u"version"_s, QStringLiteral(HUGGER_VERSION)},
                             {u"api"_s, 1},
                             {u"instance"_s, m_instance},
                             {u"has_window"_s, m_hasWindow},
                             {u"proof"_s, proof}});
}

void ServerSide::listen(const ListenWish& wish)
{
    retireServers();
    removeNote();
    ServerStatus status;
    status.wantedPort = wish.shownAs;
    status.address = wish.address.isEmpty() ? u"127.0.0.1"_s : wish.address;
    const auto port = bind(wish);
    if (!port) {
        status.trouble = port.error();
        tell(status);
        return;
    }
    status.isListening = true;
    if (const auto more = bindMore(wish, *port); !more) {
        status.trouble = more.error();
        status.address = u"127.0.0.1"_s;
    }
    status.port = m_port = *port;
    m_desk->setPort(m_port);
    m_gate->setHosts(hostsOf(addressesOf(wish.address), *port));
    // Without the note the server works; only the command line cannot find it.
    if (const auto left = leaveNote(status); !left)
        status.trouble = left.error();
    tell(status);
}

void ServerSide::tell(const ServerStatus& status)
{
    m_status = status;
    ServerStatus told = status;
    if (!told.trouble)
        told.trouble = m_clientsTrouble;
    Q_EMIT statusChanged(told);
}

void ServerSide::rest()
{
    retireServers();
    removeNote();
    tell({});
}

/// The port is the one where 127.0.0.1 has room: what else is listened on never costs that.
Expected<quint16> ServerSide::bind(const ListenWish& wish)
{
    const QHostAddress first = addressesOf(wish.address).first();
    QString trouble;
    const int tries = wish.isExact ? 1 : portsTried;
    for (int i = 0; i < tries && wish.port + i <= 65535; ++i) {
        if (bindAt(first, static_cast<quint16>(wish.port + i), trouble))
            return m_servers.first()->serverPort();
    }
    return fail(
        ErrorKind::Failed, u"port_in_use"_s,
        wish.isExact
            ? Say::tr("Port %1 cannot be listened on: another program may have it. Choose another one.").arg(wish.port)
            : Say::tr("hugger cannot listen on port %1 or the next four: other programs may have them. Choose "
                      "another one.")
                  .arg(wish.port),
        trouble, Retry::NeedsUser);
}

/// The address beside 127.0.0.1, where there is one. A computer that moves between networks does not always have it.
Done ServerSide::bindMore(const ListenWish& wish, quint16 port)
{
    const auto addresses = addressesOf(wish.address);
    QString trouble;
    if (addresses.size() < 2 || bindAt(addresses.at(1), port, trouble))
        return {};
    return fail(
        ErrorKind::Failed, u"address_missing"_s,
        Say::tr("127.0.0.1 works; %1 cannot be listened on: it may be no address of this computer now. Try again "
                "once it is, or choose another one.")
            .arg(wish.address),
        trouble, Retry::NeedsUser);
}

bool ServerSide::bindAt(const QHostAddress& address, quint16 port, QString& trouble)
{
    auto* server = new HttpServer(
        [gate = m_gate.get()](RequestHead head, QByteArray body, QHostAddress peer, std::stop_token gone) {
            return gate->pass(std::move(head), std::move(body), std::move(peer), std::move(gone));
        },
        HttpLimits{});
    ++m_alive;
    connect(server, &QObject::destroyed, this, [this] {
        --m_alive;
        endWhenQuiet();
    });
    if (!server->listen(address, port)) {
        trouble = address.toString() + u": "_s + server->errorString();
        server->retire();
        return false;
    }
    m_servers.append(server);
    return true;
}

/// For the user's own programs: where this instance is and the token that only who can read the profile has.
Done ServerSide::leaveNote(const ServerStatus& status)
{
    const QJsonObject note{{u"api"_s, 1},
                           {u"address"_s, u"127.0.0.1"_s},
                           {u"port"_s, status.port},
                           {u"pid"_s, QCoreApplication::applicationPid()},
                           {u"instance"_s, m_instance},
                           {u"token"_s, QString::fromLatin1(m_clients->ownerToken())}};
    if (const auto ok = writeDurably(m_note, QJsonDocument(note).toJson(), 0600); !ok)
        return ok;
    m_hasNote = true;
    return {};
}

void ServerSide::retireServers()
{
    for (HttpServer* server : std::exchange(m_servers, {}))
        server->retire();
}

void ServerSide::removeNote()
{
    if (std::exchange(m_hasNote, false))
        QFile::remove(m_note);
}

void ServerSide::end()
{
    m_ending = true;
    if (m_upstream)
        m_upstream->stop();
    removeNote();
    retireServers();
    endWhenQuiet();
}

void ServerSide::endWhenQuiet()
{
    if (!m_ending || m_alive > 0 || (m_upstream && !m_upstream->isQuiet()))
        return;
    m_gate.reset();
    m_upstream.reset();
    m_bundles.reset();
    m_api.reset();
    m_desk.reset();
    m_clients.reset();
    m_board.reset();
    Q_EMIT ended();
}

void ServerSide::answer(const QString& askId, PairingAnswer answer)
{
    m_desk->answer(askId, answer);
}

void ServerSide::forgetRefusals()
{
    m_desk->forgetRefusals();
}

void ServerSide::revoke(const QString& clientId)
{
    // One that is gone already is what was wanted.
    static_cast<void>(m_clients->revoke(clientId));
}

} // namespace hugger
