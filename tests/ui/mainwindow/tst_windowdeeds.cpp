// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/ui/openwindow.h"

#include "ui/add/adddialog.h"
#include "ui/bundle/exportdialog.h"
#include "ui/bundle/importdialog.h"
#include "ui/bundle/statementdialog.h"
#include "ui/mainwindow/removedialog.h"
#include "ui/widgets/messagebar.h"

#include <QtCore/QMimeData>
#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtGui/QDropEvent>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTreeView>

#include <memory>

using namespace Qt::StringLiterals;
using namespace hugger;
using namespace hugger::test;

namespace {

HeldRow makeRow(qint64 id, const QString& repo)
{
    HeldRow row;
    row.id = id;
    row.repo = {.kind = RepoKind::Model, .id = repo};
    row.commit = QByteArray::number(id).rightJustified(40, 'a');
    row.revision = u"main"_s;
    row.files = 3;
    row.isComplete = true;
    return row;
}

JobStatus makeJob(qint64 id, const QString& repo, bool isPaused)
{
    JobStatus status;
    status.job.id = id;
    status.job.repo = {.kind = RepoKind::Model, .id = repo};
    status.job.commit = QByteArray::number(id).rightJustified(40, 'b');
    status.job.state = JobState::Running;
    status.job.wantPaused = isPaused;
    status.job.bytesTotal = 141'000'000'000;
    return status;
}

Error offline()
{
    return {.kind = ErrorKind::Network,
            .code = u"offline"_s,
            .message = u"The Hub cannot be reached."_s,
            .detail = {},
            .retry = Retry::Automatic};
}

} // namespace

/// What the window does and says, on an engine that was never opened.
class TestWindowDeeds final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void retryIsOfWhatIsSaid();
    void troubleIsSaid();
    void linksWaitForTheirTurn();
    void pauseFollowsTheJobs();
    void pendingRowHasNoDetails();
    void trashOfNoDays();
    void droppedFileIsImported();
    void choiceIsExported();

private:
    [[nodiscard]] MessageBar& bar() const { return *m_open->find<MessageBar>(u"messageBar"_s); }
    [[nodiscard]] QAction& action(const QString& name) const { return *m_open->find<QAction>(name); }
    [[nodiscard]] AddDialog* dialog() const { return m_open->window().findChild<AddDialog*>(); }
    [[nodiscard]] QString asked() const { return dialog()->findChild<QLineEdit*>(u"addField"_s)->text(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OpenWindow> m_open;
};

void TestWindowDeeds::init()
{
    usePlainStyle();
    m_folder = std::make_unique<QTemporaryDir>();
    m_open = std::make_unique<OpenWindow>(m_folder->path());
    m_open->window().show();
    Q_EMIT m_open->engine().rowsLoaded({makeRow(1, u"acme/a"_s), makeRow(2, u"acme/b"_s)}, true, true);
}

void TestWindowDeeds::cleanup()
{
    m_open.reset();
    m_folder.reset();
}

void TestWindowDeeds::retryIsOfWhatIsSaid()
{
    // Refused, and with a button that asks once more.
    m_open->choose(0);
    action(u"verify"_s).trigger();
    QTRY_VERIFY(bar().isVisible());
    const Message refused = bar().message();
    // Nobody asked for this: there is nothing to try again, not even what was refused before.
    Q_EMIT m_open->engine().trouble(offline());
    QVERIFY(bar().message().text != refused.text);
    QCOMPARE(bar().message().step, NextStep::NetworkSettings);
    QCOMPARE(bar().message().other, NextStep::None);
    Q_EMIT bar().stepChosen(NextStep::Retry);
    bar().clear();
    QTest::qWait(50);
    QVERIFY(!bar().isVisible());
}

void TestWindowDeeds::troubleIsSaid()
{
    Error error = offline();
    error.code = u"hub_failing"_s;
    Q_EMIT m_open->engine().trouble(error);
    QVERIFY(bar().isVisible());
    QCOMPARE(bar().message().text, error.message);
    QCOMPARE(bar().message().step, NextStep::None);
}

void TestWindowDeeds::linksWaitForTheirTurn()
{
    MainWindow& window = m_open->window();
    window.addLinks(u"acme/one"_s);
    QPointer<AddDialog> first = dialog();
    QVERIFY(first);
    window.addLinks({});
    window.addLinks(u"acme/two"_s);
    window.addLinks(u"acme/two"_s);
    QCOMPARE(dialog(), first.get());
    QCOMPARE(asked(), u"acme/one"_s);
    // Also where the first one is not wanted.
    first->reject();
    QTRY_VERIFY(!first && dialog());
    QCOMPARE(asked(), u"acme/two"_s);
    dialog()->reject();
    QTRY_VERIFY(!dialog());

    // An empty one is there to be filled.
    window.addLinks({});
    first = dialog();
    window.addLinks(u"acme/three"_s);
    QCOMPARE(dialog(), first.get());
    QCOMPARE(asked(), u"acme/three"_s);
    first->reject();
    QTRY_VERIFY(!dialog());
}

void TestWindowDeeds::pauseFollowsTheJobs()
{
    Q_EMIT m_open->engine().jobsReset({makeJob(1, u"acme/big"_s, false)});
    m_open->choose(m_open->rowOf(u"acme/big"_s));
    const QString pause = action(u"pauseRows"_s).text();
    Q_EMIT m_open->engine().jobsChanged({makeJob(1, u"acme/big"_s, true)});
    QTRY_VERIFY(action(u"pauseRows"_s).text() != pause);
    Q_EMIT m_open->engine().jobsChanged({makeJob(1, u"acme/big"_s, false)});
    QTRY_COMPARE(action(u"pauseRows"_s).text(), pause);
}

void TestWindowDeeds::pendingRowHasNoDetails()
{
    Q_EMIT m_open->engine().jobsReset({makeJob(1, u"acme/big"_s, false)});
    m_open->choose(m_open->rowOf(u"acme/big"_s));
    const auto labels = m_open->find<QWidget>(u"columns"_s)->findChildren<QLabel*>();
    for (const QLabel* label : labels)
        QVERIFY2(!label->isVisible() || !label->text().contains(u"1 snapshot"_s), qPrintable(label->text()));
}

void TestWindowDeeds::trashOfNoDays()
{
    RemoveDialog remove({makeRow(1, u"acme/a"_s)}, 0);
    remove.setAttribute(Qt::WA_DeleteOnClose, false);
    const auto* weight = remove.findChild<QLabel*>(u"removeWeight"_s);
    for (const qint64 shared : {0, 5'000'000}) {
        remove.showWeight(Removal{.trashId = {}, .freedBytes = 137'000'000'000, .sharedBytes = shared});
        QVERIFY(weight->text().contains(u"starts next"_s));
        QCOMPARE(weight->text().contains(u"shared"_s), shared > 0);
    }
}

void TestWindowDeeds::droppedFileIsImported()
{
    MainWindow& window = m_open->window();
    const auto drop = [&window](const QStringList& files) {
        QMimeData mime;
        QList<QUrl> urls;
        for (const QString& file : files)
            urls.append(QUrl::fromLocalFile(file));
        mime.setUrls(urls);
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QCoreApplication::sendEvent(&window, &enter);
        QDropEvent event(QPointF(10, 10), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        event.ignore();
        QCoreApplication::sendEvent(&window, &event);
        return enter.isAccepted() && event.isAccepted();
    };
    // Which of two is meant cannot be told.
    QVERIFY(!drop({u"/media/disk/a.tar.zst"_s, u"/media/disk/b.tar.zst"_s}));
    QVERIFY(!openDialog<ImportDialog>());
    QVERIFY(drop({u"/media/disk/a.tar.zst"_s}));
    const QPointer<ImportDialog> dialog = openDialog<ImportDialog>();
    QVERIFY(dialog);
    const auto* source = dialog->findChild<QLineEdit*>(u"importSource"_s);
    QCOMPARE(source->text(), u"/media/disk/a.tar.zst"_s);
    QVERIFY(drop({u"/media/disk/a folder"_s}));
    QCOMPARE(openDialog<ImportDialog>(), dialog.get());
    QCOMPARE(source->text(), u"/media/disk/a folder"_s);
    QVERIFY(!m_open->find<AddDialog>({}));
    dialog->reject();
}

void TestWindowDeeds::choiceIsExported()
{
    QVERIFY(!action(u"exportRows"_s).isEnabled());
    QVERIFY(!action(u"statement"_s).isEnabled());
    m_open->choose(0);
    QVERIFY(action(u"statement"_s).isEnabled());
    action(u"statement"_s).trigger();
    QPointer<QDialog> dialog = openDialog<StatementDialog>();
    QVERIFY(dialog);
    dialog->reject();
    m_open->table().selectAll();
    QVERIFY(!action(u"statement"_s).isEnabled());
    action(u"exportRows"_s).trigger();
    dialog = openDialog<ExportDialog>();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QLabel*>(u"exportTitle"_s)->text().section(u' ', 0, 0), u"2"_s);
    dialog->reject();
}

QTEST_MAIN(TestWindowDeeds)
#include "tst_windowdeeds.moc"
