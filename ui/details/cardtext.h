// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QSet>
#include <QtCore/QString>

namespace hugger {

/// The Markdown of a card as it can be shown:
/// - without HTML. Headings, links, images, lines and paragraphs become Markdown, the text of everything else stays,
///   comments, scripts and styles go. Qt's own reader of mixed texts loses all that follows a tag that is never closed,
///   such as <img>; and what is no HTML cannot load anything either.
/// - of images whose address is not among `images` only the text that stands for them.
/// Code is left alone.
[[nodiscard]] QString readableMarkdown(const QString& markdown, const QSet<QString>& images);

} // namespace hugger
