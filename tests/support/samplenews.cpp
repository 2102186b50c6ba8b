// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/samplenews.h"

#include "support/samplesnapshot.h"

#include "base/hash.h"
#include "catalog/state.h"

#include <QtCore/QDateTime>

using namespace Qt::StringLiterals;

namespace hugger::test {

namespace {

constexpr qint64 hour = 3600;

Evidence asked(const QString& path, int daysBefore, int status, const QString& errorCode, const QByteArray& body)
{
    Evidence evidence;
    evidence.at = daysAgo(daysBefore);
    evidence.account = u"anonymous"_s;
    evidence.method = u"GET"_s;
    evidence.url = u"https://huggingface.co"_s + path;
    evidence.status = status;
    if (!errorCode.isEmpty())
        evidence.headers.append({u"X-Error-Code"_s, errorCode});
    evidence.headers.append({u"Date"_s, u"Thu, 12 Nov 2026 09:41:00 GMT"_s});
    evidence.headers.append({u"X-Request-Id"_s, u"Root=1-6914562c-0c1d5f3b1f0a2f7f21b3c1aa"_s});
    evidence.body = body;
    evidence.bodyBytes = body.size();
    evidence.bodySha256 = sha256Hex(body);
    return evidence;
}

EventFacts proved(const QList<Evidence>& evidence)
{
    EventFacts facts;
    facts.evidence = evidence;
    return facts;
}

} // namespace

LicenseChange sampleLicenseChange()
{
    LicenseChange change;
    change.before.ids = {u"apache-2.0"_s};
    change.after.ids = {u"cc-by-nc-4.0"_s};
    change.after.link = u"https://creativecommons.org/licenses/by-nc/4.0/"_s;
    change.isStricter = true;
    const QString head = u"Orion 7B Instruct\n\nCopyright 2026 Acme Research\n\n"_s;
    change.texts.append(
        {u"LICENSE"_s,
         head
             + u"Licensed under the Apache License, Version 2.0 (the \"License\");\nyou may not use this file except "
               u"in "
               "compliance with the License.\n\nYou may obtain a copy of the License at\n\n    "
               "http://www.apache.org/licenses/LICENSE-2.0\n"_s,
         head
             + u"Licensed under Creative Commons Attribution-NonCommercial 4.0;\nyou may not use this material for "
               "commercial purposes.\n\nYou may obtain a copy of the License at\n\n    "
               "https://creativecommons.org/licenses/by-nc/4.0/\n"_s});
    return change;
}

UpdatePreview sampleUpdate()
{
    UpdatePreview preview;
    preview.held = {RepoKind::Model, u"quill/tiny-embed"_s};
    preview.wish = {preview.held, u"main"_s, commitFrom("b2c90d4"), {}, {}};
    preview.from = commitFrom("77aa310");
    preview.changes = {{FileChange::Kind::Added, u"onnx/model_quantized.onnx"_s, 0, 23'026'053},
                       {FileChange::Kind::Changed, u"README.md"_s, 3'877, 4'102},
                       {FileChange::Kind::Changed, u"config.json"_s, 612, 612},
                       {FileChange::Kind::Changed, u"model.safetensors"_s, 90'868'376, 90'868'376},
                       {FileChange::Kind::Removed, u"rust_model.ot"_s, 90'887'379, 0}};
    preview.fetchFiles = 4;
    preview.fetchBytes = 113'899'143;
    preview.freeAfter = 211'886'000'000;
    preview.commits = {{commitFrom("b2c90d4"), u"Add a quantized ONNX export"_s, daysAgo(1)},
                       {commitFrom("9d8e7f6"), u"Train 40,000 steps longer on the multilingual pairs"_s, daysAgo(4)},
                       {commitFrom("5a6b7c8"), u"Remove the weights for Rust"_s, daysAgo(12)}};
    return preview;
}

void addSampleEvents(State& state)
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const auto check = [&state, now](RepoKind kind, const QString& id, const QString& trouble = {}) {
        const WatchRow row{.repo = {kind, id},
                           .rule = {},
                           .checkedAt = now - 3 * hour,
                           .triedAt = now - 3 * hour,
                           .nextAt = now + 9 * hour,
                           .trouble = trouble,
                           .seen = {}};
        must(state.noteCheck(row, {}));
        return row;
    };
    const auto add = [&state](WatchRow row, const QString& type, const QByteArray& commit, int days,
                              const QString& detail, const EventFacts& facts) {
        must(state.noteCheck(row, {{{0, type, row.repo, commitFrom(commit), daysAgo(days), detail}, facts.toJson()}}));
    };
    const auto own = [&state](const QString& type, const QString& id, const QByteArray& commit, int days,
                              const QString& detail) {
        must(state.addEvent({0, type, {RepoKind::Model, id}, commitFrom(commit), daysAgo(days), detail}));
    };
    check(RepoKind::Model, u"acme/Orion-70B"_s);
    check(RepoKind::Model, u"nova-lab/Kestrel-GGUF"_s);
    check(RepoKind::Model, u"quill/ocr-small"_s);
    check(RepoKind::Space, u"quill/ocr-demo"_s);
    check(RepoKind::Dataset, u"corpora/old-maps"_s);
    const WatchRow voice = check(RepoKind::Model, u"halcyon/voice-base"_s);
    const WatchRow signs = check(RepoKind::Dataset, u"corpora/street-signs"_s);
    const WatchRow orion = check(RepoKind::Model, u"acme/Orion-7B-Instruct"_s);
    const WatchRow embed = check(RepoKind::Model, u"quill/tiny-embed"_s);

    add(voice, u"gone"_s, "c4410de", 20,
        u"The Hub answers 404 \"RepoNotFound\": it is deleted or private, and the Hub does not say which."_s,
        proved({asked(u"/api/models/halcyon/voice-base"_s, 20, 404, u"RepoNotFound"_s,
                      R"({"error":"Repository not found"})"),
                asked(u"/api/models/halcyon/voice-base"_s, 20, 404, u"RepoNotFound"_s,
                      R"({"error":"Repository not found"})")}));
    add(signs, u"gated"_s, "51e0c9d", 16, u"Its files are now behind a gate: terms have to be accepted on its page."_s,
        proved({asked(u"/api/datasets/corpora/street-signs"_s, 16, 200, {},
                      R"({"id":"corpora/street-signs","gated":"auto"})")}));
    own(u"verified"_s, u"acme/Orion-7B-Instruct"_s, "8f3c21e", 9, u"12 files, 14.5 GB"_s);
    EventFacts license = proved({asked(u"/api/models/acme/Orion-7B-Instruct"_s, 7, 200, {},
                                       R"({"id":"acme/Orion-7B-Instruct","cardData":{"license":"cc-by-nc-4.0"}})")});
    license.license = sampleLicenseChange();
    add(orion, u"license_changed"_s, "8f3c21e", 7,
        u"apache-2.0 became cc-by-nc-4.0. What you hold was published under apache-2.0."_s, license);
    own(u"damaged"_s, u"quill/ocr-small"_s, "a90b2f3", 2, u"model.safetensors is not what its hash says."_s);
    EventFacts newer = proved({asked(u"/api/models/quill/tiny-embed"_s, 1, 200, {},
                                     R"({"id":"quill/tiny-embed","sha":"b2c90d4000000000000000000000000000000000"})")});
    newer.oldCommit = commitFrom("77aa310");
    newer.ref = u"refs/heads/main"_s;
    newer.files = EventFacts::Files{.added = 1, .changed = 3, .removed = 1, .bytes = 113'899'143};
    add(embed, u"new_commit"_s, "b2c90d4", 1, u"2 commits newer: 3 files changed, 91 MB"_s, newer);
}

} // namespace hugger::test
