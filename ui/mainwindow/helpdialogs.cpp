// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/helpdialogs.h"

#include <algorithm>

#include <QtCore/QCoreApplication>
#include <QtGui/QAction>
#include <QtWidgets/QDialog>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTreeWidget>
#include <QtWidgets/QVBoxLayout>

#include "ui/widgets/icons.h"

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

QString words(const char* text)
{
    return QCoreApplication::translate("hugger", text);
}

/// "Add" of "&Add…", and "Rock & roll" of "Rock && roll".
QString plainName(QString text)
{
    const QChar mark(0xFFFC);
    text.replace(u"&&"_s, mark).remove(u'&').replace(mark, u'&');
    return text.remove(u'…');
}

void addMenu(const QMenu& menu, QTreeWidget& list)
{
    auto* const section = new QTreeWidgetItem({plainName(menu.title())});
    QFont bold = list.font();
    bold.setWeight(QFont::DemiBold);
    section->setFont(0, bold);
    section->setFlags(Qt::ItemIsEnabled);
    const QList<QAction*> actions = menu.actions();
    for (const QAction* action : actions) {
        QStringList keys;
        const QList<QKeySequence> shortcuts = action->shortcuts();
        for (const QKeySequence& key : shortcuts)
            keys.append(key.toString(QKeySequence::NativeText));
        if (!keys.isEmpty())
            section->addChild(new QTreeWidgetItem({plainName(action->text()), keys.join(u", "_s)}));
    }
    if (section->childCount() == 0) {
        delete section;
        return;
    }
    list.addTopLevelItem(section);
    section->setExpanded(true);
}

} // namespace

void showShortcuts(const QMenuBar& bar, QWidget* window)
{
    auto* const dialog = new QDialog(window);
    dialog->setObjectName(u"shortcutsDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(words(QT_TRANSLATE_NOOP("hugger", "Keyboard shortcuts")));
    auto* const list = new QTreeWidget(dialog);
    list->setAccessibleName(dialog->windowTitle());
    list->setColumnCount(2);
    list->setHeaderHidden(true);
    list->setRootIsDecorated(false);
    list->setItemsExpandable(false);
    list->setSelectionMode(QAbstractItemView::NoSelection);
    const QList<QAction*> menus = bar.actions();
    for (const QAction* action : menus)
        addMenu(*action->menu(), *list);
    list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    list->header()->setStretchLastSection(false);

    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    buttons->button(QDialogButtonBox::Close)->setFocus();
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* const layout = new QVBoxLayout(dialog);
    layout->addWidget(list);
    layout->addWidget(buttons);
    const QFontMetrics metrics = dialog->fontMetrics();
    dialog->resize(metrics.averageCharWidth() * 64, metrics.height() * 30);
    dialog->open();
}

void showAbout(QWidget* window)
{
    auto* const box = new QMessageBox(window);
    box->setObjectName(u"aboutDialog"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(words(QT_TRANSLATE_NOOP("hugger", "About hugger")));
    const int size = box->style()->pixelMetric(QStyle::PM_MessageBoxIconSize, nullptr, box);
    box->setIconPixmap(appIcon().pixmap(QSize(size, size), box->devicePixelRatio()));
    box->setTextFormat(Qt::PlainText);
    //: %1 a version
    box->setText(words(QT_TRANSLATE_NOOP("hugger", "hugger %1")).arg(QLatin1StringView(HUGGER_VERSION)));
    box->setInformativeText(words(QT_TRANSLATE_NOOP(
        "hugger",
        "Archives models, datasets and spaces of the Hugging Face Hub, and proves that what is held is whole.\n\n"
        "Free software under the GNU General Public License, version 3 or later. "
        "Made independently of Hugging Face.")));
    box->setStandardButtons(QMessageBox::Close);
    box->open();
}

} // namespace hugger
