// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

namespace hugger {

/// Whether hugger starts with the desktop.
class Autostart {
public:
    Autostart() = default;
    virtual ~Autostart() = default;
    Q_DISABLE_COPY_MOVE(Autostart)

    [[nodiscard]] virtual bool isEnabled() const = 0;
    [[nodiscard]] virtual Done setEnabled(bool enabled) = 0;
};

} // namespace hugger
