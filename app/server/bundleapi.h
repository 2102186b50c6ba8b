// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/server/apimessage.h"
#include "app/server/enginedoor.h"

namespace hugger {

class StatusBoard;

/// Export and import over the local server. They write and read whatever path is named, so only the owner may ask for
/// them: a browser that is paired never.
class BundleApi final : public QObject {
    Q_OBJECT

public:
    BundleApi(EngineDoor& engine, StatusBoard& board, QObject* parent = nullptr);

    void addRoutes(ApiRoutes& routes);

private:
    [[nodiscard]] Task<ApiAnswer> addExport(ApiRequest request);
    [[nodiscard]] Task<ApiAnswer> addImport(ApiRequest request);
    [[nodiscard]] Task<ApiAnswer> add(std::function<Answer<Job>(Engine&)> question, std::stop_token gone);

    EngineDoor& m_engine;
    StatusBoard& m_board;
};

} // namespace hugger
