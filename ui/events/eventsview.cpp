// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/eventsview.h"

#include "ui/events/eventlistmodel.h"
#include "ui/events/eventpane.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/windowsettings.h"
#include "ui/widgets/words.h"

#include <QtCore/QEvent>
#include <QtCore/QSignalBlocker>
#include <QtGui/QAction>
#include <QtGui/QHideEvent>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTreeView>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hugger {

namespace {

constexpr int layoutVersion = 1;
const auto columnsName = u"events/columns"_s;

} // namespace

EventsView::EventsView(Engine& engine, WindowSettings& settings, QAction* check, QWidget* parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_settings(settings)
    , m_model(new EventListModel(this))
    , m_bar(new MessageBar(this))
    , m_filter(new QComboBox(this))
    , m_check(new QPushButton(check->icon(), {}, this))
    , m_pages(new QStackedWidget(this))
    , m_columns(new QSplitter(Qt::Horizontal))
    , m_list(new QTreeView)
    , m_side(new QStackedWidget)
    , m_nothingChosen(new EmptyState(u"info"_s, {}, {}))
    , m_pane(new EventPane)
    , m_empty(new EmptyState(u"events"_s, {}, {}))
    , m_emptyFilter(new EmptyState(u"filter"_s, {}, {}))
    , m_blank(new QWidget)
{
    m_empty->addAction(check);
    build();
    retranslate();
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(100ms);
    connect(&m_refresh, &QTimer::timeout, this, &EventsView::load);
    connect(m_check, &QPushButton::clicked, check, &QAction::trigger);
    connect(m_filter, &QComboBox::activated, this, [this] {
        m_model->clear();
        m_hasAnswer = false;
        load();
    });
    connect(m_model, &EventListModel::pageWanted, this, &EventsView::takePage);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &EventsView::showChosen);
    connect(m_model, &QAbstractItemModel::modelReset, this, &EventsView::showChosen);
    connect(m_bar, &MessageBar::stepChosen, this, &EventsView::load);
    connect(m_pane, &EventPane::showRequested, this, [this] { Q_EMIT showRequested(m_pane->shown().repo); });
    connect(m_pane, &EventPane::previewRequested, this, [this] { Q_EMIT previewRequested(m_pane->shown().repo); });
    connect(m_pane, &EventPane::verifyRequested, this,
            [this] { Q_EMIT verifyRequested(m_pane->shown().repo, m_pane->shown().commit); });
    connect(&m_engine, &Engine::happened, this, &EventsView::refresh);
    connect(&m_engine, &Engine::jobEnded, this, &EventsView::refresh);
}

void EventsView::build()
{
    m_filter->setObjectName(u"eventFilter"_s);
    m_check->setObjectName(u"eventCheck"_s);
    m_list->setObjectName(u"eventList"_s);
    m_empty->setObjectName(u"noEvents"_s);
    m_emptyFilter->setObjectName(u"noSuchEvents"_s);
    m_columns->setObjectName(u"eventColumns"_s);
    for (int group = 0; group <= static_cast<int>(EventGroup::Own); ++group)
        m_filter->addItem(QString(), group);
    m_filter->setSizeAdjustPolicy(QComboBox::AdjustToContents);

    m_list->setModel(m_model);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setRootIsDecorated(false);
    m_list->setItemsExpandable(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setItemDelegateForColumn(EventListModel::Repository, new TwoLineDelegate(m_list));
    m_list->setItemDelegateForColumn(EventListModel::What, new ChipDelegate(m_list));
    new ElidedTooltips(m_list);
    QHeaderView* const columns = m_list->header();
    columns->setStretchLastSection(false);
    columns->setSectionsMovable(false);
    columns->setMinimumSectionSize(fontMetrics().averageCharWidth() * 8);
    columns->setSectionResizeMode(EventListModel::Repository, QHeaderView::Stretch);
    columns->resizeSection(EventListModel::What, fontMetrics().averageCharWidth() * 27);
    columns->resizeSection(EventListModel::When, fontMetrics().averageCharWidth() * 15);

    m_side->addWidget(m_nothingChosen);
    m_side->addWidget(m_pane);
    m_columns->setChildrenCollapsible(false);
    m_list->setMinimumWidth(fontMetrics().averageCharWidth() * 48);
    m_columns->addWidget(m_list);
    m_columns->addWidget(m_side);
    for (QWidget* page : std::initializer_list<QWidget*>{m_blank, m_columns, m_empty, m_emptyFilter})
        m_pages->addWidget(page);
    for (QWidget* page : std::initializer_list<QWidget*>{m_blank, m_list, m_empty, m_emptyFilter}) {
        page->setBackgroundRole(QPalette::Base);
        page->setAutoFillBackground(true);
    }

    auto* const top = new QHBoxLayout;
    const int gap = fontMetrics().height() / 3;
    top->setContentsMargins(gap, gap, gap, gap);
    top->addWidget(m_filter);
    top->addStretch();
    top->addWidget(m_check);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_bar);
    layout->addWidget(m_pages, 1);
}

void EventsView::retranslate()
{
    const std::array names{
        tr("All events"),
        //: Filter of events: new commits, moved branches and tags, new names, cards
        tr("Changes"),
        tr("Licenses"),
        //: Filter of events: repos that ask for terms to be accepted, or no longer do
        tr("Gates"),
        //: Filter of events: repos that went away or came back
        tr("Gone or back"),
        //: Filter of events: archived, verified, damaged, removed, restored
        tr("hugger's own"),
    };
    for (int i = 0; i < m_filter->count(); ++i)
        m_filter->setItemText(i, names.at(static_cast<size_t>(i)));
    m_filter->setAccessibleName(tr("Which events"));
    m_check->setText(tr("Check everything now"));
    m_list->setAccessibleName(tr("Events"));
    m_list->header()->setAccessibleName(tr("Columns"));
    m_side->setAccessibleName(tr("The chosen event"));
    m_empty->setTexts(tr("Nothing has happened yet"),
                      tr("hugger asks the Hub from time to time what became of what you hold. Changes, gates, new "
                         "licenses and repos that go away are told here, with what proves it."));
    m_emptyFilter->setTexts(tr("No events of this kind"), tr("Other kinds are among all events."));
    m_nothingChosen->setTexts(tr("Nothing chosen"), tr("Choose an event to see what proves it."));
    m_model->retranslate();
}

void EventsView::setGroup(EventGroup group)
{
    const int index = static_cast<int>(group);
    if (index == m_filter->currentIndex())
        return;
    m_filter->setCurrentIndex(index);
    m_model->clear();
    m_hasAnswer = false;
    load();
}

void EventsView::choose(qint64 event)
{
    m_wanted = event;
    setGroup(EventGroup::All);
    chooseWanted();
}

void EventsView::chooseWanted()
{
    const int row = m_wanted == 0 ? -1 : m_model->rowOf(m_wanted);
    if (row < 0)
        return;
    m_wanted = 0;
    m_list->setCurrentIndex(m_model->index(row, 0));
    m_list->scrollTo(m_list->currentIndex());
}

void EventsView::refresh()
{
    if (!m_refresh.isActive())
        m_refresh.start();
}

void EventsView::load()
{
    m_refresh.stop();
    countUnread();
    const int asked = ++m_asked;
    const auto group = static_cast<EventGroup>(std::max(0, m_filter->currentIndex()));
    m_engine.events({.types = typesOf(group), .limit = EventListModel::pageSize})
        .then(this, [this, asked](const Expected<QList<Event>>& events) {
            if (asked != m_asked)
                return;
            if (!events) {
                showError(events.error());
                return;
            }
            m_bar->clear();
            m_hasAnswer = true;
            m_model->setNewest(*events);
            showPage();
            chooseWanted();
        });
}

void EventsView::takePage(qint64 before)
{
    const auto group = static_cast<EventGroup>(std::max(0, m_filter->currentIndex()));
    m_engine.events({.types = typesOf(group), .before = before, .limit = EventListModel::pageSize})
        .then(this, [this, before](const Expected<QList<Event>>& events) {
            // Another list is shown since.
            if (m_model->rowCount() == 0 || m_model->at(m_model->rowCount() - 1).id != before)
                return;
            if (!events) {
                m_model->giveUpPage();
                showError(events.error());
                return;
            }
            m_model->append(*events);
            chooseWanted();
        });
}

void EventsView::countUnread()
{
    m_engine.events({.types = upstreamTypes(), .limit = mostUnread})
        .then(this, [this](const Expected<QList<Event>>& events) {
            if (!events)
                return;
            m_newest = events->isEmpty() ? 0 : events->first().id;
            if (isVisible())
                noteRead();
            const qint64 seen = m_settings.eventsSeen();
            const auto unread = static_cast<int>(
                std::ranges::count_if(*events, [seen](const Event& event) { return event.id > seen; }));
            if (std::exchange(m_unread, unread) != unread)
                Q_EMIT unreadChanged(unread);
        });
}

void EventsView::noteRead()
{
    if (m_newest > m_settings.eventsSeen())
        m_settings.setEventsSeen(m_newest);
    if (std::exchange(m_unread, 0) != 0)
        Q_EMIT unreadChanged(0);
}

void EventsView::showPage()
{
    const bool isFiltered = m_filter->currentIndex() > 0;
    QWidget* const page = m_model->rowCount() > 0 ? static_cast<QWidget*>(m_columns)
        : !m_hasAnswer                            ? m_blank
        : isFiltered                              ? static_cast<QWidget*>(m_emptyFilter)
                                                  : static_cast<QWidget*>(m_empty);
    m_pages->setCurrentWidget(page);
    m_check->setVisible(page != m_empty);
}

void EventsView::showChosen()
{
    const QModelIndex current = m_list->currentIndex();
    const int asked = ++m_factsAsked;
    if (!current.isValid() || current.row() >= m_model->rowCount()) {
        m_side->setCurrentWidget(m_nothingChosen);
        return;
    }
    const Event& event = m_model->at(current.row());
    m_pane->setEvent(event);
    m_side->setCurrentWidget(m_pane);
    m_engine.eventFacts(event.id).then(this, [this, asked](const Expected<QJsonObject>& facts) {
        if (asked != m_factsAsked)
            return;
        if (facts)
            m_pane->setFacts(EventFacts::fromJson(*facts));
        else
            showError(facts.error());
    });
}

void EventsView::showError(const Error& error)
{
    Message message = Message::of(error, {}, {});
    message.step = NextStep::Retry;
    message.other = NextStep::None;
    m_bar->say(message);
}

void EventsView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (event->spontaneous())
        return;
    // Sizes count as shares of what room there is.
    if (!m_columns->restoreState(m_settings.state(columnsName, layoutVersion)))
        m_columns->setSizes({5'500, 4'500});
    noteRead();
    load();
}

void EventsView::hideEvent(QHideEvent* event)
{
    if (!event->spontaneous())
        m_settings.saveState(columnsName, m_columns->saveState(), layoutVersion);
    QWidget::hideEvent(event);
}

void EventsView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace hugger
