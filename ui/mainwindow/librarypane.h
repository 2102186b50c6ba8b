// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/mainwindow/libraryfilter.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

#include <optional>

class QAction;
class QLabel;
class QStackedWidget;

namespace hugger {

class EmptyState;
class LibraryModel;
class LibraryTable;
class MessageBar;
class WindowSettings;

/// The middle of the window: what was said, and under it the table, or why there is nothing to show.
class LibraryPane final : public QWidget {
    Q_OBJECT

public:
    /// The actions are the buttons of empty places.
    struct Actions {
        QAction* paste;
        QAction* add;
        QAction* connectBrowser;
        QAction* clearSearch;
        QAction* retryOpening;
    };
    LibraryPane(LibraryModel& model, WindowSettings& settings, const Actions& actions, QWidget* parent = nullptr);

    [[nodiscard]] LibraryTable& table() { return *m_table; }
    [[nodiscard]] MessageBar& bar() { return *m_bar; }

    /// In place of the table while `on`.
    void setEvents(QWidget* events);
    void showEvents(bool on);

    void showOpening();
    void showFailure(const Error& error);
    void showLibrary(); ///< opened, and rows were told

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class State { Opening, Failed, Open };

    void retranslate();
    void update();
    void nameEmptyFilter();

    LibraryModel& m_model;
    State m_state = State::Opening;
    Error m_error;
    MessageBar* m_bar;
    QStackedWidget* m_stack;
    LibraryTable* m_table;
    QWidget* m_events = nullptr;
    bool m_showsEvents = false;
    QWidget* m_blank;
    EmptyState* m_opening;
    EmptyState* m_failure;
    EmptyState* m_emptyLibrary;
    EmptyState* m_emptyFilter;
    EmptyState* m_noMatch;
    QTimer m_patience; ///< opening is not worth a word when it is quick
};

} // namespace hugger
