// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/files.h"
#include "bundle/bundlereader.h"

#include <vector>

namespace hugger {

/// A bundle that is a folder. Everything is opened from the folder above it and no link is followed, so that nothing
/// outside is ever read, whoever changes the folder meanwhile. data/ comes last.
class FolderReader final : public BundleReader {
public:
    [[nodiscard]] static Expected<std::unique_ptr<BundleReader>> open(const QString& folder);

    [[nodiscard]] Expected<QByteArrayView> read() override;
    [[nodiscard]] qint64 takenBytes() const override { return -1; }

protected:
    [[nodiscard]] Expected<std::optional<RawEntry>> nextRaw() override;

private:
    struct Level {
        Fd folder;
        QByteArray prefix; ///< "records/models/"
        std::vector<QByteArray> names; ///< sorted from the last to the first
    };

    [[nodiscard]] Done enter(Fd folder, const QByteArray& prefix);
    [[nodiscard]] QString fullPath(const QByteArray& name) const;

    QString m_root;
    std::vector<Level> m_levels;
    Fd m_file;
    QByteArray m_name; ///< of the open file
    qint64 m_size = 0;
    qint64 m_at = 0;
    QByteArray m_block;
};

} // namespace hugger
