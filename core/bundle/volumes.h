// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/files.h"
#include "base/hash.h"
#include "base/writeback.h"
#include "bundle/bundlewriter.h"

#include <optional>
#include <vector>

namespace hugger {

/// A stream of bytes as one file, or cut into volumes TARGET.001, TARGET.002... of `splitBytes` each but the last, and
/// TARGET.sha256 that proves them. `cat TARGET.[0-9]*` gives the stream.
///
/// They are renamed from ".part" at the end, the first one last: while TARGET.001.part is there, volumes that have
/// their names already are what a killed run left.
class Volumes final {
public:
    [[nodiscard]] static Expected<std::unique_ptr<Volumes>> create(const QString& target, qint64 splitBytes);
    ~Volumes();
    Q_DISABLE_COPY_MOVE(Volumes)

    [[nodiscard]] Done write(QByteArrayView bytes);
    [[nodiscard]] Expected<BundleFiles> finish();

    /// The first name that finish() would want and something else has; empty when there is none.
    [[nodiscard]] static QString takenName(const QString& target, qint64 splitBytes);

private:
    Volumes(QString target, qint64 splitBytes);
    [[nodiscard]] QString name(qsizetype number) const; ///< from 0
    [[nodiscard]] Done openNext();
    [[nodiscard]] Done flush();
    [[nodiscard]] Done closeLast();
    [[nodiscard]] Done writeHashes();
    [[nodiscard]] Expected<BundleFiles> giveNames();
    void dropLeftovers();

    QString m_target;
    qint64 m_splitBytes = 0; ///< 0: never
    QByteArray m_buffer;
    Fd m_first; ///< stays open, and locked: no other process may write there, too
    Fd m_file; ///< the one that is written, when it is not the first
    qsizetype m_opened = 0; ///< how many volumes there are
    qint64 m_at = 0; ///< written to the last one
    Writeback m_writeback;
    qint64 m_bytes = 0; ///< written to all
    std::optional<Digest> m_digest;
    QByteArray m_hashes; ///< lines of TARGET.sha256
    QStringList m_named; ///< those that have their names
    bool m_isDone = false;
};

} // namespace hugger
