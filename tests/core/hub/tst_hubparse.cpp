// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/hubparse.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

using namespace hugger;
using namespace Qt::StringLiterals;

namespace {

const QString what = u"The Hub's answer about acme/tiny"_s;
const QString sha1(40, u'1');
const QString sha256(64, u'a');

QByteArray bytesOf(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray bytesOf(const QJsonArray& array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QJsonObject info()
{
    return {{u"_id"_s, u"65"_s},
            {u"id"_s, u"acme/tiny"_s},
            {u"sha"_s, sha1},
            {u"private"_s, false},
            {u"gated"_s, false},
            {u"disabled"_s, false},
            {u"lastModified"_s, u"2026-01-02T03:04:05.000Z"_s},
            {u"tags"_s, QJsonArray{u"license:mit"_s, u"gguf"_s}},
            {u"cardData"_s, QJsonObject{{u"license"_s, u"apache-2.0"_s}}}};
}

QJsonObject lfs()
{
    return {{u"oid"_s, sha256}, {u"size"_s, 300}, {u"pointerSize"_s, 131}};
}

QJsonObject file()
{
    return {{u"type"_s, u"file"_s}, {u"path"_s, u"a/b.bin"_s}, {u"oid"_s, sha1}, {u"size"_s, 300}, {u"lfs"_s, lfs()}};
}

QJsonObject refList()
{
    const auto ref = [](const QString& name, const QString& full) {
        return QJsonObject{{u"name"_s, name}, {u"ref"_s, full}, {u"targetCommit"_s, sha1}};
    };
    return {{u"branches"_s, QJsonArray{ref(u"main"_s, u"refs/heads/main"_s), ref(u"feat/x"_s, u"refs/heads/feat/x"_s)}},
            {u"tags"_s, QJsonArray{ref(u"v1.0"_s, u"refs/tags/v1.0"_s)}},
            {u"converts"_s, QJsonArray{ref(u"parquet"_s, u"refs/convert/parquet"_s)}},
            {u"pullRequests"_s, QJsonArray{ref(u"1"_s, u"refs/pr/1"_s)}}};
}

/// `object` with one field replaced, or removed when the value is undefined.
QJsonObject with(QJsonObject object, const QString& key, const QJsonValue& value)
{
    if (value.isUndefined())
        object.remove(key);
    else
        object.insert(key, value);
    return object;
}

QByteArray nested(int levels)
{
    return QByteArray(levels, '[') + QByteArray(levels, ']');
}

void compareRefusal(const Error& error, const QString& words)
{
    QCOMPARE(error.kind, ErrorKind::Network);
    QCOMPARE(error.code, u"bad_answer"_s);
    QVERIFY2(error.message.contains(words), qPrintable(error.message));
    QVERIFY2(error.message.contains(u"Try again later"_s), qPrintable(error.message));
}

} // namespace

class HubParseTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void infoAsItShouldBe()
    {
        const QByteArray body = bytesOf(info());
        const auto read = parseInfo(body, RepoKind::Model, what);
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->repo, (RepoId{RepoKind::Model, u"acme/tiny"_s}));
        QCOMPARE(read->hubId, u"65"_s);
        QCOMPARE(read->commit, sha1.toLatin1());
        QCOMPARE(read->gating, Gating::No);
        QCOMPARE(read->tags, (QStringList{u"license:mit"_s, u"gguf"_s}));
        QCOMPARE(read->license.ids, QStringList{u"apache-2.0"_s});
        QCOMPARE(read->lastModified, u"2026-01-02T03:04:05.000Z"_s);
        QCOMPARE(read->raw, body);
    }

    void infoWithLittleInIt()
    {
        const auto read =
            parseInfo(bytesOf(QJsonObject{{u"id"_s, u"gpt2"_s}, {u"sha"_s, sha1}}), RepoKind::Model, what);
        QVERIFY(read);
        QVERIFY(!read->isPrivate && !read->disabled);
        QVERIFY(read->license.ids.isEmpty());
    }

    void gating_data()
    {
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<int>("gating"); // -1: refused
        QTest::newRow("false") << QJsonValue(false) << int(Gating::No);
        QTest::newRow("absent") << QJsonValue(QJsonValue::Undefined) << int(Gating::No);
        QTest::newRow("null") << QJsonValue() << int(Gating::No);
        QTest::newRow("auto") << QJsonValue(u"auto"_s) << int(Gating::Auto);
        QTest::newRow("manual") << QJsonValue(u"manual"_s) << int(Gating::Manual);
        QTest::newRow("true") << QJsonValue(true) << int(Gating::Manual);
        QTest::newRow("something new") << QJsonValue(u"paid"_s) << int(Gating::Manual);
        QTest::newRow("empty") << QJsonValue(u""_s) << -1;
        QTest::newRow("number") << QJsonValue(1) << -1;
        QTest::newRow("list") << QJsonValue(QJsonArray()) << -1;
        QTest::newRow("object") << QJsonValue(QJsonObject()) << -1;
    }

    void gating()
    {
        QFETCH(QJsonValue, value);
        QFETCH(int, gating);
        const auto read = parseInfo(bytesOf(with(info(), u"gated"_s, value)), RepoKind::Model, what);
        if (gating < 0) {
            QVERIFY(!read);
            compareRefusal(read.error(), u"\"gated\""_s);
        } else {
            QVERIFY(read);
            QCOMPARE(int(read->gating), gating);
        }
    }

    void license_data()
    {
        QTest::addColumn<QJsonValue>("card");
        QTest::addColumn<QStringList>("ids");
        const auto card = [](const QJsonValue& license) { return QJsonValue(QJsonObject{{u"license"_s, license}}); };
        const QStringList fromTags{u"mit"_s};
        QTest::newRow("text") << card(u"apache-2.0"_s) << QStringList{u"apache-2.0"_s};
        QTest::newRow("list") << card(QJsonArray{u"mit"_s, u"other"_s}) << QStringList{u"mit"_s, u"other"_s};
        QTest::newRow("list of all sorts") << card(QJsonArray{1, u"other"_s, QJsonObject()}) << QStringList{u"other"_s};
        QTest::newRow("number") << card(3) << fromTags;
        QTest::newRow("empty") << card(u""_s) << fromTags;
        QTest::newRow("object") << card(QJsonObject()) << fromTags;
        QTest::newRow("no card") << QJsonValue(QJsonValue::Undefined) << fromTags;
        QTest::newRow("null card") << QJsonValue() << fromTags;
    }

    void license()
    {
        QFETCH(QJsonValue, card);
        QFETCH(QStringList, ids);
        const auto read = parseInfo(bytesOf(with(info(), u"cardData"_s, card)), RepoKind::Model, what);
        QVERIFY(read);
        QCOMPARE(read->license.ids, ids);
    }

    void licenseNameAndLink()
    {
        const QJsonObject card{
            {u"license"_s, u"other"_s}, {u"license_name"_s, u"acme"_s}, {u"license_link"_s, u"LICENSE"_s}};
        const auto read = parseInfo(bytesOf(with(info(), u"cardData"_s, card)), RepoKind::Model, what);
        QVERIFY(read);
        QCOMPARE(read->license, (LicenseFacts{{u"other"_s}, u"acme"_s, u"LICENSE"_s}));
    }

    void wrongInfo_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const QString& name, const QString& key, const QJsonValue& value) {
            QTest::newRow(qPrintable(name)) << key << value;
        };
        row(u"no id"_s, u"id"_s, QJsonValue::Undefined);
        row(u"id is a number"_s, u"id"_s, 5);
        row(u"id is not one"_s, u"id"_s, u"../../etc"_s);
        row(u"no sha"_s, u"sha"_s, QJsonValue::Undefined);
        row(u"sha is null"_s, u"sha"_s, QJsonValue());
        row(u"short sha"_s, u"sha"_s, u"1111111"_s);
        row(u"long sha"_s, u"sha"_s, QString(41, u'1'));
        row(u"upper-case sha"_s, u"sha"_s, QString(40, u'A'));
        row(u"sha is a branch"_s, u"sha"_s, u"main"_s);
        row(u"private is a text"_s, u"private"_s, u"false"_s);
        row(u"disabled is a number"_s, u"disabled"_s, 0);
        row(u"lastModified is a number"_s, u"lastModified"_s, 1);
        row(u"tags is a text"_s, u"tags"_s, u"mit"_s);
        row(u"a tag is a number"_s, u"tags"_s, QJsonArray{u"a"_s, 1});
        row(u"cardData is a list"_s, u"cardData"_s, QJsonArray());
    }

    void wrongInfo()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        const auto read = parseInfo(bytesOf(with(info(), key, value)), RepoKind::Model, what);
        QVERIFY(!read);
        compareRefusal(read.error(), u"\"%1\""_s.arg(key));
    }

    void wrongBodies_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("blank") << QByteArray(" \r\n");
        QTest::newRow("cut") << bytesOf(info()).chopped(5);
        QTest::newRow("text") << QByteArray("Not Found");
        QTest::newRow("null") << QByteArray("null");
        QTest::newRow("number") << QByteArray("5");
        QTest::newRow("a list of a list") << QByteArray("[[]]");
        QTest::newRow("two documents") << bytesOf(info()) + bytesOf(info());
        QTest::newRow("invalid UTF-8") << QByteArray("{\"id\":\"acme/\xff\",\"sha\":\"1\"}");
        QTest::newRow("65 levels") << nested(65);
        QTest::newRow("a million levels") << QByteArray(1'000'000, '[');
        QTest::newRow("unclosed text") << QByteArray("{\"a");
        QTest::newRow("ends in a backslash") << QByteArray("{\"a\\");
    }

    void wrongBodies()
    {
        QFETCH(QByteArray, body);
        const auto read = parseInfo(body, RepoKind::Model, what);
        QVERIFY(!read);
        compareRefusal(read.error(), what);
        QVERIFY(!parseTreePage(body, what));
        QVERIFY(!parseRefs(body, what));
        QVERIFY(!parseWhoAmI(body, what));
        QVERIFY(body == "[[]]" || !checkHistory(body, what));
    }

    void nestingIsCountedOutsideTexts()
    {
        QVERIFY(checkJsonBody(nested(64), what));
        QVERIFY(!checkJsonBody(nested(65), what));
        const QByteArray inText = "[\"" + QByteArray(100, '[') + "\\\"" + QByteArray(100, '{') + "\"]";
        QVERIFY(checkJsonBody(inText, what));
    }

    void aPage()
    {
        const QJsonArray page{
            file(), QJsonObject{{u"type"_s, u"file"_s}, {u"path"_s, u"README.md"_s}, {u"oid"_s, sha1}, {u"size"_s, 0}},
            QJsonObject{{u"type"_s, u"directory"_s}, {u"path"_s, u"a"_s}, {u"oid"_s, sha1}, {u"size"_s, 0}},
            QJsonObject{{u"type"_s, u"submodule"_s}, {u"path"_s, u"b"_s}},
            with(with(file(), u"path"_s, u"x"_s), u"xetHash"_s, QString(64, u'b'))};
        const auto read = parseTreePage(bytesOf(page), what);
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->files.size(), 3);
        QCOMPARE(read->files[0], (FileEntry{u"a/b.bin"_s, 300, sha1.toLatin1(), sha256.toLatin1(), {}}));
        QVERIFY(read->files[0].isLfs());
        QCOMPARE(read->files[0].etag(), sha256.toLatin1());
        QVERIFY(!read->files[1].isLfs());
        QCOMPARE(read->files[1].etag(), sha1.toLatin1());
        QCOMPARE(read->files[2].xetHash, QByteArray(64, 'b'));
        QCOMPARE(read->folders, (QStringList{u"a"_s, u"b"_s}));
        QVERIFY(parseTreePage("[]", what));
    }

    void bigSizesAreExact()
    {
        const QByteArray size = "9007199254740991";
        const QJsonObject plain = with(file(), u"lfs"_s, QJsonValue::Undefined);
        const QByteArray body = bytesOf(QJsonArray{plain}).replace("300", size);
        const auto read = parseTreePage(body, what);
        QVERIFY(read);
        QCOMPARE(read->files[0].size, size.toLongLong());
    }

    void wrongFiles_data()
    {
        QTest::addColumn<QJsonValue>("entry");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const QJsonValue& entry, const QString& words) {
            QTest::newRow(name) << entry << words;
        };
        row("a list", QJsonArray(), u"not an object"_s);
        row("null", QJsonValue(), u"not an object"_s);
        row("no type", with(file(), u"type"_s, QJsonValue::Undefined), u"\"type\""_s);
        row("no path", with(file(), u"path"_s, QJsonValue::Undefined), u"\"path\""_s);
        row("path is empty", with(file(), u"path"_s, u""_s), u"path"_s);
        row("path is a number", with(file(), u"path"_s, 1), u"\"path\""_s);
        row("path is a list", with(file(), u"path"_s, QJsonArray{u"a"_s}), u"\"path\""_s);
        row("size as text", with(file(), u"size"_s, u"300"_s), u"\"size\""_s);
        row("size is negative", with(file(), u"size"_s, -1), u"\"size\""_s);
        row("size is a fraction", with(file(), u"size"_s, 300.5), u"\"size\""_s);
        row("size is huge", with(file(), u"size"_s, 1e300), u"\"size\""_s);
        row("size is missing", with(file(), u"size"_s, QJsonValue::Undefined), u"\"size\""_s);
        row("size is null", with(file(), u"size"_s, QJsonValue()), u"\"size\""_s);
        row("no oid", with(file(), u"oid"_s, QJsonValue::Undefined), u"\"oid\""_s);
        row("oid is a SHA-256", with(file(), u"oid"_s, sha256), u"\"oid\""_s);
        row("oid is a path", with(file(), u"oid"_s, u"../../../../../../../../../../../etc/passwd"_s), u"\"oid\""_s);
        row("lfs is a text", with(file(), u"lfs"_s, u"x"_s), u"\"lfs\""_s);
        row("lfs is a list", with(file(), u"lfs"_s, QJsonArray()), u"\"lfs\""_s);
        row("lfs without oid", with(file(), u"lfs"_s, with(lfs(), u"oid"_s, QJsonValue::Undefined)), u"\"oid\""_s);
        row("lfs with a short oid", with(file(), u"lfs"_s, with(lfs(), u"oid"_s, sha1)), u"\"oid\""_s);
        row("lfs without size", with(file(), u"lfs"_s, with(lfs(), u"size"_s, QJsonValue::Undefined)), u"\"size\""_s);
        row("two sizes", with(file(), u"lfs"_s, with(lfs(), u"size"_s, 301)), u"two different sizes"_s);
        row("xetHash is short", with(file(), u"xetHash"_s, u"abc"_s), u"\"xetHash\""_s);
        row("xetHash is a number", with(file(), u"xetHash"_s, 5), u"\"xetHash\""_s);
    }

    void wrongFiles()
    {
        QFETCH(QJsonValue, entry);
        QFETCH(QString, words);
        const auto read = parseTreePage(bytesOf(QJsonArray{file(), entry}), what);
        QVERIFY(!read);
        compareRefusal(read.error(), words);
    }

    void optionalFieldsMayBeNull()
    {
        QVERIFY(parseTreePage(
            bytesOf(QJsonArray{with(with(file(), u"lfs"_s, QJsonValue()), u"xetHash"_s, QJsonValue())}), what));
    }

    void aPageIsAList()
    {
        const auto read = parseTreePage(bytesOf(file()), what);
        QVERIFY(!read);
        compareRefusal(read.error(), u"list"_s);
        QVERIFY(!parseInfo(bytesOf(QJsonArray{info()}), RepoKind::Model, what));
    }

    void refs()
    {
        const auto read = parseRefs(bytesOf(refList()), what);
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QStringList names;
        for (const RefEntry& ref : read->refs)
            names.append(ref.name);
        QCOMPARE(names, (QStringList{u"main"_s, u"feat/x"_s, u"v1.0"_s, u"refs/convert/parquet"_s, u"refs/pr/1"_s}));
        QCOMPARE(read->refs[2].type, RefEntry::Type::Tag);
        QCOMPARE(read->refs[4].type, RefEntry::Type::PullRequest);
        QCOMPARE(read->refs[0].commit, sha1.toLatin1());
        QVERIFY(parseRefs(bytesOf(with(refList(), u"pullRequests"_s, QJsonValue::Undefined)), what));
    }

    void wrongRefs_data()
    {
        QTest::addColumn<QJsonObject>("list");
        QTest::addColumn<QString>("words");
        const QJsonObject ref{{u"name"_s, u"x"_s}, {u"ref"_s, u"refs/heads/x"_s}, {u"targetCommit"_s, sha1}};
        const auto branch = [](const QJsonValue& value) { return with(refList(), u"branches"_s, QJsonArray{value}); };
        QTest::newRow("no branches") << with(refList(), u"branches"_s, QJsonValue::Undefined) << u"\"branches\""_s;
        QTest::newRow("branches are an object") << with(refList(), u"branches"_s, QJsonObject()) << u"\"branches\""_s;
        QTest::newRow("tags are a text") << with(refList(), u"tags"_s, u"x"_s) << u"\"tags\""_s;
        QTest::newRow("a ref is a text") << branch(u"main"_s) << u"not an object"_s;
        QTest::newRow("no name") << branch(with(ref, u"name"_s, QJsonValue::Undefined)) << u"\"name\""_s;
        QTest::newRow("empty name") << branch(with(ref, u"name"_s, u""_s)) << u"no name"_s;
        QTest::newRow("no ref") << branch(with(ref, u"ref"_s, QJsonValue::Undefined)) << u"\"ref\""_s;
        QTest::newRow("no commit") << branch(with(ref, u"targetCommit"_s, QJsonValue())) << u"\"targetCommit\""_s;
        QTest::newRow("short commit") << branch(with(ref, u"targetCommit"_s, u"111"_s)) << u"\"targetCommit\""_s;
    }

    void wrongRefs()
    {
        QFETCH(QJsonObject, list);
        QFETCH(QString, words);
        const auto read = parseRefs(bytesOf(list), what);
        QVERIFY(!read);
        compareRefusal(read.error(), words);
    }

    void whoAmI()
    {
        const QJsonObject token{{u"displayName"_s, u"laptop"_s}, {u"role"_s, u"read"_s}};
        const QJsonObject full{{u"name"_s, u"ada"_s}, {u"auth"_s, QJsonObject{{u"accessToken"_s, token}}}};
        const auto read = parseWhoAmI(bytesOf(full), what);
        QVERIFY(read);
        QCOMPARE(read->name, u"ada"_s);
        QCOMPARE(read->tokenName, u"laptop"_s);
        QCOMPARE(read->role, u"read"_s);
        QVERIFY(parseWhoAmI(bytesOf(with(full, u"auth"_s, QJsonValue::Undefined)), what));
        QVERIFY(!parseWhoAmI(bytesOf(with(full, u"name"_s, QJsonValue())), what));
        QVERIFY(!parseWhoAmI(bytesOf(with(full, u"auth"_s, 1)), what));
    }

    void links_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("next"); // null: none
        const auto row = [](const QByteArray& header, const QByteArray& next) {
            QTest::newRow(header.constData()) << header << next;
        };
        row("", {});
        row("<https://x/a?cursor=b%3D>; rel=\"next\"", "https://x/a?cursor=b%3D");
        row("<https://x/a>;rel=next", "https://x/a");
        row("<https://x/a> ; title=\"t\" ; REL = \"Next\"", "https://x/a");
        row("<https://x/1>; rel=\"first\", <https://x/2>; rel=\"next\", <https://x/9>; rel=\"last\"", "https://x/2");
        row("<https://x/a,b;c>; rel=\"next\"", "https://x/a,b;c");
        row("<https://x/a>; rel=\"prev\"", {});
        row("<https://x/a>; rel=\"nextish\"", {});
        row("<https://x/a>", {});
        row("<https://x/a; rel=\"next\"", {});
        row("https://x/a; rel=\"next\"", {});
        row("<", {});
        row("<>; rel=next", "");
    }

    void links()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, next);
        const auto link = nextLink(header);
        QCOMPARE(link.has_value(), !next.isNull());
        QCOMPARE(link.value_or(QByteArray()), next);
    }

    void searchHits()
    {
        const auto hits = parseSearch(
            R"([{"_id":"65","id":"acme/tiny","downloads":12345678901,"likes":7,"lastModified":"2026-01-02T03:04:05.000Z",
                "gated":"auto","private":true,"usedStorage":9000000000,"tags":["gguf","license:mit",7]},
               {"id":"gpt2","gated":false,"cardData":{"license":["mit","other"]}},
               {"id":"acme/odd","downloads":"many","likes":-3,"lastModified":7,"gated":7,"private":"yes","usedStorage":-9,
                "tags":"gguf","new":{"deep":[1]}},
               {"id":"../etc"},{"id":7},{"name":"acme/none"},7,null,"acme/text",[]])",
            RepoKind::Model, u"x"_s);
        QVERIFY2(hits, hits ? "" : qPrintable(hits.error().message));
        QCOMPARE(hits->size(), 3);
        const SearchHit& full = hits->at(0);
        QCOMPARE(full.repo, (RepoId{RepoKind::Model, u"acme/tiny"_s}));
        QCOMPARE(full.downloads, 12345678901);
        QCOMPARE(full.likes, 7);
        QCOMPARE(full.lastModified, u"2026-01-02T03:04:05.000Z"_s);
        QCOMPARE(full.gating, Gating::Auto);
        QVERIFY(full.isPrivate);
        QCOMPARE(full.bytes, 9'000'000'000);
        QCOMPARE(full.license, u"mit"_s);
        QCOMPARE(full.tags, (QStringList{u"gguf"_s, u"license:mit"_s}));
        const SearchHit& bare = hits->at(1);
        QCOMPARE(bare.repo.id, u"gpt2"_s);
        QCOMPARE(bare.gating, Gating::No);
        QCOMPARE(bare.bytes, -1);
        QCOMPARE(bare.license, u"mit, other"_s);
        const SearchHit& odd = hits->at(2);
        QCOMPARE(odd.downloads, 0);
        QCOMPARE(odd.likes, 0);
        QVERIFY(odd.lastModified.isEmpty());
        QCOMPARE(odd.gating, Gating::Manual);
        QVERIFY(!odd.isPrivate);
        QCOMPARE(odd.bytes, -1);
        QVERIFY(odd.tags.isEmpty());
        QVERIFY(odd.license.isEmpty());
    }

    void webPages_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("is");
        const auto row = [](const char* name, const QByteArray& type, const QByteArray& body, bool is) {
            QTest::newRow(name) << type << body << is;
        };
        row("json", "application/json", "{}", false);
        row("no type", "", "[]", false);
        row("html type", "Text/HTML; charset=utf-8", "", true);
        row("xhtml type", "application/xhtml+xml", "", true);
        row("doctype", "text/plain", "\n\t<!DocType html><p>", true);
        row("html tag", "", "<HTML lang=en>", true);
        row("html in a text", "application/json", "\"<html>\"", false);
        row("xml", "application/xml", "<?xml version=\"1.0\"?><Error/>", false);
    }

    void webPages()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(bool, is);
        QCOMPARE(isWebPage(type, body), is);
    }

    void gatingNames()
    {
        QCOMPARE(gatingName(Gating::No), u"false"_s);
        QCOMPARE(gatingName(Gating::Auto), u"auto"_s);
        QCOMPARE(gatingName(Gating::Manual), u"manual"_s);
    }
};

QTEST_GUILESS_MAIN(HubParseTest)
#include "tst_hubparse.moc"
