// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/describe.h"
#include "app/cli/remote.h"
#include "app/cli/watchwords.h"
#include "app/cli/what.h"
#include "base/format.h"
#include "watch/watcher.h"

#include <QtCore/QTimeZone>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

/// What the options change of a rule.
struct RuleChange {
    std::optional<std::optional<int>> everyHours;
    std::optional<qint64> fetchUpTo;

    [[nodiscard]] bool isAny() const { return everyHours || fetchUpTo; }
    [[nodiscard]] WatchRule of(WatchRule rule) const
    {
        rule.everyHours = everyHours.value_or(rule.everyHours);
        rule.fetchUpTo = fetchUpTo.value_or(rule.fetchUpTo);
        return rule;
    }
};

Expected<RuleChange> changeOf(const Arguments& args)
{
    RuleChange change;
    if (args.has(u"every"_s)) {
        const auto hours = parseEvery(args.value(u"every"_s));
        if (!hours)
            return std::unexpected(hours.error());
        change.everyHours = *hours;
    }
    if (args.has(u"fetch-up-to"_s)) {
        const auto bytes = parseSize(u"--fetch-up-to"_s, args.value(u"fetch-up-to"_s));
        if (!bytes)
            return std::unexpected(bytes.error());
        change.fetchUpTo = *bytes;
    }
    return change;
}

QString timeText(qint64 seconds)
{
    return seconds == 0 ? QString() : isoTime(QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::UTC));
}

QString everyText(const WatchRule& rule, int defaultHours)
{
    const int hours = rule.everyHours.value_or(defaultHours);
    const QString text = hours == 0 ? u"never"_s
        : hours % 24 == 0           ? u"every %1 d"_s.arg(hours / 24)
                                    : u"every %1 h"_s.arg(hours);
    return rule.everyHours ? text : text + u" (default)"_s;
}

QJsonObject watchJson(const WatchRow& row, const HeldRow& held, int defaultHours)
{
    const WatchRule& rule = row.rule;
    QJsonObject json = repoJson(row.repo);
    json[u"upstream"_s] = held.upstream;
    json[u"checked_at"_s] = textOrNull(timeText(row.checkedAt));
    json[u"tried_at"_s] = textOrNull(timeText(row.triedAt));
    json[u"next_at"_s] = textOrNull(timeText(row.nextAt));
    json[u"every_hours"_s] = rule.everyHours.value_or(defaultHours);
    json[u"is_default"_s] = !rule.everyHours;
    json[u"fetch_up_to"_s] = rule.fetchUpTo;
    json[u"trouble"_s] = textOrNull(row.trouble);
    return json;
}

/// Columns aligned, without those where nothing is said.
void printTable(Output& out, const QList<QStringList>& table)
{
    QList<qsizetype> widths(table.first().size(), 0);
    for (const QStringList& cells : table) {
        for (qsizetype i = 0; i < cells.size(); ++i)
            widths[i] = std::max(widths[i], cells[i].size());
    }
    for (const QStringList& cells : table) {
        QString text;
        for (qsizetype i = 0; i < cells.size(); ++i) {
            if (widths[i] > 0)
                text += cells[i].leftJustified(widths[i] + 2);
        }
        out.line(text.trimmed());
    }
}

Expected<int> showWatched(Context& context, Library& library, const QList<HeldRow>& repos)
{
    const auto settings = context.app.settings();
    const auto known = library.state().watched();
    if (!settings || !known)
        return std::unexpected(settings ? known.error() : settings.error());
    QHash<RepoId, WatchRow> rows;
    for (const WatchRow& row : *known)
        rows.insert(row.repo, row);
    QJsonArray watched;
    QList<QStringList> table;
    for (const HeldRow& held : repos) {
        const WatchRow row = rows.value(held.repo, WatchRow{.repo = held.repo});
        watched.append(watchJson(row, held, settings->watchHours));
        const QString next = timeText(row.nextAt);
        table.append(
            {row.repo.display(), row.checkedAt ? u"checked "_s + timeText(row.checkedAt) : u"not checked yet"_s,
             next.isEmpty() ? QString() : u"next "_s + next, everyText(row.rule, settings->watchHours),
             row.rule.fetchUpTo > 0 ? u"fetches up to "_s + formatBytes(row.rule.fetchUpTo) : QString(), row.trouble});
    }
    if (context.out.isJson())
        context.out.document({{u"watched"_s, watched}});
    else if (table.isEmpty())
        context.out.notice(u"Nothing is held yet, so there is nothing to watch."_s);
    else
        printTable(context.out, table);
    return 0;
}

/// As the Watcher of a program that stays does it: it knows what follows for the time of the next look.
Task<Done> setRules(Context& context, Library& library, QList<HeldRow> repos, RuleChange change)
{
    const auto hub = co_await context.app.hub();
    if (!hub)
        co_return std::unexpected(hub.error());
    Watcher watcher(library, **hub);
    for (const HeldRow& held : repos) {
        const auto row = watcher.watched(held.repo);
        const auto ok = row ? watcher.setRule({held.repo}, change.of(row->rule)) : std::unexpected(row.error());
        if (!ok)
            co_return std::unexpected(ok.error());
    }
    co_return {};
}

} // namespace

Task<Expected<int>> runWatch(Context& context)
{
    const auto change = changeOf(context.args);
    if (!change)
        co_return std::unexpected(change.error());
    const auto access = change->isAny() ? Library::Access::ReadWrite : Library::Access::ReadOnly;
    const auto library = co_await openLibrary(context, access);
    if (!library) {
        Error error = needsProfileAlone(library.error(), u"Changing how repositories are watched"_s);
        // Whatever runs there, only the window changes rules.
        if (error.code == "profile_busy"_L1)
            error.message += u" Where it is the window, change it there: “Watching…” in the overview of a snapshot."_s;
        co_return std::unexpected(error);
    }
    const auto repos = heldRepos(context, **library);
    if (!repos)
        co_return std::unexpected(repos.error());
    if (change->isAny()) {
        if (const auto ok = co_await setRules(context, **library, *repos, *change); !ok)
            co_return std::unexpected(ok.error());
    }
    co_return showWatched(context, **library, *repos);
}

} // namespace hugger
