// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/archivefixture.h"

#include <QtTest/QSignalSpy>

using namespace hugger;
using namespace hugger::test;

class TestArchiveJobs final : public QObject, private ArchiveFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { end(); }
    void archivesByOneCall();
    void findsTheSameWishAgain();
    void archivesSingleFiles();
    void pausesAndGoesOn();
    void pausesAll();
    void tellsOfEvents();
    void verifiesAndRepairs();
    void limitsUnfinishedJobs();
    void answersWhenTheEngineEnds();
};

void TestArchiveJobs::archivesByOneCall()
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

void TestArchiveJobs::findsTheSameWishAgain()
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

void TestArchiveJobs::archivesSingleFiles()
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

void TestArchiveJobs::pausesAndGoesOn()
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

void TestArchiveJobs::pausesAll()
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

void TestArchiveJobs::tellsOfEvents()
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

void TestArchiveJobs::verifiesAndRepairs()
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

void TestArchiveJobs::limitsUnfinishedJobs()
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

void TestArchiveJobs::answersWhenTheEngineEnds()
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

QTEST_GUILESS_MAIN(TestArchiveJobs)
#include "tst_archivejobs.moc"
