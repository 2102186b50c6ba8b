// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../store/storefixture.h"

#include "catalog/state.h"

#include <QtCore/QJsonArray>

using namespace hugger;
using namespace hugger::test;

class StateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void jobsSurviveARestart();
    void updates();
    void order();
    void runnable();
    void pausesAll();
    void moves_data();
    void moves();
    void forgetsFinished();
    void findSame();
    void interruptedJobsAreQueuedAgain();
    void idsAreNeverUsedAgain();
    void events();
    void eventsByTypeAndPage();
    void checksAreStoredWhole();
    void rulesStay();
    void due();
    void forgetsWatched();
    void names();

private:
    static Job jobFor(const QString& id);
    QList<qint64> addMany(int count);
    [[nodiscard]] QList<qint64> idsOf(const Expected<QList<Job>>& jobs) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::optional<State> m_state;
};

void StateTest::init()
{
    m_state.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    auto state = State::open(m_dir->filePath(u"state.db"_s), Database::Access::ReadWrite);
    VERIFY_OK(state);
    m_state.emplace(*std::move(state));
}

Job StateTest::jobFor(const QString& id)
{
    Job job;
    job.repo = {RepoKind::Dataset, id};
    job.revision = u"main"_s;
    job.selection = {{u"*.json"_s, u"quote \" ü"_s}, {u"x*"_s}};
    job.storeId = u"store"_s;
    return job;
}

void StateTest::jobsSurviveARestart()
{
    Job job = jobFor(u"acme/tiny"_s);
    job.type = JobType::Verify;
    job.commit = commitOf('a');
    job.state = JobState::Failed;
    job.wantPaused = true;
    job.wait = JobWait::UnpluggedStore;
    job.priority = -3;
    job.bytesDone = 5'000'000'000;
    job.bytesTotal = 9'000'000'000;
    job.filesDone = 1;
    job.filesTotal = 2;
    job.spec = {{u"target"_s, u"/a \" ü"_s}, {u"level"_s, 3}};
    job.result = {{u"volumes"_s, QJsonArray{u"/a.001"_s}}};
    job.error = Error{ErrorKind::Integrity, u"bad_bytes"_s, u"A sentence."_s, u"detail\nof it"_s, Retry::NeedsUser};
    const auto added = m_state->add(job);
    VERIFY_OK(added);
    QVERIFY(added->id > 0);
    QVERIFY(!added->createdAt.isEmpty());
    m_state.reset();
    auto again = State::open(m_dir->filePath(u"state.db"_s), Database::Access::ReadWrite);
    VERIFY_OK(again);
    const auto read = again->job(added->id);
    VERIFY_OK(read);
    QCOMPARE(read->type, JobType::Verify);
    QCOMPARE(read->repo, job.repo);
    QCOMPARE(read->revision, job.revision);
    QCOMPARE(read->commit, job.commit);
    QCOMPARE(read->selection, job.selection);
    QCOMPARE(read->storeId, job.storeId);
    QCOMPARE(read->state, JobState::Failed);
    QVERIFY(read->wantPaused);
    QCOMPARE(read->wait, JobWait::UnpluggedStore);
    QCOMPARE(read->priority, -3);
    QCOMPARE(read->bytesDone, 5'000'000'000);
    QCOMPARE(read->bytesTotal, 9'000'000'000);
    QCOMPARE(read->filesDone, 1);
    QCOMPARE(read->filesTotal, 2);
    QCOMPARE(read->spec, job.spec);
    QCOMPARE(read->result, job.result);
    QCOMPARE(read->createdAt, added->createdAt);
    QVERIFY(read->error.has_value());
    QCOMPARE(*read->error, *job.error);
}

void StateTest::updates()
{
    auto job = m_state->add(jobFor(u"acme/tiny"_s));
    VERIFY_OK(job);
    job->state = JobState::Running;
    job->commit = commitOf('b');
    job->bytesDone = 7;
    VERIFY_OK(m_state->update(*job));
    const auto read = m_state->job(job->id);
    VERIFY_OK(read);
    QCOMPARE(read->state, JobState::Running);
    QCOMPARE(read->commit, commitOf('b'));
    QVERIFY(!read->error);
    job->id = 999;
    COMPARE_CODE(m_state->update(*job), u"no_such_job"_s);
    COMPARE_CODE(m_state->job(999), u"no_such_job"_s);
    QCOMPARE(m_state->job(999).error().kind, ErrorKind::NotFound);
}

QList<qint64> StateTest::addMany(int count)
{
    QList<qint64> ids;
    for (int i = 0; i < count; ++i)
        ids.append(m_state->add(jobFor(u"acme/number-%1"_s.arg(i))).value_or(Job()).id);
    return ids;
}

QList<qint64> StateTest::idsOf(const Expected<QList<Job>>& jobs) const
{
    QList<qint64> ids;
    for (const Job& job : jobs.value_or(QList<Job>()))
        ids.append(job.id);
    return ids;
}

void StateTest::runnable()
{
    const QList<qint64> ids = addMany(6);
    const auto change = [this](qint64 id, const std::function<void(Job&)>& how) {
        auto job = m_state->job(id);
        how(*job);
        return m_state->update(*job);
    };
    VERIFY_OK(change(ids[0], [](Job& job) { job.state = JobState::Completed; }));
    VERIFY_OK(change(ids[1], [](Job& job) { job.wantPaused = true; }));
    VERIFY_OK(change(ids[2], [](Job& job) { job.wait = JobWait::Space; }));
    VERIFY_OK(change(ids[3], [](Job& job) { job.state = JobState::Running; }));
    VERIFY_OK(m_state->move({ids[4]}, ids[1]));
    QCOMPARE(idsOf(m_state->runnable(-1)), (QList<qint64>{ids[4], ids[2], ids[3], ids[5]}));
    QCOMPARE(idsOf(m_state->runnable(2)), (QList<qint64>{ids[4], ids[2]}));
    QCOMPARE(m_state->runnable(0)->size(), 0);
}

void StateTest::pausesAll()
{
    const QList<qint64> ids = addMany(4);
    auto finished = m_state->job(ids[0]);
    finished->state = JobState::Failed;
    VERIFY_OK(m_state->update(*finished));
    auto waiting = m_state->job(ids[1]);
    waiting->wait = JobWait::Space;
    VERIFY_OK(m_state->update(*waiting));
    VERIFY_OK(m_state->setAllPaused(true));
    QVERIFY(!m_state->job(ids[0])->wantPaused);
    QCOMPARE(m_state->job(ids[0])->wait, JobWait::None);
    for (const qint64 id : ids.sliced(1)) {
        QVERIFY(m_state->job(id)->wantPaused);
        QCOMPARE(m_state->job(id)->wait, JobWait::Paused);
    }
    QCOMPARE(m_state->runnable(-1)->size(), 0);
    VERIFY_OK(m_state->setAllPaused(false));
    for (const qint64 id : ids.sliced(1)) {
        QVERIFY(!m_state->job(id)->wantPaused);
        QCOMPARE(m_state->job(id)->wait, JobWait::None);
    }
    waiting->wait = JobWait::Space;
    VERIFY_OK(m_state->update(*waiting));
    VERIFY_OK(m_state->setAllPaused(false));
    QCOMPARE(m_state->job(ids[1])->wait, JobWait::Space);
}

void StateTest::moves_data()
{
    QTest::addColumn<QString>("moves"); // "which>before", one after the other; jobs are 1 to 5, 6 was cancelled
    QTest::addColumn<QString>("order");
    QTest::newRow("to the front") << u"3>1"_s << u"31245"_s;
    QTest::newRow("to the end") << u"1>0"_s << u"23451"_s;
    QTest::newRow("down") << u"1>4"_s << u"23145"_s;
    QTest::newRow("up") << u"5>3"_s << u"12534"_s;
    QTest::newRow("where it is") << u"2>3"_s << u"12345"_s;
    QTest::newRow("before itself") << u"2>2"_s << u"12345"_s;
    QTest::newRow("before one of them") << u"24>2"_s << u"12435"_s;
    QTest::newRow("some") << u"25>1"_s << u"25134"_s;
    QTest::newRow("in the order they have") << u"52>1"_s << u"25134"_s;
    QTest::newRow("all") << u"12345>0"_s << u"12345"_s;
    QTest::newRow("none") << u">1"_s << u"12345"_s;
    QTest::newRow("one that has ended") << u"6>1"_s << u"12345"_s;
    QTest::newRow("before one that has ended") << u"4>6"_s << u"41235"_s;
    QTest::newRow("twice") << u"5>1 1>0"_s << u"52341"_s;
    QTest::newRow("there and back") << u"5>1 5>0"_s << u"12345"_s;
    QTest::newRow("backwards") << u"5>1 4>1 3>1 2>1"_s << u"54321"_s;
    QTest::newRow("and so on") << u"5>1 4>1 3>1 2>1 4>5 1>3 2>0"_s << u"45132"_s;
}

void StateTest::moves()
{
    QFETCH(const QString, moves);
    QFETCH(const QString, order);
    const QList<qint64> ids = addMany(6);
    auto cancelled = m_state->job(ids[5]);
    cancelled->state = JobState::Cancelled;
    VERIFY_OK(m_state->update(*cancelled));
    const auto idOf = [&ids](QChar c) { return c == u'0' ? 0 : ids[c.digitValue() - 1]; };
    for (const QString& one : moves.split(u' ')) {
        QList<qint64> which;
        for (const QChar c : one.first(one.indexOf(u'>')))
            which.append(idOf(c));
        VERIFY_OK(m_state->move(which, idOf(one.back())));
    }
    const auto told = [&] {
        QString text;
        for (const qint64 id : idsOf(m_state->jobs(0)))
            text += QString::number(ids.indexOf(id) + 1);
        return text;
    };
    QCOMPARE(told(), order);
    // A running job is saved by somebody who does not know that it was moved.
    auto job = m_state->job(ids[4]);
    job->priority = 77;
    job->state = JobState::Running;
    VERIFY_OK(m_state->update(*job));
    QCOMPARE(told(), order);
    const auto late = m_state->add(jobFor(u"acme/late"_s));
    VERIFY_OK(late);
    QCOMPARE(m_state->jobs(0)->constLast().id, late->id);
}

void StateTest::forgetsFinished()
{
    const QList<qint64> ids = addMany(5);
    int at = 0;
    for (const JobState state : {JobState::Completed, JobState::Failed, JobState::Cancelled, JobState::Running}) {
        auto job = m_state->job(ids[at++]);
        job->state = state;
        VERIFY_OK(m_state->update(*job));
    }
    VERIFY_OK(m_state->forgetFinished());
    QCOMPARE(idsOf(m_state->jobs(-1)), ids.sliced(3));
    QVERIFY2(m_state->add(jobFor(u"acme/next"_s))->id > ids.last(), "ids are never used again");
}

void StateTest::order()
{
    const auto add = [this](const QString& id, int priority, JobState state) {
        Job job = jobFor(id);
        job.priority = priority;
        job.state = state;
        return m_state->add(job);
    };
    VERIFY_OK(add(u"a/finished-1"_s, 9, JobState::Completed));
    VERIFY_OK(add(u"a/second"_s, 0, JobState::Queued));
    VERIFY_OK(add(u"a/first"_s, 5, JobState::Queued));
    VERIFY_OK(add(u"a/third"_s, 0, JobState::Running));
    VERIFY_OK(add(u"a/finished-2"_s, 0, JobState::Failed));
    VERIFY_OK(add(u"a/finished-3"_s, 0, JobState::Cancelled));
    const auto idsOf = [](const Expected<QList<Job>>& jobs) {
        QStringList ids;
        for (const Job& job : jobs.value_or(QList<Job>()))
            ids.append(job.repo.id);
        return ids;
    };
    const QStringList waiting{u"a/first"_s, u"a/second"_s, u"a/third"_s};
    QCOMPARE(idsOf(m_state->jobs(0)), waiting);
    QCOMPARE(idsOf(m_state->jobs(2)), waiting + QStringList({u"a/finished-3"_s, u"a/finished-2"_s}));
    QCOMPARE(m_state->jobs(-1)->size(), 6);
}

void StateTest::findSame()
{
    const Job wanted = jobFor(u"acme/tiny"_s);
    QVERIFY(!*m_state->findSame(wanted));
    auto added = m_state->add(wanted);
    VERIFY_OK(added);
    auto same = m_state->findSame(wanted);
    VERIFY_OK(same);
    QVERIFY(same->has_value());
    QCOMPARE((*same)->id, added->id);
    for (const auto& change : QList<std::function<void(Job&)>>{
             [](Job& job) { job.repo.id = u"acme/other"_s; }, [](Job& job) { job.repo.kind = RepoKind::Model; },
             [](Job& job) { job.revision = u"v1"_s; }, [](Job& job) { job.selection.include.clear(); },
             [](Job& job) { job.storeId = u"other"_s; }, [](Job& job) { job.type = JobType::Verify; },
             [](Job& job) { job.spec = {{u"target"_s, u"/x"_s}}; }}) {
        Job other = wanted;
        change(other);
        QVERIFY(!*m_state->findSame(other));
    }
    added->state = JobState::Completed;
    VERIFY_OK(m_state->update(*added));
    QVERIFY(!*m_state->findSame(wanted));
}

void StateTest::interruptedJobsAreQueuedAgain()
{
    QList<qint64> ids;
    for (const JobState state : {JobState::Queued, JobState::Planning, JobState::Running, JobState::Finishing,
                                 JobState::Completed, JobState::Failed, JobState::Cancelled}) {
        Job job = jobFor(u"acme/tiny"_s);
        job.state = state;
        job.wait = JobWait::Network;
        job.wantPaused = state == JobState::Running;
        job.bytesDone = 5;
        const auto added = m_state->add(job);
        VERIFY_OK(added);
        ids.append(added->id);
    }
    VERIFY_OK(m_state->requeueInterrupted());
    QList<JobState> states;
    for (const qint64 id : ids)
        states.append(m_state->job(id)->state);
    QCOMPARE(states,
             (QList<JobState>{JobState::Queued, JobState::Queued, JobState::Queued, JobState::Queued,
                              JobState::Completed, JobState::Failed, JobState::Cancelled}));
    QCOMPARE(m_state->job(ids[1])->wait, JobWait::None);
    QCOMPARE(m_state->job(ids[1])->bytesDone, 5);
    QVERIFY(m_state->job(ids[2])->wantPaused);
    QCOMPARE(m_state->job(ids[2])->wait, JobWait::Paused);
    QCOMPARE(m_state->job(ids[5])->wait, JobWait::Network);
}

void StateTest::idsAreNeverUsedAgain()
{
    const auto first = m_state->add(jobFor(u"a/b"_s));
    const auto second = m_state->add(jobFor(u"a/c"_s));
    VERIFY_OK(second);
    QVERIFY(second->id > first->id);
}

void StateTest::events()
{
    const RepoId tiny{RepoKind::Model, u"acme/tiny"_s};
    const RepoId sameNameDataset{RepoKind::Dataset, u"acme/tiny"_s};
    for (int i = 0; i < 5; ++i)
        VERIFY_OK(m_state->addEvent(
            {0, u"archived"_s, i == 2 ? sameNameDataset : tiny, commitOf('a'), {}, u"number %1"_s.arg(i)}));
    const auto all = m_state->events({.limit = 3});
    VERIFY_OK(all);
    QCOMPARE(all->size(), 3);
    QCOMPARE(all->first().detail, u"number 4"_s);
    QVERIFY(all->first().at.endsWith(u'Z'));
    QCOMPARE(all->first().commit, commitOf('a'));
    QVERIFY(all->first().id > all->last().id);
    QCOMPARE(m_state->events({.repo = tiny, .limit = -1})->size(), 4);
    QCOMPARE(m_state->events({.repo = sameNameDataset, .limit = -1})->size(), 1);
    QCOMPARE(m_state->events({.repo = sameNameDataset, .limit = -1})->first().repo, sameNameDataset);
}

void StateTest::eventsByTypeAndPage()
{
    const RepoId tiny{RepoKind::Model, u"acme/tiny"_s};
    const QStringList types{u"gone"_s, u"back"_s, u"gone"_s, u"archived"_s, u"gone"_s};
    for (const QString& type : types)
        VERIFY_OK(m_state->addEvent({0, type, tiny, commitOf('a'), {}, type}));
    QCOMPARE(m_state->events({.types = {u"gone"_s}})->size(), 3);
    QCOMPARE(m_state->events({.types = {u"gone"_s, u"back"_s}})->size(), 4);
    QCOMPARE(m_state->events({.types = {u"renamed"_s}})->size(), 0);
    const auto first = m_state->events({.repo = tiny, .types = {u"gone"_s}, .limit = 2});
    QCOMPARE(first->size(), 2);
    const auto second = m_state->events({.repo = tiny, .types = {u"gone"_s}, .before = first->last().id, .limit = 2});
    QCOMPARE(second->size(), 1);
    QVERIFY(second->first().id < first->last().id);
    QCOMPARE(m_state->events({.before = 1})->size(), 0);
}

void StateTest::checksAreStoredWhole()
{
    WatchRow row;
    row.repo = {RepoKind::Dataset, u"acme/tiny"_s};
    row.checkedAt = 1000;
    row.triedAt = 1001;
    row.nextAt = 2000;
    row.trouble = u"trouble \" ü"_s;
    row.seen = "{\"at\":\"now\"}";
    const QJsonObject facts{{u"evidence"_s, QString(100'000, u'x')}};
    const auto told =
        m_state->noteCheck(row,
                           {{{0, u"gated"_s, row.repo, commitOf('a'), {}, u"one"_s}, facts},
                            {{0, u"renamed"_s, row.repo, commitOf('b'), u"2026-01-02T03:04:05Z"_s, u"two"_s}, {}}});
    VERIFY_OK(told);
    QCOMPARE(told->size(), 2);
    QVERIFY(told->first().id > 0 && told->last().id > told->first().id);
    QCOMPARE(*m_state->eventFacts(told->first().id), facts);
    QCOMPARE(*m_state->eventFacts(told->last().id), QJsonObject());
    COMPARE_CODE(m_state->eventFacts(4711), u"no_such_event"_s);
    const auto stored = m_state->events({});
    QCOMPARE(stored->size(), 2);
    QCOMPARE(stored->first().at, u"2026-01-02T03:04:05Z"_s);
    QCOMPARE(stored->last().type, u"gated"_s);

    const auto read = m_state->watched(row.repo);
    VERIFY_OK(read);
    QCOMPARE((*read)->checkedAt, 1000);
    QCOMPARE((*read)->triedAt, 1001);
    QCOMPARE((*read)->nextAt, 2000);
    QCOMPARE((*read)->trouble, row.trouble);
    QCOMPARE((*read)->seen, row.seen);
    QVERIFY((*read)->rule == WatchRule());
    QVERIFY(!*m_state->watched({RepoKind::Model, u"acme/tiny"_s}));

    // All or nothing: what cannot be told is not taken for seen, either.
    row.seen = "newer";
    {
        auto other = Database::open(m_dir->filePath(u"state.db"_s), u"state"_s, Database::Access::ReadWrite);
        VERIFY_OK(other);
        VERIFY_OK((*other)->run(u"DROP TABLE events"_s));
    }
    QVERIFY(!m_state->noteCheck(row, {{{0, u"back"_s, row.repo, commitOf('a'), {}, {}}, {}}}));
    QCOMPARE((*m_state->watched(row.repo))->seen, "{\"at\":\"now\"}");
}

void StateTest::rulesStay()
{
    const RepoId tiny{RepoKind::Model, u"acme/tiny"_s};
    const WatchRule rule{.everyHours = 0, .fetchUpTo = 5'000'000'000};
    VERIFY_OK(m_state->setWatchRule(tiny, rule));
    QVERIFY((*m_state->watched(tiny))->rule == rule);
    // Neither a check nor a time changes it, nor the other way round.
    VERIFY_OK(m_state->noteCheck({.repo = tiny, .checkedAt = 5, .nextAt = 7, .seen = "seen"}, {}));
    QVERIFY((*m_state->watched(tiny))->rule == rule);
    VERIFY_OK(m_state->setWatchTimes({{tiny, 9}}));
    QVERIFY((*m_state->watched(tiny))->rule == rule);
    VERIFY_OK(m_state->setWatchRule(tiny, {.everyHours = {}, .fetchUpTo = 1}));
    const auto row = m_state->watched(tiny);
    QVERIFY(!(*row)->rule.everyHours);
    QCOMPARE((*row)->nextAt, 9);
    QCOMPARE((*row)->checkedAt, 5);
    QCOMPARE((*row)->seen, "seen");
}

void StateTest::due()
{
    QCOMPARE(*m_state->watchTimes(100), (std::pair<qint64, qint64>(0, 0)));
    QList<std::pair<RepoId, qint64>> times;
    for (const qint64 at : {0, 30, 10, 20, 200})
        times.append({{RepoKind::Model, u"acme/at-%1"_s.arg(at)}, at});
    VERIFY_OK(m_state->setWatchTimes(times));
    QCOMPARE(m_state->watched()->size(), 5);
    const auto found = m_state->watchedDue(100, 2);
    VERIFY_OK(found);
    QCOMPARE(found->size(), 2);
    QCOMPARE(found->first().repo.id, u"acme/at-10"_s);
    QCOMPARE(found->last().repo.id, u"acme/at-20"_s);
    QCOMPARE(m_state->watchedDue(5, -1)->size(), 0);
    QCOMPARE(*m_state->watchTimes(100), (std::pair<qint64, qint64>(3, 10)));
    VERIFY_OK(m_state->setWatchTimes({{{RepoKind::Model, u"acme/at-10"_s}, 0}}));
    QCOMPARE(*m_state->watchTimes(100), (std::pair<qint64, qint64>(2, 20)));
}

void StateTest::forgetsWatched()
{
    const RepoId tiny{RepoKind::Model, u"acme/tiny"_s};
    const RepoId other{RepoKind::Space, u"acme/tiny"_s};
    VERIFY_OK(m_state->setWatchTimes({{tiny, 1}, {other, 2}}));
    VERIFY_OK(m_state->forgetWatch(tiny));
    QVERIFY(!*m_state->watched(tiny));
    QVERIFY(m_state->watched(other)->has_value());
    VERIFY_OK(m_state->forgetWatch(tiny));
}

void StateTest::names()
{
    QCOMPARE(jobStateName(JobState::Queued), u"queued"_s);
    QCOMPARE(jobStateName(JobState::Completed), u"done"_s);
    QCOMPARE(jobStateName(JobState::Cancelled), u"cancelled"_s);
    QCOMPARE(jobWaitName(JobWait::None), u""_s);
    QCOMPARE(jobWaitName(JobWait::RateLimit), u"rate_limit"_s);
    QCOMPARE(jobWaitName(JobWait::UnpluggedStore), u"unplugged_store"_s);
    QCOMPARE(jobTypeName(JobType::Verify), u"verify"_s);
}

QTEST_GUILESS_MAIN(StateTest)
#include "tst_state.moc"
