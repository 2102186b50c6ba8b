// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/enginetypes.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tint.h"

#include <QtCore/QCoreApplication>

namespace hugger {

/// What a glance at a job must tell; each job is one of them.
enum class JobLook {
    Running,
    Waiting, ///< goes on by itself
    Paused,
    NeedsUser, ///< goes on when somebody does something
    Failed,
    Completed,
    Cancelled
};

/// What can be done with one click on a job.
enum class RowAction { Pause, Resume, Cancel, Retry, OpenFolder };

/// How the window speaks about jobs.
class JobWords final {
    Q_DECLARE_TR_FUNCTIONS(JobWords)

public:
    [[nodiscard]] static JobLook look(const JobStatus& status);
    /// The repo's id; of a bundle "Export of acme/tiny", "Import of tiny.tar.zst".
    [[nodiscard]] static QString title(const Job& job);
    /// The folder where the bundle of an export that is done lies; empty for every other job.
    [[nodiscard]] static QString folderOf(const Job& job);
    /// The line under the title: what is going on, or why nothing is.
    [[nodiscard]] static QString line(const JobStatus& status, qint64 now);
    [[nodiscard]] static QString reason(const JobStatus& status); ///< why it waits; empty when it does not
    [[nodiscard]] static Chip chip(JobLook look);
    [[nodiscard]] static QList<RowAction> actions(const JobStatus& status); ///< that make sense now
    [[nodiscard]] static QString verb(RowAction action); ///< without mnemonic
    [[nodiscard]] static QString bytes(qint64 done, qint64 total); ///< "59.6 of 141 GB"
    [[nodiscard]] static double progress(const Job& job); ///< 0 to 1
    /// What to say about a job that failed or needs somebody, with its next step.
    [[nodiscard]] static Message message(const JobStatus& status, const QUrl& endpoint);
    [[nodiscard]] static QString details(const JobStatus& status); ///< to copy: for a bug report
    /// Facts side by side, "dataset · 12 files".
    [[nodiscard]] static QString facts(QStringList facts);

private:
    [[nodiscard]] static QString place(const Job& job); ///< of a bundle
};

} // namespace hugger
