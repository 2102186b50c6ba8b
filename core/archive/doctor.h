// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "archive/library.h"
#include "hub/hubclient.h"
#include "hub/tokens.h"

namespace hugger {

/// One thing that was looked at.
struct Checkup {
    enum class Verdict { Good, Note, Bad };
    QString name; ///< "store_writable", "links", "space", "hub", "token", "clock", "catalog"
    Verdict verdict = Verdict::Good;
    QString sentence; ///< what was found, and what to do when it is bad
};

/// Looks at the set-up: every store writable, links possible, space, Hub reachable, token valid, clock (against the
/// Hub's Date header), catalog whole.
[[nodiscard]] Task<QList<Checkup>> examine(Library& library, const HubClient& hub, Token token, std::stop_token stop);

} // namespace hugger
