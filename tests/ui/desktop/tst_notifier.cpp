// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desktop/notifier.h"

#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusContext>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace hugger;

/// Plays org.freedesktop.Notifications.
class FakeService final : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Call {
        uint replaces = 0;
        QString title;
        QString text;
        QStringList actions;
        QVariantMap hints;
    };
    QList<Call> calls;
    QStringList abilities{u"actions"_s, u"body"_s, u"body-markup"_s};
    int asked = 0;
    bool refuses = false;
    QList<uint> closed;

public Q_SLOTS:
    QStringList GetCapabilities()
    {
        ++asked;
        return abilities;
    }
    uint Notify(const QString& app, uint replaces, const QString& icon, const QString& title, const QString& text,
                const QStringList& actions, const QVariantMap& hints, int timeout)
    {
        Q_UNUSED(timeout)
        if (refuses || app != u"hugger" || icon.isEmpty()) {
            sendErrorReply(QDBusError::Failed, u"refused"_s);
            return 0;
        }
        calls.append({replaces, title, text, actions, hints});
        return replaces > 0 ? replaces : static_cast<uint>(calls.size()) + 40;
    }

    void CloseNotification(uint number) { closed.append(number); }

Q_SIGNALS:
    void ActionInvoked(uint number, const QString& action);
    void NotificationClosed(uint number, uint reason);
    void ActivationToken(uint number, const QString& token);
};

class TestNotifier final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void shows();
    void escapesWhereMarkupIsRead();
    void replacesOneOfTheSameId();
    void neverShowsTwoOfOneId();
    void tellsWhatWasChosen();
    void withdraws();
    void withdrawsWhatIsOnItsWay();
    void goesOnAfterARefusal();
    void worksWithoutAService();

private:
    QDBusConnection m_bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"fake"_s);
    std::unique_ptr<FakeService> m_service;
};

void TestNotifier::init()
{
    if (!m_bus.isConnected())
        QSKIP("there is no session bus here; run it under dbus-run-session");
    m_service = std::make_unique<FakeService>();
    QVERIFY(m_bus.registerObject(u"/org/freedesktop/Notifications"_s, m_service.get(),
                                 QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    QVERIFY(m_bus.registerService(u"org.freedesktop.Notifications"_s));
}

void TestNotifier::cleanup()
{
    m_bus.unregisterService(u"org.freedesktop.Notifications"_s);
    m_bus.unregisterObject(u"/org/freedesktop/Notifications"_s);
}

void TestNotifier::shows()
{
    Notifier notifier(nullptr);
    notifier.notify({u"done"_s, u"Archived"_s, u"acme/tiny"_s, false, {{u"show"_s, u"Show"_s}}});
    notifier.notify({u"failed"_s, u"Not archived"_s, u"acme/big"_s, true, {{u"retry"_s, u"Retry"_s}}});
    QTRY_COMPARE(m_service->calls.size(), 2);
    const auto& call = m_service->calls[0];
    QCOMPARE(call.title, u"Archived"_s);
    QCOMPARE(call.text, u"acme/tiny"_s);
    QCOMPARE(call.actions, (QStringList{u"default"_s, u"Show"_s, u"show"_s, u"Show"_s}));
    QCOMPARE(call.hints.value(u"desktop-entry"_s).toString(), u"io.github.hugger.Hugger"_s);
    QCOMPARE(m_service->calls[1].actions.value(2), u"retry"_s);
    QCOMPARE(m_service->asked, 1);
}

void TestNotifier::escapesWhereMarkupIsRead()
{
    Notifier markup(nullptr);
    markup.notify({u"a"_s, u"t"_s, u"<b>&"_s, false, {}});
    QTRY_COMPARE(m_service->calls.size(), 1);
    QCOMPARE(m_service->calls[0].text, u"&lt;b&gt;&amp;"_s);
    m_service->abilities = {u"body"_s};
    Notifier plain(nullptr);
    plain.notify({u"a"_s, u"t"_s, u"<b>&"_s, false, {{u"x"_s, u"X"_s}}});
    QTRY_COMPARE(m_service->calls.size(), 2);
    QCOMPARE(m_service->calls[1].text, u"<b>&"_s);
    QVERIFY(m_service->calls[1].actions.isEmpty());
}

void TestNotifier::replacesOneOfTheSameId()
{
    Notifier notifier(nullptr);
    QSignalSpy activated(&notifier, &Notifier::activated);
    notifier.notify({u"a"_s, u"1"_s, {}, false, {}});
    QTRY_COMPARE(m_service->calls.size(), 1);
    // An answer of the service that only comes when it knows the number: now it does.
    QTRY_VERIFY([&] {
        Q_EMIT m_service->ActionInvoked(41, u"default"_s);
        return !activated.isEmpty();
    }());
    notifier.notify({u"a"_s, u"2"_s, {}, false, {}});
    QTRY_COMPARE(m_service->calls.size(), 2);
    QCOMPARE(m_service->calls[1].replaces, 41u);
}

void TestNotifier::neverShowsTwoOfOneId()
{
    Notifier notifier(nullptr);
    for (const QString& title : {u"1"_s, u"2"_s, u"3"_s})
        notifier.notify({u"a"_s, title, {}, false, {}});
    QTRY_COMPARE(m_service->calls.size(), 2);
    QCOMPARE(m_service->calls[1].replaces, 41u);
    QCOMPARE(m_service->calls[1].title, u"3"_s);
}

void TestNotifier::tellsWhatWasChosen()
{
    Notifier notifier(nullptr);
    QSignalSpy activated(&notifier, &Notifier::activated);
    notifier.notify({u"first"_s, u"1"_s, {}, false, {}});
    notifier.notify({u"second"_s, u"2"_s, {}, true, {{u"retry"_s, u"Retry"_s}}});
    QTRY_COMPARE(m_service->calls.size(), 2);
    Q_EMIT m_service->ActionInvoked(7, u"retry"_s); // somebody else's
    Q_EMIT m_service->ActivationToken(42, u"token"_s);
    QTRY_VERIFY([&] {
        Q_EMIT m_service->ActionInvoked(42, u"retry"_s);
        return !activated.isEmpty();
    }());
    QCOMPARE(activated[0], (QVariantList{u"second"_s, u"retry"_s}));
    QCOMPARE(qgetenv("XDG_ACTIVATION_TOKEN"), "token");
    qunsetenv("XDG_ACTIVATION_TOKEN");

    Q_EMIT m_service->NotificationClosed(42, 2);
    Q_EMIT m_service->ActionInvoked(41, u"default"_s);
    QTRY_COMPARE(activated.last(), (QVariantList{u"first"_s, u"default"_s}));
    const auto before = activated.size();
    Q_EMIT m_service->ActionInvoked(42, u"retry"_s);
    Q_EMIT m_service->ActionInvoked(41, u"default"_s);
    QTRY_COMPARE(activated.size(), before + 1);
    QCOMPARE(activated.last(), (QVariantList{u"first"_s, u"default"_s}));
}

void TestNotifier::withdraws()
{
    Notifier notifier(nullptr);
    QSignalSpy activated(&notifier, &Notifier::activated);
    notifier.withdraw(u"a"_s); // there is none
    notifier.notify({u"a"_s, u"1"_s, {}, false, {}});
    QTRY_COMPARE(m_service->calls.size(), 1);
    // The answer has come by then.
    QTRY_VERIFY([&] {
        Q_EMIT m_service->ActionInvoked(41, u"default"_s);
        return !activated.isEmpty();
    }());
    notifier.withdraw(u"a"_s);
    QTRY_COMPARE(m_service->closed, QList<uint>{41});
    notifier.withdraw(u"a"_s);
    // The next one is a new one.
    notifier.notify({u"a"_s, u"2"_s, {}, false, {}});
    QTRY_COMPARE(m_service->calls.size(), 2);
    QCOMPARE(m_service->calls[1].replaces, 0u);
    QCOMPARE(m_service->closed.size(), 1);
}

/// Before the service even said what it is called.
void TestNotifier::withdrawsWhatIsOnItsWay()
{
    Notifier notifier(nullptr);
    notifier.notify({u"early"_s, u"1"_s, {}, false, {}});
    notifier.withdraw(u"early"_s);
    notifier.notify({u"a"_s, u"2"_s, {}, false, {}});
    QTRY_COMPARE(m_service->calls.size(), 1);
    QCOMPARE(m_service->calls[0].title, u"2"_s);
    // Its number is on the way.
    notifier.notify({u"b"_s, u"3"_s, {}, false, {}});
    notifier.notify({u"b"_s, u"4"_s, {}, false, {}});
    notifier.withdraw(u"b"_s);
    QTRY_COMPARE(m_service->closed, QList<uint>{42});
    QCOMPARE(m_service->calls.size(), 2);
    // Withdrawn, and there again.
    notifier.notify({u"c"_s, u"5"_s, {}, false, {}});
    notifier.withdraw(u"c"_s);
    notifier.notify({u"c"_s, u"6"_s, {}, false, {}});
    QTRY_COMPARE(m_service->calls.size(), 4);
    QCOMPARE(m_service->calls[3].title, u"6"_s);
    QCOMPARE(m_service->calls[3].replaces, 43u);
    QCOMPARE(m_service->closed.size(), 1);
}

void TestNotifier::goesOnAfterARefusal()
{
    Notifier notifier(nullptr);
    m_service->refuses = true;
    notifier.notify({u"a"_s, u"1"_s, {}, false, {}});
    QTRY_COMPARE(m_service->asked, 1);
    m_service->refuses = false;
    QTRY_VERIFY([&] {
        notifier.notify({u"a"_s, u"2"_s, {}, false, {}});
        return !m_service->calls.isEmpty();
    }());
    QCOMPARE(m_service->calls[0].replaces, 0u);
}

void TestNotifier::worksWithoutAService()
{
    QVERIFY(m_bus.unregisterService(u"org.freedesktop.Notifications"_s));
    Notifier notifier(nullptr);
    notifier.notify({u"a"_s, u"1"_s, {}, false, {}});
    QVERIFY(m_bus.registerService(u"org.freedesktop.Notifications"_s));
    // One that starts later is used.
    QTRY_VERIFY([&] {
        notifier.notify({u"a"_s, u"2"_s, {}, false, {}});
        return !m_service->calls.isEmpty();
    }());
}

QTEST_MAIN(TestNotifier)
#include "tst_notifier.moc"
