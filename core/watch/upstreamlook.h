// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "watch/seen.h"
#include "watch/watcher.h"

namespace hugger {

/// Asks the Hub how a repo that is held stands there now, and takes only clear words for an answer: that it is gone,
/// disabled or behind a gate is never concluded from a network or a server that fails. Lives in the thread of the
/// library; writes nothing.
class UpstreamLook final {
public:
    /// Both must outlive it.
    UpstreamLook(Library& library, const HubClient& hub)
        : m_library(library)
        , m_hub(hub)
    {
    }

    /// `revision` "": the default branch. "newer" and "current" are said of the followed revision; another one tells
    /// only what fetching it would take. NotHeld "not_held"; the errors of HubClient.
    [[nodiscard]] Task<Expected<UpstreamCheck>> run(RepoId repo, QString revision, std::stop_token stop) const;

private:
    [[nodiscard]] Task<Expected<QString>> stateOf(RepoInfo info, bool isFollowed, QList<HeldRow> rows,
                                                  std::stop_token stop) const;
    [[nodiscard]] bool wasPrivate(const QList<HeldRow>& rows) const;
    [[nodiscard]] Task<Expected<bool>> isBarred(RepoInfo info, HeldRow row, std::stop_token stop) const;

    Library& m_library;
    HubClient m_hub;
};

} // namespace hugger
