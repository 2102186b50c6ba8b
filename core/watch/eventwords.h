// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "watch/filechange.h"
#include "watch/finding.h"

#include <QtCore/QSet>

namespace hugger {

/// The pieces of what events say; in English, as all events.

/// "1d09b7a".
[[nodiscard]] QString shortCommit(const QByteArray& commit);
/// "main", "branch dev", "tag v1.0", "refs/convert/parquet"; as the begin of a sentence "The branch dev".
[[nodiscard]] QString refWords(const QString& ref, bool isBegin);
[[nodiscard]] EventFacts::Files countsOf(const QList<FileChange>& changes, qint64 fetchBytes);
/// "3 files added, 2 changed, 1 removed, 1.2 GB to fetch".
[[nodiscard]] QString changeWords(const EventFacts::Files& files);
/// "apache-2.0", "other (acme-license)", "none".
[[nodiscard]] QString licenseName(const LicenseFacts& license);
[[nodiscard]] QString licenseWords(const LicenseChange& change);
/// Of commits that nothing leads to any more; at least one.
[[nodiscard]] QString rewrittenWords(const QList<QByteArray>& lost, const QSet<QByteArray>& held);

} // namespace hugger
