// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtWidgets/QWidget>

class QAction;
class QLabel;
class QVBoxLayout;

namespace hugger {

/// What an empty place says: what it is for and what to do next, each thing to do a button.
class EmptyState final : public QWidget {
    Q_OBJECT

public:
    /// `iconName` as for themedIcon().
    EmptyState(const QString& iconName, const QString& title, const QString& text, QWidget* parent = nullptr);

    void setTexts(const QString& title, const QString& text);
    /// A button that triggers the action; the first one is the primary one.
    void addAction(QAction* action);

protected:
    void changeEvent(QEvent* event) override;

private:
    void updateIcon();

    QString m_iconName;
    QLabel* m_icon;
    QLabel* m_title;
    QLabel* m_text;
    QVBoxLayout* m_buttons;
};

} // namespace hugger
