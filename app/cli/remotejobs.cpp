// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/remotejobs.h"

#include <QtCore/QJsonArray>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hugger {

namespace {

/// It tells its news four times a second.
constexpr auto lookPause = 250ms;

QString verbName(JobHost::Verb verb)
{
    switch (verb) {
    case JobHost::Verb::Pause:
        return u"pause"_s;
    case JobHost::Verb::Resume:
        return u"resume"_s;
    case JobHost::Verb::Cancel:
        return u"cancel"_s;
    case JobHost::Verb::Retry:
        break;
    }
    return u"retry"_s;
}

QString jobPath(qint64 id)
{
    return u"jobs/%1"_s.arg(id);
}

void put(QJsonObject& body, const QString& name, const QStringList& values)
{
    if (!values.isEmpty())
        body[name] = QJsonArray::fromStringList(values);
}

} // namespace

RemoteJobs::RemoteJobs(Context& context, Remote remote)
    : m_context(context)
    , m_remote(std::move(remote))
{
    // What is set here for this command alone is nothing it could know.
    const bool differs = qEnvironmentVariableIsSet("HF_ENDPOINT") || qEnvironmentVariableIsSet("HF_TOKEN");
    context.out.notice(
        u"The hugger that is running (process %1) does this%2; Ctrl-C leaves it to it."_s.arg(
            QString::number(m_remote.running->pid()), differs ? u", with its own endpoint and token"_s : QString()),
        Output::Tone::Dim);
}

Task<Expected<qint64>> RemoteJobs::begin(QString path, QJsonObject body)
{
    const auto answer = co_await m_remote.running->post(path, body, m_context.stop);
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return answer->value("job"_L1).toObject().value("id"_L1).toInteger();
}

Task<Expected<qint64>> RemoteJobs::archive(ArchiveWish wish)
{
    QJsonObject body{{u"kind"_s, kindName(wish.repo.kind)}, {u"repo"_s, wish.repo.id}};
    if (!wish.revision.isEmpty())
        body[u"revision"_s] = wish.revision;
    if (!wish.store.isEmpty())
        body[u"store"_s] = wish.store;
    put(body, u"include"_s, wish.selection.include);
    put(body, u"exclude"_s, wish.selection.exclude);
    return begin(u"jobs"_s, body);
}

Task<Expected<qint64>> RemoteJobs::repair(SnapshotRow row)
{
    const auto number = archiveNumber(library(), row);
    if (!number)
        co_return std::unexpected(number.error());
    co_return co_await begin(u"archives/%1/repair"_s.arg(*number), {});
}

Task<Expected<qint64>> RemoteJobs::verify(SnapshotRow row)
{
    const auto number = archiveNumber(library(), row);
    if (!number)
        co_return std::unexpected(number.error());
    co_return co_await begin(u"archives/%1/verify"_s.arg(*number), {});
}

Task<Expected<qint64>> RemoteJobs::exportBundle(ExportWish wish, QList<SnapshotRow> rows)
{
    QJsonArray archives;
    for (const SnapshotRow& row : rows) {
        const auto number = archiveNumber(library(), row);
        if (!number)
            co_return std::unexpected(number.error());
        archives.append(*number);
    }
    QJsonObject body{{u"archives"_s, archives},
                     {u"target"_s, wish.target},
                     {u"format"_s, bundleFormatName(wish.format)},
                     {u"level"_s, wish.level}};
    if (wish.splitBytes > 0)
        body[u"split_bytes"_s] = wish.splitBytes;
    if (!wish.since.isEmpty())
        body[u"since"_s] = wish.since;
    co_return co_await begin(u"exports"_s, body);
}

Task<Expected<qint64>> RemoteJobs::importBundle(ImportWish wish)
{
    QJsonObject body{{u"source"_s, wish.source}};
    if (!wish.storeId.isEmpty())
        body[u"store"_s] = wish.storeId;
    if (wish.as) {
        body[u"kind"_s] = kindName(wish.as->kind);
        body[u"repo"_s] = wish.as->id;
    }
    co_return co_await begin(u"imports"_s, body);
}

Task<Expected<JobStatus>> RemoteJobs::change(qint64 id, Verb verb)
{
    const auto answer = co_await m_remote.running->post(jobPath(id) + u'/' + verbName(verb), {}, m_context.stop);
    if (!answer)
        co_return std::unexpected(answer.error());
    JobStatus status = jobOfJson(answer->value("job"_L1).toObject());
    if (const auto stored = library().state().job(id))
        status.job.spec = stored->spec;
    co_return status;
}

Task<Done> RemoteJobs::resumeAll()
{
    const auto answer = co_await m_remote.running->post(u"jobs/resume"_s, {}, m_context.stop);
    co_return answer ? Done() : std::unexpected(answer.error());
}

Task<Expected<JobStatus>> RemoteJobs::look(qint64 id)
{
    const auto answer = co_await m_remote.running->get(jobPath(id), m_context.stop);
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return jobOfJson(answer->value("job"_L1).toObject());
}

/// As it is stored: errors with their kind, which decides the exit code.
JobEnd RemoteJobs::endOf(qint64 id, const JobStatus& seen)
{
    JobEnd end;
    end.status = seen;
    const auto stored = library().state().job(id);
    if (!stored) {
        end.error = stored.error();
        return end;
    }
    end.status.job = *stored;
    if (stored->state == JobState::Completed)
        end.outcome = Archived{{stored->repo, stored->commit}, stored->storeId, seen.fetchedBytes, {}};
    else
        end.error = whyNotDone(*stored);
    return end;
}

Task<JobEnd> RemoteJobs::watch(qint64 id, std::function<void(const JobStatus&)> seen)
{
    JobEnd end;
    while (true) {
        const auto status = co_await look(id);
        if (status) {
            end.status = *status;
            seen(*status);
            // Its news are a moment old: what was asked for just now may not be in them.
            const auto stored = library().state().job(id);
            if (status->job.isFinished() && (!stored || stored->isFinished()))
                co_return endOf(id, *status);
        }
        const bool isStopped =
            m_context.stop.stop_requested() || (!status && status.error().kind == ErrorKind::Interrupted);
        if (isStopped || !co_await pauseFor(lookPause, m_context.stop)) {
            end.error = {
                ErrorKind::Interrupted,
                u"interrupted"_s,
                u"Job %1 goes on in the hugger that is running. `hugger pause %1` or `hugger cancel %1` stops it."_s
                    .arg(id),
                {},
                Retry::NeedsUser};
            co_return end;
        }
        if (!status && status.error().kind == ErrorKind::Busy) {
            end.error = {
                ErrorKind::Failed, u"instance_ended"_s,
                u"The hugger that was doing this has ended, or answers no more. Job %1 is kept; `hugger resume %1` goes on."_s
                    .arg(id),
                status.error().detail, Retry::NeedsUser};
            co_return end;
        }
        if (!status) {
            // It may be off its list by now.
            const auto stored = library().state().job(id);
            if (stored && stored->isFinished())
                co_return endOf(id, end.status);
            end.error = status.error();
            co_return end;
        }
    }
}

Task<JobEnd> RemoteJobs::finish(qint64 id)
{
    std::optional<ProgressLook> latest;
    const Progress progress(m_context.out, [&latest] { return latest; });
    std::function<void(const JobStatus&)> seen = [&latest](const JobStatus& status) { latest = lookAt(status); };
    auto end = co_await watch(id, seen);
    co_return end;
}

} // namespace hugger
