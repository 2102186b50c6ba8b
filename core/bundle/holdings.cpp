// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle/holdings.h"

using namespace Qt::StringLiterals;

namespace hugger {

Expected<qint64> writeHoldings(Library&, const QString&, const QString&)
{
    return fail(ErrorKind::Failed, u"not_yet"_s, u"Not yet."_s);
}

Expected<QSet<QByteArray>> readHoldings(const QString&)
{
    return fail(ErrorKind::Failed, u"not_yet"_s, u"Not yet."_s);
}

} // namespace hugger
