// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "archive/selection.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

QList<QRegularExpression> compiled(const QStringList& globs)
{
    QList<QRegularExpression> patterns;
    for (const QString& glob : globs) {
        const QString whole = glob.endsWith(u'/') ? glob + u'*' : glob;
        patterns.append(QRegularExpression(
            QRegularExpression::wildcardToRegularExpression(whole, QRegularExpression::NonPathWildcardConversion),
            QRegularExpression::DotMatchesEverythingOption));
    }
    return patterns;
}

bool matchesAny(const QList<QRegularExpression>& patterns, const QString& path)
{
    return std::ranges::any_of(patterns,
                               [&path](const QRegularExpression& pattern) { return pattern.match(path).hasMatch(); });
}

} // namespace

SelectionMatcher::SelectionMatcher(const Selection& selection)
    : m_include(compiled(selection.include))
    , m_exclude(compiled(selection.exclude))
{
}

bool SelectionMatcher::wants(const QString& path) const
{
    return (m_include.isEmpty() || matchesAny(m_include, path)) && !matchesAny(m_exclude, path);
}

} // namespace hugger
