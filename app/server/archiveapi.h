// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/server/enginedoor.h"
#include "app/server/statusboard.h"

namespace hugger {

/// The routes about what is held and what runs: repos, archives, trash, jobs, events, stores, show. Does nothing by
/// itself: it asks the engine as the window does.
class ArchiveApi final : public QObject {
    Q_OBJECT

public:
    ArchiveApi(EngineDoor& engine, StatusBoard& board, bool hasWindow, QObject* parent = nullptr);

    void addRoutes(ApiRoutes& routes);

Q_SIGNALS:
    void showRequested(const QString& link, bool add);

private:
    EngineDoor& m_engine;
    StatusBoard& m_board;
    bool m_hasWindow;
};

} // namespace hugger
