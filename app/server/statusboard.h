// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/enginetypes.h"

#include "app/server/apimessage.h"

namespace hugger {

/// What is held and what runs, as the server's own thread knows it: told by the engine's news, so that a question about
/// it waits for nobody. Everything is called in the server's thread.
class StatusBoard final : public QObject {
    Q_OBJECT

public:
    // What the engine tells.
    void takeRows(const QList<HeldRow>& rows, bool first, bool last);
    void changeRows(const QList<HeldRow>& rows, const QList<qint64>& removed);
    void resetJobs(const QList<JobStatus>& jobs);
    void changeJobs(const QList<JobStatus>& jobs);
    void setStores(const QList<StoreStatus>& stores);

    /// All rows are here.
    [[nodiscard]] bool isLoaded() const { return m_loaded; }

private:
    bool m_loaded = false;
};

} // namespace hugger
