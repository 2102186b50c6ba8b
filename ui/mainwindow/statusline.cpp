// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/statusline.h"

#include <QtCore/QEvent>
#include <QtWidgets/QLabel>

#include "ui/widgets/tint.h"
#include "ui/widgets/words.h"

using namespace Qt::StringLiterals;

namespace hugger {

StatusLine::StatusLine(QWidget* parent)
    : QStatusBar(parent)
    , m_sign(new QLabel(this))
    , m_hub(new QLabel(this))
    , m_watch(new QLabel(this))
    , m_rate(new QLabel(this))
    , m_totals(new QLabel(this))
{
    setObjectName(u"statusLine"_s);
    m_hub->setObjectName(u"hubState"_s);
    m_watch->setObjectName(u"watchState"_s);
    m_rate->setObjectName(u"rate"_s);
    m_totals->setObjectName(u"totals"_s);
    const int gap = fontMetrics().averageCharWidth();
    m_sign->setContentsMargins(gap, 0, 0, 0);
    m_watch->setContentsMargins(2 * gap, 0, 0, 0);
    m_rate->setContentsMargins(2 * gap, 0, 0, 0);
    m_totals->setContentsMargins(0, 0, gap, 0);
    for (QLabel* label : {m_sign, m_hub, m_watch, m_rate})
        addWidget(label);
    addPermanentWidget(m_totals);
    setSizeGripEnabled(false);
    retranslate();
}

void StatusLine::setReachable(bool reachable)
{
    m_isReachable = reachable;
    retranslate();
}

void StatusLine::setRate(double bytesPerSecond, qint64 limit)
{
    m_bytesPerSecond = bytesPerSecond;
    m_limit = limit;
    retranslate();
}

void StatusLine::setWatching(const WatchProgress& progress)
{
    m_watching = progress;
    retranslate();
}

void StatusLine::setTotals(const Totals& totals)
{
    m_held = totals;
    retranslate();
}

void StatusLine::retranslate()
{
    m_sign->setVisible(m_isReachable.has_value());
    m_hub->setVisible(m_isReachable.has_value());
    if (m_isReachable) {
        const bool isReachable = *m_isReachable;
        m_sign->setText(isReachable ? u"●"_s : u"○"_s);
        QPalette colors = palette();
        colors.setColor(QPalette::WindowText, tintColors(isReachable ? Tint::Good : Tint::Attention, palette()).text);
        m_sign->setPalette(colors);
        m_hub->setText(isReachable ? tr("Hub reachable") : tr("Hub not reachable"));
    }

    m_watch->setText(watchText(m_watching));
    m_watch->setVisible(!m_watch->text().isEmpty());

    if (m_limit > 0)
        //: %1 the rate now, %2 the bandwidth limit that is set
        m_rate->setText(tr("%1 · limit %2").arg(rateText(m_bytesPerSecond), rateText(static_cast<double>(m_limit))));
    else
        m_rate->setText(m_bytesPerSecond > 0 ? rateText(m_bytesPerSecond) : QString());

    if (!m_held || m_held->snapshots == 0)
        m_totals->clear();
    else if (m_held->listedBytes <= m_held->heldBytes)
        m_totals->setText(tr("%Ln snapshots · %1 held", nullptr, static_cast<int>(m_held->snapshots))
                              .arg(sizeText(m_held->heldBytes)));
    else
        m_totals->setText(
            tr("%Ln snapshots · %1 held · %2 if nothing were shared", nullptr, static_cast<int>(m_held->snapshots))
                .arg(sizeText(m_held->heldBytes), sizeText(m_held->listedBytes)));
    m_totals->setToolTip(m_held ? exactBytesText(m_held->heldBytes) : QString());
}

void StatusLine::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
    QStatusBar::changeEvent(event);
}

} // namespace hugger
