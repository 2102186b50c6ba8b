// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/connections.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QTimer>
#include <QtWidgets/QDialog>

class QLabel;
class QPushButton;

namespace hugger {

/// Asks whether somebody may be paired, with the code that both sides show. In nobody's way: it does not take the
/// keyboard, and cannot be allowed by a click that was meant for what was there before it.
class PairingDialog final : public QDialog {
    Q_OBJECT

public:
    explicit PairingDialog(const PairingAsk& ask, QWidget* parent = nullptr);

    [[nodiscard]] const PairingAsk& ask() const { return m_ask; }
    /// It is over without an answer. True where that stays on the screen to be read: when the time was up.
    bool end();

    /// "418 207", the same way round in every language.
    [[nodiscard]] static QString codeText(const QString& code);
    /// How long "Allow" cannot be pressed at first.
    static constexpr std::chrono::milliseconds calmTime{1000};

Q_SIGNALS:
    /// Later when somebody closed it: no answer is no refusal.
    void answered(const QString& askId, hugger::PairingAnswer answer);

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void retranslate();
    void updateTime();
    void answer(PairingAnswer answer);
    [[nodiscard]] QString name() const;

    PairingAsk m_ask;
    QDeadlineTimer m_deadline;
    QTimer m_second;
    QTimer m_calm;
    bool m_isOver = false; ///< answered, or nobody did in time
    QLabel* m_question; ///< objectName "pairingQuestion"
    QLabel* m_code; ///< objectName "pairingCode"
    QLabel* m_power; ///< what it could do then
    QLabel* m_origin; ///< objectName "pairingOrigin"
    QLabel* m_time; ///< objectName "pairingTime"
    QPushButton* m_deny; ///< objectName "pairingDeny"
    QPushButton* m_allow; ///< objectName "pairingAllow"
};

} // namespace hugger
