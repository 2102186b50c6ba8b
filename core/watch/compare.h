// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/catalog.h"
#include "watch/sighting.h"

namespace hugger {

/// What a look means against what was seen before.
struct Comparison {
    QString upstream; ///< as HeldRow::upstream
    QList<Finding> findings; ///< oldest first: "back" before what it brings
    Seen next; ///< the baseline from now on, with Seen::lastCopies
    bool isAlarming = false; ///< by these findings what is held became a possible last copy
    /// Not empty: it looks alarming and is not confirmed. Nothing is found yet, and `next` is `before` with this as
    /// Seen::suspicion: look again later, and compare that with `next`.
    QString suspicion;
};

/// Decides by nothing but its arguments. `held` is how the repo is held, `rows` what is held of it, newest first.
[[nodiscard]] Comparison compare(const Seen& before, const Sighting& now, const RepoId& held,
                                 const QList<HeldRow>& rows);

/// Whether "no such repo" can mean that it is gone: not when it was seen with a token and there is none now, nor when
/// it was private and another account asks.
[[nodiscard]] bool mayConcludeGone(const Seen& before, const QString& account);
/// Whether what only some may see says the same for both accounts.
[[nodiscard]] bool isSameAccount(const QString& before, const QString& now);
/// Of two sets of files by their hashes.
[[nodiscard]] QStringList pathsThatDiffer(const QMap<QString, QByteArray>& before,
                                          const QMap<QString, QByteArray>& now);
/// The commits that a ref of the baseline led to and leads to no more, of which it matters: held ones, and where the
/// followed one was; each with the refs that led there. Without those that a ref leads to still, and those that are
/// known to be lost.
[[nodiscard]] QMap<QByteArray, QStringList> leftCommits(const Seen& before, const QMap<QString, QByteArray>& refs,
                                                        const QList<HeldRow>& rows);

} // namespace hugger
