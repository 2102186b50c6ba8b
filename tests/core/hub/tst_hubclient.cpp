// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/hubclient.h"

#include "scriptedhub.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

using namespace hugger;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray commit = "0123456789abcdef0123456789abcdef01234567";
const RepoId tiny{RepoKind::Model, u"acme/tiny"_s};

using Request = ScriptedHub::Request;
using Answer = ScriptedHub::Answer;

Answer json(const QByteArray& body)
{
    return {200, body};
}

Answer refusal(int status, const QByteArray& code, const QByteArray& words)
{
    Answer answer{status, "{\"error\":\"" + words + "\"}"};
    if (!code.isEmpty())
        answer.headers.append("X-Error-Code: " + code);
    return answer;
}

QByteArray infoBody(const QByteArray& id = "acme/tiny", const QByteArray& sha = commit)
{
    return R"({"_id":"65","id":")" + id + R"(","sha":")" + sha + R"(","gated":false,"private":false,"tags":[]})";
}

QByteArray entry(const QByteArray& path)
{
    return R"({"type":"file","path":")" + path + R"(","size":3,"oid":")" + commit + R"("})";
}

QByteArray folder(const QByteArray& path)
{
    return R"({"type":"directory","path":")" + path + R"(","size":0})";
}

QByteArray pageOf(const QList<QByteArray>& entries)
{
    return '[' + entries.join(',') + ']';
}

/// A client of a scripted Hub that fails at once instead of trying again.
struct Setup {
    explicit Setup(ScriptedHub::Script script, const QByteArray& path = {})
        : hub(std::move(script))
        , http(QUrl::fromEncoded(QByteArray(hub.base() + path)),
               NetPolicy{.apiTimeout = 5s, .retryBase = 1ms, .retryMax = 2ms, .tries = 2, .rateTries = 1})
        , client(http)
    {
    }

    ScriptedHub hub;
    HttpClient http;
    HubClient client;
    std::stop_source stop;

    auto info(const QString& revision) { return QCoro::waitFor(client.info(tiny, revision, stop.get_token())); }
    auto tree() { return QCoro::waitFor(client.tree(tiny, commit, stop.get_token())); }
    auto probe() { return QCoro::waitFor(client.probeAccess(tiny, commit, u"a b.bin"_s, stop.get_token())); }
};

/// What the Hub gives as the address of the page after this one.
QByteArray linkTo(const QByteArray& url)
{
    return "Link: <" + url + ">; rel=\"next\"";
}

} // namespace

class HubClientTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void revisionsAreOneSegment_data()
    {
        QTest::addColumn<QString>("revision");
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("none") << QString() << QByteArray("/api/models/acme/tiny");
        QTest::newRow("branch") << u"main"_s << QByteArray("/api/models/acme/tiny/revision/main");
        QTest::newRow("pull request") << u"refs/pr/1"_s << QByteArray("/api/models/acme/tiny/revision/refs%2Fpr%2F1");
        QTest::newRow("slash branch") << u"feat/x"_s << QByteArray("/api/models/acme/tiny/revision/feat%2Fx");
        QTest::newRow("odd characters") << u"a%2Fb#ü+&"_s
                                        << QByteArray("/api/models/acme/tiny/revision/a%252Fb%23%C3%BC%2B%26");
    }

    void revisionsAreOneSegment()
    {
        QFETCH(QString, revision);
        QFETCH(QByteArray, target);
        for (const QByteArray& prefix : {QByteArray(), QByteArray("/hf"), QByteArray("/a%2Fb")}) {
            Setup setup([](const Request&) { return json(infoBody()); }, prefix);
            const auto info = setup.info(revision);
            QVERIFY2(info, info ? "" : qPrintable(info.error().message));
            QCOMPARE(info->commit, commit);
            QCOMPARE(setup.hub.targets(), QList<QByteArray>{prefix + target});
        }
    }

    void impossibleRevisionsAreNotAskedFor()
    {
        Setup setup([](const Request&) { return json(infoBody()); });
        const auto info = setup.info(u"../../datasets/x"_s);
        QVERIFY(!info);
        QCOMPARE(info.error().code, u"bad_revision"_s);
        QVERIFY(setup.hub.requests().isEmpty());
    }

    void renameIsFollowed()
    {
        Setup setup([](const Request& request) {
            if (request.target.contains("acme/tiny"))
                return Answer{307, {}, {"Location: /api/models/acme/renamed/revision/main"}};
            return json(infoBody("acme/renamed"));
        });
        const auto info = setup.info(u"main"_s);
        QVERIFY(info);
        QCOMPARE(info->repo.id, u"acme/renamed"_s);
    }

    void anotherCommitThanAskedForIsAnError()
    {
        Setup setup([](const Request&) { return json(infoBody("acme/tiny", QByteArray(40, 'a'))); });
        const auto info = setup.info(QString::fromLatin1(commit));
        QVERIFY(!info);
        QCOMPARE(info.error().code, u"bad_answer"_s);
        QVERIFY(setup.info(u"main"_s));
    }

    void errors_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("errorCode");
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<QString>("code");
        QTest::newRow("missing") << 401 << QByteArray() << QByteArray("Invalid username or password.")
                                 << u"repo_not_found"_s;
        QTest::newRow("no revision") << 404 << QByteArray("RevisionNotFound") << QByteArray("Invalid rev id: x")
                                     << u"revision_not_found"_s;
        QTest::newRow("failing") << 503 << QByteArray() << QByteArray("later") << u"hub_failing"_s;
        QTest::newRow("limit") << 429 << QByteArray() << QByteArray("slow down") << u"rate_limited"_s;
    }

    void errors()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, errorCode);
        QFETCH(QByteArray, words);
        QFETCH(QString, code);
        Setup setup([&](const Request&) { return refusal(status, errorCode, words); });
        const auto info = setup.info(u"x"_s);
        QVERIFY(!info);
        QCOMPARE(info.error().code, code);
        QVERIFY(!setup.tree());
    }

    void aWebPageIsACaptivePortal_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("by its type") << QByteArray("text/html; charset=utf-8") << QByteArray("Please log in");
        QTest::newRow("by its beginning") << QByteArray("application/json") << QByteArray("\n <!DOCTYPE HTML><html>");
    }

    void aWebPageIsACaptivePortal()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        Setup setup([&](const Request&) { return Answer{200, body, {"Content-Type: " + type}}; });
        const auto info = setup.info(u"main"_s);
        QVERIFY(!info);
        QCOMPARE(info.error().code, u"captive_portal"_s);
        QCOMPARE(info.error().kind, ErrorKind::Network);
        const auto tree = setup.tree();
        QVERIFY(!tree);
        QCOMPARE(tree.error().code, u"captive_portal"_s);
    }

    void treeTakesEveryPage()
    {
        ScriptedHub* hub = nullptr;
        Setup setup([&](const Request& request) {
            const bool isSecond = request.target.contains("cursor=two");
            Answer answer = json(isSecond ? pageOf({entry("sub/b.bin")}) : pageOf({entry("a.bin"), folder("sub")}));
            if (!isSecond) {
                answer.headers.append("Link: <http://x/first>; rel=\"first\"");
                answer.headers.append(
                    linkTo(hub->base() + "/api/models/acme/tiny/tree/" + commit + "?recursive=true&cursor=two%3D"));
            }
            return answer;
        });
        hub = &setup.hub;
        const auto tree = setup.tree();
        QVERIFY2(tree, tree ? "" : qPrintable(tree.error().message));
        QCOMPARE(tree->files.size(), 2);
        QCOMPARE(tree->files[1].path, u"sub/b.bin"_s);
        QCOMPARE(tree->pages.size(), 2);
        QCOMPARE(qUncompress(tree->pages[1]), pageOf({entry("sub/b.bin")}));
        const QByteArray path = "/api/models/acme/tiny/tree/" + commit + "?recursive=true";
        QCOMPARE(setup.hub.targets(), (QList<QByteArray>{path, path + "&cursor=two%3D"}));
    }

    void treeTakesARelativeNext()
    {
        Setup setup([](const Request& request) {
            Answer answer = json(pageOf({entry(request.target.contains("cursor") ? "b" : "a")}));
            if (!request.target.contains("cursor"))
                answer.headers.append(linkTo("/api/models/acme/tiny/tree/x?cursor=2"));
            return answer;
        });
        const auto tree = setup.tree();
        QVERIFY(tree);
        QCOMPARE(tree->files.size(), 2);
    }

    void treeStaysAtTheEndpoint_data()
    {
        QTest::addColumn<QByteArray>("next");
        QTest::newRow("another host") << QByteArray("https://evil.example/api/models/acme/tiny/tree/x?cursor=2");
        QTest::newRow("another port") << QByteArray("http://127.0.0.1:1/api?cursor=2");
        QTest::newRow("another scheme") << QByteArray("https://127.0.0.1:PORT/api?cursor=2");
        QTest::newRow("a file") << QByteArray("file:///etc/passwd");
        QTest::newRow("a local socket") << QByteArray("unix+http://x/api");
        QTest::newRow("user name") << QByteArray("http://me@127.0.0.1:PORT/api?cursor=2");
        QTest::newRow("no scheme") << QByteArray("//evil.example/api?cursor=2");
        QTest::newRow("not a URL") << QByteArray("http://[bad/%zz");
        QTest::newRow("nothing") << QByteArray();
    }

    void treeStaysAtTheEndpoint()
    {
        QFETCH(QByteArray, next);
        ScriptedHub* hub = nullptr;
        Setup setup([&](const Request&) {
            Answer answer = json(pageOf({entry("a")}));
            answer.headers.append(linkTo(QByteArray(next).replace("PORT", QByteArray::number(hub->serverPort()))));
            return answer;
        });
        hub = &setup.hub;
        setup.http.setToken("hf_secretsecretsecret");
        const auto tree = setup.tree();
        QVERIFY(!tree);
        QCOMPARE(tree.error().code, u"bad_answer"_s);
        QCOMPARE(setup.hub.requests().size(), 1);
    }

    void endlessTreesEnd_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<int>("requests");
        QTest::newRow("the same page") << u"same"_s << 1;
        QTest::newRow("two pages in turn") << u"turn"_s << 2;
        QTest::newRow("new cursors, no new file") << u"stale"_s << 2;
        QTest::newRow("new cursors, empty pages") << u"empty"_s << 2;
        QTest::newRow("new cursors, one folder for ever") << u"folder"_s << 2;
    }

    void endlessTreesEnd()
    {
        QFETCH(QString, how);
        QFETCH(int, requests);
        int served = 0;
        Setup setup([&](const Request&) {
            ++served;
            QByteArray body = pageOf({entry("a" + QByteArray::number(served))});
            QByteArray cursor = "&cursor=" + QByteArray::number(served);
            if (how == u"same")
                cursor.clear();
            else if (how == u"turn")
                cursor = served % 2 == 1 ? "&cursor=1" : "";
            else if (how == u"stale")
                body = pageOf({entry("a")});
            else if (how == u"empty")
                body = "[]";
            else if (how == u"folder")
                body = pageOf({folder("sub")});
            Answer answer = json(body);
            answer.headers.append(linkTo("/api/models/acme/tiny/tree/" + commit + "?recursive=true" + cursor));
            return answer;
        });
        const auto tree = setup.tree();
        QVERIFY(!tree);
        QCOMPARE(tree.error().code, u"bad_answer"_s);
        QVERIFY2(tree.error().message.contains(u"repeats"_s), qPrintable(tree.error().message));
        QCOMPARE(setup.hub.requests().size(), requests);
    }

    void oneEmptyPageIsFine()
    {
        int served = 0;
        Setup setup([&](const Request&) {
            ++served;
            Answer answer = json(served == 2 ? pageOf({}) : pageOf({entry("a" + QByteArray::number(served))}));
            if (served < 3)
                answer.headers.append(linkTo("/api/x?cursor=" + QByteArray::number(served)));
            return answer;
        });
        const auto tree = setup.tree();
        QVERIFY(tree);
        QCOMPARE(tree->files.size(), 2);
    }

    void aDamagedPageSpoilsTheTree()
    {
        int served = 0;
        Setup setup([&](const Request&) {
            ++served;
            Answer answer =
                json(served == 2 ? pageOf({R"({"type":"file","path":"b","size":"3"})"}) : pageOf({entry("a")}));
            answer.headers.append(linkTo("/api/x?cursor=" + QByteArray::number(served)));
            return answer;
        });
        const auto tree = setup.tree();
        QVERIFY(!tree);
        QCOMPARE(tree.error().code, u"bad_answer"_s);
        QVERIFY2(tree.error().message.contains(u"\"size\""_s), qPrintable(tree.error().message));
    }

    void aListingOfAHundredThousandFiles()
    {
        constexpr int pageCount = 100;
        constexpr int perPage = 1000;
        int served = 0;
        Setup setup([&](const Request&) {
            QList<QByteArray> entries;
            for (int i = 0; i < perPage; ++i)
                entries.append(
                    entry("data/part-" + QByteArray::number(served) + "/file-" + QByteArray::number(i) + ".parquet"));
            ++served;
            Answer answer = json(pageOf(entries));
            if (served < pageCount)
                answer.headers.append(linkTo("/api/x?cursor=" + QByteArray::number(served)));
            return answer;
        });
        const auto tree = setup.tree();
        QVERIFY2(tree, tree ? "" : qPrintable(tree.error().message));
        QCOMPARE(tree->files.size(), pageCount * perPage);
        qint64 packed = 0;
        for (const QByteArray& page : tree->pages)
            packed += page.size();
        QVERIFY(packed < 10'000'000);
    }

    void stopsBetweenPages()
    {
        int served = 0;
        Setup* running = nullptr;
        Setup setup([&](const Request&) {
            if (++served == 3)
                running->stop.request_stop();
            Answer answer = json(pageOf({entry("a" + QByteArray::number(served))}));
            answer.headers.append(linkTo("/api/x?cursor=" + QByteArray::number(served)));
            return answer;
        });
        running = &setup;
        const auto tree = setup.tree();
        QVERIFY(!tree);
        QCOMPARE(tree.error().kind, ErrorKind::Interrupted);
        QCOMPARE(served, 3);
    }

    void refsWithPullRequests()
    {
        Setup setup([](const Request&) {
            return json(R"({"branches":[{"name":"main","ref":"refs/heads/main","targetCommit":")" + commit
                        + R"("}],"tags":[],"converts":[]})");
        });
        const auto refs = QCoro::waitFor(setup.client.refs(tiny, setup.stop.get_token()));
        QVERIFY(refs);
        QCOMPARE(refs->refs.size(), 1);
        QCOMPARE(setup.hub.targets(), QList<QByteArray>{"/api/models/acme/tiny/refs?include_prs=1"});
    }

    void settlesByRefs()
    {
        Setup setup([](const Request&) {
            return json(R"({"branches":[{"name":"feat/x","ref":"refs/heads/feat/x","targetCommit":")" + commit
                        + R"("}],"tags":[],"converts":[]})");
        });
        const auto token = setup.stop.get_token();
        const auto raw = parseLink(u"https://hf.co/acme/tiny/blob/feat/x/a/config.json"_s, setup.http.endpoint());
        QVERIFY(raw);
        const auto settled = QCoro::waitFor(setup.client.settleLink(*raw, token));
        QVERIFY(settled);
        QCOMPARE(settled->revision, u"feat/x"_s);
        QCOMPARE(settled->path, u"a/config.json"_s);
        QVERIFY(settled->unsplit.isEmpty());
        QCOMPARE(setup.hub.requests().size(), 1);
        const auto plain = parseLink(u"acme/tiny@feat/x"_s, setup.http.endpoint());
        QVERIFY(plain);
        QVERIFY(QCoro::waitFor(setup.client.settleLink(*plain, token)));
        QCOMPARE(setup.hub.requests().size(), 1);
    }

    void commitsAreKeptByteForByte()
    {
        const QByteArray body = "[ {\"id\":\"x\" , \"title\":\"ü\"} ]\n";
        Setup setup([&](const Request&) { return json(body); });
        const auto commits = QCoro::waitFor(setup.client.commits(tiny, commit, setup.stop.get_token()));
        QVERIFY(commits);
        QCOMPARE(*commits, body);
    }

    void probe_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QList<QByteArray>>("headers");
        QTest::addColumn<QString>("code");
        using Headers = QList<QByteArray>;
        QTest::newRow("a file") << 200 << Headers{"X-Repo-Commit: " + commit} << QString();
        QTest::newRow("to the CDN") << 302
                                    << Headers{"X-Repo-Commit: " + commit,
                                               "Location: https://cdn.example/x?Signature=1"}
                                    << QString();
        QTest::newRow("to the cache") << 307 << Headers{"X-Repo-Commit: " + commit, "Location: /api/resolve-cache/x"}
                                      << QString();
        QTest::newRow("anonymous at a gate") << 401 << Headers{"X-Error-Code: GatedRepo"} << u"gated"_s;
        QTest::newRow("not on the list") << 403 << Headers{"X-Error-Code: GatedRepo"} << u"gated"_s;
        QTest::newRow("no such file") << 404 << Headers{"X-Error-Code: EntryNotFound", "X-Repo-Commit: " + commit}
                                      << u"file_not_found"_s;
        QTest::newRow("a login page") << 200 << Headers{"Content-Type: text/html"} << u"bad_answer"_s;
        QTest::newRow("round in circles") << 307 << Headers{"Location: /acme/tiny/resolve/main/a"} << u"bad_answer"_s;
        QTest::newRow("to a file") << 302 << Headers{"Location: file:///etc/passwd"} << u"bad_redirect"_s;
    }

    void probe()
    {
        QFETCH(int, status);
        QFETCH(QList<QByteArray>, headers);
        QFETCH(QString, code);
        Setup setup([&](const Request&) { return Answer{status, {}, headers}; });
        QElapsedTimer timer;
        timer.start();
        const auto done = setup.probe();
        QVERIFY(timer.elapsed() < 4000);
        QCOMPARE(done ? QString() : done.error().code, code);
        QCOMPARE(setup.hub.requests()[0].method, QByteArray("HEAD"));
        QCOMPARE(setup.hub.requests()[0].target, "/acme/tiny/resolve/" + commit + "/a%20b.bin");
    }

    void resolveUrls_data()
    {
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("url");
        const QByteArray middle = "/datasets/acme/rain/resolve/" + commit + "/";
        QTest::newRow("plain") << u"https://huggingface.co"_s << u"a/b.bin"_s
                               << "https://huggingface.co" + middle + "a/b.bin";
        QTest::newRow("prefix") << u"https://mirror.example/hf"_s << u"a"_s
                                << "https://mirror.example/hf" + middle + "a";
        QTest::newRow("odd") << u"https://huggingface.co"_s << u"my file#1?%2F&+ü.txt"_s
                             << "https://huggingface.co" + middle + "my%20file%231%3F%252F%26%2B%C3%BC.txt";
        QTest::newRow("brackets") << u"https://huggingface.co"_s << u"[a]{b}|c:d"_s
                                  << "https://huggingface.co" + middle + "%5Ba%5D%7Bb%7D%7Cc%3Ad";
    }

    void resolveUrls()
    {
        QFETCH(QString, endpoint);
        QFETCH(QString, path);
        QFETCH(QByteArray, url);
        HttpClient http(QUrl(endpoint, QUrl::StrictMode), NetPolicy());
        const QUrl made = HubClient(http).resolveUrl({RepoKind::Dataset, u"acme/rain"_s}, commit, path);
        QVERIFY(made.isValid());
        QCOMPARE(made.toEncoded(), url);
    }

    void whoAmI()
    {
        int status = 200;
        Setup setup([&](const Request&) {
            return status == 200
                ? json(R"({"type":"user","name":"ada","auth":{"accessToken":{"displayName":"laptop","role":"read"}}})")
                : refusal(status, {}, "Invalid username or password.");
        });
        const auto ask = [&] { return QCoro::waitFor(setup.client.whoAmI(setup.stop.get_token())); };
        const auto anonymous = ask();
        QVERIFY(!anonymous);
        QCOMPARE(anonymous.error().code, u"token_missing"_s);
        QVERIFY(setup.hub.requests().isEmpty());

        setup.http.setToken("hf_abcdefghijklmnop");
        const auto ada = ask();
        QVERIFY(ada);
        QCOMPARE(ada->name, u"ada"_s);
        QCOMPARE(ada->tokenName, u"laptop"_s);
        QCOMPARE(ada->role, u"read"_s);
        QVERIFY(setup.hub.requests()[0].head.contains("Bearer hf_abcdefghijklmnop"));

        status = 401;
        const auto refused = ask();
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::NotAllowed);
        QCOMPARE(refused.error().code, u"token_invalid"_s);
        QVERIFY(!refused.error().message.contains(u"hf_abcd"_s));
        QVERIFY(!refused.error().detail.contains(u"hf_abcd"_s));
    }

    void searchAsks_data()
    {
        QTest::addColumn<RepoKind>("kind");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("sort");
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QByteArray>("target");
        const QByteArray fields = "&expand=lastModified&expand=likes&expand=private&expand=tags&expand=usedStorage";
        const QByteArray more = "&expand=downloads&expand=gated";
        QTest::newRow("nothing") << RepoKind::Model << QString() << QString() << QString()
                                 << "/api/models?limit=50" + fields + more;
        QTest::newRow("all") << RepoKind::Dataset << u"  tiny  llama "_s << u"downloads"_s << u"language:en"_s
                             << "/api/datasets?limit=50&search=tiny%20llama&sort=downloads&filter=language%3Aen"
                + fields + more;
        QTest::newRow("a space") << RepoKind::Space << u"a"_s << u"likes"_s << QString()
                                 << "/api/spaces?limit=50&search=a&sort=likes" + fields;
        QTest::newRow("odd words") << RepoKind::Model << u"a&sort=x#ü+%"_s << QString() << QString()
                                   << "/api/models?limit=50&search=a%26sort%3Dx%23%C3%BC%2B%25" + fields + more;
    }

    void searchAsks()
    {
        QFETCH(RepoKind, kind);
        QFETCH(QString, words);
        QFETCH(QString, sort);
        QFETCH(QString, filter);
        QFETCH(QByteArray, target);
        for (const QByteArray& prefix : {QByteArray(), QByteArray("/hf")}) {
            Setup setup([](const Request&) { return json("[]"); }, prefix);
            const auto page =
                QCoro::waitFor(setup.client.search(kind, words, sort, filter, {}, setup.stop.get_token()));
            QVERIFY2(page, page ? "" : qPrintable(page.error().message));
            QVERIFY(page->hits.isEmpty());
            QVERIFY(page->next.isEmpty());
            QCOMPARE(setup.hub.targets(), QList<QByteArray>{prefix + target});
        }
    }

    void searchGoesOn()
    {
        Setup setup([](const Request& request) {
            const bool isSecond = request.target.contains("cursor");
            Answer answer = json(isSecond ? R"([{"id":"acme/two"}])" : R"([{"id":"acme/one"},{"id":"acme/more"}])");
            if (!isSecond)
                answer.headers.append(linkTo("/api/models?limit=50&search=x&cursor=abc%3D"));
            return answer;
        });
        const auto first = search(setup, {});
        QVERIFY2(first, first ? "" : qPrintable(first.error().message));
        QCOMPARE(first->hits.size(), 2);
        QVERIFY(!first->next.isEmpty());
        const auto second = search(setup, first->next);
        QVERIFY2(second, second ? "" : qPrintable(second.error().message));
        QCOMPARE(second->hits.first().repo.id, u"acme/two"_s);
        QVERIFY(second->next.isEmpty());
        QCOMPARE(setup.hub.targets().last(), "/api/models?limit=50&search=x&cursor=abc%3D");
    }

    void searchThatLeadsToItselfEnds()
    {
        Setup setup([](const Request& request) {
            Answer answer = json(R"([{"id":"acme/one"}])");
            answer.headers.append(linkTo(request.target));
            return answer;
        });
        const auto page = search(setup, {});
        QVERIFY(page);
        QVERIFY(page->next.isEmpty());
    }

    void searchStaysAtTheEndpoint_data() { treeStaysAtTheEndpoint_data(); }

    void searchStaysAtTheEndpoint()
    {
        QFETCH(QByteArray, next);
        ScriptedHub* hub = nullptr;
        const auto address = [&] { return QByteArray(next).replace("PORT", QByteArray::number(hub->serverPort())); };
        Setup setup([&](const Request&) {
            Answer answer = json("[]");
            answer.headers.append(linkTo(address()));
            return answer;
        });
        hub = &setup.hub;
        setup.http.setToken("hf_secretsecretsecret");
        const auto led = search(setup, {});
        QVERIFY(!led);
        QCOMPARE(led.error().code, u"bad_answer"_s);
        QCOMPARE(setup.hub.requests().size(), 1);
        if (next.isEmpty())
            return;
        const auto asked = search(setup,
                                  QUrl::fromEncoded(address(), QUrl::TolerantMode).isEmpty()
                                      ? QUrl(u"http://elsewhere.example/"_s)
                                      : QUrl::fromEncoded(address(), QUrl::TolerantMode));
        QVERIFY(!asked);
        QCOMPARE(asked.error().code, u"bad_answer"_s);
        QCOMPARE(setup.hub.requests().size(), 1);
    }

    void searchFails_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("hasToken");
        QTest::addColumn<QString>("code");
        QTest::newRow("no list") << 200 << QByteArray("{}") << false << u"bad_answer"_s;
        QTest::newRow("no JSON") << 200 << QByteArray("[{") << false << u"bad_answer"_s;
        QTest::newRow("nothing") << 200 << QByteArray() << false << u"bad_answer"_s;
        QTest::newRow("a web page") << 200 << QByteArray("<!doctype html>") << false << u"captive_portal"_s;
        QTest::newRow("a mirror without search") << 404 << QByteArray("{}") << false << u"bad_answer"_s;
        QTest::newRow("a bad sort") << 400 << QByteArray(R"({"error":"no such order"})") << false << u"bad_answer"_s;
        QTest::newRow("a private Hub") << 401 << QByteArray("{}") << false << u"token_missing"_s;
        QTest::newRow("a bad token") << 401 << QByteArray("{}") << true << u"token_invalid"_s;
        QTest::newRow("failing") << 500 << QByteArray("{}") << false << u"hub_failing"_s;
    }

    void searchFails()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(bool, hasToken);
        QFETCH(QString, code);
        Setup setup([&](const Request&) { return Answer{status, body}; });
        if (hasToken)
            setup.http.setToken("hf_secretsecretsecret");
        const auto page = search(setup, {});
        QVERIFY(!page);
        QCOMPARE(page.error().code, code);
        QVERIFY2(!page.error().message.contains(u"  "_s), qPrintable(page.error().message));
    }

private:
    static Expected<SearchPage> search(Setup& setup, const QUrl& page)
    {
        return QCoro::waitFor(setup.client.search(RepoKind::Model, u"x"_s, {}, {}, page, setup.stop.get_token()));
    }
};

QTEST_GUILESS_MAIN(HubClientTest)
#include "tst_hubclient.moc"
