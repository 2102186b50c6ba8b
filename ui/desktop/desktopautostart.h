// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/autostart.h"

#include <QtCore/QStringList>

namespace hugger {

/// Autostart by a file in the autostart folder of the user (freedesktop.org, Desktop Application Autostart).
class DesktopAutostart final : public Autostart {
public:
    /// `arguments` beside --minimized. `folder` empty: the user's own.
    explicit DesktopAutostart(QString program, QStringList arguments = {}, const QString& folder = {});

    /// What starts this very hugger: the AppImage where it runs from one.
    [[nodiscard]] static QString thisProgram();

    [[nodiscard]] bool isEnabled() const override;
    [[nodiscard]] Done setEnabled(bool enabled) override;
    [[nodiscard]] const QString& file() const { return m_file; }

private:
    QString m_program;
    QStringList m_arguments;
    QString m_file;
};

} // namespace hugger
