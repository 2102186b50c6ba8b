// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QObject>
#include <QtCore/QSettings>

namespace hugger {

/// How this user wants the window: PROFILE/window.ini. Not what is archived or how: that is Settings of the profile.
class WindowSettings final : public QObject {
    Q_OBJECT

public:
    enum class Scheme { System, Light, Dark };
    enum class Close { ToTray, Quit }; ///< what closing the window does where there is a tray

    explicit WindowSettings(const QString& profileFolder, QObject* parent = nullptr);

    [[nodiscard]] Scheme scheme() const;
    void setScheme(Scheme scheme); ///< applies at once; a stored one when this object is made
    [[nodiscard]] QString language() const; ///< "de", "zh_CN"; empty: the system's
    void setLanguage(const QString& language); ///< emits languageChanged()
    [[nodiscard]] Close onClose() const;
    void setOnClose(Close close);
    [[nodiscard]] bool notifyDone() const; ///< when archives end well
    void setNotifyDone(bool on);
    [[nodiscard]] bool notifyTrouble() const; ///< when something needs the user
    void setNotifyTrouble(bool on);
    [[nodiscard]] bool notifyWatch() const; ///< when something happened upstream
    void setNotifyWatch(bool on);
    [[nodiscard]] bool inhibitSleep() const; ///< while fetching
    void setInhibitSleep(bool on);
    [[nodiscard]] bool closeToTrayExplained() const;
    void setCloseToTrayExplained();
    [[nodiscard]] qint64 eventsSeen() const; ///< id of the newest event when the list of events was looked at last
    void setEventsSeen(qint64 event);

    /// Sizes, columns, sort orders and the like; `version` of the layout they belong to, others are not restored.
    void saveState(const QString& name, const QByteArray& state, int version);
    [[nodiscard]] QByteArray state(const QString& name, int version) const;

Q_SIGNALS:
    void languageChanged();
    void changed();

private:
    QSettings m_settings;
};

/// Asks the desktop for the scheme; where it has no say in that (no theme of its own, tests), gives the application
/// colours of our own.
void applyScheme(WindowSettings::Scheme scheme);

} // namespace hugger
