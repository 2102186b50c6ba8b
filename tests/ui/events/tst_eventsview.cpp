// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/samplelibrary.h"
#include "support/samplenews.h"
#include "support/samplesnapshot.h"
#include "support/ui/openwindow.h"

#include "ui/events/eventlistmodel.h"
#include "ui/events/eventpane.h"
#include "ui/events/eventsview.h"
#include "ui/mainwindow/sidebar.h"
#include "ui/mainwindow/sidebarmodel.h"
#include "ui/update/updatedialog.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/messagebar.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QTextBrowser>
#include <QtWidgets/QTreeView>

using namespace Qt::StringLiterals;
using namespace hugger;
using namespace hugger::test;

namespace {

QList<Event> makeEvents(qint64 newest, qint64 oldest)
{
    QList<Event> events;
    for (qint64 id = newest; id >= oldest; --id)
        events.append({id,
                       u"new_commit"_s,
                       {RepoKind::Model, u"acme/m%1"_s.arg(id)},
                       QByteArray(40, 'a'),
                       u"2026-11-20T10:00:00Z"_s,
                       u"Commit %1"_s.arg(id)});
    return events;
}

State stateOf(const QString& profile)
{
    return must(State::open(profile + u"/state.db"_s, Database::Access::ReadWrite));
}

} // namespace

class TestEventsView final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pagesAreAskedFor();
    void newestGoOnTop();
    void typesHaveTheirLook();
    void evidenceIsText();
    void listsAndFilters();
    void showsWhatProvesIt();
    void newsArrives();
    void deedsOfAnEvent();
    void checkIsToldOf();
    void updateIsQueued();
    void fiftyThousandScroll();

private:
    /// The sample library, opened; every test has its own.
    struct Sample {
        Sample()
            : profile(makeSampleLibrary(folder.filePath(u"library"_s)))
            , open(profile)
        {
        }
        [[nodiscard]] bool showEvents()
        {
            if (!open.open())
                return false;
            open.window().showEvents();
            return QTest::qWaitFor([this] { return list().model()->rowCount() > 0; }, 10'000);
        }
        [[nodiscard]] QTreeView& list() const { return *open.find<QTreeView>(u"eventList"_s); }
        void filter(EventGroup group) const
        {
            auto* const box = open.find<QComboBox>(u"eventFilter"_s);
            box->setCurrentIndex(static_cast<int>(group));
            Q_EMIT box->activated(static_cast<int>(group));
        }
        void choose(const QString& repo) const
        {
            for (int row = 0; row < list().model()->rowCount(); ++row) {
                if (list().model()->index(row, 0).data().toString() == repo) {
                    list().setCurrentIndex(list().model()->index(row, 0));
                    return;
                }
            }
        }
        [[nodiscard]] QString unread() const
        {
            const auto* model = open.find<Sidebar>(u"sidebar"_s)->model();
            for (int row = 0; row < model->rowCount(); ++row) {
                if (model->index(row, 0).data().toString() == u"Events"_s)
                    return model->index(row, 0).data(SidebarModel::CountRole).toString();
            }
            return u"no such line"_s;
        }

        QTemporaryDir folder;
        QString profile;
        OpenWindow open;
    };
};

void TestEventsView::initTestCase()
{
    usePlainStyle();
}

void TestEventsView::pagesAreAskedFor()
{
    EventListModel model;
    QSignalSpy wanted(&model, &EventListModel::pageWanted);
    QVERIFY(!model.canFetchMore({}));
    model.setNewest(makeEvents(500, 301));
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    model.fetchMore({});
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().toLongLong(), 301);
    model.append(makeEvents(300, 101));
    QCOMPARE(model.rowCount(), 400);
    model.fetchMore({});
    // Could not be had: asked for once more.
    model.giveUpPage();
    model.fetchMore({});
    QCOMPARE(wanted.size(), 3);
    model.append(makeEvents(100, 1));
    QVERIFY(!model.canFetchMore({}));
    QCOMPARE(model.rowOf(1), 499);
    QCOMPARE(model.rowOf(501), -1);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestEventsView::newestGoOnTop()
{
    EventListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setNewest(makeEvents(10, 1));
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setNewest(makeEvents(10, 1));
    QCOMPARE(inserted.size(), 0);
    model.setNewest(makeEvents(12, 1));
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(model.rowCount(), 12);
    QCOMPARE(model.at(0).id, 12);
    QCOMPARE(reset.size(), 0);
    // More than a page since: begun anew, so that none is passed over.
    model.setNewest(makeEvents(1000, 801));
    QCOMPARE(reset.size(), 1);
    QCOMPARE(model.rowCount(), 200);
    QVERIFY(model.canFetchMore({}));
}

void TestEventsView::typesHaveTheirLook()
{
    QStringList all = upstreamTypes() + typesOf(EventGroup::Own);
    QCOMPARE(all.size(), 17);
    all.removeDuplicates();
    QCOMPARE(all.size(), 17);
    for (const QString& type : std::as_const(all)) {
        QVERIFY2(eventChip(type).text != type, qPrintable(type));
        QVERIFY2(eventIcon(type) != u"info"_s, qPrintable(type));
    }
    QCOMPARE(eventChip(u"gone"_s).tint, Tint::Wrong);
    // Of a hugger newer than this one.
    QCOMPARE(eventChip(u"<i>odd</i>"_s).text, u"<i>odd</i>"_s);
    EventListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.append(makeEvents(400, 201));
    model.append(makeEvents(200, 2));
    model.retranslate();
    model.clear();
    model.setNewest(makeEvents(1, 1));
    QCOMPARE(model.index(0, EventListModel::Repository).data().toString(), u"acme/m1"_s);
    QCOMPARE(model.index(0, EventListModel::Repository).data(SecondLineRole).toString(), u"Commit 1"_s);
    QVERIFY(model.index(0, EventListModel::Repository).data(Qt::AccessibleTextRole).toString().contains(u"Commit 1"_s));
}

void TestEventsView::evidenceIsText()
{
    EventFacts facts;
    Evidence evidence;
    evidence.at = u"2026-11-20T10:00:00Z"_s;
    evidence.account = u"alice<b>"_s;
    evidence.method = u"GET"_s;
    evidence.url = u"https://huggingface.co/api/models/acme/<script>"_s;
    evidence.status = 404;
    evidence.headers = {{u"X-Error-Code"_s, u"RepoNotFound"_s}};
    evidence.body = "<html><img src=x>";
    evidence.bodyBytes = 123'456;
    evidence.bodySha256 = QByteArray(64, 'e');
    facts.evidence = {evidence};
    facts.newName = u"acme/<u>"_s;
    const QString html = evidenceHtml(facts);
    for (const QString& mark : {u"<script"_s, u"<img"_s, u"<u>"_s, u"alice<b>"_s})
        QVERIFY2(!html.contains(mark), qPrintable(html));
    QTextBrowser browser;
    browser.setHtml(html);
    const QString text = browser.toPlainText();
    for (const QString& said : {u"404"_s, u"X-Error-Code: RepoNotFound"_s, u"alice<b>"_s, u"<html><img src=x>"_s,
                                u"123,456"_s, u"eeee"_s, u"acme/<u>"_s, u"not shown"_s})
        QVERIFY2(text.contains(said), qPrintable(text));
    QVERIFY(!evidenceHtml({}).isEmpty());
}

void TestEventsView::listsAndFilters()
{
    Sample sample;
    QVERIFY(sample.showEvents());
    QVERIFY(sample.list().isVisible());
    QVERIFY(!sample.open.table().isVisible());
    // What was archived, and what happened since.
    QCOMPARE(sample.list().model()->rowCount(), 17);
    QCOMPARE(sample.list().model()->index(0, 0).data().toString(), u"quill/tiny-embed"_s);
    sample.filter(EventGroup::License);
    QTRY_COMPARE(sample.list().model()->rowCount(), 1);
    sample.filter(EventGroup::Own);
    QTRY_COMPARE(sample.list().model()->rowCount(), 13);
    // Nothing is done to rows that nobody sees.
    QVERIFY(!sample.open.find<QAction>(u"remove"_s)->isEnabled());
    // Who searches, searches the library.
    QTest::keyClicks(&sample.open.search(), u"quill"_s);
    QTRY_VERIFY(sample.open.table().isVisible());
    QTRY_COMPARE(sample.open.rows(), 3);
}

void TestEventsView::showsWhatProvesIt()
{
    Sample sample;
    QVERIFY(sample.showEvents());
    const auto* pane = sample.open.window().findChild<EventPane*>();
    sample.choose(u"halcyon/voice-base"_s);
    auto* const evidence = sample.open.find<QTextBrowser>(u"eventEvidence"_s);
    QTRY_VERIFY(evidence->isVisible() && evidence->toPlainText().contains(u"RepoNotFound"_s));
    // What is gone cannot be updated from.
    QVERIFY(!pane->findChild<QPushButton*>(u"eventPreview"_s)->isVisible());
    sample.choose(u"acme/Orion-7B-Instruct"_s);
    QTRY_COMPARE(pane->shown().repo.id, u"acme/Orion-7B-Instruct"_s);
    sample.filter(EventGroup::License);
    QTRY_COMPARE(sample.list().model()->rowCount(), 1);
    sample.choose(u"acme/Orion-7B-Instruct"_s);
    auto* const diff = sample.open.find<QPlainTextEdit>(u"licenseDiff"_s);
    QTRY_VERIFY(diff->isVisible() && diff->toPlainText().contains(u"+ Licensed under Creative Commons"_s));
    QCOMPARE(sample.open.find<QTabWidget>(u"eventTabs"_s)->count(), 2);
    QVERIFY(pane->findChild<QPushButton*>(u"eventPreview"_s)->isVisible());
}

void TestEventsView::newsArrives()
{
    Sample sample;
    QVERIFY(sample.open.open());
    // The others are hugger's own.
    QTRY_COMPARE(sample.unread(), u"4"_s);
    sample.open.window().showEvents();
    QTRY_COMPARE(sample.list().model()->rowCount(), 17);
    QTRY_COMPARE(sample.unread(), QString());
    sample.choose(u"halcyon/voice-base"_s);
    sample.open.find<Sidebar>(u"sidebar"_s)->choose({});
    State state = stateOf(sample.profile);
    const RepoId repo{RepoKind::Model, u"quill/ocr-small"_s};
    const auto events = must(state.noteCheck(
        {.repo = repo}, {{{0, u"card_changed"_s, repo, QByteArray(40, 'c'), daysAgo(0), u"Its card changed."_s}, {}}}));
    Q_EMIT sample.open.engine().happened(events);
    QTRY_COMPARE(sample.unread(), u"1"_s);
    sample.open.window().showEvents(events.first().id);
    QTRY_COMPARE(sample.list().model()->rowCount(), 18);
    QTRY_COMPARE(sample.list().currentIndex().row(), 0);
    QTRY_COMPARE(sample.unread(), QString());
    QCOMPARE(sample.open.find<QWidget>(u"eventPreview"_s)->isVisible(), true);
}

void TestEventsView::deedsOfAnEvent()
{
    Sample sample;
    QVERIFY(sample.showEvents());
    sample.choose(u"quill/tiny-embed"_s);
    auto* const preview = sample.open.find<QPushButton>(u"eventPreview"_s);
    QTRY_VERIFY(preview->isVisible());
    preview->click();
    auto* const dialog = openDialog<UpdateDialog>();
    QVERIFY(dialog);
    dialog->close();
    sample.choose(u"halcyon/voice-base"_s);
    sample.open.find<QPushButton>(u"eventVerify"_s)->click();
    QTRY_VERIFY(sample.open.job(u"halcyon/voice-base"_s).has_value());
    QCOMPARE(sample.open.job(u"halcyon/voice-base"_s)->job.type, JobType::Verify);
    sample.open.find<QPushButton>(u"eventShow"_s)->click();
    QTRY_VERIFY(sample.open.table().isVisible());
    QCOMPARE(sample.open.table().currentIndex().row(), sample.open.rowOf(u"halcyon/voice-base"_s));
}

void TestEventsView::checkIsToldOf()
{
    Sample sample;
    QVERIFY(sample.open.open());
    const auto* state = sample.open.find<QLabel>(u"watchState"_s);
    const auto* bar = sample.open.find<MessageBar>(u"messageBar"_s);
    Engine& engine = sample.open.engine();
    // A round that nobody asked for is shown, not told of.
    Q_EMIT engine.watching({.left = 28, .total = 40});
    QVERIFY(state->isVisible());
    QVERIFY2(state->text().contains(u"12"_s) && state->text().contains(u"40"_s), qPrintable(state->text()));
    Q_EMIT engine.watching({.left = 28, .total = 40, .isOffline = true});
    QVERIFY(state->text().contains(u"once the Hub answers"_s));
    Q_EMIT engine.watching({.left = 0, .total = 40});
    QVERIFY(!state->isVisible());
    QVERIFY(!bar->isVisible());
}

void TestEventsView::updateIsQueued()
{
    Sample sample;
    QVERIFY(sample.open.open());
    sample.open.choose(sample.open.rowOf(u"quill/tiny-embed"_s));
    QTRY_VERIFY(sample.open.find<QAction>(u"previewUpdate"_s)->isEnabled());
    sample.open.find<QAction>(u"previewUpdate"_s)->trigger();
    QPointer<UpdateDialog> dialog = openDialog<UpdateDialog>();
    QVERIFY(dialog);
    dialog->setPreview(sampleUpdate());
    dialog->findChild<QPushButton*>(u"updateButton"_s)->click();
    QTRY_VERIFY(!dialog);
    QTRY_VERIFY(sample.open.job(u"quill/tiny-embed"_s)
                && sample.open.job(u"quill/tiny-embed"_s)->job.type == JobType::Archive);
    const Job job = sample.open.job(u"quill/tiny-embed"_s)->job;
    QCOMPARE(job.commit, sampleUpdate().wish.commit);
}

void TestEventsView::fiftyThousandScroll()
{
    EventListModel model;
    connect(&model, &EventListModel::pageWanted, &model, [&model](qint64 before) {
        model.append(makeEvents(before - 1, std::max<qint64>(1, before - EventListModel::pageSize)));
    });
    QTreeView view;
    view.setRootIsDecorated(false);
    view.setUniformRowHeights(true);
    view.setModel(&model);
    view.setItemDelegateForColumn(EventListModel::Repository, new TwoLineDelegate(&view));
    view.setItemDelegateForColumn(EventListModel::What, new ChipDelegate(&view));
    view.resize(800, 600);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    constexpr qint64 all = 50'000;
    model.setNewest(makeEvents(all, all - EventListModel::pageSize + 1));
    qint64 worst = 0;
    while (model.rowCount() < all) {
        QElapsedTimer timer;
        timer.start();
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum());
        QCoreApplication::processEvents();
        worst = std::max(worst, timer.elapsed());
    }
    QCOMPARE(model.rowOf(1), 49'999);
    // One step of the scrolling, with a page that arrives, checked builds and all.
    QVERIFY2(worst < 1'000, qPrintable(u"%1 ms"_s.arg(worst)));
}

QTEST_MAIN(TestEventsView)
#include "tst_eventsview.moc"
