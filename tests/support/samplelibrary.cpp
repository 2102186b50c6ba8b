// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/samplelibrary.h"

#include "support/samplenews.h"
#include "support/samplesnapshot.h"

#include <QtCore/QDir>
#include <QtCore/QSettings>

#include <array>

using namespace Qt::StringLiterals;

namespace hugger::test {

namespace {

constexpr qint64 megabyte = 1'000'000;
constexpr qint64 gigabyte = 1'000'000'000;

const QByteArray orionCard = R"(---
license: apache-2.0
language: [en, de, zh]
pipeline_tag: text-generation
---
# Orion 7B Instruct

Orion 7B Instruct follows instructions in eleven languages. It was trained on 2.1 trillion tokens of public text and tuned
on **180,000** conversations written by people.

![Score by month of training](assets/scores.png)

## Scores

| Benchmark | Orion 7B | Orion 7B Instruct | Orion 70B |
|:----------|---------:|------------------:|----------:|
| MMLU      |     62.4 |              66.1 |      79.0 |
| GSM8K     |     51.8 |              74.3 |      91.2 |
| HumanEval |     33.5 |              48.2 |      67.1 |

## Use

```python
from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("acme/Orion-7B-Instruct")
model = AutoModelForCausalLM.from_pretrained("acme/Orion-7B-Instruct")
```

Known limits:

- It states wrong facts with confidence, dates above all.
- Contexts over 32,768 tokens were not tested.

See [the paper](https://example.org/orion) for how it was trained.
)";

const QByteArray licenseText = "                                 Apache License\n"
                               "                           Version 2.0, January 2004\n";

QByteArray shortCard(const QString& title, const QByteArray& license, const QByteArray& text)
{
    return "---\nlicense: " + license + "\n---\n# " + title.toUtf8() + "\n\n" + text + '\n';
}

QByteArray config(const QByteArray& architecture, int layers)
{
    return "{\n  \"architectures\": [\"" + architecture + "\"],\n  \"num_hidden_layers\": " + QByteArray::number(layers)
        + ",\n  \"torch_dtype\": \"bfloat16\"\n}\n";
}

QString shard(int number, int count)
{
    return u"model-%1-of-%2.safetensors"_s.arg(number, 5, 10, QLatin1Char('0')).arg(count, 5, 10, QLatin1Char('0'));
}

/// The tokenizer of all Orions: what they share.
void addTokenizer(SampleSnapshot& snapshot)
{
    snapshot.big(u"tokenizer.json"_s, 9'085'657, "orion tokenizer")
        .text(u"tokenizer_config.json"_s, "{\n  \"model_max_length\": 32768\n}\n")
        .text(u"special_tokens_map.json"_s, "{\n  \"eos_token\": \"</s>\"\n}\n");
}

void keepOrion7B(Library& library, const Store& store)
{
    const QString id = u"acme/Orion-7B-Instruct"_s;
    const QStringList tags{u"transformers"_s, u"safetensors"_s, u"text-generation"_s, u"en"_s, u"de"_s, u"zh"_s};

    SampleSnapshot oldest(RepoKind::Model, id, "1a77c02");
    addTokenizer(oldest);
    oldest.text(u"README.md"_s, shortCard(u"Orion 7B Instruct"_s, "cc-by-nc-4.0", "A first preview."))
        .text(u"config.json"_s, config("OrionForCausalLM", 28))
        .big(u"pytorch_model.bin"_s, 13'476'900'000)
        .license(u"cc-by-nc-4.0"_s)
        .refs(u"v0.9"_s, {u"v0.9"_s})
        .tags(tags)
        .captured(212, 40);
    oldest.keep(library, store);

    for (const bool isNew : {false, true}) {
        SampleSnapshot snapshot(RepoKind::Model, id, isNew ? "8f3c21e" : "4be01d7");
        addTokenizer(snapshot);
        snapshot.text(u"README.md"_s, isNew ? orionCard : orionCard + "\nVersion 1.0.\n")
            .text(u"LICENSE"_s, licenseText)
            .text(u"config.json"_s, config("OrionForCausalLM", 32))
            .text(u"generation_config.json"_s,
                  isNew ? "{\n  \"temperature\": 0.6\n}\n" : "{\n  \"temperature\": 0.7\n}\n")
            .text(u"model.safetensors.index.json"_s, "{\n  \"weight_map\": {}\n}\n")
            .text(u"assets/scores.png"_s, samplePng())
            .big(shard(1, 3), 4'943'162'336, "orion shard 1")
            .big(shard(2, 3), 4'999'819'336, isNew ? "orion shard 2" : "orion shard 2 of 1.0")
            .tags(tags);
        if (isNew)
            snapshot.big(shard(3, 3), 4'540'516'344, "orion shard 3").captured(18, 9);
        else
            snapshot.big(shard(3, 3), 4'540'516'344, "orion shard 3").refs(u"main"_s, {u"v1.0"_s}).captured(96, 40);
        if (isNew) {
            snapshot.record().notes = u"What the support desk runs on. Keep until the contract ends."_s;
            snapshot.record().ownTags = {u"production"_s, u"support desk"_s};
        }
        snapshot.keep(library, store);
    }
    must(library.catalog().setUpstream({RepoKind::Model, id}, u"license_changed"_s));
}

void keepOrion70B(Library& library, const Store& store)
{
    SampleSnapshot snapshot(RepoKind::Model, u"acme/Orion-70B"_s, "1d09b7a");
    addTokenizer(snapshot);
    snapshot.text(u"README.md"_s, shortCard(u"Orion 70B"_s, "apache-2.0", "The large one."))
        .text(u"LICENSE"_s, licenseText)
        .text(u"config.json"_s, config("OrionForCausalLM", 80))
        .captured(0);
    for (int number = 1; number <= 24; ++number) {
        if (number <= 10)
            snapshot.big(shard(number, 24), 5'873'000'000 + number);
        else
            snapshot.lacking(shard(number, 24), 5'873'000'000 + number);
    }
    snapshot.keep(library, store);
    must(library.catalog().setUpstream(snapshot.record().repo, u"current"_s));
}

void keepSmallOnes(Library& library, const Store& store)
{
    SampleSnapshot embed(RepoKind::Model, u"quill/tiny-embed"_s, "77aa310");
    embed.text(u"README.md"_s, shortCard(u"tiny-embed"_s, "mit", "Sentence embeddings in 384 dimensions."))
        .text(u"config.json"_s, config("BertModel", 6))
        .text(u"modules.json"_s, "[]\n")
        .text(u"sentence_bert_config.json"_s, "{\"max_seq_length\": 256}\n")
        .text(u"tokenizer_config.json"_s, "{}\n")
        .text(u"vocab.txt"_s, "[PAD]\n[UNK]\n")
        .text(u"1_Pooling/config.json"_s, "{\"pooling_mode_mean_tokens\": true}\n")
        .big(u"model.safetensors"_s, 90'868'376)
        .big(u"onnx/model_quantized.onnx"_s, 42'026'000)
        .license(u"mit"_s)
        .tags({u"sentence-transformers"_s, u"feature-extraction"_s})
        .refs(u"v2.1"_s, {u"v2.1"_s, u"main"_s})
        .captured(33, 0);
    embed.keep(library, store);
    must(library.catalog().setUpstream(embed.record().repo, u"newer"_s));

    SampleSnapshot kestrel(RepoKind::Model, u"nova-lab/Kestrel-GGUF"_s, "0be4412");
    kestrel.text(u"README.md"_s, shortCard(u"Kestrel, quantised"_s, "apache-2.0", "Kestrel 8B for llama.cpp."))
        .big(u"Kestrel-Q4_K_M.gguf"_s, 4'431'385'152)
        .big(u"mmproj-Kestrel-f16.gguf"_s, 466'000'000)
        .tags({u"gguf"_s, u"text-generation"_s})
        .captured(51, 51);
    const std::array kinds{u"Q2_K"_s,   u"Q3_K_S"_s, u"Q3_K_M"_s, u"Q3_K_L"_s, u"Q4_0"_s,   u"Q4_K_S"_s, u"Q5_0"_s,
                           u"Q5_K_S"_s, u"Q5_K_M"_s, u"Q6_K"_s,   u"Q8_0"_s,   u"IQ1_M"_s,  u"IQ2_XS"_s, u"IQ2_S"_s,
                           u"IQ2_M"_s,  u"IQ3_XS"_s, u"IQ3_S"_s,  u"IQ3_M"_s,  u"IQ4_XS"_s, u"IQ4_NL"_s, u"F16"_s};
    for (qint64 i = 0; const QString& kind : kinds)
        kestrel.lacking(u"Kestrel-%1.gguf"_s.arg(kind), 2'600 * megabyte + ++i * 250 * megabyte);
    kestrel.record().selections = {{{u"*Q4_K_M*"_s, u"mmproj*"_s, u"README.md"_s}, {}}};
    kestrel.keep(library, store);
    must(library.catalog().setUpstream(kestrel.record().repo, u"current"_s));

    SampleSnapshot voice(RepoKind::Model, u"halcyon/voice-base"_s, "c4410de");
    voice.text(u"README.md"_s, shortCard(u"Voice base"_s, "other", "Speech to text for eight languages."))
        .text(u"config.json"_s, config("HalcyonVoice", 24))
        .text(u"preprocessor_config.json"_s, "{\"sampling_rate\": 16000}\n")
        .big(u"model.safetensors"_s, 1'527'847'357)
        .license(u"other"_s)
        .tags({u"automatic-speech-recognition"_s})
        .captured(105, 19);
    for (int number = 1; number <= 14; ++number)
        voice.big(u"voices/speaker-%1.npz"_s.arg(number, 2, 10, QLatin1Char('0')), 48 * megabyte + number);
    voice.keep(library, store);
    must(library.catalog().setUpstream(voice.record().repo, u"gone"_s));
    must(library.catalog().setLastCopies(voice.record().repo, {{voice.record().commit, u"gone"_s}}));

    SampleSnapshot ocr(RepoKind::Model, u"quill/ocr-small"_s, "a90b2f3");
    ocr.text(u"README.md"_s, shortCard(u"ocr-small"_s, "mit", "Reads printed lines."))
        .text(u"config.json"_s, config("VisionEncoderDecoderModel", 12))
        .text(u"generation_config.json"_s, "{}\n")
        .text(u"preprocessor_config.json"_s, "{\"size\": 384}\n")
        .text(u"tokenizer_config.json"_s, "{}\n")
        .big(u"model.safetensors"_s, 606 * megabyte)
        .big(u"sentencepiece.bpe.model"_s, 4 * megabyte)
        .license(u"mit"_s)
        .captured(194);
    ocr.keep(library, store);
    must(library.catalog().setUpstream(ocr.record().repo, u"current"_s));
    must(library.catalog().markDamaged(store.identity().id, ocr.sha256Of(u"model.safetensors"_s), true));

    SampleSnapshot demo(RepoKind::Space, u"quill/ocr-demo"_s, "e1f00b5");
    demo.text(u"README.md"_s, shortCard(u"OCR demo"_s, "mit", "Try ocr-small in the browser."))
        .text(u"app.py"_s, "import gradio as gr\n")
        .text(u"examples/receipt.png"_s, samplePng())
        .text(u"requirements.txt"_s, "gradio\ntransformers\n")
        .license(u"mit"_s)
        .captured(193, 3);
    demo.keep(library, store);
}

void keepDatasets(Library& library, const Store& store, const Store& shelf)
{
    SampleSnapshot signs(RepoKind::Dataset, u"corpora/street-signs"_s, "51e0c9d");
    signs
        .text(u"README.md"_s,
              shortCard(u"Street signs"_s, "cc-by-4.0", "1.2 million photographs of signs in forty countries."))
        .text(u"labels.csv"_s, "id,class\n1,stop\n")
        .license(u"cc-by-4.0"_s)
        .tags({u"image-classification"_s, u"en"_s})
        .captured(142, 12);
    for (int number = 0; number < 1202; ++number) {
        signs.big(u"data/%1/train-%2-of-01202.parquet"_s.arg(number / 100, 2, 10, QLatin1Char('0'))
                      .arg(number, 5, 10, QLatin1Char('0')),
                  31 * megabyte + number * 1000);
    }
    signs.keep(library, store);
    must(library.catalog().setUpstream(signs.record().repo, u"gated"_s));
    must(library.catalog().setLastCopies(signs.record().repo, {{signs.record().commit, u"gated"_s}}));

    SampleSnapshot maps(RepoKind::Dataset, u"corpora/old-maps"_s, "9c2d7e4");
    maps.text(u"README.md"_s, shortCard(u"Old maps"_s, "cc0-1.0", "Scanned maps from before 1900."))
        .license(u"cc0-1.0"_s)
        .tags({u"image-to-text"_s})
        .captured(301, 60);
    for (int number = 0; number < 40; ++number)
        maps.big(u"scans/sheet-%1.tar"_s.arg(number, 3, 10, QLatin1Char('0')), gigabyte + number);
    maps.keep(library, shelf);
    must(library.catalog().setUpstream(maps.record().repo, u"current"_s));
}

Job jobFor(RepoKind kind, const QString& id, const QByteArray& commit, JobState state)
{
    Job job;
    job.repo = {kind, id};
    job.revision = u"main"_s;
    job.commit = commit.isEmpty() ? QByteArray() : commitFrom(commit);
    job.state = state;
    job.createdAt = daysAgo(0);
    job.updatedAt = job.createdAt;
    return job;
}

/// In the order of their ids, which begin with 1.
QList<Job> sampleJobs()
{
    Job orion = jobFor(RepoKind::Model, u"acme/Orion-70B"_s, "1d09b7a", JobState::Running);
    orion.bytesDone = 59'600 * megabyte;
    orion.bytesTotal = 141 * gigabyte;
    orion.filesDone = 16;
    orion.filesTotal = 30;

    Job birdsong = jobFor(RepoKind::Dataset, u"corpora/birdsong"_s, "6f1d2aa", JobState::Running);
    birdsong.bytesDone = 3'780 * megabyte;
    birdsong.bytesTotal = 9'450 * megabyte;
    birdsong.filesDone = 8'112;
    birdsong.filesTotal = 20'331;

    Job queued = jobFor(RepoKind::Model, u"nova-lab/Kestrel-70B-Instruct-GGUF"_s, {}, JobState::Queued);
    queued.selection.include = {u"*Q4_K_M*"_s};

    Job gated = jobFor(RepoKind::Model, u"halcyon/voice-large"_s, {}, JobState::Failed);
    gated.error = Error{ErrorKind::NotAllowed, u"gated"_s,
                        u"halcyon/voice-large is gated. Accept its terms on its page on the Hub, then try again."_s,
                        u"403 GatedRepo"_s, Retry::NeedsUser};

    Job space = jobFor(RepoKind::Dataset, u"corpora/night-sky"_s, "d00d5ad", JobState::Queued);
    space.wait = JobWait::Space;
    space.bytesDone = 118 * gigabyte;
    space.bytesTotal = 412 * gigabyte;
    space.filesDone = 240;
    space.filesTotal = 812;

    Job verified = jobFor(RepoKind::Model, u"quill/tiny-embed"_s, "77aa310", JobState::Completed);
    verified.type = JobType::Verify;
    verified.bytesDone = verified.bytesTotal = 133 * megabyte;
    verified.filesDone = verified.filesTotal = 9;
    return {orion, birdsong, queued, gated, space, verified};
}

} // namespace

void setEndpoint(const QString& profileFolder, const QUrl& endpoint)
{
    QDir().mkpath(profileFolder);
    QSettings settings(profileFolder + u"/settings.ini"_s, QSettings::IniFormat);
    settings.setValue(u"endpoint"_s, endpoint.isEmpty() ? u"http://127.0.0.1:9"_s : endpoint.toString());
}

QString makeSampleLibrary(const QString& folder, const QUrl& endpoint)
{
    setEndpoint(folder, endpoint);
    const auto library = must(Library::open(folder, Library::Access::ReadWrite));
    must(library->profile().addStore(folder + u"/store"_s, u"Home"_s));
    must(library->profile().addStore(folder + u"/shelf"_s, u"Shelf disk 2"_s));
    const Store store = must(library->store(u"Home"_s));
    const Store shelf = must(library->store(u"Shelf disk 2"_s));
    keepDatasets(*library, store, shelf);
    keepSmallOnes(*library, store);
    keepOrion7B(*library, store);
    keepOrion70B(*library, store);
    addSampleEvents(library->state());
    for (Job job : sampleJobs()) {
        job.storeId = store.identity().id;
        if (!job.isFinished()) {
            job.state = JobState::Queued;
            job.wantPaused = true;
            job.wait = JobWait::Paused;
        }
        must(library->state().add(job));
    }
    if (!QDir().rename(folder + u"/shelf"_s, folder + u"/drawer"_s))
        qFatal("the shelf disk cannot be unplugged");
    return folder;
}

QList<JobStatus> sampleTransfers()
{
    QList<JobStatus> all;
    for (const Job& job : sampleJobs()) {
        JobStatus status;
        status.job = job;
        status.job.id = all.size() + 1;
        all.append(status);
    }
    all[0].rate = 88.1e6;
    all[0].eta = 15 * 60 + 20;
    for (int number = 11; number <= 14; ++number) {
        all[0].files.append({QByteArray::number(number), shard(number, 24), 5'873'000'000 + number,
                             (15 - number) * 1'150 * megabyte, 4});
    }
    all[1].rate = 4.3e6;
    all[1].eta = 22 * 60;
    all[1].files.append({"a", u"audio/europe/0081/wren-0008113.flac"_s, 2 * megabyte, megabyte, 1});
    all[4].waitDetail = u"The disk of the store \"Home\" is full: 294 GB more are needed."_s;
    // As the engine has them: unfinished ones first.
    all.move(3, 4);
    return all;
}

} // namespace hugger::test
