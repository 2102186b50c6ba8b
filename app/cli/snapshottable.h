// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/describe.h"
#include "app/cli/output.h"

#include <QtCore/QList>

namespace hugger {

/// Prints snapshots as a table for a person, a page of rows at a time: columns only get wider.
class SnapshotTable final {
public:
    SnapshotTable(Output& out, StoreNames& stores)
        : m_out(out)
        , m_stores(stores)
    {
    }

    void add(const QList<SnapshotRow>& rows);

private:
    Output& m_out;
    StoreNames& m_stores;
    QList<qsizetype> m_widths;
};

} // namespace hugger
