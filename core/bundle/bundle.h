// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "archive/library.h"
#include "archive/workprogress.h"

#include <QtCore/QJsonObject>

#include <optional>

namespace hugger {

/// A bundle carries snapshots to a place without network: a BagIt 1.0 bag (RFC 8493), as a folder or as one file.
///
///   BUNDLE/
///     bagit.txt  bag-info.txt  manifest-sha256.txt  tagmanifest-sha256.txt
///     HOW-TO-USE-THIS.txt                  how to use it without hugger
///     hugger-bundle.json                   format, the snapshots, what the other side must hold already
///     other-names.txt                      paths whose content lies in data/ under another name, when there are any
///     records/models/org/name/<commit>/    record.json, SHA256SUMS, hub/*.json: as in a store
///     data/models/org/name/<commit>/PATH   the files under their own names; each content once in the bundle
///     data/objects/<64 hex>                content whose own name is no name on every disk ("a:b", "50%", case twins)
///
/// In an archive the entries are below one folder of the archive's name, tag files first, so that what it is can be
/// said before its payload is read.
enum class BundleFormat { Folder, Tar, TarZst, TarGz, Zip };

[[nodiscard]] QString bundleFormatName(BundleFormat format); ///< "folder", "tar", "tar.zst", "tar.gz", "zip"
[[nodiscard]] std::optional<BundleFormat> bundleFormatFromName(const QString& name);
/// By the end of a file's name ("x.tar.zst", "x.tzst", "x.tgz", "x.zip"); Folder for every other.
[[nodiscard]] BundleFormat bundleFormatOf(const QString& file);

/// One snapshot in one store.
struct HeldSnapshot {
    SnapshotKey key;
    QString storeId;
    bool operator==(const HeldSnapshot&) const = default;
};

/// The snapshots of these rows of the catalog. NotHeld "not_held".
[[nodiscard]] Expected<QList<HeldSnapshot>> heldSnapshots(Library& library, const QList<qint64>& rows);

/// A snapshot a bundle says it has.
struct BundledSnapshot {
    SnapshotKey key;
    QString revision;
    QString license;
    qint64 files = 0;
    qint64 bytes = 0;
    bool isComplete = false;
    bool operator==(const BundledSnapshot&) const = default;
};

struct ExportWish {
    QList<HeldSnapshot> snapshots;
    QString target; ///< absolute; the file or folder to make. Nothing may be there yet
    BundleFormat format = BundleFormat::Folder;
    int level = 3; ///< of zstd, 1 to 19
    qint64 splitBytes = 0; ///< volumes "TARGET.001", "TARGET.002"...; 0: one file. Not for folders
    QString since; ///< absolute path of a list of holdings: what it names is left out; empty: nothing is

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Expected<ExportWish> fromJson(const QJsonObject& json);
    bool operator==(const ExportWish&) const = default;
};

struct ImportWish {
    QString source; ///< absolute; a bundle: file, first volume or folder
    QString storeId; ///< id or label; empty: the default one
    std::optional<RepoId> as; ///< for a folder that says itself what it is nowhere

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Expected<ImportWish> fromJson(const QJsonObject& json);
    bool operator==(const ImportWish&) const = default;
};

} // namespace hugger
