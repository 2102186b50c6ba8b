// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/hash.h"
#include "engine/enginetypes.h"

#include <QtCore/QBuffer>
#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>
#include <QtGui/QImage>

/// What the engine would answer.
namespace hugger::test {

using namespace Qt::StringLiterals;

inline HeldFile heldFile(const QString& path, qint64 size)
{
    const QByteArray hash = sha256Hex(path.toUtf8());
    return {
        .path = path, .size = size, .sha256 = hash, .gitSha1 = hash.first(40), .lfs = size > 1000000, .xetHash = {}};
}

inline qint64 secondsAt(int month, int day)
{
    return QDateTime(QDate(2026, month, day), QTime(14, 3), QTimeZone::UTC).toSecsSinceEpoch();
}

inline SnapshotDetails sampleDetails()
{
    SnapshotDetails details;
    Record& record = details.record;
    record.repo = {RepoKind::Model, u"acme/Orion-7B-Instruct"_s};
    record.commit = "8f3c21e0c1d2a3b4c5d6e7f8091a2b3c4d5e6f70";
    record.revision = u"main"_s;
    record.refs = {u"main"_s, u"v1.0"_s};
    record.hubId = u"66aabbccddeeff0011223344"_s;
    record.endpoint = u"https://hub.example"_s;
    record.capturedAt = u"2026-11-03T09:15:00Z"_s;
    record.updatedAt = u"2026-11-12T09:15:00Z"_s;
    record.lastModified = u"2026-11-02T20:00:00.000Z"_s;
    record.license.ids = {u"apache-2.0"_s};
    record.license.link = u"https://hub.example/acme/Orion-7B-Instruct/blob/main/LICENSE"_s;
    record.tags = {u"text-generation"_s,         u"safetensors"_s, u"conversational"_s, u"en"_s, u"de"_s,
                   u"base_model:acme/Orion-7B"_s};
    record.files = {heldFile(u"LICENSE"_s, 11357), heldFile(u"README.md"_s, 8201), heldFile(u"config.json"_s, 812),
                    heldFile(u"figures/scores.png"_s, 82110)};
    for (int i = 1; i <= 3; ++i)
        record.files.append(heldFile(u"model-0000%1-of-00003.safetensors"_s.arg(i), 4831838208));
    record.files.append(heldFile(u"tokenizer/merges.txt"_s, 1671853));
    record.files.append(heldFile(u"tokenizer/tokenizer.json"_s, 9085657));
    record.listedFiles = record.files.size();
    record.listedBytes = record.bytes();
    record.huggerVersion = u"0.1.0"_s;
    record.notes = u"Runs on the old workstation.\nCompare with the 70B one."_s;
    record.ownTags = {u"favourite"_s, u"work"_s};
    HeldRow& row = details.row;
    row.id = 7;
    row.repo = record.repo;
    row.commit = record.commit;
    row.revision = record.revision;
    row.storeId = u"home"_s;
    row.license = u"apache-2.0"_s;
    row.upstream = u"current"_s;
    row.capturedAt = secondsAt(11, 3);
    row.verifiedAt = secondsAt(11, 12);
    row.files = record.files.size();
    row.bytes = record.bytes();
    row.isComplete = true;
    details.storeLabel = u"Home"_s;
    details.hubCache = u"/home/kim/hugger store/hub"_s;
    details.folder =
        details.hubCache + u"/models--acme--Orion-7B-Instruct/snapshots/"_s + QString::fromLatin1(record.commit);
    details.recordFolder = u"/home/kim/hugger store/records/models/acme/Orion-7B-Instruct"_s;
    details.isPlugged = true;
    details.sharedBytes = 4100000000;
    return details;
}

inline SnapshotDetails partialDetails()
{
    SnapshotDetails details = sampleDetails();
    details.record.repo.id = u"nova-lab/Kestrel-GGUF"_s;
    details.record.files = {heldFile(u"README.md"_s, 4201), heldFile(u"Kestrel-Q4_K_M.gguf"_s, 4431385152)};
    details.record.listedFiles = 4;
    details.record.listedBytes = 21000000000;
    details.lacking = {
        {.path = u"Kestrel-Q8_0.gguf"_s, .size = 8100000000, .oid = {}, .sha256 = {}, .xetHash = {}},
        {.path = u"full/Kestrel-F16.gguf"_s, .size = 8464410647, .oid = {}, .sha256 = {}, .xetHash = {}}};
    details.row.id = 8;
    details.row.repo = details.record.repo;
    details.row.files = 2;
    details.row.bytes = details.record.bytes();
    details.row.isComplete = false;
    details.row.verifiedAt = 0;
    details.row.upstream = u"newer"_s;
    return details;
}

inline QByteArray pngOf(int width, int height, QRgb color)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(color);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

inline Card sampleCard()
{
    Card card;
    card.markdown = u"# Orion 7B Instruct\n"
                    "\n"
                    "[![Paper](https://img.example/badge.svg)](https://papers.example/orion) <img "
                    "src=\"file:///etc/logo.png\" alt=\"Logo\">\n"
                    "\n"
                    "Orion is an **instruction-tuned** model of 7.24 billion parameters. See [the "
                    "files](tokenizer/tokenizer.json),\n"
                    "[how to use it](#how-to-use-it) and [the paper](https://papers.example/orion).\n"
                    "\n"
                    "![Scores](figures/scores.png)\n"
                    "\n"
                    "## How to use it\n"
                    "\n"
                    "```python\n"
                    "from transformers import AutoModelForCausalLM\n"
                    "model = AutoModelForCausalLM.from_pretrained(\"acme/Orion-7B-Instruct\")\n"
                    "```\n"
                    "\n"
                    "| Benchmark | Orion 7B | Orion 70B |\n"
                    "|---|---:|---:|\n"
                    "| MMLU | 63.1 | 79.4 |\n"
                    "| GSM8K | 52.0 | 84.9 |\n"
                    "\n"
                    "- [x] Weights\n"
                    "- [ ] Training data\n"
                    "\n"
                    "<span style=\"color:black;background:white\">Text with colours of its own.</span>\n"_s;
    card.images.insert(u"figures/scores.png"_s, pngOf(1600, 500, qRgb(90, 130, 200)));
    return card;
}

inline QList<RevisionStep> sampleHistory()
{
    const SnapshotDetails now = sampleDetails();
    RevisionStep newest{.row = now.row,
                        .refs = {u"main"_s},
                        .lastModified = u"2026-11-02T20:00:00Z"_s,
                        .licenseBefore = u"mit"_s,
                        .license = u"apache-2.0"_s,
                        .changes = {},
                        .isOldest = false};
    newest.changes = {{FileChange::Kind::Added, u"figures/scores.png"_s, 0, 82110},
                      {FileChange::Kind::Changed, u"README.md"_s, 7990, 8201},
                      {FileChange::Kind::Changed, u"config.json"_s, 812, 812},
                      {FileChange::Kind::Removed, u"pytorch_model.bin"_s, 14480000000, 0}};
    RevisionStep middle = newest;
    middle.row.id = 6;
    middle.row.commit = "77aa310000000000000000000000000000000000";
    middle.refs = {u"v0.9"_s};
    middle.lastModified = u"2026-08-11T20:00:00Z"_s;
    middle.licenseBefore.clear();
    middle.license = u"mit"_s;
    middle.changes = {{FileChange::Kind::Added, u"model-00001-of-00003.safetensors"_s, 0, 4831838208}};
    RevisionStep oldest = middle;
    oldest.row.id = 5;
    oldest.row.commit = "0be4412000000000000000000000000000000000";
    oldest.refs.clear();
    oldest.row.revision = u"refs/pr/3"_s;
    oldest.lastModified = u"2026-05-01T08:00:00Z"_s;
    oldest.changes.clear();
    oldest.isOldest = true;
    return {newest, middle, oldest};
}

inline QList<Event> sampleEvents()
{
    const SnapshotDetails now = sampleDetails();
    const auto event = [&now](qint64 id, const QString& type, const QString& at, const QString& detail) {
        return Event{
            .id = id, .type = type, .repo = now.record.repo, .commit = now.record.commit, .at = at, .detail = detail};
    };
    return {event(4, u"license_changed"_s, u"2026-11-14T10:00:00Z"_s, u"apache-2.0, then cc-by-nc-4.0"_s),
            event(3, u"verified"_s, u"2026-11-12T10:00:00Z"_s, u"All 9 files have the right SHA-256."_s),
            event(2, u"archived"_s, u"2026-11-03T10:00:00Z"_s, u"9 of 9 files, 14.5 GB"_s),
            event(1, u"some_day"_s, u"2026-11-02T10:00:00Z"_s, QString())};
}

} // namespace hugger::test
