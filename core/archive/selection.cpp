// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "archive/selection.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

bool isSpecial(QChar c)
{
    return c == u'*' || c == u'?' || c == u'[';
}

/// The one text that a glob stands for, as literalGlob() writes it; nothing when there may be several.
std::optional<QString> literalText(QStringView glob)
{
    QString text;
    text.reserve(glob.size());
    for (qsizetype i = 0; i < glob.size(); ++i) {
        if (glob[i] == u'[' && i + 2 < glob.size() && isSpecial(glob[i + 1]) && glob[i + 2] == u']') {
            text += glob[i + 1];
            i += 2;
        } else if (isSpecial(glob[i])) {
            return std::nullopt;
        } else {
            text += glob[i];
        }
    }
    return text;
}

} // namespace

QString literalGlob(const QString& path)
{
    QString glob;
    for (const QChar c : path) {
        if (isSpecial(c))
            glob += u'[' + QString(c) + u']';
        else
            glob += c;
    }
    return glob;
}

SelectionMatcher::Globs::Globs(const QStringList& globs)
{
    for (const QString& glob : globs) {
        const QString whole = glob.endsWith(u'/') ? glob + u'*' : glob;
        const auto folder =
            whole.endsWith("/*"_L1) ? literalText(QStringView(whole).chopped(1)) : std::optional<QString>();
        if (folder) {
            m_folders.insert(*folder);
            continue;
        }
        if (const auto path = literalText(whole)) {
            m_paths.insert(*path);
            continue;
        }
        const QRegularExpression pattern(
            QRegularExpression::wildcardToRegularExpression(whole, QRegularExpression::NonPathWildcardConversion),
            QRegularExpression::DotMatchesEverythingOption);
        // A bracket that is never closed stands for itself, as in a shell.
        if (pattern.isValid())
            m_patterns.append(pattern);
        else
            m_paths.insert(whole);
    }
}

bool SelectionMatcher::Globs::isEmpty() const
{
    return m_paths.isEmpty() && m_folders.isEmpty() && m_patterns.isEmpty();
}

bool SelectionMatcher::Globs::match(const QString& path) const
{
    if (m_paths.contains(path))
        return true;
    if (!m_folders.isEmpty()) {
        for (qsizetype slash = path.indexOf(u'/'); slash >= 0; slash = path.indexOf(u'/', slash + 1)) {
            if (m_folders.contains(path.first(slash + 1)))
                return true;
        }
    }
    return std::ranges::any_of(m_patterns,
                               [&path](const QRegularExpression& pattern) { return pattern.match(path).hasMatch(); });
}

SelectionMatcher::SelectionMatcher(const Selection& selection)
    : m_include(selection.include)
    , m_exclude(selection.exclude)
{
}

bool SelectionMatcher::wants(const QString& path) const
{
    return (m_include.isEmpty() || m_include.match(path)) && !m_exclude.match(path);
}

} // namespace hugger
