// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle/volumes.h"

#include "bundle/bag.h"
#include "bundle/partlock.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <algorithm>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qsizetype bufferBytes = 1024 * 1024;

QString volumeName(const QString& target, qsizetype number)
{
    return target + u".%1"_s.arg(number + 1, 3, 10, QChar(u'0'));
}

QString partOf(const QString& name)
{
    return name + u".part"_s;
}

QString listName(const QString& target)
{
    return target + u".sha256"_s;
}

bool isThere(const QString& path)
{
    const QFileInfo info(path);
    return info.exists() || info.isSymLink();
}

} // namespace

QString Volumes::takenName(const QString& target, qint64 splitBytes)
{
    QStringList wanted{target};
    if (splitBytes > 0) {
        wanted.append(volumeName(target, 0));
        if (!isThere(partOf(volumeName(target, 0))))
            wanted += {volumeName(target, 1), listName(target)};
    }
    const auto at = std::ranges::find_if(wanted, isThere);
    return at == wanted.end() ? QString() : *at;
}

Expected<std::unique_ptr<Volumes>> Volumes::create(const QString& target, qint64 splitBytes)
{
    std::unique_ptr<Volumes> made(new Volumes(target, splitBytes));
    if (const auto ok = made->openNext(); !ok)
        return std::unexpected(ok.error());
    return made;
}

Volumes::Volumes(QString target, qint64 splitBytes)
    : m_target(std::move(target))
    , m_splitBytes(splitBytes)
{
    m_buffer.reserve(bufferBytes);
}

Volumes::~Volumes()
{
    if (m_isDone || m_opened == 0)
        return;
    for (const QString& path : std::as_const(m_named))
        (void)removeFile(path);
    // The first one last: it says whose the others are.
    for (qsizetype number = m_opened - 1; number >= 0; --number)
        (void)removeFile(partOf(name(number)));
}

QString Volumes::name(qsizetype number) const
{
    return m_splitBytes > 0 ? volumeName(m_target, number) : m_target;
}

Done Volumes::openNext()
{
    const QString part = partOf(name(m_opened));
    if (m_opened > 0) {
        if (const auto ok = closeLast(); !ok)
            return ok;
        auto file = openFile(part, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, 0644);
        if (!file)
            return std::unexpected(file.error());
        m_file = *std::move(file);
    } else {
        const bool wasKilled = isThere(part);
        auto file = openFile(part, O_WRONLY | O_CREAT | O_NOFOLLOW, 0644);
        if (!file)
            return std::unexpected(file.error());
        if (const auto ok = lockPart(file->get(), part); !ok)
            return ok;
        if (::ftruncate(file->get(), 0) != 0)
            return std::unexpected(diskError(errno, u"ftruncate"_s, part));
        if (m_splitBytes > 0 && wasKilled)
            dropLeftovers();
        m_first = *std::move(file);
    }
    ++m_opened;
    m_at = 0;
    m_writeback = {};
    if (m_splitBytes > 0)
        m_digest.emplace(Digest::Kind::Sha256);
    return {};
}

void Volumes::dropLeftovers()
{
    (void)removeFile(listName(m_target));
    for (qsizetype number = 1; isThere(name(number)) || isThere(partOf(name(number))); ++number) {
        (void)removeFile(name(number));
        (void)removeFile(partOf(name(number)));
    }
}

Done Volumes::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qsizetype part = std::min(bytes.size(), bufferBytes - m_buffer.size());
        m_buffer.append(bytes.first(part));
        bytes = bytes.sliced(part);
        if (m_buffer.size() == bufferBytes) {
            if (const auto ok = flush(); !ok)
                return ok;
        }
    }
    return {};
}

Done Volumes::flush()
{
    QByteArrayView left(m_buffer);
    while (!left.isEmpty()) {
        if (m_splitBytes > 0 && m_at == m_splitBytes) {
            if (const auto ok = openNext(); !ok)
                return ok;
        }
        const qint64 room = m_splitBytes > 0 ? m_splitBytes - m_at : left.size();
        const QByteArrayView part = left.first(std::min<qint64>(left.size(), room));
        const int fd = m_opened > 1 ? m_file.get() : m_first.get();
        if (const auto ok = writeAt(fd, part, m_at, partOf(name(m_opened - 1))); !ok)
            return ok;
        if (m_digest)
            m_digest->add(part);
        m_at += part.size();
        m_writeback.wroteTo(fd, m_at);
        m_bytes += part.size();
        left = left.sliced(part.size());
    }
    m_buffer.resize(0);
    return {};
}

Done Volumes::closeLast()
{
    const QString path = name(m_opened - 1);
    if (m_digest)
        m_hashes += manifestLine(m_digest->hex(), QFile::encodeName(QFileInfo(path).fileName()));
    const int fd = m_opened > 1 ? m_file.get() : m_first.get();
    if (const auto ok = syncFile(fd, partOf(path)); !ok)
        return ok;
    // The first one stays open for its lock.
    return m_opened > 1 ? m_file.close(partOf(path)) : Done();
}

Expected<BundleFiles> Volumes::finish()
{
    if (const auto ok = flush(); !ok)
        return std::unexpected(ok.error());
    crashPoint("export-written");
    if (const auto ok = closeLast(); !ok)
        return std::unexpected(ok.error());
    crashPoint("export-synced");
    return giveNames();
}

Expected<BundleFiles> Volumes::giveNames()
{
    BundleFiles files;
    files.bytes = m_bytes;
    for (qsizetype number = 1; number < m_opened; ++number) {
        if (const auto ok = renameToNew(partOf(name(number)), name(number)); !ok)
            return std::unexpected(ok.error());
        m_named.append(name(number));
        crashPoint("export-volume-renamed");
    }
    if (m_splitBytes > 0) {
        const QString list = listName(m_target);
        const QString part = partOf(list);
        const auto listed = writeDurably(part, m_hashes).and_then([&] { return renameToNew(part, list); });
        if (!listed) {
            (void)removeFile(part);
            return std::unexpected(listed.error());
        }
        m_named.append(list);
        files.bytes += m_hashes.size();
    }
    crashPoint("export-before-name");
    if (const auto ok = renameToNew(partOf(name(0)), name(0)); !ok)
        return std::unexpected(ok.error());
    m_isDone = true;
    crashPoint("export-renamed");
    // Its only error left: some file systems say here that a write failed.
    if (const auto ok = m_first.close(name(0)); !ok)
        return std::unexpected(ok.error());
    if (const auto ok = syncFolder(QFileInfo(m_target).path()); !ok)
        return std::unexpected(ok.error());
    files.volumes = QStringList{name(0)} + m_named;
    return files;
}

} // namespace hugger
