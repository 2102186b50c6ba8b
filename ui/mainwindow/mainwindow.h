// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"
#include "hub/repolink.h"
#include "ui/mainwindow/libraryfilter.h"
#include "ui/mainwindow/librarytable.h"
#include "ui/settings/settingsdialog.h"
#include "ui/transfers/transfersmodel.h"
#include "ui/widgets/messagebar.h"

#include <QtCore/QPointer>
#include <QtCore/QSet>
#include <QtWidgets/QMainWindow>

#include <functional>
#include <optional>

class QLineEdit;
class QPushButton;
class QSplitter;

namespace hugger {

class AddDialog;
class Autostart;
class Connections;
class DetailsView;
class EventsView;
class ImportDialog;
class LibraryModel;
class LibraryPane;
class Removals;
class Sidebar;
class StatusLine;
class TransfersPanel;
class UpdateDialog;
class WindowActions;
class WindowSettings;

/// The window: filters, the table of what is held, its details, and the transfers.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(Engine& engine, WindowSettings& settings, Autostart& autostart, QWidget* parent = nullptr);

    /// Opens the Add dialog on a link, an id or words, one after the other where there are several; empty opens it
    /// empty.
    void addLinks(const QString& text);
    void addFromClipboard();
    void showRepo(const RepoId& repo); ///< chooses it in the table, whatever the filter is
    void showJob(qint64 id);
    /// The list of what happened, in place of the table; this event chosen, unless it is 0.
    void showEvents(qint64 event = 0);
    /// What an update would bring. `revision` "": the one that is followed.
    void previewUpdate(const RepoId& repo, const QString& revision = {});
    /// What a bundle, or a folder of files, would bring; empty: to be chosen in the dialog.
    void openImport(const QString& source = {});
    void openSettings(SettingsDialog::Page page);
    [[nodiscard]] TransfersModel& transfers();
    /// What comes in by the local server; null where there is none. It outlives the window's
    /// dialogs.
    void setConnections(Connections* connections);
    /// Decides what closing does and says.
    void setTrayAvailable(bool available) { m_isTrayAvailable = available; }

Q_SIGNALS:
    void quitRequested();
    void hideRequested(); ///< it was closed where there is a tray, and is to go there

protected:
    void closeEvent(QCloseEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void moveEvent(QMoveEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void buildToolBar();
    void connectEngine();
    void connectActions();
    void connectParts();
    void retranslate();

    void takeOpened(const Done& done, const QStringList& notices);
    void takeRows(const QList<HeldRow>& rows, bool first, bool last);
    void takeChanges(const QList<HeldRow>& rows, const QList<qint64>& removed);
    void takeStores(const QList<StoreStatus>& stores);
    void updateTotals();

    void search();
    void clearSearch();
    void showChoice();
    void updateActions();
    void updateTransfers();
    void chooseRow(qint64 id);

    /// As somebody would type it.
    [[nodiscard]] static QString textOf(const RepoId& repo, const QString& revision);
    [[nodiscard]] static QStringList textsOf(const QList<RepoLink>& links);
    void openAdd(const QStringList& texts);
    void openFolder();
    void verify(const QList<qint64>& rows);
    void repair(const QList<qint64>& rows);
    void connectWatch();
    void checkNow(const QList<RepoId>& repos); ///< none: all
    void takeWatching(const WatchProgress& progress);
    void previewChosen();
    void updateChosen();
    void connectBundles();
    void exportRows(const QList<HeldRow>& rows);
    void openStatement(qint64 row);
    void saveHoldings();
    void verifyRepo(const RepoId& repo, const QByteArray& commit);
    void showPart(const LibraryFilter& filter); ///< the table, or the events
    [[nodiscard]] bool areEventsShown() const;
    [[nodiscard]] LibraryTable::Chosen chosen() const; ///< nothing while events are shown
    void copyIds();
    void pauseRows();
    void selectAll();
    [[nodiscard]] QList<qint64> chosenHeld() const;
    [[nodiscard]] QList<qint64> chosenJobs() const;

    /// `retry` is what Retry does; without it that step is not offered.
    void say(Message message, std::function<void()> retry = {});
    void undo();
    void takeStep(NextStep step);
    /// Asks, and says so in place when it was refused, with a button that asks once more.
    template<typename T> void attempt(std::function<Answer<T>()> question);

    void saveLayout();
    void restoreLayout();
    void arrangeColumns();
    void arrangeTransfers();
    void bringBack();

    Engine& m_engine;
    WindowSettings& m_settings;
    Autostart& m_autostart;
    Connections* m_connections = nullptr;
    LibraryModel* m_model;
    WindowActions* m_actions;
    Removals* m_removals;
    Sidebar* m_sidebar;
    LibraryPane* m_pane;
    EventsView* m_events;
    DetailsView* m_details;
    TransfersPanel* m_transfers;
    StatusLine* m_status;
    QLineEdit* m_search; ///< objectName "search"
    QPushButton* m_add;
    QSplitter* m_columns;
    QSplitter* m_rows;
    QPointer<AddDialog> m_addDialog;
    QPointer<SettingsDialog> m_settingsDialog;
    QPointer<UpdateDialog> m_updateDialog;
    QPointer<ImportDialog> m_importDialog;
    QStringList m_waitingLinks; ///< came with the one that is asked about, to be added after it
    QStringList m_laterLinks; ///< came since
    QTimer m_searchAgain;
    QTimer m_totalsDue;
    QTimer m_actionsDue;
    QTimer m_layoutDue;
    bool m_isSearching = false;
    bool m_tellsOfCheck = false; ///< somebody asked for a round of checks: they are told how it ended
    bool m_isChecking = false; ///< that round began
    QSet<RepoId> m_changed; ///< found so by it
    int m_searches = 0; ///< outdated answers are dropped
    std::function<void()> m_retry;
    bool m_hasColumns = false; ///< the parts have widths
    std::optional<bool> m_areTransfersOpen; ///< there is room for what there is
    int m_transfersHeight = 0; ///< as somebody chose it; 0: nobody did
    bool m_isTrayAvailable = false;
    bool m_explainsTray = false; ///< when the window is shown again
};

} // namespace hugger
