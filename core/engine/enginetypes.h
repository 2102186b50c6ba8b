// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "archive/jobqueue.h"
#include "bundle/bundlejobs.h"
#include "hub/tokens.h"
#include "watch/updatepreview.h"
#include "watch/watcher.h"

#include <QtCore/QFuture>

namespace hugger {

/// What a question to the engine gives, once: `answer.then(context, [](const Expected<T>&) {...})`. Cancelled, without
/// a value, when the engine ends first.
template<typename T> using Answer = QFuture<Expected<T>>;

/// A store as it is right now.
struct StoreStatus {
    StoreIdentity identity;
    QString folder;
    bool isDefault = false;
    bool isPlugged = false;
    QString trouble; ///< why it cannot be used, a sentence; empty when it can
    qint64 freeBytes = -1; ///< -1: not known (unplugged)
    qint64 totalBytes = -1; ///< of its volume
    qint64 heldBytes = 0; ///< of its objects, each once
    qint64 snapshots = 0;
};

/// What is held altogether.
struct Totals {
    qint64 snapshots = 0;
    qint64 repos = 0;
    qint64 heldBytes = 0; ///< on disk, each object once a store
    qint64 listedBytes = 0; ///< what it would be if nothing were shared
};

/// A snapshot opened for looking at.
struct SnapshotDetails {
    HeldRow row;
    Record record;
    QList<FileEntry>
        lacking; ///< files of the commit that are not held; empty when complete or when no listing was kept
    QString storeLabel;
    QString folder; ///< STORE/hub/.../snapshots/<commit>; empty when the view was left out or the store is unplugged
    QString recordFolder; ///< where record.json and SHA256SUMS lie
    QString hubCache; ///< STORE/hub
    bool isPlugged = false;
    qint64 sharedBytes = 0; ///< of its objects that other snapshots have, too
};

/// The card of a snapshot, with what it shows.
struct Card {
    QString markdown; ///< README.md without its front matter; empty when there is none
    QHash<QString, QByteArray> images; ///< by the address the card uses; only files of the same snapshot
};

/// A point in the timeline of a repo, newest first.
struct RevisionStep {
    HeldRow row;
    QStringList refs;
    QString lastModified; ///< upstream's, ISO 8601
    QString licenseBefore; ///< set when it differs from `license`
    QString license;
    QList<FileChange> changes; ///< against the next older one that is held; none for the oldest
    bool isOldest = false;
};

/// What the Hub says about a repo, before anything is planned.
struct RepoPreview {
    RepoLink link; ///< with the revision settled
    RepoInfo info;
    RepoRefs refs;
    QList<HeldRow> held; ///< snapshots of this repo
};

/// What archiving would do, file by file.
struct FilesLook {
    std::shared_ptr<const Plan> plan;
    /// Paths whose files an archive of this repo has: at this commit, or, where there is none of it, the same content
    /// at the same path in an older one. That the bytes came with another repo is not enough.
    QSet<QString> held;
};

/// How to search the Hub.
struct HubQuery {
    RepoKind kind = RepoKind::Model;
    QString words;
    QString sort; ///< "downloads", "likes", "trendingScore", "lastModified", "createdAt"; empty: the Hub's own order
    QString filter; ///< a tag, "gguf"; empty for none
    QUrl page; ///< SearchPage::next of the page before; empty for the first
};

struct TokenStatus {
    TokenSource source = TokenSource::None;
    QString place; ///< for people: "HF_TOKEN", "the desktop keychain"
    std::optional<WhoAmI> who; ///< set when the Hub was asked and knew it
    std::optional<Error> trouble; ///< why it did not
};

} // namespace hugger
