// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGui/QIcon>

namespace hugger {

/// One of our own line icons (resources/icons/NAME.svg), drawn in the colour the palette gives text: right in light and
/// dark, at any scale, disabled and selected. Names: add, pause, resume, pause-all, resume-all, cancel, retry, remove,
/// restore, verify, repair, search, settings, folder, copy, link, external, filter, model, dataset, space, store,
/// store-unplugged, all, fetching, newer, gone, attention, card, files, revisions, events, license, notes, close, more,
/// key, network, bell, appearance, language, up, down, quit, info, check, file, export,
/// import.
[[nodiscard]] QIcon themedIcon(const QString& name);

/// The application's own icon.
[[nodiscard]] QIcon appIcon();

/// What is in an icon of the tray.
struct TrayState {
    double progress = -1; ///< 0 to 1: the ring; -1: none
    bool needsUser = false; ///< the dot
    bool paused = false;
};
/// Drawn for a tray of either brightness.
[[nodiscard]] QIcon trayIcon(const TrayState& state);

} // namespace hugger
