// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle/partlock.h"

#include "base/say.h"

#include <QtCore/QFile>

#include <cerrno>
#include <sys/file.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace hugger {

Done lockPart(int fd, const QString& path)
{
    struct stat ours{};
    struct stat there{};
    // Where locks are not known (some network file systems) nobody else has one either.
    const bool isTaken = ::flock(fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    // Whoever had the lock may have given the file its final name, or removed it, since it was opened here.
    const bool isSame = ::fstat(fd, &ours) == 0 && ::lstat(QFile::encodeName(path).constData(), &there) == 0
        && ours.st_dev == there.st_dev && ours.st_ino == there.st_ino;
    if (isTaken || !isSame) {
        return fail(
            ErrorKind::Busy, u"target_busy"_s,
            Say::tr("Another export is writing to %1 at the moment. Choose another name, or wait until it is done.")
                .arg(path));
    }
    return {};
}

} // namespace hugger
