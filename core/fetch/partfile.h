// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "base/files.h"
#include "base/hash.h"
#include "fetch/extents.h"
#include "fetch/journal.h"

#include <QtCore/QObject>
#include <QtCore/QThreadPool>

#include <memory>
#include <optional>

namespace hugger {

/// The file a content is fetched into, and its hash, which follows closely behind the first gap so that it is finished
/// when the last byte is.
///
/// Small files are written front to back by one connection: their length says what is there. Larger ones are written in
/// pieces and keep a journal. Lives in the thread of the transfer; hashing and syncing run on the pool, one of each at
/// a time.
class PartFile final : public QObject {
    Q_OBJECT

public:
    /// Files up to this size (bytes) are fetched by one connection and keep no journal.
    static constexpr qint64 singlePieceMax = 8 * 1024 * 1024;

    /// `wantGitHash` computes git's blob SHA-1 beside the SHA-256.
    PartFile(QString stem, qint64 size, bool wantGitHash, QThreadPool& pool);
    ~PartFile() override;

    /// Opens or makes the file and finds out what is there from before.
    [[nodiscard]] Done open();
    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] bool isJournaled() const { return m_size > singlePieceMax; }
    [[nodiscard]] const Extents& have() const { return m_have; }
    [[nodiscard]] bool isFull() const { return m_have.frontier() == m_size; }
    /// Bytes that were there at open(): they were proved by nobody yet.
    [[nodiscard]] qint64 resumedBytes() const { return m_resumed; }

    [[nodiscard]] Done write(qint64 offset, QByteArrayView bytes);
    /// Forgets everything and starts at zero.
    [[nodiscard]] Done startOver();
    /// Makes what is known survive this process. Call before letting go of an unfinished part.
    [[nodiscard]] Done saveProgress();
    /// Removes the journals: the part is whole and proved, or of no use.
    void forgetJournal()
    {
        m_forgotten = true;
        if (isJournaled())
            m_journal.remove();
    }

    /// Set once the last byte was hashed.
    [[nodiscard]] const std::optional<ContentHashes>& hashes() const { return m_hashes; }

Q_SIGNALS:
    void hashed(); ///< hashes() is there
    void failed(const hugger::Error& error); ///< reading back, syncing or journaling failed

private:
    /// What the hashing worker may touch while it runs; outlives this object if it must.
    struct Follower;

    void follow();
    void hashedUpTo(const std::shared_ptr<Follower>& follower, const Done& outcome);
    void checkpoint();
    void restartFollower();

    QString m_stem;
    QString m_path;
    qint64 m_size = 0;
    bool m_wantGitHash = false;
    QThreadPool& m_pool;
    Journal m_journal;
    std::shared_ptr<Fd> m_fd;
    Extents m_have;
    qint64 m_resumed = 0;
    qint64 m_sinceWritten = 0;
    qint64 m_sinceDurable = 0;
    bool m_checkpointRuns = false;
    bool m_forgotten = false;
    std::shared_ptr<Follower> m_follower;
    std::optional<ContentHashes> m_hashes;
};

} // namespace hugger
