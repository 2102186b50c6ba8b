// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/enginetypes.h"

#include <QtWidgets/QStatusBar>

#include <optional>

class QLabel;

namespace hugger {

/// The line at the bottom: whether the Hub answers, how fast it goes, and what is held altogether.
class StatusLine final : public QStatusBar {
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);

    void setReachable(bool reachable);
    void setRate(double bytesPerSecond, qint64 limit); ///< limit 0: none
    void setWatching(const WatchProgress& progress);
    void setTotals(const Totals& totals);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QLabel* m_sign;
    QLabel* m_hub; ///< objectName "hubState"
    QLabel* m_watch; ///< objectName "watchState"
    QLabel* m_rate; ///< objectName "rate"
    QLabel* m_totals; ///< objectName "totals"
    std::optional<bool> m_isReachable;
    std::optional<Totals> m_held;
    WatchProgress m_watching;
    double m_bytesPerSecond = 0;
    qint64 m_limit = 0;
};

} // namespace hugger
