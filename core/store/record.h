// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/hubtypes.h"
#include "store/store.h"

#include <QtCore/QJsonObject>

#include <functional>

namespace hugger {

/// One file of a snapshot, as held.
struct HeldFile {
    QString path;
    qint64 size = 0; ///< bytes
    QByteArray sha256; ///< of the content; names the object
    QByteArray gitSha1; ///< the tree's oid: git's hash of the content, or of the pointer for LFS files
    bool lfs = false;
    QByteArray xetHash; ///< empty when the Hub gave none

    [[nodiscard]] QByteArray etag() const { return lfs ? sha256 : gitSha1; } ///< name in the view's blobs/
    bool operator==(const HeldFile&) const = default;
};

/// A rule by which files were chosen: --include and --exclude as given. None of both means everything.
struct Selection {
    QStringList include;
    QStringList exclude;

    [[nodiscard]] bool isEverything() const { return include.isEmpty() && exclude.isEmpty(); }
    bool operator==(const Selection&) const = default;
};

/// What a snapshot is (record.json): the truth about it. Everything else can be rebuilt from records and objects.
struct Record {
    RepoId repo;
    QByteArray commit;
    QString revision; ///< as asked for, newest last wins, except over "main"
    QStringList
        refs; ///< every branch, tag and PR ref seen or asked for that led to this commit at capture: the view's refs/
    QString hubId; ///< the Hub's `_id`
    QString endpoint;
    QString capturedAt; ///< ISO 8601 UTC, first capture
    QString updatedAt; ///< last change of this record
    QString verifiedAt; ///< when the SHA-256 of every file was last computed over the bytes on disk, all of them right;
                        ///< empty: not since the last change
    QList<Selection> selections; ///< each archiving adds its rule; empty or one "everything": no rule
    LicenseFacts license;
    Gating gating = Gating::No;
    bool isPrivate = false;
    QStringList tags;
    QString lastModified;
    QList<HeldFile> files; ///< held ones, sorted by path
    qint64 listedFiles = 0; ///< how many the whole commit has
    qint64 listedBytes = 0;
    QString huggerVersion;
    QString notes; ///< the user's own words
    QStringList ownTags; ///< the user's own tags

    /// Complete: every file the commit lists is held.
    [[nodiscard]] bool isComplete() const { return files.size() == listedFiles; }
    [[nodiscard]] qint64 bytes() const;

    /// Whether it could be read again if it were written: paths (checkForeignPath), hashes, sizes, times. Failed
    /// "record_damaged", or "hostile_path". Refs are not looked at: they are the Hub's own texts, and the view leaves
    /// out those that cannot be file names.
    [[nodiscard]] Done check() const;
    [[nodiscard]] QJsonObject toJson() const;
    /// The bytes of record.json: the fields in the order a person reads them, one line per file.
    [[nodiscard]] QByteArray toBytes() const;
    /// Tolerates unknown fields, checks all others: a record may come from another machine. Failed "record_newer" when
    /// its format is.
    [[nodiscard]] static Expected<Record> fromJson(const QJsonObject& json);
};

/// Two captures of one snapshot as one: the files, refs, selections and own tags of both; of everything else what
/// `newer` says. verifiedAt is that of the one that has all the files, empty when neither has.
[[nodiscard]] Record mergedRecord(const Record& older, const Record& newer);

/// Names a snapshot: repo and commit.
struct SnapshotKey {
    RepoId repo;
    QByteArray commit;

    [[nodiscard]] static SnapshotKey of(const Record& record) { return {record.repo, record.commit}; }
    bool operator==(const SnapshotKey&) const = default;
};

/// The Hub's own answers at capture, by file name under hub/ ("info.json", "tree-0001.json", "refs.json",
/// "commits.json"), byte for byte.
struct HubAnswer {
    QString name;
    QByteArray compressed; ///< qCompress()ed
};

/// Records on disk: records/models/org/name/<commit>/. Everything here blocks.
class Records final {
public:
    explicit Records(Store store);

    [[nodiscard]] QString folderOf(const SnapshotKey& key) const;
    /// Writes hub/*.json, SHA256SUMS and, last, record.json, each durably. Objects that the record did not name before
    /// must be there (Integrity "object_missing"), and their names are made durable first, so that no record ever names
    /// what a power cut can take. The caller merges: what is written replaces the record.
    [[nodiscard]] Done write(const Record& record, const QList<HubAnswer>& answers) const;
    /// NotHeld "not_held" when there is none; "record_damaged" when it is not what it should be.
    [[nodiscard]] Expected<Record> read(const SnapshotKey& key) const;
    /// The whole listing of the commit from the kept hub/tree-*.json: what a partial snapshot lacks. Parsed by hub's
    /// own parser. NotHeld "no_listing" when none was kept.
    [[nodiscard]] Expected<QList<FileEntry>> listing(const SnapshotKey& key) const;
    /// All branches, tags and pull requests at capture, from the kept hub/refs.json. NotHeld "no_refs" when none were
    /// kept.
    [[nodiscard]] Expected<RepoRefs> refs(const SnapshotKey& key) const;
    /// Every record, one at a time, so that memory stays flat; broken ones are handed to `broken` with their path.
    /// Stops when `visit` answers false. An error (store_unplugged) means that some may not have been seen: then
    /// nothing may be concluded from their absence.
    [[nodiscard]] Done each(const std::function<bool(const Record&)>& visit,
                            const std::function<void(const QString&, const Error&)>& broken) const;

    /// Whether an answer may have that name.
    [[nodiscard]] static bool isAnswerName(const QString& name);
    /// record.json at any path, as it lies there.
    [[nodiscard]] static Expected<Record> readRecordFile(const QString& path);

private:
    [[nodiscard]] Done secureObjects(const Record& record, const QList<HeldFile>& before) const;

    Store m_store;
};

} // namespace hugger
