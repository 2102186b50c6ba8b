// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle/bundle.h"

#include "base/json.h"
#include "base/say.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr std::array formatNames{"folder"_L1, "tar"_L1, "tar.zst"_L1, "tar.gz"_L1, "zip"_L1};
constexpr int leastLevel = 1;
constexpr int mostLevel = 19;

Error badWish(const QString& what)
{
    return {ErrorKind::Failed, u"bad_job"_s, Say::tr("This job cannot be read any more. Cancel it and ask again."),
            what};
}

} // namespace

QString bundleFormatName(BundleFormat format)
{
    return formatNames.at(static_cast<std::size_t>(format));
}

std::optional<BundleFormat> bundleFormatFromName(const QString& name)
{
    const auto at = std::ranges::find(formatNames, name);
    if (at == formatNames.end())
        return std::nullopt;
    return static_cast<BundleFormat>(at - formatNames.begin());
}

BundleFormat bundleFormatOf(const QString& file)
{
    static constexpr std::array<std::pair<QLatin1StringView, BundleFormat>, 6> endings{
        {{".tar"_L1, BundleFormat::Tar},
         {".tar.zst"_L1, BundleFormat::TarZst},
         {".tzst"_L1, BundleFormat::TarZst},
         {".tar.gz"_L1, BundleFormat::TarGz},
         {".tgz"_L1, BundleFormat::TarGz},
         {".zip"_L1, BundleFormat::Zip}}};
    for (const auto& [ending, format] : endings) {
        if (file.endsWith(ending, Qt::CaseInsensitive))
            return format;
    }
    return BundleFormat::Folder;
}

Expected<QList<HeldSnapshot>> heldSnapshots(Library& library, const QList<qint64>& rows)
{
    QList<HeldSnapshot> snapshots;
    for (const qint64 row : rows) {
        const auto held = library.catalog().snapshot(row);
        if (!held)
            return std::unexpected(held.error());
        snapshots.append({held->key, held->storeId});
    }
    return snapshots;
}

QJsonObject ExportWish::toJson() const
{
    QJsonArray all;
    for (const HeldSnapshot& one : snapshots) {
        all.append(QJsonObject{{u"kind"_s, kindName(one.key.repo.kind)},
                               {u"repo"_s, one.key.repo.id},
                               {u"commit"_s, QString::fromLatin1(one.key.commit)},
                               {u"store"_s, one.storeId}});
    }
    return {{u"snapshots"_s, all}, {u"target"_s, target},          {u"format"_s, bundleFormatName(format)},
            {u"level"_s, level},   {u"split_bytes"_s, splitBytes}, {u"since"_s, since}};
}

Expected<ExportWish> ExportWish::fromJson(const QJsonObject& json)
{
    JsonReader reader(json, u"The job"_s);
    ExportWish wish;
    for (const QJsonValue& value : reader.array("snapshots"_L1)) {
        JsonReader one(value.toObject(), u"A snapshot of the job"_s);
        const auto kind = kindFromName(one.text("kind"_L1));
        const auto repo = kind.and_then([&](RepoKind of) { return RepoId::make(of, one.text("repo"_L1)); });
        if (!repo)
            return std::unexpected(badWish(repo.error().message));
        wish.snapshots.append({{*repo, one.hex("commit"_L1, 40)}, one.text("store"_L1)});
        if (const auto ok = one.outcome(ErrorKind::Failed, u"bad_job"_s); !ok)
            return std::unexpected(badWish(ok.error().message));
    }
    const auto format = bundleFormatFromName(reader.text("format"_L1));
    wish.target = reader.text("target"_L1);
    wish.level = static_cast<int>(reader.size("level"_L1));
    wish.splitBytes = reader.size("split_bytes"_L1);
    wish.since = reader.textOr("since"_L1, {});
    if (const auto ok = reader.outcome(ErrorKind::Failed, u"bad_job"_s); !ok)
        return std::unexpected(badWish(ok.error().message));
    if (!format || wish.level < leastLevel || wish.level > mostLevel || wish.snapshots.isEmpty())
        return std::unexpected(badWish(u"format, level or snapshots"_s));
    wish.format = *format;
    return wish;
}

QJsonObject ImportWish::toJson() const
{
    QJsonObject json{{u"source"_s, source}, {u"store"_s, storeId}};
    if (as) {
        json[u"as_kind"_s] = kindName(as->kind);
        json[u"as_repo"_s] = as->id;
    }
    return json;
}

Expected<ImportWish> ImportWish::fromJson(const QJsonObject& json)
{
    JsonReader reader(json, u"The job"_s);
    ImportWish wish{reader.text("source"_L1), reader.textOr("store"_L1, {}), std::nullopt};
    if (const auto ok = reader.outcome(ErrorKind::Failed, u"bad_job"_s); !ok)
        return std::unexpected(badWish(ok.error().message));
    if (json.contains("as_repo"_L1)) {
        const auto kind = kindFromName(reader.text("as_kind"_L1));
        const auto repo = kind.and_then([&](RepoKind of) { return RepoId::make(of, reader.text("as_repo"_L1)); });
        if (!repo)
            return std::unexpected(badWish(repo.error().message));
        wish.as = *repo;
    }
    return wish;
}

} // namespace hugger
