// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/error.h"

#include "base/say.h"

#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace hugger {

int exitCode(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Failed:
        return 1;
    case ErrorKind::Usage:
        return 2;
    case ErrorKind::NotFound:
        return 3;
    case ErrorKind::NotAllowed:
        return 4;
    case ErrorKind::Network:
        return 5;
    case ErrorKind::Integrity:
        return 6;
    case ErrorKind::Disk:
        return 7;
    case ErrorKind::Busy:
        return 8;
    case ErrorKind::NotHeld:
        return 9;
    case ErrorKind::Interrupted:
        return 130;
    }
    return 1;
}

std::unexpected<Error> fail(ErrorKind kind, QString code, QString message, QString detail, Retry retry)
{
    return std::unexpected(Error{kind, std::move(code), std::move(message), std::move(detail), retry});
}

Error diskError(int errnum, const QString& what, const QString& path)
{
    const QString detail = what + u": "_s + QString::fromLocal8Bit(std::strerror(errnum)) + u" ("_s + path + u')';
    switch (errnum) {
    case ENOSPC:
    case EDQUOT:
        return {
            ErrorKind::Disk, u"disk_full"_s,
            Say::tr("The disk is full at %1. Free some space; hugger goes on by itself when there is room.").arg(path),
            detail, Retry::NeedsUser};
    case EROFS:
    case EACCES:
    case EPERM:
        return {ErrorKind::Disk, u"not_writable"_s,
                Say::tr("%1 cannot be written. Check its permissions, and that the drive is not mounted read-only.")
                    .arg(path),
                detail, Retry::NeedsUser};
    case EIO:
    case ENXIO:
    case ENODEV:
        return {
            ErrorKind::Disk, u"disk_failing"_s,
            Say::tr(
                "The drive did not answer while hugger was using %1. Check its cable and health before trying again.")
                .arg(path),
            detail, Retry::NeedsUser};
    default:
        return {ErrorKind::Disk, u"disk_error"_s,
                Say::tr("Using %1 failed (%2).").arg(path, QString::fromLocal8Bit(std::strerror(errnum))), detail,
                Retry::NeedsUser};
    }
}

Error interrupted()
{
    return {ErrorKind::Interrupted,
            u"interrupted"_s,
            Say::tr("Stopped. What was fetched is kept; starting again goes on from there."),
            {},
            Retry::NeedsUser};
}

} // namespace hugger
