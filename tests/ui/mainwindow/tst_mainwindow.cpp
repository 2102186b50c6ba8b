// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowfixture.h"

#include <QtCore/QMimeData>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTranslator>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QDragEnterEvent>
#include <QtGui/QGuiApplication>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStyleFactory>
#include <QtWidgets/QTreeView>
#include <QtWidgets/QTreeWidget>

#include "ui/add/adddialog.h"
#include "ui/mainwindow/removedialog.h"
#include "ui/widgets/emptystate.h"

using namespace Qt::StringLiterals;
using namespace hugger;
using namespace hugger::test;

namespace {

QMimeData* mimeOf(const QString& text)
{
    auto* const mime = new QMimeData;
    mime->setText(text);
    return mime;
}

Error busy()
{
    return {ErrorKind::Busy,
            u"profile_busy"_s,
            u"Another hugger (process 4242) is working with this profile. Wait until it is done, or end it."_s,
            {},
            Retry::NeedsUser};
}

/// Words twice as long, in other letters.
class LongWords final : public QTranslator {
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* /*context*/, const char* text, const char* /*disambiguation*/,
                                    int /*n*/) const override
    {
        const QString source = QString::fromUtf8(text);
        if (source.contains(u'%'))
            return source + u" "_s + QString(source.size() / 2, u'ß');
        return source + u" und "_s + QString(source).remove(u'&').replace(u'a', u'ä').replace(u'o', u'ö');
    }
};

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pasteOpensAdd();
    void pasteOfNothingIsSaid();
    void dropOpensAdd();
    void dropOfOthersIsRefused();
    void severalLinksOneAfterTheOther();
    void filterCountsAreLive();
    void filterOfAnUnknownStoreIsLeft();
    void selectionSurvives();
    void placeSurvivesReload();
    void emptyStates();
    void openingFailsAndIsRetried();
    void noticesAreSaid();
    void columnsAndLayoutAreRestored();
    void columnsShowAndHide();
    void geometryOffScreenIsBroughtBack();
    void closing();
    void shortcutsAreUnique();
    void shortcutsAreListed();
    void keysInTheSearch();
    void actionsFollowTheChoice();
    void removeAsks();
    void removeOfTheLastCopy();
    void removeAsksWhereItIsProtected();
    void removeLeavesGoneOnesOut();
    void refusalsAreSaidInPlace();
    void pauseAllFollowsTheQueue();
    void sortsByHeader();
    void retranslates();
    void shots();
};

void TestMainWindow::initTestCase()
{
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
}

void TestMainWindow::pasteOpensAdd()
{
    Fixture fixture;
    fixture.show();
    fixture.load({});
    QGuiApplication::clipboard()->setText(u"https://huggingface.co/acme/Orion-70B/tree/main"_s);
    QTest::keyClick(&fixture.window, Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(fixture.window.findChild<AddDialog*>());
    auto* const dialog = fixture.window.findChild<AddDialog*>();
    QVERIFY(dialog->findChild<QLineEdit*>(u"addField"_s)->text().contains(u"acme/Orion-70B"_s));
    dialog->reject();
    QTRY_VERIFY(!fixture.window.findChild<AddDialog*>());

    fixture.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window));
    QTest::keyClick(&fixture.window, Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(fixture.window.findChild<AddDialog*>());
    QVERIFY(fixture.window.findChild<AddDialog*>()->findChild<QLineEdit*>(u"addField"_s)->text().isEmpty());

    // In a text field it is that field's.
    fixture.window.findChild<AddDialog*>()->reject();
    QTRY_VERIFY(!fixture.window.findChild<AddDialog*>());
    fixture.search().setFocus();
    QTest::keyClick(&fixture.search(), Qt::Key_V, Qt::ControlModifier);
    QVERIFY(fixture.search().text().contains(u"Orion"_s));
    QVERIFY(!fixture.window.findChild<AddDialog*>());
}

void TestMainWindow::pasteOfNothingIsSaid()
{
    Fixture fixture;
    fixture.show();
    fixture.load({});
    QGuiApplication::clipboard()->setText({});
    fixture.window.addFromClipboard();
    QVERIFY(fixture.bar().isVisible());
    QVERIFY(!fixture.window.findChild<AddDialog*>());
    auto* const files = new QMimeData;
    files->setUrls({QUrl::fromLocalFile(u"/etc/hosts"_s)});
    QGuiApplication::clipboard()->setMimeData(files);
    fixture.window.addFromClipboard();
    QVERIFY(!fixture.window.findChild<AddDialog*>());
}

void TestMainWindow::dropOpensAdd()
{
    Fixture fixture;
    fixture.show();
    const std::unique_ptr<QMimeData> mime(mimeOf(u"https://huggingface.co/datasets/corpora/birdsong"_s));
    QDragEnterEvent enter({50, 50}, Qt::CopyAction | Qt::MoveAction, mime.get(), Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&fixture.window, &enter);
    QVERIFY(enter.isAccepted());
    QCOMPARE(enter.dropAction(), Qt::CopyAction);
    QVERIFY(fixture.window.findChild<StatusLine*>()->currentMessage().contains(u"corpora/birdsong"_s));
    QDropEvent drop({50, 50}, Qt::CopyAction, mime.get(), Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&fixture.window, &drop);
    QVERIFY(drop.isAccepted());
    QVERIFY(fixture.window.findChild<StatusLine*>()->currentMessage().isEmpty());
    auto* const dialog = fixture.window.findChild<AddDialog*>();
    QVERIFY(dialog);
    QVERIFY(dialog->findChild<QLineEdit*>(u"addField"_s)->text().contains(u"corpora/birdsong"_s));
}

void TestMainWindow::dropOfOthersIsRefused()
{
    Fixture fixture;
    fixture.show();
    QMimeData mime;
    mime.setUrls({QUrl(u"https://example.org/acme/tiny"_s)});
    QDragEnterEvent enter({50, 50}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QApplication::sendEvent(&fixture.window, &enter);
    QVERIFY(!enter.isAccepted());
}

void TestMainWindow::severalLinksOneAfterTheOther()
{
    Fixture fixture;
    fixture.show();
    fixture.window.addLinks(u"https://huggingface.co/acme/one\nhttps://huggingface.co/acme/two"_s);
    auto* dialog = fixture.window.findChild<AddDialog*>();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QLineEdit*>(u"addField"_s)->text(), u"acme/one"_s);
    dialog->accept();
    QTRY_VERIFY(fixture.window.findChild<AddDialog*>() && fixture.window.findChild<AddDialog*>() != dialog);
    dialog = fixture.window.findChild<AddDialog*>();
    QCOMPARE(dialog->findChild<QLineEdit*>(u"addField"_s)->text(), u"acme/two"_s);
    dialog->accept();
    QTRY_VERIFY(!fixture.window.findChild<AddDialog*>());
}

void TestMainWindow::filterCountsAreLive()
{
    Fixture fixture;
    fixture.show();
    fill(fixture);
    const auto lineOf = [&](const QString& begin) {
        const QAbstractItemModel& model = *fixture.sidebar().model();
        for (int row = 0; row < model.rowCount(); ++row) {
            const QString text = model.index(row, 0).data(Qt::AccessibleTextRole).toString();
            if (text.startsWith(begin))
                return text;
        }
        return QString();
    };
    QCOMPARE(lineOf(u"Everything"_s), u"Everything, 8"_s);
    QCOMPARE(lineOf(u"Fetching"_s), u"Fetching, 2"_s);
    QCOMPARE(lineOf(u"Gone"_s), u"Gone upstream, 1"_s);
    QCOMPARE(lineOf(u"Needs"_s), u"Needs attention, 4"_s);
    QCOMPARE(lineOf(u"Datasets"_s), u"Datasets, 2"_s);
    HeldRow row = sketchRows().at(1);
    row.upstream = u"gone"_s;
    Q_EMIT fixture.engine.rowsChanged({row}, {5});
    QCOMPARE(lineOf(u"Gone"_s), u"Gone upstream, 1"_s);
    QCOMPARE(lineOf(u"Everything"_s), u"Everything, 7"_s);
    fixture.sidebar().choose({.what = LibraryFilter::What::Gone});
    QCOMPARE(fixture.model().rowCount(), 1);
    QCOMPARE(fixture.model().at(0).repo.id, u"quill/tiny-embed"_s);
}

void TestMainWindow::filterOfAnUnknownStoreIsLeft()
{
    Fixture fixture;
    fixture.sidebar().choose({.what = LibraryFilter::What::Store, .storeId = u"lost"_s});
    fill(fixture);
    QCOMPARE(fixture.sidebar().filter(), LibraryFilter());
    QCOMPARE(fixture.model().rowCount(), 8);
    fixture.sidebar().choose({.what = LibraryFilter::What::Store, .storeId = u"shelf"_s});
    QList<StoreStatus> stores = sketchStores();
    stores[1].isPlugged = true;
    Q_EMIT fixture.engine.storesChanged(stores);
    QCOMPARE(fixture.sidebar().filter().storeId, u"shelf"_s);
}

void TestMainWindow::selectionSurvives()
{
    Fixture fixture;
    fixture.show();
    fill(fixture);
    fixture.window.showRepo({.kind = RepoKind::Model, .id = u"halcyon/voice-base"_s});
    const auto chosen = [&] {
        const QModelIndexList rows = fixture.table().selectionModel()->selectedRows();
        return rows.size() == 1 ? fixture.model().at(rows.first().row()).id : 0;
    };
    QCOMPARE(chosen(), 5);
    fixture.sidebar().choose({.what = LibraryFilter::What::Gone});
    QCOMPARE(chosen(), 5);
    fixture.sidebar().choose({});
    QCOMPARE(chosen(), 5);
    fixture.table().header()->setSortIndicator(LibraryModel::Size, Qt::DescendingOrder);
    QCOMPARE(chosen(), 5);
    fixture.load(sketchRows());
    QCOMPARE(chosen(), 5);
    QCOMPARE(fixture.model().at(fixture.table().currentIndex().row()).id, 5);
    // Shown although the filter would hide it.
    fixture.sidebar().choose({.what = LibraryFilter::What::Newer});
    fixture.window.showRepo({.kind = RepoKind::Dataset, .id = u"corpora/street-signs"_s});
    QCOMPARE(chosen(), 6);
    QCOMPARE(fixture.sidebar().filter(), LibraryFilter());
}

void TestMainWindow::placeSurvivesReload()
{
    Fixture fixture;
    fixture.show();
    QList<HeldRow> rows;
    for (int i = 1; i <= 500; ++i)
        rows.append(makeRow(i, QString(u"org/name-"_s + QString::number(i).rightJustified(4, u'0')), i, 1,
                            QString::number(i), u"current"_s, 1, 1));
    fixture.load(rows);
    QScrollBar* const scroll = fixture.table().verticalScrollBar();
    QTRY_VERIFY(scroll->maximum() > 1000);
    scroll->setValue(1000);
    const QModelIndex top = fixture.table().indexAt({20, 0});
    const qint64 id = fixture.model().at(top.row()).id;
    fixture.load(rows.sliced(5));
    QCOMPARE(fixture.model().at(fixture.table().indexAt({20, 0}).row()).id, id);
    Q_EMIT fixture.engine.rowsChanged({rows.at(300)}, {});
    QCOMPARE(fixture.model().at(fixture.table().indexAt({20, 0}).row()).id, id);
    fixture.model().setFound(u"name"_s, {7, 8, 9});
    QTRY_VERIFY(!scroll->isVisible());
}

void TestMainWindow::emptyStates()
{
    Fixture fixture;
    fixture.show();
    QVERIFY(!fixture.shows(u"emptyLibrary"_s));
    QTRY_VERIFY(fixture.shows(u"opening"_s));
    fixture.load({});
    QVERIFY(fixture.shows(u"emptyLibrary"_s));
    Q_EMIT fixture.engine.jobsChanged(sketchJobs());
    QVERIFY(fixture.shows(u"table"_s));
    Q_EMIT fixture.engine.jobsReset({});
    QVERIFY(fixture.shows(u"emptyLibrary"_s));
    fill(fixture);
    QVERIFY(fixture.shows(u"table"_s));
    fixture.sidebar().choose({.what = LibraryFilter::What::Kind, .kind = RepoKind::Space});
    QVERIFY(fixture.shows(u"emptyFilter"_s));
    fixture.sidebar().choose({});
    fixture.search().setText(u"zzz"_s);
    fixture.model().setFound(u"zzz"_s, {});
    QVERIFY(fixture.shows(u"noMatch"_s));
    fixture.action(u"clearSearch"_s).trigger();
    QVERIFY(fixture.shows(u"table"_s));
    QVERIFY(fixture.search().text().isEmpty());
}

void TestMainWindow::openingFailsAndIsRetried()
{
    Fixture fixture;
    fixture.show();
    Q_EMIT fixture.engine.opened(std::unexpected(busy()), {});
    QVERIFY(fixture.shows(u"openingFailed"_s));
    bool isSaid = false;
    const auto labels = fixture.window.findChild<QWidget*>(u"openingFailed"_s)->findChildren<QLabel*>();
    for (const QLabel* label : labels)
        isSaid = isSaid || label->text() == busy().message;
    QVERIFY(isSaid);
    Q_EMIT fixture.engine.opened({}, {});
    fixture.load(sketchRows());
    QVERIFY(fixture.shows(u"table"_s));
}

void TestMainWindow::noticesAreSaid()
{
    Fixture fixture;
    fixture.show();
    Q_EMIT fixture.engine.opened({}, {u"The catalog was damaged and has been rebuilt from 12 records."_s});
    QVERIFY(fixture.bar().isVisible());
    QVERIFY(fixture.bar().message().text.contains(u"12 records"_s));
}

void TestMainWindow::columnsAndLayoutAreRestored()
{
    const QTemporaryDir folder;
    int width = 0;
    {
        Fixture fixture(folder.path());
        fixture.show();
        fill(fixture);
        width = fixture.table().columnWidth(LibraryModel::Upstream) + 23;
        fixture.table().header()->resizeSection(LibraryModel::Upstream, width);
        fixture.table().header()->setSortIndicator(LibraryModel::Size, Qt::DescendingOrder);
        fixture.table().setColumnHidden(LibraryModel::License, false);
        fixture.sidebar().choose({.what = LibraryFilter::What::Attention});
        fixture.action(u"showDetails"_s).setChecked(false);
        fixture.window.close();
    }
    Fixture fixture(folder.path());
    fixture.show();
    fill(fixture);
    QCOMPARE(fixture.table().columnWidth(LibraryModel::Upstream), width);
    QCOMPARE(fixture.table().header()->sortIndicatorSection(), static_cast<int>(LibraryModel::Size));
    QCOMPARE(fixture.table().header()->sortIndicatorOrder(), Qt::DescendingOrder);
    QVERIFY(!fixture.table().isColumnHidden(LibraryModel::License));
    QVERIFY(fixture.table().isColumnHidden(LibraryModel::Proved));
    QCOMPARE(fixture.sidebar().filter().what, LibraryFilter::What::Attention);
    QVERIFY(!fixture.action(u"showDetails"_s).isChecked());
    QCOMPARE(fixture.model().at(0).repo.id, u"corpora/street-signs"_s);
    QCOMPARE(fixture.model().rowCount(), 4);
}

void TestMainWindow::columnsShowAndHide()
{
    Fixture fixture;
    fixture.show();
    QMenu* columns = nullptr;
    const auto menus = fixture.window.menuBar()->findChildren<QMenu*>();
    for (QMenu* menu : menus) {
        if (menu->title() == u"&Columns"_s)
            columns = menu;
    }
    QVERIFY(columns);
    QCOMPARE(columns->actions().size(), static_cast<int>(LibraryModel::ColumnCount));
    QVERIFY(fixture.table().isColumnHidden(LibraryModel::License));
    columns->actions().at(LibraryModel::License)->trigger();
    QVERIFY(!fixture.table().isColumnHidden(LibraryModel::License));
    QVERIFY(!columns->actions().at(LibraryModel::Repository)->isEnabled());
}

void TestMainWindow::geometryOffScreenIsBroughtBack()
{
    Fixture fixture;
    fixture.window.move(20'000, 20'000);
    fixture.show();
    QVERIFY(fixture.window.screen()->availableGeometry().intersects(fixture.window.frameGeometry()));
}

void TestMainWindow::closing()
{
    Fixture fixture;
    fixture.show();
    fixture.load({});
    const QSignalSpy quits(&fixture.window, &MainWindow::quitRequested);
    const QSignalSpy hides(&fixture.window, &MainWindow::hideRequested);
    fixture.window.close();
    QCOMPARE(quits.count(), 1);
    QCOMPARE(hides.count(), 0);
    fixture.window.setTrayAvailable(true);
    fixture.window.close();
    QCOMPARE(quits.count(), 1);
    QCOMPARE(hides.count(), 1);
    // Explained once, where it can be seen.
    fixture.window.hide();
    QVERIFY(!fixture.bar().isVisibleTo(&fixture.window));
    fixture.show();
    QVERIFY(fixture.bar().isVisible());
    QVERIFY(fixture.settings.closeToTrayExplained());
    fixture.bar().clear();
    fixture.window.close();
    fixture.window.hide();
    fixture.show();
    QVERIFY(!fixture.bar().isVisible());
    fixture.settings.setOnClose(WindowSettings::Close::Quit);
    fixture.window.close();
    QCOMPARE(quits.count(), 2);
}

void TestMainWindow::shortcutsAreUnique()
{
    Fixture fixture;
    QHash<QKeySequence, QString> seen;
    const auto actions = fixture.window.findChildren<QAction*>();
    for (const QAction* action : actions) {
        if (action->shortcutContext() != Qt::WindowShortcut)
            continue;
        const auto shortcuts = action->shortcuts();
        for (const QKeySequence& key : shortcuts) {
            QVERIFY2(!seen.contains(key), qPrintable(key.toString() + u": "_s + seen.value(key)));
            seen.insert(key, action->text());
        }
    }
    for (const Qt::Key key : {Qt::Key_N, Qt::Key_V, Qt::Key_F, Qt::Key_Z, Qt::Key_Comma, Qt::Key_Q})
        QVERIFY(seen.contains(QKeySequence(Qt::CTRL | key)));

    // Mnemonics, a menu at a time.
    QList<QList<QAction*>> groups{fixture.window.menuBar()->actions()};
    for (int i = 0; i < groups.size(); ++i) {
        QSet<QKeySequence> mnemonics;
        const QList<QAction*> group = groups.at(i);
        for (const QAction* action : group) {
            if (action->menu())
                groups.append(action->menu()->actions());
            const QKeySequence key = QKeySequence::mnemonic(action->text());
            QVERIFY2(key.isEmpty() || !mnemonics.contains(key), qPrintable(action->text()));
            mnemonics.insert(key);
        }
    }
}

void TestMainWindow::shortcutsAreListed()
{
    Fixture fixture;
    fixture.show();
    fixture.action(u"shortcuts"_s).trigger();
    auto* const dialog = fixture.window.findChild<QDialog*>(u"shortcutsDialog"_s);
    QVERIFY(dialog);
    const auto* list = dialog->findChild<QTreeWidget*>();
    QCOMPARE(list->findItems(u"Remove"_s, Qt::MatchExactly | Qt::MatchRecursive).size(), 1);
    QCOMPARE(list->findItems(u"Remove"_s, Qt::MatchExactly | Qt::MatchRecursive).first()->text(1), u"Del"_s);
    dialog->reject();
    fixture.action(u"about"_s).trigger();
    QVERIFY(fixture.window.findChild<QDialog*>(u"aboutDialog"_s));
    fixture.window.findChild<QDialog*>(u"aboutDialog"_s)->reject();
}

void TestMainWindow::keysInTheSearch()
{
    Fixture fixture;
    fixture.show();
    fill(fixture);
    QTest::keyClick(&fixture.window, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(fixture.search().hasFocus());
    QTest::keyClicks(&fixture.search(), u"quill"_s);
    QTest::keyClick(&fixture.search(), Qt::Key_Escape);
    QVERIFY(fixture.search().text().isEmpty());
    QTest::keyClick(&fixture.search(), Qt::Key_Down);
    QVERIFY(fixture.table().hasFocus());
    QCOMPARE(fixture.table().selectionModel()->selectedRows().size(), 1);
}

void TestMainWindow::actionsFollowTheChoice()
{
    Fixture fixture;
    fixture.show();
    fill(fixture);
    for (const auto* name :
         {"verify", "remove", "openFolder", "copyId", "pauseRows", "repair", "previewUpdate", "update", "undo"})
        QVERIFY2(!fixture.action(QLatin1StringView(name)).isEnabled(), name);
    fixture.window.showRepo({.kind = RepoKind::Model, .id = u"quill/ocr-small"_s});
    for (const auto* name : {"verify", "remove", "openFolder", "copyId", "repair", "previewUpdate", "update"})
        QVERIFY2(fixture.action(QLatin1StringView(name)).isEnabled(), name);
    fixture.action(u"copyId"_s).trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"quill/ocr-small"_s);
    // On its way: nothing to remove, but to pause.
    fixture.window.showRepo({.kind = RepoKind::Model, .id = u"acme/Orion-70B"_s});
    QVERIFY(fixture.action(u"pauseRows"_s).isEnabled());
    QVERIFY(!fixture.action(u"remove"_s).isEnabled());
    QTest::keyClick(&fixture.table(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(fixture.table().selectionModel()->selectedRows().size(), 8);
    QVERIFY(!fixture.action(u"openFolder"_s).isEnabled());
    QVERIFY(fixture.action(u"verify"_s).isEnabled());
}

void TestMainWindow::removeAsks()
{
    Fixture fixture;
    fixture.show();
    fill(fixture);
    fixture.window.showRepo({.kind = RepoKind::Model, .id = u"acme/Orion-7B-Instruct"_s});
    QTest::keyClick(&fixture.table(), Qt::Key_Delete);
    auto* const dialog = fixture.window.findChild<RemoveDialog*>();
    QVERIFY(dialog);
    QVERIFY(dialog->isVisible());
    const auto labels = dialog->findChildren<QLabel*>();
    QCOMPARE(labels.first()->text(), u"Move acme/Orion-7B-Instruct (main at 8f3c21e) to the trash?"_s);
    auto* const weight = dialog->findChild<QLabel*>(u"removeWeight"_s);
    dialog->showWeight(Removal{.trashId = {}, .freedBytes = 137'000'000'000, .sharedBytes = 4'000'000'000});
    QVERIFY(weight->text().contains(u"137"_s));
    QVERIFY(weight->text().contains(u"shared"_s));
    dialog->showWeight(Removal{.trashId = {}, .freedBytes = 137'000'000'000, .sharedBytes = 0});
    QVERIFY(!weight->text().contains(u"shared"_s));
    dialog->showWeight(Removal{.trashId = {}, .freedBytes = 0, .sharedBytes = 5});
    QVERIFY(weight->text().contains(u"Frees nothing"_s));
    QVERIFY(dialog->findChild<QPushButton*>(u"removeButton"_s)->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!fixture.window.findChild<RemoveDialog*>());
    QCOMPARE(fixture.model().rowCount(), 8);
}

void TestMainWindow::removeOfTheLastCopy()
{
    RemoveDialog dialog({sketchRows().at(3)}, 7);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    auto* const button = dialog.findChild<QPushButton*>(u"removeButton"_s);
    auto* const name = dialog.findChild<QLineEdit*>(u"removeName"_s);
    QVERIFY(name);
    QVERIFY(!button->isEnabled());
    name->setText(u"halcyon/voice"_s);
    QVERIFY(!button->isEnabled());
    name->setText(u"halcyon/voice-base"_s);
    QVERIFY(button->isEnabled());
}

void TestMainWindow::removeAsksWhereItIsProtected()
{
    HeldRow row = sketchRows().at(2);
    for (const QString& reason : {u"gone"_s, u"disabled"_s, u"gated"_s, u"license"_s}) {
        row.lastCopy = reason;
        RemoveDialog dialog({row}, 7);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        auto* const button = dialog.findChild<QPushButton*>(u"removeButton"_s);
        auto* const name = dialog.findChild<QLineEdit*>(u"removeName"_s);
        QVERIFY2(name && !button->isEnabled(), qPrintable(reason));
        QVERIFY(name->accessibleName().contains(lastCopyText(reason)));
        name->setText(row.repo.id);
        QVERIFY(button->isEnabled());
    }
    // Disabled, and not yet told to be a last copy.
    row.lastCopy.clear();
    row.upstream = u"disabled"_s;
    RemoveDialog dialog({row}, 7);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QVERIFY(!dialog.findChild<QPushButton*>(u"removeButton"_s)->isEnabled());
}

void TestMainWindow::removeLeavesGoneOnesOut()
{
    RemoveDialog dialog(sketchRows(), 7);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QCOMPARE(dialog.rows().size(), 5);
    QVERIFY(dialog.findChild<QLabel*>(u"removeLeftOut"_s)->text().contains(u"halcyon/voice-base"_s));
    QCOMPARE(dialog.findChild<QListWidget*>()->count(), 5);
    QVERIFY(!dialog.findChild<QLineEdit*>(u"removeName"_s));
}

void TestMainWindow::refusalsAreSaidInPlace()
{
    Fixture fixture;
    fixture.show();
    fill(fixture);
    fixture.window.showRepo({.kind = RepoKind::Model, .id = u"quill/ocr-small"_s});
    // The engine is not open, and says so.
    fixture.action(u"verify"_s).trigger();
    QTRY_VERIFY(fixture.bar().isVisible());
    QVERIFY(!fixture.bar().message().text.isEmpty());
}

void TestMainWindow::pauseAllFollowsTheQueue()
{
    Fixture fixture;
    QVERIFY(!fixture.action(u"pauseAll"_s).isEnabled());
    fill(fixture);
    QVERIFY(fixture.action(u"pauseAll"_s).isEnabled());
    QCOMPARE(fixture.action(u"pauseAll"_s).text(), u"&Pause all"_s);
    QList<JobStatus> jobs = sketchJobs();
    for (JobStatus& status : jobs) {
        status.job.wantPaused = true;
        status.job.wait = JobWait::Paused;
    }
    Q_EMIT fixture.engine.jobsChanged(jobs);
    QCOMPARE(fixture.action(u"pauseAll"_s).text(), u"&Resume all"_s);
}

void TestMainWindow::sortsByHeader()
{
    Fixture fixture;
    fixture.show();
    fill(fixture);
    QHeaderView* const header = fixture.table().header();
    const QPoint size(header->sectionViewportPosition(LibraryModel::Size) + 10, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, size);
    const auto first = fixture.model().at(0).bytes;
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, size);
    QVERIFY(fixture.model().at(0).bytes != first);
}

void TestMainWindow::retranslates()
{
    Fixture fixture;
    fixture.show();
    fill(fixture);
    LongWords words;
    QCoreApplication::installTranslator(&words);
    QTRY_VERIFY(fixture.action(u"verify"_s).text().contains(u" und "_s));
    QVERIFY(fixture.search().placeholderText().contains(u" und "_s));
    QVERIFY(fixture.model().headerData(0, Qt::Horizontal, Qt::DisplayRole).toString().contains(u" und "_s));
    QCoreApplication::removeTranslator(&words);
    QTRY_VERIFY(!fixture.action(u"verify"_s).text().contains(u" und "_s));
}

void TestMainWindow::shots()
{
    const QString folder = qEnvironmentVariable("HUGGER_SHOTS");
    if (folder.isEmpty())
        QSKIP("HUGGER_SHOTS names no folder for pictures");
    const auto settle = [] { QTest::qWait(60); };
    const auto save = [&](QWidget& widget, const QString& name) {
        QVERIFY(widget.grab().save(folder + u'/' + name + u".png"_s));
    };
    for (const bool isDark : {false, true}) {
        const QString end = isDark ? u"-dark"_s : u"-light"_s;
        const auto scheme = isDark ? WindowSettings::Scheme::Dark : WindowSettings::Scheme::Light;
        Fixture fixture;
        fixture.settings.setScheme(scheme);
        fixture.window.resize(1240, 780);
        fixture.show();
        fill(fixture);
        settle();
        save(fixture.window, u"window"_s + end);
        fixture.window.showRepo({.kind = RepoKind::Model, .id = u"quill/tiny-embed"_s});
        settle();
        save(fixture.window, u"chosen"_s + end);
        fixture.action(u"remove"_s).trigger();
        auto* dialog = fixture.window.findChild<RemoveDialog*>();
        dialog->showWeight(Removal{.trashId = {}, .freedBytes = 137'000'000'000, .sharedBytes = 4'000'000'000});
        settle();
        save(*dialog, u"remove"_s + end);
        dialog->reject();
        RemoveDialog gone({sketchRows().at(3)}, 7, &fixture.window);
        gone.setAttribute(Qt::WA_DeleteOnClose, false);
        gone.showWeight(Removal{.trashId = {}, .freedBytes = 2'200'000'000, .sharedBytes = 0});
        gone.open();
        settle();
        save(gone, u"remove-gone"_s + end);
        gone.reject();
        RemoveDialog several(sketchRows(), 7, &fixture.window);
        several.setAttribute(Qt::WA_DeleteOnClose, false);
        several.showWeight(Removal{.trashId = {}, .freedBytes = 60'200'000'000, .sharedBytes = 100'000'000});
        several.open();
        settle();
        save(several, u"remove-several"_s + end);
        several.reject();
        fixture.bar().say(
            {.text = u"acme/Orion-70B is in the trash. That frees 137 GB in 7 days."_s, .step = NextStep::Undo});
        settle();
        save(fixture.window, u"said"_s + end);
        fixture.bar().clear();
        fixture.search().setText(u"zebra"_s);
        fixture.model().setFound(u"zebra"_s, {});
        settle();
        save(fixture.window, u"nomatch"_s + end);
        fixture.action(u"clearSearch"_s).trigger();
        fixture.action(u"shortcuts"_s).trigger();
        settle();
        save(*fixture.window.findChild<QDialog*>(u"shortcutsDialog"_s), u"shortcuts"_s + end);
        fixture.window.findChild<QDialog*>(u"shortcutsDialog"_s)->reject();

        Fixture empty;
        empty.settings.setScheme(scheme);
        empty.window.resize(1240, 780);
        empty.show();
        Q_EMIT empty.engine.storesChanged(sketchStores().first(1));
        empty.load({});
        settle();
        save(empty.window, u"empty"_s + end);
        Q_EMIT empty.engine.opened(std::unexpected(busy()), {});
        settle();
        save(empty.window, u"busy"_s + end);
    }
    {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        Fixture fixture;
        fixture.settings.setScheme(WindowSettings::Scheme::Light);
        fixture.window.resize(1240, 780);
        fixture.show();
        fill(fixture);
        fixture.window.showRepo({.kind = RepoKind::Model, .id = u"quill/tiny-embed"_s});
        settle();
        save(fixture.window, u"rtl"_s);
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }
    LongWords words;
    QCoreApplication::installTranslator(&words);
    {
        Fixture fixture;
        fixture.settings.setScheme(WindowSettings::Scheme::Light);
        fixture.window.resize(1240, 780);
        fixture.show();
        fill(fixture);
        settle();
        save(fixture.window, u"long"_s);
    }
    QCoreApplication::removeTranslator(&words);
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
