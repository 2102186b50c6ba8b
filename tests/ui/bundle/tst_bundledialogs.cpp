// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/ui/bundlescenes.h"

#include "ui/bundle/exportdialog.h"
#include "ui/bundle/importdialog.h"
#include "ui/bundle/statementdialog.h"

#include <QtCore/QFile>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtPrintSupport/QPrinter>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTreeWidget>

using namespace Qt::StringLiterals;
using namespace hugger;
using namespace hugger::test;

namespace {

HeldRow rowOf(qint64 id, const QString& repo)
{
    HeldRow row;
    row.id = id;
    row.repo = {RepoKind::Model, repo};
    row.commit = "8f3c21e4" + QByteArray(32, '0');
    return row;
}

template<typename T> T& in(const QWidget& dialog, const char* name)
{
    return *dialog.findChild<T*>(QLatin1StringView(name));
}

void choose(QComboBox& box, const QVariant& data)
{
    box.setCurrentIndex(box.findData(data));
    Q_EMIT box.activated(box.currentIndex());
}

void type(QLineEdit& field, const QString& text)
{
    field.setText(text);
    Q_EMIT field.textEdited(text);
    Q_EMIT field.editingFinished();
}

/// Dialogs over an engine that was never opened: the test gives the answers.
struct Fixture {
    QTemporaryDir folder;
    Engine engine{folder.path()};
    WindowSettings settings{folder.path()};
};

struct ExportFixture : Fixture {
    ExportFixture() { dialog.show(); }

    ExportDialog dialog{engine, settings, {rowOf(1, u"acme/tiny"_s)}};
    QLineEdit& target = in<QLineEdit>(dialog, "exportTarget");
    QComboBox& format = in<QComboBox>(dialog, "exportFormat");
    QComboBox& split = in<QComboBox>(dialog, "exportSplit");
    QPushButton& button = in<QPushButton>(dialog, "exportButton");
    MessageBar& bar = in<MessageBar>(dialog, "exportBar");
    QLabel& totals = in<QLabel>(dialog, "exportTotals");
};

struct ImportFixture : Fixture {
    ImportFixture()
    {
        StoreStatus home;
        home.identity.id = u"home"_s;
        home.identity.label = u"Home"_s;
        home.isDefault = true;
        home.isPlugged = true;
        home.freeBytes = 212'000'000'000;
        StoreStatus shelf;
        shelf.identity.id = u"shelf"_s;
        shelf.identity.label = u"Shelf disk 2"_s;
        dialog.showStores({shelf, home});
        dialog.show();
    }

    ImportDialog dialog{engine};
    QPushButton& button = in<QPushButton>(dialog, "importButton");
    MessageBar& bar = in<MessageBar>(dialog, "importBar");
    QLabel& totals = in<QLabel>(dialog, "importTotals");
    QTreeWidget& list = in<QTreeWidget>(dialog, "importList");
};

} // namespace

class TestBundleDialogs final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { usePlainStyle(); }
    void filesHaveNames();
    void formatAndEndingFollowEachOther();
    void wishIsWhatTheFieldsSay();
    void saysWhatIsWritten();
    void saysWhyNothingIs();
    void exportIsRefusedInPlace();
    void showsWhatABundleSays();
    void looksAtWhatIsTyped();
    void asksForAName();
    void differentialIsSaid();
    void saysWhyItIsNoBundle();
    void statementIsShownAndCopied();
    void statementIsSaved();
    void statementIsPrinted();
};

void TestBundleDialogs::filesHaveNames()
{
    const QDate day(2026, 11, 3);
    QCOMPARE(ExportDialog::nameFor({rowOf(1, u"acme/tiny"_s)}, day), u"acme-tiny-8f3c21e4"_s);
    QCOMPARE(ExportDialog::nameFor({rowOf(1, u"a/b"_s), rowOf(2, u"c/d"_s)}, day), u"hugger-2-snapshots-2026-11-03"_s);
}

void TestBundleDialogs::formatAndEndingFollowEachOther()
{
    ExportFixture fixture;
    QVERIFY(fixture.target.text().endsWith(u"/acme-tiny-8f3c21e4.tar.zst"_s));
    choose(fixture.format, static_cast<int>(BundleFormat::Zip));
    QVERIFY(fixture.target.text().endsWith(u"/acme-tiny-8f3c21e4.zip"_s));
    QVERIFY(fixture.split.isVisible());
    choose(fixture.format, static_cast<int>(BundleFormat::Folder));
    QVERIFY(fixture.target.text().endsWith(u"/acme-tiny-8f3c21e4"_s));
    QVERIFY(!fixture.split.isVisible());
    type(fixture.target, u"/media/disk/mine.tgz"_s);
    QCOMPARE(fixture.dialog.wish().format, BundleFormat::TarGz);
    QCOMPARE(fixture.target.text(), u"/media/disk/mine.tgz"_s);
    type(fixture.target, u"/media/disk/v1.5"_s);
    QCOMPARE(fixture.target.text(), u"/media/disk/v1.5.tar.gz"_s);
}

void TestBundleDialogs::wishIsWhatTheFieldsSay()
{
    ExportFixture fixture;
    type(fixture.target, u"/media/disk/../disk/x.tar"_s);
    choose(fixture.split, qint64(-1));
    auto& gigabytes = in<QDoubleSpinBox>(fixture.dialog, "exportGigabytes");
    QVERIFY(gigabytes.isVisible());
    gigabytes.setValue(4.7);
    in<QCheckBox>(fixture.dialog, "exportDiffers").click();
    in<QLineEdit>(fixture.dialog, "exportSince").setText(u"/media/disk/list.txt"_s);
    const ExportWish expected{.snapshots = {},
                              .target = u"/media/disk/x.tar"_s,
                              .format = BundleFormat::Tar,
                              .splitBytes = 4'700'000'000,
                              .since = u"/media/disk/list.txt"_s};
    QCOMPARE(fixture.dialog.wish(), expected);
    // A folder is not split, and a list that is not wanted is none.
    choose(fixture.format, static_cast<int>(BundleFormat::Folder));
    in<QCheckBox>(fixture.dialog, "exportDiffers").click();
    QCOMPARE(fixture.dialog.wish().splitBytes, 0);
    QCOMPARE(fixture.dialog.wish().since, QString());
}

void TestBundleDialogs::saysWhatIsWritten()
{
    ExportFixture fixture;
    ExportLook look = sampleExportLook();
    look.bytes += 3'000'000'000;
    look.leftOutBytes = 1'000'000'000;
    fixture.dialog.setLook(look);
    QVERIFY(fixture.button.isEnabled());
    QVERIFY(!fixture.bar.isVisible());
    for (const QString& part :
         {u"12 files, 14.5 GB"_s, u"2.0 GB are the same"_s, u"1.0 GB are left out"_s, u"After that 198 GB free"_s})
        QVERIFY2(fixture.totals.text().contains(part), qPrintable(fixture.totals.text()));

    // What is compressed may get smaller, a folder does not.
    look.freeBytes = 8'000'000'000;
    fixture.dialog.setLook(look);
    QVERIFY(fixture.button.isEnabled());
    QVERIFY(fixture.bar.message().text.contains(u"only if"_s));
    choose(fixture.format, static_cast<int>(BundleFormat::Folder));
    fixture.dialog.setLook(look);
    QVERIFY(!fixture.button.isEnabled());
    QVERIFY(fixture.bar.message().text.contains(u"14.5 GB"_s));
    QVERIFY(fixture.bar.message().text.contains(u"8.0 GB"_s));

    look.freeBytes = -1;
    fixture.dialog.setLook(look);
    QVERIFY(fixture.button.isEnabled());
    QVERIFY(fixture.totals.text().contains(u"cannot be told"_s));
}

void TestBundleDialogs::saysWhyNothingIs()
{
    ExportFixture fixture;
    fixture.dialog.setLook(sampleExportLook());
    // Without its list, or without a place, there is nothing to ask for.
    in<QCheckBox>(fixture.dialog, "exportDiffers").click();
    QVERIFY(!fixture.button.isEnabled());
    QVERIFY(fixture.totals.text().contains(u"list"_s));
    in<QCheckBox>(fixture.dialog, "exportDiffers").click();
    type(fixture.target, u"somewhere.tar"_s);
    QTRY_VERIFY(fixture.totals.text().contains(u"from the top"_s));
    QVERIFY(!fixture.button.isEnabled());
    type(fixture.target, u"/tmp/somewhere.tar"_s);
    fixture.dialog.showError(
        {ErrorKind::Usage, u"bad_holdings"_s, u"Line 3 of list.txt is no hash."_s, u"xyz"_s, Retry::Never});
    QCOMPARE(fixture.bar.message().text, u"Line 3 of list.txt is no hash."_s);
    QCOMPARE(fixture.bar.message().step, NextStep::None);
    QVERIFY(!fixture.button.isEnabled());
}

void TestBundleDialogs::exportIsRefusedInPlace()
{
    // The engine was never opened: it refuses, and the dialog stays with what was filled in.
    ExportFixture fixture;
    const QSignalSpy started(&fixture.dialog, &ExportDialog::exportStarted);
    fixture.dialog.setLook(sampleExportLook());
    fixture.button.click();
    QTRY_VERIFY(fixture.bar.isVisible());
    QVERIFY(fixture.dialog.isVisible());
    QCOMPARE(started.size(), 0);
}

void TestBundleDialogs::showsWhatABundleSays()
{
    ImportFixture fixture;
    QVERIFY(!fixture.button.isEnabled());
    fixture.dialog.setSource(u"/media/disk/no-such-bundle.tar.zst"_s);
    fixture.dialog.setLook(sampleBundleLook());
    QVERIFY(fixture.button.isEnabled());
    QCOMPARE(fixture.list.topLevelItemCount(), 2);
    const QTreeWidgetItem& dataset = *fixture.list.topLevelItem(1);
    QVERIFY(dataset.text(0).endsWith(u" · dataset"_s));
    QCOMPARE(dataset.text(1), u"refs/convert/parquet · eeeeeee"_s);
    QCOMPARE(dataset.text(2), u"1,204, partial"_s);
    QCOMPARE(dataset.text(3), u"3.2 GB"_s);
    QCOMPARE(dataset.text(4), u"cc-by-sa-4.0"_s);
    const QString facts = in<QLabel>(fixture.dialog, "importFacts").text();
    for (const QString& part : {u"Exported by hugger 0.5"_s, u"2 snapshots"_s, u"17.7 GB"_s})
        QVERIFY2(facts.contains(part), qPrintable(facts));
    QVERIFY(fixture.totals.text().contains(u"proved"_s));
    QVERIFY(fixture.totals.text().contains(u"After that 194 GB free"_s));
    QVERIFY(!in<QLineEdit>(fixture.dialog, "importName").isVisible());
    QCOMPARE(fixture.dialog.wish(),
             (ImportWish{.source = u"/media/disk/no-such-bundle.tar.zst"_s, .storeId = u"home"_s, .as = {}}));
    // What somebody else wrote stays a line of text.
    BundleLook hostile = sampleBundleLook();
    hostile.snapshots[0].license = u"<b>mit</b>\n\u202Egpl"_s;
    hostile.madeBy = u"hugger\n\n1"_s;
    fixture.dialog.setLook(hostile);
    QVERIFY(!fixture.list.topLevelItem(0)->text(4).contains(u'\n'));
    QVERIFY(!fixture.list.topLevelItem(0)->text(4).contains(QChar(0x202E)));
    QVERIFY(!in<QLabel>(fixture.dialog, "importFacts").text().contains(u'\n'));
}

void TestBundleDialogs::looksAtWhatIsTyped()
{
    ImportFixture fixture;
    auto& source = in<QLineEdit>(fixture.dialog, "importSource");
    QSignalSpy left(&source, &QLineEdit::editingFinished);
    QTest::keyClicks(&source, u"no path from the top"_s);
    QTRY_VERIFY(fixture.bar.isVisible());
    QCOMPARE(left.size(), 0);
    // The first import makes the first store.
    auto& store = in<QComboBox>(fixture.dialog, "importStore");
    QVERIFY(store.isVisible());
    fixture.dialog.showStores({});
    QVERIFY(!store.isVisible());
}

void TestBundleDialogs::asksForAName()
{
    ImportFixture fixture;
    fixture.dialog.setSource(u"/media/disk/street signs"_s);
    fixture.dialog.setLook(samplePlainLook());
    auto& name = in<QLineEdit>(fixture.dialog, "importName");
    QVERIFY(name.isVisible());
    QCOMPARE(name.text(), u"local/street-signs"_s);
    QVERIFY(fixture.button.isEnabled());
    QCOMPARE(fixture.dialog.wish().as, std::optional(RepoId(RepoKind::Model, u"local/street-signs"_s)));
    name.setText(u"street signs"_s);
    QVERIFY(!fixture.button.isEnabled());
    QVERIFY(fixture.totals.text().contains(u"org/name"_s));
    name.setText(u"corpora/signs"_s);
    choose(in<QComboBox>(fixture.dialog, "importKind"), static_cast<int>(RepoKind::Dataset));
    QVERIFY(fixture.button.isEnabled());
    QCOMPARE(fixture.dialog.wish().as, std::optional(RepoId(RepoKind::Dataset, u"corpora/signs"_s)));
}

void TestBundleDialogs::differentialIsSaid()
{
    ImportFixture fixture;
    auto& needs = in<MessageBar>(fixture.dialog, "importNeeds");
    BundleLook look = sampleBundleLook();
    look.neededBytes = 12'000'000'000;
    fixture.dialog.setLook(look);
    QVERIFY(needs.isVisible());
    QVERIFY(needs.message().text.startsWith(u"12.0 GB were left out"_s));
    look.neededBytes = 0;
    fixture.dialog.setLook(look);
    QVERIFY(!needs.isVisible());
    look.payloadBytes = 220'000'000'000;
    fixture.dialog.setLook(look);
    QVERIFY(fixture.totals.text().contains(u"8.0 GB more are needed"_s));
}

void TestBundleDialogs::saysWhyItIsNoBundle()
{
    ImportFixture fixture;
    fixture.dialog.setLook(sampleBundleLook());
    fixture.dialog.showError(sampleRefusal());
    QVERIFY(!fixture.button.isEnabled());
    QVERIFY(!fixture.list.isVisible());
    QCOMPARE(fixture.bar.message().text, sampleRefusal().message);
    QCOMPARE(fixture.bar.message().detail, sampleRefusal().detail);
    // The engine's own answer, about a file that is not there.
    fixture.bar.clear();
    fixture.dialog.setSource(fixture.folder.filePath(u"nothing.tar"_s));
    QTRY_VERIFY(fixture.bar.isVisible());
    QVERIFY(!fixture.button.isEnabled());
    fixture.dialog.setSource(u"nothing.tar"_s);
    QVERIFY(fixture.bar.message().text.contains(u"from the top"_s));
}

void TestBundleDialogs::statementIsShownAndCopied()
{
    Fixture fixture;
    StatementDialog dialog(fixture.engine, rowOf(1, u"acme/tiny"_s));
    dialog.show();
    QTRY_VERIFY(in<MessageBar>(dialog, "statementBar").isVisible()); // never opened
    QVERIFY(!in<QPushButton>(dialog, "statementSave").isEnabled());
    dialog.setStatement(sampleStatement());
    QVERIFY(!in<MessageBar>(dialog, "statementBar").isVisible());
    QCOMPARE(in<QPlainTextEdit>(dialog, "statementText").toPlainText().toUtf8(), sampleStatement());
    QGuiApplication::clipboard()->clear();
    in<QPushButton>(dialog, "statementCopy").click();
    QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), sampleStatement());
}

void TestBundleDialogs::statementIsSaved()
{
    Fixture fixture;
    StatementDialog dialog(fixture.engine, rowOf(1, u"acme/tiny"_s));
    dialog.setStatement(sampleStatement());
    const QString path = fixture.folder.filePath(u"statement.txt"_s);
    const QSignalSpy saved(&dialog, &StatementDialog::saved);
    dialog.saveTo(path);
    QTRY_COMPARE(saved.size(), 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), sampleStatement());
    dialog.saveTo(fixture.folder.filePath(u"no/such/folder/statement.txt"_s));
    QTRY_COMPARE(saved.size(), 2);
    QVERIFY(!saved.last().first().value<Done>());
    QCOMPARE(in<MessageBar>(dialog, "statementBar").message().tint == Tint::Good, false);
}

void TestBundleDialogs::statementIsPrinted()
{
    Fixture fixture;
    StatementDialog dialog(fixture.engine, rowOf(1, u"acme/tiny"_s));
    dialog.setStatement(sampleStatement() + sampleStatement() + sampleStatement());
    const QString path = fixture.folder.filePath(u"statement.pdf"_s);
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setOutputFormat(QPrinter::PdfFormat);
    printer->setOutputFileName(path);
    const QSignalSpy printed(&dialog, &StatementDialog::printed);
    dialog.printOn(printer);
    QTRY_COMPARE(printed.size(), 1);
    QVERIFY(printed.first().first().toBool());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray pdf = file.readAll();
    QVERIFY(pdf.startsWith("%PDF"));
    // Over 200 lines: some pages, and not one a line.
    const qsizetype pages = pdf.count("/Type /Page\n");
    QVERIFY2(pages >= 3 && pages <= 8, qPrintable(QString::number(pages)));
}

QTEST_MAIN(TestBundleDialogs)
#include "tst_bundledialogs.moc"
