// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QString>

#include <optional>

namespace hugger {

/// True for what looks like a link, well-formed or not: it begins with hugger:, http:// or https://.
[[nodiscard]] bool looksLikeLink(const QString& text);

/// "hugger:" alone: a browser starts hugger with it, and wants nothing shown.
[[nodiscard]] bool isStartLink(const QString& text);

/// What a link from outside asks for, as an id or an https:// link that parseLink() may understand:
///
///   hugger:org/name[@revision]            org/name[@revision]
///   hugger://huggingface.co/org/name      https://huggingface.co/org/name
///   https://..., http://...               the same
///
/// Anybody can send one, so that it is never more than that: no path of this computer, no option, no other scheme.
[[nodiscard]] std::optional<QString> linkFromOutside(const QString& text);

} // namespace hugger
