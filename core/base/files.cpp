// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"

#include "base/say.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

std::unexpected<Error> failedAt(const QString& what, const QString& path)
{
    return std::unexpected(diskError(errno, what, path));
}

} // namespace

Fd::~Fd()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

Done Fd::close(const QString& path)
{
    // Linux closes the descriptor even when close() reports an error: never twice.
    const int fd = std::exchange(m_fd, -1);
    if (fd >= 0 && ::close(fd) != 0 && errno != EINTR)
        return failedAt(u"close"_s, path);
    return {};
}

Expected<Fd> openFile(const QString& path, int flags, int mode)
{
    int fd = -1;
    do {
        fd = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, mode);
    } while (fd < 0 && errno == EINTR);
    if (fd < 0)
        return failedAt(u"open"_s, path);
    return Fd(fd);
}

Done writeAt(int fd, QByteArrayView bytes, qint64 offset, const QString& path)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::pwrite(fd, bytes.data(), static_cast<std::size_t>(bytes.size()), offset);
        if (written < 0) {
            if (errno == EINTR)
                continue;
            return failedAt(u"write"_s, path);
        }
        bytes = bytes.sliced(written);
        offset += written;
    }
    return {};
}

Expected<qint64> readAt(int fd, char* buffer, qint64 size, qint64 offset, const QString& path)
{
    qint64 got = 0;
    while (got < size) {
        const ssize_t count = ::pread(fd, buffer + got, static_cast<std::size_t>(size - got), offset + got);
        if (count < 0) {
            if (errno == EINTR)
                continue;
            return failedAt(u"read"_s, path);
        }
        if (count == 0)
            break;
        got += count;
    }
    return got;
}

Expected<QByteArray> readAll(const QString& path, qint64 maxBytes)
{
    const auto fd = openFile(path, O_RDONLY);
    if (!fd)
        return std::unexpected(fd.error());
    struct stat status{};
    if (::fstat(fd->get(), &status) != 0)
        return failedAt(u"stat"_s, path);
    if (!S_ISREG(status.st_mode) || status.st_size > maxBytes)
        return fail(ErrorKind::Disk, u"unreadable_file"_s,
                    Say::tr("%1 is too large to be what hugger expects there.").arg(path));
    QByteArray bytes(status.st_size, Qt::Uninitialized);
    const auto got = readAt(fd->get(), bytes.data(), bytes.size(), 0, path);
    if (!got)
        return std::unexpected(got.error());
    bytes.truncate(*got);
    return bytes;
}

Done syncFile(int fd, const QString& path)
{
    if (::fsync(fd) != 0)
        return failedAt(u"fsync"_s, path);
    return {};
}

Done syncFolder(const QString& folder)
{
    const auto fd = openFile(folder, O_RDONLY | O_DIRECTORY);
    if (!fd)
        return std::unexpected(fd.error());
    // Some network and FUSE file systems cannot sync a folder and say EINVAL: there is nothing more to be had from
    // them.
    if (::fsync(fd->get()) != 0 && errno != EINVAL)
        return failedAt(u"fsync"_s, folder);
    return {};
}

Done syncVolume(const QString& folder)
{
    const auto fd = openFile(folder, O_RDONLY | O_DIRECTORY);
    if (!fd)
        return std::unexpected(fd.error());
    if (::syncfs(fd->get()) != 0)
        return failedAt(u"syncfs"_s, folder);
    return {};
}

Done makeFolders(const QString& folder)
{
    if (QFileInfo(folder).isDir())
        return {};
    const QString parent = QFileInfo(folder).path();
    if (parent != folder) {
        if (const auto made = makeFolders(parent); !made)
            return made;
    }
    if (::mkdir(QFile::encodeName(folder).constData(), 0755) != 0) {
        if (errno == EEXIST && QFileInfo(folder).isDir())
            return {};
        return failedAt(u"mkdir"_s, folder);
    }
    return syncFolder(parent);
}

Done writeDurably(const QString& path, QByteArrayView bytes, int mode)
{
    static std::atomic<unsigned> counter = 0;
    const QString temporary = path + u".%1-%2.tmp"_s.arg(::getpid()).arg(counter.fetch_add(1));
    const auto written = [&]() -> Done {
        auto fd = openFile(temporary, O_WRONLY | O_CREAT | O_EXCL, mode);
        if (!fd)
            return std::unexpected(fd.error());
        if (const auto ok = writeAt(fd->get(), bytes, 0, temporary); !ok)
            return ok;
        if (const auto ok = syncFile(fd->get(), temporary); !ok)
            return ok;
        if (const auto ok = fd->close(temporary); !ok)
            return ok;
        return renameFile(temporary, path);
    }();
    if (!written) {
        (void)removeFile(temporary);
        return written;
    }
    return syncFolder(QFileInfo(path).path());
}

Done renameFile(const QString& from, const QString& to)
{
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return failedAt(u"rename"_s, to);
    return {};
}

Done renameToNew(const QString& from, const QString& to)
{
    const QByteArray source = QFile::encodeName(from);
    const QByteArray target = QFile::encodeName(to);
    int trouble = 0;
    if (::renameat2(AT_FDCWD, source.constData(), AT_FDCWD, target.constData(), RENAME_NOREPLACE) != 0) {
        trouble = errno;
        if (trouble == EINVAL || trouble == ENOSYS) { // FAT and some network file systems know no such flag
            struct stat status{};
            trouble = ::lstat(target.constData(), &status) == 0         ? EEXIST
                : ::rename(source.constData(), target.constData()) != 0 ? errno
                                                                        : 0;
        }
    }
    if (trouble == EEXIST) {
        return fail(ErrorKind::Disk, u"target_exists"_s,
                    Say::tr("There is something at %1 already. Choose another name, or move it away first.").arg(to));
    }
    if (trouble != 0)
        return std::unexpected(diskError(trouble, u"rename"_s, to));
    return {};
}

Done removeFile(const QString& path)
{
    if (::unlink(QFile::encodeName(path).constData()) != 0 && errno != ENOENT)
        return failedAt(u"unlink"_s, path);
    return {};
}

Done removeTree(const QString& folder)
{
    std::error_code trouble;
    std::filesystem::remove_all(QFileInfo(folder).filesystemFilePath(), trouble);
    if (trouble)
        return std::unexpected(diskError(trouble.value(), u"remove"_s, folder));
    return {};
}

void removeEmptyFolders(QString folder, const QString& stop)
{
    while (folder.size() > stop.size() && folder.startsWith(stop + u'/')) {
        if (::rmdir(QFile::encodeName(folder).constData()) != 0)
            return;
        folder = QFileInfo(folder).path();
    }
}

QByteArray bootId()
{
    static const QByteArray id = [] {
        QFile file(u"/proc/sys/kernel/random/boot_id"_s);
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
    }();
    return id;
}

namespace {

void waitAtGate(const QByteArray& fifo)
{
    const auto gate = openFile(QFile::decodeName(fifo), O_RDONLY);
    char byte = 0;
    while (gate && ::read(gate->get(), &byte, 1) > 0) {}
}

} // namespace

void crashPoint(const char* name)
{
    struct Plan {
        QByteArray name;
        std::atomic<int> left = 0;
    };
    static Plan* const plan = []() -> Plan* {
        const QByteArray wish = qgetenv("HUGGER_CRASH_AT");
        if (wish.isEmpty())
            return nullptr;
        static Plan made;
        const auto colon = wish.indexOf(':');
        made.name = colon < 0 ? wish : wish.left(colon);
        made.left = colon < 0 ? 1 : wish.mid(colon + 1).toInt();
        return &made;
    }();
    static const QByteArray gate = qgetenv("HUGGER_HOLD_AT");
    if (plan && plan->name == name && plan->left.fetch_sub(1) == 1)
        ::kill(::getpid(), SIGKILL);
    if (const auto colon = gate.indexOf(':'); colon > 0 && gate.left(colon) == name)
        waitAtGate(gate.sliced(colon + 1));
}

} // namespace hugger
