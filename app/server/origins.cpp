// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/origins.h"

#include <algorithm>

namespace hugger {

namespace {

constexpr qsizetype longestId = 64;

} // namespace

bool isExtensionOrigin(QByteArrayView origin)
{
    for (const QByteArrayView scheme : {"chrome-extension://", "moz-extension://"}) {
        if (!origin.startsWith(scheme))
            continue;
        const QByteArrayView id = origin.sliced(scheme.size());
        return !id.isEmpty() && id.size() <= longestId && std::ranges::all_of(id, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        });
    }
    return false;
}

} // namespace hugger
