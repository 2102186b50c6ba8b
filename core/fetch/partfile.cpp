// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fetch/partfile.h"

#include "base/async.h"
#include "base/log.h"
#include "base/say.h"

#include <QtCore/QFile>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qint64 hashBlock = 1024 * 1024;
constexpr qint64 hashStep = 4 * 1024 * 1024; ///< hashing starts when so much more is there
constexpr qint64 writtenStep = 4 * 1024 * 1024; ///< a killed process fetches at most about this much again
constexpr qint64 durableStep = 256 * 1024 * 1024; ///< a power cut costs at most about this much

} // namespace

struct PartFile::Follower {
    ContentDigest digest;
    qint64 hashed = 0;
    bool running = false;
};

PartFile::PartFile(QString stem, qint64 size, bool wantGitHash, QThreadPool& pool)
    : m_stem(std::move(stem))
    , m_path(m_stem + u".part"_s)
    , m_size(size)
    , m_wantGitHash(wantGitHash)
    , m_pool(pool)
    , m_journal(m_stem, size)
{
}

PartFile::~PartFile() = default;

Done PartFile::open()
{
    // A process that was killed just before a part became an object left it read-only.
    (void)::chmod(QFile::encodeName(m_path).constData(), 0644);
    auto fd = openFile(m_path, O_RDWR | O_CREAT, 0644);
    if (!fd)
        return std::unexpected(fd.error());
    struct stat status{};
    if (::fstat(fd->get(), &status) != 0)
        return std::unexpected(diskError(errno, u"stat"_s, m_path));
    m_fd = std::make_shared<Fd>(std::move(*fd));
    m_have.clear();
    if (!isJournaled()) {
        m_have.add({0, std::min<qint64>(status.st_size, m_size)});
    } else {
        const Extents known = m_journal.load();
        for (const Extent& extent : known.list())
            m_have.add({extent.begin, std::min<qint64>(extent.end, status.st_size)});
    }
    // Longer than it can be: somebody else's bytes.
    if (status.st_size > m_size)
        return startOver();
    m_resumed = m_have.total();
    restartFollower();
    follow();
    return {};
}

void PartFile::restartFollower()
{
    m_follower = std::make_shared<Follower>(ContentDigest(m_wantGitHash ? std::optional(m_size) : std::nullopt));
    m_hashes.reset();
}

Done PartFile::startOver()
{
    if (::ftruncate(m_fd->get(), 0) != 0)
        return std::unexpected(diskError(errno, u"truncate"_s, m_path));
    m_journal.remove();
    m_have.clear();
    m_resumed = 0;
    restartFollower();
    follow();
    return {};
}

Done PartFile::write(qint64 offset, QByteArrayView bytes)
{
    if (const auto ok = writeAt(m_fd->get(), bytes, offset, m_path); !ok)
        return ok;
    m_have.add({offset, offset + bytes.size()});
    if (isJournaled()) {
        m_sinceWritten += bytes.size();
        m_sinceDurable += bytes.size();
        if (m_sinceWritten >= writtenStep) {
            m_sinceWritten = 0;
            if (const auto ok = m_journal.saveWritten(m_have); !ok)
                return ok;
        }
        if (m_sinceDurable >= durableStep && !m_checkpointRuns)
            checkpoint();
    }
    // Last: a continuation of work that is done already runs at once, and whoever hears hashed() drops the journal.
    follow();
    return {};
}

void PartFile::checkpoint()
{
    m_checkpointRuns = true;
    m_sinceDurable = 0;
    // Synced first, then claimed: what is written meanwhile is not in `have`.
    auto work = [fd = m_fd, path = m_path, journal = m_journal, have = m_have]() -> Done {
        if (::fdatasync(fd->get()) != 0)
            return std::unexpected(diskError(errno, u"fdatasync"_s, path));
        return journal.saveDurable(have);
    };
    QtConcurrent::run(&m_pool, std::move(work)).then(this, [this](const Done& outcome) {
        m_checkpointRuns = false;
        if (m_forgotten)
            m_journal.remove(); // it was being written while the part became whole
        if (!outcome)
            Q_EMIT failed(outcome.error());
    });
}

Done PartFile::saveProgress()
{
    if (!isJournaled() || !m_fd)
        return {};
    return m_journal.saveWritten(m_have);
}

void PartFile::follow()
{
    const qint64 frontier = m_have.frontier();
    const bool full = frontier == m_size;
    if (m_follower->running || m_hashes || (!full && frontier - m_follower->hashed < hashStep))
        return;
    m_follower->running = true;
    auto work = [fd = m_fd, path = m_path, follower = m_follower, upTo = frontier]() -> Done {
        thread_local QByteArray block(hashBlock, Qt::Uninitialized);
        while (follower->hashed < upTo) {
            const qint64 wanted = std::min(hashBlock, upTo - follower->hashed);
            const auto got = readAt(fd->get(), block.data(), wanted, follower->hashed, path);
            if (!got)
                return std::unexpected(got.error());
            if (*got != wanted)
                return fail(ErrorKind::Disk, u"part_shrank"_s,
                            Say::tr("%1 became shorter while it was being fetched. Is another program at work there?")
                                .arg(path));
            follower->digest.add(QByteArrayView(block.constData(), wanted));
            follower->hashed += wanted;
        }
        return {};
    };
    // From the event loop, always: a continuation of work that is done already would run at once, inside write().
    QtConcurrent::run(&m_pool, std::move(work)).then(this, [this, follower = m_follower](const Done& outcome) {
        QMetaObject::invokeMethod(
            this, [this, follower, outcome] { hashedUpTo(follower, outcome); }, Qt::QueuedConnection);
    });
}

void PartFile::hashedUpTo(const std::shared_ptr<Follower>& follower, const Done& outcome)
{
    follower->running = false;
    if (follower != m_follower)
        return; // started over meanwhile
    if (!outcome) {
        Q_EMIT failed(outcome.error());
        return;
    }
    if (follower->hashed == m_size) {
        m_hashes = follower->digest.finish();
        Q_EMIT hashed();
        return;
    }
    follow();
}

} // namespace hugger
