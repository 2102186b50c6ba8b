// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"

#include <QtWidgets/QDialog>

class QCheckBox;
class QDoubleSpinBox;
class QPushButton;
class QRadioButton;
class QSpinBox;

namespace hugger {

class MessageBar;

/// "every 12 hours, as the settings say"; `hours` is what they say.
[[nodiscard]] QString watchRuleText(const WatchRule& rule, int hours);
/// "told only", "fetched by itself up to 5 GB".
[[nodiscard]] QString fetchRuleText(const WatchRule& rule);

/// How often a repo is looked at, and what happens to what is new.
class WatchDialog final : public QDialog {
    Q_OBJECT

public:
    WatchDialog(Engine& engine, const RepoId& repo, const WatchRule& rule, QWidget* parent = nullptr);

    [[nodiscard]] WatchRule rule() const;

Q_SIGNALS:
    void saved();

private:
    void save();

    Engine& m_engine;
    RepoId m_repo;
    MessageBar* m_bar;
    QRadioButton* m_asSettings; ///< objectName "watchAsSettings"
    QRadioButton* m_every; ///< objectName "watchEvery"
    QSpinBox* m_hours; ///< objectName "watchHours"
    QRadioButton* m_never; ///< objectName "watchNever"
    QCheckBox* m_fetch; ///< objectName "watchFetch"
    QDoubleSpinBox* m_gigabytes; ///< objectName "watchGigabytes"
    QPushButton* m_save; ///< objectName "watchSave"
};

} // namespace hugger
