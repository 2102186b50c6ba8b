// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/what.h"

#include "app/cli/describe.h"

#include <QtCore/QSet>

#include "archive/selection.h"

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qsizetype rowsAtOnce = 2000;

/// What --store asks for, as an id; "" for any.
Expected<QString> wantedStore(Context& context, Library& library)
{
    const QString label = context.args.value(u"store"_s);
    return label.isEmpty() ? QString() : storeId(library, label);
}

} // namespace

Expected<RepoLink> withRevision(RepoLink link, const QString& revision)
{
    if (revision.isEmpty())
        return link;
    if (const auto ok = checkRevision(revision); !ok)
        return std::unexpected(ok.error());
    if (!link.revision.isEmpty() && link.revision != revision) {
        return fail(ErrorKind::Usage, u"two_revisions"_s,
                    u"The link says revision \"%1\" and --revision says \"%2\". Give one of them."_s.arg(link.revision,
                                                                                                         revision));
    }
    link.revision = revision;
    return link;
}

QStringList globsFor(const RepoLink& link)
{
    if (link.path.isEmpty())
        return {};
    const QString glob = literalGlob(link.path);
    // Everything but a /tree/ link says "file"; hf:// cannot tell, and no file can have the name of a folder.
    return link.isFolder ? QStringList{glob + u'/'} : QStringList{glob, glob + u'/'};
}

Expected<RepoLink> heldLink(Context& context, Library& library, const QString& what)
{
    const auto settings = context.app.settings();
    if (!settings)
        return std::unexpected(settings.error());
    auto link = parseLink(what, settings->endpoint);
    if (!link)
        return link;
    if (!link->unsplit.isEmpty()) {
        const auto rows = library.find(link->repo, {});
        if (!rows)
            return std::unexpected(rows.error());
        QStringList names;
        for (const SnapshotRow& row : *rows)
            names.append(row.revision);
        link = splitByRefs(*std::move(link), names);
    }
    return withRevision(*std::move(link), context.args.value(u"revision"_s));
}

Expected<QList<SnapshotRow>> heldSnapshots(Context& context, Library& library, const RepoLink& link)
{
    const auto store = wantedStore(context, library);
    if (!store)
        return std::unexpected(store.error());
    auto rows = library.find(link.repo, link.revision);
    if (!rows)
        return rows;
    if (!store->isEmpty())
        rows->removeIf([&](const SnapshotRow& row) { return row.storeId != *store; });
    if (rows->isEmpty()) {
        return fail(ErrorKind::NotHeld, u"not_held"_s,
                    u"%1 is not in the store \"%2\"."_s.arg(link.repo.display(), context.args.value(u"store"_s)));
    }
    return rows;
}

Expected<QList<SnapshotRow>> heldSnapshots(Context& context, Library& library, const QString& what)
{
    if (!what.isEmpty()) {
        const auto link = heldLink(context, library, what);
        if (!link)
            return std::unexpected(link.error());
        return heldSnapshots(context, library, *link);
    }
    if (context.args.has(u"revision"_s))
        return fail(ErrorKind::Usage, u"usage"_s, u"--revision needs to know of which repository. Give its id too."_s);
    const auto store = wantedStore(context, library);
    if (!store)
        return std::unexpected(store.error());
    SnapshotFilter filter;
    filter.storeId = *store;
    return library.catalog().list(filter);
}

Expected<QList<HeldRow>> heldRepos(Context& context, Library& library)
{
    const auto store = wantedStore(context, library);
    if (!store)
        return std::unexpected(store.error());
    QList<HeldRow> repos;
    const auto add = [&](const QList<HeldRow>& rows) {
        for (const HeldRow& row : rows) {
            const bool isWanted = store->isEmpty() || row.storeId == *store;
            if (isWanted && (repos.isEmpty() || !(repos.last().repo == row.repo)))
                repos.append(row);
        }
        return true;
    };
    if (!context.args.operands.isEmpty()) {
        const auto link = heldLink(context, library, context.args.operands.front());
        if (!link)
            return std::unexpected(link.error());
        if (!link->path.isEmpty()) {
            return fail(ErrorKind::Usage, u"usage"_s,
                        u"This is about whole repositories, not %1 alone. Give the id: hugger %2 %3"_s.arg(
                            link->path, context.args.command->name, link->repo.display()));
        }
        RepoLink whole;
        whole.repo = link->repo;
        const auto rows = heldSnapshots(context, library, whole);
        if (!rows)
            return std::unexpected(rows.error());
        return library.catalog().heldOf(rows->first().key.repo, {}).transform([&](const QList<HeldRow>& all) {
            add(all);
            return repos;
        });
    }
    if (context.args.has(u"revision"_s))
        return fail(ErrorKind::Usage, u"usage"_s, u"--revision needs to know of which repository. Give its id too."_s);
    // In order of repo, the newest first.
    return library.catalog().eachHeld(rowsAtOnce, add).transform([&] { return repos; });
}

Expected<QString> namedRevision(Context& context, Library& library)
{
    if (context.args.operands.isEmpty())
        return QString();
    return heldLink(context, library, context.args.operands.front()).transform([](const RepoLink& link) {
        return link.revision;
    });
}

Expected<QString> storeId(Library& library, const QString& label)
{
    const auto known = library.profile().stores();
    if (!known)
        return std::unexpected(known.error());
    for (const KnownStore& store : *known) {
        if (store.identity.label == label || store.identity.id == label)
            return store.identity.id;
    }
    return fail(ErrorKind::NotHeld, u"no_such_store"_s,
                u"There is no store called \"%1\". `hugger stores` lists them."_s.arg(label));
}

Error ambiguous(const QList<SnapshotRow>& rows, const QString& hint)
{
    QStringList names;
    QSet<QByteArray> commits;
    for (const SnapshotRow& row : rows) {
        commits.insert(row.key.commit);
        names.append(firstDigits(row.key.commit)
                     + (row.revision.isEmpty() || row.revision.toLatin1() == row.key.commit
                            ? QString()
                            : u" ("_s + row.revision + u')'));
    }
    names.removeDuplicates();
    if (commits.size() == 1) {
        return {ErrorKind::Usage,
                u"ambiguous"_s,
                u"%1 lies in several stores. Say which one with --store LABEL%2."_s.arg(rows.first().key.repo.display(),
                                                                                        hint),
                {},
                Retry::Never};
    }
    const qsizetype more = names.size() - 10;
    const QString shownNames = names.first(std::min<qsizetype>(names.size(), 10)).join(u", "_s)
        + (more > 0 ? u" and %1 more"_s.arg(more) : QString());
    return {ErrorKind::Usage,
            u"ambiguous"_s,
            u"There are %1 snapshots of %2: %3. Say which one with @COMMIT%4."_s.arg(rows.size())
                .arg(rows.first().key.repo.display(), shownNames, hint),
            {},
            Retry::Never};
}

} // namespace hugger
