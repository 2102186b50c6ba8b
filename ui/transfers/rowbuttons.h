// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/transfers/transfersmodel.h"

#include <QtWidgets/QStyledItemDelegate>

namespace hugger {

/// Small buttons at the end of a row, for the mouse; the keyboard has the same in the view's actions.
class RowButtons final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

Q_SIGNALS:
    void clicked(hugger::RowAction action, qint64 job);

private:
    [[nodiscard]] static std::optional<RowAction> actionAt(const QPoint& pos, const QStyleOptionViewItem& option,
                                                           const QModelIndex& index);

    QPersistentModelIndex m_pressed;
};

} // namespace hugger
