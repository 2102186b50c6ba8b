// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/record.h"

namespace hugger {

/// What lies in trash/<when>-<id>/: a record folder and where it came from.
struct TrashEntry {
    QString id; ///< "20261120T213023Z-1a2b3c": what `restore` takes
    SnapshotKey key;
    QString removedAt; ///< ISO 8601 UTC
};

/// Removed snapshots. Their objects stay in objects/ until the entry is purged, so that a restore is a rename.
/// Everything here blocks.
class Trash final {
public:
    explicit Trash(Store store);

    /// Moves the record there (one rename) and returns the entry. NotHeld "not_held" when there is none.
    [[nodiscard]] Expected<TrashEntry> put(const SnapshotKey& key) const;
    /// Moves it back. When the same snapshot was archived again meanwhile, the two are merged: nothing of either is
    /// lost. The view and the catalog are the caller's. All that take an id: NotHeld "no_such_trash" when it is not
    /// there.
    [[nodiscard]] Expected<Record> restore(const QString& id) const;
    /// Newest first.
    [[nodiscard]] Expected<QList<TrashEntry>> list() const;
    [[nodiscard]] Expected<Record> read(const QString& id) const;
    /// Removes the record for good and returns it. The caller then drops the objects nothing else needs.
    [[nodiscard]] Expected<Record> purge(const QString& id) const;

private:
    [[nodiscard]] QString entryFolder(const QString& id) const;
    [[nodiscard]] Expected<TrashEntry> entry(const QString& id) const;
    void sweep() const;

    Store m_store;
};

} // namespace hugger
