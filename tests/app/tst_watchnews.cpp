// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/watchnews.h"

#include "ui/widgets/windowsettings.h"
#include "watch/finding.h"

#include "archive/library.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <chrono>
#include <memory>

using namespace Qt::StringLiterals;
using namespace hugger;
using namespace std::chrono_literals;

namespace {

Event makeEvent(qint64 id, const QString& type, const QString& repo)
{
    return {id, type, {RepoKind::Dataset, repo}, QByteArray(40, 'a'), u"2026-11-20T10:00:00Z"_s, u"Something\nnew."_s};
}

} // namespace

class TestWatchNews final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void oneIsItsSentence();
    void severalAreOne();
    void severalOfOneRepo();
    void alarmsAreOfTheirOwn();
    void manyAlarmsAreOne();
    void strictLicenseIsAnAlarm();
    void whoLooksIsToldOfAlarmsOnly();
    void settingsSilence();
    void idsLeadBack();

private:
    using Notification = Notifier::Notification;
    [[nodiscard]] bool hasAction(qsizetype at, const QString& id) const
    {
        return std::ranges::any_of(m_told.at(at).actions, [&id](const auto& action) { return action.first == id; });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<WindowSettings> m_settings;
    std::unique_ptr<WatchNews> m_news;
    QList<Notification> m_told;
};

void TestWatchNews::init()
{
    m_news.reset();
    m_engine.reset();
    m_settings.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<WindowSettings>(m_folder->path());
    m_engine = std::make_unique<Engine>(m_folder->path());
    m_news = std::make_unique<WatchNews>(*m_engine, *m_settings, 10ms);
    m_told.clear();
    connect(m_news.get(), &WatchNews::news, this, [this](const Notification& news) { m_told.append(news); });
}

void TestWatchNews::oneIsItsSentence()
{
    m_news->happened({makeEvent(4, u"new_commit"_s, u"acme/a"_s)});
    QTRY_COMPARE(m_told.size(), 1);
    QVERIFY2(m_told[0].title.contains(u"acme/a"_s) && m_told[0].title.contains(u"New commit"_s),
             qPrintable(m_told[0].title));
    QCOMPARE(m_told[0].text, u"Something new."_s);
    QVERIFY(!m_told[0].isTrouble);
    QVERIFY(hasAction(0, u"show"_s) && hasAction(0, u"preview"_s));
}

void TestWatchNews::severalAreOne()
{
    m_news->happened({makeEvent(4, u"new_commit"_s, u"acme/a"_s), makeEvent(5, u"ref_moved"_s, u"acme/a"_s)});
    m_news->happened({makeEvent(6, u"card_changed"_s, u"acme/b"_s), makeEvent(7, u"back"_s, u"acme/c"_s)});
    QTRY_COMPARE(m_told.size(), 1);
    QCOMPARE(m_told[0].title, u"3 of your repos changed upstream"_s);
    for (const QString& name : {u"acme/a"_s, u"acme/b"_s, u"acme/c"_s})
        QVERIFY(m_told[0].text.contains(name));
    QVERIFY(hasAction(0, u"show"_s) && !hasAction(0, u"preview"_s));
}

void TestWatchNews::severalOfOneRepo()
{
    m_news->happened({makeEvent(4, u"new_commit"_s, u"acme/a"_s), makeEvent(5, u"card_changed"_s, u"acme/a"_s)});
    QTRY_COMPARE(m_told.size(), 1);
    QVERIFY(m_told[0].title.contains(u"acme/a"_s));
    QVERIFY(m_told[0].text.contains(u"New commit"_s) && m_told[0].text.contains(u"Card"_s));
}

void TestWatchNews::alarmsAreOfTheirOwn()
{
    m_news->happened({makeEvent(4, u"new_commit"_s, u"acme/a"_s), makeEvent(5, u"gone"_s, u"acme/b"_s),
                      makeEvent(6, u"gated"_s, u"acme/c"_s)});
    QTRY_COMPARE(m_told.size(), 3);
    QVERIFY(m_told[0].isTrouble && m_told[1].isTrouble && !m_told[2].isTrouble);
    const QString titles = m_told[0].title + m_told[1].title;
    QVERIFY2(titles.contains(u"acme/b is gone upstream"_s) && titles.contains(u"acme/c is gated upstream"_s),
             qPrintable(titles));
    QVERIFY(m_told[0].text.contains(u"last copy"_s));
    QVERIFY(!hasAction(0, u"preview"_s) && !hasAction(1, u"preview"_s));
    // Once.
    m_news->happened({makeEvent(7, u"new_commit"_s, u"acme/a"_s)});
    QTRY_COMPARE(m_told.size(), 4);
    QVERIFY(!m_told[3].isTrouble);
}

void TestWatchNews::manyAlarmsAreOne()
{
    QList<Event> events;
    for (int i = 1; i <= 9; ++i)
        events.append(makeEvent(i, u"gone"_s, u"acme/m%1"_s.arg(i)));
    m_news->happened(events);
    QTRY_COMPARE(m_told.size(), 1);
    QVERIFY(m_told[0].title.startsWith(u"9 "_s));
    QVERIFY2(m_told[0].text.contains(u"acme/m1"_s) && m_told[0].text.contains(u"6 more"_s), qPrintable(m_told[0].text));
}

void TestWatchNews::strictLicenseIsAnAlarm()
{
    QSignalSpy opened(m_engine.get(), &Engine::opened);
    m_engine->open();
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 60'000);
    auto state = State::open(m_folder->path() + u"/state.db"_s, Database::Access::ReadWrite);
    QVERIFY(state.has_value());
    QList<Finding> findings;
    for (const bool isStricter : {true, false}) {
        EventFacts facts;
        facts.license = LicenseChange{.before = {.ids = {u"mit"_s}, .name = {}, .link = {}},
                                      .after = {.ids = {u"other"_s}, .name = {}, .link = {}},
                                      .texts = {},
                                      .isStricter = isStricter};
        findings.append({makeEvent(0, u"license_changed"_s, isStricter ? u"acme/a"_s : u"acme/b"_s), facts.toJson()});
    }
    const auto stored = state->noteCheck({.repo = {RepoKind::Dataset, u"acme/a"_s}}, findings);
    QVERIFY(stored.has_value());
    m_news->happened(*stored);
    QTRY_COMPARE(m_told.size(), 2);
    QVERIFY(m_told[0].isTrouble);
    QVERIFY2(m_told[0].title.contains(u"acme/a has a stricter license"_s), qPrintable(m_told[0].title));
    QVERIFY2(m_told[0].text.contains(u"under its license"_s), qPrintable(m_told[0].text));
    QVERIFY(hasAction(0, u"preview"_s));
    QVERIFY(!m_told[1].isTrouble && m_told[1].title.contains(u"acme/b"_s));
    QSignalSpy closed(m_engine.get(), &Engine::closed);
    m_engine->close();
    QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, 60'000);
}

void TestWatchNews::whoLooksIsToldOfAlarmsOnly()
{
    m_news->setWatched(true);
    m_news->happened({makeEvent(4, u"new_commit"_s, u"acme/a"_s), makeEvent(5, u"disabled"_s, u"acme/b"_s)});
    QTRY_COMPARE(m_told.size(), 1);
    QVERIFY(m_told[0].title.contains(u"disabled"_s));
}

void TestWatchNews::settingsSilence()
{
    m_settings->setNotifyWatch(false);
    m_news->happened({makeEvent(4, u"gone"_s, u"acme/a"_s)});
    m_settings->setNotifyWatch(false);
    // What comes later is told: the one before was dropped, not kept.
    QTest::qWait(50);
    m_settings->setNotifyWatch(true);
    m_news->happened({makeEvent(5, u"gone"_s, u"acme/b"_s)});
    QTRY_COMPARE(m_told.size(), 1);
    QVERIFY(m_told[0].title.contains(u"acme/b"_s));
}

void TestWatchNews::idsLeadBack()
{
    m_news->happened({makeEvent(17, u"gone"_s, u"acme/a-b/c"_s)});
    QTRY_COMPARE(m_told.size(), 1);
    const auto about = WatchNews::aboutOf(m_told[0].id);
    QVERIFY(about && about->repo);
    QCOMPARE(about->event, 17);
    QCOMPARE(*about->repo, (RepoId{RepoKind::Dataset, u"acme/a-b/c"_s}));
    const auto several = WatchNews::aboutOf(u"watch-several"_s);
    QVERIFY(several && !several->repo && several->event == 0);
    QVERIFY(!WatchNews::aboutOf(u"job-17"_s));
}

QTEST_MAIN(TestWatchNews)
#include "tst_watchnews.moc"
