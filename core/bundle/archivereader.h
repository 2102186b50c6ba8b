// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bundle/bundlereader.h"

struct archive;

namespace hugger {

/// A bundle that is one file, or one file cut into volumes. Of libarchive only the one format and the one compression
/// that the first bytes told of are switched on, and no program outside.
class ArchiveReader final : public BundleReader {
public:
    [[nodiscard]] static Expected<std::unique_ptr<BundleReader>> open(const BundleSource& source);
    [[nodiscard]] static Expected<std::unique_ptr<BundleReader>> open(QByteArrayView bytes, BundleFormat format);

    [[nodiscard]] Expected<QByteArrayView> read() override;
    [[nodiscard]] qint64 takenBytes() const override;

protected:
    [[nodiscard]] Expected<std::optional<RawEntry>> nextRaw() override;

private:
    [[nodiscard]] Done prepare(BundleFormat format);
    [[nodiscard]] std::unexpected<Error> unreadable() const;
    [[nodiscard]] Done checkEnd() const;
    /// As many of its last bytes as there are, up to `most`.
    [[nodiscard]] Expected<QByteArray> lastBytes(qint64 most) const;

    struct Free {
        void operator()(archive* reader) const;
    };
    std::unique_ptr<archive, Free> m_archive;
    BundleSource m_source;
    qint64 m_entries = 0; ///< so far
    QByteArray m_name; ///< of the entry
    qint64 m_size = 0;
    qint64 m_at = 0;
    qint64 m_hole = 0; ///< zeros to be given before m_waiting
    QByteArrayView m_waiting;
    bool m_isRead = true; ///< to its end
    bool m_hasHoles = false;
};

} // namespace hugger
