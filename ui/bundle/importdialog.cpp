// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/bundle/importdialog.h"

#include "ui/widgets/delegates.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/quietlabel.h"
#include "ui/widgets/storebox.h"
#include "ui/widgets/words.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtGui/QScreen>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTreeWidget>
#include <QtWidgets/QVBoxLayout>

#include <array>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hugger {

namespace {

constexpr auto typingPause = 300ms;

enum Column { Snapshot, Revision, Files, Size, License, ColumnCount };

QString revisionText(const BundledSnapshot& snapshot)
{
    QStringList parts;
    const QString& revision = snapshot.revision;
    if (!revision.isEmpty() && !snapshot.key.commit.startsWith(revision.toLatin1()))
        parts.append(plainLine(revision));
    if (!snapshot.key.commit.isEmpty())
        parts.append(shortCommit(snapshot.key.commit));
    return parts.join(u" · "_s);
}

} // namespace

ImportDialog::ImportDialog(Engine& engine, const QString& source, QWidget* parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_source(new QLineEdit(this))
    , m_file(new QPushButton(tr("&File…"), this))
    , m_folder(new QPushButton(tr("F&older…"), this))
    , m_bar(new MessageBar(this))
    , m_pages(new QStackedWidget(this))
    , m_quiet(new EmptyState(u"import"_s, {}, {}, this))
    , m_content(new QWidget(this))
    , m_facts(new QLabel(m_content))
    , m_needs(new MessageBar(m_content))
    , m_list(makeList())
    , m_nameRow(new QWidget(m_content))
    , m_kind(new QComboBox(m_nameRow))
    , m_name(new QLineEdit(m_nameRow))
    , m_nameHint(new QuietLabel(m_nameRow))
    , m_storeRow(new QWidget(this))
    , m_store(new QComboBox(m_storeRow))
    , m_totals(new QLabel(this))
    , m_import(new QPushButton(themedIcon(u"import"_s), tr("&Import"), this))
{
    setObjectName(u"importDialog"_s);
    setWindowTitle(tr("Import"));
    build();
    const QFontMetrics metrics = fontMetrics();
    resize(QSize(metrics.averageCharWidth() * 96, metrics.height() * 28).boundedTo(screen()->availableSize() * 0.9));

    connect(m_file, &QPushButton::clicked, this, [this] { browse(false); });
    connect(m_folder, &QPushButton::clicked, this, [this] { browse(true); });
    // A path that was pasted is looked at while the field still has the focus: the button waits for that.
    m_typed.setSingleShot(true);
    m_typed.setInterval(typingPause);
    const auto lookAtTyped = [this] {
        if (this->source() != m_seen)
            look();
    };
    connect(m_source, &QLineEdit::textEdited, &m_typed, qOverload<>(&QTimer::start));
    connect(&m_typed, &QTimer::timeout, this, lookAtTyped);
    connect(m_source, &QLineEdit::editingFinished, this, lookAtTyped);
    connect(m_name, &QLineEdit::textChanged, this, &ImportDialog::update);
    connect(m_store, &QComboBox::activated, this, &ImportDialog::update);
    connect(m_bar, &MessageBar::stepChosen, this, [this](NextStep step) {
        if (step == NextStep::Retry)
            look();
        else
            Q_EMIT settingsRequested(step);
    });
    connect(&m_engine, &Engine::storesChanged, this, &ImportDialog::showStores);
    m_engine.stores().then(this, [this](const Expected<QList<StoreStatus>>& stores) {
        if (stores)
            showStores(*stores);
    });
    setSource(source);
}

ImportDialog::~ImportDialog()
{
    // Focus leaves a field when the dialog's base goes, and the field says so.
    m_source->disconnect(this);
}

void ImportDialog::build()
{
    m_source->setObjectName(u"importSource"_s);
    m_source->setAccessibleName(tr("What to import"));
    m_source->setPlaceholderText(tr("A file or a folder"));
    m_source->setLayoutDirection(Qt::LeftToRight);
    m_file->setObjectName(u"importFile"_s);
    m_folder->setObjectName(u"importFolder"_s);
    m_file->setAutoDefault(false);
    m_folder->setAutoDefault(false);
    m_bar->setObjectName(u"importBar"_s);
    m_quiet->setObjectName(u"importQuiet"_s);
    m_facts->setObjectName(u"importFacts"_s);
    m_needs->setObjectName(u"importNeeds"_s);
    m_kind->setObjectName(u"importKind"_s);
    m_name->setObjectName(u"importName"_s);
    m_store->setObjectName(u"importStore"_s);
    m_totals->setObjectName(u"importTotals"_s);
    m_import->setObjectName(u"importButton"_s);
    for (QLabel* const label : {m_facts, m_totals}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }

    auto* const sourceRow = new QHBoxLayout;
    auto* const sourceLabel = new QLabel(tr("F&rom:"), this);
    sourceLabel->setBuddy(m_source);
    sourceRow->addWidget(sourceLabel);
    sourceRow->addWidget(m_source, 1);
    sourceRow->addWidget(m_file);
    sourceRow->addWidget(m_folder);

    for (const RepoKind kind : {RepoKind::Model, RepoKind::Dataset, RepoKind::Space})
        m_kind->addItem(kindText(kind), static_cast<int>(kind));
    m_kind->setAccessibleName(tr("Kind"));
    m_name->setLayoutDirection(Qt::LeftToRight);
    m_nameHint->setText(tr("It does not say what it is: it is kept under this name, as nobody's on the Hub."));
    auto* const nameLabel = new QLabel(tr("&Name:"), m_nameRow);
    nameLabel->setBuddy(m_name);
    auto* const nameLine = new QHBoxLayout;
    nameLine->addWidget(nameLabel);
    nameLine->addWidget(m_kind);
    nameLine->addWidget(m_name, 1);
    auto* const nameBox = new QVBoxLayout(m_nameRow);
    nameBox->setContentsMargins({});
    nameBox->addLayout(nameLine);
    nameBox->addWidget(m_nameHint);

    auto* const content = new QVBoxLayout(m_content);
    content->setContentsMargins({});
    content->addWidget(m_facts);
    content->addWidget(m_needs);
    content->addWidget(m_list, 1);
    content->addWidget(m_nameRow);
    m_pages->addWidget(m_quiet);
    m_pages->addWidget(m_content);

    auto* const storeRow = new QHBoxLayout(m_storeRow);
    storeRow->setContentsMargins({});
    auto* const storeLabel = new QLabel(tr("&Store:"), m_storeRow);
    storeLabel->setBuddy(m_store);
    m_store->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    storeRow->addWidget(storeLabel);
    storeRow->addWidget(m_store);
    storeRow->addStretch();

    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_import, QDialogButtonBox::AcceptRole);
    m_import->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ImportDialog::start);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* const layout = new QVBoxLayout(this);
    layout->addLayout(sourceRow);
    layout->addWidget(m_bar);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_storeRow);
    layout->addWidget(m_totals);
    layout->addWidget(buttons);
    setTabOrder({m_source, m_file, m_folder, m_list, m_kind, m_name, m_store});
}

QTreeWidget* ImportDialog::makeList()
{
    auto* const list = new QTreeWidget(m_content);
    list->setObjectName(u"importList"_s);
    list->setAccessibleName(tr("Snapshots in it"));
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setAllColumnsShowFocus(true);
    list->setTextElideMode(Qt::ElideMiddle);
    list->setSelectionMode(QAbstractItemView::NoSelection);
    list->setHeaderLabels({tr("Snapshot"), tr("Revision"), tr("Files"), tr("Size"), tr("License")});
    list->header()->setStretchLastSection(false);
    list->header()->setSectionsMovable(false);
    list->header()->setAccessibleName(tr("Columns"));
    for (int column = 0; column < ColumnCount; ++column) {
        list->header()->setSectionResizeMode(column,
                                             column == Snapshot ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    }
    for (const int column : {Files, Size})
        list->headerItem()->setTextAlignment(column, Qt::AlignTrailing | Qt::AlignVCenter);
    new ElidedTooltips(list);
    return list;
}

QString ImportDialog::source() const
{
    const QString text = QDir::fromNativeSeparators(m_source->text().trimmed());
    return text.isEmpty() ? text : QDir::cleanPath(text);
}

void ImportDialog::setSource(const QString& source)
{
    m_source->setText(QDir::toNativeSeparators(source));
    look();
}

bool ImportDialog::isNamed() const
{
    return m_look && m_look->kind != BundleLook::Kind::Bundle;
}

ImportWish ImportDialog::wish() const
{
    ImportWish wish{.source = source(), .storeId = m_store->currentData().toString(), .as = {}};
    if (isNamed()) {
        const auto kind = static_cast<RepoKind>(m_kind->currentData().toInt());
        if (const auto repo = RepoId::make(kind, m_name->text().trimmed()))
            wish.as = *repo;
    }
    return wish;
}

void ImportDialog::look()
{
    const int asked = ++m_asked;
    m_look.reset();
    m_seen = source();
    m_bar->clear();
    m_pages->setCurrentWidget(m_quiet);
    if (m_seen.isEmpty()) {
        m_quiet->setTexts(tr("Choose what to import"),
                          tr("A file or folder that hugger exported, a bag of another BagIt tool, or a folder of "
                             "files. Of one that is split, the piece that ends in .001."));
        update();
        return;
    }
    m_quiet->setTexts(tr("Looking into it"), tr("Nothing is let in before you say so."));
    update();
    if (!QDir::isAbsolutePath(m_seen)) {
        m_bar->say({.tint = Tint::Attention,
                    .text = tr("Choose a file or a folder by its path from the top, as the buttons give it.")});
        m_quiet->setTexts(tr("Nothing chosen yet"), {});
        return;
    }
    m_engine.lookIntoBundle({.source = m_seen, .storeId = {}, .as = {}})
        .then(this, [this, asked](const Expected<BundleLook>& look) {
            if (asked != m_asked)
                return;
            if (look)
                setLook(*look);
            else
                showError(look.error());
        });
}

void ImportDialog::setLook(const BundleLook& look)
{
    ++m_asked;
    m_look = look;
    m_bar->clear();
    m_facts->setText(factsText());
    if (look.neededBytes > 0) {
        m_needs->say({.tint = Tint::Attention,
                      //: %1 a size
                      .text = tr("%1 were left out of it, because this side said it holds them. It can be imported "
                                 "only while that is so.")
                                  .arg(sizeText(look.neededBytes))});
    } else {
        m_needs->clear();
    }
    fillList();
    m_nameRow->setVisible(isNamed());
    if (isNamed() && !look.snapshots.isEmpty()) {
        const RepoId& repo = look.snapshots.constFirst().key.repo;
        m_kind->setCurrentIndex(std::max(0, m_kind->findData(static_cast<int>(repo.kind))));
        m_name->setText(repo.id);
    }
    m_pages->setCurrentWidget(m_content);
    update();
}

void ImportDialog::fillList()
{
    m_list->clear();
    QList<QTreeWidgetItem*> items;
    for (const BundledSnapshot& snapshot : std::as_const(m_look->snapshots)) {
        auto* const item = new QTreeWidgetItem;
        const QString id = plainLine(snapshot.key.repo.id);
        item->setText(Snapshot,
                      snapshot.key.repo.kind == RepoKind::Model
                          ? id
                          //: A repo that is no model: its id and its kind
                          : tr("%1 · %2").arg(id, kindText(snapshot.key.repo.kind)));
        item->setText(Revision, revisionText(snapshot));
        //: How many files; not all the commit has
        item->setText(
            Files, snapshot.isComplete ? countText(snapshot.files) : tr("%1, partial").arg(countText(snapshot.files)));
        item->setText(Size, sizeText(snapshot.bytes));
        item->setText(License, plainLine(snapshot.license));
        for (const int column : {Files, Size})
            item->setTextAlignment(column, Qt::AlignTrailing | Qt::AlignVCenter);
        items.append(item);
    }
    m_list->addTopLevelItems(items);
    if (!items.isEmpty())
        m_list->setCurrentItem(items.constFirst());
}

QString ImportDialog::factsText() const
{
    const BundleLook& look = *m_look;
    QStringList facts;
    switch (look.kind) {
    case BundleLook::Kind::Bundle: {
        const QString on = dateText(secondsOf(look.madeAt));
        const QString by = plainLine(look.madeBy);
        if (!by.isEmpty()) {
            //: What made it, and when: "Exported by hugger 0.5, 3 Nov 2026"
            facts.append(on.isEmpty() ? tr("Exported by %1").arg(by) : tr("Exported by %1, %2").arg(by, on));
        }
        break;
    }
    case BundleLook::Kind::Bag:
        facts.append(tr("A bag of another BagIt tool"));
        break;
    case BundleLook::Kind::Plain:
        facts.append(look.format == BundleFormat::Folder ? tr("A folder of files") : tr("An archive of files"));
        break;
    }
    facts.append(tr("%Ln snapshots", nullptr, static_cast<int>(look.snapshots.size())));
    if (look.payloadFiles >= 0)
        facts.append(filesText(look.payloadFiles));
    if (look.payloadBytes >= 0)
        facts.append(sizeText(look.payloadBytes));
    return facts.join(u" · "_s);
}

void ImportDialog::showError(const Error& error)
{
    ++m_asked;
    m_look.reset();
    Message message = Message::of(error, {}, {});
    message.step = NextStep::Retry;
    message.other = NextStep::None;
    m_bar->say(message);
    m_quiet->setTexts(tr("This cannot be imported"), tr("What you hold stays as it is."));
    m_pages->setCurrentWidget(m_quiet);
    update();
}

void ImportDialog::showStores(const QList<StoreStatus>& stores)
{
    m_stores = stores;
    hugger::showStores(*m_store, stores);
    // The first import makes the first store.
    m_storeRow->setVisible(!stores.isEmpty());
    update();
}

void ImportDialog::update()
{
    const bool isRightlyNamed = !isNamed() || wish().as.has_value();
    m_import->setEnabled(!m_isBusy && m_look && !m_look->snapshots.isEmpty() && isRightlyNamed);
    if (!m_look) {
        m_totals->clear();
        return;
    }
    if (!isRightlyNamed) {
        m_totals->setText(tr("Give it a name of letters, digits, “-”, “_” and “.”, as in org/name."));
        return;
    }
    QStringList sentences{tr("Nothing of this is proved yet. The import computes every hash first, and lets in what "
                             "is right or nothing at all.")};
    const StoreStatus* const store = storeOf(m_stores, m_store->currentData().toString());
    const qint64 after = store != nullptr && store->freeBytes >= 0 && m_look->payloadBytes >= 0
        ? store->freeBytes - m_look->payloadBytes
        : -1;
    if (after >= 0)
        sentences.append(tr("After that %1 free.").arg(sizeText(after)));
    else if (store != nullptr && store->freeBytes >= 0 && m_look->payloadBytes > store->freeBytes)
        sentences.append(
            tr("It does not fit: %1 more are needed.").arg(sizeText(m_look->payloadBytes - store->freeBytes)));
    m_totals->setText(sentences.join(u' '));
}

void ImportDialog::browse(bool isFolder)
{
    const QString now = source();
    auto* const dialog = new QFileDialog(this, isFolder ? tr("Folder to import") : tr("File to import"),
                                         now.isEmpty() ? QDir::homePath() : QFileInfo(now).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(isFolder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    dialog->setOption(QFileDialog::ShowDirsOnly, isFolder);
    connect(dialog, &QFileDialog::fileSelected, this, &ImportDialog::setSource);
    dialog->open();
}

void ImportDialog::start()
{
    if (source() != m_seen) {
        look();
        return;
    }
    if (!m_import->isEnabled())
        return;
    m_isBusy = true;
    m_bar->clear();
    update();
    m_engine.importBundle(wish()).then(this, [this](const Expected<Job>& job) {
        m_isBusy = false;
        update();
        if (!job) {
            Message message = Message::of(job.error(), {}, {});
            message.other = NextStep::None;
            if (message.step != NextStep::ChooseStore) // the Import button is the next step
                message.step = NextStep::None;
            m_bar->say(message);
            return;
        }
        Q_EMIT importStarted(job->id);
        accept();
    });
}

} // namespace hugger
