// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/repoid.h"

#include <QtCore/QString>

/// What the names of files say about weights. Names only: nothing is read.
namespace hugger {

/// "safetensors", "pytorch", "gguf", "onnx", ...: the format of weights a file belongs to; empty for everything else.
/// The index of sharded weights belongs to them, too.
[[nodiscard]] QString weightFormatOf(const QString& path);
/// "PyTorch", as people write it.
[[nodiscard]] QString weightFormatName(const QString& format);

/// "Q4_K_M", "IQ2_XS", "UD-Q4_K_XL", "F16": from the file's name, else from its folder's; empty when neither says.
[[nodiscard]] QString quantisationOf(const QString& path);
/// The same as it stands there ("q4_k_m"); a part of `path`.
[[nodiscard]] QString quantisationAsWritten(const QString& path);
/// The part of a vision model that reads images: comes beside the weights in GGUF.
[[nodiscard]] bool isProjector(const QString& path);
/// The name without folders, ".gguf" and "-00001-of-00003".
[[nodiscard]] QString weightStem(const QString& path);

/// Loading it with the usual tools can run code.
[[nodiscard]] bool mayHoldPickles(RepoKind kind, const QString& path);

} // namespace hugger
