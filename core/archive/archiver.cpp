// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "archive/archiver.h"

#include "archive/provedlist.h"
#include "base/files.h"
#include "base/foreignpath.h"
#include "base/format.h"
#include "base/log.h"
#include "base/say.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QSet>

#include <algorithm>
#include <fcntl.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr int workers = 48; ///< contents under way at once; the fetcher shares its connections out among them
constexpr qsizetype groupFiles = 1024; ///< small files are synced as a group
constexpr qint64 groupBytes = 256 * 1024 * 1024;
constexpr qint64 bigFile = 8 * 1024 * 1024; ///< enters by itself, at once

/// Copies an object of another store into a part file, proving it on the way.
Done copyProved(const QString& from, const QString& to, const PlannedFile& file, const std::stop_token& stop)
{
    auto in = openFile(from, O_RDONLY);
    if (!in)
        return std::unexpected(in.error());
    auto out = openFile(to, O_WRONLY | O_CREAT | O_TRUNC);
    if (!out)
        return std::unexpected(out.error());
    const qint64 size = file.entry.size;
    // The other record's word that this is the content of that git hash is proved, too.
    ContentDigest digest(file.entry.isLfs() ? std::nullopt : std::optional(size));
    QByteArray block(1024 * 1024, Qt::Uninitialized);
    qint64 at = 0;
    while (at <= size) {
        if (stop.stop_requested())
            return std::unexpected(interrupted());
        const auto got = readAt(in->get(), block.data(), block.size(), at, from);
        if (!got)
            return std::unexpected(got.error());
        if (*got == 0)
            break;
        const QByteArrayView bytes(block.constData(), *got);
        digest.add(bytes);
        if (const auto ok = writeAt(out->get(), bytes, at, to); !ok)
            return ok;
        at += *got;
    }
    const ContentHashes hashes = digest.finish();
    if (at != size || hashes.sha256 != file.sha256 || (!file.entry.isLfs() && hashes.gitSha1 != file.entry.oid))
        return fail(ErrorKind::Integrity, u"hash_mismatch"_s, Say::tr("The copy in another store is damaged."), from);
    return out->close(to);
}

QString joinedRevision(const Plan& plan)
{
    return plan.wish.revision.isEmpty() ? u"main"_s : plan.wish.revision;
}

} // namespace

/// One run of a plan.
struct Archiver::Run {
    const Plan& plan;
    Store store;
    std::shared_ptr<ArchiveProgress> progress;
    ProvedList provedList;
    std::vector<qsizetype> order; ///< indexes into plan.files, each content once: small ones first
    std::size_t next = 0;
    QHash<QByteArray, QByteArray> sha256ByKey; ///< what is proved and admitted
    struct Ready {
        QByteArray key;
        Arrival arrival;
        QByteArray gitSha1; ///< of regular files
        bool replace = false;
        std::shared_ptr<const void> lease; ///< nobody writes to the part until it has entered
    };
    QList<Ready> ready; ///< proved, not admitted
    qint64 readyBytes = 0;
    std::optional<Error> trouble; ///< stops the run
    QList<Error> badFiles; ///< hashes that stayed wrong: the rest goes on
};

Archiver::Archiver(Library& library, const HubClient& hub, Fetcher& fetcher, QThreadPool& pool)
    : m_library(library)
    , m_hub(hub)
    , m_fetcher(fetcher)
    , m_pool(pool)
{
}

Task<Expected<Archived>> Archiver::run(const Plan& plan, std::shared_ptr<ArchiveProgress> progress,
                                       std::stop_token stop)
{
    const auto store = m_library.store(plan.wish.store);
    if (!store)
        co_return std::unexpected(store.error());
    if (const auto ok = store->checkPlugged(); !ok)
        co_return std::unexpected(ok.error());
    if (const auto ok = makeFolders(store->incomingFolder()); !ok)
        co_return std::unexpected(ok.error());

    Run run{plan, *store, std::move(progress), ProvedList(*store, plan.info.commit), {}, 0, {}, {}, 0, {}, {}};
    QSet<QByteArray> seen;
    for (qsizetype i = 0; i < plan.files.size(); ++i) {
        const PlannedFile& file = plan.files[i];
        const QByteArray key = Want::keyFor(file.entry.sha256, file.entry.oid);
        if (file.source == PlannedFile::Source::Held) {
            run.sha256ByKey.insert(key, file.sha256);
            run.progress->meter->present += file.entry.size;
            ++run.progress->filesDone;
        } else if (!seen.contains(key)) {
            seen.insert(key);
            run.order.push_back(i);
        }
    }
    // Small ones first: configuration and cards are there early, and trouble with access shows at once.
    std::ranges::stable_sort(run.order, {}, [&plan](qsizetype i) { return plan.files[i].entry.size > bigFile; });

    auto fetched = co_await fetchAll(run, stop);
    auto admitted = co_await admitReady(run, true);
    if (fetched && !admitted)
        fetched = admitted;
    // Whatever way it ended: what was proved is held from now on, and said to be partial when it is.
    auto archived = co_await commit(run);
    if (!fetched)
        co_return std::unexpected(fetched.error());
    if (!run.badFiles.isEmpty()) {
        Error first = run.badFiles.first();
        if (run.badFiles.size() > 1)
            first.message += u' '
                + Say::tr("(%n more files like it; see the details.)", nullptr,
                          static_cast<int>(run.badFiles.size() - 1));
        co_return std::unexpected(first);
    }
    co_return archived;
}

Task<Done> Archiver::fetchAll(Run& run, std::stop_token stop)
{
    // One failure stops the others: they save their progress and end.
    std::stop_source ownStop;
    const std::stop_callback forward(stop, [&ownStop] { ownStop.request_stop(); });
    // A lambda coroutine without captures: everything it needs lives in its parameters.
    auto worker = [](Archiver* self, Run* r, std::stop_source* source) -> Task<void> {
        while (r->next < r->order.size() && !source->stop_requested()) {
            const qsizetype index = r->order[r->next++];
            const bool copies = r->plan.files[index].source == PlannedFile::Source::OtherStore;
            auto token = source->get_token();
            Done done;
            if (copies)
                done = co_await self->copyOne(*r, index, token);
            else
                done = co_await self->fetchOne(*r, index, token);
            if (done)
                done = co_await self->admitReady(*r, false);
            if (!done && !r->trouble) {
                r->trouble = done.error();
                source->request_stop();
            }
        }
    };
    std::vector<Task<void>> tasks;
    const auto count = std::min<std::size_t>(workers, run.order.size());
    for (std::size_t i = 0; i < count; ++i)
        tasks.push_back(worker(this, &run, &ownStop));
    for (auto& task : tasks)
        co_await task;
    if (stop.stop_requested())
        co_return std::unexpected(interrupted());
    if (run.trouble)
        co_return std::unexpected(*run.trouble);
    co_return Done();
}

Task<Done> Archiver::copyOne(Run& run, qsizetype index, std::stop_token stop)
{
    const PlannedFile& file = run.plan.files[index];
    const auto other = m_library.store(file.otherStore);
    if (!other)
        co_return co_await fetchOne(run, index, stop);
    const QByteArray key = Want::keyFor(file.entry.sha256, file.entry.oid);
    if (enteredMeanwhile(run, index))
        co_return Done();
    // A name of its own: the part of that key may be under way in another job.
    static qint64 copies = 0;
    const QString part =
        run.store.incomingFolder() + u'/' + QString::fromLatin1(key) + u'-' + QString::number(++copies) + u".copy"_s;
    auto work = [from = other->objectPath(file.sha256), part, file, stop] {
        return copyProved(from, part, file, stop);
    };
    const Done copied = co_await onPool(&m_pool, std::move(work));
    if (!copied) {
        (void)removeFile(part);
        if (copied.error().kind == ErrorKind::Integrity)
            (void)m_library.catalog().markDamaged(file.otherStore, file.sha256, true);
        else if (copied.error().code == "disk_full"_L1 || copied.error().kind == ErrorKind::Interrupted)
            co_return copied;
        co_return co_await fetchOne(run, index, stop);
    }
    run.progress->meter->present += file.entry.size;
    const bool replace = mustReplace(run, file.sha256, file.entry.size);
    run.ready.append(
        {key, {part, file.sha256, file.entry.size}, file.entry.isLfs() ? QByteArray() : file.entry.oid, replace, {}});
    run.readyBytes += file.entry.size;
    co_return Done();
}

/// Another job may have brought it since the plan was made.
bool Archiver::enteredMeanwhile(Run& run, qsizetype index)
{
    const FileEntry& entry = run.plan.files[index].entry;
    const QString& store = run.store.identity().id;
    if (!entry.isLfs() || !m_library.wasAdmitted(store, entry.sha256)
        || run.store.objectState(entry.sha256, entry.size) != ObjectState::Present
        || m_library.catalog().isDamaged(store, entry.sha256).value_or(true))
        return false;
    run.sha256ByKey.insert(Want::keyFor(entry.sha256, entry.oid), entry.sha256);
    run.progress->meter->present += entry.size;
    ++run.progress->filesDone;
    return true;
}

/// An object of that name that is here all the same is one that nobody proved lately, or that was found damaged: the
/// good bytes replace it.
bool Archiver::mustReplace(const Run& run, const QByteArray& sha256, qint64 size)
{
    const QString& store = run.store.identity().id;
    const ObjectState state = run.store.objectState(sha256, size);
    return state == ObjectState::WrongSize
        || (state == ObjectState::Present
            && (!m_library.wasAdmitted(store, sha256) || m_library.catalog().isDamaged(store, sha256).value_or(true)));
}

Task<Done> Archiver::fetchOne(Run& run, qsizetype index, std::stop_token stop)
{
    if (enteredMeanwhile(run, index))
        co_return Done();
    const FileEntry entry = run.plan.files[index].entry;
    Want want;
    want.key = Want::keyFor(entry.sha256, entry.oid);
    want.incoming = run.store.incomingFolder();
    want.size = entry.size;
    want.sha256 = entry.sha256;
    want.gitSha1 = entry.isLfs() ? QByteArray() : entry.oid;
    want.repo = run.plan.info.repo;
    want.path = entry.path;
    want.url = m_hub.resolveUrl(run.plan.info.repo, run.plan.info.commit, entry.path);
    want.meter = run.progress->meter;
    for (int attempt = 1;; ++attempt) {
        auto fetched = co_await m_fetcher.fetch(want, stop);
        if (fetched) {
            const bool replace = mustReplace(run, fetched->hashes.sha256, entry.size);
            run.ready.append({want.key,
                              {fetched->part, fetched->hashes.sha256, entry.size},
                              fetched->hashes.gitSha1,
                              replace,
                              fetched->lease});
            run.readyBytes += entry.size;
            co_return Done();
        }
        Error error = fetched.error();
        if (error.kind != ErrorKind::Integrity)
            co_return std::unexpected(error);
        run.progress->meter->present -= entry.size;
        if (error.code == "hash_mismatch_shared"_L1) {
            // The job that heard of it first puts the bytes aside.
            if (attempt < 2)
                continue;
            run.badFiles.append(error);
            co_return Done();
        }
        const QString part = want.incoming + u'/' + QString::fromLatin1(want.key) + u".part"_s;
        const auto aside = run.store.quarantine(part, want.key, error.message + u' ' + error.detail);
        if (!aside)
            co_return std::unexpected(aside.error());
        qCWarning(lcArchive) << entry.path << "came with the wrong hash; the bytes are in" << *aside;
        if (attempt < 2)
            continue;
        error.message = Say::tr("%1 came with the wrong hash twice. The bytes are kept aside in %2 and are not part of "
                                "the archive. Try again later, or tell the owner of the repo.")
                            .arg(entry.path, *aside);
        run.badFiles.append(error);
        co_return Done();
    }
}

Task<Done> Archiver::admitReady(Run& run, bool all)
{
    // Big ones enter at once; small ones wait for company, so that one sync serves many.
    const bool hasBig = std::ranges::any_of(run.ready, [](const Run::Ready& r) { return r.arrival.size >= bigFile; });
    if (run.ready.isEmpty() || (!all && !hasBig && run.ready.size() < groupFiles && run.readyBytes < groupBytes))
        co_return Done();
    const QList<Run::Ready> group = std::exchange(run.ready, {});
    run.readyBytes = 0;
    auto work = [store = run.store, provedList = run.provedList, group]() -> Done {
        QList<ProvedList::Line> lines;
        QList<Arrival> fresh;
        QList<Arrival> replacing;
        for (const Run::Ready& r : group) {
            if (!r.gitSha1.isEmpty())
                lines.append({r.gitSha1, r.arrival.sha256, r.arrival.size});
            const bool enteredAlready = !QFile::exists(r.arrival.part)
                && store.objectState(r.arrival.sha256, r.arrival.size) == ObjectState::Present;
            if (!enteredAlready)
                (r.replace ? replacing : fresh).append(r.arrival);
        }
        // First: a line without its object is harmless, an object without its line would be fetched again.
        if (const auto ok = provedList.append(lines); !ok)
            return ok;
        if (const auto ok = fresh.isEmpty() ? Done() : store.admit(fresh); !ok)
            return ok;
        return replacing.isEmpty() ? Done() : store.admit(replacing, true);
    };
    const Done admitted = co_await onPool(&m_library.admitting(), std::move(work));
    if (!admitted)
        co_return admitted;
    QList<QByteArray> entered;
    for (const Run::Ready& r : group) {
        run.sha256ByKey.insert(r.key, r.arrival.sha256);
        ++run.progress->filesDone;
        entered.append(r.arrival.sha256);
        m_library.noteAdmitted(run.store.identity().id, r.arrival.sha256);
    }
    // Also of those that were missing: whatever a verify found before, they are good now.
    co_return m_library.catalog().markDamaged(run.store.identity().id, entered, false);
}

Task<Expected<Archived>> Archiver::commit(Run& run)
{
    const Plan& plan = run.plan;
    const SnapshotKey key{plan.info.repo, plan.info.commit};
    const Records records(run.store);
    const auto before = records.read(key);
    // One that cannot be read is put aside by the writing, and made anew from what the Hub and the objects say.
    if (!before && before.error().kind != ErrorKind::NotHeld && before.error().code != "record_damaged"_L1)
        co_return std::unexpected(before.error());

    Record record = before.value_or(Record());
    const QString now = isoNow();
    record.repo = key.repo;
    record.commit = key.commit;
    // What follows main goes on doing so, whatever name the same commit is archived under as well.
    if (!before || record.revision != "main"_L1)
        record.revision = joinedRevision(plan);
    record.hubId = plan.info.hubId;
    record.endpoint = m_hub.http().endpoint().toString();
    record.capturedAt = before ? record.capturedAt : now;
    record.updatedAt = now;
    record.license = plan.info.license;
    record.gating = plan.info.gating;
    record.isPrivate = plan.info.isPrivate;
    record.tags = plan.info.tags;
    record.lastModified = plan.info.lastModified;
    record.listedFiles = plan.listing.files.size();
    record.listedBytes = 0;
    for (const FileEntry& entry : plan.listing.files)
        record.listedBytes += entry.size;
    record.huggerVersion = QStringLiteral(HUGGER_VERSION);
    if (!record.selections.contains(plan.wish.selection))
        record.selections.append(plan.wish.selection);

    // A file counts as verified since its own proof: those fetched now since now, those that were held since the last
    // time they were hashed.
    QString verifiedAt = before ? record.verifiedAt : now;
    QHash<QString, HeldFile> files;
    for (const HeldFile& file : record.files)
        files.insert(file.path, file);
    bool whole = true;
    for (const PlannedFile& file : plan.files) {
        const QByteArray sha256 = run.sha256ByKey.value(Want::keyFor(file.entry.sha256, file.entry.oid));
        if (sha256.isEmpty()) {
            whole = false;
            continue;
        }
        if (file.source == PlannedFile::Source::Held && !files.contains(file.entry.path) && !verifiedAt.isEmpty()) {
            const auto proved = m_library.catalog().provedAt(run.store.identity().id, sha256);
            if (!proved)
                co_return std::unexpected(proved.error());
            const auto uses = m_library.catalog().usesOf(run.store.identity().id, sha256);
            if (!uses)
                co_return std::unexpected(uses.error());
            // Where no snapshot has it yet it entered in an interrupted run, hashed when it was written. Where one has
            // it without a date, neither has this one.
            const bool isOwn = proved->isEmpty() && *uses == 0;
            const QString since = isOwn ? isoTime(QFileInfo(run.store.objectPath(sha256)).lastModified()) : *proved;
            verifiedAt = std::min(verifiedAt, since);
        }
        files.insert(
            file.entry.path,
            {file.entry.path, file.entry.size, sha256, file.entry.oid, file.entry.isLfs(), file.entry.xetHash});
    }
    if (files.isEmpty() && !plan.files.isEmpty())
        co_return fail(ErrorKind::Failed, u"nothing_fetched"_s, Say::tr("Nothing was fetched."));
    record.files = files.values();
    std::ranges::sort(record.files, {}, &HeldFile::path);
    record.verifiedAt = verifiedAt;
    // A branch must not lead to a snapshot that lacks what was asked for while an older, whole one is here.
    if (whole) {
        for (const QString& ref : plan.refs) {
            if (!record.refs.contains(ref))
                record.refs.append(ref);
        }
    }

    Archived archived{key, run.store.identity().id, run.progress->meter->fetched, {}};
    QList<FileEntry> listing;
    for (const FileEntry& entry : plan.listing.files) {
        if (checkForeignPath(entry.path))
            listing.append(entry);
    }
    if (const auto ok = m_library.commit(run.store, record, listing, plan.answers, &archived.viewTrouble); !ok)
        co_return std::unexpected(ok.error());
    if (whole)
        run.provedList.remove();
    co_return archived;
}

} // namespace hugger
