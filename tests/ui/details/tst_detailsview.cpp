// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"
#include "support/samplelibrary.h"

#include "ui/details/detailsview.h"
#include "ui/details/licensepage.h"
#include "ui/details/loaddialog.h"
#include "ui/details/notesdialog.h"
#include "ui/update/watchdialog.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/windowsettings.h"

#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QStyleFactory>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QTextEdit>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeView>

using namespace hugger;
using namespace hugger::test;

class TestDetailsView final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysThatNothingIsChosen();
    void showsASnapshot();
    void saysWhatMatters_data();
    void saysWhatMatters();
    void staysClosed();
    void showsUnplugged();
    void asksForWhatIsChosen();
    void staysWhereItIs();
    void remembersTheTab();
    void linksOfTheCardLeadToFiles();
    void timelineLeadsToSnapshots();
    void copies();
    void editsNotes();
    void saysWhyItCannotBeShown();
    void saysHowItIsWatched();
    void opensNoPrograms();
    void readsALibrary();
    void shots();

private:
    struct Pane {
        QTemporaryDir folder;
        Engine engine{folder.path()};
        WindowSettings settings{folder.path()};
        DetailsView view{engine, settings};

        Pane()
        {
            view.resize(view.fontMetrics().averageCharWidth() * 52, view.fontMetrics().height() * 40);
            view.show();
        }
        [[nodiscard]] QTabWidget& tabs() const { return *view.findChild<QTabWidget*>(u"detailsTabs"_s); }
        [[nodiscard]] MessageBar& bar(const QString& name) const { return *view.findChild<MessageBar*>(name); }
        void trigger(const QString& words) const
        {
            for (QAction* action : view.findChild<QToolButton*>(u"more"_s)->menu()->actions()) {
                if (action->text().remove(u'&') == words) {
                    action->trigger();
                    return;
                }
            }
            QFAIL(qPrintable(words));
        }
    };
    /// As Fusion has it; a screen that is none does not know of schemes.
    static QPalette darkPalette()
    {
        const QColor window(50, 50, 50);
        QPalette palette(Qt::white, window, QColor(75, 75, 75), QColor(30, 30, 30), QColor(38, 38, 38), Qt::white,
                         Qt::white, QColor(36, 36, 36), window);
        palette.setColor(QPalette::AlternateBase, QColor(44, 44, 44));
        palette.setColor(QPalette::Button, window);
        palette.setColor(QPalette::Highlight, QColor(48, 140, 198));
        palette.setColor(QPalette::HighlightedText, Qt::white);
        palette.setColor(QPalette::Link, QColor(100, 160, 255));
        palette.setColor(QPalette::PlaceholderText, QColor(150, 150, 150));
        return palette;
    }
    static QPixmap sideBySide(const QList<QPixmap>& pictures)
    {
        int width = 0;
        int height = 0;
        for (const QPixmap& picture : pictures) {
            width += picture.width() + 4;
            height = std::max(height, picture.height());
        }
        QPixmap sheet(width, height);
        sheet.fill(Qt::magenta);
        QPainter painter(&sheet);
        int left = 0;
        for (QPixmap picture : pictures) {
            picture.setDevicePixelRatio(1);
            painter.drawPixmap(left, 0, picture);
            left += picture.width() + 4;
        }
        return sheet;
    }
    template<typename Dialog> static Dialog* openDialog()
    {
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            if (auto* dialog = qobject_cast<Dialog*>(widget); dialog && dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }
};

void TestDetailsView::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
}

void TestDetailsView::saysThatNothingIsChosen()
{
    Pane pane;
    QVERIFY(!pane.tabs().isVisible());
    pane.view.showSelection(3, 120'000'000'000);
    QStringList texts;
    for (const QLabel* label : pane.view.findChildren<QLabel*>()) {
        if (label->isVisible())
            texts.append(label->text());
    }
    QVERIFY2(texts.contains(u"3 snapshots, 120 GB"_s), qPrintable(texts.join(u'|')));
}

void TestDetailsView::showsASnapshot()
{
    Pane pane;
    pane.view.setDetails(sampleDetails());
    QVERIFY(pane.tabs().isVisible());
    QCOMPARE(pane.view.findChild<QTextEdit*>(u"snapshotName"_s)->toPlainText(), u"acme/Orion-7B-Instruct"_s);
    QVERIFY(pane.view.findChild<QLabel*>(u"snapshotLine"_s)->text().startsWith(u"model · main at 8f3c21e"_s));
    QVERIFY(!pane.bar(u"newsBar"_s).isVisible());
    QVERIFY(!pane.bar(u"storeBar"_s).isVisible());
    QStringList facts;
    for (const QTextEdit* fact : pane.tabs().widget(0)->findChildren<QTextEdit*>())
        facts.append(fact->toPlainText());
    QVERIFY(facts.contains(u"9 of 9 files, 14.5 GB"_s));
    QVERIFY(facts.contains(u"apache-2.0"_s));
    QVERIFY(facts.contains(u"4.1 GB with other snapshots"_s));
    pane.view.showRow(0);
    QVERIFY(!pane.tabs().isVisible());
}

void TestDetailsView::saysWhatMatters_data()
{
    QTest::addColumn<QString>("upstream");
    QTest::addColumn<int>("damaged");
    QTest::addColumn<Tint>("tint");
    QTest::addColumn<QString>("words");
    QTest::newRow("gone") << u"gone"_s << 0 << Tint::Wrong
                          << u"The Hub says this repo no longer exists or is private. Your copy is complete and was "
                             "verified on "_s;
    QTest::newRow("damaged") << u"gone"_s << 2 << Tint::Wrong << u"2 files are damaged or missing."_s;
    QTest::newRow("license") << u"license_changed"_s << 0 << Tint::Attention << u"The license changed upstream."_s;
    QTest::newRow("gated") << u"gated"_s << 0 << Tint::Attention << u"The Hub now asks for its terms"_s;
    QTest::newRow("renamed") << u"renamed"_s << 0 << Tint::Attention << u"This repo has another name"_s;
    QTest::newRow("disabled") << u"disabled"_s << 0 << Tint::Wrong << u"The Hub has disabled this repo."_s;
    QTest::newRow("newer") << u"newer"_s << 0 << Tint::Plain << u"There is a newer version upstream."_s;
}

void TestDetailsView::saysWhatMatters()
{
    QFETCH(const QString, upstream);
    QFETCH(const int, damaged);
    QFETCH(const Tint, tint);
    QFETCH(const QString, words);
    Pane pane;
    SnapshotDetails details = sampleDetails();
    details.row.upstream = upstream;
    details.row.damaged = damaged;
    pane.view.setDetails(details);
    const MessageBar& bar = pane.bar(u"newsBar"_s);
    QVERIFY(bar.isVisible());
    QVERIFY2(bar.message().text.startsWith(words), qPrintable(bar.message().text));
    QCOMPARE(bar.message().tint, tint);
    QCOMPARE(bar.message().step, damaged > 0 ? NextStep::Repair : NextStep::None);
}

void TestDetailsView::staysClosed()
{
    Pane pane;
    SnapshotDetails details = sampleDetails();
    details.row.upstream = u"gone"_s;
    pane.view.setDetails(details);
    MessageBar& bar = pane.bar(u"newsBar"_s);
    bar.findChild<QToolButton*>(u"messageClose"_s)->click();
    QVERIFY(!bar.isVisible());
    pane.view.setDetails(details);
    QVERIFY(!bar.isVisible());
    details.row.upstream = u"gated"_s;
    pane.view.setDetails(details);
    QVERIFY(bar.isVisible());
}

void TestDetailsView::showsUnplugged()
{
    Pane pane;
    SnapshotDetails details = sampleDetails();
    details.isPlugged = false;
    details.folder.clear();
    details.hubCache.clear();
    details.record.files.clear();
    details.storeLabel = u"Shelf disk 2"_s;
    pane.view.setDetails(details);
    QVERIFY(pane.bar(u"storeBar"_s).isVisible());
    QVERIFY(pane.bar(u"storeBar"_s).message().text.contains(u"Shelf disk 2"_s));
    QVERIFY(!pane.view.findChild<QPushButton*>(u"openFolder"_s)->isEnabled());
    pane.tabs().setCurrentIndex(2);
    QVERIFY(!pane.view.findChild<QTreeView*>(u"files"_s)->isVisible());
    pane.view.findChild<QPushButton*>(u"loadIt"_s)->click();
    auto* dialog = openDialog<LoadDialog>();
    QVERIFY(dialog);
    QVERIFY(!dialog->findChild<QTabWidget*>());
    dialog->close();
    details.isPlugged = true;
    pane.view.setDetails(details);
    QVERIFY(!pane.bar(u"storeBar"_s).isVisible());
}

void TestDetailsView::asksForWhatIsChosen()
{
    Pane pane;
    SnapshotDetails details = partialDetails();
    details.row.damaged = 1;
    pane.view.setDetails(details);
    QSignalSpy removed(&pane.view, &DetailsView::removeRequested);
    QSignalSpy verified(&pane.view, &DetailsView::verifyRequested);
    QSignalSpy repaired(&pane.view, &DetailsView::repairRequested);
    QList<RepoLink> links;
    connect(&pane.view, &DetailsView::archiveRequested, this, [&links](const RepoLink& link) { links.append(link); });
    pane.trigger(u"Remove…"_s);
    pane.trigger(u"Verify"_s);
    pane.trigger(u"Repair"_s);
    pane.bar(u"newsBar"_s).findChild<QPushButton*>(u"messageStep"_s)->click();
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.first().first().toLongLong(), 8);
    QCOMPARE(verified.size(), 1);
    QCOMPARE(repaired.size(), 2);
    QStringList updates;
    connect(&pane.view, &DetailsView::updateRequested, this,
            [&updates](const RepoId& repo, const QString& revision) { updates.append(repo.id + u'@' + revision); });
    pane.trigger(u"Preview update…"_s);
    QCOMPARE(updates, QStringList{details.record.repo.id + u"@main"_s});
    pane.trigger(u"Fetch the rest…"_s);
    pane.view.findChild<QPushButton*>(u"fetchRest"_s)->click();
    QCOMPARE(links.size(), 2);
    QCOMPARE(links.at(0).revision, QString::fromLatin1(details.record.commit));
    QCOMPARE(links.at(1).repo, details.record.repo);
}

void TestDetailsView::staysWhereItIs()
{
    Pane pane;
    pane.view.setDetails(sampleDetails());
    pane.tabs().setCurrentIndex(2);
    auto* files = pane.view.findChild<QTreeView*>(u"files"_s);
    QTRY_COMPARE(files->model()->rowCount(), 8);
    const QModelIndex folder = files->model()->index(1, 0);
    files->expand(folder);
    files->setCurrentIndex(files->model()->index(1, 0, folder));
    // The same again, with one file more.
    SnapshotDetails details = sampleDetails();
    details.record.files.append(heldFile(u"zoo.txt"_s, 1));
    pane.view.setDetails(details);
    QCOMPARE(pane.tabs().currentIndex(), 2);
    QVERIFY(files->isVisible());
    QTRY_COMPARE(files->model()->rowCount(), 9);
    QVERIFY(files->isExpanded(files->model()->index(1, 0)));
    QCOMPARE(files->currentIndex().data().toString(), u"tokenizer.json"_s);
    // A filter opens what it finds; without it all is as it was.
    auto* filter = pane.view.findChild<QLineEdit*>(u"filesFilter"_s);
    filter->setText(u"scores"_s);
    QTRY_COMPARE(files->model()->rowCount(), 1);
    QVERIFY(files->isExpanded(files->model()->index(0, 0)));
    filter->clear();
    QTRY_COMPARE(files->model()->rowCount(), 9);
    QVERIFY(!files->isExpanded(files->model()->index(0, 0)));
    QVERIFY(files->isExpanded(files->model()->index(1, 0)));
    // Another snapshot begins anew.
    pane.view.setDetails(partialDetails());
    QTRY_COMPARE(files->model()->rowCount(), 4);
}

void TestDetailsView::remembersTheTab()
{
    QTemporaryDir folder;
    Engine engine(folder.path());
    WindowSettings settings(folder.path());
    {
        DetailsView view(engine, settings);
        view.findChild<QTabWidget*>(u"detailsTabs"_s)->setCurrentIndex(4);
    }
    const DetailsView view(engine, settings);
    QCOMPARE(view.findChild<QTabWidget*>(u"detailsTabs"_s)->currentIndex(), 4);
}

void TestDetailsView::linksOfTheCardLeadToFiles()
{
    Pane pane;
    pane.view.setDetails(sampleDetails());
    pane.tabs().setCurrentIndex(1);
    pane.view.setCard(sampleCard());
    auto* card = pane.view.findChild<QWidget*>(u"card"_s);
    QTRY_VERIFY(card->isVisible());
    QVERIFY(QMetaObject::invokeMethod(card, "anchorClicked", QUrl(u"tokenizer/tokenizer.json"_s)));
    QCOMPARE(pane.tabs().currentIndex(), 2);
    auto* files = pane.view.findChild<QTreeView*>(u"files"_s);
    QTRY_COMPARE(files->currentIndex().data().toString(), u"tokenizer.json"_s);
}

void TestDetailsView::timelineLeadsToSnapshots()
{
    Pane pane;
    pane.view.setDetails(sampleDetails());
    pane.tabs().setCurrentIndex(3);
    pane.view.setHistory(sampleHistory());
    auto* view = pane.view.findChild<QTreeView*>(u"revisions"_s);
    QVERIFY(view->isVisible());
    QCOMPARE(view->currentIndex(), view->model()->index(0, 0));
    QSignalSpy chosen(&pane.view, &DetailsView::rowRequested);
    view->setCurrentIndex(view->model()->index(1, 0));
    pane.view.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&pane.view));
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toLongLong(), 6);
    // Refreshed: what is chosen and open stays.
    view->expand(view->model()->index(1, 0));
    pane.view.setHistory(sampleHistory());
    QCOMPARE(view->currentIndex(), view->model()->index(1, 0));
    QVERIFY(view->isExpanded(view->model()->index(1, 0)));
}

void TestDetailsView::copies()
{
    Pane pane;
    SnapshotDetails details = sampleDetails();
    details.record.repo.kind = RepoKind::Dataset;
    pane.view.setDetails(details);
    pane.trigger(u"Copy id"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"datasets/acme/Orion-7B-Instruct"_s);
    pane.trigger(u"Copy link"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"https://hub.example/datasets/acme/Orion-7B-Instruct"_s);
    pane.view.findChild<QPushButton*>(u"loadIt"_s)->click();
    auto* dialog = openDialog<LoadDialog>();
    QVERIFY(dialog);
    dialog->findChild<QPushButton*>(u"copyRecipe"_s)->click();
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"HF_HUB_OFFLINE"_s));
    dialog->close();
}

void TestDetailsView::editsNotes()
{
    Pane pane;
    pane.view.setDetails(sampleDetails());
    pane.view.findChild<QPushButton*>(u"editNotes"_s)->click();
    auto* dialog = openDialog<NotesDialog>();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QLineEdit*>(u"tags"_s)->text(), u"favourite, work"_s);
    // Nobody opened the archive: it says that it could not be saved, and keeps what was written.
    dialog->findChild<QPlainTextEdit*>(u"notes"_s)->setPlainText(u"New words"_s);
    dialog->findChild<QPushButton*>(u"saveNotes"_s)->click();
    QTRY_VERIFY(dialog->findChild<MessageBar*>()->isVisible());
    QVERIFY(dialog->isVisible());
    QCOMPARE(dialog->findChild<QPlainTextEdit*>(u"notes"_s)->toPlainText(), u"New words"_s);
    dialog->saved({});
    QVERIFY(!dialog->isVisible());
    QCOMPARE(NotesDialog::tagsOf(u" a,b  c ,, a,"_s), QStringList({u"a"_s, u"b c"_s}));
}

void TestDetailsView::saysWhyItCannotBeShown()
{
    Pane pane;
    pane.view.showRow(99);
    QTRY_VERIFY(pane.bar(u"detailsFailure"_s).isVisible());
    QCOMPARE(pane.bar(u"detailsFailure"_s).message().step, NextStep::Retry);
    QVERIFY(!pane.tabs().isVisible());
    pane.view.setDetails(sampleDetails());
    QVERIFY(!pane.bar(u"detailsFailure"_s).isVisible());
    // Another language does not bring the one before back.
    pane.view.showRow(99);
    QEvent language(QEvent::LanguageChange);
    QCoreApplication::sendEvent(&pane.view, &language);
    QTRY_VERIFY(pane.bar(u"detailsFailure"_s).isVisible());
    QVERIFY(!pane.tabs().isVisible());
    pane.view.setDetails(sampleDetails());
    // A tab that cannot be loaded says so in its place.
    pane.tabs().setCurrentIndex(3);
    QTRY_VERIFY(pane.tabs().widget(3)->findChild<MessageBar*>()->isVisible());
    pane.view.setHistory(sampleHistory());
    QVERIFY(!pane.tabs().widget(3)->findChild<MessageBar*>()->isVisible());
}

void TestDetailsView::saysHowItIsWatched()
{
    Pane pane;
    pane.view.setDetails(sampleDetails());
    const auto* facts = pane.view.findChild<QWidget*>(u"facts"_s);
    auto* const edit = pane.view.findChild<QPushButton*>(u"editWatch"_s);
    QVERIFY(!edit->isVisible());
    const auto said = [facts] {
        QStringList texts;
        for (const QTextEdit* text : facts->findChildren<QTextEdit*>()) {
            if (text->isVisible())
                texts.append(text->toPlainText());
        }
        return texts.join(u'|');
    };
    WatchRow watched{.repo = sampleDetails().record.repo, .rule = {}};
    pane.view.setWatched(watched);
    QVERIFY(edit->isVisible());
    QVERIFY2(said().contains(u"Not yet"_s) && said().contains(u"every 12 hours, as the settings say"_s)
                 && said().contains(u"not fetched"_s),
             qPrintable(said()));
    watched.rule = {.everyHours = 3, .fetchUpTo = 2'000'000'000};
    watched.checkedAt = watched.nextAt = 1'790'000'000;
    watched.trouble = u"The Hub did not answer."_s;
    pane.view.setWatched(watched);
    QVERIFY2(said().contains(u"every 3 hours"_s) && said().contains(u"up to 2"_s) && said().contains(watched.trouble),
             qPrintable(said()));
    edit->click();
    auto* const dialog = openDialog<WatchDialog>();
    QVERIFY(dialog);
    QCOMPARE(dialog->rule(), watched.rule);
    // The archive is not open: that is said in place.
    dialog->findChild<QPushButton*>(u"watchSave"_s)->click();
    QTRY_VERIFY(dialog->findChild<MessageBar*>()->isVisible());
    QVERIFY(dialog->isVisible());
    dialog->close();
    // Another snapshot begins anew.
    pane.view.setDetails(partialDetails());
    QVERIFY(!edit->isVisible());
    QVERIFY(!said().contains(u"every 3 hours"_s));
}

void TestDetailsView::opensNoPrograms()
{
    for (const QString& file : {u"LICENSE"_s, u"LICENSE.txt"_s, u"license.MD"_s, u"COPYING.rst"_s, u"LICENSE.pdf"_s})
        QCOMPARE(LicensePage::whatToOpen(u"/f"_s, file), QString(u"/f/"_s + file));
    for (const QString& file : {u"LICENSE.desktop"_s, u"LICENSE.txt.sh"_s, u"license.html"_s, u"LICENSE-2.0"_s})
        QCOMPARE(LicensePage::whatToOpen(u"/f.txt"_s, file), u"/f.txt"_s);
}

void TestDetailsView::readsALibrary()
{
    QTemporaryDir folder;
    Engine engine(makeSampleLibrary(folder.path()));
    WindowSettings settings(folder.path());
    DetailsView view(engine, settings);
    view.resize(view.fontMetrics().averageCharWidth() * 52, view.fontMetrics().height() * 40);
    view.show();
    QList<HeldRow> rows;
    bool isLast = false;
    connect(&engine, &Engine::rowsLoaded, this, [&](const QList<HeldRow>& some, bool, bool last) {
        rows += some;
        isLast = last;
    });
    engine.open();
    QTRY_VERIFY(isLast);
    QVERIFY(!rows.isEmpty());
    auto& tabs = *view.findChild<QTabWidget*>(u"detailsTabs"_s);
    auto* name = view.findChild<QTextEdit*>(u"snapshotName"_s);
    int unplugged = 0;
    for (const HeldRow& row : std::as_const(rows)) {
        tabs.setCurrentIndex(0);
        view.showRow(row.id);
        QTRY_COMPARE(name->toPlainText(), row.repo.id);
        QTRY_VERIFY(tabs.isVisible());
        const bool isPlugged = !view.findChild<MessageBar*>(u"storeBar"_s)->isVisible();
        unplugged += isPlugged ? 0 : 1;
        for (int tab = 0; tab < tabs.count(); ++tab) {
            tabs.setCurrentIndex(tab);
            // Contents, or a sentence: never nothing for long.
            const auto says = [&tabs]() -> QString {
                const auto* page = tabs.currentWidget();
                const auto* quiet = page->findChild<QLabel*>(u"quietText"_s);
                const auto* bar = page->findChild<MessageBar*>();
                for (const auto* child : page->findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
                    if (child->isVisible() && child != quiet && child != bar)
                        return u"content"_s;
                }
                if (bar->isVisible())
                    return u"error: "_s + bar->message().text;
                return quiet->isVisible() && !quiet->text().endsWith(u'…') ? u"quiet: "_s + quiet->text() : QString();
            };
            QTRY_VERIFY(!says().isEmpty());
            QVERIFY2(!isPlugged || !says().startsWith("error"_L1), qPrintable(row.repo.id + u' ' + says()));
        }
    }
    QVERIFY(unplugged > 0);
    bool isClosed = false;
    connect(&engine, &Engine::closed, this, [&isClosed] { isClosed = true; });
    engine.close();
    QTRY_VERIFY(isClosed);
}

/// HUGGER_SHOTS=FOLDER: pictures of every state, to be looked at.
void TestDetailsView::shots()
{
    const QString folder = qEnvironmentVariable("HUGGER_SHOTS");
    if (folder.isEmpty())
        QSKIP("HUGGER_SHOTS names no folder");
    for (const auto scheme : {Qt::ColorScheme::Light, Qt::ColorScheme::Dark}) {
        const bool isDark = scheme == Qt::ColorScheme::Dark;
        QApplication::setPalette(isDark ? darkPalette() : QApplication::style()->standardPalette());
        for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            QGuiApplication::setLayoutDirection(direction);
            const QString prefix = u"%1/%2-%3-"_s.arg(folder, isDark ? u"dark"_s : u"light"_s,
                                                      direction == Qt::LeftToRight ? u"ltr"_s : u"rtl"_s);
            Pane pane;
            QList<QPixmap> sheet;
            const auto save = [&prefix, &sheet](QWidget& widget, const QString& name) {
                // Layouts settle, and what is shown after a moment is shown.
                bool isSettled = false;
                QTimer::singleShot(50, &widget, [&isSettled] { isSettled = true; });
                QTRY_VERIFY(isSettled);
                sheet.append(widget.grab());
                QVERIFY(sheet.last().save(prefix + name + u".png"_s));
            };
            save(pane.view, u"nothing"_s);
            pane.view.setDetails(sampleDetails());
            QVERIFY(QTest::qWaitForWindowExposed(&pane.view));
            const QStringList names = {u"overview"_s, u"card"_s, u"files"_s, u"revisions"_s, u"events"_s, u"license"_s};
            for (int tab = 0; tab < names.size(); ++tab) {
                pane.tabs().setCurrentIndex(tab);
                if (tab == 1) {
                    pane.view.setCard(sampleCard());
                    QTRY_VERIFY(pane.view.findChild<QWidget*>(u"card"_s)->isVisible());
                } else if (tab == 2) {
                    auto* files = pane.view.findChild<QTreeView*>(u"files"_s);
                    QTRY_VERIFY(files->model()->rowCount() > 0);
                    files->expandAll();
                } else if (tab == 3) {
                    pane.view.setHistory(sampleHistory());
                    auto* view = pane.view.findChild<QTreeView*>(u"revisions"_s);
                    view->expand(view->model()->index(0, 0));
                } else if (tab == 4) {
                    pane.view.setEvents(sampleEvents());
                }
                save(pane.view, names.at(tab));
            }
            SnapshotDetails details = partialDetails();
            details.row.damaged = 2;
            details.isPlugged = false;
            pane.tabs().setCurrentIndex(0);
            pane.view.setDetails(details);
            save(pane.view, u"trouble"_s);
            details = partialDetails();
            details.row.upstream = u"gone"_s;
            pane.view.setDetails(details);
            pane.tabs().setCurrentIndex(2);
            auto* files = pane.view.findChild<QTreeView*>(u"files"_s);
            QTRY_COMPARE(files->model()->rowCount(), 4);
            save(pane.view, u"partial"_s);
            LoadDialog load(partialDetails());
            load.show();
            save(load, u"load"_s);
            NotesDialog notes(u"acme/Orion"_s, u"Some words"_s, {u"work"_s});
            notes.show();
            save(notes, u"notes"_s);
            // Five side by side, to look at many at once.
            for (qsizetype first = 0; first < sheet.size(); first += 5)
                QVERIFY(sideBySide(sheet.mid(first, 5)).save(prefix + u"sheet%1.png"_s.arg(first / 5)));
        }
    }
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    QApplication::setPalette(QApplication::style()->standardPalette());
}

QTEST_MAIN(TestDetailsView)
#include "tst_detailsview.moc"
