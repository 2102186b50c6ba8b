// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle/bundlejobs.h"

#include "base/say.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

/// Free functions, so that everything they need lives in their parameters.
Task<Expected<Carried>> carryExport(Library* library, QThreadPool* pool, Job job,
                                    std::shared_ptr<WorkProgress> progress, std::stop_token stop)
{
    auto wish = ExportWish::fromJson(job.spec);
    if (!wish)
        co_return std::unexpected(wish.error());
    auto done = co_await exportBundle(*library, *std::move(wish), *pool, std::move(progress), std::move(stop));
    if (!done)
        co_return std::unexpected(done.error());
    co_return Carried{{{job.repo, job.commit}, job.storeId, 0, {}}, done->toJson()};
}

Task<Expected<Carried>> carryImport(Library* library, QThreadPool* pool, Job job,
                                    std::shared_ptr<WorkProgress> progress, std::stop_token stop)
{
    auto wish = ImportWish::fromJson(job.spec);
    if (!wish)
        co_return std::unexpected(wish.error());
    auto done = co_await importBundle(*library, *std::move(wish), *pool, std::move(progress), std::move(stop));
    if (!done)
        co_return std::unexpected(done.error());
    co_return Carried{{{job.repo, job.commit}, job.storeId, 0, done->viewTrouble}, done->toJson()};
}

} // namespace

void carryBundles(JobQueue& queue, Library& library, QThreadPool& pool)
{
    queue.setCarrier(JobType::Export,
                     [&library, &pool](Job job, std::shared_ptr<WorkProgress> progress, std::stop_token stop) {
                         return carryExport(&library, &pool, std::move(job), std::move(progress), std::move(stop));
                     });
    queue.setCarrier(JobType::Import,
                     [&library, &pool](Job job, std::shared_ptr<WorkProgress> progress, std::stop_token stop) {
                         return carryImport(&library, &pool, std::move(job), std::move(progress), std::move(stop));
                     });
}

Expected<Job> addExport(JobQueue& queue, Library& library, const ExportWish& wish)
{
    const auto look = weighExport(library, wish);
    if (!look)
        return std::unexpected(look.error());
    Job job;
    job.type = JobType::Export;
    job.repo = wish.snapshots.constFirst().key.repo;
    job.commit = wish.snapshots.constFirst().key.commit;
    job.isPinned = true;
    job.storeId = wish.snapshots.constFirst().storeId;
    job.bytesTotal = look->payloadBytes;
    job.filesTotal = look->payloadFiles;
    job.spec = wish.toJson();
    return queue.add(job);
}

Expected<Job> addImport(JobQueue& queue, Library& library, const ImportWish& wish)
{
    const auto store = library.store(wish.storeId);
    if (!store)
        return std::unexpected(store.error());
    const auto look = lookIntoBundle(wish);
    if (!look)
        return std::unexpected(look.error());
    if (look->snapshots.isEmpty())
        return fail(ErrorKind::Integrity, u"bad_bundle"_s, Say::tr("%1 has no snapshot in it.").arg(wish.source));
    ImportWish settled = wish;
    settled.storeId = store->identity().id;
    Job job;
    job.type = JobType::Import;
    job.repo = look->snapshots.constFirst().key.repo;
    job.commit = look->snapshots.constFirst().key.commit;
    job.isPinned = true;
    job.storeId = settled.storeId;
    job.bytesTotal = std::max<qint64>(0, look->payloadBytes);
    job.filesTotal = std::max<qint64>(0, look->payloadFiles);
    job.spec = settled.toJson();
    return queue.add(job);
}

} // namespace hugger
