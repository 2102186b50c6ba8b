// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/enginetypes.h"
#include "ui/details/detailspage.h"

class QTreeView;

namespace hugger {

class EventsModel;

/// What happened to a repo.
class EventsPage final : public DetailsPage {
    Q_OBJECT

public:
    explicit EventsPage(QWidget* parent = nullptr);

    void clear() override;
    void setEvents(const QList<Event>& events);

protected:
    void retranslate() override;

private:
    EventsModel* m_model;
    QTreeView* m_view;
};

} // namespace hugger
