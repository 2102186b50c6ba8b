// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bundle/bundle.h"

#include <memory>

namespace hugger {

/// One file of a bundle.
struct BundleEntry {
    QByteArray path; ///< below the bundle's folder, UTF-8
    qint64 size = 0; ///< bytes
    qint64 time = 0; ///< seconds since 1970
};

/// What was made.
struct BundleFiles {
    QStringList volumes; ///< the files, with their lists of hashes; of a folder none
    qint64 bytes = 0; ///< on disk
};

/// Takes a bundle's files one after the other. Until finish() everything has the target's name with ".part"; what a
/// killed run left there is replaced, what another process is writing is left alone (Busy "target_busy"). Destroyed
/// before, it takes away what it wrote. Everything blocks; use it in one thread.
class BundleWriter {
public:
    [[nodiscard]] static Expected<std::unique_ptr<BundleWriter>> create(const ExportWish& wish);
    virtual ~BundleWriter() = default;
    Q_DISABLE_COPY_MOVE(BundleWriter)

    [[nodiscard]] virtual Done begin(const BundleEntry& entry) = 0;
    /// All calls between begin() and end() give as many bytes as the entry said.
    [[nodiscard]] virtual Done write(QByteArrayView bytes) = 0;
    [[nodiscard]] virtual Done end() = 0;
    /// Makes it durable and gives it its name. Disk "target_exists" when something took the name meanwhile.
    [[nodiscard]] virtual Expected<BundleFiles> finish() = 0;

protected:
    BundleWriter() = default;
};

/// Disk "target_exists" when a bundle of that name would meet something that is there already.
[[nodiscard]] Done checkTargetIsFree(const ExportWish& wish);

} // namespace hugger
