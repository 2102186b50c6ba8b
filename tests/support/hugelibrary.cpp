// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/samplelibrary.h"

#include "support/samplesnapshot.h"

#include "base/hash.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hugger::test {

namespace {

const std::array organisations{u"acme"_s,    u"quill"_s,      u"nova-lab"_s, u"halcyon"_s,
                               u"corpora"_s, u"open_minds"_s, u"Zephyr.AI"_s};
const std::array families{u"llama"_s, u"bert"_s, u"Qwen2.5"_s, u"whisper"_s, u"stable-diffusion"_s,
                          u"gemma"_s, u"t5"_s,   u"mixtral"_s, u"phi"_s};
const std::array licenses{u"apache-2.0"_s, u"mit"_s, u"cc-by-4.0"_s, u"llama3"_s, u"other"_s};

template<typename List> const auto& pick(const List& list, qsizetype n)
{
    return list.at(static_cast<size_t>(n) % list.size());
}

/// Number n: two snapshots to a repo.
Record recordNumber(qsizetype n)
{
    const qsizetype repo = n / 2;
    const QString organisation = n % 1000 == 0 ? u"needle"_s : pick(organisations, repo);
    Record record;
    record.repo = {repo % 10 == 9 ? RepoKind::Dataset : RepoKind::Model,
                   u"%1/%2-%3"_s.arg(organisation, pick(families, repo / 7)).arg(repo)};
    const QByteArray seed = QByteArray::number(n);
    record.commit = gitBlobSha1Hex(seed);
    record.revision = u"main"_s;
    record.refs = {u"main"_s};
    record.endpoint = u"http://127.0.0.1:9"_s;
    record.capturedAt = daysAgo(static_cast<int>(n % 900));
    record.updatedAt = record.capturedAt;
    record.verifiedAt = n % 3 == 0 ? QString() : record.capturedAt;
    record.license.ids = {pick(licenses, repo)};
    record.tags = {u"safetensors"_s, u"text-generation"_s, pick(families, repo)};
    record.files = {
        {u"config.json"_s,
         600 + n % 100,
         sha256Hex(QByteArray("config " + QByteArray::number(repo))),
         gitBlobSha1Hex(QByteArray("config " + QByteArray::number(repo))),
         false,
         {}},
        {u"model.safetensors"_s, 4'000'000'000 + n * 1000, sha256Hex(seed), gitBlobSha1Hex(seed), true, {}}};
    record.listedFiles = n % 11 == 0 ? 12 : 2;
    record.listedBytes = record.bytes();
    return record;
}

} // namespace

void makeHugeCatalog(const QString& profileFolder, qsizetype snapshots)
{
    setEndpoint(profileFolder);
    auto profile = must(Profile::open(profileFolder));
    const KnownStore store = must(profile.addStore(profileFolder + u"/store"_s, u"Home"_s));
    auto catalog = must(Catalog::open(profileFolder + u"/catalog.db"_s, Database::Access::ReadWrite));
    qsizetype n = 0;
    must(catalog.putMany(store.identity.id, [&n, snapshots]() -> std::optional<std::pair<Record, QString>> {
        if (n == snapshots)
            return std::nullopt;
        Record record = recordNumber(n);
        QString card =
            u"# %1\n\nA made-up card that speaks of transformers, evaluation and number %2."_s.arg(record.repo.id)
                .arg(n);
        ++n;
        return std::pair(std::move(record), std::move(card));
    }));
    must(catalog.markRebuilt());
    // A few of each, all over the list.
    for (const auto& [upstream, first] :
         {std::pair(u"newer"_s, 3), std::pair(u"gone"_s, 5), std::pair(u"gated"_s, 7)}) {
        for (qsizetype one = first; one < snapshots; one += std::max<qsizetype>(snapshots / 20, 1))
            must(catalog.setUpstream(recordNumber(one).repo, upstream));
    }
}

void makeLongQueue(const QString& profileFolder, qsizetype jobs, bool paused)
{
    setEndpoint(profileFolder);
    const QString file = profileFolder + u"/state.db"_s;
    // Made by its owner, filled past it: one by one, 5,000 durable rows would take a while.
    must(State::open(file, Database::Access::ReadWrite));
    auto profile = must(Profile::open(profileFolder));
    const QString store = must(profile.openStore({})).identity().id;
    const auto database = must(Database::open(file, u"state"_s, Database::Access::ReadWrite));
    must(database->transaction([&]() -> Done {
        for (qsizetype n = 0; n < jobs; ++n) {
            const auto added = database->run(
                u"INSERT INTO jobs (type, kind, repo, revision, commit_id, selection, store, state, want_paused, wait, "
                "priority, bytes_done, bytes_total, files_done, files_total, created_at, updated_at, error) "
                "VALUES ('archive', 'model', ?, 'main', '', '{}', ?, 'queued', ?, ?, 0, 0, 0, 0, 0, ?, ?, '')"_s,
                {u"%1/queued-%2"_s.arg(pick(organisations, n)).arg(n), store, paused, paused ? u"paused"_s : QString(),
                 daysAgo(1), daysAgo(1)});
            if (!added)
                return std::unexpected(added.error());
        }
        return {};
    }));
}

void addProvableSnapshot(const QString& profileFolder)
{
    setEndpoint(profileFolder);
    const auto library = must(Library::open(profileFolder, Library::Access::ReadWrite));
    SampleSnapshot zeros(RepoKind::Model, u"acme/zeros"_s, "2e0c654");
    zeros.text(u"README.md"_s, "# Zeros\n")
        .zeros(u"model.safetensors"_s, 2'000'000'000,
               "2e0c654b6cba3a1e816726bae0eac481eb7fd0351633768c3c18392e0f02b619");
    zeros.keep(*library, must(library->store({})));
}

} // namespace hugger::test
