// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/ui/watchscenes.h"

#include "support/samplenews.h"

#include "ui/update/updatedialog.h"
#include "ui/update/watchdialog.h"

#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QTabWidget>

using namespace Qt::StringLiterals;

namespace hugger::test {

namespace {

bool waitFor(const std::function<bool()>& isThere)
{
    return QTest::qWaitFor(isThere, 10'000);
}

/// Answers of the engine that nothing on the screen tells of are there soon after.
void settle()
{
    QTest::qWait(300);
}

/// The events, of this group, with the first one chosen whose sentence or repo has these words.
QWidget* events(OpenWindow& open, int group, const QString& chosen)
{
    open.window().showEvents();
    auto* const filter = open.find<QComboBox>(u"eventFilter"_s);
    filter->setCurrentIndex(group);
    Q_EMIT filter->activated(group);
    if (chosen.isNull()) {
        settle();
        return &open.window();
    }
    auto* const list = open.find<QAbstractItemView>(u"eventList"_s);
    if (!waitFor([list] { return list->model()->rowCount() > 0; }))
        return nullptr;
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        if (list->model()->index(row, 0).data().toString().contains(chosen)) {
            list->setCurrentIndex(list->model()->index(row, 0));
            break;
        }
    }
    auto* const tabs = open.find<QTabWidget>(u"eventTabs"_s);
    if (!waitFor([tabs] { return tabs->isVisible(); }))
        return nullptr;
    settle();
    return &open.window();
}

QWidget* update(Stage& stage, const std::function<void(UpdateDialog&)>& show)
{
    OpenWindow& open = stage.library();
    open.window().previewUpdate(sampleUpdate().held);
    auto* const dialog = openDialog<UpdateDialog>();
    if (dialog != nullptr)
        show(*dialog);
    return dialog;
}

QList<Scene> eventScenes()
{
    QList<Scene> all;
    all.append({u"events"_s, [](Stage& stage) { return events(stage.library(), 0, u"voice-base"_s); }});
    all.append({u"events-new-commit"_s, [](Stage& stage) { return events(stage.library(), 1, u"tiny-embed"_s); }});
    all.append({u"events-license"_s, [](Stage& stage) { return events(stage.library(), 2, u"Orion"_s); }});
    all.append({u"events-own"_s, [](Stage& stage) { return events(stage.library(), 5, {}); }});
    all.append({u"events-empty"_s, [](Stage& stage) { return events(stage.empty(), 0, {}); }});
    all.append({u"events-none-of-these"_s, [](Stage& stage) { return events(stage.empty(), 3, {}); }});
    all.append({u"window-checking"_s, [](Stage& stage) -> QWidget* {
                    OpenWindow& open = stage.library();
                    Q_EMIT open.engine().watching({.left = 28, .total = 40});
                    return &open.window();
                }});
    return all;
}

QList<Scene> updateScenes()
{
    QList<Scene> all;
    all.append({u"update"_s, [](Stage& stage) {
                    return update(stage, [](UpdateDialog& dialog) { dialog.setPreview(sampleUpdate()); });
                }});
    all.append({u"update-license"_s, [](Stage& stage) {
                    return update(stage, [](UpdateDialog& dialog) {
                        UpdatePreview preview = sampleUpdate();
                        preview.license = sampleLicenseChange();
                        dialog.setPreview(preview);
                    });
                }});
    all.append({u"update-rewritten"_s, [](Stage& stage) {
                    return update(stage, [](UpdateDialog& dialog) {
                        UpdatePreview preview = sampleUpdate();
                        preview.isRewritten = true;
                        preview.wish.repo.id = u"quill-labs/tiny-embed-multilingual"_s;
                        preview.hasMoreCommits = true;
                        preview.warnings = {u"1 file is a pickle: loading it can run code that came with it."_s};
                        dialog.setPreview(preview);
                    });
                }});
    all.append({u"update-loading"_s,
                [](Stage& stage) { return update(stage, [](UpdateDialog& dialog) { dialog.showLoading(); }); }});
    all.append({u"update-error"_s, [](Stage& stage) {
                    return update(stage, [](UpdateDialog& dialog) {
                        dialog.showError({ErrorKind::Network, u"offline"_s,
                                          u"The Hub cannot be reached. Check the network connection; hugger tries "
                                          "again."_s,
                                          u"timed out"_s, Retry::Automatic});
                    });
                }});
    all.append({u"update-nothing-newer"_s, [](Stage& stage) {
                    return update(stage, [](UpdateDialog& dialog) {
                        UpdatePreview preview = sampleUpdate();
                        preview.isHeld = true;
                        dialog.setPreview(preview);
                    });
                }});
    all.append({u"watching"_s, [](Stage& stage) -> QWidget* {
                    OpenWindow& open = stage.details(u"acme/Orion-7B-Instruct"_s, 0);
                    auto* const edit = open.find<QAbstractButton>(u"editWatch"_s);
                    if (!waitFor([edit] { return edit->isVisible(); }))
                        return nullptr;
                    edit->click();
                    auto* const dialog = openDialog<WatchDialog>();
                    if (dialog != nullptr)
                        dialog->findChild<QCheckBox*>(u"watchFetch"_s)->click();
                    return dialog;
                }});
    return all;
}

} // namespace

QList<Scene> watchScenes()
{
    return eventScenes() + updateScenes();
}

} // namespace hugger::test
