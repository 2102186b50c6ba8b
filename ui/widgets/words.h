// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/enginetypes.h"
#include "watch/eventwords.h"

#include <QtCore/QString>

/// How the window says things: sizes, dates, states. All in the user's language and locale.
namespace hugger {

[[nodiscard]] QString sizeText(qint64 bytes); ///< "4.4 GB", powers of 1000 as the Hub shows them; "" for -1
[[nodiscard]] QString exactBytesText(qint64 bytes); ///< "4,431,385,152 bytes": for tooltips
[[nodiscard]] QString rateText(double bytesPerSecond); ///< "88.1 MB/s"
[[nodiscard]] QString durationText(qint64 seconds); ///< "15 min", "2 h 5 min"; "" for -1
[[nodiscard]] QString countText(qint64 count); ///< "1,204"
[[nodiscard]] QString filesText(qint64 files); ///< "12 files"
[[nodiscard]] QString percentText(double part); ///< 0.42: "42 %"
/// "today", "yesterday", "3 days ago" when younger than a week, else a short date of the locale; "" for 0.
[[nodiscard]] QString dateText(qint64 seconds);
[[nodiscard]] QString momentText(qint64 seconds); ///< the time of day when it is of today, else dateText()
[[nodiscard]] QString fullDateText(qint64 seconds); ///< date and time: for tooltips
[[nodiscard]] qint64 secondsOf(const QString& isoTime); ///< 0 when it is none

/// How far a round of checks is: "Checking upstream: 12 of 40"; empty while none is under way.
[[nodiscard]] QString watchText(const WatchProgress& progress);

[[nodiscard]] QString kindText(RepoKind kind); ///< "model"
[[nodiscard]] QString kindsText(RepoKind kind); ///< "Models"
/// Text of others made harmless for a label: no control or direction-changing characters, one line.
[[nodiscard]] QString plainLine(const QString& text);
/// Text of others for a tooltip, which would take it for HTML when it looks so.
[[nodiscard]] QString plainTooltip(const QString& text);

} // namespace hugger
