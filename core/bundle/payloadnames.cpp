// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle/payloadnames.h"

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

/// Equal for names that are one on some disk. Upper case first: only that makes "ss" of the sharp s.
QString folded(const QString& path)
{
    return path.normalized(QString::NormalizationForm_KC)
        .toUpper()
        .toCaseFolded()
        .normalized(QString::NormalizationForm_C);
}

} // namespace

void PayloadNames::addFoldersOf(const QString& path)
{
    QString folder = path.left(path.lastIndexOf(u'/'));
    if (folder == m_lastFolder)
        return;
    m_lastFolder = folder;
    for (;;) {
        const QString key = folded(folder);
        if (m_folders.contains(key))
            return;
        m_folders.insert(key);
        const qsizetype slash = folder.lastIndexOf(u'/');
        if (slash < 0)
            return;
        folder.truncate(slash);
    }
}

bool PayloadNames::take(const QString& path)
{
    constexpr QStringView forbidden = u"%:*?\"<>|\\";
    const bool isPlain = std::ranges::none_of(
        path, [&](QChar c) { return forbidden.contains(c) || c.category() == QChar::Other_Control; });
    if (!isPlain || path.back().isSpace() || path != path.normalized(QString::NormalizationForm_C))
        return false;
    const QString key = folded(path);
    const quint64 hash = qHash(key, 0);
    if (m_folders.contains(key) || m_taken.contains(hash))
        return false;
    m_taken.insert(hash);
    return true;
}

} // namespace hugger
