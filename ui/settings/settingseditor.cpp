// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/settingseditor.h"

namespace hugger {

SettingsEditor::SettingsEditor(Engine& engine, QObject* parent)
    : QObject(parent)
    , m_engine(engine)
    , m_settings(engine.settings())
{
    connect(&engine, &Engine::settingsChanged, this, &SettingsEditor::takeEngines);
    connect(&engine, &Engine::opened, this, &SettingsEditor::takeEngines);
}

void SettingsEditor::change(const std::function<void(Settings&)>& how)
{
    Settings wanted = m_settings;
    how(wanted);
    if (wanted == m_settings)
        return;
    m_settings = wanted;
    ++m_underWay;
    m_engine.apply(wanted).then(this, [this](const Done& done) {
        --m_underWay;
        if (done) {
            Q_EMIT applied();
        } else {
            m_settings = m_engine.settings();
            Q_EMIT changed();
            Q_EMIT refused(done.error());
        }
        takeEngines();
    });
    Q_EMIT changed();
}

void SettingsEditor::takeEngines()
{
    // While a change of ours is on its way the engine's are older.
    if (m_underWay > 0 || m_settings == m_engine.settings())
        return;
    m_settings = m_engine.settings();
    Q_EMIT changed();
}

} // namespace hugger
