// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/notificationspage.h"

#include "ui/settings/autostart.h"
#include "ui/widgets/windowsettings.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hugger {

NotificationsPage::NotificationsPage(WindowSettings& settings, Autostart& autostart, QWidget* parent)
    : SettingsPage(parent)
    , m_settings(settings)
    , m_autostart(autostart)
    , m_done(new QCheckBox(tr("When a repo is &held"), this))
    , m_trouble(new QCheckBox(tr("When something &needs you"), this))
    , m_watch(new QCheckBox(tr("When something changes &upstream"), this))
    , m_close(new QComboBox(this))
    , m_start(new QCheckBox(tr("Start hugger when you &log in"), this))
    , m_awake(new QCheckBox(tr("Keep the computer a&wake while fetching"), this))
{
    m_done->setObjectName(u"notifyDone"_s);
    m_trouble->setObjectName(u"notifyTrouble"_s);
    m_watch->setObjectName(u"notifyWatch"_s);
    m_awake->setObjectName(u"inhibitSleep"_s);
    m_start->setObjectName(u"autostart"_s);
    m_close->setObjectName(u"onClose"_s);
    m_close->addItem(tr("Go on in the tray"), static_cast<int>(WindowSettings::Close::ToTray));
    m_close->addItem(tr("Quit"), static_cast<int>(WindowSettings::Close::Quit));

    QFormLayout* const notify = addSection(tr("Notify me"));
    notify->addRow(m_done);
    notify->addRow(m_trouble);
    notify->addRow(m_watch);
    QFormLayout* const background = addSection(tr("In the background"));
    background->addRow(tr("When the window is close&d:"), m_close);
    background->addRow(makeHint(tr("Where there is no tray, closing the window quits.")));
    background->addRow(m_start);
    background->addRow(m_awake);
    content()->addStretch();

    connect(m_done, &QCheckBox::clicked, &settings, &WindowSettings::setNotifyDone);
    connect(m_trouble, &QCheckBox::clicked, &settings, &WindowSettings::setNotifyTrouble);
    connect(m_watch, &QCheckBox::clicked, &settings, &WindowSettings::setNotifyWatch);
    connect(m_awake, &QCheckBox::clicked, &settings, &WindowSettings::setInhibitSleep);
    connect(m_close, &QComboBox::activated, this,
            [this] { m_settings.setOnClose(static_cast<WindowSettings::Close>(m_close->currentData().toInt())); });
    connect(m_start, &QCheckBox::clicked, this, [this](bool on) {
        if (const Done done = m_autostart.setEnabled(on); done)
            Q_EMIT applied();
        else
            Q_EMIT refused(done.error());
        load();
    });
    connect(&settings, &WindowSettings::changed, this, &NotificationsPage::load);
    load();
}

void NotificationsPage::load()
{
    m_done->setChecked(m_settings.notifyDone());
    m_trouble->setChecked(m_settings.notifyTrouble());
    m_watch->setChecked(m_settings.notifyWatch());
    m_awake->setChecked(m_settings.inhibitSleep());
    m_start->setChecked(m_autostart.isEnabled());
    m_close->setCurrentIndex(m_close->findData(static_cast<int>(m_settings.onClose())));
}

} // namespace hugger
