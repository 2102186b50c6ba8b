// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/mainwindow.h"

#include <algorithm>

#include <QtGui/QAction>
#include <QtGui/QCloseEvent>
#include <QtGui/QScreen>
#include <QtWidgets/QLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QToolBar>
#include <QtWidgets/QToolButton>

#include "ui/details/detailsview.h"
#include "ui/events/eventsview.h"
#include "ui/mainwindow/librarymodel.h"
#include "ui/mainwindow/librarypane.h"
#include "ui/mainwindow/removals.h"
#include "ui/mainwindow/sidebar.h"
#include "ui/mainwindow/statusline.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/transfers/transferspanel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/windowsettings.h"

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr int layoutVersion = 1;

} // namespace

MainWindow::MainWindow(Engine& engine, WindowSettings& settings, Autostart& autostart, QWidget* parent)
    : QMainWindow(parent)
    , m_engine(engine)
    , m_settings(settings)
    , m_autostart(autostart)
    , m_model(new LibraryModel(this))
    , m_actions(new WindowActions(this))
    , m_removals(new Removals(engine, this))
    , m_sidebar(new Sidebar)
    , m_pane(new LibraryPane(*m_model, settings,
                             {.paste = m_actions->emptyPaste,
                              .add = m_actions->emptySearch,
                              .connectBrowser = m_actions->connectBrowser,
                              .clearSearch = m_actions->clearSearch,
                              .retryOpening = m_actions->retryOpening}))
    , m_events(new EventsView(engine, settings, m_actions->checkAll))
    , m_details(new DetailsView(engine, settings))
    , m_transfers(new TransfersPanel(engine, settings))
    , m_status(new StatusLine(this))
    , m_search(new QLineEdit(this))
    , m_add(new QPushButton(this))
    , m_columns(new QSplitter(Qt::Horizontal, this))
    , m_rows(new QSplitter(Qt::Vertical, this))
{
    setWindowTitle(u"hugger"_s);
    setAcceptDrops(true);
    build();
    connectEngine();
    connectActions();
    connectParts();
    connectWatch();
    connectBundles();
    retranslate();
    updateActions();
    updateTransfers();
    restoreLayout();
    m_pane->table().setFocus();
}

void MainWindow::build()
{
    m_pane->setEvents(m_events);
    m_columns->setObjectName(u"columns"_s);
    m_columns->setChildrenCollapsible(false);
    for (QWidget* part : std::initializer_list<QWidget*>{m_sidebar, m_pane, m_details})
        m_columns->addWidget(part);
    m_columns->setStretchFactor(1, 1);
    m_rows->setObjectName(u"rows"_s);
    m_rows->setChildrenCollapsible(false);
    m_rows->addWidget(m_columns);
    m_rows->addWidget(m_transfers);
    m_rows->setStretchFactor(0, 1);
    setCentralWidget(m_rows);
    setStatusBar(m_status);
    buildToolBar();
    m_actions->fill(*menuBar(), m_pane->table(), m_pane->table().columnActions());

    m_searchAgain.setSingleShot(true);
    m_searchAgain.setInterval(300);
    m_totalsDue.setSingleShot(true);
    m_totalsDue.setInterval(500);
    m_actionsDue.setSingleShot(true);
    m_actionsDue.setInterval(200);
    m_layoutDue.setSingleShot(true);
    m_layoutDue.setInterval(500);
}

void MainWindow::buildToolBar()
{
    auto* const bar = new QToolBar(this);
    bar->setObjectName(u"toolBar"_s);
    bar->setMovable(false);
    bar->setFloatable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    const int icon = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    bar->setIconSize({icon, icon});
    const int gap = fontMetrics().height() / 3;
    bar->layout()->setContentsMargins(gap, gap, gap, gap);
    bar->layout()->setSpacing(gap);

    m_add->setObjectName(u"addButton"_s);
    m_add->setDefault(true);
    m_add->setIcon(m_actions->add->icon());
    connect(m_add, &QPushButton::clicked, m_actions->add, &QAction::trigger);
    bar->addWidget(m_add);
    bar->addAction(m_actions->pauseAll);
    bar->addAction(m_actions->verify);
    for (QAction* action : {m_actions->pauseAll, m_actions->verify}) {
        // Reachable by Tab, as everything is.
        if (QWidget* button = bar->widgetForAction(action))
            button->setFocusPolicy(Qt::TabFocus);
    }

    auto* const space = new QWidget(bar);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(space);
    m_search->setObjectName(u"search"_s);
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(u"search"_s), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(fontMetrics().averageCharWidth() * 24);
    m_search->setMaximumWidth(fontMetrics().averageCharWidth() * 48);
    m_search->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    // What is dropped on it is dropped on the window.
    m_search->setAcceptDrops(false);
    m_search->installEventFilter(this);
    bar->addWidget(m_search);
    addToolBar(bar);
}

void MainWindow::retranslate()
{
    m_actions->setUndo(m_removals->undoText(), m_removals->canUndo());
    m_add->setText(tr("Add…"));
    m_add->setToolTip(m_actions->add->toolTip());
    m_search->setPlaceholderText(tr("Search ids, tags, licenses, cards"));
    m_search->setAccessibleName(tr("Search"));
    if (auto* const bar = findChild<QToolBar*>(u"toolBar"_s))
        bar->setWindowTitle(tr("Tools"));
}

void MainWindow::connectEngine()
{
    connect(&m_engine, &Engine::opened, this, &MainWindow::takeOpened);
    connect(&m_engine, &Engine::rowsLoaded, this, &MainWindow::takeRows);
    connect(&m_engine, &Engine::rowsChanged, this, &MainWindow::takeChanges);
    connect(&m_engine, &Engine::jobsReset, m_model, &LibraryModel::resetJobs);
    connect(&m_engine, &Engine::jobsChanged, m_model, &LibraryModel::changeJobs);
    connect(&m_engine, &Engine::storesChanged, this, &MainWindow::takeStores);
    connect(&m_engine, &Engine::hubReachable, m_status, &StatusLine::setReachable);
    connect(&m_engine, &Engine::settingsChanged, this, &MainWindow::updateTransfers);
    connect(&m_engine, &Engine::trouble, this,
            [this](const Error& error) { say(Message::of(error, {}, m_engine.settings().endpoint)); });
    connect(&m_totalsDue, &QTimer::timeout, this, &MainWindow::updateTotals);
}

void MainWindow::connectParts()
{
    connect(m_sidebar, &Sidebar::filterChosen, this, [this](const LibraryFilter& filter) {
        showPart(filter);
        m_layoutDue.start();
    });
    connect(m_model, &LibraryModel::countsChanged, this, [this] { m_sidebar->setCounts(m_model->counts()); });
    // What is fetched changes all the time, and much may be chosen.
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex& first, const QModelIndex& last) {
        if (!m_actionsDue.isActive() && m_pane->table().isAnyChosen(first.row(), last.row()))
            m_actionsDue.start();
    });
    connect(&m_actionsDue, &QTimer::timeout, this, &MainWindow::updateActions);
    connect(&m_pane->table(), &LibraryTable::choiceChanged, this, &MainWindow::showChoice);
    connect(&m_pane->table(), &LibraryTable::openRequested, this, &MainWindow::openFolder);
    connect(&m_pane->bar(), &MessageBar::stepChosen, this, &MainWindow::takeStep);

    connect(m_search, &QLineEdit::textChanged, this, [this] { search(); });
    connect(&m_searchAgain, &QTimer::timeout, this, &MainWindow::search);

    connect(m_removals, &Removals::said, this, [this](const Message& message) { say(message); });
    connect(m_removals, &Removals::undoChanged, this,
            [this] { m_actions->setUndo(m_removals->undoText(), m_removals->canUndo()); });

    connect(m_details, &DetailsView::removeRequested, this, [this](qint64 id) {
        if (const auto row = m_model->held(id))
            m_removals->remove({*row});
    });
    connect(m_details, &DetailsView::verifyRequested, this, [this](qint64 id) { verify({id}); });
    connect(m_details, &DetailsView::repairRequested, this, [this](qint64 id) { repair({id}); });
    connect(m_details, &DetailsView::rowRequested, this, &MainWindow::chooseRow);
    connect(m_details, &DetailsView::updateRequested, this, &MainWindow::previewUpdate);
    connect(m_details, &DetailsView::archiveRequested, this,
            [this](const RepoLink& link) { openAdd({textOf(link.repo, link.revision)}); });

    connect(&m_transfers->model(), &TransfersModel::summaryChanged, this, &MainWindow::updateTransfers);
    connect(m_transfers, &TransfersPanel::repoRequested, this, &MainWindow::showRepo);
    connect(m_transfers, &TransfersPanel::stepRequested, this, &MainWindow::takeStep);

    connect(m_columns, &QSplitter::splitterMoved, this, [this] { m_layoutDue.start(); });
    connect(m_rows, &QSplitter::splitterMoved, this, [this] {
        if (m_transfers->model().rowCount() > 0)
            m_transfersHeight = m_rows->sizes().last();
        m_layoutDue.start();
    });
    connect(&m_transfers->model(), &QAbstractItemModel::rowsInserted, this, &MainWindow::arrangeTransfers,
            Qt::QueuedConnection);
    connect(&m_transfers->model(), &QAbstractItemModel::rowsRemoved, this, &MainWindow::arrangeTransfers,
            Qt::QueuedConnection);
    connect(&m_layoutDue, &QTimer::timeout, this, &MainWindow::saveLayout);
}

void MainWindow::takeOpened(const Done& done, const QStringList& notices)
{
    if (!done) {
        m_pane->showFailure(done.error());
        return;
    }
    if (!notices.isEmpty())
        say({.tint = Tint::Attention, .text = notices.join(u' ')});
    updateTransfers();
    updateTotals();
    m_events->refresh();
    m_engine.stores().then(this, [this](const Expected<QList<StoreStatus>>& stores) {
        if (stores)
            takeStores(*stores);
    });
}

void MainWindow::takeRows(const QList<HeldRow>& rows, bool first, bool last)
{
    m_model->loadRows(rows, first, last);
    if (last || !rows.isEmpty())
        m_pane->showLibrary();
    if (!last)
        return;
    m_totalsDue.start();
    // The index may have changed with the rows.
    if (m_model->hasFound())
        search();
}

void MainWindow::takeChanges(const QList<HeldRow>& rows, const QList<qint64>& removed)
{
    m_model->changeRows(rows, removed);
    m_totalsDue.start();
    if (m_model->hasFound() && !m_searchAgain.isActive())
        m_searchAgain.start();
    const qint64 only = m_pane->table().chosen().onlyHeld;
    if (std::ranges::contains(rows, only, &HeldRow::id))
        m_details->showRow(only);
}

void MainWindow::takeStores(const QList<StoreStatus>& stores)
{
    m_sidebar->setStores(stores);
    m_model->setStores(stores);
    const LibraryFilter& filter = m_sidebar->filter();
    const bool isKnown =
        std::ranges::any_of(stores, [&](const StoreStatus& store) { return store.identity.id == filter.storeId; });
    if (filter.what == LibraryFilter::What::Store && !isKnown)
        m_sidebar->choose({});
}

void MainWindow::updateTotals()
{
    m_engine.totals().then(this, [this](const Expected<Totals>& totals) {
        if (totals)
            m_status->setTotals(*totals);
    });
}

void MainWindow::updateTransfers()
{
    const TransfersModel::Summary summary = m_transfers->model().summary();
    m_actions->setAllPaused(summary.allPaused,
                            summary.running + summary.waiting + summary.paused + summary.needUser > 0);
    m_actions->clearFinished->setEnabled(m_transfers->model().hasFinished());
    m_status->setRate(summary.rate, m_engine.settings().bandwidth);
}

TransfersModel& MainWindow::transfers()
{
    return m_transfers->model();
}

void MainWindow::saveLayout()
{
    m_layoutDue.stop();
    m_settings.saveState(u"window/geometry"_s, saveGeometry(), layoutVersion);
    m_settings.saveState(u"window/columns"_s, m_columns->saveState(), layoutVersion);
    m_settings.saveState(u"window/transfers"_s, QByteArray::number(m_transfersHeight), layoutVersion);
    QByteArray shown;
    for (const QAction* action : {m_actions->showSidebar, m_actions->showDetails, m_actions->showTransfers})
        shown.append(action->isChecked() ? '1' : '0');
    m_settings.saveState(u"window/shown"_s, shown, layoutVersion);
    m_settings.saveState(u"library/filter"_s, m_sidebar->filter().key().toUtf8(), layoutVersion);
    m_pane->table().saveColumns();
}

void MainWindow::restoreLayout()
{
    if (!restoreGeometry(m_settings.state(u"window/geometry"_s, layoutVersion))) {
        const QFontMetrics metrics = fontMetrics();
        const QSize wanted(metrics.averageCharWidth() * 170, metrics.height() * 44);
        resize(wanted.boundedTo(screen()->availableSize() * 9 / 10));
    }
    m_hasColumns = m_columns->restoreState(m_settings.state(u"window/columns"_s, layoutVersion));
    m_transfersHeight = m_settings.state(u"window/transfers"_s, layoutVersion).toInt();
    const QByteArray shown = m_settings.state(u"window/shown"_s, layoutVersion);
    if (shown.size() == 3) {
        m_actions->showSidebar->setChecked(shown.at(0) == '1');
        m_actions->showDetails->setChecked(shown.at(1) == '1');
        m_actions->showTransfers->setChecked(shown.at(2) == '1');
    }
    const QByteArray filter = m_settings.state(u"library/filter"_s, layoutVersion);
    m_sidebar->choose(LibraryFilter::fromKey(QString::fromUtf8(filter)));
}

void MainWindow::arrangeColumns()
{
    if (std::exchange(m_hasColumns, true))
        return;
    const int sidebar =
        std::max(fontMetrics().averageCharWidth() * 28, std::min(m_sidebar->sizeHint().width(), width() / 5));
    const int details = std::max(width() * 27 / 100, m_details->minimumSizeHint().width());
    m_columns->setSizes({sidebar, width() - sidebar - details, details});
}

void MainWindow::arrangeTransfers()
{
    const bool isEmpty = m_transfers->model().rowCount() == 0;
    if (m_areTransfersOpen == !isEmpty)
        return;
    m_areTransfersOpen = !isEmpty;
    const int whole = m_rows->height();
    // Where there is nothing to see, the table has the room.
    const int open = m_transfersHeight > 0 ? m_transfersHeight : whole / 4;
    const int wanted = isEmpty ? m_transfers->minimumSizeHint().height() : open;
    m_rows->setSizes({whole - wanted, wanted});
}

void MainWindow::bringBack()
{
    // A screen that was there may be gone.
    const QList<QScreen*> screens = QGuiApplication::screens();
    const bool isInSight = std::ranges::any_of(screens, [this](const QScreen* one) {
        const QRect common = one->availableGeometry().intersected(frameGeometry());
        return common.width() > width() / 4 && common.height() > height() / 4;
    });
    if (isInSight || isMaximized() || isFullScreen())
        return;
    const QRect room = QGuiApplication::primaryScreen()->availableGeometry();
    resize(size().boundedTo(room.size()));
    move(room.center() - rect().center());
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    saveLayout();
    event->ignore();
    if (m_isTrayAvailable && m_settings.onClose() == WindowSettings::Close::ToTray) {
        Q_EMIT hideRequested();
        // Who hid it may have explained it.
        m_explainsTray = !m_settings.closeToTrayExplained();
    } else {
        Q_EMIT quitRequested();
    }
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (event->spontaneous())
        return;
    bringBack();
    arrangeColumns();
    arrangeTransfers();
    if (m_explainsTray) {
        m_explainsTray = false;
        m_settings.setCloseToTrayExplained();
        say({.text = tr("hugger went on in the tray while its window was closed. What closing does can be chosen in "
                        "the settings; %1 quits.")
                         .arg(m_actions->quit->shortcut().toString(QKeySequence::NativeText))});
    }
}

void MainWindow::hideEvent(QHideEvent* event)
{
    if (!event->spontaneous())
        saveLayout();
    QMainWindow::hideEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    m_layoutDue.start();
}

void MainWindow::moveEvent(QMoveEvent* event)
{
    QMainWindow::moveEvent(event);
    m_layoutDue.start();
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_actions->retranslate();
        retranslate();
    }
    QMainWindow::changeEvent(event);
}

} // namespace hugger
