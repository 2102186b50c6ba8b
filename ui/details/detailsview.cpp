// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/detailsview.h"

#include "ui/details/cardpage.h"
#include "ui/details/eventspage.h"
#include "ui/details/facts.h"
#include "ui/details/filespage.h"
#include "ui/details/licensepage.h"
#include "ui/details/loaddialog.h"
#include "ui/details/notesdialog.h"
#include "ui/details/overviewpage.h"
#include "ui/details/revisionspage.h"
#include "ui/details/snapshotheader.h"
#include "ui/update/watchdialog.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/windowsettings.h"
#include "ui/widgets/words.h"

#include <QtCore/QEvent>
#include <QtGui/QClipboard>
#include <QtGui/QDesktopServices>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hugger {

namespace {

constexpr qint64 mostEvents = 500;
constexpr int stateVersion = 1; ///< of the tab that is remembered

} // namespace

DetailsView::DetailsView(Engine& engine, WindowSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_settings(settings)
    , m_stack(new QStackedWidget(this))
    , m_quiet(new EmptyState(u"info"_s, {}, {}, this))
    , m_failure(new MessageBar(this))
    , m_content(new QWidget(this))
    , m_header(new SnapshotHeader(m_content))
    , m_unplugged(new MessageBar(m_content))
    , m_news(new MessageBar(m_content))
    , m_tabs(new QTabWidget(m_content))
{
    m_failure->setObjectName(u"detailsFailure"_s);
    m_unplugged->setObjectName(u"storeBar"_s);
    m_news->setObjectName(u"newsBar"_s);
    auto* layout = new QVBoxLayout(m_content);
    layout->addWidget(m_header);
    layout->addWidget(m_unplugged);
    layout->addWidget(m_news);
    layout->addWidget(m_tabs, 1);
    m_stack->addWidget(m_quiet);
    m_stack->addWidget(m_content);
    auto* around = new QVBoxLayout(this);
    around->setContentsMargins(0, 0, 0, 0);
    around->addWidget(m_failure);
    around->addWidget(m_stack, 1);
    m_failure->hide();
    m_unplugged->hide();
    m_news->hide();
    buildTabs();
    m_patience.setSingleShot(true);
    m_patience.setInterval(300ms);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(200ms);
    connectAll();
    retranslate();
}

void DetailsView::buildTabs()
{
    m_overview = new OverviewPage(m_tabs);
    m_card = new CardPage(m_tabs);
    m_files = new FilesPage(m_tabs);
    m_revisions = new RevisionsPage(m_tabs);
    m_events = new EventsPage(m_tabs);
    m_license = new LicensePage(m_tabs);
    for (QWidget* one : std::initializer_list<QWidget*>{m_overview, m_card, m_files, m_revisions, m_events, m_license})
        m_tabs->addTab(one, QString());
    m_tabs->setDocumentMode(true);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setElideMode(Qt::ElideNone);
    m_tabs->setObjectName(u"detailsTabs"_s);
    bool isNumber = false;
    const int tab = m_settings.state(u"detailsTab"_s, stateVersion).toInt(&isNumber);
    if (isNumber && tab >= 0 && tab < TabCount)
        m_tabs->setCurrentIndex(tab);
}

void DetailsView::connectAll()
{
    connect(&m_patience, &QTimer::timeout, this, [this] { showQuiet(tr("Loading…"), {}); });
    connect(&m_refresh, &QTimer::timeout, this, &DetailsView::refresh);
    connect(m_failure, &MessageBar::stepChosen, this, &DetailsView::refresh);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this](int tab) {
        m_settings.saveState(u"detailsTab"_s, QByteArray::number(tab), stateVersion);
        loadTab();
    });
    for (int tab = 0; tab < TabCount; ++tab) {
        connect(page(tab), &DetailsPage::retryRequested, this, [this, tab] {
            m_isFresh[static_cast<size_t>(tab)] = false;
            loadTab();
        });
    }
    connect(m_news, &MessageBar::stepChosen, this, [this](NextStep step) {
        if (step == NextStep::Repair)
            Q_EMIT repairRequested(m_details.row.id);
    });

    const auto archiveRest = [this] {
        Q_EMIT archiveRequested({.repo = m_details.record.repo,
                                 .revision = QString::fromLatin1(m_details.record.commit),
                                 .path = {},
                                 .unsplit = {}});
    };
    connect(m_header, &SnapshotHeader::folderRequested, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_details.folder)); });
    connect(m_header, &SnapshotHeader::loadRequested, this, [this] {
        auto* dialog = new LoadDialog(m_details, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(m_header, &SnapshotHeader::verifyRequested, this, [this] { Q_EMIT verifyRequested(m_details.row.id); });
    connect(m_header, &SnapshotHeader::repairRequested, this, [this] { Q_EMIT repairRequested(m_details.row.id); });
    connect(m_header, &SnapshotHeader::exportRequested, this, [this] { Q_EMIT exportRequested(m_details.row.id); });
    connect(m_header, &SnapshotHeader::statementRequested, this,
            [this] { Q_EMIT statementRequested(m_details.row.id); });
    connect(m_header, &SnapshotHeader::removeRequested, this, [this] { Q_EMIT removeRequested(m_details.row.id); });
    connect(m_header, &SnapshotHeader::restRequested, this, archiveRest);
    connect(m_header, &SnapshotHeader::newerRequested, this, [this] {
        // A commit never changes: what is newer is on the branch that is followed.
        const QString& revision = m_details.row.revision;
        const bool isCommit = m_details.record.commit.startsWith(revision.toLatin1());
        Q_EMIT updateRequested(m_details.record.repo, isCommit ? QString() : revision);
    });
    connect(m_header, &SnapshotHeader::notesRequested, this, &DetailsView::openNotes);
    connect(m_header, &SnapshotHeader::copyIdRequested, this,
            [this] { QGuiApplication::clipboard()->setText(m_details.record.repo.display()); });
    connect(m_header, &SnapshotHeader::copyLinkRequested, this,
            [this] { QGuiApplication::clipboard()->setText(hubPage().toString(QUrl::FullyEncoded)); });
    connect(m_header, &SnapshotHeader::pageRequested, this, [this] { QDesktopServices::openUrl(hubPage()); });
    connect(m_overview, &OverviewPage::watchRequested, this, &DetailsView::openWatch);
    connect(m_overview, &OverviewPage::editRequested, this, &DetailsView::openNotes);
    connect(m_overview, &OverviewPage::restRequested, this, archiveRest);
    connect(m_card, &CardPage::fileRequested, this, [this](const QString& path) {
        m_tabs->setCurrentIndex(FilesTab);
        m_files->showPath(path);
    });
    connect(m_revisions, &RevisionsPage::rowRequested, this, &DetailsView::rowRequested);

    connect(&m_engine, &Engine::rowsChanged, this, [this](const QList<HeldRow>& rows, const QList<qint64>& removed) {
        if (m_row == 0)
            return;
        if (removed.contains(m_row)) {
            showRow(0);
            return;
        }
        // Another snapshot of the repo changes the timeline.
        const RepoId& repo = m_details.record.repo;
        if (std::ranges::any_of(rows, [&](const HeldRow& row) { return row.id == m_row || row.repo == repo; }))
            m_refresh.start();
    });
    // When it was checked last changes with every check, whatever that finds.
    connect(&m_engine, &Engine::watching, this, [this] {
        if (m_details.row.id != 0 && m_overview->isVisible())
            loadWatched();
    });
    connect(&m_engine, &Engine::settingsChanged, this, [this] {
        if (m_details.row.id != 0 && m_overview->isVisible())
            loadWatched();
    });
    connect(&m_engine, &Engine::storesChanged, this, [this](const QList<StoreStatus>& stores) {
        for (const StoreStatus& store : stores) {
            if (m_row != 0 && store.identity.id == m_details.row.storeId && store.isPlugged != m_details.isPlugged)
                m_refresh.start();
        }
    });
}

void DetailsView::showRow(qint64 row)
{
    m_selectedRows = 0;
    if (row == m_row && row != 0) {
        refresh();
        return;
    }
    m_row = row;
    m_failure->clear();
    m_refresh.stop();
    if (row == 0) {
        ++m_request;
        m_details = {};
        showQuiet(tr("Nothing chosen"), tr("Choose a snapshot to see what it holds."));
        return;
    }
    m_patience.start();
    refresh();
}

void DetailsView::showSelection(qsizetype rows, qint64 bytes)
{
    showRow(0);
    m_selectedRows = rows;
    m_selectedBytes = bytes;
    //: several snapshots are chosen; %1 is their size
    showQuiet(tr("%Ln snapshots, %1", nullptr, static_cast<int>(rows)).arg(sizeText(bytes)), {});
}

void DetailsView::showQuiet(const QString& title, const QString& text)
{
    m_patience.stop();
    m_quiet->setTexts(title, text);
    m_stack->setCurrentWidget(m_quiet);
}

void DetailsView::refresh()
{
    if (m_row == 0)
        return;
    const int request = ++m_request;
    m_engine.details(m_row).then(this, [this, request](const Expected<SnapshotDetails>& details) {
        if (request != m_request)
            return;
        if (details) {
            setDetails(*details);
            return;
        }
        if (m_details.row.id != m_row)
            showQuiet(tr("This snapshot cannot be shown"), {});
        Message message = Message::of(details.error(), {}, {});
        message.step = NextStep::Retry;
        message.other = NextStep::None;
        m_failure->say(message);
    });
}

void DetailsView::setDetails(const SnapshotDetails& details)
{
    m_patience.stop();
    m_failure->clear();
    const bool isSame = details.row.id == m_details.row.id;
    m_row = details.row.id;
    m_details = details;
    if (!isSame) {
        m_cardOf.clear();
        m_newsSaid.clear();
        for (int tab = 0; tab < TabCount; ++tab) {
            ++m_tabRequests[static_cast<size_t>(tab)];
            page(tab)->clear();
        }
    }
    m_isFresh.fill(false);
    m_header->setDetails(details);
    showNews();
    m_stack->setCurrentWidget(m_content);
    loadTab();
}

void DetailsView::showNews()
{
    if (m_details.isPlugged) {
        m_unplugged->clear();
    } else {
        m_unplugged->say({.tint = Tint::Attention,
                          .text = tr("The store “%1” is not plugged in. What it holds stays listed; files and card "
                                     "can be seen when it is back.")
                                      .arg(plainLine(m_details.storeLabel)),
                          .detail = {}});
    }
    const Message news = newsOf(m_details);
    if (news.text == m_newsSaid)
        return;
    m_newsSaid = news.text;
    if (news.text.isEmpty())
        m_news->clear();
    else
        m_news->say(news);
}

template<typename T, typename Show> void DetailsView::ask(Tab tab, Answer<T> answer, Show show)
{
    const int request = ++m_tabRequests[tab];
    page(tab)->showLoading();
    answer.then(this, [this, tab, request, show](const Expected<T>& got) {
        if (request != m_tabRequests[tab])
            return;
        if (got)
            show(*got);
        else
            page(tab)->showError(got.error());
    });
}

void DetailsView::loadTab()
{
    const auto tab = static_cast<Tab>(m_tabs->currentIndex());
    if (m_details.row.id == 0 || m_isFresh[tab])
        return;
    m_isFresh[tab] = true;
    switch (tab) {
    case OverviewTab:
        m_overview->setDetails(m_details);
        loadWatched();
        return;
    case LicenseTab:
        m_license->setDetails(m_details);
        return;
    case FilesTab:
        m_files->showLoading();
        m_files->setDetails(m_details);
        return;
    case CardTab: {
        // Reading and laying it out again would lose the place one reads at.
        const QString state = m_details.record.updatedAt % (m_details.isPlugged ? u"+" : u"-");
        if (state != m_cardOf)
            ask(tab, m_engine.card(m_details.row.id), [this, state](const Card& card) {
                m_cardOf = state;
                setCard(card);
            });
        return;
    }
    case RevisionsTab:
        ask(tab, m_engine.history(m_details.record.repo),
            [this](const QList<RevisionStep>& steps) { setHistory(steps); });
        return;
    case EventsTab:
        ask(tab, m_engine.events({.repo = m_details.record.repo, .limit = mostEvents}),
            [this](const QList<Event>& events) { setEvents(events); });
        return;
    case TabCount:
        return;
    }
}

void DetailsView::setCard(const Card& card)
{
    ++m_tabRequests[CardTab];
    m_card->setCard(card);
}

void DetailsView::setHistory(const QList<RevisionStep>& steps)
{
    ++m_tabRequests[RevisionsTab];
    m_revisions->setHistory(steps, m_details.row.id);
}

void DetailsView::setEvents(const QList<Event>& events)
{
    ++m_tabRequests[EventsTab];
    m_events->setEvents(events);
}

void DetailsView::openNotes()
{
    const Record& record = m_details.record;
    auto* dialog = new NotesDialog(record.repo.id, record.notes, record.ownTags, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NotesDialog::saveRequested, this,
            [this, dialog, row = m_details.row.id](const QString& notes, const QStringList& tags) {
                m_engine.setNotes(row, notes, tags).then(dialog, [this, dialog](const Done& done) {
                    dialog->saved(done);
                    if (done)
                        refresh();
                });
            });
    dialog->open();
}

void DetailsView::loadWatched()
{
    const int asked = ++m_watchedAsked;
    m_engine.watched(m_details.row.repo).then(this, [this, asked](const Expected<WatchRow>& watched) {
        // Where it cannot be said, the rest is shown without it.
        if (asked == m_watchedAsked && watched)
            setWatched(*watched);
    });
}

void DetailsView::setWatched(const WatchRow& watched)
{
    ++m_watchedAsked;
    m_watched = watched;
    m_overview->setWatched(watched, m_engine.settings().watchHours);
}

void DetailsView::openWatch()
{
    auto* dialog = new WatchDialog(m_engine, m_details.row.repo, m_watched.rule, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &WatchDialog::saved, this, &DetailsView::loadWatched);
    dialog->open();
}

DetailsPage* DetailsView::page(int tab) const
{
    return qobject_cast<DetailsPage*>(m_tabs->widget(tab));
}

QUrl DetailsView::hubPage() const
{
    QUrl url = QUrl(m_details.record.endpoint, QUrl::StrictMode);
    if (url.scheme() != "https"_L1 && url.scheme() != "http"_L1)
        url = m_engine.settings().endpoint;
    url.setPath(url.path() % m_details.record.repo.pagePath());
    return url;
}

void DetailsView::retranslate()
{
    m_tabs->setTabText(OverviewTab, tr("Overview"));
    m_tabs->setTabText(CardTab, tr("Card"));
    m_tabs->setTabText(FilesTab, tr("Files"));
    m_tabs->setTabText(RevisionsTab, tr("Revisions"));
    m_tabs->setTabText(EventsTab, tr("Events"));
    m_tabs->setTabText(LicenseTab, tr("License"));
    m_tabs->setAccessibleName(tr("Details"));
    m_header->retranslate();
    if (m_row != 0) {
        m_newsSaid.clear();
        if (m_details.row.id == m_row)
            setDetails(m_details);
        else
            refresh();
    } else if (m_selectedRows > 0) {
        showSelection(m_selectedRows, m_selectedBytes);
    } else {
        showRow(0);
    }
}

void DetailsView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace hugger
