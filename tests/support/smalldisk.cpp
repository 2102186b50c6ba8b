// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/smalldisk.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

#include <cerrno>
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace hugger::test {

namespace {

bool writeTo(const char* path, const QByteArray& text)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(text) == text.size();
}

} // namespace

bool enterOwnMounts()
{
    const auto user = ::geteuid();
    const auto group = ::getegid();
    if (::unshare(CLONE_NEWNS | (user == 0 ? 0 : CLONE_NEWUSER)) != 0)
        return false;
    if (user != 0) {
        const bool isMapped = writeTo("/proc/self/setgroups", "deny")
            && writeTo("/proc/self/uid_map", "0 " + QByteArray::number(user) + " 1")
            && writeTo("/proc/self/gid_map", "0 " + QByteArray::number(group) + " 1");
        if (!isMapped)
            return false;
    }
    return ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

SmallDisk::SmallDisk(QString folder, qint64 bytes)
    : m_folder(std::move(folder))
{
    QDir().mkpath(m_folder);
    const QByteArray options = "size=" + QByteArray::number(bytes);
    m_isMounted = ::mount("tmpfs", QFile::encodeName(m_folder).constData(), "tmpfs", 0, options.constData()) == 0;
}

SmallDisk::~SmallDisk()
{
    if (m_isMounted)
        ::umount2(QFile::encodeName(m_folder).constData(), MNT_DETACH);
}

void SmallDisk::fill(qint64 leave) const
{
    const QByteArray path = QFile::encodeName(m_folder + u"/filler"_s);
    const int fd = ::open(path.constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    // Another writer may be at work there: less and less, until it fits.
    for (qint64 spare = leave; fd >= 0; spare += 16384) {
        struct statvfs facts = {};
        ::statvfs(path.constData(), &facts);
        const auto free = static_cast<qint64>(facts.f_bavail * facts.f_frsize) - spare;
        struct stat status = {};
        ::fstat(fd, &status);
        if (free <= 0 || ::posix_fallocate(fd, status.st_size, free) != ENOSPC)
            break;
    }
    ::close(fd);
}

void SmallDisk::empty() const
{
    QFile::remove(m_folder + u"/filler"_s);
}

} // namespace hugger::test
