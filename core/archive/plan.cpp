// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "archive/plan.h"

#include "archive/provedlist.h"
#include "base/foreignpath.h"
#include "base/format.h"
#include "base/log.h"
#include "base/say.h"
#include "fetch/partfile.h"
#include "fetch/want.h"

#include <QtCore/QFileInfo>
#include <QtCore/QSet>
#include <QtCore/QStorageInfo>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

QStringList refsLeadingTo(const RepoRefs& refs, const QByteArray& commit)
{
    QStringList names;
    for (const RefEntry& ref : refs.refs) {
        if (ref.commit == commit)
            names.append(ref.name);
    }
    return names;
}

QString shortList(const QStringList& names)
{
    if (names.size() <= 3)
        return names.join(u", "_s);
    //: %1 is a list of files, "a.bin, b.bin, c.bin", of which only the first are named.
    return Say::tr("%1 and %n more", nullptr, static_cast<int>(names.size() - 3)).arg(names.first(3).join(u", "_s));
}

QStringList warningsFor(const Plan& plan)
{
    QStringList pickles{u".pt"_s, u".pth"_s, u".ckpt"_s, u".pkl"_s, u".pickle"_s, u".joblib"_s, u".dill"_s};
    if (plan.info.repo.kind == RepoKind::Model)
        pickles.append(u".bin"_s); // anywhere else it may be anything
    QStringList risky;
    QStringList code;
    for (const PlannedFile& file : plan.files) {
        const QString name = file.entry.path.toLower();
        for (const QString& suffix : pickles) {
            if (name.endsWith(suffix))
                risky.append(file.entry.path);
        }
        if (plan.info.repo.kind != RepoKind::Space && name.endsWith(u".py"_s))
            code.append(file.entry.path);
    }
    QStringList warnings;
    if (plan.info.repo != plan.wish.repo)
        warnings.append(Say::tr("%1 is called %2 now; it is archived under that name.")
                            .arg(plan.wish.repo.display(), plan.info.repo.display()));
    if (plan.info.disabled)
        warnings.append(Say::tr("The Hub has disabled this repo; some files may be refused."));
    if (plan.info.license.ids.isEmpty() && plan.info.license.name.isEmpty())
        warnings.append(Say::tr("The repo names no license."));
    if (!risky.isEmpty())
        warnings.append(Say::tr("May hold pickles, which can run code when loaded: %1.").arg(shortList(risky)));
    if (!code.isEmpty())
        warnings.append(Say::tr("Comes with Python code of its own: %1.").arg(shortList(code)));
    return warnings;
}

/// Bytes that lie in incoming/ already and will not need space again.
qint64 bytesInPart(const Store& store, const QByteArray& key)
{
    struct stat status{};
    const QString path = store.incomingFolder() + u'/' + QString::fromLatin1(key) + u".part"_s;
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_blocks * 512LL : 0;
}

/// Finds out for each file where its bytes come from.
class SourceFinder final {
public:
    SourceFinder(Library& library, const Store* target, const QByteArray& commit)
        : m_library(library)
        , m_target(target)
        , m_proved(target ? ProvedList(*target, commit).load() : QHash<QByteArray, QByteArray>())
    {
    }

    [[nodiscard]] Done find(PlannedFile& file)
    {
        const FileEntry& entry = file.entry;
        file.sha256 = entry.sha256;
        if (m_target) {
            // By the folder itself: an object has had the hash its name says since it entered, whether or not a record
            // came to name it.
            const QByteArray sha256 = entry.isLfs() ? entry.sha256 : m_proved.value(entry.oid);
            if (!sha256.isEmpty() && isSound(*m_target, sha256, entry.size)) {
                file.sha256 = sha256;
                file.source = PlannedFile::Source::Held;
                return {};
            }
        }
        const auto places = entry.isLfs() ? m_library.catalog().placesOfSha256(entry.sha256)
                                          : m_library.catalog().placesOfGitSha1(entry.oid, entry.size);
        if (!places)
            return std::unexpected(places.error());
        for (const ObjectPlace& place : *places) {
            const bool here = m_target && place.storeId == m_target->identity().id;
            if (file.source != PlannedFile::Source::Fetch && !here)
                continue;
            const auto store = m_library.store(place.storeId);
            if (!store || !isSound(*store, place.sha256, entry.size))
                continue;
            file.sha256 = place.sha256;
            file.source = here ? PlannedFile::Source::Held : PlannedFile::Source::OtherStore;
            file.otherStore = here ? QString() : place.storeId;
            if (here)
                break;
        }
        return {};
    }

private:
    [[nodiscard]] bool isSound(const Store& store, const QByteArray& sha256, qint64 size)
    {
        if (store.objectState(sha256, size) != ObjectState::Present)
            return false;
        const auto damaged = m_library.catalog().isDamaged(store.identity().id, sha256);
        return damaged && !*damaged;
    }

    Library& m_library;
    const Store* m_target;
    QHash<QByteArray, QByteArray> m_proved;
};

Done addUp(Plan& plan, Library& library, const Store* store, qint64 reservedBytes, SpaceCheck space)
{
    SourceFinder finder(library, store, plan.info.commit);
    QSet<QByteArray> counted;
    qint64 inParts = 0;
    qint64 copyBytes = 0;
    for (PlannedFile& file : plan.files) {
        if (const auto ok = finder.find(file); !ok)
            return ok;
        plan.bytes += file.entry.size;
        if (file.source != PlannedFile::Source::Fetch)
            plan.heldBytes += file.entry.size;
        const QByteArray key = Want::keyFor(file.entry.sha256, file.entry.oid);
        if (file.source == PlannedFile::Source::Held || counted.contains(key))
            continue;
        counted.insert(key);
        if (file.source == PlannedFile::Source::OtherStore) {
            copyBytes += file.entry.size;
        } else {
            plan.fetchBytes += file.entry.size;
            ++plan.fetchFiles;
            if (store)
                inParts += std::min(file.entry.size, bytesInPart(*store, key));
        }
    }
    const QStorageInfo volume(store ? store->folder() : QFileInfo(library.profile().folder()).absolutePath());
    if (store) {
        const auto free = store->freeBytes();
        if (!free)
            return std::unexpected(free.error());
        plan.freeBytes = *free;
    } else {
        plan.freeBytes = volume.bytesAvailable();
    }
    const qint64 needed = plan.fetchBytes + copyBytes - inParts;
    plan.freeAfter = plan.freeBytes - needed - reservedBytes;
    const qint64 margin = spaceMargin(volume.rootPath(), plan.files.size());
    if (space == SpaceCheck::Refuse && needed > 0 && plan.freeAfter < margin) {
        const QString room = reservedBytes > 0
            //: How much room there is on a disk: "3 GB are free on the disk of the store (1 GB of it needed by other
            //: jobs)".
            ? Say::tr("%1 are free on the disk of the store (%2 of it needed by other jobs)")
                  .arg(formatBytes(plan.freeBytes), formatBytes(reservedBytes))
            : Say::tr("%1 are free on the disk of the store").arg(formatBytes(plan.freeBytes));
        return fail(ErrorKind::Disk, u"disk_full"_s,
                    //: %3 says how much room there is: "3 GB are free on the disk of the store".
                    Say::tr("%1 does not fit: %2 are to be fetched, and %3. Free some space, choose fewer files "
                            "(--include), or another store (--store).")
                        .arg(plan.info.repo.display(), formatBytes(needed), room),
                    {}, Retry::NeedsUser);
    }
    return {};
}

} // namespace

ArchiveWish repairWish(const SnapshotRow& row, const Record& record)
{
    ArchiveWish wish;
    wish.repo = record.repo;
    wish.revision = record.revision;
    wish.commit = record.commit;
    wish.store = row.storeId;
    // What is held, by name: several rules may have led to it, and none of them has to be the whole.
    if (!record.isComplete()) {
        for (const HeldFile& file : record.files)
            wish.selection.include.append(literalGlob(file.path));
    }
    return wish;
}

qint64 spaceMargin(const QString& folder, qsizetype files)
{
    return std::min<qint64>(1'000'000'000, QStorageInfo(folder).bytesTotal() / 100) + files * 512;
}

Task<Expected<Plan>> Planner::make(ArchiveWish wish, qint64 reservedBytes, std::stop_token stop, SpaceCheck space) const
{
    Plan plan;
    plan.wish = wish;
    auto store = m_library.store(wish.store);
    // A dry run in a new profile has no store yet: everything but its free space can be planned.
    const bool noStoreYet = !store && store.error().code == "no_store_yet"_L1;
    if (!store && !noStoreYet)
        co_return std::unexpected(store.error());
    if (store)
        plan.wish.store = store->identity().id;

    const QString asked = wish.commit.isEmpty() ? wish.revision : QString::fromLatin1(wish.commit);
    auto info = co_await m_hub.info(wish.repo, asked, stop);
    if (!info)
        co_return std::unexpected(info.error());
    plan.info = std::move(*info);
    plan.wish.commit = plan.info.commit;
    const RepoId repo = plan.info.repo;
    const QByteArray commit = plan.info.commit;
    plan.answers.append({u"info.json"_s, qCompress(plan.info.raw, 1)});

    auto refs = co_await m_hub.refs(repo, stop);
    if (refs) {
        plan.refs = refsLeadingTo(*refs, commit);
        plan.answers.append({u"refs.json"_s, qCompress(refs->raw, 1)});
    } else if (refs.error().kind == ErrorKind::Interrupted || refs.error().kind == ErrorKind::Network) {
        co_return std::unexpected(refs.error());
    }
    const bool isCommit = isHex(wish.revision, 40);
    const QString revision = wish.revision.isEmpty() ? u"main"_s : wish.revision;
    // The name asked for led here a moment ago, whatever the list of refs says by now.
    if (!isCommit && wish.commit.isEmpty() && !plan.refs.contains(revision))
        plan.refs.append(revision);

    auto listing = co_await m_hub.tree(repo, commit, stop);
    if (!listing)
        co_return std::unexpected(listing.error());
    plan.listing = std::move(*listing);
    for (qsizetype page = 0; page < plan.listing.pages.size(); ++page)
        plan.answers.append({u"tree-%1.json"_s.arg(page + 1, 4, 10, QChar(u'0')), plan.listing.pages[page]});

    const SelectionMatcher matcher(wish.selection);
    ListingCheck check;
    for (const FileEntry& entry : plan.listing.files) {
        if (!matcher.wants(entry.path))
            continue;
        if (const auto ok = check.addFile(entry.path); !ok)
            co_return std::unexpected(ok.error());
        plan.files.append(PlannedFile{entry, PlannedFile::Source::Fetch, {}, {}});
    }
    if (const auto ok = check.finish(); !ok)
        co_return std::unexpected(ok.error());
    if (plan.files.isEmpty() && !plan.listing.files.isEmpty()) {
        co_return fail(ErrorKind::NotFound, u"nothing_selected"_s,
                       Say::tr("None of the %n files of %1 at %2 match the selection. Choose other ones (--include; "
                               "--dry-run shows what there is).",
                               nullptr, static_cast<int>(plan.listing.files.size()))
                           .arg(repo.display(), QString::fromLatin1(commit.left(7))));
    }
    std::ranges::sort(plan.files, {}, [](const PlannedFile& file) { return file.entry.path; });

    auto commits = co_await m_hub.commits(repo, commit, stop);
    if (commits)
        plan.answers.append({u"commits.json"_s, qCompress(*commits, 1)});
    else if (commits.error().kind == ErrorKind::Interrupted)
        co_return std::unexpected(commits.error());
    else
        qCInfo(lcArchive) << "no history kept:" << commits.error().message;

    const auto added = addUp(plan, m_library, store ? &*store : nullptr, reservedBytes, space);
    if (!added)
        co_return std::unexpected(added.error());
    // Info and listing of a gated repo are public: one question now instead of a failure at the first file.
    if (plan.info.gating != Gating::No && plan.fetchFiles > 0) {
        const QString probed = plan.files.first().entry.path;
        const auto allowed = co_await m_hub.probeAccess(repo, commit, probed, stop);
        if (!allowed)
            co_return std::unexpected(allowed.error());
    }
    plan.warnings = warningsFor(plan);
    co_return plan;
}

} // namespace hugger
