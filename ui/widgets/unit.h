// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QString>

#include <algorithm>

namespace hugger {

/// Puts what stands around `number` in `text` around the field's: "12 hours", "%1 GB".
template<typename Box> void setUnit(Box* box, const QString& text, const QString& number)
{
    const qsizetype at = text.indexOf(number);
    box->setPrefix(text.first(std::max<qsizetype>(at, 0)));
    box->setSuffix(at < 0 ? QString() : text.sliced(at + number.size()));
}

} // namespace hugger
