// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "archive/jobqueue.h"
#include "fetch/fetcher.h"
#include "watch/finding.h"
#include "watch/watcher.h"
#include "watch/watchtimes.h"

#include "support/practicehubprocess.h"
#include "support/samplesnapshot.h"

#include <QtCore/QJsonObject>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace hugger;
using namespace hugger::test;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 60s;
const RepoId tiny{RepoKind::Model, u"acme/tiny-llama"_s};

NetPolicy hasty()
{
    NetPolicy policy;
    policy.apiTimeout = 700ms;
    policy.stallTimeout = 700ms;
    policy.retryBase = 2ms;
    policy.retryMax = 10ms;
    policy.tries = 2;
    policy.rateTries = 2;
    return policy;
}

WatchPolicy quick()
{
    WatchPolicy policy;
    policy.secondLook = 30ms;
    policy.secondLookLater = 200ms;
    policy.offlinePause = 300ms;
    policy.tick = 50ms;
    return policy;
}

template<typename T> Expected<T> waited(Task<Expected<T>> task)
{
    std::optional<Expected<T>> answer;
    std::move(task).then([&answer](Expected<T> result) { answer = std::move(result); });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, patience))
        return fail(ErrorKind::Failed, u"no_answer"_s, u"no answer"_s);
    return *std::move(answer);
}

/// What the watcher works with, opened on a profile.
struct Watched {
    std::unique_ptr<Library> library;
    HttpClient http;
    HubClient hub{http};
    QThreadPool pool;
    Fetcher fetcher{http, pool};
    JobQueue queue;
    Watcher watcher;
    QList<Event> told;
    QList<RepoId> alarms;

    Watched(const QString& folder, const QUrl& endpoint, const WatchPolicy& policy)
        : library(must(Library::open(folder, Library::Access::ReadWrite)))
        , http(endpoint, hasty())
        , queue(*library, hub, fetcher, pool)
        , watcher(*library, hub, policy)
    {
        QObject::connect(&watcher, &Watcher::checked, &watcher, [this](const UpstreamCheck& check) {
            told += check.events;
            if (check.isAlarming)
                alarms.append(check.repo);
        });
        QObject::connect(&http, &HttpClient::reachable, &watcher, &Watcher::setReachable);
    }

    [[nodiscard]] QStringList types() const
    {
        QStringList types;
        for (const Event& event : told)
            types.append(event.type);
        return types;
    }
    [[nodiscard]] QString upstream(const RepoId& repo)
    {
        return must(library->catalog().heldOf(repo, {})).at(0).upstream;
    }
    [[nodiscard]] QString lastCopy(const RepoId& repo)
    {
        return must(library->catalog().heldOf(repo, {})).at(0).lastCopy;
    }
    [[nodiscard]] WatchRow row(const RepoId& repo) { return must(watcher.watched(repo)); }
    [[nodiscard]] qint64 stored() { return must(library->state().events({.types = upstreamTypes()})).size(); }

    static QStringList upstreamTypes()
    {
        return {u"new_commit"_s, u"ref_moved"_s, u"history_rewritten"_s, u"renamed"_s,      u"gated"_s, u"ungated"_s,
                u"disabled"_s,   u"gone"_s,      u"license_changed"_s,   u"card_changed"_s, u"back"_s};
    }
};

} // namespace

class TestWatcher final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void knowsWhenOneIsDue_data();
    void knowsWhenOneIsDue();
    void spreadsLooks();
    void tellsEachEventOnce();
    void tellsNothingThatOnlyFailed();
    void tellsNothingOfWhatWasArchivedMeanwhile();
    void looksBySchedule();
    void looksAgainBeforeItIsSaid();
    void takesAnOutageForNoNews();
    void takesAnOutageForNoNewsOnDemand();
    void believesOneOfMany();
    void believesWhatLasts();
    void concludesNothingFromAnotherHub();
    void waitsForTheHub();
    void notesTrouble();
    void goesOnAfterARestart();
    void tellsANewCatalog();
    void forgetsWhatIsNotHeld();
    void keepsToTheQuota();

private:
    void open(const WatchPolicy& policy = quick());
    void archive(const RepoId& repo);
    /// So many repos on the Hub, and in the archive as if they had been archived.
    QList<RepoId> holdMany(int count, const QString& endpoint = {});
    void answerGone(const QString& path);
    void update(const QString& field, const QJsonValue& value);
    void commit(const QJsonObject& more);
    [[nodiscard]] qint64 asked(const QString& path);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PracticeHubProcess> m_hub;
    std::unique_ptr<Watched> m_it;
};

void TestWatcher::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_hub = std::make_unique<PracticeHubProcess>(QStringList{u"--big-size"_s, u"1M"_s});
}

void TestWatcher::cleanup()
{
    if (m_it) {
        m_it->watcher.stop();
        QTRY_VERIFY(m_it->watcher.isQuiet());
    }
    m_it.reset();
    m_hub.reset();
}

void TestWatcher::open(const WatchPolicy& policy)
{
    m_it = std::make_unique<Watched>(m_folder->filePath(u"profile"_s), m_hub->endpoint(), policy);
}

void TestWatcher::archive(const RepoId& repo)
{
    ArchiveWish wish;
    wish.repo = repo;
    const Job job = must(m_it->queue.add(wish));
    m_it->queue.run(job.id);
    QTRY_VERIFY_WITH_TIMEOUT(must(m_it->library->state().job(job.id)).isFinished(), patience);
    QCOMPARE(must(m_it->library->state().job(job.id)).state, JobState::Completed);
}

QList<RepoId> TestWatcher::holdMany(int count, const QString& from)
{
    const QString endpoint = from.isEmpty() ? m_hub->endpoint().toString() : from;
    must(m_it->library->profile().addStore(m_folder->filePath(u"store"_s), u"Home"_s));
    const Store store = must(m_it->library->store({}));
    QList<RepoId> repos;
    for (int i = 0; i < count; ++i) {
        const QString id = u"many/repo-%1"_s.arg(i, 4, 10, QLatin1Char('0'));
        SampleSnapshot snapshot(RepoKind::Model, id, QByteArray::number(i + 0x1000, 16));
        snapshot.text(u"config.json"_s, "{}\n").refs(u"main"_s, {u"main"_s});
        snapshot.record().hubId.clear();
        snapshot.record().license = {};
        snapshot.record().endpoint = endpoint;
        m_hub->addRepo(id, {hubText(u"config.json"_s, u"{}\n"_s)},
                       {{u"sha"_s, QString::fromLatin1(snapshot.record().commit)}});
        snapshot.keep(*m_it->library, store);
        repos.append({RepoKind::Model, id});
    }
    return repos;
}

/// In the Hub's words, to whoever has no token.
void TestWatcher::answerGone(const QString& path)
{
    m_hub->addFault({{u"path"_s, path}},
                    {{u"type"_s, u"status"_s},
                     {u"status"_s, 404},
                     {u"headers"_s, QJsonObject{{u"X-Error-Code"_s, u"RepoNotFound"_s}}},
                     {u"json"_s, QJsonObject{{u"error"_s, u"Repository not found"_s}}}});
}

void TestWatcher::update(const QString& field, const QJsonValue& value)
{
    m_hub->call("POST", u"repos/update"_s, QJsonObject{{u"id"_s, tiny.id}, {field, value}});
}

void TestWatcher::commit(const QJsonObject& more)
{
    QJsonObject body = more;
    body.insert(u"id"_s, tiny.id);
    m_hub->call("POST", u"commits"_s, body);
}

qint64 TestWatcher::asked(const QString& path)
{
    return m_hub->call("GET", u"log?route=info&path="_s + path).toArray().size();
}

void TestWatcher::knowsWhenOneIsDue_data()
{
    QTest::addColumn<qint64>("next");
    QTest::addColumn<qint64>("interval");
    QTest::addColumn<qint64>("due");
    constexpr qint64 now = 1'000'000;
    constexpr qint64 hour = 3600;
    QTest::newRow("never looked at") << 0LL << 12 * hour << now + 3 * hour;
    QTest::newRow("due") << now << 12 * hour << now;
    QTest::newRow("due long ago") << 5LL << 12 * hour << 5LL;
    QTest::newRow("later") << now + 13 * hour << 12 * hour << now + 13 * hour;
    QTest::newRow("the clock was set back") << now + 20 * hour << 12 * hour << now + 3 * hour;
    QTest::newRow("by a year") << now + 8760 * hour << 12 * hour << now + 3 * hour;
    QTest::newRow("the interval became shorter") << now + 10 * hour << hour << now + hour / 4;
    QTest::newRow("never by itself") << now + hour << 0LL << 0LL;
    QTest::newRow("never by itself, but asked for") << now - 1 << 0LL << now - 1;
}

void TestWatcher::knowsWhenOneIsDue()
{
    QFETCH(const qint64, next);
    QFETCH(const qint64, interval);
    QFETCH(const qint64, due);
    QCOMPARE(whenDue(next, 1'000'000, interval, 0.25), due);
}

void TestWatcher::spreadsLooks()
{
    QCOMPARE(dueAfterLook(1000, 0, 0.5), 0);
    QCOMPARE(dueAfterLook(1000, 100, 0), 1090);
    QCOMPARE(dueAfterLook(1000, 100, 0.5), 1100);
    std::array<int, 10> counts{};
    for (int i = 0; i < 2000; ++i) {
        const double share = watchShare({RepoKind::Model, u"acme/model-%1"_s.arg(i)});
        QVERIFY(share >= 0 && share < 1);
        ++counts.at(static_cast<std::size_t>(share * 10));
    }
    for (const int count : counts)
        QVERIFY2(count > 140 && count < 260, qPrintable(QString::number(count)));
    QCOMPARE(watchShare(tiny), watchShare(tiny));
    QVERIFY(watchShare(tiny) != watchShare({RepoKind::Dataset, tiny.id}));
}

/// The life of a repo, each step seen by one check and not by the next.
void TestWatcher::tellsEachEventOnce()
{
    open();
    archive(tiny);
    const auto check = [this] {
        m_it->told.clear();
        const auto done = waited(m_it->watcher.check(tiny, {}, {}));
        if (!done)
            qWarning("%s", qPrintable(done.error().message));
        return done;
    };
    QVERIFY(check());
    QCOMPARE(m_it->types(), QStringList());
    QCOMPARE(m_it->upstream(tiny), u"current"_s);
    const QByteArray heldCommit = must(m_it->library->catalog().heldOf(tiny, {})).at(0).commit;

    struct Step {
        QString what;
        std::function<void()> act;
        QStringList types;
        QString upstream;
    };
    const auto files = [](const QString& path, const QString& text) {
        return QJsonObject{{u"files"_s, QJsonArray{hubText(path, text)}}, {u"title"_s, u"More"_s}};
    };
    const QString card = u"---\nlicense: %1\n---\n# Tiny\n%2\n"_s;
    const QList<Step> steps{
        {u"a commit"_s, [&] { commit(files(u"NEWS.md"_s, u"news"_s)); }, {u"new_commit"_s}, u"newer"_s},
        {u"a tag moves"_s,
         [&] {
             m_hub->call("POST", u"refs"_s,
                         QJsonObject{{u"id"_s, tiny.id}, {u"set"_s, QJsonObject{{u"refs/tags/v1.1"_s, u"main"_s}}}});
         },
         {u"ref_moved"_s},
         u"newer"_s},
        {u"the card changes"_s,
         [&] { commit(files(u"README.md"_s, card.arg(u"apache-2.0"_s, u"Other words."_s))); },
         {u"card_changed"_s, u"new_commit"_s},
         u"newer"_s},
        {u"the license changes"_s,
         [&] { commit(files(u"README.md"_s, card.arg(u"cc-by-nc-4.0"_s, u"Other words."_s))); },
         {u"card_changed"_s, u"license_changed"_s, u"new_commit"_s},
         u"license_changed"_s},
        {u"the gate closes"_s, [&] { update(u"gated"_s, u"manual"_s); }, {u"gated"_s}, u"gated"_s},
        {u"the gate opens"_s, [&] { update(u"gated"_s, false); }, {u"ungated"_s}, u"license_changed"_s},
        {u"it is disabled"_s, [&] { update(u"disabled"_s, u"info"_s); }, {u"disabled"_s}, u"disabled"_s},
        {u"it is back"_s, [&] { update(u"disabled"_s, false); }, {u"back"_s}, u"license_changed"_s},
        {u"it is private"_s, [&] { update(u"private"_s, true); }, {u"gone"_s}, u"gone"_s},
        {u"it is public again"_s, [&] { update(u"private"_s, false); }, {u"back"_s}, u"license_changed"_s},
        {u"it is renamed"_s,
         [&] { m_hub->call("POST", u"repos/rename"_s, QJsonObject{{u"id"_s, tiny.id}, {u"to"_s, u"acme/other"_s}}); },
         {u"renamed"_s},
         u"renamed"_s},
    };
    for (const Step& step : steps) {
        step.act();
        const auto done = check();
        QVERIFY2(done, qPrintable(step.what));
        QStringList types = m_it->types();
        types.sort();
        QVERIFY2(types == step.types, qPrintable(step.what + u": "_s + types.join(u", "_s)));
        QCOMPARE(done->events.size(), step.types.size());
        QVERIFY2(done->upstream == step.upstream, qPrintable(step.what + u": "_s + done->upstream));
        QCOMPARE(m_it->upstream(tiny), step.upstream);
        for (const Event& event : done->events) {
            QVERIFY(event.id > 0);
            QCOMPARE(event.repo, tiny);
            QVERIFY(!event.detail.isEmpty());
            const auto facts = EventFacts::fromJson(must(m_it->library->state().eventFacts(event.id)));
            QVERIFY2(!facts.evidence.isEmpty(), qPrintable(event.type));
            QCOMPARE(facts.evidence.first().account, u"anonymous"_s);
        }
        const qint64 stored = m_it->stored();
        QVERIFY2(check(), qPrintable(step.what));
        QVERIFY2(m_it->types().isEmpty(), qPrintable(step.what + u", again: "_s + m_it->types().join(u", "_s)));
        QCOMPARE(m_it->stored(), stored);
    }
    // What is held is what it was.
    const auto rows = must(m_it->library->catalog().heldOf(tiny, {}));
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().commit, heldCommit);
    QVERIFY(rows.first().isComplete);
}

void TestWatcher::tellsNothingThatOnlyFailed()
{
    open();
    archive(tiny);
    QVERIFY(waited(m_it->watcher.check(tiny, {}, {})));
    const QByteArray seen = Seen::fromBytes(m_it->row(tiny).seen).value().toBytes();
    const auto state = [](const Seen& now) {
        Seen same = now;
        same.at.clear();
        same.captured.clear();
        return same;
    };
    const QList<QJsonObject> actions{
        {{u"type"_s, u"status"_s}, {u"status"_s, 500}},
        {{u"type"_s, u"status"_s}, {u"status"_s, 503}, {u"text"_s, u"busy"_s}},
        {{u"type"_s, u"stall"_s}, {u"after"_s, -1}},
        {{u"type"_s, u"drop"_s}},
        {{u"type"_s, u"html"_s}, {u"status"_s, 200}},
        {{u"type"_s, u"html"_s}, {u"status"_s, 404}},
        {{u"type"_s, u"status"_s}, {u"status"_s, 429}, {u"headers"_s, QJsonObject{{u"Retry-After"_s, u"0"_s}}}},
        {{u"type"_s, u"json"_s}, {u"replace"_s, QJsonObject()}},
        {{u"type"_s, u"status"_s}, {u"status"_s, 404}, {u"text"_s, u"{}"_s}},
    };
    int failed = 0;
    for (int i = 0; i < 20; ++i) {
        // Now one, now the other, now everything; then the whole server.
        QJsonObject match{{u"server"_s, u"hub"_s}};
        if (i % 3 == 1)
            match.insert(u"probability"_s, 0.5);
        if (i % 3 == 2)
            match.insert(u"route"_s, u"refs"_s);
        const bool isDown = i >= 18;
        if (isDown)
            m_hub->call("POST", u"listen"_s, QJsonObject{{u"server"_s, u"hub"_s}, {u"up"_s, false}});
        else
            m_hub->addFault(match, actions.at(i % actions.size()));
        const auto done = waited(m_it->watcher.check(tiny, {}, {}));
        failed += done ? 0 : 1;
        m_hub->clearFaults();
        if (isDown)
            m_hub->call("POST", u"listen"_s, QJsonObject{{u"server"_s, u"hub"_s}, {u"up"_s, true}});
        QVERIFY2(m_it->told.isEmpty(), qPrintable(m_it->types().join(u", "_s)));
        QCOMPARE(m_it->upstream(tiny), u"current"_s);
        QCOMPARE(m_it->lastCopy(tiny), QString());
        QCOMPARE(m_it->row(tiny).trouble.isEmpty(), done.has_value());
        QVERIFY(state(*Seen::fromBytes(m_it->row(tiny).seen)) == state(*Seen::fromBytes(seen)));
    }
    QVERIFY2(failed >= 10, qPrintable(QString::number(failed)));
    QVERIFY(waited(m_it->watcher.check(tiny, {}, {})));
    QVERIFY(m_it->told.isEmpty());
    QCOMPARE(m_it->stored(), 0);
}

void TestWatcher::tellsNothingOfWhatWasArchivedMeanwhile()
{
    open();
    archive(tiny);
    // The first check of all compares with the record.
    QVERIFY(waited(m_it->watcher.check(tiny, {}, {})));
    commit({{u"files"_s, QJsonArray{hubText(u"NEWS.md"_s, u"news"_s)}}});
    archive(tiny);
    QCOMPARE(must(m_it->library->catalog().heldOf(tiny, {})).size(), 2);
    const auto done = waited(m_it->watcher.check(tiny, {}, {}));
    QVERIFY(done);
    QCOMPARE(m_it->types(), QStringList());
    QCOMPARE(done->upstream, u"current"_s);
    QVERIFY(!done->update);
    QCOMPARE(waited(m_it->watcher.check({RepoKind::Model, u"acme/never"_s}, {}, {})).error().code, u"not_held"_s);
}

void TestWatcher::looksBySchedule()
{
    open();
    const QList<RepoId> repos = holdMany(6);
    QSignalSpy progress(&m_it->watcher, &Watcher::progressChanged);
    m_it->watcher.start(12);
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    for (const RepoId& repo : repos) {
        QVERIFY(m_it->row(repo).nextAt > 0);
        QVERIFY(m_it->row(repo).nextAt <= now + 12 * 3600);
        QCOMPARE(m_it->row(repo).checkedAt, 0);
    }
    QVERIFY(m_it->watcher.progress().nextAt > 0);

    // One that is never looked at by itself is when asked for.
    QVERIFY(m_it->watcher.setRule({repos[0]}, {.everyHours = 0, .fetchUpTo = 7}));
    QCOMPARE(m_it->row(repos[0]).nextAt, 0);
    QCOMPARE(must(m_it->watcher.checkSoon({})), 6);
    QTRY_COMPARE_WITH_TIMEOUT(m_it->watcher.progress().left, 0, patience);
    QCOMPARE(m_it->watcher.progress().total, 6);
    for (const RepoId& repo : repos) {
        QVERIFY(m_it->row(repo).checkedAt >= now);
        QCOMPARE(m_it->upstream(repo), u"current"_s);
    }
    QCOMPARE(m_it->row(repos[0]).nextAt, 0);
    QCOMPARE(m_it->row(repos[0]).rule.fetchUpTo, 7);
    QVERIFY(m_it->row(repos[1]).nextAt > now + 10 * 3600);
    QVERIFY(m_it->row(repos[1]).nextAt <= now + 14 * 3600);
    QVERIFY(!progress.isEmpty());
    QVERIFY(m_it->told.isEmpty());
    // Only some.
    QCOMPARE(must(m_it->watcher.checkSoon({repos[2], {RepoKind::Model, u"acme/never"_s}})), 1);
    // Another rule for all, and none.
    m_it->watcher.start(1);
    QVERIFY(m_it->row(repos[3]).nextAt <= QDateTime::currentSecsSinceEpoch() + 3600);
    m_it->watcher.start(0);
    QCOMPARE(m_it->row(repos[3]).nextAt, 0);
}

void TestWatcher::looksAgainBeforeItIsSaid()
{
    open();
    const QList<RepoId> repos = holdMany(2);
    m_it->watcher.start(12);
    answerGone(u"repo-0000"_s);
    QVERIFY(m_it->watcher.checkSoon({}));
    // Seen once: nothing is said, and the next look is soon.
    QTRY_VERIFY_WITH_TIMEOUT(m_it->row(repos[0]).triedAt > 0 || !m_it->told.isEmpty(), patience);
    const auto seen = Seen::fromBytes(m_it->row(repos[0]).seen);
    QVERIFY(!seen || seen->suspicion == "gone"_L1 || !m_it->told.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(m_it->types(), QStringList{u"gone"_s}, patience);
    QCOMPARE(m_it->alarms, QList<RepoId>{repos[0]});
    QCOMPARE(m_it->upstream(repos[0]), u"gone"_s);
    QCOMPARE(m_it->lastCopy(repos[0]), u"gone"_s);
    QCOMPARE(m_it->lastCopy(repos[1]), QString());
    QVERIFY(asked(u"repo-0000"_s) >= 2);

    // Back: it is not the last copy any more.
    m_hub->clearFaults();
    QVERIFY(m_it->watcher.checkSoon({repos[0]}));
    QTRY_COMPARE_WITH_TIMEOUT(m_it->types(), (QStringList{u"gone"_s, u"back"_s}), patience);
    QCOMPARE(m_it->lastCopy(repos[0]), QString());

    // Seen once and not again: nothing is ever said.
    m_hub->addFault({{u"path"_s, u"repo-0001"_s}, {u"times"_s, 2}},
                    {{u"type"_s, u"status"_s},
                     {u"status"_s, 404},
                     {u"headers"_s, QJsonObject{{u"X-Error-Code"_s, u"RepoNotFound"_s}}}});
    QTRY_COMPARE_WITH_TIMEOUT(m_it->watcher.progress().left, 0, patience);
    const qint64 before = m_it->row(repos[1]).checkedAt;
    QTRY_VERIFY(QDateTime::currentSecsSinceEpoch() > before);
    QVERIFY(m_it->watcher.checkSoon({repos[1]}));
    QTRY_VERIFY_WITH_TIMEOUT(m_it->row(repos[1]).checkedAt > before, patience);
    QCOMPARE(Seen::fromBytes(m_it->row(repos[1]).seen)->suspicion, QString());
    QCOMPARE(m_it->told.size(), 2);
    QCOMPARE(m_it->upstream(repos[1]), u"current"_s);
}

void TestWatcher::takesAnOutageForNoNews()
{
    open();
    const QList<RepoId> repos = holdMany(8);
    m_it->watcher.start(12);
    answerGone(u"/api/models/many/"_s);
    QVERIFY(m_it->watcher.checkSoon({}));
    // Each was looked at twice, at least.
    QTRY_VERIFY_WITH_TIMEOUT(std::ranges::all_of(repos, [&](const RepoId& repo) { return asked(repo.id) >= 4; }),
                             patience);
    QVERIFY2(m_it->told.isEmpty(), qPrintable(m_it->types().join(u", "_s)));
    m_hub->clearFaults();
    for (const RepoId& repo : repos) {
        QTRY_VERIFY_WITH_TIMEOUT(m_it->row(repo).checkedAt > 0, patience);
        QCOMPARE(m_it->upstream(repo), u"current"_s);
    }
    QVERIFY(m_it->told.isEmpty());
}

void TestWatcher::takesAnOutageForNoNewsOnDemand()
{
    WatchPolicy policy = quick();
    policy.outagePatience = 1h;
    open(policy);
    const QList<RepoId> repos = holdMany(6);
    for (const RepoId& repo : repos)
        QVERIFY(waited(m_it->watcher.check(repo, {}, {})));
    answerGone(u"/api/models/many/"_s);
    for (const RepoId& repo : repos) {
        const auto check = waited(m_it->watcher.check(repo, {}, {}));
        QVERIFY(!check);
        QCOMPARE(check.error().code, u"many_gone"_s);
        QCOMPARE(check.error().kind, ErrorKind::Network);
        QVERIFY(!m_it->row(repo).trouble.isEmpty());
        QCOMPARE(m_it->upstream(repo), u"current"_s);
    }
    QVERIFY(m_it->told.isEmpty());

    // What has been so for long is believed, whoever asked then.
    auto row = m_it->row(repos[0]);
    auto seen = Seen::fromBytes(row.seen);
    QVERIFY(seen && !seen->seemsGoneSince.isEmpty());
    seen->seemsGoneSince = u"2026-01-01T00:00:00Z"_s;
    row.seen = seen->toBytes();
    QVERIFY(m_it->library->state().noteCheck(row, {}));
    QCOMPARE(waited(m_it->watcher.check(repos[0], {}, {}))->upstream, u"gone"_s);
    QVERIFY(!waited(m_it->watcher.check(repos[1], {}, {})));
    QCOMPARE(m_it->types(), QStringList{u"gone"_s});
    m_hub->clearFaults();
    QCOMPARE(waited(m_it->watcher.check(repos[1], {}, {}))->upstream, u"current"_s);
    QVERIFY(Seen::fromBytes(m_it->row(repos[1]).seen)->seemsGoneSince.isEmpty());
}

void TestWatcher::believesOneOfMany()
{
    open();
    const QList<RepoId> repos = holdMany(6);
    for (const RepoId& repo : repos)
        QVERIFY(waited(m_it->watcher.check(repo, {}, {})));
    // Four at once are few enough, however few the others are.
    for (int i = 0; i < 4; ++i) {
        answerGone(repos[i].id);
        QCOMPARE(waited(m_it->watcher.check(repos[i], {}, {}))->upstream, u"gone"_s);
    }
    QCOMPARE(m_it->types().count(u"gone"_s), 4);
}

void TestWatcher::believesWhatLasts()
{
    WatchPolicy policy = quick();
    policy.outagePatience = 1s;
    open(policy);
    (void)holdMany(5);
    m_it->watcher.start(12);
    answerGone(u"/api/models/many/"_s);
    QVERIFY(m_it->watcher.checkSoon({}));
    QTRY_COMPARE_WITH_TIMEOUT(m_it->told.size(), 5, patience);
    QCOMPARE(m_it->types().count(u"gone"_s), 5);
}

void TestWatcher::concludesNothingFromAnotherHub()
{
    open();
    const QList<RepoId> repos = holdMany(2, u"https://hub.example"_s);
    m_hub->call("POST", u"repos/delete"_s, QJsonObject{{u"id"_s, repos[0].id}});
    const auto gone = waited(m_it->watcher.check(repos[0], {}, {}));
    QVERIFY(!gone);
    QCOMPARE(gone.error().code, u"other_hub"_s);
    QVERIFY(!m_it->row(repos[0]).trouble.isEmpty());
    QCOMPARE(m_it->upstream(repos[0]), u"unknown"_s);
    // What a mirror has says something.
    QCOMPARE(waited(m_it->watcher.check(repos[1], {}, {}))->upstream, u"current"_s);
    QVERIFY(m_it->told.isEmpty());
}

void TestWatcher::waitsForTheHub()
{
    open();
    const QList<RepoId> repos = holdMany(3);
    m_it->watcher.start(12);
    m_hub->call("POST", u"listen"_s, QJsonObject{{u"server"_s, u"hub"_s}, {u"up"_s, false}});
    QVERIFY(m_it->watcher.checkSoon({}));
    QTRY_VERIFY_WITH_TIMEOUT(m_it->watcher.progress().isOffline, patience);
    QCOMPARE(m_it->watcher.progress().left, 3);
    QVERIFY(m_it->told.isEmpty());
    for (const RepoId& repo : repos)
        QCOMPARE(m_it->row(repo).checkedAt, 0);
    m_hub->call("POST", u"listen"_s, QJsonObject{{u"server"_s, u"hub"_s}, {u"up"_s, true}});
    QTRY_COMPARE_WITH_TIMEOUT(m_it->watcher.progress().left, 0, patience);
    QVERIFY(!m_it->watcher.progress().isOffline);

    // Told that it answers again, nobody waits for the next try.
    m_it->watcher.stop();
    QTRY_VERIFY(m_it->watcher.isQuiet());
    m_it.reset();
    WatchPolicy policy = quick();
    policy.offlinePause = 1h;
    open(policy);
    m_hub->call("POST", u"listen"_s, QJsonObject{{u"server"_s, u"hub"_s}, {u"up"_s, false}});
    m_it->watcher.start(12);
    QVERIFY(m_it->watcher.checkSoon({}));
    QTRY_VERIFY_WITH_TIMEOUT(m_it->watcher.progress().isOffline, patience);
    QTRY_VERIFY(m_it->watcher.isQuiet());
    m_hub->call("POST", u"listen"_s, QJsonObject{{u"server"_s, u"hub"_s}, {u"up"_s, true}});
    QCOMPARE(m_it->watcher.progress().left, 3);
    m_it->watcher.setReachable(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_it->watcher.progress().left, 0, patience);
    QVERIFY(m_it->told.isEmpty());
}

void TestWatcher::notesTrouble()
{
    open();
    const QList<RepoId> repos = holdMany(2);
    m_it->http.setToken("hf_nobody");
    m_it->watcher.start(12);
    QVERIFY(m_it->watcher.checkSoon({}));
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    for (const RepoId& repo : repos) {
        QTRY_VERIFY_WITH_TIMEOUT(!m_it->row(repo).trouble.isEmpty(), patience);
        QVERIFY(m_it->row(repo).nextAt > now + 3600);
        QCOMPARE(m_it->row(repo).checkedAt, 0);
        QCOMPARE(m_it->upstream(repo), u"unknown"_s);
    }
    QVERIFY(!m_it->watcher.progress().isOffline);
    m_it->http.setToken(m_hub->token(u"alice"_s));
    m_it->watcher.retryTroubled();
    for (const RepoId& repo : repos) {
        QTRY_VERIFY_WITH_TIMEOUT(m_it->row(repo).checkedAt > 0, patience);
        QCOMPARE(m_it->row(repo).trouble, QString());
        QCOMPARE(Seen::fromBytes(m_it->row(repo).seen)->account, u"alice"_s);
    }
    QVERIFY(m_it->told.isEmpty());
    // Who that is was asked once.
    QCOMPARE(m_hub->call("GET", u"log?route=whoami"_s).toArray().size(), 2);
}

void TestWatcher::goesOnAfterARestart()
{
    open();
    const QList<RepoId> repos = holdMany(12);
    m_it->watcher.start(0);
    m_hub->addFault({{u"route"_s, u"info"_s}}, {{u"type"_s, u"delay"_s}, {u"seconds"_s, 0.1}});
    QVERIFY(m_it->watcher.checkSoon({}));
    QTRY_VERIFY_WITH_TIMEOUT(m_it->watcher.progress().left < 9, patience);
    m_it->watcher.stop();
    QTRY_VERIFY(m_it->watcher.isQuiet());
    const auto looked = std::ranges::count_if(repos, [&](const RepoId& repo) { return m_it->row(repo).checkedAt > 0; });
    QVERIFY(looked > 0 && looked < 12);
    m_it.reset();
    open();
    m_it->watcher.start(0);
    for (const RepoId& repo : repos)
        QTRY_VERIFY_WITH_TIMEOUT(m_it->row(repo).checkedAt > 0, patience);
    // None twice, but for those that were under way.
    qint64 all = 0;
    for (const RepoId& repo : repos)
        all += asked(repo.id);
    QVERIFY2(all <= 12 + 2, qPrintable(QString::number(all)));
}

void TestWatcher::tellsANewCatalog()
{
    open();
    const QList<RepoId> repos = holdMany(2);
    m_hub->call("POST", u"repos/delete"_s, QJsonObject{{u"id"_s, repos[0].id}});
    for (const RepoId& repo : repos)
        QVERIFY(waited(m_it->watcher.check(repo, {}, {})));
    QCOMPARE(m_it->upstream(repos[0]), u"gone"_s);
    must(m_it->library->rebuild([](const QString&) {}));
    QCOMPARE(m_it->upstream(repos[0]), u"unknown"_s);
    QCOMPARE(m_it->lastCopy(repos[0]), QString());
    const QSignalSpy changed(&m_it->watcher, &Watcher::upstreamChanged);
    m_it->watcher.start(12);
    QCOMPARE(m_it->upstream(repos[0]), u"gone"_s);
    QCOMPARE(m_it->lastCopy(repos[0]), u"gone"_s);
    QCOMPARE(m_it->upstream(repos[1]), u"current"_s);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(m_it->told.size(), 1);
}

void TestWatcher::forgetsWhatIsNotHeld()
{
    open();
    State& state = m_it->library->state();
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const RepoId late{RepoKind::Model, u"acme/removed-just-now"_s};
    const RepoId early{RepoKind::Model, u"acme/removed-long-ago"_s};
    must(state.noteCheck({.repo = late, .checkedAt = now - 60, .triedAt = now - 60, .nextAt = now - 1}, {}));
    must(state.noteCheck({.repo = early, .checkedAt = now - 90 * 86'400, .nextAt = now - 1}, {}));
    m_it->watcher.start(12);
    QVERIFY(must(state.watched(late)));
    QCOMPARE(must(state.watched(late))->nextAt, 0);
    QVERIFY(!must(state.watched(early)));
    QCOMPARE(m_it->watcher.progress().left, 0);
}

void TestWatcher::keepsToTheQuota()
{
    open();
    const QList<RepoId> repos = holdMany(300);
    m_hub->call("POST", u"limits"_s,
                QJsonObject{{u"quotas"_s, QJsonObject{{u"api"_s, 150}, {u"resolvers"_s, 100}}}, {u"window"_s, 2}});
    m_hub->call("DELETE", u"log"_s);
    m_it->watcher.start(12);
    QVERIFY(m_it->watcher.checkSoon({}));
    QTRY_VERIFY_WITH_TIMEOUT(m_it->watcher.progress().left < 290, patience);
    // Somebody archives meanwhile, and does not wait until all were looked at.
    archive(tiny);
    QVERIFY(m_it->watcher.progress().left > 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_it->watcher.progress().left, 0, 3 * patience);
    for (const RepoId& repo : repos)
        QVERIFY(m_it->row(repo).checkedAt > 0);
    for (const QJsonValue& request : m_hub->call("GET", u"log"_s).toArray())
        QVERIFY(request.toObject().value("status"_L1).toInt() != 429);
    QVERIFY(m_it->told.isEmpty());
}

QTEST_GUILESS_MAIN(TestWatcher)
#include "tst_watcher.moc"
