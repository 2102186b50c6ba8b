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
    m_rest = new QPushButton(content);
    m_rest->setObjectName(u"fetchRest"_s);
    m_edit = new QPushButton(themedIcon(u"notes"_s), {}, content);
    m_edit->setObjectName(u"editNotes"_s);
    layout->addWidget(m_facts);
    layout->addWidget(m_edit, 0, Qt::AlignLeading);
    layout->addWidget(m_rest, 0, Qt::AlignLeading);
    m_watched = new FactsForm(content);
    m_watched->setObjectName(u"watchFacts"_s);
    m_watched->hide();
    m_watch = new QPushButton(themedIcon(u"network"_s), {}, content);
    m_watch->setObjectName(u"editWatch"_s);
    m_watch->hide();
    layout->addSpacing(fontMetrics().height() / 2);
    layout->addWidget(m_watched);
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
    m_watched->hide();
    m_watch->hide();
    hideContent();
}

void OverviewPage::setWatched(const WatchRow& watched, int hours)
{
    const bool isEver = watched.rule.everyHours.value_or(hours) > 0;
    const QString next = isEver && watched.nextAt > 0 ? fullDateText(watched.nextAt) : QString();
    m_watched->setFacts({
        {tr("Checked"), watched.checkedAt > 0 ? fullDateText(watched.checkedAt) : tr("Not yet")},
        {tr("Next check"), next},
        {tr("Watched"), watchRuleText(watched.rule, hours)},
        {tr("Updates"), fetchRuleText(watched.rule)},
        {tr("Trouble"), plainLine(watched.trouble)},
    });
    m_watched->show();
    m_watch->show();
}

void OverviewPage::setDetails(const SnapshotDetails& details)
{
    const HeldRow& row = details.row;
    const Record& record = details.record;
    const QString store = plainLine(details.storeLabel);
    const QString shared = details.sharedBytes > 0 ? tr("%1 with other snapshots").arg(sizeText(details.sharedBytes))
                                                   : tr("Nothing with other snapshots");
    m_facts->setFacts({
        {tr("Held"), heldText(details), exactBytesText(row.bytes)},
        {tr("Proved"), provedText(row)},
        {tr("Upstream"), upstreamChip(row.upstream).text, lastCopyText(row.lastCopy)},
        {tr("License"), licenseText(record)},
        {tr("Gate"), details.isPlugged ? gatingText(record.gating) : QString()},
        {tr("Shared"), details.isPlugged ? shared : QString(), exactBytesText(details.sharedBytes)},
        {tr("Store"), details.isPlugged ? store : tr("%1, not plugged in").arg(store)},
        {tr("Captured"), fullDateText(row.capturedAt)},
        {tr("Tags"), plainLine(record.tags.join(u", "_s))},
        {tr("Your notes"), details.isPlugged && record.notes.isEmpty() ? tr("None") : record.notes},
        {tr("Your tags"), plainLine(record.ownTags.join(u", "_s))},
    });
    m_rest->setVisible(!row.isComplete);
    m_edit->setVisible(details.isPlugged);
    showContent();
}

} // namespace hugger
