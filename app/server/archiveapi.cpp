// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/archiveapi.h"

#include "app/server/apibody.h"
#include "app/server/apijson.h"
#include "base/format.h"
#include "base/say.h"

#include <QtCore/QPointer>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qint64 longestWait = 20; ///< seconds
constexpr qint64 archivesShown = 100;
constexpr qint64 mostArchives = 500;
constexpr qsizetype mostRepos = 100;
constexpr qint64 mostNumber = 1LL << 53; ///< what JSON can say exactly

ApiAnswer later(int status, const QString& code, const QString& message, const QByteArray& seconds = "1")
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

/// As ApiAnswer::of(), with what only this API knows: a name in a body is a wrong value, not a place that is not there.
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

/// 0 for what is no number of anything.
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

Answer<int> trashDays(Engine& engine)
{
    QPromise<Expected<int>> promise;
    promise.start();
    promise.emplaceResult(engine.settings().trashDays);
    promise.finish();
    return promise.future();
}

} // namespace

ArchiveApi::ArchiveApi(EngineDoor& engine, StatusBoard& board, bool hasWindow, QString instance, QObject* parent)
    : QObject(parent)
    , m_engine(engine)
    , m_board(board)
    , m_hasWindow(hasWindow)
    , m_instance(std::move(instance))
{
}

void ArchiveApi::add(ApiRoutes& routes, const QByteArray& method, const QString& pattern, Handler handler)
{
    const auto run = [this, handler](ApiRequest request) { return (this->*handler)(std::move(request)); };
    routes.add({method, pattern, ApiAccess::Client, run});
}

void ArchiveApi::addJobVerb(ApiRoutes& routes, const QString& name, JobsVerb verb)
{
    const auto run = [this, verb](ApiRequest request) { return changeJob(std::move(request), verb); };
    routes.add({"POST", u"jobs/{job}/"_s + name, ApiAccess::Client, run});
}

void ArchiveApi::addRoutes(ApiRoutes& routes)
{
    add(routes, "GET", u"repos"_s, &ArchiveApi::repos);
    add(routes, "GET", u"repos/{kind}/{id}"_s, &ArchiveApi::repo);
    add(routes, "POST", u"repos/{kind}/{id}/check"_s, &ArchiveApi::checkRepo);
    add(routes, "GET", u"repos/{kind}/{id}/files"_s, &ArchiveApi::filesOfRepo);
    add(routes, "GET", u"archives"_s, &ArchiveApi::archives);
    add(routes, "GET", u"archives/{archive}"_s, &ArchiveApi::archive);
    add(routes, "DELETE", u"archives/{archive}"_s, &ArchiveApi::removeArchive);
    add(routes, "POST", u"archives/{archive}/verify"_s, &ArchiveApi::verifyArchive);
    add(routes, "POST", u"archives/{archive}/repair"_s, &ArchiveApi::repairArchive);
    add(routes, "POST", u"trash/{trash}/restore"_s, &ArchiveApi::restore);
    add(routes, "GET", u"jobs"_s, &ArchiveApi::jobs);
    add(routes, "POST", u"jobs"_s, &ArchiveApi::addJob);
    add(routes, "GET", u"jobs/{job}"_s, &ArchiveApi::job);
    add(routes, "POST", u"jobs/pause"_s, &ArchiveApi::pauseAll);
    add(routes, "POST", u"jobs/resume"_s, &ArchiveApi::resumeAll);
    addJobVerb(routes, u"pause"_s, &Engine::pauseJobs);
    addJobVerb(routes, u"resume"_s, &Engine::resumeJobs);
    addJobVerb(routes, u"cancel"_s, &Engine::cancelJobs);
    addJobVerb(routes, u"retry"_s, &Engine::retryJobs);
    add(routes, "GET", u"events"_s, &ArchiveApi::events);
    add(routes, "GET", u"stores"_s, &ArchiveApi::stores);
    add(routes, "POST", u"show"_s, &ArchiveApi::show);
}

std::optional<HeldRow> ArchiveApi::rowOf(const ApiRequest& request) const
{
    return m_board.row(numberOf(request.params.value(u"archive"_s)));
}

Task<bool> ArchiveApi::learnListed(RepoId repo, std::stop_token gone)
{
    const QList<qint64> rows = m_board.withoutListed(repo);
    if (rows.isEmpty())
        co_return true;
    using Counts = QHash<qint64, qint64>;
    const std::function<Answer<Counts>(Engine&)> question = [rows](Engine& engine) { return engine.listedFiles(rows); };
    const auto listed = co_await m_engine.ask<Counts>(question, gone);
    if (!listed && listed.error().kind == ErrorKind::Interrupted)
        co_return false;
    m_board.takeListed(rows, listed.value_or(Counts()));
    co_return true;
}

Task<ApiAnswer> ArchiveApi::repos(ApiRequest request)
{
    QueryReader query(request);
    const QStringList asked = query.texts(u"id");
    QList<RepoId> ids;
    for (const QString& one : asked) {
        const qsizetype colon = one.indexOf(u':');
        const auto repo = readRepo(one.first(std::max<qsizetype>(colon, 0)), one.sliced(colon + 1));
        if (repo)
            ids.append(*repo);
        else
            query.refuse(repo.error());
    }
    if (asked.isEmpty() || asked.size() > mostRepos) {
        query.refuse({ErrorKind::Usage,
                      u"bad_field"_s,
                      u"\"id\" must be there 1 to %1 times, as in id=model:acme/tiny."_s.arg(mostRepos),
                      {},
                      Retry::Never});
    }
    if (const auto ok = query.outcome(); !ok)
        co_return refused(ok.error());
    if (!m_board.isLoaded())
        co_return starting();
    QJsonArray briefs;
    for (const RepoId& id : std::as_const(ids))
        briefs.append(m_board.brief(id));
    co_return ApiAnswer::ok({{u"repos"_s, briefs}});
}

Task<ApiAnswer> ArchiveApi::repo(ApiRequest request)
{
    QueryReader query(request);
    const QString revision = query.revision();
    const auto ok = query.outcome();
    const auto repo = ok ? repoOf(request) : std::unexpected(ok.error());
    if (!repo)
        co_return refused(repo.error());
    if (!m_board.isLoaded())
        co_return starting();
    if (!co_await learnListed(*repo, request.gone))
        co_return ApiAnswer::of(interrupted());
    co_return ApiAnswer::ok({{u"repo"_s, m_board.repo(*repo, revision)}});
}

Task<ApiAnswer> ArchiveApi::checkRepo(ApiRequest request)
{
    BodyReader body(request.body);
    const QString revision = body.revision();
    const auto query = QueryReader(request).outcome();
    const auto ok = query ? body.outcome() : query;
    const auto asked = ok ? repoOf(request) : std::unexpected(ok.error());
    if (!asked)
        co_return refused(asked.error());
    if (!m_board.isLoaded())
        co_return starting();
    if (!m_board.isHeld(*asked))
        co_return notHeld(asked->display());
    const RepoId repo = m_board.trueId(*asked);
    const auto key = m_board.checkKey(repo, revision);
    if (const auto wrong = co_await awaitCheck(key, request))
        co_return *wrong;
    const auto* const last = m_board.lastCheck(key);
    const bool isAnswered = last && (last->isUnderWay || !last->again.hasExpired());
    if (isAnswered && last->error)
        co_return refused(*last->error);
    if (!isAnswered) {
        const auto place = m_asking.take(nameOf(request.caller));
        if (!place)
            co_return tooMany();
        m_board.beginCheck(key);
        const QPointer<StatusBoard> board(&m_board);
        const std::function<Answer<UpstreamCheck>(Engine&)> question = [repo, name = key.second,
                                                                        gone = request.gone](Engine& engine) {
            return engine.checkUpstream(repo, name, gone);
        };
        const auto check = co_await m_engine.ask<UpstreamCheck>(question, request.gone);
        if (board)
            board->endCheck(key, check);
        if (!check)
            co_return refused(check.error());
    }
    if (!co_await learnListed(repo, request.gone))
        co_return ApiAnswer::of(interrupted());
    co_return ApiAnswer::ok({{u"repo"_s, m_board.repo(repo, revision)}});
}

/// Somebody else's that is under way answers for all who ask meanwhile.
Task<std::optional<ApiAnswer>> ArchiveApi::awaitCheck(StatusBoard::CheckKey key, ApiRequest request)
{
    if (!m_board.isChecking(key))
        co_return std::nullopt;
    const auto place = m_board.placeToWait(nameOf(request.caller));
    if (!place)
        co_return tooMany();
    const QDeadlineTimer deadline(std::chrono::seconds{longestWait});
    while (m_board.isChecking(key) && !deadline.hasExpired()) {
        const std::chrono::milliseconds left(deadline.remainingTime());
        if (!co_await m_board.waitForCheck(left, request.gone))
            co_return ApiAnswer::of(interrupted());
    }
    co_return std::nullopt;
}

Task<ApiAnswer> ArchiveApi::filesOfRepo(ApiRequest request)
{
    QueryReader query(request);
    ArchiveWish wish;
    wish.revision = query.revision();
    const auto ok = query.outcome();
    const auto repo = ok ? repoOf(request) : std::unexpected(ok.error());
    if (!repo)
        co_return refused(repo.error());
    const auto place = m_asking.take(nameOf(request.caller));
    if (!place)
        co_return tooMany();
    wish.repo = m_board.trueId(*repo);
    // Of a hundred thousand files, neither this thread nor the engine's writes the list.
    const std::function<Answer<QJsonObject>(Engine&)> question = [wish, gone = request.gone](Engine& engine) {
        return engine.files(wish, gone).then(QtFuture::Launch::Async, [](const Expected<FilesLook>& look) {
            return look.transform(filesJson);
        });
    };
    const auto files = co_await m_engine.ask<QJsonObject>(question, request.gone);
    if (!files)
        co_return refused(files.error());
    co_return ApiAnswer::ok(*files);
}

Task<ApiAnswer> ArchiveApi::archives(ApiRequest request)
{
    QueryReader query(request);
    const qint64 limit = query.number(u"limit", archivesShown, 1, mostArchives);
    const qint64 after = query.number(u"after", 0, 0, mostNumber);
    if (const auto ok = query.outcome(); !ok)
        co_return refused(ok.error());
    if (!m_board.isLoaded())
        co_return starting();
    co_return ApiAnswer::ok(m_board.archives(after, limit));
}

Task<ApiAnswer> ArchiveApi::archive(ApiRequest request)
{
    if (const auto wrong = wantsNothing(request))
        co_return *wrong;
    if (!m_board.isLoaded())
        co_return starting();
    const auto row = rowOf(request);
    if (!row)
        co_return notHeld(Say::tr("This snapshot"));
    if (!co_await learnListed(row->repo, request.gone))
        co_return ApiAnswer::of(interrupted());
    co_return ApiAnswer::ok({{u"archive"_s, m_board.archive(*row)}});
}

Task<ApiAnswer> ArchiveApi::removeArchive(ApiRequest request)
{
    QueryReader query(request);
    const QString confirm = query.textIfThere(u"confirm");
    if (const auto ok = query.outcome(); !ok)
        co_return refused(ok.error());
    if (!m_board.isLoaded())
        co_return starting();
    const auto row = rowOf(request);
    if (!row)
        co_return notHeld(Say::tr("This snapshot"));
    const bool isConfirmed = confirm.compare(row->repo.id, Qt::CaseInsensitive) == 0;
    if ((row->upstream == "gone"_L1 || row->upstream == "disabled"_L1) && !isConfirmed) {
        co_return ApiAnswer::refuse(409, u"last_copy"_s,
                                    Say::tr("%1 cannot be had from the Hub any more: this may be the last copy there "
                                            "is. To remove it all the same, confirm with its id.")
                                        .arg(row->repo.display()));
    }
    const std::function<Answer<int>(Engine&)> days = trashDays;
    const auto kept = co_await m_engine.ask<int>(days, request.gone);
    if (!kept)
        co_return refused(kept.error());
    if (*kept == 0 && request.caller.kind == Caller::Kind::Client && !isConfirmed) {
        co_return ApiAnswer::refuse(409, u"not_kept"_s,
                                    Say::tr("The trash keeps nothing: %1 would be gone for good. To remove it all the "
                                            "same, confirm with its id.")
                                        .arg(row->repo.display()));
    }
    const std::function<Answer<QList<Removal>>(Engine&)> question = [id = row->id](Engine& engine) {
        return engine.remove({id});
    };
    const auto removed = co_await m_engine.ask<QList<Removal>>(question, request.gone);
    if (!removed)
        co_return refused(removed.error());
    if (removed->isEmpty())
        co_return notHeld(Say::tr("This snapshot"));
    const Removal& removal = removed->first();
    QJsonObject json = repoJson(row->repo);
    json[u"trash"_s] = removal.trashId;
    json[u"commit"_s] = QString::fromLatin1(row->commit);
    json[u"freed_bytes"_s] = removal.freedBytes;
    json[u"shared_bytes"_s] = removal.sharedBytes;
    json[u"until"_s] = isoTime(QDateTime::currentDateTimeUtc().addDays(*kept));
    co_return ApiAnswer::ok({{u"removed"_s, json}});
}

Task<ApiAnswer> ArchiveApi::verifyArchive(ApiRequest request)
{
    return jobsOfArchive(std::move(request), &Engine::verify);
}

Task<ApiAnswer> ArchiveApi::repairArchive(ApiRequest request)
{
    return jobsOfArchive(std::move(request), &Engine::repair);
}

Task<ApiAnswer> ArchiveApi::jobsOfArchive(ApiRequest request, Answer<QList<Job>> (Engine::*verb)(const QList<qint64>&))
{
    if (const auto wrong = wantsNothing(request))
        co_return *wrong;
    if (!m_board.isLoaded())
        co_return starting();
    const auto row = rowOf(request);
    if (!row)
        co_return notHeld(Say::tr("This snapshot"));
    const std::function<Answer<QList<Job>>(Engine&)> question = [verb, id = row->id](Engine& engine) {
        return (engine.*verb)({id});
    };
    const auto added = co_await m_engine.ask<QList<Job>>(question, request.gone);
    if (!added)
        co_return refused(added.error());
    if (added->isEmpty())
        co_return notHeld(Say::tr("This snapshot"));
    const Job job = added->first();
    auto answer = co_await answerWithJob(job.id, job.isNew ? 201 : 200, request.gone);
    co_return answer;
}

Task<ApiAnswer> ArchiveApi::restore(ApiRequest request)
{
    if (const auto wrong = wantsNothing(request))
        co_return *wrong;
    const QStringList ids{request.params.value(u"trash"_s)};
    const std::function<Answer<void>(Engine&)> question = [ids](Engine& engine) { return engine.restore(ids); };
    const auto restored = co_await m_engine.ask<void>(question, request.gone);
    if (!restored)
        co_return refused(restored.error());
    co_return ApiAnswer::ok({{u"restored"_s, true}});
}

Task<ApiAnswer> ArchiveApi::jobs(ApiRequest request)
{
    QueryReader query(request);
    const QString state = query.oneOf(u"state", {u"unfinished"_s, u"all"_s});
    if (const auto ok = query.outcome(); !ok)
        co_return refused(ok.error());
    if (!m_board.isLoaded())
        co_return starting();
    co_return ApiAnswer::ok({{u"jobs"_s, m_board.jobs(state == "all"_L1)}});
}

Task<ApiAnswer> ArchiveApi::job(ApiRequest request)
{
    if (const auto wrong = wantsNothing(request))
        co_return *wrong;
    if (!m_board.isLoaded())
        co_return starting();
    const auto job = m_board.job(numberOf(request.params.value(u"job"_s)));
    if (!job)
        co_return ApiAnswer::refuse(404, u"no_such_job"_s, Say::tr("There is no such job."));
    co_return ApiAnswer::ok({{u"job"_s, m_board.jobObject(*job)}});
}

Task<ApiAnswer> ArchiveApi::addJob(ApiRequest request)
{
    const auto query = QueryReader(request).outcome();
    auto wish = query ? readWish(request.body) : std::unexpected(query.error());
    if (!wish)
        co_return refused(wish.error());
    if (!m_board.isLoaded())
        co_return starting();
    if (!wish->store.isEmpty() && m_board.knowsStores() && !m_board.hasStore(wish->store)) {
        co_return ApiAnswer::refuse(422, u"no_such_store"_s,
                                    Say::tr("There is no store called \"%1\".").arg(escapeForTerminal(wish->store)));
    }
    if (request.caller.kind == Caller::Kind::Client && m_board.unfinishedJobs() >= mostUnfinishedJobs) {
        co_return later(429, u"too_many_jobs"_s, Say::tr("Too many jobs wait already. Try again when some are done."),
                        "60");
    }
    wish->repo = m_board.trueId(wish->repo);
    const std::function<Answer<Job>(Engine&)> question = [wish = *wish](Engine& engine) {
        return engine.archive(wish);
    };
    const auto job = co_await m_engine.ask<Job>(question, request.gone);
    if (!job)
        co_return refused(job.error());
    auto answer = co_await answerWithJob(job->id, job->isNew ? 201 : 200, request.gone);
    co_return answer;
}

Task<ApiAnswer> ArchiveApi::changeJob(ApiRequest request, JobsVerb verb)
{
    if (const auto wrong = wantsNothing(request))
        co_return *wrong;
    const qint64 id = numberOf(request.params.value(u"job"_s));
    const std::function<Answer<void>(Engine&)> question = [verb, id](Engine& engine) { return (engine.*verb)({id}); };
    const auto done = co_await m_engine.ask<void>(question, request.gone);
    if (!done)
        co_return refused(done.error());
    auto answer = co_await answerWithJob(id, 200, request.gone);
    co_return answer;
}

Task<ApiAnswer> ArchiveApi::answerWithJob(qint64 id, int status, std::stop_token gone)
{
    const std::function<Answer<JobStatus>(Engine&)> question = [id](Engine& engine) { return engine.job(id); };
    const auto job = co_await m_engine.ask<JobStatus>(question, gone);
    if (!job)
        co_return refused(job.error());
    m_board.changeJobs({*job});
    co_return ApiAnswer::ok({{u"job"_s, m_board.jobObject(*job)}}, status);
}

Task<ApiAnswer> ArchiveApi::pauseAll(ApiRequest request)
{
    if (const auto wrong = wantsNothing(request))
        co_return *wrong;
    const std::function<Answer<void>(Engine&)> question = [](Engine& engine) { return engine.pauseAll(); };
    const auto done = co_await m_engine.ask<void>(question, request.gone);
    co_return done ? ApiAnswer::ok({}) : refused(done.error());
}

Task<ApiAnswer> ArchiveApi::resumeAll(ApiRequest request)
{
    if (const auto wrong = wantsNothing(request))
        co_return *wrong;
    const std::function<Answer<void>(Engine&)> question = [](Engine& engine) { return engine.resumeAll(); };
    const auto done = co_await m_engine.ask<void>(question, request.gone);
    co_return done ? ApiAnswer::ok({}) : refused(done.error());
}

Task<ApiAnswer> ArchiveApi::events(ApiRequest request)
{
    QueryReader query(request);
    const qint64 since = query.number(u"since", 0, 0, mostNumber);
    const qint64 wait = query.number(u"wait", longestWait, 0, longestWait);
    if (const auto ok = query.outcome(); !ok)
        co_return refused(ok.error());
    if (!m_board.isLoaded())
        co_return starting();
    if (since != 0 && wait != 0 && !m_board.hasNews(since)) {
        const auto place = m_board.placeToWait(nameOf(request.caller));
        if (!place)
            co_return tooMany();
        const std::chrono::seconds time(wait);
        if (!co_await m_board.waitForNews(time, request.gone))
            co_return ApiAnswer::of(interrupted());
    }
    QJsonObject json = m_board.events(since);
    json[u"instance"_s] = m_instance;
    co_return ApiAnswer::ok(json);
}

Task<ApiAnswer> ArchiveApi::stores(ApiRequest request)
{
    if (const auto wrong = wantsNothing(request))
        co_return *wrong;
    if (!m_board.knowsStores())
        co_return starting();
    co_return ApiAnswer::ok({{u"stores"_s, m_board.stores()}});
}

Task<ApiAnswer> ArchiveApi::show(ApiRequest request)
{
    BodyReader body(request.body);
    const RepoId repo = body.repo();
    const QString revision = body.revision();
    const bool add = body.flagIfThere("add"_L1);
    const auto query = QueryReader(request).outcome();
    const auto ok = query ? body.outcome() : query;
    if (!ok)
        co_return refused(ok.error());
    if (!m_hasWindow)
        co_return ApiAnswer::refuse(409, u"no_window"_s, Say::tr("This hugger runs without a window."));
    if (!add && !m_board.isLoaded())
        co_return starting();
    if (!add && !m_board.isHeld(repo))
        co_return notHeld(repo.display());
    const QString id = m_board.trueId(repo).display();
    Q_EMIT showRequested(revision.isEmpty() ? id : id + u'@' + revision, add);
    co_return ApiAnswer::ok({});
}

} // namespace hugger
