// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "archive/jobqueue.h"

namespace hugger::test {

/// Fills a profile folder with a library that looks lived in, without a Hub: two stores ("Home" and the unplugged
/// "Shelf disk 2"), snapshots in every state, cards, notes, events, and jobs that are all paused. Returns the profile
/// folder.
QString makeSampleLibrary(const QString& folder, const QUrl& endpoint = {});
/// settings.ini with that endpoint and nothing else; without one, a port where nobody listens.
void setEndpoint(const QString& profileFolder, const QUrl& endpoint = {});

/// The jobs of the sample library as they would look while they run: for Engine::jobsReset().
[[nodiscard]] QList<JobStatus> sampleTransfers();

/// As many snapshots in the catalog alone, two to a repo, in every state; their records and objects are not there.
/// Every 1,000th is of the organisation "needle".
void makeHugeCatalog(const QString& profileFolder, qsizetype snapshots);
/// As many jobs that wait for their turn.
void makeLongQueue(const QString& profileFolder, qsizetype jobs, bool paused);

/// A snapshot of 2 GB that verifies well and takes no space: acme/zeros.
void addProvableSnapshot(const QString& profileFolder);

} // namespace hugger::test
