// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QLoggingCategory>
#include <QtCore/QString>

namespace hugger {

Q_DECLARE_LOGGING_CATEGORY(lcNet)
Q_DECLARE_LOGGING_CATEGORY(lcHub)
Q_DECLARE_LOGGING_CATEGORY(lcFetch)
Q_DECLARE_LOGGING_CATEGORY(lcStore)
Q_DECLARE_LOGGING_CATEGORY(lcCatalog)
Q_DECLARE_LOGGING_CATEGORY(lcArchive)
Q_DECLARE_LOGGING_CATEGORY(lcServer)

/// Removes what must never be written down: tokens, credentials in URLs, the query of signed URLs, Authorization and
/// Cookie values.
[[nodiscard]] QString redacted(QString text);

/// Sends all log lines through redacted() to stderr, and keeps Qt's own request dumps off (they print headers).
/// Warnings and worse by default; `verbose` shows everything of hugger's own categories. `json`: as lines of JSON,
/// {"log": ...}.
void installLogging(bool verbose, bool json);

} // namespace hugger
