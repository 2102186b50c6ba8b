// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/statusboard.h"

#include "app/server/apijson.h"
#include "base/format.h"
#include "watch/seen.h"

#include <QtCore/QTimer>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hugger {

namespace {

constexpr auto checkPause = 60s;
constexpr qsizetype mostChecks = 4096;
constexpr qsizetype shortestCommit = 7; ///< digits that name one

bool isShownAlike(const JobStatus& one, const JobStatus& other)
{
    return one.job.state == other.job.state && one.job.wantPaused == other.job.wantPaused
        && one.job.wait == other.job.wait && one.waitDetail == other.waitDetail
        && one.job.bytesDone == other.job.bytesDone && one.job.bytesTotal == other.job.bytesTotal
        && one.job.filesDone == other.job.filesDone && one.job.commit == other.job.commit
        && one.job.updatedAt == other.job.updatedAt;
}

QString heldName(const QList<const HeldRow*>& rows)
{
    if (rows.isEmpty())
        return u"no"_s;
    const bool isComplete = std::ranges::any_of(rows, [](const HeldRow* row) { return row->isComplete; });
    return isComplete ? u"complete"_s : u"partial"_s;
}

} // namespace

/// Ids are ASCII (RepoId::make).
size_t qHash(const RepoKey& key, size_t seed)
{
    size_t hash = seed + static_cast<size_t>(key.repo.kind);
    for (const QChar c : key.repo.id) {
        const char16_t u = c.unicode();
        hash = hash * 31 + (u >= u'A' && u <= u'Z' ? u + 32U : u);
    }
    return hash;
}

void StatusBoard::Held::put(const HeldRow& row)
{
    if (const auto at = rows.find(row.id); at != rows.end()) {
        if (RepoKey{at->second.repo} == RepoKey{row.repo}) {
            at->second = row;
            noteName(row);
            return;
        }
        drop(row.id);
    }
    rows.emplace(row.id, row);
    repos[RepoKey{row.repo}].append(row.id);
    noteName(row);
}

/// A row that is told of anew may have another name since.
void StatusBoard::Held::noteName(const HeldRow& row)
{
    if (row.upstream == "renamed"_L1)
        renamed[RepoKey{row.repo}].reset();
    else
        renamed.remove(RepoKey{row.repo});
}

std::optional<RepoId> StatusBoard::Held::drop(qint64 id)
{
    const auto at = rows.find(id);
    if (at == rows.end())
        return std::nullopt;
    const RepoId repo = at->second.repo;
    rows.erase(at);
    if (const auto place = repos.find(RepoKey{repo}); place != repos.end()) {
        place->removeOne(id);
        if (place->isEmpty()) {
            repos.erase(place);
            renamed.remove(RepoKey{repo});
        }
    }
    return repo;
}

void StatusBoard::takeRows(const QList<HeldRow>& rows, bool first, bool last)
{
    if (first)
        m_incoming = {};
    for (const HeldRow& row : rows)
        m_incoming.put(row);
    if (!last)
        return;
    // Only now: while a list comes in anew, the old one still tells what is held.
    m_held = std::exchange(m_incoming, {});
    m_listed.clear(); // the numbers may mean other archives now
    if (std::exchange(m_hasRows, true))
        m_log.forget();
    Q_EMIT news();
}

void StatusBoard::changeRows(const QList<HeldRow>& rows, const QList<qint64>& removed)
{
    std::set<std::pair<RepoKind, QString>> touched;
    for (const qint64 id : removed) {
        m_listed.remove(id);
        if (const auto repo = m_held.drop(id))
            touched.emplace(repo->kind, repo->id);
    }
    for (const HeldRow& row : rows) {
        m_held.put(row);
        touched.emplace(row.repo.kind, row.repo.id);
    }
    for (const auto& [kind, id] : touched)
        m_log.addRepo({kind, id});
    if (!touched.empty())
        Q_EMIT news();
}

void StatusBoard::putJob(const JobStatus& status)
{
    const qint64 id = status.job.id;
    JobStatus& kept = m_jobs[id];
    kept = status;
    kept.files.clear(); // nobody asks for them
    m_jobsOf[RepoKey{status.job.repo}].insert(id);
    if (!status.job.isFinished()) {
        m_finished.erase(id);
        return;
    }
    m_finished.insert(id);
    if (std::cmp_greater(m_finished.size(), finishedKept))
        dropJob(*m_finished.begin());
}

void StatusBoard::dropJob(qint64 id)
{
    const auto at = m_jobs.find(id);
    if (at == m_jobs.end())
        return;
    if (const auto place = m_jobsOf.find(RepoKey{at->second.job.repo}); place != m_jobsOf.end()) {
        place->erase(id);
        if (place->empty())
            m_jobsOf.erase(place);
    }
    m_finished.erase(id);
    m_jobs.erase(at);
}

void StatusBoard::resetJobs(const QList<JobStatus>& jobs)
{
    const auto before = std::exchange(m_jobs, {});
    m_jobsOf.clear();
    m_finished.clear();
    for (const JobStatus& status : jobs) {
        putJob(status);
        const auto was = before.find(status.job.id);
        if (was == before.end() || !isShownAlike(was->second, status))
            m_log.addJob(status.job.id);
    }
    const bool someWent = std::ranges::any_of(before, [this](const auto& one) { return !m_jobs.contains(one.first); });
    if (someWent)
        m_log.forget();
    m_hasJobs = true;
    Q_EMIT news();
}

void StatusBoard::changeJobs(const QList<JobStatus>& jobs)
{
    for (const JobStatus& status : jobs) {
        putJob(status);
        m_log.addJob(status.job.id);
    }
    if (!jobs.isEmpty())
        Q_EMIT news();
}

void StatusBoard::setStores(const QList<StoreStatus>& stores)
{
    m_stores = stores;
    m_hasStores = true;
    // What could not be read may be plugged in by now.
    m_listed.removeIf([](const auto& one) { return one.value() == 0; });
    m_log.addStores();
    Q_EMIT news();
}

/// Not all that happens upstream changes what is shown of a row.
void StatusBoard::takeHappened(const QList<Event>& events)
{
    for (const Event& event : events) {
        m_log.addRepo(event.repo);
        if (const auto name = m_held.renamed.find(RepoKey{event.repo}); name != m_held.renamed.end())
            name->reset();
    }
    if (!events.isEmpty())
        Q_EMIT news();
}

QList<RepoId> StatusBoard::withoutNewName() const
{
    QList<RepoId> repos;
    for (const auto& [key, name] : m_held.renamed.asKeyValueRange()) {
        if (!name)
            repos.append(key.repo);
    }
    return repos;
}

void StatusBoard::takeNewName(const RepoId& held, const QString& name)
{
    if (const auto known = m_held.renamed.find(RepoKey{held}); known != m_held.renamed.end())
        *known = name;
}

/// The name that a repo is held under which has this one now.
QJsonValue StatusBoard::heldAs(const RepoId& asked) const
{
    if (isHeld(asked))
        return QJsonValue::Null;
    for (const auto& [key, name] : m_held.renamed.asKeyValueRange()) {
        if (name && RepoKey{{key.repo.kind, *name}} == RepoKey{asked})
            return key.repo.id;
    }
    return QJsonValue::Null;
}

void StatusBoard::takeListed(const QList<qint64>& asked, const QHash<qint64, qint64>& listed)
{
    for (const qint64 id : asked) {
        if (m_held.rows.contains(id))
            m_listed.insert(id, listed.value(id));
    }
}

QList<qint64> StatusBoard::withoutListed(const RepoId& repo) const
{
    QList<qint64> ids;
    for (const qint64 id : m_held.repos.value(RepoKey{repo})) {
        if (!m_held.rows.at(id).isComplete && !m_listed.contains(id))
            ids.append(id);
    }
    return ids;
}

StatusBoard::CheckKey StatusBoard::checkKey(const RepoId& repo, const QString& revision) const
{
    if (!revision.isEmpty())
        return {RepoKey{repo}, revision};
    QStringList held;
    for (const HeldRow* row : rowsOf(repo))
        held.append(row->revision);
    return {RepoKey{repo}, mainIfNone(followedRevision(held))};
}

const StatusBoard::LastCheck* StatusBoard::lastCheck(const CheckKey& key) const
{
    const auto found = m_checks.constFind(key);
    return found == m_checks.constEnd() ? nullptr : &*found;
}

bool StatusBoard::isChecking(const CheckKey& key) const
{
    const auto* const check = lastCheck(key);
    return check && check->isUnderWay;
}

void StatusBoard::beginCheck(const CheckKey& key)
{
    // Whoever asks about ever other revisions does not fill the memory.
    if (m_checks.size() >= mostChecks)
        m_checks.removeIf([](const auto& one) { return !one.value().isUnderWay && one.value().again.hasExpired(); });
    if (m_checks.size() >= mostChecks)
        m_checks.removeIf([](const auto& one) { return !one.value().isUnderWay; });
    LastCheck& check = m_checks[key];
    check.error.reset();
    check.events.clear();
    check.again = QDeadlineTimer(checkPause);
    check.isUnderWay = true;
}

void StatusBoard::endCheck(const CheckKey& key, const Expected<UpstreamCheck>& check)
{
    if (!check && check.error().kind == ErrorKind::Interrupted) {
        m_checks.remove(key);
    } else {
        LastCheck& last = m_checks[key];
        last.at = QDateTime::currentDateTimeUtc();
        last.isUnderWay = false;
        last.error = check ? std::nullopt : std::optional(check.error());
        last.events = check ? check->events : QList<Event>();
        if (check)
            last.update = check->update;
    }
    Q_EMIT checkEnded();
}

QList<const HeldRow*> StatusBoard::rowsOf(const RepoId& asked) const
{
    QList<const HeldRow*> rows;
    for (const qint64 id : m_held.repos.value(RepoKey{asked}))
        rows.append(&m_held.rows.at(id));
    std::ranges::sort(rows, [](const HeldRow* one, const HeldRow* other) {
        return std::pair(one->capturedAt, one->id) > std::pair(other->capturedAt, other->id);
    });
    return rows;
}

/// The newest of that name; of those in several stores a complete one.
const HeldRow* StatusBoard::rowAt(const QList<const HeldRow*>& rows, const RepoId& asked, const QString& revision) const
{
    const QByteArray digits = revision.toLatin1();
    const auto isNamed = [&](const HeldRow* row) {
        return mainIfNone(row->revision) == revision
            || (digits.size() >= shortestCommit && row->commit.startsWith(digits));
    };
    auto found = std::ranges::find_if(rows, isNamed);
    if (found == rows.end()) {
        // By another name, at a commit that is held.
        const auto* const check = lastCheck(checkKey(asked, revision));
        if (!check || !check->update)
            return nullptr;
        found = std::ranges::find(rows, check->update->commit, &HeldRow::commit);
        if (found == rows.end())
            return nullptr;
    }
    const auto whole = std::ranges::find_if(
        rows, [&](const HeldRow* row) { return row->commit == (*found)->commit && row->isComplete; });
    return whole == rows.end() ? *found : *whole;
}

RepoId StatusBoard::trueId(const RepoId& asked) const
{
    if (const auto held = m_held.repos.constFind(RepoKey{asked}); held != m_held.repos.constEnd())
        return held.key().repo;
    if (const auto wanted = m_jobsOf.constFind(RepoKey{asked}); wanted != m_jobsOf.constEnd())
        return wanted.key().repo;
    return asked;
}

bool StatusBoard::isHeld(const RepoId& asked) const
{
    return m_held.repos.contains(RepoKey{asked});
}

std::optional<HeldRow> StatusBoard::row(qint64 archive) const
{
    const auto at = m_held.rows.find(archive);
    return at == m_held.rows.end() ? std::nullopt : std::optional(at->second);
}

std::optional<JobStatus> StatusBoard::job(qint64 id) const
{
    const auto at = m_jobs.find(id);
    return at == m_jobs.end() ? std::nullopt : std::optional(at->second);
}

qsizetype StatusBoard::unfinishedJobs() const
{
    return std::ssize(m_jobs) - std::ssize(m_finished);
}

bool StatusBoard::hasStore(const QString& labelOrId) const
{
    return std::ranges::any_of(m_stores, [&](const StoreStatus& store) {
        return store.identity.label == labelOrId || store.identity.id == labelOrId;
    });
}

QString StatusBoard::storeLabel(const QString& storeId) const
{
    const auto found =
        std::ranges::find_if(m_stores, [&storeId](const StoreStatus& store) { return store.identity.id == storeId; });
    return found == m_stores.end() ? storeId : found->identity.label;
}

/// What is known of a repo is noted with all that was held of it then: later ones do not know it yet.
QString StatusBoard::upstreamOf(const QList<const HeldRow*>& rows) const
{
    const auto known = std::ranges::find_if(rows, [](const HeldRow* row) { return row->upstream != "unknown"_L1; });
    return known == rows.end() ? u"unknown"_s : (*known)->upstream;
}

/// An unfinished one, else a failure that nothing has mended since. Of those that are about what is held: an export
/// changes nothing of it, and what an import brings is only what the bundle says before it is proved.
const JobStatus* StatusBoard::jobThatMatters(const RepoId& asked) const
{
    const auto ids = m_jobsOf.constFind(RepoKey{asked});
    if (ids == m_jobsOf.constEnd())
        return nullptr;
    for (const qint64 id : std::views::reverse(*ids)) {
        if (const JobStatus& status = m_jobs.at(id); !status.job.isFinished() && !isBundle(status.job))
            return &status;
    }
    bool isArchived = false;
    bool isVerified = false;
    for (const qint64 id : std::views::reverse(*ids)) {
        const JobStatus& status = m_jobs.at(id);
        if (isBundle(status.job))
            continue;
        const bool isVerify = status.job.type == JobType::Verify;
        if (status.job.state == JobState::Failed && !(isVerify ? isVerified : isArchived))
            return &status;
        // Archiving proves what it has; looking at what is held says nothing about what could not be fetched.
        isVerified = isVerified || status.job.state == JobState::Completed;
        isArchived = isArchived || !isVerify;
    }
    return nullptr;
}

QJsonValue StatusBoard::updateOf(const QList<const HeldRow*>& rows, const RepoId& asked, const QString& revision) const
{
    const auto* const check = lastCheck(checkKey(asked, revision));
    if (!check || !check->update)
        return QJsonValue::Null;
    const bool isHeld = std::ranges::any_of(
        rows, [&](const HeldRow* row) { return row->commit == check->update->commit && row->isComplete; });
    if (isHeld)
        return QJsonValue::Null;
    return QJsonObject{{u"commit"_s, QString::fromLatin1(check->update->commit)},
                       {u"files"_s, check->update->files},
                       {u"bytes"_s, check->update->bytes},
                       {u"checked_at"_s, isoTime(check->at)}};
}

QJsonValue StatusBoard::archiveOf(const Job& job) const
{
    for (const qint64 id : m_held.repos.value(RepoKey{job.repo})) {
        const HeldRow& row = m_held.rows.at(id);
        if (row.commit == job.commit && row.storeId == job.storeId)
            return id;
    }
    return QJsonValue::Null;
}

QJsonObject StatusBoard::jobObject(const JobStatus& status, bool isOwner) const
{
    const bool moves = !status.job.isFinished() && status.job.state != JobState::Queued && !status.job.wantPaused
        && status.job.wait == JobWait::None;
    QJsonObject json = isOwner ? ownJobJson(status, moves) : jobJson(status, moves);
    json[u"archive"_s] = archiveOf(status.job);
    return json;
}

QJsonObject StatusBoard::brief(const RepoId& asked) const
{
    const auto rows = rowsOf(asked);
    QJsonObject json = repoJson(trueId(asked));
    json[u"held"_s] = heldName(rows);
    json[u"upstream"_s] = upstreamOf(rows);
    return json;
}

QJsonObject StatusBoard::archive(const HeldRow& row) const
{
    QJsonObject json = archiveJson(row, storeLabel(row.storeId));
    if (const qint64 listed = m_listed.value(row.id); !row.isComplete && listed > 0)
        json[u"listed_files"_s] = listed;
    return json;
}

QJsonObject StatusBoard::repo(const RepoId& asked, const QString& revision) const
{
    const auto rows = rowsOf(asked);
    QJsonObject json = brief(asked);
    QJsonArray archives;
    for (const HeldRow* row : rows)
        archives.append(archive(*row));
    json[u"archives"_s] = archives;
    const JobStatus* job = jobThatMatters(asked);
    json[u"job"_s] = job ? QJsonValue(jobObject(*job)) : QJsonValue(QJsonValue::Null);
    json[u"asked"_s] = QJsonValue::Null;
    if (!revision.isEmpty()) {
        const HeldRow* row = rowAt(rows, asked, revision);
        json[u"asked"_s] = QJsonObject{{u"revision"_s, revision},
                                       {u"archive"_s, row ? QJsonValue(row->id) : QJsonValue(QJsonValue::Null)},
                                       {u"held"_s, row ? heldName({row}) : u"no"_s}};
    }
    json[u"update"_s] = updateOf(rows, asked, revision);
    json[u"held_as"_s] = heldAs(asked);
    return json;
}

QJsonObject StatusBoard::archives(qint64 after, qsizetype limit) const
{
    QJsonArray page;
    auto at = m_held.rows.upper_bound(after);
    qint64 last = after;
    for (; at != m_held.rows.end() && page.size() < limit; ++at) {
        page.append(archive(at->second));
        last = at->first;
    }
    return {{u"archives"_s, page},
            {u"next"_s, at == m_held.rows.end() ? QJsonValue(QJsonValue::Null) : QJsonValue(last)}};
}

QJsonArray StatusBoard::jobs(bool finishedToo, bool isOwner) const
{
    QList<const JobStatus*> open;
    for (const auto& [id, status] : m_jobs) {
        if (!status.job.isFinished())
            open.append(&status);
    }
    std::ranges::stable_sort(open, std::greater(), [](const JobStatus* status) { return status->job.priority; });
    QJsonArray array;
    for (const JobStatus* status : std::as_const(open))
        array.append(jobObject(*status, isOwner));
    if (finishedToo) {
        for (const qint64 id : std::views::reverse(m_finished))
            array.append(jobObject(m_jobs.at(id), isOwner));
    }
    return array;
}

QJsonArray StatusBoard::stores() const
{
    QJsonArray array;
    for (const StoreStatus& status : m_stores)
        array.append(storeJson(status));
    return array;
}

QJsonObject StatusBoard::events(qint64 since) const
{
    QJsonArray events;
    const bool hasMissed = since != 0 && m_log.hasMissed(since);
    if (since != 0 && !hasMissed) {
        for (const NewsLog::Entry& entry : m_log.after(since)) {
            QJsonObject event{{u"n"_s, entry.number}};
            switch (entry.kind) {
            case NewsLog::Entry::Kind::Job:
                if (!m_jobs.contains(entry.job))
                    continue;
                event[u"type"_s] = u"job"_s;
                event[u"job"_s] = jobObject(m_jobs.at(entry.job));
                break;
            case NewsLog::Entry::Kind::Repo:
                event[u"type"_s] = u"repo"_s;
                event[u"repo"_s] = entry.repo.id;
                event[u"kind"_s] = kindName(entry.repo.kind);
                break;
            case NewsLog::Entry::Kind::Stores:
                event[u"type"_s] = u"stores"_s;
                break;
            }
            events.append(event);
        }
    }
    return {{u"now"_s, m_log.now()}, {u"missed"_s, hasMissed}, {u"events"_s, events}};
}

Task<bool> StatusBoard::waitForNews(std::chrono::milliseconds time, std::stop_token stop)
{
    Wake wake;
    connect(this, &StatusBoard::news, &wake, &Wake::woken);
    const bool goesOn = co_await waitOn(&wake, time, stop);
    co_return goesOn;
}

Task<bool> StatusBoard::waitForCheck(std::chrono::milliseconds time, std::stop_token stop)
{
    Wake wake;
    connect(this, &StatusBoard::checkEnded, &wake, &Wake::woken);
    const bool goesOn = co_await waitOn(&wake, time, stop);
    co_return goesOn;
}

Task<bool> StatusBoard::waitOn(Wake* wake, std::chrono::milliseconds time, std::stop_token stop)
{
    QTimer timer;
    timer.setSingleShot(true);
    connect(&timer, &QTimer::timeout, wake, &Wake::woken);
    const std::stop_callback leave(stop,
                                   [wake] { QMetaObject::invokeMethod(wake, &Wake::woken, Qt::QueuedConnection); });
    timer.start(time);
    co_await qCoro(wake, &Wake::woken);
    co_return !stop.stop_requested();
}

} // namespace hugger
