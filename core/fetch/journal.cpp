// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fetch/journal.h"

#include "base/files.h"
#include "base/json.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>

#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr int journalFormat = 1;

} // namespace

Journal::Journal(QString stem, qint64 size)
    : m_stem(std::move(stem))
    , m_size(size)
{
}

QByteArray Journal::document(const Extents& extents, bool withBoot) const
{
    QJsonObject json{{"format"_L1, journalFormat}, {"size"_L1, m_size}, {"have"_L1, extents.toJson()}};
    if (withBoot)
        json["boot"_L1] = QString::fromLatin1(bootId());
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

Extents Journal::read(const QString& path, bool sameBoot) const
{
    if (!QFile::exists(path))
        return {};
    const auto bytes = readAll(path, 1024 * 1024);
    if (!bytes)
        return {};
    const QJsonObject json = QJsonDocument::fromJson(*bytes).object();
    if (json["format"_L1].toInt() != journalFormat || json["size"_L1].toInteger(-1) != m_size)
        return {};
    if (sameBoot && (bootId().isEmpty() || json["boot"_L1].toString().toLatin1() != bootId()))
        return {};
    return Extents::fromJson(json["have"_L1].toArray(), m_size).value_or(Extents());
}

Extents Journal::load() const
{
    Extents extents = read(m_stem + u".journal"_s, false);
    extents.add(read(m_stem + u".written"_s, true));
    return extents;
}

Done Journal::saveDurable(const Extents& durable) const
{
    crashPoint("journal-write");
    return writeDurably(m_stem + u".journal"_s, document(durable, false));
}

Done Journal::saveWritten(const Extents& written) const
{
    // Renamed so that a kill in between leaves the old one; not synced, since it means nothing after a power cut
    // anyway.
    const QString path = m_stem + u".written"_s;
    const QString temporary = path + u".tmp"_s;
    auto fd = openFile(temporary, O_WRONLY | O_CREAT | O_TRUNC);
    if (!fd)
        return std::unexpected(fd.error());
    if (const auto ok = writeAt(fd->get(), document(written, true), 0, temporary); !ok)
        return ok;
    if (const auto ok = fd->close(temporary); !ok)
        return ok;
    return renameFile(temporary, path);
}

void Journal::remove() const
{
    (void)removeFile(m_stem + u".journal"_s);
    (void)removeFile(m_stem + u".written"_s);
    (void)removeFile(m_stem + u".written.tmp"_s);
}

} // namespace hugger
