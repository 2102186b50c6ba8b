// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/appearancepage.h"

#include "ui/widgets/windowsettings.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

AppearancePage::AppearancePage(WindowSettings& settings, QWidget* parent)
    : SettingsPage(parent)
    , m_settings(settings)
    , m_scheme(new QComboBox(this))
    , m_language(new QComboBox(this))
{
    m_scheme->setObjectName(u"scheme"_s);
    m_language->setObjectName(u"language"_s);
    m_scheme->addItem(tr("As the desktop"), static_cast<int>(WindowSettings::Scheme::System));
    m_scheme->addItem(tr("Light"), static_cast<int>(WindowSettings::Scheme::Light));
    m_scheme->addItem(tr("Dark"), static_cast<int>(WindowSettings::Scheme::Dark));
    m_language->addItem(tr("As the desktop"), QString());
    // Each in its own words, so that everybody finds the way back.
    m_language->addItem(u"English"_s, u"en"_s);
    m_language->addItem(u"Deutsch"_s, u"de"_s);
    m_language->addItem(u"简体中文"_s, u"zh_CN"_s);

    QFormLayout* const form = addSection(tr("Appearance"));
    form->addRow(tr("Colo&rs:"), m_scheme);
    form->addRow(tr("&Language:"), m_language);
    form->addRow(makeHint(tr("Both apply at once.")));
    content()->addStretch();

    connect(m_scheme, &QComboBox::activated, this,
            [this] { m_settings.setScheme(static_cast<WindowSettings::Scheme>(m_scheme->currentData().toInt())); });
    connect(m_language, &QComboBox::activated, this,
            [this] { m_settings.setLanguage(m_language->currentData().toString()); });
    connect(&settings, &WindowSettings::changed, this, &AppearancePage::load);
    load();
}

void AppearancePage::load()
{
    m_scheme->setCurrentIndex(m_scheme->findData(static_cast<int>(m_settings.scheme())));
    m_language->setCurrentIndex(std::max(0, m_language->findData(m_settings.language())));
}

} // namespace hugger
