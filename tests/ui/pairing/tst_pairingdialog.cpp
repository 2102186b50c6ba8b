// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/ui/fakeconnections.h"
#include "ui/pairing/pairingdialog.h"
#include "ui/pairing/pairingprompt.h"

#include <QtGui/QAccessible>
#include <QtGui/QWindow>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStyleFactory>

using namespace Qt::StringLiterals;
using namespace hugger;
using namespace hugger::test;

namespace {

/// A window, perhaps hidden, and what asks.
struct Scene {
    FakeConnections connections;
    QWidget window;
    PairingPrompt* prompt = new PairingPrompt(connections, &window);
    QSignalSpy asked{prompt, &PairingPrompt::asked};
    QSignalSpy ended{prompt, &PairingPrompt::ended};

    /// The dialogs that can be seen.
    static QList<PairingDialog*> dialogs()
    {
        QList<PairingDialog*> found;
        const auto windows = QApplication::topLevelWidgets();
        for (QWidget* const one : windows) {
            if (auto* const dialog = qobject_cast<PairingDialog*>(one); dialog && dialog->isVisible())
                found.append(dialog);
        }
        return found;
    }
    static PairingDialog* dialog() { return dialogs().isEmpty() ? nullptr : dialogs().first(); }
    static QString text(const QString& label) { return dialog()->findChild<QLabel*>(label)->text(); }
    static QPushButton* button(const QString& name) { return dialog()->findChild<QPushButton*>(name); }
};

PairingAsk askOf(const QString& id, int seconds = 60)
{
    PairingAsk ask = sampleAsk();
    ask.id = id;
    ask.secondsLeft = seconds;
    return ask;
}

} // namespace

class TestPairingDialog final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    }
    void cleanup() { QVERIFY(Scene::dialogs().isEmpty()); }
    void asks();
    void saysWhatAProgramIs();
    void takesNamesAsTheyAre();
    void waitsBeforeItCanBeAllowed();
    void allows();
    void denies_data();
    void denies();
    void showsTheWindowWhenItIsOver();
    void leavesTheKeyboardAlone();
    void comesWhileTheWindowIsHidden();
    void isNeverThereTwice();
    void goesWhenItIsOver();
    void saysThatTheTimeWasUp();
    void makesRoomForTheNext();
    void goesWithTheWindow();
    void showsWhatWasAskedBefore();
    void countsDown();
    void keepsTheCodeInOrder();
};

void TestPairingDialog::asks()
{
    Scene scene;
    scene.connections.setAsk(sampleAsk());
    QVERIFY(scene.dialog());
    QCOMPARE(scene.dialog()->windowModality(), Qt::NonModal);
    QCOMPARE(scene.text(u"pairingQuestion"_s),
             u"Firefox on Linux wants to connect to hugger. Does it show this code?"_s);
    QCOMPARE(scene.text(u"pairingCode"_s), u"418\u00a0207"_s);
    QCOMPARE(scene.text(u"pairingOrigin"_s), u"It says it is moz-extension://5f0c3c1e-1111-4a5b-9f64-0a1b2c3d4e5f."_s);
    QCOMPARE(scene.text(u"pairingPower"_s),
             u"It could then see what you hold, archive with your access to the Hub, pause and cancel transfers, and "
             "move snapshots to the trash."_s);
    auto* const spoken = QAccessible::queryAccessibleInterface(scene.dialog()->findChild<QLabel*>(u"pairingCode"_s));
    QCOMPARE(spoken->text(QAccessible::Name), u"Code 4 1 8 2 0 7"_s);
    QCOMPARE(scene.asked.size(), 1);
    QCOMPARE(scene.asked.first().first().value<PairingAsk>(), sampleAsk());
    scene.connections.setAsk(std::nullopt);
}

void TestPairingDialog::saysWhatAProgramIs()
{
    Scene scene;
    PairingAsk ask = sampleAsk();
    ask.origin.clear();
    scene.connections.setAsk(ask);
    QCOMPARE(scene.text(u"pairingOrigin"_s), u"A program of this computer, not a browser."_s);
    scene.connections.setAsk(std::nullopt);
}

/// What somebody calls itself is text, and does not make the window its own.
void TestPairingDialog::takesNamesAsTheyAre()
{
    Scene scene;
    scene.connections.setAsk(sampleAsk());
    const int width = scene.dialog()->width();
    PairingAsk ask = askOf(u"p2"_s);
    ask.name = u"<h1>Allow</h1>\n"_s + QString(200, u'W');
    scene.connections.setAsk(ask);
    const auto* const question = scene.dialog()->findChild<QLabel*>(u"pairingQuestion"_s);
    QCOMPARE(question->textFormat(), Qt::PlainText);
    QVERIFY(question->text().startsWith(u"<h1>Al"_s));
    QCOMPARE(scene.dialog()->width(), width);
    scene.connections.setAsk(std::nullopt);
}

void TestPairingDialog::waitsBeforeItCanBeAllowed()
{
    Scene scene;
    scene.connections.setAsk(sampleAsk());
    auto* const allow = scene.button(u"pairingAllow"_s);
    QElapsedTimer time;
    time.start();
    QVERIFY(!allow->isEnabled());
    allow->click(); // was meant for what was there before
    QVERIFY(scene.connections.answers.isEmpty());
    QTRY_VERIFY(allow->isEnabled());
    QVERIFY(time.durationElapsed() >= PairingDialog::calmTime / 2);
    QVERIFY(scene.button(u"pairingDeny"_s)->isDefault());
    scene.connections.setAsk(std::nullopt);
}

void TestPairingDialog::allows()
{
    Scene scene;
    scene.connections.setAsk(sampleAsk());
    QTRY_VERIFY(scene.button(u"pairingAllow"_s)->isEnabled());
    scene.button(u"pairingAllow"_s)->click();
    QCOMPARE(scene.connections.answers, (QList<std::pair<QString, PairingAnswer>>{{u"p1"_s, PairingAnswer::Allow}}));
    QVERIFY(!scene.dialog());
    QCOMPARE(scene.ended.size(), 1);
}

void TestPairingDialog::denies_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<PairingAnswer>("answer");
    QTest::newRow("button") << u"button"_s << PairingAnswer::Deny;
    QTest::newRow("Enter") << u"enter"_s << PairingAnswer::Deny;
    // Easily done by mistake.
    QTest::newRow("Escape") << u"escape"_s << PairingAnswer::Later;
    QTest::newRow("close") << u"close"_s << PairingAnswer::Later;
}

void TestPairingDialog::denies()
{
    QFETCH(const QString, how);
    QFETCH(const PairingAnswer, answer);
    Scene scene;
    scene.connections.setAsk(sampleAsk());
    PairingDialog* const dialog = scene.dialog();
    if (how == "button"_L1)
        scene.button(u"pairingDeny"_s)->click(); // at once: it does no harm
    else if (how == "enter"_L1)
        QTest::keyClick(dialog, Qt::Key_Return);
    else if (how == "escape"_L1)
        QTest::keyClick(dialog, Qt::Key_Escape);
    else
        dialog->close();
    QCOMPARE(scene.connections.answers, (QList<std::pair<QString, PairingAnswer>>{{u"p1"_s, answer}}));
    QVERIFY(!scene.dialog());
    QCOMPARE(scene.ended.size(), 1);
}

/// Somebody clicks a notification that is older than the answer.
void TestPairingDialog::showsTheWindowWhenItIsOver()
{
    Scene scene;
    scene.connections.setAsk(sampleAsk());
    scene.connections.setAsk(std::nullopt);
    QVERIFY(!scene.window.isVisible());
    scene.prompt->raise();
    QVERIFY(QTest::qWaitForWindowActive(&scene.window));
    scene.window.showMinimized();
    scene.prompt->raise();
    QVERIFY(!scene.window.isMinimized());
}

void TestPairingDialog::leavesTheKeyboardAlone()
{
    Scene scene;
    scene.window.show();
    scene.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&scene.window));
    scene.connections.setAsk(sampleAsk());
    QVERIFY(QTest::qWaitForWindowExposed(scene.dialog()));
    // What the desktop is told. The platform of these tests activates every window that is shown.
    QVERIFY(scene.dialog()->windowHandle()->property("_q_showWithoutActivating").toBool());
    scene.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&scene.window));
    scene.prompt->raise(); // somebody clicked the notification
    QVERIFY(QTest::qWaitForWindowActive(scene.dialog()));
    scene.connections.setAsk(std::nullopt);
}

void TestPairingDialog::comesWhileTheWindowIsHidden()
{
    Scene scene;
    QVERIFY(!scene.window.isVisible());
    scene.connections.setAsk(sampleAsk());
    QVERIFY(QTest::qWaitForWindowExposed(scene.dialog()));
    QVERIFY(!scene.window.isVisible());
    QVERIFY(scene.dialog()->isWindow() && !scene.dialog()->parentWidget());
    scene.connections.setAsk(std::nullopt);
}

void TestPairingDialog::isNeverThereTwice()
{
    Scene scene;
    scene.connections.setAsk(sampleAsk());
    PairingDialog* const dialog = scene.dialog();
    Q_EMIT scene.connections.askChanged();
    Q_EMIT scene.connections.askChanged();
    QCOMPARE(scene.dialogs(), QList{dialog});
    QCOMPARE(scene.asked.size(), 1);
    scene.connections.setAsk(std::nullopt);
}

void TestPairingDialog::goesWhenItIsOver()
{
    Scene scene;
    scene.connections.setAsk(sampleAsk());
    const QPointer<PairingDialog> dialog = scene.dialog();
    scene.connections.setAsk(std::nullopt);
    QVERIFY(!scene.dialog());
    QVERIFY(scene.connections.answers.isEmpty()); // nobody said no
    QCOMPARE(scene.ended.size(), 1);
    QTRY_VERIFY(!dialog);
}

void TestPairingDialog::saysThatTheTimeWasUp()
{
    Scene scene;
    scene.connections.setAsk(askOf(u"p1"_s, 1));
    scene.connections.setAsk(std::nullopt);
    const QPointer<PairingDialog> dialog = scene.dialog();
    QVERIFY(dialog);
    QVERIFY(scene.text(u"pairingQuestion"_s).contains(u"nobody answered"_s));
    QVERIFY(!dialog->findChild<QLabel*>(u"pairingCode"_s)->isVisible());
    QVERIFY(!scene.button(u"pairingAllow"_s)->isVisible());
    Q_EMIT scene.connections.askChanged(); // news about nothing
    QVERIFY(scene.dialog());
    scene.button(u"pairingDeny"_s)->click(); // "Close" now
    QVERIFY(!scene.dialog());
    QVERIFY(scene.connections.answers.isEmpty());
    QTRY_VERIFY(!dialog);
}

void TestPairingDialog::makesRoomForTheNext()
{
    Scene scene;
    scene.connections.setAsk(askOf(u"p1"_s, 1));
    scene.connections.setAsk(std::nullopt);
    QVERIFY(scene.dialog());
    scene.connections.setAsk(askOf(u"p2"_s));
    QCOMPARE(scene.dialogs().size(), 1);
    QCOMPARE(scene.dialog()->ask().id, u"p2"_s);
    QVERIFY(!scene.button(u"pairingAllow"_s)->isEnabled()); // a moment of calm for each
    // Straight from one to the next.
    scene.connections.setAsk(askOf(u"p3"_s));
    QCOMPARE(scene.dialogs().size(), 1);
    QCOMPARE(scene.dialog()->ask().id, u"p3"_s);
    QCOMPARE(scene.asked.size(), 3);
    scene.connections.setAsk(std::nullopt);
}

void TestPairingDialog::goesWithTheWindow()
{
    {
        Scene scene;
        scene.connections.setAsk(sampleAsk());
        QVERIFY(scene.dialog());
    }
    QVERIFY(!Scene::dialog());
}

void TestPairingDialog::showsWhatWasAskedBefore()
{
    FakeConnections connections;
    connections.setAsk(sampleAsk());
    QWidget window;
    PairingPrompt prompt(connections, &window);
    QVERIFY(Scene::dialog());
    connections.setAsk(std::nullopt);
}

void TestPairingDialog::countsDown()
{
    Scene scene;
    scene.connections.setAsk(askOf(u"p1"_s, 5));
    QCOMPARE(scene.text(u"pairingTime"_s), u"The question goes away in 5 seconds."_s);
    QTRY_COMPARE(scene.text(u"pairingTime"_s), u"The question goes away in 4 seconds."_s);
    scene.connections.setAsk(std::nullopt);
}

void TestPairingDialog::keepsTheCodeInOrder()
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    Scene scene;
    scene.connections.setAsk(sampleAsk());
    const auto* const code = scene.dialog()->findChild<QLabel*>(u"pairingCode"_s);
    QCOMPARE(code->layoutDirection(), Qt::LeftToRight);
    QCOMPARE(code->text().size(), 7);
    QCOMPARE(PairingDialog::codeText(u"12"_s), u"12\u00a0"_s);
    scene.connections.setAsk(std::nullopt);
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

QTEST_MAIN(TestPairingDialog)
#include "tst_pairingdialog.moc"
