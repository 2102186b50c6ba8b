// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/archivefixture.h"

#include "app/server/apijson.h"

#include <QtTest/QSignalSpy>

using namespace hugger;
using namespace hugger::test;

class TestArchiveApi final : public QObject, private ArchiveFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { end(); }
    void isStartingAtFirst();
    void listsFiles();
    void tellsWhatThisRepoHolds();
    void tellsOfFewFiles();
    void refusesWhatIsWrong_data();
    void refusesWhatIsWrong();
    void limitsLongPolls();
    void removesAndRestores();
    void keepsTheLastCopy();
    void asksBeforeItIsGoneForGood();
    void seesThatItIsNewer();
    void followsMain();
    void takesOnlyClearWordsForGone();
    void takesNoPrivateRepoForGone();
    void seesGatesAndRenames();
    void asksTheHubSeldom();
    void asksTheHubForFewAtOnce();
    void shows();
};

void TestArchiveApi::isStartingAtFirst()
{
    StatusBoard empty;
    ArchiveApi api(*m_door, empty, true);
    m_routes = {};
    api.addRoutes(m_routes);
    for (const auto path : {u"repos?id=model:acme/x", u"repos/model/acme%2Fx", u"archives", u"archives/1", u"jobs",
                            u"jobs/1", u"events", u"stores"}) {
        const ApiAnswer answer = call("GET", QString(path));
        QCOMPARE(answer.status, 503);
        QCOMPARE(codeOf(answer), u"starting"_s);
        QCOMPARE(answer.headers, (QList<std::pair<QByteArray, QByteArray>>{{"Retry-After", "1"}}));
    }
    QCOMPARE(call("POST", u"jobs"_s, tinyWish).status, 503);
    QCOMPARE(call("POST", tinyPath + u"/check"_s).status, 503);
}

void TestArchiveApi::listsFiles()
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

void TestArchiveApi::tellsWhatThisRepoHolds()
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

void TestArchiveApi::tellsOfFewFiles()
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

void TestArchiveApi::refusesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const QByteArray& method, const QString& path, const QJsonObject& body,
                        int status,
                        const QString& code) { QTest::newRow(name) << method << path << body << status << code; };
    const QJsonObject foreign{{u"x"_s, 1}};
    row("kind", "GET", u"repos/models/acme%2Fx"_s, {}, 422, u"bad_field"_s);
    row("id", "GET", u"repos/model/..%2Fx"_s, {}, 422, u"bad_repo_id"_s);
    row("id of three", "GET", u"repos/model/a%2Fb%2Fc"_s, {}, 422, u"bad_repo_id"_s);
    row("revision", "GET", u"repos/model/acme%2Fx?revision=..%2Fx"_s, {}, 422, u"bad_revision"_s);
    row("query", "GET", u"repos/model/acme%2Fx?rev=main"_s, {}, 422, u"bad_field"_s);
    row("no ids", "GET", u"repos"_s, {}, 422, u"bad_field"_s);
    row("no kind in id", "GET", u"repos?id=acme/x"_s, {}, 422, u"bad_field"_s);
    row("one bad id", "GET", u"repos?id=model:acme/x&id=model:a--b"_s, {}, 422, u"bad_repo_id"_s);
    row("too many ids", "GET", u"repos?"_s + u"id=model:acme/x&"_s.repeated(101), {}, 422, u"bad_field"_s);
    row("check of what is not held", "POST", u"repos/model/acme%2Fx/check"_s, {}, 404, u"not_held"_s);
    row("check with a field", "POST", u"repos/model/acme%2Fx/check"_s, foreign, 422, u"bad_field"_s);
    row("check with a query", "POST", u"repos/model/acme%2Fx/check?a=b"_s, {}, 422, u"bad_field"_s);
    row("files of a bad id", "GET", u"repos/model/x%20y/files"_s, {}, 422, u"bad_repo_id"_s);
    row("limit", "GET", u"archives?limit=0"_s, {}, 422, u"bad_field"_s);
    row("after", "GET", u"archives?after=-1"_s, {}, 422, u"bad_field"_s);
    row("archive", "GET", u"archives/77"_s, {}, 404, u"not_held"_s);
    row("archive by name", "GET", u"archives/x"_s, {}, 404, u"not_held"_s);
    row("archive, padded", "GET", u"archives/01"_s, {}, 404, u"not_held"_s);
    row("remove", "DELETE", u"archives/77"_s, {}, 404, u"not_held"_s);
    row("remove with a query", "DELETE", u"archives/77?now=1"_s, {}, 422, u"bad_field"_s);
    row("verify", "POST", u"archives/77/verify"_s, {}, 404, u"not_held"_s);
    row("repair with a field", "POST", u"archives/77/repair"_s, foreign, 422, u"bad_field"_s);
    row("restore", "POST", u"trash/20261120T213023Z-1a2b3c/restore"_s, {}, 404, u"no_such_trash"_s);
    row("restore above", "POST", u"trash/..%2F..%2Fx/restore"_s, {}, 404, u"no_such_trash"_s);
    row("job", "GET", u"jobs/77"_s, {}, 404, u"no_such_job"_s);
    row("job by name", "GET", u"jobs/x"_s, {}, 404, u"no_such_job"_s);
    row("job's query", "GET", u"jobs/77?x=1"_s, {}, 422, u"bad_field"_s);
    row("state", "GET", u"jobs?state=running"_s, {}, 422, u"bad_field"_s);
    row("pause", "POST", u"jobs/77/pause"_s, {}, 404, u"no_such_job"_s);
    row("cancel by name", "POST", u"jobs/x/cancel"_s, {}, 404, u"no_such_job"_s);
    row("retry with a field", "POST", u"jobs/77/retry"_s, foreign, 422, u"bad_field"_s);
    row("pause all with a field", "POST", u"jobs/pause"_s, foreign, 422, u"bad_field"_s);
    row("since", "GET", u"events?since=x"_s, {}, 422, u"bad_field"_s);
    row("wait", "GET", u"events?since=1&wait=21"_s, {}, 422, u"bad_field"_s);
    row("stores", "GET", u"stores?x=1"_s, {}, 422, u"bad_field"_s);
    row("show nothing", "POST", u"show"_s, {}, 422, u"bad_field"_s);
    row("store", "POST", u"jobs"_s,
        {{u"kind"_s, u"model"_s}, {u"repo"_s, u"acme/tiny-llama"_s}, {u"store"_s, u"Nowhere"_s}}, 422,
        u"no_such_store"_s);
    row("files", "POST", u"jobs"_s,
        {{u"kind"_s, u"model"_s}, {u"repo"_s, u"acme/tiny-llama"_s}, {u"files"_s, QJsonArray()}}, 422,
        u"empty_files"_s);
    row("job with a query", "POST", u"jobs?x=1"_s, tinyWish, 422, u"bad_field"_s);
}

void TestArchiveApi::refusesWhatIsWrong()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QJsonObject, body);
    QFETCH(int, status);
    QFETCH(QString, code);
    const qint64 before = call("GET", u"events"_s).json.value("now"_L1).toInteger();
    const ApiAnswer answer = call(method, path, body);
    QCOMPARE(codeOf(answer), code);
    QCOMPARE(answer.status, status);
    QVERIFY(!answer.json.value("error"_L1)[u"message"].toString().isEmpty());
    // And nothing came of it.
    QVERIFY(call("GET", u"jobs?state=all"_s).json.value("jobs"_L1).toArray().isEmpty());
    QCOMPARE(call("GET", u"events"_s).json.value("now"_L1).toInteger(), before);
}

void TestArchiveApi::limitsLongPolls()
{
    const qint64 now = call("GET", u"events"_s).json.value("now"_L1).toInteger();
    const QString path = u"events?since=%1"_s.arg(now);
    std::stop_source stop;
    QList<ApiAnswer> answers;
    const auto collect = [&answers](const ApiAnswer& answer) { answers.append(answer); };
    for (int i = 0; i < StatusBoard::mostWaitingPerClient + 1; ++i)
        begin("GET", path, {}, stop.get_token()).then(collect);
    QTRY_COMPARE(answers.size(), 1);
    QCOMPARE(answers.first().status, 429);
    QCOMPARE(codeOf(answers.first()), u"too_many"_s);
    QCOMPARE(answers.first().headers.first().first, "Retry-After"_ba);
    // Others may wait still, and whoever leaves makes room.
    begin("GET", path, {}, stop.get_token(), u"two"_s).then(collect);
    stop.request_stop();
    QTRY_COMPARE(answers.size(), StatusBoard::mostWaitingPerClient + 2);
    QCOMPARE(std::ranges::count(answers, 503, &ApiAnswer::status), StatusBoard::mostWaitingPerClient + 1);
    QCOMPARE(call("GET", path + u"&wait=1"_s).status, 200);
}

void TestArchiveApi::removesAndRestores()
{
    const qint64 id = archived(tinyWish);
    const ApiAnswer removed = call("DELETE", u"archives/%1"_s.arg(id));
    QCOMPARE(removed.status, 200);
    const QJsonObject told = removed.json.value("removed"_L1).toObject();
    QCOMPARE(told.value("repo"_L1).toString(), u"acme/tiny-llama"_s);
    QVERIFY(told.value("freed_bytes"_L1).toInteger() > 0);
    const auto until = QDateTime::fromString(told.value("until"_L1).toString(), Qt::ISODate);
    const qint64 days = QDateTime::currentDateTimeUtc().addSecs(60).daysTo(until);
    QCOMPARE(days, m_engine->settings().trashDays);
    // At once, and not when the engine's news come.
    QCOMPARE(repo().value("held"_L1).toString(), u"no"_s);
    QCOMPARE(call("GET", u"archives/%1"_s.arg(id)).status, 404);
    const QString trash = told.value("trash"_L1).toString();
    QCOMPARE(call("POST", u"trash/%1/restore"_s.arg(trash)).json.value("restored"_L1), QJsonValue(true));
    QTRY_COMPARE(repo().value("held"_L1).toString(), u"complete"_s);
    QCOMPARE(codeOf(call("POST", u"trash/%1/restore"_s.arg(trash))), u"no_such_trash"_s);
}

void TestArchiveApi::keepsTheLastCopy()
{
    const qint64 id = archived(tinyWish);
    (void)m_hub->call("POST", u"repos/delete"_s, QJsonObject{{u"id"_s, u"acme/tiny-llama"_s}});
    QCOMPARE(checked().value("upstream"_L1).toString(), u"gone"_s);
    const QString path = u"archives/%1"_s.arg(id);
    for (const QString& confirmed : {u""_s, u"?confirm=yes"_s, u"?confirm=acme"_s}) {
        const ApiAnswer kept = call("DELETE", path + confirmed);
        QCOMPARE(kept.status, 409);
        QCOMPARE(codeOf(kept), u"last_copy"_s);
        QVERIFY(kept.json.value("error"_L1)[u"message"].toString().contains(u"acme/tiny-llama"));
    }
    QCOMPARE(repo().value("held"_L1).toString(), u"complete"_s);
    QCOMPARE(call("DELETE", path + u"?confirm=acme%2Ftiny-LLAMA"_s).status, 200);
    QCOMPARE(repo().value("held"_L1).toString(), u"no"_s);
}

void TestArchiveApi::asksBeforeItIsGoneForGood()
{
    const qint64 id = archived(tinyWish);
    Settings settings = m_engine->settings();
    settings.trashDays = 0;
    const auto applied = m_engine->apply(settings);
    QTRY_VERIFY(applied.isFinished());
    QTRY_COMPARE(m_engine->settings().trashDays, 0);
    const QString path = u"archives/%1"_s.arg(id);
    const ApiAnswer kept = call("DELETE", path);
    QCOMPARE(kept.status, 409);
    QCOMPARE(codeOf(kept), u"not_kept"_s);
    QCOMPARE(repo().value("held"_L1).toString(), u"complete"_s);
    QCOMPARE(call("DELETE", path + u"?confirm=acme%2Ftiny-llama"_s).status, 200);
    QCOMPARE(repo().value("held"_L1).toString(), u"no"_s);
}

void TestArchiveApi::seesThatItIsNewer()
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
void TestArchiveApi::followsMain()
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

/// To whoever comes without a token it looks the same.
void TestArchiveApi::takesNoPrivateRepoForGone()
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

void TestArchiveApi::takesOnlyClearWordsForGone()
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

void TestArchiveApi::seesGatesAndRenames()
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
    QCOMPARE(checked().value("upstream"_L1).toString(), u"renamed"_s);
}

void TestArchiveApi::asksTheHubSeldom()
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

void TestArchiveApi::asksTheHubForFewAtOnce()
{
    (void)m_hub->addFault({{u"route"_s, u"info"_s}}, {{u"type"_s, u"stall"_s}, {u"after"_s, -1}});
    std::stop_source stop;
    QList<ApiAnswer> answers;
    const auto collect = [&answers](const ApiAnswer& answer) { answers.append(answer); };
    const auto ask = [&](const QString& client) {
        begin("GET", tinyPath + u"/files"_s, {}, stop.get_token(), client).then(collect);
    };
    for (int i = 0; i < ArchiveApi::mostHubAsksPerClient; ++i)
        ask(u"one"_s);
    QCOMPARE(call("GET", tinyPath + u"/files"_s).status, 429);
    for (int i = ArchiveApi::mostHubAsksPerClient; i < ArchiveApi::mostHubAsks; ++i)
        ask(u"client %1"_s.arg(i));
    QVERIFY(answers.isEmpty());
    ask(u"new"_s);
    QTRY_COMPARE(answers.size(), 1);
    QCOMPARE(answers.takeFirst().status, 429);
    // What is known is answered all the same.
    QCOMPARE(call("GET", tinyPath).status, 200);
    stop.request_stop();
    QTRY_COMPARE_WITH_TIMEOUT(answers.size(), ArchiveApi::mostHubAsks, patience);
    m_hub->clearFaults();
    QCOMPARE(call("GET", tinyPath + u"/files"_s).status, 200);
}

void TestArchiveApi::shows()
{
    QSignalSpy shown(m_api.get(), &ArchiveApi::showRequested);
    QJsonObject body = tinyWish;
    QCOMPARE(codeOf(call("POST", u"show"_s, body)), u"not_held"_s);
    HeldRow row;
    row.id = 1;
    row.repo = {RepoKind::Model, u"acme/tiny-llama"_s};
    m_board->changeRows({row}, {});
    QCOMPARE(call("POST", u"show"_s, body).json, QJsonObject());
    body = {
        {u"kind"_s, u"dataset"_s}, {u"repo"_s, u"acme/weather"_s}, {u"revision"_s, u"refs/pr/1"_s}, {u"add"_s, true}};
    QCOMPARE(call("POST", u"show"_s, body).status, 200);
    QCOMPARE(shown.size(), 2);
    QCOMPARE(shown[0], (QVariantList{u"acme/tiny-llama"_s, false}));
    QCOMPARE(shown[1], (QVariantList{u"datasets/acme/weather@refs/pr/1"_s, true}));
    const auto link = parseLink(shown[1][0].toString(), m_hub->endpoint());
    QVERIFY(link);
    QCOMPARE(link->repo.kind, RepoKind::Dataset);
    QCOMPARE(link->revision, u"refs/pr/1"_s);

    ArchiveApi headless(*m_door, *m_board, false);
    m_routes = {};
    headless.addRoutes(m_routes);
    QCOMPARE(codeOf(call("POST", u"show"_s, body)), u"no_window"_s);
    QCOMPARE(call("POST", u"show"_s, body).status, 409);
}

QTEST_GUILESS_MAIN(TestArchiveApi)
#include "tst_archiveapi.moc"
