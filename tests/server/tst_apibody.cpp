// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/apibody.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace hugger;

namespace {

QJsonObject parsed(const QByteArray& text)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(text, &error);
    if (!document.isObject())
        qFatal("not an object: %s (%s)", text.constData(), qPrintable(error.errorString()));
    return document.object();
}

ApiRequest asking(const QList<std::pair<QString, QString>>& query)
{
    ApiRequest request;
    request.query = query;
    return request;
}

} // namespace

class TestApiBody final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAWish();
    void takesTheFilesLiterally();
    void refusesWrongWishes_data();
    void refusesWrongWishes();
    void namesTheFieldThatIsWrong();
    void takesNoTokenIntoItsWords();
    void refusesTooManyFiles();
    void readsExports();
    void refusesWrongExports_data();
    void refusesWrongExports();
    void readsImports();
    void readsQueries();
    void refusesWrongQueries_data();
    void refusesWrongQueries();
};

void TestApiBody::readsAWish()
{
    const auto plain = readWish(parsed(R"({"kind":"dataset","repo":"acme/weather"})"));
    QVERIFY(plain);
    QCOMPARE(plain->repo, (RepoId{RepoKind::Dataset, u"acme/weather"_s}));
    QVERIFY(plain->revision.isEmpty() && plain->commit.isEmpty() && plain->store.isEmpty());
    QVERIFY(plain->selection.isEverything());

    const auto full = readWish(parsed(R"({"kind":"model","repo":"gpt2","revision":"refs/pr/1",
        "commit":"0123456789abcdef0123456789abcdef01234567","include":["*.gguf","onnx/"],"exclude":["*.bin"],
        "store":"Shelf disk 2"})"));
    QVERIFY(full);
    QCOMPARE(full->repo.id, u"gpt2"_s);
    QCOMPARE(full->revision, u"refs/pr/1"_s);
    QCOMPARE(full->commit, "0123456789abcdef0123456789abcdef01234567"_ba);
    QCOMPARE(full->selection.include, (QStringList{u"*.gguf"_s, u"onnx/"_s}));
    QCOMPARE(full->selection.exclude, QStringList{u"*.bin"_s});
    QCOMPARE(full->store, u"Shelf disk 2"_s);
}

void TestApiBody::takesTheFilesLiterally()
{
    const auto wish = readWish(parsed(R"({"kind":"model","repo":"acme/x","files":["a[1].bin","b*.txt","a[1].bin"]})"));
    QVERIFY(wish);
    QCOMPARE(wish->selection.include.size(), 2);
    const SelectionMatcher matcher(wish->selection);
    QVERIFY(matcher.wants(u"a[1].bin"_s));
    QVERIFY(matcher.wants(u"b*.txt"_s));
    QVERIFY(!matcher.wants(u"a1.bin"_s));
    QVERIFY(!matcher.wants(u"bee.txt"_s));
}

void TestApiBody::refusesWrongWishes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const QByteArray& body, const QString& code) {
        QTest::newRow(name) << body << code;
    };
    const auto with = [](const QByteArray& more) { return R"({"kind":"model","repo":"acme/x",)" + more + '}'; };

    row("nothing", "{}", u"bad_field"_s);
    row("no kind", R"({"repo":"acme/x"})", u"bad_field"_s);
    row("no repo", R"({"kind":"model"})", u"bad_field"_s);
    row("kind null", R"({"kind":null,"repo":"acme/x"})", u"bad_field"_s);
    row("kind a number", R"({"kind":1,"repo":"acme/x"})", u"bad_field"_s);
    row("kind unknown", R"({"kind":"models","repo":"acme/x"})", u"bad_field"_s);
    row("kind in capitals", R"({"kind":"Model","repo":"acme/x"})", u"bad_field"_s);
    row("kind a list", R"({"kind":["model"],"repo":"acme/x"})", u"bad_field"_s);
    row("repo an object", R"({"kind":"model","repo":{}})", u"bad_field"_s);
    row("repo a list", R"({"kind":"model","repo":["acme/x"]})", u"bad_field"_s);

    row("id empty", R"({"kind":"model","repo":""})", u"bad_repo_id"_s);
    row("id with dots", R"({"kind":"model","repo":"a/b/../c"})", u"bad_repo_id"_s);
    row("id of a kind alone", R"({"kind":"dataset","repo":"datasets/"})", u"bad_repo_id"_s);
    row("id with a space", R"({"kind":"model","repo":"acme/x y"})", u"bad_repo_id"_s);
    row("id too long", R"({"kind":"model","repo":"acme/)" + QByteArray(300, 'x') + R"("})", u"bad_repo_id"_s);
    row("id with an emoji", R"({"kind":"model","repo":"acme/\ud83e\udd17"})", u"bad_repo_id"_s);
    row("id with NUL", R"({"kind":"model","repo":"acme/x\u0000"})", u"bad_repo_id"_s);
    row("id absolute", R"({"kind":"model","repo":"/etc/passwd"})", u"bad_repo_id"_s);
    row("id a link", R"({"kind":"model","repo":"https://huggingface.co/acme/x"})", u"bad_repo_id"_s);

    row("revision empty", with(R"("revision":"")"), u"bad_revision"_s);
    row("revision with dots", with(R"("revision":"../main")"), u"bad_revision"_s);
    row("revision with a space", with(R"("revision":"a b")"), u"bad_revision"_s);
    row("revision with NUL", with(R"("revision":"main\u0000")"), u"bad_revision"_s);
    row("revision an option", with(R"("revision":"--upload-pack")"), u"bad_revision"_s);
    row("revision too long", with(R"("revision":")" + QByteArray(2000, 'x') + '"'), u"bad_revision"_s);
    row("revision a number", with(R"("revision":1)"), u"bad_field"_s);
    row("revision null", with(R"("revision":null)"), u"bad_field"_s);

    row("commit short", with(R"("commit":"0123456")"), u"bad_field"_s);
    row("commit in capitals", with(R"("commit":"0123456789ABCDEF0123456789ABCDEF01234567")"), u"bad_field"_s);
    row("commit no hex", with(R"("commit":"g123456789abcdef0123456789abcdef01234567")"), u"bad_field"_s);
    row("commit a number", with(R"("commit":12)"), u"bad_field"_s);

    row("files empty", with(R"("files":[])"), u"empty_files"_s);
    row("files a text", with(R"("files":"a.bin")"), u"bad_field"_s);
    row("files an object", with(R"("files":{"0":"a.bin"})"), u"bad_field"_s);
    row("files of numbers", with(R"("files":["a.bin",1])"), u"bad_field"_s);
    row("files of lists", with(R"("files":[["a.bin"]])"), u"bad_field"_s);
    row("files null", with(R"("files":null)"), u"bad_field"_s);
    row("file empty", with(R"("files":[""])"), u"hostile_path"_s);
    row("file above", with(R"("files":["../../etc/passwd"])"), u"hostile_path"_s);
    row("file absolute", with(R"("files":["/etc/passwd"])"), u"hostile_path"_s);
    row("file with a backslash", with(R"("files":["a\\b"])"), u"hostile_path"_s);
    row("file with NUL", with(R"("files":["a\u0000b"])"), u"hostile_path"_s);
    row("file of Windows", with(R"("files":["C:/x"])"), u"hostile_path"_s);
    row("file a device", with(R"("files":["aux.txt"])"), u"hostile_path"_s);
    row("file a folder", with(R"("files":["onnx/"])"), u"hostile_path"_s);
    row("file of git", with(R"("files":[".git/config"])"), u"hostile_path"_s);
    row("the second file", with(R"("files":["fine.bin","x/../y"])"), u"hostile_path"_s);
    row("file too long", with(R"("files":[")" + QByteArray(2000, 'x') + R"("])"), u"hostile_path"_s);

    row("include empty", with(R"("include":[])"), u"bad_field"_s);
    row("include a text", with(R"("include":"*.bin")"), u"bad_field"_s);
    row("include of nothing", with(R"("include":[""])"), u"bad_field"_s);
    row("include a few too many", with(R"("include":[)" + QByteArray(R"("a",)").repeated(50) + R"("b"])"),
        u"bad_field"_s);
    row("too many stars", with(R"("exclude":["a*********"])"), u"bad_field"_s);
    row("include with a line", with(R"("include":["a\nb"])"), u"bad_field"_s);
    row("exclude an object", with(R"("exclude":{})"), u"bad_field"_s);
    row("exclude too long", with(R"("exclude":[")" + QByteArray(2000, 'x') + R"("])"), u"bad_field"_s);
    row("files and include", with(R"("files":["a"],"include":["b"])"), u"bad_field"_s);
    row("files and exclude", with(R"("files":["a"],"exclude":["b"])"), u"bad_field"_s);

    row("store empty", with(R"("store":"")"), u"bad_field"_s);
    row("store a number", with(R"("store":1)"), u"bad_field"_s);
    row("store with a line", with(R"("store":"a\nb")"), u"bad_field"_s);
    row("unknown field", with(R"("force":true)"), u"bad_field"_s);
    row("field of another case", with(R"("Files":["a"])"), u"bad_field"_s);
}

void TestApiBody::refusesWrongWishes()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    const auto wish = readWish(parsed(body));
    QVERIFY(!wish);
    QCOMPARE(wish.error().code, code);
    QCOMPARE(wish.error().kind, ErrorKind::Usage);
    QCOMPARE(ApiAnswer::of(wish.error()).status, 422);
    QVERIFY(wish.error().message.size() > 10 && wish.error().message.size() < 400);
}

void TestApiBody::namesTheFieldThatIsWrong()
{
    QVERIFY(
        readWish(parsed(R"({"kind":"model","repo":"acme/x","force":true})")).error().message.contains(u"\"force\""));
    QVERIFY(
        readWish(parsed(R"({"kind":"model","repo":"acme/x","include":1})")).error().message.contains(u"\"include\""));
    QVERIFY(readWish(parsed(R"({"kind":"model"})")).error().message.contains(u"\"repo\""));
}

void TestApiBody::takesNoTokenIntoItsWords()
{
    const auto wish = readWish(parsed(R"({"kind":"model","repo":"hf_abcdefghijklmnop!"})"));
    QVERIFY(!wish.error().message.contains(u"abcdefgh"));
    const auto field = readWish(parsed(R"({"kind":"model","repo":"acme/x","hf_abcdefghijklmnop":1})"));
    QVERIFY(!field.error().message.contains(u"abcdefgh"));
}

void TestApiBody::refusesTooManyFiles()
{
    QJsonArray files;
    for (int i = 0; i < 10'000; ++i)
        files.append(u"f%1"_s.arg(i));
    QJsonObject body{{u"kind"_s, u"model"_s}, {u"repo"_s, u"acme/x"_s}, {u"files"_s, files}};
    QVERIFY(readWish(body));
    files.append(u"one-more"_s);
    body[u"files"_s] = files;
    QCOMPARE(readWish(body).error().code, u"bad_field"_s);
}

void TestApiBody::readsExports()
{
    const auto asked = readExport(parsed(
        R"({"archives":[3,1],"target":"/tmp/x.tar.zst","format":"tar.zst","level":19,"split_bytes":4000,"since":"/a"})"));
    QVERIFY(asked);
    QCOMPARE(asked->archives, (QList<qint64>{3, 1}));
    const ExportWish wanted{{}, u"/tmp/x.tar.zst"_s, BundleFormat::TarZst, 19, 4000, u"/a"_s};
    QCOMPARE(asked->wish, wanted);
    const auto least = readExport(parsed(R"({"archives":[1],"target":"/x","format":"folder"})"));
    QVERIFY(least);
    ExportWish leastWanted;
    leastWanted.target = u"/x"_s;
    QCOMPARE(least->wish, leastWanted);
}

void TestApiBody::refusesWrongExports_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char* tag, const QString& field, const QJsonValue& value) {
        QTest::newRow(tag) << field << value;
    };
    row("no archives", u"archives"_s, QJsonArray());
    row("archive zero", u"archives"_s, QJsonArray{0});
    row("archive of words", u"archives"_s, QJsonArray{u"1"_s});
    row("half an archive", u"archives"_s, QJsonArray{1.5});
    row("one archive, no list", u"archives"_s, 1);
    row("relative", u"target"_s, u"x.tar"_s);
    row("target with NUL", u"target"_s, u"/x\0y"_s);
    row("endless target", u"target"_s, QString(u'/' + QString(5000, u'x')));
    row("relative list", u"since"_s, u"list"_s);
    row("no such format", u"format"_s, u"rar"_s);
    row("level too high", u"level"_s, 20);
    row("level of words", u"level"_s, u"3"_s);
    row("half a level", u"level"_s, 2.5);
    row("nothing a volume", u"split_bytes"_s, 0);
    row("unknown", u"snapshots"_s, QJsonArray());
}

void TestApiBody::refusesWrongExports()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QJsonObject body = parsed(R"({"archives":[1],"target":"/x","format":"tar"})");
    QVERIFY(readExport(body));
    body[field] = value;
    const auto asked = readExport(body);
    QVERIFY(!asked);
    QCOMPARE(asked.error().code, u"bad_field"_s);
    QVERIFY2(asked.error().message.contains(field), qPrintable(asked.error().message));
}

void TestApiBody::readsImports()
{
    const auto plain = readImport(parsed(R"({"source":"/x.zip"})"));
    QVERIFY(plain);
    const ImportWish wanted{u"/x.zip"_s, {}, {}};
    QCOMPARE(*plain, wanted);
    const auto named = readImport(parsed(R"({"source":"/x","store":"disk","kind":"dataset","repo":"acme/d"})"));
    QVERIFY(named);
    const ImportWish wantedToo{u"/x"_s, u"disk"_s, RepoId{RepoKind::Dataset, u"acme/d"_s}};
    QCOMPARE(*named, wantedToo);
    for (const char* wrong : {R"({})", R"({"source":"x"})", R"({"source":"/x","repo":"acme/d"})",
                              R"({"source":"/x","kind":"model"})", R"({"source":"/x","target":"/y"})"}) {
        QVERIFY2(!readImport(parsed(wrong)), wrong);
    }
}

void TestApiBody::readsQueries()
{
    const ApiRequest request = asking({{u"limit"_s, u"20"_s}, {u"id"_s, u"a"_s}, {u"id"_s, u"b"_s}});
    QueryReader reader(request);
    QCOMPARE(reader.number(u"limit", 5, 1, 500), 20);
    QCOMPARE(reader.number(u"after", 7, 0, 500), 7);
    QCOMPARE(reader.texts(u"id"), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(reader.oneOf(u"state", {u"unfinished"_s, u"all"_s}), u"unfinished"_s);
    QVERIFY(reader.revision().isEmpty());
    QVERIFY(reader.outcome());
}

void TestApiBody::refusesWrongQueries_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* tag, const QString& name, const QString& value,
                        const QString& code = u"bad_field"_s) { QTest::newRow(tag) << name << value << code; };
    row("unknown", u"foo"_s, u"1"_s);
    row("zero", u"limit"_s, u"0"_s);
    row("too big", u"limit"_s, u"501"_s);
    row("endless", u"limit"_s, u"99999999999999999999"_s);
    row("negative", u"limit"_s, u"-1"_s);
    row("signed", u"limit"_s, u"+1"_s);
    row("with a space", u"limit"_s, u" 1"_s);
    row("hex", u"limit"_s, u"0x10"_s);
    row("with a point", u"limit"_s, u"1.0"_s);
    row("other digits", u"limit"_s, u"\u0661"_s);
    row("empty", u"limit"_s, u""_s);
    row("no such state", u"state"_s, u"running"_s);
    row("revision empty", u"revision"_s, u""_s, u"bad_revision"_s);
    row("revision above", u"revision"_s, u"../x"_s, u"bad_revision"_s);
}

void TestApiBody::refusesWrongQueries()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(QString, code);
    const auto outcome = [](const ApiRequest& request) {
        QueryReader reader(request);
        (void)reader.number(u"limit", 5, 1, 500);
        (void)reader.oneOf(u"state", {u"unfinished"_s, u"all"_s});
        (void)reader.revision();
        return reader.outcome();
    };
    const auto ok = outcome(asking({{name, value}}));
    QVERIFY(!ok);
    QCOMPARE(ok.error().code, code);
    // The same twice is no better.
    QVERIFY(!outcome(asking({{u"limit"_s, u"1"_s}, {u"limit"_s, u"1"_s}})));
}

QTEST_GUILESS_MAIN(TestApiBody)
#include "tst_apibody.moc"
