// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/filechange.h"

#include <QtCore/QHash>

namespace hugger {

QList<FileChange> changesBetween(const Record& before, const Record& now)
{
    QHash<QString, const HeldFile*> old;
    for (const HeldFile& file : before.files)
        old.insert(file.path, &file);
    QList<FileChange> changes;
    for (const HeldFile& file : now.files) {
        const HeldFile* was = old.take(file.path);
        if (!was)
            changes.append({FileChange::Kind::Added, file.path, 0, file.size});
        else if (was->sha256 != file.sha256)
            changes.append({FileChange::Kind::Changed, file.path, was->size, file.size});
    }
    for (const HeldFile& file : before.files) {
        if (old.contains(file.path))
            changes.append({FileChange::Kind::Removed, file.path, file.size, 0});
    }
    return changes;
}

QList<FileChange> changesBetween(const QList<HeldFile>& before, const QList<FileEntry>& now)
{
    QHash<QString, const HeldFile*> old;
    for (const HeldFile& file : before)
        old.insert(file.path, &file);
    QList<FileChange> changes;
    for (const FileEntry& file : now) {
        const HeldFile* was = old.take(file.path);
        if (!was)
            changes.append({FileChange::Kind::Added, file.path, 0, file.size});
        else if (was->gitSha1 != file.oid || (file.isLfs() && was->sha256 != file.sha256))
            changes.append({FileChange::Kind::Changed, file.path, was->size, file.size});
    }
    for (const HeldFile& file : before) {
        if (old.contains(file.path))
            changes.append({FileChange::Kind::Removed, file.path, file.size, 0});
    }
    return changes;
}

} // namespace hugger
