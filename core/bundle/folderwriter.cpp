// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle/folderwriter.h"

#include "bundle/partlock.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

QString partOf(const QString& target)
{
    return target + u".part"_s;
}

Done emptyFolder(const QString& folder)
{
    const auto inside = QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden | QDir::System);
    for (const QString& name : inside) {
        if (const auto ok = removeTree(folder + u'/' + name); !ok)
            return ok;
    }
    return {};
}

} // namespace

Expected<std::unique_ptr<BundleWriter>> FolderWriter::create(const QString& target)
{
    const QString part = partOf(target);
    // Not QDir: a file may have the name.
    if (::mkdir(QFile::encodeName(part).constData(), 0755) != 0 && errno != EEXIST)
        return std::unexpected(diskError(errno, u"mkdir"_s, part));
    auto folder = openFile(part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
    if (!folder)
        return std::unexpected(folder.error());
    if (const auto ok = lockPart(folder->get(), part); !ok)
        return std::unexpected(ok.error());
    if (const auto ok = emptyFolder(part); !ok)
        return std::unexpected(ok.error());
    return std::unique_ptr<BundleWriter>(new FolderWriter(target, *std::move(folder)));
}

FolderWriter::FolderWriter(QString target, Fd lock)
    : m_target(std::move(target))
    , m_lock(std::move(lock))
{
}

FolderWriter::~FolderWriter()
{
    if (!m_isDone)
        (void)removeTree(partOf(m_target));
}

Done FolderWriter::begin(const BundleEntry& entry)
{
    m_path = partOf(m_target) + u'/' + QString::fromUtf8(entry.path);
    const QString folder = QFileInfo(m_path).path();
    if (folder != m_folder) {
        // Not makeFolders(): everything is synced at once, at the end.
        if (!QDir().mkpath(folder))
            return std::unexpected(diskError(errno, u"mkdir"_s, folder));
        m_folder = folder;
    }
    auto file = openFile(m_path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0644);
    if (!file)
        return std::unexpected(file.error());
    m_file = *std::move(file);
    m_at = 0;
    m_writeback = {};
    m_time = entry.time;
    return {};
}

Done FolderWriter::write(QByteArrayView bytes)
{
    if (const auto ok = writeAt(m_file.get(), bytes, m_at, m_path); !ok)
        return ok;
    m_at += bytes.size();
    m_writeback.wroteTo(m_file.get(), m_at);
    m_bytes += bytes.size();
    return {};
}

Done FolderWriter::end()
{
    const std::array times{timespec{m_time, 0}, timespec{m_time, 0}};
    (void)::futimens(m_file.get(), times.data()); // a file system that keeps no times loses nothing else
    return m_file.close(m_path);
}

Expected<BundleFiles> FolderWriter::finish()
{
    const QString part = partOf(m_target);
    crashPoint("export-written");
    if (const auto ok = syncVolume(part); !ok)
        return std::unexpected(ok.error());
    crashPoint("export-synced");
    if (const auto ok = renameToNew(part, m_target); !ok)
        return std::unexpected(ok.error());
    m_isDone = true;
    crashPoint("export-renamed");
    if (const auto ok = syncFolder(QFileInfo(m_target).path()); !ok)
        return std::unexpected(ok.error());
    return BundleFiles{{}, m_bytes};
}

} // namespace hugger
