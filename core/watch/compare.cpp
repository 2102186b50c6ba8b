// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/compare.h"

#include "watch/eventwords.h"
#include "watch/licenses.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

using Step = Sighting::Step;
using Steps = QList<Step>;

bool isSameName(const QString& one, const QString& other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

/// One comparison while it is made.
class SightingReader final {
public:
    SightingReader(const Seen& before, const Sighting& now, const RepoId& held, const QList<HeldRow>& rows)
        : m_before(before)
        , m_now(now)
        , m_held(held)
        , m_rows(rows)
    {
        m_next = before;
        m_next.at = now.at;
        m_next.suspicion.clear();
        m_next.seemsGoneSince.clear();
        m_next.captured = capturedSince(now.at, rows);
        const QString followed = followedRevision(rows);
        for (const HeldRow& row : rows) {
            m_heldCommits.insert(row.commit);
            if (m_followedCommit.isEmpty() && mainIfNone(row.revision) == followed)
                m_followedCommit = row.commit;
        }
        if (m_followedCommit.isEmpty() && !rows.isEmpty())
            m_followedCommit = rows.first().commit;
        m_old = before.refs.value(now.followed);
        m_isTold = !now.head.isEmpty() && now.head == before.told;
    }

    [[nodiscard]] Comparison read()
    {
        if (const QString suspicion = suspicious(); !suspicion.isEmpty() && suspicion != m_before.suspicion)
            return wait(suspicion);
        if (m_now.isGone) {
            lookGone();
        } else if (isStranger()) {
            lookStranger();
        } else if (m_now.isDisabled) {
            lookDisabled();
        } else {
            lookBack();
            lookName();
            lookGate();
            lookRefs();
            lookHead();
            lookHistory();
            lookLicense();
            lookCard();
        }
        return finish();
    }

private:
    /// What is alarming and was not so before.
    [[nodiscard]] QString suspicious() const
    {
        if (m_now.isGone)
            return m_before.isGone ? QString() : u"gone"_s;
        if (isStranger())
            return m_before.isReplaced || !m_now.movedTo.isEmpty() ? QString() : u"replaced"_s;
        if (m_now.isDisabled)
            return m_before.isDisabled ? QString() : u"disabled"_s;
        return (m_now.missing - m_before.lost).isEmpty() ? QString() : u"rewritten"_s;
    }

    [[nodiscard]] Comparison wait(const QString& suspicion) const
    {
        Comparison found;
        found.next = m_before;
        found.next.suspicion = suspicion;
        if (suspicion != "gone"_L1)
            found.next.seemsGoneSince.clear();
        else if (found.next.seemsGoneSince.isEmpty())
            found.next.seemsGoneSince = m_now.at;
        found.suspicion = suspicion;
        found.upstream = m_rows.isEmpty() || m_rows.first().upstream.isEmpty() ? u"unknown"_s : m_rows.first().upstream;
        return found;
    }

    [[nodiscard]] Comparison finish()
    {
        coverNewcomers();
        m_next.lastCopies.removeIf([this](auto entry) { return !m_heldCommits.contains(entry.key()); });
        m_next.lost.intersect(m_heldCommits);
        Comparison found;
        found.upstream = upstream();
        found.findings = m_findings;
        found.next = m_next;
        found.isAlarming = m_isAlarming;
        return found;
    }

    /// What came from the trash, or from another disk, after the alarm is as much a last copy as the others.
    void coverNewcomers()
    {
        QString reason;
        if (m_next.isGone || m_next.isReplaced)
            reason = u"gone"_s;
        else if (m_next.isDisabled)
            reason = u"disabled"_s;
        else if (m_now.isBarred && std::ranges::contains(std::as_const(m_next.lastCopies), u"gated"_s))
            reason = u"gated"_s;
        if (reason.isEmpty())
            return;
        for (const QByteArray& commit : std::as_const(m_heldCommits)) {
            if (!m_next.lastCopies.contains(commit))
                m_next.lastCopies.insert(commit, reason);
        }
    }

    [[nodiscard]] QString upstream() const
    {
        if (m_next.isGone)
            return u"gone"_s;
        if (m_next.isDisabled)
            return u"disabled"_s;
        if (m_now.isBarred)
            return u"gated"_s;
        if (m_next.isReplaced || !isSameName(m_next.name, m_held.id))
            return u"renamed"_s;
        // Where a commit was archived by its hash nothing makes it old, and nothing current.
        if (m_now.head.isEmpty())
            return u"unknown"_s;
        if (m_next.isLicenseNew)
            return u"license_changed"_s;
        return m_heldCommits.contains(m_now.head) ? u"current"_s : u"newer"_s;
    }

    /// Another repo has the name.
    [[nodiscard]] bool isStranger() const
    {
        return m_now.info && !m_before.hubId.isEmpty() && !m_now.info->hubId.isEmpty()
            && m_now.info->hubId != m_before.hubId;
    }

    [[nodiscard]] QString name() const { return m_held.display(); }
    [[nodiscard]] QString nameOf(const QString& id) const { return RepoId{m_held.kind, id}.display(); }

    void tell(const QString& type, const QByteArray& commit, const QString& detail, const Steps& steps,
              EventFacts facts = {})
    {
        for (const Sighting::Proof& proof : m_now.proofs) {
            if (steps.contains(proof.step))
                facts.evidence.append(proof.evidence);
        }
        Finding finding;
        finding.event = {0, type, m_held, commit, m_now.at, detail};
        finding.facts = facts.toJson();
        m_findings.append(finding);
    }

    void keep(const QSet<QByteArray>& commits, const QString& reason)
    {
        m_isAlarming = true;
        for (const QByteArray& commit : commits) {
            if (m_heldCommits.contains(commit) && !m_next.lastCopies.contains(commit))
                m_next.lastCopies.insert(commit, reason);
        }
    }

    /// What was feared is not so any more.
    void release(const QStringList& reasons)
    {
        m_next.lastCopies.removeIf(
            [&](auto entry) { return reasons.contains(entry.value()) && !m_next.lost.contains(entry.key()); });
    }

    void lookGone()
    {
        if (m_before.isGone)
            return;
        tell(u"gone"_s, m_followedCommit,
             u"%1 is not on the Hub any more, deleted or made private: the Hub does not say which."_s.arg(name()),
             {Step::Info});
        m_next.isGone = true;
        m_next.isDisabled = false;
        keep(m_heldCommits, u"gone"_s);
    }

    void lookDisabled()
    {
        m_next.isGone = false;
        if (m_before.isDisabled)
            return;
        tell(u"disabled"_s, m_followedCommit, u"The Hub has disabled %1: nobody can fetch it at present."_s.arg(name()),
             {Step::Info});
        m_next.isDisabled = true;
        keep(m_heldCommits, u"disabled"_s);
    }

    void lookStranger()
    {
        const Steps steps{Step::Info, Step::Names};
        if (!m_now.movedTo.isEmpty()) {
            EventFacts facts;
            facts.newName = m_now.movedTo;
            tell(u"renamed"_s, m_followedCommit,
                 u"%1 is called %2 now; another repo has the old name."_s.arg(nameOf(m_before.name),
                                                                              nameOf(m_now.movedTo)),
                 steps, facts);
            m_next.name = m_now.movedTo;
            clearAway();
            return;
        }
        if (m_before.isReplaced)
            return;
        tell(u"renamed"_s, m_followedCommit,
             u"Another repo is called %1 now. Where the archived one went the Hub does not say: renamed, deleted or "
             u"made "
             "private."_s.arg(nameOf(m_before.name)),
             steps);
        clearAway();
        m_next.isReplaced = true;
        keep(m_heldCommits, u"gone"_s);
    }

    void clearAway()
    {
        m_next.isGone = false;
        m_next.isDisabled = false;
        m_next.isReplaced = false;
        release({u"gone"_s, u"disabled"_s});
    }

    void lookBack()
    {
        if (!m_now.info->hubId.isEmpty())
            m_next.hubId = m_now.info->hubId;
        m_next.isPrivate = m_now.info->isPrivate;
        if (!m_before.isGone && !m_before.isDisabled && !m_before.isReplaced)
            return;
        tell(u"back"_s, m_followedCommit, u"%1 is on the Hub again."_s.arg(name()), {Step::Info});
        clearAway();
    }

    void lookName()
    {
        m_next.name = m_now.info->repo.id;
        if (isSameName(m_next.name, m_before.name))
            return;
        EventFacts facts;
        facts.newName = m_next.name;
        tell(u"renamed"_s, m_followedCommit, u"%1 is called %2 now."_s.arg(nameOf(m_before.name), nameOf(m_next.name)),
             {Step::Info}, facts);
    }

    void lookGate()
    {
        const Gating gating = m_now.info->gating;
        const bool isSame = isSameAccount(m_before.account, m_now.account);
        const bool hasClosed = m_before.gating == Gating::No && gating != Gating::No;
        const bool hasOpened = m_before.gating != Gating::No && gating == Gating::No;
        m_next.gating = gating;
        if (hasClosed || (isSame && !m_before.isBarred && m_now.isBarred)) {
            tell(u"gated"_s, m_followedCommit, gateWords(hasClosed, m_now.isBarred).arg(name()),
                 {Step::Info, Step::Gate});
            if (m_now.isBarred)
                keep(m_heldCommits, u"gated"_s);
        } else if (hasOpened || (isSame && m_before.isBarred && !m_now.isBarred)) {
            const QString words = hasOpened ? u"%1 is not behind a gate any more."_s
                                            : u"The gate of %1 lets the account in use pass again."_s;
            tell(u"ungated"_s, m_followedCommit, words.arg(name()), {Step::Info, Step::Gate});
        }
        if (!m_now.isBarred)
            release({u"gated"_s});
        // Whoever comes without the token stands before the gate: that says nothing about those who have it.
        if (m_now.isBarred && !isSame && m_now.account == "anonymous"_L1 && !hasClosed)
            return;
        m_next.isBarred = m_now.isBarred;
        m_next.account = m_now.account;
    }

    [[nodiscard]] static QString gateWords(bool hasClosed, bool isBarred)
    {
        if (!hasClosed)
            return u"The files of %1, which is behind a gate, are refused now."_s;
        return isBarred ? u"%1 is behind a gate now, and its files are refused."_s
                        : u"%1 is behind a gate now; the account in use may pass it."_s;
    }

    void lookRefs()
    {
        if (!m_now.hasRefs) {
            if (!m_now.head.isEmpty())
                m_next.refs.insert(m_now.followed, m_now.head);
            return;
        }
        m_next.refs = m_now.refs;
        for (const auto& [ref, old] : m_before.refs.asKeyValueRange()) {
            const QByteArray now = m_now.refs.value(ref);
            if (now == old || (ref == m_now.followed && !now.isEmpty()))
                continue;
            EventFacts facts;
            facts.ref = ref;
            facts.oldCommit = old;
            const QString detail = now.isEmpty()
                ? u"%1 is gone; it led to %2."_s.arg(refWords(ref, true), shortCommit(old))
                : u"%1 moved from %2 to %3."_s.arg(refWords(ref, true), shortCommit(old), shortCommit(now));
            tell(u"ref_moved"_s, now.isEmpty() ? m_followedCommit : now, detail, {Step::Refs}, facts);
        }
    }

    void lookHead()
    {
        const QByteArray head = m_now.head;
        if (!m_isTold)
            m_next.told.clear();
        if (head.isEmpty() || head == m_old || m_heldCommits.contains(head) || m_isTold)
            return;
        m_next.told = head;
        EventFacts facts;
        facts.oldCommit = m_old;
        facts.ref = m_now.followed;
        QString detail = m_old.isEmpty()
            ? u"%1 leads to %2"_s.arg(refWords(m_now.followed, true), shortCommit(head))
            : u"%1 moved from %2 to %3"_s.arg(refWords(m_now.followed, true), shortCommit(m_old), shortCommit(head));
        if (m_now.news && m_now.news->hasFiles && !m_now.news->comparedWith.isEmpty()) {
            facts.files = countsOf(m_now.news->changes, m_now.news->fetchBytes);
            if (m_now.news->comparedWith == m_old)
                detail += u": %1"_s.arg(changeWords(*facts.files));
            else
                detail += u"; against %1, which is held: %2"_s.arg(shortCommit(m_now.news->comparedWith),
                                                                   changeWords(*facts.files));
        }
        tell(u"new_commit"_s, head, QString(detail + u'.'), {Step::Info, Step::Refs}, facts);
    }

    void lookHistory()
    {
        const QSet<QByteArray> lost = (m_now.lost + m_now.missing) - m_before.lost;
        if (lost.isEmpty())
            return;
        QList<QByteArray> sorted(lost.begin(), lost.end());
        // The one that was followed first, then those that are held.
        std::ranges::sort(sorted, {}, [this](const QByteArray& commit) {
            return std::tuple(commit != m_old, !m_heldCommits.contains(commit), commit);
        });
        EventFacts facts;
        facts.oldCommit = sorted.first();
        facts.ref = m_now.followed;
        const bool isHeld = (lost & m_heldCommits).size() > 0;
        tell(u"history_rewritten"_s, m_now.head.isEmpty() ? m_followedCommit : m_now.head,
             rewrittenWords(sorted, m_heldCommits), {Step::Refs, Step::History}, facts);
        m_next.lost += lost;
        if (isHeld)
            keep(lost, u"gone"_s);
    }

    void lookLicense()
    {
        const bool isHeadHeld = m_heldCommits.contains(m_now.head);
        if (isHeadHeld)
            m_next.isLicenseNew = false;
        if (!m_now.news)
            return;
        const Sighting::Head& news = *m_now.news;
        LicenseChange change;
        change.before = m_before.license;
        change.after = news.license;
        m_next.license = news.license;
        if (m_before.hasFiles && news.hasFiles)
            change.texts = textsThatDiffer(m_before.licenseFiles, news);
        if (!change.isAny())
            return;
        m_next.isLicenseNew = !isHeadHeld;
        if (m_isTold)
            return;
        change.isStricter = isStricter(change.before, change.after, !change.texts.isEmpty());
        EventFacts facts;
        facts.license = change;
        facts.oldCommit = m_old;
        tell(u"license_changed"_s, m_now.head, licenseWords(change),
             {Step::Info, Step::License, Step::Listing, Step::Texts}, facts);
        if (change.isStricter)
            keep(m_heldCommits - QSet<QByteArray>{m_now.head}, u"license"_s);
    }

    [[nodiscard]] static QList<LicenseChange::Text> textsThatDiffer(const QMap<QString, QByteArray>& before,
                                                                    const Sighting::Head& news)
    {
        QList<LicenseChange::Text> texts;
        for (const QString& path : pathsThatDiffer(before, news.licenseFiles))
            texts.append(news.texts.value(path, LicenseChange::Text{path, {}, {}}));
        return texts;
    }

    void lookCard()
    {
        if (!m_now.news || !m_now.news->hasFiles)
            return;
        const QByteArray card = m_now.news->card;
        if (m_before.hasFiles && card != m_before.card && !m_isTold) {
            const QString words = m_before.card.isEmpty() ? u"There is a README.md now."_s
                : card.isEmpty()                          ? u"README.md is gone."_s
                                                          : u"README.md changed."_s;
            EventFacts facts;
            facts.oldCommit = m_old;
            tell(u"card_changed"_s, m_now.head, words, {Step::Listing}, facts);
        }
        m_next.hasFiles = true;
        m_next.card = card;
        m_next.licenseFiles = m_now.news->licenseFiles;
    }

    const Seen& m_before;
    const Sighting& m_now;
    const RepoId& m_held;
    const QList<HeldRow>& m_rows;
    QSet<QByteArray> m_heldCommits;
    QByteArray m_followedCommit; ///< the newest that is held of it
    QByteArray m_old; ///< where the followed ref led
    bool m_isTold = false; ///< the head is known, though what was captured since says something older
    Seen m_next;
    QList<Finding> m_findings;
    bool m_isAlarming = false;
};

} // namespace

Comparison compare(const Seen& before, const Sighting& now, const RepoId& held, const QList<HeldRow>& rows)
{
    return SightingReader(before, now, held, rows).read();
}

bool isSameAccount(const QString& before, const QString& now)
{
    // A token whose owner is not known may be anybody's, but it is a token.
    const bool isToken = before != "anonymous"_L1 && now != "anonymous"_L1;
    return before == now || (isToken && (before.isEmpty() || now.isEmpty()));
}

bool mayConcludeGone(const Seen& before, const QString& account)
{
    if (before.account != "anonymous"_L1 && account == "anonymous"_L1)
        return false;
    return !before.isPrivate || isSameAccount(before.account, account);
}

QStringList pathsThatDiffer(const QMap<QString, QByteArray>& before, const QMap<QString, QByteArray>& now)
{
    QMap<QString, QByteArray> all = before;
    all.insert(now);
    QStringList paths;
    for (auto file = all.cbegin(); file != all.cend(); ++file) {
        if (before.value(file.key()) != now.value(file.key()))
            paths.append(file.key());
    }
    return paths;
}

QMap<QByteArray, QStringList> leftCommits(const Seen& before, const QMap<QString, QByteArray>& refs,
                                          const QList<HeldRow>& rows)
{
    const QString followed = fullRefName(before.refs, followedRevision(rows));
    const QList<QByteArray> led = refs.values();
    QMap<QByteArray, QStringList> left;
    const auto add = [&](const QByteArray& commit, const QString& ref) {
        if (!before.lost.contains(commit) && !led.contains(commit) && !left[commit].contains(ref))
            left[commit].append(ref);
    };
    for (const auto& [ref, old] : before.refs.asKeyValueRange()) {
        if (refs.value(ref) == old)
            continue;
        const bool isHeld = std::ranges::any_of(rows, [&old](const HeldRow& row) { return row.commit == old; });
        if (isHeld || ref == followed)
            add(old, ref);
        for (const HeldRow& row : rows) {
            if (fullRefName(before.refs, mainIfNone(row.revision)) == ref)
                add(row.commit, ref);
        }
    }
    left.removeIf([](auto entry) { return entry.value().isEmpty(); });
    return left;
}

} // namespace hugger
