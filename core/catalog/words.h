// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QString>

namespace hugger {

/// What a user typed as an FTS5 query that cannot be misread: every word a quoted string, all of them due, the last one
/// by prefix. Empty when there is no letter or digit in it: then nothing matches.
[[nodiscard]] QString ftsQuery(const QString& typed);

/// The words of an id as search wants them: besides what the tokenizer finds ("TinyLlama-1.1B" is tinyllama, 1, 1b),
/// the parts of run-together words ("Tiny Llama").
[[nodiscard]] QString idWords(const QString& id);

} // namespace hugger
