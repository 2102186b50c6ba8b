// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/enginetypes.h"

#include <QtWidgets/QDialog>

namespace hugger {

/// "Load it…": lines to copy for the programs that can use a snapshot, with its real paths.
class LoadDialog final : public QDialog {
    Q_OBJECT

public:
    explicit LoadDialog(const SnapshotDetails& details, QWidget* parent = nullptr);
};

} // namespace hugger
