// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "archive/library.h"
#include "watch/finding.h"

namespace hugger {

/// What the Hub said last about a repo: what the next answer is compared with. WatchRow::seen is this as JSON.
struct Seen {
    QString at; ///< ISO 8601 UTC; of the check, or of the capture it comes from
    QString name; ///< where the repo is now: differs from the held name after a rename
    QString hubId; ///< `_id`; empty when never told
    QMap<QString, QByteArray> refs; ///< full ref name ("refs/heads/main") -> commit; PR refs only when followed
    Gating gating = Gating::No;
    bool isBarred = false; ///< the files were refused at the last check
    bool isPrivate = false;
    bool isDisabled = false;
    bool isGone = false;
    bool isReplaced = false; ///< another repo has its name, and nobody can say where it went
    /// With which it was asked last: Evidence::account. From a record: "anonymous" where everybody could, else empty.
    QString account;
    QByteArray told; ///< the newest commit that was told of: not again, whatever was captured meanwhile
    LicenseFacts license; ///< of the followed revision
    bool isLicenseNew = false; ///< it changed, and the newest commit is not held
    bool hasFiles = false; ///< `card` and `licenseFiles` are all there is, not only what is held
    QByteArray card; ///< git SHA-1 of README.md; empty: none or not known
    QMap<QString, QByteArray> licenseFiles; ///< path -> git SHA-1 of LICENSE and its like
    QSet<QByteArray> captured; ///< commits held at that check of those captured in its second or later
    QHash<QByteArray, QString> lastCopies; ///< commit -> reason: HeldRow::lastCopy
    QSet<QByteArray> lost; ///< commits that nothing leads to any more; told already
    /// What looked alarming once and waits for a second look: "gone", "disabled", "replaced", "rewritten"; empty:
    /// nothing.
    QString suspicion;
    QString seemsGoneSince; ///< ISO 8601 UTC: since then every look said "gone"; empty: the last one did not

    [[nodiscard]] QByteArray toBytes() const;
    /// What cannot be read counts as nothing seen.
    [[nodiscard]] static std::optional<Seen> fromBytes(const QByteArray& bytes);
    bool operator==(const Seen&) const = default;
};

/// A record that can be read, and where it lies.
struct Capture {
    Record record;
    Store store;
};
[[nodiscard]] Expected<Capture> captureOf(Library& library, const HeldRow& row);
/// All files of the commit by its kept listing, else those that are held.
[[nodiscard]] QList<HeldFile> listedFiles(const Capture& capture);

/// What is known from the records alone: newest first, those whose store can be read. Nothing when there is none.
[[nodiscard]] std::optional<Seen> seenAtCapture(Library& library, const QList<HeldRow>& newestFirst);
/// Seen::captured of a check at that time.
[[nodiscard]] QSet<QByteArray> capturedSince(const QString& at, const QList<HeldRow>& rows);
/// What to compare with: what was seen (WatchRow::seen, may be empty) and what was captured since, else what the
/// records say. Nothing when no store with a record of it can be read.
[[nodiscard]] std::optional<Seen> baselineOf(Library& library, const QByteArray& seen,
                                             const QList<HeldRow>& newestFirst);

/// The revision by its name: none is the default branch.
[[nodiscard]] QString mainIfNone(const QString& revision);
/// What "newer" and "current" of a repo are about: main where it is held, else what was captured last, unless that is a
/// commit. Empty where there is none.
[[nodiscard]] QString followedRevision(const QStringList& newestFirst);
[[nodiscard]] QString followedRevision(const QList<HeldRow>& newestFirst);
/// The full name of the ref that a revision names: among these where it is there, else as a branch. Empty for none and
/// for commits.
[[nodiscard]] QString fullRefName(const QMap<QString, QByteArray>& refs, const QString& revision);

} // namespace hugger
