// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/archiveapi.h"

#include "app/server/apibody.h"
#include "app/server/apijson.h"
#include "app/server/apireplies.h"
#include "base/format.h"
#include "base/say.h"

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qint64 archivesShown = 100;
constexpr qint64 mostArchives = 500;
constexpr qsizetype mostRepos = 100;

/// Why asking is due before it is removed, as HeldRow::lastCopy; empty: the Hub still gives it to anybody.
QString lastCopyReason(const HeldRow& row)
{
    if (!row.lastCopy.isEmpty())
        return row.lastCopy;
    return row.upstream == "gone"_L1 || row.upstream == "disabled"_L1 ? row.upstream : QString();
}

QString lastCopySentence(const RepoId& repo, const QString& reason)
{
    QString why = Say::tr("%1 cannot be had from the Hub any more: this may be the last copy there is.");
    if (reason == "gated"_L1)
        why = Say::tr("The Hub does not give %1 to everybody any more: this may be the last copy you can have.");
    else if (reason == "license"_L1)
        why = Say::tr("%1 has another license at the Hub now: this may be the last copy under the old one.");
    return QString(why.arg(repo.display()) + u' ' + Say::tr("To remove it all the same, confirm with its id."));
}

bool isOwner(const ApiRequest& request)
{
    return request.caller.kind == Caller::Kind::Owner;
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
    if (!co_await learnListed(m_engine, m_board, *repo, request.gone)
        || !co_await learnNewNames(m_engine, m_board, *repo, request.gone))
        co_return ApiAnswer::of(interrupted());
    co_return ApiAnswer::ok({{u"repo"_s, m_board.repo(*repo, revision)}});
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
    if (!co_await learnListed(m_engine, m_board, row->repo, request.gone))
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
    if (const QString reason = lastCopyReason(*row); !reason.isEmpty() && !isConfirmed)
        co_return ApiAnswer::refuse(409, u"last_copy"_s, lastCopySentence(row->repo, reason));
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
    auto answer =
        co_await answerWithJob(m_engine, m_board, job.id, job.isNew ? 201 : 200, request.gone, isOwner(request));
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
    co_return ApiAnswer::ok({{u"jobs"_s, m_board.jobs(state == "all"_L1, isOwner(request))}});
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
    co_return ApiAnswer::ok({{u"job"_s, m_board.jobObject(*job, isOwner(request))}});
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
    auto answer =
        co_await answerWithJob(m_engine, m_board, job->id, job->isNew ? 201 : 200, request.gone, isOwner(request));
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
    auto answer = co_await answerWithJob(m_engine, m_board, id, 200, request.gone, isOwner(request));
    co_return answer;
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
