// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/chiplabel.h"

#include <QtGui/QPainter>

#include "ui/widgets/chippaint.h"

namespace hugger {

ChipLabel::ChipLabel(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ChipLabel::setChip(const Chip& chip)
{
    m_chip = chip;
    setAccessibleName(chip.text);
    updateGeometry();
    update();
}

QSize ChipLabel::sizeHint() const
{
    return chipSize(m_chip, font());
}

void ChipLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintChip(painter, rect(), m_chip, font(), palette(), layoutDirection());
}

} // namespace hugger
