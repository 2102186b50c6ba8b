// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/server/apimessage.h"
#include "engine/connections.h"

namespace hugger {

/// Who may use the API: PROFILE/clients.json (0600), tokens as SHA-256 alone. Lives in the server's thread.
class Clients final : public QObject {
    Q_OBJECT

public:
    /// Reads the file; one that is garbled is put aside and said by `trouble`.
    explicit Clients(QString profileFolder, QObject* parent = nullptr);

    /// A new client; gives its token, that is never seen again.
    [[nodiscard]] Expected<std::pair<PairedClient, QByteArray>> add(const QString& name, const QByteArray& origin);
    [[nodiscard]] Done revoke(const QString& id);
    [[nodiscard]] QList<PairedClient> all() const; ///< the newest first

    /// Whose token it is, in constant time; notes the use. Anybody when it is nobody's, or `origin` is another one than
    /// it was paired with.
    [[nodiscard]] Caller callerOf(QByteArrayView token, const QByteArray& origin);
    /// The owner's token of this run: 32 random bytes, base64url.
    [[nodiscard]] const QByteArray& ownerToken() const { return m_ownerToken; }
    /// HMAC-SHA256 in hex over "hugger-proof\n" + challenge, with the SHA-256 of the client's token as key: shows that
    /// this is who it paired with. "owner" for the owner. Empty for an unknown client.
    [[nodiscard]] QByteArray proof(const QString& client, const QByteArray& challenge) const;

Q_SIGNALS:
    void changed();
    void trouble(const hugger::Error& error);

private:
    QString m_file;
    QByteArray m_ownerToken;
};

} // namespace hugger
