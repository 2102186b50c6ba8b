// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bundle/bundleindex.h"

namespace hugger {

/// HOW-TO-USE-THIS.txt: what is in a bundle and how to use it without hugger, for whoever unpacks it.
[[nodiscard]] QByteArray howToUseThis(const BundleIndex& index);

} // namespace hugger
