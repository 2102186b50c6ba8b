// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/removedialog.h"

#include <algorithm>

#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include "ui/mainwindow/libraryfilter.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/tint.h"
#include "ui/widgets/words.h"

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

QString nameOf(const HeldRow& row)
{
    return RemoveDialog::tr("%1 at %2").arg(plainLine(row.repo.id), shortCommit(row.commit));
}

} // namespace

RemoveDialog::RemoveDialog(const QList<HeldRow>& rows, int trashDays, QWidget* parent)
    : QDialog(parent)
    , m_rows(rows)
    , m_trashDays(trashDays)
{
    setObjectName(u"removeDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Remove"));
    if (m_rows.size() > 1) {
        for (const HeldRow& row : std::as_const(m_rows)) {
            if (mayBeLastCopy(row))
                m_leftOut.append(nameOf(row));
        }
        erase_if(m_rows, mayBeLastCopy);
    }

    auto* const layout = new QVBoxLayout(this);
    layout->setSizeConstraint(QLayout::SetMinimumSize);
    layout->setSpacing(fontMetrics().height() / 2);
    const int margin = fontMetrics().height();
    layout->setContentsMargins(margin, margin, margin, margin);

    QLabel* const title = addText(question());
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    // Wide enough that the question does not become a column of words.
    title->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    if (m_rows.size() > 1)
        addNames();
    m_weight = addText(tr("Finding out how much that frees."));
    m_weight->setObjectName(u"removeWeight"_s);
    if (!m_leftOut.isEmpty()) {
        addText(tr("Left out, because it may be the last copy: %1. To remove it, choose it alone.")
                    .arg(QLocale().createSeparatedList(m_leftOut)))
            ->setObjectName(u"removeLeftOut"_s);
    }

    auto* const buttons = new QDialogButtonBox(this);
    m_remove = buttons->addButton(tr("&Move to trash"), QDialogButtonBox::AcceptRole);
    m_remove->setObjectName(u"removeButton"_s);
    m_remove->setIcon(themedIcon(u"remove"_s));
    QPushButton* const keep = buttons->addButton(tr("&Keep"), QDialogButtonBox::RejectRole);
    keep->setObjectName(u"keepButton"_s);
    if (m_rows.size() == 1 && mayBeLastCopy(m_rows.first())) {
        addField();
    } else {
        m_remove->setDefault(true);
        m_remove->setFocus();
    }
    layout->addStretch();
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QString RemoveDialog::question() const
{
    if (m_rows.size() != 1)
        return tr("Move %n snapshots to the trash?", nullptr, static_cast<int>(m_rows.size()));
    const HeldRow& row = m_rows.first();
    const QString name = plainLine(row.repo.id);
    if (row.revision.isEmpty() || row.commit.startsWith(row.revision.toLatin1()))
        //: %1 a repo, %2 a commit
        return tr("Move %1 (at %2) to the trash?").arg(name, shortCommit(row.commit));
    //: %1 a repo, %2 a branch or tag, %3 a commit
    return tr("Move %1 (%2 at %3) to the trash?").arg(name, plainLine(row.revision), shortCommit(row.commit));
}

QLabel* RemoveDialog::addText(const QString& text)
{
    auto* const label = new QLabel(text, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    layout()->addWidget(label);
    return label;
}

void RemoveDialog::addNames()
{
    auto* const list = new QListWidget(this);
    list->setAccessibleName(tr("Snapshots to remove"));
    list->setSelectionMode(QAbstractItemView::NoSelection);
    list->setUniformItemSizes(true);
    list->setTextElideMode(Qt::ElideMiddle);
    QStringList names;
    names.reserve(m_rows.size());
    std::ranges::transform(m_rows, std::back_inserter(names), nameOf);
    list->addItems(names);
    const auto lines = static_cast<int>(std::min<qsizetype>(m_rows.size(), 6));
    list->setFixedHeight(lines * list->sizeHintForRow(0) + 2 * list->frameWidth());
    layout()->addWidget(list);
}

void RemoveDialog::addField()
{
    const HeldRow& row = m_rows.first();
    const QString why = lastCopyText(row.lastCopy.isEmpty() ? row.upstream : row.lastCopy);
    //: %1 a sentence: "This may be the last copy: the Hub no longer has it."
    QLabel* const label = addText(tr("%1 Type the name to remove it.").arg(why));
    m_name = new QLineEdit(this);
    m_name->setObjectName(u"removeName"_s);
    m_name->setAccessibleName(label->text());
    m_name->setPlaceholderText(plainLine(m_rows.first().repo.id));
    label->setBuddy(m_name);
    layout()->addWidget(m_name);
    m_remove->setEnabled(false);
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString& text) {
        const bool isIt = text.trimmed() == m_rows.first().repo.id;
        m_remove->setEnabled(isIt);
        m_remove->setDefault(isIt);
    });
    m_name->setFocus();
}

void RemoveDialog::showWeight(const Expected<Removal>& weight)
{
    if (!weight)
        m_weight->setText(weight.error().message);
    else if (weight->freedBytes <= 0)
        m_weight->setText(tr("Frees nothing: other snapshots share all of it, and it stays for them."));
    else if (m_trashDays == 0)
        m_weight->setText(weight->sharedBytes <= 0
                              ? tr("Frees %1 when hugger starts next.").arg(sizeText(weight->freedBytes))
                              : tr("Frees %1 when hugger starts next; %2 is shared with other snapshots and stays.")
                                    .arg(sizeText(weight->freedBytes), sizeText(weight->sharedBytes)));
    else if (weight->sharedBytes <= 0)
        m_weight->setText(tr("Frees %1 after %n days.", nullptr, m_trashDays).arg(sizeText(weight->freedBytes)));
    else
        m_weight->setText(
            tr("Frees %1 after %n days; %2 is shared with other snapshots and stays.", nullptr, m_trashDays)
                .arg(sizeText(weight->freedBytes), sizeText(weight->sharedBytes)));
    // Text that wraps does not make a window grow by itself.
    layout()->activate();
    if (const int needed = layout()->totalHeightForWidth(width()); needed > height())
        resize(width(), needed);
}

} // namespace hugger
