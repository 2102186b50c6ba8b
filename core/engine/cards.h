// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/enginetypes.h"

namespace hugger {

/// The card of a snapshot from its store: README.md without front matter, at most 1 MiB of it, and those of its images
/// that are files of the same snapshot, at most 8 MiB each and 32 MiB in all. Blocks.
[[nodiscard]] Expected<Card> readCard(const Store& store, const Record& record);

/// Markdown without the YAML between its first two lines of ---.
[[nodiscard]] QString withoutFrontMatter(const QString& markdown);
/// Addresses of images, as Markdown and as HTML have them, each once.
[[nodiscard]] QStringList imagesOf(const QString& markdown);
/// The path in the repo an address of the card leads to: relative, or a link to this very repo; empty for any other.
[[nodiscard]] QString pathInRepo(const QString& address, const RepoId& repo);

} // namespace hugger
