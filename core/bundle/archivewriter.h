// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bundle/bundlewriter.h"
#include "bundle/volumes.h"

#include <optional>
#include <sys/types.h>

struct archive;
struct archive_entry;

namespace hugger {

/// Writes a bundle as one tar or zip, through libarchive. Equal input gives equal bytes: everything belongs to nobody
/// (0:0) and has the mode 0644, and no compressor writes down when it ran.
class ArchiveWriter final : public BundleWriter {
public:
    [[nodiscard]] static Expected<std::unique_ptr<BundleWriter>> create(const ExportWish& wish);
    ~ArchiveWriter() override;
    Q_DISABLE_COPY_MOVE(ArchiveWriter)

    [[nodiscard]] Done begin(const BundleEntry& entry) override;
    [[nodiscard]] Done write(QByteArrayView bytes) override;
    [[nodiscard]] Done end() override;
    [[nodiscard]] Expected<BundleFiles> finish() override;

private:
    ArchiveWriter(const ExportWish& wish, std::unique_ptr<Volumes> volumes);
    [[nodiscard]] Done open(const ExportWish& wish);
    [[nodiscard]] std::unexpected<Error> trouble(const QString& what) const;
    static ssize_t take(archive* writer, void* self, const void* bytes, std::size_t size);

    struct Free {
        void operator()(archive* writer) const;
        void operator()(archive_entry* entry) const;
    };
    QString m_target;
    BundleFormat m_format;
    QByteArray m_root; ///< the folder all entries are below, with its slash
    std::unique_ptr<Volumes> m_volumes;
    bool m_isOpen = false;
    bool m_isAbandoned = false;
    std::optional<Error> m_diskTrouble; ///< why take() failed
    std::unique_ptr<archive_entry, Free> m_entry;
    std::unique_ptr<archive, Free> m_writer; ///< last: closing it may still write
};

} // namespace hugger
