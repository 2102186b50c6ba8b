// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/tint.h"

#include <QtWidgets/QWidget>

namespace hugger {

/// A chip as a widget; takes no room while it has no text.
class ChipLabel final : public QWidget {
    Q_OBJECT

public:
    explicit ChipLabel(QWidget* parent = nullptr);
    void setChip(const Chip& chip);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Chip m_chip;
};

} // namespace hugger
