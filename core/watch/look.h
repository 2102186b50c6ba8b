// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/hubclient.h"
#include "watch/sighting.h"

namespace hugger {

/// Looks once at how a repo that is held stands on the Hub now: info and refs, and more only where something differs
/// from what was seen. Takes only clear words for an answer; a network or a server that fails is an error. Lives in the
/// thread of the library; writes nothing.
class RepoLook final {
public:
    /// Both must outlive it. `account` is Evidence::account; without a token it is "anonymous" whatever is given.
    RepoLook(Library& library, const HubClient& hub, QString account = {});

    /// `before` is baselineOf(); `rows` are what is held of `held`, newest first. The errors of HubClient, also
    /// "repo_not_found" when nothing may be concluded from it (mayConcludeGone).
    [[nodiscard]] Task<Expected<Sighting>> run(Seen before, RepoId held, QList<HeldRow> rows,
                                               std::stop_token stop) const;

private:
    class Run;

    Library& m_library;
    HubClient m_hub;
    QString m_account;
};

} // namespace hugger
