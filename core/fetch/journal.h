// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "fetch/extents.h"

#include <QtCore/QString>

namespace hugger {

/// What is known about the bytes of a part file after a restart.
///
/// Two small files, because they promise different things:
///   <key>.journal  ranges that were fsynced before they were written here; true after a power cut
///   <key>.written  ranges handed to the kernel, with the id of this boot; true while the machine has not been
///   restarted, so that a killed process
///                  fetches next to nothing again without an fsync every few megabytes
/// Neither is trusted for more than saving work: the hash over the whole file decides.
class Journal final {
public:
    Journal() = default;
    /// `stem` is the part's path without ".part".
    explicit Journal(QString stem, qint64 size);

    [[nodiscard]] Extents load() const;
    /// Call only with ranges that were synced.
    [[nodiscard]] Done saveDurable(const Extents& durable) const;
    [[nodiscard]] Done saveWritten(const Extents& written) const;
    void remove() const;

private:
    [[nodiscard]] QByteArray document(const Extents& extents, bool withBoot) const;
    [[nodiscard]] Extents read(const QString& path, bool sameBoot) const;

    QString m_stem;
    qint64 m_size = 0;
};

} // namespace hugger
