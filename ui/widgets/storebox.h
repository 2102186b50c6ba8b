// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/enginetypes.h"

#include <QtWidgets/QComboBox>

namespace hugger {

/// Lists the stores, each with its free space, and its id as the data; those that are unplugged cannot be chosen. What
/// was chosen stays chosen; at first it is the default one.
void showStores(QComboBox& box, const QList<StoreStatus>& stores);

/// The store of that id; null when it is not among them.
[[nodiscard]] const StoreStatus* storeOf(const QList<StoreStatus>& stores, const QString& id);

} // namespace hugger
