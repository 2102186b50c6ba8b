// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle/intake.h"

#include "base/files.h"
#include "base/format.h"
#include "base/say.h"

#include <QtCore/QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr auto payloadPrefix = "data/"_L1;

/// One run of takeIn().
class Intake final {
public:
    Intake(const Store& store, const ImportWish& wish, BundleSource source, WorkProgress& progress,
           const std::stop_token& stop)
        : m_store(store)
        , m_wish(wish)
        , m_source(std::move(source))
        , m_progress(progress)
        , m_stop(stop)
        , m_held(store, stop)
    {
    }

    [[nodiscard]] Expected<std::shared_ptr<IncomingBundle>> run();

private:
    using Announced = std::optional<Stager::Announced>;
    [[nodiscard]] Expected<Announced> ask(const Stager& stager, const BundleEntry& entry);
    [[nodiscard]] Done announce(const Stager& stager);
    [[nodiscard]] Done checkRoom() const;
    [[nodiscard]] Done check(IncomingBundle& bundle);
    [[nodiscard]] Done checkOwn(IncomingBundle& bundle);
    [[nodiscard]] Done checkForeign(IncomingBundle& bundle);
    [[nodiscard]] Expected<std::vector<NamedFile>> plainFiles() const;
    [[nodiscard]] Done settleContents(IncomingBundle& bundle);

    Store m_store;
    ImportWish m_wish;
    BundleSource m_source;
    WorkProgress& m_progress;
    std::stop_token m_stop;
    HeldContents m_held;
    Staging* m_staging = nullptr;
    std::optional<QString> m_bag; ///< the folder with bagit.txt in it
    std::optional<QString> m_own; ///< the folder with hugger-bundle.json in it
    std::optional<QString> m_listed; ///< the folder with a manifest in it
    std::optional<BundleClaims> m_claims;
    bool m_wasAsked = false; ///< whether the claims were there before the payload
    std::vector<StagedFile> m_files;
};

Expected<std::shared_ptr<IncomingBundle>> Intake::run()
{
    auto reader = BundleReader::open(m_source);
    if (!reader)
        return std::unexpected(reader.error());
    auto staging = Staging::begin(m_store);
    if (!staging)
        return std::unexpected(staging.error());
    auto bundle = std::make_shared<IncomingBundle>();
    bundle->staging = *std::move(staging);
    m_staging = bundle->staging.get();
    crashPoint("import-begun");
    Stager stager(*m_staging, m_held, **reader, m_progress, m_stop);
    if (const auto ok = stager.run([&](const BundleEntry& entry) { return ask(stager, entry); }); !ok)
        return std::unexpected(ok.error());
    crashPoint("import-read");
    m_files = stager.takeFiles();
    if (const auto ok = check(*bundle); !ok)
        return std::unexpected(ok.error());
    crashPoint("import-checked");
    bundle->damaged = m_held.damaged();
    return bundle;
}

Expected<Intake::Announced> Intake::ask(const Stager& stager, const BundleEntry& entry)
{
    const auto note = [&entry, this](std::optional<QString>& folder, QLatin1StringView name) {
        if (!folder)
            folder = bagFolderOf(entry.path, name, m_source.format);
    };
    note(m_bag, "bagit.txt"_L1);
    note(m_own, "hugger-bundle.json"_L1);
    note(m_listed, "manifest-sha256.txt"_L1);
    if (!m_bag || !m_own)
        return std::nullopt;
    const bool isPayload = entry.path.startsWith(*m_bag + payloadPrefix);
    if (isPayload && !m_wasAsked) {
        m_wasAsked = true;
        if (const auto ok = announce(stager); !ok)
            return std::unexpected(ok.error());
    }
    if (!m_claims)
        return std::nullopt;
    if (!isPayload) {
        if (!entry.path.startsWith(*m_bag))
            return refuseBundle(entry.path, Say::tr("it lies outside the folder of the bundle"));
        return std::nullopt;
    }
    const auto line = m_claims->manifest.constFind(entry.path.sliced(m_bag->size()).toUtf8());
    if (line == m_claims->manifest.constEnd())
        return refuseBundle(entry.path, Say::tr("the manifest does not list it"));
    const BundleClaims::Content& content = m_claims->contents.at(*line);
    if (entry.size != content.size) {
        return refuseBundle(entry.path,
                            Say::tr("it has %1 bytes, and its record says %2").arg(entry.size).arg(content.size));
    }
    return Stager::Announced{*line, content.size, content.gitSha1.has_value()};
}

/// The promises come before the payload: from here on nothing that was not promised is even read.
Done Intake::announce(const Stager& stager)
{
    const QByteArray top = m_bag->toUtf8();
    QHash<QByteArray, const StagedFile*> tags;
    for (const StagedFile& file : stager.files()) {
        if (file.path.startsWith(top))
            tags.insert(file.path.sliced(top.size()), &file);
    }
    const FindStaged find = [&tags](const QByteArray& path) { return tags.value(path); };
    const auto there = areClaimsThere(*m_staging, find);
    if (!there)
        return std::unexpected(there.error());
    if (!*there)
        return {}; // packed anew by another program: what is promised is seen at the end
    auto claims = readClaims(*m_staging, find, top);
    if (!claims)
        return std::unexpected(claims.error());
    m_claims = *std::move(claims);
    m_progress.bytesTotal = m_claims->index.payloadBytes + m_progress.bytesDone;
    m_progress.filesTotal = m_claims->index.payloadFiles + m_progress.filesDone;
    crashPoint("import-announced");
    return checkRoom();
}

Done Intake::checkRoom() const
{
    qint64 needed = 0;
    BySha256<bool> seen;
    for (const RawSha256& sha256 : m_claims->manifest) {
        const qint64 size = m_claims->contents.at(sha256).size;
        if (seen.try_emplace(sha256, true).second && m_store.objectState(sha256.hex(), size) != ObjectState::Present)
            needed += size;
    }
    const auto free = m_store.freeBytes();
    if (!free)
        return std::unexpected(free.error());
    if (needed <= *free)
        return {};
    return fail(ErrorKind::Disk, u"disk_full"_s,
                Say::tr("The bundle does not fit: it brings %1, and %2 are free on the disk of the store. Free some "
                        "space, or choose another store (--store).")
                    .arg(formatBytes(needed), formatBytes(*free)),
                {}, Retry::NeedsUser);
}

Done Intake::check(IncomingBundle& bundle)
{
    if (!m_own && !m_bag && m_listed)
        return refuseBundle(*m_listed + u"bagit.txt"_s, Say::tr("it is missing"));
    Done ok;
    if (m_own)
        ok = checkOwn(bundle);
    else
        ok = checkForeign(bundle);
    return ok ? settleContents(bundle) : ok;
}

Done Intake::checkOwn(IncomingBundle& bundle)
{
    if (m_wish.as) {
        return fail(ErrorKind::Usage, u"bad_as"_s, Say::tr("The bundle says itself what is in it. Leave --as out."));
    }
    const QByteArray top = m_own->toUtf8();
    if (!m_claims) {
        const FindStaged find = [&](const QByteArray& path) -> const StagedFile* {
            const QByteArray whole = top + path;
            const auto at = std::ranges::lower_bound(m_files, whole, {}, &StagedFile::path);
            return at != m_files.end() && at->path == whole ? &*at : nullptr;
        };
        auto claims = readClaims(*m_staging, find, top);
        if (!claims)
            return std::unexpected(claims.error());
        m_claims = *std::move(claims);
    }
    if (const auto ok = checkClaims(*m_claims, *m_staging, m_files, m_held); !ok)
        return ok;
    for (Record& record : m_claims->records) {
        const QByteArray folder = top + bundleRecordFolder(SnapshotKey::of(record)) + "hub/";
        IncomingSnapshot snapshot{std::move(record), {}};
        auto file = std::ranges::lower_bound(m_files, folder, {}, &StagedFile::path);
        for (; file != m_files.end() && file->path.startsWith(folder); ++file)
            snapshot.answers.push_back(*file);
        bundle.snapshots.push_back(std::move(snapshot));
    }
    return {};
}

Done Intake::checkForeign(IncomingBundle& bundle)
{
    auto files = m_bag ? checkForeignBag(*m_staging, m_files, m_bag->toUtf8()) : plainFiles();
    if (!files)
        return std::unexpected(files.error());
    if (files->empty()) {
        return fail(ErrorKind::Usage, u"not_a_bundle"_s,
                    Say::tr("%1 has no files in it. Name a bundle, or a folder of files.").arg(m_wish.source));
    }
    auto record = recordOfFiles(m_wish.as.value_or(localRepo(m_wish.source)), *files, !m_wish.as);
    if (!record)
        return std::unexpected(record.error());
    bundle.snapshots.push_back({*std::move(record), {}});
    return {};
}

/// All files under their own names, without the one folder that an archive may have around them.
Expected<std::vector<NamedFile>> Intake::plainFiles() const
{
    qsizetype around = 0;
    if (m_source.format != BundleFormat::Folder && !m_files.empty()) {
        around = m_files.front().path.indexOf('/') + 1;
        const QByteArray folder = m_files.front().path.first(around);
        if (!std::ranges::all_of(m_files, [&](const StagedFile& file) { return file.path.startsWith(folder); }))
            around = 0;
    }
    std::vector<NamedFile> files;
    for (const StagedFile& file : m_files)
        files.push_back({QString::fromUtf8(file.path.sliced(around)), &file});
    return files;
}

Done Intake::settleContents(IncomingBundle& bundle)
{
    // What is only in the bundle's own texts does not enter as content.
    BySha256<qint64> numbers;
    for (const StagedFile& file : m_files)
        numbers.try_emplace(file.sha256, file.number);
    for (const IncomingSnapshot& snapshot : bundle.snapshots) {
        for (const HeldFile& file : snapshot.record.files) {
            const RawSha256 sha256 = RawSha256::of(file.sha256);
            const auto [at, isNew] = bundle.contents.try_emplace(sha256);
            if (!isNew)
                continue;
            const auto has = m_held.has(sha256, file.size);
            if (!has)
                return std::unexpected(has.error());
            const auto number = numbers.find(sha256);
            at->second = {*has || number == numbers.end() ? -1 : number->second, file.size};
        }
    }
    return {};
}

} // namespace

std::optional<QString> bagFolderOf(const QString& path, QLatin1StringView name, BundleFormat format)
{
    if (path == name)
        return QString();
    // An archive has one folder around it all; in a folder there may be bags that are its files.
    const qsizetype slash = path.indexOf(u'/');
    if (format == BundleFormat::Folder || slash < 0 || QStringView(path).sliced(slash + 1) != name)
        return std::nullopt;
    return path.first(slash + 1);
}

Expected<std::shared_ptr<IncomingBundle>> takeIn(const Store& store, const ImportWish& wish, WorkProgress& progress,
                                                 const std::stop_token& stop)
{
    auto source = findBundle(wish.source);
    if (!source)
        return std::unexpected(source.error());
    return Intake(store, wish, *std::move(source), progress, stop).run();
}

} // namespace hugger
