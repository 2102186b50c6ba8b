// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/archivefixture.h"

#include "app/server/apijson.h"
#include "watch/finding.h"

using namespace hugger;
using namespace hugger::test;

namespace {

const RepoId tiny{RepoKind::Model, u"acme/tiny-llama"_s};

QStringList typesOf(const QJsonArray& events)
{
    QStringList types;
    for (const QJsonValue event : events)
        types.append(event[u"type"].toString());
    return types;
}

Event eventOf(const RepoId& repo, const QString& type)
{
    return {.type = type,
            .repo = repo,
            .commit = QByteArray(40, 'a'),
            .at = u"2026-11-20T21:30:23Z"_s,
            .detail = u"Something happened."_s};
}

} // namespace

class TestUpstreamApi final : public QObject, private ArchiveFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { end(); }
    void isStartingAtFirst();
    void refusesWhatIsWrong_data();
    void refusesWhatIsWrong();
    void listsFiles();
    void tellsWhatThisRepoHolds();
    void tellsOfFewFiles();
    void seesThatItIsNewer();
    void followsMain();
    void takesOnlyClearWordsForGone();
    void takesNoPrivateRepoForGone();
    void seesGatesAndRenames();
    void asksTheHubSeldom();
    void asksTheHubForFewAtOnce();
    void tellsWhatHappened();
    void provesWhatHappened();
    void tellsWhatTheCheckFound();
    void asksAnewForTheUser();
    void endsWhatItsAskerLeft();
    void checksAllSeldom();
    void writesPreviews();
    void writesFewChanges();
    void previewsUpdates();
    void keepsWhatMayBeTheLastCopy_data();
    void keepsWhatMayBeTheLastCopy();

private:
    /// As a check would store them: ids in the order given.
    [[nodiscard]] QList<Event> happened(const QList<Finding>& findings);
};

QList<Event> TestUpstreamApi::happened(const QList<Finding>& findings)
{
    auto state = State::open(m_engine->profileFolder() + u"/state.db"_s, Database::Access::ReadWrite);
    if (!state)
        qFatal("no state: %s", qPrintable(state.error().message));
    auto stored = state->noteCheck({.repo = findings.first().event.repo}, findings);
    if (!stored)
        qFatal("not stored: %s", qPrintable(stored.error().message));
    return *stored;
}

void TestUpstreamApi::isStartingAtFirst()
{
    StatusBoard empty;
    UpstreamApi api(*m_door, empty);
    m_routes = {};
    api.addRoutes(m_routes);
    QCOMPARE(call("GET", u"upstream-events"_s).status, 503);
    QCOMPARE(call("GET", tinyPath + u"/update"_s).status, 503);
    QCOMPARE(call("POST", u"check"_s).status, 503);
    const ApiAnswer answer = call("POST", tinyPath + u"/check"_s);
    QCOMPARE(codeOf(answer), u"starting"_s);
    QCOMPARE(answer.headers, (QList<std::pair<QByteArray, QByteArray>>{{"Retry-After", "1"}}));
}

void TestUpstreamApi::refusesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const QByteArray& method, const QString& path, const QJsonObject& body,
                        int status,
                        const QString& code) { QTest::newRow(name) << method << path << body << status << code; };
    const auto bad = [&row](const char* name, const QString& path) { row(name, "GET", path, {}, 422, u"bad_field"_s); };
    const QJsonObject foreign{{u"x"_s, 1}};
    row("check of what is not held", "POST", u"repos/model/acme%2Fx/check"_s, {}, 404, u"not_held"_s);
    row("check with a field", "POST", u"repos/model/acme%2Fx/check"_s, foreign, 422, u"bad_field"_s);
    row("check with a query", "POST", u"repos/model/acme%2Fx/check?a=b"_s, {}, 422, u"bad_field"_s);
    row("check of a number", "POST", u"repos/model/acme%2Fx/check"_s, {{u"revision"_s, 1}}, 422, u"bad_field"_s);
    row("check of all with a field", "POST", u"check"_s, foreign, 422, u"bad_field"_s);
    row("check of all with a query", "POST", u"check?repo=model/acme/x"_s, {}, 422, u"bad_field"_s);
    row("files of a bad id", "GET", u"repos/model/x%20y/files"_s, {}, 422, u"bad_repo_id"_s);
    row("update of what is not held", "GET", u"repos/model/acme%2Fx/update"_s, {}, 404, u"not_held"_s);
    row("update of a bad kind", "GET", u"repos/models/acme%2Fx/update"_s, {}, 422, u"bad_field"_s);
    row("update of a bad id", "GET", u"repos/model/..%2Fx/update"_s, {}, 422, u"bad_repo_id"_s);
    row("update to a bad revision", "GET", u"repos/model/acme%2Fx/update?revision=..%2Fx"_s, {}, 422,
        u"bad_revision"_s);
    bad("update to two", u"repos/model/acme%2Fx/update?revision=a&revision=b"_s);
    bad("update with a query", u"repos/model/acme%2Fx/update?x=1"_s);
    bad("events of a kind alone", u"upstream-events?repo=model"_s);
    bad("events of no kind", u"upstream-events?repo=acme/x"_s);
    bad("events of nothing", u"upstream-events?repo="_s);
    bad("events of two", u"upstream-events?repo=model/acme/x&repo=model/acme/y"_s);
    row("events of a bad id", "GET", u"upstream-events?repo=model/acme/../x"_s, {}, 422, u"bad_repo_id"_s);
    bad("events of a type there is not", u"upstream-events?type=exploded"_s);
    bad("events of hugger's own", u"upstream-events?type=gone&type=archived"_s);
    bad("events of too many types", u"upstream-events?"_s + u"type=gone&"_s.repeated(12));
    bad("events of an empty type", u"upstream-events?type="_s);
    bad("events before none", u"upstream-events?before=0"_s);
    bad("events before less", u"upstream-events?before=-1"_s);
    bad("events before too much", u"upstream-events?before=9223372036854775807"_s);
    bad("events before a text", u"upstream-events?before=x"_s);
    bad("no events", u"upstream-events?limit=0"_s);
    bad("too many events", u"upstream-events?limit=501"_s);
    bad("events with a query", u"upstream-events?since=1"_s);
    row("event", "GET", u"upstream-events/77"_s, {}, 404, u"no_such_event"_s);
    row("event by name", "GET", u"upstream-events/x"_s, {}, 404, u"no_such_event"_s);
    row("event, padded", "GET", u"upstream-events/01"_s, {}, 404, u"no_such_event"_s);
    row("event below none", "GET", u"upstream-events/-1"_s, {}, 404, u"no_such_event"_s);
    row("event past all", "GET", u"upstream-events/9223372036854775807"_s, {}, 404, u"no_such_event"_s);
    bad("event with a query", u"upstream-events/1?facts=1"_s);
}

void TestUpstreamApi::refusesWhatIsWrong()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QJsonObject, body);
    QFETCH(int, status);
    QFETCH(QString, code);
    (void)m_hub->call("DELETE", u"log"_s);
    const ApiAnswer answer = call(method, path, body);
    QCOMPARE(codeOf(answer), code);
    QCOMPARE(answer.status, status);
    QVERIFY(!answer.json.value("error"_L1)[u"message"].toString().isEmpty());
    QCOMPARE(m_hub->call("GET", u"log?server=hub"_s).toArray().size(), 0);
}

void TestUpstreamApi::listsFiles()
{
    QJsonObject wish = tinyWish;
    wish[u"files"_s] = QJsonArray{u"config.json"_s};
    (void)archived(wish);
    const ApiAnswer answer = call("GET", tinyPath + u"/files?revision=main"_s);
    QCOMPARE(answer.status, 200);
    const QJsonArray files = answer.json.value("files"_L1).toArray();
    QVERIFY(files.size() > 3);
    qint64 bytes = 0;
    for (const QJsonValue file : files) {
        bytes += file[u"size"].toInteger();
        QCOMPARE(file[u"held"].toBool(), file[u"path"] == "config.json"_L1);
    }
    QCOMPARE(answer.json.value("bytes"_L1).toInteger(), bytes);
    QVERIFY(answer.json.value("held_bytes"_L1).toInteger() > 0);
    QCOMPARE(answer.json.value("fetch_bytes"_L1).toInteger(), bytes - answer.json.value("held_bytes"_L1).toInteger());
    QVERIFY(answer.json.value("free_bytes"_L1).toInteger() > answer.json.value("free_after"_L1).toInteger());
    QCOMPARE(answer.json.value("gated"_L1), QJsonValue(false));
    QCOMPARE(codeOf(call("GET", u"repos/model/acme%2Fnothing/files"_s)), u"repo_not_found"_s);
    QCOMPARE(codeOf(call("GET", tinyPath + u"/files?revision=nowhere"_s)), u"revision_not_found"_s);
    QCOMPARE(call("GET", u"repos/model/acme%2Fgated/files"_s).status, 403);
    // It is the Hub whose listing is not to be trusted, not the request.
    m_hub->addRepo(u"acme/evil"_s, {hubText(u"../escape.txt"_s, u"x"_s)});
    const ApiAnswer evil = call("GET", u"repos/model/acme%2Fevil/files"_s);
    QCOMPARE(evil.status, 502);
    QCOMPARE(codeOf(evil), u"hostile_path"_s);
}

void TestUpstreamApi::tellsWhatThisRepoHolds()
{
    m_hub->addRepo(u"acme/first"_s, {hubText(u"a.txt"_s, u"the same"_s)});
    m_hub->addRepo(u"acme/second"_s, {hubText(u"a.txt"_s, u"the same"_s), hubText(u"b.txt"_s, u"another"_s)});
    const auto second = [this] { return call("GET", u"repos/model/acme%2Fsecond/files"_s).json; };
    const auto held = [](const QJsonObject& answer) {
        QStringList paths;
        for (const QJsonValue file : answer.value("files"_L1).toArray()) {
            if (file[u"held"].toBool())
                paths.append(file[u"path"].toString());
        }
        return paths;
    };
    (void)archived({{u"kind"_s, u"model"_s}, {u"repo"_s, u"acme/first"_s}});
    // The bytes are there and need not be fetched; an archive of this repo has none of them.
    QJsonObject answer = second();
    QVERIFY(held(answer).isEmpty());
    QCOMPARE(answer.value("held_bytes"_L1).toInteger(), 8);

    (void)archived({{u"kind"_s, u"model"_s}, {u"repo"_s, u"acme/second"_s}, {u"files"_s, QJsonArray{u"b.txt"_s}}});
    QCOMPARE(held(second()), QStringList{u"b.txt"_s});
    // Of a commit that nobody has yet: what an older archive has, unchanged.
    (void)m_hub->call("POST", u"commits"_s,
                      QJsonObject{{u"id"_s, u"acme/second"_s},
                                  {u"title"_s, u"More"_s},
                                  {u"files"_s, QJsonArray{hubText(u"c.txt"_s, u"the same"_s)}}});
    answer = second();
    QVERIFY(answer.value("files"_L1).toArray().size() >= 3);
    QCOMPARE(held(answer), QStringList{u"b.txt"_s});
}

void TestUpstreamApi::tellsOfFewFiles()
{
    Plan plan;
    for (qsizetype i = 0; i < filesTold + 3; ++i) {
        PlannedFile file;
        file.entry.path = u"f%1"_s.arg(i);
        plan.files.append(file);
    }
    QJsonObject json = filesJson({std::make_shared<const Plan>(plan), {u"f1"_s}});
    QCOMPARE(json.value("files"_L1).toArray().size(), filesTold);
    QCOMPARE(json.value("more"_L1).toInteger(), 3);
    QVERIFY(!json.value("files"_L1)[0][u"held"].toBool() && json.value("files"_L1)[1][u"held"].toBool());
    plan.files.resize(2);
    json = filesJson({std::make_shared<const Plan>(plan), {}});
    QCOMPARE(json.value("files"_L1).toArray().size(), 2);
    QCOMPARE(json.value("more"_L1).toInteger(-1), 0);
}

void TestUpstreamApi::seesThatItIsNewer()
{
    const qint64 first = archived(tinyWish);
    QCOMPARE(repo().value("upstream"_L1).toString(), u"unknown"_s);
    QCOMPARE(checked().value("upstream"_L1).toString(), u"current"_s);
    QVERIFY(repo().value("update"_L1).isNull());
    // An older tag that nobody keeps makes nothing old; what it would take is told.
    const QJsonValue tagged = call("POST", tinyPath + u"/check"_s, {{u"revision"_s, u"v1.0"_s}}).json.value("repo"_L1);
    QCOMPARE(tagged[u"upstream"].toString(), u"current"_s);
    QVERIFY(tagged[u"update"][u"files"].toInteger() > 0);

    (void)m_hub->call("POST", u"commits"_s,
                      QJsonObject{{u"id"_s, u"acme/tiny-llama"_s},
                                  {u"title"_s, u"More"_s},
                                  {u"files"_s, QJsonArray{hubText(u"NEWS.md"_s, u"twelve bytes"_s)}}});
    const QJsonObject newer = checked();
    QCOMPARE(newer.value("upstream"_L1).toString(), u"newer"_s);
    QCOMPARE(newer.value("update"_L1)[u"files"].toInteger(), 1);
    QCOMPARE(newer.value("update"_L1)[u"bytes"].toInteger(), 12);
    QVERIFY(!newer.value("update"_L1)[u"checked_at"].toString().isEmpty());
    QCOMPARE(newer.value("archives"_L1)[0][u"upstream"].toString(), u"newer"_s);
    // The engine knows it, too: the window shows it.
    const auto details = m_engine->details(first);
    QTRY_VERIFY(details.isFinished());
    QCOMPARE(details.result()->row.upstream, u"newer"_s);

    // Updating adds; nothing is behind any more.
    const qint64 second = archived(tinyWish);
    QVERIFY(second != first);
    QTRY_COMPARE(repo().value("upstream"_L1).toString(), u"current"_s);
    QCOMPARE(repo().value("archives"_L1).toArray().size(), 2);
    QVERIFY(repo().value("update"_L1).isNull());
    QCOMPARE(checked().value("upstream"_L1).toString(), u"current"_s);
    QCOMPARE(codeOf(call("POST", tinyPath + u"/check"_s, {{u"revision"_s, u"nowhere"_s}})), u"revision_not_found"_s);
    QCOMPARE(repo().value("upstream"_L1).toString(), u"current"_s);
}

/// What another revision leads to is told, and says nothing about the repo.
void TestUpstreamApi::followsMain()
{
    QJsonObject tag = tinyWish;
    tag[u"revision"_s] = u"v1.0"_s;
    (void)archived(tinyWish);
    (void)archived(tag); // the newest one
    (void)m_hub->call("POST", u"commits"_s,
                      QJsonObject{{u"id"_s, u"acme/tiny-llama"_s},
                                  {u"title"_s, u"More"_s},
                                  {u"files"_s, QJsonArray{hubText(u"NEWS.md"_s, u"twelve bytes"_s)}}});
    const auto checkedTag = [this] {
        return call("POST", tinyPath + u"/check"_s, {{u"revision"_s, u"v1.0"_s}}).json.value("repo"_L1).toObject();
    };
    QCOMPARE(checkedTag().value("upstream"_L1).toString(), u"unknown"_s);
    const QJsonObject newer = checked();
    QCOMPARE(newer.value("upstream"_L1).toString(), u"newer"_s);
    QCOMPARE(newer.value("update"_L1)[u"bytes"].toInteger(), 12);
    const RepoId tiny{RepoKind::Model, u"acme/tiny-llama"_s};
    m_board->endCheck(m_board->checkKey(tiny, u"v1.0"_s), std::unexpected(interrupted()));
    QCOMPARE(checkedTag().value("upstream"_L1).toString(), u"newer"_s);
    (void)archived(tag);
    QCOMPARE(repo().value("upstream"_L1).toString(), u"newer"_s);
    (void)archived(tinyWish);
    QTRY_COMPARE(repo().value("upstream"_L1).toString(), u"current"_s);
}

void TestUpstreamApi::takesOnlyClearWordsForGone()
{
    (void)archived(tinyWish);
    QCOMPARE(checked().value("upstream"_L1).toString(), u"current"_s);
    // A mirror that does not know the address, a proxy with a page of its own, a server that fails: none of them is the
    // Hub that says so.
    const QJsonObject match{{u"route"_s, u"info"_s}};
    const auto answering = [](const QString& type, int status, const QString& text) {
        return QJsonObject{{u"type"_s, type}, {u"status"_s, status}, {u"text"_s, text}};
    };
    for (const QJsonObject& action :
         {answering(u"status"_s, 404, u"{\"detail\":\"Not Found\"}"_s),
          answering(u"html"_s, 404, u"<html>Not here</html>"_s),
          answering(u"status"_s, 401, u"{\"error\":\"log in\"}"_s), answering(u"status"_s, 400, u"{}"_s)}) {
        (void)m_hub->addFault(match, action);
        QVERIFY(!checked().value("code"_L1).toString().isEmpty());
        QCOMPARE(repo().value("upstream"_L1).toString(), u"current"_s);
        m_hub->clearFaults();
    }
    // To those without a token the Hub does not say more than this.
    (void)m_hub->call("POST", u"repos/update"_s, QJsonObject{{u"id"_s, u"acme/tiny-llama"_s}, {u"private"_s, true}});
    QCOMPARE(checked().value("upstream"_L1).toString(), u"gone"_s);
    // And back again.
    (void)m_hub->call("POST", u"repos/update"_s, QJsonObject{{u"id"_s, u"acme/tiny-llama"_s}, {u"private"_s, false}});
    QCOMPARE(checked().value("upstream"_L1).toString(), u"current"_s);
}

/// To whoever comes without a token it looks the same.
void TestUpstreamApi::takesNoPrivateRepoForGone()
{
    const qint64 id = archived(tinyWish);
    const auto details = m_engine->details(id);
    QTRY_VERIFY(details.isFinished());
    QFile record(details.result()->recordFolder + u"/record.json");
    QVERIFY(record.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(record.open(QFile::ReadWrite));
    QByteArray text = record.readAll();
    QVERIFY(text.contains("\"private\": false"));
    text.replace("\"private\": false", "\"private\": true");
    QVERIFY(record.resize(0) && record.seek(0) && record.write(text) == text.size());
    record.close();
    (void)m_hub->call("POST", u"repos/update"_s, QJsonObject{{u"id"_s, u"acme/tiny-llama"_s}, {u"private"_s, true}});
    QCOMPARE(checked().value("code"_L1).toString(), u"repo_not_found"_s);
    QCOMPARE(repo().value("upstream"_L1).toString(), u"unknown"_s);
}

void TestUpstreamApi::seesGatesAndRenames()
{
    const qint64 id = archived(tinyWish);
    const auto update = [this](const QString& field, const QJsonValue& value) {
        (void)m_hub->call("POST", u"repos/update"_s, QJsonObject{{u"id"_s, u"acme/tiny-llama"_s}, {field, value}});
    };
    update(u"gated"_s, u"manual"_s);
    QCOMPARE(checked().value("upstream"_L1).toString(), u"gated"_s);
    update(u"gated"_s, false);
    update(u"disabled"_s, u"info"_s);
    QCOMPARE(checked().value("upstream"_L1).toString(), u"disabled"_s);
    QCOMPARE(codeOf(call("DELETE", u"archives/%1"_s.arg(id))), u"last_copy"_s);
    update(u"disabled"_s, false);
    (void)m_hub->call("POST", u"repos/rename"_s,
                      QJsonObject{{u"id"_s, u"acme/tiny-llama"_s}, {u"to"_s, u"acme/other"_s}});
    const QString otherPath = u"repos/model/acme%2Fother"_s;
    QCOMPARE(repo(otherPath).value("held_as"_L1), QJsonValue(QJsonValue::Null));
    QCOMPARE(checked().value("upstream"_L1).toString(), u"renamed"_s);
    QVERIFY(repo().value("held_as"_L1).isNull());
    // Under the name it has now, too, and after it got another one.
    QCOMPARE(repo(otherPath).value("held_as"_L1).toString(), u"acme/tiny-llama"_s);
    QCOMPARE(repo(otherPath).value("held"_L1).toString(), u"no"_s);
    (void)m_hub->call("POST", u"repos/rename"_s, QJsonObject{{u"id"_s, u"acme/other"_s}, {u"to"_s, u"acme/third"_s}});
    QCOMPARE(checked().value("upstream"_L1).toString(), u"renamed"_s);
    QTRY_COMPARE(repo(u"repos/model/acme%2FThird"_s).value("held_as"_L1).toString(), u"acme/tiny-llama"_s);
    QVERIFY(repo(otherPath).value("held_as"_L1).isNull());
}

void TestUpstreamApi::asksTheHubSeldom()
{
    (void)archived(tinyWish);
    (void)m_hub->call("DELETE", u"log"_s);
    const auto asked = [this] { return m_hub->call("GET", u"log?route=info"_s).toArray().size(); };
    QList<ApiAnswer> answers;
    for (int i = 0; i < 5; ++i)
        begin("POST", tinyPath + u"/check"_s).then([&](const ApiAnswer& answer) { answers.append(answer); });
    QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 5, patience);
    // Those that came while it was under way have its answer, too.
    for (const ApiAnswer& answer : std::as_const(answers)) {
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json.value("repo"_L1)[u"upstream"].toString(), u"current"_s);
    }
    QCOMPARE(call("POST", tinyPath + u"/check"_s, {{u"revision"_s, u"main"_s}}).status, 200);
    QCOMPARE(asked(), 1);
    QCOMPARE(call("POST", tinyPath + u"/check"_s, {{u"revision"_s, u"dev"_s}}).status, 200);
    QVERIFY(asked() > 1);
}

void TestUpstreamApi::asksTheHubForFewAtOnce()
{
    (void)m_hub->addFault({{u"route"_s, u"info"_s}}, {{u"type"_s, u"stall"_s}, {u"after"_s, -1}});
    std::stop_source stop;
    QList<ApiAnswer> answers;
    const auto collect = [&answers](const ApiAnswer& answer) { answers.append(answer); };
    const auto ask = [&](const QString& client) {
        begin("GET", tinyPath + u"/files"_s, {}, stop.get_token(), client).then(collect);
    };
    for (int i = 0; i < UpstreamApi::mostHubAsksPerClient; ++i)
        ask(u"one"_s);
    QCOMPARE(call("GET", tinyPath + u"/files"_s).status, 429);
    for (int i = UpstreamApi::mostHubAsksPerClient; i < UpstreamApi::mostHubAsks; ++i)
        ask(u"client %1"_s.arg(i));
    QVERIFY(answers.isEmpty());
    ask(u"new"_s);
    QTRY_COMPARE(answers.size(), 1);
    QCOMPARE(answers.takeFirst().status, 429);
    // What is known is answered all the same.
    QCOMPARE(call("GET", tinyPath).status, 200);
    stop.request_stop();
    QTRY_COMPARE_WITH_TIMEOUT(answers.size(), UpstreamApi::mostHubAsks, patience);
    m_hub->clearFaults();
    QCOMPARE(call("GET", tinyPath + u"/files"_s).status, 200);
}

void TestUpstreamApi::tellsWhatHappened()
{
    const RepoId other{RepoKind::Dataset, u"acme/weather"_s};
    (void)happened({{eventOf(tiny, u"new_commit"_s), {}}, {eventOf(tiny, u"archived"_s), {}}});
    (void)happened({{eventOf(other, u"gone"_s), {}}, {eventOf(other, u"back"_s), {}}});
    const auto events = [this](const QString& query) {
        return call("GET", u"upstream-events"_s + query).json.value("events"_L1).toArray();
    };
    const QJsonArray all = events({});
    // The newest first, and nothing of what hugger did itself.
    QCOMPARE(typesOf(all), (QStringList{u"back"_s, u"gone"_s, u"new_commit"_s}));
    QCOMPARE(all[1],
             QJsonValue(QJsonObject{{u"id"_s, all[1][u"id"]},
                                    {u"type"_s, u"gone"_s},
                                    {u"repo"_s, u"acme/weather"_s},
                                    {u"kind"_s, u"dataset"_s},
                                    {u"commit"_s, QString(40, u'a')},
                                    {u"at"_s, u"2026-11-20T21:30:23Z"_s},
                                    {u"detail"_s, u"Something happened."_s}}));
    QCOMPARE(typesOf(events(u"?repo=dataset/acme/weather&type=gone&type=disabled"_s)), QStringList{u"gone"_s});
    QCOMPARE(typesOf(events(u"?repo=model/acme/weather"_s)), QStringList());
    const QString last = QString::number(all[0][u"id"].toInteger());
    QCOMPARE(typesOf(events(u"?limit=1&before="_s + last)), QStringList{u"gone"_s});
    // In the letters in which it is held.
    HeldRow row;
    row.id = 1;
    row.repo = tiny;
    m_board->changeRows({row}, {});
    QCOMPARE(typesOf(events(u"?repo=model/Acme/Tiny-LLAMA"_s)), QStringList{u"new_commit"_s});
}

void TestUpstreamApi::provesWhatHappened()
{
    const QJsonObject facts{{u"old_commit"_s, QString(40, u'b')}};
    const QList<Event> stored = happened({{eventOf(tiny, u"new_commit"_s), facts},
                                          {eventOf(tiny, u"ref_moved"_s), {}},
                                          {eventOf(tiny, u"removed"_s), {}}});
    const auto proved = [&](qsizetype index) { return call("GET", u"upstream-events/%1"_s.arg(stored.at(index).id)); };
    QCOMPARE(proved(0).status, 200);
    QCOMPARE(proved(0).json.value("event"_L1)[u"facts"].toObject(), facts);
    QCOMPARE(proved(0).json.value("event"_L1)[u"type"].toString(), u"new_commit"_s);
    QCOMPARE(proved(1).json.value("event"_L1)[u"facts"].toObject(), QJsonObject());
    // What hugger did itself is no event of upstream, and does not stand for the one before it.
    QCOMPARE(codeOf(proved(2)), u"no_such_event"_s);
}

void TestUpstreamApi::tellsWhatTheCheckFound()
{
    (void)archived(tinyWish);
    QCOMPARE(call("POST", tinyPath + u"/check"_s).json.value("events"_L1), QJsonValue(QJsonArray()));
    const qint64 now = call("GET", u"events"_s).json.value("now"_L1).toInteger();
    UpstreamCheck check;
    check.repo = tiny;
    check.upstream = u"newer"_s;
    check.events = {eventOf(tiny, u"new_commit"_s), eventOf(tiny, u"ref_moved"_s)};
    m_board->endCheck(m_board->checkKey(tiny, {}), check);
    // Whoever asks within the minute has it from there.
    const QJsonArray found = call("POST", tinyPath + u"/check"_s).json.value("events"_L1).toArray();
    QCOMPARE(typesOf(found), (QStringList{u"new_commit"_s, u"ref_moved"_s}));
    // And whoever waits for news is told of the repo, though nothing of its row has changed.
    m_board->takeHappened(check.events);
    const QJsonArray news = call("GET", u"events?since=%1&wait=0"_s.arg(now)).json.value("events"_L1).toArray();
    QCOMPARE(typesOf(news), QStringList{u"repo"_s});
    QCOMPARE(news[0][u"repo"].toString(), tiny.id);
}

void TestUpstreamApi::asksAnewForTheUser()
{
    (void)archived(tinyWish);
    const auto asked = [this] { return m_hub->call("GET", u"log?route=info"_s).toArray().size(); };
    QCOMPARE(call("POST", tinyPath + u"/check"_s).status, 200);
    (void)m_hub->call("DELETE", u"log"_s);
    QCOMPARE(call("POST", tinyPath + u"/check"_s).status, 200);
    QCOMPARE(asked(), 0);
    std::optional<ApiAnswer> answer;
    begin("POST", tinyPath + u"/check"_s, {}, {}, u"owner"_s).then([&answer](const ApiAnswer& given) {
        answer = given;
    });
    QTRY_VERIFY_WITH_TIMEOUT(answer, patience);
    QCOMPARE(answer->status, 200);
    QVERIFY(asked() > 0);
}

void TestUpstreamApi::endsWhatItsAskerLeft()
{
    (void)archived(tinyWish);
    (void)m_hub->call("POST", u"repos/delete"_s, QJsonObject{{u"id"_s, u"acme/tiny-llama"_s}});
    std::stop_source stop;
    std::optional<ApiAnswer> answer;
    begin("POST", tinyPath + u"/check"_s, {}, stop.get_token()).then([&answer](const ApiAnswer& given) {
        answer = given;
    });
    QTRY_VERIFY(m_board->isChecking(m_board->checkKey(tiny, {})));
    stop.request_stop();
    QTRY_VERIFY(answer);
    QCOMPARE(answer->status, 503);
    // With the second look that it takes.
    QTRY_COMPARE_WITH_TIMEOUT(repo().value("upstream"_L1).toString(), u"gone"_s, patience);
    const ApiAnswer later = call("POST", tinyPath + u"/check"_s);
    QCOMPARE(typesOf(later.json.value("events"_L1).toArray()), QStringList{u"gone"_s});
}

void TestUpstreamApi::checksAllSeldom()
{
    QCOMPARE(call("POST", u"check"_s).json, (QJsonObject{{u"due"_s, 0}}));
    const ApiAnswer again = call("POST", u"check"_s);
    QCOMPARE(again.status, 429);
    QCOMPARE(codeOf(again), u"checked_already"_s);
    QCOMPARE(again.headers.first().first, "Retry-After"_ba);
    const int seconds = again.headers.first().second.toInt();
    QVERIFY(seconds >= 1 && seconds <= UpstreamApi::checkAllPause.count());
    // The user may, whatever a client did.
    std::optional<ApiAnswer> answer;
    begin("POST", u"check"_s, {}, {}, u"owner"_s).then([&answer](const ApiAnswer& given) { answer = given; });
    QTRY_VERIFY_WITH_TIMEOUT(answer, patience);
    QCOMPARE(answer->status, 200);
}

void TestUpstreamApi::writesPreviews()
{
    UpdatePreview preview;
    preview.held = tiny;
    preview.wish.repo = {RepoKind::Model, u"acme/newer-llama"_s};
    preview.wish.commit = QByteArray(40, '2');
    preview.from = QByteArray(40, '1');
    preview.isRewritten = true;
    preview.changes = {{FileChange::Kind::Added, u"a"_s, 0, 5},
                       {FileChange::Kind::Changed, u"b"_s, 7, 7},
                       {FileChange::Kind::Removed, u"c"_s, 9, 0}};
    preview.fetchFiles = 2;
    preview.fetchBytes = 12;
    preview.freeAfter = -1;
    preview.license.before.ids = QStringList{u"apache-2.0"_s};
    preview.license.after.ids = QStringList{u"other"_s};
    preview.license.after.name = u"house"_s;
    preview.license.texts = {{u"LICENSE"_s, u"Do."_s, u"Do not."_s}};
    preview.license.isStricter = true;
    preview.commits = {{QByteArray(40, '2'), u"More \"of\" it"_s, {}}};
    preview.hasMoreCommits = true;
    preview.warnings = QStringList{u"Careful."_s};
    const auto expected = QJsonDocument::fromJson(
        QByteArray(R"({"repo":"acme/tiny-llama","kind":"model","new_name":"acme/newer-llama","revision":"main",
        "from":"1*","to":"2*","is_held":false,"is_rewritten":true,"added":1,"changed":1,"removed":1,
        "changes":[{"change":"added","path":"a","size_before":0,"size_after":5},
                   {"change":"changed","path":"b","size_before":7,"size_after":7},
                   {"change":"removed","path":"c","size_before":9,"size_after":0}],
        "more":0,"fetch_files":2,"fetch_bytes":12,"free_after":-1,
        "license":{"before":{"ids":["apache-2.0"],"name":"","link":""},
                   "after":{"ids":["other"],"name":"house","link":""},"stricter":true,"texts":["LICENSE"]},
        "commits":[{"id":"2*","title":"More \"of\" it","date":null}],"more_commits":true,"warnings":["Careful."]})")
            .replace("1*", QByteArray(40, '1'))
            .replace("2*", QByteArray(40, '2')));
    QVERIFY(expected.isObject());
    QCOMPARE(previewJson(preview), expected.object());
    preview.license = {};
    preview.wish.repo = tiny;
    QVERIFY(previewJson(preview).value("license"_L1).isNull());
    QVERIFY(previewJson(preview).value("new_name"_L1).isNull());
}

void TestUpstreamApi::writesFewChanges()
{
    UpdatePreview preview;
    for (qsizetype i = 0; i < changesTold + 3; ++i)
        preview.changes.append({FileChange::Kind::Removed, u"f%1"_s.arg(i), 1, 0});
    const QJsonObject json = previewJson(preview);
    QCOMPARE(json.value("changes"_L1).toArray().size(), changesTold);
    QCOMPARE(json.value("more"_L1).toInteger(), 3);
    QCOMPARE(json.value("removed"_L1).toInteger(), changesTold + 3);
}

void TestUpstreamApi::previewsUpdates()
{
    const qint64 id = archived(tinyWish);
    const ApiAnswer nothing = call("GET", tinyPath + u"/update"_s);
    QCOMPARE(nothing.status, 200);
    QVERIFY(nothing.json.value("update"_L1)[u"is_held"].toBool());
    (void)m_hub->call("POST", u"commits"_s,
                      QJsonObject{{u"id"_s, u"acme/tiny-llama"_s},
                                  {u"title"_s, u"More"_s},
                                  {u"files"_s, QJsonArray{hubText(u"NEWS.md"_s, u"twelve bytes"_s)}}});
    const QJsonValue update = call("GET", tinyPath + u"/update?revision=main"_s).json.value("update"_L1);
    QCOMPARE(update[u"repo"].toString(), u"acme/tiny-llama"_s);
    QCOMPARE(update[u"added"].toInteger(), 1);
    QCOMPARE(update[u"changes"][0][u"path"].toString(), u"NEWS.md"_s);
    QCOMPARE(update[u"fetch_bytes"].toInteger(), 12);
    QCOMPARE(update[u"from"].toString(), repo().value("archives"_L1)[0][u"commit"].toString());
    QCOMPARE(update[u"commits"][0][u"title"].toString(), u"More"_s);
    QVERIFY(!update[u"is_held"].toBool());
    // Nothing came of it.
    QCOMPARE(repo().value("archives"_L1).toArray().size(), 1);
    QCOMPARE(repo().value("archives"_L1)[0][u"archive"].toInteger(), id);
    QCOMPARE(codeOf(call("GET", tinyPath + u"/update?revision=nowhere"_s)), u"revision_not_found"_s);
}

void TestUpstreamApi::keepsWhatMayBeTheLastCopy_data()
{
    QTest::addColumn<QString>("upstream");
    QTest::addColumn<QString>("lastCopy");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("gone") << u"gone"_s << u""_s << true;
    QTest::newRow("disabled") << u"disabled"_s << u""_s << true;
    QTest::newRow("gated") << u"gated"_s << u"gated"_s << true;
    QTest::newRow("license") << u"license_changed"_s << u"license"_s << true;
    QTest::newRow("license, and back") << u"current"_s << u"license"_s << true;
    QTest::newRow("history") << u"newer"_s << u"gone"_s << true;
    QTest::newRow("newer") << u"newer"_s << u""_s << false;
    QTest::newRow("gated, and we may") << u"gated"_s << u""_s << false;
}

void TestUpstreamApi::keepsWhatMayBeTheLastCopy()
{
    QFETCH(QString, upstream);
    QFETCH(QString, lastCopy);
    QFETCH(bool, isKept);
    HeldRow row;
    row.id = 7; // the engine has none: where nothing holds it back, it is not there
    row.repo = tiny;
    row.upstream = upstream;
    row.lastCopy = lastCopy;
    m_board->changeRows({row}, {});
    const QJsonValue told = call("GET", u"archives/7"_s).json.value("archive"_L1)[u"last_copy"];
    QCOMPARE(told, lastCopy.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(lastCopy));
    const ApiAnswer kept = call("DELETE", u"archives/7"_s);
    QCOMPARE(codeOf(kept), isKept ? u"last_copy"_s : u"not_held"_s);
    QCOMPARE(kept.json.value("error"_L1)[u"message"].toString().contains(u"last copy"), isKept);
    QCOMPARE(codeOf(call("DELETE", u"archives/7?confirm=acme%2Fother"_s)), isKept ? u"last_copy"_s : u"not_held"_s);
    QCOMPARE(codeOf(call("DELETE", u"archives/7?confirm=ACME%2Ftiny-llama"_s)), u"not_held"_s);
}

QTEST_GUILESS_MAIN(TestUpstreamApi)
#include "tst_upstreamapi.moc"
