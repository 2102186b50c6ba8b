// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle/exporter.h"

using namespace Qt::StringLiterals;

namespace hugger {

QJsonObject Exported::toJson() const
{
    return {{u"target"_s, target}};
}

Expected<ExportLook> weighExport(Library&, const ExportWish&)
{
    return fail(ErrorKind::Failed, u"not_yet"_s, u"Not yet."_s);
}

Task<Expected<Exported>> exportBundle(Library&, ExportWish, QThreadPool&, std::shared_ptr<WorkProgress>,
                                      std::stop_token)
{
    co_return fail(ErrorKind::Failed, u"not_yet"_s, u"Not yet."_s);
}

} // namespace hugger
