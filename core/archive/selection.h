// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/hubtypes.h"
#include "store/record.h"

#include <QtCore/QRegularExpression>

namespace hugger {

/// Decides by --include and --exclude which files of a listing are wanted. Globs are huggingface_hub's: `*` and `?`
/// match slashes, too, `[a-z]` as in a shell, and a pattern that ends in a slash means everything below it. Case
/// counts.
class SelectionMatcher final {
public:
    explicit SelectionMatcher(const Selection& selection);

    [[nodiscard]] bool wants(const QString& path) const;

private:
    QList<QRegularExpression> m_include;
    QList<QRegularExpression> m_exclude;
};

} // namespace hugger
