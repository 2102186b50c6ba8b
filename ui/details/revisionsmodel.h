// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/enginetypes.h"

#include <QtCore/QAbstractItemModel>

namespace hugger {

/// The snapshots of a repo, newest first; below each its new license, if it has one, and the
/// files that differ from the one before it.
class RevisionsModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    using QAbstractItemModel::QAbstractItemModel;

    void setHistory(const QList<RevisionStep>& steps);
    [[nodiscard]] qint64 rowOf(const QModelIndex& index) const; ///< the snapshot's; 0 for a file
    [[nodiscard]] QModelIndex indexOf(qint64 row) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    using QObject::parent;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Step {
        RevisionStep step;
        int added = 0;
        int removed = 0;
        int changed = 0;
        qint64 bytes = 0; ///< more than before; less when negative
        bool isKnown = true; ///< what changed: not when one of both lies on an unplugged store
    };

    [[nodiscard]] QVariant stepData(const Step& step, int role) const;
    [[nodiscard]] QVariant changeData(const Step& step, int row, int role) const;

    QList<Step> m_steps;
};

} // namespace hugger
