// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QElapsedTimer>

namespace hugger {

/// One limit over all transfers, in bytes per second; can change at any time. 0 means no limit.
class Bandwidth final {
public:
    void setLimit(qint64 bytesPerSecond);
    [[nodiscard]] bool isLimited() const { return m_limit > 0; }
    /// How many of `wanted` bytes may be read now; they count as read.
    [[nodiscard]] qint64 take(qint64 wanted);

private:
    qint64 m_limit = 0;
    double m_credit = 0;
    qint64 m_last = 0; ///< ns
    QElapsedTimer m_clock;
};

} // namespace hugger
