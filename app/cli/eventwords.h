// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/output.h"
#include "catalog/state.h"

namespace hugger {

/// The types `hugger events --type` knows: what happened upstream, then what hugger did.
[[nodiscard]] QStringList eventTypes();

/// A line that says what happened, for a check that found it just now.
void printNews(Output& out, const Event& event);
/// The same for a list: with its number and the time.
void printEvent(Output& out, const Event& event);
/// All that is known of it: what changed, and the exchanges with the Hub that prove it.
void printEventWhole(Output& out, const Event& event, const QJsonObject& facts);

} // namespace hugger
