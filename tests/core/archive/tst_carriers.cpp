// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../store/storefixture.h"

#include "archive/jobqueue.h"

#include <QtTest/QSignalSpy>

using namespace hugger;
using namespace hugger::test;
using namespace std::chrono_literals;

namespace {

/// What the carrier of a test does with a job, and what it saw.
struct Deed {
    enum class What { Done, Fail, WaitForStop } what = What::Done;
    Error error{};
    int begun = 0;
    QJsonObject spec{};
};

Task<Expected<Carried>> carry(std::shared_ptr<Deed> deed, Job job, std::shared_ptr<WorkProgress> progress,
                              std::stop_token stop)
{
    ++deed->begun;
    deed->spec = job.spec;
    progress->bytesTotal = 100;
    progress->bytesDone = 40;
    switch (deed->what) {
    case Deed::What::Done:
        break;
    case Deed::What::Fail:
        co_return std::unexpected(deed->error);
    case Deed::What::WaitForStop:
        (void)co_await pauseFor(1h, stop);
        co_return std::unexpected(interrupted());
    }
    co_return Carried{{{job.repo, job.commit}, job.storeId, 0, {}}, {{u"target"_s, u"/x.tar"_s}}};
}

} // namespace

/// Jobs that are carried by a room above the queue.
class CarriersTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void givesItsResult();
    void failsAndIsTriedAgain();
    void pauseEndsItAndResumeBeginsAnew();
    void cancels();
    void aFullDiskIsNoReasonToWait();
    void scheduleIsNotForThem();
    void needsACarrier();

private:
    [[nodiscard]] Job stored() const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Library> m_library;
    QThreadPool m_pool;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<Fetcher> m_fetcher;
    std::unique_ptr<JobQueue> m_queue;
    std::shared_ptr<Deed> m_deed;
    qint64 m_id = 0;
};

void CarriersTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    auto library = Library::open(m_dir->filePath(u"profile"_s), Library::Access::ReadWrite);
    VERIFY_OK(library);
    m_library = *std::move(library);
    const auto store = m_library->addStore(m_dir->filePath(u"store"_s), u"disk"_s);
    VERIFY_OK(store);
    // Nobody is asked anything.
    m_http = std::make_unique<HttpClient>(QUrl(u"http://127.0.0.1:9"_s), NetPolicy{});
    m_fetcher = std::make_unique<Fetcher>(*m_http, m_pool);
    m_queue = std::make_unique<JobQueue>(*m_library, HubClient(*m_http), *m_fetcher, m_pool);
    m_queue->setPatient(true);
    m_deed = std::make_shared<Deed>();
    m_queue->setCarrier(JobType::Export,
                        [deed = m_deed](Job job, std::shared_ptr<WorkProgress> progress, std::stop_token stop) {
                            return carry(deed, std::move(job), std::move(progress), std::move(stop));
                        });
    Job job;
    job.type = JobType::Export;
    job.repo = {RepoKind::Model, u"acme/tiny"_s};
    job.commit = commitOf('a');
    job.isPinned = true;
    job.storeId = store->identity.id;
    job.spec = {{u"target"_s, u"/x.tar"_s}};
    const auto added = m_queue->add(job);
    VERIFY_OK(added);
    QVERIFY(added->isNew);
    m_id = added->id;
    const auto again = m_queue->add(job);
    VERIFY_OK(again);
    QCOMPARE(again->id, m_id);
    QVERIFY(!again->isNew);
}

void CarriersTest::cleanup()
{
    QSignalSpy idle(m_queue.get(), &JobQueue::idle);
    m_queue->stop(false);
    QTRY_VERIFY(!idle.isEmpty());
    m_queue.reset();
    m_fetcher.reset();
    m_http.reset();
    m_library.reset();
}

Job CarriersTest::stored() const
{
    return m_library->state().job(m_id).value_or(Job());
}

void CarriersTest::givesItsResult()
{
    m_queue->runAll();
    QTRY_COMPARE(stored().state, JobState::Completed);
    QCOMPARE(m_deed->spec, QJsonObject({{u"target"_s, u"/x.tar"_s}}));
    QCOMPARE(stored().result, QJsonObject({{u"target"_s, u"/x.tar"_s}}));
    QCOMPARE(stored().bytesDone, 40);
    QVERIFY(m_queue->outcome(m_id));
}

void CarriersTest::failsAndIsTriedAgain()
{
    m_deed->what = Deed::What::Fail;
    m_deed->error = {ErrorKind::Integrity, u"damaged"_s, u"weights.bin is damaged."_s, {}, Retry::NeedsUser};
    m_queue->runAll();
    QTRY_COMPARE(stored().state, JobState::Failed);
    QCOMPARE(stored().error->message, m_deed->error.message);
    QVERIFY(stored().result.isEmpty());
    m_deed->what = Deed::What::Done;
    VERIFY_OK(m_queue->retry(m_id));
    QTRY_COMPARE(stored().state, JobState::Completed);
    QVERIFY(!stored().error);
}

void CarriersTest::pauseEndsItAndResumeBeginsAnew()
{
    m_deed->what = Deed::What::WaitForStop;
    m_queue->runAll();
    QTRY_COMPARE(m_deed->begun, 1);
    VERIFY_OK(m_queue->pause(m_id));
    QTRY_COMPARE(stored().wait, JobWait::Paused);
    QTRY_COMPARE(stored().state, JobState::Queued);
    QVERIFY(stored().wantPaused);
    QCOMPARE(stored().bytesDone, 0); // what was written is gone
    m_deed->what = Deed::What::Done;
    VERIFY_OK(m_queue->resume(m_id));
    QTRY_COMPARE(stored().state, JobState::Completed);
    QCOMPARE(m_deed->begun, 2);
}

void CarriersTest::cancels()
{
    m_deed->what = Deed::What::WaitForStop;
    m_queue->runAll();
    QTRY_COMPARE(m_deed->begun, 1);
    VERIFY_OK(m_queue->cancel(m_id));
    QTRY_COMPARE(stored().state, JobState::Cancelled);
    QTRY_VERIFY(m_queue->isIdle());
    QCOMPARE(m_deed->begun, 1);
}

void CarriersTest::aFullDiskIsNoReasonToWait()
{
    m_deed->what = Deed::What::Fail;
    m_deed->error = {ErrorKind::Disk, u"disk_full"_s, u"The disk is full."_s, {}, Retry::NeedsUser};
    m_queue->runAll();
    QTRY_COMPARE(stored().state, JobState::Failed);
    QCOMPARE(stored().error->code, u"disk_full"_s);
    QCOMPARE(m_deed->begun, 1);
}

void CarriersTest::scheduleIsNotForThem()
{
    QVERIFY(m_queue->setHeld(true));
    m_queue->runAll();
    QTRY_COMPARE(stored().state, JobState::Completed);
}

void CarriersTest::needsACarrier()
{
    Job job = stored();
    job.type = JobType::Import;
    const auto added = m_queue->add(job);
    VERIFY_OK(added);
    m_queue->runAll(2);
    QTRY_COMPARE(m_library->state().job(added->id)->state, JobState::Failed);
    QCOMPARE(m_library->state().job(added->id)->error->code, u"bad_job"_s);
}

QTEST_GUILESS_MAIN(CarriersTest)
#include "tst_carriers.moc"
