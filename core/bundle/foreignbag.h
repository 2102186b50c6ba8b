// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bundle/bundleclaims.h"

namespace hugger {

/// A file as a snapshot is to have it.
struct NamedFile {
    QString path;
    const StagedFile* file = nullptr;
};

/// The payload of a bag that another program made: manifest (SHA-256 or SHA-512), tag manifests and Payload-Oxum right
/// and complete. Integrity "bad_bundle". Blocks.
[[nodiscard]] Expected<std::vector<NamedFile>> checkForeignBag(const Staging& staging,
                                                               const std::vector<StagedFile>& files,
                                                               const QByteArray& top);

/// What an import calls a folder or bag that does not say what it is: "local/" and its name, as far as ids may be so.
[[nodiscard]] RepoId localRepo(const QString& source);

/// The record of files that came from no Hub: no endpoint, revision "imported", and as commit the first 40 digits of
/// the SHA-256 over the sorted lines "<sha256>  <path>\n", so that the same files are the same snapshot everywhere.
/// `isLocal`: the id is hugger's own, so "main" leads to it, too.
[[nodiscard]] Expected<Record> recordOfFiles(const RepoId& repo, const std::vector<NamedFile>& files, bool isLocal);

} // namespace hugger
