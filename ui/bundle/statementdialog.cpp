// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/bundle/statementdialog.h"

#include "base/files.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/words.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QDir>
#include <QtCore/QStandardPaths>
#include <QtGui/QClipboard>
#include <QtGui/QFontDatabase>
#include <QtGui/QGuiApplication>
#include <QtGui/QScreen>
#include <QtGui/QTextDocument>
#include <QtPrintSupport/QPrintDialog>
#include <QtPrintSupport/QPrinter>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr int columns = 100; ///< as the statement is laid out
constexpr double marginInch = 2 / 2.54; ///< what QTextDocument leaves on each side of a page
constexpr double leastPoints = 5;
constexpr double mostPoints = 10;

/// The font in which as many letters fill a line of the page.
QFont printFont(QPrinter& printer)
{
    const double line =
        printer.pageLayout().paintRectPixels(printer.resolution()).width() - 2 * marginInch * printer.resolution();
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setStyleHint(QFont::Monospace);
    font.setPointSizeF(mostPoints);
    const double wide = QFontMetricsF(font, &printer).horizontalAdvance(u'0') * columns;
    font.setPointSizeF(std::clamp(mostPoints * line / wide, leastPoints, mostPoints));
    return font;
}

} // namespace

bool printText(QPrinter& printer, const QString& text)
{
    QTextDocument document;
    document.setDefaultFont(printFont(printer));
    QTextOption option = document.defaultTextOption();
    option.setWrapMode(QTextOption::WrapAnywhere);
    option.setTextDirection(Qt::LeftToRight);
    document.setDefaultTextOption(option);
    document.setPlainText(text);
    document.print(&printer);
    return printer.printerState() != QPrinter::Error && printer.printerState() != QPrinter::Aborted;
}

StatementDialog::StatementDialog(Engine& engine, const HeldRow& row, QWidget* parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_row(row)
    , m_bar(new MessageBar(this))
    , m_text(new QPlainTextEdit(this))
    , m_copy(new QPushButton(themedIcon(u"copy"_s), tr("&Copy"), this))
    , m_save(new QPushButton(tr("&Save…"), this))
    , m_print(new QPushButton(tr("&Print…"), this))
{
    setObjectName(u"statementDialog"_s);
    setWindowTitle(tr("Statement about %1").arg(plainLine(row.repo.id)));
    m_bar->setObjectName(u"statementBar"_s);
    m_text->setObjectName(u"statementText"_s);
    m_text->setAccessibleName(tr("Statement"));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setLayoutDirection(Qt::LeftToRight);
    m_copy->setObjectName(u"statementCopy"_s);
    m_save->setObjectName(u"statementSave"_s);
    m_print->setObjectName(u"statementPrint"_s);

    auto* const buttons = new QDialogButtonBox(this);
    for (QPushButton* const button : {m_copy, m_save, m_print}) {
        buttons->addButton(button, QDialogButtonBox::ActionRole);
        button->setAutoDefault(false);
    }
    QPushButton* const close = buttons->addButton(tr("C&lose"), QDialogButtonBox::RejectRole);
    close->setAutoDefault(false);
    m_save->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_copy, &QPushButton::clicked, this, &StatementDialog::copy);
    connect(m_save, &QPushButton::clicked, this, &StatementDialog::save);
    connect(m_print, &QPushButton::clicked, this, &StatementDialog::print);
    connect(m_bar, &MessageBar::stepChosen, this, &StatementDialog::load);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(m_bar);
    layout->addWidget(m_text, 1);
    layout->addWidget(buttons);
    const QFontMetrics metrics(m_text->font());
    const QSize wanted(metrics.horizontalAdvance(u'0') * (columns + 4)
                           + m_text->verticalScrollBar()->sizeHint().width(),
                       metrics.lineSpacing() * 34);
    resize(wanted.boundedTo(screen()->availableSize() * 0.9));
    setReady(false);
    load();
}

void StatementDialog::setReady(bool isReady)
{
    for (QPushButton* const button : {m_copy, m_save, m_print})
        button->setEnabled(isReady);
}

void StatementDialog::load()
{
    m_bar->clear();
    m_text->setPlaceholderText(tr("Reading the record…"));
    m_engine.statement(m_row.id).then(this, [this](const Expected<QByteArray>& statement) {
        if (statement)
            setStatement(*statement);
        else
            showError(statement.error());
    });
}

void StatementDialog::setStatement(const QByteArray& statement)
{
    m_statement = statement;
    m_bar->clear();
    m_text->setPlainText(QString::fromUtf8(statement));
    setReady(true);
}

void StatementDialog::showError(const Error& error)
{
    Message message = Message::of(error, {}, {});
    message.step = NextStep::Retry;
    message.other = NextStep::None;
    m_bar->say(message);
    m_text->setPlaceholderText(tr("No statement yet"));
    setReady(false);
}

void StatementDialog::copy()
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(m_statement));
}

void StatementDialog::save()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QString id = m_row.repo.id;
    auto* const dialog = new QFileDialog(this, tr("Save the statement"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(id.replace(u'/', u'-') % u'-' % QString::fromLatin1(m_row.commit.first(8)) % u".txt"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &StatementDialog::saveTo);
    dialog->open();
}

void StatementDialog::saveTo(const QString& file)
{
    m_save->setEnabled(false);
    QtConcurrent::run([file, statement = m_statement] {
        return writeDurably(file, statement);
    }).then(this, [this, file](const Done& done) {
        m_save->setEnabled(true);
        if (done) {
            m_bar->say({.tint = Tint::Good, .text = tr("Saved as %1.").arg(plainLine(QDir::toNativeSeparators(file)))});
        } else {
            Message message = Message::of(done.error(), {}, {});
            message.step = message.other = NextStep::None; // the Save button is the next step
            m_bar->say(message);
        }
        Q_EMIT saved(done);
    });
}

void StatementDialog::print()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(windowTitle());
    auto* const dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // In the context of the dialog, which needs the printer to its end.
    connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), dialog, [this, printer] { printOn(printer); });
    dialog->QDialog::open();
}

void StatementDialog::printOn(const std::shared_ptr<QPrinter>& printer)
{
    m_print->setEnabled(false);
    m_bar->say({.text = tr("Printing…")});
    // Many pages take their time.
    QtConcurrent::run([printer, text = QString::fromUtf8(m_statement)] {
        return printText(*printer, text);
    }).then(this, [this, printer](bool isPrinted) {
        m_print->setEnabled(true);
        if (isPrinted)
            m_bar->say({.tint = Tint::Good, .text = tr("Handed to the printer.")});
        else
            m_bar->say({.tint = Tint::Attention,
                        .text = tr("The printer did not take it. Look whether it is there, or print into a file.")});
        Q_EMIT printed(isPrinted);
    });
}

} // namespace hugger
