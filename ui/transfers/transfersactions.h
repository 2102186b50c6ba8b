// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"
#include "ui/transfers/rowbuttons.h"

#include <QtCore/QObject>

class QAction;

namespace hugger {

class TransfersView;

/// What can be done with the chosen transfers, as actions of the view: its context menu and its keys.
class TransfersActions final : public QObject {
    Q_OBJECT

public:
    TransfersActions(Engine& engine, TransfersModel& model, TransfersView& view);

    void retranslate();
    void run(RowAction action, const QList<qint64>& jobs);
    /// Says so when it was refused.
    void watch(Answer<void> answer);

Q_SIGNALS:
    void refused(const hugger::Error& error);
    void repoRequested(const hugger::RepoId& repo);

private:
    QAction* add(const QString& name, const QKeySequence& key, void (TransfersActions::*slot)());
    void update();
    void pauseOrResume();
    void cancel();
    void retry();
    void moveUp();
    void moveDown();
    void showRepo();
    void openFolder();
    void copyDetails();
    [[nodiscard]] QList<qint64> chosen(bool (*is)(const JobStatus&)) const;
    [[nodiscard]] bool isAnyGoing() const;

    Engine& m_engine;
    TransfersModel& m_model;
    TransfersView& m_view;
    QAction* m_pauseOrResume;
    QAction* m_retry;
    QAction* m_cancel;
    QAction* m_moveUp;
    QAction* m_moveDown;
    QAction* m_show;
    QAction* m_open;
    QAction* m_copy;
};

} // namespace hugger
