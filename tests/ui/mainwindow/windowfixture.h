// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtTest/QTest>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTreeView>

#include "ui/mainwindow/librarymodel.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/sidebar.h"
#include "ui/mainwindow/statusline.h"
#include "ui/settings/autostart.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/windowsettings.h"

namespace hugger::test {

using namespace Qt::StringLiterals;

class NoAutostart final : public Autostart {
public:
    [[nodiscard]] bool isEnabled() const override { return false; }
    [[nodiscard]] Done setEnabled(bool /*enabled*/) override { return {}; }
};

/// A window on an engine that was never opened: what it would tell is emitted.
struct Fixture {
    explicit Fixture(const QString& folder = {})
        : engine(folder.isEmpty() ? own.path() : folder)
        , settings(folder.isEmpty() ? own.path() : folder)
        , window(engine, settings, autostart)
    {
    }

    [[nodiscard]] QTreeView& table() const { return *window.findChild<QTreeView*>(u"table"_s); }
    [[nodiscard]] LibraryModel& model() const { return *window.findChild<LibraryModel*>(); }
    [[nodiscard]] Sidebar& sidebar() const { return *window.findChild<Sidebar*>(u"sidebar"_s); }
    [[nodiscard]] QLineEdit& search() const { return *window.findChild<QLineEdit*>(u"search"_s); }
    [[nodiscard]] MessageBar& bar() const { return *window.findChild<MessageBar*>(u"messageBar"_s); }
    [[nodiscard]] QAction& action(const QString& name) const { return *window.findChild<QAction*>(name); }
    [[nodiscard]] bool shows(const QString& name) const
    {
        const auto* page = window.findChild<QWidget*>(name);
        return page && page->isVisible();
    }
    void load(const QList<HeldRow>& rows) { Q_EMIT engine.rowsLoaded(rows, true, true); }
    void show()
    {
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
    }

    QTemporaryDir own;
    Engine engine;
    WindowSettings settings;
    NoAutostart autostart;
    MainWindow window;
};

inline QDate today()
{
    return QDate::currentDate();
}

inline qint64 daysAgo(int days)
{
    return today().addDays(-days).startOfDay().toSecsSinceEpoch() + 3600;
}

inline HeldRow makeRow(qint64 id, const QString& repo, qint64 bytes, qint64 files, const QString& commit,
                       const QString& upstream, int captured, int verified)
{
    HeldRow row;
    row.id = id;
    row.repo = {.kind = RepoKind::Model, .id = repo};
    row.commit = commit.toLatin1().leftJustified(40, '0');
    row.revision = u"main"_s;
    row.storeId = u"home"_s;
    row.license = u"apache-2.0"_s;
    row.upstream = upstream;
    row.capturedAt = daysAgo(captured);
    row.verifiedAt = verified < 0 ? 0 : daysAgo(verified);
    row.bytes = bytes;
    row.files = files;
    row.isComplete = true;
    return row;
}

/// The rows of the sketch.
inline QList<HeldRow> sketchRows()
{
    QList<HeldRow> rows{
        makeRow(1, u"acme/Orion-7B-Instruct"_s, 14'500'000'000, 12, u"8f3c21e"_s, u"license_changed"_s, 17, 9),
        makeRow(3, u"quill/tiny-embed"_s, 133'000'000, 9, u"77aa310"_s, u"newer"_s, 32, 0),
        makeRow(4, u"nova-lab/Kestrel-GGUF"_s, 4'900'000'000, 3, u"0be4412"_s, u"current"_s, 50, 3),
        makeRow(5, u"halcyon/voice-base"_s, 2'200'000'000, 18, u"c4410de"_s, u"gone"_s, 104, 19),
        makeRow(6, u"corpora/street-signs"_s, 38'000'000'000, 1204, u"51e0c9d"_s, u"gated"_s, 141, 12),
        makeRow(7, u"quill/ocr-small"_s, 610'000'000, 7, u"a90b2f3"_s, u"current"_s, 193, -1),
    };
    rows[1].revision = u"v2.1"_s;
    rows[2].isComplete = false;
    rows[4].repo.kind = RepoKind::Dataset;
    rows[5].damaged = 1;
    return rows;
}

inline QList<StoreStatus> sketchStores()
{
    StoreStatus home;
    home.identity.id = u"home"_s;
    home.identity.label = u"Home"_s;
    home.folder = u"/home/alice/hugger"_s;
    home.isDefault = true;
    home.isPlugged = true;
    home.freeBytes = 212'000'000'000;
    home.totalBytes = 640'000'000'000;
    StoreStatus shelf;
    shelf.identity.id = u"shelf"_s;
    shelf.identity.label = u"Shelf disk 2"_s;
    shelf.folder = u"/media/alice/shelf"_s;
    return {home, shelf};
}

inline JobStatus makeJob(qint64 id, const QString& repo, const QString& commit, qint64 done, qint64 total)
{
    JobStatus status;
    status.job.id = id;
    status.job.repo = {.kind = RepoKind::Model, .id = repo};
    status.job.revision = u"main"_s;
    status.job.commit = commit.toLatin1().leftJustified(40, '0');
    status.job.storeId = u"home"_s;
    status.job.state = JobState::Running;
    status.job.bytesDone = done;
    status.job.bytesTotal = total;
    status.job.filesDone = 17;
    status.job.filesTotal = 30;
    status.rate = 88'100'000;
    status.eta = 920;
    return status;
}

inline QList<JobStatus> sketchJobs()
{
    QList<JobStatus> jobs{makeJob(1, u"acme/Orion-70B"_s, u"1d09b7a"_s, 59'600'000'000, 141'000'000'000),
                          makeJob(2, u"corpora/birdsong"_s, u"ab12cd3"_s, 4'000'000'000, 10'000'000'000)};
    jobs[1].job.repo.kind = RepoKind::Dataset;
    jobs[1].rate = 4'300'000;
    jobs[1].eta = 1320;
    return jobs;
}

inline void fill(const Fixture& fixture)
{
    Engine& engine = const_cast<Engine&>(fixture.engine);
    Q_EMIT engine.storesChanged(sketchStores());
    Q_EMIT engine.rowsLoaded(sketchRows(), true, true);
    Q_EMIT engine.jobsReset(sketchJobs());
    Q_EMIT engine.hubReachable(true);
    Totals totals;
    totals.snapshots = 128;
    totals.repos = 120;
    totals.heldBytes = 2'310'000'000'000;
    totals.listedBytes = 3'020'000'000'000;
    fixture.window.findChild<StatusLine*>()->setTotals(totals);
}

} // namespace hugger::test
