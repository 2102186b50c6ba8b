// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"

#include <QtWidgets/QDialog>

class QPlainTextEdit;
class QPrinter;
class QPushButton;

namespace hugger {

class MessageBar;

/// The reproducibility statement of a snapshot, to copy, to save or to print.
class StatementDialog final : public QDialog {
    Q_OBJECT

public:
    /// Asks the engine at once.
    StatementDialog(Engine& engine, const HeldRow& row, QWidget* parent = nullptr);

    /// What the engine answers.
    void setStatement(const QByteArray& statement);
    void showError(const Error& error);

    /// Both work in the background and say how it went.
    void saveTo(const QString& file);
    void printOn(const std::shared_ptr<QPrinter>& printer);

Q_SIGNALS:
    void saved(const hugger::Done& done);
    void printed(bool isPrinted);

private:
    void load();
    void copy();
    void save();
    void print();
    void setReady(bool isReady);

    Engine& m_engine;
    HeldRow m_row;
    QByteArray m_statement;
    MessageBar* m_bar; ///< objectName "statementBar"
    QPlainTextEdit* m_text; ///< objectName "statementText"
    QPushButton* m_copy; ///< objectName "statementCopy"
    QPushButton* m_save; ///< objectName "statementSave"
    QPushButton* m_print; ///< objectName "statementPrint"
};

/// Prints plain text in letters of one width, 100 to a line, with the number of each page. False when the printer
/// refuses. Blocks; in any thread.
[[nodiscard]] bool printText(QPrinter& printer, const QString& text);

} // namespace hugger
