// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/mainwindow.h"

#include <algorithm>

#include <QtCore/QFileInfo>
#include <QtCore/QMimeData>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QDesktopServices>
#include <QtGui/QDropEvent>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenuBar>

#include "ui/add/adddialog.h"
#include "ui/add/links.h"
#include "ui/details/detailsview.h"
#include "ui/mainwindow/helpdialogs.h"
#include "ui/mainwindow/librarymodel.h"
#include "ui/mainwindow/librarypane.h"
#include "ui/mainwindow/librarytable.h"
#include "ui/mainwindow/removals.h"
#include "ui/mainwindow/sidebar.h"
#include "ui/mainwindow/statusline.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/transfers/transferspanel.h"
#include "ui/widgets/words.h"

// What the window does when it is told to.

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

/// The one file or folder of this machine that is dragged.
QString fileIn(const QMimeData& mime)
{
    const QList<QUrl> urls = mime.urls();
    return urls.size() == 1 ? urls.constFirst().toLocalFile() : QString();
}

} // namespace

QString MainWindow::textOf(const RepoId& repo, const QString& revision)
{
    return revision.isEmpty() ? repo.display() : QString(repo.display() + u'@' + revision);
}

QStringList MainWindow::textsOf(const QList<RepoLink>& links)
{
    QStringList texts;
    texts.reserve(links.size());
    for (const RepoLink& link : links)
        texts.append(textOf(link.repo, link.revision));
    return texts;
}

void MainWindow::connectActions()
{
    connect(m_actions->add, &QAction::triggered, this, [this] { addLinks({}); });
    connect(m_actions->paste, &QAction::triggered, this, &MainWindow::addFromClipboard);
    connect(m_actions->settings, &QAction::triggered, this, [this] { openSettings(SettingsDialog::Page::Stores); });
    connect(m_actions->connectBrowser, &QAction::triggered, this,
            [this] { openSettings(SettingsDialog::Page::Connections); });
    connect(m_actions->quit, &QAction::triggered, this, &MainWindow::quitRequested);
    connect(m_actions->undo, &QAction::triggered, this, &MainWindow::undo);
    connect(m_actions->copyId, &QAction::triggered, this, &MainWindow::copyIds);
    connect(m_actions->selectAll, &QAction::triggered, this, &MainWindow::selectAll);
    connect(m_actions->find, &QAction::triggered, this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    connect(m_actions->openFolder, &QAction::triggered, this, &MainWindow::openFolder);
    connect(m_actions->verify, &QAction::triggered, this, [this] { verify(chosenHeld()); });
    connect(m_actions->repair, &QAction::triggered, this, [this] { repair(chosenHeld()); });
    connect(m_actions->remove, &QAction::triggered, this, [this] {
        QList<HeldRow> rows = m_pane->table().chosenRows();
        erase_if(rows, [](const HeldRow& row) { return row.id <= 0; });
        m_removals->remove(rows);
    });
    connect(m_actions->pauseRows, &QAction::triggered, this, &MainWindow::pauseRows);
    connect(m_actions->cancelRows, &QAction::triggered, this,
            [this] { attempt<void>([this, jobs = chosenJobs()] { return m_engine.cancelJobs(jobs); }); });
    connect(m_actions->pauseAll, &QAction::triggered, this, [this] {
        const bool resumes = m_transfers->model().summary().allPaused;
        attempt<void>([this, resumes] { return resumes ? m_engine.resumeAll() : m_engine.pauseAll(); });
    });
    connect(m_actions->clearFinished, &QAction::triggered, this,
            [this] { attempt<void>([this] { return m_engine.forgetFinishedJobs(); }); });
    connect(m_actions->clearSearch, &QAction::triggered, this, [this] {
        clearSearch();
        m_pane->table().setFocus();
    });
    connect(m_actions->retryOpening, &QAction::triggered, this, [this] {
        m_pane->showOpening();
        m_engine.open();
    });
    const auto toggles = [this](QAction* action, QWidget* part) {
        connect(action, &QAction::toggled, this, [this, part](bool isOn) {
            part->setVisible(isOn);
            m_layoutDue.start();
        });
    };
    toggles(m_actions->showSidebar, m_sidebar);
    toggles(m_actions->showTransfers, m_transfers);
    connect(m_actions->showDetails, &QAction::toggled, this, [this](bool isOn) {
        m_details->setVisible(isOn && !areEventsShown());
        m_layoutDue.start();
    });
    connect(m_actions->shortcuts, &QAction::triggered, this, [this] { showShortcuts(*menuBar(), this); });
    connect(m_actions->about, &QAction::triggered, this, [this] { showAbout(this); });
}

template<typename T> void MainWindow::attempt(std::function<Answer<T>()> question)
{
    question().then(this, [this, question](const Expected<T>& result) {
        if (!result)
            say(Message::of(result.error(), {}, m_engine.settings().endpoint),
                [this, question] { attempt<T>(question); });
    });
}

// Searching and choosing

void MainWindow::search()
{
    const QString words = m_search->text().simplified();
    const int asked = ++m_searches;
    if (words.isEmpty()) {
        m_model->clearFound();
        return;
    }
    // The library is searched, not the events.
    if (areEventsShown())
        m_sidebar->choose({});
    // One question at a time, and then the latest: who types fast is not answered letter by letter.
    if (m_isSearching)
        return;
    m_isSearching = true;
    m_engine.match(words).then(this, [this, words, asked](const Expected<QList<qint64>>& ids) {
        m_isSearching = false;
        if (asked != m_searches) {
            search();
            return;
        }
        if (!ids) {
            say(Message::of(ids.error(), {}, m_engine.settings().endpoint), [this] { search(); });
            return;
        }
        m_model->setFound(words, *ids);
    });
}

void MainWindow::clearSearch()
{
    m_search->clear();
    m_searchAgain.stop();
    search();
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        LibraryTable& table = m_pane->table();
        if (key == Qt::Key_Escape) {
            if (m_search->text().isEmpty())
                table.setFocus();
            else
                clearSearch();
            return true;
        }
        if ((key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) && m_model->rowCount() > 0) {
            table.setFocus();
            if (!table.currentIndex().isValid() || table.chosen().rows == 0)
                table.choose(m_model->at(0).id);
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::showChoice()
{
    const LibraryTable::Chosen chosen = m_pane->table().chosen();
    // What is not held yet has no details.
    if (chosen.rows > 1)
        m_details->showSelection(chosen.rows, chosen.bytes);
    else
        m_details->showRow(chosen.onlyHeld);
    updateActions();
}

void MainWindow::updateActions()
{
    const LibraryTable::Chosen chosen = this->chosen();
    m_actions->openFolder->setEnabled(chosen.onlyHeld != 0);
    m_actions->verify->setEnabled(chosen.held > 0);
    m_actions->repair->setEnabled(chosen.hasDamage);
    m_actions->previewUpdate->setEnabled(chosen.onlyHeld != 0);
    m_actions->update->setEnabled(chosen.held > 0);
    m_actions->exportRows->setEnabled(chosen.held > 0);
    m_actions->statement->setEnabled(chosen.onlyHeld != 0);
    m_actions->remove->setEnabled(chosen.held > 0);
    m_actions->copyId->setEnabled(chosen.rows > 0);
    m_actions->pauseRows->setEnabled(chosen.fetching > 0);
    m_actions->cancelRows->setEnabled(chosen.fetching > 0);
    if (chosen.fetching > 0)
        m_actions->setRowsPaused(chosen.unpaused == 0);
}

QList<qint64> MainWindow::chosenHeld() const
{
    QList<qint64> ids;
    const QList<HeldRow> rows = m_pane->table().chosenRows();
    for (const HeldRow& row : rows) {
        if (row.id > 0)
            ids.append(row.id);
    }
    return ids;
}

QList<qint64> MainWindow::chosenJobs() const
{
    QList<qint64> jobs;
    const QList<HeldRow> rows = m_pane->table().chosenRows();
    for (const HeldRow& row : rows) {
        if (const auto fetch = m_model->fetch(row.id))
            jobs.append(fetch->job);
    }
    return jobs;
}

void MainWindow::chooseRow(qint64 id)
{
    LibraryTable& table = m_pane->table();
    if (!table.choose(id) && m_model->held(id)) {
        // It is held, but not among what is shown.
        clearSearch();
        m_sidebar->choose({});
        table.choose(id);
    }
    table.setFocus();
}

void MainWindow::showRepo(const RepoId& repo)
{
    if (areEventsShown())
        m_sidebar->choose({});
    if (const qint64 id = m_model->idOf(repo); id != 0)
        chooseRow(id);
}

void MainWindow::showJob(qint64 id)
{
    m_actions->showTransfers->setChecked(true);
    m_transfers->showJob(id);
}

void MainWindow::selectAll()
{
    auto* const view = qobject_cast<QAbstractItemView*>(QApplication::focusWidget());
    if (view && view != m_sidebar && isAncestorOf(view))
        view->selectAll();
    else
        m_pane->table().selectAll();
}

// Adding

void MainWindow::addLinks(const QString& text)
{
    QMimeData mime;
    mime.setText(text);
    const QList<RepoLink> links = linksIn(mime, m_engine.settings().endpoint);
    // One is begun as it was written: it may name a file, too.
    openAdd(links.size() > 1 ? textsOf(links) : QStringList{text.trimmed()});
}

void MainWindow::addFromClipboard()
{
    const QMimeData* mime = QGuiApplication::clipboard()->mimeData();
    const QString text = mime && mime->hasText() ? mime->text().trimmed() : QString();
    const QList<RepoLink> links = mime ? linksIn(*mime, m_engine.settings().endpoint) : QList<RepoLink>();
    // Words to search for are a line, not a page.
    const bool isLine = !text.isEmpty() && text.size() <= 200 && !text.contains(u'\n');
    if (links.size() > 1)
        openAdd(textsOf(links));
    else if (isLine && !(mime->hasUrls() && links.isEmpty()))
        openAdd({text});
    else if (!links.isEmpty())
        openAdd(textsOf(links));
    else
        say({.text =
                 tr("There is no link or id in the clipboard. Copy one from a page of the Hub, then paste it here.")});
}

void MainWindow::openAdd(const QStringList& texts)
{
    if (!isVisible())
        show();
    const QString asked = m_addDialog ? m_addDialog->findChild<QLineEdit*>(u"addField"_s)->text().trimmed() : QString();
    if (!asked.isEmpty()) {
        // What somebody is at is not taken away: the others wait for their turn.
        for (const QString& text : texts) {
            if (!text.isEmpty() && text != asked && !m_waitingLinks.contains(text) && !m_laterLinks.contains(text))
                m_laterLinks.append(text);
        }
        m_addDialog->raise();
        m_addDialog->activateWindow();
        return;
    }
    m_waitingLinks = texts.sliced(1);
    if (!m_addDialog) {
        m_addDialog = new AddDialog(m_engine, this);
        m_addDialog->setAttribute(Qt::WA_DeleteOnClose);
        m_addDialog->remember(m_settings);
        connect(m_addDialog, &AddDialog::settingsRequested, this, &MainWindow::takeStep);
        connect(m_addDialog, &AddDialog::archiveStarted, this, [this] { m_actions->showTransfers->setChecked(true); });
        connect(m_addDialog, &QDialog::finished, this, [this](int result) {
            m_addDialog.clear();
            QStringList next = std::exchange(m_waitingLinks, {});
            if (result != QDialog::Accepted)
                next.clear();
            next += std::exchange(m_laterLinks, {});
            if (!next.isEmpty())
                openAdd(next);
        });
        m_addDialog->open();
    }
    m_addDialog->begin(texts.first());
    m_addDialog->raise();
    m_addDialog->activateWindow();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const QList<RepoLink> links = linksIn(*event->mimeData(), m_engine.settings().endpoint);
    if (links.isEmpty()) {
        if (const QString file = fileIn(*event->mimeData()); !file.isEmpty()) {
            //: A file or folder that was exported
            m_status->showMessage(tr("Drop to import %1").arg(plainLine(QFileInfo(file).fileName())));
            event->setDropAction(Qt::CopyAction);
            event->accept();
        }
        return;
    }
    m_status->showMessage(links.size() == 1 ? tr("Drop to archive %1").arg(plainLine(links.first().repo.id))
                                            : tr("Drop to archive %n repos", nullptr, static_cast<int>(links.size())));
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent* event)
{
    m_status->clearMessage();
    QMainWindow::dragLeaveEvent(event);
}

void MainWindow::dropEvent(QDropEvent* event)
{
    m_status->clearMessage();
    const QList<RepoLink> links = linksIn(*event->mimeData(), m_engine.settings().endpoint);
    const QString file = links.isEmpty() ? fileIn(*event->mimeData()) : QString();
    if (links.isEmpty() && file.isEmpty())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    if (!file.isEmpty()) {
        openImport(file);
        return;
    }
    const QString text = event->mimeData()->text().trimmed();
    const bool isLine = links.size() == 1 && !text.isEmpty() && !text.contains(u'\n');
    openAdd(isLine ? QStringList{text} : textsOf(links));
}

// With what is chosen

void MainWindow::openFolder()
{
    const qint64 id = m_pane->table().chosen().onlyHeld;
    if (id == 0)
        return;
    m_engine.details(id).then(this, [this](const Expected<SnapshotDetails>& details) {
        if (!details) {
            say(Message::of(details.error(), {}, m_engine.settings().endpoint));
            return;
        }
        if (!details->isPlugged) {
            say({.tint = Tint::Attention,
                 .text = tr("The store %1 is unplugged. Plug it in to open the folder.")
                             .arg(plainLine(details->storeLabel))});
            return;
        }
        const QString folder = details->folder.isEmpty() ? details->recordFolder : details->folder;
        QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
    });
}

void MainWindow::verify(const QList<qint64>& rows)
{
    if (!rows.isEmpty())
        attempt<QList<Job>>([this, rows] { return m_engine.verify(rows); });
}

void MainWindow::repair(const QList<qint64>& rows)
{
    if (!rows.isEmpty())
        attempt<QList<Job>>([this, rows] { return m_engine.repair(rows); });
}

void MainWindow::copyIds()
{
    QStringList ids;
    const QList<HeldRow> rows = m_pane->table().chosenRows();
    for (const HeldRow& row : rows)
        ids.append(row.repo.id);
    ids.removeDuplicates();
    if (!ids.isEmpty())
        QGuiApplication::clipboard()->setText(ids.join(u'\n'));
}

void MainWindow::pauseRows()
{
    const bool resumes = m_pane->table().chosen().unpaused == 0;
    attempt<void>([this, resumes, jobs = chosenJobs()] {
        return resumes ? m_engine.resumeJobs(jobs) : m_engine.pauseJobs(jobs);
    });
}

// Saying and settings

void MainWindow::say(Message message, std::function<void()> retry)
{
    m_retry = std::move(retry);
    if (!m_retry) {
        if (message.other == NextStep::Retry)
            message.other = NextStep::None;
        if (message.step == NextStep::Retry)
            message.step = std::exchange(message.other, NextStep::None);
    }
    m_pane->bar().say(message);
}

void MainWindow::undo()
{
    // What it offers is being done.
    if (m_pane->bar().message().step == NextStep::Undo)
        m_pane->bar().clear();
    m_removals->undo();
}

void MainWindow::takeStep(NextStep step)
{
    switch (step) {
    case NextStep::EnterToken:
    case NextStep::NetworkSettings:
        openSettings(SettingsDialog::Page::Hub);
        break;
    case NextStep::ChooseStore:
        openSettings(SettingsDialog::Page::Stores);
        break;
    case NextStep::Undo:
        undo();
        break;
    case NextStep::Retry:
        m_pane->bar().clear();
        if (const auto retry = std::exchange(m_retry, {}))
            retry();
        break;
    default:
        break;
    }
}

void MainWindow::setConnections(Connections* connections)
{
    m_connections = connections;
    m_actions->connectBrowser->setVisible(connections != nullptr);
}

void MainWindow::openSettings(SettingsDialog::Page page)
{
    if (!m_settingsDialog) {
        m_settingsDialog = new SettingsDialog(m_engine, m_settings, m_autostart, m_connections, this);
        m_settingsDialog->setAttribute(Qt::WA_DeleteOnClose);
        m_settingsDialog->open();
    }
    m_settingsDialog->showPage(page);
    m_settingsDialog->raise();
    m_settingsDialog->activateWindow();
}

} // namespace hugger
