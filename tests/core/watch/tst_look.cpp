// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shiftyrepo.h"

#include "support/practicehubprocess.h"
#include "watch/compare.h"
#include "watch/look.h"

#include <QtCore/QTimeZone>

using namespace hugger;
using namespace hugger::test;

/// Looks at a practice Hub, and what is made of it.
class LookTest final : public QObject, private ShiftyRepo {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { start(); }
    void cleanupTestCase() { stop(); }
    void init()
    {
        renew();
        m_account.clear();
        m_seen.clear();
    }
    void cleanup() { close(); }

    void nothingNewTakesTwoQuestions();
    void aNewCommitIsToldOnce();
    void whatWasArchivedMeanwhileIsNoNews();
    void aSquashTakesWhatWasHeld();
    void aTagKeepsWhatASquashLeft();
    void aRewriteBehindAGate();
    void tagsMoveAndGo();
    void aRename();
    void aRenameWithAStrangerInTheOldName_data();
    void aRenameWithAStrangerInTheOldName();
    void aGateCloses();
    void aGateThatLetsPass();
    void aDeletion();
    void privateAndBack();
    void aPrivateOneWithoutItsToken();
    void disabled_data();
    void disabled();
    void licenses_data();
    void licenses();
    void troubleIsNoEvent_data();
    void troubleIsNoEvent();
    void theFirstBaselineIsTheRecord();
    void aRecordThatKeptLittleIsABaseline();

private:
    [[nodiscard]] Seen baseline() { return baselineOf(*m_library, m_seen, rows()).value_or(Seen()); }
    [[nodiscard]] Expected<Sighting> look();
    /// With the second look, as the watcher does it.
    [[nodiscard]] Comparison check();
    [[nodiscard]] QStringList types();

    QString m_account;
    QByteArray m_seen;
    Comparison m_last;
};

Expected<Sighting> LookTest::look()
{
    const RepoLook look(*m_library, HubClient(*m_http), m_account);
    return QCoro::waitFor(look.run(baseline(), shifty, rows(), {}));
}

Comparison LookTest::check()
{
    for (int round = 0; round < 2; ++round) {
        const auto now = look();
        if (!now) {
            m_last = {};
            m_last.upstream = now.error().code;
            return m_last;
        }
        m_last = compare(baseline(), *now, shifty, rows());
        m_seen = m_last.next.toBytes();
        if (m_last.suspicion.isEmpty())
            break;
    }
    return m_last;
}

QStringList LookTest::types()
{
    QStringList types;
    for (const Finding& finding : check().findings)
        types.append(finding.event.type);
    return types;
}

void LookTest::nothingNewTakesTwoQuestions()
{
    archive();
    const auto now = look();
    VERIFY_OK(now);
    QCOMPARE(now->proofs.size(), 2);
    QVERIFY(!now->news);
    QCOMPARE(types(), QStringList());
    QCOMPARE(m_last.upstream, u"current"_s);
    QCOMPARE(types(), QStringList());
}

void LookTest::aNewCommitIsToldOnce()
{
    archive();
    const QByteArray old = rows().first().commit;
    const QByteArray head = commit({hubFile(u"model-3.bin"_s, 100'000), hubText(u"config.json"_s, u"{\"a\":1}"_s)},
                                   {{u"delete"_s, QJsonArray{u"model-2.bin"_s}}});
    QCOMPARE(types(), QStringList{u"new_commit"_s});
    QCOMPARE(m_last.upstream, u"newer"_s);
    const Finding found = m_last.findings.first();
    QCOMPARE(found.event.commit, head);
    QVERIFY2(found.event.detail.contains(u": 1 file added, 1 changed, 1 removed, 100.0 kB to fetch."_s),
             qPrintable(found.event.detail));
    const auto facts = EventFacts::fromJson(found.facts);
    QCOMPARE(facts.oldCommit, old);
    QCOMPARE(facts.files, (EventFacts::Files{1, 1, 1, 100'007}));
    QCOMPARE(facts.evidence.size(), 2);
    QCOMPARE(facts.evidence.first().status, 200);
    QCOMPARE(facts.evidence.first().account, u"anonymous"_s);
    QVERIFY(facts.evidence.first().body.contains(head));
    QCOMPARE(types(), QStringList());
    QCOMPARE(m_last.upstream, u"newer"_s);
    archive();
    QCOMPARE(types(), QStringList());
    QCOMPARE(m_last.upstream, u"current"_s);
}

void LookTest::whatWasArchivedMeanwhileIsNoNews()
{
    archive();
    QCOMPARE(types(), QStringList());
    // Of two captures in the second of a check, one before it and one after it.
    Seen before = baseline();
    before.at = QDateTime::fromSecsSinceEpoch(rows().first().capturedAt, QTimeZone::UTC).toString(Qt::ISODate);
    before.captured = capturedSince(before.at, rows());
    QCOMPARE(before.captured, QSet<QByteArray>{rows().first().commit});
    before.license.ids = {u"mit"_s};
    m_seen = before.toBytes();
    QCOMPARE(baseline().license.ids, QStringList{u"mit"_s});
    before.captured.clear();
    m_seen = before.toBytes();
    QCOMPARE(baseline().license.ids, QStringList{u"apache-2.0"_s});

    // The last check was long ago.
    before.at = u"2020-01-01T00:00:00Z"_s;
    m_seen = before.toBytes();
    commit({card(u"llama3"_s), hubText(u"LICENSE"_s, u"You may not.\n"_s)});
    m_hub->call("POST", u"refs"_s,
                QJsonObject{{u"id"_s, shifty.id}, {u"set"_s, QJsonObject{{u"refs/tags/v2"_s, u"main"_s}}}});
    archive();
    QCOMPARE(types(), QStringList());
    QCOMPARE(m_last.upstream, u"current"_s);
    QVERIFY(m_last.next.refs.contains(u"refs/tags/v2"_s));
}

void LookTest::aSquashTakesWhatWasHeld()
{
    archive();
    const QByteArray old = rows().first().commit;
    commit({hubText(u"config.json"_s, u"{\"later\":1}"_s)});
    archive();
    QCOMPARE(rows().size(), 2);
    const QByteArray head =
        commit(firstFiles(), {{u"parent"_s, QJsonValue::Null}, {u"replace"_s, true}, {u"title"_s, u"squashed"_s}});
    QCOMPARE(types(), (QStringList{u"new_commit"_s, u"history_rewritten"_s}));
    QVERIFY(m_last.isAlarming);
    QCOMPARE(m_last.next.lastCopies.size(), 2);
    QCOMPARE(m_last.next.lastCopies.value(old), u"gone"_s);
    QCOMPARE(m_last.findings.last().event.commit, head);
    QVERIFY(!EventFacts::fromJson(m_last.findings.last().facts).evidence.isEmpty());
    QCOMPARE(types(), QStringList());
    QCOMPARE(m_last.next.lastCopies.size(), 2);
    archive();
    QCOMPARE(types(), QStringList());
    QCOMPARE(m_last.upstream, u"current"_s);
    QCOMPARE(m_last.next.lastCopies.size(), 2);
}

void LookTest::aTagKeepsWhatASquashLeft()
{
    archive();
    commit({hubText(u"config.json"_s, u"{\"later\":1}"_s)});
    archive();
    QCOMPARE(rows().size(), 2);
    m_hub->call("POST", u"refs"_s,
                QJsonObject{{u"id"_s, shifty.id}, {u"set"_s, QJsonObject{{u"refs/tags/v1"_s, u"main"_s}}}});
    commit(firstFiles(), {{u"parent"_s, QJsonValue::Null}, {u"replace"_s, true}, {u"title"_s, u"squashed"_s}});
    QCOMPARE(types(), QStringList{u"new_commit"_s});
    QVERIFY(m_last.next.lastCopies.isEmpty());
}

/// The history is not shown there: only that the Hub has no such commit tells it.
void LookTest::aRewriteBehindAGate()
{
    archive();
    QCOMPARE(types(), QStringList());
    update({{u"gated"_s, u"auto"_s}});
    QCOMPARE(types(), QStringList{u"gated"_s});
    commit(firstFiles(), {{u"parent"_s, QJsonValue::Null}, {u"replace"_s, true}, {u"title"_s, u"squashed"_s}});
    // It is in no history, and the Hub has it still.
    QCOMPARE(types(), QStringList{u"new_commit"_s});
    commit(firstFiles(), {{u"parent"_s, QJsonValue::Null}, {u"replace"_s, true}, {u"title"_s, u"again"_s}});
    m_hub->call("POST", u"refs"_s, QJsonObject{{u"id"_s, shifty.id}, {u"prune"_s, true}});
    const auto first = look();
    VERIFY_OK(first);
    QVERIFY(!first->missing.isEmpty());
    QCOMPARE(compare(baseline(), *first, shifty, rows()).suspicion, u"rewritten"_s);
    QCOMPARE(types(), (QStringList{u"new_commit"_s, u"history_rewritten"_s}));
    QCOMPARE(types(), QStringList());
}

void LookTest::tagsMoveAndGo()
{
    m_hub->call("POST", u"refs"_s,
                QJsonObject{{u"id"_s, shifty.id},
                            {u"set"_s, QJsonObject{{u"refs/tags/v1"_s, u"main"_s}, {u"refs/pr/1"_s, u"main"_s}}}});
    archive();
    const QByteArray old = rows().first().commit;
    const QByteArray dev = commit({hubText(u"config.json"_s, u"{\"dev\":1}"_s)}, {{u"ref"_s, u"refs/heads/dev"_s}});
    QCOMPARE(types(), QStringList());
    m_hub->call("POST", u"refs"_s,
                QJsonObject{{u"id"_s, shifty.id},
                            {u"set"_s, QJsonObject{{u"refs/tags/v1"_s, u"dev"_s}, {u"refs/pr/1"_s, u"dev"_s}}}});
    QCOMPARE(types(), QStringList{u"ref_moved"_s});
    const auto facts = EventFacts::fromJson(m_last.findings.first().facts);
    QCOMPARE(facts.ref, u"refs/tags/v1"_s);
    QCOMPARE(facts.oldCommit, old);
    QCOMPARE(m_last.findings.first().event.commit, dev);
    QCOMPARE(m_last.upstream, u"current"_s);
    QCOMPARE(types(), QStringList());
    m_hub->call("POST", u"refs"_s,
                QJsonObject{{u"id"_s, shifty.id}, {u"delete"_s, QJsonArray{u"refs/tags/v1"_s, u"refs/pr/1"_s}}});
    QCOMPARE(types(), QStringList{u"ref_moved"_s});
    QCOMPARE(m_last.findings.first().event.commit, old);
    QCOMPARE(types(), QStringList());
}

void LookTest::aRename()
{
    archive();
    m_hub->call("POST", u"repos/rename"_s, QJsonObject{{u"id"_s, shifty.id}, {u"to"_s, u"acme/steady"_s}});
    QCOMPARE(types(), QStringList{u"renamed"_s});
    QCOMPARE(m_last.upstream, u"renamed"_s);
    const auto facts = EventFacts::fromJson(m_last.findings.first().facts);
    QCOMPARE(facts.newName, u"acme/steady"_s);
    QCOMPARE(facts.evidence.first().status, 307);
    QCOMPARE(facts.evidence.first().headers.contains({u"Location"_s, u"/api/models/acme/steady"_s}), true);
    QVERIFY(!m_last.isAlarming);
    QCOMPARE(types(), QStringList());
    QCOMPARE(m_last.upstream, u"renamed"_s);
    // Somebody takes the old name: the true one is asked by its new one.
    m_hub->addRepo(shifty.id, {card(u"llama3"_s)});
    QCOMPARE(types(), QStringList());
    QCOMPARE(m_last.upstream, u"renamed"_s);
}

void LookTest::aRenameWithAStrangerInTheOldName_data()
{
    QTest::addColumn<QString>("to");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("of the same owner") << u"acme/steady"_s << true;
    QTest::newRow("of another") << u"zeta/steady"_s << false;
    QTest::newRow("deleted") << QString() << false;
}

void LookTest::aRenameWithAStrangerInTheOldName()
{
    QFETCH(QString, to);
    QFETCH(bool, isFound);
    archive();
    QCOMPARE(types(), QStringList());
    const Seen before = baseline();
    if (to.isEmpty())
        m_hub->call("POST", u"repos/delete"_s, QJsonObject{{u"id"_s, shifty.id}});
    else
        m_hub->call("POST", u"repos/rename"_s, QJsonObject{{u"id"_s, shifty.id}, {u"to"_s, to}});
    m_hub->addRepo(shifty.id, {card(u"llama3"_s), hubText(u"other.txt"_s, u"x"_s)});
    QCOMPARE(types(), QStringList{u"renamed"_s});
    QCOMPARE(m_last.upstream, u"renamed"_s);
    QCOMPARE(EventFacts::fromJson(m_last.findings.first().facts).newName, isFound ? to : QString());
    QCOMPARE(m_last.next.isReplaced, !isFound);
    QCOMPARE(m_last.isAlarming, !isFound);
    QCOMPARE(m_last.next.lastCopies.isEmpty(), isFound);
    QCOMPARE(m_last.next.hubId, before.hubId);
    QCOMPARE(m_last.next.refs, before.refs);
    QCOMPARE(types(), QStringList());
    QCOMPARE(m_last.upstream, u"renamed"_s);
}

void LookTest::aGateCloses()
{
    archive();
    update({{u"gated"_s, u"manual"_s}});
    QCOMPARE(types(), QStringList{u"gated"_s});
    QCOMPARE(m_last.upstream, u"gated"_s);
    QVERIFY(m_last.isAlarming);
    QCOMPARE(m_last.next.lastCopies.value(rows().first().commit), u"gated"_s);
    const auto facts = EventFacts::fromJson(m_last.findings.first().facts);
    QCOMPARE(facts.evidence.last().method, u"HEAD"_s);
    QCOMPARE(facts.evidence.last().status, 401);
    QCOMPARE(types(), QStringList());
    QCOMPARE(m_last.upstream, u"gated"_s);
    update({{u"gated"_s, false}});
    QCOMPARE(types(), QStringList{u"ungated"_s});
    QCOMPARE(m_last.upstream, u"current"_s);
    QVERIFY(m_last.next.lastCopies.isEmpty());
    QCOMPARE(types(), QStringList());
}

void LookTest::aGateThatLetsPass()
{
    m_http->setToken(m_hub->token(u"alice"_s));
    m_account = u"alice"_s;
    archive();
    update({{u"gated"_s, u"manual"_s}, {u"allowed"_s, QJsonArray{u"alice"_s}}});
    QCOMPARE(types(), QStringList{u"gated"_s});
    QCOMPARE(m_last.upstream, u"current"_s);
    QVERIFY(!m_last.isAlarming);
    // Taken from the list.
    update({{u"allowed"_s, QJsonArray()}});
    QCOMPARE(types(), QStringList{u"gated"_s});
    QCOMPARE(m_last.upstream, u"gated"_s);
    QVERIFY(m_last.isAlarming);
    QCOMPARE(types(), QStringList());
    update({{u"allowed"_s, QJsonArray{u"alice"_s}}});
    QCOMPARE(types(), QStringList{u"ungated"_s});
    // Without the token it is closed for whoever asks, and that is no event.
    m_http->setToken({});
    QCOMPARE(types(), QStringList());
    QCOMPARE(m_last.upstream, u"gated"_s);
    m_http->setToken(m_hub->token(u"alice"_s));
    QCOMPARE(types(), QStringList());
    QCOMPARE(m_last.upstream, u"current"_s);
}

void LookTest::aDeletion()
{
    archive();
    m_hub->call("POST", u"repos/delete"_s, QJsonObject{{u"id"_s, shifty.id}});
    const auto first = look();
    VERIFY_OK(first);
    QCOMPARE(compare(baseline(), *first, shifty, rows()).suspicion, u"gone"_s);
    QCOMPARE(types(), QStringList{u"gone"_s});
    QCOMPARE(m_last.upstream, u"gone"_s);
    QVERIFY(m_last.isAlarming);
    QCOMPARE(m_last.next.lastCopies.value(rows().first().commit), u"gone"_s);
    QVERIFY(m_last.findings.first().event.detail.contains(u"deleted or made private: the Hub does not say which"_s));
    QCOMPARE(EventFacts::fromJson(m_last.findings.first().facts).evidence.last().status, 401);
    QCOMPARE(types(), QStringList());
    QCOMPARE(m_last.upstream, u"gone"_s);
    // Another one under its name is not the same one back.
    m_hub->addRepo(shifty.id, firstFiles());
    QCOMPARE(types(), QStringList{u"renamed"_s});
    QCOMPARE(m_last.next.lastCopies.value(rows().first().commit), u"gone"_s);
}

void LookTest::privateAndBack()
{
    archive();
    update({{u"private"_s, true}});
    QCOMPARE(types(), QStringList{u"gone"_s});
    update({{u"private"_s, false}});
    QCOMPARE(types(), QStringList{u"back"_s});
    QCOMPARE(m_last.upstream, u"current"_s);
    QVERIFY(m_last.next.lastCopies.isEmpty());
    QCOMPARE(types(), QStringList());
}

void LookTest::aPrivateOneWithoutItsToken()
{
    update({{u"private"_s, true}});
    m_http->setToken(m_hub->token(u"carol"_s));
    archive();
    m_http->setToken({});
    QCOMPARE(types(), QStringList());
    QCOMPARE(m_last.upstream, u"repo_not_found"_s);
    m_http->setToken("hf_notatokenofanybodyhere");
    QCOMPARE(types(), QStringList());
    QCOMPARE(m_last.upstream, u"token_invalid"_s);
    m_http->setToken(m_hub->token(u"carol"_s));
    QCOMPARE(types(), QStringList());
    QCOMPARE(m_last.upstream, u"current"_s);
    m_hub->call("POST", u"repos/delete"_s, QJsonObject{{u"id"_s, shifty.id}});
    QCOMPARE(types(), QStringList{u"gone"_s});
}

void LookTest::disabled_data()
{
    QTest::addColumn<QJsonValue>("how");
    QTest::newRow("refused") << QJsonValue(true);
    QTest::newRow("with its info") << QJsonValue(u"info"_s);
}

void LookTest::disabled()
{
    QFETCH(QJsonValue, how);
    m_http->setToken(m_hub->token(u"bob"_s));
    archive();
    update({{u"disabled"_s, how}});
    QCOMPARE(types(), QStringList{u"disabled"_s});
    QCOMPARE(m_last.upstream, u"disabled"_s);
    QVERIFY(m_last.isAlarming);
    QCOMPARE(types(), QStringList());
    update({{u"disabled"_s, false}});
    QCOMPARE(types(), QStringList{u"back"_s});
    QVERIFY(m_last.next.lastCopies.isEmpty());
}

void LookTest::licenses_data()
{
    QTest::addColumn<QString>("license");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isStricter");
    QTest::newRow("front matter only") << u"llama3"_s << QString() << true;
    QTest::newRow("LICENSE only") << QString() << u"You may not.\n"_s << true;
    QTest::newRow("both") << u"mit"_s << u"You may, too.\n"_s << false;
}

void LookTest::licenses()
{
    QFETCH(QString, license);
    QFETCH(QString, text);
    QFETCH(bool, isStricter);
    archive();
    const QByteArray old = rows().first().commit;
    QJsonArray files;
    if (!license.isEmpty())
        files.append(card(license));
    if (!text.isEmpty())
        files.append(hubText(u"LICENSE"_s, text));
    commit(files);
    QStringList expected{u"new_commit"_s, u"license_changed"_s};
    if (!license.isEmpty())
        expected.append(u"card_changed"_s);
    QCOMPARE(types(), expected);
    QCOMPARE(m_last.upstream, u"license_changed"_s);
    const auto facts = EventFacts::fromJson(m_last.findings.at(1).facts);
    QVERIFY(facts.license);
    QCOMPARE(facts.license->before.ids, QStringList{u"apache-2.0"_s});
    QCOMPARE(facts.license->after.ids, QStringList{license.isEmpty() ? u"apache-2.0"_s : license});
    QCOMPARE(facts.license->isStricter, isStricter);
    if (text.isEmpty())
        QVERIFY(facts.license->texts.isEmpty());
    else
        QCOMPARE(facts.license->texts, (QList<LicenseChange::Text>{{u"LICENSE"_s, u"You may.\n"_s, text}}));
    QCOMPARE(m_last.isAlarming, isStricter);
    QCOMPARE(m_last.next.lastCopies.value(old), isStricter ? u"license"_s : QString());
    QCOMPARE(types(), QStringList());
    QCOMPARE(m_last.upstream, u"license_changed"_s);
    archive();
    QCOMPARE(types(), QStringList());
    QCOMPARE(m_last.upstream, u"current"_s);
    QCOMPARE(m_last.next.lastCopies.value(old), isStricter ? u"license"_s : QString());
}

void LookTest::troubleIsNoEvent_data()
{
    QTest::addColumn<QJsonObject>("match");
    QTest::addColumn<QJsonObject>("action");
    const QJsonObject everywhere;
    const QJsonObject refs{{u"route"_s, u"refs"_s}};
    const QJsonObject tree{{u"route"_s, u"tree"_s}};
    const QJsonObject commits{{u"route"_s, u"commits"_s}};
    const QJsonObject text{{u"route"_s, u"resolve-cache"_s}};
    const auto status = [](int code) {
        return QJsonObject{
            {u"type"_s, u"status"_s}, {u"status"_s, code}, {u"json"_s, QJsonObject{{u"error"_s, u"x"_s}}}};
    };
    const QJsonObject html{{u"type"_s, u"html"_s}};
    QTest::newRow("500") << everywhere << status(500);
    QTest::newRow("503 for the branches") << refs << status(503);
    QTest::newRow("502 for the listing") << tree << status(502);
    QTest::newRow("500 for the history") << commits << status(500);
    QTest::newRow("500 for the text") << text << status(500);
    QTest::newRow("429") << everywhere << status(429);
    QTest::newRow("451") << everywhere << status(451);
    QTest::newRow("404 of another server") << everywhere << status(404);
    QTest::newRow("a login page") << everywhere << html;
    QTest::newRow("a login page for the branches") << refs << html;
    QTest::newRow("a login page for the text") << text << html;
    QTest::newRow("a login page that says 404")
        << everywhere << QJsonObject{{u"type"_s, u"html"_s}, {u"status"_s, 404}};
    QTest::newRow("wrong JSON") << everywhere << QJsonObject{{u"type"_s, u"json"_s}, {u"raw"_s, u"{"_s}};
    QTest::newRow("another shape") << refs << QJsonObject{{u"type"_s, u"json"_s}, {u"replace"_s, QJsonArray()}};
    QTest::newRow("silence") << everywhere << QJsonObject{{u"type"_s, u"stall"_s}, {u"after"_s, -1}};
    QTest::newRow("broken off") << everywhere << QJsonObject{{u"type"_s, u"drop"_s}};
}

void LookTest::troubleIsNoEvent()
{
    QFETCH(QJsonObject, match);
    QFETCH(QJsonObject, action);
    archive();
    QCOMPARE(types(), QStringList());
    const QByteArray before = m_seen;
    // So that every question has a reason.
    QJsonArray files = firstFiles();
    files[1] = hubText(u"LICENSE"_s, u"You may not.\n"_s);
    commit(files, {{u"parent"_s, QJsonValue::Null}, {u"title"_s, u"squashed"_s}});
    m_hub->addFault(match, action);
    for (int round = 0; round < 3; ++round) {
        QCOMPARE(types(), QStringList());
        QVERIFY(m_last.upstream != "newer"_L1);
        QCOMPARE(m_seen, before);
    }
    m_hub->clearFaults();
    m_http = std::make_unique<HttpClient>(m_hub->endpoint(), NetPolicy());
    QCOMPARE(types(), (QStringList{u"new_commit"_s, u"history_rewritten"_s, u"license_changed"_s}));
}

void LookTest::theFirstBaselineIsTheRecord()
{
    m_hub->call("POST", u"refs"_s,
                QJsonObject{{u"id"_s, shifty.id},
                            {u"set"_s, QJsonObject{{u"refs/tags/v1"_s, u"main"_s}, {u"refs/pr/1"_s, u"main"_s}}}});
    archive();
    const QByteArray held = rows().first().commit;
    const Seen seen = baseline();
    QCOMPARE(seen.refs, (QMap<QString, QByteArray>{{mainRef, held}, {u"refs/tags/v1"_s, held}}));
    QVERIFY(!seen.hubId.isEmpty());
    QCOMPARE(seen.account, u"anonymous"_s);
    QCOMPARE(seen.license.ids, QStringList{u"apache-2.0"_s});
    QVERIFY(seen.hasFiles);
    QCOMPARE(seen.licenseFiles.keys(), QStringList{u"LICENSE"_s});
    QCOMPARE(seen.card.size(), 40);
    // What was there when another branch was captured later is news all the same.
    commit({hubText(u"config.json"_s, u"{\"b\":1}"_s)});
    commit({hubText(u"config.json"_s, u"{\"c\":1}"_s)}, {{u"ref"_s, u"refs/heads/dev"_s}});
    archive(u"dev"_s);
    QCOMPARE(rows().size(), 2);
    QCOMPARE(baseline().refs.value(mainRef), held);
    QVERIFY(baseline().refs.contains(u"refs/heads/dev"_s));
    QCOMPARE(types(), QStringList{u"new_commit"_s});
    QVERIFY(!baselineOf(*m_library, {}, {}));
}

void LookTest::aRecordThatKeptLittleIsABaseline()
{
    m_hub->call("POST", u"refs"_s,
                QJsonObject{{u"id"_s, shifty.id}, {u"set"_s, QJsonObject{{u"refs/tags/v1"_s, u"main"_s}}}});
    archive({}, {{u"*.bin"_s, u"LICENSE"_s}, {}});
    const auto capture = captureOf(*m_library, rows().first());
    VERIFY_OK(capture);
    const Records records(capture->store);
    const SnapshotKey key = SnapshotKey::of(capture->record);
    VERIFY_OK(records.refs(key));
    QVERIFY(QDir(records.folderOf(key) + u"/hub"_s).removeRecursively());
    COMPARE_CODE(records.refs(key), u"no_refs"_s);
    const Seen seen = baseline();
    // Of "v1" alone nobody can say whether it is a branch or a tag.
    QCOMPARE(seen.refs, (QMap<QString, QByteArray>{{mainRef, key.commit}}));
    QVERIFY(!seen.hasFiles);
    QVERIFY(seen.card.isEmpty());
    QCOMPARE(seen.licenseFiles.keys(), QStringList{u"LICENSE"_s});
    // What was not known has not changed.
    commit({hubText(u"NOTICE"_s, u"x"_s), hubText(u"README.md"_s, u"---\nlicense: apache-2.0\n---\n# New\n"_s)});
    QCOMPARE(types(), QStringList{u"new_commit"_s});
    commit({hubText(u"NOTICE"_s, u"y"_s)});
    QCOMPARE(types(), (QStringList{u"new_commit"_s, u"license_changed"_s}));
}

QTEST_GUILESS_MAIN(LookTest)
#include "tst_look.moc"
