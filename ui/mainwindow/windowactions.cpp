// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/windowactions.h"

#include <QtGui/QAction>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QWidget>

#include "ui/widgets/icons.h"

using namespace Qt::StringLiterals;

namespace hugger {

WindowActions::WindowActions(QWidget* window)
    : QObject(window)
    , add(make("add", u"add"_s, QKeySequence::New))
    , paste(make("paste", u"copy"_s, QKeySequence::Paste))
    , importBundle(make("importBundle", u"import"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_I))
    , saveHoldings(make("saveHoldings", {}))
    , settings(make("settings", u"settings"_s, Qt::CTRL | Qt::Key_Comma))
    , quit(make("quit", u"quit"_s, Qt::CTRL | Qt::Key_Q))
    , undo(make("undo", u"restore"_s, QKeySequence::Undo))
    , copyId(make("copyId", u"copy"_s, QKeySequence::Copy))
    , find(make("find", u"search"_s, QKeySequence::Find))
    , selectAll(make("selectAll", {}, QKeySequence::SelectAll))
    , openFolder(make("openFolder", u"folder"_s))
    , verify(make("verify", u"verify"_s))
    , repair(make("repair", u"repair"_s))
    , check(make("check", u"network"_s, Qt::Key_F5))
    , checkAll(make("checkAll", u"network"_s, Qt::SHIFT | Qt::Key_F5))
    , previewUpdate(make("previewUpdate", u"newer"_s, Qt::CTRL | Qt::Key_U))
    , update(make("update", u"fetching"_s))
    , exportRows(make("exportRows", u"export"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_E))
    , statement(make("statement", u"card"_s))
    , remove(make("remove", u"remove"_s, QKeySequence::Delete))
    , pauseRows(make("pauseRows", u"pause"_s, Qt::Key_Space))
    , cancelRows(make("cancelRows", u"cancel"_s))
    , pauseAll(make("pauseAll", u"pause-all"_s))
    , clearFinished(make("clearFinished", u"close"_s))
    , showEvents(make("showEvents", u"events"_s, Qt::CTRL | Qt::Key_E))
    , showSidebar(makeCheckable("showSidebar", Qt::Key_F9))
    , showDetails(makeCheckable("showDetails", Qt::CTRL | Qt::Key_I))
    , showTransfers(makeCheckable("showTransfers", Qt::CTRL | Qt::Key_T))
    , shortcuts(make("shortcuts", u"info"_s, Qt::Key_F1))
    , about(make("about", u"info"_s))
    , emptyPaste(make("emptyPaste", u"copy"_s))
    , emptySearch(make("emptySearch", u"search"_s))
    , connectBrowser(make("connectBrowser", u"link"_s))
    , clearSearch(make("clearSearch", u"close"_s))
    , retryOpening(make("retryOpening", u"retry"_s))
    , m_window(window)
{
    openFolder->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    quit->setMenuRole(QAction::QuitRole);
    settings->setMenuRole(QAction::PreferencesRole);
    about->setMenuRole(QAction::AboutRole);
    // They are for rows of the table: elsewhere these keys mean something else, or nothing.
    for (QAction* action : {openFolder, remove, pauseRows, copyId})
        action->setShortcutContext(Qt::WidgetShortcut);
    connect(emptyPaste, &QAction::triggered, paste, &QAction::trigger);
    connect(emptySearch, &QAction::triggered, add, &QAction::trigger);
    connectBrowser->setVisible(false);
}

QAction* WindowActions::make(const char* name, const QString& icon, const QKeySequence& key)
{
    auto* const action = new QAction(this);
    action->setObjectName(QLatin1StringView(name));
    action->setShortcut(key);
    if (!icon.isEmpty())
        action->setIcon(themedIcon(icon));
    return action;
}

QAction* WindowActions::makeCheckable(const char* name, const QKeySequence& key)
{
    QAction* const action = make(name, {}, key);
    action->setCheckable(true);
    action->setChecked(true);
    return action;
}

void WindowActions::fill(QMenuBar& bar, QWidget& table, const QList<QAction*>& columns)
{
    const auto separator = [this] {
        auto* const action = new QAction(this);
        action->setSeparator(true);
        return action;
    };
    m_file = bar.addMenu(QString());
    m_file->addActions({add, paste, separator(), importBundle, saveHoldings, separator(), settings, separator(), quit});
    m_edit = bar.addMenu(QString());
    m_edit->addActions({undo, separator(), copyId, selectAll, separator(), find});
    m_snapshot = bar.addMenu(QString());
    m_snapshot->addActions({openFolder, separator(), verify, repair, separator(), check, checkAll, previewUpdate,
                            update, separator(), exportRows, statement, separator(), remove});
    m_transfers = bar.addMenu(QString());
    m_transfers->addActions({pauseRows, cancelRows, separator(), pauseAll, clearFinished});
    m_view = bar.addMenu(QString());
    m_view->addActions({showEvents, separator(), showSidebar, showDetails, showTransfers, separator()});
    m_columns = m_view->addMenu(QString());
    m_columns->addActions(columns);
    m_help = bar.addMenu(QString());
    m_help->addActions({shortcuts, separator(), about});

    table.addActions({openFolder, separator(), verify, repair, separator(), check, previewUpdate, update, separator(),
                      pauseRows, cancelRows, separator(), exportRows, statement, separator(), copyId, remove});
    // A key counts while its action is on the window, also where the menu bar is the desktop's.
    m_window->addActions({add, paste, importBundle, exportRows, settings, quit, undo, find, selectAll, check, checkAll,
                          previewUpdate, showEvents, showSidebar, showDetails, showTransfers, shortcuts});
    retranslate();
}

void WindowActions::retranslate()
{
    m_file->setTitle(tr("&File"));
    m_edit->setTitle(tr("&Edit"));
    m_snapshot->setTitle(tr("&Snapshot"));
    m_transfers->setTitle(tr("Tr&ansfers"));
    m_view->setTitle(tr("&View"));
    m_columns->setTitle(tr("&Columns"));
    m_help->setTitle(tr("&Help"));

    add->setText(tr("&Add…"));
    add->setToolTip(tr("Archive a model, a dataset or a space"));
    //: What is in the clipboard: a link or an id
    paste->setText(tr("&Paste link"));
    importBundle->setText(tr("&Import…"));
    importBundle->setToolTip(tr("Let in what another hugger exported, or a folder of files"));
    //: A file, for exports from elsewhere to leave out what is here
    saveHoldings->setText(tr("Save a &list of what is held…"));
    saveHoldings->setToolTip(tr("For exports from elsewhere, which then leave out what is here"));
    settings->setText(tr("&Settings…"));
    quit->setText(tr("&Quit"));
    copyId->setText(tr("&Copy id"));
    find->setText(tr("&Find"));
    selectAll->setText(tr("Select &all"));
    openFolder->setText(tr("&Open folder"));
    verify->setText(tr("&Verify"));
    verify->setToolTip(tr("Compute the hash of every file of the chosen snapshots anew"));
    repair->setText(tr("&Repair"));
    repair->setToolTip(tr("Fetch what is damaged or missing"));
    //: Asks the Hub what became of the chosen repos
    check->setText(tr("&Check now"));
    check->setToolTip(tr("Ask the Hub what became of the chosen repos"));
    checkAll->setText(tr("Check &everything now"));
    checkAll->setToolTip(tr("Ask the Hub what became of all that is held"));
    previewUpdate->setText(tr("&Preview update…"));
    previewUpdate->setToolTip(tr("See what is new upstream before it is fetched"));
    //: Archives the newest commits beside what is held
    update->setText(tr("&Update"));
    update->setToolTip(tr("Archive the newest commit beside what is held"));
    showEvents->setText(tr("&Events"));
    exportRows->setText(tr("E&xport…"));
    exportRows->setToolTip(tr("Write the chosen snapshots into one file or folder, for a place without network"));
    //: What a snapshot is, with every hash, to save or print
    statement->setText(tr("&Statement…"));
    statement->setToolTip(tr("What the snapshot is, with every hash, to save or print"));
    remove->setText(tr("Re&move…"));
    cancelRows->setText(tr("&Cancel fetching"));
    //: Removes finished transfers from the list
    clearFinished->setText(tr("C&lear finished"));
    showSidebar->setText(tr("&Filters"));
    showDetails->setText(tr("&Details"));
    showTransfers->setText(tr("&Transfers"));
    shortcuts->setText(tr("&Keyboard shortcuts"));
    about->setText(tr("&About hugger"));
    emptyPaste->setText(tr("&Paste a link"));
    emptySearch->setText(tr("Search the Hu&b…"));
    connectBrowser->setText(tr("Connect your browser…"));
    clearSearch->setText(tr("&Clear search"));
    retryOpening->setText(tr("&Try again"));
    setAllPaused(m_areAllPaused, pauseAll->isEnabled());
    setRowsPaused(m_areRowsPaused);
}

void WindowActions::setUndo(const QString& text, bool canUndo)
{
    undo->setText(text);
    undo->setEnabled(canUndo);
}

void WindowActions::setAllPaused(bool allPaused, bool hasJobs)
{
    m_areAllPaused = allPaused;
    pauseAll->setText(allPaused ? tr("&Resume all") : tr("&Pause all"));
    pauseAll->setIcon(themedIcon(allPaused ? u"resume-all"_s : u"pause-all"_s));
    pauseAll->setEnabled(hasJobs);
}

void WindowActions::setRowsPaused(bool arePaused)
{
    m_areRowsPaused = arePaused;
    pauseRows->setText(arePaused ? tr("R&esume fetching") : tr("Pause f&etching"));
    pauseRows->setIcon(themedIcon(arePaused ? u"resume"_s : u"pause"_s));
}

} // namespace hugger
