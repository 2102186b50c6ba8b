// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/ui/bundlescenes.h"

#include "base/format.h"
#include "ui/bundle/exportdialog.h"
#include "ui/bundle/importdialog.h"
#include "ui/bundle/statementdialog.h"

#include <QtGui/QAction>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>

using namespace Qt::StringLiterals;

namespace hugger::test {

namespace {

const QString orion = u"acme/Orion-7B-Instruct"_s;
const QString bundle = u"/media/anna/CARRY/acme-Orion-7B-Instruct-1d09b7a2.tar.zst"_s;

void choose(QWidget& dialog, const QString& name, const QVariant& data)
{
    auto* const box = dialog.findChild<QComboBox*>(name);
    box->setCurrentIndex(box->findData(data));
    Q_EMIT box->activated(box->currentIndex());
}

/// The dialog over the chosen rows, with what it says settled by `show`.
QWidget* exported(OpenWindow& open, const std::function<void(ExportDialog&)>& show)
{
    open.find<QAction>(u"exportRows"_s)->trigger();
    auto* const dialog = openDialog<ExportDialog>();
    if (dialog == nullptr)
        return nullptr;
    dialog->findChild<QLineEdit*>(u"exportTarget"_s)->setText(bundle);
    show(*dialog);
    QTest::qWait(50); // the layout follows
    return dialog;
}

OpenWindow& withOrion(Stage& stage)
{
    OpenWindow& open = stage.library();
    open.choose(open.rowOf(orion));
    return open;
}

QWidget* imported(Stage& stage, const QString& source, const std::function<void(ImportDialog&)>& show)
{
    OpenWindow& open = stage.library();
    open.window().openImport(source);
    auto* const dialog = openDialog<ImportDialog>();
    if (dialog == nullptr)
        return nullptr;
    auto* const store = dialog->findChild<QComboBox*>(u"importStore"_s);
    if (!QTest::qWaitFor([store] { return store->count() > 0; }, 10'000))
        return nullptr;
    show(*dialog);
    QTest::qWait(50); // the layout follows
    return dialog;
}

BundledSnapshot bundled(const QString& repo, RepoKind kind, const QString& revision, char commit,
                        const QString& license, qint64 files, qint64 bytes)
{
    return {.key = {{kind, repo}, QByteArray(40, commit)},
            .revision = revision,
            .license = license,
            .files = files,
            .bytes = bytes,
            .isComplete = true};
}

JobStatus bundleJob(qint64 id, JobType type, JobState state, const QJsonObject& spec)
{
    JobStatus status;
    Job& job = status.job;
    job.id = id;
    job.type = type;
    job.repo = {RepoKind::Model, orion};
    job.commit = QByteArray(40, 'd');
    job.state = state;
    job.spec = spec;
    job.bytesTotal = 14'480'000'000;
    job.filesTotal = 12;
    job.createdAt = job.updatedAt = isoTime(QDateTime::currentDateTimeUtc().addSecs(-125));
    return status;
}

QList<Scene> exportScenes()
{
    QList<Scene> all;
    all.append({u"export"_s, [](Stage& stage) {
                    return exported(withOrion(stage), [](ExportDialog& dialog) { dialog.setLook(sampleExportLook()); });
                }});
    all.append({u"export-split"_s, [](Stage& stage) {
                    return exported(withOrion(stage), [](ExportDialog& dialog) {
                        choose(dialog, u"exportFormat"_s, static_cast<int>(BundleFormat::Tar));
                        choose(dialog, u"exportSplit"_s, qint64(-1));
                        dialog.setLook(sampleExportLook());
                    });
                }});
    all.append(
        {u"export-differential"_s, [](Stage& stage) {
             return exported(withOrion(stage), [](ExportDialog& dialog) {
                 dialog.findChild<QCheckBox*>(u"exportDiffers"_s)->setChecked(true);
                 dialog.findChild<QLineEdit*>(u"exportSince"_s)->setText(u"/media/anna/CARRY/hugger-holdings.txt"_s);
                 ExportLook look = sampleExportLook();
                 look.payloadFiles = 4;
                 look.payloadBytes = 2'020'000'000;
                 look.leftOutBytes = look.bytes - look.payloadBytes;
                 dialog.setLook(look);
             });
         }});
    all.append({u"export-no-list"_s, [](Stage& stage) {
                    return exported(withOrion(stage), [](ExportDialog& dialog) {
                        dialog.findChild<QCheckBox*>(u"exportDiffers"_s)->setChecked(true);
                    });
                }});
    all.append({u"export-no-space"_s, [](Stage& stage) {
                    return exported(withOrion(stage), [](ExportDialog& dialog) {
                        choose(dialog, u"exportFormat"_s, static_cast<int>(BundleFormat::Tar));
                        ExportLook look = sampleExportLook();
                        look.freeBytes = 7'800'000'000;
                        dialog.setLook(look);
                    });
                }});
    all.append({u"export-several"_s, [](Stage& stage) {
                    OpenWindow& open = stage.library();
                    open.choose(0);
                    open.table().selectAll();
                    return exported(open, [](ExportDialog& dialog) {
                        choose(dialog, u"exportFormat"_s, static_cast<int>(BundleFormat::Folder));
                        ExportLook look = sampleExportLook();
                        look.bytes += 3'100'000'000; // shared
                        dialog.setLook(look);
                    });
                }});
    all.append({u"export-error"_s, [](Stage& stage) {
                    return exported(withOrion(stage), [](ExportDialog& dialog) {
                        dialog.showError({ErrorKind::Disk, u"store_unplugged"_s,
                                          u"The store “Shelf disk 2” is not plugged in. Plug it in, then try again."_s,
                                          u"/media/shelf2"_s, Retry::NeedsUser});
                    });
                }});
    return all;
}

QList<Scene> importScenes()
{
    QList<Scene> all;
    all.append({u"import"_s, [](Stage& stage) {
                    return imported(stage, bundle, [](ImportDialog& dialog) { dialog.setLook(sampleBundleLook()); });
                }});
    all.append({u"import-empty"_s, [](Stage& stage) { return imported(stage, {}, [](ImportDialog&) {}); }});
    all.append({u"import-plain"_s, [](Stage& stage) {
                    return imported(stage, u"/media/anna/CARRY/street signs"_s,
                                    [](ImportDialog& dialog) { dialog.setLook(samplePlainLook()); });
                }});
    all.append({u"import-unnamed"_s, [](Stage& stage) {
                    return imported(stage, u"/media/anna/CARRY/street signs"_s, [](ImportDialog& dialog) {
                        dialog.setLook(samplePlainLook());
                        dialog.findChild<QLineEdit*>(u"importName"_s)->setText(u"street signs"_s);
                    });
                }});
    all.append({u"import-differential"_s, [](Stage& stage) {
                    return imported(stage, bundle, [](ImportDialog& dialog) {
                        BundleLook look = sampleBundleLook();
                        look.neededBytes = 12'460'000'000;
                        look.payloadFiles = 4;
                        look.payloadBytes = 2'020'000'000;
                        dialog.setLook(look);
                    });
                }});
    all.append({u"import-not-a-bundle"_s, [](Stage& stage) {
                    return imported(stage, u"/home/anna/holiday.jpg"_s, [](ImportDialog& dialog) {
                        dialog.showError({ErrorKind::Usage, u"not_a_bundle"_s,
                                          u"/home/anna/holiday.jpg is no bundle: it is neither a folder nor a .tar, "
                                          ".tar.zst, .tar.gz or .zip file. Choose what hugger exported."_s,
                                          u"first bytes ffd8ffe0"_s, Retry::Never});
                    });
                }});
    return all;
}

} // namespace

ExportLook sampleExportLook()
{
    return {.snapshots = 1,
            .files = 12,
            .bytes = 14'480'000'000,
            .payloadFiles = 12,
            .payloadBytes = 14'480'000'000,
            .leftOutBytes = 0,
            .freeBytes = 212'000'000'000};
}

BundleLook sampleBundleLook()
{
    BundleLook look;
    look.format = BundleFormat::TarZst;
    look.snapshots = {bundled(orion, RepoKind::Model, u"main"_s, 'd', u"apache-2.0"_s, 12, 14'480'000'000),
                      bundled(u"corpora/a-data-set-with-a-rather-long-name-that-has-to-be-elided-somewhere"_s,
                              RepoKind::Dataset, u"refs/convert/parquet"_s, 'e', u"cc-by-sa-4.0"_s, 1'204,
                              3'200'000'000)};
    look.snapshots[1].isComplete = false;
    look.payloadFiles = 1'216;
    look.payloadBytes = 17'680'000'000;
    look.madeBy = u"hugger 0.5"_s;
    look.madeAt = isoTime(QDateTime::currentDateTimeUtc().addDays(-40));
    return look;
}

BundleLook samplePlainLook()
{
    BundleLook look;
    look.kind = BundleLook::Kind::Plain;
    look.snapshots = {bundled(u"local/street-signs"_s, RepoKind::Model, {}, '0', {}, 318, 421'000'000)};
    look.snapshots[0].key.commit.clear();
    look.payloadFiles = 318;
    look.payloadBytes = 421'000'000;
    return look;
}

Error sampleRefusal()
{
    return {
        ErrorKind::Integrity, u"bad_bundle"_s,
        u"The entry “data/../../.bashrc” leads out of the bundle. Nothing of it was kept. Have it exported anew, and "
        "do not trust where this one came from."_s,
        u"entry 41 of acme-Orion-7B-Instruct-1d09b7a2.tar.zst: data/../../.bashrc"_s, Retry::Never};
}

QByteArray sampleStatement()
{
    QByteArray text = "REPRODUCIBILITY STATEMENT\n\n"
                      "Repository   acme/Orion-7B-Instruct (model)\n"
                      "Commit       1d09b7a2c0a14b7fb9fdc7e2ab51d2f4a7c6d3e8\n"
                      "Captured     2026-11-03T09:14:02Z from https://huggingface.co\n"
                      "License      apache-2.0, as it was then\n"
                      "Held         12 of 12 files, 14,480,000,000 bytes; verified 2026-11-04T02:00:11Z\n\n"
                      "SHA-256, to be checked with sha256sum -c:\n\n";
    for (int shard = 1; shard <= 60; ++shard) {
        text += QByteArray::number(shard * 0x1234567LL, 16).rightJustified(64, 'a') + "  weights/model-"
            + QByteArray::number(shard).rightJustified(5, '0') + "-of-00060.safetensors\n";
    }
    return text;
}

QList<JobStatus> sampleBundleJobs(qint64 refused)
{
    ExportWish wish{.snapshots = {{{{RepoKind::Model, orion}, QByteArray(40, 'd')}, u"store"_s}},
                    .target = bundle,
                    .format = BundleFormat::TarZst,
                    .since = {}};
    JobStatus running = bundleJob(refused - 2, JobType::Export, JobState::Running, wish.toJson());
    running.job.bytesDone = 6'100'000'000;
    running.job.filesDone = 5;
    running.rate = 412e6;
    running.eta = 20;
    wish.snapshots.append({{{RepoKind::Dataset, u"corpora/street-signs"_s}, QByteArray(40, 'e')}, u"store"_s});
    wish.target = u"/media/anna/CARRY/hugger-2-snapshots-2026-11-03"_s;
    wish.format = BundleFormat::Folder;
    const JobStatus done = bundleJob(refused - 1, JobType::Export, JobState::Completed, wish.toJson());
    JobStatus failed = bundleJob(refused, JobType::Import, JobState::Failed,
                                 ImportWish{.source = bundle, .storeId = u"store"_s, .as = {}}.toJson());
    failed.job.error = sampleRefusal();
    return {running, failed, done};
}

QList<Scene> bundleScenes()
{
    QList<Scene> all = exportScenes() + importScenes();
    all.append({u"transfers-bundles"_s, [](Stage& stage) -> QWidget* {
                    OpenWindow& open = stage.library();
                    Q_EMIT open.engine().jobsReset(sampleBundleJobs(903));
                    open.window().showJob(903);
                    QTest::qWait(300);
                    return &open.window();
                }});
    all.append({u"statement"_s, [](Stage& stage) -> QWidget* {
                    OpenWindow& open = withOrion(stage);
                    open.find<QAction>(u"statement"_s)->trigger();
                    auto* const dialog = openDialog<StatementDialog>();
                    // The engine's answer comes first, whatever it is.
                    QTest::qWait(300);
                    if (dialog != nullptr)
                        dialog->setStatement(sampleStatement());
                    return dialog;
                }});
    return all;
}

} // namespace hugger::test
