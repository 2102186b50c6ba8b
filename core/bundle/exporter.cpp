// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle/exporter.h"

#include "base/files.h"
#include "base/format.h"
#include "base/log.h"
#include "base/say.h"
#include "bundle/bundlewriter.h"
#include "bundle/contentreader.h"
#include "bundle/exportplan.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QStorageInfo>

#include <algorithm>

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

namespace {

/// Room for what a file system needs beside the bytes themselves.
constexpr qint64 spaceMargin = 16 * 1024 * 1024;
constexpr qint64 bytesPerEntry = 2048; ///< headers and padding of an archive; of a folder half a block

Done checkTarget(const ExportWish& wish)
{
    if (wish.format == BundleFormat::Folder && wish.splitBytes > 0) {
        return fail(ErrorKind::Usage, u"split_folder"_s,
                    Say::tr("A folder cannot be split into volumes. Export to a file, such as .tar, instead."));
    }
    const QString folder = QFileInfo(wish.target).path();
    if (!QDir::isAbsolutePath(wish.target) || !QFileInfo(folder).isDir()) {
        return fail(
            ErrorKind::Usage, u"bad_target"_s,
            Say::tr("There is no folder %1 to write the export to. Make it first, or choose another.").arg(folder));
    }
    for (QDir above(QFileInfo(folder).canonicalFilePath());; above.setPath(QFileInfo(above.path()).path())) {
        if (above.exists(u"hugger-store.json"_s)) {
            return fail(
                ErrorKind::Usage, u"bad_target"_s,
                Say::tr("%1 is inside a store of hugger (%2), where nothing else belongs. Choose another folder.")
                    .arg(wish.target, above.path()));
        }
        if (above.isRoot())
            break;
    }
    return checkTargetIsFree(wish);
}

Done checkSpace(const ExportWish& wish, const ExportPlan& plan)
{
    // How small something becomes is only known when it is done.
    const bool isPlain = wish.format == BundleFormat::Folder || wish.format == BundleFormat::Tar;
    const auto entries = static_cast<qint64>(plan.contents.size() + plan.texts.size());
    const qint64 needed = plan.look.payloadBytes + plan.textBytes + entries * bytesPerEntry + spaceMargin;
    if (!isPlain || plan.look.freeBytes < 0 || needed <= plan.look.freeBytes)
        return {};
    return fail(ErrorKind::Disk, u"disk_full"_s,
                Say::tr("The export does not fit: it needs %1, and %2 are free in %3. Free some space, or choose "
                        "another folder.")
                    .arg(formatBytes(needed), formatBytes(plan.look.freeBytes), QFileInfo(wish.target).path()),
                {}, Retry::NeedsUser);
}

/// A plan that can be carried out as far as can be said beforehand.
Expected<ExportPlan> checkedPlan(Library& library, const ExportWish& wish, BundleTexts texts)
{
    if (!wish.target.isEmpty()) {
        if (const auto ok = checkTarget(wish); !ok)
            return std::unexpected(ok.error());
    }
    auto plan = planExport(library, wish, texts);
    if (!plan)
        return plan;
    if (!wish.target.isEmpty()) {
        plan->look.freeBytes = QStorageInfo(QFileInfo(wish.target).path()).bytesAvailable();
        if (const auto ok = checkSpace(wish, *plan); !ok)
            return std::unexpected(ok.error());
    }
    return plan;
}

Done writeTexts(BundleWriter& writer, const ExportPlan& plan, const std::stop_token& stop)
{
    for (const PlannedText& text : plan.texts) {
        if (stop.stop_requested())
            return std::unexpected(exportStopped());
        const QByteArray bytes = qUncompress(text.compressed);
        const auto ok = writer.begin({text.path, bytes.size(), text.time})
                            .and_then([&] { return writer.write(bytes); })
                            .and_then([&] { return writer.end(); });
        if (!ok)
            return ok;
    }
    return {};
}

Done writeContents(BundleWriter& writer, const ExportPlan& plan, ContentReader& reader, WorkProgress& progress)
{
    for (const PlannedContent& content : plan.contents) {
        if (const auto ok = writer.begin({content.path, content.size, content.time}); !ok)
            return ok;
        for (bool isLast = false; !isLast;) {
            const auto block = reader.next();
            if (!block)
                return std::unexpected(block.error());
            if (const auto ok = writer.write(block->bytes); !ok)
                return ok;
            progress.bytesDone += block->bytes.size();
            isLast = block->isLast;
        }
        if (const auto ok = writer.end(); !ok)
            return ok;
        ++progress.filesDone;
        crashPoint("export-content");
    }
    return {};
}

struct Written {
    Expected<BundleFiles> files;
    std::optional<std::size_t> damaged; ///< index of a content
};

/// On the pool.
Written writeBundle(const ExportPlan& plan, const ExportWish& wish, WorkProgress& progress, const std::stop_token& stop)
{
    auto writer = BundleWriter::create(wish);
    if (!writer)
        return {std::unexpected(writer.error()), {}};
    crashPoint("export-begun");
    if (const auto ok = writeTexts(**writer, plan, stop); !ok)
        return {std::unexpected(ok.error()), {}};
    crashPoint("export-texts");
    ContentReader reader(plan, stop);
    if (const auto ok = writeContents(**writer, plan, reader, progress); !ok)
        return {std::unexpected(ok.error()), reader.damaged()};
    return {(*writer)->finish(), {}};
}

/// As a verify that finds it: the catalog knows, and no record claims to be proved.
Done tellOfDamage(Library& library, const ExportWish& wish, const QString& storeId, const PlannedContent& content)
{
    if (const auto ok = library.catalog().markDamaged(storeId, content.sha256, true); !ok)
        return ok;
    const auto store = library.store(storeId);
    if (!store)
        return std::unexpected(store.error());
    for (const HeldSnapshot& wanted : wish.snapshots) {
        auto record = Records(*store).read(wanted.key);
        if (wanted.storeId != storeId || !record
            || std::ranges::find(record->files, content.sha256, &HeldFile::sha256) == record->files.end())
            continue;
        record->verifiedAt.clear();
        if (const auto ok = library.rewrite(*store, *record); !ok)
            return ok;
        (void)library.state().addEvent({0, u"damaged"_s, wanted.key.repo, wanted.key.commit, isoNow(),
                                        u"Some files are damaged or missing; repair fetches them again."_s});
    }
    return {};
}

} // namespace

Expected<ExportLook> weighExport(Library& library, const ExportWish& wish)
{
    return checkedPlan(library, wish, BundleTexts::LeaveOut).transform([](const ExportPlan& plan) {
        return plan.look;
    });
}

Task<Expected<Exported>> exportBundle(Library& library, ExportWish wish, QThreadPool& pool,
                                      std::shared_ptr<WorkProgress> progress, std::stop_token stop)
{
    auto planned = checkedPlan(library, wish, BundleTexts::Make);
    if (!planned)
        co_return std::unexpected(planned.error());
    const auto plan = std::make_shared<const ExportPlan>(*std::move(planned));
    progress->bytesDone = 0;
    progress->filesDone = 0;
    progress->bytesTotal = plan->look.payloadBytes;
    progress->filesTotal = plan->look.payloadFiles;

    auto work = [plan, wish, progress, stop] { return writeBundle(*plan, wish, *progress, stop); };
    const Written written = co_await onPool(&pool, std::move(work));
    if (written.damaged) {
        const PlannedContent& content = plan->contents[*written.damaged];
        const QString storeId = plan->stores[content.store].identity().id;
        if (const auto ok = tellOfDamage(library, wish, storeId, content); !ok)
            qCWarning(lcStore).noquote() << "A damaged content could not be noted:" << ok.error().detail;
    }
    if (!written.files)
        co_return std::unexpected(written.files.error());
    co_return Exported{wish.target, written.files->volumes, plan->look, written.files->bytes};
}

} // namespace hugger
