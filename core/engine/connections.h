// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QtCore/QDateTime>
#include <QtCore/QObject>

#include <optional>

namespace hugger {

/// How the local server stands.
struct ServerStatus {
    bool isListening = false;
    QString address; ///< what it listens on: "127.0.0.1"
    quint16 port = 0; ///< the one in use
    quint16 wantedPort = 0; ///< the one in the settings; another one is in use when it was taken
    std::optional<Error> trouble; ///< why it does not listen
    bool operator==(const ServerStatus&) const = default;
};

/// A browser or program that was allowed to use this hugger. Its token is known by hash alone.
struct PairedClient {
    QString id;
    QString name; ///< as it called itself, cleaned: "Firefox on Linux"
    QString origin; ///< "moz-extension://..."; empty for a program
    QDateTime pairedAt; ///< UTC
    QDateTime lastUsedAt; ///< UTC, to the minute; invalid when never
    bool operator==(const PairedClient&) const = default;
};

/// Somebody wants to be paired and waits for the user.
struct PairingAsk {
    QString id;
    QString name; ///< as it calls itself, cleaned: one line, at most 60 characters; not to be trusted
    QString origin; ///< empty for a program
    QString code; ///< six digits; the asking side shows the same
    int secondsLeft = 0;
    bool operator==(const PairingAsk&) const = default;
};

enum class PairingAnswer {
    Allow,
    Deny, ///< remembered: it has to wait before it may ask again
    Later, ///< not now: the question goes away, and nothing is held against who asked
};

/// What comes in by the local server, as the window (or `hugger serve`) sees it. At most one ask at a time. Lives in
/// the engine's own thread, like Engine.
class Connections : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual ServerStatus status() const = 0;
    [[nodiscard]] virtual QList<PairedClient> clients() const = 0; ///< the newest first
    [[nodiscard]] virtual std::optional<PairingAsk> ask() const = 0;
    /// Nothing happens when it is over already.
    virtual void answer(const QString& askId, PairingAnswer answer) = 0;
    /// How many have to wait because they were denied.
    [[nodiscard]] virtual int refusals() const = 0;
    /// From now on all of them may ask again.
    virtual void forgetRefusals() = 0;
    /// From now on its token is refused.
    virtual void revoke(const QString& clientId) = 0;
    /// Tries again to listen, after trouble.
    virtual void listenAgain() = 0;

Q_SIGNALS:
    void statusChanged();
    void clientsChanged();
    void refusalsChanged();
    void askChanged(); ///< there is one, or it was answered, withdrawn or ran out
    /// A client wants something shown: `link` as parseLink() takes it. `add`: in the Add dialog, else what is held of
    /// it.
    void showRequested(const QString& link, bool add);
};

} // namespace hugger
