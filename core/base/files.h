// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <utility>

namespace hugger {

/// An open file descriptor, closed when it goes out of scope.
class Fd final {
public:
    Fd() = default;
    explicit Fd(int fd)
        : m_fd(fd)
    {
    }
    Fd(Fd&& other) noexcept
        : m_fd(std::exchange(other.m_fd, -1))
    {
    }
    Fd& operator=(Fd&& other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    Fd(const Fd&) = delete;
    Fd& operator=(const Fd&) = delete;
    ~Fd();

    [[nodiscard]] int get() const { return m_fd; }
    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }
    /// close() with its answer: some file systems tell of a failed write only here.
    [[nodiscard]] Done close(const QString& path);

private:
    int m_fd = -1;
};

/// These block: never call them on the window's thread. All of them check every answer of the system.

[[nodiscard]] Expected<Fd> openFile(const QString& path, int flags, int mode = 0644);
/// Writes all of it at `offset`, however many calls that takes.
[[nodiscard]] Done writeAt(int fd, QByteArrayView bytes, qint64 offset, const QString& path);
[[nodiscard]] Expected<QByteArray> readAll(const QString& path, qint64 maxBytes = 256 * 1024 * 1024);
/// Reads up to `size` bytes at `offset` into `buffer`; the count is short only at the end of the file.
[[nodiscard]] Expected<qint64> readAt(int fd, char* buffer, qint64 size, qint64 offset, const QString& path);

[[nodiscard]] Done syncFile(int fd, const QString& path);
/// Makes names in `folder` durable.
[[nodiscard]] Done syncFolder(const QString& folder);
/// Syncs the whole file system `folder` lies on: one call for a group of many small files.
[[nodiscard]] Done syncVolume(const QString& folder);

/// mkdir -p, and makes each new name durable.
[[nodiscard]] Done makeFolders(const QString& folder);
/// Writes a small file so that a crash at any point leaves the old or the new one whole: temporary name, fsync, rename,
/// fsync of the folder. `mode` is the file's from its first byte on.
[[nodiscard]] Done writeDurably(const QString& path, QByteArrayView bytes, int mode = 0644);
/// rename(2), replacing what was there. Does not sync the folder.
[[nodiscard]] Done renameFile(const QString& from, const QString& to);
/// The same for a file or folder, but never over something that is there already: Disk "target_exists". Where the
/// file system cannot say so in one step, it is looked before.
[[nodiscard]] Done renameToNew(const QString& from, const QString& to);
/// unlink(2); a file that is not there is fine.
[[nodiscard]] Done removeFile(const QString& path);

/// rm -r, which follows no symbolic link; a folder that is not there is fine.
[[nodiscard]] Done removeTree(const QString& folder);

/// Removes folders that became empty, from `folder` up to and excluding `stop`.
void removeEmptyFolders(QString folder, const QString& stop);

/// Identifies this run of the machine's kernel: while it is the same, what was written without fsync is still readable.
[[nodiscard]] QByteArray bootId();

/// Test seam (server-security 3.8): called before each named step of an entry ("rename-object", "write-record", ...).
/// With HUGGER_CRASH_AT=NAME[:N] in the environment the process kills itself there the N-th time. With
/// HUGGER_HOLD_AT=NAME:FIFO it waits there until somebody opened that FIFO for writing and closed it again; while there
/// is no such FIFO, it does not. Costs two branches otherwise.
void crashPoint(const char* name);

} // namespace hugger
