// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/repolink.h"

#include <QtCore/QList>

class QMimeData;

namespace hugger {

/// Every repo that something pasted or dropped names, each once, in its order: links of a list of links, of plain text
/// and of HTML, and ids where they stand alone. Nothing for files of this machine. Looks at the first million
/// characters.
[[nodiscard]] QList<RepoLink> linksIn(const QMimeData& mime, const QUrl& endpoint);

} // namespace hugger
