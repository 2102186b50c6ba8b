// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/tint.h"

#include <QtCore/QStringList>

/// How events look, and which belong together.
namespace hugger {

/// What the list of events shows.
enum class EventGroup { All, Changes, License, Gates, Gone, Own };

[[nodiscard]] QStringList typesOf(EventGroup group); ///< none for All
/// Those that tell of upstream: all but hugger's own.
[[nodiscard]] QStringList upstreamTypes();
[[nodiscard]] Chip eventChip(const QString& type); ///< with the words of EventsModel::typeText()
[[nodiscard]] QString eventIcon(const QString& type); ///< for themedIcon()

} // namespace hugger
