// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/mainwindow.h"

#include <QtCore/QDir>
#include <QtCore/QStandardPaths>
#include <QtGui/QAction>
#include <QtWidgets/QFileDialog>

#include "ui/bundle/exportdialog.h"
#include "ui/bundle/importdialog.h"
#include "ui/bundle/statementdialog.h"
#include "ui/details/detailsview.h"
#include "ui/mainwindow/librarymodel.h"
#include "ui/mainwindow/librarypane.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/widgets/words.h"

// What the window has to do with carrying snapshots to another place: export, import, statements.

using namespace Qt::StringLiterals;

namespace hugger {

void MainWindow::connectBundles()
{
    connect(m_actions->importBundle, &QAction::triggered, this, [this] { openImport(); });
    connect(m_actions->saveHoldings, &QAction::triggered, this, &MainWindow::saveHoldings);
    connect(m_actions->exportRows, &QAction::triggered, this, [this] {
        QList<HeldRow> rows;
        for (const qint64 id : chosenHeld()) {
            if (const auto row = m_model->held(id))
                rows.append(*row);
        }
        exportRows(rows);
    });
    connect(m_actions->statement, &QAction::triggered, this, [this] { openStatement(chosen().onlyHeld); });
    connect(m_details, &DetailsView::statementRequested, this, &MainWindow::openStatement);
    connect(m_details, &DetailsView::exportRequested, this, [this](qint64 id) {
        if (const auto row = m_model->held(id))
            exportRows({*row});
    });
}

void MainWindow::exportRows(const QList<HeldRow>& rows)
{
    if (rows.isEmpty())
        return;
    auto* const dialog = new ExportDialog(m_engine, m_settings, rows, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::exportStarted, this, [this] { m_actions->showTransfers->setChecked(true); });
    dialog->open();
}

void MainWindow::openImport(const QString& source)
{
    if (!isVisible())
        show();
    if (!m_importDialog) {
        m_importDialog = new ImportDialog(m_engine, source, this);
        m_importDialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_importDialog, &ImportDialog::importStarted, this,
                [this] { m_actions->showTransfers->setChecked(true); });
        connect(m_importDialog, &ImportDialog::settingsRequested, this, &MainWindow::takeStep);
        m_importDialog->open();
    } else if (!source.isEmpty()) {
        m_importDialog->setSource(source);
    }
    m_importDialog->raise();
    m_importDialog->activateWindow();
}

void MainWindow::openStatement(qint64 row)
{
    const auto held = m_model->held(row);
    if (!held)
        return;
    auto* const dialog = new StatementDialog(m_engine, *held, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::saveHoldings()
{
    auto* const dialog = new QFileDialog(this, tr("Save a list of what is held"),
                                         QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(u"hugger-holdings.txt"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        m_engine.saveHoldings(file).then(this, [this, file](const Expected<qint64>& count) {
            if (!count) {
                say(Message::of(count.error(), {}, m_engine.settings().endpoint));
                return;
            }
            //: %1 a number, %2 a file
            say({.tint = Tint::Good,
                 .text = tr("The list of %1 contents is in %2. Carry it to where you export from.")
                             .arg(countText(*count), plainLine(QDir::toNativeSeparators(file)))});
        });
    });
    dialog->open();
}

} // namespace hugger
