// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QString>

namespace hugger {

[[nodiscard]] QString shellQuoted(const QString& text); ///< as one word of a POSIX shell

} // namespace hugger
