// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/hash.h"
#include "hub/repoid.h"

#include <QtCore/QUrl>

#include <atomic>
#include <memory>

namespace hugger {

/// Counts one job's bytes, for progress and for fetched_bytes. Shared between threads.
struct FetchMeter {
    std::atomic<qint64> fetched = 0; ///< came over the network, repetitions included
    std::atomic<qint64> present = 0; ///< of the wanted bytes, on disk now
};

/// One content that is wanted, and where its bytes are asked for.
struct Want {
    QByteArray key; ///< name in incoming/: two jobs that want the same share one transfer
    QString incoming; ///< folder of part files
    qint64 size = 0; ///< bytes
    QByteArray sha256; ///< expected; empty for regular files
    QByteArray gitSha1; ///< expected git blob hash; empty for LFS files
    RepoId repo; ///< for messages
    QString path; ///< for messages
    QUrl url; ///< .../resolve/<commit>/<path>
    std::shared_ptr<FetchMeter> meter;

    /// "sha256 hex" or "git-" + SHA-1 hex.
    [[nodiscard]] static QByteArray keyFor(const QByteArray& sha256, const QByteArray& gitSha1)
    {
        return sha256.isEmpty() ? "git-" + gitSha1 : sha256;
    }
};

/// A part file that is whole and proved.
struct Fetched {
    QString part;
    ContentHashes hashes;
    qint64 size = 0; ///< bytes
    /// As long as somebody keeps it, whoever asks for the same content gets this very result, and nobody opens the part
    /// file for writing: keep it until the part has become an object.
    std::shared_ptr<const void> lease;
};

} // namespace hugger
