// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/engine.h"
#include "samplejobs.h"
#include "support/samplelibrary.h"
#include "ui/transfers/transferspanel.h"
#include "ui/transfers/transfersview.h"
#include "ui/widgets/windowsettings.h"

#include <QtCore/QMimeData>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTranslator>
#include <QtGui/QAccessible>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QStyleFactory>

using namespace Qt::StringLiterals;
using namespace hugger;
using namespace hugger::test;

namespace {

/// A panel over an engine that was never opened: what the engine says, the test says.
struct Scene {
    QTemporaryDir folder;
    Engine engine{folder.path()};
    WindowSettings settings{folder.path()};
    TransfersPanel panel{engine, settings};
    TransfersView* view = panel.findChild<TransfersView*>(u"transfersView"_s);
    MessageBar* bar = panel.findChild<MessageBar*>(u"transfersBar"_s);

    Scene() { panel.resize(panel.fontMetrics().averageCharWidth() * 140, panel.fontMetrics().height() * 18); }

    template<typename Widget> Widget* find(const QString& name) { return panel.findChild<Widget*>(name); }
    QAction* action(const QString& name) { return view->findChild<QAction*>(name); }
    void show()
    {
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
    }
};

JobStatus gated(qint64 id)
{
    return makeFailed(id, u"halcyon/voice-large"_s, u"gated"_s,
                      u"This repo is gated. Accept its terms on the Hub, then retry."_s);
}

JobStatus tokenless(qint64 id)
{
    return makeFailed(id, u"halcyon/private"_s, u"token_missing"_s,
                      u"The Hub wants a token for this repo. Enter one in the settings."_s);
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
    palette.setColor(QPalette::AlternateBase, QColor(0x23, 0x26, 0x29));
    palette.setColor(QPalette::Highlight, QColor(0x3d, 0x6f, 0xd8));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    return palette;
}

QList<JobStatus> lively()
{
    auto dataset = makeRunning(2, u"corpora/birdsong"_s, 0.4, 4.3e6);
    dataset.job.repo.kind = RepoKind::Dataset;
    dataset.job.filesTotal = 20'331;
    dataset.job.filesDone = 8'112;
    dataset.files.clear();
    auto held = makeRunning(3, u"nova-lab/Kestrel-GGUF"_s, 0.3, 0);
    held.job.wantPaused = true;
    auto done = makeRunning(5, u"quill/tiny-embed"_s, 1, 0);
    done.job.state = JobState::Completed;
    done.files.clear();
    return {makeRunning(1, u"acme/Orion-70B"_s, 0.4227, 88.1e6),
            dataset,
            held,
            makeJob(4, u"quill/ocr-small"_s),
            gated(6),
            done};
}

} // namespace

class TestTransfersPanel final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    }
    void isQuietWhenEmpty();
    void counts();
    void saysTrouble();
    void keepsClosedMessagesClosed();
    void keepsSelection();
    void offersWhatFits();
    void copiesDetails();
    void keepsColumns();
    void movesInTheMiddleOnly();
    void reachesTheEngine();
    void namesEverything();
    void takesShots();
};

void TestTransfersPanel::isQuietWhenEmpty()
{
    Scene scene;
    scene.show();
    QVERIFY(scene.view->isHidden());
    QVERIFY(scene.find<QLabel>(u"transfersEmpty"_s)->isVisible());
    Q_EMIT scene.engine.jobsReset(lively());
    QVERIFY(scene.view->isVisible());
    QVERIFY(scene.find<QLabel>(u"transfersEmpty"_s)->isHidden());
    Q_EMIT scene.engine.jobsReset({});
    QVERIFY(scene.view->isHidden());
}

void TestTransfersPanel::counts()
{
    Scene scene;
    Q_EMIT scene.engine.jobsReset(lively());
    QCOMPARE(scene.find<QLabel>(u"transfersCounts"_s)->text(), u"2 running, 1 waiting, 1 paused, 1 need you"_s);
    QCOMPARE(scene.find<QLabel>(u"transfersRate"_s)->text(), u"92.4 MB/s"_s);
    auto* const all = scene.find<QAbstractButton>(u"pauseAllButton"_s);
    auto* const clear = scene.find<QAbstractButton>(u"clearFinishedButton"_s);
    QCOMPARE(all->text(), u"Pause all"_s);
    QVERIFY(clear->isEnabled());
    Q_EMIT scene.engine.jobsReset({makeWaiting(1, u"a/one"_s, JobWait::Paused)});
    QCOMPARE(all->text(), u"Resume all"_s);
    QVERIFY(!clear->isEnabled());
    Q_EMIT scene.engine.jobsReset({});
    QVERIFY(!all->isEnabled());
}

void TestTransfersPanel::saysTrouble()
{
    Scene scene;
    QSignalSpy steps(&scene.panel, &TransfersPanel::stepRequested);
    Q_EMIT scene.engine.jobsReset({makeJob(1, u"a/one"_s)});
    QVERIFY(scene.bar->isHidden());
    Q_EMIT scene.engine.jobsChanged({tokenless(2)});
    QVERIFY(!scene.bar->isHidden());
    QVERIFY(scene.bar->message().text.startsWith(u"halcyon/private: "_s));
    auto* const step = scene.bar->findChild<QAbstractButton*>(u"messageStep"_s);
    step->click();
    QCOMPARE(steps.size(), 1);
    QCOMPARE(steps[0][0].value<NextStep>(), NextStep::EnterToken);
    QCOMPARE(steps[0][1].value<JobStatus>().job.id, 2);

    // The chosen one comes before the newest one.
    auto older = gated(3);
    older.job.updatedAt = u"2026-01-01T00:00:00Z"_s;
    Q_EMIT scene.engine.jobsChanged({older});
    QVERIFY(scene.bar->message().text.startsWith(u"halcyon/private: "_s));
    scene.panel.showJob(3);
    QVERIFY(scene.bar->message().text.startsWith(u"halcyon/voice-large: "_s));

    // Mended: nothing more to say.
    Q_EMIT scene.engine.jobsChanged({makeJob(2, u"halcyon/private"_s), makeJob(3, u"halcyon/voice-large"_s)});
    QVERIFY(scene.bar->isHidden());
    Q_EMIT scene.engine.jobsChanged({makeWaiting(1, u"a/one"_s, JobWait::Space)});
    QVERIFY(!scene.bar->isHidden());
    QCOMPARE(scene.bar->message().step, NextStep::ChooseStore);
}

void TestTransfersPanel::keepsClosedMessagesClosed()
{
    Scene scene;
    scene.show();
    Q_EMIT scene.engine.jobsReset({makeJob(1, u"a/one"_s), gated(6)});
    scene.bar->findChild<QAbstractButton*>(u"messageClose"_s)->click();
    QVERIFY(scene.bar->isHidden());
    Q_EMIT scene.engine.jobsChanged({makeJob(1, u"a/one"_s, JobState::Planning)});
    QVERIFY(scene.bar->isHidden());
    scene.panel.showJob(6);
    QVERIFY(scene.bar->isVisible());
    scene.bar->findChild<QAbstractButton*>(u"messageClose"_s)->click();
    auto again = gated(6);
    again.job.updatedAt = isoNow();
    Q_EMIT scene.engine.jobsChanged({again});
    QVERIFY(scene.bar->isVisible()); // it failed once more
}

void TestTransfersPanel::keepsSelection()
{
    Scene scene;
    scene.show();
    Q_EMIT scene.engine.jobsReset(lively());
    scene.panel.showJob(1);
    scene.view->setExpanded(scene.panel.model().indexOf(1), true);
    auto jobs = lively();
    jobs[0].job.state = JobState::Finishing;
    std::swap(jobs[0], jobs[2]);
    Q_EMIT scene.engine.jobsReset(jobs);
    QCOMPARE(scene.view->selectedJobs(), QList<qint64>{1});
    QVERIFY(scene.view->isExpanded(scene.panel.model().indexOf(1)));
    jobs[2].job.state = JobState::Completed;
    jobs[2].files.clear();
    Q_EMIT scene.engine.jobsChanged({jobs[2]});
    QCOMPARE(scene.view->selectedJobs(), QList<qint64>{1});
}

void TestTransfersPanel::offersWhatFits()
{
    Scene scene;
    Q_EMIT scene.engine.jobsReset(lively());
    QVERIFY(!scene.action(u"pauseOrResume"_s)->isEnabled());
    scene.panel.showJob(1);
    QCOMPARE(scene.action(u"pauseOrResume"_s)->text(), u"&Pause"_s);
    QVERIFY(scene.action(u"cancel"_s)->isEnabled());
    QVERIFY(!scene.action(u"retry"_s)->isEnabled());
    scene.panel.showJob(3);
    QCOMPARE(scene.action(u"pauseOrResume"_s)->text(), u"&Resume"_s);
    scene.panel.showJob(6);
    QVERIFY(scene.action(u"retry"_s)->isEnabled());
    QVERIFY(!scene.action(u"cancel"_s)->isEnabled());
    QVERIFY(!scene.action(u"pauseOrResume"_s)->isEnabled());
    QSignalSpy repos(&scene.panel, &TransfersPanel::repoRequested);
    scene.action(u"showRepo"_s)->trigger();
    QCOMPARE(repos.size(), 1);
    QCOMPARE(repos[0][0].value<RepoId>().id, u"halcyon/voice-large"_s);
}

void TestTransfersPanel::copiesDetails()
{
    Scene scene;
    Q_EMIT scene.engine.jobsReset({gated(6)});
    scene.panel.showJob(6);
    scene.action(u"copyDetails"_s)->trigger();
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY(text.contains(u"job 6, archive halcyon/voice-large, failed"_s));
    QVERIFY(text.contains(u"HTTP 403 from the Hub"_s));
}

void TestTransfersPanel::keepsColumns()
{
    Scene scene;
    const int column = TransfersModel::ProgressColumn;
    const int wide = scene.view->header()->sectionSize(column) + scene.panel.fontMetrics().averageCharWidth();
    scene.view->header()->resizeSection(column, wide);
    const TransfersPanel later(scene.engine, scene.settings);
    QCOMPARE(later.findChild<TransfersView*>(u"transfersView"_s)->header()->sectionSize(column), wide);
    // What another version of the columns left behind is of no use.
    scene.settings.saveState(u"transfers"_s, scene.view->header()->saveState(), -1);
    const TransfersPanel fresh(scene.engine, scene.settings);
    QCOMPARE_LT(fresh.findChild<TransfersView*>(u"transfersView"_s)->header()->sectionSize(column), wide);
}

void TestTransfersPanel::movesInTheMiddleOnly()
{
    Scene scene;
    Q_EMIT scene.engine.jobsReset(lively());
    scene.panel.showJob(1);
    QVERIFY(!scene.action(u"moveUp"_s)->isEnabled());
    QVERIFY(scene.action(u"moveDown"_s)->isEnabled());
    scene.panel.showJob(4);
    QVERIFY(scene.action(u"moveUp"_s)->isEnabled());
    QVERIFY(!scene.action(u"moveDown"_s)->isEnabled());
    scene.panel.showJob(5);
    QVERIFY(!scene.action(u"moveUp"_s)->isEnabled());
}

void TestTransfersPanel::reachesTheEngine()
{
    Scene scene;
    makeLongQueue(scene.folder.path(), 5, true);
    scene.engine.open();
    TransfersModel& model = scene.panel.model();
    QTRY_COMPARE(model.rowCount(), 5);
    QVERIFY(model.summary().allPaused);
    scene.show();
    scene.panel.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&scene.panel));
    const auto order = [&] {
        QList<qint64> ids;
        for (int row = 0; row < model.rowCount(); ++row)
            ids.append(model.idAt(model.index(row, 0)));
        return ids;
    };
    const QList<qint64> before = order();

    // By keyboard: down, up, to the end and back.
    scene.panel.showJob(before[0]);
    QTest::keyClick(scene.view, Qt::Key_Down, Qt::AltModifier);
    QTRY_COMPARE(order(), (QList{before[1], before[0], before[2], before[3], before[4]}));
    QCOMPARE(scene.view->selectedJobs(), QList{before[0]});
    QTest::keyClick(scene.view, Qt::Key_Up, Qt::AltModifier);
    QTRY_COMPARE(order(), before);
    scene.panel.showJob(before[3]);
    QTest::keyClick(scene.view, Qt::Key_Down, Qt::AltModifier);
    QTRY_COMPARE(order(), (QList{before[0], before[1], before[2], before[4], before[3]}));

    // By dropping.
    const std::unique_ptr<QMimeData> dragged(model.mimeData({model.indexOf(before[3])}));
    QVERIFY(model.dropMimeData(dragged.get(), Qt::MoveAction, 0, 0, {}));
    QTRY_COMPARE(order().constFirst(), before[3]);

    QTest::keyClick(scene.view, Qt::Key_Delete);
    QTRY_COMPARE(model.job(before[3])->job.state, JobState::Cancelled);
    QCOMPARE(order().constLast(), before[3]);

    // By mouse: the second small button of the first row.
    const QModelIndex first = model.index(0, TransfersModel::ActionsColumn);
    const qint64 id = model.idAt(first);
    const QRect cell = scene.view->visualRect(first);
    const int extent = scene.view->style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, scene.view);
    const int width = extent + 2 * scene.view->fontMetrics().averageCharWidth();
    QTest::mouseClick(scene.view->viewport(), Qt::LeftButton, {},
                      QPoint(cell.left() + width + width / 2, cell.center().y()));
    QTRY_COMPARE(model.job(id)->job.state, JobState::Cancelled);

    // Finished ones go when they are asked to.
    scene.find<QAbstractButton>(u"clearFinishedButton"_s)->click();
    QTRY_COMPARE(model.rowCount(), 3);

    // Space lets it run: the port where nobody listens makes it wait or fail, but no longer paused.
    scene.panel.showJob(order().constFirst());
    QTest::keyClick(scene.view, Qt::Key_Space);
    QTRY_VERIFY(!model.job(order().constFirst())->job.wantPaused);
    scene.find<QAbstractButton>(u"pauseAllButton"_s)->click();
    QTRY_VERIFY(model.unfinishedCount() == 0 || model.summary().allPaused);
}

void TestTransfersPanel::namesEverything()
{
    Scene scene;
    scene.show();
    Q_EMIT scene.engine.jobsReset(lively());
    const auto children = scene.panel.findChildren<QWidget*>();
    for (QWidget* const child : children) {
        if (child->focusPolicy() == Qt::NoFocus || !child->isVisible())
            continue;
        const auto* const spoken = QAccessible::queryAccessibleInterface(child);
        QVERIFY2(spoken && !spoken->text(QAccessible::Name).isEmpty(), child->metaObject()->className());
    }
}

/// HUGGER_SHOTS=DIR saves pictures of what there is, to be looked at.
void TestTransfersPanel::takesShots()
{
    const QString folder = qEnvironmentVariable("HUGGER_SHOTS");
    if (folder.isEmpty())
        QSKIP("HUGGER_SHOTS is not set");
    const auto shoot = [&](const QString& name, const QList<JobStatus>& jobs, bool expanded, Qt::LayoutDirection way) {
        for (const auto scheme : {Qt::ColorScheme::Light, Qt::ColorScheme::Dark}) {
            QApplication::setPalette(scheme == Qt::ColorScheme::Dark ? darkPalette() : QPalette());
            QGuiApplication::setLayoutDirection(way);
            Scene scene;
            Q_EMIT scene.engine.jobsReset(jobs);
            for (int turn = 0; turn < 40; ++turn) {
                QList<JobStatus> moving;
                for (JobStatus job : jobs) {
                    job.rate *= 0.8 + 0.2 * std::sin(turn * 0.4 + static_cast<double>(job.job.id));
                    if (job.job.state == JobState::Running)
                        moving.append(job);
                }
                Q_EMIT scene.engine.jobsChanged(moving);
            }
            scene.show();
            if (expanded)
                scene.view->expandAll();
            if (!jobs.isEmpty())
                scene.panel.showJob(jobs.constFirst().job.id);
            QTest::qWait(50);
            const QString tone = scheme == Qt::ColorScheme::Dark ? u"dark"_s : u"light"_s;
            const qreal ratio = scene.panel.devicePixelRatioF();
            QVERIFY(scene.panel.grab().save(
                u"%1/transfers-%2-%3-%4x.png"_s.arg(folder, name, tone, QString::number(ratio))));
        }
    };
    QList<JobStatus> waits;
    for (const JobWait wait : {JobWait::None, JobWait::Paused, JobWait::Network, JobWait::RateLimit, JobWait::Space,
                               JobWait::Token, JobWait::Schedule, JobWait::UnpluggedStore})
        waits.append(makeWaiting(waits.size() + 1, u"acme/%1"_s.arg(jobWaitName(wait)), wait));
    shoot(u"lively"_s, lively(), false, Qt::LeftToRight);
    shoot(u"files"_s, lively(), true, Qt::LeftToRight);
    shoot(u"rtl"_s, lively(), true, Qt::RightToLeft);
    shoot(u"waits"_s, waits, false, Qt::LeftToRight);
    {
        LongWords longWords;
        QCoreApplication::installTranslator(&longWords);
        shoot(u"long"_s, lively(), false, Qt::LeftToRight);
    }
    shoot(u"empty"_s, {}, false, Qt::LeftToRight);
    QApplication::setPalette({});
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

QTEST_MAIN(TestTransfersPanel)
#include "tst_transferspanel.moc"
