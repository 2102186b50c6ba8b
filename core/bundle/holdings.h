// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "archive/library.h"

#include <QtCore/QSet>

namespace hugger {

/// The list of contents an archive holds, to be carried to another place, which then exports only what is not in it:
/// text, "<sha256>  <bytes>" a line, sorted, below lines that begin with "#" and say what it is.

/// Writes the undamaged contents of all plugged stores, or of one. Gives how many. Blocks; in the thread of the
/// library.
[[nodiscard]] Expected<qint64> writeHoldings(Library& library, const QString& storeId, const QString& file);
/// Usage "bad_holdings" names the first line that is wrong. Blocks.
[[nodiscard]] Expected<QSet<QByteArray>> readHoldings(const QString& file);

} // namespace hugger
