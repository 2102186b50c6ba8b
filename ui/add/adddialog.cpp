// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/add/adddialog.h"

#include "ui/add/factspane.h"
#include "ui/add/filespane.h"
#include "ui/add/searchpane.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/storebox.h"
#include "ui/widgets/windowsettings.h"
#include "ui/widgets/words.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtGui/QKeyEvent>
#include <QtGui/QScreen>
#include <QtGui/QShortcut>
#include <QtGui/QStandardItemModel>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr int layoutVersion = 1;
constexpr auto layoutName = "addDialog"_L1;

} // namespace

AddDialog::AddDialog(Engine& engine, QWidget* parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_field(new QLineEdit)
    , m_bar(new MessageBar)
    , m_pages(new QStackedWidget)
    , m_start(new EmptyState(u"add"_s, {}, {}))
    , m_search(new SearchPane)
    , m_back(new QPushButton(tr("&Back to results")))
    , m_facts(new FactsPane)
    , m_files(new FilesPane)
    , m_space(new MessageBar)
    , m_storeLabel(new QLabel)
    , m_store(new QComboBox)
    , m_totals(new QLabel)
    , m_archive(new QPushButton(tr("&Archive")))
{
    setWindowTitle(tr("Add to the archive"));
    build();
    connectAll();
    const QFontMetrics metrics = fontMetrics();
    // Room for all that may come, so that it keeps its size while it fills.
    setMinimumSize(metrics.averageCharWidth() * 72, metrics.height() * 31);
    resize(QSize(metrics.averageCharWidth() * 130, metrics.height() * 38).boundedTo(screen()->availableSize() * 0.9));
    m_engine.stores().then(this, [this](const Expected<QList<StoreStatus>>& stores) {
        if (stores)
            showStores(*stores);
    });
    showStores({});
    startOver();
}

AddDialog::~AddDialog()
{
    m_stop.request_stop();
}

void AddDialog::build()
{
    m_field->setObjectName("addField"_L1);
    m_field->setPlaceholderText(tr("Link, id, or words to search the Hub"));
    m_field->setAccessibleName(tr("Link, id, or words to search the Hub"));
    m_field->setClearButtonEnabled(true);
    m_field->addAction(themedIcon(u"search"_s), QLineEdit::LeadingPosition)->setToolTip(m_field->placeholderText());
    m_field->installEventFilter(this);
    m_bar->setObjectName("messageBar"_L1);
    m_archive->setObjectName("archiveButton"_L1);
    m_totals->setObjectName("totals"_L1);
    m_totals->setTextFormat(Qt::PlainText);
    m_totals->setWordWrap(true);

    m_repo = repoPage();
    m_pages->addWidget(m_start);
    m_pages->addWidget(m_search);
    m_pages->addWidget(m_repo);
    auto* const buttons = new QDialogButtonBox;
    buttons->addButton(m_archive, QDialogButtonBox::AcceptRole);
    auto* const cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setObjectName("cancel"_L1);
    cancel->setAutoDefault(false);
    m_archive->setDefault(true);
    m_archive->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
    auto* const bottom = new QHBoxLayout;
    bottom->addWidget(m_totals, 1);
    bottom->addWidget(buttons);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(m_field);
    layout->addWidget(m_bar);
    layout->addWidget(m_pages, 1);
    layout->addLayout(bottom);
    connect(buttons, &QDialogButtonBox::accepted, this, &AddDialog::archive);
    connect(buttons, &QDialogButtonBox::rejected, this, &AddDialog::reject);
}

QWidget* AddDialog::repoPage()
{
    auto* const page = new QWidget;
    m_back->setObjectName("backToResults"_L1);
    m_back->setAutoDefault(false);
    m_space->setObjectName("spaceBar"_L1);
    m_store->setObjectName("store"_L1);
    m_store->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_storeLabel->setText(tr("St&ore:"));
    m_storeLabel->setBuddy(m_store);
    auto* const storeRow = new QHBoxLayout;
    storeRow->addWidget(m_storeLabel);
    storeRow->addWidget(m_store);
    storeRow->addStretch();
    auto* const layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_back, 0, Qt::AlignLeading);
    layout->addWidget(m_facts);
    layout->addWidget(m_files, 1);
    layout->addWidget(m_space);
    layout->addLayout(storeRow);
    return page;
}

void AddDialog::connectAll()
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(300ms);
    connect(&m_typing, &QTimer::timeout, this, [this] { takeText(Asked::ByTyping); });
    connect(m_field, &QLineEdit::textEdited, &m_typing, qOverload<>(&QTimer::start));
    connect(m_field, &QLineEdit::returnPressed, this, [this] { takeText(Asked::OnPurpose); });
    connect(m_search, &SearchPane::queryChanged, this, [this] { search(m_words); });
    connect(m_search, &SearchPane::moreWanted, this, &AddDialog::searchMore);
    connect(m_search, &SearchPane::chosen, this, [this](const RepoId& repo) {
        RepoLink link;
        link.repo = repo;
        askPreview(link, Asked::OnPurpose);
    });
    connect(m_back, &QPushButton::clicked, this, [this] {
        stopAsking();
        forgetPlan({});
        m_pages->setCurrentWidget(m_search);
        m_search->focusHits();
        // Chosen from the results of before while those of newer words were on their way.
        if (m_areHitsOld)
            search(m_words);
    });
    connect(m_facts, &FactsPane::revisionChosen, this, [this](const QString& revision) { askPlan(revision, {}); });
    connect(m_files, &FilesPane::changed, this, &AddDialog::updateTotals);
    connect(m_store, &QComboBox::activated, this, [this] {
        if (m_plan)
            askPlan(m_plan->wish.revision, m_plan->info.commit);
        else if (m_pages->currentWidget() == m_repo)
            askPlan(m_preview.link.revision, {});
    });
    connect(m_bar, &MessageBar::stepChosen, this, &AddDialog::takeStep);
    connect(m_space, &MessageBar::stepChosen, this, &AddDialog::takeStep);
    connect(&m_engine, &Engine::storesChanged, this, &AddDialog::showStores);
    // Somebody entered the token or mended the proxy: what failed for want of it is asked again.
    connect(&m_engine, &Engine::tokenChanged, this, [this] {
        if (m_bar->message().step != NextStep::None)
            askAgain();
    });
    connect(&m_engine, &Engine::settingsChanged, this, [this] {
        if (m_bar->message().step == NextStep::NetworkSettings || m_bar->message().other == NextStep::NetworkSettings)
            askAgain();
    });
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* const shortcut = new QShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(key)), this);
        connect(shortcut, &QShortcut::activated, m_archive, &QPushButton::click);
    }
}

template<typename T, typename F> void AddDialog::ask(Answer<T> answer, F then)
{
    answer.then(this, [this, asked = m_asked, then = std::move(then)](const Expected<T>& result) {
        if (asked == m_asked)
            then(result);
    });
}

void AddDialog::stopAsking()
{
    m_stop.request_stop();
    m_stop = {};
    ++m_asked;
    m_retry = nullptr;
    m_isRetryOnlyAsking = true;
    m_typing.stop();
    m_bar->clear();
    m_search->stopWaiting();
}

void AddDialog::askAgain()
{
    if (m_retry && m_isRetryOnlyAsking)
        takeStep(NextStep::Retry);
}

QUrl AddDialog::endpoint() const
{
    return m_engine.settings().endpoint;
}

void AddDialog::remember(WindowSettings& settings)
{
    m_settings = &settings;
    if (const QByteArray geometry = settings.state(QString(layoutName), layoutVersion); !geometry.isEmpty())
        restoreGeometry(geometry);
}

void AddDialog::done(int result)
{
    stopAsking();
    if (m_settings)
        m_settings->saveState(QString(layoutName), saveGeometry(), layoutVersion);
    QDialog::done(result);
}

void AddDialog::begin(const QString& text)
{
    m_field->setText(text.trimmed());
    m_field->setFocus(Qt::OtherFocusReason);
    takeText(Asked::OnPurpose);
}

void AddDialog::takeText(Asked asked)
{
    const QString text = m_field->text().trimmed();
    stopAsking();
    if (text.isEmpty()) {
        startOver();
        return;
    }
    const bool isAddress = text.contains("://"_L1);
    const auto link = parseLink(text, endpoint());
    if (link && (text.contains(u'/') || asked == Asked::OnPurpose)) {
        askPreview(*link, asked);
    } else if (isAddress) {
        startOver();
        if (asked == Asked::OnPurpose)
            showError(link.error());
    } else {
        search(text);
    }
}

void AddDialog::startOver()
{
    m_words.clear();
    m_back->hide();
    forgetPlan({});
    m_start->setTexts(tr("What do you want to keep?"),
                      tr("Paste a link to a model, a dataset or a space, type its id, or search the Hub."));
    m_pages->setCurrentWidget(m_start);
}

void AddDialog::search(const QString& words)
{
    stopAsking();
    m_words = words;
    forgetPlan({});
    m_pages->setCurrentWidget(m_search);
    m_search->showSearching();
    m_areHitsOld = m_search->hasHits();
    m_retry = [this, words] { search(words); };
    HubQuery query = m_search->query();
    query.words = words;
    ask(m_engine.search(query, m_stop.get_token()), [this](const Expected<SearchPage>& page) {
        if (page) {
            showResults(*page, true);
            return;
        }
        m_areHitsOld = false;
        m_search->showNothing();
        showError(page.error());
    });
}

void AddDialog::searchMore(const QUrl& page)
{
    HubQuery query = m_search->query();
    query.words = m_words;
    query.page = page;
    m_retry = [this, page] { searchMore(page); };
    ask(m_engine.search(query, m_stop.get_token()), [this](const Expected<SearchPage>& more) {
        if (more) {
            showResults(*more, false);
            return;
        }
        m_search->stopWaiting();
        showError(more.error());
    });
}

void AddDialog::showResults(const SearchPage& page, bool isFirst)
{
    ++m_asked;
    m_bar->clear();
    m_pages->setCurrentWidget(m_search);
    m_areHitsOld = false;
    m_search->showPage(page, isFirst, m_words);
    m_back->setVisible(m_search->hasHits());
}

void AddDialog::askPreview(const RepoLink& link, Asked asked)
{
    stopAsking();
    forgetPlan({});
    m_start->setTexts(tr("Asking the Hub"), plainLine(link.repo.display()));
    m_pages->setCurrentWidget(m_start);
    m_retry = [this, link] { askPreview(link, Asked::OnPurpose); };
    ask(m_engine.preview(link, m_stop.get_token()), [this, link, asked](const Expected<RepoPreview>& preview) {
        if (preview) {
            showPreview(*preview);
            return;
        }
        // Half an id, or a word: the search may know what is meant.
        if (preview.error().kind == ErrorKind::NotFound && link.path.isEmpty()
            && (asked == Asked::ByTyping || !link.repo.id.contains(u'/'))) {
            search(m_field->text().trimmed());
            return;
        }
        m_preview = {};
        m_preview.link = link;
        m_preview.info.repo = link.repo;
        if (m_search->hasHits() && !m_words.isEmpty())
            m_pages->setCurrentWidget(m_search);
        else
            startOver();
        showError(preview.error());
    });
}

void AddDialog::showPreview(const RepoPreview& preview)
{
    m_bar->clear();
    m_preview = preview;
    m_facts->showPreview(preview, endpoint());
    m_pages->setCurrentWidget(m_repo);
    askPlan(preview.link.revision, {});
}

void AddDialog::askPlan(const QString& revision, const QByteArray& commit)
{
    stopAsking();
    ArchiveWish wish;
    wish.repo = m_preview.info.repo;
    wish.revision = revision;
    wish.commit = commit;
    wish.store = m_store->currentData().toString();
    // The same commit for another store: the files stay on view.
    if (commit.isEmpty())
        forgetPlan(tr("Asking the Hub which files there are."));
    m_isPlanning = true;
    m_archive->setEnabled(false);
    m_totals->setText(tr("Working out what there is to fetch."));
    m_retry = [this, revision, commit] { askPlan(revision, commit); };
    ask(m_engine.plan(wish, m_stop.get_token()), [this](const Expected<std::shared_ptr<const Plan>>& plan) {
        if (plan) {
            showPlan(*plan);
            return;
        }
        showError(plan.error());
    });
}

void AddDialog::forgetPlan(const QString& text)
{
    m_plan.reset();
    m_isPlanning = false;
    m_files->showText(text);
    m_space->clear();
    m_totals->clear();
    m_archive->setEnabled(false);
}

void AddDialog::showPlan(const std::shared_ptr<const Plan>& plan)
{
    ++m_asked;
    m_bar->clear();
    m_plan = plan;
    m_facts->showPlan(*plan);
    const auto made = QtConcurrent::run([plan] {
        return std::pair(std::make_shared<const FileChoice>(plan),
                         std::make_shared<const PlanTree>(PlanTree::of(*plan)));
    });
    using Made = std::pair<std::shared_ptr<const FileChoice>, std::shared_ptr<const PlanTree>>;
    QFuture<Made>(made).then(this, [this, asked = m_asked](const Made& files) {
        if (asked == m_asked)
            showFiles(files.first, files.second);
    });
}

void AddDialog::showFiles(const std::shared_ptr<const FileChoice>& choice, const std::shared_ptr<const PlanTree>& tree)
{
    m_isPlanning = false;
    const QString path = m_preview.link.path;
    m_files->show(choice, tree, path, m_preview.link.isFolder);
    if (!path.isEmpty() && choice->below(path).count(true) == 0) {
        Message message;
        message.tint = Tint::Attention;
        message.text = tr("There is no %1 at this revision.").arg(plainLine(path));
        m_bar->say(message);
    }
}

void AddDialog::showStores(const QList<StoreStatus>& stores)
{
    m_stores = stores;
    hugger::showStores(*m_store, stores);
    // The first archive makes the first store.
    m_store->setVisible(!stores.isEmpty());
    m_storeLabel->setVisible(!stores.isEmpty());
    if (m_plan)
        updateTotals();
}

void AddDialog::showError(const Error& error)
{
    ++m_asked;
    if (m_isPlanning) {
        // Files of the same commit stay on view, with their ticks, for the next try.
        m_totals->clear();
        if (!m_files->choice())
            m_files->showText({});
    }
    if (error.kind == ErrorKind::Interrupted)
        return;
    m_bar->say(Message::of(error, m_preview.info.repo.id.isEmpty() ? std::nullopt : std::optional(m_preview.info.repo),
                           endpoint()));
}

void AddDialog::takeStep(NextStep step)
{
    switch (step) {
    case NextStep::Retry:
        if (const auto retry = m_retry)
            retry();
        break;
    case NextStep::ChooseStore:
        if (m_pages->currentWidget() == m_repo && m_store->count() > 1) {
            m_store->setFocus(Qt::OtherFocusReason);
            m_store->showPopup();
        } else {
            Q_EMIT settingsRequested(step);
        }
        break;
    case NextStep::EnterToken:
    case NextStep::NetworkSettings:
        Q_EMIT settingsRequested(step);
        break;
    default:
        break;
    }
}

void AddDialog::updateTotals()
{
    const auto& choice = m_files->choice();
    if (!choice || m_isPlanning)
        return;
    const StoreStatus* const store = storeOf(m_stores, choice->plan().wish.store);
    const ChoiceTotals totals = choice->totals(m_files->ticks(), store ? store->totalBytes : -1);
    QStringList sentences;
    if (totals.files == 0) {
        sentences.append(tr("Nothing is ticked."));
    } else if (totals.fetchFiles == 0) {
        sentences.append(tr("Nothing to fetch: %1 are held already.").arg(filesText(totals.files)));
    } else {
        //: %1 is a size, %2 is "3 files"
        sentences.append(tr("To fetch: %1, %2.").arg(sizeText(totals.fetchBytes), filesText(totals.fetchFiles)));
        if (totals.heldBytes > 0)
            sentences.append(tr("%1 held already.").arg(sizeText(totals.heldBytes)));
        if (totals.lackingBytes == 0)
            //: How much space is left on the disk of the store; %1 is a size
            sentences.append(tr("After that %1 free.").arg(sizeText(totals.freeAfter)));
    }
    m_totals->setText(sentences.join(u' '));
    m_totals->setToolTip(exactBytesText(totals.fetchBytes));
    if (totals.lackingBytes > 0) {
        Message message;
        message.tint = Tint::Attention;
        //: %1 is a size
        message.text = tr("This does not fit: %1 more are needed. Free some space, tick fewer files, or choose another "
                          "store.")
                           .arg(sizeText(totals.lackingBytes));
        if (m_store->count() > 1)
            message.step = NextStep::ChooseStore;
        if (m_space->message().text != message.text)
            m_space->say(message);
    } else {
        m_space->clear();
    }
    m_archive->setEnabled(totals.files > 0 && totals.lackingBytes == 0 && !m_isArchiving);
}

void AddDialog::archive()
{
    if (!m_archive->isEnabled() || !m_plan || !m_files->choice())
        return;
    setArchiving(true);
    // A revision somebody just typed is asked for when its field loses the focus: there is no plan of it yet.
    if (!m_plan) {
        setArchiving(false);
        return;
    }
    ArchiveWish wish = m_plan->wish;
    wish.repo = m_plan->info.repo;
    wish.commit = m_plan->info.commit;
    m_retry = [this] { archive(); };
    m_isRetryOnlyAsking = false;
    const int asked = m_asked;
    QtConcurrent::run(m_files->selectionMaker()).then(this, [this, wish, asked](const Selection& selection) mutable {
        if (asked != m_asked) {
            setArchiving(false);
            return;
        }
        wish.selection = selection;
        // Not ask(): from here on it is the engine's, and told whatever was asked meanwhile.
        m_engine.archive(wish).then(this, [this, asked](const Expected<Job>& job) {
            setArchiving(false);
            if (!job) {
                showError(job.error());
                return;
            }
            Q_EMIT archiveStarted(*job);
            // A link that came in meanwhile, or closing it, has the dialog by now.
            if (asked == m_asked)
                accept();
        });
    });
}

void AddDialog::setArchiving(bool isArchiving)
{
    m_isArchiving = isArchiving;
    if (isArchiving) {
        m_typing.stop();
        m_focusBefore = focusWidget();
        m_archive->setEnabled(false);
    }
    m_field->setEnabled(!isArchiving);
    m_pages->setEnabled(!isArchiving);
    if (isArchiving)
        return;
    updateTotals();
    if (m_focusBefore && m_focusBefore->isEnabled())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

void AddDialog::keyPressEvent(QKeyEvent* event)
{
    // Enter in a field or a list means that field or list, and not the whole dialog.
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const QWidget* const focus = focusWidget();
    if (isEnter && (qobject_cast<const QLineEdit*>(focus) || qobject_cast<const QAbstractItemView*>(focus))) {
        event->accept();
        return;
    }
    QDialog::keyPressEvent(event);
}

bool AddDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto* const key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Down && m_pages->currentWidget() == m_search) {
            m_search->focusHits();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace hugger
