// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/jobhost.h"

#include "app/cli/bundlewords.h"
#include "app/cli/describe.h"
#include "app/cli/remote.h"
#include "app/cli/remotejobs.h"
#include "bundle/bundlejobs.h"

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

using QueueVerb = Done (JobQueue::*)(qint64);

QueueVerb queueVerb(JobHost::Verb verb)
{
    switch (verb) {
    case JobHost::Verb::Pause:
        return &JobQueue::pause;
    case JobHost::Verb::Resume:
        return &JobQueue::resume;
    case JobHost::Verb::Cancel:
        return &JobQueue::cancel;
    case JobHost::Verb::Retry:
        break;
    }
    return &JobQueue::retry;
}

qint64 idOf(const Job& job)
{
    return job.id;
}

/// In this process. The queue is opened when it is first needed: what is wrong with the line is said before a keychain
/// is asked for a token.
class OwnJobs final : public JobHost {
public:
    OwnJobs(Context& context, Library& library)
        : m_context(context)
        , m_library(library)
    {
    }

    Task<Expected<qint64>> archive(ArchiveWish wish) override
    {
        const auto queue = co_await openQueue(m_context);
        if (!queue)
            co_return std::unexpected(queue.error());
        const auto job = (*queue)->add(wish);
        if (!job)
            co_return std::unexpected(job.error());
        co_return job->id;
    }

    Task<Expected<qint64>> repair(SnapshotRow row) override
    {
        const auto record = m_library.record(row);
        if (!record)
            co_return std::unexpected(record.error());
        co_return co_await archive(repairWish(row, *record));
    }

    Task<Expected<qint64>> exportBundle(ExportWish wish, QList<SnapshotRow>) override
    {
        const auto queue = co_await openQueue(m_context);
        if (!queue)
            co_return std::unexpected(queue.error());
        co_return addExport(**queue, m_library, wish).transform(&idOf);
    }

    Task<Expected<qint64>> importBundle(ImportWish wish) override
    {
        const auto queue = co_await openQueue(m_context);
        if (!queue)
            co_return std::unexpected(queue.error());
        co_return addImport(**queue, m_library, wish).transform(&idOf);
    }

    Task<Expected<JobStatus>> change(qint64 id, Verb verb) override
    {
        const auto queue = co_await openQueue(m_context);
        if (!queue)
            co_return std::unexpected(queue.error());
        if (const auto ok = ((*queue)->*queueVerb(verb))(id); !ok)
            co_return std::unexpected(ok.error());
        co_return (*queue)->status(id);
    }

    /// finish() resumes each when its turn comes: Ctrl-C leaves the others as they were.
    Task<Done> resumeAll() override { co_return Done(); }

    Task<JobEnd> finish(qint64 id) override
    {
        const auto queue = co_await openQueue(m_context);
        if (!queue)
            co_return JobEnd{{}, {}, queue.error()};
        if (const auto ok = (*queue)->resume(id); !ok)
            co_return JobEnd{{}, {}, ok.error()};
        co_return co_await runJob(m_context, **queue, id);
    }

    Library& library() override { return m_library; }

private:
    Context& m_context;
    Library& m_library;
};

} // namespace

Task<Expected<std::unique_ptr<JobHost>>> openJobs(Context& context)
{
    const auto library = co_await openLibrary(context, Library::Access::ReadWrite);
    if (library)
        co_return std::make_unique<OwnJobs>(context, **library);
    auto remote = co_await openRemote(context, library.error());
    if (!remote)
        co_return std::unexpected(remote.error());
    co_return std::make_unique<RemoteJobs>(context, *std::move(remote));
}

Task<Expected<int>> runInTurn(Context& context, JobHost& host, QList<qint64> ids)
{
    std::optional<Error> firstError;
    QJsonArray jobs;
    for (const qint64 id : ids) {
        const JobEnd end = co_await host.finish(id);
        QJsonObject json = ownJobJson(end.status, false);
        if (end.outcome && isBundle(end.status.job)) {
            printDone(context, host.library(), end);
        } else if (end.outcome) {
            StoreNames stores(host.library());
            const auto row = archivedRow(host.library(), *end.outcome);
            if (row)
                json[u"snapshot"_s] = snapshotJson(*row, stores, end.outcome->fetchedBytes);
            printArchived(context, host.library(), *end.outcome);
        } else {
            // Several may fail: each is said when it happens, the first decides how it ends.
            if (ids.size() > 1 && end.error.kind != ErrorKind::Interrupted)
                context.out.notice(end.error.message, Output::Tone::Bad);
            firstError = firstError.value_or(end.error);
        }
        jobs.append(json);
        if (context.stop.stop_requested())
            break;
    }
    QJsonObject document{{u"jobs"_s, jobs}};
    if (context.out.isJson()) {
        if (firstError)
            document[u"error"_s] = Output::errorJson(*firstError);
        context.out.document(document);
        co_return firstError ? exitCode(firstError->kind) : 0;
    }
    if (firstError)
        co_return std::unexpected(*firstError);
    co_return 0;
}

} // namespace hugger
