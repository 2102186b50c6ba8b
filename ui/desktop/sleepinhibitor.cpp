// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desktop/sleepinhibitor.h"

#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusPendingCallWatcher>
#include <QtDBus/QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace hugger {

void SleepInhibitor::setInhibited(bool inhibited)
{
    m_wanted = inhibited;
    if (!m_wanted) {
        m_lock = {};
        m_isRefused = false;
        return;
    }
    if (m_lock.isValid() || m_isAsking || m_isRefused)
        return;
    auto call = QDBusMessage::createMethodCall(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s,
                                               u"org.freedesktop.login1.Manager"_s, u"Inhibit"_s);
    call.setArguments({u"sleep"_s, u"hugger"_s, tr("Fetching from the Hub"), u"block"_s});
    m_isAsking = true;
    const auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::systemBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* done) {
        done->deleteLater();
        m_isAsking = false;
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *done;
        // What is not wanted any more is closed here.
        if (m_wanted && !reply.isError())
            m_lock = reply.value();
        m_isRefused = m_wanted && reply.isError();
    });
}

} // namespace hugger
