// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/catalog.h"

#include <QtCore/QTimer>
#include <QtWidgets/QTreeView>

namespace hugger {

class LibraryModel;
class WindowSettings;

/// The table of what is held: columns that are remembered, and a selection and a place that survive every update.
class LibraryTable final : public QTreeView {
    Q_OBJECT

public:
    LibraryTable(LibraryModel& model, WindowSettings& settings, QWidget* parent = nullptr);

    /// What is chosen, put together.
    struct Chosen {
        qsizetype rows = 0; ///< all
        qsizetype held = 0;
        qsizetype fetching = 0;
        qsizetype unpaused = 0; ///< of those that are being fetched
        qint64 bytes = 0;
        bool hasDamage = false;
        qint64 onlyHeld = 0; ///< its id, when it is the only row
    };
    [[nodiscard]] Chosen chosen() const;
    [[nodiscard]] bool isAnyChosen(int first, int last) const; ///< of these rows
    [[nodiscard]] QList<HeldRow> chosenRows() const; ///< from the top; some may not be held yet
    /// Makes this the only row that is chosen, and scrolls to it. False when it is not shown.
    bool choose(qint64 id);

    [[nodiscard]] const QList<QAction*>& columnActions() const { return m_columnActions; }
    void saveColumns();

Q_SIGNALS:
    void choiceChanged();
    void openRequested(); ///< double-click

protected:
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void makeColumns();
    void fitColumns();
    void nameColumns();
    void keepPlace();
    void findPlace();
    void chooseNext();

    LibraryModel& m_model;
    WindowSettings& m_settings;
    QTimer m_save;
    QList<QAction*> m_columnActions;
    bool m_isFitted = false; ///< the columns have widths that somebody or something chose

    // Across a reset.
    QSet<qint64> m_keptIds;
    qint64 m_keptCurrent = 0;
    qint64 m_keptTop = 0;
    int m_keptOffset = 0; ///< of the current row, or of the top one, from the top of the view
    bool m_isCurrentInView = false;
    bool m_isKeeping = false;
};

} // namespace hugger
