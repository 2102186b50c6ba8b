// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/commands.h"
#include "catalog/catalog.h"
#include "hub/repolink.h"
#include "store/record.h"

namespace hugger {

/// A WHAT and --revision as one link. Usage when both name a revision and they differ.
[[nodiscard]] Expected<RepoLink> withRevision(RepoLink link, const QString& revision);

/// The include rules that stand for a link to one file or folder; none for a whole repo.
[[nodiscard]] QStringList globsFor(const RepoLink& link);

/// The link a WHAT stands for, by what is held and without the Hub.
[[nodiscard]] Expected<RepoLink> heldLink(Context& context, Library& library, const QString& what);

/// The snapshots a link stands for, of the store asked for with --store. NotHeld when there is none.
[[nodiscard]] Expected<QList<SnapshotRow>> heldSnapshots(Context& context, Library& library, const RepoLink& link);
/// The same for a WHAT, or for everything when it is empty.
[[nodiscard]] Expected<QList<SnapshotRow>> heldSnapshots(Context& context, Library& library, const QString& what);

/// One row of each repo, the newest, of the store asked for with --store; of the repo that WHAT names where one is
/// given: NotHeld when it is not held. For what is done to whole repos: a WHAT with a path is a usage error.
[[nodiscard]] Expected<QList<HeldRow>> heldRepos(Context& context, Library& library);
/// The revision that WHAT and --revision name; empty for none.
[[nodiscard]] Expected<QString> namedRevision(Context& context, Library& library);

/// The id of a store by its label; NotHeld "no_such_store".
[[nodiscard]] Expected<QString> storeId(Library& library, const QString& label);

/// "Say which": several snapshots where one was meant.
[[nodiscard]] Error ambiguous(const QList<SnapshotRow>& rows, const QString& hint);

} // namespace hugger
