// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/enginetypes.h"
#include "ui/details/detailspage.h"

class QPushButton;
class QScrollArea;

namespace hugger {

class FactsForm;

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
    QScrollArea* m_area;
    FactsForm* m_facts;
    QPushButton* m_rest;
    QPushButton* m_edit;
    FactsForm* m_watched; ///< objectName "watchFacts"
    QPushButton* m_watch; ///< objectName "editWatch"
};

} // namespace hugger
