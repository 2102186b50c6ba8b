// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/messagebar.h"

#include <QtCore/QTimer>

class QVBoxLayout;

namespace hugger {

class QuietLabel;

/// A tab of the details: its content, or in its place why there is none, or that it is on its way.
class DetailsPage : public QWidget {
    Q_OBJECT

public:
    explicit DetailsPage(QWidget* parent = nullptr);

    /// Forgets what it shows: another snapshot is looked at.
    virtual void clear() = 0;
    /// An answer was asked for. What is shown stays; where there is nothing yet, it says so after a moment.
    void showLoading();
    void showError(const Error& error);

Q_SIGNALS:
    void retryRequested();

protected:
    void changeEvent(QEvent* event) override;
    /// Texts that stay while the contents change. Called by the constructor of the tab and for another language.
    virtual void retranslate() = 0;
    /// Called once, by the constructor of the tab.
    void setContent(QWidget* content);
    /// The content is there; or `instead` says why there is none.
    void showContent(const QString& instead = {});
    void hideContent();

private:
    MessageBar* m_bar;
    QuietLabel* m_quiet;
    QWidget* m_content = nullptr;
    QVBoxLayout* m_layout;
    QTimer m_patience;
    bool m_hasContent = false;
};

} // namespace hugger
