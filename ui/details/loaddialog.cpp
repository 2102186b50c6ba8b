// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/loaddialog.h"

#include "ui/details/loadlines.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/quietlabel.h"
#include "ui/widgets/words.h"

#include <QtGui/QClipboard>
#include <QtGui/QFontDatabase>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

QWidget* recipePage(const LoadRecipe& recipe, QWidget* parent)
{
    auto* page = new QWidget(parent);
    auto* layout = new QVBoxLayout(page);
    if (!recipe.note.isEmpty()) {
        auto* note = new QuietLabel(page);
        note->setText(recipe.note);
        layout->addWidget(note);
    }
    auto* text = new QPlainTextEdit(recipe.text.trimmed(), page);
    text->setReadOnly(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setTabChangesFocus(true);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->setWordWrapMode(QTextOption::WrapAnywhere);
    text->setLayoutDirection(Qt::LeftToRight);
    QTextOption option = text->document()->defaultTextOption();
    option.setTextDirection(Qt::LeftToRight);
    text->document()->setDefaultTextOption(option);
    text->setAccessibleName(recipe.title);
    text->setObjectName(u"recipe"_s);
    layout->addWidget(text);
    return page;
}

} // namespace

LoadDialog::LoadDialog(const SnapshotDetails& details, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Load %1").arg(plainLine(details.record.repo.id)));
    auto* layout = new QVBoxLayout(this);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    const QList<LoadRecipe> recipes = loadRecipes(details);
    if (recipes.isEmpty()) {
        auto* why = new QLabel(this);
        why->setTextFormat(Qt::PlainText);
        why->setWordWrap(true);
        why->setText(details.isPlugged
                         ? tr("The file system of this store has no links, so there is no folder here that other "
                              "programs can read. The contents are in the store's “objects” folder.")
                         : tr("The store “%1” is not plugged in. Plug it in to load from it.")
                               .arg(plainLine(details.storeLabel)));
        layout->addWidget(why);
    } else {
        auto* intro = new QLabel(tr("Copy these lines. The files are used where they are, without the network."), this);
        intro->setWordWrap(true);
        layout->addWidget(intro);
        auto* tabs = new QTabWidget(this);
        tabs->setDocumentMode(true);
        tabs->setObjectName(u"recipes"_s);
        for (const LoadRecipe& recipe : recipes)
            tabs->addTab(recipePage(recipe, tabs), recipe.title);
        layout->addWidget(tabs);
        auto* copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
        copy->setIcon(themedIcon(u"copy"_s));
        copy->setObjectName(u"copyRecipe"_s);
        copy->setDefault(true);
        connect(copy, &QPushButton::clicked, this, [tabs] {
            const auto* text = tabs->currentWidget()->findChild<QPlainTextEdit*>();
            QGuiApplication::clipboard()->setText(text->toPlainText() + u'\n');
        });
        const int unit = fontMetrics().averageCharWidth();
        resize(unit * 84, fontMetrics().lineSpacing() * 22);
    }
    layout->addWidget(buttons);
}

} // namespace hugger
