// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bundle/bundle.h"

#include <vector>

namespace hugger {

/// A content that a differential bundle leaves out, because the other side holds it.
struct NeededContent {
    QByteArray sha256;
    qint64 size = 0; ///< bytes
    bool operator==(const NeededContent&) const = default;
};

/// hugger-bundle.json: what a bundle says it is, so that it can be shown before its payload is read.
struct BundleIndex {
    QString madeBy; ///< "hugger 0.5"
    QString madeAt; ///< ISO 8601 UTC
    QList<BundledSnapshot> snapshots;
    qint64 payloadFiles = 0;
    qint64 payloadBytes = 0;
    std::vector<NeededContent> needs;

    /// One line per snapshot and needed content.
    [[nodiscard]] QByteArray toBytes() const;
    /// Integrity "bad_bundle" with what is wrong; Failed "bundle_newer" when its format is.
    [[nodiscard]] static Expected<BundleIndex> fromBytes(const QByteArray& bytes);
    bool operator==(const BundleIndex&) const = default;
};

/// Names in a bundle, below its folder.
inline constexpr auto bundleIndexName = "hugger-bundle.json";
inline constexpr auto bundleOtherNamesName = "other-names.txt";
inline constexpr auto bundleHowToName = "HOW-TO-USE-THIS.txt";
/// "records/models/org/name/<commit>/", UTF-8.
[[nodiscard]] QByteArray bundleRecordFolder(const SnapshotKey& key);
/// "data/models/org/name/<commit>/", UTF-8.
[[nodiscard]] QByteArray bundlePayloadFolder(const SnapshotKey& key);
/// "data/objects/<64 hex>"
[[nodiscard]] QByteArray bundleObjectPath(const QByteArray& sha256);

} // namespace hugger
