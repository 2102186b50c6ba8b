// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle/exporter.h"

#include <QtCore/QJsonArray>

using namespace Qt::StringLiterals;

namespace hugger {

QJsonObject Exported::toJson() const
{
    return {{u"target"_s, target},
            {u"volumes"_s, QJsonArray::fromStringList(volumes)},
            {u"snapshots"_s, look.snapshots},
            {u"files"_s, look.files},
            {u"bytes"_s, look.bytes},
            {u"payload_files"_s, look.payloadFiles},
            {u"payload_bytes"_s, look.payloadBytes},
            {u"left_out_bytes"_s, look.leftOutBytes},
            {u"written_bytes"_s, writtenBytes}};
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
