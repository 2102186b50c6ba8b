// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storefixture.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

using namespace hugger;
using namespace hugger::test;

namespace {

Record fullRecord()
{
    Record record =
        recordOf(u"acme/tiny"_s, commitOf('a'), {fileOf(u"b/c.bin"_s, "weights", true), fileOf(u"a.json"_s, "{}")});
    record.files[1].xetHash = QByteArray(64, '7');
    record.refs = {u"main"_s, u"v1.0"_s, u"refs/pr/1"_s, u"aux"_s};
    record.hubId = u"650000000000000000000001"_s;
    record.verifiedAt = u"2026-11-21T00:00:00Z"_s;
    record.selections = {{{u"*.json"_s}, {u"x*"_s}}, {}};
    record.license = {{u"mit"_s, u"other"_s}, u"My \"own\""_s, u"https://example.org/x"_s};
    record.gating = Gating::Manual;
    record.isPrivate = true;
    record.tags = {u"license:mit"_s, u"ünïcode 你"_s};
    record.lastModified = u"2026-01-02T03:04:05.000Z"_s;
    record.listedFiles = 5;
    record.listedBytes = 1000;
    record.huggerVersion = u"0.1.0"_s;
    record.notes = u"two\nlines"_s;
    record.ownTags = {u"thesis"_s, u"\"to do\""_s};
    return record;
}

bool sameRecord(const Record& a, const Record& b)
{
    return a.toJson() == b.toJson();
}

QByteArray treeJson(const QStringList& paths)
{
    QJsonArray list{
        QJsonObject{{u"type"_s, u"directory"_s}, {u"path"_s, u"b"_s}, {u"oid"_s, QString(40, u'1')}, {u"size"_s, 0}}};
    for (const QString& path : paths)
        list.append(
            QJsonObject{{u"type"_s, u"file"_s}, {u"path"_s, path}, {u"oid"_s, QString(40, u'2')}, {u"size"_s, 7}});
    return QJsonDocument(list).toJson();
}

} // namespace

class RecordTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void roundTrip();
    void isMadeForPeople();
    void unknownFieldsAreTolerated();
    void ownTagsAreReadAsFarAsTheyGo();
    void badRecords_data();
    void badRecords();
    void newerRecordIsRefusedAndKept();
    void oddRefsDoNotMakeARecordUnreadable();
    void everythingWrittenCanBeRead();

    void writeAndRead();
    void writeRefusesAMissingObject();
    void anUpdateMayNameALostObject();
    void writeRefusesBadRecords();
    void writeKeepsADamagedRecordAside();
    void writeDropsLeftovers();
    void writeToAnUnpluggedStore();
    void answersAreKeptByteForByte();
    void answersWithBadNames();
    void checksumsProveThePlainView();
    void listing();
    void listingOfTwoCaptures();
    void eachFindsEveryRecord();
    void eachStops();
    void eachOnAnUnpluggedStore();
    void merging();
    void hundredThousandFiles();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::optional<Store> m_store;
};

void RecordTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    const auto store = Store::create(m_dir->filePath(u"store"_s), u"test"_s);
    VERIFY_OK(store);
    m_store = *store;
}

void RecordTest::roundTrip()
{
    const Record record = fullRecord();
    const auto parsed = QJsonDocument::fromJson(record.toBytes()).object();
    QCOMPARE(parsed, record.toJson());
    const auto again = Record::fromJson(parsed);
    VERIFY_OK(again);
    QVERIFY(sameRecord(*again, record));
    QCOMPARE(again->files, record.files);
    QCOMPARE(again->selections, record.selections);
    QCOMPARE(again->license, record.license);
    QVERIFY(!again->isComplete());
    QCOMPARE(again->toBytes(), record.toBytes());

    const Record bare = recordOf(u"gpt2"_s, commitOf('b'), {});
    const auto bareAgain = Record::fromJson(QJsonDocument::fromJson(bare.toBytes()).object());
    VERIFY_OK(bareAgain);
    QVERIFY(bareAgain->verifiedAt.isEmpty());
    QVERIFY(bareAgain->isComplete());
}

void RecordTest::isMadeForPeople()
{
    const QByteArray bytes = fullRecord().toBytes();
    QVERIFY(bytes.startsWith("{\n    \"format\": 1,\n    \"kind\": \"model\",\n    \"id\": \"acme/tiny\",\n"));
    QCOMPARE(bytes.count("\n        {"), 2); // one line per file
    QVERIFY(bytes.endsWith("\n    ]\n}\n"));
    QVERIFY(bytes.contains("\"gated\": \"manual\""));
    QVERIFY(bytes.contains("\"totals\": {\"bytes\":9,\"files\":2,\"listed_bytes\":1000,\"listed_files\":5}"));
}

void RecordTest::unknownFieldsAreTolerated()
{
    QJsonObject json = fullRecord().toJson();
    json.insert(u"colour"_s, u"blue"_s);
    QJsonArray files = json.value("files"_L1).toArray();
    QJsonObject file = files[0].toObject();
    file.insert(u"mood"_s, 7);
    files[0] = file;
    json.insert(u"files"_s, files);
    const auto record = Record::fromJson(json);
    VERIFY_OK(record);
    QVERIFY(sameRecord(*record, fullRecord()));
    // What an older or another program may leave out.
    for (const QString& optional :
         {u"revision"_s, u"refs"_s, u"hub_id"_s, u"endpoint"_s, u"verified_at"_s, u"selections"_s, u"license"_s,
          u"gated"_s, u"private"_s, u"tags"_s, u"last_modified"_s, u"hugger_version"_s, u"notes"_s, u"own_tags"_s}) {
        QJsonObject less = json;
        less.remove(optional);
        VERIFY_OK(Record::fromJson(less));
    }
}

void RecordTest::ownTagsAreReadAsFarAsTheyGo()
{
    const auto read = [](const QJsonValue& tags) {
        QJsonObject json = fullRecord().toJson();
        json.insert(u"own_tags"_s, tags);
        const auto record = Record::fromJson(json);
        return record ? record->ownTags : QStringList{record.error().message};
    };
    QCOMPARE(read(fullRecord().toJson().value("own_tags"_L1)), fullRecord().ownTags);
    QCOMPARE(read(QJsonArray{u"a"_s, 7, u""_s, QJsonValue(), u"b"_s, u"a"_s}), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(read(u"thesis"_s), QStringList());
    QCOMPARE(read(QJsonValue()), QStringList());
}

void RecordTest::badRecords_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("code");
    const QJsonValue gone(QJsonValue::Undefined);
    const auto damaged = u"record_damaged"_s;
    for (const QString& required :
         {u"format"_s, u"kind"_s, u"id"_s, u"commit"_s, u"captured_at"_s, u"updated_at"_s, u"totals"_s, u"files"_s})
        QTest::newRow(qPrintable(u"no "_s + required)) << required << gone << damaged;
    QTest::newRow("format text") << u"format"_s << QJsonValue(u"1"_s) << damaged;
    QTest::newRow("newer") << u"format"_s << QJsonValue(2) << u"record_newer"_s;
    QTest::newRow("kind") << u"kind"_s << QJsonValue(u"bucket"_s) << damaged;
    QTest::newRow("id climbs") << u"id"_s << QJsonValue(u"../x"_s) << damaged;
    QTest::newRow("id deep") << u"id"_s << QJsonValue(u"a/b/c"_s) << damaged;
    QTest::newRow("id absolute") << u"id"_s << QJsonValue(u"/etc"_s) << damaged;
    QTest::newRow("commit short") << u"commit"_s << QJsonValue(u"aaaa"_s) << damaged;
    QTest::newRow("commit upper") << u"commit"_s << QJsonValue(QString(40, u'A')) << damaged;
    QTest::newRow("time") << u"captured_at"_s << QJsonValue(u"yesterday"_s) << damaged;
    QTest::newRow("verified number") << u"verified_at"_s << QJsonValue(7) << damaged;
    QTest::newRow("refs text") << u"refs"_s << QJsonValue(u"main"_s) << damaged;
    QTest::newRow("refs of numbers") << u"refs"_s << QJsonValue(QJsonArray{1}) << damaged;
    QTest::newRow("tags of lists") << u"tags"_s << QJsonValue(QJsonArray{QJsonArray()}) << damaged;
    QTest::newRow("gated true") << u"gated"_s << QJsonValue(true) << damaged;
    QTest::newRow("gated word") << u"gated"_s << QJsonValue(u"maybe"_s) << damaged;
    QTest::newRow("private text") << u"private"_s << QJsonValue(u"no"_s) << damaged;
    QTest::newRow("license list") << u"license"_s << QJsonValue(QJsonArray()) << damaged;
    QTest::newRow("selections of texts") << u"selections"_s << QJsonValue(QJsonArray{u"*.json"_s}) << damaged;
    QTest::newRow("include number") << u"selections"_s << QJsonValue(QJsonArray{QJsonObject{{u"include"_s, 3}}})
                                    << damaged;
    QTest::newRow("files object") << u"files"_s << QJsonValue(QJsonObject()) << damaged;
    QTest::newRow("files of numbers") << u"files"_s << QJsonValue(QJsonArray{1, 2}) << damaged;

    const auto withFile = [](const QString& key, const QJsonValue& value) {
        QJsonArray files = fullRecord().toJson().value("files"_L1).toArray();
        QJsonObject file = files[0].toObject();
        file.insert(key, value);
        files[0] = file;
        return QJsonValue(files);
    };
    const auto hostile = u"hostile_path"_s;
    QTest::newRow("path climbs") << u"files"_s << withFile(u"path"_s, u"../../.bashrc"_s) << hostile;
    QTest::newRow("path climbs inside") << u"files"_s << withFile(u"path"_s, u"a/../../x"_s) << hostile;
    QTest::newRow("path absolute") << u"files"_s << withFile(u"path"_s, u"/etc/passwd"_s) << hostile;
    QTest::newRow("path backslash") << u"files"_s << withFile(u"path"_s, u"a\\b"_s) << hostile;
    QTest::newRow("path NUL") << u"files"_s << withFile(u"path"_s, QString(u"a"_s + QChar(0) + u"b"_s)) << hostile;
    QTest::newRow("path line break") << u"files"_s << withFile(u"path"_s, u"a\nb"_s) << hostile;
    QTest::newRow("path device") << u"files"_s << withFile(u"path"_s, u"NUL.txt"_s) << hostile;
    QTest::newRow("path empty") << u"files"_s << withFile(u"path"_s, u""_s) << hostile;
    QTest::newRow("path twice") << u"files"_s << withFile(u"path"_s, u"b/c.bin"_s) << hostile;
    QTest::newRow("file and folder") << u"files"_s << withFile(u"path"_s, u"b"_s) << hostile;
    QTest::newRow("path number") << u"files"_s << withFile(u"path"_s, 3) << damaged;
    QTest::newRow("size negative") << u"files"_s << withFile(u"size"_s, -1) << damaged;
    QTest::newRow("size fraction") << u"files"_s << withFile(u"size"_s, 1.5) << damaged;
    QTest::newRow("size text") << u"files"_s << withFile(u"size"_s, u"2"_s) << damaged;
    QTest::newRow("size wrong for the totals") << u"files"_s << withFile(u"size"_s, 3) << damaged;
    QTest::newRow("sha256 short") << u"files"_s << withFile(u"sha256"_s, u"ab"_s) << damaged;
    QTest::newRow("sha256 climbs") << u"files"_s << withFile(u"sha256"_s, u"../../x"_s) << damaged;
    QTest::newRow("git_sha1 of 64") << u"files"_s << withFile(u"git_sha1"_s, QString(64, u'a')) << damaged;
    QTest::newRow("lfs text") << u"files"_s << withFile(u"lfs"_s, u"yes"_s) << damaged;
    QTest::newRow("xet_hash short") << u"files"_s << withFile(u"xet_hash"_s, u"ab"_s) << damaged;
    const QJsonObject fewListed{{u"files"_s, 2}, {u"bytes"_s, 9}, {u"listed_files"_s, 1}, {u"listed_bytes"_s, 9}};
    QTest::newRow("more held than listed") << u"totals"_s << QJsonValue(fewListed) << damaged;
    const QJsonObject wrongCount{{u"files"_s, 3}, {u"bytes"_s, 9}, {u"listed_files"_s, 5}, {u"listed_bytes"_s, 9}};
    QTest::newRow("totals of other files") << u"totals"_s << QJsonValue(wrongCount) << damaged;
}

void RecordTest::badRecords()
{
    QFETCH(const QString, field);
    QFETCH(const QJsonValue, value);
    QFETCH(const QString, code);
    QJsonObject json = fullRecord().toJson();
    if (value.isUndefined())
        json.remove(field);
    else
        json.insert(field, value);
    const auto record = Record::fromJson(json);
    COMPARE_CODE(record, code);
    QVERIFY(!record.error().message.isEmpty());
}

void RecordTest::newerRecordIsRefusedAndKept()
{
    const Record record = recordOf(u"acme/tiny"_s, commitOf('a'), {});
    const Records records(*m_store);
    VERIFY_OK(records.write(record, {}));
    const QString path = records.folderOf(SnapshotKey::of(record)) + u"/record.json"_s;
    QByteArray newer = readFile(path);
    newer.replace("\"format\": 1", "\"format\": 2");
    writeFile(path, newer);
    COMPARE_CODE(records.read(SnapshotKey::of(record)), u"record_newer"_s);
    COMPARE_CODE(records.write(record, {}), u"record_newer"_s);
    QCOMPARE(readFile(path), newer);
}

void RecordTest::oddRefsDoNotMakeARecordUnreadable()
{
    Record record = fullRecord();
    record.refs = {u"../../x"_s, u"con"_s, u"a\nb"_s, QString(3000, u'x'), QString()};
    const auto again = Record::fromJson(QJsonDocument::fromJson(record.toBytes()).object());
    VERIFY_OK(again);
    QCOMPARE(again->refs, record.refs);
}

void RecordTest::everythingWrittenCanBeRead()
{
    Record record = recordOf(u"acme/odd"_s, commitOf('a'), {});
    record.notes = u"quote \" backslash \\ tab \t bell \x07 line sep \u2028 emoji 😀"_s;
    const QStringList names{u"a \"b\".txt"_s, u"😀/ü ñ.json"_s, u"-"_s,      u"# ? %20 &"_s,
                            u" leading"_s,    u"Read.me"_s,     u"read.me"_s};
    for (const QString& name : names)
        record.files.append(fileOf(name, name.toUtf8()));
    std::ranges::sort(record.files, {}, &HeldFile::path);
    record.listedFiles = record.files.size();
    record.listedBytes = record.bytes();
    const auto again = Record::fromJson(QJsonDocument::fromJson(record.toBytes()).object());
    VERIFY_OK(again);
    QVERIFY(sameRecord(*again, record));
}

void RecordTest::writeAndRead()
{
    const Records records(*m_store);
    const auto files = hold(*m_store, {{u"a"_s, "1"}, {u"b/c"_s, "22"}});
    VERIFY_OK(files);
    for (const auto& [kind, id, folder] : {std::tuple(RepoKind::Model, u"acme/tiny"_s, u"models/acme/tiny"_s),
                                           std::tuple(RepoKind::Model, u"gpt2"_s, u"models/gpt2"_s),
                                           std::tuple(RepoKind::Dataset, u"acme/tiny"_s, u"datasets/acme/tiny"_s),
                                           std::tuple(RepoKind::Space, u"acme/app"_s, u"spaces/acme/app"_s)}) {
        Record record = recordOf(id, commitOf('c'), *files);
        record.repo.kind = kind;
        COMPARE_CODE(records.read(SnapshotKey::of(record)), u"not_held"_s);
        VERIFY_OK(records.write(record, {}));
        const QString place = m_store->folder() + u"/records/"_s + folder + u'/' + QString::fromLatin1(record.commit);
        QCOMPARE(records.folderOf(SnapshotKey::of(record)), place);
        QVERIFY(QFile::exists(place + u"/record.json"_s));
        QVERIFY(!QFile::exists(place + u"/hub"_s));
        const auto again = records.read(SnapshotKey::of(record));
        VERIFY_OK(again);
        QVERIFY(sameRecord(*again, record));
    }
}

void RecordTest::writeRefusesAMissingObject()
{
    const Records records(*m_store);
    const Record record = recordOf(u"acme/tiny"_s, commitOf('a'), {fileOf(u"a"_s, "never admitted")});
    COMPARE_CODE(records.write(record, {}), u"object_missing"_s);
    COMPARE_CODE(records.read(SnapshotKey::of(record)), u"not_held"_s);
    writeFile(m_store->objectPath(sha256Hex("never admitted")), "cut short");
    COMPARE_CODE(records.write(record, {}), u"object_missing"_s);
}

void RecordTest::anUpdateMayNameALostObject()
{
    const Records records(*m_store);
    const auto files = hold(*m_store, {{u"a"_s, "1"}});
    VERIFY_OK(files);
    Record record = recordOf(u"acme/tiny"_s, commitOf('a'), *files);
    VERIFY_OK(records.write(record, {}));
    VERIFY_OK(m_store->dropObject(sha256Hex("1")));
    record.notes = u"one file is lost"_s;
    VERIFY_OK(records.write(record, {}));
    QCOMPARE(records.read(SnapshotKey::of(record))->notes, record.notes);
}

void RecordTest::writeRefusesBadRecords()
{
    const Records records(*m_store);
    const auto files = hold(*m_store, {{u"a"_s, "1"}});
    VERIFY_OK(files);
    const Record good = recordOf(u"acme/tiny"_s, commitOf('a'), *files);
    Record bad = good;
    bad.files[0].path = u"../x"_s;
    COMPARE_CODE(records.write(bad, {}), u"hostile_path"_s);
    bad = good;
    bad.commit = "../../x";
    COMPARE_CODE(records.write(bad, {}), u"record_damaged"_s);
    bad = good;
    bad.repo.id = u"../../../x"_s;
    COMPARE_CODE(records.write(bad, {}), u"record_damaged"_s);
    bad = good;
    bad.capturedAt.clear();
    COMPARE_CODE(records.write(bad, {}), u"record_damaged"_s);
    QVERIFY(QDir(m_store->folder() + u"/records"_s).isEmpty());
}

void RecordTest::writeKeepsADamagedRecordAside()
{
    const Records records(*m_store);
    const Record record = recordOf(u"acme/tiny"_s, commitOf('a'), {});
    VERIFY_OK(records.write(record, {}));
    const QString path = records.folderOf(SnapshotKey::of(record)) + u"/record.json"_s;
    writeFile(path, "{\"format\": 1, garbage");
    COMPARE_CODE(records.read(SnapshotKey::of(record)), u"record_damaged"_s);
    VERIFY_OK(records.write(record, {}));
    VERIFY_OK(records.read(SnapshotKey::of(record)));
    QCOMPARE(readFile(path + u".damaged"_s), "{\"format\": 1, garbage"_ba);
}

void RecordTest::writeDropsLeftovers()
{
    const Records records(*m_store);
    const Record record = recordOf(u"acme/tiny"_s, commitOf('a'), {});
    const QString folder = records.folderOf(SnapshotKey::of(record));
    writeFile(folder + u"/record.json.1-0.tmp"_s, "half");
    writeFile(folder + u"/hub/info.json.1-0.tmp"_s, "half");
    VERIFY_OK(records.write(record, {}));
    QCOMPARE(QDir(folder).entryList({u"*.tmp"_s}, QDir::Files), QStringList());
    QCOMPARE(QDir(folder + u"/hub"_s).entryList({u"*.tmp"_s}, QDir::Files), QStringList());
}

void RecordTest::writeToAnUnpluggedStore()
{
    QVERIFY(QDir().rename(m_store->folder(), m_store->folder() + u".away"_s));
    QDir().mkpath(m_store->folder());
    const Records records(*m_store);
    const Record record = recordOf(u"acme/tiny"_s, commitOf('a'), {});
    COMPARE_CODE(records.write(record, {}), u"store_unplugged"_s);
    COMPARE_CODE(records.read(SnapshotKey::of(record)), u"store_unplugged"_s);
    COMPARE_CODE(records.listing(SnapshotKey::of(record)), u"store_unplugged"_s);
    QVERIFY(QDir(m_store->folder()).isEmpty());
}

void RecordTest::answersAreKeptByteForByte()
{
    const Records records(*m_store);
    const Record record = recordOf(u"acme/tiny"_s, commitOf('a'), {});
    const QByteArray odd = "{ \"sha\" :\t\"x\",\r\n \"n\": 1.0e0 }  ";
    VERIFY_OK(records.write(record,
                            {{u"info.json"_s, qCompress(odd)},
                             {u"tree-0001.json"_s, qCompress("[]")},
                             {u"tree-0002.json"_s, qCompress("[ ]")}}));
    const QString hub = records.folderOf(SnapshotKey::of(record)) + u"/hub/"_s;
    QCOMPARE(readFile(hub + u"info.json"_s), odd);
    // A later capture with fewer pages leaves none of the old ones; what it did not ask for stays.
    VERIFY_OK(records.write(record, {{u"tree-0001.json"_s, qCompress("[  ]")}}));
    QCOMPARE(QDir(hub).entryList(QDir::Files, QDir::Name), (QStringList{u"info.json"_s, u"tree-0001.json"_s}));
    QCOMPARE(readFile(hub + u"tree-0001.json"_s), "[  ]"_ba);
    VERIFY_OK(records.write(record, {}));
    QCOMPARE(QDir(hub).entryList(QDir::Files).size(), 2);
}

void RecordTest::answersWithBadNames()
{
    const Records records(*m_store);
    const Record record = recordOf(u"acme/tiny"_s, commitOf('a'), {});
    for (const QString& name : {u"../record.json"_s, u"/x.json"_s, u".json"_s, u"a/b.json"_s, u"x.txt"_s, QString()})
        COMPARE_CODE(records.write(record, {{name, qCompress("{}")}}), u"bad_hub_answer"_s);
    COMPARE_CODE(records.write(record, {{u"info.json"_s, "not compressed"}}), u"bad_hub_answer"_s);
    COMPARE_CODE(records.read(SnapshotKey::of(record)), u"not_held"_s);
}

void RecordTest::checksumsProveThePlainView()
{
    const auto files = hold(*m_store,
                            {{u"a b.txt"_s, "1"},
                             {u"-"_s, "dash"},
                             {u"*star"_s, "star"},
                             {u"deep/er/ü.bin"_s, "ü"},
                             {u"empty"_s, ""},
                             {u" lead"_s, "s"}});
    VERIFY_OK(files);
    const Record record = recordOf(u"acme/tiny"_s, commitOf('a'), *files);
    VERIFY_OK(Records(*m_store).write(record, {}));
    VERIFY_OK(HubView(*m_store).publish(record, {}));
    const QString sums = Records(*m_store).folderOf(SnapshotKey::of(record)) + u"/SHA256SUMS"_s;
    const Ran checked =
        run(u"sha256sum"_s, {u"-c"_s, u"--strict"_s, sums}, HubView(*m_store).snapshotFolder(SnapshotKey::of(record)));
    QVERIFY2(checked.exitCode == 0, checked.err.constData());
    QCOMPARE(checked.out.count(": OK\n"), 6);
}

void RecordTest::listing()
{
    const Records records(*m_store);
    const Record record = recordOf(u"acme/tiny"_s, commitOf('a'), {});
    VERIFY_OK(records.write(record, {}));
    COMPARE_CODE(records.listing(SnapshotKey::of(record)), u"no_listing"_s);
    VERIFY_OK(records.write(record,
                            {{u"tree-0002.json"_s, qCompress(treeJson({u"b/c"_s}))},
                             {u"tree-0001.json"_s, qCompress(treeJson({u"a"_s}))}}));
    const auto files = records.listing(SnapshotKey::of(record));
    VERIFY_OK(files);
    QCOMPARE(files->size(), 2);
    QCOMPARE(files->at(0).path, u"a"_s);
    QCOMPARE(files->at(1).path, u"b/c"_s);
    QCOMPARE(files->at(1).size, 7);
    writeFile(records.folderOf(SnapshotKey::of(record)) + u"/hub/tree-0001.json"_s, "<html>");
    QVERIFY(!records.listing(SnapshotKey::of(record)));
}

void RecordTest::listingOfTwoCaptures()
{
    const Records records(*m_store);
    const Record record = recordOf(u"acme/tiny"_s, commitOf('a'), {});
    VERIFY_OK(records.write(record,
                            {{u"tree-0001.json"_s, qCompress(treeJson({u"a"_s, u"b"_s}))},
                             {u"tree-0002.json"_s, qCompress(treeJson({u"b"_s, u"c"_s}))}}));
    QCOMPARE(records.listing(SnapshotKey::of(record))->size(), 3);
}

void RecordTest::eachFindsEveryRecord()
{
    const Records records(*m_store);
    QStringList expected;
    for (const auto& [kind, id] :
         {std::pair(RepoKind::Model, u"gpt2"_s), std::pair(RepoKind::Model, u"gpt2/gpt2"_s),
          std::pair(RepoKind::Model, u"acme/tiny"_s),
          std::pair(RepoKind::Model, QString(u"acme/"_s + QString(40, u'f'))),
          std::pair(RepoKind::Dataset, u"acme/tiny"_s), std::pair(RepoKind::Space, u"acme/app"_s)}) {
        for (const char digit : {'1', '2'}) {
            Record record = recordOf(id, commitOf(digit), {});
            record.repo.kind = kind;
            VERIFY_OK(records.write(record, {}));
            expected.append(record.repo.display() + u'@' + QString::fromLatin1(record.commit));
        }
    }
    const QString folder = m_store->folder() + u"/records/models/"_s;
    writeFile(folder + u"acme/broken/"_s + QString(40, u'3') + u"/record.json"_s, "{}");
    writeFile(folder + u"acme/moved/"_s + QString(40, u'4') + u"/record.json"_s,
              recordOf(u"acme/tiny"_s, commitOf('1'), {}).toBytes());
    writeFile(folder + u"acme/unfinished/"_s + QString(40, u'5') + u"/SHA256SUMS"_s, "");
    writeFile(folder + u"acme/odd/not-a-commit/record.json"_s, "{}");
    QVERIFY(QFile::link(m_dir->path(), folder + u"acme/linked"_s));

    QStringList found;
    QStringList broken;
    VERIFY_OK(records.each(
        [&](const Record& record) {
            found.append(record.repo.display() + u'@' + QString::fromLatin1(record.commit));
            return true;
        },
        [&](const QString& path, const Error& error) {
            broken.append(path);
            QCOMPARE(error.code, u"record_damaged"_s);
        }));
    found.sort();
    expected.sort();
    QCOMPARE(found, expected);
    QCOMPARE(broken.size(), 2);
    QVERIFY(broken[0].contains(u"acme/broken"_s));
    QVERIFY(broken[1].contains(u"acme/moved"_s));
}

void RecordTest::eachStops()
{
    const Records records(*m_store);
    for (const char digit : {'1', '2', '3'})
        VERIFY_OK(records.write(recordOf(u"acme/tiny"_s, commitOf(digit), {}), {}));
    int seen = 0;
    VERIFY_OK(records.each([&](const Record&) { return ++seen < 2; }, [](const QString&, const Error&) {}));
    QCOMPARE(seen, 2);
}

void RecordTest::eachOnAnUnpluggedStore()
{
    const Records records(*m_store);
    VERIFY_OK(records.write(recordOf(u"acme/a"_s, commitOf('1'), {}), {}));
    VERIFY_OK(records.write(recordOf(u"acme/b"_s, commitOf('1'), {}), {}));
    // Pulled in the middle of the walk.
    int seen = 0;
    const QString folder = m_store->folder();
    COMPARE_CODE(records.each(
                     [&](const Record&) {
                         ++seen;
                         QDir().rename(folder, folder + u".away"_s);
                         return true;
                     },
                     [](const QString&, const Error&) {}),
                 u"store_unplugged"_s);
    QCOMPARE(seen, 1);
    COMPARE_CODE(records.each([](const Record&) { return true; }, [](const QString&, const Error&) {}),
                 u"store_unplugged"_s);
}

void RecordTest::merging()
{
    Record older = recordOf(u"acme/tiny"_s, commitOf('a'), {fileOf(u"a"_s, "1"), fileOf(u"b"_s, "2")});
    Record newer = recordOf(u"acme/tiny"_s, commitOf('a'), {fileOf(u"b"_s, "2"), fileOf(u"c"_s, "3")});
    older.listedFiles = newer.listedFiles = 9;
    older.listedBytes = newer.listedBytes = 90;
    older.refs = {u"main"_s, u"v1"_s};
    newer.refs = {u"main"_s, u"v2"_s};
    older.selections = {{{u"a"_s}, {}}, {{u"b"_s}, {}}};
    newer.selections = {{{u"c"_s}, {}}, {{u"b"_s}, {}}};
    older.notes = u"mine"_s;
    older.ownTags = {u"thesis"_s, u"old"_s};
    newer.ownTags = {u"new"_s, u"thesis"_s};
    older.verifiedAt = newer.verifiedAt = u"2026-11-20T21:30:23Z"_s;
    newer.capturedAt = u"2026-12-01T00:00:00Z"_s;

    const Record merged = mergedRecord(older, newer);
    VERIFY_OK(merged.check());
    QCOMPARE(merged.files.size(), 3);
    QCOMPARE(merged.capturedAt, older.capturedAt);
    QCOMPARE(merged.notes, u"mine"_s);
    QCOMPARE(merged.ownTags, (QStringList{u"new"_s, u"thesis"_s, u"old"_s}));
    QCOMPARE(QSet(merged.refs.begin(), merged.refs.end()), (QSet<QString>{u"main"_s, u"v1"_s, u"v2"_s}));
    QCOMPARE(merged.selections, (QList<Selection>{{{u"a"_s}, {}}, {{u"b"_s}, {}}, {{u"c"_s}, {}}}));
    QVERIFY(merged.verifiedAt.isEmpty());

    // One has all: what was proved of it stands.
    Record whole = older;
    whole.files += newer.files.last();
    whole.selections.clear();
    whole.verifiedAt = u"2026-11-25T00:00:00Z"_s;
    QCOMPARE(mergedRecord(whole, newer).verifiedAt, whole.verifiedAt);
    QCOMPARE(mergedRecord(newer, whole).verifiedAt, whole.verifiedAt);
    // "Everything" is said once it stands beside a rule.
    QVERIFY(mergedRecord(whole, newer).selections.contains(Selection()));
}

void RecordTest::hundredThousandFiles()
{
    Record record = recordOf(u"acme/huge"_s, commitOf('a'), {});
    for (int i = 0; i < 100'000; ++i)
        record.files.append(
            {u"data/part-%1/file-%2.json"_s.arg(i / 1000, 4, 10, QChar(u'0')).arg(i, 8, 10, QChar(u'0')),
             i,
             sha256Hex(QByteArray::number(i)),
             QByteArray(40, 'a'),
             false,
             {}});
    record.listedFiles = record.files.size();
    record.listedBytes = record.bytes();
    QElapsedTimer timer;
    timer.start();
    const QByteArray bytes = record.toBytes();
    const qint64 written = timer.restart();
    const auto again = Record::fromJson(QJsonDocument::fromJson(bytes).object());
    const qint64 read = timer.elapsed();
    VERIFY_OK(again);
    QCOMPARE(again->files.size(), record.files.size());
    qInfo("100,000 files: %lld bytes, written in %lld ms, read in %lld ms", static_cast<long long>(bytes.size()),
          static_cast<long long>(written), static_cast<long long>(read));
}

QTEST_GUILESS_MAIN(RecordTest)
#include "tst_record.moc"
