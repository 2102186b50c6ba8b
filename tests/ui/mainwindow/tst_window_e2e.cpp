// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/practicehubprocess.h"
#include "support/samplelibrary.h"
#include "support/ui/openwindow.h"

#include "ui/add/adddialog.h"
#include "ui/mainwindow/librarymodel.h"
#include "ui/mainwindow/sidebar.h"
#include "ui/transfers/transferspanel.h"
#include "ui/transfers/transfersview.h"

#include <QtCore/QMimeData>
#include <QtCore/QTemporaryDir>
#include <QtGui/QClipboard>
#include <QtGui/QDragEnterEvent>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

#include <memory>

using namespace Qt::StringLiterals;
using namespace hugger;
using namespace hugger::test;

namespace {

constexpr qint64 megabyte = 1'000'000;

#define COMPARE_STATE(repo, expected) QTRY_COMPARE_WITH_TIMEOUT(stateOf(*m_open, repo), jobStateName(expected), 60'000)

QString stateOf(const OpenWindow& open, const QString& repo)
{
    const auto status = open.job(repo);
    return status ? jobStateName(status->job.state) : u"no job"_s;
}

} // namespace

/// The real window, the real engine and the practice Hub: what people do, from end to end.
class WindowE2eTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();

    void addByPaste();
    void addByDrop();
    void addByDialog();
    void progressMoves();
    void pauseAndResume();
    void cancelAndRetry();
    void mendByRetrying();
    void mendByToken();
    void removeAndUndo();
    void undoByTheBar();
    void undoWhatIsStillThere();
    void lastCopyWantsItsName();
    void filter();
    void quitAndGoOn();
    void columnsComeBack();
    void closingWithAndWithoutTray();

private:
    void reopen();
    /// Chooses everything in the dialog that is open and starts it.
    [[nodiscard]] bool archiveWhatIsShown();
    [[nodiscard]] bool archive(const QString& link);
    [[nodiscard]] bool activate() const;
    [[nodiscard]] bool confirmRemoval();
    [[nodiscard]] TransfersPanel& panel() const { return *m_open->window().findChild<TransfersPanel*>(); }
    [[nodiscard]] QAbstractItemView& transfers() const { return *m_open->find<QAbstractItemView>(u"transfersView"_s); }
    /// The button of the bar in the transfers panel that does the next step.
    [[nodiscard]] QPushButton* mendingButton(const QString& name = u"messageStep"_s) const;
    [[nodiscard]] int heldRows() const;

    std::unique_ptr<PracticeHubProcess> m_hub;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OpenWindow> m_open;
};

void WindowE2eTest::initTestCase()
{
    usePlainStyle();
    m_hub = std::make_unique<PracticeHubProcess>(QStringList{u"--samples"_s, u"none"_s});
}

void WindowE2eTest::cleanupTestCase()
{
    m_hub.reset();
}

void WindowE2eTest::init()
{
    m_hub->reset();
    m_hub->addRepo(u"acme/small"_s,
                   {hubText(u"README.md"_s, u"---\nlicense: mit\n---\n# Small\n"_s), hubText(u"config.json"_s, u"{}"_s),
                    hubFile(u"model.safetensors"_s, megabyte)});
    m_hub->addRepo(u"acme/large"_s,
                   {hubText(u"config.json"_s, u"{}"_s), hubFile(u"model.safetensors"_s, 40 * megabyte)});
    m_folder = std::make_unique<QTemporaryDir>();
    setEndpoint(m_folder->path(), m_hub->endpoint());
    reopen();
}

void WindowE2eTest::cleanup()
{
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (auto* dialog = qobject_cast<QDialog*>(widget))
            dialog->close();
    }
    m_open.reset();
    m_folder.reset();
}

void WindowE2eTest::reopen()
{
    m_open.reset();
    m_open = std::make_unique<OpenWindow>(m_folder->path());
    m_open->window().resize(1280, 800);
    QVERIFY(m_open->open());
    QVERIFY(activate());
}

bool WindowE2eTest::archiveWhatIsShown()
{
    if (!QTest::qWaitFor([] { return openDialog<AddDialog>() != nullptr; }, 10'000))
        return false;
    auto* dialog = openDialog<AddDialog>();
    auto* button = dialog->findChild<QPushButton*>(u"archiveButton"_s);
    if (!QTest::qWaitFor([button] { return button->isVisible() && button->isEnabled(); }, 20'000))
        return false;
    button->click();
    return QTest::qWaitFor([] { return openDialog<AddDialog>() == nullptr; }, 10'000) && activate();
}

bool WindowE2eTest::activate() const
{
    // A window system would do so by itself when a dialog closes.
    m_open->window().activateWindow();
    return QTest::qWaitForWindowActive(&m_open->window());
}

bool WindowE2eTest::archive(const QString& link)
{
    m_open->window().addLinks(link);
    return archiveWhatIsShown();
}

QPushButton* WindowE2eTest::mendingButton(const QString& name) const
{
    auto* button = panel().findChild<QPushButton*>(name);
    return button != nullptr && button->isVisible() ? button : nullptr;
}

int WindowE2eTest::heldRows() const
{
    return m_open->rows();
}

bool WindowE2eTest::confirmRemoval()
{
    if (!QTest::qWaitFor([] { return openDialog<QDialog>() != nullptr; }))
        return false;
    auto* remove = openDialog<QDialog>()->findChild<QPushButton*>(u"removeButton"_s);
    if (remove == nullptr || !QTest::qWaitFor([remove] { return remove->isEnabled(); }))
        return false;
    remove->click();
    return QTest::qWaitFor([] { return openDialog<QDialog>() == nullptr; }) && activate();
}

void WindowE2eTest::addByPaste()
{
    QApplication::clipboard()->setText(m_hub->endpoint().toString() + u"/acme/small/tree/main"_s);
    QTest::keySequence(&m_open->window(), QKeySequence(QKeySequence::Paste));
    QVERIFY(archiveWhatIsShown());
    COMPARE_STATE(u"acme/small"_s, JobState::Completed);
    QTRY_COMPARE(m_open->rowOf(u"acme/small"_s), 0);
    QTRY_VERIFY(m_open->table().isVisible());
}

void WindowE2eTest::addByDrop()
{
    QMimeData mime;
    mime.setUrls({QUrl(m_hub->endpoint().toString() + u"/acme/small"_s)});
    const QPoint middle = m_open->window().rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction | Qt::LinkAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&m_open->window(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(middle, Qt::CopyAction | Qt::LinkAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&m_open->window(), &drop);
    QVERIFY(archiveWhatIsShown());
    COMPARE_STATE(u"acme/small"_s, JobState::Completed);

    QMimeData foreign;
    foreign.setUrls({QUrl(u"https://example.org/acme/small"_s)});
    QDragEnterEvent refused(middle, Qt::CopyAction, &foreign, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&m_open->window(), &refused);
    QVERIFY(!refused.isAccepted());
}

void WindowE2eTest::addByDialog()
{
    QTest::keyClick(&m_open->window(), Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(openDialog<AddDialog>() != nullptr);
    auto* dialog = openDialog<AddDialog>();
    auto* field = dialog->findChild<QLineEdit*>(u"addField"_s);
    QTRY_COMPARE(QApplication::focusWidget(), field);
    QTest::keyClicks(field, u"small"_s);
    auto* results = dialog->findChild<QAbstractItemView*>(u"searchResults"_s);
    QTRY_VERIFY(results->isVisible() && results->model()->rowCount() == 1);
    QTest::keyClick(field, Qt::Key_Down);
    QTRY_COMPARE(QApplication::focusWidget(), results);
    QTest::keyClick(results, Qt::Key_Return);
    QVERIFY(archiveWhatIsShown());
    COMPARE_STATE(u"acme/small"_s, JobState::Completed);
    QTRY_COMPARE(heldRows(), 1);
}

void WindowE2eTest::progressMoves()
{
    m_hub->throttle(0, 8 * megabyte);
    QVERIFY(archive(u"acme/large"_s));
    // In the panel and in the table alike.
    auto& model = m_open->window().transfers();
    QTRY_COMPARE(model.summary().running, 1);
    QTRY_VERIFY(model.summary().bytesDone > 0);
    const qint64 first = model.summary().bytesDone;
    QTRY_VERIFY(model.summary().bytesDone > first + megabyte);
    QTRY_VERIFY(model.summary().rate > 0);
    const auto job = m_open->job(u"acme/large"_s);
    QVERIFY(model.progressOf(job->job.repo, job->job.commit) > 0);
    QTRY_VERIFY(m_open->rowOf(u"acme/large"_s) >= 0);
    m_hub->throttle(0, 0);
    COMPARE_STATE(u"acme/large"_s, JobState::Completed);
    QTRY_COMPARE(model.summary().running, 0);
    QCOMPARE(heldRows(), 1);
}

void WindowE2eTest::pauseAndResume()
{
    m_hub->throttle(0, 4 * megabyte);
    QVERIFY(archive(u"acme/large"_s));
    QTRY_VERIFY(m_open->job(u"acme/large"_s) && m_open->job(u"acme/large"_s)->job.bytesDone > megabyte);
    transfers().setCurrentIndex(transfers().model()->index(0, 0));
    transfers().setFocus();
    QTest::keyClick(&transfers(), Qt::Key_Space);
    QTRY_VERIFY(m_open->job(u"acme/large"_s)->job.wantPaused);
    QTRY_COMPARE(m_open->window().transfers().summary().paused, 1);
    QTRY_COMPARE(m_open->window().transfers().summary().running, 0);
    QTest::keyClick(&transfers(), Qt::Key_Space);
    QTRY_COMPARE(m_open->window().transfers().summary().running, 1);
    m_hub->throttle(0, 0);
    COMPARE_STATE(u"acme/large"_s, JobState::Completed);
}

void WindowE2eTest::cancelAndRetry()
{
    m_hub->throttle(0, 4 * megabyte);
    QVERIFY(archive(u"acme/large"_s));
    QTRY_VERIFY(m_open->job(u"acme/large"_s) && m_open->job(u"acme/large"_s)->job.bytesDone > megabyte);
    transfers().setCurrentIndex(transfers().model()->index(0, 0));
    transfers().setFocus();
    QTest::keyClick(&transfers(), Qt::Key_Delete);
    COMPARE_STATE(u"acme/large"_s, JobState::Cancelled);
    m_hub->throttle(0, 0);
    transfers().setCurrentIndex(transfers().model()->index(0, 0));
    QAction* retry = nullptr;
    for (QAction* action : transfers().actions())
        retry = action->objectName() == u"retry" || action->objectName() == u"retryJob" ? action : retry;
    QVERIFY(retry != nullptr);
    QTRY_VERIFY(retry->isEnabled());
    retry->trigger();
    COMPARE_STATE(u"acme/large"_s, JobState::Completed);
    QTRY_COMPARE(heldRows(), 1);
}

void WindowE2eTest::mendByRetrying()
{
    QVERIFY(!m_hub->addFault({{u"server"_s, u"cdn"_s}}, {{u"type"_s, u"corrupt"_s}}).isEmpty());
    QVERIFY(archive(u"acme/large"_s));
    COMPARE_STATE(u"acme/large"_s, JobState::Failed);
    QTRY_COMPARE(m_open->window().transfers().summary().failed + m_open->window().transfers().summary().needUser, 1);
    m_hub->clearFaults();
    QTRY_VERIFY(mendingButton() != nullptr);
    mendingButton()->click();
    COMPARE_STATE(u"acme/large"_s, JobState::Completed);
    QTRY_COMPARE(mendingButton(), nullptr);
}

void WindowE2eTest::mendByToken()
{
    // While it was fetched, its token was revoked.
    m_hub->call("POST", u"repos/update"_s,
                QJsonObject{{u"id"_s, u"acme/large"_s},
                            {u"gated"_s, u"auto"_s},
                            {u"allowed"_s, QJsonArray{u"alice"_s, u"bob"_s}}});
    const QByteArray revoked = m_hub->token(u"bob"_s);
    auto set = m_open->engine().setToken(revoked);
    QTRY_VERIFY(set.isFinished());
    m_hub->throttle(0, 2 * megabyte);
    QVERIFY(archive(u"acme/large"_s));
    QTRY_VERIFY(m_open->job(u"acme/large"_s) && m_open->job(u"acme/large"_s)->job.bytesDone > 0);
    (void)m_open->engine().pauseAll();
    QTRY_COMPARE(m_open->window().transfers().summary().paused, 1);
    m_hub->throttle(0, 0);
    m_hub->call("DELETE", u"tokens?token="_s + QString::fromLatin1(revoked));
    (void)m_open->engine().resumeAll();
    COMPARE_STATE(u"acme/large"_s, JobState::Failed);

    QTRY_VERIFY(mendingButton() != nullptr);
    mendingButton()->click();
    QTRY_VERIFY(openDialog<SettingsDialog>() != nullptr);
    auto* dialog = openDialog<SettingsDialog>();
    auto* field = dialog->findChild<QLineEdit*>(u"tokenField"_s);
    QVERIFY(field != nullptr);
    QTRY_VERIFY(field->isVisible());
    QCOMPARE(field->echoMode(), QLineEdit::Password);
    QTest::keyClicks(field, QString::fromLatin1(m_hub->token(u"alice"_s)));
    auto* save = dialog->findChild<QPushButton*>(u"tokenSave"_s);
    QVERIFY(save != nullptr);
    QTRY_VERIFY(save->isEnabled());
    save->click();
    QTRY_VERIFY(!field->text().contains(u"hf_"));
    dialog->close();

    auto* again = mendingButton(u"messageOtherStep"_s);
    QVERIFY(again != nullptr);
    again->click();
    COMPARE_STATE(u"acme/large"_s, JobState::Completed);
}

void WindowE2eTest::removeAndUndo()
{
    QVERIFY(archive(u"acme/small"_s));
    QTRY_COMPARE(heldRows(), 1);
    COMPARE_STATE(u"acme/small"_s, JobState::Completed);
    m_open->choose(0);
    m_open->table().setFocus();
    QTest::keyClick(&m_open->table(), Qt::Key_Delete);
    QVERIFY(confirmRemoval());
    QTRY_COMPARE(heldRows(), 0);
    QTest::keyClick(&m_open->window(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(heldRows(), 1);
    QCOMPARE(m_open->rowOf(u"acme/small"_s), 0);
}

void WindowE2eTest::undoByTheBar()
{
    QVERIFY(archive(u"acme/small"_s));
    COMPARE_STATE(u"acme/small"_s, JobState::Completed);
    QTRY_COMPARE(heldRows(), 1);
    m_open->choose(0);
    m_open->table().setFocus();
    QTest::keyClick(&m_open->table(), Qt::Key_Delete);
    QTRY_VERIFY(openDialog<QDialog>() != nullptr);
    // Keeping is what Escape means.
    QTest::keyClick(openDialog<QDialog>(), Qt::Key_Escape);
    QTRY_VERIFY(openDialog<QDialog>() == nullptr);
    QVERIFY(activate());
    QCOMPARE(heldRows(), 1);
    QTest::keyClick(&m_open->table(), Qt::Key_Delete);
    QVERIFY(confirmRemoval());
    QTRY_COMPARE(heldRows(), 0);
    auto* bar = m_open->find<QWidget>(u"messageBar"_s);
    QTRY_VERIFY(bar->isVisible());
    bar->findChild<QPushButton*>(u"messageStep"_s)->click();
    QTRY_COMPARE(heldRows(), 1);
}

void WindowE2eTest::undoWhatIsStillThere()
{
    for (const auto& repo : {u"acme/small"_s, u"acme/large"_s}) {
        QVERIFY(archive(repo));
        COMPARE_STATE(repo, JobState::Completed);
    }
    QTRY_COMPARE(heldRows(), 2);
    m_open->table().setFocus();
    m_open->table().selectAll();
    QTest::keyClick(&m_open->table(), Qt::Key_Delete);
    QVERIFY(confirmRemoval());
    QTRY_COMPARE(heldRows(), 0);
    auto* bar = m_open->find<MessageBar>(u"messageBar"_s);
    QTRY_COMPARE(bar->message().step, NextStep::Undo);
    // One of the two was taken out of the trash meanwhile.
    QDir trash(m_folder->filePath(u"store/trash"_s));
    const QStringList entries = trash.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QCOMPARE(entries.size(), 2);
    QVERIFY(QDir(trash.filePath(entries.first())).removeRecursively());
    auto* undo = m_open->find<QAction>(u"undo"_s);
    undo->trigger();
    QCOMPARE(bar->message().step, NextStep::None);
    QTRY_COMPARE(heldRows(), 1);
    QTRY_VERIFY(bar->isVisible());
    QVERIFY(bar->message().text.contains(u"is back"_s));
    QVERIFY(!undo->isEnabled());
}

void WindowE2eTest::lastCopyWantsItsName()
{
    m_open.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    makeSampleLibrary(m_folder->path());
    reopen();
    m_open->choose(m_open->rowOf(u"halcyon/voice-base"_s));
    m_open->table().setFocus();
    QTest::keyClick(&m_open->table(), Qt::Key_Delete);
    QTRY_VERIFY(openDialog<QDialog>() != nullptr);
    auto* dialog = openDialog<QDialog>();
    auto* remove = dialog->findChild<QPushButton*>(u"removeButton"_s);
    auto* name = dialog->findChild<QLineEdit*>(u"removeName"_s);
    QVERIFY(name != nullptr);
    QVERIFY(!remove->isEnabled());
    QTest::keyClicks(name, u"halcyon/voice-bas"_s);
    QVERIFY(!remove->isEnabled());
    QTest::keyClick(name, Qt::Key_E);
    QVERIFY(remove->isEnabled());
    QVERIFY(confirmRemoval());
    QTRY_COMPARE(m_open->rowOf(u"halcyon/voice-base"_s), -1);
    QTest::keyClick(&m_open->window(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(m_open->rowOf(u"halcyon/voice-base"_s) >= 0);
}

void WindowE2eTest::filter()
{
    m_open.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    makeSampleLibrary(m_folder->path());
    reopen();
    QTRY_VERIFY(m_open->rows() >= 11);
    const int all = m_open->rows();
    QTest::keyClick(&m_open->window(), Qt::Key_F, Qt::ControlModifier);
    QTRY_COMPARE(QApplication::focusWidget(), &m_open->search());
    QTest::keyClicks(&m_open->search(), u"support desk"_s);
    QTRY_COMPARE(m_open->rows(), 1);
    QTest::keyClick(&m_open->search(), Qt::Key_Escape);
    QTRY_COMPARE(m_open->rows(), all);

    auto* sidebar = m_open->find<QAbstractItemView>(u"sidebar"_s);
    const auto* model = sidebar->model();
    QModelIndex spaces;
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, 0).data().toString() == u"Spaces")
            spaces = model->index(row, 0);
    }
    QVERIFY(spaces.isValid());
    sidebar->setCurrentIndex(spaces);
    QTRY_COMPARE(m_open->rows(), 1);
    QCOMPARE(m_open->rowOf(u"quill/ocr-demo"_s), 0);
}

void WindowE2eTest::quitAndGoOn()
{
    m_hub->throttle(0, 4 * megabyte);
    QVERIFY(archive(u"acme/large"_s));
    QTRY_VERIFY(m_open->job(u"acme/large"_s) && m_open->job(u"acme/large"_s)->job.bytesDone > 5 * megabyte);
    m_open->close();
    m_hub->call("DELETE", u"log"_s); // and with it the counters
    m_hub->throttle(0, 0);
    reopen();
    COMPARE_STATE(u"acme/large"_s, JobState::Completed);
    QTRY_COMPARE(heldRows(), 1);
    const QJsonObject bytes = m_hub->call("GET", u"counters"_s).toObject().value("bytes"_L1).toObject();
    QVERIFY2(bytes.isEmpty() || bytes.value("cdn"_L1).toInteger() < 38 * megabyte,
             "what was fetched was fetched again");
}

void WindowE2eTest::columnsComeBack()
{
    m_open.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    makeSampleLibrary(m_folder->path());
    reopen();
    const auto header = [this] { return m_open->table().findChild<QHeaderView*>(); };
    const int wide = header()->sectionSize(LibraryModel::Upstream) + 60;
    header()->resizeSection(LibraryModel::Upstream, wide);
    header()->setSortIndicator(LibraryModel::Size, Qt::DescendingOrder);
    reopen();
    QCOMPARE(header()->sectionSize(LibraryModel::Upstream), wide);
    QCOMPARE(header()->sortIndicatorSection(), LibraryModel::Size);
    QCOMPARE(m_open->rowOf(u"corpora/night-sky"_s), 0);
}

void WindowE2eTest::closingWithAndWithoutTray()
{
    QSignalSpy quits(&m_open->window(), &MainWindow::quitRequested);
    QSignalSpy hides(&m_open->window(), &MainWindow::hideRequested);
    m_open->settings().setOnClose(WindowSettings::Close::ToTray);
    m_open->window().setTrayAvailable(false);
    m_open->window().close();
    QCOMPARE(quits.size(), 1);
    QCOMPARE(hides.size(), 0);
    m_open->window().setTrayAvailable(true);
    m_open->window().show();
    m_open->window().close();
    QCOMPARE(quits.size(), 1);
    QCOMPARE(hides.size(), 1);
}

QTEST_MAIN(WindowE2eTest)
#include "tst_window_e2e.moc"
