// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle/bundlewriter.h"

#include "base/say.h"
#include "bundle/archivewriter.h"
#include "bundle/folderwriter.h"
#include "bundle/volumes.h"

using namespace Qt::StringLiterals;

namespace hugger {

Expected<std::unique_ptr<BundleWriter>> BundleWriter::create(const ExportWish& wish)
{
    if (wish.format == BundleFormat::Folder)
        return FolderWriter::create(wish.target);
    return ArchiveWriter::create(wish);
}

Done checkTargetIsFree(const ExportWish& wish)
{
    const QString taken = Volumes::takenName(wish.target, wish.splitBytes);
    if (!taken.isEmpty()) {
        return fail(
            ErrorKind::Disk, u"target_exists"_s,
            Say::tr("There is something at %1 already. Choose another name, or move it away first.").arg(taken));
    }
    return {};
}

} // namespace hugger
