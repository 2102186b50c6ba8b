// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/samplelibrary.h"
#include "support/ui/openwindow.h"
#include "support/watchdog.h"

#include "catalog/catalog.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollBar>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace hugger;
using namespace hugger::test;

namespace {

struct Sizes {
    int snapshots = 100'000;
    int jobs = 5'000;
};

bool failed = false;

void tell(const char* what, double value, const char* unit, double limit)
{
    const bool isOver = limit > 0 && value > limit;
    failed = failed || isOver;
    std::printf("  %-44s %9.1f %-3s", what, value, unit);
    if (limit > 0)
        std::printf("  wanted: under %.0f%s", limit, isOver ? "  MISSED" : "");
    std::printf("\n");
    std::fflush(stdout);
}

void tell(const char* what, std::chrono::milliseconds time, double limit)
{
    tell(what, static_cast<double>(time.count()), "ms", limit);
}

double milliseconds(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// As QTest::qWaitFor(), which looks only every ten milliseconds.
template<typename Condition> bool waitFor(Condition isThere, int patience)
{
    QElapsedTimer timer;
    timer.start();
    while (!isThere()) {
        if (timer.hasExpired(patience))
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
    }
    return true;
}

/// Until the table shows as many rows as the words have, after each key.
void search(OpenWindow& open, Watchdog& watchdog, const Catalog& catalog, const QString& words, int all)
{
    double slowest = 0;
    double sum = 0;
    QString typed;
    open.search().setFocus();
    (void)watchdog.takeLongest();
    for (const QChar c : words) {
        typed += c;
        const auto found = catalog.matching(typed);
        const int expected = static_cast<int>(found ? found->size() : -1);
        // Rows of jobs that are not held are found by their names: counted with them.
        QElapsedTimer timer;
        timer.start();
        QTest::keyClick(&open.search(), c.toLatin1());
        if (!waitFor([&open, expected] { return open.rows() >= expected && open.rows() <= expected + 5'000; }, 10'000))
            std::printf("  \"%s\": %d rows are shown, %d expected\n", qPrintable(typed), open.rows(), expected);
        slowest = std::max(slowest, milliseconds(timer));
        sum += milliseconds(timer);
    }
    tell(qPrintable(u"search \"%1\", slowest key"_s.arg(words)), slowest, "ms", 50);
    tell(qPrintable(u"search \"%1\", a key on average"_s.arg(words)), sum / static_cast<double>(words.size()), "ms", 0);
    tell("longest stall meanwhile", watchdog.takeLongest(), 100);
    QElapsedTimer timer;
    timer.start();
    open.search().clear();
    if (!waitFor([&open, all] { return open.rows() == all; }, 10'000))
        std::printf("  cleared: %d rows are shown, %d expected\n", open.rows(), all);
    tell("cleared, all rows again", milliseconds(timer), "ms", 0);
    (void)watchdog.takeLongest();
}

void library(const QString& folder, const Sizes& sizes)
{
    std::printf("%d snapshots, %d jobs\n", sizes.snapshots, sizes.jobs);
    makeHugeCatalog(folder, sizes.snapshots);
    makeLongQueue(folder, sizes.jobs, true);
    const auto catalog = Catalog::open(folder + u"/catalog.db"_s, Database::Access::ReadOnly);

    const double before = static_cast<double>(residentBytes()) / 1e6;
    Watchdog watchdog;
    QElapsedTimer timer;
    timer.start();
    OpenWindow open(folder);
    double firstRows = -1;
    QObject::connect(open.table().model(), &QAbstractItemModel::rowsInserted, &open.window(), [&] {
        if (firstRows < 0)
            firstRows = milliseconds(timer);
    });
    QObject::connect(open.table().model(), &QAbstractItemModel::modelReset, &open.window(), [&] {
        if (firstRows < 0 && open.rows() > 0)
            firstRows = milliseconds(timer);
    });
    if (!open.open() || !QTest::qWaitFor([&] { return open.rows() >= sizes.snapshots; }, 60'000)) {
        std::printf("  the window shows %d rows\n", open.rows());
        failed = true;
        return;
    }
    QTest::qWait(0);
    tell("start to first rows shown", firstRows, "ms", 1000);
    tell("start to all rows shown", milliseconds(timer), "ms", 0);
    tell("longest stall meanwhile", watchdog.takeLongest(), 100);
    QTest::qWait(1000);
    tell("longest stall in the second after", watchdog.takeLongest(), 100);
    const int all = open.rows();

    search(open, watchdog, *catalog, u"needle"_s, all);
    search(open, watchdog, *catalog, u"safetensors"_s, all);
    search(open, watchdog, *catalog, u"gemma 4711"_s, all);

    auto* bar = open.table().verticalScrollBar();
    int pages = 0;
    timer.start();
    while (bar->value() < bar->maximum()) {
        bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
        QTest::qWait(0);
        ++pages;
    }
    tell("scrolled through, a page", milliseconds(timer) / std::max(pages, 1), "ms", 0);
    tell("longest stall meanwhile", watchdog.takeLongest(), 100);
    bar->setValue(0);

    for (int column = 0; column < open.table().model()->columnCount(); ++column) {
        const QString name = open.table().model()->headerData(column, Qt::Horizontal).toString();
        timer.start();
        open.table().model()->sort(column, Qt::DescendingOrder);
        tell(qPrintable(u"sorted by \"%1\""_s.arg(name)), milliseconds(timer), "ms", 100);
    }
    QTest::qWait(0);
    (void)watchdog.takeLongest();

    tell("memory", static_cast<double>(residentBytes()) / 1e6, "MB", 250);
    tell("of it before the window was made", before, "MB", 0);
    open.close();
}

void verify(const QString& folder)
{
    std::printf("verify of 2 GB\n");
    addProvableSnapshot(folder);
    OpenWindow open(folder);
    QList<HeldRow> rows;
    QObject::connect(&open.engine(), &Engine::rowsLoaded, &open.window(),
                     [&rows](const QList<HeldRow>& piece, bool, bool) { rows += piece; });
    if (!open.open() || rows.isEmpty()) {
        failed = true;
        return;
    }
    QTest::qWait(300);
    Watchdog watchdog;
    QElapsedTimer timer;
    timer.start();
    QSignalSpy ended(&open.engine(), &Engine::jobEnded);
    auto asked = open.engine().verify({rows.first().id});
    if (!waitFor([&ended] { return !ended.isEmpty(); }, 120'000))
        failed = true;
    tell("took", milliseconds(timer), "ms", 0);
    tell("longest stall meanwhile", watchdog.takeLongest(), 100);
    open.close();
}

} // namespace

/// Measures the window at the size it promises to bear: `./dev bench ui`. `--quick`: small sizes, shows that it works.
int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    usePlainStyle();
    Sizes sizes;
    if (QApplication::arguments().contains(u"--quick"_s))
        sizes = {3'000, 200};
    const QTemporaryDir many;
    const QTemporaryDir big;
    library(many.path(), sizes);
    verify(big.path());
    return failed ? 1 : 0;
}
