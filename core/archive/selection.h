// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/hubtypes.h"
#include "store/record.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

namespace hugger {

/// The glob that stands for this very path.
[[nodiscard]] QString literalGlob(const QString& path);

/// Decides by --include and --exclude which files of a listing are wanted. Globs are huggingface_hub's: `*` and `?`
/// match slashes, too, `[a-z]` as in a shell, and a pattern that ends in a slash means everything below it. Case
/// counts.
class SelectionMatcher final {
public:
    explicit SelectionMatcher(const Selection& selection);

    [[nodiscard]] bool wants(const QString& path) const;

private:
    /// Most that are given by the thousand name one file or folder each: those are looked up, not tried.
    class Globs final {
    public:
        explicit Globs(const QStringList& globs);

        [[nodiscard]] bool isEmpty() const;
        [[nodiscard]] bool match(const QString& path) const;

    private:
        QSet<QString> m_paths;
        QSet<QString> m_folders; ///< with their slash
        QList<QRegularExpression> m_patterns;
    };

    Globs m_include;
    Globs m_exclude;
};

} // namespace hugger
