// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStyleFactory>

#include "ui/events/eventsview.h"
#include "ui/mainwindow/sidebar.h"
#include "ui/mainwindow/sidebarmodel.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/tint.h"

using namespace Qt::StringLiterals;
using namespace hugger;

namespace {

StoreStatus makeStore(const QString& id, const QString& label, bool isPlugged = true)
{
    StoreStatus store;
    store.identity.id = id;
    store.identity.label = label;
    store.isPlugged = isPlugged;
    if (isPlugged) {
        store.freeBytes = 250;
        store.totalBytes = 1000;
    }
    return store;
}

LibraryCounts someCounts()
{
    LibraryCounts counts;
    counts.all = 128;
    counts.gone = 2;
    counts.attention = 1;
    counts.kinds = {112, 14, 2};
    counts.stores.insert(u"home"_s, 120);
    return counts;
}

} // namespace

class TestSidebar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(QStyleFactory::create(u"Fusion"_s)); }
    void modelKeepsItsRules();
    void countsAreShownAndSaid();
    void storesShowTheirSpace();
    void storesComeAndGo();
    void keyboardSkipsTitles();
    void oneIsAlwaysChosen();
    void everyLineFits();
};

void TestSidebar::modelKeepsItsRules()
{
    SidebarModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setCounts(someCounts());
    model.setStores({makeStore(u"home"_s, u"Home"_s)});
    model.setStores({makeStore(u"home"_s, u"Home"_s), makeStore(u"shelf"_s, u"Shelf"_s, false)});
    model.setStores({makeStore(u"shelf"_s, u"Shelf"_s)});
    model.setStores({});
    model.retranslate();
    model.setUnread(3);
    QCOMPARE(model.rowCount(), 11);
}

void TestSidebar::countsAreShownAndSaid()
{
    SidebarModel model;
    model.setCounts(someCounts());
    const auto line = [&](LibraryFilter::What what) { return model.index(model.rowOf({.what = what})); };
    QCOMPARE(line(LibraryFilter::What::Everything).data(SidebarModel::CountRole).toString(), u"128"_s);
    QCOMPARE(line(LibraryFilter::What::Gone).data(Qt::AccessibleTextRole).toString(), u"Gone upstream, 2"_s);
    QVERIFY(line(LibraryFilter::What::Gone).data(SidebarModel::IsNewsRole).toBool());
    QCOMPARE(line(LibraryFilter::What::Gone).data(TintRole).toInt(), static_cast<int>(Tint::Wrong));
    QVERIFY(line(LibraryFilter::What::Attention).data(SidebarModel::IsNewsRole).toBool());
    QVERIFY(!line(LibraryFilter::What::Everything).data(SidebarModel::IsNewsRole).toBool());
    QVERIFY(!line(LibraryFilter::What::Newer).data(SidebarModel::IsNewsRole).toBool());
    QCOMPARE(line(LibraryFilter::What::Events).data(SidebarModel::CountRole).toString(), QString());
    QVERIFY(!line(LibraryFilter::What::Events).data(SidebarModel::IsNewsRole).toBool());
    model.setUnread(3);
    QCOMPARE(line(LibraryFilter::What::Events).data(SidebarModel::CountRole).toString(), u"3"_s);
    QCOMPARE(line(LibraryFilter::What::Events).data(Qt::AccessibleTextRole).toString(), u"Events, 3 new"_s);
    QVERIFY(line(LibraryFilter::What::Events).data(SidebarModel::IsNewsRole).toBool());
    // More than are counted.
    model.setUnread(EventsView::mostUnread);
    QCOMPARE(line(LibraryFilter::What::Events).data(SidebarModel::CountRole).toString(), u"99+"_s);
    // The same again is no news.
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setCounts(someCounts());
    QCOMPARE(changes.count(), 0);
}

void TestSidebar::storesShowTheirSpace()
{
    SidebarModel model;
    model.setCounts(someCounts());
    model.setStores({makeStore(u"home"_s, u"Home"_s), makeStore(u"shelf"_s, u"Shelf"_s, false)});
    const auto line = [&](const QString& id) {
        return model.index(model.rowOf({.what = LibraryFilter::What::Store, .storeId = id}));
    };
    QCOMPARE(line(u"home"_s).data(SidebarModel::UsedRole).toDouble(), 0.75);
    QVERIFY(line(u"home"_s).data(SidebarModel::CountRole).toString().contains(u"free"_s));
    QVERIFY(line(u"home"_s).data(Qt::AccessibleTextRole).toString().contains(u"120"_s));
    QCOMPARE(line(u"shelf"_s).data(SidebarModel::CountRole).toString(), u"unplugged"_s);
    QCOMPARE(line(u"shelf"_s).data(SidebarModel::UsedRole).toDouble(), 0.0);
    QVERIFY(line(u"shelf"_s).data(SidebarModel::IsAwayRole).toBool());
    // Names of others are text, in a tooltip too.
    StoreStatus odd = makeStore(u"home"_s, u"Home"_s);
    odd.folder = u"/media/<b>x</b>"_s;
    model.setStores({odd});
    QVERIFY(line(u"home"_s).data(Qt::ToolTipRole).toString().contains(u"&lt;b&gt;"_s));
}

void TestSidebar::storesComeAndGo()
{
    Sidebar sidebar;
    const QSignalSpy choices(&sidebar, &Sidebar::filterChosen);
    sidebar.setStores({makeStore(u"home"_s, u"Home"_s), makeStore(u"shelf"_s, u"Shelf"_s)});
    sidebar.choose({.what = LibraryFilter::What::Store, .storeId = u"shelf"_s});
    QCOMPARE(choices.count(), 1);
    sidebar.setStores({makeStore(u"home"_s, u"Home"_s)});
    sidebar.setStores({makeStore(u"shelf"_s, u"Shelf"_s), makeStore(u"home"_s, u"Home"_s)});
    QCOMPARE(choices.count(), 1);
    QCOMPARE(sidebar.filter().storeId, u"shelf"_s);
    QCOMPARE(sidebar.currentIndex().data().toString(), u"Shelf"_s);
}

void TestSidebar::keyboardSkipsTitles()
{
    Sidebar sidebar;
    sidebar.setStores({makeStore(u"home"_s, u"Home"_s)});
    sidebar.show();
    QVERIFY(QTest::qWaitForWindowExposed(&sidebar));
    QStringList seen{sidebar.currentIndex().data().toString()};
    for (int i = 0; i < 9; ++i) {
        QTest::keyClick(&sidebar, Qt::Key_Down);
        seen.append(sidebar.currentIndex().data().toString());
    }
    QCOMPARE(seen,
             (QStringList{u"Everything"_s, u"Fetching"_s, u"Newer upstream"_s, u"Gone upstream"_s, u"Needs attention"_s,
                          u"Events"_s, u"Models"_s, u"Datasets"_s, u"Spaces"_s, u"Home"_s}));
    QCOMPARE(sidebar.filter().storeId, u"home"_s);
}

void TestSidebar::oneIsAlwaysChosen()
{
    Sidebar sidebar;
    sidebar.resize(200, 900);
    sidebar.show();
    QVERIFY(QTest::qWaitForWindowExposed(&sidebar));
    const QRect title = sidebar.visualRect(sidebar.model()->index(0, 0));
    QTest::mouseClick(sidebar.viewport(), Qt::LeftButton, {}, title.center());
    QTest::mouseClick(sidebar.viewport(), Qt::LeftButton, {}, {50, 890});
    QTest::mouseClick(sidebar.viewport(), Qt::LeftButton, Qt::ControlModifier,
                      sidebar.visualRect(sidebar.currentIndex()).center());
    QCOMPARE(sidebar.selectionModel()->selectedIndexes().size(), 1);
    QCOMPARE(sidebar.filter(), LibraryFilter());
}

void TestSidebar::everyLineFits()
{
    Sidebar sidebar;
    sidebar.setCounts(someCounts());
    sidebar.setStores({makeStore(u"home"_s, u"A label of some length"_s)});
    for (int row = 0; row < sidebar.model()->rowCount(); ++row) {
        const QModelIndex index = sidebar.model()->index(row, 0);
        const int text = sidebar.fontMetrics().horizontalAdvance(index.data().toString())
            + sidebar.fontMetrics().horizontalAdvance(index.data(SidebarModel::CountRole).toString());
        QVERIFY(sidebar.sizeHintForIndex(index).width() > text);
        QVERIFY(sidebar.sizeHintForIndex(index).height() > sidebar.fontMetrics().height());
    }
}

QTEST_MAIN(TestSidebar)
#include "tst_sidebar.moc"
