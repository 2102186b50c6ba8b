// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QByteArray>

namespace hugger {

/// From the system's own source; the program ends when that fails.
[[nodiscard]] QByteArray randomBytes(qsizetype count);
/// "hugger_" and 32 random bytes as 43 characters of base64url.
[[nodiscard]] QByteArray newToken();

[[nodiscard]] QByteArray sha256(QByteArrayView bytes); ///< 32 raw bytes
[[nodiscard]] QByteArray hmacSha256(QByteArrayView key, QByteArrayView message); ///< 32 raw bytes
/// Takes as long for any two of the same length.
[[nodiscard]] bool isSameSecret(QByteArrayView one, QByteArrayView other);

} // namespace hugger
