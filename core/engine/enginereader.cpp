// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/enginereader.h"

#include "base/say.h"
#include "bundle/holdings.h"
#include "bundle/statement.h"
#include "engine/cards.h"
#include "hub/repolink.h"

#include <QtCore/QFileInfo>
#include <QtCore/QStorageInfo>

#include <algorithm>
#include <mutex>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hugger {

namespace {

constexpr qsizetype firstPiece = 500; ///< soon something to see
constexpr qsizetype pieceRows = 5000;
constexpr auto pollTime = 10s;
constexpr auto volumeTime = 3s;
constexpr auto volumePoll = 20ms;
constexpr int volumeThreads = 8;
constexpr qint64 spaceStep = 64 * 1024 * 1024; ///< smaller changes of free space are no news

struct HeldRecord {
    SnapshotRow row;
    Record record;
};

Expected<HeldRecord> heldAt(Library& library, qint64 id)
{
    return library.catalog().snapshot(id).and_then([&library](const SnapshotRow& row) {
        return library.record(row).transform([&row](Record record) { return HeldRecord{row, std::move(record)}; });
    });
}

StoreStatus lookAt(const KnownStore& known)
{
    StoreStatus status;
    status.identity = known.identity;
    status.folder = known.folder;
    status.isDefault = known.isDefault;
    const auto store = Store::open(known.folder);
    if (!store || store->identity().id != known.identity.id) {
        status.trouble = store ? QString() : store.error().message;
        return status;
    }
    status.isPlugged = true;
    status.freeBytes = store->freeBytes().value_or(-1);
    status.totalBytes = QStorageInfo(known.folder).bytesTotal();
    return status;
}

/// Filled by a pool thread, which may hang as long as the drive does.
struct Look {
    std::mutex mutex;
    std::optional<StoreStatus> status;
};

/// Never waited for, not even at the end: a network drive that is gone holds its thread for minutes.
QThreadPool& volumePool()
{
    static auto* const pool = [] {
        auto* made = new QThreadPool;
        made->setMaxThreadCount(volumeThreads);
        return made;
    }();
    return *pool;
}

StoreStatus silent(const KnownStore& known)
{
    StoreStatus status;
    status.identity = known.identity;
    status.folder = known.folder;
    status.isDefault = known.isDefault;
    status.trouble = Say::tr("The drive does not answer.");
    return status;
}

bool isNews(const QList<StoreStatus>& before, const QList<StoreStatus>& now)
{
    return !std::ranges::equal(before, now, [](const StoreStatus& a, const StoreStatus& b) {
        return a.identity == b.identity && a.folder == b.folder && a.isDefault == b.isDefault
            && a.isPlugged == b.isPlugged && std::abs(a.freeBytes - b.freeBytes) < spaceStep
            && a.heldBytes == b.heldBytes && a.snapshots == b.snapshots;
    });
}

} // namespace

Expected<Library*> EngineReader::library()
{
    if (!m_library)
        return fail(ErrorKind::Interrupted, u"closed"_s, Say::tr("The library is not open."));
    return m_library.get();
}

Done EngineReader::open(const QString& profileFolder)
{
    close();
    auto opened = Library::open(profileFolder, Library::Access::ReadOnly);
    if (!opened)
        return std::unexpected(opened.error());
    m_library = *std::move(opened);
    m_poll = new QTimer(this);
    connect(m_poll, &QTimer::timeout, this, [this] { poll(); });
    m_poll->start(pollTime);
    return {};
}

void EngineReader::close()
{
    delete std::exchange(m_poll, nullptr);
    m_library.reset();
    if (m_looking == 0)
        Q_EMIT closed();
}

void EngineReader::sendRows()
{
    if (!m_library) {
        Q_EMIT rows({}, false, true);
        return;
    }
    bool first = true;
    QList<HeldRow> piece;
    piece.reserve(pieceRows);
    const auto flush = [&](bool last) {
        Q_EMIT rows(piece, std::exchange(first, false), last);
        piece = {};
        piece.reserve(pieceRows);
    };
    const auto listed = m_library->catalog().eachHeld(firstPiece, [&](QList<HeldRow> some) {
        piece.append(std::move(some));
        if (first || piece.size() >= pieceRows)
            flush(false);
        return true;
    });
    flush(true);
    // What is missing in the list is held all the same: that has to be said.
    if (!listed)
        Q_EMIT trouble(listed.error());
}

Expected<QList<qint64>> EngineReader::match(const QString& words)
{
    return library().and_then([&](Library* held) { return held->catalog().matching(words); });
}

Expected<SnapshotDetails> EngineReader::details(qint64 row)
{
    const auto held = library();
    if (!held)
        return std::unexpected(held.error());
    const auto snapshot = (*held)->catalog().snapshot(row);
    if (!snapshot)
        return std::unexpected(snapshot.error());
    const auto rows = (*held)->catalog().held({row});
    if (!rows)
        return std::unexpected(rows.error());
    SnapshotDetails details;
    details.row = rows->value(0);
    details.storeLabel = (*held)->storeLabel(snapshot->storeId);
    const auto store = (*held)->store(snapshot->storeId);
    if (!store) {
        // The catalog knows enough to say what it is.
        details.record.repo = snapshot->key.repo;
        details.record.commit = snapshot->key.commit;
        details.record.revision = snapshot->revision;
        details.record.refs = snapshot->refs;
        details.record.capturedAt = snapshot->capturedAt;
        details.record.verifiedAt = snapshot->verifiedAt;
        details.record.license.ids = snapshot->licenses;
        details.record.tags = snapshot->tags;
        details.record.listedFiles = snapshot->files;
        return details;
    }
    details.isPlugged = true;
    const Records records(*store);
    auto record = records.read(snapshot->key);
    if (!record)
        return std::unexpected(record.error());
    details.record = *std::move(record);
    if (!details.record.isComplete()) {
        QSet<QString> have;
        for (const HeldFile& file : details.record.files)
            have.insert(file.path);
        details.lacking = records.listing(snapshot->key).value_or(QList<FileEntry>());
        details.lacking.removeIf([&have](const FileEntry& entry) { return have.contains(entry.path); });
    }
    const QString folder = HubView(*store).snapshotFolder(snapshot->key);
    details.folder = QFileInfo(folder).isDir() ? folder : QString();
    details.recordFolder = records.folderOf(snapshot->key);
    details.hubCache = store->viewFolder();
    details.sharedBytes = (*held)->catalog().sharedBytes(row).value_or(0);
    return details;
}

Expected<Card> EngineReader::card(qint64 row)
{
    const auto held = library();
    if (!held)
        return std::unexpected(held.error());
    const auto snapshot = (*held)->catalog().snapshot(row);
    if (!snapshot)
        return std::unexpected(snapshot.error());
    const auto store = (*held)->store(snapshot->storeId);
    if (!store)
        return std::unexpected(store.error());
    const auto record = Records(*store).read(snapshot->key);
    if (!record)
        return std::unexpected(record.error());
    return readCard(*store, *record);
}

Expected<QHash<qint64, qint64>> EngineReader::listedFiles(const QList<qint64>& rows)
{
    const auto held = library();
    if (!held)
        return std::unexpected(held.error());
    QHash<qint64, qint64> counts;
    for (const qint64 id : rows) {
        if (const auto one = heldAt(**held, id))
            counts.insert(id, one->record.listedFiles);
    }
    return counts;
}

Expected<QList<RevisionStep>> EngineReader::history(const RepoId& repo)
{
    const auto held = library();
    if (!held)
        return std::unexpected(held.error());
    const auto rows = (*held)->catalog().heldOf(repo, {});
    if (!rows)
        return std::unexpected(rows.error());
    QList<RevisionStep> steps;
    QSet<QByteArray> seen;
    std::optional<Record> newer;
    for (const HeldRow& row : *rows) {
        if (seen.contains(row.commit))
            continue; // the same in another store
        seen.insert(row.commit);
        RevisionStep step;
        step.row = row;
        if (auto one = heldAt(**held, row.id)) {
            Record& record = one->record;
            step.refs = record.refs;
            step.lastModified = record.lastModified;
            step.license = record.license.ids.join(u", "_s);
            if (newer) {
                steps.last().changes = changesBetween(record, *newer);
                if (steps.last().license != step.license)
                    steps.last().licenseBefore = step.license;
            }
            newer = std::move(record);
        } else {
            newer.reset(); // unplugged: nothing is said about what changed
            step.license = row.license;
        }
        steps.append(step);
    }
    if (!steps.isEmpty())
        steps.last().isOldest = true;
    return steps;
}

Expected<QList<Event>> EngineReader::events(const EventQuery& query)
{
    return library().and_then([&](Library* held) { return held->state().events(query); });
}

Expected<QJsonObject> EngineReader::eventFacts(qint64 id)
{
    return library().and_then([&](Library* held) { return held->state().eventFacts(id); });
}

Expected<Totals> EngineReader::totals()
{
    const auto held = library();
    if (!held)
        return std::unexpected(held.error());
    const auto sums = (*held)->catalog().totals();
    if (!sums)
        return std::unexpected(sums.error());
    return Totals{(*sums)[0], (*sums)[1], (*sums)[2], (*sums)[3]};
}

Expected<ExportLook> EngineReader::weighExport(const QList<qint64>& rows, ExportWish wish)
{
    const auto held = library();
    if (!held)
        return std::unexpected(held.error());
    const auto snapshots = heldSnapshots(**held, rows);
    if (!snapshots)
        return std::unexpected(snapshots.error());
    wish.snapshots = *snapshots;
    return hugger::weighExport(**held, wish);
}

Expected<QByteArray> EngineReader::statement(qint64 row)
{
    const auto held = library();
    if (!held)
        return std::unexpected(held.error());
    const auto one = heldAt(**held, row);
    if (!one)
        return std::unexpected(one.error());
    return statementOf(one->record, (*held)->storeLabel(one->row.storeId));
}

Expected<qint64> EngineReader::saveHoldings(const QString& file)
{
    const auto held = library();
    if (!held)
        return std::unexpected(held.error());
    return writeHoldings(**held, {}, file);
}

Expected<Removal> EngineReader::weigh(const QList<qint64>& rows)
{
    const auto held = library();
    if (!held)
        return std::unexpected(held.error());
    struct Content {
        qint64 size = 0;
        qint64 snapshots = 0; ///< of those to be removed
    };
    QHash<std::pair<QString, QByteArray>, Content> contents;
    for (const qint64 id : rows) {
        const auto one = heldAt(**held, id);
        if (!one)
            return std::unexpected(one.error());
        QSet<QByteArray> seen;
        for (const HeldFile& file : one->record.files) {
            if (seen.contains(file.sha256))
                continue;
            seen.insert(file.sha256);
            Content& content = contents[{one->row.storeId, file.sha256}];
            content.size = file.size;
            ++content.snapshots;
        }
    }
    Removal sum;
    for (const auto& [key, content] : contents.asKeyValueRange()) {
        const auto uses = (*held)->catalog().usesOf(key.first, key.second);
        if (!uses)
            return std::unexpected(uses.error());
        (*uses > content.snapshots ? sum.sharedBytes : sum.freedBytes) += content.size;
    }
    return sum;
}

Task<Expected<QList<StoreStatus>>> EngineReader::stores()
{
    const auto held = library();
    if (!held)
        co_return std::unexpected(held.error());
    const auto known = (*held)->profile().stores();
    if (!known)
        co_return std::unexpected(known.error());
    ++m_looking;
    std::vector<std::shared_ptr<Look>> looks;
    for (const KnownStore& one : *known) {
        looks.push_back(std::make_shared<Look>());
        volumePool().start([look = looks.back(), one] {
            auto status = lookAt(one);
            const std::scoped_lock lock(look->mutex);
            look->status = std::move(status);
        });
    }
    const QDeadlineTimer deadline(volumeTime);
    const auto isAnswered = [](const std::shared_ptr<Look>& look) {
        const std::scoped_lock lock(look->mutex);
        return look->status.has_value();
    };
    while (!std::ranges::all_of(looks, isAnswered) && !deadline.hasExpired() && m_library)
        (void)co_await pauseFor(volumePoll, {});
    QList<StoreStatus> looked;
    for (qsizetype i = 0; i < known->size(); ++i) {
        const auto& look = looks[static_cast<std::size_t>(i)];
        const std::scoped_lock lock(look->mutex);
        looked.append(look->status.value_or(silent(known->at(i))));
    }
    for (StoreStatus& status : looked) {
        if (!m_library)
            break;
        if (!m_storeTotals.contains(status.identity.id)) {
            const auto sums = m_library->catalog().storeTotals(status.identity.id);
            m_storeTotals.insert(status.identity.id, sums.value_or(std::pair<qint64, qint64>()));
        }
        const auto [heldBytes, snapshots] = m_storeTotals.value(status.identity.id);
        status.heldBytes = heldBytes;
        status.snapshots = snapshots;
    }
    if (--m_looking == 0 && !m_library)
        Q_EMIT closed();
    co_return looked;
}

Task<void> EngineReader::poll()
{
    if (m_polling)
        co_return;
    m_polling = true;
    const auto looked = co_await stores();
    m_polling = false;
    if (looked && isNews(m_lastStores, *looked)) {
        m_lastStores = *looked;
        Q_EMIT storesChanged(*looked);
    }
}

} // namespace hugger
