// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/server/apimessage.h"

#include <chrono>

namespace hugger {

class Clients;

/// Who may ask the user to be paired, and how often: nobody nags. A no holds for ten minutes, the next one of the same
/// origin twice as long, up to a day; over restarts, too. Attempts are counted by origin, so that nobody uses up those
/// of others. Times are of a clock that never jumps.
class PairingLimits final {
public:
    using Time = std::chrono::steady_clock::time_point;

    /// Takes over what was refused before this run.
    PairingLimits(Clients& clients, Time now);

    /// Nothing when `origin` may ask now.
    [[nodiscard]] std::optional<ApiAnswer> refuse(const QByteArray& origin, Time now);
    void noteBegun(const QByteArray& origin, Time now);
    void noteDenied(const QByteArray& origin, Time now);
    void noteAllowed(const QByteArray& origin, Time now);
    /// Whoever was told no may ask again.
    void forgive(Time now);

    /// How many origins have to wait for a no.
    [[nodiscard]] int refusals(Time now) const;
    /// When there is one less of them.
    [[nodiscard]] std::optional<Time> nextForgiven(Time now) const;

private:
    struct Denied {
        int times = 0; ///< in a row
        Time until;
    };
    void forgetOld(Time now);
    void remember(Time now);

    Clients& m_clients;
    struct Begun {
        QByteArray origin;
        Time when;
    };
    QList<Begun> m_begun; ///< in the last minute
    QList<Time> m_denials; ///< of anybody, lately
    QHash<QByteArray, Denied> m_denied;
};

} // namespace hugger
