// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/connections.h"
#include "engine/engine.h"

#include <QtCore/QThread>

namespace hugger {

class ServerSide;

/// The local server, from the engine's thread: starts and stops it, and hands news and answers between the two threads.
///
///   Engine (this thread) --rows, jobs, stores--> StatusBoard (server thread) --answers--> clients
///          ^--------- questions by EngineDoor ---------- routes
class LocalServer final : public Connections {
    Q_OBJECT

public:
    struct Options {
        bool hasWindow = false; ///< somebody can show things
        std::optional<quint16> port{}; ///< instead of the one in the settings; 0 for any
    };

    /// The engine must outlive it, and be open when start() is called.
    LocalServer(Engine& engine, Options options, QObject* parent = nullptr);
    ~LocalServer() override;

    /// Listens, if the settings allow it, on the address and port they name. A port that is taken: one of the next
    /// four; none of them free: status().trouble says "port_in_use".
    void start();
    /// Ends every connection, and the server's thread after them; the destructor waits for it. Called before the engine
    /// closes.
    void stop();

    [[nodiscard]] ServerStatus status() const override { return m_status; }
    [[nodiscard]] QList<PairedClient> clients() const override { return m_clients; }
    [[nodiscard]] std::optional<PairingAsk> ask() const override { return m_ask; }
    void answer(const QString& askId, PairingAnswer answer) override;
    [[nodiscard]] int refusals() const override { return m_refusals; }
    void forgetRefusals() override;
    void revoke(const QString& clientId) override;
    void listenAgain() override;

    static constexpr quint16 defaultPort = 4847;

private:
    void listen();
    template<typename Work> void onSide(Work work);

    Engine& m_engine;
    Options m_options;
    ServerStatus m_status;
    QList<PairedClient> m_clients;
    std::optional<PairingAsk> m_ask;
    int m_refusals = 0;
    QThread m_thread;
    ServerSide* m_side; ///< lives and dies in m_thread
    bool m_stopped = false; ///< told to end: not to be touched any more
    std::optional<Settings> m_listening; ///< what the server was told last
};

} // namespace hugger
