// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/updatepreview.h"

#include "base/say.h"

using namespace Qt::StringLiterals;

namespace hugger {

Expected<ArchiveWish> updateWish(Library& library, const RepoId& held, const QString& nameNow, const QString& revision,
                                 QStringList* warnings)
{
    const auto rows = library.catalog().heldOf(held, {});
    if (!rows)
        return std::unexpected(rows.error());
    ArchiveWish wish;
    wish.repo = {held.kind, nameNow.isEmpty() ? held.id : nameNow};
    wish.revision = revision;
    if (warnings)
        warnings->clear();
    return wish;
}

Task<Expected<UpdatePreview>> UpdatePreviewer::run(RepoId held, QString nameNow, QString revision,
                                                   std::stop_token stop) const
{
    const auto info = co_await m_hub.info(held, revision, stop);
    if (!info)
        co_return std::unexpected(info.error());
    const auto wish = updateWish(m_library, held, nameNow, revision, nullptr);
    if (!wish)
        co_return std::unexpected(wish.error());
    UpdatePreview preview;
    preview.wish = *wish;
    preview.held = held;
    co_return preview;
}

} // namespace hugger
