// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/files.h"
#include "base/writeback.h"
#include "bundle/bundlewriter.h"

namespace hugger {

/// Writes a bundle as a folder of plain files.
class FolderWriter final : public BundleWriter {
public:
    [[nodiscard]] static Expected<std::unique_ptr<BundleWriter>> create(const QString& target);
    ~FolderWriter() override;
    Q_DISABLE_COPY_MOVE(FolderWriter)

    [[nodiscard]] Done begin(const BundleEntry& entry) override;
    [[nodiscard]] Done write(QByteArrayView bytes) override;
    [[nodiscard]] Done end() override;
    [[nodiscard]] Expected<BundleFiles> finish() override;

private:
    FolderWriter(QString target, Fd lock);

    QString m_target;
    Fd m_lock; ///< on the folder: no other process may write there, too
    QString m_folder; ///< of the last file
    QString m_path; ///< of the open file
    Fd m_file;
    qint64 m_at = 0;
    Writeback m_writeback;
    qint64 m_time = 0;
    qint64 m_bytes = 0;
    bool m_isDone = false;
};

} // namespace hugger
