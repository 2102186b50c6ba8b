// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What asks the Hub, and the token it is asked with.

#include "base/log.h"
#include "base/say.h"
#include "engine/enginenetwork.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hugger {

namespace {

constexpr auto tokenPoll = 20ms;

using KeptRecord = std::pair<Records, SnapshotKey>;

/// Those of the commit; where there are none, of every other one. What is on a drive that is away says nothing.
QList<KeptRecord> recordsOf(Library& library, const RepoInfo& info)
{
    auto rows = library.catalog().heldOf(info.repo, info.commit).value_or(QList<HeldRow>());
    if (rows.isEmpty())
        rows = library.catalog().heldOf(info.repo, {}).value_or(QList<HeldRow>());
    QList<KeptRecord> records;
    for (const HeldRow& row : std::as_const(rows)) {
        if (const auto store = library.store(row.storeId))
            records.append({Records(*store), SnapshotKey{row.repo, row.commit}});
    }
    return records;
}

QSet<QString> heldPaths(const Plan& plan, const QList<KeptRecord>& kept)
{
    QHash<QString, const FileEntry*> wanted;
    for (const PlannedFile& file : plan.files) {
        // What a record names and is to be fetched all the same is damaged or missing.
        if (file.source != PlannedFile::Source::Fetch)
            wanted.insert(file.entry.path, &file.entry);
    }
    QSet<QString> held;
    for (const auto& [records, key] : kept) {
        if (wanted.isEmpty())
            break;
        const auto record = records.read(key);
        if (!record)
            continue;
        for (const HeldFile& file : record->files) {
            const auto at = wanted.constFind(file.path);
            if (at == wanted.constEnd() || (*at)->size != file.size || (*at)->oid != file.gitSha1)
                continue;
            held.insert(file.path);
            wanted.erase(at);
        }
    }
    return held;
}

} // namespace

Task<void> EngineWriter::tokenKnown(std::stop_token stop) const
{
    while (m_library && !m_tokenKnown && co_await pauseFor(tokenPoll, stop)) {}
}

Task<Expected<RepoPreview>> EngineWriter::preview(RepoLink link, std::stop_token stop)
{
    co_await tokenKnown(stop);
    if (const auto held = library(); !held)
        co_return std::unexpected(held.error());
    const HubClient hub = m_network->hub;
    auto settled = co_await hub.settleLink(link, stop);
    if (!settled)
        co_return std::unexpected(settled.error());
    auto info = co_await hub.info(settled->repo, settled->revision, stop);
    if (!info)
        co_return std::unexpected(info.error());
    RepoPreview preview{*settled, *info, {}, {}};
    // Without them there is still the revision that was asked for.
    auto refs = co_await hub.refs(info->repo, stop);
    if (refs)
        preview.refs = *std::move(refs);
    else if (refs.error().kind == ErrorKind::Interrupted)
        co_return std::unexpected(refs.error());
    if (m_library)
        preview.held = m_library->catalog().heldOf(info->repo, {}).value_or(QList<HeldRow>());
    co_return preview;
}

Task<Expected<std::shared_ptr<const Plan>>> EngineWriter::plan(ArchiveWish wish, std::stop_token stop)
{
    co_await tokenKnown(stop);
    if (const auto held = library(); !held)
        co_return std::unexpected(held.error());
    const Planner planner(*m_library, m_network->hub);
    const qint64 reserved = m_network->queue.reservedBytes(wish.store, 0);
    auto plan = co_await planner.make(wish, reserved, stop, SpaceCheck::Tell);
    tellOfFirstStore();
    if (!plan)
        co_return std::unexpected(plan.error());
    co_return std::make_shared<const Plan>(*std::move(plan));
}

Task<Expected<FilesLook>> EngineWriter::files(ArchiveWish wish, std::stop_token stop)
{
    auto planned = co_await plan(wish, stop);
    if (!planned)
        co_return std::unexpected(planned.error());
    const auto open = library();
    if (!open)
        co_return std::unexpected(open.error());
    const std::shared_ptr<const Plan> made = *planned;
    const QList<KeptRecord> kept = recordsOf(**open, made->info);
    // Not in the queue's pool: there it would wait behind what is being hashed.
    auto held = co_await onPool(QThreadPool::globalInstance(), [made, kept] { return heldPaths(*made, kept); });
    co_return FilesLook{made, std::move(held)};
}

Task<Expected<SearchPage>> EngineWriter::search(HubQuery query, std::stop_token stop)
{
    co_await tokenKnown(stop);
    if (const auto held = library(); !held)
        co_return std::unexpected(held.error());
    const HubClient hub = m_network->hub;
    auto page = co_await hub.search(query.kind, query.words, query.sort, query.filter, query.page, stop);
    co_return page;
}

TokenStatus EngineWriter::currentToken() const
{
    return {m_token.source, m_token.place, {}, {}};
}

/// With a client of its own: a token on trial is nobody else's.
Task<Expected<TokenStatus>> EngineWriter::checkedToken(QByteArray token, std::stop_token stop)
{
    TokenStatus status = currentToken();
    HttpClient http(m_settings.endpoint, NetPolicy());
    http.setProxyFactory(proxiesOf(m_settings));
    http.setToken(std::move(token));
    const HubClient hub(http);
    auto who = co_await hub.whoAmI(stop);
    if (who)
        status.who = *std::move(who);
    else
        status.trouble = who.error();
    co_return status;
}

Task<Expected<TokenStatus>> EngineWriter::tokenStatus(bool askTheHub, std::stop_token stop)
{
    co_await tokenKnown(stop);
    if (const auto held = library(); !held)
        co_return std::unexpected(held.error());
    if (!askTheHub || m_token.value.isEmpty())
        co_return currentToken();
    const QByteArray token = m_token.value;
    co_return co_await checkedToken(token, stop);
}

Task<Expected<TokenStatus>> EngineWriter::setToken(QByteArray token, std::stop_token stop)
{
    if (const auto held = library(); !held)
        co_return std::unexpected(held.error());
    const auto clean = cleanToken(token);
    if (!clean)
        co_return std::unexpected(clean.error());
    // Asked first: one that does not work is not kept in place of one that may.
    const QUrl endpoint = m_settings.endpoint;
    const QByteArray value = *clean;
    auto checked = co_await checkedToken(value, stop);
    if (!checked)
        co_return checked;
    if (checked->trouble
        && (checked->trouble->kind == ErrorKind::NotAllowed || checked->trouble->kind == ErrorKind::Interrupted))
        co_return std::unexpected(*checked->trouble);
    const Tokens tokens(endpoint);
    const Done stored = co_await tokens.store(value);
    const Token nextTime = co_await tokens.read();
    if (stop.stop_requested() || endpoint != m_settings.endpoint)
        co_return std::unexpected(interrupted());
    ++m_tokenSet;
    m_token = {value, stored ? TokenSource::Keychain : TokenSource::None, stored ? nextTime.place : QString()};
    m_network->http.setToken(value);
    m_network->watcher.retryTroubled();
    Q_EMIT tokenChanged();
    checked->source = m_token.source;
    checked->place = m_token.place;
    if (!stored) {
        checked->trouble = stored.error();
    } else if (nextTime.value != value) {
        checked->trouble =
            Error{ErrorKind::NotAllowed,
                  u"token_overruled"_s,
                  Say::tr("The token is kept and in use now. The next time, %1 wins over it.").arg(nextTime.place),
                  {},
                  Retry::NeedsUser};
    }
    // What failed for want of a token is wanted still.
    if (m_library && !m_closing) {
        for (const Job& job : m_library->state().jobs(finishedShown).value_or(QList<Job>())) {
            if (job.state == JobState::Failed && job.error && job.error->code.startsWith("token_"_L1))
                (void)m_network->queue.retry(job.id);
        }
    }
    co_return checked;
}

Task<Expected<TokenStatus>> EngineWriter::removeToken(std::stop_token stop)
{
    if (const auto held = library(); !held)
        co_return std::unexpected(held.error());
    const Tokens tokens(m_settings.endpoint);
    const Done removed = co_await tokens.remove();
    m_token = co_await tokens.read();
    ++m_tokenSet;
    m_network->http.setToken(m_token.value);
    Q_EMIT tokenChanged();
    if (!removed && m_token.source == TokenSource::Keychain)
        co_return std::unexpected(removed.error());
    if (stop.stop_requested())
        co_return std::unexpected(interrupted());
    co_return currentToken();
}

} // namespace hugger
