// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/describe.h"
#include "app/cli/prompt.h"
#include "app/cli/remote.h"
#include "app/cli/what.h"
#include "base/format.h"

#include <QtCore/QDateTime>
#include <QtCore/QSet>
#include <QtCore/QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

QString nameOf(const QList<SnapshotRow>& rows)
{
    return rows.size() == 1 ? snapshotName(rows.first().key, rows.first().revision)
                            : u"%1 snapshots of %2"_s.arg(rows.size()).arg(rows.first().key.repo.display());
}

/// Why it may be nowhere else, the weightiest reason of all rows.
QString whyLast(const QList<SnapshotRow>& rows)
{
    const auto is = [&rows](const QString& reason) {
        return std::ranges::any_of(
            rows, [&](const SnapshotRow& row) { return row.lastCopy == reason || row.upstream == reason; });
    };
    if (is(u"gone"_s))
        return u"the Hub no longer has it"_s;
    if (is(u"disabled"_s))
        return u"the Hub has disabled it"_s;
    if (is(u"gated"_s))
        return u"the Hub does not give it to everybody any more"_s;
    return u"its license on the Hub has become another one"_s;
}

bool isName(const QString& typed, const RepoId& repo)
{
    return typed.compare(repo.id, Qt::CaseInsensitive) == 0 || typed.compare(repo.display(), Qt::CaseInsensitive) == 0;
}

/// What may be nowhere else takes more than a yes: the trash, too, is emptied one day.
Done agreeToLastCopy(Context& context, const QList<SnapshotRow>& rows)
{
    const RepoId& repo = rows.first().key.repo;
    QString typed = context.args.value(u"last-copy"_s);
    if (typed.isEmpty()) {
        const QString warning = u"This may be the last copy of %1: %2."_s.arg(repo.display(), whyLast(rows));
        if (!canAsk())
            return fail(
                ErrorKind::Usage, u"last_copy"_s,
                u"%1 If it is meant to be removed all the same, say its name: --last-copy %2"_s.arg(warning, repo.id));
        const auto answer =
            askFor(u"%1 To remove %2 all the same, type the repository's name:"_s.arg(warning, nameOf(rows)));
        if (!answer)
            return std::unexpected(answer.error());
        typed = *answer;
    }
    if (!isName(typed, repo))
        return fail(ErrorKind::Usage, u"last_copy"_s,
                    u"That is not the name of %1, so nothing was removed."_s.arg(repo.display()));
    return {};
}

/// --now cannot be undone: somebody says yes first, whatever else was asked.
Done agree(Context& context, Library& library, const QList<SnapshotRow>& rows)
{
    if (std::ranges::any_of(rows, mayBeLastCopy)) {
        if (const auto ok = agreeToLastCopy(context, rows); !ok)
            return ok;
    }
    if (context.args.has(u"yes"_s) || !context.args.has(u"now"_s))
        return {};
    if (!canAsk()) {
        return fail(
            ErrorKind::Usage, u"needs_yes"_s,
            u"Deleting for good asks first, and nobody is there to answer. Add --yes if it is meant, or leave --now out to use the trash."_s);
    }
    qint64 bytes = 0;
    for (const SnapshotRow& row : rows) {
        const auto removal = library.weigh(row);
        if (!removal)
            return std::unexpected(removal.error());
        bytes += removal->freedBytes;
    }
    const auto yes = confirm(u"Delete %1 for good (%2 are freed)?"_s.arg(nameOf(rows), formatBytes(bytes)));
    if (!yes)
        return std::unexpected(yes.error());
    if (!*yes)
        return fail(ErrorKind::Failed, u"not_agreed"_s, u"Nothing was removed."_s);
    return {};
}

QJsonObject removalJson(const SnapshotRow& row, const Removal& removal, StoreNames& stores, const QDateTime& emptied)
{
    QJsonObject json = repoJson(row.key.repo);
    json[u"commit"_s] = QString::fromLatin1(row.key.commit);
    json[u"revision"_s] = row.revision;
    json[u"store"_s] = stores.label(row.storeId);
    json[u"trash_id"_s] = removal.trashId.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(removal.trashId);
    json[u"freed_bytes"_s] = removal.freedBytes;
    json[u"freed_at"_s] = isoTime(removal.trashId.isEmpty() ? QDateTime::currentDateTimeUtc() : emptied);
    json[u"shared_bytes"_s] = removal.sharedBytes;
    return json;
}

void printRemoval(Output& out, const SnapshotRow& row, const Removal& removal, const QDateTime& emptied)
{
    const QString name = snapshotName(row.key, row.revision);
    if (removal.trashId.isEmpty()) {
        out.line(u"Deleted %1: %2 freed."_s.arg(name, formatBytes(removal.freedBytes)));
    } else {
        out.line(u"Moved %1 to the trash as %2."_s.arg(name, removal.trashId));
        out.line(u"  %1 are freed when the trash is emptied, after %2. `hugger restore %3` brings it back."_s.arg(
            formatBytes(removal.freedBytes), isoTime(emptied).left(10), removal.trashId));
    }
    if (removal.sharedBytes > 0)
        out.line(u"  %1 stay, because other snapshots have them."_s.arg(formatBytes(removal.sharedBytes)));
}

/// The hugger that has the profile does it.
Task<Expected<Removal>> removeThere(const Remote& remote, SnapshotRow row, std::stop_token stop)
{
    const auto number = archiveNumber(*remote.library, row);
    if (!number)
        co_return std::unexpected(number.error());
    // Somebody has agreed by now.
    const QString name = QString::fromLatin1(QUrl::toPercentEncoding(row.key.repo.id));
    const auto answer = co_await remote.running->drop(u"archives/%1?confirm=%2"_s.arg(*number).arg(name), stop);
    if (!answer)
        co_return std::unexpected(answer.error());
    const QJsonObject removed = answer->value("removed"_L1).toObject();
    co_return Removal{removed.value("trash"_L1).toString(), removed.value("freed_bytes"_L1).toInteger(),
                      removed.value("shared_bytes"_L1).toInteger()};
}

} // namespace

Task<Expected<int>> runRemove(Context& context)
{
    const auto own = co_await openLibrary(context, Library::Access::ReadWrite);
    Remote remote;
    if (!own) {
        auto opened = co_await openRemote(context, own.error());
        if (!opened)
            co_return std::unexpected(opened.error());
        if (context.args.has(u"now"_s))
            co_return std::unexpected(needsProfileAlone(own.error(), u"Deleting for good"_s));
        remote = *std::move(opened);
    }
    Library& library = own ? **own : *remote.library;
    const auto link = heldLink(context, library, context.args.operands.front());
    if (!link)
        co_return std::unexpected(link.error());
    if (!link->path.isEmpty()) {
        co_return fail(ErrorKind::Usage, u"usage"_s,
                       u"hugger removes whole snapshots, not %1 alone. Give the id: hugger remove %2"_s.arg(
                           link->path, link->repo.display()));
    }
    const auto rows = heldSnapshots(context, library, *link);
    if (!rows)
        co_return std::unexpected(rows.error());
    if (rows->size() > 1 && !context.args.has(u"all"_s))
        co_return std::unexpected(ambiguous(*rows, u", or take all of them with --all"_s));
    if (const auto ok = agree(context, library, *rows); !ok)
        co_return std::unexpected(ok.error());

    const auto settings = context.app.settings();
    if (!settings)
        co_return std::unexpected(settings.error());
    const QDateTime emptied = QDateTime::currentDateTimeUtc().addDays(settings->trashDays);
    StoreNames stores(library);
    QJsonArray removed;
    for (const SnapshotRow& row : *rows) {
        Expected<Removal> removal;
        if (own)
            removal = library.remove(row, context.args.has(u"now"_s));
        else
            removal = co_await removeThere(remote, row, context.stop);
        if (!removal)
            co_return std::unexpected(removal.error());
        removed.append(removalJson(row, *removal, stores, emptied));
        if (!context.out.isJson())
            printRemoval(context.out, row, *removal, emptied);
    }
    if (context.out.isJson())
        context.out.document({{u"removed"_s, removed}});
    co_return 0;
}

} // namespace hugger
