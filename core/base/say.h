// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QCoreApplication>

namespace hugger {

/// Where the sentences that core says to people get their language: Say::tr("..."), when they are said, in any thread.
/// Details, logs, events and what is in files stay in English.
class Say final {
    Q_DECLARE_TR_FUNCTIONS(hugger::Say)

public:
    Say() = delete;
};

} // namespace hugger
