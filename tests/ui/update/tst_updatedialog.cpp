// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/samplelibrary.h"
#include "support/ui/openwindow.h"

#include "ui/update/changesmodel.h"
#include "ui/update/licenseview.h"
#include "ui/update/linediff.h"
#include "ui/update/updatedialog.h"
#include "ui/update/watchdialog.h"
#include "ui/widgets/delegates.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTabWidget>

using namespace Qt::StringLiterals;
using namespace hugger;
using namespace hugger::test;

namespace {

UpdatePreview samplePreview()
{
    UpdatePreview preview;
    preview.held = {RepoKind::Model, u"quill/tiny-embed"_s};
    preview.wish = {preview.held, u"main"_s, QByteArray(40, 'b'), {}, {}};
    preview.from = QByteArray(40, 'a');
    preview.changes = {{FileChange::Kind::Added, u"NOTICE"_s, 0, 900},
                       {FileChange::Kind::Changed, u"model.safetensors"_s, 90'868'376, 90'868'376},
                       {FileChange::Kind::Removed, u"pytorch_model.bin"_s, 91'000'000, 0}};
    preview.fetchFiles = 2;
    preview.fetchBytes = 90'869'276;
    preview.freeAfter = 212'000'000'000;
    preview.commits = {{QByteArray(40, 'b'), u"Train longer"_s, u"2026-11-20T08:00:00Z"_s}};
    return preview;
}

} // namespace

class TestUpdateDialog final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { usePlainStyle(); }
    void linesAreCompared();
    void longTextsDifferAsAWhole();
    void modelsKeepTheirRules();
    void showsWhatChanges();
    void saysALicenseFirst();
    void saysWhyThereIsNone();
    void nothingNewer();
    void licenseIsSaidInWords_data();
    void licenseIsSaidInWords();
    void rulesAreReadAndMade();

private:
    QTemporaryDir m_folder;
};

void TestUpdateDialog::linesAreCompared()
{
    using Kind = DiffLine::Kind;
    QCOMPARE(lineDiff({}, {}), QList<DiffLine>());
    QCOMPARE(lineDiff(u"a\nb"_s, u"a\nb\n"_s), (QList<DiffLine>{{Kind::LeftOut, {}}}));
    QCOMPARE(lineDiff({}, u"a"_s), (QList<DiffLine>{{Kind::Added, u"a"_s}}));
    QCOMPARE(lineDiff(u"1\n2\n3\n4\n5\n6\n7\r\n8\n9"_s, u"1\n2\n3\n4\nfive\n6\n7\n8\n9"_s, 1),
             (QList<DiffLine>{{Kind::LeftOut, {}},
                              {Kind::Same, u"4"_s},
                              {Kind::Removed, u"5"_s},
                              {Kind::Added, u"five"_s},
                              {Kind::Same, u"6"_s},
                              {Kind::LeftOut, {}}}));
    // Moved lines: what stays is the longest that both have.
    QCOMPARE(lineDiff(u"x\na\nb\nc"_s, u"a\nb\nc\nx"_s),
             (QList<DiffLine>{{Kind::Removed, u"x"_s},
                              {Kind::Same, u"a"_s},
                              {Kind::Same, u"b"_s},
                              {Kind::Same, u"c"_s},
                              {Kind::Added, u"x"_s}}));
}

void TestUpdateDialog::longTextsDifferAsAWhole()
{
    QStringList before;
    QStringList after;
    for (int line = 0; line < 20'000; ++line) {
        before.append(u"old %1"_s.arg(line));
        after.append(u"new %1"_s.arg(line));
    }
    const QList<DiffLine> diff = lineDiff(before.join(u'\n'), after.join(u'\n'));
    QCOMPARE(diff.size(), 40'000);
    QCOMPARE(diff.first().kind, DiffLine::Kind::Removed);
    QCOMPARE(diff.last().kind, DiffLine::Kind::Added);
}

void TestUpdateDialog::modelsKeepTheirRules()
{
    ChangesModel changes;
    CommitsModel commits;
    const QAbstractItemModelTester one(&changes, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QAbstractItemModelTester other(&commits, QAbstractItemModelTester::FailureReportingMode::Fatal);
    changes.setChanges(samplePreview().changes);
    commits.setCommits(samplePreview().commits);
    QCOMPARE(changes.index(0, ChangesModel::Before).data().toString(), QString());
    QVERIFY(!changes.index(0, ChangesModel::After).data().toString().isEmpty());
    QCOMPARE(changes.index(1, ChangesModel::What).data().toString(), u"changed"_s);
    QCOMPARE(changes.index(2, ChangesModel::After).data().toString(), QString());
    QCOMPARE(commits.index(0, CommitsModel::Title).data().toString(), u"Train longer"_s);
    QCOMPARE(commits.index(0, CommitsModel::Commit).data().toString(), u"bbbbbbb"_s);
    changes.setChanges({});
    commits.setCommits({});
}

void TestUpdateDialog::showsWhatChanges()
{
    Engine engine(m_folder.path());
    UpdateDialog dialog(engine, samplePreview().held, {});
    dialog.show();
    auto* const update = dialog.findChild<QPushButton*>(u"updateButton"_s);
    QVERIFY(!update->isVisible());
    dialog.setPreview(samplePreview());
    QVERIFY(update->isVisible() && update->isEnabled());
    const QString totals = dialog.findChild<QLabel*>(u"updateTotals"_s)->text();
    QVERIFY2(totals.contains(u"1 files added"_s) && totals.contains(u"1 files changed"_s)
                 && totals.contains(u"1 files removed"_s) && totals.contains(u"90.9"_s) && totals.contains(u"212"_s)
                 && totals.contains(u"stays"_s),
             qPrintable(totals));
    const auto* tabs = dialog.findChild<QTabWidget*>(u"updateTabs"_s);
    QCOMPARE(tabs->count(), 2);
    QVERIFY(dialog.findChild<QLabel*>(u"updateLine"_s)->text().contains(u"bbbbbbb"_s));
}

void TestUpdateDialog::saysALicenseFirst()
{
    Engine engine(m_folder.path());
    UpdateDialog dialog(engine, samplePreview().held, {});
    dialog.show();
    UpdatePreview preview = samplePreview();
    preview.license.before.ids = {u"apache-2.0"_s};
    preview.license.after.ids = {u"cc-by-nc-4.0"_s};
    preview.license.isStricter = true;
    preview.license.texts = {{u"LICENSE"_s, u"Apache License\nVersion 2.0\n"_s, u"Apache License\nNot any more\n"_s}};
    preview.isRewritten = true;
    preview.warnings = {u"The branch is another one now."_s};
    dialog.setPreview(preview);
    const auto* tabs = dialog.findChild<QTabWidget*>(u"updateTabs"_s);
    QCOMPARE(tabs->count(), 3);
    QVERIFY(qobject_cast<LicenseView*>(tabs->currentWidget()) != nullptr);
    QStringList said;
    for (const MessageBar* bar : dialog.findChildren<MessageBar*>()) {
        if (bar->isVisible())
            said.append(bar->message().text);
    }
    QCOMPARE(said.size(), 3);
    QVERIFY(said.join(u' ').contains(u"stricter"_s) && said.join(u' ').contains(u"cc-by-nc-4.0"_s));
    QVERIFY(said.join(u' ').contains(u"rewritten"_s) && said.join(u' ').contains(preview.warnings.first()));
    const QString diff = dialog.findChild<QPlainTextEdit*>(u"licenseDiff"_s)->toPlainText();
    QVERIFY2(diff.contains(u"− Version 2.0"_s) && diff.contains(u"+ Not any more"_s), qPrintable(diff));
    // Without one, nothing of it stays.
    dialog.setPreview(samplePreview());
    QCOMPARE(tabs->count(), 2);
    for (const MessageBar* bar : dialog.findChildren<MessageBar*>())
        QVERIFY(!bar->isVisible());
}

void TestUpdateDialog::saysWhyThereIsNone()
{
    Engine engine(m_folder.path());
    UpdateDialog dialog(engine, samplePreview().held, {});
    dialog.show();
    dialog.showError({ErrorKind::Network, u"offline"_s, u"The Hub cannot be reached."_s, {}, Retry::Automatic});
    auto* const bar = dialog.findChild<MessageBar*>(u"updateBar"_s);
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->message().step, NextStep::Retry);
    QVERIFY(!dialog.findChild<QPushButton*>(u"updateButton"_s)->isVisible());
    // Asked again: it says so, and the old trouble is gone.
    Q_EMIT bar->stepChosen(NextStep::Retry);
    QVERIFY(!bar->isVisible());
    const QSignalSpy settings(&dialog, &UpdateDialog::settingsRequested);
    Q_EMIT bar->stepChosen(NextStep::EnterToken);
    QCOMPARE(settings.size(), 1);
    // Also where it is not known what to do.
    dialog.showError({ErrorKind::Failed, u"odd"_s, u"That did not work."_s, {}, Retry::Never});
    QCOMPARE(bar->message().step, NextStep::Retry);
}

void TestUpdateDialog::nothingNewer()
{
    Engine engine(m_folder.path());
    UpdateDialog dialog(engine, samplePreview().held, {});
    dialog.show();
    UpdatePreview preview = samplePreview();
    preview.isHeld = true;
    dialog.setPreview(preview);
    QVERIFY(dialog.findChild<QWidget*>(u"updateQuiet"_s)->isVisible());
    QVERIFY(!dialog.findChild<QPushButton*>(u"updateButton"_s)->isVisible());
}

void TestUpdateDialog::licenseIsSaidInWords_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<bool>("isStricter");
    QTest::addColumn<QString>("said");
    QTest::newRow("stricter") << u"mit"_s << u"cc-by-nc-4.0"_s << true << u"stricter"_s;
    QTest::newRow("freer") << u"cc-by-nc-4.0"_s << u"mit"_s << false << u"The license changed"_s;
    QTest::newRow("text only") << u"mit"_s << u"mit"_s << true << u"text of the license"_s;
    QTest::newRow("a link") << u"mit"_s << u"mit"_s << false << u"still mit"_s;
    QTest::newRow("none") << QString() << u"mit"_s << false << u"not stated became mit"_s;
}

void TestUpdateDialog::licenseIsSaidInWords()
{
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    QFETCH(const bool, isStricter);
    QFETCH(const QString, said);
    LicenseChange change;
    if (!before.isEmpty())
        change.before.ids = {before};
    change.after.ids = {after};
    change.isStricter = isStricter;
    QVERIFY2(licenseChangeText(change).contains(said), qPrintable(licenseChangeText(change)));
}

void TestUpdateDialog::rulesAreReadAndMade()
{
    Engine engine(m_folder.path());
    for (const WatchRule& rule :
         {WatchRule{}, WatchRule{.everyHours = 0}, WatchRule{.everyHours = 36, .fetchUpTo = 7'500'000'000}}) {
        const WatchDialog dialog(engine, {RepoKind::Model, u"acme/a"_s}, rule);
        QCOMPARE(dialog.rule(), rule);
    }
    WatchDialog dialog(engine, {RepoKind::Model, u"acme/a"_s}, {});
    auto* const hours = dialog.findChild<QSpinBox*>(u"watchHours"_s);
    QVERIFY(!hours->isEnabled());
    dialog.findChild<QRadioButton*>(u"watchEvery"_s)->click();
    QVERIFY(hours->isEnabled());
    hours->setValue(6);
    dialog.findChild<QCheckBox*>(u"watchFetch"_s)->click();
    dialog.findChild<QDoubleSpinBox*>(u"watchGigabytes"_s)->setValue(2.5);
    QCOMPARE(dialog.rule(), (WatchRule{.everyHours = 6, .fetchUpTo = 2'500'000'000}));
    QVERIFY(watchRuleText(dialog.rule(), 12).contains(u"6 hours"_s));
    QVERIFY(watchRuleText({}, 12).contains(u"settings"_s));
    QVERIFY(fetchRuleText(dialog.rule()).contains(u"2.5"_s));
}

QTEST_MAIN(TestUpdateDialog)
#include "tst_updatedialog.moc"
