// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle/staging.h"

#include "base/files.h"
#include "base/format.h"
#include "base/hash.h"
#include "base/log.h"
#include "base/say.h"
#include "base/writeback.h"

#include <QtCore/QFile>
#include <QtCore/QUuid>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qint64 blockBytes = 1024 * 1024;
/// Text shrinks to a fifth, a table of numbers perhaps to a fiftieth. What shrank more than this was made to.
constexpr qint64 mostRatio = 200;
constexpr qint64 harmlessBytes = 256 * 1024 * 1024;
/// Every so many bytes it is looked at whether there is still room.
constexpr qint64 roomEvery = 64 * 1024 * 1024;

const RawSha256& emptySha256()
{
    static const RawSha256 hash = RawSha256::of(sha256Hex({}));
    return hash;
}

} // namespace

template<std::size_t size> RawHash<size> RawHash<size>::of(const QByteArray& hex)
{
    RawHash hash;
    const QByteArray raw = QByteArray::fromHex(hex);
    std::copy_n(raw.begin(), std::min<qsizetype>(raw.size(), size), hash.bytes.begin());
    return hash;
}
template struct RawHash<32>;
template struct RawHash<20>;

Expected<bool> HeldContents::has(const RawSha256& sha256, qint64 size)
{
    if (const auto known = m_known.find(sha256); known != m_known.end())
        return known->second.first;
    const QByteArray name = sha256.hex();
    const ObjectState state = m_store.objectState(name, size);
    auto& [isGood, gitSha1] = m_known[sha256];
    if (state == ObjectState::Missing)
        return false;
    const QString path = m_store.objectPath(name);
    const auto fd = openFile(path, O_RDONLY | O_NOFOLLOW);
    ContentDigest digest(size);
    QByteArray block(blockBytes, Qt::Uninitialized);
    qint64 at = 0;
    bool isRead = fd.has_value() && state == ObjectState::Present;
    while (isRead && at < size) {
        if (m_stop.stop_requested())
            return std::unexpected(interrupted());
        const auto got = readAt(fd->get(), block.data(), std::min(blockBytes, size - at), at, path);
        isRead = got && *got > 0;
        if (isRead) {
            digest.add(QByteArrayView(block.constData(), *got));
            at += *got;
        }
    }
    const ContentHashes hashes = digest.finish();
    isGood = isRead && hashes.sha256 == name;
    gitSha1 = RawSha1::of(hashes.gitSha1);
    if (!isGood)
        m_damaged.append(name);
    return isGood;
}

Expected<std::unique_ptr<Staging>> Staging::begin(const Store& store)
{
    if (const auto ok = store.checkPlugged(); !ok)
        return std::unexpected(ok.error());
    const QString quarantine = store.folder() + u"/quarantine"_s;
    if (const auto ok = makeFolders(quarantine); !ok)
        return std::unexpected(ok.error());
    const QString folder = quarantine + u"/import-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (::mkdir(QFile::encodeName(folder).constData(), 0700) != 0)
        return std::unexpected(diskError(errno, u"mkdir"_s, folder));
    return std::unique_ptr<Staging>(new Staging(store, folder));
}

Staging::~Staging()
{
    clear();
}

void Staging::clear()
{
    if (m_folder.isEmpty())
        return;
    if (const auto ok = removeTree(m_folder); !ok)
        qCWarning(lcArchive) << "what an import left is removed at the next start:" << ok.error().detail;
    m_folder.clear();
}

Expected<QByteArray> Staging::text(const StagedFile& file, qint64 maxBytes) const
{
    if (file.size > maxBytes) {
        return refuseBundle(
            QString::fromUtf8(file.path),
            Say::tr("it may be %1 large, and is %2").arg(formatBytes(maxBytes), formatBytes(file.size)));
    }
    return readAll(file.number < 0 ? m_store.objectPath(file.sha256.hex()) : pathOf(file.number), maxBytes);
}

Stager::Stager(Staging& staging, HeldContents& held, BundleReader& reader, WorkProgress& progress, std::stop_token stop)
    : m_staging(staging)
    , m_held(held)
    , m_reader(reader)
    , m_progress(progress)
    , m_stop(std::move(stop))
{
}

std::vector<StagedFile> Stager::takeFiles()
{
    std::ranges::sort(m_files, {}, &StagedFile::path);
    return std::move(m_files);
}

Done Stager::run(const Ask& ask)
{
    for (;;) {
        if (m_stop.stop_requested())
            return std::unexpected(interrupted());
        const auto entry = m_reader.next();
        if (!entry)
            return std::unexpected(entry.error());
        if (!*entry)
            return {};
        if ((*entry)->isFolder)
            continue;
        const auto announced = ask(**entry);
        if (!announced)
            return std::unexpected(announced.error());
        if (!*announced && ++m_unannouncedFiles > maxUnannouncedFiles)
            return refuseCount((*entry)->path, maxUnannouncedFiles);
        if (const auto ok = stage(**entry, *announced); !ok)
            return ok;
        ++m_progress.filesDone;
        crashPoint("import-staged");
    }
}

/// A bomb is small where it lies and huge where it is unpacked.
Done Stager::checkSize(qint64 more, const QString& name) const
{
    const qint64 taken = m_reader.takenBytes();
    const qint64 total = m_unannounced + more;
    if (taken < 0 || total < harmlessBytes || total / mostRatio < taken)
        return {};
    return refuseBundle(name,
                        Say::tr("it would take over %1 times what the bundle takes itself, and nothing in the bundle "
                                "says so; unpack it yourself and import the folder")
                            .arg(mostRatio));
}

Done Stager::checkRoom(qint64 more) const
{
    const auto free = m_staging.store().freeBytes();
    if (!free)
        return std::unexpected(free.error());
    if (more <= *free)
        return {};
    return fail(ErrorKind::Disk, u"disk_full"_s,
                Say::tr("The bundle does not fit: a file of %1 comes next, and %2 are free on the disk of the store. "
                        "Free some space, or choose another store (--store).")
                    .arg(formatBytes(more), formatBytes(*free)),
                {}, Retry::NeedsUser);
}

Done Stager::stage(const BundleEntry& entry, const std::optional<Announced>& announced)
{
    StagedFile file{entry.path.toUtf8(), entry.size, emptySha256(), {}, -1};
    const auto known = m_numbers.find(emptySha256());
    const bool isKnownEmpty = entry.size == 0 && known != m_numbers.end();
    bool isHeld = false;
    if (announced) {
        const auto has = m_held.has(announced->sha256, announced->size);
        if (!has)
            return std::unexpected(has.error());
        isHeld = *has;
    } else if (const auto ok = checkSize(0, entry.path); !ok) {
        return ok;
    }
    const bool isWritten = !isHeld && !isKnownEmpty;
    if (isWritten && entry.size >= roomEvery) {
        if (const auto ok = checkRoom(entry.size); !ok)
            return ok;
    }
    Fd out;
    const QString path = m_staging.pathOf(m_nextNumber);
    if (isWritten) {
        auto opened = openFile(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0600);
        if (!opened)
            return std::unexpected(opened.error());
        out = *std::move(opened);
    }
    const bool wantsGit = !announced || announced->needsGitSha1;
    ContentDigest digest(wantsGit ? std::optional(entry.size) : std::nullopt);
    Writeback writeback;
    qint64 at = 0;
    qint64 nextLook = roomEvery;
    for (;;) {
        if (m_stop.stop_requested())
            return std::unexpected(interrupted());
        const auto block = m_reader.read();
        if (!block)
            return std::unexpected(block.error());
        if (block->isEmpty())
            break;
        if (isWritten) {
            const auto adding = m_hashing.add(digest, *block);
            if (const auto ok = writeAt(out.get(), *block, at, path); !ok)
                return ok;
            writeback.wroteTo(out.get(), at + block->size());
        } else {
            digest.add(*block);
        }
        at += block->size();
        m_progress.bytesDone += block->size();
        if (!announced) {
            m_unannounced += block->size();
            if (const auto ok = checkSize(0, entry.path); !ok)
                return ok;
        }
        if (at >= nextLook && isWritten) {
            nextLook += roomEvery;
            if (const auto ok = checkRoom(0); !ok)
                return ok;
            crashPoint("import-writing");
        }
    }
    if (at != entry.size)
        return refuseBundle(entry.path, Say::tr("it has %1 bytes instead of %2").arg(at).arg(entry.size));
    const ContentHashes hashes = digest.finish();
    file.sha256 = RawSha256::of(hashes.sha256);
    file.gitSha1 = RawSha1::of(hashes.gitSha1);
    if (announced && file.sha256 != announced->sha256) {
        return refuseBundle(entry.path, Say::tr("its bytes are not the ones that the bundle promises"),
                            u"SHA-256 is %1, should be %2"_s.arg(QString::fromLatin1(hashes.sha256),
                                                                 QString::fromLatin1(announced->sha256.hex())));
    }
    if (isWritten) {
        if (const auto ok = out.close(path); !ok)
            return ok;
        // The same bytes a second time are kept once.
        const auto [first, isNew] = m_numbers.try_emplace(file.sha256, m_nextNumber);
        if (isNew)
            ++m_nextNumber;
        else if (const auto ok = removeFile(path); !ok)
            return ok;
        file.number = first->second;
    } else if (isKnownEmpty) {
        file.number = known->second;
    }
    m_files.push_back(std::move(file));
    return {};
}

} // namespace hugger
