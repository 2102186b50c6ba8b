// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "archive/verifier.h"

#include "base/files.h"
#include "base/format.h"
#include "base/hash.h"
#include "base/say.h"

#include <QtCore/QFile>
#include <QtCore/QHash>

#include <algorithm>
#include <fcntl.h>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qint64 blockBytes = 2 * 1024 * 1024;

/// What hashing one object found: nothing when it is right.
struct Finding {
    bool missing = false;
    QString reason;
};

struct ObjectTask {
    QString path;
    QByteArray sha256;
    qint64 size = 0;
    QString storeId;
    std::optional<Finding> finding;
};

/// Runs in the pool.
std::optional<Finding> hashObject(const QString& path, const QByteArray& sha256, qint64 size, WorkProgress& progress,
                                  const std::stop_token& stop)
{
    if (!QFile::exists(path))
        return Finding{true, Say::tr("the file is not in the store")};
    const auto fd = openFile(path, O_RDONLY | O_NOFOLLOW);
    if (!fd)
        return Finding{false, Say::tr("cannot be read: %1").arg(fd.error().detail)};
    ::posix_fadvise(fd->get(), 0, 0, POSIX_FADV_SEQUENTIAL);
    Digest digest(Digest::Kind::Sha256);
    thread_local QByteArray block(blockBytes, Qt::Uninitialized);
    qint64 at = 0;
    while (!stop.stop_requested()) {
        const auto got = readAt(fd->get(), block.data(), blockBytes, at, path);
        if (!got)
            return Finding{false, Say::tr("cannot be read: %1").arg(got.error().detail)};
        digest.add(QByteArrayView(block.constData(), *got));
        at += *got;
        progress.bytesDone += *got;
        if (*got < blockBytes)
            break;
    }
    if (stop.stop_requested())
        return std::nullopt;
    const QByteArray hash = digest.hex();
    if (at != size)
        return Finding{false, Say::tr("%1 bytes instead of %2").arg(at).arg(size)};
    if (hash != sha256)
        return Finding{false,
                       Say::tr("the bytes changed: SHA-256 is %1, should be %2")
                           .arg(QString::fromLatin1(hash), QString::fromLatin1(sha256))};
    return std::nullopt;
}

/// Takes tasks off the list until it is empty. A free function, so that everything it needs lives in its parameters.
Task<void> hashAll(std::vector<ObjectTask>* tasks, std::size_t* next, QThreadPool* pool,
                   std::shared_ptr<WorkProgress> progress, std::stop_token stop)
{
    while (*next < tasks->size() && !stop.stop_requested()) {
        ObjectTask& task = (*tasks)[(*next)++];
        auto work = [path = task.path, sha256 = task.sha256, size = task.size, progress, stop] {
            return hashObject(path, sha256, size, *progress, stop);
        };
        task.finding = co_await onPool(pool, std::move(work));
    }
}

} // namespace

Task<Expected<VerifyReport>> verify(Library& library, QList<SnapshotRow> rows, QThreadPool& pool,
                                    std::shared_ptr<WorkProgress> progress, std::stop_token stop)
{
    VerifyReport report;
    std::vector<ObjectTask> tasks;
    QHash<std::pair<QString, QByteArray>, std::size_t> taskOf;
    QList<SnapshotRow> looked;
    for (const SnapshotRow& row : std::as_const(rows)) {
        const auto store = library.store(row.storeId);
        if (!store) {
            const QString label = library.storeLabel(row.storeId);
            if (!report.unplugged.contains(label))
                report.unplugged.append(label);
            continue;
        }
        const auto record = library.record(row);
        if (!record)
            co_return std::unexpected(record.error());
        looked.append(row);
        for (const HeldFile& file : record->files) {
            const std::pair id(row.storeId, file.sha256);
            if (taskOf.contains(id))
                continue;
            taskOf.insert(id, tasks.size());
            tasks.push_back({store->objectPath(file.sha256), file.sha256, file.size, row.storeId, std::nullopt});
            progress->bytesTotal += file.size;
        }
    }

    std::size_t next = 0;
    std::vector<Task<void>> workers;
    for (int i = 0; i < std::max(2, pool.maxThreadCount()); ++i)
        workers.push_back(hashAll(&tasks, &next, &pool, progress, stop));
    for (auto& worker : workers)
        co_await worker;
    if (stop.stop_requested())
        co_return std::unexpected(interrupted());

    // A drive that went away meanwhile has lost nothing: what was not found on it says nothing.
    for (const SnapshotRow& row : std::as_const(looked)) {
        if (const auto store = library.store(row.storeId); !store)
            co_return std::unexpected(store.error());
    }
    // A second look at what seems bad: a repair may have mended it since.
    for (ObjectTask& task : tasks) {
        if (!task.finding)
            continue;
        auto look = [path = task.path, sha256 = task.sha256, size = task.size, stop] {
            WorkProgress again;
            return hashObject(path, sha256, size, again, stop);
        };
        task.finding = co_await onPool(&pool, std::move(look));
    }
    if (stop.stop_requested())
        co_return std::unexpected(interrupted());
    for (const ObjectTask& task : tasks) {
        const auto known = library.catalog().isDamaged(task.storeId, task.sha256);
        if (known && *known != task.finding.has_value()) {
            if (const auto ok = library.catalog().markDamaged(task.storeId, task.sha256, task.finding.has_value()); !ok)
                co_return std::unexpected(ok.error());
        }
    }
    // The records are read again one by one, so that memory stays flat over any number of snapshots.
    for (const SnapshotRow& row : std::as_const(looked)) {
        const auto store = library.store(row.storeId);
        auto record = library.record(row);
        if (!store || !record)
            co_return std::unexpected(store ? record.error() : store.error());
        bool good = true;
        bool allLookedAt = true;
        for (const HeldFile& file : record->files) {
            const auto at = taskOf.constFind({row.storeId, file.sha256});
            if (at == taskOf.constEnd()) {
                allLookedAt = false; // came in after the looking began
                continue;
            }
            const ObjectTask& task = tasks[*at];
            if (!task.finding) {
                ++report.verified;
                continue;
            }
            good = false;
            (task.finding->missing ? report.missing : report.damaged)
                .append({row.key, file.path, task.finding->reason});
        }
        if (!good)
            record->verifiedAt.clear();
        else if (allLookedAt)
            record->verifiedAt = isoNow();
        if (const auto ok = library.rewrite(*store, *record); !ok)
            co_return std::unexpected(ok.error());
        const QString detail = good ? u"All %1 files have the right SHA-256."_s.arg(record->files.size())
                                    : u"Some files are damaged or missing; repair fetches them again."_s;
        (void)library.state().addEvent(
            {0, good ? u"verified"_s : u"damaged"_s, row.key.repo, row.key.commit, isoNow(), detail});
    }
    co_return report;
}

} // namespace hugger
