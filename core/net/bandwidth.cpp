// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/bandwidth.h"

#include <algorithm>

namespace hugger {

void Bandwidth::setLimit(qint64 bytesPerSecond)
{
    m_limit = std::max<qint64>(0, bytesPerSecond);
    m_credit = 0;
    m_last = 0;
    m_clock.start();
}

qint64 Bandwidth::take(qint64 wanted)
{
    if (m_limit == 0)
        return wanted;
    const qint64 now = m_clock.nsecsElapsed();
    const auto elapsed = static_cast<double>(now - m_last) / 1e9;
    m_last = now;
    // At most a fifth of a second is saved up: after a pause nothing rushes.
    m_credit = std::min(m_credit + elapsed * static_cast<double>(m_limit), static_cast<double>(m_limit) / 5 + 1);
    const auto granted = std::min(wanted, static_cast<qint64>(m_credit));
    m_credit -= static_cast<double>(granted);
    return granted;
}

} // namespace hugger
