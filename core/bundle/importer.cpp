// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle/importer.h"

using namespace Qt::StringLiterals;

namespace hugger {

QJsonObject Imported::toJson() const
{
    return {{u"files"_s, files}};
}

Expected<BundleLook> lookIntoBundle(const ImportWish&)
{
    return fail(ErrorKind::Failed, u"not_yet"_s, u"Not yet."_s);
}

Task<Expected<Imported>> importBundle(Library&, ImportWish, QThreadPool&, std::shared_ptr<WorkProgress>,
                                      std::stop_token)
{
    co_return fail(ErrorKind::Failed, u"not_yet"_s, u"Not yet."_s);
}

} // namespace hugger
