// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/profile.h"

#include "base/format.h"
#include "base/json.h"
#include "base/log.h"
#include "base/say.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QStandardPaths>
#include <QtCore/QUuid>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr int lockTries = 20;
constexpr int lockPauseMs = 50;

constexpr auto firstLabel = "default"_L1;
constexpr qint64 storesFormat = 1;
constexpr auto storesDamaged = "stores_damaged"_L1;

QString absoluteFolder(const QString& folder)
{
    return QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
}

/// With symbolic links resolved as far as the path exists, so that two names of one place are seen to be one.
QString realFolder(const QString& folder)
{
    const QFileInfo info(folder);
    if (const QString canonical = info.canonicalFilePath(); !canonical.isEmpty())
        return canonical;
    const QString parent = info.path();
    return parent == folder ? folder : QString(realFolder(parent) + u'/' + info.fileName());
}

bool isInside(const QString& inner, const QString& outer)
{
    return inner.startsWith(outer.endsWith(u'/') ? outer : QString(outer + u'/'));
}

Expected<QList<KnownStore>> parseStores(const QByteArray& bytes, const QString& profile)
{
    const QString what = Say::tr("The list of stores (stores.json)");
    const auto json = parseObject(bytes, what, ErrorKind::Failed, storesDamaged);
    if (!json)
        return std::unexpected(json.error());
    JsonReader reader(*json, what);
    if (reader.size("format"_L1) > storesFormat) {
        return fail(ErrorKind::Failed, u"stores_newer"_s,
                    Say::tr("The list of stores was written by a newer hugger. Update hugger to use this profile."),
                    profile);
    }
    const QJsonArray list = reader.array("stores"_L1);
    QList<KnownStore> stores;
    for (const QJsonValue& value : list) {
        JsonReader entry(value.toObject(), what);
        KnownStore store{{entry.text("id"_L1), entry.text("label"_L1), entry.textOr("created"_L1, {})},
                         QDir::cleanPath(QDir(profile).absoluteFilePath(entry.text("folder"_L1))),
                         entry.flagOr("default"_L1, false)};
        if (const auto ok = entry.outcome(ErrorKind::Failed, storesDamaged); !ok)
            return std::unexpected(ok.error());
        if (QUuid::fromString(store.identity.id).isNull())
            return fail(ErrorKind::Failed, storesDamaged, Say::tr("%1 has a store without a valid id.").arg(what));
        stores.append(std::move(store));
    }
    if (const auto ok = reader.outcome(ErrorKind::Failed, storesDamaged); !ok)
        return std::unexpected(ok.error());
    return stores;
}

Done checkPlace(const QString& folder, const QList<KnownStore>& known)
{
    const QString place = realFolder(folder);
    const auto inside = [](const QString& which, const QString& outer) {
        return fail(
            ErrorKind::Usage, u"store_inside"_s,
            Say::tr("%1 and the store at %2 would lie one inside the other. Name another folder.").arg(which, outer));
    };
    for (const KnownStore& store : known) {
        const QString other = realFolder(store.folder);
        if (isInside(place, other) || isInside(other, place))
            return inside(folder, store.folder);
    }
    for (QString parent = QFileInfo(place).path();; parent = QFileInfo(parent).path()) {
        if (QFileInfo::exists(parent + u"/hugger-store.json"_s))
            return inside(folder, parent);
        if (parent == QFileInfo(parent).path())
            return {};
    }
}

Done checkLabelFree(const QString& label, const QString& exceptId, const QList<KnownStore>& known)
{
    const bool taken = std::ranges::any_of(
        known, [&](const KnownStore& store) { return store.identity.id != exceptId && store.identity.label == label; });
    if (!taken)
        return {};
    return fail(ErrorKind::Usage, u"label_taken"_s,
                Say::tr("There is a store called \"%1\" already. Give this one another label.").arg(label));
}

std::unexpected<Error> noSuchStore(const QString& labelOrId)
{
    return fail(
        ErrorKind::NotHeld, u"no_such_store"_s,
        Say::tr("There is no store called \"%1\". See `hugger stores`.").arg(escapeForTerminal(labelOrId.left(80))));
}

} // namespace

Profile::Profile(QString folder)
    : m_folder(std::move(folder))
{
}

Expected<Profile> Profile::open(const QString& folder)
{
    const QString place = absoluteFolder(
        folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) : folder);
    const QFileInfo info(place);
    if (info.isDir())
        return Profile(place);
    if (info.exists())
        return fail(ErrorKind::Usage, u"bad_profile"_s,
                    Say::tr("%1 is not a folder, so it cannot be hugger's profile. Name a folder.").arg(place));
    if (const auto ok = makeFolders(info.path()); !ok)
        return std::unexpected(ok.error());
    if (::mkdir(QFile::encodeName(place).constData(), 0700) != 0 && errno != EEXIST)
        return std::unexpected(diskError(errno, u"mkdir"_s, place));
    return Profile(place);
}

Done Profile::lock()
{
    if (isLocked())
        return {};
    const QString path = m_folder + u"/lock"_s;
    auto fd = openFile(path, O_RDWR | O_CREAT, 0600);
    if (!fd)
        return std::unexpected(fd.error());
    // Somebody may only be mending a catalog: a moment's patience before the user is told to wait.
    int refused = -1;
    for (int tries = 0; tries < lockTries && refused != 0; ++tries) {
        refused = ::flock(fd->get(), LOCK_EX | LOCK_NB);
        if (refused != 0 && errno == EWOULDBLOCK && tries + 1 < lockTries)
            ::poll(nullptr, 0, lockPauseMs);
        else
            break;
    }
    if (refused != 0) {
        if (errno != EWOULDBLOCK)
            return std::unexpected(diskError(errno, u"flock"_s, path));
        const QByteArray holder = readAll(path, 64).value_or(QByteArray()).trimmed();
        return fail(
            ErrorKind::Busy, u"profile_busy"_s,
            holder.isEmpty()
                ? Say::tr("Another hugger is using this profile. Close it, or wait until it has finished.")
                : Say::tr("Another hugger (process %1) is using this profile. Close it, or wait until it has finished.")
                      .arg(QString::fromLatin1(holder)),
            m_folder, Retry::NeedsUser);
    }
    const QByteArray pid = QByteArray::number(::getpid()) + '\n';
    // The pid is for people only: what counts is the lock, which dies with the process.
    if (::ftruncate(fd->get(), 0) != 0)
        return std::unexpected(diskError(errno, u"truncate"_s, path));
    if (const auto ok = writeAt(fd->get(), pid, 0, path); !ok)
        return ok;
    m_lock = *std::move(fd);
    return {};
}

bool Profile::isHeldBySomebody() const
{
    const auto pid = readAll(m_folder + u"/lock"_s, 64).value_or(QByteArray()).trimmed().toInt();
    return pid > 0 && (::kill(pid, 0) == 0 || errno == EPERM);
}

Expected<QList<KnownStore>> Profile::stores() const
{
    const QString path = m_folder + u"/stores.json"_s;
    if (!QFileInfo::exists(path))
        return QList<KnownStore>();
    const auto bytes = readAll(path, 16 * 1024 * 1024);
    if (!bytes)
        return std::unexpected(bytes.error());
    auto stores = parseStores(*bytes, m_folder);
    if (!stores && stores.error().code == storesDamaged)
        return recoverStores(stores.error());
    return stores;
}

Expected<QList<KnownStore>> Profile::recoverStores(const Error& why) const
{
    const QString path = m_folder + u"/stores.json"_s;
    const QString aside = path + u".damaged-"_s + QString(isoNow()).remove(u'-').remove(u':');
    if (const auto ok = renameFile(path, aside); !ok)
        return std::unexpected(ok.error());
    qCWarning(lcStore).noquote() << why.message << "It was put aside as" << aside
                                 << "- add stores on other drives again with `hugger stores add FOLDER`.";
    QList<KnownStore> stores;
    if (const auto own = Store::open(m_folder + u"/store"_s))
        stores.append({own->identity(), own->folder(), true});
    if (const auto ok = saveStores(stores); !ok)
        return std::unexpected(ok.error());
    return stores;
}

Done Profile::saveStores(const QList<KnownStore>& stores) const
{
    QJsonArray list;
    for (const KnownStore& store : stores) {
        // Relative inside the profile, so that the profile can be moved as a whole.
        const QString folder =
            isInside(store.folder, m_folder) ? QDir(m_folder).relativeFilePath(store.folder) : store.folder;
        list.append(QJsonObject{{u"id"_s, store.identity.id},
                                {u"label"_s, store.identity.label},
                                {u"created"_s, store.identity.created},
                                {u"folder"_s, folder},
                                {u"default"_s, store.isDefault}});
    }
    const QJsonObject json{{u"format"_s, storesFormat}, {u"stores"_s, list}};
    return writeDurably(m_folder + u"/stores.json"_s, QJsonDocument(json).toJson());
}

Expected<KnownStore> Profile::addStore(const QString& folder, const QString& label)
{
    auto known = stores();
    if (!known)
        return std::unexpected(known.error());
    const QString place = absoluteFolder(folder);
    if (const auto ok = checkPlace(place, *known); !ok)
        return std::unexpected(ok.error());
    const auto present = Store::open(place);
    if (!present && present.error().code != u"store_unplugged")
        return std::unexpected(present.error());
    const QString id = present ? present->identity().id : QString();
    const QString wanted = !label.isEmpty() ? label : present ? present->identity().label : QFileInfo(place).fileName();
    // Before anything is made.
    if (const auto ok = Store::checkLabel(wanted); !ok)
        return std::unexpected(ok.error());
    if (const auto ok = checkLabelFree(wanted, id, *known); !ok)
        return std::unexpected(ok.error());

    const auto same = std::ranges::find_if(
        *known, [&id](const KnownStore& store) { return !id.isEmpty() && store.identity.id == id; });
    if (same != known->end() && realFolder(same->folder) != realFolder(place)) {
        if (const auto other = Store::open(same->folder); other && other->identity().id == id) {
            return fail(ErrorKind::Usage, u"store_copy"_s,
                        Say::tr("The store at %1 is a copy of the one at %2, and hugger could not tell them apart. "
                                "Unplug one of them.")
                            .arg(place, same->folder));
        }
    }
    const auto store = Store::create(place, wanted);
    if (!store)
        return std::unexpected(store.error());
    KnownStore made{store->identity(), store->folder(), known->isEmpty()};
    made.identity.label = wanted;
    if (same != known->end()) {
        made.isDefault = same->isDefault;
        *same = made;
    } else {
        known->append(made);
    }
    if (const auto ok = saveStores(*known); !ok)
        return std::unexpected(ok.error());
    return made;
}

Done Profile::renameStore(const QString& id, const QString& label) const
{
    auto known = stores();
    if (!known)
        return std::unexpected(known.error());
    const auto found = std::ranges::find(*known, id, [](const KnownStore& store) { return store.identity.id; });
    if (found == known->end())
        return noSuchStore(id);
    if (const auto ok = Store::checkLabel(label); !ok)
        return ok;
    if (const auto ok = checkLabelFree(label, id, *known); !ok)
        return ok;
    // An unplugged one keeps its old label for other profiles; here it goes by the new one.
    if (const auto store = Store::open(found->folder); store && store->identity().id == id) {
        if (const auto ok = store->relabel(label); !ok)
            return ok;
    }
    found->identity.label = label;
    return saveStores(*known);
}

Done Profile::setDefaultStore(const QString& id) const
{
    auto known = stores();
    if (!known)
        return std::unexpected(known.error());
    if (std::ranges::none_of(*known, [&id](const KnownStore& store) { return store.identity.id == id; }))
        return noSuchStore(id);
    for (KnownStore& store : *known)
        store.isDefault = store.identity.id == id;
    return saveStores(*known);
}

Expected<Store> Profile::openStore(const QString& labelOrId)
{
    const auto known = stores();
    if (!known)
        return std::unexpected(known.error());
    if (labelOrId.isEmpty() && known->isEmpty()) {
        const auto made = addStore(m_folder + u"/store"_s, firstLabel);
        return made ? Store::open(made->folder) : std::unexpected(made.error());
    }
    auto found = std::ranges::find_if(*known, [&labelOrId](const KnownStore& store) {
        return labelOrId.isEmpty() ? store.isDefault
                                   : store.identity.label == labelOrId || store.identity.id == labelOrId;
    });
    if (found == known->end() && labelOrId.isEmpty())
        found = known->begin();
    if (found == known->end()) {
        return noSuchStore(labelOrId);
    }
    auto store = Store::open(found->folder);
    if (store && store->identity().id != found->identity.id) {
        return fail(ErrorKind::Disk, u"store_unplugged"_s,
                    Say::tr("The store \"%1\" is not at %2; another store is there. Plug in its drive, then try again.")
                        .arg(found->identity.label, found->folder),
                    {}, Retry::NeedsUser);
    }
    return store;
}

} // namespace hugger
