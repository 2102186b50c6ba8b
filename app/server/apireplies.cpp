// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/apireplies.h"

#include "app/server/apibody.h"
#include "base/say.h"
#include "watch/seen.h"

using namespace Qt::StringLiterals;

namespace hugger {

ApiAnswer later(int status, const QString& code, const QString& message, const QByteArray& seconds)
{
    ApiAnswer answer = ApiAnswer::refuse(status, code, message);
    answer.headers.emplaceBack("Retry-After", seconds);
    return answer;
}

ApiAnswer starting()
{
    return later(503, u"starting"_s, Say::tr("hugger is still starting. Try again in a moment."));
}

ApiAnswer tooMany()
{
    return later(429, u"too_many"_s, Say::tr("Too much is asked for at once. Try again in a moment."));
}

ApiAnswer notHeld(const QString& what)
{
    return ApiAnswer::refuse(404, u"not_held"_s, Say::tr("%1 is not in the archive.").arg(what));
}

ApiAnswer refused(const Error& error)
{
    ApiAnswer answer = ApiAnswer::of(error);
    if (error.code == "no_such_store"_L1)
        answer.status = 422;
    else if (error.code == "job_finished"_L1)
        answer.status = 409;
    else if (error.code == "hostile_path"_L1 && error.kind != ErrorKind::Usage)
        answer.status = 502; // it is the Hub that lists it
    return answer;
}

std::optional<ApiAnswer> wantsNothing(const ApiRequest& request)
{
    const auto query = QueryReader(request).outcome();
    const auto ok = query ? BodyReader(request.body).outcome() : query;
    return ok ? std::nullopt : std::optional(refused(ok.error()));
}

Expected<RepoId> repoOf(const ApiRequest& request)
{
    return readRepo(request.params.value(u"kind"_s), request.params.value(u"id"_s));
}

qint64 numberOf(const QString& text)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return isNumber && number > 0 && QString::number(number) == text ? number : 0;
}

QString nameOf(const Caller& caller)
{
    return caller.kind == Caller::Kind::Client ? u"client "_s + caller.client : u"owner"_s;
}

Task<bool> learnListed(EngineDoor& door, StatusBoard& board, RepoId repo, std::stop_token gone)
{
    const QList<qint64> rows = board.withoutListed(repo);
    if (rows.isEmpty())
        co_return true;
    using Counts = QHash<qint64, qint64>;
    const std::function<Answer<Counts>(Engine&)> question = [rows](Engine& engine) { return engine.listedFiles(rows); };
    const auto listed = co_await door.ask<Counts>(question, gone);
    if (!listed && listed.error().kind == ErrorKind::Interrupted)
        co_return false;
    board.takeListed(rows, listed.value_or(Counts()));
    co_return true;
}

Task<bool> learnNewNames(EngineDoor& door, StatusBoard& board, RepoId repo, std::stop_token gone)
{
    if (board.isHeld(repo))
        co_return true;
    const QList<RepoId> renamed = board.withoutNewName();
    for (const RepoId& held : renamed) {
        const std::function<Answer<WatchRow>(Engine&)> question = [held](Engine& engine) {
            return engine.watched(held);
        };
        const auto row = co_await door.ask<WatchRow>(question, gone);
        if (!row && row.error().kind == ErrorKind::Interrupted)
            co_return false;
        const auto seen = row ? Seen::fromBytes(row->seen) : std::nullopt;
        board.takeNewName(held, seen && !seen->isReplaced ? seen->name : QString());
    }
    co_return true;
}

Task<ApiAnswer> answerWithJob(EngineDoor& door, StatusBoard& board, qint64 id, int status, std::stop_token gone,
                              bool isOwner)
{
    const std::function<Answer<JobStatus>(Engine&)> question = [id](Engine& engine) { return engine.job(id); };
    const auto job = co_await door.ask<JobStatus>(question, gone);
    if (!job)
        co_return refused(job.error());
    board.changeJobs({*job});
    co_return ApiAnswer::ok({{u"job"_s, board.jobObject(*job, isOwner)}}, status);
}

} // namespace hugger
