// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/connections.h"

#include <QtCore/QTimeZone>

namespace hugger::test {

/// A local server that says what a test wants, and remembers what it was told.
class FakeConnections final : public Connections {
    Q_OBJECT

public:
    using Connections::Connections;

    [[nodiscard]] ServerStatus status() const override { return m_status; }
    [[nodiscard]] QList<PairedClient> clients() const override { return m_clients; }
    [[nodiscard]] std::optional<PairingAsk> ask() const override { return m_ask; }
    [[nodiscard]] int refusals() const override { return m_refusals; }
    void forgetRefusals() override { setRefusals(0); }
    void answer(const QString& askId, PairingAnswer answer) override
    {
        if (!m_ask || m_ask->id != askId)
            return;
        answers.append({askId, answer});
        setAsk(std::nullopt);
    }
    void revoke(const QString& clientId) override
    {
        revoked.append(clientId);
        m_clients.removeIf([&clientId](const PairedClient& client) { return client.id == clientId; });
        Q_EMIT clientsChanged();
    }
    void listenAgain() override { ++listens; }

    void setStatus(const ServerStatus& status)
    {
        m_status = status;
        Q_EMIT statusChanged();
    }
    void setClients(const QList<PairedClient>& clients)
    {
        m_clients = clients;
        Q_EMIT clientsChanged();
    }
    void setRefusals(int count)
    {
        m_refusals = count;
        Q_EMIT refusalsChanged();
    }
    void setAsk(const std::optional<PairingAsk>& ask)
    {
        m_ask = ask;
        Q_EMIT askChanged();
    }

    QList<std::pair<QString, PairingAnswer>> answers;
    QStringList revoked;
    int listens = 0;

private:
    ServerStatus m_status{
        .isListening = true, .address = QStringLiteral("127.0.0.1"), .port = 4847, .wantedPort = 4847, .trouble = {}};
    QList<PairedClient> m_clients;
    int m_refusals = 0;
    std::optional<PairingAsk> m_ask;
};

/// Two browsers and a script.
[[nodiscard]] inline QList<PairedClient> sampleClients()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return {{QStringLiteral("c3"), QStringLiteral("Firefox on Linux"),
             QStringLiteral("moz-extension://5f0c3c1e-1111-4a5b-9f64-0a1b2c3d4e5f"), now.addDays(-1), now},
            {QStringLiteral("c2"), QStringLiteral("Chrome on Linux"),
             QStringLiteral("chrome-extension://abcdefghijklmnopabcdefghijklmnop"), now.addDays(-3), now.addDays(-2)},
            {QStringLiteral("c1"), QStringLiteral("backup script"), {}, now.addDays(-60), {}}};
}

[[nodiscard]] inline PairingAsk sampleAsk()
{
    return {QStringLiteral("p1"), QStringLiteral("Firefox on Linux"),
            QStringLiteral("moz-extension://5f0c3c1e-1111-4a5b-9f64-0a1b2c3d4e5f"), QStringLiteral("418207"), 60};
}

} // namespace hugger::test
