// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/compare.h"

#include "watch/eventwords.h"
#include "watch/licenses.h"

#include <QtTest/QTest>

using namespace hugger;
using namespace Qt::StringLiterals;

namespace {

const RepoId tiny{RepoKind::Model, u"acme/tiny"_s};
const QString mainRef = u"refs/heads/main"_s;
const QString trueId = u"650000000000000000000001"_s;
const QString otherId = u"650000000000000000000002"_s;

QByteArray hash(char digit)
{
    return QByteArray(40, digit);
}

const QByteArray a = hash('a');
const QByteArray b = hash('b');
const QByteArray c = hash('c');

HeldRow row(const QByteArray& commit, const QString& revision = u"main"_s)
{
    HeldRow row;
    row.repo = tiny;
    row.commit = commit;
    row.revision = revision;
    row.upstream = u"current"_s;
    row.isComplete = true;
    return row;
}

Seen seen()
{
    Seen seen;
    seen.at = u"2026-11-01T00:00:00Z"_s;
    seen.name = tiny.id;
    seen.hubId = trueId;
    seen.refs = {{mainRef, a}, {u"refs/tags/v1"_s, a}, {u"refs/heads/dev"_s, c}};
    seen.account = u"anonymous"_s;
    seen.license.ids = {u"apache-2.0"_s};
    seen.hasFiles = true;
    seen.card = hash('1');
    seen.licenseFiles = {{u"LICENSE"_s, hash('2')}};
    return seen;
}

/// All as it was.
Sighting sighting()
{
    Sighting now;
    now.at = u"2026-11-02T00:00:00Z"_s;
    now.account = u"anonymous"_s;
    now.asked = tiny.id;
    RepoInfo info;
    info.repo = tiny;
    info.hubId = trueId;
    info.commit = a;
    info.license.ids = {u"apache-2.0"_s};
    now.info = info;
    now.hasRefs = true;
    now.refs = seen().refs;
    now.followed = mainRef;
    now.head = a;
    for (const auto step : {Sighting::Step::Info, Sighting::Step::Refs}) {
        Evidence evidence;
        evidence.url = step == Sighting::Step::Info ? u"info"_s : u"refs"_s;
        now.proofs.append({step, evidence});
    }
    return now;
}

/// main leads to b, in which nothing else differs.
Sighting moved()
{
    Sighting now = sighting();
    now.head = b;
    now.refs[mainRef] = b;
    now.info->commit = b;
    Sighting::Head news;
    news.license = now.info->license;
    news.hasFiles = true;
    news.card = hash('1');
    news.licenseFiles = seen().licenseFiles;
    news.comparedWith = a;
    now.news = news;
    return now;
}

Sighting gone()
{
    Sighting now = sighting();
    now.info.reset();
    now.refs.clear();
    now.hasRefs = false;
    now.head.clear();
    now.isGone = true;
    return now;
}

QStringList typesOf(const Comparison& comparison)
{
    QStringList types;
    for (const Finding& finding : comparison.findings)
        types.append(finding.event.type);
    return types;
}

QString detailOf(const Comparison& comparison)
{
    return comparison.findings.isEmpty() ? QString() : comparison.findings.last().event.detail;
}

EventFacts factsOf(const Comparison& comparison)
{
    return comparison.findings.isEmpty() ? EventFacts() : EventFacts::fromJson(comparison.findings.last().facts);
}

const QList<HeldRow> heldA{row(a)};

/// With the second look that alarming things want.
Comparison confirmed(const Seen& before, const Sighting& now, const QList<HeldRow>& rows = heldA)
{
    const Comparison first = compare(before, now, tiny, rows);
    return first.suspicion.isEmpty() ? first : compare(first.next, now, tiny, rows);
}

} // namespace

class CompareTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachEventOnce_data()
    {
        QTest::addColumn<Seen>("before");
        QTest::addColumn<Sighting>("now");
        QTest::addColumn<QStringList>("types");
        QTest::addColumn<QString>("upstream");
        QTest::addColumn<QString>("lastCopy"); ///< of a
        QTest::addColumn<bool>("isAlarming");

        QTest::newRow("nothing") << seen() << sighting() << QStringList() << u"current"_s << QString() << false;
        QTest::newRow("new commit") << seen() << moved() << QStringList{u"new_commit"_s} << u"newer"_s << QString()
                                    << false;
        Sighting now = sighting();
        now.refs[u"refs/tags/v1"_s] = b;
        QTest::newRow("tag moved") << seen() << now << QStringList{u"ref_moved"_s} << u"current"_s << QString()
                                   << false;
        now = sighting();
        now.refs.remove(u"refs/tags/v1"_s);
        QTest::newRow("tag deleted") << seen() << now << QStringList{u"ref_moved"_s} << u"current"_s << QString()
                                     << false;
        now = sighting();
        now.refs.insert(u"refs/tags/v2"_s, b);
        QTest::newRow("new tag") << seen() << now << QStringList() << u"current"_s << QString() << false;
        now = sighting();
        now.refs.remove(mainRef);
        now.head.clear();
        QTest::newRow("followed branch deleted")
            << seen() << now << QStringList{u"ref_moved"_s} << u"unknown"_s << QString() << false;

        now = moved();
        now.lost = {a};
        QTest::newRow("force-push") << seen() << now << QStringList{u"new_commit"_s, u"history_rewritten"_s}
                                    << u"newer"_s << u"gone"_s << true;
        now = moved();
        now.missing = {a};
        QTest::newRow("force-push, told by what is missing")
            << seen() << now << QStringList{u"new_commit"_s, u"history_rewritten"_s} << u"newer"_s << u"gone"_s << true;

        now = sighting();
        now.info->repo.id = u"acme/new"_s;
        QTest::newRow("renamed") << seen() << now << QStringList{u"renamed"_s} << u"renamed"_s << QString() << false;
        now = sighting();
        now.info->repo.id = u"Acme/Tiny"_s;
        QTest::newRow("other letter case") << seen() << now << QStringList() << u"current"_s << QString() << false;
        now = moved();
        now.info->hubId = otherId;
        now.info->license.ids = {u"other"_s};
        QTest::newRow("a stranger in its place")
            << seen() << now << QStringList{u"renamed"_s} << u"renamed"_s << u"gone"_s << true;
        now.movedTo = u"acme/new"_s;
        QTest::newRow("a stranger, and the true one found")
            << seen() << now << QStringList{u"renamed"_s} << u"renamed"_s << QString() << false;
        now = sighting();
        now.info->hubId.clear();
        QTest::newRow("a Hub without _id") << seen() << now << QStringList() << u"current"_s << QString() << false;

        now = sighting();
        now.info->gating = Gating::Manual;
        now.isBarred = true;
        QTest::newRow("gate closed") << seen() << now << QStringList{u"gated"_s} << u"gated"_s << u"gated"_s << true;
        now.isBarred = false;
        now.account = u"alice"_s;
        QTest::newRow("gate that lets pass")
            << seen() << now << QStringList{u"gated"_s} << u"current"_s << QString() << false;
        Seen before = seen();
        before.gating = Gating::Manual;
        before.account = u"alice"_s;
        now.isBarred = true;
        QTest::newRow("access taken away")
            << before << now << QStringList{u"gated"_s} << u"gated"_s << u"gated"_s << true;
        now.account = u"anonymous"_s;
        QTest::newRow("asked without the token") << before << now << QStringList() << u"gated"_s << QString() << false;
        now.account = u"bob"_s;
        QTest::newRow("asked by somebody else") << before << now << QStringList() << u"gated"_s << QString() << false;
        before.account.clear();
        QTest::newRow("asked with a token of one who may")
            << before << now << QStringList{u"gated"_s} << u"gated"_s << u"gated"_s << true;
        before = seen();
        before.gating = Gating::Auto;
        before.isBarred = true;
        before.lastCopies = {{a, u"gated"_s}};
        QTest::newRow("gate opened") << before << sighting() << QStringList{u"ungated"_s} << u"current"_s << QString()
                                     << false;
        now = sighting();
        now.info->gating = Gating::Auto;
        QTest::newRow("let in") << before << now << QStringList{u"ungated"_s} << u"current"_s << QString() << false;

        now = sighting();
        now.isDisabled = true;
        QTest::newRow("disabled") << seen() << now << QStringList{u"disabled"_s} << u"disabled"_s << u"disabled"_s
                                  << true;
        QTest::newRow("gone") << seen() << gone() << QStringList{u"gone"_s} << u"gone"_s << u"gone"_s << true;
        before = seen();
        before.isGone = true;
        before.lastCopies = {{a, u"gone"_s}};
        QTest::newRow("back") << before << sighting() << QStringList{u"back"_s} << u"current"_s << QString() << false;
        QTest::newRow("back with news") << before << moved() << QStringList{u"back"_s, u"new_commit"_s} << u"newer"_s
                                        << QString() << false;
        now = sighting();
        now.info->hubId = otherId;
        QTest::newRow("another one in the place of one that was gone")
            << before << now << QStringList{u"renamed"_s} << u"renamed"_s << u"gone"_s << true;
        now = sighting();
        now.isDisabled = true;
        QTest::newRow("from gone to disabled")
            << before << now << QStringList{u"disabled"_s} << u"disabled"_s << u"gone"_s << true;

        now = moved();
        now.news->license.ids = {u"llama3"_s};
        QTest::newRow("stricter in front matter") << seen() << now << QStringList{u"new_commit"_s, u"license_changed"_s}
                                                  << u"license_changed"_s << u"license"_s << true;
        now = moved();
        now.news->license.ids = {u"mit"_s};
        QTest::newRow("another as free") << seen() << now << QStringList{u"new_commit"_s, u"license_changed"_s}
                                         << u"license_changed"_s << QString() << false;
        now = moved();
        now.news->licenseFiles[u"LICENSE"_s] = hash('3');
        QTest::newRow("the text only") << seen() << now << QStringList{u"new_commit"_s, u"license_changed"_s}
                                       << u"license_changed"_s << u"license"_s << true;
        now.news->license.ids = {u"mit"_s};
        QTest::newRow("text and front matter") << seen() << now << QStringList{u"new_commit"_s, u"license_changed"_s}
                                               << u"license_changed"_s << QString() << false;
        now = moved();
        now.news->card = hash('4');
        QTest::newRow("card") << seen() << now << QStringList{u"new_commit"_s, u"card_changed"_s} << u"newer"_s
                              << QString() << false;
        before = seen();
        before.hasFiles = false;
        before.card.clear();
        before.licenseFiles.clear();
        QTest::newRow("card and license were not known")
            << before << moved() << QStringList{u"new_commit"_s} << u"newer"_s << QString() << false;
    }

    void eachEventOnce()
    {
        QFETCH(Seen, before);
        QFETCH(Sighting, now);
        QFETCH(QStringList, types);
        QFETCH(QString, upstream);
        QFETCH(QString, lastCopy);
        QFETCH(bool, isAlarming);
        const Comparison found = confirmed(before, now);
        QCOMPARE(typesOf(found), types);
        QCOMPARE(found.upstream, upstream);
        QCOMPARE(found.next.lastCopies.value(a), lastCopy);
        QCOMPARE(found.isAlarming, isAlarming);
        QVERIFY(found.suspicion.isEmpty());
        QVERIFY(found.next.suspicion.isEmpty());
        for (const Finding& finding : found.findings) {
            QCOMPARE(finding.event.repo, tiny);
            QCOMPARE(finding.event.commit.size(), 40);
            QCOMPARE(finding.event.at, now.at);
            QVERIFY2(finding.event.detail.endsWith(u'.'), qPrintable(finding.event.detail));
            const auto facts = EventFacts::fromJson(finding.facts);
            QVERIFY2(!facts.evidence.isEmpty() || finding.event.type == "card_changed"_L1,
                     qPrintable(finding.event.type));
        }
        // What is written down is what the next check reads.
        const auto next = Seen::fromBytes(found.next.toBytes());
        QVERIFY(next);
        QCOMPARE(*next, found.next);
        Sighting later = now.movedTo.isEmpty() ? now : sighting();
        if (!now.movedTo.isEmpty())
            later.info->repo.id = now.movedTo; // from now on it is asked by that name
        later.news.reset();
        later.lost.clear();
        later.missing.clear();
        const Comparison again = confirmed(*next, later);
        QCOMPARE(typesOf(again), QStringList());
        QCOMPARE(again.upstream, upstream);
        QVERIFY(!again.isAlarming);
        QCOMPARE(again.next.lastCopies.value(a), lastCopy);
    }

    void alarmsWantASecondLook_data()
    {
        QTest::addColumn<Sighting>("now");
        QTest::addColumn<QString>("suspicion");
        QTest::newRow("gone") << gone() << u"gone"_s;
        Sighting now = sighting();
        now.isDisabled = true;
        QTest::newRow("disabled") << now << u"disabled"_s;
        now = sighting();
        now.info->hubId = otherId;
        QTest::newRow("replaced") << now << u"replaced"_s;
        now = moved();
        now.missing = {a};
        QTest::newRow("rewritten") << now << u"rewritten"_s;
    }

    void alarmsWantASecondLook()
    {
        QFETCH(Sighting, now);
        QFETCH(QString, suspicion);
        const Comparison first = compare(seen(), now, tiny, heldA);
        QCOMPARE(first.suspicion, suspicion);
        QVERIFY(first.findings.isEmpty());
        QVERIFY(!first.isAlarming);
        QCOMPARE(first.upstream, u"current"_s);
        Seen expected = seen();
        expected.suspicion = suspicion;
        expected.seemsGoneSince = suspicion == "gone"_L1 ? now.at : QString();
        QCOMPARE(first.next, expected);
        // Not confirmed: as if nothing had been.
        const Comparison second = compare(first.next, sighting(), tiny, heldA);
        QVERIFY(second.findings.isEmpty());
        QVERIFY(second.suspicion.isEmpty());
        expected = seen();
        expected.at = sighting().at;
        QCOMPARE(second.next, expected);
        // Another alarm is not the confirmation of this one.
        Sighting other = suspicion == "gone"_L1 ? sighting() : gone();
        other.isDisabled = suspicion == "gone"_L1;
        QVERIFY(!compare(first.next, other, tiny, heldA).suspicion.isEmpty());
    }

    void whatWasArchivedIsNoNews()
    {
        const QList<HeldRow> rows{row(b), row(a)};
        Sighting now = moved();
        const Comparison found = compare(seen(), now, tiny, rows);
        QCOMPARE(typesOf(found), QStringList());
        QCOMPARE(found.upstream, u"current"_s);
        // Seen first under a new license, then archived: that is not news any more.
        Sighting stricter = moved();
        stricter.news->license.ids = {u"llama3"_s};
        const Comparison before = compare(seen(), stricter, tiny, heldA);
        now.news.reset();
        const Comparison after = compare(before.next, now, tiny, rows);
        QCOMPARE(typesOf(after), QStringList());
        QCOMPARE(after.upstream, u"current"_s);
        QCOMPARE(after.next.lastCopies, (QHash<QByteArray, QString>{{a, u"license"_s}}));
    }

    void whatWasCapturedLateTellsNothingTwice()
    {
        Sighting now = moved();
        now.news->license.ids = {u"llama3"_s};
        now.news->card = hash('9');
        Seen before = compare(seen(), now, tiny, heldA).next;
        // An archive of c that had begun before that check ends after it.
        before.refs[mainRef] = c;
        before.license = seen().license;
        before.card = seen().card;
        before.isLicenseNew = false;
        const Comparison found = compare(before, now, tiny, {row(c), row(a)});
        QCOMPARE(typesOf(found), QStringList());
        QCOMPARE(found.upstream, u"license_changed"_s);
        // Once it led elsewhere it is news again.
        const Comparison away = compare(found.next, sighting(), tiny, heldA);
        QCOMPARE(typesOf(compare(away.next, now, tiny, heldA)).first(), u"new_commit"_s);
    }

    void gatesOpenAndCloseForAnAccount()
    {
        Seen before = seen();
        before.gating = Gating::Manual;
        before.account = u"alice"_s;
        Sighting now = sighting();
        now.info->gating = Gating::Manual;
        now.isBarred = true;
        // Without the token and back with it: nothing happened on the Hub.
        const Comparison without = compare(before, now, tiny, heldA);
        now.isBarred = false;
        now.account = u"alice"_s;
        const Comparison with = compare(without.next, now, tiny, heldA);
        QCOMPARE(typesOf(with), QStringList());
        QCOMPARE(with.upstream, u"current"_s);
        // The account loses access, and another one has it: the copies are not the last ones for it.
        now.isBarred = true;
        const Comparison lost = compare(with.next, now, tiny, heldA);
        QCOMPARE(typesOf(lost), QStringList{u"gated"_s});
        QCOMPARE(lost.next.lastCopies.value(a), u"gated"_s);
        now.isBarred = false;
        now.account = u"carol"_s;
        const Comparison other = compare(lost.next, now, tiny, heldA);
        QCOMPARE(typesOf(other), QStringList());
        QVERIFY(other.next.lastCopies.isEmpty());
    }

    void backTakesOnlyItsOwnAway()
    {
        const QList<HeldRow> rows{row(c), row(b), row(a)};
        Seen before = seen();
        before.isGone = true;
        before.lost = {b};
        before.lastCopies = {{a, u"gone"_s}, {b, u"gone"_s}, {c, u"license"_s}, {hash('d'), u"gone"_s}};
        const Comparison found = compare(before, sighting(), tiny, rows);
        QCOMPARE(typesOf(found), QStringList{u"back"_s});
        QCOMPARE(found.next.lastCopies, (QHash<QByteArray, QString>{{b, u"gone"_s}, {c, u"license"_s}}));
    }

    void whatIsRestoredLaterIsALastCopyToo_data()
    {
        QTest::addColumn<Sighting>("now");
        QTest::addColumn<QString>("reason");
        QTest::newRow("gone") << gone() << u"gone"_s;
        Sighting now = sighting();
        now.isDisabled = true;
        QTest::newRow("disabled") << now << u"disabled"_s;
        now = sighting();
        now.info->gating = Gating::Manual;
        now.isBarred = true;
        QTest::newRow("gated") << now << u"gated"_s;
        QTest::newRow("nothing") << sighting() << QString();
    }

    void whatIsRestoredLaterIsALastCopyToo()
    {
        QFETCH(Sighting, now);
        QFETCH(QString, reason);
        const Comparison first = confirmed(seen(), now);
        const Comparison second = compare(first.next, now, tiny, {row(c, u"dev"_s), row(a)});
        QCOMPARE(second.next.lastCopies.value(c), reason);
        QVERIFY(second.findings.isEmpty());
        QVERIFY(!second.isAlarming);
    }

    void aRewriteMarksOnlyWhatItTook()
    {
        const QList<HeldRow> rows{row(c, u"dev"_s), row(a)};
        Sighting now = moved();
        now.lost = {a};
        const Comparison found = compare(seen(), now, tiny, rows);
        QCOMPARE(found.next.lastCopies, (QHash<QByteArray, QString>{{a, u"gone"_s}}));
        QCOMPARE(factsOf(found).oldCommit, a);
        QCOMPARE(detailOf(found), u"The history was rewritten: nothing leads to aaaaaaa any more."_s);
        // What is not held is told, and alarms nobody.
        Seen before = seen();
        before.refs[mainRef] = hash('e');
        now.lost = {hash('e')};
        const Comparison other = compare(before, now, tiny, heldA);
        QCOMPARE(typesOf(other), (QStringList{u"new_commit"_s, u"history_rewritten"_s}));
        QVERIFY(!other.isAlarming);
        QVERIFY(other.next.lastCopies.isEmpty());
        QVERIFY(detailOf(other).contains(u"it is not held"_s));
    }

    void renamedIsAskedByItsNewName()
    {
        Sighting now = sighting();
        now.info->repo.id = u"acme/new"_s;
        const Comparison found = compare(seen(), now, tiny, heldA);
        QCOMPARE(found.next.name, u"acme/new"_s);
        QCOMPARE(factsOf(found).newName, u"acme/new"_s);
        QCOMPARE(detailOf(found), u"acme/tiny is called acme/new now."_s);
        // And back again.
        const Comparison back = compare(found.next, sighting(), tiny, heldA);
        QCOMPARE(typesOf(back), QStringList{u"renamed"_s});
        QCOMPARE(back.upstream, u"current"_s);
    }

    void nothingIsSaidOfAStranger()
    {
        Sighting now = moved();
        now.info->hubId = otherId;
        now.info->gating = Gating::Manual;
        now.isBarred = true;
        now.lost = {a};
        now.news->license.ids = {u"other"_s};
        now.news->card = hash('7');
        const Comparison found = confirmed(seen(), now);
        QCOMPARE(typesOf(found), QStringList{u"renamed"_s});
        QVERIFY(found.next.isReplaced);
        QVERIFY(factsOf(found).newName.isEmpty());
        QCOMPARE(found.next.refs, seen().refs);
        QCOMPARE(found.next.hubId, trueId);
        QCOMPARE(found.next.license, seen().license);
        // The true one comes back under its name.
        const Comparison back = confirmed(found.next, sighting());
        QCOMPARE(typesOf(back), QStringList{u"back"_s});
        QVERIFY(back.next.lastCopies.isEmpty());
        QCOMPARE(back.upstream, u"current"_s);
    }

    void theWordsOfANewCommit()
    {
        Sighting now = moved();
        using enum FileChange::Kind;
        now.news->changes = {{Added, u"x"_s, 0, 1},
                             {Added, u"y"_s, 0, 1},
                             {Added, u"z"_s, 0, 1},
                             {Changed, u"c"_s, 1, 2},
                             {Removed, u"r"_s, 9, 0}};
        now.news->fetchBytes = 1'200'000'000;
        Comparison found = compare(seen(), now, tiny, heldA);
        QCOMPARE(detailOf(found),
                 u"main moved from aaaaaaa to bbbbbbb: 3 files added, 1 changed, 1 removed, 1.2 GB to fetch."_s);
        QCOMPARE(factsOf(found).oldCommit, a);
        QCOMPARE(factsOf(found).ref, mainRef);
        QCOMPARE(factsOf(found).files, (EventFacts::Files{3, 1, 1, 1'200'000'000}));
        // Told of b, which was not archived; then it moves on.
        Seen before = seen();
        before.refs[mainRef] = c;
        found = compare(before, now, tiny, heldA);
        QCOMPARE(detailOf(found),
                 u"main moved from ccccccc to bbbbbbb; against aaaaaaa, which is held: 3 files added, 1 changed, 1 "
                 "removed, 1.2 GB to fetch."_s);
        now.news.reset();
        found = compare(seen(), now, tiny, heldA);
        QCOMPARE(detailOf(found), u"main moved from aaaaaaa to bbbbbbb."_s);
    }

    void theWordsOfRefs()
    {
        Sighting now = sighting();
        now.refs[u"refs/tags/v1"_s] = b;
        QCOMPARE(detailOf(compare(seen(), now, tiny, heldA)), u"The tag v1 moved from aaaaaaa to bbbbbbb."_s);
        now = sighting();
        now.refs.remove(u"refs/heads/dev"_s);
        QCOMPARE(detailOf(compare(seen(), now, tiny, heldA)), u"The branch dev is gone; it led to ccccccc."_s);
        QCOMPARE(refWords(u"refs/convert/parquet"_s, true), u"refs/convert/parquet"_s);
    }

    void onlyCommitsHeldFollowNothing()
    {
        const QList<HeldRow> rows{row(a, QString::fromLatin1(a))};
        Sighting now = sighting();
        now.followed.clear();
        now.head.clear();
        now.refs[mainRef] = b;
        const Comparison found = compare(seen(), now, tiny, rows);
        QCOMPARE(typesOf(found), QStringList{u"ref_moved"_s});
        QCOMPARE(found.upstream, u"unknown"_s);
    }

    void withoutRefsOnlyMainIsKnown()
    {
        Sighting now = moved();
        now.hasRefs = false;
        now.refs = {{mainRef, b}};
        const Comparison found = compare(seen(), now, tiny, heldA);
        QCOMPARE(typesOf(found), QStringList{u"new_commit"_s});
        QMap<QString, QByteArray> refs = seen().refs;
        refs[mainRef] = b;
        QCOMPARE(found.next.refs, refs);
    }

    void whoMayConcludeGone_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<bool>("isPrivate");
        QTest::addColumn<QString>("now");
        QTest::addColumn<bool>("may");
        QTest::newRow("public, nobody") << u"anonymous"_s << false << u"anonymous"_s << true;
        QTest::newRow("public, now somebody") << u"anonymous"_s << false << u"alice"_s << true;
        QTest::newRow("public, the token is away") << u"alice"_s << false << u"anonymous"_s << false;
        QTest::newRow("a token of nobody known is away") << QString() << false << u"anonymous"_s << false;
        QTest::newRow("private, the same") << u"alice"_s << true << u"alice"_s << true;
        QTest::newRow("private, another") << u"alice"_s << true << u"bob"_s << false;
        QTest::newRow("private, a token of nobody known") << QString() << true << u"alice"_s << true;
        QTest::newRow("public, another") << u"alice"_s << false << u"bob"_s << true;
    }

    void whoMayConcludeGone()
    {
        QFETCH(QString, before);
        QFETCH(bool, isPrivate);
        QFETCH(QString, now);
        QFETCH(bool, may);
        Seen was = seen();
        was.account = before;
        was.isPrivate = isPrivate;
        QCOMPARE(mayConcludeGone(was, now), may);
    }

    void leftCommitsAreThoseThatMatter()
    {
        auto refs = seen().refs;
        QVERIFY(leftCommits(seen(), refs, heldA).isEmpty());
        // A tag leads there still.
        refs[mainRef] = b;
        QVERIFY(leftCommits(seen(), refs, heldA).isEmpty());
        refs.remove(u"refs/tags/v1"_s);
        QCOMPARE(leftCommits(seen(), refs, heldA), (QMap<QByteArray, QStringList>{{a, {mainRef, u"refs/tags/v1"_s}}}));
        // The head of a branch that is neither held nor followed is nothing to hugger.
        refs.remove(u"refs/heads/dev"_s);
        QCOMPARE(leftCommits(seen(), refs, heldA).keys(), QList<QByteArray>{a});
        // All that was captured of a branch, and not what is known to be lost.
        const QList<HeldRow> rows{row(hash('e'), u"dev"_s), row(a)};
        QCOMPARE(leftCommits(seen(), refs, rows).keys(), (QList<QByteArray>{a, hash('e')}));
        Seen before = seen();
        before.lost = {a};
        QCOMPARE(leftCommits(before, refs, rows).keys(), QList<QByteArray>{hash('e')});
        // Where the followed one was matters also when that is not held.
        before.refs[mainRef] = hash('d');
        QVERIFY(leftCommits(before, refs, heldA).contains(hash('d')));
    }

    void strictness_data()
    {
        QTest::addColumn<QStringList>("before");
        QTest::addColumn<QStringList>("after");
        QTest::addColumn<bool>("hasNewText");
        QTest::addColumn<bool>("isStricter");
        const auto of = [](const QString& id) { return id.isEmpty() ? QStringList() : QStringList{id}; };
        const auto add = [&](const char* name, const QString& before, const QString& after, bool text, bool is) {
            QTest::newRow(name) << of(before) << of(after) << text << is;
        };
        add("free to copyleft", u"mit"_s, u"gpl-3.0"_s, false, true);
        add("copyleft to free", u"gpl-3.0"_s, u"mit"_s, true, false);
        add("free to free", u"mit"_s, u"apache-2.0"_s, true, false);
        add("free to non-commercial", u"cc-by-4.0"_s, u"cc-by-nc-4.0"_s, false, true);
        add("share-alike to no-derivatives", u"cc-by-sa-4.0"_s, u"cc-by-nd-4.0"_s, false, true);
        add("free to none", u"mit"_s, {}, false, true);
        add("none to free", {}, u"mit"_s, true, false);
        add("one of a kind to another", u"llama3"_s, u"gemma"_s, false, true);
        add("openrail to free", u"openrail"_s, u"apache-2.0"_s, false, false);
        add("only the text", u"mit"_s, u"mit"_s, true, true);
        add("in capitals", u"mit"_s, u"MIT"_s, false, false);
    }

    void strictness()
    {
        QFETCH(QStringList, before);
        QFETCH(QStringList, after);
        QFETCH(bool, hasNewText);
        QFETCH(bool, isStricter);
        QCOMPARE(hugger::isStricter({before, {}, {}}, {after, {}, {}}, hasNewText), isStricter);
    }

    void theStrictestOfSeveralCounts()
    {
        QCOMPARE(licenseRank({{u"mit"_s, u"gpl-3.0"_s}, {}, {}}), LicenseRank::Reciprocal);
        QCOMPARE(licenseRank({{u"mit"_s, u"unheard-of"_s}, {}, {}}), LicenseRank::Restricted);
        // The name of a license of somebody's own.
        QVERIFY(hugger::isStricter({{u"other"_s}, u"one"_s, {}}, {{u"other"_s}, u"two"_s, {}}, false));
    }

    void licenseFiles_data()
    {
        QTest::addColumn<bool>("is");
        for (const char* path :
             {"LICENSE", "license.md", "LICENSE.txt", "LICENCE", "COPYING", "Notice", "USE_POLICY.md"})
            QTest::newRow(path) << true;
        for (const char* path : {"LICENSES", "sub/LICENSE", "license.py", "README.md", "LICENSE.txt.bak", ""})
            QTest::newRow(path) << false;
    }

    void licenseFiles()
    {
        QFETCH(bool, is);
        QCOMPARE(isLicenseFile(QString::fromLatin1(QTest::currentDataTag())), is);
    }

    void licenseWordsAreTrue()
    {
        LicenseChange change;
        change.before.ids = {u"apache-2.0"_s};
        change.after.ids = {u"other"_s};
        change.after.name = u"acme"_s;
        QCOMPARE(licenseWords(change), u"The license changed from apache-2.0 to other (acme)."_s);
        change.texts = {{u"LICENSE"_s, u"x"_s, u"y"_s}};
        QCOMPARE(licenseWords(change), u"The license changed from apache-2.0 to other (acme), and so did LICENSE."_s);
        change.after = change.before;
        change.isStricter = true;
        QCOMPARE(licenseWords(change),
                 u"The license is still called apache-2.0, but LICENSE changed. It may allow less than what is held "
                 "does."_s);
    }
};

QTEST_GUILESS_MAIN(CompareTest)
#include "tst_compare.moc"
