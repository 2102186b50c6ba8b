// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/server/apimessage.h"
#include "app/server/clientsfile.h"

#include <QtCore/QThreadPool>
#include <QtCore/QTimer>

namespace hugger {

/// Who may use the API: PROFILE/clients.json (0600), tokens as SHA-256 alone. Lives in the server's thread.
class Clients final : public QObject {
    Q_OBJECT

public:
    /// Reads the file. One that is garbled is put aside; one that cannot be read, or is of a newer hugger, stays as it
    /// is, and nobody is added. Either is said by `trouble`, once the event loop runs.
    explicit Clients(QString profileFolder, QObject* parent = nullptr);
    ~Clients() override;

    /// Why nobody can be added.
    [[nodiscard]] const std::optional<Error>& unusable() const { return m_unusable; }

    /// A new client; gives its token, that is never seen again. On disk when this returns. Busy "too_many_clients".
    [[nodiscard]] Expected<std::pair<PairedClient, QByteArray>> add(const QString& name, const QByteArray& origin);
    /// Refused from now on, even when it cannot be written down; that is tried again. NotFound "no_such_client".
    [[nodiscard]] Done revoke(const QString& id);
    [[nodiscard]] QList<PairedClient> all() const; ///< the newest first
    [[nodiscard]] bool isFull() const { return m_file.clients.size() >= most; }

    /// Whose token it is, in constant time; notes the use. Anybody when it is nobody's, or `origin` is another one than
    /// it was paired with; none may be sent. The owner sends none at all.
    [[nodiscard]] Caller callerOf(QByteArrayView token, const QByteArray& origin);
    /// The owner's token of this run, made as any other.
    [[nodiscard]] const QByteArray& ownerToken() const { return m_ownerToken; }
    /// HMAC-SHA256 in hex over "hugger-proof\n" + challenge, with the SHA-256 of the client's token as key: shows that
    /// this is who it paired with. "owner" for the owner. Empty for an unknown client.
    [[nodiscard]] QByteArray proof(const QString& client, const QByteArray& challenge) const;

    /// Who was told no, over restarts. Written soon.
    [[nodiscard]] const QList<Refusal>& refusals() const { return m_file.refusals; }
    void setRefusals(const QList<Refusal>& refusals);

    /// What somebody calls himself, for people to read: one line of at most 60 characters, none that hides or turns
    /// others round. May end up empty.
    [[nodiscard]] static QString cleanName(const QString& name);

    static constexpr qsizetype most = 50;

Q_SIGNALS:
    void changed();
    /// With the file. What cannot be written is tried again.
    void trouble(const hugger::Error& error);
    void recovered(); ///< it was written after all

private:
    void load();
    [[nodiscard]] Expected<QString> putAside(const Error& why);
    [[nodiscard]] Done save();
    void saveBehind();
    void takeOutcome(const Done& written);
    void noteUse(PairedClient& client);

    QString m_path;
    ClientsFile m_file;
    std::optional<Error> m_unusable; ///< the file: nothing may be written over it
    QByteArray m_ownerToken;
    QByteArray m_ownerHash;
    QTimer m_saveDue;
    bool m_failing = false; ///< to write
    QThreadPool m_writer; ///< one thread: a disk that is slow keeps no request waiting
};

} // namespace hugger
