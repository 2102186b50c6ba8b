// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/connections.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

namespace hugger {

/// A client and what its token is known by.
struct KnownClient {
    PairedClient client;
    QByteArray tokenHash; ///< SHA-256, 32 raw bytes
    bool operator==(const KnownClient&) const = default;
};

/// Somebody who was told no.
struct Refusal {
    QByteArray origin; ///< empty: a program
    int times = 0; ///< in a row
    QDateTime until; ///< UTC
    bool operator==(const Refusal&) const = default;
};

/// What PROFILE/clients.json says.
struct ClientsFile {
    QList<KnownClient> clients; ///< the newest first
    QList<Refusal> refusals;

    /// Integrity "clients_damaged" unless all of it is as bytes() writes it; Failed "clients_newer" where a newer
    /// hugger wrote it.
    [[nodiscard]] static Expected<ClientsFile> parse(const QByteArray& bytes);
    [[nodiscard]] QByteArray bytes() const;
};

} // namespace hugger
