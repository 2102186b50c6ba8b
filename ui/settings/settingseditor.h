// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"

#include <functional>

namespace hugger {

/// Changes the settings of the profile one by one, each at once. What is refused is put back.
class SettingsEditor final : public QObject {
    Q_OBJECT

public:
    explicit SettingsEditor(Engine& engine, QObject* parent = nullptr);

    [[nodiscard]] Engine& engine() const { return m_engine; }
    /// With what is on its way to the engine.
    [[nodiscard]] const Settings& settings() const { return m_settings; }
    void change(const std::function<void(Settings&)>& how);

Q_SIGNALS:
    void changed(); ///< by us, by others, or back again
    void applied();
    void refused(const hugger::Error& error);

private:
    void takeEngines();

    Engine& m_engine;
    Settings m_settings;
    int m_underWay = 0;
};

} // namespace hugger
