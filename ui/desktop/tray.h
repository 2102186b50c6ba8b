// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/icons.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <array>
#include <memory>
#include <utility>

class QAction;
class QMenu;
class QSystemTrayIcon;

namespace hugger {

/// The icon in the tray, where there is a tray. Some trays come up after us, so it is looked for a few times; and some
/// go away again.
class Tray final : public QObject {
    Q_OBJECT

public:
    explicit Tray(QObject* parent = nullptr);
    ~Tray() override;

    [[nodiscard]] bool isAvailable() const { return m_isAvailable; }
    void show(const TrayState& state, const QString& tooltip);
    /// Names and how far they are, 0 to 1; -1: not known.
    void setRunning(const QList<std::pair<QString, double>>& topThree, bool allPaused);
    /// "Checking upstream: 12 of 40" while a round is under way; empty: it can be asked for.
    void setWatching(const QString& text);
    /// False where it cannot be shown.
    bool showBalloon(const QString& title, const QString& text, bool isTrouble);
    [[nodiscard]] QMenu& menu() { return *m_menu; }

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void availableChanged(bool available);
    void openRequested();
    void addFromClipboardRequested();
    void checkRequested();
    void pauseAllRequested();
    void resumeAllRequested();
    void quitRequested();
    void balloonClicked();

private:
    void watchHost();
    void look();
    void makeIcon();
    void retranslate();

    std::unique_ptr<QMenu> m_menu;
    std::array<QAction*, 3> m_running;
    QAction* m_afterRunning;
    QAction* m_pause;
    QAction* m_add;
    QAction* m_check;
    QAction* m_open;
    QAction* m_quit;
    QSystemTrayIcon* m_icon = nullptr; ///< made when there is a tray: one made before would never show
    QTimer m_again;
    int m_looked = 0;
    bool m_isAvailable = false;
    bool m_isHostGone = false; ///< what Qt does not notice
    bool m_allPaused = false;
    TrayState m_state;
    int m_shownPercent = -2;
    QString m_tooltip;
    QString m_watching;
};

} // namespace hugger
