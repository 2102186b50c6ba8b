// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"
#include "ui/widgets/messagebar.h"

#include <QtWidgets/QDialog>

#include <stop_token>

class QAbstractItemModel;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTabWidget;
class QTreeView;
class QVBoxLayout;

namespace hugger {

class ChangesModel;
class CommitsModel;
class EmptyState;
class LicenseView;

/// What an update would bring, before anything is fetched: the license first where it changed, then files and commits.
class UpdateDialog final : public QDialog {
    Q_OBJECT

public:
    /// `revision` "": the one that is followed. Asks at once.
    UpdateDialog(Engine& engine, const RepoId& repo, const QString& revision, QWidget* parent = nullptr);
    ~UpdateDialog() override;

    /// What the engine answers.
    void setPreview(const UpdatePreview& preview);
    void showError(const Error& error);
    void showLoading();

Q_SIGNALS:
    void updateStarted(); ///< it is a job of the queue now
    void settingsRequested(hugger::NextStep step); ///< EnterToken, ChooseStore or NetworkSettings

private:
    void build();
    [[nodiscard]] QTreeView* makeList(QAbstractItemModel* model, const QString& name, const QString& accessibleName);
    void load();
    void update();
    void takeStep(NextStep step);
    void showWarnings();
    [[nodiscard]] QString totalsText() const;

    Engine& m_engine;
    RepoId m_repo;
    QString m_revision;
    UpdatePreview m_preview;
    std::stop_source m_stop;
    int m_asked = 0; ///< outdated answers are dropped
    bool m_isUpdating = false; ///< what Retry does: begins the update; else asks again

    QLabel* m_title; ///< objectName "updateTitle"
    QLabel* m_line; ///< objectName "updateLine"
    MessageBar* m_bar;
    QStackedWidget* m_pages;
    EmptyState* m_quiet; ///< objectName "updateQuiet"
    QWidget* m_content;
    QVBoxLayout* m_warnings;
    QTabWidget* m_tabs; ///< objectName "updateTabs"
    LicenseView* m_license;
    ChangesModel* m_changesModel;
    QTreeView* m_changes; ///< objectName "updateChanges"
    CommitsModel* m_commitsModel;
    QTreeView* m_commits; ///< objectName "updateCommits"
    QLabel* m_totals; ///< objectName "updateTotals"
    QPushButton* m_update; ///< objectName "updateButton"
};

} // namespace hugger
