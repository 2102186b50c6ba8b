// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desktop/tray.h"

#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QMenu>
#include <QtWidgets/QSystemTrayIcon>

using namespace Qt::StringLiterals;
using namespace hugger;

class TestTray final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void menuAsks();
    void menuShowsWhatRuns();
    void saysHowFarChecksAre();
    void worksWithoutATray();
};

namespace {

QStringList visibleTexts(const QMenu& menu)
{
    QStringList texts;
    for (const QAction* action : menu.actions()) {
        if (action->isVisible() && !action->isSeparator())
            texts.append(action->text());
    }
    return texts;
}

} // namespace

void TestTray::menuAsks()
{
    Tray tray;
    QSignalSpy open(&tray, &Tray::openRequested);
    QSignalSpy add(&tray, &Tray::addFromClipboardRequested);
    QSignalSpy pause(&tray, &Tray::pauseAllRequested);
    QSignalSpy resume(&tray, &Tray::resumeAllRequested);
    QSignalSpy quit(&tray, &Tray::quitRequested);
    const auto trigger = [&tray](const QString& name) { tray.menu().findChild<QAction*>(name)->trigger(); };
    trigger(u"trayOpen"_s);
    trigger(u"trayAddFromClipboard"_s);
    trigger(u"trayPauseAll"_s);
    QCOMPARE(open.size(), 1);
    QCOMPARE(add.size(), 1);
    QCOMPARE(pause.size(), 1);
    QCOMPARE(resume.size(), 0);
    tray.setRunning({}, true);
    trigger(u"trayPauseAll"_s);
    QCOMPARE(resume.size(), 1);
    QCOMPARE(pause.size(), 1);
    trigger(u"trayQuit"_s);
    QCOMPARE(quit.size(), 1);
}

void TestTray::menuShowsWhatRuns()
{
    Tray tray;
    const QStringList still = visibleTexts(tray.menu());
    QCOMPARE(still,
             (QStringList{u"&Pause all"_s, u"&Add link from clipboard"_s, u"&Check upstream"_s, u"&Open hugger"_s,
                          u"&Quit"_s}));
    tray.setRunning({{u"acme/tiny"_s, 0.42}, {u"a&b"_s, -1.0}}, false);
    const QStringList busy = visibleTexts(tray.menu());
    QCOMPARE(busy.size(), still.size() + 2);
    QVERIFY2(busy[0].contains(u"acme/tiny"_s) && busy[0].contains(u"42"_s), qPrintable(busy[0]));
    QCOMPARE(busy[1], u"a&&b"_s);
    tray.setRunning({{u"1"_s, 0}, {u"2"_s, 0}, {u"3"_s, 0}, {u"4"_s, 0}}, true);
    QCOMPARE(visibleTexts(tray.menu()).size(), still.size() + 3);
    QVERIFY(visibleTexts(tray.menu()).contains(u"&Resume all"_s));
    tray.setRunning({}, false);
    QCOMPARE(visibleTexts(tray.menu()), still);
}

void TestTray::saysHowFarChecksAre()
{
    Tray tray;
    const QSignalSpy wanted(&tray, &Tray::checkRequested);
    auto* const check = tray.menu().findChild<QAction*>(u"trayCheck"_s);
    QVERIFY(check && check->isEnabled());
    check->trigger();
    QCOMPARE(wanted.size(), 1);
    tray.setWatching(u"Checking upstream: 12 of 40"_s);
    QCOMPARE(check->text(), u"Checking upstream: 12 of 40"_s);
    QVERIFY(!check->isEnabled());
    tray.setWatching({});
    QCOMPARE(check->text(), u"&Check upstream"_s);
    QVERIFY(check->isEnabled());
}

void TestTray::worksWithoutATray()
{
    if (QSystemTrayIcon::isSystemTrayAvailable())
        QSKIP("there is a tray here");
    Tray tray;
    QVERIFY(!tray.isAvailable());
    tray.show({0.5, true, false}, u"hugger"_s);
    QVERIFY(!tray.showBalloon(u"title"_s, u"text"_s, false));
}

QTEST_MAIN(TestTray)
#include "tst_tray.moc"
