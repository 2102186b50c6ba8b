// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QtWidgets/QDialog>

class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace hugger {

class MessageBar;

/// The user's own words and tags about a snapshot. Stays open until they are saved.
class NotesDialog final : public QDialog {
    Q_OBJECT

public:
    NotesDialog(const QString& name, const QString& notes, const QStringList& tags, QWidget* parent = nullptr);

    /// How saving went: closes, or says why not.
    void saved(const Done& done);

    /// Tags as typed, with commas between them: each once, without spaces around.
    [[nodiscard]] static QStringList tagsOf(const QString& text);

Q_SIGNALS:
    void saveRequested(const QString& notes, const QStringList& tags);

private:
    MessageBar* m_bar;
    QPlainTextEdit* m_notes;
    QLineEdit* m_tags;
    QPushButton* m_save;
};

} // namespace hugger
