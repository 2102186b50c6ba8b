// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/remote.h"

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

/// The value that has this name; the first one where none has.
template<typename Value> Value named(QString (*nameOf)(Value), std::initializer_list<Value> values, const QString& name)
{
    const auto* const found = std::ranges::find(values, name, nameOf);
    return found == values.end() ? *values.begin() : *found;
}

JobState stateNamed(const QString& name)
{
    return named(&jobStateName,
                 {JobState::Queued, JobState::Planning, JobState::Running, JobState::Finishing, JobState::Completed,
                  JobState::Failed, JobState::Cancelled},
                 name);
}

JobWait waitNamed(const QString& name)
{
    return named(&jobWaitName,
                 {JobWait::None, JobWait::Paused, JobWait::Network, JobWait::RateLimit, JobWait::Space, JobWait::Token,
                  JobWait::Schedule, JobWait::UnpluggedStore},
                 name);
}

RepoKind kindNamed(const QString& name)
{
    return named(&kindName, {RepoKind::Model, RepoKind::Dataset, RepoKind::Space}, name);
}

} // namespace

Task<Expected<Remote>> openRemote(Context& context, Error busy)
{
    if (busy.code != "profile_busy"_L1)
        co_return std::unexpected(busy);
    const auto folder = context.app.profileFolder();
    if (!folder)
        co_return std::unexpected(folder.error());
    auto running = co_await RunningHugger::find(*folder, context.stop);
    if (!running && running.error().kind == ErrorKind::Interrupted)
        co_return std::unexpected(running.error());
    if (!running) {
        // One that has no server, as a command that runs alone has none, is nothing to wonder about.
        if (running.error().code != "not_running"_L1)
            busy.message += u' ' + running.error().message;
        busy.detail = running.error().code + u": "_s + running.error().detail;
        co_return std::unexpected(busy);
    }
    const auto library = co_await openLibrary(context, Library::Access::ReadOnly);
    if (!library)
        co_return std::unexpected(library.error());
    co_return Remote{*library, *std::move(running)};
}

Error needsProfileAlone(Error error, const QString& what)
{
    if (error.code == "profile_busy"_L1)
        error.message += u" %1 needs the profile for itself."_s.arg(what);
    return error;
}

Expected<qint64> archiveNumber(Library& library, const SnapshotRow& row)
{
    const auto held = library.catalog().heldOf(row.key.repo, row.key.commit);
    if (!held)
        return std::unexpected(held.error());
    const auto found = std::ranges::find(*held, row.storeId, &HeldRow::storeId);
    if (found == held->end())
        return fail(ErrorKind::NotHeld, u"not_held"_s,
                    u"%1 is not in the archive any more."_s.arg(row.key.repo.display()));
    return found->id;
}

JobStatus jobOfJson(const QJsonObject& json)
{
    JobStatus status;
    Job& job = status.job;
    job.id = json.value("id"_L1).toInteger();
    job.type = named(&jobTypeName, {JobType::Archive, JobType::Verify, JobType::Export, JobType::Import},
                     json.value("type"_L1).toString());
    job.repo.id = json.value("repo"_L1).toString();
    job.repo.kind = kindNamed(json.value("kind"_L1).toString());
    job.revision = json.value("revision"_L1).toString();
    job.commit = json.value("commit"_L1).toString().toLatin1();
    job.state = stateNamed(json.value("state"_L1).toString());
    job.wait = waitNamed(json.value("waiting_for"_L1).toString());
    job.bytesDone = json.value("bytes_done"_L1).toInteger();
    job.bytesTotal = json.value("bytes_total"_L1).toInteger();
    job.filesDone = json.value("files_done"_L1).toInteger();
    job.filesTotal = json.value("files_total"_L1).toInteger();
    job.createdAt = json.value("created_at"_L1).toString();
    job.updatedAt = json.value("updated_at"_L1).toString();
    status.rate = json.value("rate"_L1).toDouble();
    status.eta = json.value("eta"_L1).toInteger(-1);
    status.waitDetail = json.value("wait_text"_L1).toString();
    status.fetchedBytes = json.value("fetched_bytes"_L1).toInteger();
    return status;
}

Event eventOfJson(const QJsonObject& json)
{
    Event event;
    event.id = json.value("id"_L1).toInteger();
    event.type = json.value("type"_L1).toString();
    event.repo.id = json.value("repo"_L1).toString();
    event.repo.kind = kindNamed(json.value("kind"_L1).toString());
    event.commit = json.value("commit"_L1).toString().toLatin1();
    event.at = json.value("at"_L1).toString();
    event.detail = json.value("detail"_L1).toString();
    return event;
}

} // namespace hugger
