// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bundle/bundleindex.h"
#include "bundle/staging.h"

#include <QtCore/QHash>

#include <functional>

namespace hugger {

/// Texts of a bundle may be so large: pages of the Hub as when they are fetched; lists of up to a million files.
inline constexpr qint64 maxTagBytes = 64LL * 1024 * 1024;
inline constexpr qint64 maxListBytes = 256LL * 1024 * 1024;

/// What a bundle made by hugger promises: nothing of it is proved.
struct BundleClaims {
    QByteArray top; ///< the folder all of it is below, "x/", or nothing
    BundleIndex index;
    std::vector<Record> records;
    QHash<QByteArray, RawSha256> manifest; ///< by path below the bundle's folder
    struct Content {
        qint64 size = 0;
        std::optional<RawSha1> gitSha1; ///< of one that a record has as a regular file
        bool isNeeded = false; ///< the other side has it, it is not in the bundle
    };
    BySha256<Content> contents; ///< all that the records name
};

/// A file of the bundle that was staged, by its path below the bundle's folder; null when there is none.
using FindStaged = std::function<const StagedFile*(const QByteArray& path)>;

/// Whether index, manifest and all records are there already, so that they can be asked about what comes next.
[[nodiscard]] Expected<bool> areClaimsThere(const Staging& staging, const FindStaged& find);
/// Reads and compares them. Integrity "bad_bundle" names the file that is not right. Blocks.
[[nodiscard]] Expected<BundleClaims> readClaims(const Staging& staging, const FindStaged& find, const QByteArray& top);

/// Proves what is staged against what was promised: manifest, tag manifest and Payload-Oxum right and complete, every
/// content of every record there by its hash (in the bundle, or in the store where a differential one leaves it out),
/// the Hub's answers readable and agreeing with the record, and nothing else in it. `files` are sorted by path.
/// Integrity "bad_bundle"; Integrity "not_held_here". Blocks.
[[nodiscard]] Done checkClaims(const BundleClaims& claims, const Staging& staging, const std::vector<StagedFile>& files,
                               HeldContents& held);

/// The checks of a bag that concern its tag files, whoever made it. `paths` are without the bundle's folder.
[[nodiscard]] Done checkTagManifest(const Staging& staging, const StagedFile& manifest, const QByteArray& top,
                                    const FindStaged& find);
[[nodiscard]] Done checkOxum(const Staging& staging, const FindStaged& find, qint64 payloadBytes, qint64 payloadFiles);

} // namespace hugger
