// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/ui/scenes.h"

namespace hugger::test {

/// What is told of upstream: events, previews of updates, how a repo is watched.
[[nodiscard]] QList<Scene> watchScenes();

} // namespace hugger::test
