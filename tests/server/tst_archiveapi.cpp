// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/archiveapi.h"

#include "app/server/apijson.h"
#include "support/practicehubprocess.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace hugger;
using namespace hugger::test;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 30s;
constexpr auto tinyPath = "repos/model/acme%2Ftiny-llama"_L1;

const QJsonObject tinyWish{{u"kind"_s, u"model"_s}, {u"repo"_s, u"acme/tiny-llama"_s}};

QString codeOf(const ApiAnswer& answer)
{
    return answer.json.value("error"_L1)[u"code"].toString();
}

} // namespace

class TestArchiveApi final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void isStartingAtFirst();
    void archivesByOneCall();
    void findsTheSameWishAgain();
    void archivesSingleFiles();
    void listsFiles();
    void tellsWhatThisRepoHolds();
    void tellsOfFewFiles();
    void refusesWhatIsWrong_data();
    void refusesWhatIsWrong();
    void pausesAndGoesOn();
    void pausesAll();
    void tellsOfEvents();
    void limitsLongPolls();
    void verifiesAndRepairs();
    void removesAndRestores();
    void keepsTheLastCopy();
    void asksBeforeItIsGoneForGood();
    void limitsUnfinishedJobs();
    void seesThatItIsNewer();
    void followsMain();
    void takesOnlyClearWordsForGone();
    void takesNoPrivateRepoForGone();
    void seesGatesAndRenames();
    void asksTheHubSeldom();
    void asksTheHubForFewAtOnce();
    void shows();
    void answersWhenTheEngineEnds();

private:
    [[nodiscard]] Task<ApiAnswer> begin(const QByteArray& method, const QString& path, const QJsonObject& body = {},
                                        std::stop_token gone = {}, const QString& client = u"one"_s);
    [[nodiscard]] ApiAnswer call(const QByteArray& method, const QString& path, const QJsonObject& body = {});
    [[nodiscard]] QJsonObject repo(const QString& path = tinyPath);
    [[nodiscard]] QJsonObject checked(const QString& path = tinyPath);
    [[nodiscard]] QString stateOf(qint64 job);
    [[nodiscard]] qint64 archived(const QJsonObject& wish);
    void forgetChecks();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PracticeHubProcess> m_hub;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<EngineDoor> m_door;
    std::unique_ptr<StatusBoard> m_board;
    std::unique_ptr<ArchiveApi> m_api;
    ApiRoutes m_routes;
};

void TestArchiveApi::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_hub = std::make_unique<PracticeHubProcess>(QStringList{u"--big-size"_s, u"24M"_s});
    qputenv("HF_ENDPOINT", m_hub->endpoint().toEncoded());
    m_engine = std::make_unique<Engine>(m_folder->filePath(u"profile"_s));
    m_door = std::make_unique<EngineDoor>(*m_engine);
    m_board = std::make_unique<StatusBoard>();
    connect(m_engine.get(), &Engine::rowsLoaded, m_board.get(), &StatusBoard::takeRows);
    connect(m_engine.get(), &Engine::rowsChanged, m_board.get(), &StatusBoard::changeRows);
    connect(m_engine.get(), &Engine::jobsReset, m_board.get(), &StatusBoard::resetJobs);
    connect(m_engine.get(), &Engine::jobsChanged, m_board.get(), &StatusBoard::changeJobs);
    connect(m_engine.get(), &Engine::storesChanged, m_board.get(), &StatusBoard::setStores);
    m_api = std::make_unique<ArchiveApi>(*m_door, *m_board, true, u"0123456789abcdef"_s);
    m_routes = {};
    m_api->addRoutes(m_routes);
    m_engine->open();
    QTRY_VERIFY_WITH_TIMEOUT(m_board->isLoaded() && m_board->knowsStores(), patience);
}

void TestArchiveApi::cleanup()
{
    m_engine.reset();
    m_api.reset();
    m_board.reset();
    m_hub.reset();
}

/// As a client that was let in asks: `path` as in the address, with its query.
Task<ApiAnswer> TestArchiveApi::begin(const QByteArray& method, const QString& path, const QJsonObject& body,
                                      std::stop_token gone, const QString& client)
{
    ApiRequest request;
    request.method = method;
    request.body = body;
    request.gone = std::move(gone);
    request.caller = {Caller::Kind::Client, client, {}};
    const QString query = path.section(u'?', 1);
    for (const QString& pair : query.split(u'&', Qt::SkipEmptyParts)) {
        request.query.append({QUrl::fromPercentEncoding(pair.section(u'=', 0, 0).toUtf8()),
                              QUrl::fromPercentEncoding(pair.section(u'=', 1).toUtf8())});
    }
    QStringList segments;
    for (const QString& segment : path.section(u'?', 0, 0).split(u'/'))
        segments.append(QUrl::fromPercentEncoding(segment.toUtf8()));
    const auto match = m_routes.find(method, segments);
    if (!match.route)
        qFatal("no such route: %s %s", method.constData(), qPrintable(path));
    request.params = match.params;
    return match.route->run(std::move(request));
}

ApiAnswer TestArchiveApi::call(const QByteArray& method, const QString& path, const QJsonObject& body)
{
    std::optional<ApiAnswer> answer;
    begin(method, path, body).then([&answer](const ApiAnswer& given) { answer = given; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, patience))
        qFatal("no answer: %s %s", method.constData(), qPrintable(path));
    return *answer;
}

QJsonObject TestArchiveApi::repo(const QString& path)
{
    return call("GET", path).json.value("repo"_L1).toObject();
}

/// The error, where there is one.
QJsonObject TestArchiveApi::checked(const QString& path)
{
    forgetChecks();
    const ApiAnswer answer = call("POST", path.section(u'?', 0, 0) + u"/check"_s, {});
    return answer.json.value(answer.status == 200 ? "repo"_L1 : "error"_L1).toObject();
}

/// As if a minute had passed.
void TestArchiveApi::forgetChecks()
{
    const RepoId tiny{RepoKind::Model, u"acme/tiny-llama"_s};
    m_board->endCheck(m_board->checkKey(tiny, {}), std::unexpected(interrupted()));
}

QString TestArchiveApi::stateOf(qint64 job)
{
    return call("GET", u"jobs/%1"_s.arg(job)).json.value("job"_L1)[u"state"].toString();
}

/// The number of the archive; fails the test's program when it does not come about.
qint64 TestArchiveApi::archived(const QJsonObject& wish)
{
    const qint64 id = call("POST", u"jobs"_s, wish).json.value("job"_L1)[u"id"].toInteger();
    const auto isDone = [&] {
        const QJsonValue job = call("GET", u"jobs/%1"_s.arg(id)).json.value("job"_L1);
        return job[u"state"] == "done"_L1 && !job[u"archive"].isNull();
    };
    if (!QTest::qWaitFor(isDone, patience))
        qFatal("not archived: %s", qPrintable(stateOf(id)));
    return call("GET", u"jobs/%1"_s.arg(id)).json.value("job"_L1)[u"archive"].toInteger();
}

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

void TestArchiveApi::archivesByOneCall()
{
    QCOMPARE(repo().value("held"_L1).toString(), u"no"_s);
    QVERIFY(repo().value("job"_L1).isNull());
    const ApiAnswer begun = call("POST", u"jobs"_s, tinyWish);
    QCOMPARE(begun.status, 201);
    const QJsonObject job = begun.json.value("job"_L1).toObject();
    QCOMPARE(job.value("repo"_L1).toString(), u"acme/tiny-llama"_s);
    QCOMPARE(job.value("revision"_L1).toString(), u"main"_s);
    // Whoever asks right now is told of it.
    QCOMPARE(repo().value("job"_L1)[u"id"], job.value("id"_L1));
    QCOMPARE(call("GET", u"jobs"_s).json.value("jobs"_L1).toArray().size(), 1);

    QTRY_COMPARE_WITH_TIMEOUT(repo().value("held"_L1).toString(), u"complete"_s, patience);
    QTRY_COMPARE(stateOf(job.value("id"_L1).toInteger()), u"done"_s);
    const QJsonObject now = repo(tinyPath + u"?revision=main"_s);
    QVERIFY(now.value("job"_L1).isNull());
    const QJsonObject archive = now.value("archives"_L1)[0].toObject();
    QCOMPARE(archive.value("state"_L1).toString(), u"complete"_s);
    QVERIFY(archive.value("verified"_L1).toBool());
    QVERIFY(archive.value("bytes"_L1).toInteger() > 0);
    QCOMPARE(now.value("asked"_L1)[u"archive"], archive.value("archive"_L1));
    QCOMPARE(call("GET", u"archives"_s).json.value("archives"_L1).toArray(), now.value("archives"_L1).toArray());
    const qint64 id = archive.value("archive"_L1).toInteger();
    QCOMPARE(call("GET", u"archives/%1"_s.arg(id)).json.value("archive"_L1).toObject(), archive);
    const QJsonValue briefs =
        call("GET", u"repos?id=model:ACME/Tiny-Llama&id=dataset:acme/tiny-llama"_s).json.value("repos"_L1);
    QCOMPARE(briefs[0][u"held"].toString(), u"complete"_s);
    QCOMPARE(briefs[0][u"repo"].toString(), u"acme/tiny-llama"_s);
    QCOMPARE(briefs[1][u"held"].toString(), u"no"_s);
    QTRY_COMPARE(call("GET", u"stores"_s).json.value("stores"_L1).toArray().size(), 1);
    QVERIFY(call("GET", u"jobs"_s).json.value("jobs"_L1).toArray().isEmpty());
    QCOMPARE(call("GET", u"jobs?state=all"_s).json.value("jobs"_L1).toArray().size(), 1);
}

void TestArchiveApi::findsTheSameWishAgain()
{
    m_hub->throttle(100'000);
    // Fifty at the same time: one job, and one of them began it.
    QList<ApiAnswer> answers;
    for (int i = 0; i < 50; ++i)
        begin("POST", u"jobs"_s, tinyWish).then([&answers](const ApiAnswer& answer) { answers.append(answer); });
    QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 50, patience);
    QCOMPARE(std::ranges::count(answers, 201, &ApiAnswer::status), 1);
    QCOMPARE(std::ranges::count(answers, 200, &ApiAnswer::status), 49);
    const QJsonValue id = answers.first().json.value("job"_L1)[u"id"];
    for (const ApiAnswer& answer : std::as_const(answers))
        QCOMPARE(answer.json.value("job"_L1)[u"id"], id);
    // In another letter case, too: the Hub knows it as the same.
    const QJsonObject shouted{{u"kind"_s, u"model"_s}, {u"repo"_s, u"ACME/Tiny-Llama"_s}};
    const ApiAnswer again = call("POST", u"jobs"_s, shouted);
    QCOMPARE(again.status, 200);
    QCOMPARE(again.json.value("job"_L1)[u"id"], id);
    QCOMPARE(call("GET", u"jobs"_s).json.value("jobs"_L1).toArray().size(), 1);
    // Another revision is another wish.
    QJsonObject other = tinyWish;
    other[u"revision"_s] = u"v1.0"_s;
    QCOMPARE(call("POST", u"jobs"_s, other).status, 201);
}

void TestArchiveApi::archivesSingleFiles()
{
    QJsonObject wish = tinyWish;
    wish[u"files"_s] = QJsonArray{u"config.json"_s};
    const qint64 first = archived(wish);
    const auto archive = [&] { return repo().value("archives"_L1)[0].toObject(); };
    QTRY_COMPARE(archive().value("files"_L1).toInteger(), 1);
    QCOMPARE(archive().value("state"_L1).toString(), u"partial"_s);
    QVERIFY(archive().value("listed_files"_L1).toInteger() > 3);
    QCOMPARE(call("GET", u"archives/%1"_s.arg(first)).json.value("archive"_L1), QJsonValue(archive()));
    wish[u"files"_s] = QJsonArray{u"README.md"_s};
    QCOMPARE(archived(wish), first);
    QTRY_COMPARE(archive().value("files"_L1).toInteger(), 2);
    QCOMPARE(repo().value("held"_L1).toString(), u"partial"_s);
    QCOMPARE(archived(tinyWish), first);
    QTRY_COMPARE(repo().value("held"_L1).toString(), u"complete"_s);
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

void TestArchiveApi::pausesAndGoesOn()
{
    m_hub->throttle(200'000);
    const qint64 id = call("POST", u"jobs"_s, {{u"kind"_s, u"model"_s}, {u"repo"_s, u"acme/big"_s}})
                          .json.value("job"_L1)[u"id"]
                          .toInteger();
    const QString path = u"jobs/%1/"_s.arg(id);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), u"running"_s, patience);
    const ApiAnswer paused = call("POST", path + u"pause"_s);
    QCOMPARE(paused.status, 200);
    QCOMPARE(paused.json.value("job"_L1)[u"waiting_for"].toString(), u"paused"_s);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), u"queued"_s, patience);
    QCOMPARE(repo(u"repos/model/acme%2Fbig"_s).value("job"_L1)[u"waiting_for"].toString(), u"paused"_s);
    m_hub->throttle(0);
    const ApiAnswer resumed = call("POST", path + u"resume"_s);
    QVERIFY(resumed.json.value("job"_L1)[u"waiting_for"].isNull());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), u"done"_s, patience);
    for (const auto verb : {u"pause", u"resume", u"cancel", u"retry"}) {
        const ApiAnswer late = call("POST", path + verb);
        QCOMPARE(late.status, 409);
        QCOMPARE(codeOf(late), u"job_finished"_s);
    }
    // One that was given up can be tried again.
    m_hub->throttle(1000);
    const qint64 other = call("POST", u"jobs"_s, {{u"kind"_s, u"model"_s}, {u"repo"_s, u"acme/tiny-llama-sharded"_s}})
                             .json.value("job"_L1)[u"id"]
                             .toInteger();
    QCOMPARE(call("POST", u"jobs/%1/cancel"_s.arg(other)).status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(other), u"cancelled"_s, patience);
    QVERIFY(repo(u"repos/model/acme%2Ftiny-llama-sharded"_s).value("job"_L1).isNull());
    m_hub->throttle(0);
    QCOMPARE(call("POST", u"jobs/%1/retry"_s.arg(other)).status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(other), u"done"_s, patience);
}

void TestArchiveApi::pausesAll()
{
    m_hub->throttle(1000);
    const qint64 id = call("POST", u"jobs"_s, tinyWish).json.value("job"_L1)[u"id"].toInteger();
    QCOMPARE(call("POST", u"jobs/pause"_s).json, QJsonObject());
    const auto waits = [&] { return call("GET", u"jobs/%1"_s.arg(id)).json.value("job"_L1)[u"waiting_for"]; };
    QTRY_COMPARE(waits(), QJsonValue(u"paused"_s));
    m_hub->throttle(0);
    QCOMPARE(call("POST", u"jobs/resume"_s).status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), u"done"_s, patience);
}

void TestArchiveApi::tellsOfEvents()
{
    const QJsonObject at = call("GET", u"events"_s).json;
    QCOMPARE(at.value("instance"_L1).toString(), u"0123456789abcdef"_s);
    QVERIFY(at.value("events"_L1).toArray().isEmpty());
    qint64 since = at.value("now"_L1).toInteger();
    // What it says is what there is: followed to the end, job and repo are as when asked for anew.
    std::optional<ApiAnswer> waiting;
    begin("GET", u"events?since=%1"_s.arg(since)).then([&](const ApiAnswer& answer) { waiting = answer; });
    QVERIFY(!waiting);
    const qint64 id = call("POST", u"jobs"_s, tinyWish).json.value("job"_L1)[u"id"].toInteger();
    QTRY_VERIFY(waiting);
    QVERIFY(waiting->json.value("now"_L1).toInteger() > since);
    QVERIFY(!waiting->json.value("events"_L1).toArray().isEmpty());
    QJsonObject job;
    bool sawRepo = false;
    const auto follow = [&] {
        const ApiAnswer answer = call("GET", u"events?since=%1&wait=1"_s.arg(since));
        if (answer.json.value("missed"_L1).toBool(true))
            qFatal("missed");
        since = answer.json.value("now"_L1).toInteger();
        for (const QJsonValue event : answer.json.value("events"_L1).toArray()) {
            if (event[u"type"] == "job"_L1)
                job = event[u"job"].toObject();
            sawRepo = sawRepo || (event[u"type"] == "repo"_L1 && event[u"repo"] == "acme/tiny-llama"_L1);
        }
        return job.value("state"_L1) == "done"_L1 && sawRepo;
    };
    QVERIFY(QTest::qWaitFor(follow, patience));
    QCOMPARE(job.value("id"_L1).toInteger(), id);
    QCOMPARE(job.value("bytes_done"_L1), job.value("bytes_total"_L1));
    QVERIFY(call("GET", u"events?since=%1"_s.arg(since - 1'000'000'000)).json.value("missed"_L1).toBool());
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

void TestArchiveApi::verifiesAndRepairs()
{
    const qint64 id = archived(tinyWish);
    const auto details = [&] {
        const auto answer = m_engine->details(id);
        return QTest::qWaitFor([&] { return answer.isFinished(); }, patience) ? *answer.result() : SnapshotDetails();
    }();
    const QString sha256 = QString::fromLatin1(details.record.files.first().sha256);
    QFile object(m_folder->filePath(u"profile/store/objects/sha256/"_s + sha256.first(2) + u'/' + sha256));
    QVERIFY(object.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(object.open(QFile::ReadWrite));
    const qint64 size = details.record.files.first().size;
    QCOMPARE(object.write(QByteArray(static_cast<qsizetype>(size), 'x')), size);
    object.close();

    const ApiAnswer begun = call("POST", u"archives/%1/verify"_s.arg(id));
    QCOMPARE(begun.status, 201);
    QCOMPARE(begun.json.value("job"_L1)[u"type"].toString(), u"verify"_s);
    QTRY_COMPARE_WITH_TIMEOUT(repo().value("job"_L1)[u"error"][u"code"].toString(), u"damaged"_s, patience);
    QTRY_VERIFY(repo().value("archives"_L1)[0][u"damaged"].toInteger() > 0);
    QCOMPARE(call("POST", u"archives/%1/repair"_s.arg(id)).status, 201);
    QTRY_COMPARE_WITH_TIMEOUT(repo().value("archives"_L1)[0][u"damaged"].toInteger(), 0, patience);
    QTRY_VERIFY(repo().value("job"_L1).isNull());
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

void TestArchiveApi::limitsUnfinishedJobs()
{
    QList<JobStatus> jobs;
    for (qint64 id = 1; id <= ArchiveApi::mostUnfinishedJobs; ++id) {
        JobStatus status;
        status.job.id = 1'000'000 + id;
        status.job.repo = {RepoKind::Model, u"acme/m%1"_s.arg(id)};
        jobs.append(status);
    }
    m_board->changeJobs(jobs);
    const ApiAnswer refused = call("POST", u"jobs"_s, tinyWish);
    QCOMPARE(refused.status, 429);
    QCOMPARE(codeOf(refused), u"too_many_jobs"_s);
    QCOMPARE(refused.headers.first().first, "Retry-After"_ba);
    jobs.first().job.state = JobState::Completed;
    m_board->changeJobs({jobs.first()});
    QCOMPARE(call("POST", u"jobs"_s, tinyWish).status, 201);
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

void TestArchiveApi::answersWhenTheEngineEnds()
{
    (void)m_hub->addFault({{u"route"_s, u"info"_s}}, {{u"type"_s, u"stall"_s}, {u"after"_s, -1}});
    QList<ApiAnswer> answers;
    const auto collect = [&answers](const ApiAnswer& answer) { answers.append(answer); };
    begin("GET", tinyPath + u"/files"_s).then(collect);
    QSignalSpy closed(m_engine.get(), &Engine::closed);
    m_engine->close();
    QVERIFY(closed.wait(patience));
    QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 1, patience);
    QCOMPARE(answers.first().status, 503);
    QCOMPARE(call("POST", u"jobs"_s, tinyWish).status, 503);
    // Asked and not heard: the question is dropped with the engine.
    begin("POST", u"jobs"_s, tinyWish).then(collect);
    m_engine.reset();
    QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 2, patience);
    QCOMPARE(answers.last().status, 503);
}

QTEST_GUILESS_MAIN(TestArchiveApi)
#include "tst_archiveapi.moc"
