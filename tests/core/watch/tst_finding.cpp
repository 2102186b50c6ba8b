// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/finding.h"
#include "watch/seen.h"

#include "base/hash.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace hugger;
using namespace Qt::StringLiterals;

class FindingTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void evidenceKeepsWhatProves()
    {
        HttpRequest asked;
        asked.method = "GET";
        asked.url = QUrl(u"https://me:secret@hub.example/api/models/acme/tiny?expand=x"_s);
        HttpAnswer answer;
        answer.status = 404;
        answer.url = asked.url;
        answer.body = "{\"error\":\"Repository not found\"}";
        answer.headers.append("X-Error-Code", "RepoNotFound");
        answer.headers.append("x-request-id", "Root=1-2");
        answer.headers.append("Set-Cookie", "token=hf_secretsecretsecretsecret");
        answer.headers.append("Authorization", "Bearer hf_secretsecretsecretsecret");
        const Evidence evidence = Evidence::of(asked, answer, u"alice"_s);
        QCOMPARE(evidence.status, 404);
        QCOMPARE(evidence.url, u"https://hub.example/api/models/acme/tiny?expand=x"_s);
        QCOMPARE(evidence.headers,
                 (QList<std::pair<QString, QString>>{{u"X-Error-Code"_s, u"RepoNotFound"_s},
                                                     {u"X-Request-Id"_s, u"Root=1-2"_s}}));
        QCOMPARE(evidence.body, answer.body);
        QCOMPARE(evidence.bodySha256, sha256Hex(answer.body));
        QVERIFY(!QJsonDocument(evidence.toJson()).toJson().contains("secret"));
    }

    void evidenceKeepsNoSignature()
    {
        HttpRequest asked;
        asked.method = "HEAD";
        asked.url = QUrl(u"https://hub.example/acme/tiny/resolve/x/a.bin"_s);
        HttpAnswer answer;
        answer.status = 302;
        answer.url = asked.url;
        answer.headers.append("Location", "https://cdn.example/xyz?Signature=abcdef&Key-Pair-Id=1");
        QCOMPARE(Evidence::of(asked, answer, {}).headers.value(0).second, u"https://cdn.example/xyz"_s);
        answer.headers.replaceOrAppend(QHttpHeaders::WellKnownHeader::Location, "/api/models/acme/new?x=1");
        QCOMPARE(Evidence::of(asked, answer, {}).headers.value(0).second, u"/api/models/acme/new?x=1"_s);
        answer.url = QUrl(u"https://cdn.example/xyz?Signature=abcdef"_s);
        QCOMPARE(Evidence::of(asked, answer, {}).url, u"https://cdn.example/xyz"_s);
    }

    void evidenceOfMuch()
    {
        HttpAnswer answer;
        answer.status = 200;
        answer.body = QByteArray(100'000, 'x') + '\xff';
        const Evidence evidence = Evidence::of({}, answer, {});
        QCOMPARE(evidence.body.size(), 65'536);
        QCOMPARE(evidence.bodyBytes, 100'001);
        QCOMPARE(evidence.bodySha256, sha256Hex(answer.body));
    }

    void evidenceIsReadAsItWasWritten_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("text") << QByteArray("{\"a\":\"ü\"}");
        QTest::newRow("no text") << QByteArray("\xff\xfe\x00\x01", 4);
        QTest::newRow("nothing") << QByteArray();
    }

    void evidenceIsReadAsItWasWritten()
    {
        QFETCH(QByteArray, body);
        HttpAnswer answer;
        answer.status = 200;
        answer.body = body;
        answer.headers.append("Date", "today");
        Evidence evidence = Evidence::of({}, answer, u"alice"_s);
        const auto json = QJsonDocument::fromJson(QJsonDocument(evidence.toJson()).toJson()).object();
        const Evidence again = Evidence::fromJson(json);
        QCOMPARE(again.body, body);
        QCOMPARE(again.toJson(), evidence.toJson());
    }

    void factsAreReadAsTheyWereWritten()
    {
        EventFacts facts;
        QVERIFY(facts.toJson().isEmpty());
        Evidence evidence;
        evidence.url = u"https://hub.example/x"_s;
        facts.evidence = {evidence};
        LicenseChange license;
        license.before.ids = {u"mit"_s};
        license.after = {{u"other"_s}, u"own"_s, u"https://example.org"_s};
        license.texts = {{u"LICENSE"_s, u"old"_s, {}}};
        license.isStricter = true;
        facts.license = license;
        facts.oldCommit = QByteArray(40, 'a');
        facts.newName = u"acme/new"_s;
        facts.ref = u"refs/heads/main"_s;
        facts.files = EventFacts::Files{1, 2, 3, 4};
        const EventFacts again = EventFacts::fromJson(facts.toJson());
        QCOMPARE(again.toJson(), facts.toJson());
        QCOMPARE(again.evidence.size(), 1);
        QVERIFY(again.license);
        QCOMPARE(again.license->after, license.after);
        QCOMPARE(again.license->texts, license.texts);
        QVERIFY(again.license->isStricter);
        QCOMPARE(again.oldCommit, facts.oldCommit);
        QCOMPARE(again.newName, facts.newName);
        QCOMPARE(again.ref, facts.ref);
        QCOMPARE(again.files, facts.files);
    }

    void garbageIsNothing_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray("{}");
        QTest::newRow("wrong types") << QByteArray(
            R"({"evidence":[1,null,"x",{"headers":[1,["a"],["a",2]],"status":"x","body_bytes":-5,"body_sha256":7}],)"
            R"("license":[],"old_commit":"zz","new_name":5,"ref":{},"files":"many"})");
        QTest::newRow("other shapes") << QByteArray(
            R"({"evidence":{"a":1},"license":{"before":1,"texts":[1,{"path":3}],"stricter":"yes"},"old_commit":[]})");
    }

    void garbageIsNothing()
    {
        QFETCH(QByteArray, json);
        const EventFacts facts = EventFacts::fromJson(QJsonDocument::fromJson(json).object());
        QVERIFY(facts.oldCommit.isEmpty());
        QVERIFY(facts.newName.isEmpty());
        QVERIFY(!facts.files);
        for (const Evidence& evidence : facts.evidence) {
            QCOMPARE(evidence.bodyBytes, 0);
            QVERIFY(evidence.headers.isEmpty());
        }
        QVERIFY(!facts.license || !facts.license->isAny());
    }

    void seenIsReadAsItWasWritten()
    {
        Seen seen;
        seen.at = u"2026-11-21T10:00:00Z"_s;
        seen.name = u"acme/tiny"_s;
        seen.hubId = u"65"_s;
        seen.refs = {{u"refs/heads/main"_s, QByteArray(40, 'a')}};
        seen.gating = Gating::Manual;
        seen.isBarred = true;
        seen.isPrivate = true;
        seen.isDisabled = true;
        seen.isGone = true;
        seen.isReplaced = true;
        seen.account = u"alice"_s;
        seen.license = {{u"mit"_s}, u"n"_s, u"l"_s};
        seen.told = QByteArray(40, 'f');
        seen.isLicenseNew = true;
        seen.hasFiles = true;
        seen.card = QByteArray(40, 'b');
        seen.licenseFiles = {{u"LICENSE"_s, QByteArray(40, 'c')}};
        seen.lastCopies = {{QByteArray(40, 'd'), u"gone"_s}};
        seen.lost = {QByteArray(40, 'e')};
        seen.captured = {QByteArray(40, '1'), QByteArray(40, '2')};
        seen.suspicion = u"gone"_s;
        seen.seemsGoneSince = u"2026-11-21T09:00:00Z"_s;
        const auto again = Seen::fromBytes(seen.toBytes());
        QVERIFY(again);
        QCOMPARE(*again, seen);
    }

    void whatCannotBeReadWasNotSeen()
    {
        for (const QByteArray& bytes :
             {QByteArray(), QByteArray("[]"), QByteArray("{\"at\":"), QByteArray("{\"at\":\"soon\",\"name\":\"a/b\"}"),
              QByteArray("{\"at\":\"2026-11-21T10:00:00Z\"}"), QByteArray("{\"at\":5,\"name\":[]}")})
            QVERIFY2(!Seen::fromBytes(bytes), bytes.constData());
        const auto seen = Seen::fromBytes(R"({"at":"2026-11-21T10:00:00Z","name":"a/b","refs":{"x":"y","z":1},)"
                                          R"("gating":7,"lost":["q",3],"last_copies":{"q":"gone"},"card":"no"})");
        QVERIFY(seen);
        QVERIFY(seen->refs.isEmpty());
        QVERIFY(seen->lost.isEmpty());
        QVERIFY(seen->lastCopies.isEmpty());
        QVERIFY(seen->card.isEmpty());
        QCOMPARE(seen->gating, Gating::No);
    }

    void refNames()
    {
        const QMap<QString, QByteArray> refs{{u"refs/tags/v1"_s, {}}, {u"refs/heads/dev"_s, {}}};
        QCOMPARE(fullRefName(refs, u"v1"_s), u"refs/tags/v1"_s);
        QCOMPARE(fullRefName(refs, u"dev"_s), u"refs/heads/dev"_s);
        QCOMPARE(fullRefName(refs, u"main"_s), u"refs/heads/main"_s);
        QCOMPARE(fullRefName(refs, u"refs/pr/1"_s), u"refs/pr/1"_s);
        QCOMPARE(fullRefName(refs, QString()), QString());
        QCOMPARE(fullRefName(refs, QString(40, u'a')), QString());
    }
};

QTEST_GUILESS_MAIN(FindingTest)
#include "tst_finding.moc"
