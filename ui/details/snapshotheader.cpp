// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/snapshotheader.h"

#include "ui/details/wraptext.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/quietlabel.h"
#include "ui/widgets/words.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr double nameScale = 1.25; ///< of the name's letters

} // namespace

SnapshotHeader::SnapshotHeader(QWidget* parent)
    : QWidget(parent)
    , m_name(new WrapText(this))
    , m_line(new QuietLabel(this))
    , m_folder(new QPushButton(this))
    , m_load(new QPushButton(this))
    , m_more(new QToolButton(this))
{
    QFont font = m_name->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * nameScale);
    m_name->setFont(font);
    m_name->setObjectName(u"snapshotName"_s);
    m_line->setObjectName(u"snapshotLine"_s);
    m_folder->setObjectName(u"openFolder"_s);
    m_load->setObjectName(u"loadIt"_s);
    m_more->setObjectName(u"more"_s);
    m_more->setIcon(themedIcon(u"more"_s));
    m_more->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Ignored); // as high as its neighbours
    m_more->setPopupMode(QToolButton::InstantPopup);

    auto* menu = new QMenu(m_more);
    const auto add = [this, menu](const QString& icon, void (SnapshotHeader::*wish)()) {
        QAction* action = menu->addAction(icon.isEmpty() ? QIcon() : themedIcon(icon), QString());
        connect(action, &QAction::triggered, this, wish);
        return action;
    };
    m_verify = add(u"verify"_s, &SnapshotHeader::verifyRequested);
    m_repair = add(u"repair"_s, &SnapshotHeader::repairRequested);
    m_rest = add({}, &SnapshotHeader::restRequested);
    m_newer = add(u"newer"_s, &SnapshotHeader::newerRequested);
    menu->addSeparator();
    m_notes = add(u"notes"_s, &SnapshotHeader::notesRequested);
    m_export = add(u"export"_s, &SnapshotHeader::exportRequested);
    m_statement = add(u"card"_s, &SnapshotHeader::statementRequested);
    menu->addSeparator();
    m_copyId = add(u"copy"_s, &SnapshotHeader::copyIdRequested);
    m_copyLink = add(u"link"_s, &SnapshotHeader::copyLinkRequested);
    m_page = add(u"external"_s, &SnapshotHeader::pageRequested);
    menu->addSeparator();
    m_remove = add(u"remove"_s, &SnapshotHeader::removeRequested);
    m_more->setMenu(menu);
    connect(m_folder, &QPushButton::clicked, this, &SnapshotHeader::folderRequested);
    connect(m_load, &QPushButton::clicked, this, &SnapshotHeader::loadRequested);

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_folder);
    buttons->addWidget(m_load);
    buttons->addWidget(m_more);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_name);
    layout->addWidget(m_line);
    layout->addLayout(buttons);
    retranslate();
}

void SnapshotHeader::setDetails(const SnapshotDetails& details)
{
    m_details = details;
    m_details.record.files.clear(); // not needed here
    m_details.lacking.clear();
    m_name->setWords(details.record.repo.id);
    m_folder->setEnabled(!details.folder.isEmpty());
    m_verify->setEnabled(details.isPlugged);
    m_repair->setVisible(details.row.damaged > 0);
    m_repair->setEnabled(details.isPlugged);
    m_rest->setVisible(!details.row.isComplete);
    m_notes->setEnabled(details.isPlugged);
    m_export->setEnabled(details.isPlugged);
    m_statement->setEnabled(details.isPlugged);
    m_remove->setEnabled(details.isPlugged);
    updateLine();
}

void SnapshotHeader::updateLine()
{
    const Record& record = m_details.record;
    m_line->setVisible(!record.commit.isEmpty());
    //: kind, revision, commit and date: "model · main at 8f3c21e · captured 3 Nov 2026"
    m_line->setText(tr("%1 · %2 at %3 · captured %4")
                        .arg(kindText(record.repo.kind), plainLine(m_details.row.revision), shortCommit(record.commit),
                             dateText(m_details.row.capturedAt)));
    m_line->setToolTip(QString::fromLatin1(record.commit));
    if (m_details.folder.isEmpty() && m_details.isPlugged)
        m_folder->setToolTip(tr("This store has no folders of files to open: its file system has no links."));
    else
        m_folder->setToolTip(m_details.isPlugged ? QString() : tr("The store is not plugged in."));
}

void SnapshotHeader::retranslate()
{
    m_name->setAccessibleName(tr("Repository"));
    m_folder->setText(tr("&Open folder"));
    m_load->setText(tr("&Load it…"));
    m_more->setToolTip(tr("More"));
    m_more->setAccessibleName(tr("More"));
    m_verify->setText(tr("&Verify"));
    m_repair->setText(tr("&Repair"));
    m_rest->setText(tr("&Fetch the rest…"));
    m_newer->setText(tr("&Preview update…"));
    m_notes->setText(tr("&Notes…"));
    m_export->setText(tr("E&xport…"));
    //: What a snapshot is, with every hash, to save or print
    m_statement->setText(tr("&Statement…"));
    m_copyId->setText(tr("&Copy id"));
    m_copyLink->setText(tr("Copy l&ink"));
    m_page->setText(tr("Open on the &Hub"));
    m_remove->setText(tr("Re&move…"));
    updateLine();
}

} // namespace hugger
