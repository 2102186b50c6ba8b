// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/shellwords.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace hugger {

QString shellQuoted(const QString& text)
{
    static const QRegularExpression harmless(u"\\A[A-Za-z0-9_./:@%+=,-]+\\z"_s);
    if (harmless.match(text).hasMatch())
        return text;
    QString quoted = text;
    quoted.replace(u'\'', u"'\\''"_s);
    return u'\'' % quoted % u'\'';
}

} // namespace hugger
