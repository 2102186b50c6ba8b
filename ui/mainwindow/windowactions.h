// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QObject>
#include <QtGui/QKeySequence>

class QAction;
class QMenu;
class QMenuBar;
class QWidget;

namespace hugger {

/// Everything that can be done in the window, with words, icons and keys, and the menus that list it.
class WindowActions final : public QObject {
    Q_OBJECT

public:
    explicit WindowActions(QWidget* window);

    /// `table`: where the keys of single rows (Enter, Delete, Space) count.
    void fill(QMenuBar& bar, QWidget& table, const QList<QAction*>& columns);
    void retranslate();

    /// The words follow what they would do.
    void setUndo(const QString& text, bool canUndo);
    void setAllPaused(bool allPaused, bool hasJobs);
    void setRowsPaused(bool arePaused);

    QAction* const add;
    QAction* const paste;
    QAction* const importBundle;
    QAction* const saveHoldings;
    QAction* const settings;
    QAction* const quit;
    QAction* const undo;
    QAction* const copyId;
    QAction* const find;
    QAction* const selectAll;
    QAction* const openFolder;
    QAction* const verify;
    QAction* const repair;
    QAction* const check; ///< upstream, of what is chosen
    QAction* const checkAll;
    QAction* const previewUpdate;
    QAction* const update;
    QAction* const exportRows;
    QAction* const statement;
    QAction* const remove;
    QAction* const pauseRows;
    QAction* const cancelRows;
    QAction* const pauseAll;
    QAction* const clearFinished;
    QAction* const showEvents;
    QAction* const showSidebar;
    QAction* const showDetails;
    QAction* const showTransfers;
    QAction* const shortcuts;
    QAction* const about;
    // Buttons of empty places.
    QAction* const emptyPaste;
    QAction* const emptySearch;
    QAction* const connectBrowser; ///< where there is something to connect to
    QAction* const clearSearch;
    QAction* const retryOpening;

private:
    QAction* make(const char* name, const QString& icon, const QKeySequence& key = {});
    QAction* makeCheckable(const char* name, const QKeySequence& key);

    QWidget* m_window;
    QMenu* m_file = nullptr;
    QMenu* m_edit = nullptr;
    QMenu* m_snapshot = nullptr;
    QMenu* m_transfers = nullptr;
    QMenu* m_view = nullptr;
    QMenu* m_columns = nullptr;
    QMenu* m_help = nullptr;
    bool m_areAllPaused = false;
    bool m_areRowsPaused = false;
};

} // namespace hugger
