// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../store/storefixture.h"

#include "catalog/catalog.h"
#include "catalog/words.h"

#include <QtCore/QElapsedTimer>

using namespace hugger;
using namespace hugger::test;

namespace {

const QString storeA = u"0b0e2c3a-6a4f-4b0e-8a57-9d1f6a1f8e11"_s;
const QString storeB = u"5f1d9c52-0000-4000-8000-000000000002"_s;

QStringList idsOf(const Expected<QList<SnapshotRow>>& rows)
{
    if (!rows)
        return {u"error: "_s + rows.error().code + u' ' + rows.error().detail};
    QStringList ids;
    for (const SnapshotRow& row : *rows)
        ids.append(row.key.repo.id);
    return ids;
}

/// Record number n of a made-up archive: ten files each, one of them shared by all, one by every tenth.
Record generated(int n)
{
    static const QStringList orgs{u"acme"_s, u"TinyLlama"_s, u"deep-thought"_s, u"open_minds"_s, u"mistral.like"_s};
    static const QStringList names{u"llama"_s, u"bert"_s, u"Qwen2.5"_s, u"whisper"_s, u"stable-diffusion"_s,
                                   u"gemma"_s, u"t5"_s};
    static const QStringList tags{u"text-generation"_s,    u"pytorch"_s,  u"safetensors"_s, u"en"_s,
                                  u"license:apache-2.0"_s, u"region:us"_s};
    QList<HeldFile> files;
    for (int i = 0; i < 10; ++i) {
        const QByteArray content = i == 0 ? "shared"_ba
            : i == 1                      ? QByteArray("tenth " + QByteArray::number(n / 10))
                                          : QByteArray(QByteArray::number(n) + ' ' + QByteArray::number(i));
        files.append(fileOf(u"file-%1.safetensors"_s.arg(i), content, i > 5));
    }
    Record record = recordOf(orgs[n % 5] + u'/' + names[n % 7] + u'-' + QString::number(n),
                             sha256Hex(QByteArray::number(n)).first(40), files);
    record.repo.kind = n % 4 == 3 ? RepoKind::Dataset : RepoKind::Model;
    record.tags = tags;
    record.license.ids = {n % 3 ? u"apache-2.0"_s : u"mit"_s};
    return record;
}

QString cardOf(int n)
{
    static const QString prose =
        u"This model was trained on a large corpus of text and code. It is released for research. Evaluation results are below. "_s
            .repeated(10);
    return u"# Model %1\n\n"_s.arg(n) + prose + (n % 1000 == 7 ? u"needle"_s : QString()) + u" unique%1"_s.arg(n);
}

} // namespace

class CatalogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void putAndList();
    void filters();
    void putReplaces();
    void dropForgets();
    void dropStore();
    void search_data();
    void search();
    void bestMatchFirst();
    void hostileWords_data();
    void hostileWords();
    void cardsAreCut();
    void places();
    void damage();
    void rebuildIsAskedForUntilItEnded();
    void failedPutManyLeavesNothing();
    void readOnly();
    void killedWhilePutting();
    void twentyThousandFiles();
    void manySnapshots();

private:
    void reopen(Database::Access access = Database::Access::ReadWrite);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::optional<Catalog> m_catalog;
};

void CatalogTest::reopen(Database::Access access)
{
    m_catalog.reset();
    auto catalog = Catalog::open(m_dir->filePath(u"catalog.db"_s), access);
    VERIFY_OK(catalog);
    m_catalog.emplace(*std::move(catalog));
}

void CatalogTest::init()
{
    m_catalog.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    reopen();
}

void CatalogTest::putAndList()
{
    QCOMPARE(m_catalog->list({})->size(), 0);
    Record record = recordOf(u"acme/tiny"_s, commitOf('a'), {fileOf(u"a"_s, "1"), fileOf(u"b"_s, "22")});
    record.listedFiles = 3;
    record.listedBytes = 10;
    record.verifiedAt = u"2026-11-21T00:00:00Z"_s;
    record.license.ids = {u"mit"_s, u"apache-2.0"_s};
    record.tags = {u"two words"_s, u"line\nbreak"_s};
    record.ownTags = {u"my own"_s, u"two words"_s};
    record.refs = {u"main"_s, u"v1.0"_s};
    VERIFY_OK(m_catalog->put(storeA, record, {}));
    reopen();
    const auto rows = m_catalog->list({});
    VERIFY_OK(rows);
    QCOMPARE(rows->size(), 1);
    const SnapshotRow& row = rows->first();
    QCOMPARE(row.key, SnapshotKey::of(record));
    QCOMPARE(row.storeId, storeA);
    QCOMPARE(row.revision, u"main"_s);
    QCOMPARE(row.refs, record.refs);
    QVERIFY(!row.complete);
    QCOMPARE(row.verifiedAt, record.verifiedAt);
    QCOMPARE(row.capturedAt, record.capturedAt);
    QCOMPARE(row.updatedAt, record.updatedAt);
    QCOMPARE(row.files, 2);
    QCOMPARE(row.bytes, 3);
    QCOMPARE(row.damaged, 0);
    QCOMPARE(row.licenses, record.license.ids);
    QCOMPARE(row.tags, (QStringList{u"my own"_s, u"two words"_s, u"line break"_s}));
    QCOMPARE(row.upstream, u"unknown"_s);
}

void CatalogTest::filters()
{
    const auto put = [this](const QString& store, const QString& id, RepoKind kind, char digit, const QString& captured,
                            const QStringList& refs) {
        Record record = recordOf(id, commitOf(digit), {fileOf(u"a"_s, "1")});
        record.repo.kind = kind;
        record.capturedAt = captured;
        record.refs = refs;
        record.revision = refs.first();
        return m_catalog->put(store, record, {});
    };
    VERIFY_OK(put(storeA, u"acme/b"_s, RepoKind::Model, '1', u"2026-01-01T00:00:00Z"_s, {u"main"_s}));
    VERIFY_OK(put(storeA, u"acme/b"_s, RepoKind::Model, '2', u"2026-03-01T00:00:00Z"_s, {u"main"_s, u"v2"_s}));
    VERIFY_OK(put(storeB, u"acme/b"_s, RepoKind::Model, '2', u"2026-02-01T00:00:00Z"_s, {u"v2"_s}));
    VERIFY_OK(put(storeA, u"acme/b"_s, RepoKind::Dataset, '3', u"2026-01-01T00:00:00Z"_s, {u"main"_s}));
    VERIFY_OK(put(storeA, u"acme/a"_s, RepoKind::Model, '4', u"2026-01-01T00:00:00Z"_s, {u"feat/x"_s}));
    const auto commits = [this](const SnapshotFilter& filter) {
        QStringList found;
        const auto rows = m_catalog->list(filter);
        for (const SnapshotRow& row : rows.value_or(QList<SnapshotRow>()))
            found.append(QString(QChar::fromLatin1(row.key.commit.at(0))) + (row.storeId == storeA ? u'A' : u'B'));
        return rows ? found.join(u' ') : rows.error().code;
    };
    const RepoId model{RepoKind::Model, u"acme/b"_s};
    QCOMPARE(commits({}), u"4A 3A 2A 2B 1A"_s); // by repo, kind, newest first
    QCOMPARE(commits({.repo = model}), u"2A 2B 1A"_s);
    QCOMPARE(commits({.repo = RepoId{RepoKind::Dataset, u"acme/b"_s}}), u"3A"_s);
    QCOMPARE(commits({.repo = RepoId{RepoKind::Model, u"acme/none"_s}}), u""_s);
    QCOMPARE(commits({.commit = "2222"}), u"2A 2B"_s);
    QCOMPARE(commits({.commit = commitOf('2')}), u"2A 2B"_s);
    QCOMPARE(commits({.commit = "22223"}), u""_s);
    QCOMPARE(commits({.commit = "222"}), u"bad_commit"_s);
    QCOMPARE(commits({.commit = "zzzz"}), u"bad_commit"_s);
    QCOMPARE(commits({.repo = model, .revision = u"v2"_s}), u"2A 2B"_s);
    QCOMPARE(commits({.repo = model, .revision = u"main"_s}), u"2A 1A"_s);
    QCOMPARE(commits({.revision = u"v"_s}), u""_s);
    QCOMPARE(commits({.revision = u"feat/x"_s}), u"4A"_s);
    QCOMPARE(commits({.revision = u"main\nv2"_s}), u"2A"_s); // harmless: a ref cannot have a line break
    QCOMPARE(commits({.storeId = storeB}), u"2B"_s);
    QCOMPARE(commits({.storeId = u"nobody's"_s}), u""_s);
    QCOMPARE(commits({.limit = 2}), u"4A 3A"_s);
    QCOMPARE(commits({.limit = 2, .offset = 1}), u"3A 2A"_s);
    QCOMPARE(commits({.words = u"acme b"_s}), u"3A 2A 2B 1A"_s);
    QCOMPARE(commits({.words = u"  "_s}), u"4A 3A 2A 2B 1A"_s);
    QCOMPARE(commits({.words = u"***"_s}), u""_s);
}

void CatalogTest::putReplaces()
{
    Record record = recordOf(u"acme/tiny"_s, commitOf('a'), {fileOf(u"a"_s, "1"), fileOf(u"b"_s, "2")});
    VERIFY_OK(m_catalog->put(storeA, record, u"oldword"_s));
    VERIFY_OK(m_catalog->markDamaged(storeA, sha256Hex("1"), true));
    record.files = {fileOf(u"a"_s, "1"), fileOf(u"c"_s, "3")};
    record.updatedAt = u"2026-12-01T00:00:00Z"_s;
    VERIFY_OK(m_catalog->put(storeA, record, u"newword"_s));
    QCOMPARE(m_catalog->list({})->size(), 1);
    QCOMPARE(m_catalog->list({})->first().updatedAt, record.updatedAt);
    QCOMPARE(m_catalog->list({})->first().damaged, 1);
    QCOMPARE(*m_catalog->usesOf(storeA, sha256Hex("1")), 1);
    QCOMPARE(*m_catalog->usesOf(storeA, sha256Hex("2")), 0);
    QCOMPARE(m_catalog->placesOfSha256(sha256Hex("2"))->size(), 0);
    QCOMPARE(m_catalog->placesOfSha256(sha256Hex("3"))->size(), 1);
    QCOMPARE(idsOf(m_catalog->search(u"oldword"_s, 9)), QStringList());
    QCOMPARE(idsOf(m_catalog->search(u"newword"_s, 9)), QStringList{u"acme/tiny"_s});
}

void CatalogTest::dropForgets()
{
    const Record first = recordOf(u"acme/tiny"_s, commitOf('a'), {fileOf(u"a"_s, "1"), fileOf(u"b"_s, "2")});
    const Record second = recordOf(u"acme/tiny"_s, commitOf('b'), {fileOf(u"b"_s, "2")});
    VERIFY_OK(m_catalog->put(storeA, first, u"word"_s));
    VERIFY_OK(m_catalog->put(storeA, second, {}));
    VERIFY_OK(m_catalog->put(storeB, first, {}));
    QCOMPARE(*m_catalog->usesOf(storeA, sha256Hex("2")), 2);
    VERIFY_OK(m_catalog->drop(storeA, SnapshotKey::of(first)));
    QCOMPARE(m_catalog->list({})->size(), 2);
    QCOMPARE(*m_catalog->usesOf(storeA, sha256Hex("1")), 0);
    QCOMPARE(*m_catalog->usesOf(storeA, sha256Hex("2")), 1);
    QCOMPARE(*m_catalog->usesOf(storeB, sha256Hex("1")), 1);
    QCOMPARE(idsOf(m_catalog->search(u"word"_s, 9)), QStringList());
    VERIFY_OK(m_catalog->drop(storeA, SnapshotKey::of(first)));
    VERIFY_OK(m_catalog->drop(u"nobody's"_s, SnapshotKey::of(first)));
}

void CatalogTest::dropStore()
{
    for (const QString& store : {storeA, storeB})
        VERIFY_OK(m_catalog->put(store, recordOf(u"acme/tiny"_s, commitOf('a'), {fileOf(u"a"_s, "1")}), u"word"_s));
    VERIFY_OK(m_catalog->dropStore(storeA));
    QCOMPARE(m_catalog->list({})->size(), 1);
    QCOMPARE(m_catalog->list({})->first().storeId, storeB);
    QCOMPARE(m_catalog->search(u"word"_s, 9)->size(), 1);
    QCOMPARE(m_catalog->placesOfSha256(sha256Hex("1"))->size(), 1);
    VERIFY_OK(m_catalog->dropStore(storeA));
}

void CatalogTest::search_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("found");
    for (const char* hit : {"tiny",
                            "TINY",
                            "llama",
                            "acme",
                            "acme/TinyLlama-1.1B_chat.v2",
                            "TinyLlama-1.1B",
                            "tinylla",
                            "llam",
                            "chat",
                            "v2",
                            "1.1b",
                            "llama acme",
                            "acme llama chat",
                            "acme chat llam",
                            "apache-2.0",
                            "text-generation",
                            "license:apache",
                            "diffusion",
                            "münchen",
                            "munchen",
                            "MÜNCHEN",
                            "привет",
                            "你好",
                            "mine",
                            "thesis",
                            "chapter-3",
                            "\"quoted\"",
                            "--chat--"})
        QTest::newRow(hit) << QString::fromUtf8(hit) << true;
    for (const char* miss : {"other", "llama other", "tin llama", "lama", "acme NOT llama", "chat OR nothing", "",
                             "   ", "\"", "***", "-", "NEAR", "repo:acme nothing"})
        QTest::newRow(qPrintable(u"no: "_s + QString::fromUtf8(miss))) << QString::fromUtf8(miss) << false;
}

void CatalogTest::search()
{
    QFETCH(const QString, words);
    QFETCH(const bool, found);
    Record record = recordOf(u"acme/TinyLlama-1.1B_chat.v2"_s, commitOf('a'), {});
    record.tags = {u"text-generation"_s, u"license:apache-2.0"_s};
    record.license.ids = {u"apache-2.0"_s};
    record.notes = u"this is mine"_s;
    record.ownTags = {u"thesis"_s, u"chapter-3"_s};
    VERIFY_OK(m_catalog->put(storeA, record, u"# Stable Diffusion in München\nПривет, 你好 \"quoted\""_s));
    VERIFY_OK(m_catalog->put(storeA, recordOf(u"acme/unrelated"_s, commitOf('b'), {}), {}));
    const auto rows = m_catalog->search(words, 1);
    VERIFY_OK(rows);
    QCOMPARE(rows->size(), found ? 1 : 0);
    if (found && words.compare(u"acme"_s, Qt::CaseInsensitive) != 0)
        QCOMPARE(rows->first().key.repo.id, record.repo.id);
}

void CatalogTest::bestMatchFirst()
{
    const auto put = [this](const QString& id, const QString& card) {
        return m_catalog->put(storeA, recordOf(id, sha256Hex(id.toUtf8()).first(40), {}), card);
    };
    VERIFY_OK(put(u"acme/about-cats"_s, u"bert bert bert bert bert bert bert bert"_s));
    VERIFY_OK(put(u"acme/distilled-bert-large-uncased"_s, {}));
    VERIFY_OK(put(u"acme/bert-base"_s, {}));
    VERIFY_OK(put(u"acme/bert"_s, {}));
    VERIFY_OK(put(u"bert"_s, {}));
    VERIFY_OK(put(u"acme/other"_s,
                  u"Compared with bert once in a long text. "_s + QString(u"filler words "_s).repeated(200)));
    QCOMPARE(idsOf(m_catalog->search(u"bert"_s, -1)),
             (QStringList{u"bert"_s, u"acme/bert"_s, u"acme/bert-base"_s, u"acme/distilled-bert-large-uncased"_s,
                          u"acme/about-cats"_s, u"acme/other"_s}));
    QCOMPARE(idsOf(m_catalog->search(u"ACME/Bert"_s, 1)), QStringList{u"acme/bert"_s});
    QCOMPARE(m_catalog->search(u"bert"_s, 5)->size(), 5);
    QCOMPARE(m_catalog->search(u"bert"_s, 0)->size(), 0);
}

void CatalogTest::hostileWords_data()
{
    QTest::addColumn<QString>("words");
    for (const char* words : {"\"",
                              "\"\"\"",
                              "a\"b",
                              "' OR 1=1 --",
                              "AND",
                              "OR OR",
                              "NOT",
                              "a NOT",
                              "NEAR(a b)",
                              "(",
                              ")",
                              "a)",
                              "{repo}",
                              "repo : x",
                              "^a",
                              "a*",
                              "*",
                              "a* b*",
                              "a + b",
                              "\\",
                              "%",
                              "_",
                              ";DROP TABLE words",
                              "a:b:c",
                              "x AND (y",
                              "\xF0\x9F\x98\x80",
                              "\xE2\x80\xAE",
                              "\t\n\r",
                              "--",
                              "/* */",
                              "?1",
                              ":a",
                              "@a",
                              "$a",
                              "-a",
                              "a-",
                              "[a]",
                              "<b>"})
        QTest::newRow(words) << QString::fromUtf8(words);
    QTest::newRow("NUL") << QString(u"a"_s + QChar(0) + u"b"_s);
    QTest::newRow("half a surrogate pair") << QString(u"a"_s + QChar(0xD83D));
    QTest::newRow("long") << QString(100'000, u'a');
    QTest::newRow("many words") << QString(u"word "_s).repeated(10'000);
    QTest::newRow("many quotes") << QString(5000, u'"');
}

void CatalogTest::hostileWords()
{
    QFETCH(const QString, words);
    VERIFY_OK(m_catalog->put(storeA, recordOf(u"acme/tiny"_s, commitOf('a'), {}), {}));
    VERIFY_OK(m_catalog->search(words, 10));
    VERIFY_OK(m_catalog->list({.words = words}));
    QCOMPARE(m_catalog->list({})->size(), 1);
}

void CatalogTest::cardsAreCut()
{
    VERIFY_OK(m_catalog->put(storeA, recordOf(u"acme/tiny"_s, commitOf('a'), {}),
                             u"first "_s + QString(u"x "_s).repeated(100'000) + u"last"_s));
    QCOMPARE(m_catalog->search(u"first"_s, 9)->size(), 1);
    QCOMPARE(m_catalog->search(u"last"_s, 9)->size(), 0);
}

void CatalogTest::places()
{
    VERIFY_OK(m_catalog->put(
        storeA, recordOf(u"acme/one"_s, commitOf('a'), {fileOf(u"a"_s, "regular"), fileOf(u"b"_s, "large", true)}),
        {}));
    VERIFY_OK(m_catalog->put(storeB, recordOf(u"acme/two"_s, commitOf('b'), {fileOf(u"other-name"_s, "regular")}), {}));
    const auto places = m_catalog->placesOfSha256(sha256Hex("regular"));
    VERIFY_OK(places);
    QCOMPARE(places->size(), 2);
    QCOMPARE(places->first().storeId, storeA);
    QCOMPARE(places->first().sha256, sha256Hex("regular"));
    QCOMPARE(places->first().size, 7);
    QCOMPARE(m_catalog->placesOfGitSha1(gitBlobSha1Hex("regular"), 7)->size(), 2);
    QCOMPARE(m_catalog->placesOfGitSha1(gitBlobSha1Hex("regular"), 8)->size(), 0);
    // The git hash of an LFS file is that of its pointer: it says nothing about the content.
    QCOMPARE(m_catalog->placesOfGitSha1(gitBlobSha1Hex("pointer to large"), 5)->size(), 0);
    QCOMPARE(m_catalog->placesOfSha256(sha256Hex("large"))->size(), 1);
    // The same content as a regular file somewhere else: now its git hash is known, and stays known.
    VERIFY_OK(m_catalog->put(storeA, recordOf(u"acme/three"_s, commitOf('c'), {fileOf(u"c"_s, "large")}), {}));
    VERIFY_OK(m_catalog->put(storeA, recordOf(u"acme/one"_s, commitOf('a'), {fileOf(u"b"_s, "large", true)}), {}));
    QCOMPARE(m_catalog->placesOfGitSha1(gitBlobSha1Hex("large"), 5)->size(), 1);
}

void CatalogTest::damage()
{
    VERIFY_OK(m_catalog->put(
        storeA,
        recordOf(u"acme/one"_s, commitOf('a'), {fileOf(u"a"_s, "1"), fileOf(u"a-again"_s, "1"), fileOf(u"b"_s, "2")}),
        {}));
    VERIFY_OK(m_catalog->put(storeA, recordOf(u"acme/two"_s, commitOf('b'), {fileOf(u"a"_s, "1")}), {}));
    VERIFY_OK(m_catalog->put(storeB, recordOf(u"acme/one"_s, commitOf('a'), {fileOf(u"a"_s, "1")}), {}));
    const auto damagedFiles = [this] {
        QList<qint64> counts;
        const auto rows = m_catalog->list({});
        for (const SnapshotRow& row : rows.value_or(QList<SnapshotRow>()))
            counts.append(row.damaged * (row.storeId == storeA ? 1 : 100));
        return counts;
    };
    for (int i = 0; i < 2; ++i) { // twice is no more than once
        VERIFY_OK(m_catalog->markDamaged(storeA, sha256Hex("1"), true));
        QCOMPARE(damagedFiles(), (QList<qint64>{2, 0, 1}));
    }
    QVERIFY(*m_catalog->isDamaged(storeA, sha256Hex("1")));
    QVERIFY(!*m_catalog->isDamaged(storeB, sha256Hex("1")));
    QVERIFY(!*m_catalog->isDamaged(storeA, sha256Hex("unknown")));
    QCOMPARE(m_catalog->placesOfSha256(sha256Hex("1"))->size(), 1);
    VERIFY_OK(m_catalog->put(storeA, recordOf(u"acme/three"_s, commitOf('c'), {fileOf(u"x"_s, "1")}), {}));
    QCOMPARE(damagedFiles(), (QList<qint64>{2, 0, 1, 1}));
    VERIFY_OK(
        m_catalog->markDamaged(storeA, QList<QByteArray>{sha256Hex("1"), sha256Hex("2"), sha256Hex("unknown")}, true));
    QCOMPARE(damagedFiles(), (QList<qint64>{3, 0, 1, 1}));
    VERIFY_OK(m_catalog->markDamaged(storeA, QList<QByteArray>{sha256Hex("1"), sha256Hex("2")}, false));
    QCOMPARE(damagedFiles(), (QList<qint64>{0, 0, 0, 0}));
    VERIFY_OK(m_catalog->markDamaged(u"nobody's"_s, sha256Hex("1"), true));
}

void CatalogTest::rebuildIsAskedForUntilItEnded()
{
    QCOMPARE(m_catalog->found(), Database::Found::Fresh);
    QVERIFY(m_catalog->needsRebuild());
    reopen();
    QCOMPARE(m_catalog->found(), Database::Found::Good);
    QVERIFY2(m_catalog->needsRebuild(), "the one before did not say that it ended");
    VERIFY_OK(m_catalog->markRebuilt());
    QVERIFY(!m_catalog->needsRebuild());
    reopen();
    QVERIFY(!m_catalog->needsRebuild());
    m_catalog.reset();
    writeFile(m_dir->filePath(u"catalog.db"_s), QByteArray(9000, 'x'));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"was damaged"_s));
    reopen();
    QCOMPARE(m_catalog->found(), Database::Found::Recovered);
    QVERIFY(m_catalog->needsRebuild());
}

void CatalogTest::failedPutManyLeavesNothing()
{
    int n = 0;
    VERIFY_OK(m_catalog->putMany(storeA, [&]() -> std::optional<std::pair<Record, QString>> {
        return n < 5 ? std::optional(std::pair(generated(n++), u"card"_s)) : std::nullopt;
    }));
    QCOMPARE(m_catalog->list({})->size(), 5);
}

void CatalogTest::readOnly()
{
    VERIFY_OK(m_catalog->put(storeA, recordOf(u"acme/tiny"_s, commitOf('a'), {}), {}));
    auto reader = Catalog::open(m_dir->filePath(u"catalog.db"_s), Database::Access::ReadOnly);
    VERIFY_OK(reader);
    QCOMPARE(reader->list({})->size(), 1);
    QCOMPARE(reader->search(u"tiny"_s, 9)->size(), 1);
    VERIFY_OK(m_catalog->put(storeA, recordOf(u"acme/tiny"_s, commitOf('b'), {}), {}));
    QCOMPARE(reader->list({})->size(), 2);
    QVERIFY(!reader->put(storeA, recordOf(u"acme/tiny"_s, commitOf('c'), {}), {}));
    COMPARE_CODE(Catalog::open(m_dir->filePath(u"none.db"_s), Database::Access::ReadOnly), u"database_missing"_s);
}

void CatalogTest::killedWhilePutting()
{
    m_catalog.reset();
    const QString file = m_dir->filePath(u"catalog.db"_s);
    for (int n = 1; n <= 3; ++n) {
        const Ran killed = run(QCoreApplication::applicationFilePath(), {u"--victim"_s, file}, m_dir->path(),
                               {u"HUGGER_CRASH_AT=catalog-put:%1"_s.arg(n)});
        QVERIFY2(killed.crashed, killed.err.constData());
        reopen();
        QCOMPARE(m_catalog->found(), Database::Found::Good);
        // One transaction each: what was begun is not there, what was done is.
        QCOMPARE(m_catalog->list({})->size(), n - 1);
        QCOMPARE(m_catalog->search(u"acme"_s, 9)->size(), n - 1);
        const auto rows = m_catalog->list({});
        for (const SnapshotRow& row : *rows)
            VERIFY_OK(m_catalog->drop(storeA, row.key));
        m_catalog.reset();
    }
}

void CatalogTest::twentyThousandFiles()
{
    QList<HeldFile> files;
    for (int i = 0; i < 20'000; ++i)
        files.append(fileOf(u"data/file-%1.json"_s.arg(i), QByteArray::number(i)));
    const Record record = recordOf(u"acme/many"_s, commitOf('a'), files);
    QElapsedTimer timer;
    timer.start();
    VERIFY_OK(m_catalog->put(storeA, record, {}));
    const qint64 first = timer.restart();
    VERIFY_OK(m_catalog->put(storeA, record, {}));
    const qint64 again = timer.restart();
    QList<QByteArray> all;
    for (const HeldFile& file : std::as_const(files))
        all.append(file.sha256);
    VERIFY_OK(m_catalog->markDamaged(storeA, all, true));
    QCOMPARE(m_catalog->list({})->first().damaged, 20'000);
    const qint64 marked = timer.restart();
    VERIFY_OK(m_catalog->drop(storeA, SnapshotKey::of(record)));
    qInfo("20,000 files: put in %lld ms, again in %lld ms, marked in %lld ms, dropped in %lld ms",
          static_cast<long long>(first), static_cast<long long>(again), static_cast<long long>(marked),
          static_cast<long long>(timer.elapsed()));
}

/// HUGGER_TEST_SNAPSHOTS=100000 for the size the design promises. Times are told, and checked only for being of the
/// right order: this may be a slow machine with all checks on.
void CatalogTest::manySnapshots()
{
    const int count = std::max(qEnvironmentVariableIntValue("HUGGER_TEST_SNAPSHOTS"), 3000);
    int n = 0;
    QElapsedTimer timer;
    timer.start();
    VERIFY_OK(m_catalog->putMany(storeA, [&]() -> std::optional<std::pair<Record, QString>> {
        if (n == count)
            return std::nullopt;
        auto item = std::pair(generated(n), cardOf(n));
        ++n;
        return item;
    }));
    VERIFY_OK(m_catalog->markRebuilt());
    qInfo("%d snapshots: put in %lld ms", count, static_cast<long long>(timer.elapsed()));
    timer.restart();
    reopen();
    qInfo("opened after a clean end in %lld ms, %lld bytes", static_cast<long long>(timer.elapsed()),
          static_cast<long long>(QFileInfo(m_dir->filePath(u"catalog.db"_s)).size()));
    m_catalog.reset();
    QFile::remove(m_dir->filePath(u"catalog.db.clean"_s));
    timer.restart();
    reopen();
    qInfo("opened after an unclean end in %lld ms", static_cast<long long>(timer.elapsed()));

    for (const QString& words :
         {u"llama"_s, u"model"_s, u"needle"_s, u"tinyllama llama"_s, u"research corpus"_s, u"te"_s, u"the a"_s,
          u"unique%1"_s.arg(count / 2), u"acme/llama-0"_s, u"text-generation apache"_s, u"no such thing"_s,
          u"this model was trained on a large corpus of tex"_s}) {
        timer.restart();
        const auto found = m_catalog->search(words, 50);
        const qint64 took = timer.nsecsElapsed() / 1000;
        VERIFY_OK(found);
        qInfo("search \"%s\": %lld found in %.1f ms", qPrintable(words), static_cast<long long>(found->size()),
              static_cast<double>(took) / 1000.0);
        QVERIFY2(took < 1'000'000, qPrintable(words));
    }
    QCOMPARE(idsOf(m_catalog->search(u"\"unique77\" model 77"_s, 1)), QStringList{generated(77).repo.id});
    timer.restart();
    const auto all = m_catalog->list({});
    VERIFY_OK(all);
    QCOMPARE(all->size(), count);
    qInfo("listed all in %lld ms", static_cast<long long>(timer.elapsed()));
    timer.restart();
    VERIFY_OK(m_catalog->list({.limit = 100}));
    qInfo("listed the first 100 in %.2f ms", static_cast<double>(timer.nsecsElapsed()) / 1e6);
    timer.restart();
    VERIFY_OK(m_catalog->list({.words = u"llama"_s}));
    qInfo("listed those with \"llama\" in %lld ms", static_cast<long long>(timer.elapsed()));
    timer.restart();
    VERIFY_OK(m_catalog->list({.repo = generated(9).repo, .revision = u"main"_s}));
    QCOMPARE(*m_catalog->usesOf(storeA, generated(9).files.first().sha256), count);
    QCOMPARE(*m_catalog->usesOf(storeA, generated(9).files.last().sha256), 1);
    QCOMPARE(m_catalog->placesOfSha256(generated(9).files.last().sha256)->size(), 1);
    qInfo("one repo, two uses (one of all), one place in %.2f ms", static_cast<double>(timer.nsecsElapsed()) / 1e6);
    timer.restart();
    VERIFY_OK(m_catalog->put(storeA, generated(count), cardOf(count)));
    qInfo("one more put in %.2f ms", static_cast<double>(timer.nsecsElapsed()) / 1e6);
}

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == u"--victim") {
        auto catalog = Catalog::open(arguments[2], Database::Access::ReadWrite);
        for (int n = 0; catalog && n < 5; ++n)
            (void)catalog->put(
                storeA,
                recordOf(u"acme/number-%1"_s.arg(n), commitOf(static_cast<char>('0' + n)), {fileOf(u"a"_s, "1")}), {});
        return 0;
    }
    CatalogTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_catalog.moc"
