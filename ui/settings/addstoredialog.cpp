// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/addstoredialog.h"

#include "ui/widgets/messagebar.h"

#include <QtCore/QDir>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr int fieldLetters = 45;

} // namespace

AddStoreDialog::AddStoreDialog(Engine& engine, QWidget* parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_bar(new MessageBar(this))
    , m_folder(new QLineEdit(this))
    , m_label(new QLineEdit(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"addStoreDialog"_s);
    setWindowTitle(tr("Add store"));
    m_folder->setObjectName(u"storeFolder"_s);
    m_label->setObjectName(u"storeLabel"_s);
    m_folder->setMinimumWidth(fieldLetters * fontMetrics().averageCharWidth());
    m_label->setPlaceholderText(tr("for example Shelf disk 2"));

    auto* const browseButton = new QPushButton(tr("&Browse…"), this);
    browseButton->setAutoDefault(false);
    auto* const folderRow = new QHBoxLayout;
    folderRow->addWidget(m_folder, 1);
    folderRow->addWidget(browseButton);
    auto* const hint = new QLabel(tr("A new folder, an empty one, or a store that was made before."), this);
    hint->setWordWrap(true);

    auto* const form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->addRow(tr("&Folder:"), folderRow);
    form->addRow(QString(), hint);
    form->addRow(tr("&Label:"), m_label);
    // A row of two has no buddy of its own.
    if (auto* const label = qobject_cast<QLabel*>(form->labelForField(folderRow)))
        label->setBuddy(m_folder);

    auto* const box = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_add = box->addButton(tr("&Add store"), QDialogButtonBox::AcceptRole);
    m_add->setObjectName(u"storeAdd"_s);
    m_add->setDefault(true);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(m_bar);
    layout->addLayout(form);
    layout->addStretch();
    layout->addWidget(box);

    setTabOrder({m_folder, browseButton, m_label});

    connect(browseButton, &QPushButton::clicked, this, &AddStoreDialog::browse);
    connect(m_folder, &QLineEdit::textChanged, this, &AddStoreDialog::updateButton);
    connect(box, &QDialogButtonBox::accepted, this, &AddStoreDialog::add);
    connect(box, &QDialogButtonBox::rejected, this, &AddStoreDialog::reject);
    updateButton();
}

void AddStoreDialog::browse()
{
    auto* const dialog = new QFileDialog(this, tr("Folder of the store"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, m_folder,
            [this](const QString& folder) { m_folder->setText(QDir::toNativeSeparators(folder)); });
    dialog->open();
}

void AddStoreDialog::updateButton()
{
    m_add->setEnabled(!m_isBusy && !m_folder->text().trimmed().isEmpty());
}

void AddStoreDialog::add()
{
    m_bar->clear();
    m_isBusy = true;
    updateButton();
    const QString folder = QDir::fromNativeSeparators(m_folder->text().trimmed());
    m_engine.addStore(folder, m_label->text().trimmed()).then(this, [this](const Expected<KnownStore>& added) {
        m_isBusy = false;
        updateButton();
        if (added) {
            accept();
            return;
        }
        Message message = Message::of(added.error(), std::nullopt, {});
        message.step = NextStep::None;
        message.other = NextStep::None;
        m_bar->say(message);
    });
}

} // namespace hugger
