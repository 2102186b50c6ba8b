// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/state.h"

#include "base/format.h"
#include "base/json.h"
#include "base/say.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QSet>
#include <QtSql/QSqlError>

#include <algorithm>
#include <array>
#include <iterator>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr std::array stateNames{"queued"_L1, "planning"_L1, "running"_L1,  "finishing"_L1,
                                "done"_L1,   "failed"_L1,   "cancelled"_L1};
constexpr std::array waitNames{""_L1,      "paused"_L1, "network"_L1,  "rate_limit"_L1,
                               "space"_L1, "token"_L1,  "schedule"_L1, "unplugged_store"_L1};
constexpr std::array typeNames{"archive"_L1, "verify"_L1, "export"_L1, "import"_L1};
// The names errors have in the database; their order is that of the enums.
constexpr std::array errorKinds{"failed"_L1,    "usage"_L1, "not_found"_L1, "not_allowed"_L1, "network"_L1,
                                "integrity"_L1, "disk"_L1,  "busy"_L1,      "not_held"_L1,    "interrupted"_L1};
constexpr std::array retryNames{"automatic"_L1, "needs_user"_L1, "never"_L1};

/// Where the priority is in valuesOf().
constexpr qsizetype priorityAt = 10;

constexpr auto unfinished = "state NOT IN ('done', 'failed', 'cancelled')"_L1;
constexpr auto jobColumns =
    "SELECT id, type, kind, repo, revision, commit_id, selection, store, state, want_paused, "
    "wait, priority, bytes_done, bytes_total, "
    "files_done, files_total, created_at, updated_at, error, pinned, spec, result FROM jobs "_L1;

template<typename Enum, std::size_t count> QString nameOf(const std::array<QLatin1StringView, count>& names, Enum value)
{
    return names.at(static_cast<std::size_t>(value));
}

/// The value of that name; the fallback for one that only a newer hugger knows.
template<typename Enum, std::size_t count>
Enum valueOf(const std::array<QLatin1StringView, count>& names, const QString& name, Enum fallback)
{
    for (std::size_t i = 0; i < count; ++i) {
        if (name == names[i])
            return static_cast<Enum>(i);
    }
    return fallback;
}

QString compact(const QJsonObject& json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QJsonObject parsed(const QString& text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

/// NOT NULL in the database: an empty text, not none.
QString specText(const QJsonObject& json)
{
    return json.isEmpty() ? u""_s : compact(json);
}

QString selectionText(const Selection& selection)
{
    return compact({{u"include"_s, QJsonArray::fromStringList(selection.include)},
                    {u"exclude"_s, QJsonArray::fromStringList(selection.exclude)}});
}

Selection selectionOf(const QString& text)
{
    const QJsonObject json = parsed(text);
    return {json.value("include"_L1).toVariant().toStringList(), json.value("exclude"_L1).toVariant().toStringList()};
}

QString errorText(const std::optional<Error>& error)
{
    if (!error)
        return {};
    return compact({{u"kind"_s, nameOf(errorKinds, error->kind)},
                    {u"code"_s, error->code},
                    {u"message"_s, error->message},
                    {u"detail"_s, error->detail},
                    {u"retry"_s, nameOf(retryNames, error->retry)}});
}

std::optional<Error> errorOf(const QString& text)
{
    if (text.isEmpty())
        return std::nullopt;
    const QJsonObject json = parsed(text);
    return Error{valueOf(errorKinds, json.value("kind"_L1).toString(), ErrorKind::Failed),
                 json.value("code"_L1).toString(), json.value("message"_L1).toString(),
                 json.value("detail"_L1).toString(),
                 valueOf(retryNames, json.value("retry"_L1).toString(), Retry::NeedsUser)};
}

RepoId repoOf(const QSqlQuery& query, int column)
{
    return {kindFromName(query.value(column).toString()).value_or(RepoKind::Model), query.value(column + 1).toString()};
}

Job jobOf(const QSqlQuery& query)
{
    Job job;
    job.id = query.value(0).toLongLong();
    job.type = valueOf(typeNames, query.value(1).toString(), JobType::Archive);
    job.repo = repoOf(query, 2);
    job.revision = query.value(4).toString();
    job.commit = query.value(5).toString().toLatin1();
    job.selection = selectionOf(query.value(6).toString());
    job.storeId = query.value(7).toString();
    job.state = valueOf(stateNames, query.value(8).toString(), JobState::Failed);
    job.wantPaused = query.value(9).toBool();
    job.wait = valueOf(waitNames, query.value(10).toString(), JobWait::None);
    job.priority = query.value(11).toInt();
    job.bytesDone = query.value(12).toLongLong();
    job.bytesTotal = query.value(13).toLongLong();
    job.filesDone = query.value(14).toLongLong();
    job.filesTotal = query.value(15).toLongLong();
    job.createdAt = query.value(16).toString();
    job.updatedAt = query.value(17).toString();
    job.error = errorOf(query.value(18).toString());
    job.isPinned = query.value(19).toBool();
    job.spec = parsed(query.value(20).toString());
    job.result = parsed(query.value(21).toString());
    return job;
}

/// In the order of the columns after id.
QVariantList valuesOf(const Job& job)
{
    return {jobTypeName(job.type),
            kindName(job.repo.kind),
            job.repo.id,
            job.revision,
            QString::fromLatin1(job.commit),
            selectionText(job.selection),
            job.storeId,
            jobStateName(job.state),
            job.wantPaused,
            jobWaitName(job.wait),
            job.priority,
            job.bytesDone,
            job.bytesTotal,
            job.filesDone,
            job.filesTotal,
            job.createdAt,
            job.updatedAt,
            errorText(job.error),
            job.isPinned,
            specText(job.spec),
            specText(job.result)};
}

/// A job's place in the queue.
struct Place {
    qint64 job = 0;
    int priority = 0;
};

/// The places that change when `ids` go before `before`: from the last, at 0, where new jobs line up, each is one step
/// above the next unless its id alone puts it before that.
QList<Place> moved(const QList<Place>& places, const QSet<qint64>& ids, qint64 before)
{
    // What is not there any more has ended, and stood before all that have not.
    bool inserted =
        before != 0 && std::ranges::none_of(places, [&](const Place& place) { return place.job == before; });
    QList<Place> chosen;
    std::ranges::copy_if(places, std::back_inserter(chosen),
                         [&](const Place& place) { return ids.contains(place.job); });
    QList<Place> order = inserted ? chosen : QList<Place>();
    for (const Place& place : places) {
        if (place.job == before) {
            order += chosen;
            inserted = true;
        }
        if (!ids.contains(place.job))
            order.append(place);
    }
    if (!inserted)
        order += chosen;

    QList<Place> changed;
    int priority = 0;
    for (qsizetype i = order.size() - 1; i >= 0; --i) {
        if (i + 1 < order.size() && order[i].job > order[i + 1].job)
            ++priority;
        if (order[i].priority != priority)
            changed.append({order[i].job, priority});
    }
    return changed;
}

std::unexpected<Error> noSuchJob(qint64 id)
{
    return fail(ErrorKind::NotFound, u"no_such_job"_s,
                Say::tr("There is no job %1. It may have been cleared from the list.").arg(id));
}

} // namespace

QString jobStateName(JobState state)
{
    return nameOf(stateNames, state);
}

QString jobWaitName(JobWait wait)
{
    return nameOf(waitNames, wait);
}

QString jobTypeName(JobType type)
{
    return nameOf(typeNames, type);
}

State::State(std::unique_ptr<Database> database)
    : m_database(std::move(database))
{
}

Expected<State> State::open(const QString& file, Database::Access access)
{
    auto database = Database::open(file, u"state"_s, access);
    if (!database)
        return std::unexpected(database.error());
    return State(*std::move(database));
}

Database::Found State::found() const
{
    return m_database->found();
}

Expected<Job> State::add(Job job)
{
    const QString now = isoNow();
    job.createdAt = job.createdAt.isEmpty() ? now : job.createdAt;
    job.updatedAt = now;
    const auto id = m_database->value(
        u"INSERT INTO jobs (type, kind, repo, revision, commit_id, selection, store, state, want_paused, wait, "
        u"priority, bytes_done, bytes_total, "
        "files_done, files_total, created_at, updated_at, error, pinned, spec, result) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id"_s,
        valuesOf(job));
    if (!id)
        return std::unexpected(id.error());
    job.id = id->toLongLong();
    return job;
}

Done State::update(const Job& job)
{
    Job changed = job;
    changed.updatedAt = isoNow();
    QVariantList values = valuesOf(changed);
    values.removeAt(priorityAt);
    const auto id = m_database->value(
        u"UPDATE jobs SET type = ?, kind = ?, repo = ?, revision = ?, commit_id = ?, "
        u"selection = ?, store = ?, state = ?, want_paused = ?, "
        "wait = ?, bytes_done = ?, bytes_total = ?, files_done = ?, "
        "files_total = ?, created_at = ?, updated_at = ?, error = ?, pinned = ?, spec = ?, result = ? "
        "WHERE id = ? RETURNING id"_s,
        values + QVariantList{job.id});
    if (!id)
        return std::unexpected(id.error());
    return id->isValid() ? Done() : noSuchJob(job.id);
}

Expected<Job> State::job(qint64 id) const
{
    const auto found = select(u"WHERE id = ?"_s, {id});
    if (!found)
        return std::unexpected(found.error());
    return found->isEmpty() ? Expected<Job>(noSuchJob(id)) : found->constFirst();
}

Expected<QList<Job>> State::jobs(qint64 finishedLimit) const
{
    auto all = select(u"WHERE "_s + unfinished + u" ORDER BY priority DESC, id"_s, {});
    if (!all || finishedLimit == 0)
        return all;
    const auto finished =
        select(u"WHERE NOT "_s + unfinished + u" ORDER BY updated_at DESC, id DESC LIMIT ?"_s, {finishedLimit});
    if (!finished)
        return finished;
    return *all + *finished;
}

Expected<QList<Job>> State::runnable(qint64 limit, const QStringList& awayStores, bool noArchive) const
{
    QString condition = u"WHERE "_s + unfinished + u" AND want_paused = 0"_s;
    QVariantList values;
    if (noArchive)
        condition += u" AND type <> 'archive'"_s;
    for (const QString& store : awayStores) {
        condition += u" AND store <> ?"_s;
        values.append(store);
    }
    return select(condition + u" ORDER BY priority DESC, id LIMIT ?"_s, values + QVariantList{limit});
}

Done State::together(const std::function<Done()>& work)
{
    return m_database->transaction(work);
}

Done State::setAllPaused(bool paused)
{
    const auto ok =
        m_database->run(u"UPDATE jobs SET want_paused = ?, updated_at = ?, wait = CASE WHEN ? THEN 'paused' "
                        u"WHEN wait = 'paused' THEN '' ELSE wait END WHERE want_paused <> ? AND "_s
                            + unfinished,
                        {paused, isoNow(), paused, paused});
    if (!ok)
        return std::unexpected(ok.error());
    return {};
}

Done State::move(const QList<qint64>& ids, qint64 before)
{
    return m_database->transaction([&]() -> Done {
        const auto query =
            m_database->run(u"SELECT id, priority FROM jobs WHERE "_s + unfinished + u" ORDER BY priority DESC, id"_s);
        if (!query)
            return std::unexpected(query.error());
        QList<Place> places;
        while ((*query)->next())
            places.append({(*query)->value(0).toLongLong(), (*query)->value(1).toInt()});
        if (const auto ok = m_database->ended(**query); !ok)
            return ok;
        for (const Place& place : moved(places, {ids.begin(), ids.end()}, before)) {
            if (const auto ok =
                    m_database->run(u"UPDATE jobs SET priority = ? WHERE id = ?"_s, {place.priority, place.job});
                !ok)
                return std::unexpected(ok.error());
        }
        return {};
    });
}

Done State::forgetFinished()
{
    const auto ok = m_database->run(u"DELETE FROM jobs WHERE NOT "_s + unfinished);
    if (!ok)
        return std::unexpected(ok.error());
    return {};
}

Expected<std::optional<Job>> State::findSame(const Job& job) const
{
    const auto found = select(
        u"WHERE "_s + unfinished
            + u" AND type = ? AND kind = ? AND repo = ? AND revision = ? AND selection = ? AND store = ? AND pinned = ? AND (NOT pinned OR commit_id = ?) AND spec = ? ORDER BY id LIMIT 1"_s,
        {jobTypeName(job.type), kindName(job.repo.kind), job.repo.id, job.revision, selectionText(job.selection),
         job.storeId, job.isPinned, QString::fromLatin1(job.commit), specText(job.spec)});
    if (!found)
        return std::unexpected(found.error());
    return found->isEmpty() ? std::nullopt : std::optional(found->constFirst());
}

Expected<QList<Job>> State::select(const QString& condition, const QVariantList& values) const
{
    const auto query = m_database->run(jobColumns + condition, values);
    if (!query)
        return std::unexpected(query.error());
    QList<Job> found;
    while ((*query)->next())
        found.append(jobOf(**query));
    if (const auto ok = m_database->ended(**query); !ok)
        return std::unexpected(ok.error());
    return found;
}

Done State::requeueInterrupted()
{
    // What the user wished stays; why it waited is found out again, except that a paused one still waits for that.
    const auto ok = m_database->run(
        u"UPDATE jobs SET state = 'queued', wait = CASE WHEN want_paused THEN 'paused' ELSE '' END WHERE "_s
        + unfinished);
    if (!ok)
        return std::unexpected(ok.error());
    return {};
}

namespace {

constexpr auto watchColumns =
    "SELECT kind, repo, every_hours, fetch_up_to, checked_at, tried_at, next_at, trouble, seen FROM watch "_L1;

WatchRow watchOf(const QSqlQuery& query)
{
    WatchRow row;
    row.repo = repoOf(query, 0);
    if (const QVariant hours = query.value(2); !hours.isNull())
        row.rule.everyHours = hours.toInt();
    row.rule.fetchUpTo = query.value(3).toLongLong();
    row.checkedAt = query.value(4).toLongLong();
    row.triedAt = query.value(5).toLongLong();
    row.nextAt = query.value(6).toLongLong();
    row.trouble = query.value(7).toString();
    row.seen = query.value(8).toByteArray();
    return row;
}

Expected<QList<WatchRow>> watchRows(Database& database, const QString& condition, const QVariantList& values)
{
    const auto query = database.run(watchColumns + condition, values);
    if (!query)
        return std::unexpected(query.error());
    QList<WatchRow> rows;
    while ((*query)->next())
        rows.append(watchOf(**query));
    if (const auto ok = database.ended(**query); !ok)
        return std::unexpected(ok.error());
    return rows;
}

Expected<qint64> insertEvent(Database& database, const Event& event, const QJsonObject& facts)
{
    const QByteArray packed =
        facts.isEmpty() ? QByteArray("") : qCompress(QJsonDocument(facts).toJson(QJsonDocument::Compact));
    const auto query = database.run(
        u"INSERT INTO events (type, kind, repo, commit_id, at, detail, facts) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {event.type, kindName(event.repo.kind), event.repo.id, QString::fromLatin1(event.commit),
         event.at.isEmpty() ? isoNow() : event.at, event.detail, packed});
    if (!query)
        return std::unexpected(query.error());
    return (*query)->lastInsertId().toLongLong();
}

} // namespace

Done State::addEvent(const Event& event)
{
    if (const auto id = insertEvent(*m_database, event, {}); !id)
        return std::unexpected(id.error());
    return {};
}

Expected<QList<Event>> State::events(const EventQuery& asked) const
{
    QStringList conditions;
    QVariantList values;
    if (asked.repo) {
        conditions += u"repo = ? AND kind = ?"_s;
        values += QVariantList{asked.repo->id, kindName(asked.repo->kind)};
    }
    if (!asked.types.isEmpty()) {
        conditions += u"type IN (?"_s + u", ?"_s.repeated(asked.types.size() - 1) + u')';
        for (const QString& type : asked.types)
            values += type;
    }
    if (asked.before > 0) {
        conditions += u"id < ?"_s;
        values += asked.before;
    }
    const QString where = conditions.isEmpty() ? QString() : u"WHERE "_s + conditions.join(u" AND "_s);
    const auto query = m_database->run(u"SELECT id, type, kind, repo, commit_id, at, detail FROM events "_s + where
                                           + u" ORDER BY id DESC LIMIT ?"_s,
                                       values + QVariantList{asked.limit});
    if (!query)
        return std::unexpected(query.error());
    QList<Event> found;
    while ((*query)->next()) {
        const QSqlQuery& row = **query;
        found.append({row.value(0).toLongLong(), row.value(1).toString(), repoOf(row, 2),
                      row.value(4).toString().toLatin1(), row.value(5).toString(), row.value(6).toString()});
    }
    if (const auto ok = m_database->ended(**query); !ok)
        return std::unexpected(ok.error());
    return found;
}

Expected<QJsonObject> State::eventFacts(qint64 id) const
{
    const auto packed = m_database->value(u"SELECT facts FROM events WHERE id = ?"_s, {id});
    if (!packed)
        return std::unexpected(packed.error());
    if (!packed->isValid())
        return fail(ErrorKind::NotFound, u"no_such_event"_s, Say::tr("There is no event %1.").arg(id));
    const QByteArray bytes = packed->toByteArray();
    return bytes.isEmpty() ? QJsonObject() : QJsonDocument::fromJson(qUncompress(bytes)).object();
}

Expected<QList<WatchRow>> State::watched() const
{
    return watchRows(*m_database, u"ORDER BY repo, kind"_s, {});
}

Expected<std::optional<WatchRow>> State::watched(const RepoId& repo) const
{
    const auto rows = watchRows(*m_database, u"WHERE repo = ? AND kind = ?"_s, {repo.id, kindName(repo.kind)});
    if (!rows)
        return std::unexpected(rows.error());
    return rows->isEmpty() ? std::nullopt : std::optional(rows->first());
}

Expected<QList<WatchRow>> State::watchedDue(qint64 at, qint64 limit) const
{
    return watchRows(*m_database, u"WHERE next_at > 0 AND next_at <= ? ORDER BY next_at, repo, kind LIMIT ?"_s,
                     {at, limit});
}

Expected<std::pair<qint64, qint64>> State::watchTimes(qint64 at) const
{
    const auto due = m_database->value(u"SELECT count(*) FROM watch WHERE next_at > 0 AND next_at <= ?"_s, {at});
    const auto first = due ? m_database->value(u"SELECT min(next_at) FROM watch WHERE next_at > 0"_s)
                           : Expected<QVariant>(std::unexpected(due.error()));
    if (!first)
        return std::unexpected(first.error());
    return std::pair(due->toLongLong(), first->toLongLong());
}

Done State::setWatchTimes(const QList<std::pair<RepoId, qint64>>& times)
{
    return m_database->transaction([&]() -> Done {
        for (const auto& [repo, at] : times) {
            const auto ok = m_database->run(u"INSERT INTO watch (kind, repo, next_at) VALUES (?, ?, ?) "
                                            "ON CONFLICT (repo, kind) DO UPDATE SET next_at = excluded.next_at"_s,
                                            {kindName(repo.kind), repo.id, at});
            if (!ok)
                return std::unexpected(ok.error());
        }
        return {};
    });
}

Expected<QList<Event>> State::noteCheck(const WatchRow& row, const QList<Finding>& findings)
{
    QList<Event> events;
    const auto stored = m_database->transaction([&]() -> Done {
        const auto ok = m_database->run(
            u"INSERT INTO watch (kind, repo, checked_at, tried_at, next_at, trouble, seen) VALUES (?, ?, ?, ?, ?, ?, "
            u"?) "
            "ON CONFLICT (repo, kind) DO UPDATE SET checked_at = excluded.checked_at, tried_at = excluded.tried_at, "
            "next_at = excluded.next_at, trouble = excluded.trouble, seen = excluded.seen"_s,
            {kindName(row.repo.kind), row.repo.id, row.checkedAt, row.triedAt, row.nextAt, row.trouble,
             row.seen.isNull() ? QByteArray("") : row.seen});
        if (!ok)
            return std::unexpected(ok.error());
        for (const Finding& finding : findings) {
            const auto id = insertEvent(*m_database, finding.event, finding.facts);
            if (!id)
                return std::unexpected(id.error());
            events.append(finding.event);
            events.last().id = *id;
        }
        return {};
    });
    if (!stored)
        return std::unexpected(stored.error());
    return events;
}

Done State::setWatchRule(const RepoId& repo, const WatchRule& rule)
{
    const auto ok = m_database->run(
        u"INSERT INTO watch (kind, repo, every_hours, fetch_up_to) VALUES (?, ?, ?, ?) ON CONFLICT (repo, kind) "
        "DO UPDATE SET every_hours = excluded.every_hours, fetch_up_to = excluded.fetch_up_to"_s,
        {kindName(repo.kind), repo.id, rule.everyHours ? QVariant(*rule.everyHours) : QVariant(), rule.fetchUpTo});
    if (!ok)
        return std::unexpected(ok.error());
    return {};
}

Done State::forgetWatch(const RepoId& repo)
{
    const auto ok = m_database->run(u"DELETE FROM watch WHERE repo = ? AND kind = ?"_s, {repo.id, kindName(repo.kind)});
    if (!ok)
        return std::unexpected(ok.error());
    return {};
}

} // namespace hugger
