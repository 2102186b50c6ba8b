// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/enginetypes.h"
#include "ui/widgets/messagebar.h"

/// What is said about a snapshot in words.
namespace hugger {

[[nodiscard]] QString heldText(const SnapshotDetails& details); ///< "3 of 24 files, 4.9 GB of 96 GB"
[[nodiscard]] QString provedText(const HeldRow& row); ///< "12 Nov 2026, SHA-256, all files"
[[nodiscard]] QString licenseText(const Record& record); ///< ids, else the name
[[nodiscard]] QString gatingText(Gating gating);
/// What happened to a snapshot, or upstream, that matters: the worst of it. No text when all is well.
[[nodiscard]] Message newsOf(const SnapshotDetails& details);

} // namespace hugger
