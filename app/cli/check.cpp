// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/describe.h"
#include "app/cli/eventwords.h"
#include "app/cli/progress.h"
#include "app/cli/remote.h"
#include "app/cli/verifying.h"
#include "app/cli/what.h"
#include "base/format.h"
#include "watch/watcher.h"

#include <QtCore/QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hugger {

namespace {

/// So many in a row that the Hub does not answer: the others would have to wait as long for the same.
constexpr int failuresInARow = 3;
/// Twice as long as the Hub's quota may make somebody wait.
constexpr auto quotaPatience = 10min;

/// Looks at repos one after the other and says what happened, as it is found.
class CheckRound final {
public:
    CheckRound(Context& context, Library& library, Remote remote)
        : m_context(context)
        , m_library(library)
        , m_remote(std::move(remote))
    {
        if (!m_remote.running)
            return;
        m_remote.running->setPatience(quotaPatience);
        context.out.notice(u"The hugger that is running (process %1) asks the Hub."_s.arg(m_remote.running->pid()),
                           Output::Tone::Dim);
    }

    [[nodiscard]] Task<Done> run(QList<HeldRow> repos, QString revision);
    /// What they hold became a possible last copy just now: proved at once.
    [[nodiscard]] Task<void> verifyAlarmed();
    /// Says how it ended; gives the exit code.
    [[nodiscard]] Expected<int> end();

private:
    struct Failure {
        RepoId repo;
        Error error;
    };

    [[nodiscard]] Task<Expected<UpstreamCheck>> look(Watcher* watcher, RepoId repo, QString revision);
    [[nodiscard]] bool note(const RepoId& repo, const Expected<UpstreamCheck>& check);
    [[nodiscard]] ProgressLook progress() const;
    [[nodiscard]] std::optional<Error> whatFailed() const;

    Context& m_context;
    Library& m_library;
    Remote m_remote;
    HubClient* m_hub = nullptr;
    QString m_at; ///< the one that is asked about
    qint64 m_total = 0;
    qint64 m_done = 0;
    int m_inARow = 0;
    QList<Event> m_events;
    QList<RepoId> m_changed;
    QList<RepoId> m_alarmed;
    QList<Failure> m_failures;
    std::optional<Verified> m_verified;
    std::optional<Error> m_stopped; ///< before all was done
};

/// In the hugger that has the profile. It verifies by itself what became a possible last copy.
Task<Expected<UpstreamCheck>> CheckRound::look(Watcher* watcher, RepoId repo, QString revision)
{
    if (watcher)
        co_return co_await watcher->check(repo, revision, m_context.stop);
    const QString id = QString::fromLatin1(QUrl::toPercentEncoding(repo.id));
    const QJsonObject body = revision.isEmpty() ? QJsonObject() : QJsonObject{{u"revision"_s, revision}};
    const auto answer =
        co_await m_remote.running->post(u"repos/%1/%2/check"_s.arg(kindName(repo.kind), id), body, m_context.stop);
    if (!answer)
        co_return std::unexpected(answer.error());
    UpstreamCheck check;
    check.repo = repo;
    const QJsonObject told = answer->value("repo"_L1).toObject();
    check.upstream = told.value("upstream"_L1).toString();
    for (const QJsonValue& event : answer->value("events"_L1).toArray())
        check.events.append(eventOfJson(event.toObject()));
    const QJsonArray archives = told.value("archives"_L1).toArray();
    const auto mayBeLast = [](const QJsonValue& archive) {
        return !archive.toObject().value("last_copy"_L1).toString().isEmpty();
    };
    check.isAlarming = !check.events.isEmpty() && std::ranges::any_of(archives, mayBeLast);
    co_return check;
}

/// False when asking on makes no sense.
bool CheckRound::note(const RepoId& repo, const Expected<UpstreamCheck>& check)
{
    ++m_done;
    if (!check) {
        m_failures.append({repo, check.error()});
        if (m_total > 1)
            m_context.out.notice(u"%1 could not be checked: %2"_s.arg(repo.display(), check.error().message),
                                 Output::Tone::Bad);
        m_inARow = check.error().kind == ErrorKind::Network ? m_inARow + 1 : 0;
        // A token that is refused is refused for every one of them.
        return m_inARow < failuresInARow && check.error().code != "token_invalid"_L1;
    }
    m_inARow = 0;
    for (const Event& event : check->events)
        printNews(m_context.out, event);
    m_events += check->events;
    if (!check->events.isEmpty())
        m_changed.append(repo);
    if (check->isAlarming)
        m_alarmed.append(repo);
    return true;
}

ProgressLook CheckRound::progress() const
{
    ProgressLook look;
    look.what = u"Checking"_s;
    look.done = m_done;
    look.total = m_total;
    look.isCount = true;
    const auto held = m_hub ? m_hub->http().gate().heldFor(RateBucket::Api) : std::chrono::milliseconds(0);
    if (held > std::chrono::seconds(1))
        look.waiting = u"the Hub asks for a pause, %1 left"_s.arg(formatSeconds((held.count() + 999) / 1000));
    look.json = {{u"type"_s, u"check"_s}, {u"done"_s, m_done}, {u"total"_s, m_total}, {u"repo"_s, textOrNull(m_at)}};
    return look;
}

Task<Done> CheckRound::run(QList<HeldRow> repos, QString revision)
{
    std::optional<Watcher> watcher;
    if (!m_remote.running) {
        const auto hub = co_await m_context.app.hub();
        if (!hub)
            co_return std::unexpected(hub.error());
        m_hub = *hub;
        watcher.emplace(m_library, **hub);
    }
    m_total = repos.size();
    const Progress shown(m_context.out, [this] { return std::optional(progress()); });
    for (const HeldRow& row : repos) {
        const RepoId repo = row.repo;
        m_at = repo.display();
        const auto check = co_await look(watcher ? &*watcher : nullptr, repo, revision);
        if (!check && check.error().kind == ErrorKind::Interrupted) {
            m_stopped = check.error();
            break;
        }
        if (!note(repo, check))
            break;
    }
    co_return {};
}

Task<void> CheckRound::verifyAlarmed()
{
    if (m_alarmed.isEmpty() || m_stopped)
        co_return;
    QStringList names;
    QList<SnapshotRow> rows;
    for (const RepoId& repo : std::as_const(m_alarmed)) {
        const auto held = m_library.find(repo, {});
        if (!held) {
            m_stopped = held.error();
            co_return;
        }
        names.append(repo.display());
        rows += *held;
    }
    const QString what = names.join(u", "_s);
    if (m_remote.running) {
        m_context.out.notice(
            u"What is held of %1 may be the last copy. The hugger that is running verifies it; `hugger jobs` shows how far it is."_s
                .arg(what),
            Output::Tone::Warn);
        co_return;
    }
    m_context.out.notice(u"What is held of %1 may be the last copy: it is verified now."_s.arg(what),
                         Output::Tone::Warn);
    auto verified = co_await verifyShown(m_context, m_library, rows);
    if (!verified) {
        m_stopped = verified.error();
        co_return;
    }
    m_verified = *std::move(verified);
    if (!m_context.out.isJson())
        printVerified(m_context.out, m_verified->report, m_verified->bytes);
}

/// What decides how it ends: damage first.
std::optional<Error> CheckRound::whatFailed() const
{
    if (m_verified && !isWhole(m_verified->report))
        return damageError(m_verified->report);
    if (m_stopped)
        return m_stopped;
    if (m_failures.isEmpty())
        return std::nullopt;
    Error error = m_failures.first().error;
    if (m_total == 1)
        return error;
    error.message = u"%1 of %2 could not be checked. %3: %4"_s.arg(m_total - m_done + m_failures.size())
                        .arg(counted(m_total, u"repository"_s, u"repositories"_s), m_failures.first().repo.display(),
                             error.message);
    return error;
}

Expected<int> CheckRound::end()
{
    const auto failed = whatFailed();
    const qint64 checked = m_done - m_failures.size();
    if (m_total == 1 && checked <= 0 && failed)
        return std::unexpected(*failed);
    if (!m_context.out.isJson()) {
        const QString all = counted(checked, u"repository"_s, u"repositories"_s);
        if (m_total == 0)
            m_context.out.notice(u"Nothing is held yet, so there is nothing to check."_s);
        else if (m_events.isEmpty() && checked > 0)
            m_context.out.line(u"Nothing has changed in %1."_s.arg(all));
        else if (!m_events.isEmpty())
            m_context.out.notice(
                u"%1 of %2 changed. `hugger events --show %3` tells all about an event."_s.arg(m_changed.size())
                    .arg(all)
                    .arg(m_events.last().id),
                Output::Tone::Dim);
        return failed ? Expected<int>(std::unexpected(*failed)) : 0;
    }
    QJsonArray events;
    for (const Event& event : m_events)
        events.append(eventJson(event));
    QJsonObject document{{u"events"_s, events}};
    QJsonArray failures;
    for (const Failure& failure : m_failures) {
        QJsonObject json = repoJson(failure.repo);
        json[u"error"_s] = Output::errorJson(failure.error);
        failures.append(json);
    }
    if (!failures.isEmpty())
        document[u"failed"_s] = failures;
    if (m_verified)
        document[u"verify"_s] = verifiedJson(m_verified->report);
    if (failed)
        document[u"error"_s] = Output::errorJson(*failed);
    m_context.out.document(document);
    return failed ? exitCode(failed->kind) : 0;
}

} // namespace

Task<Expected<int>> runCheck(Context& context)
{
    const auto own = co_await openLibrary(context, Library::Access::ReadWrite);
    Remote remote;
    if (!own) {
        auto opened = co_await openRemote(context, own.error());
        if (!opened)
            co_return std::unexpected(opened.error());
        remote = *std::move(opened);
    }
    Library& library = own ? **own : *remote.library;
    const auto repos = heldRepos(context, library);
    if (!repos)
        co_return std::unexpected(repos.error());
    const auto revision = namedRevision(context, library);
    if (!revision)
        co_return std::unexpected(revision.error());
    CheckRound round(context, library, std::move(remote));
    if (!repos->isEmpty()) {
        if (const auto ok = co_await round.run(*repos, *revision); !ok)
            co_return std::unexpected(ok.error());
    }
    co_await round.verifyAlarmed();
    co_return round.end();
}

} // namespace hugger
