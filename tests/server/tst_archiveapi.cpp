// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/archivefixture.h"

#include <QtTest/QSignalSpy>

using namespace hugger;
using namespace hugger::test;

class TestArchiveApi final : public QObject, private ArchiveFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { end(); }
    void isStartingAtFirst();
    void refusesWhatIsWrong_data();
    void refusesWhatIsWrong();
    void limitsLongPolls();
    void removesAndRestores();
    void keepsTheLastCopy();
    void asksBeforeItIsGoneForGood();
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
