// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QFile>
#include <QtCore/QString>

namespace hugger {

/// What the desktop knows us by: the name of our .desktop file, icon and AppStream component.
inline constexpr QLatin1StringView desktopId{"io.github.hugger.Hugger"};

[[nodiscard]] inline bool isInFlatpak()
{
    static const bool is = QFile::exists(QStringLiteral("/.flatpak-info"));
    return is;
}

} // namespace hugger
