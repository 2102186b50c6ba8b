// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/transfers/transferspanel.h"

#include "engine/engine.h"
#include "ui/transfers/jobwords.h"
#include "ui/transfers/limitbutton.h"
#include "ui/transfers/transfersactions.h"
#include "ui/transfers/transfersview.h"
#include "ui/widgets/huggerstyle.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/words.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hugger {

TransfersPanel::TransfersPanel(Engine& engine, WindowSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_model(this)
    , m_title(new QLabel(this))
    , m_counts(new QLabel(this))
    , m_rate(new QLabel(this))
    , m_limit(new LimitButton(engine, this))
    , m_pauseAll(new QToolButton(this))
    , m_clear(new QToolButton(this))
    , m_bar(new MessageBar(this))
    , m_view(new TransfersView(m_model, settings, this))
    , m_actions(new TransfersActions(engine, m_model, *m_view))
    , m_empty(new QLabel(this))
{
    m_bar->setObjectName(u"transfersBar"_s);
    m_empty->setObjectName(u"transfersEmpty"_s);
    m_empty->setWordWrap(true);
    m_empty->setMargin(fontMetrics().averageCharWidth());

    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(makeTitleRow());
    layout->addWidget(m_bar);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_empty);
    layout->addStretch(); // room that is left over belongs below the quiet line

    connect(&engine, &Engine::jobsReset, this, [this](const QList<JobStatus>& jobs) { m_model.setJobs(jobs); });
    connect(&engine, &Engine::jobsChanged, this, [this](const QList<JobStatus>& jobs) { m_model.updateJobs(jobs); });
    connect(&m_model, &TransfersModel::updated, this, &TransfersPanel::updateTitle);
    connect(&m_model, &TransfersModel::rowsInserted, this, &TransfersPanel::updateEmptiness);
    connect(&m_model, &TransfersModel::rowsRemoved, this, &TransfersPanel::updateEmptiness);
    connect(&m_model, &TransfersModel::moveRequested, this,
            [this](const QList<qint64>& ids, qint64 before) { m_actions->watch(m_engine.moveJobs(ids, before)); });
    connect(m_view, &TransfersView::selectedJobsChanged, this, [this] {
        // Choosing a job is asking what is the matter with it.
        for (const qint64 id : m_view->selectedJobs())
            m_closed.remove(id);
        updateTrouble();
    });
    connect(m_actions, &TransfersActions::repoRequested, this, &TransfersPanel::repoRequested);
    connect(m_actions, &TransfersActions::refused, this, &TransfersPanel::say);
    connect(m_limit, &LimitButton::refused, this, &TransfersPanel::say);
    connect(m_bar, &MessageBar::stepChosen, this, &TransfersPanel::takeStep);
    connect(m_bar, &MessageBar::closed, this, [this] {
        if (m_trouble)
            m_closed.insert(m_trouble->job.id, m_trouble->job.updatedAt);
        m_trouble.reset();
    });
    m_ages.setInterval(1min);
    connect(&m_ages, &QTimer::timeout, this, [this] { m_view->viewport()->update(); });
    m_ages.start();
    retranslate();
    updateEmptiness();
}

QWidget* TransfersPanel::makeTitleRow()
{
    auto* const row = new QWidget(this);
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_counts->setObjectName(u"transfersCounts"_s);
    m_counts->setWordWrap(true);
    m_rate->setObjectName(u"transfersRate"_s);
    m_pauseAll->setObjectName(u"pauseAllButton"_s);
    m_clear->setObjectName(u"clearFinishedButton"_s);
    for (QToolButton* const button : {m_pauseAll, m_clear}) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
    }
    m_limit->setFocusPolicy(Qt::TabFocus);
    m_clear->setIcon(themedIcon(u"check"_s));
    connect(m_pauseAll, &QToolButton::clicked, this, &TransfersPanel::pauseOrResumeAll);
    connect(m_clear, &QToolButton::clicked, this, [this] { m_actions->watch(m_engine.forgetFinishedJobs()); });

    auto* const layout = new QHBoxLayout(row);
    const int gap = fontMetrics().averageCharWidth();
    // Above the titles of the columns, which begin where the cells do.
    const int side = cellMargin(*style(), fontMetrics(), nullptr, this);
    layout->setContentsMargins(side, gap / 2, side, gap / 2);
    layout->addWidget(m_title);
    layout->addSpacing(gap);
    layout->addWidget(m_counts, 1);
    layout->addWidget(m_rate);
    layout->addWidget(m_limit);
    layout->addWidget(m_pauseAll);
    layout->addWidget(m_clear);
    return row;
}

void TransfersPanel::retranslate()
{
    m_title->setText(tr("Transfers"));
    m_clear->setText(tr("Clear finished"));
    m_clear->setToolTip(tr("Takes what has ended off this list. What is held stays."));
    m_empty->setText(tr("Nothing is being fetched. Paste a link to a repo to begin."));
    m_actions->retranslate();
    m_model.refreshTexts();
    m_view->fitTitles();
    updateTitle();
}

void TransfersPanel::updateTitle()
{
    const TransfersModel::Summary summary = m_model.summary();
    QStringList counts;
    const auto count = [&](int number, const QString& text) {
        if (number > 0)
            counts.append(text);
    };
    count(summary.running, tr("%Ln running", nullptr, summary.running));
    count(summary.waiting, tr("%Ln waiting", nullptr, summary.waiting));
    count(summary.paused, tr("%Ln paused", nullptr, summary.paused));
    count(summary.needUser, tr("%Ln need you", nullptr, summary.needUser));
    count(summary.failed, tr("%Ln failed", nullptr, summary.failed));
    //: Between the parts of a list: "2 running, 1 waiting".
    m_counts->setText(counts.join(tr(", ")));
    m_rate->setText(summary.running > 0 ? rateText(summary.rate) : QString());
    if (const QString text = summary.allPaused ? tr("Resume all") : tr("Pause all"); m_pauseAll->text() != text) {
        m_pauseAll->setText(text);
        m_pauseAll->setIcon(themedIcon(summary.allPaused ? u"resume-all"_s : u"pause-all"_s));
    }
    m_pauseAll->setEnabled(m_model.unfinishedCount() > 0);
    m_clear->setEnabled(m_model.hasFinished());
    updateTrouble();
}

void TransfersPanel::updateEmptiness()
{
    const bool empty = m_model.rowCount() == 0;
    m_view->setVisible(!empty);
    m_empty->setVisible(empty);
    // One quiet line takes no more room than it needs.
    setSizePolicy(QSizePolicy::Preferred, empty ? QSizePolicy::Maximum : QSizePolicy::Preferred);
}

void TransfersPanel::updateTrouble()
{
    std::optional<JobStatus> trouble;
    if (const QList<qint64> chosen = m_view->selectedJobs(); chosen.size() == 1) {
        trouble = m_model.job(chosen.constFirst());
        const JobLook look = trouble ? JobWords::look(*trouble) : JobLook::Completed;
        if (look != JobLook::Failed && look != JobLook::NeedsUser)
            trouble.reset();
    }
    if (!trouble)
        trouble = m_model.newestTrouble();
    if (trouble && m_closed.contains(trouble->job.id) && m_closed.value(trouble->job.id) == trouble->job.updatedAt)
        trouble.reset();
    const auto same = [](const std::optional<JobStatus>& one, const std::optional<JobStatus>& other) {
        if (!one || !other)
            return one.has_value() == other.has_value();
        return one->job.id == other->job.id && one->job.error == other->job.error && one->job.wait == other->job.wait
            && one->waitDetail == other->waitDetail;
    };
    if (same(trouble, m_trouble))
        return;
    m_trouble = trouble;
    if (m_trouble)
        m_bar->say(JobWords::message(*m_trouble, m_engine.settings().endpoint));
    else
        m_bar->clear();
}

void TransfersPanel::takeStep(NextStep step)
{
    if (!m_trouble)
        return;
    const qint64 id = m_trouble->job.id;
    if (step == NextStep::Retry)
        m_actions->run(RowAction::Retry, {id});
    else if (step == NextStep::Resume)
        m_actions->run(RowAction::Resume, {id});
    else
        Q_EMIT stepRequested(step, *m_trouble);
}

void TransfersPanel::pauseOrResumeAll()
{
    m_actions->watch(m_model.summary().allPaused ? m_engine.resumeAll() : m_engine.pauseAll());
}

void TransfersPanel::say(const Error& error)
{
    Message message = Message::of(error, std::nullopt, m_engine.settings().endpoint);
    message.step = NextStep::None;
    message.other = NextStep::None;
    m_bar->say(message);
}

void TransfersPanel::showJob(qint64 id)
{
    m_view->select(id);
    m_view->setFocus();
}

void TransfersPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace hugger
