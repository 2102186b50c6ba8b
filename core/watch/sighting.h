// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "watch/filechange.h"
#include "watch/seen.h"

#include <QtCore/QSet>

namespace hugger {

/// What the Hub says about a repo at one look, as far as it had to be asked.
struct Sighting {
    /// Which question an exchange answered.
    enum class Step { Info, Names, Refs, Gate, Listing, License, Texts, History };
    struct Proof {
        Step step = Step::Info;
        Evidence evidence;
    };
    /// What is asked of the newest commit of the followed revision, once it is another one.
    struct Head {
        LicenseFacts license;
        bool hasFiles = false; ///< its files could be listed
        QByteArray card; ///< git SHA-1 of README.md; empty: there is none
        QMap<QString, QByteArray> licenseFiles; ///< path -> git SHA-1
        /// Path -> what it said and says, of those that differ from Seen::licenseFiles.
        QMap<QString, LicenseChange::Text> texts;
        QByteArray comparedWith; ///< the held commit `changes` begins at
        QList<FileChange> changes; ///< against that one
        qint64 fetchBytes = 0; ///< of what was added or changed and is not held anywhere
    };

    QString at; ///< ISO 8601 UTC
    QString account; ///< as Evidence::account
    QString asked; ///< the id that was asked for
    bool isGone = false; ///< in the Hub's own words; nothing else is known then
    bool isDisabled = false; ///< of the rest only `info` may be known
    std::optional<RepoInfo> info;
    /// Of a stranger (another `_id` than Seen::hubId): where the author has the true one; empty: nowhere.
    QString movedTo;
    bool hasRefs = false; ///< they could be listed
    QMap<QString, QByteArray> refs; ///< as Seen::refs
    QString followed; ///< full name of the followed ref; empty: nothing is followed
    QByteArray head; ///< where it leads; empty: nowhere any more
    bool isBarred = false; ///< the files are refused
    std::optional<Head> news; ///< of `head`, when it is not what Seen says
    QSet<QByteArray> lost; ///< not in the history, and no ref leads there
    QSet<QByteArray> missing; ///< the same by the Hub's word that there is no such commit; wants a second look
    QList<Proof> proofs; ///< in the order they came
};

} // namespace hugger
