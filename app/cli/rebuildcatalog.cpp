// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/remote.h"

using namespace Qt::StringLiterals;

namespace hugger {

Task<Expected<int>> runRebuildCatalog(Context& context)
{
    const auto library = co_await openLibrary(context, Library::Access::ReadWrite);
    if (!library)
        co_return std::unexpected(needsProfileAlone(library.error(), u"Making the catalog anew"_s));
    const auto count = (*library)->rebuild([&context](const QString& sentence) { context.out.notice(sentence); });
    if (!count)
        co_return std::unexpected(count.error());
    if (context.out.isJson())
        context.out.document({{u"records"_s, *count}});
    else
        context.out.line(u"The catalog was made anew from %1."_s.arg(counted(*count, u"record"_s, u"records"_s)),
                         Output::Tone::Good);
    co_return 0;
}

} // namespace hugger
