// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/hubtypes.h"

using namespace Qt::StringLiterals;

namespace hugger {

QString gatingName(Gating gating)
{
    switch (gating) {
    case Gating::No:
        return u"false"_s;
    case Gating::Auto:
        return u"auto"_s;
    case Gating::Manual:
        return u"manual"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace hugger
