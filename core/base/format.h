// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QString>

namespace hugger {

/// Bytes as the Hub shows them: powers of 1000, one decimal from kB on ("4.4 GB").
[[nodiscard]] QString formatBytes(qint64 bytes);

/// Bytes per second, "112 MB/s".
[[nodiscard]] QString formatRate(double bytesPerSecond);

/// Seconds as "12 s", "3 min", "2 h 5 min".
[[nodiscard]] QString formatSeconds(qint64 seconds);

/// ISO 8601 in UTC with seconds, "2026-11-20T21:30:23Z": the one form of time in records and JSON.
[[nodiscard]] QString isoTime(const QDateTime& time);
[[nodiscard]] QString isoNow();

/// Text from outside made safe for a terminal or a log: control and direction-changing characters become \xNN or
/// \uNNNN.
[[nodiscard]] QString escapeForTerminal(const QString& text);

} // namespace hugger
