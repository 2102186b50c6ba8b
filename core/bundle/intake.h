// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bundle/foreignbag.h"
#include "bundle/importer.h"

#include <memory>

namespace hugger {

/// A snapshot that may come in: all of it was proved.
struct IncomingSnapshot {
    Record record;
    std::vector<StagedFile> answers; ///< of the Hub, by their paths in the bundle
};

/// A bundle in quarantine, proved to the last byte. Nothing of it is in the store yet.
struct IncomingBundle {
    std::unique_ptr<Staging> staging;
    std::vector<IncomingSnapshot> snapshots;
    struct Content {
        qint64 number = -1; ///< in staging; -1: the store has the same bytes, hashed just now
        qint64 size = 0;
    };
    BySha256<Content> contents;
    QList<QByteArray> damaged; ///< objects of the store that were found to be so
};

/// Everything of an import that comes before anything enters. Failed or stopped, nothing stays. Blocks, for long.
[[nodiscard]] Expected<std::shared_ptr<IncomingBundle>> takeIn(const Store& store, const ImportWish& wish,
                                                               WorkProgress& progress, const std::stop_token& stop);

/// The folder of a bag that a path is directly in ("x/" of "x/bagit.txt", or nothing), where it has that name.
[[nodiscard]] std::optional<QString> bagFolderOf(const QString& path, QLatin1StringView name, BundleFormat format);

} // namespace hugger
