// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "base/hash.h"
#include "base/say.h"
#include "store/store.h"

#include <QtCore/QFile>
#include <QtCore/QSet>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

/// From this size on a file is synced by itself: its own writes are most of what the volume has to write.
constexpr qint64 bigPart = 8 * 1024 * 1024;
/// Up to so many are synced by themselves too: syncing the volume would wait for everybody's writes.
constexpr qsizetype fewParts = 4;

Done checkPart(const Arrival& arrival)
{
    struct stat status{};
    if (!isHex(arrival.sha256, 64))
        return fail(ErrorKind::Failed, u"bad_key"_s,
                    Say::tr("hugger was about to store a file under a name that is no SHA-256. Nothing was stored."),
                    arrival.part);
    if (::lstat(QFile::encodeName(arrival.part).constData(), &status) != 0)
        return std::unexpected(diskError(errno, u"stat"_s, arrival.part));
    if (!S_ISREG(status.st_mode) || status.st_size != arrival.size) {
        return fail(ErrorKind::Integrity, u"part_changed"_s,
                    Say::tr("A file in incoming/ changed after it was proved. It was not stored; fetch it again."),
                    u"%1: %2 bytes instead of %3"_s.arg(arrival.part).arg(status.st_size).arg(arrival.size),
                    Retry::Automatic);
    }
    return {};
}

Done syncPart(const Arrival& arrival)
{
    const auto fd = openFile(arrival.part, O_RDONLY | O_NOFOLLOW);
    if (!fd)
        return std::unexpected(fd.error());
    return syncFile(fd->get(), arrival.part);
}

/// After a failed fsync the kernel may have dropped what was not written and reports it once: a second fsync would say
/// "well" about lost bytes.
Done forget(const QList<Arrival>& parts, Done why)
{
    for (const Arrival& arrival : parts)
        (void)removeFile(arrival.part);
    return why;
}

Done syncParts(const QList<Arrival>& parts, const QString& incoming)
{
    QList<Arrival> small;
    for (const Arrival& arrival : parts) {
        if (parts.size() > fewParts && arrival.size < bigPart)
            small.append(arrival);
        else if (const auto ok = syncPart(arrival); !ok)
            return forget({arrival}, ok);
    }
    if (small.isEmpty())
        return {};
    if (const auto ok = syncVolume(incoming); !ok)
        return forget(small, ok);
    return {};
}

/// Like makeFolders(), but leaves the sync to the caller, who makes many.
Done makePrefixFolder(const QString& folder)
{
    if (::mkdir(QFile::encodeName(folder).constData(), 0755) != 0 && errno != EEXIST)
        return std::unexpected(diskError(errno, u"mkdir"_s, folder));
    return {};
}

} // namespace

Done Store::admit(const QList<Arrival>& arrivals, bool replace) const
{
    if (const auto ok = checkPlugged(); !ok)
        return ok;

    QList<Arrival> entering;
    QStringList surplus;
    QSet<QByteArray> seen;
    QList<QByteArray> names;
    for (const Arrival& arrival : arrivals) {
        if (const auto ok = checkPart(arrival); !ok)
            return ok;
        if (seen.contains(arrival.sha256)) {
            surplus.append(arrival.part);
            continue;
        }
        seen.insert(arrival.sha256);
        names.append(arrival.sha256);
        if (!replace && objectState(arrival.sha256, arrival.size) == ObjectState::Present)
            surplus.append(arrival.part);
        else
            entering.append(arrival);
    }

    if (const auto ok = syncParts(entering, incomingFolder()); !ok)
        return ok;
    crashPoint("admit-synced");
    if (const auto ok = makeFolders(m_folder + u"/objects/sha256"_s); !ok)
        return ok;
    for (const Arrival& arrival : std::as_const(entering)) {
        const QString object = objectPath(arrival.sha256);
        if (const auto ok = makePrefixFolder(object.chopped(arrival.sha256.size() + 1)); !ok)
            return ok;
        // Protection against slips only, so a file system that knows no modes (exFAT) is fine.
        const QByteArray part = QFile::encodeName(arrival.part);
        if (::chmod(part.constData(), 0444) != 0 && errno != EPERM && errno != ENOTSUP)
            return std::unexpected(diskError(errno, u"chmod"_s, arrival.part));
        if (const auto ok = renameFile(arrival.part, object); !ok) {
            (void)::chmod(part.constData(), 0644); // it stays a part
            return ok;
        }
        crashPoint("admit-renamed");
    }
    // Also those that were there: whoever renamed them may have been killed before this line.
    if (!names.isEmpty()) {
        if (const auto ok = syncObjectNames(names); !ok)
            return ok;
    }
    for (const QString& part : std::as_const(surplus)) {
        if (const auto ok = removeFile(part); !ok)
            return ok;
    }
    return {};
}

} // namespace hugger
