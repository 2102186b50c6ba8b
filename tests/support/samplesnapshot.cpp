// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/samplesnapshot.h"

#include "base/format.h"
#include "base/hash.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger::test {

namespace {

/// A file that is there and has the size; what is not written is a hole.
void makeObject(const Store& store, const HeldFile& file, const QByteArray& text)
{
    const QString path = store.objectPath(file.sha256);
    if (QFileInfo::exists(path))
        return;
    QDir().mkpath(QFileInfo(path).path());
    QFile object(path);
    if (!object.open(QIODevice::WriteOnly) || object.write(text) != text.size() || !object.resize(file.size))
        qFatal("cannot write %s", qPrintable(path));
    object.setPermissions(QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther);
}

QByteArray crcOf(const QByteArray& bytes)
{
    quint32 crc = 0xFFFFFFFF;
    for (const char byte : bytes) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320U : 0U);
    }
    QByteArray result(4, Qt::Uninitialized);
    qToBigEndian(~crc, result.data());
    return result;
}

QByteArray number(quint32 value)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray chunk(const QByteArray& name, const QByteArray& data)
{
    return number(static_cast<quint32>(data.size())) + name + data + crcOf(name + data);
}

} // namespace

QString daysAgo(int days)
{
    // Some minutes of their own, so that times differ.
    return isoTime(QDateTime::currentDateTimeUtc().addDays(-days).addSecs(-60 * (days % 50 + 1)));
}

QByteArray commitFrom(const QByteArray& digits)
{
    return digits + gitBlobSha1Hex(digits).sliced(digits.size());
}

SampleSnapshot::SampleSnapshot(RepoKind kind, const QString& id, const QByteArray& commit)
{
    m_record.repo = {kind, id};
    m_record.commit = commitFrom(commit);
    m_record.revision = u"main"_s;
    m_record.refs = {u"main"_s};
    m_record.hubId = QString::fromLatin1(gitBlobSha1Hex(id.toUtf8()).left(24));
    m_record.endpoint = u"http://127.0.0.1:9"_s;
    m_record.license.ids = {u"apache-2.0"_s};
    m_record.huggerVersion = QStringLiteral(HUGGER_VERSION);
    captured(30);
}

SampleSnapshot& SampleSnapshot::text(const QString& path, const QByteArray& bytes)
{
    const QByteArray sha256 = sha256Hex(bytes);
    m_texts.insert(sha256, bytes);
    add({path, bytes.size(), sha256, gitBlobSha1Hex(bytes), false, {}});
    return *this;
}

SampleSnapshot& SampleSnapshot::big(const QString& path, qint64 size, const QByteArray& seed)
{
    const QByteArray from = m_record.repo.id.toUtf8() + path.toUtf8() + QByteArray::number(size) + seed;
    const QByteArray named = seed.isEmpty() ? from : seed + QByteArray::number(size);
    add({path, size, sha256Hex(named), gitBlobSha1Hex(QByteArray("pointer to " + named)), true, {}});
    return *this;
}

SampleSnapshot& SampleSnapshot::zeros(const QString& path, qint64 size, const QByteArray& sha256)
{
    add({path, size, sha256, gitBlobSha1Hex(QByteArray("pointer to " + sha256)), true, {}});
    return *this;
}

SampleSnapshot& SampleSnapshot::lacking(const QString& path, qint64 size)
{
    const QByteArray from = m_record.repo.id.toUtf8() + path.toUtf8() + QByteArray::number(size);
    m_listing.append({path, size, gitBlobSha1Hex(from), sha256Hex(from), {}});
    return *this;
}

SampleSnapshot& SampleSnapshot::captured(int days, int verifiedDaysAgo)
{
    m_record.capturedAt = daysAgo(days);
    m_record.updatedAt = m_record.capturedAt;
    m_record.lastModified = daysAgo(days + 2);
    m_record.verifiedAt = verifiedDaysAgo < 0 ? QString() : daysAgo(verifiedDaysAgo);
    return *this;
}

SampleSnapshot& SampleSnapshot::refs(const QString& revision, const QStringList& refs)
{
    m_record.revision = revision;
    m_record.refs = refs;
    return *this;
}

SampleSnapshot& SampleSnapshot::license(const QString& id)
{
    m_record.license.ids = {id};
    return *this;
}

SampleSnapshot& SampleSnapshot::tags(const QStringList& tags)
{
    m_record.tags = tags;
    return *this;
}

QByteArray SampleSnapshot::sha256Of(const QString& path) const
{
    const auto at = std::ranges::find(m_record.files, path, &HeldFile::path);
    return at == m_record.files.end() ? QByteArray() : at->sha256;
}

void SampleSnapshot::add(const HeldFile& file)
{
    m_record.files.append(file);
    m_listing.append({file.path, file.size, file.gitSha1, file.lfs ? file.sha256 : QByteArray(), file.xetHash});
}

QList<HubAnswer> SampleSnapshot::answers() const
{
    QJsonArray tree;
    for (const FileEntry& entry : m_listing) {
        QJsonObject one{{u"type"_s, u"file"_s},
                        {u"path"_s, entry.path},
                        {u"size"_s, entry.size},
                        {u"oid"_s, QString::fromLatin1(entry.oid)}};
        if (entry.isLfs()) {
            one.insert(u"lfs"_s,
                       QJsonObject{{u"oid"_s, QString::fromLatin1(entry.sha256)},
                                   {u"size"_s, entry.size},
                                   {u"pointerSize"_s, 134}});
        }
        tree.append(one);
    }
    const QJsonObject info{{u"_id"_s, m_record.hubId},
                           {u"id"_s, m_record.repo.id},
                           {u"sha"_s, QString::fromLatin1(m_record.commit)},
                           {u"lastModified"_s, m_record.lastModified},
                           {u"private"_s, false},
                           {u"gated"_s, false},
                           {u"tags"_s, QJsonArray::fromStringList(m_record.tags)}};
    return {{u"info.json"_s, qCompress(QJsonDocument(info).toJson())},
            {u"tree-0001.json"_s, qCompress(QJsonDocument(tree).toJson())}};
}

void SampleSnapshot::keep(Library& library, const Store& store)
{
    std::ranges::sort(m_record.files, {}, &HeldFile::path);
    std::ranges::sort(m_listing, {}, &FileEntry::path);
    m_record.listedFiles = m_listing.size();
    m_record.listedBytes = 0;
    for (const FileEntry& entry : std::as_const(m_listing))
        m_record.listedBytes += entry.size;
    for (const HeldFile& file : std::as_const(m_record.files))
        makeObject(store, file, m_texts.value(file.sha256));
    QString viewTrouble;
    must(library.commit(store, m_record, m_listing, answers(), &viewTrouble));
}

QByteArray samplePng()
{
    constexpr int width = 420;
    constexpr int height = 150;
    constexpr std::array bars{52, 61, 66, 74, 79, 83};
    QByteArray rows;
    for (int y = 0; y < height; ++y) {
        rows += '\0'; // no filter
        for (int x = 0; x < width; ++x) {
            const auto bar = static_cast<size_t>(x) * bars.size() / width;
            const bool inGap = x % (width / static_cast<int>(bars.size())) < 14;
            const bool inBar = !inGap && height - y < bars.at(bar) * 3 / 2;
            rows += inBar ? (bar + 1 == bars.size() ? "\x2e\x6f\xde" : "\x9a\xb4\xe0") : "\xf6\xf7\xf9";
        }
    }
    const QByteArray header = number(width) + number(height) + QByteArray("\x08\x02\x00\x00\x00", 5);
    return QByteArray("\x89PNG\r\n\x1a\n") + chunk("IHDR", header) + chunk("IDAT", qCompress(rows).sliced(4))
        + chunk("IEND", {});
}

} // namespace hugger::test
