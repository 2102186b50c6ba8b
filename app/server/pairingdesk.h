// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/server/pairinglimits.h"
#include "engine/connections.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QTimer>

#include <expected>

namespace hugger {

class Clients;

/// Pairing: one ask at a time, limited in number, remembered when refused. Who has begun and shows nothing yet is in
/// nobody's way. Lives in the server's thread.
///
///   POST pair {name, commitment} -> Begun --POST pair/ID {nonce}--> Asked --user--> Allowed --fetched--> gone
///                                     |                               |------------> Denied (or not now)
///                                     +--10 s, wrong nonce, withdrawn-+--60 s------> Expired
///                                        begun anew, another asks
class PairingDesk final : public QObject {
    Q_OBJECT

public:
    using Time = PairingLimits::Time;
    using Clock = std::function<Time()>;

    explicit PairingDesk(Clients& clients, QObject* parent = nullptr);
    /// With a clock of the caller's own, which never goes back.
    PairingDesk(Clients& clients, Clock clock, QObject* parent = nullptr);

    /// pair, pair/{pairing}, pairings, pairings/{pairing}, clients, clients/{client}
    void addRoutes(ApiRoutes& routes);

    /// What is listened on: a part of the code.
    void setPort(quint16 port) { m_port = port; }

    /// What the user sees; nothing before the nonce is revealed.
    [[nodiscard]] std::optional<PairingAsk> ask() const;
    /// Nothing happens when it is over already.
    void answer(const QString& id, PairingAnswer answer);

    /// How many have to wait because they were denied.
    [[nodiscard]] int refusals() const { return m_limits.refusals(m_clock()); }
    /// From now on all of them may ask again.
    void forgetRefusals();

Q_SIGNALS:
    void askChanged();
    void refusalsChanged();
    void moved(); ///< any pairing, from one state to another

private:
    enum class State { Begun, Asked, Allowed, Denied, Expired };
    struct Pairing {
        QString id;
        QString name;
        QByteArray origin;
        QByteArray commitment; ///< SHA-256 of the client's nonce, in hex
        QByteArray nonce; ///< ours
        QString code;
        State state = State::Begun;
        Time until; ///< for the state
    };
    [[nodiscard]] static QString nameOf(State state);

    [[nodiscard]] ApiAnswer begin(const ApiRequest& request);
    [[nodiscard]] ApiAnswer reveal(const ApiRequest& request);
    [[nodiscard]] ApiAnswer withdraw(const ApiRequest& request);
    [[nodiscard]] Task<ApiAnswer> tell(ApiRequest request);
    [[nodiscard]] Task<ApiAnswer> tellOwner(ApiRequest request);
    [[nodiscard]] ApiAnswer decide(const ApiRequest& request);
    [[nodiscard]] ApiAnswer listClients(const ApiRequest& request);
    [[nodiscard]] ApiAnswer disconnectClient(const ApiRequest& request);

    /// Waits for moved() until then. What to answer where that is over: too many wait already, or the desk is gone.
    /// `what` is the pairing; empty for the owner, who has places of his own.
    [[nodiscard]] Task<std::optional<ApiAnswer>> wait(QString what, QDeadlineTimer deadline, std::stop_token gone);
    /// For one more of this origin to begin.
    void makeRoom(const QByteArray& origin);
    [[nodiscard]] std::optional<ApiAnswer> refuseWhileAsked() const;
    void tellRefusals();
    [[nodiscard]] ApiAnswer handOver(const QString& id);
    [[nodiscard]] Pairing* find(const QString& id);
    [[nodiscard]] std::expected<Pairing*, ApiAnswer> mine(const ApiRequest& request);
    void move(Pairing& pairing, State state);
    /// Moves on what has had its time.
    void expire();
    void setDue();

    Clients& m_clients;
    quint16 m_port = 0;
    Clock m_clock;
    PairingLimits m_limits;
    QList<Pairing> m_pairings; ///< in order; at most one asked, few begun, the others kept for who waits for the answer
    QTimer m_due;
    QHash<QString, int> m_waiting; ///< by pairing; the owner without a name
    int m_refusals = 0; ///< as told
};

} // namespace hugger
