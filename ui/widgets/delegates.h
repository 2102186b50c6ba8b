// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/tint.h"

#include <QtWidgets/QStyledItemDelegate>

namespace hugger {

/// What models hand to the delegates below. Delegates paint and nothing else.
enum CellRole {
    SecondLineRole = Qt::UserRole + 100, ///< QString: the quiet line under the first
    TintRole, ///< int(Tint) of a chip
    SignRole, ///< QString: the sign of a chip
    ProgressRole, ///< double 0 to 1; -1 or invalid: no bar
    PausedRole, ///< bool: the bar looks at rest
    SamplesRole, ///< QList<double>: the rate curve, oldest first
};

/// Two lines: the name, and under it what else there is to say. Long names elide in the middle.
class TwoLineDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// A chip (display text, TintRole, SignRole), or a progress bar with text where ProgressRole says so.
class ChipDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// A curve of SamplesRole, with the display text beside it.
class RateDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// Shows the whole text of a cell as a tooltip when it is elided and has no tooltip of its own. Installs itself on the
/// view, which owns it.
class ElidedTooltips final : public QObject {
    Q_OBJECT

public:
    explicit ElidedTooltips(class QAbstractItemView* view);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QAbstractItemView* m_view;
};

} // namespace hugger
