// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/update/updatedialog.h"

#include "ui/update/changesmodel.h"
#include "ui/update/licenseview.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/quietlabel.h"
#include "ui/widgets/words.h"

#include <QtGui/QScreen>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QTreeView>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

QString revisionText(const QString& revision, const QByteArray& commit)
{
    const bool isCommit = !revision.isEmpty() && commit.startsWith(revision.toLatin1());
    return revision.isEmpty() || isCommit ? QString() : plainLine(revision);
}

} // namespace

UpdateDialog::UpdateDialog(Engine& engine, const RepoId& repo, const QString& revision, QWidget* parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_repo(repo)
    , m_revision(revision)
    , m_title(new QLabel(this))
    , m_line(new QuietLabel(this))
    , m_bar(new MessageBar(this))
    , m_pages(new QStackedWidget(this))
    , m_quiet(new EmptyState(u"newer"_s, {}, {}, this))
    , m_content(new QWidget(this))
    , m_warnings(new QVBoxLayout)
    , m_tabs(new QTabWidget(m_content))
    , m_license(new LicenseView(m_tabs))
    , m_changesModel(new ChangesModel(this))
    , m_commitsModel(new CommitsModel(this))
    , m_totals(new QLabel(this))
    , m_update(new QPushButton(themedIcon(u"newer"_s), tr("&Update"), this))
{
    setObjectName(u"updateDialog"_s);
    setWindowTitle(tr("Preview of an update"));
    build();
    const QFontMetrics metrics = fontMetrics();
    resize(QSize(metrics.averageCharWidth() * 100, metrics.height() * 34).boundedTo(screen()->availableSize() * 0.9));
    connect(m_bar, &MessageBar::stepChosen, this, &UpdateDialog::takeStep);
    connect(m_update, &QPushButton::clicked, this, &UpdateDialog::update);
    load();
}

UpdateDialog::~UpdateDialog()
{
    m_stop.request_stop();
}

void UpdateDialog::build()
{
    m_title->setObjectName(u"updateTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_title->setText(plainLine(m_repo.id));
    QFont bold = m_title->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.25);
    m_title->setFont(bold);
    m_line->setObjectName(u"updateLine"_s);
    m_bar->setObjectName(u"updateBar"_s);
    m_quiet->setObjectName(u"updateQuiet"_s);
    m_totals->setObjectName(u"updateTotals"_s);
    m_totals->setTextFormat(Qt::PlainText);
    m_totals->setWordWrap(true);
    m_update->setObjectName(u"updateButton"_s);
    m_tabs->setObjectName(u"updateTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("What changes"));

    m_changes = makeList(m_changesModel, u"updateChanges"_s, tr("Files that change"));
    m_changes->setItemDelegateForColumn(ChangesModel::What, new ChipDelegate(m_changes));
    m_commits = makeList(m_commitsModel, u"updateCommits"_s, tr("Commits"));
    m_commits->setTextElideMode(Qt::ElideRight);

    auto* const content = new QVBoxLayout(m_content);
    content->setContentsMargins({});
    content->addLayout(m_warnings);
    content->addWidget(m_tabs, 1);
    m_pages->addWidget(m_quiet);
    m_pages->addWidget(m_content);

    auto* const buttons = new QDialogButtonBox(this);
    buttons->addButton(m_update, QDialogButtonBox::ActionRole);
    QPushButton* const close = buttons->addButton(tr("&Close"), QDialogButtonBox::RejectRole);
    close->setObjectName(u"updateClose"_s);
    close->setAutoDefault(false);
    m_update->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* const bottom = new QHBoxLayout;
    bottom->addWidget(m_totals, 1);
    bottom->addWidget(buttons, 0, Qt::AlignBottom);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(m_title);
    layout->addWidget(m_line);
    layout->addWidget(m_bar);
    layout->addWidget(m_pages, 1);
    layout->addLayout(bottom);
}

QTreeView* UpdateDialog::makeList(QAbstractItemModel* model, const QString& name, const QString& accessibleName)
{
    auto* const view = new QTreeView(m_tabs);
    view->setObjectName(name);
    view->setAccessibleName(accessibleName);
    view->setFrameShape(QFrame::NoFrame);
    view->setRootIsDecorated(false);
    view->setUniformRowHeights(true);
    view->setAllColumnsShowFocus(true);
    view->setTextElideMode(Qt::ElideMiddle);
    view->setModel(model);
    view->header()->setStretchLastSection(false);
    view->header()->setSectionsMovable(false);
    view->header()->setAccessibleName(tr("Columns"));
    for (int column = 0; column < model->columnCount(); ++column)
        view->header()->setSectionResizeMode(column,
                                             column == 0 ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    new ElidedTooltips(view);
    return view;
}

void UpdateDialog::load()
{
    showLoading();
    const int asked = m_asked;
    m_engine.previewUpdate(m_repo, m_revision, m_stop.get_token())
        .then(this, [this, asked](const Expected<UpdatePreview>& preview) {
            if (asked != m_asked)
                return;
            if (preview)
                setPreview(*preview);
            else
                showError(preview.error());
        });
}

void UpdateDialog::showLoading()
{
    ++m_asked;
    m_isUpdating = false;
    m_bar->clear();
    m_line->setText(tr("Nothing is fetched before you say so."));
    m_quiet->setTexts(tr("Asking the Hub what changed"), tr("This compares every file with what you hold."));
    m_pages->setCurrentWidget(m_quiet);
    m_totals->clear();
    m_update->setVisible(false);
}

void UpdateDialog::showError(const Error& error)
{
    ++m_asked;
    Message message = Message::of(error, m_repo, m_engine.settings().endpoint);
    if (message.step == NextStep::None)
        message.step = NextStep::Retry;
    if (message.step != NextStep::Retry && message.other != NextStep::Retry)
        message.other = NextStep::Retry;
    m_bar->say(message);
    if (m_isUpdating)
        return;
    m_quiet->setTexts(tr("No preview yet"), tr("What you hold stays as it is."));
    m_pages->setCurrentWidget(m_quiet);
    m_update->setVisible(false);
}

void UpdateDialog::setPreview(const UpdatePreview& preview)
{
    ++m_asked;
    m_preview = preview;
    m_bar->clear();
    const QString revision = revisionText(preview.wish.revision, preview.wish.commit);
    const bool isRenamed = !preview.wish.repo.id.isEmpty() && preview.wish.repo.id != m_repo.id;
    m_title->setText(revision.isEmpty() ? plainLine(m_repo.id) : tr("%1 · %2").arg(plainLine(m_repo.id), revision));
    if (preview.isHeld) {
        m_line->setText(tr("Nothing is fetched before you say so."));
        //: %1 a commit
        m_quiet->setTexts(tr("Nothing newer"),
                          tr("The newest commit, %1, is held in full.").arg(shortCommit(preview.wish.commit)));
        m_pages->setCurrentWidget(m_quiet);
        m_totals->clear();
        m_update->setVisible(false);
        return;
    }
    //: Two commits
    const QString way = tr("from %1 to %2").arg(shortCommit(preview.from), shortCommit(preview.wish.commit));
    //: %1 is "from 8f3c21e to 77aa310", %2 the name that the repo has now
    m_line->setText(isRenamed ? tr("%1 · its name is %2 now").arg(way, plainLine(preview.wish.repo.id)) : way);
    showWarnings();

    while (m_tabs->count() > 0)
        m_tabs->removeTab(0);
    m_license->setVisible(false);
    if (preview.license.isAny()) {
        m_license->setChange(preview.license);
        m_tabs->addTab(m_license, tr("&License"));
    }
    m_changesModel->setChanges(preview.changes);
    //: A tab; %1 how many files change
    m_tabs->addTab(m_changes, tr("&Files (%1)").arg(countText(preview.changes.size())));
    m_commitsModel->setCommits(preview.commits);
    if (!preview.commits.isEmpty()) {
        const QString count = countText(preview.commits.size());
        //: A tab; %1 how many commits there are
        m_tabs->addTab(m_commits,
                       preview.hasMoreCommits ? tr("C&ommits (more than %1)").arg(count)
                                              : tr("C&ommits (%1)").arg(count));
    }
    m_tabs->setCurrentIndex(0);
    m_totals->setText(totalsText());
    m_pages->setCurrentWidget(m_content);
    m_update->setVisible(true);
    m_update->setEnabled(true);
    m_update->setFocus();
}

void UpdateDialog::showWarnings()
{
    while (const QLayoutItem* item = m_warnings->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto add = [this](Tint tint, const QString& text) {
        auto* const bar = new MessageBar(m_content);
        m_warnings->addWidget(bar);
        bar->say({.tint = tint, .text = text});
    };
    if (m_preview.license.isAny())
        add(m_preview.license.isStricter ? Tint::Wrong : Tint::Attention, licenseChangeText(m_preview.license));
    if (m_preview.isRewritten) {
        //: %1 a commit
        add(Tint::Attention,
            tr("The history was rewritten upstream: %1, which you hold, is not part of it any more. Keep it: the Hub "
               "may not give it again.")
                .arg(shortCommit(m_preview.from)));
    }
    for (const QString& warning : std::as_const(m_preview.warnings))
        add(Tint::Attention, plainLine(warning));
}

QString UpdateDialog::totalsText() const
{
    int added = 0;
    int changed = 0;
    int removed = 0;
    for (const FileChange& change : m_preview.changes)
        ++(change.kind == FileChange::Kind::Added         ? added
               : change.kind == FileChange::Kind::Removed ? removed
                                                          : changed);
    QStringList parts;
    if (added > 0)
        parts.append(tr("%Ln files added", nullptr, added));
    if (changed > 0)
        parts.append(tr("%Ln files changed", nullptr, changed));
    if (removed > 0)
        parts.append(tr("%Ln files removed", nullptr, removed));
    const QString what = parts.isEmpty() ? tr("No file you chose changes.") : tr("%1.").arg(parts.join(u", "_s));
    const QString fetch = m_preview.fetchFiles == 0
        ? tr("Nothing is to be fetched.")
        //: %1 a size, %2 "3 files", %3 the space left
        : tr("To fetch: %1, %2; after that %3 free.")
              .arg(sizeText(m_preview.fetchBytes), filesText(m_preview.fetchFiles),
                   sizeText(std::max<qint64>(0, m_preview.freeAfter)));
    const QString stays = tr("What you hold stays; the new snapshot comes beside it.");
    //: Three sentences
    return tr("%1 %2\n%3").arg(what, fetch, stays);
}

void UpdateDialog::update()
{
    m_isUpdating = true;
    m_update->setEnabled(false);
    m_bar->clear();
    m_engine.archive(m_preview.wish).then(this, [this](const Expected<Job>& job) {
        m_update->setEnabled(true);
        if (!job) {
            showError(job.error());
            return;
        }
        Q_EMIT updateStarted();
        accept();
    });
}

void UpdateDialog::takeStep(NextStep step)
{
    switch (step) {
    case NextStep::Retry:
        if (m_isUpdating)
            update();
        else
            load();
        break;
    case NextStep::EnterToken:
    case NextStep::ChooseStore:
    case NextStep::NetworkSettings:
        Q_EMIT settingsRequested(step);
        break;
    default:
        break;
    }
}

} // namespace hugger
