// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/jobnews.h"

#include "ui/widgets/windowsettings.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <chrono>
#include <memory>

using namespace Qt::StringLiterals;
using namespace hugger;
using namespace std::chrono_literals;

namespace {

JobStatus makeJob(qint64 id, JobState state, JobWait wait = JobWait::None)
{
    JobStatus status;
    status.job.id = id;
    status.job.repo = {RepoKind::Model, u"acme/m%1"_s.arg(id)};
    status.job.state = state;
    status.job.wait = wait;
    status.job.filesTotal = 3;
    status.job.bytesTotal = 4'400'000'000;
    if (state == JobState::Failed)
        status.job.error = Error{ErrorKind::NotAllowed, u"gated"_s, u"The gate\nis closed."_s, {}, Retry::NeedsUser};
    return status;
}

} // namespace

class TestJobNews final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void oneThatIsDone();
    void bundles();
    void severalAreTold();
    void failuresOfferToRetry();
    void needsAreToldOnce();
    void cancelledIsNoNews();
    void nobodyIsToldOfWhatTheySee();
    void settingsSilence();

private:
    using Notification = Notifier::Notification;
    [[nodiscard]] qsizetype count() const { return m_told.size(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowSettings> m_settings;
    std::unique_ptr<JobNews> m_news;
    QList<Notification> m_told;
};

void TestJobNews::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_news.reset();
    m_settings = std::make_unique<WindowSettings>(m_folder->path());
    m_news = std::make_unique<JobNews>(*m_settings, 10ms);
    m_told.clear();
    connect(m_news.get(), &JobNews::news, this, [this](const Notification& news) { m_told.append(news); });
}

void TestJobNews::oneThatIsDone()
{
    m_news->jobEnded(makeJob(7, JobState::Completed));
    QTRY_COMPARE(count(), 1);
    QCOMPARE(m_told[0].title, u"Archived: acme/m7"_s);
    QVERIFY(m_told[0].text.contains(u"3 "_s) && m_told[0].text.contains(u"4.4"_s));
    QVERIFY(!m_told[0].isTrouble);
    QCOMPARE(JobNews::jobOf(m_told[0].id), 7);
}

void TestJobNews::bundles()
{
    JobStatus exported = makeJob(7, JobState::Completed);
    exported.job.type = JobType::Export;
    exported.job.spec = {{u"target"_s, u"/media/stick/x.tar.zst"_s}};
    exported.job.result = {{u"written_bytes"_s, qint64(2'500'000'000)}};
    m_news->jobEnded(exported);
    QTRY_COMPARE(count(), 1);
    QCOMPARE(m_told[0].title, u"Exported: x.tar.zst"_s);
    QVERIFY2(m_told[0].text.contains(u"2.5"_s), qPrintable(m_told[0].text));

    JobStatus imported = makeJob(8, JobState::Completed);
    imported.job.type = JobType::Import;
    imported.job.spec = {{u"source"_s, u"/media/stick/y.zip"_s}};
    imported.job.result = {{u"files"_s, 12}, {u"bytes"_s, 7'000'000}};
    m_news->jobEnded(imported);
    QTRY_COMPARE(count(), 2);
    QCOMPARE(m_told[1].title, u"Imported: y.zip"_s);
    QVERIFY2(m_told[1].text.contains(u"12 "_s) && m_told[1].text.contains(u"7"_s), qPrintable(m_told[1].text));

    imported.job.state = JobState::Failed;
    imported.job.error = Error{ErrorKind::Integrity, u"bad_bundle"_s, u"y.zip names ../x."_s, {}, Retry::Never};
    m_news->jobEnded(imported);
    QTRY_COMPARE(count(), 3);
    QCOMPARE(m_told[2].title, u"Not imported: y.zip"_s);
    QCOMPARE(m_told[2].text, u"y.zip names ../x."_s);
    QCOMPARE(m_told[2].actions.value(1).first, u"retry"_s);
}

void TestJobNews::severalAreTold()
{
    for (int i = 1; i <= 5; ++i)
        m_news->jobEnded(makeJob(i, i <= 3 ? JobState::Completed : JobState::Failed));
    QTRY_COMPARE(count(), 2);
    QVERIFY(m_told[0].title.startsWith(u"3 "_s));
    for (int i = 1; i <= 9; ++i)
        m_news->jobEnded(makeJob(i, JobState::Completed));
    QTRY_COMPARE(count(), 3);
    QVERIFY2(m_told[2].text.contains(u"6"_s) && !m_told[2].text.contains(u"acme/m4"_s), qPrintable(m_told[2].text));
    QVERIFY(m_told[0].text.contains(u"acme/m1"_s) && m_told[0].text.contains(u"acme/m3"_s));
    QVERIFY(m_told[1].isTrouble);
    QVERIFY(m_told[1].title.startsWith(u"2 "_s));
    QCOMPARE(JobNews::jobOf(m_told[0].id), 0);
}

void TestJobNews::failuresOfferToRetry()
{
    m_news->jobEnded(makeJob(7, JobState::Failed));
    QTRY_COMPARE(count(), 1);
    QVERIFY(m_told[0].isTrouble);
    QCOMPARE(m_told[0].actions.value(0).first, u"show"_s);
    QCOMPARE(m_told[0].actions.value(1).first, u"retry"_s);
    QCOMPARE(m_told[0].title, u"Not archived: acme/m7"_s);
    QVERIFY(m_told[0].text.contains(u"gate"_s) && !m_told[0].text.contains(u'\n'));
}

void TestJobNews::needsAreToldOnce()
{
    const auto needy = makeJob(7, JobState::Running, JobWait::Token);
    m_news->jobsChanged({needy, makeJob(8, JobState::Running, JobWait::RateLimit)});
    m_news->jobsChanged({needy});
    QCOMPARE(count(), 1);
    QCOMPARE(JobNews::jobOf(m_told[0].id), 7);
    QCOMPARE(m_told[0].actions.value(1).first, u"token"_s);
    m_news->jobsChanged({makeJob(7, JobState::Running)});
    m_news->jobsChanged({needy});
    QCOMPARE(count(), 2);
}

void TestJobNews::cancelledIsNoNews()
{
    m_news->jobEnded(makeJob(7, JobState::Cancelled));
    m_news->jobEnded(makeJob(8, JobState::Completed));
    QTRY_COMPARE(count(), 1);
    QCOMPARE(JobNews::jobOf(m_told[0].id), 8);
}

void TestJobNews::nobodyIsToldOfWhatTheySee()
{
    m_news->setWatched(true);
    m_news->jobEnded(makeJob(7, JobState::Completed));
    m_news->jobsChanged({makeJob(9, JobState::Running, JobWait::Space)});
    JobNews later(*m_settings, 10ms);
    QSignalSpy told(&later, &JobNews::news);
    later.jobEnded(makeJob(7, JobState::Completed));
    QTRY_COMPARE(told.size(), 1);
    m_news->setWatched(false);
    m_news->jobEnded(makeJob(8, JobState::Completed));
    QTRY_COMPARE(count(), 1);
    QCOMPARE(JobNews::jobOf(m_told[0].id), 8);
}

void TestJobNews::settingsSilence()
{
    m_settings->setNotifyDone(false);
    m_news->jobEnded(makeJob(7, JobState::Completed));
    m_news->jobEnded(makeJob(8, JobState::Failed));
    QTRY_COMPARE(count(), 1);
    QCOMPARE(JobNews::jobOf(m_told[0].id), 8);
    m_settings->setNotifyTrouble(false);
    m_news->jobsChanged({makeJob(9, JobState::Running, JobWait::Space)});
    QCOMPARE(count(), 1);
}

QTEST_MAIN(TestJobNews)
#include "tst_jobnews.moc"
