// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/overviewpage.h"

#include "ui/details/facts.h"
#include "ui/details/factsform.h"
#include "ui/update/watchdialog.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/words.h"

#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hugger {

OverviewPage::OverviewPage(QWidget* parent)
    : DetailsPage(parent)
{
    m_area = new QScrollArea(this);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    auto* content = new QWidget(m_area);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    m_facts = new FactsForm(content);
    m_facts->setObjectName(u"facts"_s);
    m_rest = new QPushButton(content);
    m_rest->setObjectName(u"fetchRest"_s);
    m_edit = new QPushButton(themedIcon(u"notes"_s), {}, content);
    m_edit->setObjectName(u"editNotes"_s);
    layout->addWidget(m_facts);
    layout->addWidget(m_edit, 0, Qt::AlignLeading);
    layout->addWidget(m_rest, 0, Qt::AlignLeading);
    m_watch = new QPushButton(themedIcon(u"network"_s), {}, content);
    m_watch->setObjectName(u"editWatch"_s);
    m_watch->hide();
    layout->addWidget(m_watch, 0, Qt::AlignLeading);
    layout->addStretch();
    m_area->setWidget(content);
    setContent(m_area);
    retranslate();
    connect(m_edit, &QPushButton::clicked, this, &OverviewPage::editRequested);
    connect(m_watch, &QPushButton::clicked, this, &OverviewPage::watchRequested);
    connect(m_rest, &QPushButton::clicked, this, &OverviewPage::restRequested);
}

void OverviewPage::retranslate()
{
    m_area->setAccessibleName(tr("Overview"));
    m_rest->setText(tr("Fetch the rest…"));
    m_edit->setText(tr("Edit notes…"));
    m_watch->setText(tr("Watching…"));
}

void OverviewPage::clear()
{
    m_watched.clear();
    m_watch->hide();
    hideContent();
}

void OverviewPage::setWatched(const WatchRow& watched, int hours)
{
    const bool isEver = watched.rule.everyHours.value_or(hours) > 0;
    const QString next = isEver && watched.nextAt > 0 ? fullDateText(watched.nextAt) : QString();
    m_watched = {
        {tr("Checked"), watched.checkedAt > 0 ? fullDateText(watched.checkedAt) : tr("Not yet")},
        {tr("Next check"), next},
        {tr("Watched"), watchRuleText(watched.rule, hours)},
        {tr("Updates"), fetchRuleText(watched.rule)},
        {tr("Trouble"), plainLine(watched.trouble)},
    };
    m_watch->show();
    showFacts();
}

void OverviewPage::setDetails(const SnapshotDetails& details)
{
    m_details = details;
    m_details.record.files.clear(); // not needed here
    m_details.lacking.clear();
    m_rest->setVisible(!details.row.isComplete);
    m_edit->setVisible(details.isPlugged);
    showFacts();
    showContent();
}

void OverviewPage::showFacts()
{
    const SnapshotDetails& details = m_details;
    const HeldRow& row = details.row;
    const Record& record = details.record;
    const QString store = plainLine(details.storeLabel);
    const QString shared = details.sharedBytes > 0 ? tr("%1 with other snapshots").arg(sizeText(details.sharedBytes))
                                                   : tr("Nothing with other snapshots");
    const QList<Fact> held{
        {tr("Held"), heldText(details), exactBytesText(row.bytes)},
        {tr("Proved"), provedText(row)},
        {tr("Upstream"), upstreamChip(row.upstream).text, lastCopyText(row.lastCopy)},
    };
    m_facts->setFacts(held + m_watched
                      + QList<Fact>{
                          {tr("License"), licenseText(record)},
                          {tr("Gate"), details.isPlugged ? gatingText(record.gating) : QString()},
                          {tr("Shared"), details.isPlugged ? shared : QString(), exactBytesText(details.sharedBytes)},
                          {tr("Store"), details.isPlugged ? store : tr("%1, not plugged in").arg(store)},
                          {tr("Captured"), fullDateText(row.capturedAt)},
                          {tr("Tags"), plainLine(record.tags.join(u", "_s))},
                          {tr("Your notes"), details.isPlugged && record.notes.isEmpty() ? tr("None") : record.notes},
                          {tr("Your tags"), plainLine(record.ownTags.join(u", "_s))},
                      });
}

} // namespace hugger
