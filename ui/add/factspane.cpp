// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/add/factspane.h"

#include "ui/add/weights.h"
#include "ui/widgets/chiplabel.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/words.h"

#include <QtGui/QDesktopServices>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr QChar zeroWidthSpace(0x200b);

/// An id that may be broken where it is too long for a line.
QString breakable(const QString& id)
{
    QString text;
    for (const QChar c : id) {
        text += c;
        if (c == u'/' || c == u'-' || c == u'_' || c == u'.')
            text += zeroWidthSpace;
    }
    return text;
}

int rankOf(RefEntry::Type type)
{
    switch (type) {
    case RefEntry::Type::Branch:
        return 0;
    case RefEntry::Type::Tag:
        return 1;
    case RefEntry::Type::Convert:
        return 2;
    case RefEntry::Type::PullRequest:
        return 3;
    }
    return 3;
}

void setChip(ChipLabel* label, const Chip& chip)
{
    label->setChip(chip);
    label->setVisible(!chip.text.isEmpty());
}

} // namespace

FactsPane::FactsPane(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel)
    , m_open(new QToolButton)
    , m_revisions(new QComboBox)
    , m_held(new ChipLabel)
    , m_license(new ChipLabel)
    , m_gate(new ChipLabel)
    , m_private(new ChipLabel)
    , m_pickles(new ChipLabel)
    , m_warnings(new QLabel)
{
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_title->setObjectName("repoTitle"_L1);
    // An id is written from left to right; where it stands follows the window.
    m_title->setAlignment(Qt::AlignVCenter | Qt::AlignAbsolute | (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft));
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_open->setObjectName("openPage"_L1);
    m_open->setIcon(themedIcon(u"external"_s));
    m_open->setText(tr("Open &page"));
    m_open->setToolTip(tr("Open the page of this repository in the browser"));
    m_open->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_open->setFocusPolicy(Qt::StrongFocus);
    m_open->setAutoRaise(true);

    m_revisions->setObjectName("revision"_L1);
    m_revisions->setEditable(true);
    m_revisions->setInsertPolicy(QComboBox::NoInsert);
    m_revisions->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_revisions->setMinimumContentsLength(28);
    m_revisions->setToolTip(tr("A branch, a tag, a pull request, or a commit"));
    auto* const label = new QLabel(tr("&Revision:"));
    label->setBuddy(m_revisions);
    m_warnings->setObjectName("warnings"_L1);
    m_warnings->setTextFormat(Qt::PlainText);
    m_warnings->setWordWrap(true);

    auto* const top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_open, 0, Qt::AlignTop);
    auto* const row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_revisions, 1);
    row->addWidget(m_held);
    row->addStretch(1);
    auto* const chips = new FlowLayout;
    for (ChipLabel* chip : {m_license, m_gate, m_private, m_pickles})
        chips->addWidget(chip);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(top);
    layout->addLayout(row);
    layout->addLayout(chips);
    layout->addWidget(m_warnings);

    connect(m_open, &QToolButton::clicked, this, [this] { QDesktopServices::openUrl(m_page); });
    connect(m_revisions, &QComboBox::activated, this, &FactsPane::readRevision);
    connect(m_revisions->lineEdit(), &QLineEdit::editingFinished, this, &FactsPane::readRevision);
}

void FactsPane::showPreview(const RepoPreview& preview, const QUrl& endpoint)
{
    m_preview = preview;
    m_revision = preview.link.revision;
    m_title->setText(breakable(preview.info.repo.display()));
    m_page = endpoint;
    m_page.setPath(endpoint.path() + preview.info.repo.pagePath());
    fillRevisions();
    showFacts(preview.info);
    showHeld(preview.info.commit);
    m_pickles->hide();
    m_warnings->hide();
}

QString FactsPane::revisionText(const QString& name, const QByteArray& commit, const QString& date) const
{
    const QString text = plainLine(name);
    if (commit.isEmpty() || name.toLatin1() == commit)
        return text;
    if (date.isEmpty())
        //: A revision and its short commit: "main (8f3c21e)"
        return tr("%1 (%2)").arg(text, shortCommit(commit));
    //: A revision, its short commit and the date of that: "main (8f3c21e, 3 Nov)"
    return tr("%1 (%2, %3)").arg(text, shortCommit(commit), date);
}

void FactsPane::fillRevisions()
{
    const QSignalBlocker quiet(m_revisions);
    m_revisions->clear();
    QList<RefEntry> refs = m_preview.refs.refs;
    std::ranges::stable_sort(refs, {}, [](const RefEntry& ref) {
        return std::pair(rankOf(ref.type), ref.type == RefEntry::Type::Branch && ref.name != "main"_L1);
    });
    const QString shown = m_revision.isEmpty() ? u"main"_s : m_revision;
    if (std::ranges::none_of(refs, [&shown](const RefEntry& ref) { return ref.name == shown; }))
        refs.prepend(RefEntry{shown, {}, m_preview.info.commit, RefEntry::Type::Branch});
    for (const RefEntry& ref : std::as_const(refs)) {
        const bool isHeld =
            std::ranges::any_of(m_preview.held, [&ref](const HeldRow& row) { return row.commit == ref.commit; });
        const QString date =
            ref.commit == m_preview.info.commit ? dateText(secondsOf(m_preview.info.lastModified)) : QString();
        const QString text = revisionText(ref.name, ref.commit, date);
        //: A revision in a list of them; its commit is in the archive
        m_revisions->addItem(isHeld ? tr("%1, held").arg(text) : text, ref.name);
    }
    m_revisions->setCurrentIndex(m_revisions->findData(shown));
    m_revisions->lineEdit()->setCursorPosition(0);
}

void FactsPane::readRevision()
{
    const QString text = m_revisions->currentText().trimmed();
    const int item = m_revisions->findText(text);
    const QString revision = item >= 0 ? m_revisions->itemData(item).toString() : text;
    const QString before = m_revision.isEmpty() ? u"main"_s : m_revision;
    if (revision.isEmpty() || revision == before)
        return;
    m_revision = revision;
    Q_EMIT revisionChosen(revision);
}

void FactsPane::showFacts(const RepoInfo& info)
{
    const QStringList ids = info.license.ids;
    const QString license = plainLine(info.license.name.isEmpty() ? ids.join(u", "_s) : info.license.name);
    //: %1 is a license, "apache-2.0"
    setChip(m_license,
            license.isEmpty() ? Chip{tr("No license named"), Tint::Attention, u"!"_s}
                              : Chip{tr("License %1").arg(license.left(60)), Tint::Plain, {}});
    setChip(m_gate,
            info.gating == Gating::No ? Chip{tr("Not gated"), Tint::Plain, {}}
                                      : Chip{tr("Gated"), Tint::Attention, u"!"_s});
    setChip(m_private, info.isPrivate ? Chip{tr("Private"), Tint::Plain, {}} : Chip{});
}

void FactsPane::showHeld(const QByteArray& commit)
{
    const auto row =
        std::ranges::find_if(m_preview.held, [&commit](const HeldRow& held) { return held.commit == commit; });
    Chip chip;
    if (row != m_preview.held.end()) {
        chip = row->isComplete ? Chip{tr("You hold this commit"), Tint::Good, u"✓"_s}
                               : Chip{tr("You hold part of this commit"), Tint::Plain, {}};
    } else if (!m_preview.held.isEmpty()) {
        chip.text = tr("You hold %n other snapshots", nullptr, static_cast<int>(m_preview.held.size()));
    }
    setChip(m_held, chip);
}

void FactsPane::showPlan(const Plan& plan)
{
    m_title->setText(breakable(plan.info.repo.display()));
    showFacts(plan.info);
    showHeld(plan.info.commit);
    const auto pickles = std::ranges::count_if(
        plan.files, [&plan](const PlannedFile& file) { return mayHoldPickles(plan.info.repo.kind, file.entry.path); });
    setChip(m_pickles,
            pickles == 0 ? Chip{tr("No pickle files"), Tint::Plain, {}}
                         : Chip{tr("%n pickle files", nullptr, static_cast<int>(pickles)), Tint::Attention, u"!"_s});
    QStringList warnings;
    for (const QString& warning : plan.warnings)
        warnings.append(plainLine(warning));
    m_warnings->setText(warnings.join(u'\n'));
    m_warnings->setVisible(!plan.warnings.isEmpty());

    const QSignalBlocker quiet(m_revisions);
    const QString name = plan.wish.revision.isEmpty() ? u"main"_s : plan.wish.revision;
    const QString text = revisionText(name, plan.info.commit, dateText(secondsOf(plan.info.lastModified)));
    const int item = m_revisions->findData(name);
    if (item >= 0 && !m_revisions->lineEdit()->hasFocus()) {
        m_revisions->setItemText(item, text);
        m_revisions->setCurrentIndex(item);
        m_revisions->setEditText(text);
        m_revisions->lineEdit()->setCursorPosition(0); // its beginning is in view
    }
}

} // namespace hugger
