// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/notesdialog.h"

#include "ui/widgets/messagebar.h"
#include "ui/widgets/words.h"

#include <QtCore/QRegularExpression>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hugger {

NotesDialog::NotesDialog(const QString& name, const QString& notes, const QStringList& tags, QWidget* parent)
    : QDialog(parent)
    , m_bar(new MessageBar(this))
    , m_notes(new QPlainTextEdit(notes, this))
    , m_tags(new QLineEdit(tags.join(u", "_s), this))
{
    setWindowTitle(tr("Notes on %1").arg(plainLine(name)));
    auto* notesLabel = new QLabel(tr("&Notes"), this);
    notesLabel->setBuddy(m_notes);
    auto* tagsLabel = new QLabel(tr("&Tags, with commas between them"), this);
    tagsLabel->setBuddy(m_tags);
    m_notes->setTabChangesFocus(true);
    m_notes->setObjectName(u"notes"_s);
    m_tags->setObjectName(u"tags"_s);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_save = buttons->addButton(tr("&Save"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(u"saveNotes"_s);
    m_save->setDefault(true);

    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_bar);
    layout->addWidget(notesLabel);
    layout->addWidget(m_notes, 1);
    layout->addWidget(tagsLabel);
    layout->addWidget(m_tags);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 60, fontMetrics().lineSpacing() * 18);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        m_save->setEnabled(false);
        Q_EMIT saveRequested(m_notes->toPlainText(), tagsOf(m_tags->text()));
    });
}

void NotesDialog::saved(const Done& done)
{
    m_save->setEnabled(true);
    if (done) {
        accept();
        return;
    }
    Message message = Message::of(done.error(), {}, {});
    message.step = message.other = NextStep::None; // the Save button is the next step
    m_bar->say(message);
}

QStringList NotesDialog::tagsOf(const QString& text)
{
    // As commas are typed in other scripts, too.
    static const QRegularExpression comma(u"[,\uFF0C\u3001\u060C]"_s);
    QStringList tags;
    for (const QString& part : text.split(comma)) {
        if (const QString tag = part.simplified(); !tag.isEmpty() && !tags.contains(tag))
            tags.append(tag);
    }
    return tags;
}

} // namespace hugger
