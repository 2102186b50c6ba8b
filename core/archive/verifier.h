// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "archive/library.h"
#include "archive/workprogress.h"
#include "base/async.h"

namespace hugger {

struct VerifyTrouble {
    SnapshotKey key;
    QString path;
    QString reason; ///< "the bytes changed: hash is ..., should be ...", "cannot be read: ..."
};

struct VerifyReport {
    qint64 verified = 0; ///< files whose bytes on disk have the right hash
    QList<VerifyTrouble> damaged;
    QList<VerifyTrouble> missing;
    QStringList unplugged; ///< labels of stores that could not be looked at
};

/// Computes the SHA-256 of every object of the snapshots over the bytes on disk, several at a time, each object once
/// however many files share it. Writes the outcome down: the date in the records, damage in the catalog, an event.
/// Damaged bytes stay where they are until a good copy replaces them.
[[nodiscard]] Task<Expected<VerifyReport>> verify(Library& library, QList<SnapshotRow> rows, QThreadPool& pool,
                                                  std::shared_ptr<WorkProgress> progress, std::stop_token stop);

} // namespace hugger
