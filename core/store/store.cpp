// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/store.h"

#include "base/files.h"
#include "base/format.h"
#include "base/hash.h"
#include "base/json.h"
#include "base/say.h"
#include "store/howto.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QSet>
#include <QtCore/QUuid>

#include <algorithm>
#include <cerrno>
#include <sys/stat.h>
#include <sys/statvfs.h>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qint64 storeFormat = 1;
constexpr qsizetype maxLabel = 64;
constexpr auto identityName = "hugger-store.json"_L1;
constexpr auto howToName = "HOW-TO-READ-THIS.txt"_L1;
constexpr QLatin1StringView folderNames[] = {"objects"_L1, "records"_L1, "hub"_L1, "incoming"_L1, "trash"_L1};

QString absoluteFolder(const QString& folder)
{
    return QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
}

std::unexpected<Error> unplugged(const QString& folder, const QString& detail = {})
{
    return fail(ErrorKind::Disk, u"store_unplugged"_s,
                Say::tr("The store at %1 is not there. Plug in or mount its drive, then try again.").arg(folder),
                detail, Retry::NeedsUser);
}

/// Whether errno says that the place itself is gone, not just unreadable.
bool isGone(int errnum)
{
    return errnum == ENOENT || errnum == ENOTDIR || errnum == ENODEV || errnum == ENXIO || errnum == ESTALE
        || errnum == ENOTCONN;
}

Expected<StoreIdentity> readIdentity(const QString& folder)
{
    const QString path = folder + u'/' + identityName;
    struct stat status{};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0) {
        if (isGone(errno))
            return unplugged(folder, path);
        return std::unexpected(diskError(errno, u"stat"_s, path));
    }
    const auto bytes = readAll(path, 64 * 1024);
    if (!bytes)
        return std::unexpected(bytes.error());
    const QString what = Say::tr("The identity of the store (%1)").arg(path);
    const auto json = parseObject(*bytes, what, ErrorKind::Disk, u"store_damaged"_s);
    if (!json)
        return std::unexpected(json.error());
    JsonReader reader(*json, what);
    if (reader.size("format"_L1) > storeFormat) {
        return fail(
            ErrorKind::Failed, u"store_newer"_s,
            Say::tr("The store at %1 was made by a newer hugger. Update hugger to use it; nothing in it was changed.")
                .arg(folder));
    }
    const StoreIdentity identity{reader.text("id"_L1), reader.text("label"_L1), reader.textOr("created"_L1, {})};
    if (const auto ok = reader.outcome(ErrorKind::Disk, u"store_damaged"_s); !ok)
        return std::unexpected(ok.error());
    if (QUuid::fromString(identity.id).isNull())
        return fail(ErrorKind::Disk, u"store_damaged"_s, Say::tr("%1 has no valid id.").arg(what));
    return identity;
}

Done writeIdentity(const QString& folder, const StoreIdentity& identity)
{
    const QJsonObject json{{u"format"_s, storeFormat},
                           {u"id"_s, identity.id},
                           {u"label"_s, identity.label},
                           {u"created"_s, identity.created}};
    return writeDurably(folder + u'/' + identityName, QJsonDocument(json).toJson());
}

/// What may be in a folder that becomes a store: nothing of anybody's.
bool isLeftOver(const QFileInfo& entry)
{
    const QString name = entry.fileName();
    if (entry.isFile())
        return name == howToName || name.startsWith(identityName + u'.') || name.startsWith(howToName + u'.');
    if (!entry.isDir() || entry.isSymLink())
        return false;
    if (std::ranges::find(folderNames, name) != std::end(folderNames))
        return QDir(entry.filePath()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    // A fresh drive is not quite empty.
    return name == u"lost+found" || name == u"System Volume Information" || name == u"$RECYCLE.BIN"
        || name.startsWith(u".Trash");
}

Done checkCanBecomeStore(const QString& folder)
{
    const QFileInfo info(folder);
    if (!info.exists() && !info.isSymLink())
        return {};
    if (!info.isDir())
        return fail(ErrorKind::Usage, u"folder_not_empty"_s,
                    Say::tr("%1 is not a folder. Name an empty or new one.").arg(folder));
    const auto entries =
        QDir(folder).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    const auto foreign = std::ranges::find_if_not(entries, isLeftOver);
    if (foreign == entries.end())
        return {};
    return fail(ErrorKind::Usage, u"folder_not_empty"_s,
                Say::tr("%1 is not empty (it has \"%2\") and is no store. Name an empty or new folder.")
                    .arg(folder, escapeForTerminal(foreign->fileName())));
}

} // namespace

Store::Store(QString folder, StoreIdentity identity)
    : m_folder(std::move(folder))
    , m_identity(std::move(identity))
{
}

Expected<Store> Store::create(const QString& folder, const QString& label)
{
    const QString place = absoluteFolder(folder);
    if (QFileInfo::exists(place + u'/' + identityName))
        return open(place);
    if (const auto ok = checkLabel(label); !ok)
        return std::unexpected(ok.error());
    if (const auto ok = checkCanBecomeStore(place); !ok)
        return std::unexpected(ok.error());
    for (const QLatin1StringView name : folderNames) {
        if (const auto ok = makeFolders(place + u'/' + name); !ok)
            return std::unexpected(ok.error());
    }
    if (const auto ok = writeDurably(place + u'/' + howToName, howToReadThis()); !ok)
        return std::unexpected(ok.error());

    const StoreIdentity identity{QUuid::createUuid().toString(QUuid::WithoutBraces), label, isoNow()};
    // Last: a folder with this file is a whole store.
    if (const auto ok = writeIdentity(place, identity); !ok)
        return std::unexpected(ok.error());
    return Store(place, identity);
}

Done Store::checkLabel(const QString& label)
{
    const bool printable = std::ranges::all_of(label, [](QChar c) { return c.isPrint(); });
    if (!label.isEmpty() && label.size() <= maxLabel && printable && label == label.trimmed())
        return {};
    return fail(ErrorKind::Usage, u"bad_label"_s,
                Say::tr("\"%1\" cannot be the label of a store. Use 1 to %2 printable characters.")
                    .arg(escapeForTerminal(label.left(maxLabel)))
                    .arg(maxLabel));
}

Expected<Store> Store::open(const QString& folder)
{
    const QString place = absoluteFolder(folder);
    auto identity = readIdentity(place);
    if (!identity)
        return std::unexpected(identity.error());
    return Store(place, *std::move(identity));
}

Done Store::relabel(const QString& label) const
{
    if (const auto ok = checkLabel(label); !ok)
        return ok;
    if (const auto ok = checkPlugged(); !ok)
        return ok;
    return writeIdentity(m_folder, {m_identity.id, label, m_identity.created});
}

QString Store::objectPath(const QByteArray& sha256) const
{
    return m_folder + u"/objects/sha256/"_s + QLatin1StringView(sha256.first(2)) + u'/' + QLatin1StringView(sha256);
}

Done Store::checkPlugged() const
{
    const auto identity = readIdentity(m_folder);
    if (!identity)
        return std::unexpected(identity.error());
    if (identity->id != m_identity.id)
        return unplugged(m_folder, u"store %1 is there instead of %2"_s.arg(identity->id, m_identity.id));
    return {};
}

ObjectState Store::objectState(const QByteArray& sha256, qint64 size) const
{
    struct stat status{};
    if (!isHex(sha256, 64) || ::lstat(QFile::encodeName(objectPath(sha256)).constData(), &status) != 0)
        return ObjectState::Missing;
    return S_ISREG(status.st_mode) && status.st_size == size ? ObjectState::Present : ObjectState::WrongSize;
}

Expected<qint64> Store::freeBytes() const
{
    if (const auto ok = checkPlugged(); !ok)
        return std::unexpected(ok.error());
    struct statvfs volume{};
    if (::statvfs(QFile::encodeName(m_folder).constData(), &volume) != 0)
        return std::unexpected(diskError(errno, u"statvfs"_s, m_folder));
    return static_cast<qint64>(volume.f_bavail * volume.f_frsize);
}

Done Store::syncObjectNames(const QList<QByteArray>& sha256s) const
{
    QSet<QByteArray> prefixes;
    for (const QByteArray& sha256 : sha256s)
        prefixes.insert(sha256.first(2));
    for (const QByteArray& prefix : std::as_const(prefixes)) {
        if (const auto ok = syncFolder(m_folder + u"/objects/sha256/"_s + QLatin1StringView(prefix)); !ok)
            return ok;
    }
    // The folders just synced have names too, and so has the one above them.
    if (const auto ok = syncFolder(m_folder + u"/objects/sha256"_s); !ok)
        return ok;
    return syncFolder(m_folder + u"/objects"_s);
}

Expected<QString> Store::quarantine(const QString& part, const QByteArray& key, const QString& why) const
{
    const bool safeKey =
        !key.isEmpty() && key.size() <= 128 && !key.startsWith('.') && std::ranges::all_of(key, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_'
                || c == '-';
        });
    if (!safeKey)
        return fail(ErrorKind::Failed, u"bad_key"_s,
                    Say::tr("hugger could not put damaged bytes aside: their name is not valid."),
                    QString::fromLatin1(key.toPercentEncoding()));
    if (const auto ok = checkPlugged(); !ok)
        return std::unexpected(ok.error());
    const QString folder = m_folder + u"/quarantine"_s;
    const QString target = folder + u'/' + QLatin1StringView(key) + u".bad"_s;
    const QString note = u"%1\n%2\nwas: %3\n"_s.arg(isoNow(), why, part);
    if (const auto ok = makeFolders(folder); !ok)
        return std::unexpected(ok.error());
    if (const auto ok = renameFile(part, target); !ok)
        return std::unexpected(ok.error());
    if (const auto ok = writeDurably(folder + u'/' + QLatin1StringView(key) + u".txt"_s, note.toUtf8()); !ok)
        return std::unexpected(ok.error());
    return target;
}

Done Store::dropObject(const QByteArray& sha256) const
{
    if (!isHex(sha256, 64))
        return {};
    if (const auto ok = checkPlugged(); !ok)
        return ok;
    return removeFile(objectPath(sha256));
}

} // namespace hugger
