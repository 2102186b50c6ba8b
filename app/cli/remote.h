// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/commands.h"
#include "app/cli/runninghugger.h"

namespace hugger {

/// A command's way to the hugger that has the profile open.
struct Remote {
    Library* library = nullptr; ///< opened for reading alone
    std::unique_ptr<RunningHugger> running;
};

/// After `busy`, which opening for writing gave. Any error but Busy "profile_busy" is handed back as it is; so is that
/// one, with the reason, when nobody can be reached.
[[nodiscard]] Task<Expected<Remote>> openRemote(Context& context, Error busy);

/// For commands that no running hugger does for another process: says so where the profile is busy.
[[nodiscard]] Error needsProfileAlone(Error error, const QString& what);

/// The number a row of the catalog has in the API.
[[nodiscard]] Expected<qint64> archiveNumber(Library& library, const SnapshotRow& row);

/// A job as the API tells it.
[[nodiscard]] JobStatus jobOfJson(const QJsonObject& json);
/// The same for an event.
[[nodiscard]] Event eventOfJson(const QJsonObject& json);

} // namespace hugger
