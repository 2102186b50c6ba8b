// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QObject>
#include <QtDBus/QDBusUnixFileDescriptor>

namespace hugger {

/// Keeps the computer from going to sleep, through systemd-logind. Best effort: where there is none, nothing happens.
/// A closed lid and the user's own word still put it to sleep.
class SleepInhibitor final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    void setInhibited(bool inhibited);
    /// True once the desktop has agreed.
    [[nodiscard]] bool isInhibiting() const { return m_lock.isValid(); }

private:
    bool m_wanted = false;
    bool m_isAsking = false;
    bool m_isRefused = false; ///< not asked again while it is wanted
    QDBusUnixFileDescriptor m_lock; ///< sleep is inhibited for as long as this is open
};

} // namespace hugger
