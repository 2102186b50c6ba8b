// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/catalog.h"
#include "catalog/state.h"
#include "store/hubview.h"
#include "store/profile.h"
#include "store/trash.h"

#include <QtCore/QHash>
#include <QtCore/QSet>
#include <QtCore/QThreadPool>

#include <functional>
#include <memory>

namespace hugger {

/// What removing a snapshot would do, and did.
struct Removal {
    QString trashId; ///< what `restore` takes; empty when removed for good
    qint64 freedBytes = 0; ///< of objects nothing else needs: freed at once, or when the trash is emptied
    qint64 sharedBytes = 0; ///< stay, because other snapshots have them
};

/// A profile opened: its stores, catalog, jobs and events, and the verbs that need no network. Blocks; use it in one
/// thread.
///
/// Opened for writing it holds the profile's lock, rebuilds a catalog that is new or was garbled, finishes views that
/// an interruption left behind, and empties trash whose time is up.
class Library final {
public:
    enum class Access { ReadOnly, ReadWrite };

    [[nodiscard]] static Expected<std::unique_ptr<Library>> open(const QString& profileFolder, Access access);

    [[nodiscard]] Profile& profile() { return m_profile; }
    [[nodiscard]] Catalog& catalog() { return *m_catalog; }
    [[nodiscard]] State& state() { return *m_state; }
    /// Told of every snapshot that was added, changed or removed from now on, after it is on disk.
    using Listener = std::function<void(const QString& storeId, const SnapshotKey& key)>;
    void setListener(Listener listener) { m_listener = std::move(listener); }
    /// Where parts become objects, one group after the other: two jobs may have fetched the same content.
    [[nodiscard]] QThreadPool& admitting() { return m_admitting; }
    /// Objects that entered while this library was open: proved then, by whichever job.
    void noteAdmitted(const QString& storeId, const QByteArray& sha256);
    [[nodiscard]] bool wasAdmitted(const QString& storeId, const QByteArray& sha256) const;

    /// What opening had to mend, in sentences for the user ("The catalog was damaged and has been rebuilt from 12
    /// records.").
    [[nodiscard]] const QStringList& notices() const { return m_notices; }

    /// "" is the default store.
    [[nodiscard]] Expected<Store> store(const QString& labelOrId);
    /// Label of a store id, for showing; the id when it is not known any more.
    [[nodiscard]] QString storeLabel(const QString& storeId) const;

    /// Snapshots matching a WHAT: all of the repo, or the one of that revision or commit (prefix). NotHeld "not_held"
    /// when there is none.
    [[nodiscard]] Expected<QList<SnapshotRow>> find(const RepoId& repo, const QString& revision) const;
    [[nodiscard]] Expected<Record> record(const SnapshotRow& row);
    /// STORE/hub/.../snapshots/<commit>.
    [[nodiscard]] Expected<QString> path(const SnapshotRow& row);

    /// The last step of archiving: record, view, catalog, event, in that order. Objects were admitted before. When the
    /// view cannot be made (no links) `viewTrouble` says why and the snapshot is held all the same. The event is
    /// "archived"; with the name of a bundle, "imported" from it, now.
    [[nodiscard]] Done commit(const Store& store, const Record& record, const QList<FileEntry>& listing,
                              const QList<HubAnswer>& answers, QString* viewTrouble, const QString& bundle = {});
    /// Writes a changed record (verified, notes) and its catalog row.
    [[nodiscard]] Done rewrite(const Store& store, const Record& record);

    /// Says what remove() would free, without doing it.
    [[nodiscard]] Expected<Removal> weigh(const SnapshotRow& row);
    /// To the trash; `forGood` drops the objects at once.
    [[nodiscard]] Expected<Removal> remove(const SnapshotRow& row, bool forGood);
    [[nodiscard]] Expected<SnapshotRow> restore(const QString& trashId);

    /// Adds or opens a store there, and lists what it holds already.
    [[nodiscard]] Expected<KnownStore> addStore(const QString& folder, const QString& label);
    /// Drops for good what has lain in the trash for longer than the settings say.
    void emptyOldTrash();

    /// Reads every record of every plugged store into a new catalog, and completes views. Returns how many records.
    [[nodiscard]] Expected<qint64> rebuild(const std::function<void(const QString& sentence)>& say);

private:
    explicit Library(Profile profile);
    [[nodiscard]] Done mend();
    [[nodiscard]] Expected<qint64> index(const Store& store, const std::function<void(const QString& sentence)>& say);
    /// PROFILE/touched.json names the snapshot whose record, view and row are being changed; after a crash they are
    /// made to agree with the record.
    [[nodiscard]] Done touch(const Store& store, const SnapshotKey& key) const;
    void untouch() const;
    [[nodiscard]] Done finishTouched();
    void tell(const Store& store, const SnapshotKey& key) const;
    [[nodiscard]] Done emptyTrash(const Store& store, int days);
    [[nodiscard]] Done dropUnused(const Store& store, const QList<Record>& records, qint64* freed);

    Profile m_profile;
    std::unique_ptr<Catalog> m_catalog;
    std::unique_ptr<State> m_state;
    QStringList m_notices;
    Listener m_listener;
    QSet<quint64> m_admitted; ///< hashes of store and SHA-256
    QThreadPool m_admitting;
    QHash<QString, Store> m_open; ///< stores by id
};

} // namespace hugger
