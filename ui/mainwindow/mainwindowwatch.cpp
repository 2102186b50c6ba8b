// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/mainwindow.h"

#include <algorithm>
#include <utility>

#include <QtCore/QLocale>
#include <QtGui/QAction>

#include "ui/details/detailsview.h"
#include "ui/events/eventsview.h"
#include "ui/mainwindow/librarymodel.h"
#include "ui/mainwindow/librarypane.h"
#include "ui/mainwindow/sidebar.h"
#include "ui/mainwindow/statusline.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/update/updatedialog.h"
#include "ui/widgets/words.h"

// What the window has to do with upstream: events, checks and updates.

using namespace Qt::StringLiterals;

namespace hugger {

void MainWindow::connectWatch()
{
    connect(m_actions->check, &QAction::triggered, this, [this] {
        QList<RepoId> repos;
        if (!areEventsShown()) {
            const QList<HeldRow> rows = m_pane->table().chosenRows();
            for (const HeldRow& row : rows) {
                if (row.id > 0 && !repos.contains(row.repo))
                    repos.append(row.repo);
            }
        }
        checkNow(repos);
    });
    connect(m_actions->checkAll, &QAction::triggered, this, [this] { checkNow({}); });
    connect(m_actions->previewUpdate, &QAction::triggered, this, &MainWindow::previewChosen);
    connect(m_actions->update, &QAction::triggered, this, &MainWindow::updateChosen);
    connect(m_actions->showEvents, &QAction::triggered, this, [this] { showEvents(); });

    connect(m_events, &EventsView::unreadChanged, m_sidebar, &Sidebar::setUnread);
    connect(m_events, &EventsView::showRequested, this, &MainWindow::showRepo);
    connect(m_events, &EventsView::previewRequested, this, [this](const RepoId& repo) { previewUpdate(repo); });
    connect(m_events, &EventsView::verifyRequested, this, &MainWindow::verifyRepo);
    connect(&m_engine, &Engine::watching, this, &MainWindow::takeWatching);
    connect(&m_engine, &Engine::happened, this, [this](const QList<Event>& events) {
        for (const Event& event : events)
            m_changed.insert(event.repo);
    });
}

bool MainWindow::areEventsShown() const
{
    return m_sidebar->filter().what == LibraryFilter::What::Events;
}

LibraryTable::Chosen MainWindow::chosen() const
{
    return areEventsShown() ? LibraryTable::Chosen{} : m_pane->table().chosen();
}

void MainWindow::showPart(const LibraryFilter& filter)
{
    const bool areEvents = filter.what == LibraryFilter::What::Events;
    if (!areEvents)
        m_model->setFilter(filter);
    m_pane->showEvents(areEvents);
    m_details->setVisible(m_actions->showDetails->isChecked() && !areEvents);
    updateActions();
}

void MainWindow::showEvents(qint64 event)
{
    m_sidebar->choose({.what = LibraryFilter::What::Events});
    if (event != 0)
        m_events->choose(event);
}

void MainWindow::checkNow(const QList<RepoId>& repos)
{
    // Before it is answered: of a single repo there is no news but that it is due, and that it is not any more.
    m_tellsOfCheck = true;
    m_changed.clear();
    m_engine.checkSoon(repos).then(this, [this, repos](const Expected<qint64>& count) {
        if (count && *count > 0)
            return;
        m_tellsOfCheck = m_isChecking = false;
        if (!count)
            say(Message::of(count.error(), {}, m_engine.settings().endpoint), [this, repos] { checkNow(repos); });
        else
            say({.text = tr("Nothing is held yet that could be checked.")});
    });
}

void MainWindow::takeWatching(const WatchProgress& progress)
{
    m_status->setWatching(progress);
    if (!m_tellsOfCheck || progress.isOffline)
        return;
    m_isChecking = m_isChecking || progress.left > 0;
    if (!m_isChecking || progress.left > 0)
        return;
    m_tellsOfCheck = m_isChecking = false;
    const auto changed = std::exchange(m_changed, {}).size();
    const qint64 checked = progress.total - progress.failed;
    QStringList text;
    if (changed > 0)
        //: Two numbers of repositories
        text.append(tr("Changed upstream: %1 of %2. What happened is listed under Events.")
                        .arg(QLocale().toString(changed), QLocale().toString(checked)));
    else if (checked > 0)
        text.append(tr("%n repos checked: nothing changed upstream.", nullptr, static_cast<int>(checked)));
    if (progress.failed > 0)
        text.append(tr("%n repos could not be checked, and are tried again by themselves.", nullptr,
                       static_cast<int>(progress.failed)));
    const bool isGood = changed == 0 && progress.failed == 0;
    say({.tint = isGood ? Tint::Good : Tint::Attention, .text = text.join(u' ')});
}

void MainWindow::previewChosen()
{
    const auto row = m_model->held(chosen().onlyHeld);
    if (!row)
        return;
    // A commit never changes: what is newer is on the branch that is followed.
    const bool isCommit = row->commit.startsWith(row->revision.toLatin1());
    previewUpdate(row->repo, isCommit ? QString() : row->revision);
}

void MainWindow::previewUpdate(const RepoId& repo, const QString& revision)
{
    if (m_updateDialog)
        m_updateDialog->close();
    m_updateDialog = new UpdateDialog(m_engine, repo, revision, this);
    m_updateDialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_updateDialog, &UpdateDialog::updateStarted, this, [this] { m_actions->showTransfers->setChecked(true); });
    connect(m_updateDialog, &UpdateDialog::settingsRequested, this, &MainWindow::takeStep);
    m_updateDialog->open();
}

void MainWindow::updateChosen()
{
    const QList<qint64> rows = chosenHeld();
    if (rows.isEmpty())
        return;
    m_engine.update(rows).then(this, [this](const Expected<QList<Job>>& jobs) {
        if (!jobs) {
            say(Message::of(jobs.error(), {}, m_engine.settings().endpoint), [this] { updateChosen(); });
            return;
        }
        m_actions->showTransfers->setChecked(true);
        say({.text = tr("%n updates are queued. What you hold stays; what is new comes beside it.", nullptr,
                        static_cast<int>(jobs->size()))});
    });
}

void MainWindow::verifyRepo(const RepoId& repo, const QByteArray& commit)
{
    const QList<qint64> all = m_model->heldOf(repo, {});
    const QList<qint64> same = m_model->heldOf(repo, commit);
    if (all.isEmpty()) {
        say({.tint = Tint::Attention, .text = tr("Nothing of %1 is held any more.").arg(plainLine(repo.id))});
        return;
    }
    verify(same.isEmpty() ? all : same);
}

} // namespace hugger
