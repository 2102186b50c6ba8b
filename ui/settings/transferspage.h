// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/settingspage.h"

class QCheckBox;
class QDoubleSpinBox;
class QSpinBox;
class QTimeEdit;

namespace hugger {

/// How fast, how many at once, and when.
class TransfersPage final : public SettingsPage {
    Q_OBJECT

public:
    explicit TransfersPage(SettingsEditor& editor, QWidget* parent = nullptr);

private:
    void load();

    SettingsEditor& m_editor;
    QDoubleSpinBox* m_bandwidth;
    QSpinBox* m_connections;
    QSpinBox* m_parallelJobs;
    QCheckBox* m_schedule;
    QTimeEdit* m_from;
    QTimeEdit* m_to;
    QSpinBox* m_trashDays;
};

} // namespace hugger
