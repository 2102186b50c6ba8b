// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/files.h"
#include "store/store.h"

#include <QtCore/QTime>
#include <QtCore/QUrl>

namespace hugger {

/// A store as the profile knows it: it may be unplugged.
struct KnownStore {
    StoreIdentity identity;
    QString folder; ///< where it was seen last
    bool isDefault = false;
};

/// What can be set, from PROFILE/settings.ini. Bad values count as the default. Tokens are never here.
struct Settings {
    QUrl endpoint; ///< HF_ENDPOINT, else the setting, else https://huggingface.co
    int connections = 16; ///< per host
    qint64 bandwidth = 0; ///< bytes per second over all transfers, 0 for no limit
    int trashDays = 7;
    int watchHours = 12; ///< between two looks at what became of a repo upstream; 0: never by itself
    int parallelJobs = 2; ///< jobs under way at once, in a program that runs the whole queue
    enum class Proxy { System, None, Manual } proxy = Proxy::System;
    QUrl proxyUrl; ///< for Manual: http://host:port or socks5://host:port
    bool hasSchedule = false; ///< fetch between `from` and `to` only, local time; over midnight when from > to
    QTime from{22, 0};
    QTime to{7, 0};
    bool serverEnabled = true; ///< browsers and programs of this computer may ask to be paired
    int serverPort = 4847;
    QString serverAddress; ///< empty: 127.0.0.1; else the one address to listen on, with a token on every request
    bool operator==(const Settings&) const = default;
};

/// One instance's own folder: settings.ini, stores.json, catalog.db, state.db and, by default, the first store at
/// PROFILE/store. Everything here blocks.
class Profile final {
public:
    /// `folder` empty: QStandardPaths::AppLocalDataLocation. Makes the folder (0700) when it is not there.
    [[nodiscard]] static Expected<Profile> open(const QString& folder);

    [[nodiscard]] const QString& folder() const { return m_folder; }
    /// Usage "bad_endpoint" (as parseEndpoint() says it) when HF_ENDPOINT is none: what the environment asks for is
    /// never passed over.
    [[nodiscard]] Expected<Settings> settings() const;

    /// Writes settings.ini; what it does not know in there stays. An endpoint equal to the default, or to what
    /// HF_ENDPOINT asks for, is not written. Usage "bad_endpoint", "bad_proxy".
    [[nodiscard]] Done saveSettings(const Settings& settings) const;

    /// The one process that may write holds this lock (flock, so that a killed process never leaves it behind). Error:
    /// Busy "profile_busy" naming the holder's pid.
    [[nodiscard]] Done lock();
    [[nodiscard]] bool isLocked() const { return m_lock.isOpen(); }
    /// For showing only: the process that took the lock last is still there. Does not touch the lock, so that looking
    /// keeps nobody from taking it.
    [[nodiscard]] bool isHeldBySomebody() const;

    /// stores.json. Reads and writes whole; a garbled file is put aside, said, and rebuilt from PROFILE/store when that
    /// is there.
    [[nodiscard]] Expected<QList<KnownStore>> stores() const;
    [[nodiscard]] Done saveStores(const QList<KnownStore>& stores) const;
    /// Creates or opens a store at `folder` and remembers it; refuses one inside another, and a label that is taken. A
    /// store that was made before is known here by `label`, or by its own when that is empty; one that has moved is
    /// found again by its id. Usage "store_inside", "label_taken", "store_copy".
    [[nodiscard]] Expected<KnownStore> addStore(const QString& folder, const QString& label);
    /// A new label here and, where it is plugged, in the store itself. Usage "label_taken", "bad_label".
    [[nodiscard]] Done renameStore(const QString& id, const QString& label) const;
    [[nodiscard]] Done setDefaultStore(const QString& id) const;
    /// The store of that label or id; "" for the default one, which is made at PROFILE/store when there is none at all.
    /// Error NotHeld "no_such_store", Disk "store_unplugged".
    [[nodiscard]] Expected<Store> openStore(const QString& labelOrId);

private:
    explicit Profile(QString folder);
    [[nodiscard]] Expected<QList<KnownStore>> recoverStores(const Error& why) const;

    QString m_folder;
    Fd m_lock;
};

} // namespace hugger
