// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/server/apigate.h"
#include "app/server/archiveapi.h"
#include "app/server/bundleapi.h"
#include "app/server/clients.h"
#include "app/server/pairingdesk.h"
#include "app/server/upstreamapi.h"

#include <memory>

namespace hugger {

/// Where and how to listen.
struct ListenWish {
    QString address; ///< empty: this computer only
    quint16 port = 0;
    bool isExact = false; ///< no other port will do; 0 then means any
    quint16 shownAs = 0; ///< the port of the settings, for ServerStatus
};

/// Everything that lives in the server's thread. Made by LocalServer, told what to do by events; its parts are made in
/// begin(), so that they belong to that thread. Only the board is there from the start, since the jobs are told before
/// the engine says that it is open, and moves along as its child.
class ServerSide final : public QObject {
    Q_OBJECT

public:
    ServerSide(Engine& engine, bool hasWindow);
    ~ServerSide() override;

    void begin(const QString& profileFolder);
    void listen(const ListenWish& wish);
    void rest(); ///< listens no more, until told to
    /// Ends every connection and takes PROFILE/server.json away. Emits ended() when nothing is being answered any more.
    void end();

    void answer(const QString& askId, PairingAnswer answer);
    void forgetRefusals();
    void revoke(const QString& clientId);
    [[nodiscard]] StatusBoard& board() { return *m_board; }
    [[nodiscard]] const ApiRoutes& routes() const { return m_routes; }

Q_SIGNALS:
    void ended();
    void statusChanged(const hugger::ServerStatus& status);
    void clientsChanged(const QList<hugger::PairedClient>& clients);
    void askChanged(const std::optional<hugger::PairingAsk>& ask);
    void refusalsChanged(int refusals);
    void showRequested(const QString& link, bool add);

private:
    void addRoutes();
    [[nodiscard]] Task<ApiAnswer> ping(ApiRequest request) const;
    [[nodiscard]] Expected<quint16> bind(const ListenWish& wish);
    [[nodiscard]] Done bindMore(const ListenWish& wish, quint16 port);
    [[nodiscard]] bool bindAt(const QHostAddress& address, quint16 port, QString& trouble);
    void tell(const ServerStatus& status);
    [[nodiscard]] Done leaveNote(const ServerStatus& status);
    void removeNote();
    void retireServers();
    void endWhenQuiet();

    EngineDoor m_door;
    bool m_hasWindow;
    QString m_instance; ///< another one each run
    QString m_note; ///< path of server.json
    bool m_hasNote = false;
    quint16 m_port = 0; ///< listened on last
    ServerStatus m_status;
    std::optional<Error> m_clientsTrouble;
    ApiRoutes m_routes;
    std::unique_ptr<StatusBoard> m_board;
    std::unique_ptr<Clients> m_clients;
    std::unique_ptr<PairingDesk> m_desk;
    std::unique_ptr<ArchiveApi> m_api;
    std::unique_ptr<BundleApi> m_bundles;
    std::unique_ptr<UpstreamApi> m_upstream;
    std::unique_ptr<ApiGate> m_gate;
    QList<HttpServer*> m_servers; ///< one an address
    int m_alive = 0; ///< these, and retired ones that still answer
    bool m_ending = false;
};

} // namespace hugger
