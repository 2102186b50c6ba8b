// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/database.h"
#include "store/record.h"

#include <array>
#include <optional>

namespace hugger {

/// A row of what is held: enough for a list without opening the record.
struct SnapshotRow {
    SnapshotKey key;
    QString storeId;
    QString revision;
    QStringList refs; ///< of the record: branches, tags and PR refs that led to this commit at capture
    bool complete = false;
    QString verifiedAt; ///< empty: not proved since it was changed
    QString capturedAt;
    QString updatedAt;
    qint64 files = 0;
    qint64 bytes = 0;
    qint64 damaged = 0; ///< files whose object a verify found damaged or missing
    QStringList licenses;
    QStringList tags; ///< the user's own, then the Hub's
    QString upstream; ///< what the last check found: "unknown" until one ran
    QString lastCopy{}; ///< HeldRow::lastCopy
};

/// A row of a list of very many: what is shown and sorted by, nothing else.
struct HeldRow {
    qint64 id = 0; ///< of the catalog's row: stays the same until the catalog is rebuilt
    RepoId repo;
    QByteArray commit; ///< 40 hex
    QString revision;
    QString storeId;
    QString license; ///< ids, joined by ", "
    QString upstream; ///< "unknown", "current", "newer", "license_changed", "gated", "disabled", "renamed", "gone"
    QString lastCopy; ///< why this may be the last copy: "gone", "disabled", "gated", "license"; empty: it is not known
    qint64 capturedAt = 0; ///< seconds since 1970, UTC
    qint64 verifiedAt = 0; ///< 0: not proved since it was changed
    qint64 bytes = 0;
    qint64 files = 0;
    qint64 damaged = 0; ///< files found damaged or missing
    bool isComplete = false;
};

/// What to list. Empty fields ask for everything; `{.repo = id}` names those that are not.
struct SnapshotFilter {
    std::optional<RepoId> repo{};
    QByteArray commit{}; ///< may be a prefix of at least 4 hex digits
    QString revision{}; ///< as asked for, or any ref of the record
    QString storeId{};
    /// Full text over id, tags, license, card and notes; every word must match, the last one by prefix.
    QString words{};
    qint64 limit = -1;
    qint64 offset = 0;
};

/// An object that is held somewhere.
struct ObjectPlace {
    QString storeId;
    QByteArray sha256;
    qint64 size = 0;
};

/// The index over all stores. Can always be rebuilt from the records; holds nothing else. Blocks; use it in one thread.
class Catalog final {
public:
    /// As Database::open(): ReadOnly of a catalog that was never written is NotHeld "database_missing", to be taken for
    /// an empty one.
    [[nodiscard]] static Expected<Catalog> open(const QString& file, Database::Access access);

    /// True when the file was made anew, was garbled, or its last rebuild did not end: the caller must rebuild it from
    /// the records (and says so).
    [[nodiscard]] bool needsRebuild() const { return m_needsRebuild; }
    /// Whether there was a file, and whether it was garbled and put aside.
    [[nodiscard]] Database::Found found() const;

    /// Adds or replaces a snapshot, with its objects, in one transaction; what is known of damage and upstream stays.
    /// `card` is the text of README.md for search, at most the first 64 kB are used.
    [[nodiscard]] Done put(const QString& storeId, const Record& record, const QString& card);
    /// Many in one transaction: for a rebuild.
    [[nodiscard]] Done putMany(const QString& storeId,
                               const std::function<std::optional<std::pair<Record, QString>>()>& next);
    [[nodiscard]] Done drop(const QString& storeId, const SnapshotKey& key);
    [[nodiscard]] Done dropStore(const QString& storeId);
    /// Says that a rebuild of everything ended well.
    [[nodiscard]] Done markRebuilt();

    /// By repo, newest capture first. Usage "bad_commit" when the prefix is shorter than 4 digits or no hex.
    [[nodiscard]] Expected<QList<SnapshotRow>> list(const SnapshotFilter& filter) const;
    /// Best match first: the id itself, then ids with all the words, the shortest first, then the rest by rank. Where
    /// thousands match, the best of the first 2,000. Words without any letter or digit match nothing.
    [[nodiscard]] Expected<QList<SnapshotRow>> search(const QString& words, qint64 limit) const;

    /// Every row in the order of list(), in pieces of `pieceSize`; `visit` answers false to stop. Texts that many rows
    /// have are shared in memory.
    [[nodiscard]] Done eachHeld(qsizetype pieceSize, const std::function<bool(QList<HeldRow>)>& visit) const;
    /// Every repo of which something is held, and whether the state of upstream is "unknown" in a row of it.
    [[nodiscard]] Expected<QList<std::pair<RepoId, bool>>> heldRepos() const;
    /// Those that are there still, in any order.
    [[nodiscard]] Expected<QList<HeldRow>> held(const QList<qint64>& ids) const;
    /// The rows of a snapshot: one for each store that has it. `commit` empty: all of the repo, newest first.
    [[nodiscard]] Expected<QList<HeldRow>> heldOf(const RepoId& repo, const QByteArray& commit) const;
    /// The row as list() gives it. NotHeld "not_held".
    [[nodiscard]] Expected<SnapshotRow> snapshot(qint64 id) const;
    /// Ids of all rows that match the words as SnapshotFilter::words says; none for words without letter or digit.
    [[nodiscard]] Expected<QList<qint64>> matching(const QString& words) const;
    /// What a check of upstream found: HeldRow::upstream, for every snapshot of the repo.
    [[nodiscard]] Done setUpstream(const RepoId& repo, const QString& upstream);
    /// HeldRow::lastCopy of these commits of the repo, in every store; of all others of it nothing.
    [[nodiscard]] Done setLastCopies(const RepoId& repo, const QHash<QByteArray, QString>& reasons);
    /// Snapshots, repos, bytes of objects (each once a store), bytes of snapshots.
    [[nodiscard]] Expected<std::array<qint64, 4>> totals() const;
    /// Bytes of objects and number of snapshots in a store.
    [[nodiscard]] Expected<std::pair<qint64, qint64>> storeTotals(const QString& storeId) const;
    /// Bytes of its objects that other snapshots of its store have, too.
    [[nodiscard]] Expected<qint64> sharedBytes(qint64 id) const;

    /// Where contents are held, undamaged as far as known; by SHA-256, and by git SHA-1 for regular files (with the
    /// size, since the Hub gives no SHA-256 for them).
    [[nodiscard]] Expected<QList<ObjectPlace>> placesOfSha256(const QByteArray& sha256) const;
    [[nodiscard]] Expected<QList<ObjectPlace>> placesOfGitSha1(const QByteArray& gitSha1, qint64 size) const;
    /// Every object that is undamaged as far as known, in the order of its hash, once for each store that has it.
    [[nodiscard]] Done eachSoundObject(const std::function<void(const ObjectPlace& place)>& visit) const;
    /// How many snapshots in that store use the object; trashed ones do not count.
    [[nodiscard]] Expected<qint64> usesOf(const QString& storeId, const QByteArray& sha256) const;

    /// When the object was last proved as part of a snapshot in that store: the newest verified_at of those that have
    /// it; empty when none does.
    [[nodiscard]] Expected<QString> provedAt(const QString& storeId, const QByteArray& sha256) const;

    /// A verify's findings. Damaged objects are fetched again by the next archive or repair of a snapshot that has
    /// them.
    [[nodiscard]] Done markDamaged(const QString& storeId, const QByteArray& sha256, bool damaged);
    /// Many in one transaction.
    [[nodiscard]] Done markDamaged(const QString& storeId, const QList<QByteArray>& sha256s, bool damaged);
    [[nodiscard]] Expected<bool> isDamaged(const QString& storeId, const QByteArray& sha256) const;

private:
    explicit Catalog(std::unique_ptr<Database> database);
    [[nodiscard]] Done putRow(const QString& storeId, const Record& record, const QString& card);
    [[nodiscard]] Done putObjects(qint64 store, qint64 snapshot, const Record& record);
    [[nodiscard]] Done dropUnused(const QList<qint64>& objects);
    [[nodiscard]] Done markOne(qint64 store, const QByteArray& sha256, bool damaged);
    [[nodiscard]] Expected<QList<SnapshotRow>> rows(const QString& sql, const QVariantList& values) const;
    [[nodiscard]] Expected<QList<ObjectPlace>> places(const QString& condition, const QVariantList& values) const;

    std::unique_ptr<Database> m_database;
    bool m_needsRebuild = true;
};

} // namespace hugger
