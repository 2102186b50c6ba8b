// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/statusboard.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace hugger;

namespace {

const RepoId tiny{RepoKind::Model, u"acme/Tiny-Llama"_s};
const QByteArray firstCommit = QByteArray(40, '1');
const QByteArray secondCommit = QByteArray(40, '2');

HeldRow rowOf(qint64 id, const RepoId& repo, const QByteArray& commit, qint64 capturedAt = 1'700'000'000)
{
    HeldRow row;
    row.id = id;
    row.repo = repo;
    row.commit = commit;
    row.revision = u"main"_s;
    row.storeId = u"store-1"_s;
    row.license = u"apache-2.0"_s;
    row.upstream = u"unknown"_s;
    row.capturedAt = capturedAt;
    row.verifiedAt = capturedAt;
    row.bytes = 1000;
    row.files = 3;
    row.isComplete = true;
    return row;
}

JobStatus jobOf(qint64 id, const RepoId& repo, JobState state, JobType type = JobType::Archive)
{
    JobStatus status;
    status.job.id = id;
    status.job.type = type;
    status.job.repo = repo;
    status.job.state = state;
    status.job.storeId = u"store-1"_s;
    status.job.createdAt = u"2026-11-20T21:30:23Z"_s;
    status.job.updatedAt = status.job.createdAt;
    if (state == JobState::Failed)
        status.job.error = Error{ErrorKind::Network, u"timeout"_s, u"It took too long."_s, {}, Retry::Automatic};
    return status;
}

StoreStatus storeNamed(const QString& label)
{
    StoreStatus store;
    store.identity = {u"store-1"_s, label, u"2026-11-20T21:30:23Z"_s};
    store.isDefault = true;
    store.isPlugged = true;
    store.freeBytes = 5;
    store.totalBytes = 10;
    return store;
}

qint64 now(const StatusBoard& board)
{
    return board.events(0).value("now"_L1).toInteger();
}

QList<QString> typesIn(const QJsonObject& events)
{
    QList<QString> types;
    for (const QJsonValue event : events.value("events"_L1).toArray())
        types.append(event[u"type"].toString());
    return types;
}

/// What an `asked` says: which archive and how much of it.
std::pair<qint64, QString> asked(const StatusBoard& board, const QString& revision)
{
    const QJsonObject json = board.repo(tiny, revision).value("asked"_L1).toObject();
    return {json.value("archive"_L1).toInteger(-1), json.value("held"_L1).toString()};
}

} // namespace

class TestStatusBoard final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isLoadedWhenAllIsThere();
    void findsReposInAnyCase();
    void tellsHowMuchIsHeld();
    void findsWhatARevisionMeans();
    void keepsTheOldListUntilTheNewOneIsWhole();
    void pagesArchives();
    void namesTheJobThatMatters_data();
    void namesTheJobThatMatters();
    void shapesJobs();
    void tellsNobodyElseOfPaths();
    void ordersJobs();
    void keepsFewFinishedJobs();
    void tellsWhatChanged();
    void tellsOfJobsOnce();
    void saysWhatWasMissed();
    void waitsForNews();
    void stopsWaiting();
    void limitsWhoWaits();
    void remembersChecks();
    void followsOneRevision_data();
    void followsOneRevision();
    void learnsWhatPartialOnesLack();
    void staysSmallAndQuick();
};

void TestStatusBoard::isLoadedWhenAllIsThere()
{
    StatusBoard board;
    QVERIFY(!board.isLoaded());
    board.takeRows({rowOf(1, tiny, firstCommit)}, true, false);
    board.resetJobs({});
    QVERIFY(!board.isLoaded());
    board.takeRows({}, false, true);
    QVERIFY(board.isLoaded());
    QVERIFY(!board.knowsStores());
    board.setStores({storeNamed(u"Home"_s)});
    QVERIFY(board.knowsStores());
    QVERIFY(board.hasStore(u"Home"_s) && board.hasStore(u"store-1"_s) && !board.hasStore(u"home"_s));
}

void TestStatusBoard::findsReposInAnyCase()
{
    StatusBoard board;
    board.takeRows({rowOf(1, tiny, firstCommit), rowOf(2, {RepoKind::Dataset, u"acme/tiny-llama"_s}, secondCommit)},
                   true, true);
    const RepoId asked{RepoKind::Model, u"ACME/tiny-LLAMA"_s};
    QVERIFY(board.isHeld(asked));
    QCOMPARE(board.trueId(asked), tiny);
    QCOMPARE(board.brief(asked).value("repo"_L1).toString(), tiny.id);
    QCOMPARE(board.repo(asked, {}).value("archives"_L1).toArray().size(), 1);
    const RepoId other{RepoKind::Space, u"acme/tiny-llama"_s};
    QVERIFY(!board.isHeld(other));
    QCOMPARE(board.trueId(other), other);
    board.changeRows({}, {1});
    QVERIFY(!board.isHeld(asked));
    QVERIFY(board.isHeld({RepoKind::Dataset, u"Acme/Tiny-Llama"_s}));
}

void TestStatusBoard::tellsHowMuchIsHeld()
{
    StatusBoard board;
    const auto held = [&] { return board.brief(tiny).value("held"_L1).toString(); };
    const auto upstream = [&] { return board.brief(tiny).value("upstream"_L1).toString(); };
    QCOMPARE(held(), u"no"_s);
    QCOMPARE(upstream(), u"unknown"_s);
    HeldRow part = rowOf(1, tiny, firstCommit);
    part.isComplete = false;
    part.upstream = u"newer"_s;
    board.changeRows({part}, {});
    QCOMPARE(held(), u"partial"_s);
    // One that came later and about which nobody has asked yet does not hide what is known.
    board.changeRows({rowOf(2, tiny, secondCommit, 1'800'000'000)}, {});
    QCOMPARE(held(), u"complete"_s);
    QCOMPARE(upstream(), u"newer"_s);

    board.setStores({storeNamed(u"Home"_s)});
    HeldRow damaged = rowOf(2, tiny, secondCommit, 1'800'000'000);
    damaged.damaged = 2;
    board.changeRows({damaged}, {});
    const QJsonArray archives = board.repo(tiny, {}).value("archives"_L1).toArray();
    QCOMPARE(archives.size(), 2);
    const QJsonObject newest = archives.at(0).toObject();
    QCOMPARE(newest.value("archive"_L1).toInteger(), 2);
    QCOMPARE(newest.value("store"_L1).toString(), u"Home"_s);
    QCOMPARE(newest.value("captured_at"_L1).toString(), u"2027-01-15T08:00:00Z"_s);
    QCOMPARE(newest.value("verified"_L1).toBool(true), false);
    QCOMPARE(newest.value("listed_files"_L1).toInteger(), 3);
    QVERIFY(archives.at(1)[u"listed_files"].isNull());
    QCOMPARE(archives.at(1)[u"state"].toString(), u"partial"_s);
}

void TestStatusBoard::findsWhatARevisionMeans()
{
    StatusBoard board;
    HeldRow older = rowOf(1, tiny, firstCommit);
    HeldRow newer = rowOf(2, tiny, secondCommit, 1'800'000'000);
    HeldRow branch = rowOf(3, tiny, QByteArray(40, '3'));
    branch.revision = u"feat/x"_s;
    branch.isComplete = false;
    board.changeRows({older, newer, branch}, {});
    QVERIFY(board.repo(tiny, {}).value("asked"_L1).isNull());
    QCOMPARE(asked(board, u"main"_s), (std::pair(2LL, u"complete"_s)));
    QCOMPARE(asked(board, u"feat/x"_s), (std::pair(3LL, u"partial"_s)));
    QCOMPARE(asked(board, u"1111111"_s), (std::pair(1LL, u"complete"_s)));
    QCOMPARE(asked(board, QString::fromLatin1(firstCommit)), (std::pair(1LL, u"complete"_s)));
    QCOMPARE(asked(board, u"111"_s), (std::pair(-1LL, u"no"_s)));
    QCOMPARE(asked(board, u"v1.0"_s), (std::pair(-1LL, u"no"_s)));
    QVERIFY(board.repo(tiny, u"v1.0"_s).value("asked"_L1)[u"archive"].isNull());
    // The same commit in another store, whole there.
    HeldRow copy = branch;
    copy.id = 4;
    copy.storeId = u"store-2"_s;
    copy.isComplete = true;
    board.changeRows({copy}, {});
    QCOMPARE(asked(board, u"feat/x"_s), (std::pair(4LL, u"complete"_s)));
}

void TestStatusBoard::keepsTheOldListUntilTheNewOneIsWhole()
{
    StatusBoard board;
    board.takeRows({rowOf(1, tiny, firstCommit)}, true, true);
    const qint64 before = now(board);
    const RepoId other{RepoKind::Model, u"acme/other"_s};
    board.takeRows({rowOf(7, other, firstCommit)}, true, false);
    QVERIFY(board.isHeld(tiny) && !board.isHeld(other));
    board.takeRows({}, false, true);
    QVERIFY(!board.isHeld(tiny) && board.isHeld(other));
    // Too much to tell one by one.
    QVERIFY(board.events(before).value("missed"_L1).toBool());
}

void TestStatusBoard::pagesArchives()
{
    StatusBoard board;
    for (qint64 id : {3, 1, 9, 5})
        board.changeRows({rowOf(id, {RepoKind::Model, u"acme/m%1"_s.arg(id)}, firstCommit)}, {});
    const auto ids = [](const QJsonObject& page) {
        QList<qint64> found;
        for (const QJsonValue one : page.value("archives"_L1).toArray())
            found.append(one[u"archive"].toInteger());
        return found;
    };
    const QJsonObject first = board.archives(0, 3);
    QCOMPARE(ids(first), (QList<qint64>{1, 3, 5}));
    QCOMPARE(first.value("next"_L1).toInteger(), 5);
    // One that goes in between skips nothing.
    board.changeRows({}, {5});
    const QJsonObject second = board.archives(5, 3);
    QCOMPARE(ids(second), QList<qint64>{9});
    QVERIFY(second.value("next"_L1).isNull());
    QVERIFY(ids(board.archives(9, 3)).isEmpty());
}

void TestStatusBoard::namesTheJobThatMatters_data()
{
    using Jobs = QList<JobStatus>;
    QTest::addColumn<Jobs>("jobs");
    QTest::addColumn<qint64>("id");
    constexpr auto verify = JobType::Verify;
    QTest::newRow("none") << Jobs{} << 0LL;
    QTest::newRow("done") << Jobs{jobOf(1, tiny, JobState::Completed)} << 0LL;
    QTest::newRow("queued") << Jobs{jobOf(1, tiny, JobState::Queued)} << 1LL;
    QTest::newRow("running, then another failed")
        << Jobs{jobOf(1, tiny, JobState::Running), jobOf(2, tiny, JobState::Failed)} << 1LL;
    QTest::newRow("failed") << Jobs{jobOf(1, tiny, JobState::Failed)} << 1LL;
    QTest::newRow("failed, then done") << Jobs{jobOf(1, tiny, JobState::Failed), jobOf(2, tiny, JobState::Completed)}
                                       << 0LL;
    QTest::newRow("failed, then given up")
        << Jobs{jobOf(1, tiny, JobState::Failed), jobOf(2, tiny, JobState::Cancelled)} << 0LL;
    QTest::newRow("done, then failed") << Jobs{jobOf(1, tiny, JobState::Completed), jobOf(2, tiny, JobState::Failed)}
                                       << 2LL;
    QTest::newRow("damaged, then repaired")
        << Jobs{jobOf(1, tiny, JobState::Failed, verify), jobOf(2, tiny, JobState::Completed)} << 0LL;
    QTest::newRow("damaged, then another look given up")
        << Jobs{jobOf(1, tiny, JobState::Failed, verify), jobOf(2, tiny, JobState::Cancelled, verify)} << 1LL;
    QTest::newRow("damaged, then found well")
        << Jobs{jobOf(1, tiny, JobState::Failed, verify), jobOf(2, tiny, JobState::Completed, verify)} << 0LL;
    QTest::newRow("failed, then looked at what is there")
        << Jobs{jobOf(1, tiny, JobState::Failed), jobOf(2, tiny, JobState::Completed, verify)} << 1LL;
    QTest::newRow("exported meanwhile") << Jobs{jobOf(1, tiny, JobState::Running, JobType::Export)} << 0LL;
    QTest::newRow("imported, as the bundle says") << Jobs{jobOf(1, tiny, JobState::Failed, JobType::Import)} << 0LL;
    QTest::newRow("failed, then exported")
        << Jobs{jobOf(1, tiny, JobState::Failed), jobOf(2, tiny, JobState::Completed, JobType::Export)} << 1LL;
    QTest::newRow("of another repo") << Jobs{jobOf(1, {RepoKind::Model, u"acme/other"_s}, JobState::Queued)} << 0LL;
    QTest::newRow("in another case") << Jobs{jobOf(1, {RepoKind::Model, u"acme/tiny-llama"_s}, JobState::Queued)}
                                     << 1LL;
}

void TestStatusBoard::namesTheJobThatMatters()
{
    QFETCH(QList<JobStatus>, jobs);
    QFETCH(qint64, id);
    StatusBoard board;
    board.resetJobs(jobs);
    QCOMPARE(board.repo(tiny, {}).value("job"_L1)[u"id"].toInteger(0), id);
}

void TestStatusBoard::shapesJobs()
{
    StatusBoard board;
    board.changeRows({rowOf(8, tiny, firstCommit)}, {});
    JobStatus status = jobOf(1, tiny, JobState::Running);
    status.job.commit = firstCommit;
    status.rate = 1234.5;
    status.eta = 17;
    QJsonObject json = board.jobObject(status);
    QCOMPARE(json.value("state"_L1).toString(), u"running"_s);
    QCOMPARE(json.value("rate"_L1).toInteger(), 1234);
    QCOMPARE(json.value("eta"_L1).toInteger(), 17);
    QCOMPARE(json.value("archive"_L1).toInteger(), 8);
    QCOMPARE(json.value("revision"_L1).toString(), u"main"_s);
    QVERIFY(json.value("wait_text"_L1).isNull() && json.value("waiting_for"_L1).isNull());

    status.job.wait = JobWait::RateLimit;
    status.waitDetail = u"The Hub asks for a pause of 12 s."_s;
    json = board.jobObject(status);
    QCOMPARE(json.value("waiting_for"_L1).toString(), u"rate_limit"_s);
    QCOMPARE(json.value("wait_text"_L1).toString(), status.waitDetail);
    QVERIFY(json.value("rate"_L1).isNull() && json.value("eta"_L1).isNull());

    // What the user wants comes before what is happening.
    status.job.wantPaused = true;
    json = board.jobObject(status);
    QCOMPARE(json.value("waiting_for"_L1).toString(), u"paused"_s);
    QCOMPARE(json.value("wait_text"_L1).toString(), u"Paused."_s);

    json = board.jobObject(jobOf(2, {RepoKind::Model, u"acme/else"_s}, JobState::Failed));
    QCOMPARE(json.value("error"_L1)[u"code"].toString(), u"timeout"_s);
    QVERIFY(json.value("archive"_L1).isNull() && json.value("commit"_L1).isNull());
    QVERIFY(json.value("waiting_for"_L1).isNull());
}

void TestStatusBoard::tellsNobodyElseOfPaths()
{
    StatusBoard board;
    for (const auto& [type, name] :
         {std::pair(JobType::Export, u"target"_s), std::pair(JobType::Import, u"source"_s)}) {
        JobStatus status = jobOf(1, tiny, JobState::Failed, type);
        status.job.spec = {{name, u"/home/ada/secret.tar"_s}};
        status.job.result = {{name, u"/home/ada/secret.tar"_s}};
        status.job.error = Error{ErrorKind::Disk, u"disk_full"_s, u"/home/ada is full."_s, u"/home/ada/secret.tar"_s,
                                 Retry::NeedsUser};
        const auto text = [](const QJsonObject& json) { return QJsonDocument(json).toJson(); };
        const QByteArray told = text(board.jobObject(status));
        QVERIFY2(!told.contains("ada"), told.constData());
        QVERIFY(told.contains("disk_full"));
        const QJsonObject own = board.jobObject(status, true);
        QCOMPARE(own.value(name).toString(), u"/home/ada/secret.tar"_s);
        QCOMPARE(own.value("error"_L1)[u"message"].toString(), u"/home/ada is full."_s);
        QVERIFY(own.value("result"_L1).isObject());
        board.changeJobs({status});
        QVERIFY(!text({{u"jobs"_s, board.jobs(true)}}).contains("ada"));
        QVERIFY(!text(board.events(board.events(0).value("now"_L1).toInteger() - 1)).contains("ada"));
    }
}

void TestStatusBoard::ordersJobs()
{
    StatusBoard board;
    JobStatus first = jobOf(6, tiny, JobState::Queued);
    first.job.priority = 2;
    board.resetJobs({first, jobOf(3, tiny, JobState::Running), jobOf(5, tiny, JobState::Queued),
                     jobOf(1, tiny, JobState::Completed), jobOf(2, tiny, JobState::Failed)});
    const auto ids = [&](bool all) {
        QList<qint64> found;
        for (const QJsonValue one : board.jobs(all))
            found.append(one[u"id"].toInteger());
        return found;
    };
    QCOMPARE(ids(false), (QList<qint64>{6, 3, 5}));
    QCOMPARE(ids(true), (QList<qint64>{6, 3, 5, 2, 1}));
}

void TestStatusBoard::keepsFewFinishedJobs()
{
    StatusBoard board;
    for (qint64 id = 1; id <= StatusBoard::finishedKept + 10; ++id)
        board.changeJobs({jobOf(id, {RepoKind::Model, u"acme/m%1"_s.arg(id)}, JobState::Completed)});
    QVERIFY(!board.job(10));
    QVERIFY(board.job(11));
    QCOMPARE(board.jobs(true).size(), StatusBoard::finishedKept);
}

void TestStatusBoard::tellsWhatChanged()
{
    StatusBoard board;
    const qint64 before = now(board);
    QVERIFY(before > 0);
    QVERIFY(typesIn(board.events(0)).isEmpty());
    QVERIFY(!board.hasNews(before));
    board.changeRows({rowOf(1, tiny, firstCommit), rowOf(2, tiny, secondCommit)}, {});
    QVERIFY(board.hasNews(before));
    board.setStores({storeNamed(u"Home"_s)});
    board.changeJobs({jobOf(1, tiny, JobState::Queued)});
    QCOMPARE(typesIn(board.events(before)), (QList<QString>{u"repo"_s, u"stores"_s, u"job"_s}));
    const qint64 middle = board.events(before).value("events"_L1)[0][u"n"].toInteger();
    QCOMPARE(typesIn(board.events(middle)), (QList<QString>{u"stores"_s, u"job"_s}));
    const qint64 after = now(board);
    QVERIFY(typesIn(board.events(after)).isEmpty());
    QVERIFY(!board.events(after).value("missed"_L1).toBool());
    // A list of jobs that says nothing new is no news.
    board.resetJobs({jobOf(1, tiny, JobState::Queued)});
    QVERIFY(!board.hasNews(after));
    board.resetJobs({jobOf(1, tiny, JobState::Running), jobOf(2, tiny, JobState::Queued)});
    QCOMPARE(typesIn(board.events(after)), (QList<QString>{u"job"_s, u"job"_s}));
    // One that was forgotten cannot be told of.
    board.resetJobs({jobOf(2, tiny, JobState::Queued)});
    QVERIFY(board.events(after).value("missed"_L1).toBool());
}

void TestStatusBoard::tellsOfJobsOnce()
{
    StatusBoard board;
    const qint64 before = now(board);
    for (int i = 0; i < 5000; ++i) {
        JobStatus status = jobOf(1 + i % 2, tiny, JobState::Running);
        status.job.bytesDone = i;
        board.changeJobs({status});
    }
    const QJsonObject events = board.events(before);
    QVERIFY(!events.value("missed"_L1).toBool());
    QCOMPARE(events.value("events"_L1).toArray().size(), 2);
    QCOMPARE(events.value("events"_L1)[1][u"job"][u"bytes_done"].toInteger(), 4999);
}

void TestStatusBoard::saysWhatWasMissed()
{
    StatusBoard board;
    const qint64 before = now(board);
    constexpr qint64 most = NewsLog::mostKept;
    for (qint64 i = 1; i <= most; ++i)
        board.changeRows({rowOf(i, {RepoKind::Model, u"acme/m%1"_s.arg(i)}, firstCommit)}, {});
    QCOMPARE(board.events(before).value("missed"_L1).toBool(true), false);
    QCOMPARE(board.events(before).value("events"_L1).toArray().size(), most);
    board.changeRows({rowOf(most + 1, tiny, firstCommit)}, {});
    QCOMPARE(board.events(before).value("missed"_L1).toBool(), true);
    QVERIFY(board.events(before).value("events"_L1).toArray().isEmpty());
    QCOMPARE(board.events(before + 1).value("missed"_L1).toBool(true), false);
    // Numbers of another run: of an earlier one, and of one by a clock that went ahead.
    QVERIFY(board.events(before - 100).value("missed"_L1).toBool());
    QVERIFY(board.events(now(board) + 1).value("missed"_L1).toBool());
    QVERIFY(board.hasNews(now(board) + 1));
}

void TestStatusBoard::waitsForNews()
{
    StatusBoard board;
    std::optional<bool> heard;
    std::optional<bool> late;
    std::stop_source stop;
    board.waitForNews(20s, stop.get_token()).then([&](bool ok) { heard = ok; });
    board.waitForNews(1ms, stop.get_token()).then([&](bool ok) { late = ok; });
    QTRY_COMPARE(late, std::optional(true)); // its time was up
    QVERIFY(!heard);
    board.changeJobs({jobOf(1, tiny, JobState::Queued)});
    QTRY_COMPARE(heard, std::optional(true));
}

void TestStatusBoard::stopsWaiting()
{
    auto board = std::make_unique<StatusBoard>();
    std::optional<bool> heard;
    std::stop_source stop;
    board->waitForNews(20s, stop.get_token()).then([&](bool ok) { heard = ok; });
    stop.request_stop();
    board.reset(); // nobody waits for those who wait
    QTRY_COMPARE(heard, std::optional(false));
    // Stopped before it began.
    StatusBoard another;
    heard.reset();
    another.waitForNews(20s, stop.get_token()).then([&](bool ok) { heard = ok; });
    QTRY_COMPARE(heard, std::optional(false));
}

void TestStatusBoard::limitsWhoWaits()
{
    StatusBoard board;
    QList<std::shared_ptr<void>> places;
    for (int i = 0; i < StatusBoard::mostWaitingPerClient; ++i)
        places.append(board.placeToWait(u"one"_s));
    QVERIFY(!places.contains(nullptr));
    QVERIFY(!board.placeToWait(u"one"_s));
    for (int i = 0; places.size() < StatusBoard::mostWaiting; ++i)
        places.append(board.placeToWait(u"client %1"_s.arg(i)));
    QVERIFY(!places.contains(nullptr));
    QVERIFY(!board.placeToWait(u"new"_s));
    places.removeFirst();
    QVERIFY(board.placeToWait(u"new"_s)); // and gone again
    QVERIFY(board.placeToWait(u"one"_s));
    places.clear();
    QVERIFY(board.placeToWait(u"one"_s));
}

void TestStatusBoard::remembersChecks()
{
    StatusBoard board;
    board.changeRows({rowOf(1, tiny, firstCommit)}, {});
    const auto update = [&](const QString& revision) { return board.repo(tiny, revision).value("update"_L1); };
    const auto key = [&](const QString& revision) { return board.checkKey(tiny, revision); };
    const auto begun = key({});
    QVERIFY(!board.lastCheck(begun));
    board.beginCheck(begun);
    QVERIFY(board.lastCheck(key(u"main"_s)));
    QVERIFY(!board.lastCheck(begun)->again.hasExpired());
    QVERIFY(board.isChecking(begun) && !board.isChecking(key(u"dev"_s)));
    QVERIFY(update({}).isNull());
    board.endCheck(begun, UpstreamCheck{tiny, u"newer"_s, UpstreamCheck::Update{secondCommit, 2, 500}});
    QVERIFY(!board.isChecking(begun));
    QCOMPARE(update({})[u"bytes"].toInteger(), 500);
    QCOMPARE(update(u"main"_s)[u"commit"].toString(), QString::fromLatin1(secondCommit));
    QVERIFY(update(u"dev"_s).isNull());
    // What is held by now is no update any more.
    board.changeRows({rowOf(2, tiny, secondCommit, 1'800'000'000)}, {});
    QVERIFY(update({}).isNull());

    // A tag that leads to a commit that is held under another name.
    board.endCheck(key(u"v2"_s), UpstreamCheck{tiny, {}, UpstreamCheck::Update{secondCommit, 2, 500}});
    QCOMPARE(asked(board, u"v2"_s), (std::pair(2LL, u"complete"_s)));

    board.endCheck(key(u"dev"_s), std::unexpected(Error{ErrorKind::Network, u"timeout"_s, {}, {}, Retry::Automatic}));
    QCOMPARE(board.lastCheck(key(u"dev"_s))->error->code, u"timeout"_s);
    // Who was interrupted has no answer, and may ask again.
    board.beginCheck(key(u"new"_s));
    board.endCheck(key(u"new"_s), std::unexpected(interrupted()));
    QVERIFY(!board.lastCheck(key(u"new"_s)));
    // Ever other revisions do not fill the memory: the first ones are forgotten some day.
    board.beginCheck(begun);
    for (int i = 0; i < 5000; ++i) {
        board.beginCheck(key(u"r%1"_s.arg(i)));
        board.endCheck(key(u"r%1"_s.arg(i)), UpstreamCheck{tiny, {}, {}});
    }
    QVERIFY(!board.lastCheck(key(u"r0"_s)));
    QVERIFY(board.lastCheck(key(u"r4999"_s)));
    QVERIFY(board.isChecking(begun)); // somebody waits for that one
}

void TestStatusBoard::followsOneRevision_data()
{
    QTest::addColumn<QStringList>("newestFirst");
    QTest::addColumn<QString>("revision");
    QTest::newRow("none") << QStringList{} << u"main"_s;
    QTest::newRow("main") << QStringList{u"main"_s} << u"main"_s;
    QTest::newRow("unnamed") << QStringList{QString()} << u"main"_s;
    QTest::newRow("a branch") << QStringList{u"dev"_s, u"v1"_s} << u"dev"_s;
    QTest::newRow("a tag after main") << QStringList{u"v1"_s, u"main"_s} << u"main"_s;
    QTest::newRow("a commit") << QStringList{QString(40, u'a')} << u"main"_s;
    QTest::newRow("a commit after a branch") << QStringList{QString(40, u'a'), u"dev"_s} << u"dev"_s;
}

void TestStatusBoard::followsOneRevision()
{
    QFETCH(QStringList, newestFirst);
    StatusBoard board;
    QList<HeldRow> rows;
    for (const QString& revision : std::as_const(newestFirst)) {
        const qint64 id = rows.size() + 1;
        rows.append(rowOf(id, tiny, QByteArray(40, static_cast<char>('0' + id)), 1'700'000'000 - id));
        rows.last().revision = revision;
    }
    board.changeRows(rows, {});
    QTEST(board.checkKey(tiny, {}).second, "revision");
    QCOMPARE(board.checkKey(tiny, u"other"_s).second, u"other"_s);
}

void TestStatusBoard::learnsWhatPartialOnesLack()
{
    StatusBoard board;
    HeldRow part = rowOf(1, tiny, firstCommit);
    part.isComplete = false;
    HeldRow other = rowOf(2, tiny, secondCommit);
    other.isComplete = false;
    board.changeRows({part, other, rowOf(3, tiny, QByteArray(40, '3'))}, {});
    const auto listed = [&](qint64 id) { return board.archive(*board.row(id)).value("listed_files"_L1); };
    QCOMPARE(board.withoutListed(tiny), (QList<qint64>{1, 2}));
    board.takeListed({1, 2}, {{1, 24}});
    QCOMPARE(listed(1).toInteger(), 24);
    QVERIFY(listed(2).isNull());
    QCOMPARE(listed(3).toInteger(), 3);
    // Not asked again for what nobody can say, until a drive has come.
    QVERIFY(board.withoutListed(tiny).isEmpty());
    board.setStores({storeNamed(u"Home"_s)});
    QCOMPARE(board.withoutListed(tiny), QList<qint64>{2});
    QCOMPARE(listed(1).toInteger(), 24);
    board.changeRows({}, {1});
    board.changeRows({part}, {});
    QVERIFY(listed(1).isNull());
}

void TestStatusBoard::staysSmallAndQuick()
{
    constexpr qint64 many = 100'000;
    StatusBoard board;
    QList<HeldRow> rows;
    for (qint64 id = 1; id <= many; ++id)
        rows.append(rowOf(id, {RepoKind::Model, u"org-%1/model-%2"_s.arg(id % 997).arg(id / 2)}, firstCommit, id));
    board.takeRows(rows, true, true);
    board.resetJobs({});
    // The texts are those of who told them, not copies.
    QVERIFY(board.row(7)->repo.id.isSharedWith(rows.at(6).repo.id));
    QVERIFY(board.row(7)->commit.isSharedWith(rows.at(6).commit));
    QElapsedTimer clock;
    clock.start();
    qsizetype held = 0;
    for (qint64 id = 1; id <= 10'000; ++id)
        held += board.brief(rows.at(id * 7).repo).value("held"_L1) == "complete"_L1 ? 1 : 0;
    QCOMPARE(held, 10'000);
    // 100 of them in a request: far from what a person, or the 20 ms of 50 clients at once, would notice. Ten times
    // that here, for slow machines and sanitizers.
    QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
}

QTEST_GUILESS_MAIN(TestStatusBoard)
#include "tst_statusboard.moc"
