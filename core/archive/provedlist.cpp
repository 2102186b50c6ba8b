// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "archive/provedlist.h"

#include "base/files.h"
#include "base/hash.h"

#include <QtCore/QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

namespace hugger {

ProvedList::ProvedList(const Store& store, const QByteArray& commit)
    : m_store(store)
    , m_path(store.incomingFolder() + u'/' + QString::fromLatin1(commit) + QStringLiteral(".proved"))
{
}

Done ProvedList::append(const QList<Line>& lines) const
{
    if (lines.isEmpty())
        return {};
    QByteArray text;
    for (const Line& line : lines)
        text += line.gitSha1 + ' ' + line.sha256 + ' ' + QByteArray::number(line.size) + '\n';
    auto fd = openFile(m_path, O_WRONLY | O_CREAT);
    if (!fd)
        return std::unexpected(fd.error());
    struct stat status{};
    if (::fstat(fd->get(), &status) != 0)
        return std::unexpected(diskError(errno, QStringLiteral("stat"), m_path));
    if (const auto ok = writeAt(fd->get(), text, status.st_size, m_path); !ok)
        return ok;
    return fd->close(m_path);
}

QHash<QByteArray, QByteArray> ProvedList::load() const
{
    QHash<QByteArray, QByteArray> known;
    if (!QFile::exists(m_path))
        return known;
    const auto text = readAll(m_path);
    if (!text)
        return known;
    for (const QByteArray& line : text->split('\n')) {
        const auto words = line.split(' ');
        if (words.size() != 3 || !isHex(words[0], 40) || !isHex(words[1], 64))
            continue;
        if (m_store.objectState(words[1], words[2].toLongLong()) == ObjectState::Present)
            known.insert(words[0], words[1]);
    }
    return known;
}

void ProvedList::remove() const
{
    (void)removeFile(m_path);
}

} // namespace hugger
