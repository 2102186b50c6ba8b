// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"
#include "ui/events/eventlook.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QAction;
class QComboBox;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTreeView;

namespace hugger {

class EmptyState;
class EventListModel;
class EventPane;
class MessageBar;
class WindowSettings;

/// What happened to all repos, newest first, and beside it the one that is chosen.
class EventsView final : public QWidget {
    Q_OBJECT

public:
    /// `check` has upstream looked at; it is the button of the empty list, too.
    EventsView(Engine& engine, WindowSettings& settings, QAction* check, QWidget* parent = nullptr);

    /// Looks for what is new: the archive was opened, or something happened.
    void refresh();
    /// Chooses this event, as soon as it is there. Shows all kinds.
    void choose(qint64 event);
    void setGroup(EventGroup group);
    [[nodiscard]] int unread() const { return m_unread; } ///< of upstream, since the list was looked at last
    static constexpr int mostUnread = 100; ///< more are not counted

Q_SIGNALS:
    void unreadChanged(int unread);
    void showRequested(const hugger::RepoId& repo);
    void previewRequested(const hugger::RepoId& repo);
    void verifyRequested(const hugger::RepoId& repo, const QByteArray& commit);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void build();
    void retranslate();
    void load();
    void takePage(qint64 before);
    void countUnread();
    void noteRead();
    void showPage();
    void showChosen();
    void chooseWanted();
    void showError(const Error& error);

    Engine& m_engine;
    WindowSettings& m_settings;
    EventListModel* m_model;
    MessageBar* m_bar;
    QComboBox* m_filter; ///< objectName "eventFilter"
    QPushButton* m_check; ///< objectName "eventCheck"
    QStackedWidget* m_pages;
    QSplitter* m_columns;
    QTreeView* m_list; ///< objectName "eventList"
    QStackedWidget* m_side;
    EmptyState* m_nothingChosen;
    EventPane* m_pane;
    EmptyState* m_empty; ///< objectName "noEvents"
    EmptyState* m_emptyFilter; ///< objectName "noSuchEvents"
    QWidget* m_blank;
    QTimer m_refresh; ///< news comes in bursts
    qint64 m_wanted = 0; ///< to be chosen when it is there
    qint64 m_newest = 0; ///< id of the newest event of upstream
    int m_asked = 0; ///< outdated answers are dropped
    int m_factsAsked = 0;
    int m_unread = 0;
    bool m_hasAnswer = false;
};

} // namespace hugger
