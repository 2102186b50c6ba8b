// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/describe.h"
#include "app/cli/remote.h"
#include "store/trash.h"

#include <QtCore/QUrl>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

/// Which snapshot lies in the trash under that id, as list() finds it once it is back. Nothing when none does.
std::optional<SnapshotFilter> lyingThere(Library& library, const QString& trashId)
{
    for (const KnownStore& known : library.profile().stores().value_or(QList<KnownStore>())) {
        const auto store = Store::open(known.folder);
        const auto record = store ? Trash(*store).read(trashId) : std::unexpected(store.error());
        if (record)
            return SnapshotFilter{.repo = record->repo, .commit = record->commit, .storeId = known.identity.id};
    }
    return std::nullopt;
}

/// The hugger that has the profile does it.
Task<Expected<SnapshotRow>> restoreThere(Context& context, Error busy)
{
    const auto remote = co_await openRemote(context, std::move(busy));
    if (!remote)
        co_return std::unexpected(remote.error());
    const QString id = context.args.operands.front();
    const auto filter = lyingThere(*remote->library, id);
    const QString path = u"trash/%1/restore"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(id)));
    const auto answer = co_await remote->running->post(path, {}, context.stop);
    if (!answer)
        co_return std::unexpected(answer.error());
    const auto rows = filter ? remote->library->catalog().list(*filter) : QList<SnapshotRow>();
    if (!rows)
        co_return std::unexpected(rows.error());
    if (rows->isEmpty())
        co_return fail(ErrorKind::NotHeld, u"not_held"_s, u"It was brought back and is not there any more."_s);
    co_return rows->first();
}

} // namespace

Task<Expected<int>> runRestore(Context& context)
{
    const auto own = co_await openLibrary(context, Library::Access::ReadWrite);
    Expected<SnapshotRow> row;
    if (own)
        row = (*own)->restore(context.args.operands.front());
    else
        row = co_await restoreThere(context, own.error());
    if (!row)
        co_return std::unexpected(row.error());
    const auto library = context.app.library(Library::Access::ReadOnly);
    if (!library)
        co_return std::unexpected(library.error());
    StoreNames stores(**library);
    if (context.out.isJson()) {
        context.out.document({{u"snapshot"_s, snapshotJson(*row, stores)}});
        co_return 0;
    }
    context.out.line(u"Brought back %1, %2."_s.arg(snapshotName(row->key, row->revision),
                                                   counted(row->files, u"file"_s, u"files"_s)));
    if (const QString folder = stores.path(*row); !folder.isEmpty())
        context.out.field(u"Lies in"_s, folder);
    co_return 0;
}

} // namespace hugger
