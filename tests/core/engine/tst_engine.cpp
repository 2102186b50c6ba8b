// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/engine.h"

#include "support/practicehubprocess.h"
#include "support/samplesnapshot.h"
#include "watch/finding.h"
#include "watch/seen.h"

#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace hugger;
using namespace hugger::test;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 30s;
const RepoId tiny{RepoKind::Model, u"acme/tiny-llama"_s};

/// What a window would know: rows and jobs by id.
class NewsKeeper final : public QObject {
public:
    explicit NewsKeeper(Engine& engine)
    {
        connect(&engine, &Engine::rowsLoaded, this, [this](const QList<HeldRow>& some, bool first, bool last) {
            if (first)
                rows.clear();
            for (const HeldRow& row : some)
                rows.insert(row.id, row);
            loaded = loaded || last;
        });
        connect(&engine, &Engine::rowsChanged, this, [this](const QList<HeldRow>& some, const QList<qint64>& removed) {
            for (const HeldRow& row : some)
                rows.insert(row.id, row);
            for (const qint64 id : removed)
                rows.remove(id);
        });
        const auto take = [this](const QList<JobStatus>& some) {
            for (const JobStatus& status : some) {
                jobs.insert(status.job.id, status);
                sawFiles = sawFiles || !status.files.isEmpty();
            }
        };
        connect(&engine, &Engine::jobsReset, this, [this, take](const QList<JobStatus>& some) {
            jobs.clear();
            take(some);
        });
        connect(&engine, &Engine::jobsChanged, this, take);
        connect(&engine, &Engine::jobEnded, this, [this](const JobStatus& status) { ended.append(status); });
    }

    [[nodiscard]] qint64 rowOf(const QString& repo) const
    {
        for (const HeldRow& row : rows) {
            if (row.repo.id == repo)
                return row.id;
        }
        return 0;
    }
    [[nodiscard]] JobState state(qint64 id) const { return jobs.value(id).job.state; }
    [[nodiscard]] JobWait wait(qint64 id) const { return jobs.value(id).job.wait; }

    QHash<qint64, HeldRow> rows;
    QHash<qint64, JobStatus> jobs;
    QList<JobStatus> ended;
    bool loaded = false;
    bool sawFiles = false;
};

/// The answer; fails the test when there is none in time.
template<typename T> Expected<T> answered(const Answer<T>& answer)
{
    if (!QTest::qWaitFor([&] { return answer.isFinished(); }, patience) || answer.isCanceled())
        return fail(ErrorKind::Failed, u"no_answer"_s, u"no answer"_s);
    return answer.result();
}

ArchiveWish wish(const QString& id)
{
    ArchiveWish wish;
    wish.repo = {RepoKind::Model, id};
    return wish;
}

} // namespace

class TestEngine final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void opensAnEmptyProfile();
    void saysThatItIsBusy();
    void archivesAndAnswersAboutIt();
    void sharesWhatTwoJobsWant();
    void removesAndRestores();
    void findsDamageAndRepairsIt();
    void pausesAndGoesOn();
    void movesJobs();
    void waitsForTheNetwork();
    void waitsForAStore();
    void takesTheLastWish();
    void asksTheHub();
    void tellsWhatHappensUpstream();
    void keepsWhatMayBeTheLastCopy();
    void verifiesWhatACrashLeft();
    void updatesBesideTheOldOne();
    void updatesWhatItCan();
    void fetchesByRule();
    void appliesSettings();
    void endsInTheMiddle();

private:
    void open();
    void holdAll();
    [[nodiscard]] Expected<Job> archived(const QString& id);
    void addCommit(const QString& path);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PracticeHubProcess> m_hub;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<NewsKeeper> m_watcher;
};

void TestEngine::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_hub = std::make_unique<PracticeHubProcess>(QStringList{u"--big-size"_s, u"24M"_s});
    qputenv("HF_ENDPOINT", m_hub->endpoint().toEncoded());
    open();
}

void TestEngine::open()
{
    m_engine = std::make_unique<Engine>(m_folder->filePath(u"profile"_s));
    m_watcher = std::make_unique<NewsKeeper>(*m_engine);
    QSignalSpy opened(m_engine.get(), &Engine::opened);
    m_engine->open();
    QVERIFY(opened.wait(patience));
    QVERIFY(opened[0][0].value<Done>().has_value());
    QTRY_VERIFY(m_watcher->loaded);
}

void TestEngine::cleanup()
{
    m_engine.reset();
    m_watcher.reset();
    m_hub.reset();
}

/// By hours to fetch in that are not now.
void TestEngine::holdAll()
{
    Settings settings = m_engine->settings();
    settings.hasSchedule = true;
    settings.from = QTime::currentTime().addSecs(3600);
    settings.to = QTime::currentTime().addSecs(7200);
    QVERIFY(answered(m_engine->apply(settings)));
}

Expected<Job> TestEngine::archived(const QString& id)
{
    auto job = answered(m_engine->archive(wish(id)));
    if (job && !QTest::qWaitFor([&] { return m_watcher->state(job->id) == JobState::Completed; }, patience)) {
        const auto error = m_watcher->jobs.value(job->id).job.error;
        return error ? Expected<Job>(std::unexpected(*error)) : fail(ErrorKind::Failed, u"slow"_s, u"not done"_s);
    }
    return job;
}

void TestEngine::addCommit(const QString& path)
{
    m_hub->call("POST", u"commits"_s,
                QJsonObject{{u"id"_s, tiny.id}, {u"files"_s, QJsonArray{hubText(path, u"twelve bytes"_s)}}});
}

void TestEngine::opensAnEmptyProfile()
{
    QVERIFY(m_engine->isOpen());
    QVERIFY(m_watcher->rows.isEmpty());
    const auto totals = answered(m_engine->totals());
    QVERIFY(totals);
    QCOMPARE(totals->snapshots, 0);
    QVERIFY(answered(m_engine->stores())->isEmpty());
    QVERIFY(!answered(m_engine->details(17)));
}

void TestEngine::saysThatItIsBusy()
{
    Engine second(m_folder->filePath(u"profile"_s));
    QSignalSpy opened(&second, &Engine::opened);
    second.open();
    QVERIFY(opened.wait(patience));
    const auto done = opened[0][0].value<Done>();
    QVERIFY(!done);
    QCOMPARE(done.error().code, u"profile_busy"_s);
    // Once the other is gone, the same one opens.
    m_engine.reset();
    second.open();
    QVERIFY(opened.wait(patience));
    QVERIFY(opened[1][0].value<Done>().has_value());
}

void TestEngine::archivesAndAnswersAboutIt()
{
    const auto job = archived(u"acme/tiny-llama"_s);
    QVERIFY2(job, qPrintable(job ? QString() : job.error().message));
    QTRY_COMPARE(m_watcher->rows.size(), 1);
    const qint64 row = m_watcher->rowOf(u"acme/tiny-llama"_s);
    QVERIFY(m_watcher->rows[row].isComplete);
    QVERIFY(m_watcher->rows[row].verifiedAt > 0);
    QCOMPARE(m_watcher->ended.size(), 1);
    QCOMPARE(m_watcher->jobs[job->id].job.bytesDone, m_watcher->jobs[job->id].job.bytesTotal);

    const auto details = answered(m_engine->details(row));
    QVERIFY(details);
    QVERIFY(details->isPlugged);
    QVERIFY(QFile::exists(details->folder + u"/config.json"_s));
    QVERIFY(QFile::exists(details->recordFolder + u"/record.json"_s));
    QCOMPARE(details->row.id, row);
    const auto card = answered(m_engine->card(row));
    QVERIFY(card);
    QVERIFY(!card->markdown.isEmpty());
    QVERIFY(!card->markdown.startsWith("---"_L1));
    const auto history = answered(m_engine->history(details->record.repo));
    QCOMPARE(history->size(), 1);
    QVERIFY(history->first().isOldest);
    const auto events = answered(m_engine->events({.limit = 10}));
    QCOMPARE(events->first().type, u"archived"_s);
    QCOMPARE(answered(m_engine->totals())->snapshots, 1);
    const auto stores = answered(m_engine->stores());
    QCOMPARE(stores->size(), 1);
    QVERIFY(stores->first().isPlugged);
    QVERIFY(stores->first().heldBytes > 0);

    // The user's own words are found.
    QVERIFY(answered(m_engine->setNotes(row, u"for the Zanzibar paper"_s, {u"thesis"_s})));
    QCOMPARE(answered(m_engine->match(u"zanzi"_s)).value(), QList<qint64>{row});
    QCOMPARE(answered(m_engine->match(u"thesis"_s)).value(), QList<qint64>{row});
    QVERIFY(answered(m_engine->match(u"nowhere"_s))->isEmpty());
    QCOMPARE(answered(m_engine->details(row))->record.notes, u"for the Zanzibar paper"_s);
}

void TestEngine::sharesWhatTwoJobsWant()
{
    // The same bytes under other names, at the same time.
    Settings settings = m_engine->settings();
    settings.parallelJobs = 4;
    QVERIFY(answered(m_engine->apply(settings)));
    m_hub->throttle(400'000);
    QList<qint64> ids;
    for (const QString& id : {u"acme/tiny-llama-copy"_s, u"acme/tiny-llama"_s, u"acme/tiny-llama-GGUF"_s})
        ids.append(answered(m_engine->archive(wish(id)))->id);
    QTRY_VERIFY(std::ranges::count_if(ids, [&](qint64 id) { return m_watcher->state(id) == JobState::Running; }) > 1
                || m_watcher->ended.size() == 3);
    m_hub->throttle(0);
    for (const qint64 id : std::as_const(ids)) {
        QTRY_VERIFY_WITH_TIMEOUT(m_watcher->jobs[id].job.isFinished(), patience);
        const auto error = m_watcher->jobs[id].job.error;
        QVERIFY2(m_watcher->state(id) == JobState::Completed, qPrintable(error ? error->message : QString()));
    }
    QTRY_COMPARE(m_watcher->rows.size(), 3);
    const auto verified = answered(m_engine->verify(m_watcher->rows.keys()));
    QCOMPARE(verified->size(), 3);
    for (const Job& job : *verified)
        QTRY_COMPARE(m_watcher->state(job.id), JobState::Completed);
}

void TestEngine::removesAndRestores()
{
    QVERIFY(archived(u"acme/tiny-llama"_s));
    QVERIFY(archived(u"acme/tiny-llama-copy"_s));
    QTRY_COMPARE(m_watcher->rows.size(), 2);
    const qint64 row = m_watcher->rowOf(u"acme/tiny-llama"_s);
    const auto one = answered(m_engine->weigh({row}));
    QVERIFY(one->sharedBytes > 0);
    const auto both = answered(m_engine->weigh(m_watcher->rows.keys()));
    QCOMPARE(both->sharedBytes, 0);
    QVERIFY(both->freedBytes > one->freedBytes + one->sharedBytes - 1);

    const auto removed = answered(m_engine->remove({row}));
    QVERIFY(removed);
    QCOMPARE(removed->size(), 1);
    QTRY_COMPARE(m_watcher->rows.size(), 1);
    QVERIFY(answered(m_engine->restore({removed->first().trashId})));
    QTRY_COMPARE(m_watcher->rows.size(), 2);
    QVERIFY(m_watcher->rowOf(u"acme/tiny-llama"_s) != 0);
    QVERIFY(!answered(m_engine->restore({u"nothing"_s})));
}

void TestEngine::findsDamageAndRepairsIt()
{
    QVERIFY(archived(u"acme/tiny-llama"_s));
    QTRY_COMPARE(m_watcher->rows.size(), 1);
    const qint64 row = m_watcher->rows.keys().first();
    const auto details = answered(m_engine->details(row));
    const QString store = answered(m_engine->stores())->first().folder;
    const HeldFile& file = details->record.files.first();
    const QString sha = QString::fromLatin1(file.sha256);
    QFile object(store + u"/objects/sha256/"_s + sha.first(2) + u'/' + sha);
    QVERIFY(object.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(object.open(QFile::ReadWrite));
    QCOMPARE(object.write(QByteArray(static_cast<qsizetype>(file.size), 'x')), file.size);
    object.close();

    const auto jobs = answered(m_engine->verify({row}));
    QCOMPARE(jobs->size(), 1);
    QTRY_COMPARE(m_watcher->state(jobs->first().id), JobState::Failed);
    QCOMPARE(m_watcher->jobs[jobs->first().id].job.error->code, u"damaged"_s);
    QTRY_VERIFY(m_watcher->rows[row].damaged > 0);
    QCOMPARE(m_watcher->rows[row].verifiedAt, 0);

    const auto repair = answered(m_engine->repair({row}));
    QTRY_COMPARE(m_watcher->state(repair->first().id), JobState::Completed);
    QTRY_COMPARE(m_watcher->rows[row].damaged, 0);
}

void TestEngine::pausesAndGoesOn()
{
    m_hub->throttle(200'000, 1'000'000);
    const auto job = answered(m_engine->archive(wish(u"acme/big"_s)));
    const auto behind = answered(m_engine->archive(wish(u"acme/gated"_s)));
    QTRY_VERIFY(m_watcher->jobs[job->id].job.bytesDone > 0);
    QTRY_VERIFY(m_watcher->sawFiles);
    QVERIFY(answered(m_engine->pauseAll()));
    QTRY_COMPARE(m_watcher->wait(job->id), JobWait::Paused);
    QTRY_COMPARE(m_watcher->state(job->id), JobState::Queued);
    m_hub->throttle(0);
    QVERIFY(answered(m_engine->resumeJobs({job->id})));
    QTRY_COMPARE_WITH_TIMEOUT(m_watcher->state(job->id), JobState::Completed, patience);
    QVERIFY(answered(m_engine->resumeAll()));
    // Gated: fails in words, and works once there is a token.
    QTRY_COMPARE(m_watcher->state(behind->id), JobState::Failed);
    QVERIFY(m_watcher->jobs[behind->id].job.error->retry == Retry::NeedsUser);
    QVERIFY(!answered(m_engine->pauseJobs({behind->id})));
    QVERIFY(answered(m_engine->forgetFinishedJobs()));
    QTRY_VERIFY(m_watcher->jobs.isEmpty());
}

void TestEngine::movesJobs()
{
    holdAll();
    QList<qint64> ids;
    for (const QString& id : {u"acme/a"_s, u"acme/b"_s, u"acme/c"_s})
        ids.append(answered(m_engine->archive(wish(id)))->id);
    QTRY_COMPARE(m_watcher->jobs.size(), 3);
    QTRY_COMPARE(m_watcher->wait(ids[0]), JobWait::Schedule);
    QSignalSpy reset(m_engine.get(), &Engine::jobsReset);
    QVERIFY(answered(m_engine->moveJobs({ids[2]}, ids[0])));
    QTRY_VERIFY(!reset.isEmpty());
    QList<qint64> order;
    for (const JobStatus& status : reset.last()[0].value<QList<JobStatus>>())
        order.append(status.job.id);
    QCOMPARE(order, (QList<qint64>{ids[2], ids[0], ids[1]}));
}

void TestEngine::waitsForTheNetwork()
{
    m_hub->call("POST", u"listen"_s, QJsonObject{{u"server"_s, u"both"_s}, {u"up"_s, false}});
    QSignalSpy reachable(m_engine.get(), &Engine::hubReachable);
    const auto job = answered(m_engine->archive(wish(u"acme/tiny-llama"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(m_watcher->wait(job->id), JobWait::Network, patience);
    QVERIFY(!m_watcher->jobs[job->id].waitDetail.isEmpty());
    QCOMPARE(reachable.last()[0].toBool(), false);
    m_hub->call("POST", u"listen"_s, QJsonObject{{u"server"_s, u"both"_s}, {u"up"_s, true}});
    // Nobody has to wait for the next look.
    QVERIFY(answered(m_engine->pauseJobs({job->id})));
    QTRY_COMPARE(m_watcher->wait(job->id), JobWait::Paused);
    QVERIFY(answered(m_engine->resumeJobs({job->id})));
    QTRY_COMPARE_WITH_TIMEOUT(m_watcher->state(job->id), JobState::Completed, patience);
    QCOMPARE(reachable.last()[0].toBool(), true);
}

void TestEngine::waitsForAStore()
{
    const QString shelf = m_folder->filePath(u"shelf"_s);
    QVERIFY(answered(m_engine->addStore(shelf, u"Shelf"_s)));
    QVERIFY(QFile::rename(shelf, shelf + u"-away"_s));
    ArchiveWish there = wish(u"acme/tiny-llama"_s);
    there.store = u"Shelf"_s;
    QCOMPARE(answered(m_engine->archive(there)).error().code, u"store_unplugged"_s);
    QVERIFY(QFile::rename(shelf + u"-away"_s, shelf));

    // Those that were wanted before wait, and let others go on.
    m_hub->throttle(100'000);
    QList<qint64> waiting;
    for (const QString& id : {u"acme/tiny-llama"_s, u"acme/tiny-llama-copy"_s, u"acme/tiny-llama-sharded"_s}) {
        there.repo.id = id;
        const auto job = answered(m_engine->archive(there));
        QVERIFY(job);
        waiting.append(job->id);
    }
    QVERIFY(answered(m_engine->pauseAll()));
    for (const qint64 id : std::as_const(waiting))
        QTRY_COMPARE(m_watcher->state(id), JobState::Queued);
    QVERIFY(QFile::rename(shelf, shelf + u"-away"_s));
    m_hub->throttle(0);
    QVERIFY(answered(m_engine->resumeAll()));
    const auto stores = answered(m_engine->stores());
    QString other;
    for (const StoreStatus& store : *stores)
        other = store.isPlugged ? store.identity.id : other;
    ArchiveWish here = wish(u"acme/tiny-llama-GGUF"_s);
    if (other.isEmpty()) {
        const auto added = answered(m_engine->addStore(m_folder->filePath(u"home"_s), u"Home"_s));
        QVERIFY(added);
        other = added->identity.id;
    }
    here.store = other;
    const auto goesOn = answered(m_engine->archive(here));
    QVERIFY(goesOn);
    QTRY_COMPARE_WITH_TIMEOUT(m_watcher->state(goesOn->id), JobState::Completed, patience);
    for (const qint64 id : std::as_const(waiting))
        QVERIFY(!m_watcher->jobs[id].job.isFinished());
    QVERIFY(QFile::rename(shelf + u"-away"_s, shelf));
    for (const qint64 id : std::as_const(waiting))
        QTRY_COMPARE_WITH_TIMEOUT(m_watcher->state(id), JobState::Completed, patience);
}

void TestEngine::takesTheLastWish()
{
    m_hub->throttle(0, 4'000'000);
    const auto job = answered(m_engine->archive(wish(u"acme/big"_s)));
    QTRY_VERIFY(m_watcher->jobs[job->id].job.bytesDone > 0);
    // Cancelled and wanted again before it has wound down.
    const auto cancelled = m_engine->cancelJobs({job->id});
    const auto again = answered(m_engine->archive(wish(u"acme/big"_s)));
    QVERIFY(cancelled.isFinished());
    m_hub->throttle(0);
    QTRY_COMPARE_WITH_TIMEOUT(m_watcher->state(again->id), JobState::Completed, patience);

    // A repair of an old commit is not the wish for the branch.
    QTRY_COMPARE(m_watcher->rows.size(), 1);
    holdAll();
    const auto repair = answered(m_engine->repair(m_watcher->rows.keys()));
    QCOMPARE(repair->size(), 1);
    const auto branch = answered(m_engine->archive(wish(u"acme/big"_s)));
    QVERIFY(branch->id != repair->first().id);
}

void TestEngine::asksTheHub()
{
    const auto preview =
        answered(m_engine->preview(RepoLink{{RepoKind::Model, u"acme/tiny-llama"_s}, {}, {}, false, {}}, {}));
    QVERIFY(preview);
    QCOMPARE(preview->info.repo.id, u"acme/tiny-llama"_s);
    QVERIFY(preview->refs.refs.size() > 2);
    QVERIFY(preview->held.isEmpty());
    const auto plan = answered(m_engine->plan(wish(u"acme/tiny-llama"_s), {}));
    QVERIFY(plan);
    QVERIFY((*plan)->fetchBytes > 0);
    HubQuery query;
    query.words = u"llama"_s;
    const auto page = answered(m_engine->search(query, {}));
    QVERIFY(page);
    QVERIFY(page->hits.size() > 2);
    const auto missing =
        answered(m_engine->preview(RepoLink{{RepoKind::Model, u"acme/nothing"_s}, {}, {}, false, {}}, {}));
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, ErrorKind::NotFound);

    // Stopped questions are answered, too.
    m_hub->addFault({{u"route"_s, u"tree"_s}}, {{u"type"_s, u"delay"_s}, {u"seconds"_s, 20}});
    std::stop_source stop;
    const auto asked = m_engine->plan(wish(u"acme/tiny-llama-sharded"_s), stop.get_token());
    stop.request_stop();
    const auto stopped = answered(asked);
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().kind, ErrorKind::Interrupted);
    m_hub->clearFaults();

    QCOMPARE(answered(m_engine->setToken("no token of anybody")).error().kind, ErrorKind::Usage);
    const auto refused = answered(m_engine->setToken("hf_nobody"));
    QVERIFY(!refused);
    const auto works = answered(m_engine->setToken(m_hub->token(u"alice"_s)));
    QVERIFY(works);
    QCOMPARE(works->who->name, u"alice"_s);
    QVERIFY(archived(u"acme/gated"_s));
}

void TestEngine::tellsWhatHappensUpstream()
{
    QVERIFY(archived(u"acme/tiny-llama"_s));
    QTRY_COMPARE(m_watcher->rows.size(), 1);
    const qint64 row = m_watcher->rowOf(u"acme/tiny-llama"_s);
    QList<Event> told;
    connect(m_engine.get(), &Engine::happened, this, [&](const QList<Event>& events) { told += events; });
    QSignalSpy watching(m_engine.get(), &Engine::watching);
    addCommit(u"NEWS.md"_s);
    QCOMPARE(answered(m_engine->checkSoon({})).value(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, patience);
    QCOMPARE(told.first().type, u"new_commit"_s);
    QTRY_COMPARE(m_watcher->rows[row].upstream, u"newer"_s);
    QTRY_VERIFY(!watching.isEmpty() && watching.last()[0].value<WatchProgress>().left == 0);
    const auto facts = answered(m_engine->eventFacts(told.first().id));
    QVERIFY(facts && !facts->value("evidence"_L1).toArray().isEmpty());
    QVERIFY(answered(m_engine->watched(tiny))->checkedAt > 0);

    // Whoever asks again hears that nothing has changed, and what an update would bring.
    const auto again = answered(m_engine->checkUpstream(tiny, {}, {}));
    QVERIFY(again);
    QCOMPARE(again->upstream, u"newer"_s);
    QVERIFY(again->events.isEmpty());
    QCOMPARE(again->update->files, 1);
    QCOMPARE(told.size(), 1);
    const auto preview = answered(m_engine->previewUpdate(tiny, {}, {}));
    QVERIFY(preview);
    QCOMPARE(preview->fetchFiles, 1);

    QVERIFY(answered(m_engine->setWatchRule({tiny}, {.everyHours = 48, .fetchUpTo = 0})));
    QCOMPARE(answered(m_engine->watched(tiny))->rule.everyHours, 48);
    // The settings say when all the others are looked at.
    Settings settings = m_engine->settings();
    settings.watchHours = 0;
    QVERIFY(answered(m_engine->apply(settings)));
    QVERIFY(answered(m_engine->watched(tiny))->nextAt > 0);
    QVERIFY(answered(m_engine->setWatchRule({tiny}, {})));
    QCOMPARE(answered(m_engine->watched(tiny))->nextAt, 0);
}

void TestEngine::keepsWhatMayBeTheLastCopy()
{
    QVERIFY(archived(u"acme/tiny-llama"_s));
    QTRY_COMPARE(m_watcher->rows.size(), 1);
    const qint64 row = m_watcher->rowOf(u"acme/tiny-llama"_s);
    QList<Event> told;
    connect(m_engine.get(), &Engine::happened, this, [&](const QList<Event>& events) { told += events; });
    m_hub->call("POST", u"repos/delete"_s, QJsonObject{{u"id"_s, tiny.id}});
    const auto check = answered(m_engine->checkUpstream(tiny, {}, {}));
    QVERIFY(check);
    QVERIFY(check->isAlarming);
    // The window knows it with the answer.
    QTRY_COMPARE(m_watcher->rows[row].upstream, u"gone"_s);
    QCOMPARE(m_watcher->rows[row].lastCopy, u"gone"_s);
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(told.first().type, u"gone"_s);
    const auto verified = [this] {
        return std::ranges::any_of(m_watcher->ended, [](const JobStatus& status) {
            return status.job.type == JobType::Verify && status.job.state == JobState::Completed;
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(verified(), patience);
    QVERIFY(answered(m_engine->checkUpstream(tiny, {}, {}))->events.isEmpty());
    QCOMPARE(told.size(), 1);
    QCOMPARE(std::ranges::count_if(m_watcher->jobs,
                                   [](const JobStatus& status) { return status.job.type == JobType::Verify; }),
             1);
}

void TestEngine::verifiesWhatACrashLeft()
{
    QVERIFY(archived(u"acme/tiny-llama"_s));
    m_hub->call("POST", u"repos/delete"_s, QJsonObject{{u"id"_s, tiny.id}});
    m_engine.reset();
    {
        // It ended when the alarm was stored, and nothing else.
        const auto library = must(Library::open(m_folder->filePath(u"profile"_s), Library::Access::ReadWrite));
        const HeldRow row = must(library->catalog().heldOf(tiny, {})).first();
        Seen seen;
        seen.at = QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
        seen.name = tiny.id;
        seen.account = u"anonymous"_s;
        seen.isGone = true;
        seen.lastCopies.insert(row.commit, u"gone"_s);
        const qint64 now = QDateTime::currentSecsSinceEpoch();
        const Finding gone{{0, u"gone"_s, tiny, row.commit, seen.at, u"It is gone."_s}, {}};
        must(library->state().noteCheck({.repo = tiny, .checkedAt = now, .nextAt = now + 9'000, .seen = seen.toBytes()},
                                        {gone}));
    }
    const auto verifies = [this] {
        return std::ranges::count_if(m_watcher->jobs, [](const JobStatus& status) {
            return status.job.type == JobType::Verify && status.job.state == JobState::Completed;
        });
    };
    open();
    QTRY_COMPARE_WITH_TIMEOUT(verifies(), 1, patience);
    QTRY_COMPARE(m_watcher->rows[m_watcher->rowOf(tiny.id)].lastCopy, u"gone"_s);
    // Once is enough.
    m_engine.reset();
    open();
    QVERIFY(answered(m_engine->checkUpstream(tiny, {}, {}))->events.isEmpty());
    QCOMPARE(
        std::ranges::count(m_watcher->jobs, JobType::Verify, [](const JobStatus& status) { return status.job.type; }),
        1);
}

void TestEngine::updatesBesideTheOldOne()
{
    ArchiveWish some = wish(tiny.id);
    some.selection.include = {u"*.json"_s, u"*.md"_s};
    const auto first = answered(m_engine->archive(some));
    QTRY_COMPARE_WITH_TIMEOUT(m_watcher->state(first->id), JobState::Completed, patience);
    QTRY_COMPARE(m_watcher->rows.size(), 1);
    const qint64 row = m_watcher->rowOf(tiny.id);
    addCommit(u"NEWS.md"_s);
    addCommit(u"more.safetensors"_s);
    QCOMPARE(answered(m_engine->checkUpstream(tiny, {}, {}))->upstream, u"newer"_s);
    const auto jobs = answered(m_engine->update({row}));
    QVERIFY(jobs);
    QCOMPARE(jobs->size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(m_watcher->state(jobs->first().id), JobState::Completed, patience);
    QTRY_COMPARE(m_watcher->rows.size(), 2);
    // The same choice of files, and what was held stays.
    for (const HeldRow& held : std::as_const(m_watcher->rows)) {
        QTRY_COMPARE(m_watcher->rows[held.id].upstream, u"current"_s);
        const auto details = answered(m_engine->details(held.id));
        QCOMPARE(details->record.selections, QList<Selection>{some.selection});
        QCOMPARE(std::ranges::count(details->record.files, u"NEWS.md"_s, &HeldFile::path), held.id == row ? 0 : 1);
    }
    // As the window does it: the very commit that was looked at.
    addCommit(u"MORE.md"_s);
    QCOMPARE(answered(m_engine->checkUpstream(tiny, {}, {}))->upstream, u"newer"_s);
    QTRY_COMPARE(m_watcher->rows[row].upstream, u"newer"_s);
    const auto preview = answered(m_engine->previewUpdate(tiny, {}, {}));
    QVERIFY(preview);
    const auto looked = answered(m_engine->archive(preview->wish));
    QVERIFY(looked && looked->isPinned);
    QTRY_COMPARE_WITH_TIMEOUT(m_watcher->state(looked->id), JobState::Completed, patience);
    QTRY_COMPARE(m_watcher->rows[row].upstream, u"current"_s);
    // Of a repo that has another name now, the new one is archived under it.
    m_hub->call("POST", u"repos/rename"_s, QJsonObject{{u"id"_s, tiny.id}, {u"to"_s, u"acme/renamed"_s}});
    QCOMPARE(answered(m_engine->checkUpstream(tiny, {}, {}))->upstream, u"renamed"_s);
    const auto renamed = answered(m_engine->update(m_watcher->rows.keys()));
    QVERIFY(renamed);
    QCOMPARE(renamed->size(), 1);
    QCOMPARE(renamed->first().repo.id, u"acme/renamed"_s);
    QVERIFY(!answered(m_engine->update({row})).value().isEmpty());
}

void TestEngine::updatesWhatItCan()
{
    const QString shelf = m_folder->filePath(u"shelf"_s);
    QVERIFY(answered(m_engine->addStore(shelf, u"Shelf"_s)));
    QVERIFY(answered(m_engine->addStore(m_folder->filePath(u"home"_s), u"Home"_s)));
    ArchiveWish there = wish(u"acme/tiny-llama-copy"_s);
    there.store = u"Shelf"_s;
    ArchiveWish here = wish(tiny.id);
    here.store = u"Home"_s;
    for (const ArchiveWish& wanted : {there, here}) {
        const auto job = answered(m_engine->archive(wanted));
        QVERIFY(job);
        QTRY_COMPARE_WITH_TIMEOUT(m_watcher->state(job->id), JobState::Completed, patience);
    }
    QTRY_COMPARE(m_watcher->rows.size(), 2);
    QVERIFY(QFile::rename(shelf, shelf + u"-away"_s));
    QSignalSpy trouble(m_engine.get(), &Engine::trouble);
    const auto jobs = answered(m_engine->update(m_watcher->rows.keys()));
    QVERIFY(jobs);
    QCOMPARE(jobs->size(), 1);
    QCOMPARE(jobs->first().repo, tiny);
    QTRY_COMPARE(trouble.size(), 1);
    QCOMPARE(trouble[0][0].value<Error>().code, u"store_unplugged"_s);
    // What is on a drive that is away cannot be updated at all.
    QCOMPARE(answered(m_engine->update({m_watcher->rowOf(u"acme/tiny-llama-copy"_s)})).error().code,
             u"store_unplugged"_s);
}

void TestEngine::fetchesByRule()
{
    QVERIFY(archived(u"acme/tiny-llama"_s));
    QVERIFY(answered(m_engine->setWatchRule({tiny}, {.everyHours = {}, .fetchUpTo = 1'000})));
    m_hub->call("POST", u"commits"_s,
                QJsonObject{{u"id"_s, tiny.id}, {u"files"_s, QJsonArray{hubFile(u"large.safetensors"_s, 5'000)}}});
    QCOMPARE(answered(m_engine->checkUpstream(tiny, {}, {}))->upstream, u"newer"_s);
    QCOMPARE(m_watcher->rows.size(), 1);
    QVERIFY(answered(m_engine->setWatchRule({tiny}, {.everyHours = {}, .fetchUpTo = 1'000'000})));
    QCOMPARE(answered(m_engine->checkUpstream(tiny, {}, {}))->upstream, u"newer"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_watcher->rows.size(), 2, patience);
    QTRY_COMPARE(m_watcher->rows[m_watcher->rowOf(tiny.id)].upstream, u"current"_s);
    QCOMPARE(m_watcher->ended.size(), 2);

    // Under a license that allows less it is only told of.
    m_hub->call(
        "POST", u"commits"_s,
        QJsonObject{{u"id"_s, tiny.id},
                    {u"files"_s, QJsonArray{hubText(u"README.md"_s, u"---\nlicense: cc-by-nc-nd-4.0\n---\n"_s)}}});
    const auto stricter = answered(m_engine->checkUpstream(tiny, {}, {}));
    QCOMPARE(stricter->upstream, u"license_changed"_s);
    QVERIFY(stricter->isAlarming);
    QCOMPARE(answered(m_engine->checkUpstream(tiny, {}, {}))->upstream, u"license_changed"_s);
    QTRY_VERIFY(std::ranges::all_of(m_watcher->jobs, [](const JobStatus& status) { return status.job.isFinished(); }));
    QCOMPARE(m_watcher->rows.size(), 2);
}

void TestEngine::appliesSettings()
{
    QSignalSpy changed(m_engine.get(), &Engine::settingsChanged);
    Settings settings = m_engine->settings();
    settings.bandwidth = 123'456;
    settings.trashDays = 30;
    settings.proxy = Settings::Proxy::None; // makes the network anew
    QVERIFY(answered(m_engine->apply(settings)));
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(m_engine->settings().bandwidth, 123'456);
    settings.bandwidth = 0;
    QVERIFY(answered(m_engine->apply(settings)));
    QVERIFY(archived(u"acme/tiny-llama"_s));

    QVERIFY(answered(m_engine->addStore(m_folder->filePath(u"shelf"_s), u"Shelf"_s)));
    const auto stores = answered(m_engine->stores());
    QCOMPARE(stores->size(), 2);
    const QString id =
        stores->at(0).identity.label == "Shelf"_L1 ? stores->at(0).identity.id : stores->at(1).identity.id;
    QVERIFY(answered(m_engine->renameStore(id, u"Shelf 2"_s)));
    QVERIFY(answered(m_engine->setDefaultStore(id)));
    QVERIFY(!answered(m_engine->addStore(m_folder->filePath(u"shelf/inside"_s), u"No"_s)));
    const auto now = answered(m_engine->stores());
    for (const StoreStatus& store : *now) {
        QCOMPARE(store.isDefault, store.identity.id == id);
        if (store.isDefault)
            QCOMPARE(store.identity.label, u"Shelf 2"_s);
    }
}

void TestEngine::endsInTheMiddle()
{
    m_hub->throttle(100'000, 400'000);
    const auto job = answered(m_engine->archive(wish(u"acme/big"_s)));
    QTRY_VERIFY(m_watcher->jobs[job->id].job.bytesDone > 0);
    auto forgotten = m_engine->plan(wish(u"acme/tiny-llama"_s), {});
    QSignalSpy closed(m_engine.get(), &Engine::closed);
    m_engine->close();
    QVERIFY(closed.wait(patience));
    QVERIFY(!m_engine->isOpen());
    QTRY_VERIFY(forgotten.isFinished());
    QVERIFY(!answered(m_engine->archive(wish(u"acme/tiny-llama"_s))));
    m_engine.reset();

    // It goes on by itself the next time.
    m_hub->throttle(0);
    m_engine = std::make_unique<Engine>(m_folder->filePath(u"profile"_s));
    m_watcher = std::make_unique<NewsKeeper>(*m_engine);
    m_engine->open();
    QTRY_COMPARE_WITH_TIMEOUT(m_watcher->state(job->id), JobState::Completed, patience);
    QTRY_COMPARE(m_watcher->rows.size(), 1);
}

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
