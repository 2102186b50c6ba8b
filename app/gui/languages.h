// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QString>
#include <QtCore/QTranslator>

namespace hugger {

/// The translations in use, ours and Qt's.
class Languages final {
public:
    explicit Languages(const QString& language) { use(language); }

    /// "de", "zh_CN"; empty: the system's. Windows are told and say everything anew.
    void use(const QString& language);

private:
    QTranslator m_ours;
    QTranslator m_qts;
};

} // namespace hugger
