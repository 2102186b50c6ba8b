// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle/statement.h"

namespace hugger {

QByteArray statementOf(const Record& record, const QString&)
{
    return record.repo.display().toUtf8();
}

} // namespace hugger
