// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "archive/plan.h"
#include "engine/enginetypes.h"

#include <QtCore/QCryptographicHash>

#include <algorithm>

/// Plans and answers of a Hub that is not there.
namespace hugger::addfixtures {

struct File {
    QString path;
    qint64 size = 0;
    PlannedFile::Source source = PlannedFile::Source::Fetch;
    QString content; ///< files with the same one are equal; empty: the path
};

inline QByteArray commitOf(int number)
{
    return QByteArray::number(number, 16).rightJustified(7, '8').leftJustified(40, 'f');
}

/// As the planner gives it for everything.
inline std::shared_ptr<Plan> planOf(const QList<File>& files, qint64 freeBytes, qint64 spokenFor = 0)
{
    using namespace Qt::StringLiterals;
    auto plan = std::make_shared<Plan>();
    plan->info.repo = {RepoKind::Model, u"nova-lab/Kestrel-GGUF"_s};
    plan->info.commit = commitOf(0xc3);
    plan->info.lastModified = u"2026-11-03T10:00:00.000Z"_s;
    plan->info.license.ids = {u"apache-2.0"_s};
    plan->wish.repo = plan->info.repo;
    plan->wish.revision = u"main"_s;
    plan->wish.commit = plan->info.commit;
    plan->wish.store = u"home"_s;
    plan->freeBytes = freeBytes;
    QSet<QByteArray> counted;
    qint64 needed = 0;
    for (const File& file : files) {
        PlannedFile planned;
        planned.entry.path = file.path;
        planned.entry.size = file.size;
        planned.entry.oid = QCryptographicHash::hash((file.content.isEmpty() ? file.path : file.content).toUtf8(),
                                                     QCryptographicHash::Sha1)
                                .toHex();
        planned.source = file.source;
        plan->bytes += file.size;
        if (file.source != PlannedFile::Source::Fetch)
            plan->heldBytes += file.size;
        if (file.source != PlannedFile::Source::Held && !counted.contains(planned.entry.oid)) {
            counted.insert(planned.entry.oid);
            needed += file.size;
            if (file.source == PlannedFile::Source::Fetch) {
                plan->fetchBytes += file.size;
                ++plan->fetchFiles;
            }
        }
        plan->listing.files.append(planned.entry);
        plan->files.append(planned);
    }
    std::ranges::sort(plan->files, {}, [](const PlannedFile& file) { return file.entry.path; });
    plan->freeAfter = freeBytes - needed - spokenFor;
    return plan;
}

inline QList<File> ggufFiles()
{
    using namespace Qt::StringLiterals;
    constexpr qint64 mb = 1'000'000;
    return {
        {u".gitattributes"_s, 1'519, PlannedFile::Source::Fetch, {}},
        {u"README.md"_s, 12'400, PlannedFile::Source::Fetch, {}},
        {u"config.json"_s, 654, PlannedFile::Source::Fetch, {}},
        {u"BF16/Kestrel-BF16-00001-of-00002.gguf"_s, 9'900 * mb, PlannedFile::Source::Fetch, {}},
        {u"BF16/Kestrel-BF16-00002-of-00002.gguf"_s, 4'600 * mb, PlannedFile::Source::Fetch, {}},
        {u"Kestrel-F16.gguf"_s, 14'500 * mb, PlannedFile::Source::Fetch, {}},
        {u"Kestrel-IQ2_XS.gguf"_s, 2'200 * mb, PlannedFile::Source::Held, {}},
        {u"Kestrel-Q4_K.gguf"_s, 4'300 * mb, PlannedFile::Source::Fetch, {}},
        {u"Kestrel-Q4_K_M.gguf"_s, 4'400 * mb, PlannedFile::Source::Fetch, {}},
        {u"Kestrel-Q8_0.gguf"_s, 7'700 * mb, PlannedFile::Source::OtherStore, {}},
        {u"Kestrel-UD-Q4_K_XL.gguf"_s, 4'600 * mb, PlannedFile::Source::Fetch, {}},
        {u"mmproj-Kestrel-F16.gguf"_s, 860 * mb, PlannedFile::Source::Fetch, {}},
    };
}

inline QList<File> mixedFiles()
{
    using namespace Qt::StringLiterals;
    constexpr qint64 mb = 1'000'000;
    return {
        {u"README.md"_s, 9'000, PlannedFile::Source::Held, {}},
        {u"config.json"_s, 700, PlannedFile::Source::Fetch, {}},
        {u"model-00001-of-00002.safetensors"_s, 4'900 * mb, PlannedFile::Source::Fetch, {}},
        {u"model-00002-of-00002.safetensors"_s, 3'100 * mb, PlannedFile::Source::Fetch, {}},
        {u"model.safetensors.index.json"_s, 24'000, PlannedFile::Source::Fetch, {}},
        {u"onnx/config.json"_s, 700, PlannedFile::Source::Fetch, u"config.json"_s},
        {u"onnx/model.onnx"_s, 1 * mb, PlannedFile::Source::Fetch, {}},
        {u"onnx/model.onnx_data"_s, 8'000 * mb, PlannedFile::Source::Fetch, {}},
        {u"pytorch_model-00001-of-00001.bin"_s, 8'000 * mb, PlannedFile::Source::Fetch, {}},
        {u"pytorch_model.bin.index.json"_s, 24'000, PlannedFile::Source::Fetch, {}},
        {u"tokenizer.json"_s, 2 * mb, PlannedFile::Source::Fetch, {}},
        {u"training_args.bin"_s, 3'000, PlannedFile::Source::Fetch, {}},
    };
}

inline QList<File> manyFiles(int count)
{
    using namespace Qt::StringLiterals;
    QList<File> files;
    for (int i = 0; i < count; ++i)
        files.append({u"data/part-%1/%2.parquet"_s.arg(i % 100, 3, 10, QChar(u'0')).arg(i, 6, 10, QChar(u'0')),
                      1'000'000 + i,
                      PlannedFile::Source::Fetch,
                      {}});
    return files;
}

inline QList<StoreStatus> stores()
{
    using namespace Qt::StringLiterals;
    StoreStatus home;
    home.identity = {u"home"_s, u"Home"_s, {}};
    home.isDefault = true;
    home.isPlugged = true;
    home.freeBytes = 212'000'000'000;
    home.totalBytes = 1'000'000'000'000;
    StoreStatus shelf;
    shelf.identity = {u"shelf"_s, u"Shelf disk 2"_s, {}};
    shelf.trouble = u"Its disk is not plugged in."_s;
    return {home, shelf};
}

inline RepoPreview preview()
{
    using namespace Qt::StringLiterals;
    RepoPreview preview;
    preview.info = planOf({}, 0)->info;
    preview.link.repo = preview.info.repo;
    preview.refs.refs = {
        {u"refs/pr/3"_s, u"refs/pr/3"_s, commitOf(3), RefEntry::Type::PullRequest},
        {u"v1.0"_s, u"refs/tags/v1.0"_s, commitOf(2), RefEntry::Type::Tag},
        {u"main"_s, u"refs/heads/main"_s, preview.info.commit, RefEntry::Type::Branch},
        {u"dev"_s, u"refs/heads/dev"_s, commitOf(1), RefEntry::Type::Branch},
    };
    HeldRow held;
    held.id = 7;
    held.repo = preview.info.repo;
    held.commit = commitOf(2);
    held.isComplete = true;
    preview.held = {held};
    return preview;
}

inline SearchPage page(int first, int count, bool isLast)
{
    using namespace Qt::StringLiterals;
    SearchPage page;
    for (int i = first; i < first + count; ++i) {
        SearchHit hit;
        hit.repo = {RepoKind::Model, u"acme/Orion-%1B-Instruct"_s.arg(i + 1)};
        hit.downloads = 1'204'000 / (i + 1);
        hit.likes = 321 / (i + 1);
        hit.license = i % 3 == 0 ? u"apache-2.0"_s : u"llama3.1"_s;
        hit.bytes = i % 4 == 3 ? -1 : 14'500'000'000 / (i + 1);
        hit.gating = i % 3 == 1 ? Gating::Manual : Gating::No;
        hit.lastModified = u"2026-10-0%1T00:00:00.000Z"_s.arg(i % 9 + 1);
        page.hits.append(hit);
    }
    if (!isLast)
        page.next = QUrl(u"https://hub.invalid/api/models?cursor=%1"_s.arg(first + count));
    return page;
}

} // namespace hugger::addfixtures
