// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/bundlewords.h"
#include "app/cli/commands.h"
#include "app/cli/describe.h"
#include "app/cli/jobhost.h"
#include "app/cli/remote.h"
#include "base/format.h"

#include <QtCore/QHash>
#include <QtCore/QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qint64 finishedShown = 200;

Expected<qint64> idOf(const QString& text)
{
    bool isNumber = false;
    const qint64 id = text.toLongLong(&isNumber);
    if (!isNumber || id < 1)
        return fail(ErrorKind::Usage, u"usage"_s,
                    u"\"%1\" is not the number of a job. `hugger jobs` lists them."_s.arg(text));
    return id;
}

bool wantTheSame(const Job& one, const Job& other)
{
    return one.type == other.type && one.repo == other.repo && one.revision == other.revision
        && one.selection == other.selection && one.storeId == other.storeId && one.spec == other.spec;
}

/// Failed ones wait for somebody, too, unless the same was asked for again since.
bool isOpen(const Job& job, const QList<Job>& all)
{
    if (job.state != JobState::Failed)
        return !job.isFinished();
    return std::ranges::none_of(all, [&](const Job& other) { return other.id > job.id && wantTheSame(job, other); });
}

void printJob(Output& out, const JobStatus& status)
{
    const Job& job = status.job;
    const QString waits = job.isFinished() ? QString() : waitText(status);
    QString text = u"%1  %2"_s.arg(job.id, 4).arg(jobName(job));
    if (!job.revision.isEmpty())
        text += u'@' + job.revision;
    if (!isBundle(job))
        text += u"  "_s + jobTypeName(job.type);
    text += u"  "_s + jobStateName(job.state);
    if (!waits.isEmpty())
        text += u" ("_s + waits + u')';
    if (job.bytesTotal > 0)
        text += u"  %1 of %2"_s.arg(formatBytes(job.bytesDone), formatBytes(job.bytesTotal));
    if (status.rate > 0)
        text += u"  "_s + formatRate(status.rate);
    out.line(text, job.state == JobState::Failed ? Output::Tone::Bad : Output::Tone::Plain);
    if (job.error && job.state != JobState::Completed)
        out.line(u"      "_s + job.error->message, Output::Tone::Dim);
}

/// How far those are that another process works on: what is stored about them is what has been reached for good.
Task<QHash<qint64, JobStatus>> underWay(Context& context, Library& library)
{
    QHash<qint64, JobStatus> found;
    const auto hugger = co_await RunningHugger::find(library.profile().folder(), context.stop);
    if (!hugger)
        co_return found;
    const auto answer = co_await (*hugger)->get(u"jobs"_s, context.stop);
    if (!answer)
        co_return found;
    for (const QJsonValue& value : answer->value("jobs"_L1).toArray()) {
        const JobStatus status = jobOfJson(value.toObject());
        if (!status.job.isFinished())
            found.insert(status.job.id, status);
    }
    co_return found;
}

/// What pause and cancel change.
Task<Expected<int>> change(Context& context, JobHost::Verb verb, QString said, QString saidOfBundle)
{
    const auto id = idOf(context.args.operands.front());
    if (!id)
        co_return std::unexpected(id.error());
    const auto host = co_await openJobs(context);
    if (!host)
        co_return std::unexpected(host.error());
    const auto status = co_await (*host)->change(*id, verb);
    if (!status)
        co_return std::unexpected(status.error());
    if (context.out.isJson())
        context.out.document({{u"job"_s, ownJobJson(*status, false)}});
    else
        context.out.line((isBundle(status->job) ? saidOfBundle : said).arg(*id).arg(jobName(status->job)));
    co_return 0;
}

/// What resume and retry set going again.
Task<Expected<int>> goOn(Context& context, JobHost::Verb verb)
{
    const auto id = idOf(context.args.operands.front());
    if (!id)
        co_return std::unexpected(id.error());
    const auto host = co_await openJobs(context);
    if (!host)
        co_return std::unexpected(host.error());
    if (const auto status = co_await (*host)->change(*id, verb); !status)
        co_return std::unexpected(status.error());
    const QList<qint64> ids{*id};
    co_return co_await runInTurn(context, **host, ids);
}

} // namespace

Task<Expected<int>> runJobs(Context& context)
{
    const auto library = co_await openLibrary(context, Library::Access::ReadOnly);
    if (!library)
        co_return std::unexpected(library.error());
    auto jobs = (*library)->state().jobs(finishedShown);
    if (!jobs)
        co_return std::unexpected(jobs.error());
    QHash<qint64, JobStatus> moving;
    if ((*library)->profile().isHeldBySomebody()) {
        moving = co_await underWay(context, **library);
    } else {
        // A killed process leaves its jobs as they were; they are not moving any more.
        for (Job& job : *jobs) {
            if (!job.isFinished())
                job.state = JobState::Queued;
        }
    }
    if (!context.args.has(u"all"_s)) {
        const QList<Job> all = *jobs;
        jobs->removeIf([&all](const Job& job) { return !isOpen(job, all); });
    }
    if (context.out.isJson())
        context.out.beginList(u"jobs"_s);
    for (const Job& job : std::as_const(*jobs)) {
        JobStatus status = moving.value(job.id);
        const bool isRunning = status.job.id == job.id && !job.isFinished();
        if (isRunning) {
            status.job.revision = job.revision; // as asked for
            status.job.spec = job.spec;
        } else {
            status.job = job;
        }
        if (context.out.isJson())
            context.out.item(ownJobJson(status, isRunning));
        else
            printJob(context.out, status);
    }
    if (context.out.isJson()) {
        context.out.endList();
        co_return 0;
    }
    if (jobs->isEmpty())
        context.out.notice(u"There are no unfinished jobs."_s);
    co_return 0;
}

Task<Expected<int>> runPause(Context& context)
{
    return change(context, JobHost::Verb::Pause, u"Paused job %1, %2. `hugger resume %1` goes on."_s,
                  u"Paused job %1, %2. `hugger resume %1` begins it anew."_s);
}

Task<Expected<int>> runCancel(Context& context)
{
    return change(context, JobHost::Verb::Cancel, u"Cancelled job %1, %2. Nothing that is held was touched."_s,
                  u"Cancelled job %1, %2. Nothing half-made is left."_s);
}

Task<Expected<int>> runResume(Context& context)
{
    if (!context.args.operands.isEmpty())
        co_return co_await goOn(context, JobHost::Verb::Resume);
    const auto host = co_await openJobs(context);
    if (!host)
        co_return std::unexpected(host.error());
    const auto jobs = (*host)->library().state().jobs(0);
    if (!jobs)
        co_return std::unexpected(jobs.error());
    if (const auto ok = co_await (*host)->resumeAll(); !ok)
        co_return std::unexpected(ok.error());
    QList<qint64> ids;
    for (const Job& job : *jobs)
        ids.append(job.id);
    if (ids.isEmpty())
        context.out.notice(u"There are no unfinished jobs."_s);
    co_return co_await runInTurn(context, **host, ids);
}

Task<Expected<int>> runRetry(Context& context)
{
    return goOn(context, JobHost::Verb::Retry);
}

} // namespace hugger
