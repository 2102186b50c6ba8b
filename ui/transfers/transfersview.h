// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/transfers/transfersmodel.h"

#include <QtWidgets/QTreeView>

namespace hugger {

class WindowSettings;

/// The tree of transfers: columns, delegates, reordering by drag.
class TransfersView final : public QTreeView {
    Q_OBJECT

public:
    TransfersView(TransfersModel& model, WindowSettings& settings, QWidget* parent = nullptr);

    [[nodiscard]] QList<qint64> selectedJobs() const; ///< in the order shown, a job once
    void select(qint64 job);

    /// Widens columns whose title no longer fits: in another language, say.
    void fitTitles();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rowActionClicked(hugger::RowAction action, qint64 job);
    void selectedJobsChanged();

protected:
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;

private:
    [[nodiscard]] int heightOf(int rows) const;
    void setColumns();
    void saveColumns();

    TransfersModel& m_model;
    WindowSettings& m_settings;
};

} // namespace hugger
