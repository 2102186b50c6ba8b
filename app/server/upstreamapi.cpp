// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/upstreamapi.h"

#include "app/server/apibody.h"
#include "app/server/apijson.h"
#include "app/server/apireplies.h"
#include "base/say.h"

#include <QtCore/QPointer>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qint64 eventsShown = 100;
constexpr qint64 mostEvents = 500;

/// "model/acme/tiny", as the paths have it.
std::optional<RepoId> repoIn(QueryReader& query)
{
    const QString text = query.textIfThere(u"repo");
    if (text.isEmpty())
        return std::nullopt;
    const qsizetype slash = text.indexOf(u'/');
    const auto repo = readRepo(text.first(std::max<qsizetype>(slash, 0)), text.sliced(slash + 1));
    if (!repo)
        query.refuse(repo.error());
    return repo ? std::optional(*repo) : std::nullopt;
}

/// None asked for: all there are.
QStringList typesIn(QueryReader& query)
{
    const QStringList types = query.texts(u"type");
    const QStringList& known = upstreamEventTypes();
    if (!std::ranges::all_of(types, [&known](const QString& type) { return known.contains(type); })) {
        query.refuse({ErrorKind::Usage,
                      u"bad_field"_s,
                      u"\"type\" must be one of: %1."_s.arg(known.join(u", "_s)),
                      {},
                      Retry::Never});
    }
    if (types.size() > known.size()) {
        query.refuse({ErrorKind::Usage, u"bad_field"_s, u"\"type\" is there too many times."_s, {}, Retry::Never});
    }
    return types.isEmpty() ? known : types;
}

ApiAnswer noSuchEvent()
{
    return ApiAnswer::refuse(404, u"no_such_event"_s, Say::tr("There is no such event."));
}

} // namespace

UpstreamApi::UpstreamApi(EngineDoor& engine, StatusBoard& board, QObject* parent)
    : QObject(parent)
    , m_engine(engine)
    , m_board(board)
{
}

void UpstreamApi::stop()
{
    m_stop.request_stop();
}

void UpstreamApi::add(ApiRoutes& routes, const QByteArray& method, const QString& pattern, Handler handler)
{
    const auto run = [this, handler](ApiRequest request) { return (this->*handler)(std::move(request)); };
    routes.add({method, pattern, ApiAccess::Client, run});
}

void UpstreamApi::addRoutes(ApiRoutes& routes)
{
    add(routes, "POST", u"check"_s, &UpstreamApi::checkAll);
    add(routes, "POST", u"repos/{kind}/{id}/check"_s, &UpstreamApi::checkRepo);
    add(routes, "GET", u"repos/{kind}/{id}/files"_s, &UpstreamApi::filesOfRepo);
    add(routes, "GET", u"repos/{kind}/{id}/update"_s, &UpstreamApi::updateOfRepo);
    add(routes, "GET", u"upstream-events"_s, &UpstreamApi::events);
    add(routes, "GET", u"upstream-events/{event}"_s, &UpstreamApi::oneEvent);
}

Task<ApiAnswer> UpstreamApi::checkRepo(ApiRequest request)
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
    const bool hasWaited = m_board.isChecking(key);
    if (const auto wrong = co_await awaitCheck(key, request))
        co_return *wrong;
    const auto* last = m_board.lastCheck(key);
    // The user's own program asks because the user does.
    const bool mayWait = request.caller.kind == Caller::Kind::Client;
    const bool isAnswered = last && (last->isUnderWay || hasWaited || (mayWait && !last->again.hasExpired()));
    if (!isAnswered) {
        const auto place = m_asking.take(nameOf(request.caller));
        if (!place)
            co_return tooMany();
        m_board.beginCheck(key);
        [[maybe_unused]] const auto running = runCheck(key, repo, place);
        while (m_board.isChecking(key)) {
            if (!co_await m_board.waitForCheck(std::chrono::seconds{longestWait}, request.gone))
                co_return ApiAnswer::of(interrupted());
        }
        last = m_board.lastCheck(key);
    }
    if (!last)
        co_return ApiAnswer::of(interrupted());
    if (last->error)
        co_return refused(*last->error);
    if (!co_await learnListed(m_engine, m_board, repo, request.gone))
        co_return ApiAnswer::of(interrupted());
    QJsonArray events;
    if (const auto* const found = m_board.lastCheck(key)) {
        for (const Event& event : found->events)
            events.append(eventJson(event));
    }
    co_return ApiAnswer::ok({{u"repo"_s, m_board.repo(repo, revision)}, {u"events"_s, events}});
}

/// What a client wanted is worth having when it is gone: browsers end what runs in the background within seconds, and a
/// second look takes longer.
Task<void> UpstreamApi::runCheck(StatusBoard::CheckKey key, RepoId repo, std::shared_ptr<void> place)
{
    const QPointer<UpstreamApi> self(this);
    const auto stop = m_stop.get_token();
    ++m_running;
    const std::function<Answer<UpstreamCheck>(Engine&)> question = [repo, name = key.second, stop](Engine& engine) {
        return engine.checkUpstream(repo, name, stop);
    };
    const auto check = co_await m_engine.ask<UpstreamCheck>(question, stop);
    place.reset();
    if (!self)
        co_return;
    m_board.endCheck(key, check);
    if (--m_running == 0)
        Q_EMIT quiet();
}

/// Somebody else's that is under way answers for all who ask meanwhile.
Task<std::optional<ApiAnswer>> UpstreamApi::awaitCheck(StatusBoard::CheckKey key, ApiRequest request)
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

Task<ApiAnswer> UpstreamApi::filesOfRepo(ApiRequest request)
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

Task<ApiAnswer> UpstreamApi::updateOfRepo(ApiRequest request)
{
    QueryReader query(request);
    const QString revision = query.revision();
    const auto ok = query.outcome();
    const auto asked = ok ? repoOf(request) : std::unexpected(ok.error());
    if (!asked)
        co_return refused(asked.error());
    if (!m_board.isLoaded())
        co_return starting();
    if (!m_board.isHeld(*asked))
        co_return notHeld(asked->display());
    const auto place = m_asking.take(nameOf(request.caller));
    if (!place)
        co_return tooMany();
    const RepoId repo = m_board.trueId(*asked);
    const std::function<Answer<QJsonObject>(Engine&)> question = [repo, revision, gone = request.gone](Engine& engine) {
        return engine.previewUpdate(repo, revision, gone)
            .then(QtFuture::Launch::Async,
                  [](const Expected<UpdatePreview>& preview) { return preview.transform(previewJson); });
    };
    const auto preview = co_await m_engine.ask<QJsonObject>(question, request.gone);
    if (!preview)
        co_return refused(preview.error());
    co_return ApiAnswer::ok({{u"update"_s, *preview}});
}

/// At the pace that the Hub's quota allows, however many they are.
Task<ApiAnswer> UpstreamApi::checkAll(ApiRequest request)
{
    if (const auto wrong = wantsNothing(request))
        co_return *wrong;
    if (!m_board.isLoaded())
        co_return starting();
    if (request.caller.kind == Caller::Kind::Client) {
        if (!m_allAgain.hasExpired()) {
            const qint64 seconds = (m_allAgain.remainingTime() + 999) / 1000;
            co_return later(429, u"checked_already"_s,
                            Say::tr("Everything has been asked about just now. Try again in a minute."),
                            QByteArray::number(std::max<qint64>(seconds, 1)));
        }
        m_allAgain = QDeadlineTimer(checkAllPause);
    }
    const std::function<Answer<qint64>(Engine&)> question = [](Engine& engine) { return engine.checkSoon({}); };
    const auto due = co_await m_engine.ask<qint64>(question, request.gone);
    if (!due)
        co_return refused(due.error());
    co_return ApiAnswer::ok({{u"due"_s, *due}});
}

Task<ApiAnswer> UpstreamApi::events(ApiRequest request)
{
    QueryReader query(request);
    EventQuery asked;
    asked.repo = repoIn(query);
    asked.types = typesIn(query);
    asked.before = query.number(u"before", 0, 1, mostNumber);
    asked.limit = query.number(u"limit", eventsShown, 1, mostEvents);
    if (const auto ok = query.outcome(); !ok)
        co_return refused(ok.error());
    if (!m_board.isLoaded())
        co_return starting();
    if (asked.repo)
        asked.repo = m_board.trueId(*asked.repo);
    const std::function<Answer<QList<Event>>(Engine&)> question = [asked](Engine& engine) {
        return engine.events(asked);
    };
    const auto found = co_await m_engine.ask<QList<Event>>(question, request.gone);
    if (!found)
        co_return refused(found.error());
    QJsonArray events;
    for (const Event& event : *found)
        events.append(eventJson(event));
    co_return ApiAnswer::ok({{u"events"_s, events}});
}

Task<ApiAnswer> UpstreamApi::oneEvent(ApiRequest request)
{
    if (const auto wrong = wantsNothing(request))
        co_return *wrong;
    const qint64 id = numberOf(request.params.value(u"event"_s));
    if (id == 0 || id >= mostNumber)
        co_return noSuchEvent();
    const std::function<Answer<QList<Event>>(Engine&)> question = [id](Engine& engine) {
        return engine.events({.types = upstreamEventTypes(), .before = id + 1, .limit = 1});
    };
    const auto found = co_await m_engine.ask<QList<Event>>(question, request.gone);
    if (!found)
        co_return refused(found.error());
    if (found->isEmpty() || found->first().id != id)
        co_return noSuchEvent();
    const std::function<Answer<QJsonObject>(Engine&)> proof = [id](Engine& engine) { return engine.eventFacts(id); };
    const auto facts = co_await m_engine.ask<QJsonObject>(proof, request.gone);
    if (!facts)
        co_return refused(facts.error());
    co_return ApiAnswer::ok({{u"event"_s, eventJson(found->first(), *facts)}});
}

} // namespace hugger
