// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QByteArray>

namespace hugger {

/// HOW-TO-READ-THIS.txt: what is in a store and how to use it without hugger, for somebody who finds the drive in
/// twenty years.
[[nodiscard]] QByteArray howToReadThis();

} // namespace hugger
