// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/seen.h"

#include "base/hash.h"

using namespace Qt::StringLiterals;

namespace hugger {

QString mainIfNone(const QString& revision)
{
    return revision.isEmpty() ? u"main"_s : revision;
}

QString followedRevision(const QStringList& newestFirst)
{
    QString found;
    for (const QString& held : newestFirst) {
        const QString revision = mainIfNone(held);
        if (revision == "main"_L1)
            return revision;
        if (found.isEmpty() && !isHex(revision, 40))
            found = revision;
    }
    return found;
}

QString followedRevision(const QList<HeldRow>& newestFirst)
{
    QStringList revisions;
    for (const HeldRow& row : newestFirst)
        revisions.append(row.revision);
    return followedRevision(revisions);
}

} // namespace hugger
