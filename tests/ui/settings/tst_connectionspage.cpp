// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/ui/fakeconnections.h"
#include "support/ui/openwindow.h"
#include "ui/settings/clientsmodel.h"
#include "ui/settings/connectionspage.h"
#include "ui/settings/settingsdialog.h"
#include "ui/widgets/delegates.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTreeView>

using namespace Qt::StringLiterals;
using namespace hugger;
using namespace hugger::test;

namespace {

Error portTaken()
{
    return {ErrorKind::Failed, u"port_in_use"_s, u"Port 4847 cannot be listened on."_s, {}, Retry::NeedsUser};
}

/// The page over a real engine and a pretended server.
struct Scene {
    QTemporaryDir folder;
    FakeConnections connections;
    Engine engine;
    SettingsEditor editor;
    std::unique_ptr<ConnectionsPage> page;

    explicit Scene(const QList<PairedClient>& clients = sampleClients())
        : engine(folder.filePath(u"profile"_s))
        , editor((open(), engine))
    {
        connections.setClients(clients);
        page = std::make_unique<ConnectionsPage>(editor, connections);
        page->show();
        QVERIFY(QTest::qWaitForWindowExposed(page.get()));
    }
    void open()
    {
        QSignalSpy opened(&engine, &Engine::opened);
        engine.open();
        QVERIFY(opened.wait());
    }

    template<typename Widget> Widget* find(const QString& name) { return page->findChild<Widget*>(name); }
    QString state() { return find<QLabel>(u"serverState"_s)->text(); }
};

} // namespace

class TestConnectionsPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        usePlainStyle();
    }
    void saysHowTheServerStands_data();
    void saysHowTheServerStands();
    void triesAgain();
    void switchesOff();
    void changesThePort();
    void saysWhenTheExtensionHasToBeTold();
    void letsAskAgain();
    void listensElsewhere();
    void refusesOddAddresses_data();
    void refusesOddAddresses();
    void looksWithoutChanging();
    void listsClients();
    void helpsWhoHasNone();
    void disconnects();
    void keeps();
    void asksAboutWhoIsMeant();
    void standsInTheDialog();
    void isMissingWithoutAServer();
    void isOfferedInTheEmptyLibrary();
};

void TestConnectionsPage::saysHowTheServerStands_data()
{
    QTest::addColumn<ServerStatus>("status");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("canTry");
    QTest::newRow("listening") << ServerStatus{true, u"127.0.0.1"_s, 4847, 4847, {}}
                               << u"Listening on 127.0.0.1, port 4847."_s << false;
    QTest::newRow("another port") << ServerStatus{true, u"127.0.0.1"_s, 4848, 4847, {}}
                                  << u"Port 4847 is taken by another program; using 4848."_s << false;
    QTest::newRow("another address") << ServerStatus{true, u"192.168.1.5"_s, 4847, 4847, {}}
                                     << u"Listening on 192.168.1.5, port 4847."_s << false;
    QTest::newRow("trouble") << ServerStatus{false, u"127.0.0.1"_s, 0, 4847, portTaken()}
                             << u"Port 4847 cannot be listened on."_s << true;
    QTest::newRow("listening with trouble")
        << ServerStatus{true, u"127.0.0.1"_s, 4847, 4847, portTaken()}
        << u"Listening on 127.0.0.1, port 4847. Port 4847 cannot be listened on."_s << true;
    QTest::newRow("not yet") << ServerStatus{} << u"Not listening yet."_s << false;
}

void TestConnectionsPage::saysHowTheServerStands()
{
    QFETCH(const ServerStatus, status);
    QFETCH(const bool, canTry);
    Scene scene;
    scene.connections.setStatus(status);
    QTEST(scene.state(), "text");
    QCOMPARE(scene.find<QPushButton>(u"listenAgain"_s)->isVisible(), canTry);
}

void TestConnectionsPage::triesAgain()
{
    Scene scene;
    scene.connections.setStatus({false, u"127.0.0.1"_s, 0, 4847, portTaken()});
    scene.find<QPushButton>(u"listenAgain"_s)->click();
    QCOMPARE(scene.connections.listens, 1);
}

void TestConnectionsPage::switchesOff()
{
    Scene scene;
    auto* const enabled = scene.find<QCheckBox>(u"serverEnabled"_s);
    QVERIFY(enabled->isChecked());
    enabled->click();
    QTRY_VERIFY(!scene.engine.settings().serverEnabled);
    QCOMPARE(scene.state(), u"Nobody can connect."_s);
    QVERIFY(!scene.find<QSpinBox>(u"serverPort"_s)->isEnabled());
    QVERIFY(!scene.find<QCheckBox>(u"otherAddress"_s)->isEnabled());
    // Who is connected stays so, and can be disconnected.
    QVERIFY(scene.find<QPushButton>(u"disconnectClient"_s)->isEnabled());
    enabled->click();
    QTRY_VERIFY(scene.engine.settings().serverEnabled);
    QVERIFY(scene.find<QSpinBox>(u"serverPort"_s)->isEnabled());
}

void TestConnectionsPage::changesThePort()
{
    Scene scene;
    auto* const port = scene.find<QSpinBox>(u"serverPort"_s);
    QCOMPARE(port->value(), 4847);
    port->setValue(5000);
    QTRY_COMPARE(scene.engine.settings().serverPort, 5000);
    port->setValue(80);
    QCOMPARE(port->value(), 1024); // what needs no rights
}

void TestConnectionsPage::saysWhenTheExtensionHasToBeTold()
{
    Scene scene;
    auto* const port = scene.find<QSpinBox>(u"serverPort"_s);
    auto* const hint = scene.find<QLabel>(u"serverPortHint"_s);
    QVERIFY(!hint->isVisible());
    const QList<std::pair<int, bool>> ports{{4851, false}, {4852, true}, {4847, false}, {4846, true}};
    for (const auto& [value, isHinted] : ports) {
        port->setValue(value);
        QCOMPARE(hint->isVisible(), isHinted);
    }
    QCOMPARE(hint->text(), u"Enter the same port in the extension's options."_s);
    QTRY_COMPARE(scene.engine.settings().serverPort, 4846);
    QVERIFY(hint->isVisible());
}

void TestConnectionsPage::letsAskAgain()
{
    Scene scene;
    auto* const line = scene.find<QLabel>(u"refusals"_s);
    auto* const button = scene.find<QPushButton>(u"forgetRefusals"_s);
    QVERIFY(!line->isVisible() && !button->isVisible());
    scene.connections.setRefusals(1);
    QVERIFY(line->isVisible() && button->isVisible());
    QCOMPARE(line->text(), u"1 was refused and must wait before it may ask again."_s);
    QCOMPARE(button->text(), u"Let it ask a&gain"_s);
    scene.connections.setRefusals(2);
    QVERIFY(line->text().startsWith(u"2 "_s));
    button->click();
    QCOMPARE(scene.connections.refusals(), 0);
    QVERIFY(!line->isVisible() && !button->isVisible());
}

void TestConnectionsPage::listensElsewhere()
{
    Scene scene;
    auto* const other = scene.find<QCheckBox>(u"otherAddress"_s);
    auto* const address = scene.find<QLineEdit>(u"serverAddress"_s);
    auto* const hint = scene.find<QLabel>(u"serverAddressHint"_s);
    QVERIFY(!other->isChecked());
    QVERIFY(!address->isEnabled());
    QVERIFY(!hint->isVisible());
    other->click();
    QVERIFY(address->isEnabled());
    QVERIFY(hint->isVisible());
    QVERIFY(hint->text().contains(u"not encrypted"_s));
    // Nobody is paired from elsewhere.
    QVERIFY(hint->text().contains(u"only browsers and programs of this computer can ask to connect"_s));
    QCOMPARE(scene.engine.settings().serverAddress, QString()); // not before there is one
    address->setText(u" 192.168.1.5 "_s);
    QTest::keyClick(address, Qt::Key_Return);
    QTRY_COMPARE(scene.engine.settings().serverAddress, u"192.168.1.5"_s);
    QVERIFY(hint->isVisible());
    other->click();
    QTRY_COMPARE(scene.engine.settings().serverAddress, QString());
    QVERIFY(!hint->isVisible());
}

void TestConnectionsPage::refusesOddAddresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("name") << u"localhost"_s;
    QTest::newRow("with a port") << u"192.168.1.5:80"_s;
    QTest::newRow("link") << u"http://192.168.1.5"_s;
    QTest::newRow("words") << u"everywhere please"_s;
}

void TestConnectionsPage::refusesOddAddresses()
{
    QFETCH(const QString, text);
    Scene scene;
    QSignalSpy changed(&scene.engine, &Engine::settingsChanged);
    scene.find<QCheckBox>(u"otherAddress"_s)->click();
    auto* const address = scene.find<QLineEdit>(u"serverAddress"_s);
    address->setText(text);
    QTest::keyClick(address, Qt::Key_Return);
    auto* const hint = scene.find<QLabel>(u"serverAddressHint"_s);
    QTRY_VERIFY(hint->text().contains(u"one of this computer"_s));
    QCOMPARE(address->text(), text); // to be mended
    // Also while something else changes, and the keyboard is elsewhere.
    auto* const port = scene.find<QSpinBox>(u"serverPort"_s);
    port->setFocus();
    port->setValue(4850);
    QTRY_COMPARE(scene.engine.settings().serverPort, 4850);
    QCOMPARE(address->text(), text);
    QVERIFY(hint->isVisible() && hint->text().contains(u"one of this computer"_s));
    QCOMPARE(scene.engine.settings().serverAddress, QString());
    changed.clear();
    address->setText(u"::1"_s);
    QTest::keyClick(address, Qt::Key_Return);
    QTRY_COMPARE(scene.engine.settings().serverAddress, u"::1"_s);
    QCOMPARE(changed.size(), 1);
}

void TestConnectionsPage::looksWithoutChanging()
{
    Scene scene;
    Settings settings = scene.engine.settings();
    settings.serverPort = 6000;
    settings.serverAddress = u"10.0.0.7"_s;
    QSignalSpy changed(&scene.engine, &Engine::settingsChanged);
    auto answer = scene.engine.apply(settings);
    QTRY_COMPARE(scene.find<QSpinBox>(u"serverPort"_s)->value(), 6000);
    QVERIFY(scene.find<QCheckBox>(u"otherAddress"_s)->isChecked());
    QCOMPARE(scene.find<QLineEdit>(u"serverAddress"_s)->text(), u"10.0.0.7"_s);
    scene.find<QCheckBox>(u"serverEnabled"_s)->click();
    QTRY_VERIFY(!scene.engine.settings().serverEnabled);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(scene.engine.settings().serverAddress, u"10.0.0.7"_s);
}

void TestConnectionsPage::listsClients()
{
    ClientsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QList<PairedClient> clients = sampleClients();
    model.setClients(clients);
    const auto text = [&](int row, int column, int role = Qt::DisplayRole) {
        return model.index(row, column).data(role).toString();
    };
    QCOMPARE(text(0, ClientsModel::NameColumn), u"Firefox on Linux"_s);
    QVERIFY(text(0, ClientsModel::NameColumn, SecondLineRole).startsWith(u"moz-extension://"_s));
    QCOMPARE(text(0, ClientsModel::PairedColumn), u"yesterday"_s);
    QCOMPARE(text(0, ClientsModel::UsedColumn), u"today"_s);
    QCOMPARE(text(2, ClientsModel::NameColumn, SecondLineRole), u"a program"_s);
    QCOMPARE(text(2, ClientsModel::UsedColumn), u"never"_s);
    QSignalSpy resets(&model, &ClientsModel::modelReset);
    clients[2].lastUsedAt = QDateTime::currentDateTimeUtc();
    model.setClients(clients);
    QCOMPARE(resets.size(), 0); // rows keep their place
    QCOMPARE(text(2, ClientsModel::UsedColumn), u"today"_s);
    model.setClients(clients.first(1));
    QCOMPARE(resets.size(), 1);
    model.setClients({});
}

void TestConnectionsPage::helpsWhoHasNone()
{
    Scene scene({});
    QVERIFY(scene.find<QLabel>(u"noClients"_s)->isVisible());
    QVERIFY(scene.find<QLabel>(u"noClients"_s)->text().contains(u"extension"_s));
    QVERIFY(!scene.find<QTreeView>(u"clientsView"_s)->isVisible());
    QVERIFY(!scene.find<QPushButton>(u"disconnectClient"_s)->isVisible());
    scene.connections.setClients(sampleClients());
    QVERIFY(!scene.find<QLabel>(u"noClients"_s)->isVisible());
    QVERIFY(scene.find<QTreeView>(u"clientsView"_s)->isVisible());
    QVERIFY(scene.find<QPushButton>(u"disconnectClient"_s)->isEnabled());
}

void TestConnectionsPage::disconnects()
{
    Scene scene;
    auto* const view = scene.find<QTreeView>(u"clientsView"_s);
    auto* const question = scene.find<QLabel>(u"disconnectQuestion"_s);
    view->setCurrentIndex(view->model()->index(1, 0));
    QVERIFY(!question->isVisible());
    scene.find<QPushButton>(u"disconnectClient"_s)->click();
    QVERIFY(question->isVisible());
    QVERIFY(question->text().startsWith(u"Disconnect Chrome on Linux?"_s));
    QVERIFY(scene.connections.revoked.isEmpty());
    scene.find<QPushButton>(u"disconnectSure"_s)->click();
    QCOMPARE(scene.connections.revoked, QStringList{u"c2"_s});
    QVERIFY(!question->isVisible());
    QCOMPARE(view->model()->rowCount(), 2);
    QVERIFY(scene.find<QPushButton>(u"disconnectClient"_s)->isVisible());
}

void TestConnectionsPage::keeps()
{
    Scene scene;
    scene.find<QPushButton>(u"disconnectClient"_s)->click();
    scene.find<QPushButton>(u"disconnectKeep"_s)->click();
    QVERIFY(!scene.find<QLabel>(u"disconnectQuestion"_s)->isVisible());
    QVERIFY(scene.connections.revoked.isEmpty());
    QCOMPARE(scene.connections.clients().size(), 3);
}

/// The list changes while somebody is asked.
void TestConnectionsPage::asksAboutWhoIsMeant()
{
    Scene scene;
    auto* const view = scene.find<QTreeView>(u"clientsView"_s);
    auto* const question = scene.find<QLabel>(u"disconnectQuestion"_s);
    view->setCurrentIndex(view->model()->index(1, 0));
    scene.find<QPushButton>(u"disconnectClient"_s)->click();
    // A new one takes the first row.
    QList<PairedClient> more = sampleClients();
    more.prepend({u"c4"_s, u"Edge on Linux"_s, {}, QDateTime::currentDateTimeUtc(), {}});
    scene.connections.setClients(more);
    QVERIFY(question->text().startsWith(u"Disconnect Chrome on Linux?"_s));
    QVERIFY(question->isVisible());
    // It goes by itself: there is nothing to ask.
    more.removeAt(2);
    scene.connections.setClients(more);
    QVERIFY(!question->isVisible());
    // Another row is another question.
    scene.find<QPushButton>(u"disconnectClient"_s)->click();
    QVERIFY(question->isVisible());
    view->setCurrentIndex(view->model()->index(2, 0));
    QVERIFY(!question->isVisible());
    QVERIFY(scene.connections.revoked.isEmpty());
}

void TestConnectionsPage::standsInTheDialog()
{
    const QTemporaryDir folder;
    OpenWindow window(folder.path());
    QVERIFY(window.open());
    window.window().openSettings(SettingsDialog::Page::Connections);
    auto* const dialog = openDialog<SettingsDialog>();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QListWidget*>(u"settingsPages"_s)->currentItem()->text(), u"Browsers and programs"_s);
    QVERIFY(dialog->findChild<ConnectionsPage*>()->isVisible());
    dialog->close();
}

void TestConnectionsPage::isMissingWithoutAServer()
{
    const QTemporaryDir folder;
    OpenWindow window(folder.path());
    window.window().setConnections(nullptr);
    QVERIFY(window.open());
    window.window().openSettings(SettingsDialog::Page::Stores);
    auto* const dialog = openDialog<SettingsDialog>();
    QVERIFY(dialog);
    QVERIFY(!dialog->findChild<ConnectionsPage*>());
    QCOMPARE(dialog->findChild<QListWidget*>(u"settingsPages"_s)->count(), 5);
    dialog->close();
}

void TestConnectionsPage::isOfferedInTheEmptyLibrary()
{
    const QTemporaryDir folder;
    OpenWindow window(folder.path());
    QVERIFY(window.open());
    const auto offer = [&window]() -> QPushButton* {
        const auto buttons = window.find<QWidget>(u"emptyLibrary"_s)->findChildren<QPushButton*>();
        for (QPushButton* const button : buttons) {
            if (button->text().startsWith(u"Connect your browser"_s))
                return button;
        }
        return nullptr;
    };
    QVERIFY(offer() && offer()->isVisible());
    offer()->click();
    auto* const dialog = openDialog<SettingsDialog>();
    QVERIFY(dialog);
    QVERIFY(dialog->findChild<ConnectionsPage*>()->isVisible());
    dialog->close();
    window.window().setConnections(nullptr);
    QVERIFY(!offer()->isVisible());
}

QTEST_MAIN(TestConnectionsPage)
#include "tst_connectionspage.moc"
