// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/windowsettings.h"

#include <QtGui/QGuiApplication>
#include <QtGui/QPalette>
#include <QtGui/QStyleHints>
#include <QtWidgets/QApplication>

#include "ui/widgets/huggerstyle.h"
#include "ui/widgets/tint.h"

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

QPalette ownPalette(bool dark)
{
    const QColor window = dark ? QColor(0x25, 0x28, 0x2d) : QColor(0xf3, 0xf4, 0xf6);
    const QColor base = dark ? QColor(0x1c, 0x1e, 0x22) : QColor(0xff, 0xff, 0xff);
    const QColor button = dark ? QColor(0x33, 0x37, 0x3d) : QColor(0xf8, 0xf9, 0xfa);
    const QColor text = dark ? QColor(0xee, 0xf0, 0xf2) : QColor(0x1b, 0x1e, 0x23);
    const QColor accent = dark ? QColor(0x37, 0x69, 0xbd) : QColor(0x2f, 0x6b, 0xd8);
    QPalette palette(button, window);
    using enum QPalette::ColorRole;
    for (const QPalette::ColorRole role : {WindowText, Text, ButtonText, ToolTipText}) {
        palette.setColor(role, text);
        palette.setColor(QPalette::Disabled, role, mixed(text, window, 0.55));
    }
    palette.setColor(Base, base);
    palette.setColor(AlternateBase, mixed(base, window, 0.5));
    palette.setColor(ToolTipBase, button);
    palette.setColor(PlaceholderText, quietOn(text, base));
    palette.setColor(Highlight, accent);
    palette.setColor(Accent, accent);
    palette.setColor(QPalette::Disabled, Highlight, mixed(window, text, 0.3));
    palette.setColor(HighlightedText, Qt::white);
    palette.setColor(Link, dark ? QColor(0x8a, 0xb2, 0xff) : QColor(0x1f, 0x57, 0xb8));
    palette.setColor(LinkVisited, dark ? QColor(0xc4, 0xa6, 0xf0) : QColor(0x6b, 0x3f, 0xa8));
    return palette;
}

} // namespace

void applyScheme(WindowSettings::Scheme scheme)
{
    HuggerStyle::install();
    QStyleHints* const hints = QGuiApplication::styleHints();
    if (scheme == WindowSettings::Scheme::System) {
        hints->unsetColorScheme();
        QApplication::setPalette(QPalette());
        return;
    }
    const bool dark = scheme == WindowSettings::Scheme::Dark;
    const Qt::ColorScheme wanted = dark ? Qt::ColorScheme::Dark : Qt::ColorScheme::Light;
    hints->setColorScheme(wanted);
    QApplication::setPalette(hints->colorScheme() == wanted ? QPalette() : ownPalette(dark));
}

WindowSettings::WindowSettings(const QString& profileFolder, QObject* parent)
    : QObject(parent)
    , m_settings(profileFolder + "/window.ini"_L1, QSettings::IniFormat)
{
    HuggerStyle::install();
    if (scheme() != Scheme::System)
        applyScheme(scheme());
}

WindowSettings::Scheme WindowSettings::scheme() const
{
    const QString name = m_settings.value("appearance/scheme"_L1).toString();
    return name == "light"_L1 ? Scheme::Light : (name == "dark"_L1 ? Scheme::Dark : Scheme::System);
}

void WindowSettings::setScheme(Scheme scheme)
{
    if (scheme == this->scheme())
        return;
    m_settings.setValue("appearance/scheme"_L1,
                        scheme == Scheme::Light ? u"light"_s : (scheme == Scheme::Dark ? u"dark"_s : u"system"_s));
    applyScheme(scheme);
    Q_EMIT changed();
}

QString WindowSettings::language() const
{
    return m_settings.value("appearance/language"_L1).toString();
}

void WindowSettings::setLanguage(const QString& language)
{
    if (language == this->language())
        return;
    m_settings.setValue("appearance/language"_L1, language);
    Q_EMIT languageChanged();
    Q_EMIT changed();
}

WindowSettings::Close WindowSettings::onClose() const
{
    return m_settings.value("window/on_close"_L1).toString() == "quit"_L1 ? Close::Quit : Close::ToTray;
}

void WindowSettings::setOnClose(Close close)
{
    m_settings.setValue("window/on_close"_L1, close == Close::Quit ? u"quit"_s : u"tray"_s);
    Q_EMIT changed();
}

bool WindowSettings::notifyDone() const
{
    return m_settings.value("notifications/done"_L1, true).toBool();
}

void WindowSettings::setNotifyDone(bool on)
{
    m_settings.setValue("notifications/done"_L1, on);
    Q_EMIT changed();
}

bool WindowSettings::notifyTrouble() const
{
    return m_settings.value("notifications/trouble"_L1, true).toBool();
}

void WindowSettings::setNotifyTrouble(bool on)
{
    m_settings.setValue("notifications/trouble"_L1, on);
    Q_EMIT changed();
}

bool WindowSettings::notifyWatch() const
{
    return m_settings.value("notifications/watch"_L1, true).toBool();
}

void WindowSettings::setNotifyWatch(bool on)
{
    m_settings.setValue("notifications/watch"_L1, on);
    Q_EMIT changed();
}

bool WindowSettings::inhibitSleep() const
{
    return m_settings.value("window/inhibit_sleep"_L1, true).toBool();
}

void WindowSettings::setInhibitSleep(bool on)
{
    m_settings.setValue("window/inhibit_sleep"_L1, on);
    Q_EMIT changed();
}

bool WindowSettings::closeToTrayExplained() const
{
    return m_settings.value("window/close_to_tray_explained"_L1, false).toBool();
}

void WindowSettings::setCloseToTrayExplained()
{
    m_settings.setValue("window/close_to_tray_explained"_L1, true);
}

qint64 WindowSettings::eventsSeen() const
{
    return m_settings.value("events/seen"_L1, 0).toLongLong();
}

void WindowSettings::setEventsSeen(qint64 event)
{
    m_settings.setValue("events/seen"_L1, event);
}

void WindowSettings::saveState(const QString& name, const QByteArray& state, int version)
{
    m_settings.setValue(u"state/%1"_s.arg(name), QVariantList{version, state});
}

QByteArray WindowSettings::state(const QString& name, int version) const
{
    const QVariantList saved = m_settings.value(u"state/%1"_s.arg(name)).toList();
    return saved.size() == 2 && saved.at(0).toInt() == version ? saved.at(1).toByteArray() : QByteArray();
}

} // namespace hugger
