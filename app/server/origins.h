// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QByteArrayView>

namespace hugger {

/// Whether an Origin is that of a browser's extension: "chrome-extension://" or "moz-extension://", and an id of 1 to
/// 64 small letters, digits and hyphens. Every browser has its own form of id; no page has such an origin.
[[nodiscard]] bool isExtensionOrigin(QByteArrayView origin);

} // namespace hugger
