// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/hubclient.h"

#include "scriptedhub.h"

#include <QtTest/QTest>

using namespace hugger;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Request = ScriptedHub::Request;
using Answer = ScriptedHub::Answer;

const RepoId tiny{RepoKind::Model, u"acme/tiny"_s};

QByteArray hash(int number)
{
    return QByteArray::number(number).rightJustified(40, '0');
}

QByteArray commitEntry(int number)
{
    return R"({"id":")" + hash(number) + R"(","title":"step )" + QByteArray::number(number)
        + R"(","message":"","authors":[],"date":"2026-01-02T03:04:05.000Z"})";
}

QByteArray pageOf(const QList<QByteArray>& entries)
{
    return '[' + entries.join(',') + ']';
}

QByteArray linkTo(const QByteArray& url)
{
    return "Link: <" + url + ">; rel=\"next\"";
}

QByteArray infoBody(const QByteArray& id)
{
    return R"({"_id":"65","id":")" + id + R"(","sha":")" + hash(1) + R"("})";
}

/// A client of a scripted Hub that fails at once instead of trying again.
struct Setup {
    explicit Setup(ScriptedHub::Script script)
        : hub(std::move(script))
        , http(QUrl::fromEncoded(hub.base()),
               NetPolicy{.apiTimeout = 5s, .retryBase = 1ms, .retryMax = 2ms, .tries = 1, .rateTries = 1})
        , client(http)
    {
    }

    ScriptedHub hub;
    HttpClient http;
    HubClient client;

    auto history(int until, qsizetype most = 100)
    {
        return QCoro::waitFor(client.history(tiny, hash(9), until == 0 ? QByteArray() : hash(until), most, {}));
    }
    auto file(qint64 most = 100) { return QCoro::waitFor(client.smallFile(tiny, hash(1), u"LICENSE"_s, most, {})); }
};

/// Nine commits on pages of three.
Answer nine(const Request& request)
{
    const int page = request.target.contains("p=2") ? 2 : request.target.contains("p=1") ? 1 : 0;
    const int first = 9 - page * 3;
    Answer answer{200, pageOf({commitEntry(first), commitEntry(first - 1), commitEntry(first - 2)})};
    if (page < 2)
        answer.headers.append(
            linkTo("/api/models/acme/tiny/commits/" + hash(9) + "?p=" + QByteArray::number(page + 1)));
    return answer;
}

} // namespace

/// What watching asks the Hub for.
class HubWatchTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void historyGoesBackAsFarAsItMust_data()
    {
        QTest::addColumn<int>("until");
        QTest::addColumn<qsizetype>("most");
        QTest::addColumn<qsizetype>("count");
        QTest::addColumn<History::End>("end");
        QTest::addColumn<qsizetype>("requests");
        using enum History::End;
        QTest::newRow("itself") << 9 << qsizetype(100) << qsizetype(0) << Found << qsizetype(1);
        QTest::newRow("on the first page") << 7 << qsizetype(100) << qsizetype(2) << Found << qsizetype(1);
        QTest::newRow("on the second") << 6 << qsizetype(100) << qsizetype(3) << Found << qsizetype(2);
        QTest::newRow("the very first commit") << 1 << qsizetype(100) << qsizetype(8) << Found << qsizetype(3);
        QTest::newRow("not there") << 77 << qsizetype(100) << qsizetype(9) << Root << qsizetype(3);
        QTest::newRow("all of it") << 0 << qsizetype(100) << qsizetype(9) << Root << qsizetype(3);
        QTest::newRow("too long") << 77 << qsizetype(5) << qsizetype(5) << Cut << qsizetype(2);
        QTest::newRow("just as long as may be") << 77 << qsizetype(9) << qsizetype(9) << Root << qsizetype(3);
        QTest::newRow("found right behind the limit") << 6 << qsizetype(3) << qsizetype(3) << Found << qsizetype(2);
    }

    void historyGoesBackAsFarAsItMust()
    {
        QFETCH(int, until);
        QFETCH(qsizetype, most);
        QFETCH(qsizetype, count);
        QFETCH(History::End, end);
        QFETCH(qsizetype, requests);
        Setup setup(nine);
        const auto history = setup.history(until, most);
        QVERIFY2(history, history ? "" : qPrintable(history.error().message));
        QCOMPARE(history->end, end);
        QCOMPARE(history->commits.size(), count);
        QCOMPARE(setup.hub.requests().size(), requests);
        QCOMPARE(setup.hub.targets().first(), "/api/models/acme/tiny/commits/" + hash(9));
        if (count > 0) {
            QCOMPARE(history->commits.first().id, hash(9));
            QCOMPARE(history->commits.first().title, u"step 9"_s);
            QCOMPARE(history->commits.first().date, u"2026-01-02T03:04:05.000Z"_s);
        }
    }

    void brokenHistoriesAreErrors_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QString>("code");
        const QByteArray page = pageOf({commitEntry(9)});
        const QByteArray none = "X-Nothing: 1";
        QTest::newRow("endless") << 200 << page << linkTo("/api/models/acme/tiny/commits/x?p=1") << u"bad_answer"_s;
        QTest::newRow("leads away") << 200 << page << linkTo("https://evil.example/x") << u"bad_answer"_s;
        QTest::newRow("no list") << 200 << QByteArray("{}") << none << u"bad_answer"_s;
        QTest::newRow("no commits") << 200 << QByteArray("[1]") << none << u"bad_answer"_s;
        QTest::newRow("no hashes") << 200 << QByteArray(R"([{"id":"main"}])") << none << u"bad_answer"_s;
        QTest::newRow("gated") << 401 << QByteArray("{}") << QByteArray("X-Error-Code: GatedRepo") << u"gated"_s;
        QTest::newRow("failing") << 500 << QByteArray("{}") << none << u"hub_failing"_s;
        QTest::newRow("portal") << 200 << QByteArray("<html>") << none << u"captive_portal"_s;
    }

    void brokenHistoriesAreErrors()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, header);
        QFETCH(QString, code);
        Setup setup([&](const Request&) { return Answer{status, body, {"Content-Type: application/json", header}}; });
        const auto history = setup.history(1);
        QVERIFY(!history);
        QCOMPARE(history.error().code, code);
        QVERIFY(setup.hub.requests().size() <= 2);
    }

    void smallFilesComeFromTheHubItself()
    {
        Setup setup([](const Request& request) {
            if (request.target.startsWith("/acme/"))
                return Answer{
                    307,
                    {},
                    {"Location: /api/resolve-cache/models/acme/tiny/x/LICENSE?etag=1", "X-Repo-Commit: " + hash(1)}};
            return Answer{200,
                          "<html> is what this license begins with",
                          {"Content-Type: text/plain", "X-Repo-Commit: " + hash(1)}};
        });
        const auto file = setup.file();
        QVERIFY2(file, file ? "" : qPrintable(file.error().message));
        QCOMPARE(*file, QByteArray("<html> is what this license begins with"));
        QCOMPARE(setup.hub.targets().first(), "/acme/tiny/resolve/" + hash(1) + "/LICENSE");
        QCOMPARE(setup.hub.requests().size(), 2);
    }

    void smallFilesHaveLimits_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QString>("code");
        QTest::newRow("large") << 200 << QByteArray(101, 'x') << "X-Repo-Commit: " + hash(1) << u"file_large"_s;
        QTest::newRow("at the CDN") << 302 << QByteArray() << QByteArray("Location: http://127.0.0.1:1/lfs?Signature=1")
                                    << u"file_large"_s;
        QTest::newRow("missing") << 404 << QByteArray("{}") << QByteArray("X-Error-Code: EntryNotFound")
                                 << u"file_not_found"_s;
        QTest::newRow("gated") << 403 << QByteArray("{}") << QByteArray("X-Error-Code: GatedRepo") << u"gated"_s;
        QTest::newRow("portal") << 200 << QByteArray("<!doctype html><html>") << QByteArray("X-Nothing: 1")
                                << u"bad_answer"_s;
        QTest::newRow("in circles") << 307 << QByteArray() << "Location: /acme/tiny/resolve/" + hash(1) + "/LICENSE"
                                    << u"bad_answer"_s;
        QTest::newRow("another scheme") << 302 << QByteArray() << QByteArray("Location: file:///etc/passwd")
                                        << u"bad_redirect"_s;
    }

    void smallFilesHaveLimits()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, header);
        QFETCH(QString, code);
        Setup setup([&](const Request&) { return Answer{status, body, {"Content-Type: text/plain", header}}; });
        const auto file = setup.file();
        QVERIFY(!file);
        QCOMPARE(file.error().code, code);
    }

    void theReposOfAnOwner()
    {
        Setup setup([](const Request& request) {
            if (request.target.contains("cursor"))
                return Answer{200, R"([{"_id":"3","id":"acme/c"}])"};
            return Answer{200,
                          R"([{"_id":"1","id":"acme/a"},{"id":"acme/b"},7,{"_id":"4","id":"../x"}])",
                          {"Content-Type: application/json", linkTo("/api/datasets?author=acme&cursor=2")}};
        });
        const auto owned = QCoro::waitFor(setup.client.reposOf(RepoKind::Dataset, u"acme"_s, {}));
        QVERIFY2(owned, owned ? "" : qPrintable(owned.error().message));
        QCOMPARE(owned->size(), 2);
        QCOMPARE(owned->at(0).repo, (RepoId{RepoKind::Dataset, u"acme/a"_s}));
        QCOMPARE(owned->at(0).hubId, u"1"_s);
        QCOMPARE(owned->at(1).repo.id, u"acme/c"_s);
        QCOMPARE(setup.hub.targets().first(), QByteArray("/api/datasets?author=acme&limit=500"));
    }

    void aListOfReposEnds()
    {
        int served = 0;
        Setup setup([&](const Request&) {
            return Answer{200,
                          "[]",
                          {"Content-Type: application/json",
                           linkTo("/api/models?author=acme&cursor=" + QByteArray::number(++served))}};
        });
        QVERIFY(QCoro::waitFor(setup.client.reposOf(RepoKind::Model, u"acme"_s, {})));
        QCOMPARE(served, 10);
    }

    void theWitnessSeesAll()
    {
        Setup setup([](const Request& request) {
            if (request.target.contains("acme/old"))
                return Answer{307, {}, {"Location: /api/models/acme/new"}};
            if (request.target.contains("acme/gone"))
                return Answer{401,
                              R"({"error":"Invalid username or password."})",
                              {"Content-Type: application/json", "WWW-Authenticate: Bearer realm=x"}};
            if (request.method == "HEAD")
                return Answer{403, {}, {"X-Error-Code: GatedRepo"}};
            return Answer{200, infoBody("acme/new")};
        });
        QList<std::pair<int, QString>> seen;
        const HubClient watched = setup.client.witnessedBy([&](const HttpRequest& asked, const HttpAnswer& answer) {
            seen.append({answer.status, QString(QString::fromLatin1(asked.method) + u' ' + answer.url.path())});
        });
        const auto info = QCoro::waitFor(watched.info({RepoKind::Model, u"acme/old"_s}, {}, {}));
        QVERIFY(info);
        QCOMPARE(info->repo.id, u"acme/new"_s);
        QVERIFY(!QCoro::waitFor(watched.info({RepoKind::Model, u"acme/gone"_s}, {}, {})));
        QCOMPARE(QCoro::waitFor(watched.isGone({RepoKind::Model, u"acme/gone"_s}, {})), true);
        QVERIFY(!QCoro::waitFor(watched.probeAccess({RepoKind::Model, u"acme/new"_s}, hash(1), u"a"_s, {})));
        QCOMPARE(seen,
                 (QList<std::pair<int, QString>>{
                     {307, u"GET /api/models/acme/old"_s},
                     {200, u"GET /api/models/acme/new"_s},
                     {401, u"GET /api/models/acme/gone"_s},
                     {401, u"GET /api/models/acme/gone"_s},
                     {403, QString(u"HEAD /acme/new/resolve/"_s + QString::fromLatin1(hash(1)) + u"/a")}}));
        // Whoever has no witness asks no more than needed.
        const auto before = setup.hub.requests().size();
        QVERIFY(QCoro::waitFor(setup.client.info({RepoKind::Model, u"acme/old"_s}, {}, {})));
        QCOMPARE(setup.hub.requests().size(), before + 2);
    }

    void inTheBackgroundItIsTheSame()
    {
        Setup setup([](const Request&) { return Answer{200, infoBody("acme/tiny")}; });
        bool isBackground = false;
        const HubClient watched = setup.client.inBackground().witnessedBy(
            [&](const HttpRequest& asked, const HttpAnswer&) { isBackground = asked.isBackground; });
        QVERIFY(QCoro::waitFor(watched.info(tiny, {}, {})));
        QVERIFY(isBackground);
        const HubClient plain = setup.client.witnessedBy(
            [&](const HttpRequest& asked, const HttpAnswer&) { isBackground = asked.isBackground; });
        QVERIFY(QCoro::waitFor(plain.info(tiny, {}, {})));
        QVERIFY(!isBackground);
    }
};

QTEST_GUILESS_MAIN(HubWatchTest)
#include "tst_hubwatch.moc"
