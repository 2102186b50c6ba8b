// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QJsonObject>

#include <expected>

namespace hugger {

/// Reads an object that every reader would understand in the same way: no key twice, no lone surrogates, no deep
/// nesting, nothing after it. Else a sentence that says what is wrong.
[[nodiscard]] std::expected<QJsonObject, QString> readStrictObject(const QByteArray& bytes);

} // namespace hugger
