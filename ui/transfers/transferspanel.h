// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/transfers/transfersmodel.h"
#include "ui/widgets/messagebar.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QLabel;
class QToolButton;

namespace hugger {

class Engine;
class LimitButton;
class TransfersActions;
class TransfersView;
class WindowSettings;

/// What is being fetched, what waits and why, and what came of it.
class TransfersPanel final : public QWidget {
    Q_OBJECT

public:
    TransfersPanel(Engine& engine, WindowSettings& settings, QWidget* parent = nullptr);

    [[nodiscard]] TransfersModel& model() { return m_model; }
    /// Chooses the job and scrolls to it.
    void showJob(qint64 id);

Q_SIGNALS:
    /// EnterToken, ChooseStore or NetworkSettings. The panel itself does Retry and Resume.
    void stepRequested(hugger::NextStep step, const hugger::JobStatus& job);
    void repoRequested(const hugger::RepoId& repo); ///< show it in the table

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeTitleRow();
    void retranslate();
    void updateTitle();
    void updateEmptiness();
    void updateTrouble();
    void takeStep(NextStep step);
    void pauseOrResumeAll();
    void say(const Error& error);

    Engine& m_engine;
    TransfersModel m_model;
    // In the order of the keyboard.
    QLabel* m_title;
    QLabel* m_counts; ///< objectName "transfersCounts"
    QLabel* m_rate;
    LimitButton* m_limit;
    QToolButton* m_pauseAll; ///< objectName "pauseAllButton"
    QToolButton* m_clear; ///< objectName "clearFinishedButton"
    MessageBar* m_bar;
    TransfersView* m_view;
    TransfersActions* m_actions;
    QLabel* m_empty; ///< objectName "transfersEmpty"
    QTimer m_ages;
    std::optional<JobStatus> m_trouble; ///< what the bar speaks of
    QHash<qint64, QString> m_closed; ///< troubles whose message was closed: updatedAt by job
};

} // namespace hugger
