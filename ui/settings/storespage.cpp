// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/storespage.h"

#include "ui/settings/addstoredialog.h"
#include "ui/settings/storesmodel.h"
#include "ui/widgets/delegates.h"

#include <QtGui/QDesktopServices>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QInputDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTreeView>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr int spaceLetters = 30;

} // namespace

StoresPage::StoresPage(Engine& engine, QWidget* parent)
    : SettingsPage(parent)
    , m_engine(engine)
    , m_model(new StoresModel(this))
    , m_view(new QTreeView(this))
    , m_add(makeButton(tr("&Add store…"), u"addStore"_s, &StoresPage::add))
    , m_rename(makeButton(tr("&Rename…"), u"renameStore"_s, &StoresPage::rename))
    , m_default(makeButton(tr("Make &default"), u"defaultStore"_s, &StoresPage::makeDefault))
    , m_open(makeButton(tr("&Open folder"), u"openStore"_s, &StoresPage::openFolder))
{
    m_view->setObjectName(u"storesView"_s);
    m_view->setAccessibleName(tr("Stores"));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto* const twoLines = new TwoLineDelegate(this);
    auto* const chips = new ChipDelegate(this);
    m_view->setItemDelegateForColumn(StoresModel::StoreColumn, twoLines);
    m_view->setItemDelegateForColumn(StoresModel::HeldColumn, twoLines);
    m_view->setItemDelegateForColumn(StoresModel::StateColumn, chips);
    m_view->setItemDelegateForColumn(StoresModel::SpaceColumn, chips);
    new ElidedTooltips(m_view);
    QHeaderView* const columns = m_view->header();
    columns->setStretchLastSection(false);
    columns->setSectionsMovable(false);
    columns->setSectionResizeMode(QHeaderView::ResizeToContents);
    columns->setSectionResizeMode(StoresModel::StoreColumn, QHeaderView::Stretch);
    // A bar needs no more room the longer its words are.
    columns->setSectionResizeMode(StoresModel::SpaceColumn, QHeaderView::Interactive);
    columns->resizeSection(StoresModel::SpaceColumn, spaceLetters * fontMetrics().averageCharWidth());

    content()->addWidget(makeHint(tr("A store is a folder that holds archived files and opens without hugger, too. New "
                                     "archives go to the default one.")));
    content()->addWidget(m_view, 1);
    auto* const buttons = new QHBoxLayout;
    for (QPushButton* const button : {m_add, m_rename, m_default, m_open})
        buttons->addWidget(button);
    buttons->addStretch();
    content()->addLayout(buttons);
    setTabOrder({m_view, m_add, m_rename, m_default, m_open});

    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &StoresPage::updateButtons);
    connect(m_model, &StoresModel::dataChanged, this, &StoresPage::updateButtons);
    connect(m_model, &StoresModel::modelReset, this, &StoresPage::updateButtons);
    connect(m_view, &QTreeView::activated, this, &StoresPage::openFolder);
    connect(&engine, &Engine::storesChanged, this, &StoresPage::setStores);
    updateButtons();
}

void StoresPage::showEvent(QShowEvent* event)
{
    SettingsPage::showEvent(event);
    // Now, not when it is made: an answer may come at once, and somebody has to hear when it is a refusal.
    m_engine.stores().then(this, [this](const Expected<QList<StoreStatus>>& stores) {
        if (stores)
            setStores(*stores);
        else
            Q_EMIT refused(stores.error());
    });
}

QPushButton* StoresPage::makeButton(const QString& text, const QString& name, void (StoresPage::*slot)())
{
    auto* const button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, slot);
    return button;
}

void StoresPage::setStores(const QList<StoreStatus>& stores)
{
    const StoreStatus* const before = chosen();
    const bool hadChoice = before;
    const QString id = before ? before->identity.id : QString();
    m_model->setStores(stores);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const StoreStatus& store = m_model->store(row);
        if (hadChoice ? store.identity.id == id : store.isDefault)
            m_view->setCurrentIndex(m_model->index(row, 0));
    }
}

const StoreStatus* StoresPage::chosen() const
{
    const QModelIndex index = m_view->currentIndex();
    return index.isValid() ? &m_model->store(index.row()) : nullptr;
}

void StoresPage::updateButtons()
{
    const StoreStatus* const store = chosen();
    m_rename->setEnabled(store);
    m_default->setEnabled(store && !store->isDefault);
    m_open->setEnabled(store && store->isPlugged);
}

void StoresPage::watch(Answer<void> answer)
{
    answer.then(this, [this](const Done& done) {
        if (done)
            Q_EMIT applied();
        else
            Q_EMIT refused(done.error());
    });
}

void StoresPage::add()
{
    auto* const dialog = new AddStoreDialog(m_engine, this);
    dialog->open();
}

void StoresPage::rename()
{
    const StoreStatus* const store = chosen();
    if (!store)
        return;
    auto* const dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"renameStoreDialog"_s);
    dialog->setWindowTitle(tr("Rename store"));
    dialog->setLabelText(tr("Label:"));
    dialog->setTextValue(store->identity.label);
    dialog->setOkButtonText(tr("Rename"));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, id = store->identity.id](const QString& label) { watch(m_engine.renameStore(id, label)); });
    dialog->open();
}

void StoresPage::makeDefault()
{
    if (const StoreStatus* const store = chosen())
        watch(m_engine.setDefaultStore(store->identity.id));
}

void StoresPage::openFolder()
{
    if (const StoreStatus* const store = chosen(); store && store->isPlugged)
        QDesktopServices::openUrl(QUrl::fromLocalFile(store->folder));
}

} // namespace hugger
