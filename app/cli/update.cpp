// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/describe.h"
#include "app/cli/jobhost.h"
#include "app/cli/updatewords.h"
#include "app/cli/what.h"
#include "watch/watcher.h"

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

/// What there is to do: the repo that was named, else those of which something newer is known.
Expected<QList<HeldRow>> wantedRepos(Context& context, Library& library)
{
    auto repos = heldRepos(context, library);
    if (repos && context.args.operands.isEmpty())
        repos->removeIf(
            [](const HeldRow& row) { return row.upstream != "newer"_L1 && row.upstream != "license_changed"_L1; });
    return repos;
}

bool isNothing(const UpdatePreview& preview)
{
    // A selection of a commit is all of it that is wanted, too.
    return preview.isHeld
        || (preview.wish.commit == preview.from && preview.changes.isEmpty() && preview.fetchFiles == 0);
}

/// One update after the other: each looks, and then fetches or only says what it would.
class Updates final {
public:
    /// `host` null: only says.
    Updates(Context& context, Library& library, JobHost* host)
        : m_context(context)
        , m_library(library)
        , m_host(host)
        , m_stores(library)
    {
    }

    [[nodiscard]] Task<Done> run(QList<HeldRow> repos, QString revision);
    /// Says how it ended; gives the exit code.
    [[nodiscard]] Expected<int> end();

private:
    [[nodiscard]] Task<Done> update(Watcher& watcher, RepoId repo, QString revision);
    [[nodiscard]] Done noteNothing(const UpdatePreview& preview);
    [[nodiscard]] Task<Done> fetch(ArchiveWish wish);
    [[nodiscard]] bool isOne() const { return !m_context.args.operands.isEmpty(); }

    Context& m_context;
    Library& m_library;
    JobHost* m_host;
    StoreNames m_stores;
    QJsonArray m_results;
    std::optional<Error> m_firstError;
};

Task<Done> Updates::run(QList<HeldRow> repos, QString revision)
{
    if (repos.isEmpty()) {
        m_context.out.notice(u"Nothing newer is known. `hugger check` asks the Hub."_s);
        co_return {};
    }
    const auto hub = co_await m_context.app.hub();
    if (!hub)
        co_return std::unexpected(hub.error());
    Watcher watcher(m_library, **hub);
    for (const HeldRow& row : repos) {
        const RepoId repo = row.repo;
        const auto ok = co_await update(watcher, repo, revision);
        if (ok)
            continue;
        // Several may fail: each is said when it happens, the first decides how it ends.
        if (repos.size() > 1 && ok.error().kind != ErrorKind::Interrupted)
            m_context.out.notice(u"%1: %2"_s.arg(repo.display(), ok.error().message), Output::Tone::Bad);
        if (!m_firstError)
            m_firstError = ok.error();
        if (m_context.stop.stop_requested())
            break;
    }
    co_return {};
}

Task<Done> Updates::update(Watcher& watcher, RepoId repo, QString revision)
{
    const auto preview = co_await watcher.preview(repo, revision, m_context.stop);
    if (!preview)
        co_return std::unexpected(preview.error());
    if (!m_host) {
        m_results.append(previewJson(*preview));
        if (isNothing(*preview))
            m_context.out.line(u"Nothing newer of %1."_s.arg(repo.display()));
        else if (!m_context.out.isJson())
            printPreview(m_context.out, *preview);
        co_return {};
    }
    if (isNothing(*preview))
        co_return noteNothing(*preview);
    warnOfLicense(m_context.out, *preview);
    ArchiveWish wish = preview->wish;
    // The newest, also if it moved meanwhile; a job that is pinned to a commit would be another one.
    wish.commit.clear();
    if (const QString store = m_context.args.value(u"store"_s); !store.isEmpty())
        wish.store = store;
    co_return co_await fetch(wish);
}

Done Updates::noteNothing(const UpdatePreview& preview)
{
    m_context.out.line(u"Nothing newer of %1."_s.arg(preview.held.display()));
    if (!m_context.out.isJson())
        return {};
    const auto rows = m_library.find(preview.held, QString::fromLatin1(preview.wish.commit));
    if (!rows)
        return std::unexpected(rows.error());
    m_results.append(snapshotJson(rows->first(), m_stores, 0));
    return {};
}

Task<Done> Updates::fetch(ArchiveWish wish)
{
    const auto job = co_await m_host->archive(wish);
    if (!job)
        co_return std::unexpected(job.error());
    const JobEnd end = co_await m_host->finish(*job);
    if (!end.outcome)
        co_return std::unexpected(end.error);
    if (!m_context.out.isJson()) {
        printArchived(m_context, m_library, *end.outcome);
        co_return {};
    }
    const auto row = archivedRow(m_library, *end.outcome);
    if (!row)
        co_return std::unexpected(row.error());
    m_results.append(snapshotJson(*row, m_stores, end.outcome->fetchedBytes));
    co_return {};
}

Expected<int> Updates::end()
{
    if (m_firstError && (isOne() || !m_context.out.isJson()))
        return std::unexpected(*m_firstError);
    if (!m_context.out.isJson())
        return 0;
    const QString name = m_host ? u"snapshot"_s : u"update"_s;
    QJsonObject document;
    if (isOne())
        document[name] = m_results.first();
    else
        document[name + u's'] = m_results;
    if (m_firstError)
        document[u"error"_s] = Output::errorJson(*m_firstError);
    m_context.out.document(document);
    return m_firstError ? exitCode(m_firstError->kind) : 0;
}

Task<Expected<int>> runAll(Context& context, Library& library, JobHost* host)
{
    const auto repos = wantedRepos(context, library);
    if (!repos)
        co_return std::unexpected(repos.error());
    const auto revision = namedRevision(context, library);
    if (!revision)
        co_return std::unexpected(revision.error());
    Updates updates(context, library, host);
    if (const auto ok = co_await updates.run(*repos, *revision); !ok)
        co_return std::unexpected(ok.error());
    co_return updates.end();
}

} // namespace

Task<Expected<int>> runUpdate(Context& context)
{
    if (context.args.has(u"dry-run"_s)) {
        const auto library = co_await openLibrary(context, Library::Access::ReadOnly);
        if (!library)
            co_return std::unexpected(library.error());
        co_return co_await runAll(context, **library, nullptr);
    }
    // The lock before the network: who must wait is told at once.
    const auto host = co_await openJobs(context);
    if (!host)
        co_return std::unexpected(host.error());
    co_return co_await runAll(context, (*host)->library(), host->get());
}

} // namespace hugger
