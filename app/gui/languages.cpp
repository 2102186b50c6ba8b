// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/languages.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLibraryInfo>
#include <QtCore/QLocale>

using namespace Qt::StringLiterals;

namespace hugger {

void Languages::use(const QString& language)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(&m_qts);
    QCoreApplication::removeTranslator(&m_ours);
    if (m_qts.load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qts);
    // English, too, has plurals to be told.
    if (m_ours.load(locale, u"hugger"_s, u"_"_s, u":/i18n"_s) || m_ours.load(u":/i18n/hugger_en.qm"_s))
        QCoreApplication::installTranslator(&m_ours);
}

} // namespace hugger
