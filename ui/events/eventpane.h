// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/state.h"
#include "watch/finding.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;
class QTabWidget;
class QTextBrowser;

namespace hugger {

class ChipLabel;
class LicenseView;
class WrapText;

/// What proves an event, in words: who asked what, when, and what was answered. HTML, all that others wrote escaped.
[[nodiscard]] QString evidenceHtml(const EventFacts& facts);

/// One event: what happened, what can be done, what proves it, and for a license what it was and is.
class EventPane final : public QWidget {
    Q_OBJECT

public:
    explicit EventPane(QWidget* parent = nullptr);

    void setEvent(const Event& event);
    void setFacts(const EventFacts& facts);
    [[nodiscard]] const Event& shown() const { return m_event; }

Q_SIGNALS:
    void showRequested();
    void previewRequested();
    void verifyRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    Event m_event;
    EventFacts m_facts;
    ChipLabel* m_chip;
    WrapText* m_name; ///< objectName "eventName"
    QLabel* m_when; ///< objectName "eventWhen"
    WrapText* m_sentence; ///< objectName "eventSentence"
    QPushButton* m_show; ///< objectName "eventShow"
    QPushButton* m_preview; ///< objectName "eventPreview"
    QPushButton* m_verify; ///< objectName "eventVerify"
    QTabWidget* m_tabs; ///< objectName "eventTabs"
    LicenseView* m_license;
    QTextBrowser* m_evidence; ///< objectName "eventEvidence"
};

} // namespace hugger
