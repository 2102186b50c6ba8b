// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle/folderreader.h"

#include "base/say.h"

#include <QtCore/QFile>

#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qint64 blockBytes = 1024 * 1024;

struct CloseDir {
    void operator()(DIR* dir) const { ::closedir(dir); }
};

QString troubleOf(mode_t mode)
{
    if (S_ISLNK(mode))
        return Say::tr("it is a symbolic link; copy the folder with `cp -rL` and import the copy");
    if (!S_ISREG(mode) && !S_ISDIR(mode))
        return Say::tr("it is neither a file nor a folder");
    if (S_ISREG(mode) && (mode & (S_ISUID | S_ISGID | S_ISVTX)) != 0)
        return Say::tr("it is marked to run with the rights of its owner (setuid, setgid or sticky)");
    return {};
}

} // namespace

Expected<std::unique_ptr<BundleReader>> FolderReader::open(const QString& folder)
{
    auto fd = openFile(folder, O_RDONLY | O_DIRECTORY);
    if (!fd)
        return std::unexpected(fd.error());
    auto reader = std::make_unique<FolderReader>();
    reader->m_root = folder;
    reader->m_block.resize(blockBytes);
    if (const auto ok = reader->enter(*std::move(fd), {}); !ok)
        return std::unexpected(ok.error());
    return reader;
}

Done FolderReader::enter(Fd folder, const QByteArray& prefix)
{
    // fdopendir() takes its descriptor over.
    const int own = ::fcntl(folder.get(), F_DUPFD_CLOEXEC, 0);
    const std::unique_ptr<DIR, CloseDir> dir(own < 0 ? nullptr : ::fdopendir(own));
    if (!dir)
        return std::unexpected(diskError(errno, u"readdir"_s, fullPath(prefix)));
    Level level{std::move(folder), prefix, {}};
    for (;;) {
        errno = 0;
        const dirent* const entry = ::readdir(dir.get());
        if (!entry && errno != 0)
            return std::unexpected(diskError(errno, u"readdir"_s, fullPath(prefix)));
        if (!entry)
            break;
        const QByteArray name(entry->d_name);
        if (name == "." || name == "..")
            continue;
        level.names.push_back(name);
        if (std::ssize(level.names) > maxBundleEntries)
            break; // next() says so
    }
    // What says what is in data/ is read before it.
    const bool isRoot = prefix.isEmpty();
    std::ranges::sort(level.names, std::greater<>(),
                      [isRoot](const QByteArray& name) { return std::pair(isRoot && name == "data", name); });
    m_levels.push_back(std::move(level));
    return {};
}

QString FolderReader::fullPath(const QByteArray& name) const
{
    return m_root + u'/' + QFile::decodeName(name);
}

Expected<std::optional<BundleReader::RawEntry>> FolderReader::nextRaw()
{
    m_file = Fd();
    m_at = m_size = 0;
    while (!m_levels.empty() && m_levels.back().names.empty())
        m_levels.pop_back();
    if (m_levels.empty())
        return std::nullopt;
    Level& level = m_levels.back();
    const QByteArray name = std::move(level.names.back());
    level.names.pop_back();
    m_name = level.prefix + name;

    struct stat status{};
    if (::fstatat(level.folder.get(), name.constData(), &status, AT_SYMLINK_NOFOLLOW) != 0)
        return std::unexpected(diskError(errno, u"stat"_s, fullPath(m_name)));
    RawEntry raw{m_name, 0, S_ISDIR(status.st_mode), troubleOf(status.st_mode)};
    if (!raw.trouble.isEmpty())
        return raw;
    // It may be something else by now: without O_NONBLOCK a pipe would hold the program.
    const int flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | (raw.isFolder ? O_DIRECTORY : 0);
    Fd fd(::openat(level.folder.get(), name.constData(), flags));
    if (!fd.isOpen() && (errno == ELOOP || errno == ENOTDIR))
        raw.trouble = Say::tr("it changed while it was read");
    else if (!fd.isOpen() || ::fstat(fd.get(), &status) != 0)
        return std::unexpected(diskError(errno, u"open"_s, fullPath(m_name)));
    else if (raw.isFolder != S_ISDIR(status.st_mode) || !troubleOf(status.st_mode).isEmpty())
        raw.trouble = Say::tr("it changed while it was read");
    if (!raw.trouble.isEmpty())
        return raw;
    if (raw.isFolder) {
        // Its name is checked before anything below it is.
        if (const auto ok = enter(std::move(fd), m_name + '/'); !ok)
            return std::unexpected(ok.error());
        return raw;
    }
    raw.size = m_size = status.st_size;
    m_file = std::move(fd);
    ::posix_fadvise(m_file.get(), 0, 0, POSIX_FADV_SEQUENTIAL);
    return raw;
}

Expected<QByteArrayView> FolderReader::read()
{
    if (!m_file.isOpen())
        return QByteArrayView();
    const auto got = readAt(m_file.get(), m_block.data(), m_block.size(), m_at, fullPath(m_name));
    if (!got)
        return std::unexpected(got.error());
    m_at += *got;
    if (m_at > m_size || (*got == 0 && m_at != m_size))
        return refuseBundle(QString::fromUtf8(m_name), Say::tr("it changed while it was read"));
    return QByteArrayView(m_block.constData(), *got);
}

} // namespace hugger
