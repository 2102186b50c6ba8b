// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/server/apijson.h"
#include "archive/jobqueue.h"
#include "archive/library.h"
#include "archive/plan.h"

#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <optional>

namespace hugger {

class Output;

/// Labels and folders of stores, looked up once: lists may be long.
class StoreNames final {
public:
    explicit StoreNames(Library& library)
        : m_library(library)
    {
    }

    [[nodiscard]] QString label(const QString& storeId);
    /// The folder of plain-named files; "" when the store is unplugged or the view was left out.
    [[nodiscard]] QString path(const SnapshotRow& row);

private:
    struct Known {
        QString label;
        std::optional<HubView> view; ///< nothing when the store is unplugged
    };
    [[nodiscard]] const Known& look(const QString& storeId);

    Library& m_library;
    QHash<QString, Known> m_known;
};

/// The fields of design section 10. `fetchedBytes` is null where nothing was fetched just now.
[[nodiscard]] QJsonObject snapshotJson(const SnapshotRow& row, StoreNames& stores,
                                       std::optional<qint64> fetchedBytes = {});
[[nodiscard]] QJsonObject planJson(const Plan& plan, const QString& storeLabel);

/// The plan, for a person.
void printPlan(Output& out, const Plan& plan, const QString& storeLabel);
/// "acme/tiny at main, 1a2b3c4".
[[nodiscard]] QString snapshotName(const SnapshotKey& key, const QString& revision);
[[nodiscard]] QString firstDigits(const QByteArray& commit);
/// What became of it on the Hub and what that means for the copy; "" while nothing is known or nothing is new.
[[nodiscard]] QString upstreamText(const SnapshotRow& row);
/// The Hub does not give it any more, or not to everybody, or not for the same use: removing it takes more than a slip.
[[nodiscard]] bool mayBeLastCopy(const SnapshotRow& row);
[[nodiscard]] QString licenseText(const LicenseFacts& license);
/// Why a job does not move, in words; "" when it does.
[[nodiscard]] QString waitText(const JobStatus& status);

/// What a job is about: "acme/tiny", "export of acme/tiny to x.tar.zst", "import of x.tar.zst".
[[nodiscard]] QString jobName(const Job& job);

/// A command that opens the snapshot in huggingface_hub without the Hub; "" when its view is not there.
[[nodiscard]] QString loadLine(const Record& record, const QString& snapshotFolder);

} // namespace hugger
