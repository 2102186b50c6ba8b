// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/hubclient.h"
#include "watch/seen.h"

namespace hugger {

/// Gets what files like LICENSE said and say: from what is held, else from the Hub. Both must outlive it.
class LicenseTexts final {
public:
    /// `repo` by its present name; `rows` are what is held of it, under whatever name.
    LicenseTexts(Library& library, const HubClient& hub, RepoId repo, QList<HeldRow> rows)
        : m_library(library)
        , m_hub(hub)
        , m_repo(std::move(repo))
        , m_rows(std::move(rows))
    {
    }

    /// A file at a commit; no hash: it is not there.
    struct Side {
        QByteArray commit;
        QByteArray gitSha1;
    };
    /// A side that the Hub refuses, or that is no short text, stays empty. The errors of HubClient else.
    [[nodiscard]] Task<Expected<LicenseChange::Text>> of(QString path, Side before, Side after,
                                                         std::stop_token stop) const;

private:
    [[nodiscard]] Task<Expected<QString>> one(QString path, Side side, std::stop_token stop) const;
    [[nodiscard]] std::optional<QByteArray> held(const QString& path, const QByteArray& gitSha1) const;

    Library& m_library;
    HubClient m_hub;
    RepoId m_repo;
    QList<HeldRow> m_rows;
};

} // namespace hugger
