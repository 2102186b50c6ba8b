// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desktop/sleepinhibitor.h"

#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusContext>
#include <QtDBus/QDBusPendingCallWatcher>
#include <QtTest/QTest>

#include <array>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace hugger;

/// Plays systemd-logind.
class FakeLogin final : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    QStringList asked;
    bool refuses = false;
    int watched = -1; ///< reads the end of file once the last holder has let go

    [[nodiscard]] bool isHeld() const
    {
        char byte = 0;
        return read(watched, &byte, 1) < 0;
    }

public Q_SLOTS:
    QDBusUnixFileDescriptor Inhibit(const QString& what, const QString& who, const QString& why, const QString& mode)
    {
        asked.append(what + u' ' + who + u' ' + mode + (why.isEmpty() ? u" no reason"_s : QString()));
        if (refuses) {
            sendErrorReply(QDBusError::AccessDenied, u"no"_s);
            return {};
        }
        std::array<int, 2> ends{};
        if (pipe2(ends.data(), O_NONBLOCK | O_CLOEXEC) != 0)
            return {};
        watched = ends[0];
        QDBusUnixFileDescriptor lock;
        lock.giveFileDescriptor(ends[1]);
        return lock;
    }
};

class TestSleepInhibitor final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void holdsWhileWanted();
    void letsGoOfWhatComesTooLate();
    void takesNoForAnAnswer();
    void worksWithoutLogin();

private:
    FakeLogin m_login;
    QDBusConnection m_bus{u"none yet"_s};
};

void TestSleepInhibitor::initTestCase()
{
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", qgetenv("DBUS_SESSION_BUS_ADDRESS"));
    m_bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"fake"_s);
    if (!m_bus.isConnected())
        QSKIP("there is no session bus here; run it under dbus-run-session");
    QVERIFY(m_bus.registerObject(u"/org/freedesktop/login1"_s, &m_login, QDBusConnection::ExportAllSlots));
    QVERIFY(m_bus.registerService(u"org.freedesktop.login1"_s));
}

void TestSleepInhibitor::holdsWhileWanted()
{
    SleepInhibitor inhibitor;
    QVERIFY(!inhibitor.isInhibiting());
    inhibitor.setInhibited(true);
    inhibitor.setInhibited(true);
    QTRY_VERIFY(inhibitor.isInhibiting());
    QCOMPARE(m_login.asked, QStringList{u"sleep hugger block"_s});
    inhibitor.setInhibited(true);
    QVERIFY(m_login.isHeld());
    inhibitor.setInhibited(false);
    QVERIFY(!inhibitor.isInhibiting());
    QTRY_VERIFY(!m_login.isHeld());
    QCOMPARE(m_login.asked.size(), 1);
}

void TestSleepInhibitor::letsGoOfWhatComesTooLate()
{
    m_login.asked.clear();
    SleepInhibitor inhibitor;
    inhibitor.setInhibited(true);
    inhibitor.setInhibited(false);
    QTRY_COMPARE(m_login.asked.size(), 1);
    QTRY_VERIFY(!m_login.isHeld());
    QVERIFY(!inhibitor.isInhibiting());
}

void TestSleepInhibitor::takesNoForAnAnswer()
{
    m_login.asked.clear();
    m_login.refuses = true;
    SleepInhibitor inhibitor;
    const auto questions = [&inhibitor] { return inhibitor.findChildren<QDBusPendingCallWatcher*>().size(); };
    inhibitor.setInhibited(true);
    QCOMPARE(questions(), 1);
    QTRY_COMPARE(questions(), 0);
    QCOMPARE(m_login.asked.size(), 1);
    inhibitor.setInhibited(true);
    QCOMPARE(questions(), 0);
    // The next time may be another matter.
    m_login.refuses = false;
    inhibitor.setInhibited(false);
    inhibitor.setInhibited(true);
    QTRY_VERIFY(inhibitor.isInhibiting());
    QCOMPARE(m_login.asked.size(), 2);
}

void TestSleepInhibitor::worksWithoutLogin()
{
    QVERIFY(m_bus.unregisterService(u"org.freedesktop.login1"_s));
    SleepInhibitor inhibitor;
    inhibitor.setInhibited(true);
    inhibitor.setInhibited(false);
    QVERIFY(!inhibitor.isInhibiting());
    QVERIFY(m_bus.registerService(u"org.freedesktop.login1"_s));
    QTRY_VERIFY([&] {
        if (inhibitor.isInhibiting())
            return true;
        inhibitor.setInhibited(false);
        inhibitor.setInhibited(true);
        return false;
    }());
}

QTEST_MAIN(TestSleepInhibitor)
#include "tst_sleepinhibitor.moc"
