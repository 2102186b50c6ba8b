// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/transfers/transfersactions.h"

#include "ui/transfers/jobwords.h"
#include "ui/transfers/transfersview.h"
#include "ui/widgets/icons.h"

#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QDesktopServices>
#include <QtGui/QGuiApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

bool isUnfinished(const JobStatus& status)
{
    return !status.job.isFinished();
}

bool isGoing(const JobStatus& status)
{
    return isUnfinished(status) && JobWords::look(status) != JobLook::Paused;
}

bool isPaused(const JobStatus& status)
{
    return JobWords::look(status) == JobLook::Paused;
}

bool canRetry(const JobStatus& status)
{
    return status.job.state == JobState::Failed || status.job.state == JobState::Cancelled;
}

} // namespace

TransfersActions::TransfersActions(Engine& engine, TransfersModel& model, TransfersView& view)
    : QObject(&view)
    , m_engine(engine)
    , m_model(model)
    , m_view(view)
    , m_pauseOrResume(add(u"pauseOrResume"_s, Qt::Key_Space, &TransfersActions::pauseOrResume))
    , m_retry(add(u"retry"_s, {}, &TransfersActions::retry))
    , m_cancel(add(u"cancel"_s, QKeySequence::Delete, &TransfersActions::cancel))
    , m_moveUp(add(u"moveUp"_s, Qt::ALT | Qt::Key_Up, &TransfersActions::moveUp))
    , m_moveDown(add(u"moveDown"_s, Qt::ALT | Qt::Key_Down, &TransfersActions::moveDown))
    , m_show(add(u"showRepo"_s, {}, &TransfersActions::showRepo))
    , m_open(add(u"openBundle"_s, {}, &TransfersActions::openFolder))
    , m_copy(add(u"copyDetails"_s, {}, &TransfersActions::copyDetails))
{
    auto* const line = new QAction(this);
    line->setSeparator(true);
    auto* const secondLine = new QAction(this);
    secondLine->setSeparator(true);
    view.addActions(
        {m_pauseOrResume, m_retry, m_cancel, line, m_moveUp, m_moveDown, secondLine, m_show, m_open, m_copy});
    m_retry->setIcon(themedIcon(u"retry"_s));
    m_cancel->setIcon(themedIcon(u"cancel"_s));
    m_moveUp->setIcon(themedIcon(u"up"_s));
    m_moveDown->setIcon(themedIcon(u"down"_s));
    m_open->setIcon(themedIcon(u"folder"_s));
    m_copy->setIcon(themedIcon(u"copy"_s));
    connect(&view, &TransfersView::selectedJobsChanged, this, &TransfersActions::update);
    connect(&view, &TransfersView::rowActionClicked, this,
            [this](RowAction action, qint64 job) { run(action, {job}); });
    connect(&view, &TransfersView::activated, this, &TransfersActions::showRepo);
    connect(&model, &TransfersModel::updated, this, &TransfersActions::update);
    retranslate();
}

QAction* TransfersActions::add(const QString& name, const QKeySequence& key, void (TransfersActions::*slot)())
{
    auto* const action = new QAction(this);
    action->setObjectName(name);
    action->setShortcut(key);
    // The same keys mean other things in other places of the window.
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, slot);
    return action;
}

void TransfersActions::retranslate()
{
    m_retry->setText(tr("&Try again"));
    m_cancel->setText(tr("&Cancel"));
    m_moveUp->setText(tr("Move &up"));
    m_moveDown->setText(tr("Move &down"));
    m_show->setText(tr("&Show in the library"));
    m_open->setText(tr("&Open folder"));
    m_copy->setText(tr("Copy d&etails"));
    update();
}

void TransfersActions::update()
{
    // It runs with every batch of news, and everything may be selected: once through, and nothing copied.
    const QList<qint64> jobs = m_view.selectedJobs();
    qint64 first = 0;
    qint64 last = 0;
    bool going = false;
    bool retries = false;
    for (const qint64 id : jobs) {
        const JobStatus* const status = m_model.find(id);
        if (!status)
            continue;
        retries = retries || canRetry(*status);
        if (!isUnfinished(*status))
            continue;
        first = first == 0 ? id : first;
        last = id;
        going = going || isGoing(*status);
    }
    const bool unfinished = first != 0;
    const bool resumes = !going && unfinished;
    if (const QString text = resumes ? tr("&Resume") : tr("&Pause"); m_pauseOrResume->text() != text) {
        m_pauseOrResume->setText(text);
        m_pauseOrResume->setIcon(themedIcon(resumes ? u"resume"_s : u"pause"_s));
    }
    m_pauseOrResume->setEnabled(unfinished);
    m_cancel->setEnabled(unfinished);
    m_retry->setEnabled(retries);
    m_moveUp->setEnabled(unfinished && m_model.indexOf(first).row() > 0);
    m_moveDown->setEnabled(unfinished && m_model.indexOf(last).row() + 1 < m_model.unfinishedCount());
    m_show->setEnabled(jobs.size() == 1);
    const JobStatus* const only = jobs.size() == 1 ? m_model.find(jobs.constFirst()) : nullptr;
    m_open->setEnabled(only && !JobWords::folderOf(only->job).isEmpty());
    m_copy->setEnabled(!jobs.isEmpty());
}

QList<qint64> TransfersActions::chosen(bool (*is)(const JobStatus&)) const
{
    QList<qint64> ids = m_view.selectedJobs();
    ids.removeIf([&](qint64 id) {
        const JobStatus* const status = m_model.find(id);
        return !status || !is(*status);
    });
    return ids;
}

bool TransfersActions::isAnyGoing() const
{
    return !chosen(isGoing).isEmpty();
}

void TransfersActions::watch(Answer<void> answer)
{
    answer.then(this, [this](const Done& done) {
        if (!done)
            Q_EMIT refused(done.error());
    });
}

void TransfersActions::run(RowAction action, const QList<qint64>& jobs)
{
    if (jobs.isEmpty())
        return;
    switch (action) {
    case RowAction::Pause:
        watch(m_engine.pauseJobs(jobs));
        break;
    case RowAction::Resume:
        watch(m_engine.resumeJobs(jobs));
        break;
    case RowAction::Cancel:
        watch(m_engine.cancelJobs(jobs));
        break;
    case RowAction::Retry:
        watch(m_engine.retryJobs(jobs));
        break;
    case RowAction::OpenFolder:
        for (const qint64 id : jobs) {
            const JobStatus* const status = m_model.find(id);
            if (const QString folder = status ? JobWords::folderOf(status->job) : QString(); !folder.isEmpty())
                QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
        }
        break;
    }
}

void TransfersActions::pauseOrResume()
{
    if (isAnyGoing())
        run(RowAction::Pause, chosen(isGoing));
    else
        run(RowAction::Resume, chosen(isPaused));
}

void TransfersActions::cancel()
{
    run(RowAction::Cancel, chosen(isUnfinished));
}

void TransfersActions::retry()
{
    run(RowAction::Retry, chosen(canRetry));
}

void TransfersActions::moveUp()
{
    const QList<qint64> ids = chosen(isUnfinished);
    const int row = ids.isEmpty() ? 0 : m_model.indexOf(ids.constFirst()).row();
    if (row > 0)
        watch(m_engine.moveJobs(ids, m_model.idAt(m_model.index(row - 1, 0))));
}

void TransfersActions::moveDown()
{
    const QList<qint64> ids = chosen(isUnfinished);
    if (ids.isEmpty())
        return;
    const int row = m_model.indexOf(ids.constLast()).row();
    if (row + 1 < m_model.unfinishedCount()) {
        const bool toEnd = row + 2 >= m_model.unfinishedCount();
        watch(m_engine.moveJobs(ids, toEnd ? 0 : m_model.idAt(m_model.index(row + 2, 0))));
    }
}

void TransfersActions::showRepo()
{
    const QList<qint64> ids = m_view.selectedJobs();
    const auto status = ids.size() == 1 ? m_model.job(ids.constFirst()) : std::nullopt;
    if (status)
        Q_EMIT repoRequested(status->job.repo);
}

void TransfersActions::openFolder()
{
    run(RowAction::OpenFolder, m_view.selectedJobs());
}

void TransfersActions::copyDetails()
{
    QStringList texts;
    for (const qint64 id : m_view.selectedJobs()) {
        if (const JobStatus* const status = m_model.find(id))
            texts.append(JobWords::details(*status));
    }
    if (!texts.isEmpty())
        QGuiApplication::clipboard()->setText(texts.join(u"\n\n"_s));
}

} // namespace hugger
