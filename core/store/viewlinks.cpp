// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/viewlinks.h"

#include "base/files.h"
#include "base/say.h"

#include <QtCore/QFile>

#include <cerrno>
#include <climits>
#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

std::unexpected<Error> linkError(const QString& what, const QByteArray& path)
{
    return std::unexpected(diskError(errno, what, QFile::decodeName(path)));
}

std::unexpected<Error> objectMissing(const QByteArray& object)
{
    return fail(
        ErrorKind::Integrity, u"object_missing"_s,
        Say::tr(
            "The content of a file is missing from the store. Verifying says which, and repairing fetches it again."),
        QFile::decodeName(object), Retry::NeedsUser);
}

/// What a file system says that does not know this kind of link, or knows it not between these two places.
bool isUnsupported(int errnum)
{
    return errnum == EPERM || errnum == EOPNOTSUPP || errnum == ENOSYS || errnum == ENOTTY || errnum == EXDEV
        || errnum == EINVAL || errnum == EBADF;
}

} // namespace

ViewLinks::ViewLinks(QByteArray folder)
    : m_folder(std::move(folder))
{
}

QByteArray ViewLinks::temporaryName()
{
    return m_folder + '/' + temporaryPrefix.toByteArray() + QByteArray::number(::getpid()) + '-'
        + QByteArray::number(m_counter++);
}

Expected<ViewLinks::Made> ViewLinks::hardLink(const QByteArray& object, const QByteArray& path)
{
    if (!m_hard)
        return Made::NotPossible;
    if (::link(object.constData(), path.constData()) == 0)
        return Made::Yes;
    if (errno == EEXIST) {
        struct stat is{};
        struct stat should{};
        if (::stat(object.constData(), &should) != 0)
            return errno == ENOENT ? Expected<Made>(objectMissing(object)) : linkError(u"stat"_s, object);
        if (::lstat(path.constData(), &is) == 0 && is.st_ino == should.st_ino && is.st_dev == should.st_dev)
            return Made::Yes;
        const QByteArray temporary = temporaryName();
        if (::link(object.constData(), temporary.constData()) == 0) {
            if (::rename(temporary.constData(), path.constData()) == 0)
                return Made::Yes;
            const auto failed = linkError(u"rename"_s, path);
            ::unlink(temporary.constData());
            return failed;
        }
    }
    if (errno == EMLINK) // this object has all the names it can have; the next one may not
        return Made::NotPossible;
    if (isUnsupported(errno)) {
        m_hard = false;
        return Made::NotPossible;
    }
    if (errno == ENOENT && ::access(object.constData(), F_OK) != 0)
        return objectMissing(object);
    return linkError(u"link"_s, path);
}

Expected<ViewLinks::Made> ViewLinks::reflink(const QByteArray& object, const QByteArray& path)
{
    if (!m_ref)
        return Made::NotPossible;
    const Fd from(::open(object.constData(), O_RDONLY | O_CLOEXEC));
    struct stat should{};
    if (!from.isOpen() || ::fstat(from.get(), &should) != 0)
        return errno == ENOENT ? Expected<Made>(objectMissing(object)) : linkError(u"open"_s, object);
    // A reflink is a file of its own; that it is one of this object is seen by the time it carries.
    struct stat is{};
    if (::lstat(path.constData(), &is) == 0 && S_ISREG(is.st_mode) && is.st_size == should.st_size
        && is.st_mtim.tv_sec == should.st_mtim.tv_sec && is.st_mtim.tv_nsec == should.st_mtim.tv_nsec)
        return Made::Yes;

    const QByteArray temporary = temporaryName();
    const Fd to(::open(temporary.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
    if (!to.isOpen())
        return linkError(u"open"_s, temporary);
    const timespec times[]{should.st_atim, should.st_mtim};
    if (::ioctl(to.get(), FICLONE, from.get()) == 0 && ::futimens(to.get(), times) == 0 && ::fchmod(to.get(), 0444) == 0
        && ::rename(temporary.constData(), path.constData()) == 0)
        return Made::Yes;
    const int trouble = errno;
    ::unlink(temporary.constData());
    if (isUnsupported(trouble)) {
        m_ref = false;
        return Made::NotPossible;
    }
    return std::unexpected(diskError(trouble, u"reflink"_s, QFile::decodeName(path)));
}

Expected<ViewLinks::Made> ViewLinks::symlink(const QByteArray& target, const QByteArray& path)
{
    if (!m_sym)
        return Made::NotPossible;
    if (::symlink(target.constData(), path.constData()) == 0)
        return Made::Yes;
    if (errno == EEXIST) {
        char is[PATH_MAX];
        const ssize_t length = ::readlink(path.constData(), is, sizeof is);
        if (length >= 0 && QByteArrayView(is, length) == target)
            return Made::Yes;
        const QByteArray temporary = temporaryName();
        if (::symlink(target.constData(), temporary.constData()) == 0) {
            if (::rename(temporary.constData(), path.constData()) == 0)
                return Made::Yes;
            const auto failed = linkError(u"rename"_s, path);
            ::unlink(temporary.constData());
            return failed;
        }
    }
    if (isUnsupported(errno)) {
        m_sym = false;
        return Made::NotPossible;
    }
    return linkError(u"symlink"_s, path);
}

Done ViewLinks::linkToObject(const QByteArray& object, const QByteArray& path, const QByteArray& target)
{
    auto made = hardLink(object, path);
    if (made && *made == Made::NotPossible)
        made = reflink(object, path);
    if (made && *made == Made::NotPossible && !target.isEmpty())
        made = symlink(target, path);
    if (!made)
        return std::unexpected(made.error());
    if (*made == Made::Yes)
        return {};
    return fail(
        ErrorKind::Disk, u"no_links"_s,
        Say::tr("The drive of this store knows no links (exFAT?), so the folder of plain-named files is left out. "
                "Everything is held all the same; "
                "HOW-TO-READ-THIS.txt in the store says how to copy plain files out."),
        QFile::decodeName(path), Retry::Never);
}

Done ViewLinks::linkToBlob(const QByteArray& target, const QByteArray& object, const QByteArray& path)
{
    const auto made = symlink(target, path);
    if (!made)
        return std::unexpected(made.error());
    if (*made == Made::Yes)
        return {};
    return linkToObject(object, path, {});
}

} // namespace hugger
