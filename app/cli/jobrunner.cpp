// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/jobrunner.h"

#include "app/cli/bundlewords.h"
#include "app/cli/describe.h"
#include "app/cli/progress.h"
#include "base/format.h"
#include "base/log.h"
#include "watch/caughtup.h"

#include <QCoroSignal>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hugger {

namespace {

QString working(JobType type)
{
    switch (type) {
    case JobType::Archive:
        break;
    case JobType::Verify:
        return u"Verifying"_s;
    case JobType::Export:
        return u"Exporting"_s;
    case JobType::Import:
        return u"Importing"_s;
    }
    return u"Fetching"_s;
}

QString activity(const Job& job)
{
    switch (job.state) {
    case JobState::Queued:
        return u"Waiting"_s;
    case JobState::Planning:
        return u"Listing"_s;
    case JobState::Running:
        return working(job.type);
    case JobState::Finishing:
        return u"Storing"_s;
    case JobState::Completed:
    case JobState::Failed:
    case JobState::Cancelled:
        break;
    }
    return u"Ending"_s;
}

std::optional<ProgressLook> lookAt(const JobQueue& queue, qint64 id)
{
    const auto status = queue.status(id);
    return status ? lookAt(*status) : std::nullopt;
}

Error paused(const Job& job)
{
    const QString text = isBundle(job)
        ? u"Paused. Nothing half-made was left; the same command begins anew, and so does `hugger resume %1`."_s
        : u"Paused. What was fetched is kept; the same command goes on, and so does `hugger resume %1`."_s;
    return {ErrorKind::Interrupted, u"interrupted"_s, text.arg(job.id), {}, Retry::NeedsUser};
}

/// Ends once the job has, or Ctrl-C stopped it and the queue is quiet.
Task<void> waitForEnd(JobQueue& queue, qint64 id, std::stop_token stop)
{
    // Listening before it starts: a job may end at once.
    bool ended = false;
    QObject listener;
    QObject::connect(&queue, &JobQueue::finished, &listener,
                     [&ended, id](qint64 which) { ended = ended || which == id; });
    const std::stop_callback pause(stop, [&queue] { queue.stop(true); });
    if (stop.stop_requested())
        co_return;
    queue.run(id);
    while (!ended)
        co_await qCoro(&queue, &JobQueue::finished);
    while (stop.stop_requested() && !queue.isIdle())
        co_await qCoro(&queue, &JobQueue::idle);
    // Out of the queue's own signal, before anything new is asked of it.
    co_await pauseFor(0ms, std::stop_token());
}

} // namespace

std::optional<ProgressLook> lookAt(const JobStatus& status)
{
    if (status.job.isFinished())
        return std::nullopt;
    const bool counts = status.job.state == JobState::Running || status.job.state == JobState::Finishing;
    return ProgressLook{
        activity(status.job), status.job.bytesDone,    counts ? status.job.bytesTotal : 0, status.rate, status.eta,
        waitText(status),     ownJobJson(status, true)};
}

Error whyNotDone(const Job& job)
{
    if (job.state == JobState::Cancelled)
        return {ErrorKind::Failed,
                u"cancelled"_s,
                job.type == JobType::Archive ? u"The job was cancelled. What was fetched is kept for the next time."_s
                                             : u"The job was cancelled."_s,
                {},
                Retry::Never};
    if (job.error)
        return *job.error;
    return {
        ErrorKind::Failed,
        u"job_not_done"_s,
        u"The job did not finish (%1). Try again with `hugger retry %2`."_s.arg(jobStateName(job.state)).arg(job.id),
        {},
        Retry::NeedsUser};
}

Task<JobEnd> runJob(Context& context, JobQueue& queue, qint64 id)
{
    JobEnd end;
    const auto library = context.app.library(Library::Access::ReadWrite);
    if (!library) {
        end.error = library.error();
        co_return end;
    }
    {
        Progress progress(context.out, [&queue, id] { return lookAt(queue, id); });
        const auto showPlan = [&context, &queue, id, lib = *library](qint64 which) {
            const auto plan = queue.plan(id);
            if (which != id || !plan || context.out.isQuiet())
                return;
            const QString store = lib->storeLabel(plan->wish.store);
            if (context.out.isJson())
                context.out.progress({{u"plan"_s, planJson(*plan, store)}});
            else
                printPlan(context.out, *plan, store);
        };
        QObject::connect(&queue, &JobQueue::planned, &progress, showPlan);
        co_await waitForEnd(queue, id, context.stop);
    }
    const auto status = queue.status(id);
    if (!status) {
        end.error = status.error();
        co_return end;
    }
    end.status = *status;
    const Archived* outcome = queue.outcome(id);
    if (catchesUp(**library, status->job)) {
        if (const auto ok = (*library)->catalog().setUpstream(status->job.repo, u"current"_s); !ok)
            qCWarning(lcCatalog) << "the state of upstream was not noted:" << ok.error().message;
    }
    if (status->job.state == JobState::Completed && outcome)
        end.outcome = *outcome;
    else if (context.stop.stop_requested() && status->job.state != JobState::Cancelled)
        end.error = paused(status->job);
    else
        end.error = whyNotDone(status->job);
    co_return end;
}

Expected<SnapshotRow> archivedRow(Library& library, const Archived& outcome)
{
    const auto rows = library.find(outcome.key.repo, QString::fromLatin1(outcome.key.commit));
    if (!rows)
        return std::unexpected(rows.error());
    for (const SnapshotRow& row : *rows) {
        if (row.storeId == outcome.storeId)
            return row;
    }
    return fail(ErrorKind::NotHeld, u"not_held"_s,
                u"%1 was archived and is not there any more."_s.arg(outcome.key.repo.display()));
}

void printDone(Context& context, Library& library, const JobEnd& end)
{
    switch (end.status.job.type) {
    case JobType::Archive:
    case JobType::Verify:
        break;
    case JobType::Export:
        printExported(context.out, end.status.job);
        return;
    case JobType::Import:
        printImported(context.out, library, end.status.job);
        return;
    }
    printArchived(context, library, *end.outcome);
}

void printArchived(Context& context, Library& library, const Archived& outcome)
{
    Output& out = context.out;
    const auto row = archivedRow(library, outcome);
    const auto record = row ? library.record(*row) : std::unexpected(row.error());
    if (!record) {
        out.notice(record.error().message, Output::Tone::Warn);
        return;
    }
    StoreNames stores(library);
    const QString folder = stores.path(*row);
    if (out.isQuiet()) {
        out.line(folder);
        return;
    }
    const QString size = u"%1, %2"_s.arg(counted(row->files, u"file"_s, u"files"_s), formatBytes(row->bytes));
    if (!row->verifiedAt.isEmpty() && row->damaged == 0)
        out.field(u"Held"_s, size + u", every SHA-256 proved"_s, Output::Tone::Good);
    else
        out.field(u"Held"_s, size + u"; what was fetched now is proved, `hugger verify` proves the rest again"_s,
                  Output::Tone::Good);
    if (!row->complete)
        out.field(u"Partial"_s, u"%1 of the commit's %2 files"_s.arg(row->files).arg(record->listedFiles));
    out.field(u"Fetched"_s, formatBytes(outcome.fetchedBytes));
    if (!outcome.viewTrouble.isEmpty())
        out.field(u"Note"_s, outcome.viewTrouble, Output::Tone::Warn);
    if (folder.isEmpty())
        return;
    out.field(u"Lies in"_s, folder);
    if (const QString load = loadLine(*record, folder); !load.isEmpty())
        out.field(u"Load it"_s, load);
}

} // namespace hugger
