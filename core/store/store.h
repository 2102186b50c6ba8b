// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

namespace hugger {

/// Who a store is: the content of hugger-store.json.
struct StoreIdentity {
    QString id; ///< uuid without braces; what the catalog and the profile know it by
    QString label;
    QString created; ///< ISO 8601 UTC
    bool operator==(const StoreIdentity&) const = default;
};

/// A part file whose hash was proved and that is to become an object.
struct Arrival {
    QString part; ///< path in incoming/
    QByteArray sha256; ///< 64 hex, proved by the caller over the bytes of `part`
    qint64 size = 0; ///< bytes
};

/// What an object on disk looks like from outside.
enum class ObjectState { Present, Missing, WrongSize };

/// A folder that holds objects and records (design, section 5). A cheap value: paths and identity, no open handles;
/// safe to copy into workers. Everything here blocks.
///
/// Invariant: a file in objects/ had, when it entered, the hash its name says, and was durable before it got that name.
class Store final {
public:
    /// Makes HOW-TO-READ-THIS.txt, the folders and, last, hugger-store.json. The folder may exist but must be empty
    /// (what a file system or an interrupted create() leaves is fine) or a store already, which is opened and keeps its
    /// own label. Usage "folder_not_empty", "bad_label".
    [[nodiscard]] static Expected<Store> create(const QString& folder, const QString& label);
    /// Disk "store_unplugged" when the folder or its identity is not there; Failed "store_newer" when its format is
    /// newer than this hugger; Disk "store_damaged" when its identity cannot be read. Writes nothing: an empty mount
    /// point stays empty.
    [[nodiscard]] static Expected<Store> open(const QString& folder);

    /// 1 to 64 printable characters: Usage "bad_label".
    [[nodiscard]] static Done checkLabel(const QString& label);

    /// Writes the label into its identity. This value keeps the old one.
    [[nodiscard]] Done relabel(const QString& label) const;

    [[nodiscard]] const QString& folder() const { return m_folder; }
    [[nodiscard]] const StoreIdentity& identity() const { return m_identity; }
    [[nodiscard]] QString incomingFolder() const { return m_folder + QStringLiteral("/incoming"); }
    [[nodiscard]] QString viewFolder() const { return m_folder + QStringLiteral("/hub"); }
    [[nodiscard]] QString objectPath(const QByteArray& sha256) const;

    /// Reads the identity again: error "store_unplugged" when it is gone or another store's. Everything in this room
    /// that writes asks it first; ask it yourself before writing into incoming/.
    [[nodiscard]] Done checkPlugged() const;
    /// By stat, without reading.
    [[nodiscard]] ObjectState objectState(const QByteArray& sha256, qint64 size) const;
    /// Bytes a user may still write there.
    [[nodiscard]] Expected<qint64> freeBytes() const;

    /// Makes part files objects: sync (one by one, or the whole volume for many), mode 0444, rename, sync of each
    /// folder touched. When it returns, all of them are durable. An object that is there already with the right size is
    /// kept and the part dropped, unless `replace` (repair of a damaged one). A part that could not be synced is
    /// removed: after a failed fsync its bytes can no longer be trusted, and are fetched again. Integrity
    /// "part_changed" when a part has not the size the caller proved.
    [[nodiscard]] Done admit(const QList<Arrival>& arrivals, bool replace = false) const;
    /// Makes the names of objects durable, whoever gave them: a killed process may have renamed them and got no
    /// further. Cheap when they are.
    [[nodiscard]] Done syncObjectNames(const QList<QByteArray>& sha256s) const;
    /// Puts bytes that are not what they should be aside, under STORE/quarantine, with a note saying why. Returns the
    /// new path. Only the newest is kept per key ([A-Za-z0-9._-]).
    [[nodiscard]] Expected<QString> quarantine(const QString& part, const QByteArray& key, const QString& why) const;
    /// Removes the object for good.
    [[nodiscard]] Done dropObject(const QByteArray& sha256) const;

private:
    Store(QString folder, StoreIdentity identity);

    QString m_folder;
    StoreIdentity m_identity;
};

} // namespace hugger
