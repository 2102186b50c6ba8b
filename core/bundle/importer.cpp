// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle/importer.h"

#include "base/files.h"
#include "base/foreignpath.h"
#include "base/format.h"
#include "base/say.h"
#include "bundle/intake.h"
#include "hub/hubparse.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

/// A look ends where the payload begins to cost time: what is not known by then is not said.
constexpr qint64 lookBytes = 256 * 1024 * 1024;
constexpr qint64 lookEntries = 50'000;
constexpr qsizetype groupFiles = 1024; ///< small files are synced as a group
constexpr qint64 groupBytes = 256 * 1024 * 1024;

Expected<QByteArray> readEntry(BundleReader& reader, const BundleEntry& entry)
{
    if (entry.size > maxListBytes)
        return refuseBundle(entry.path, Say::tr("it is too large"));
    QByteArray bytes;
    for (;;) {
        const auto block = reader.read();
        if (!block)
            return std::unexpected(block.error());
        if (block->isEmpty())
            return bytes;
        bytes += *block;
    }
}

Expected<BundleLook> lookOfIndex(BundleReader& reader, const BundleEntry& entry, const ImportWish& wish)
{
    if (wish.as)
        return fail(ErrorKind::Usage, u"bad_as"_s, Say::tr("The bundle says itself what is in it. Leave --as out."));
    const auto index = readEntry(reader, entry).and_then(&BundleIndex::fromBytes);
    if (!index)
        return std::unexpected(index.error());
    BundleLook look;
    look.snapshots = index->snapshots;
    look.payloadFiles = index->payloadFiles;
    look.payloadBytes = index->payloadBytes;
    for (const NeededContent& content : index->needs)
        look.neededBytes += content.size;
    look.madeBy = index->madeBy;
    look.madeAt = index->madeAt;
    return look;
}

/// What a snapshot that is partly or wholly held already becomes. The same commit has the same bytes under the same
/// name, or one of the two lies.
Expected<Record> joined(const Record& before, const Record& incoming, const QString& now)
{
    for (const HeldFile& file : incoming.files) {
        const auto held = std::ranges::lower_bound(before.files, file.path, {}, &HeldFile::path);
        if (held != before.files.end() && held->path == file.path && held->sha256 != file.sha256) {
            return refuseBundle(file.path,
                                Say::tr("the archive holds other bytes under that name of %1 at the same commit")
                                    .arg(incoming.repo.display()));
        }
    }
    Record record =
        incoming.updatedAt >= before.updatedAt ? mergedRecord(before, incoming) : mergedRecord(incoming, before);
    // All that came was proved now; of what was there before the oldest proof counts.
    record.verifiedAt = record.files.size() == incoming.files.size() ? now : before.verifiedAt;
    return record;
}

/// A name leads to the snapshot that was captured last, in whatever order they come.
Done leaveNewerNames(Library& library, const Store& store, Record& record)
{
    SnapshotFilter sameRepo;
    sameRepo.repo = record.repo;
    sameRepo.storeId = store.identity().id;
    const auto rows = library.catalog().list(sameRepo);
    if (!rows)
        return std::unexpected(rows.error());
    for (const SnapshotRow& row : *rows) {
        if (row.key.commit != record.commit && row.capturedAt > record.capturedAt)
            record.refs.removeIf([&row](const QString& ref) { return row.refs.contains(ref); });
    }
    return {};
}

struct Answers {
    QList<HubAnswer> answers;
    QList<FileEntry> listing; ///< for the view of a snapshot that is not complete
};

Expected<Answers> readAnswers(const Staging& staging, const IncomingSnapshot& snapshot)
{
    Answers found;
    for (const StagedFile& file : snapshot.answers) {
        const QString name = QString::fromUtf8(file.path.sliced(file.path.lastIndexOf('/') + 1));
        const auto body = staging.text(file, maxTagBytes);
        if (!body)
            return std::unexpected(body.error());
        found.answers.append({name, qCompress(*body)});
        if (snapshot.record.isComplete() || !name.startsWith(u"tree-"_s))
            continue;
        const auto page = parseTreePage(*body, name);
        if (!page)
            return std::unexpected(page.error());
        for (const FileEntry& entry : page->files) {
            if (checkForeignPath(entry.path))
                found.listing.append(entry);
        }
    }
    return found;
}

/// Runs where parts become objects, a group at a time.
Done admitGroup(const IncomingBundle& bundle, const QList<Arrival>& group)
{
    QList<Arrival> fresh;
    QList<Arrival> replacing;
    for (const Arrival& arrival : group)
        (bundle.damaged.contains(arrival.sha256) ? replacing : fresh).append(arrival);
    const Store& store = bundle.staging->store();
    if (const auto ok = fresh.isEmpty() ? Done() : store.admit(fresh); !ok)
        return ok;
    crashPoint("import-admitted");
    return replacing.isEmpty() ? Done() : store.admit(replacing, true);
}

/// Free functions, so that everything they need lives in their parameters.
Task<Done> admitAll(Library* library, std::shared_ptr<IncomingBundle> bundle)
{
    const QString storeId = bundle->staging->store().identity().id;
    auto next = bundle->contents.cbegin();
    while (next != bundle->contents.cend()) {
        QList<Arrival> group;
        qint64 bytes = 0;
        for (; next != bundle->contents.cend() && group.size() < groupFiles && bytes < groupBytes; ++next) {
            const auto& [sha256, content] = *next;
            if (content.number < 0)
                continue;
            group.append({bundle->staging->pathOf(content.number), sha256.hex(), content.size});
            bytes += content.size;
        }
        const Done admitted =
            co_await onPool(&library->admitting(), [bundle, group] { return admitGroup(*bundle, group); });
        if (!admitted)
            co_return admitted;
        QList<QByteArray> entered;
        for (const Arrival& arrival : std::as_const(group)) {
            library->noteAdmitted(storeId, arrival.sha256);
            entered.append(arrival.sha256);
        }
        if (const auto ok = library->catalog().markDamaged(storeId, entered, false); !ok)
            co_return ok;
    }
    co_return Done();
}

Task<Expected<Imported>> commitAll(Library* library, std::shared_ptr<IncomingBundle> bundle, QString name,
                                   QThreadPool* pool)
{
    const Store store = bundle->staging->store();
    const QString now = isoNow();
    // All of them before the first: what does not fit keeps everything out.
    Imported imported;
    QList<Record> records;
    QList<bool> bringsAnswers;
    for (const IncomingSnapshot& snapshot : bundle->snapshots) {
        const Records held(store);
        const auto before = held.read(SnapshotKey::of(snapshot.record));
        if (!before && before.error().kind != ErrorKind::NotHeld && before.error().code != "record_damaged"_L1)
            co_return std::unexpected(before.error());
        auto record = before ? joined(*before, snapshot.record, now) : Expected<Record>(snapshot.record);
        if (!record)
            co_return std::unexpected(record.error());
        if (!before)
            record->verifiedAt = now;
        if (const auto ok = leaveNewerNames(*library, store, *record); !ok)
            co_return std::unexpected(ok.error());
        imported.merged += before ? 1 : 0;
        imported.files += snapshot.record.files.size();
        imported.bytes += snapshot.record.bytes();
        imported.snapshots.append({SnapshotKey::of(snapshot.record), store.identity().id});
        bringsAnswers.append(!before || snapshot.record.updatedAt >= before->updatedAt);
        records.append(*std::move(record));
    }
    for (const auto& [sha256, content] : bundle->contents)
        imported.newBytes += content.number < 0 ? 0 : content.size;
    if (const auto ok = co_await admitAll(library, bundle); !ok)
        co_return std::unexpected(ok.error());
    for (qsizetype i = 0; i < records.size(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        auto work = [bundle, at] { return readAnswers(*bundle->staging, bundle->snapshots[at]); };
        const auto answers = co_await onPool(pool, std::move(work));
        if (!answers)
            co_return std::unexpected(answers.error());
        QList<FileEntry> listing = answers->listing;
        if (!bringsAnswers[i])
            listing = Records(store).listing(SnapshotKey::of(records[i])).value_or(listing);
        if (const auto ok =
                library->commit(store, records[i], listing, bringsAnswers[i] ? answers->answers : QList<HubAnswer>(),
                                &imported.viewTrouble, name);
            !ok)
            co_return std::unexpected(ok.error());
        crashPoint("import-committed");
    }
    co_return imported;
}

} // namespace

QJsonObject Imported::toJson() const
{
    QJsonArray all;
    for (const HeldSnapshot& one : snapshots) {
        all.append(QJsonObject{{u"kind"_s, kindName(one.key.repo.kind)},
                               {u"repo"_s, one.key.repo.id},
                               {u"commit"_s, QString::fromLatin1(one.key.commit)},
                               {u"store"_s, one.storeId}});
    }
    return {{u"snapshots"_s, all},      {u"files"_s, files},   {u"bytes"_s, bytes},
            {u"new_bytes"_s, newBytes}, {u"merged"_s, merged}, {u"view_trouble"_s, viewTrouble}};
}

Expected<BundleLook> lookIntoBundle(const ImportWish& wish)
{
    const auto source = findBundle(wish.source);
    if (!source)
        return std::unexpected(source.error());
    auto reader = BundleReader::open(*source);
    if (!reader)
        return std::unexpected(reader.error());
    std::optional<QString> bag;
    qint64 entries = 0;
    qint64 bytes = 0;
    // Files and bytes of all, and of those in data/.
    std::array<std::pair<qint64, qint64>, 2> sums{};
    bool isWhole = false;
    while (entries < lookEntries && bytes < lookBytes) {
        const auto entry = (*reader)->next();
        if (!entry)
            return std::unexpected(entry.error());
        isWhole = !*entry;
        if (isWhole)
            break;
        const BundleEntry& file = **entry;
        if (bagFolderOf(file.path, "hugger-bundle.json"_L1, source->format)) {
            auto look = lookOfIndex(**reader, file, wish);
            if (look)
                look->format = source->format;
            return look;
        }
        ++entries;
        // In a folder no byte is read for a look.
        bytes += source->format == BundleFormat::Folder ? 0 : file.size;
        if (file.isFolder)
            continue;
        if (!bag)
            bag = bagFolderOf(file.path, "bagit.txt"_L1, source->format);
        const bool isPayload = file.path.startsWith(u"data/"_s) || file.path.contains(u"/data/"_s);
        for (std::size_t i = 0; i < (isPayload ? 2 : 1); ++i) {
            ++sums[i].first;
            sums[i].second += file.size;
        }
    }
    if (isWhole && sums[0].first == 0) {
        return fail(ErrorKind::Usage, u"not_a_bundle"_s,
                    Say::tr("%1 has no files in it. Name a bundle, or a folder of files.").arg(wish.source));
    }
    BundleLook look;
    look.format = source->format;
    look.kind = bag ? BundleLook::Kind::Bag : BundleLook::Kind::Plain;
    BundledSnapshot snapshot;
    snapshot.key.repo = wish.as.value_or(localRepo(wish.source));
    snapshot.revision = u"imported"_s;
    snapshot.isComplete = true;
    if (isWhole)
        std::tie(look.payloadFiles, look.payloadBytes) = sums[bag ? 1 : 0];
    snapshot.files = std::max<qint64>(0, look.payloadFiles);
    snapshot.bytes = std::max<qint64>(0, look.payloadBytes);
    look.snapshots = {snapshot};
    return look;
}

Task<Expected<Imported>> importBundle(Library& library, ImportWish wish, QThreadPool& pool,
                                      std::shared_ptr<WorkProgress> progress, std::stop_token stop)
{
    const auto store = library.store(wish.storeId);
    if (!store)
        co_return std::unexpected(store.error());
    auto work = [store = *store, wish, progress, stop] { return takeIn(store, wish, *progress, stop); };
    auto bundle = co_await onPool(&pool, std::move(work));
    if (!bundle)
        co_return std::unexpected(bundle.error());
    Expected<Imported> imported;
    // From here on it is quicker to end than to give up.
    if (stop.stop_requested())
        imported = std::unexpected(interrupted());
    else if (const auto known = library.catalog().markDamaged(store->identity().id, (*bundle)->damaged, true); !known)
        imported = std::unexpected(known.error());
    else
        imported = co_await commitAll(&library, *bundle, QFileInfo(QDir::cleanPath(wish.source)).fileName(), &pool);
    crashPoint("import-cleaning");
    co_await onPool(&pool, [bundle = *bundle] { return bundle->staging->clear(), true; });
    co_return imported;
}

} // namespace hugger
