// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/librarypane.h"

#include <QtCore/QEvent>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

#include "ui/mainwindow/librarymodel.h"
#include "ui/mainwindow/librarytable.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/words.h"

using namespace Qt::StringLiterals;

namespace hugger {

LibraryPane::LibraryPane(LibraryModel& model, WindowSettings& settings, const Actions& actions, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_bar(new MessageBar(this))
    , m_stack(new QStackedWidget(this))
    , m_table(new LibraryTable(model, settings))
    , m_blank(new QWidget)
    , m_opening(new EmptyState(u"store"_s, {}, {}))
    , m_failure(new EmptyState(u"attention"_s, {}, {}))
    , m_emptyLibrary(new EmptyState(u"all"_s, {}, {}))
    , m_emptyFilter(new EmptyState(u"filter"_s, {}, {}))
    , m_noMatch(new EmptyState(u"search"_s, {}, {}))
{
    m_bar->setObjectName(u"messageBar"_s);
    m_failure->setObjectName(u"openingFailed"_s);
    m_emptyLibrary->setObjectName(u"emptyLibrary"_s);
    m_emptyFilter->setObjectName(u"emptyFilter"_s);
    m_noMatch->setObjectName(u"noMatch"_s);
    m_opening->setObjectName(u"opening"_s);
    for (QWidget* page : std::initializer_list<QWidget*>{m_blank, m_table, m_opening, m_failure, m_emptyLibrary,
                                                         m_emptyFilter, m_noMatch}) {
        page->setBackgroundRole(QPalette::Base);
        page->setAutoFillBackground(true);
        m_stack->addWidget(page);
    }
    m_failure->addAction(actions.retryOpening);
    m_emptyLibrary->addAction(actions.paste);
    m_emptyLibrary->addAction(actions.add);
    m_emptyLibrary->addAction(actions.connectBrowser);
    m_noMatch->addAction(actions.clearSearch);

    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_stack, 1);

    m_patience.setSingleShot(true);
    m_patience.setInterval(400);
    connect(&m_patience, &QTimer::timeout, this, &LibraryPane::update);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &LibraryPane::update);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &LibraryPane::update);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &LibraryPane::update);
    connect(&m_model, &LibraryModel::countsChanged, this, &LibraryPane::update);
    retranslate();
    showOpening();
}

void LibraryPane::retranslate()
{
    m_opening->setTexts(tr("Opening the archive"), {});
    m_emptyLibrary->setTexts(tr("Nothing is archived yet"),
                             tr("Paste a link to a model, a dataset or a space, or drop one anywhere on this window. "
                                "hugger keeps every file of it and proves each by its hash."));
    update();
}

void LibraryPane::nameEmptyFilter()
{
    switch (m_model.filter().what) {
    case LibraryFilter::What::Fetching:
        m_emptyFilter->setTexts(tr("Nothing is being fetched"), tr("What you add shows here until it is held."));
        break;
    case LibraryFilter::What::Newer:
        m_emptyFilter->setTexts(
            tr("Nothing newer is known"),
            tr("Repos that have a newer commit on the Hub show here. Your copies stay as they are."));
        break;
    case LibraryFilter::What::Gone:
        m_emptyFilter->setTexts(tr("Nothing is known to be gone"),
                                tr("Repos that the Hub no longer has show here. Your copies stay."));
        break;
    case LibraryFilter::What::Attention:
        m_emptyFilter->setTexts(tr("Nothing needs attention"),
                                tr("Damaged files, and changes of gate or license on the Hub, show here."));
        break;
    case LibraryFilter::What::Kind:
        switch (m_model.filter().kind) {
        case RepoKind::Model:
            m_emptyFilter->setTexts(tr("No models are held"), {});
            break;
        case RepoKind::Dataset:
            m_emptyFilter->setTexts(tr("No datasets are held"), {});
            break;
        case RepoKind::Space:
            m_emptyFilter->setTexts(tr("No spaces are held"), {});
            break;
        }
        break;
    case LibraryFilter::What::Store:
        m_emptyFilter->setTexts(tr("This store holds nothing yet"), tr("Choose it when you add something."));
        break;
    case LibraryFilter::What::Everything:
    case LibraryFilter::What::Events:
        m_emptyFilter->setTexts(tr("Nothing to show"), {});
        break;
    }
}

void LibraryPane::setEvents(QWidget* events)
{
    m_events = events;
    m_stack->addWidget(events);
}

void LibraryPane::showEvents(bool on)
{
    m_showsEvents = on;
    update();
}

void LibraryPane::showOpening()
{
    m_state = State::Opening;
    m_patience.start();
    update();
}

void LibraryPane::showFailure(const Error& error)
{
    m_state = State::Failed;
    m_error = error;
    update();
}

void LibraryPane::showLibrary()
{
    m_state = State::Open;
    m_patience.stop();
    update();
}

void LibraryPane::update()
{
    QWidget* page = m_table;
    if (m_state == State::Failed) {
        m_failure->setTexts(tr("The archive could not be opened"), m_error.message);
        page = m_failure;
    } else if (m_state == State::Opening) {
        page = m_patience.isActive() ? m_blank : m_opening;
    } else if (m_showsEvents) {
        page = m_events;
    } else if (m_model.rowCount() > 0) {
        page = m_table;
    } else if (m_model.counts().all == 0) {
        page = m_emptyLibrary;
    } else if (m_model.hasFound()) {
        m_noMatch->setTexts(tr("Nothing matches \"%1\"").arg(plainLine(m_model.words())),
                            m_model.filter().what == LibraryFilter::What::Everything
                                ? tr("Ids, tags, licenses, cards and your notes were searched.")
                                : tr("Only what the filter on the side shows was searched."));
        page = m_noMatch;
    } else {
        nameEmptyFilter();
        page = m_emptyFilter;
    }
    if (page == m_stack->currentWidget())
        return;
    // The focus must not be lost with the page it was on.
    const bool hadFocus = m_stack->currentWidget()->isAncestorOf(focusWidget()) || m_table->hasFocus();
    m_stack->setCurrentWidget(page);
    if (hadFocus && page == m_table)
        m_table->setFocus();
}

void LibraryPane::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace hugger
