// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/licensetexts.h"

#include "base/hash.h"
#include "base/say.h"

#include <QtCore/QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qint64 longText = 262'144;

} // namespace

Task<Expected<LicenseChange::Text>> LicenseTexts::of(QString path, Side before, Side after, std::stop_token stop) const
{
    const auto was = co_await one(path, before, stop);
    if (!was)
        co_return std::unexpected(was.error());
    const auto is = co_await one(path, after, stop);
    if (!is)
        co_return std::unexpected(is.error());
    co_return LicenseChange::Text{path, *was, *is};
}

Task<Expected<QString>> LicenseTexts::one(QString path, Side side, std::stop_token stop) const
{
    if (side.gitSha1.isEmpty())
        co_return QString();
    if (const auto kept = held(path, side.gitSha1))
        co_return QString::fromUtf8(*kept);
    if (side.commit.isEmpty())
        co_return QString();
    const auto bytes = co_await m_hub.smallFile(m_repo, side.commit, path, longText, stop);
    if (!bytes) {
        const Error error = bytes.error();
        if (error.kind == ErrorKind::NotAllowed || error.kind == ErrorKind::NotFound || error.code == "file_large"_L1)
            co_return QString();
        co_return std::unexpected(error);
    }
    if (gitBlobSha1Hex(*bytes) != side.gitSha1) {
        co_return fail(ErrorKind::Network, u"bad_answer"_s,
                       Say::tr("%1 came with other bytes than the Hub's listing says. A proxy or a network that wants "
                               "a login may be in between; try again later.")
                           .arg(path),
                       {}, Retry::NeedsUser);
    }
    co_return QString::fromUtf8(*bytes);
}

std::optional<QByteArray> LicenseTexts::held(const QString& path, const QByteArray& gitSha1) const
{
    for (const HeldRow& row : m_rows) {
        const auto capture = captureOf(m_library, row);
        if (!capture)
            continue;
        const auto file = std::ranges::find_if(capture->record.files, [&](const HeldFile& one) {
            return one.path == path && one.gitSha1 == gitSha1 && !one.lfs && one.size <= longText;
        });
        if (file == capture->record.files.end())
            continue;
        QFile object(capture->store.objectPath(file->sha256));
        if (object.open(QIODevice::ReadOnly))
            return object.read(longText);
    }
    return std::nullopt;
}

} // namespace hugger
