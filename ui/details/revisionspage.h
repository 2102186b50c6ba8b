// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/enginetypes.h"
#include "ui/details/detailspage.h"

#include <QtCore/QSet>

class QTreeView;

namespace hugger {

class RevisionsModel;

/// The timeline of a repo.
class RevisionsPage final : public DetailsPage {
    Q_OBJECT

public:
    explicit RevisionsPage(QWidget* parent = nullptr);

    void clear() override;
    /// `shown` is the snapshot whose details these are.
    void setHistory(const QList<RevisionStep>& steps, qint64 shown);

Q_SIGNALS:
    void rowRequested(qint64 row);

protected:
    void retranslate() override;

private:
    RevisionsModel* m_model;
    QTreeView* m_view;
};

} // namespace hugger
