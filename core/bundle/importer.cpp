// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle/importer.h"

#include <QtCore/QJsonArray>

using namespace Qt::StringLiterals;

namespace hugger {

QJsonObject Imported::toJson() const
{
    QJsonArray all;
    for (const HeldSnapshot& one : snapshots) {
        all.append(QJsonObject{{u"kind"_s, kindName(one.key.repo.kind)},
                               {u"repo"_s, one.key.repo.id},
                               {u"commit"_s, QString::fromLatin1(one.key.commit)},
                               {u"store"_s, one.storeId}});
    }
    return {{u"snapshots"_s, all},      {u"files"_s, files},   {u"bytes"_s, bytes},
            {u"new_bytes"_s, newBytes}, {u"merged"_s, merged}, {u"view_trouble"_s, viewTrouble}};
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
