// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QtCore/QHashFunctions>
#include <QtCore/QString>

namespace hugger {

enum class RepoKind { Model, Dataset, Space };

/// "model", "dataset", "space": as in records and JSON.
[[nodiscard]] QString kindName(RepoKind kind);
/// "models", "datasets", "spaces": as in API paths, record folders and view folders.
[[nodiscard]] QString kindPlural(RepoKind kind);
[[nodiscard]] Expected<RepoKind> kindFromName(QStringView name);

/// A repo: kind and id ("org/name", or a bare "name" as old models have).
struct RepoId {
    RepoKind kind = RepoKind::Model;
    QString id;

    /// Checks `id` as the Hub's own client does (hub-contract A): at most one slash, parts of [A-Za-z0-9_.-], names of
    /// 1 to 96 characters that neither begin nor end with - or ., no --, no .., not ending in .git.
    [[nodiscard]] static Expected<RepoId> make(RepoKind kind, const QString& id);

    /// "org/name" for models, "datasets/org/name", "spaces/org/name": what a user types.
    [[nodiscard]] QString display() const;
    /// "models--org--name": the folder in a huggingface_hub cache.
    [[nodiscard]] QString cacheFolder() const;
    /// Path of its page on the Hub: "/org/name", "/datasets/org/name".
    [[nodiscard]] QString pagePath() const;
    /// "/api/models/org/name".
    [[nodiscard]] QString apiPath() const;

    bool operator==(const RepoId&) const = default;
    friend size_t qHash(const RepoId& repo, size_t seed = 0)
    {
        return qHashMulti(seed, static_cast<int>(repo.kind), repo.id);
    }
};

} // namespace hugger
