// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/server/apimessage.h"
#include "engine/connections.h"

namespace hugger {

class Clients;

/// Pairing: one ask at a time, limited in number, remembered when refused. Lives in the server's thread.
///
///   POST pair {name, commitment} -> Begun --POST pair/ID {nonce}--> Asked --user--> Allowed --fetched--> gone
///                                     |                               |------------> Denied
///                                     +--------60 s-------------------+------------> Expired
class PairingDesk final : public QObject {
    Q_OBJECT

public:
    explicit PairingDesk(Clients& clients, QObject* parent = nullptr);

    /// pair, pair/{pairing}, pairings, pairings/{pairing}, clients, clients/{client}
    void addRoutes(ApiRoutes& routes);

    /// What the user sees; nothing before the nonce is revealed.
    [[nodiscard]] std::optional<PairingAsk> ask() const;
    void answer(const QString& id, bool allow);

Q_SIGNALS:
    void askChanged();

private:
    Clients& m_clients;
};

} // namespace hugger
