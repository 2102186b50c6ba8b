// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/enginetypes.h"

#include <QtWidgets/QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace hugger {

/// Asks before snapshots go to the trash. One that may be the last copy is removed by typing its name, and only by
/// itself: among several it is left out.
class RemoveDialog final : public QDialog {
    Q_OBJECT

public:
    RemoveDialog(const QList<HeldRow>& rows, int trashDays, QWidget* parent = nullptr);

    [[nodiscard]] const QList<HeldRow>& rows() const { return m_rows; } ///< those it asks about
    void showWeight(const Expected<Removal>& weight);

private:
    [[nodiscard]] QString question() const;
    [[nodiscard]] QLabel* addText(const QString& text);
    void addNames();
    void addField();

    QList<HeldRow> m_rows;
    QStringList m_leftOut;
    int m_trashDays;
    QLabel* m_weight;
    QLineEdit* m_name = nullptr; ///< objectName "removeName"
    QPushButton* m_remove; ///< objectName "removeButton"
};

} // namespace hugger
