// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/describe.h"
#include "app/cli/what.h"
#include "base/format.h"

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

bool isAsked(const RepoLink& link, const QString& path)
{
    return link.path.isEmpty() || path == link.path || path.startsWith(link.path + u'/');
}

QJsonObject fileJson(const HeldFile& file)
{
    return {{u"path"_s, file.path},
            {u"size"_s, file.size},
            {u"sha256"_s, QString::fromLatin1(file.sha256)},
            {u"git_sha1"_s, QString::fromLatin1(file.gitSha1)},
            {u"lfs"_s, file.lfs}};
}

} // namespace

Task<Expected<int>> runFiles(Context& context)
{
    const auto library = co_await openLibrary(context, Library::Access::ReadOnly);
    if (!library)
        co_return std::unexpected(library.error());
    const auto link = heldLink(context, **library, context.args.operands.front());
    if (!link)
        co_return std::unexpected(link.error());
    const auto rows = heldSnapshots(context, **library, *link);
    if (!rows)
        co_return std::unexpected(rows.error());
    if (rows->size() > 1)
        co_return std::unexpected(ambiguous(*rows, {}));
    auto record = (*library)->record(rows->first());
    if (!record)
        co_return std::unexpected(record.error());
    record->files.removeIf([&](const HeldFile& file) { return !isAsked(*link, file.path); });
    if (record->files.isEmpty() && !link->path.isEmpty()) {
        co_return fail(
            ErrorKind::NotHeld, u"file_not_held"_s,
            u"%1 of %2 is not held. `hugger files %2` lists what is."_s.arg(link->path, link->repo.display()));
    }
    if (context.out.isJson()) {
        context.out.beginList(u"files"_s);
        for (const HeldFile& file : std::as_const(record->files))
            context.out.item(fileJson(file));
        QJsonObject rest = repoJson(record->repo);
        rest[u"commit"_s] = QString::fromLatin1(record->commit);
        context.out.endList(rest);
        co_return 0;
    }
    for (const HeldFile& file : std::as_const(record->files))
        context.out.line(QString::fromLatin1(file.sha256) + u"  "_s + formatBytes(file.size).rightJustified(9) + u"  "_s
                         + file.path);
    co_return 0;
}

} // namespace hugger
