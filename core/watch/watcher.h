// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "watch/compare.h"
#include "watch/updatepreview.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace hugger {

/// What the Hub says now about a repo that is held.
struct UpstreamCheck {
    RepoId repo; ///< as it is held
    /// As HeldRow::upstream; empty when the revision asked about says nothing about what is held.
    QString upstream;
    /// What archiving the newest commit of the revision would fetch; nothing when that commit is held in full, or when
    /// nobody can say.
    struct Update {
        QByteArray commit;
        qint64 files = 0;
        qint64 bytes = 0;
    };
    std::optional<Update> update;
    QList<Event> events{}; ///< what happened since the last check, oldest first; stored already
    bool isAlarming = false; ///< by these events what is held became a possible last copy: verify it now
    WatchRule rule{};
};

/// How far a round of checks is.
struct WatchProgress {
    qint64 left = 0; ///< repos that are due now
    qint64 total = 0; ///< of this round
    qint64 failed = 0; ///< of this round: about these the Hub said nothing clear; they are tried again
    bool isOffline = false; ///< the Hub does not answer: it goes on by itself once it does
    qint64 nextAt = 0; ///< seconds since 1970: when the next one is due; 0: none is watched
    bool operator==(const WatchProgress&) const = default;
};

/// How patient watching is.
struct WatchPolicy {
    std::chrono::milliseconds secondLook{
        3'000}; ///< where somebody asked: between what looks alarming and the look that confirms it
    std::chrono::milliseconds secondLookLater{10 * 60'000}; ///< the same where nobody did
    std::chrono::milliseconds offlinePause{5 * 60'000}; ///< until the next try when the Hub did not answer
    std::chrono::milliseconds tick{30'000}; ///< how often the clock is looked at: it may have been set, or have slept
    /// Many that seem gone at once: an outage, until it has lasted so long.
    std::chrono::milliseconds outagePatience{6 * 3'600'000};
    int atOnce = 2; ///< repos under way
};

/// Watches what is held: looks at each repo upstream when it is due, tells apart what happened and what only failed,
/// and keeps the evidence. Changes nothing of what is held. Lives in the thread of the library.
///
///   due --look--> clear --compare--> events, once
///                 alarming --second look, later--> the same again: event; else nothing
///                 not clear (network, 5xx, 429, a web page): no event, tried again
class Watcher final : public QObject {
    Q_OBJECT

public:
    /// All must outlive it.
    Watcher(Library& library, const HubClient& hub, WatchPolicy policy = {}, QObject* parent = nullptr);
    ~Watcher() override;

    /// From now on by schedule: `hours` between two looks where a repo has no rule of its own; 0: never.
    void start(int hours);
    /// Lets what is under way end soon; quiet() follows when nothing is.
    void stop();
    [[nodiscard]] bool isQuiet() const { return m_running == 0; }
    /// The Hub answers again, or does not: what waited goes on.
    void setReachable(bool reachable);
    /// Something was archived, removed or restored: what is watched is looked through again, soon.
    void noteHeldChanged() { m_isHeldChanged = true; }
    /// Another token is in use: what could not be looked at may be seen now.
    void retryTroubled();

    /// One repo now, with its second look where one is due. `revision` "": the default branch. "newer" and "current"
    /// are said of the followed revision; another one tells only what fetching it would take. Stores the events and
    /// the state of upstream. NotHeld "not_held"; Network "many_gone" when others seem gone, too, which is more likely
    /// an outage; what the Hub does not say clearly is an error, and changes nothing but WatchRow::trouble.
    [[nodiscard]] Task<Expected<UpstreamCheck>> check(RepoId repo, QString revision, std::stop_token stop);
    /// Makes these due now (none: all that are held). How many they are.
    [[nodiscard]] Expected<qint64> checkSoon(const QList<RepoId>& repos);
    /// What archiving the newest commit of a revision ("" = the followed one) would bring, against the newest snapshot
    /// held of it. NotHeld "not_held"; the errors of HubClient and Planner.
    [[nodiscard]] Task<Expected<UpdatePreview>> preview(RepoId repo, QString revision, std::stop_token stop);
    /// How it is watched; a repo that was never checked has the settings' rule.
    [[nodiscard]] Expected<WatchRow> watched(const RepoId& repo) const;
    /// Where it is on the Hub, as of the last check. NotFound "repo_replaced" when another repo has its name.
    [[nodiscard]] Expected<QString> nameOf(const RepoId& repo) const;
    [[nodiscard]] Done setRule(const QList<RepoId>& repos, const WatchRule& rule);
    [[nodiscard]] const WatchProgress& progress() const { return m_progress; }

Q_SIGNALS:
    void checked(const hugger::UpstreamCheck& check); ///< whoever asked for it
    void upstreamChanged(const hugger::RepoId& repo); ///< HeldRow::upstream or lastCopy of its rows
    void progressChanged(const hugger::WatchProgress& progress);
    void quiet();

private:
    enum class Asker { User, Schedule };
    /// What a look gave.
    struct Looked {
        UpstreamCheck check;
        QString name; ///< where the repo is now
        QByteArray head; ///< where the followed revision leads; empty: not known
        QByteArray defaultHead; ///< where the default branch leads
        bool isDoubtful = false; ///< it seems gone, like many others: nothing was concluded
    };
    struct Account {
        int tokenChange = -1; ///< HttpClient::tokenChange() of when it was asked
        QString name;
    };
    struct Sighted {
        QDeadlineTimer forget;
        bool seemsGone = false;
    };

    // The schedule: watcher.cpp

    void tick();
    [[nodiscard]] qint64 intervalOf(const WatchRule& rule) const;
    [[nodiscard]] Done lookThroughHeld();
    void startDue();
    Task<void> lookByItself(RepoId repo);
    void noteFailure(const RepoId& repo, const Error& error);
    void pause(bool isOffline);
    void goOn();
    void tellProgress();

    // One repo: watchlook.cpp

    [[nodiscard]] Task<bool> claim(RepoId repo, std::stop_token stop);
    [[nodiscard]] Task<Expected<Looked>> lookAt(RepoId repo, Asker asker, std::stop_token stop);
    [[nodiscard]] Done noteSuspicion(WatchRow row, const Seen& next, std::chrono::milliseconds pause);
    [[nodiscard]] Expected<UpstreamCheck> noteFound(WatchRow row, const Comparison& found, const QList<HeldRow>& rows);
    void noteInCatalog(const RepoId& repo, const QString& upstream, const QHash<QByteArray, QString>& lastCopies,
                       const QList<HeldRow>& rows);
    void recall(const RepoId& repo, const QByteArray& seen);
    [[nodiscard]] Done noteTrouble(const RepoId& repo, const Error& error, std::optional<qint64> nextAt);
    [[nodiscard]] bool isOutage(const RepoId& repo, bool seemsGone);
    [[nodiscard]] Task<Done> sightOthers(RepoId repo, HubClient hub, QString account, std::stop_token stop);
    [[nodiscard]] Task<Expected<QString>> account(HubClient hub, std::stop_token stop);
    [[nodiscard]] Task<Expected<UpstreamCheck>> checkOther(RepoId repo, QString revision, std::stop_token stop);
    [[nodiscard]] Task<Expected<std::optional<UpstreamCheck::Update>>> updateOf(ArchiveWish wish, std::stop_token stop);

    Library& m_library;
    HubClient m_hub;
    WatchPolicy m_policy;
    WatchProgress m_progress;
    WatchProgress m_told;
    QTimer m_tick;
    QTimer m_offline; ///< runs while the Hub does not answer
    QElapsedTimer m_sinceTick;
    qint64 m_clock = 0; ///< seconds since 1970 at the last tick
    int m_hours = 0;
    bool m_isStarted = false;
    bool m_isHeldChanged = false;
    std::stop_source m_stop;
    int m_running = 0;
    qint64 m_failures = 0; ///< of the Hub, in a row
    qint64 m_done = 0; ///< of this round
    qint64 m_unclear = 0; ///< of those: WatchProgress::failed
    QSet<RepoId> m_wished; ///< due because somebody asked, who gets the second look at once
    QSet<RepoId> m_waiting; ///< due, and being looked at by the schedule
    QSet<RepoId> m_claimed; ///< being looked at by anybody
    QHash<RepoId, Sighted> m_sighted;
    Account m_account;
};

} // namespace hugger
