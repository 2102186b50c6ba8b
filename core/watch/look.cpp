// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/look.h"

#include "archive/selection.h"
#include "base/format.h"
#include "watch/compare.h"
#include "watch/licenses.h"
#include "watch/licensetexts.h"
#include "watch/updatepreview.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

using Step = Sighting::Step;

constexpr qsizetype longHistory = 500; ///< commits; where it is longer, each commit is asked for
constexpr qsizetype maxTips = 8; ///< whose histories are asked for

/// That the Hub does not tell it to us is an answer; that it cannot be reached is none.
bool isRefusal(const Error& error)
{
    return error.kind == ErrorKind::NotAllowed || error.kind == ErrorKind::NotFound;
}

bool isDisabledError(const Error& error)
{
    return error.code == "disabled"_L1;
}

} // namespace

/// One look while it is made.
class RepoLook::Run final {
public:
    Run(Library& library, const HubClient& hub, Seen before, RepoId held, QList<HeldRow> rows)
        : m_library(library)
        , m_hub(hub.witnessedBy([this](const HttpRequest& asked, const HttpAnswer& answer) { note(asked, answer); }))
        , m_before(std::move(before))
        , m_held(std::move(held))
        , m_rows(std::move(rows))
    {
    }

    Q_DISABLE_COPY_MOVE(Run)

    Sighting now;

    Task<Done> look(std::stop_token stop)
    {
        const RepoId asked{m_held.kind, now.asked};
        const auto info = co_await m_hub.info(asked, {}, stop);
        if (!info)
            co_return co_await lookAway(info.error(), stop);
        now.info = *info;
        m_repo = info->repo;
        if (isStranger())
            co_return co_await lookForName(stop);
        now.isDisabled = info->disabled;
        if (now.isDisabled)
            co_return Done();
        if (const auto ok = co_await lookAtRefs(stop); !ok)
            co_return ok;
        if (const auto ok = co_await lookAtGate(stop); !ok)
            co_return ok;
        if (!now.head.isEmpty() && now.head != m_before.refs.value(now.followed)) {
            if (const auto ok = co_await lookAtHead(stop); !ok)
                co_return ok;
        }
        co_return co_await lookAtHistory(stop);
    }

private:
    void note(const HttpRequest& asked, const HttpAnswer& answer)
    {
        Evidence evidence = Evidence::of(asked, answer, now.account);
        // Of a long listing the first page and the hashes of the others are enough.
        const bool isOtherPage = m_step == Step::Listing
            && std::ranges::any_of(now.proofs, [](const Sighting::Proof& one) { return one.step == Step::Listing; });
        if (isOtherPage)
            evidence.body.clear();
        now.proofs.append({m_step, std::move(evidence)});
    }

    /// The Hub does not show it: gone, disabled, or only out of reach.
    Task<Done> lookAway(Error error, std::stop_token stop)
    {
        if (isDisabledError(error)) {
            now.isDisabled = true;
            co_return Done();
        }
        if (error.code != "repo_not_found"_L1 || !mayConcludeGone(m_before, now.account))
            co_return std::unexpected(error);
        const auto gone = co_await m_hub.isGone({m_held.kind, now.asked}, stop);
        if (!gone)
            co_return std::unexpected(gone.error());
        if (!*gone)
            co_return std::unexpected(error);
        now.isGone = true;
        co_return Done();
    }

    [[nodiscard]] bool isStranger() const
    {
        return !m_before.hubId.isEmpty() && !now.info->hubId.isEmpty() && now.info->hubId != m_before.hubId;
    }

    /// Once: when it is known that nobody can say, it is not asked for again.
    Task<Done> lookForName(std::stop_token stop)
    {
        const qsizetype slash = now.asked.indexOf(u'/');
        if (m_before.isReplaced || slash < 0)
            co_return Done();
        m_step = Step::Names;
        const auto owned = co_await m_hub.reposOf(m_held.kind, now.asked.left(slash), stop);
        if (!owned && !isRefusal(owned.error()))
            co_return std::unexpected(owned.error());
        if (!owned)
            co_return Done();
        for (const OwnedRepo& one : *owned) {
            if (one.hubId == m_before.hubId)
                now.movedTo = one.repo.id;
        }
        co_return Done();
    }

    Task<Done> lookAtRefs(std::stop_token stop)
    {
        m_step = Step::Refs;
        const auto refs = co_await m_hub.refs(m_repo, stop);
        if (!refs && !isRefusal(refs.error()))
            co_return std::unexpected(refs.error());
        now.hasRefs = refs.has_value();
        if (refs) {
            for (const RefEntry& entry : refs->refs) {
                if (entry.type != RefEntry::Type::PullRequest)
                    now.refs.insert(entry.ref, entry.commit);
            }
        }
        const QString revision = followedRevision(m_rows);
        if (revision.isEmpty())
            co_return Done();
        now.followed = fullRefName(m_before.refs, revision);
        if (!m_before.refs.contains(now.followed))
            now.followed = fullRefName(now.refs, revision);
        if (refs && now.followed.startsWith("refs/pr/"_L1)) {
            for (const RefEntry& entry : refs->refs) {
                if (entry.ref == now.followed)
                    now.refs.insert(entry.ref, entry.commit);
            }
        }
        // The default branch under another name is what "main" means there.
        if (now.followed == "refs/heads/main"_L1 && !now.refs.contains(now.followed))
            now.refs.insert(now.followed, now.info->commit);
        now.head = now.refs.value(now.followed);
        co_return Done();
    }

    /// The gate of a repo says nothing to those who may pass it: a file that is held is asked for.
    Task<Done> lookAtGate(std::stop_token stop)
    {
        if (now.info->gating == Gating::No)
            co_return Done();
        m_step = Step::Gate;
        // Info and refs are public: without a file to ask for it is what it was, or what it is for everybody.
        now.isBarred = m_before.isBarred || now.account == "anonymous"_L1;
        const Capture* capture = newest();
        if (!capture || capture->record.files.isEmpty())
            co_return Done();
        const QString path = capture->record.files.first().path;
        for (const QByteArray& commit : {capture->record.commit, now.info->commit}) {
            const auto allowed = co_await m_hub.probeAccess(m_repo, commit, path, stop);
            if (allowed || allowed.error().code == "file_not_found"_L1) {
                now.isBarred = false;
                co_return Done();
            }
            if (allowed.error().code == "gated"_L1) {
                now.isBarred = true;
                co_return Done();
            }
            // A history that was rewritten is another thing than a gate.
            if (allowed.error().code != "revision_not_found"_L1)
                co_return std::unexpected(allowed.error());
        }
        co_return Done();
    }

    Task<Done> lookAtHead(std::stop_token stop)
    {
        Sighting::Head news;
        news.license = now.info->license;
        if (now.info->commit != now.head) {
            m_step = Step::License;
            const auto info = co_await m_hub.info(m_repo, QString::fromLatin1(now.head), stop);
            if (!info)
                co_return std::unexpected(info.error());
            news.license = info->license;
        }
        m_step = Step::Listing;
        const auto listing = co_await m_hub.tree(m_repo, now.head, stop);
        if (!listing && !isRefusal(listing.error()))
            co_return std::unexpected(listing.error());
        news.hasFiles = listing.has_value();
        if (listing) {
            for (const FileEntry& file : listing->files) {
                if (file.path == "README.md"_L1)
                    news.card = file.oid;
                else if (isLicenseFile(file.path))
                    news.licenseFiles.insert(file.path, file.oid);
            }
            if (const auto ok = weigh(listing->files, news); !ok)
                co_return ok;
            m_step = Step::Texts;
            if (m_before.hasFiles) {
                const LicenseTexts texts(m_library, m_hub, m_repo, m_rows);
                for (const QString& path : pathsThatDiffer(m_before.licenseFiles, news.licenseFiles)) {
                    const LicenseTexts::Side was{m_before.refs.value(now.followed), m_before.licenseFiles.value(path)};
                    const LicenseTexts::Side is{now.head, news.licenseFiles.value(path)};
                    const auto text = co_await texts.of(path, was, is, stop);
                    if (!text)
                        co_return std::unexpected(text.error());
                    news.texts.insert(path, *text);
                }
            }
        }
        now.news = std::move(news);
        co_return Done();
    }

    /// What differs from the newest that is held, of what it was archived for.
    [[nodiscard]] Done weigh(const QList<FileEntry>& listed, Sighting::Head& news)
    {
        const Capture* capture = newest();
        if (!capture)
            return {};
        const SelectionMatcher matcher(updateSelection(capture->record, nullptr));
        QList<HeldFile> before = listedFiles(*capture);
        before.removeIf([&matcher](const HeldFile& file) { return !matcher.wants(file.path); });
        QList<FileEntry> after = listed;
        after.removeIf([&matcher](const FileEntry& file) { return !matcher.wants(file.path); });
        news.comparedWith = capture->record.commit;
        news.changes = changesBetween(before, after);
        QSet<QString> changed;
        for (const FileChange& change : std::as_const(news.changes))
            changed.insert(change.path);
        QSet<QByteArray> counted;
        for (const FileEntry& file : after) {
            if (!changed.contains(file.path) || counted.contains(file.etag()))
                continue;
            counted.insert(file.etag());
            const auto places = file.isLfs() ? m_library.catalog().placesOfSha256(file.sha256)
                                             : m_library.catalog().placesOfGitSha1(file.oid, file.size);
            if (!places)
                return std::unexpected(places.error());
            if (places->isEmpty())
                news.fetchBytes += file.size;
        }
        return {};
    }

    /// What a piece of history says of the commits in it.
    struct Past {
        QSet<QByteArray> commits;
        bool isWhole = false;
    };

    /// Which commits nothing leads to any more.
    Task<Done> lookAtHistory(std::stop_token stop)
    {
        if (!now.hasRefs)
            co_return Done();
        auto left = leftCommits(m_before, now.refs, m_rows);
        const QByteArray old = m_before.refs.value(now.followed);
        const QByteArray head = now.head.isEmpty() ? now.info->commit : now.head;
        m_step = Step::History;
        QHash<QByteArray, Past> known;
        // A tag or a branch that was left where the followed one was keeps all that led there.
        QList<QByteArray> tips{head};
        for (const QByteArray& tip : std::as_const(now.refs)) {
            const bool isHeld = std::ranges::any_of(m_rows, [&tip](const HeldRow& row) { return row.commit == tip; });
            if ((isHeld || tip == old) && !tips.contains(tip) && tips.size() < maxTips)
                tips.append(tip);
        }
        // First the one that was followed: with it, what led to it is there still.
        if (left.contains(old)) {
            const auto isThere = co_await isReached(old, tips, &known, stop);
            if (!isThere)
                co_return std::unexpected(isThere.error());
            if (*isThere)
                left.removeIf([&](auto entry) { return entry.value() == QStringList{now.followed}; });
            left.remove(old);
        }
        for (const auto& [commit, refs] : left.asKeyValueRange()) {
            QList<QByteArray> more = tips;
            for (const QString& ref : refs) {
                if (const QByteArray tip = now.refs.value(ref); !tip.isEmpty() && !more.contains(tip))
                    more.append(tip);
            }
            const auto isThere = co_await isReached(commit, more, &known, stop);
            if (!isThere)
                co_return std::unexpected(isThere.error());
        }
        co_return Done();
    }

    /// Whether one of these leads to the commit; notes it as lost or missing where not.
    Task<Expected<bool>> isReached(QByteArray commit, QList<QByteArray> tips, QHash<QByteArray, Past>* known,
                                   std::stop_token stop)
    {
        bool isSure = true;
        for (const QByteArray& tip : tips) {
            Past& past = (*known)[tip];
            if (past.commits.contains(commit))
                co_return true;
            if (past.isWhole)
                continue;
            const auto history = co_await m_hub.history(m_repo, tip, commit, longHistory, stop);
            if (!history && !isRefusal(history.error()))
                co_return std::unexpected(history.error());
            if (!history) {
                isSure = false;
                continue;
            }
            for (const CommitEntry& entry : history->commits)
                past.commits.insert(entry.id);
            past.isWhole = history->end == History::End::Root;
            if (history->end == History::End::Found)
                co_return true;
            isSure = isSure && past.isWhole;
        }
        if (isSure) {
            now.lost.insert(commit);
            co_return false;
        }
        // Too long, or refused: then only that the Hub has no such commit says something.
        const auto info = co_await m_hub.info(m_repo, QString::fromLatin1(commit), stop);
        if (info)
            co_return true;
        if (info.error().code != "revision_not_found"_L1)
            co_return std::unexpected(info.error());
        now.missing.insert(commit);
        co_return false;
    }

    /// The newest of the followed revision, else of all, that can be read.
    [[nodiscard]] const Capture* newest()
    {
        if (m_newest)
            return &*m_newest;
        const QString revision = followedRevision(m_rows);
        for (const bool anyRevision : {false, true}) {
            for (const HeldRow& row : std::as_const(m_rows)) {
                if (!anyRevision && mainIfNone(row.revision) != revision)
                    continue;
                if (const auto capture = captureOf(m_library, row)) {
                    m_newest = *capture;
                    return &*m_newest;
                }
            }
        }
        return nullptr;
    }

    Library& m_library;
    HubClient m_hub;
    Seen m_before;
    RepoId m_held;
    QList<HeldRow> m_rows;
    RepoId m_repo; ///< by its present name
    Step m_step = Step::Info;
    std::optional<Capture> m_newest;
};

RepoLook::RepoLook(Library& library, const HubClient& hub, QString account)
    : m_library(library)
    , m_hub(hub)
    , m_account(hub.http().hasToken() ? std::move(account) : u"anonymous"_s)
{
}

Task<Expected<Sighting>> RepoLook::run(Seen before, RepoId held, QList<HeldRow> rows, std::stop_token stop) const
{
    Run run(m_library, m_hub, before, held, rows);
    run.now.at = isoNow();
    run.now.account = m_account;
    run.now.asked = before.name.isEmpty() ? held.id : before.name;
    const auto ok = co_await run.look(stop);
    if (!ok)
        co_return std::unexpected(ok.error());
    co_return std::move(run.now);
}

} // namespace hugger
