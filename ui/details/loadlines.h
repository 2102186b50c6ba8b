// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/enginetypes.h"

namespace hugger {

/// Lines to copy that load a snapshot in one program.
struct LoadRecipe {
    QString title; ///< the program: "Python", "llama.cpp"
    QString note; ///< a sentence about it; may be empty
    QString text;
};

/// Those that make sense for what is held. None without a folder: unplugged, or a store that cannot have links.
[[nodiscard]] QList<LoadRecipe> loadRecipes(const SnapshotDetails& details);

[[nodiscard]] QString pythonQuoted(const QString& text); ///< as a literal of Python

} // namespace hugger
