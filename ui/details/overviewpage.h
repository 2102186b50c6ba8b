// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/enginetypes.h"
#include "ui/details/detailspage.h"
#include "ui/details/factsform.h"

class QPushButton;
class QScrollArea;

namespace hugger {

/// What a snapshot is, in a form, with the user's notes.
class OverviewPage final : public DetailsPage {
    Q_OBJECT

public:
    explicit OverviewPage(QWidget* parent = nullptr);

    void clear() override;
    void setDetails(const SnapshotDetails& details);
    void setWatched(const WatchRow& watched, int hours); ///< `hours` are those of the settings

Q_SIGNALS:
    void watchRequested();
    void editRequested();
    void restRequested(); ///< the files that are not held

protected:
    void retranslate() override;

private:
    void showFacts();

    SnapshotDetails m_details;
    QList<Fact> m_watched; ///< none until it is known
    QScrollArea* m_area;
    FactsForm* m_facts; ///< objectName "facts"
    QPushButton* m_rest;
    QPushButton* m_edit;
    QPushButton* m_watch; ///< objectName "editWatch"
};

} // namespace hugger
