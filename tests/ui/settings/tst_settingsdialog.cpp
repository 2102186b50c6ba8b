// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/settingsdialog.h"
#include "ui/settings/storesmodel.h"
#include "ui/settings/storespage.h"
#include "ui/settings/tokensection.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/windowsettings.h"
#include "ui/widgets/words.h"

#include <QtCore/QDir>
#include <QtCore/QSettings>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTranslator>
#include <QtGui/QAccessible>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QStyleFactory>
#include <QtWidgets/QTimeEdit>
#include <QtWidgets/QTreeView>

using namespace Qt::StringLiterals;
using namespace hugger;

namespace {

class FakeAutostart final : public Autostart {
public:
    [[nodiscard]] bool isEnabled() const override { return m_enabled; }
    [[nodiscard]] Done setEnabled(bool enabled) override
    {
        if (refuses)
            return fail(ErrorKind::Disk, u"not_writable"_s, u"The autostart folder cannot be written to."_s);
        m_enabled = enabled;
        return {};
    }

    bool refuses = false;

private:
    bool m_enabled = false;
};

enum class Kind { Unopened, Bare };

/// A profile of the test's own; its Hub is a port where nobody listens.
QString makeProfile(const QString& folder)
{
    QDir().mkpath(folder);
    QSettings(folder + u"/settings.ini"_s, QSettings::IniFormat).setValue(u"endpoint"_s, u"http://127.0.0.1:9"_s);
    return folder;
}

int rowOf(const StoresModel& model, const QString& label)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.store(row).identity.label == label)
            return row;
    }
    return -1;
}

/// The dialog over a real engine.
struct Scene {
    QTemporaryDir folder;
    Engine engine;
    FakeAutostart autostart;
    WindowSettings settings;
    SettingsDialog dialog;
    MessageBar* bar;

    explicit Scene(Kind kind = Kind::Bare)
        : engine(makeProfile(folder.filePath(u"profile"_s)))
        , settings(engine.profileFolder())
        , dialog((open(engine, kind), engine), settings, autostart)
        , bar(dialog.findChild<MessageBar*>())
    {
    }

    static void open(Engine& engine, Kind kind)
    {
        if (kind == Kind::Unopened)
            return;
        QSignalSpy spy(&engine, &Engine::opened);
        engine.open();
        QVERIFY(spy.wait());
        QVERIFY(spy[0][0].value<Done>());
    }

    template<typename Widget> Widget* find(const QString& name) { return dialog.findChild<Widget*>(name); }
    /// "First" and "Other", and waits until they are shown.
    const StoresModel* addStores()
    {
        const auto* const model = dialog.findChild<StoresModel*>();
        const auto first = engine.addStore(folder.filePath(u"first"_s), u"First"_s);
        const auto other = engine.addStore(folder.filePath(u"other"_s), u"Other"_s);
        if (!QTest::qWaitFor([&] { return rowOf(*model, u"First"_s) >= 0 && rowOf(*model, u"Other"_s) >= 0; }))
            qFatal("the stores were not made");
        return model;
    }
    void show(SettingsDialog::Page page)
    {
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        dialog.showPage(page);
    }
};

StoreStatus makeStore(const QString& id, const QString& label, bool plugged)
{
    StoreStatus store;
    store.identity = {id, label, {}};
    store.folder = u"/media/"_s + label;
    store.isPlugged = plugged;
    store.freeBytes = plugged ? 212'000'000'000 : -1;
    store.totalBytes = plugged ? 1'000'000'000'000 : -1;
    store.heldBytes = 410'000'000'000;
    store.snapshots = 12;
    return store;
}

/// Every text twice as long.
class LongWords final : public QTranslator {
public:
    [[nodiscard]] QString translate(const char* /*context*/, const char* text, const char* /*comment*/,
                                    int /*count*/) const override
    {
        const QString words = QString::fromUtf8(text);
        return words + u' ' + QString(words).remove(u'&');
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

QPalette darkPalette()
{
    QPalette palette(QColor(0x23, 0x26, 0x29));
    palette.setColor(QPalette::Base, QColor(0x1b, 0x1e, 0x20));
    palette.setColor(QPalette::Highlight, QColor(0x3d, 0x6f, 0xd8));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    return palette;
}

} // namespace

class TestSettingsDialog final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
        qunsetenv("HF_ENDPOINT");
    }
    void cleanup() { qunsetenv("HF_ENDPOINT"); }
    void appliesTransfers();
    void appliesWatching();
    void keepsFineBandwidth();
    void looksWithoutChanging_data();
    void looksWithoutChanging();
    void followsOthers();
    void putsBackWhatIsRefused();
    void checksTheAddress();
    void obeysTheEnvironment();
    void checksTheProxy();
    void saysTheToken_data();
    void saysTheToken();
    void refusesBadTokens();
    void waitsForAToken();
    void setsTheWindow();
    void saysAutostartTrouble();
    void modelsStores();
    void changesStores();
    void addsStores();
    void keepsThePageOverLanguages();
    void namesEverything();
    void takesShots();
};

void TestSettingsDialog::appliesTransfers()
{
    Scene scene;
    scene.find<QSpinBox>(u"connections"_s)->setValue(7);
    scene.find<QSpinBox>(u"parallelJobs"_s)->setValue(3);
    scene.find<QDoubleSpinBox>(u"bandwidth"_s)->setValue(12.5);
    scene.find<QSpinBox>(u"trashDays"_s)->setValue(30);
    scene.find<QCheckBox>(u"schedule"_s)->click();
    QVERIFY(scene.find<QTimeEdit>(u"scheduleFrom"_s)->isEnabled());
    scene.find<QTimeEdit>(u"scheduleFrom"_s)->setTime(QTime(23, 30));
    // Quick changes do not undo each other.
    QTRY_COMPARE(scene.engine.settings().from, QTime(23, 30));
    const Settings& now = scene.engine.settings();
    QCOMPARE(now.connections, 7);
    QCOMPARE(now.parallelJobs, 3);
    QCOMPARE(now.bandwidth, 12'500'000);
    QCOMPARE(now.trashDays, 30);
    QVERIFY(now.hasSchedule);
    QVERIFY(scene.bar->isHidden());
}

void TestSettingsDialog::appliesWatching()
{
    Scene scene;
    auto* const hours = scene.find<QSpinBox>(u"watchHours"_s);
    QCOMPARE(hours->value(), scene.engine.settings().watchHours);
    QVERIFY2(hours->text().contains(u"12"_s) && hours->text().contains(u"hours"_s), qPrintable(hours->text()));
    hours->setValue(36);
    QTRY_COMPARE(scene.engine.settings().watchHours, 36);
    // Never by itself, and said so.
    hours->setValue(0);
    QTRY_COMPARE(scene.engine.settings().watchHours, 0);
    QCOMPARE(hours->text(), hours->specialValueText());
    // The most that the profile takes.
    hours->setValue(1'000'000);
    QTRY_COMPARE(scene.engine.settings().watchHours, 720);
    QVERIFY(scene.bar->isHidden());
}

void TestSettingsDialog::keepsFineBandwidth()
{
    Scene scene;
    Settings settings = scene.engine.settings();
    settings.bandwidth = 1'234'567;
    QSignalSpy changed(&scene.engine, &Engine::settingsChanged);
    auto answer = scene.engine.apply(settings);
    QTRY_COMPARE(scene.find<QDoubleSpinBox>(u"bandwidth"_s)->value(), 1.2);
    scene.find<QSpinBox>(u"connections"_s)->setValue(9);
    QTRY_COMPARE(scene.engine.settings().connections, 9);
    QCOMPARE(scene.engine.settings().bandwidth, 1'234'567);
    QCOMPARE(changed.size(), 2);
}

void TestSettingsDialog::looksWithoutChanging_data()
{
    QTest::addColumn<Settings>("settings");
    Settings most;
    most.connections = 64;
    most.bandwidth = 1'000'000'000'000;
    most.trashDays = 3650;
    most.parallelJobs = 16;
    most.hasSchedule = true;
    most.from = QTime(0, 0);
    most.to = QTime(23, 59);
    Settings least;
    least.connections = 1;
    least.bandwidth = 1;
    least.trashDays = 0;
    least.parallelJobs = 1;
    least.proxy = Settings::Proxy::Manual;
    least.proxyUrl = QUrl(u"socks5://127.0.0.1:1080"_s);
    // No profile takes this, but if one did: what does not fit into a field is not cut down to it.
    Settings beyond = most;
    beyond.trashDays = 100'000;
    beyond.parallelJobs = 1'000;
    beyond.connections = 1'000;
    QTest::newRow("most") << most;
    QTest::newRow("least") << least;
    QTest::newRow("beyond") << beyond;
}

void TestSettingsDialog::looksWithoutChanging()
{
    QFETCH(Settings, settings);
    Scene scene;
    settings.endpoint = scene.engine.settings().endpoint;
    QSignalSpy changed(&scene.engine, &Engine::settingsChanged);
    auto answer = scene.engine.apply(settings);
    QTRY_COMPARE(changed.size(), 1);
    const Settings before = scene.engine.settings();
    SettingsDialog other(scene.engine, scene.settings, scene.autostart);
    for (SettingsDialog* const dialog : {&scene.dialog, &other}) {
        dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        for (int page = 0; page < 5; ++page)
            dialog->showPage(static_cast<SettingsDialog::Page>(page));
    }
    QCOMPARE_NE(other.findChild<QDoubleSpinBox*>(u"bandwidth"_s)->text(), u"no limit"_s);
    // What had been applied by then would be before this.
    other.findChild<QCheckBox*>(u"schedule"_s)->click();
    QTRY_VERIFY(scene.engine.settings().hasSchedule != before.hasSchedule);
    QCOMPARE(changed.size(), 2);
    Settings after = scene.engine.settings();
    after.hasSchedule = before.hasSchedule;
    QVERIFY(after == before);
}

void TestSettingsDialog::followsOthers()
{
    Scene scene;
    Settings settings = scene.engine.settings();
    settings.connections = 42;
    auto answer = scene.engine.apply(settings);
    QTRY_COMPARE(scene.find<QSpinBox>(u"connections"_s)->value(), 42);
}

void TestSettingsDialog::putsBackWhatIsRefused()
{
    Scene scene(Kind::Unopened); // nothing is open: everything is refused
    scene.show(SettingsDialog::Page::Stores);
    auto* const connections = scene.find<QSpinBox>(u"connections"_s);
    const int before = connections->value();
    QTRY_VERIFY(!scene.bar->isHidden()); // the stores cannot be listed either
    scene.bar->clear();
    connections->setValue(before + 1);
    QTRY_COMPARE(connections->value(), before);
    QVERIFY(!scene.bar->isHidden());
}

void TestSettingsDialog::checksTheAddress()
{
    Scene scene;
    scene.show(SettingsDialog::Page::Hub);
    auto* const address = scene.find<QLineEdit>(u"endpoint"_s);
    auto* const hint = scene.find<QLabel>(u"endpointHint"_s);
    scene.find<QRadioButton>(u"mirror"_s)->click();
    QVERIFY(address->isEnabled());
    const QUrl before = scene.engine.settings().endpoint;
    address->setText(u"ftp://hub.example.org"_s);
    QTest::keyClick(address, Qt::Key_Return);
    QVERIFY(hint->isVisible());
    QCOMPARE(scene.engine.settings().endpoint, before);
    address->setText(u"http://127.0.0.1:9/hub/"_s);
    QTest::keyClick(address, Qt::Key_Return);
    QTRY_COMPARE(scene.engine.settings().endpoint, QUrl(u"http://127.0.0.1:9/hub"_s));
    QVERIFY(hint->isHidden());
}

void TestSettingsDialog::obeysTheEnvironment()
{
    qputenv("HF_ENDPOINT", "http://127.0.0.1:9");
    Scene scene;
    scene.show(SettingsDialog::Page::Hub);
    QVERIFY(!scene.find<QRadioButton>(u"theHub"_s)->isEnabled());
    QVERIFY(!scene.find<QRadioButton>(u"mirror"_s)->isEnabled());
    QVERIFY(!scene.find<QLineEdit>(u"endpoint"_s)->isEnabled());
    QCOMPARE(scene.find<QLineEdit>(u"endpoint"_s)->text(), u"http://127.0.0.1:9"_s);
    QVERIFY(scene.find<QLabel>(u"endpointHint"_s)->text().contains(u"HF_ENDPOINT"_s));
    QVERIFY(scene.find<QLabel>(u"endpointHint"_s)->isVisible());
}

void TestSettingsDialog::checksTheProxy()
{
    Scene scene;
    scene.show(SettingsDialog::Page::Hub);
    auto* const proxy = scene.find<QLineEdit>(u"proxy"_s);
    scene.find<QRadioButton>(u"noProxy"_s)->click();
    QTRY_COMPARE(scene.engine.settings().proxy, Settings::Proxy::None);
    scene.find<QRadioButton>(u"manualProxy"_s)->click();
    QVERIFY(proxy->isEnabled());
    proxy->setText(u"proxy.example.org"_s);
    QTest::keyClick(proxy, Qt::Key_Return);
    QVERIFY(scene.find<QLabel>(u"proxyHint"_s)->isVisible());
    QCOMPARE(scene.engine.settings().proxy, Settings::Proxy::None);
    proxy->setText(u"socks5://127.0.0.1:1080"_s);
    QTest::keyClick(proxy, Qt::Key_Return);
    QTRY_COMPARE(scene.engine.settings().proxy, Settings::Proxy::Manual);
    QCOMPARE(scene.engine.settings().proxyUrl, QUrl(u"socks5://127.0.0.1:1080"_s));
    QVERIFY(scene.find<QLabel>(u"proxyHint"_s)->isHidden());
}

void TestSettingsDialog::saysTheToken_data()
{
    QTest::addColumn<TokenStatus>("status");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("removable");
    const WhoAmI alice{u"alice"_s, u"laptop"_s, u"read"_s};
    const Error refused{
        ErrorKind::NotAllowed, u"token_invalid"_s, u"The Hub does not know this token."_s, {}, Retry::NeedsUser};
    QTest::newRow("none") << TokenStatus{} << u"There is no token. Public repos need none."_s << false;
    QTest::newRow("keychain") << TokenStatus{TokenSource::Keychain, u"the desktop keychain"_s, alice, {}}
                              << u"Works: signed in as alice (read).\nIt is kept in the desktop's keychain."_s << true;
    QTest::newRow("session")
        << TokenStatus{TokenSource::None, {}, alice, {}}
        << u"Works: signed in as alice (read).\nIt is kept until hugger quits, as there is no keychain to put it into."_s
        << true;
    QTest::newRow("environment")
        << TokenStatus{TokenSource::Environment, u"HF_TOKEN"_s, {}, refused}
        << u"The Hub does not know this token.\nIt comes from HF_TOKEN in the environment, which goes before any other."_s
        << false;
    QTest::newRow("file")
        << TokenStatus{TokenSource::File, u"/home/a/token"_s, WhoAmI{u"bob"_s, {}, {}}, {}}
        << u"Works: signed in as bob.\nIt comes from the file /home/a/token, which belongs to other programs."_s
        << false;
}

void TestSettingsDialog::saysTheToken()
{
    QFETCH(const TokenStatus, status);
    Engine engine{QString()};
    TokenSection section(engine);
    section.showStatus(status);
    QTEST(section.findChild<QLabel*>(u"tokenState"_s)->text(), "text");
    QTEST(section.findChild<QPushButton*>(u"tokenRemove"_s)->isEnabled(), "removable");
    auto* const field = section.findChild<QLineEdit*>(u"tokenField"_s);
    QCOMPARE(field->isEnabled(), status.source != TokenSource::Environment);
    QCOMPARE(field->echoMode(), QLineEdit::Password);
    auto* const save = section.findChild<QPushButton*>(u"tokenSave"_s);
    QVERIFY(!save->isEnabled());
    field->setText(u"hf_x"_s);
    QCOMPARE(save->isEnabled(), status.source != TokenSource::Environment);
}

void TestSettingsDialog::refusesBadTokens()
{
    Scene scene;
    scene.show(SettingsDialog::Page::Hub);
    auto* const field = scene.find<QLineEdit>(u"tokenField"_s);
    auto* const save = scene.find<QPushButton>(u"tokenSave"_s);
    field->setText(u"two words"_s);
    QTRY_VERIFY(save->isEnabled());
    save->click();
    QTRY_VERIFY(!scene.bar->isHidden());
    QTRY_VERIFY(save->isEnabled());
    QCOMPARE(field->text(), u"two words"_s); // to be mended
}

void TestSettingsDialog::waitsForAToken()
{
    Scene scene;
    scene.show(SettingsDialog::Page::Hub);
    QCOMPARE(scene.dialog.focusWidget(), scene.find<QLineEdit>(u"tokenField"_s));
    scene.dialog.showPage(SettingsDialog::Page::Transfers);
    QCOMPARE(scene.dialog.focusWidget(), scene.find<QListWidget>(u"settingsPages"_s));
    scene.dialog.findChild<TokenSection*>()->showStatus(
        TokenStatus{TokenSource::Keychain, u"the desktop keychain"_s, WhoAmI{u"alice"_s, {}, u"read"_s}, {}});
    scene.dialog.showPage(SettingsDialog::Page::Hub);
    QCOMPARE(scene.dialog.focusWidget(), scene.find<QListWidget>(u"settingsPages"_s));
}

void TestSettingsDialog::setsTheWindow()
{
    Scene scene;
    scene.find<QCheckBox>(u"notifyDone"_s)->click();
    QVERIFY(!scene.settings.notifyDone());
    scene.find<QCheckBox>(u"notifyTrouble"_s)->click();
    QVERIFY(!scene.settings.notifyTrouble());
    QVERIFY(scene.settings.notifyWatch());
    scene.find<QCheckBox>(u"notifyWatch"_s)->click();
    QVERIFY(!scene.settings.notifyWatch());
    scene.find<QCheckBox>(u"inhibitSleep"_s)->click();
    QVERIFY(!scene.settings.inhibitSleep());
    auto* const close = scene.find<QComboBox>(u"onClose"_s);
    close->setCurrentIndex(1);
    Q_EMIT close->activated(1);
    QCOMPARE(scene.settings.onClose(), WindowSettings::Close::Quit);
    auto* const scheme = scene.find<QComboBox>(u"scheme"_s);
    scheme->setCurrentIndex(2);
    Q_EMIT scheme->activated(2);
    QCOMPARE(scene.settings.scheme(), WindowSettings::Scheme::Dark);
    auto* const language = scene.find<QComboBox>(u"language"_s);
    language->setCurrentIndex(2);
    Q_EMIT language->activated(2);
    QCOMPARE(scene.settings.language(), u"de"_s);
    scene.settings.setScheme(WindowSettings::Scheme::System);
    QCOMPARE(scheme->currentIndex(), 0);
}

void TestSettingsDialog::saysAutostartTrouble()
{
    Scene scene;
    auto* const start = scene.find<QCheckBox>(u"autostart"_s);
    start->click();
    QVERIFY(scene.autostart.isEnabled());
    scene.autostart.refuses = true;
    start->click();
    QVERIFY(start->isChecked()); // as it is
    QVERIFY(!scene.bar->isHidden());
    scene.autostart.refuses = false;
    start->click();
    QVERIFY(!scene.autostart.isEnabled());
    QVERIFY(scene.bar->isHidden());
}

void TestSettingsDialog::modelsStores()
{
    StoresModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    auto home = makeStore(u"1"_s, u"Home"_s, true);
    home.isDefault = true;
    auto shelf = makeStore(u"2"_s, u"Shelf disk 2"_s, false);
    auto sick = makeStore(u"3"_s, u"Sick"_s, true);
    sick.trouble = u"It cannot be read."_s;
    model.setStores({home, shelf, sick});
    const auto text = [&](int row, int column, int role = Qt::DisplayRole) {
        return model.index(row, column).data(role).toString();
    };
    QCOMPARE(text(0, StoresModel::StoreColumn), u"Home"_s);
    QCOMPARE(text(0, StoresModel::StoreColumn, SecondLineRole), u"/media/Home"_s);
    QCOMPARE(text(0, StoresModel::StateColumn), u"default"_s);
    QCOMPARE(text(0, StoresModel::SpaceColumn), u"212 GB of 1.00 TB free"_s);
    QCOMPARE(model.index(0, StoresModel::SpaceColumn).data(ProgressRole).toDouble(), 0.788);
    QCOMPARE(text(0, StoresModel::HeldColumn), u"410 GB"_s);
    QCOMPARE(text(0, StoresModel::HeldColumn, SecondLineRole), u"12 snapshots"_s);
    QCOMPARE(text(1, StoresModel::StateColumn), u"unplugged"_s);
    QCOMPARE(text(1, StoresModel::SpaceColumn), u"not known"_s);
    QVERIFY(!model.index(1, StoresModel::SpaceColumn).data(ProgressRole).isValid());
    QCOMPARE(text(2, StoresModel::StateColumn), u"not usable"_s);
    QCOMPARE(text(2, StoresModel::StateColumn, Qt::ToolTipRole), plainTooltip(u"It cannot be read."_s));

    QSignalSpy resets(&model, &StoresModel::modelReset);
    shelf.isPlugged = true;
    model.setStores({home, shelf, sick});
    QCOMPARE(resets.size(), 0);
    QCOMPARE(text(1, StoresModel::StateColumn), u"plugged in"_s);
    model.setStores({home});
    QCOMPARE(resets.size(), 1);
    model.setStores({});
}

void TestSettingsDialog::changesStores()
{
    Scene scene;
    scene.show(SettingsDialog::Page::Stores);
    const auto* const model = scene.addStores();
    auto* const view = scene.find<QTreeView>(u"storesView"_s);
    auto* const makeDefault = scene.find<QPushButton>(u"defaultStore"_s);
    const auto isDefault = [&](const QString& label) {
        const int row = rowOf(*model, label);
        return row >= 0 && model->store(row).isDefault;
    };
    QVERIFY(view->currentIndex().isValid()); // the default one is chosen
    QVERIFY(!makeDefault->isEnabled());
    const QString label = isDefault(u"First"_s) ? u"Other"_s : u"First"_s;
    view->setCurrentIndex(model->index(rowOf(*model, label), 0));
    QVERIFY(makeDefault->isEnabled());
    QVERIFY(scene.find<QPushButton>(u"openStore"_s)->isEnabled());
    makeDefault->click();
    QTRY_VERIFY(isDefault(label));
    QCOMPARE(view->currentIndex().row(), rowOf(*model, label));
    QVERIFY(!makeDefault->isEnabled());

    scene.find<QPushButton>(u"renameStore"_s)->click();
    auto* const dialog = scene.find<QDialog>(u"renameStoreDialog"_s);
    QVERIFY(dialog);
    dialog->findChild<QLineEdit*>()->setText(u"Attic"_s);
    dialog->accept();
    QTRY_VERIFY(isDefault(u"Attic"_s));
}

void TestSettingsDialog::addsStores()
{
    Scene scene;
    scene.show(SettingsDialog::Page::Stores);
    const auto* const model = scene.addStores();
    scene.find<QPushButton>(u"addStore"_s)->click();
    const QPointer<QDialog> dialog = scene.find<QDialog>(u"addStoreDialog"_s);
    QVERIFY(dialog);
    auto* const add = dialog->findChild<QPushButton*>(u"storeAdd"_s);
    QVERIFY(!add->isEnabled());
    auto* const folder = dialog->findChild<QLineEdit*>(u"storeFolder"_s);
    // Inside another store: refused in place.
    folder->setText(scene.folder.filePath(u"first/objects/inner"_s));
    add->click();
    QTRY_VERIFY(!dialog->findChild<MessageBar*>()->isHidden());
    folder->setText(scene.folder.filePath(u"third"_s));
    dialog->findChild<QLineEdit*>(u"storeLabel"_s)->setText(u"Third"_s);
    add->click();
    QTRY_VERIFY(!dialog);
    QTRY_VERIFY(rowOf(*model, u"Third"_s) >= 0);
}

void TestSettingsDialog::keepsThePageOverLanguages()
{
    Scene scene;
    scene.show(SettingsDialog::Page::Appearance);
    auto* const before = scene.find<QComboBox>(u"language"_s);
    QEvent event(QEvent::LanguageChange);
    QCoreApplication::sendEvent(&scene.dialog, &event);
    QTRY_VERIFY(scene.find<QComboBox>(u"language"_s) && scene.find<QComboBox>(u"language"_s) != before);
    QCOMPARE(scene.find<QListWidget>(u"settingsPages"_s)->currentRow(), 4);
    QTRY_VERIFY(scene.find<QComboBox>(u"language"_s)->isVisible());
}

void TestSettingsDialog::namesEverything()
{
    Scene scene;
    for (int page = 0; page < 5; ++page) {
        scene.show(static_cast<SettingsDialog::Page>(page));
        QSet<QChar> letters;
        const auto children = scene.dialog.findChildren<QWidget*>();
        for (QWidget* const child : children) {
            if (!child->isVisible() || child->objectName().startsWith("qt_"_L1))
                continue;
            const auto* const spoken = QAccessible::queryAccessibleInterface(child);
            if (child->focusPolicy() != Qt::NoFocus)
                QVERIFY2(spoken && !spoken->text(QAccessible::Name).isEmpty(), qPrintable(child->objectName()));
            const QString text = child->property("text").toString();
            if (const auto at = text.indexOf(u'&'); at >= 0 && !qobject_cast<QLineEdit*>(child)) {
                const QChar letter = text[at + 1].toLower();
                QVERIFY2(!letters.contains(letter), qPrintable(text));
                letters.insert(letter);
            }
        }
        // From the list through the page, and last to the button that closes.
        QWidget* last = scene.find<QListWidget>(u"settingsPages"_s);
        for (QWidget* next = last->nextInFocusChain(); next != &scene.dialog; next = next->nextInFocusChain()) {
            if (next->isVisible() && next->focusPolicy() & Qt::TabFocus)
                last = next;
        }
        QVERIFY(qobject_cast<QPushButton*>(last));
        QCOMPARE(static_cast<QPushButton*>(last)->text().remove(u'&'), u"Close"_s);
    }
}

/// HUGGER_SHOTS=DIR saves pictures of every page, to be looked at.
void TestSettingsDialog::takesShots()
{
    const QString folder = qEnvironmentVariable("HUGGER_SHOTS");
    if (folder.isEmpty())
        QSKIP("HUGGER_SHOTS is not set");
    const QStringList names{u"stores"_s, u"hub"_s, u"transfers"_s, u"notifications"_s, u"appearance"_s};
    for (const QString& tone : {u"light"_s, u"dark"_s, u"rtl"_s, u"long"_s}) {
        QApplication::setPalette(tone == "dark"_L1 ? darkPalette() : QPalette());
        QGuiApplication::setLayoutDirection(tone == "rtl"_L1 ? Qt::RightToLeft : Qt::LeftToRight);
        LongWords longWords;
        if (tone == "long"_L1)
            QCoreApplication::installTranslator(&longWords);
        Scene scene;
        for (int page = 0; page < names.size(); ++page) {
            scene.show(static_cast<SettingsDialog::Page>(page));
            QTest::qWait(50); // what the engine says comes first
            auto home = makeStore(u"1"_s, u"Home"_s, true);
            home.isDefault = true;
            scene.dialog.findChild<StoresPage*>()->setStores({home, makeStore(u"2"_s, u"Shelf disk 2"_s, false)});
            if (names[page] == "hub"_L1) {
                scene.dialog.findChild<TokenSection*>()->showStatus(TokenStatus{
                    TokenSource::Keychain, u"the desktop keychain"_s, WhoAmI{u"alice"_s, {}, u"read"_s}, {}});
            }
            QTest::qWait(20);
            const qreal ratio = scene.dialog.devicePixelRatioF();
            QVERIFY(scene.dialog.grab().save(
                u"%1/settings-%2-%3-%4x.png"_s.arg(folder, names[page], tone, QString::number(ratio))));
        }
    }
    QApplication::setPalette({});
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

QTEST_MAIN(TestSettingsDialog)
#include "tst_settingsdialog.moc"
