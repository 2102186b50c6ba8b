// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include "base/digestthread.h"
#include "base/error.h"
#include "base/files.h"
#include "base/format.h"
#include "base/hash.h"
#include "base/json.h"
#include "base/log.h"
#include "base/writeback.h"

#include <cerrno>
#include <fcntl.h>

using namespace Qt::StringLiterals;
using namespace hugger;

class TestBase final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bytes_data();
    void bytes();
    void terminalEscapes();
    void redaction_data();
    void redaction();
    void hashVectors();
    void hashedWhileWritten();
    void durableWriteReplaces();
    void durableWriteLeavesNothingBehind();
    void shortReadOnlyAtTheEnd();
    void emptyFoldersGo();
    void errnoInWords();
    void jsonRemembersTheFirstTrouble();
    void jsonSizes_data();
    void jsonSizes();
};

void TestBase::bytes_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << 0LL << u"0 B"_s;
    QTest::newRow("bytes") << 999LL << u"999 B"_s;
    QTest::newRow("kilo") << 1000LL << u"1.0 kB"_s;
    QTest::newRow("rounds into the next unit") << 999'950LL << u"1.0 MB"_s;
    QTest::newRow("giga") << 4'400'000'000LL << u"4.4 GB"_s;
    QTest::newRow("most") << std::numeric_limits<qint64>::max() << u"9.2 EB"_s;
}

void TestBase::bytes()
{
    QFETCH(const qint64, bytes);
    QTEST(formatBytes(bytes), "text");
}

void TestBase::terminalEscapes()
{
    QCOMPARE(escapeForTerminal(u"a\x1b[31m\nb\u202e\u0085ü"_s), u"a\\x1b[31m\\x0ab\\u202e\\x85ü"_s);
}

void TestBase::redaction_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("secret");
    QTest::newRow("token") << u"got hf_abcdefghijklmnopqrstuvwxyz0123456789 there"_s << u"abcdefghijkl"_s;
    QTest::newRow("our own token") << u"got hugger_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE there"_s
                                   << u"AbCdEfGh"_s;
    QTest::newRow("header") << u"Authorization: Bearer something-else"_s << u"something-else"_s;
    QTest::newRow("cookie") << u"cookie = session=1234567"_s << u"1234567"_s;
    QTest::newRow("url user") << u"proxy http://me:pass@host/"_s << u"pass"_s;
    QTest::newRow("signed url") << u"GET https://cdn.example/x?X-Amz-Date=1&X-Amz-Signature=deadbeef done"_s
                                << u"deadbeef"_s;
    QTest::newRow("cloudfront") << u"https://cdn.example/x?Expires=12&Signature=abc~def&Key-Pair-Id=K1"_s
                                << u"abc~def"_s;
}

void TestBase::redaction()
{
    QFETCH(const QString, text);
    QFETCH(const QString, secret);
    QVERIFY(text.contains(secret));
    QVERIFY2(!redacted(text).contains(secret), qPrintable(redacted(text)));
}

void TestBase::hashVectors()
{
    QCOMPARE(sha256Hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    QCOMPARE(gitBlobSha1Hex(""), "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
    QCOMPARE(gitBlobSha1Hex("hello\n"), "ce013625030ba8dba906f756967f9e9ca394464a");
    QVERIFY(isHex(QByteArrayView("00ff"), 4));
    QVERIFY(!isHex(QByteArrayView("00FF"), 4));
    QVERIFY(!isHex(QByteArrayView("00f"), 4));
    QVERIFY(!isHex(QByteArrayView("00fg"), 4));
}

void TestBase::hashedWhileWritten()
{
    // Over the step at which the disk is set to work, and with an end that fills no block.
    const QByteArray block(3'000'000, 'x');
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"large"_s);
    auto file = openFile(path, O_WRONLY | O_CREAT, 0600);
    QVERIFY(file.has_value());
    ContentDigest digest(4 * block.size() + 1);
    Writeback writeback;
    DigestThread hashing;
    QByteArray all;
    for (const QByteArray& part : {block, block, block, block, QByteArray("y")}) {
        const auto adding = hashing.add(digest, part);
        QVERIFY(writeAt(file->get(), part, all.size(), path).has_value());
        all += part;
        writeback.wroteTo(file->get(), all.size());
    }
    QCOMPARE(readAll(path, all.size()).value_or(QByteArray()), all);
    const ContentHashes hashes = digest.finish();
    QCOMPARE(hashes.sha256, sha256Hex(all));
    QCOMPARE(hashes.gitSha1, gitBlobSha1Hex(all));
}

void TestBase::durableWriteReplaces()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"x.json"_s);
    QVERIFY(writeDurably(path, "one"));
    QVERIFY(writeDurably(path, "two and more"));
    QCOMPARE(readAll(path).value(), "two and more");
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"x.json"_s});
}

void TestBase::durableWriteLeavesNothingBehind()
{
    const QTemporaryDir folder;
    // A folder is in the way: the rename fails after the bytes were written.
    QVERIFY(QDir(folder.path()).mkpath(u"x.json/full"_s));
    QVERIFY(!writeDurably(folder.filePath(u"x.json"_s), "bytes"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList());
}

void TestBase::shortReadOnlyAtTheEnd()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"x"_s);
    QVERIFY(writeDurably(path, "0123456789"));
    const auto fd = openFile(path, O_RDONLY);
    QVERIFY(fd.has_value());
    char buffer[8]{};
    QCOMPARE(readAt(fd->get(), buffer, 8, 0, path).value(), 8);
    QCOMPARE(readAt(fd->get(), buffer, 8, 6, path).value(), 4);
    QCOMPARE(QByteArray(buffer, 4), "6789");
    QCOMPARE(readAt(fd->get(), buffer, 8, 10, path).value(), 0);
}

void TestBase::emptyFoldersGo()
{
    const QTemporaryDir folder;
    QVERIFY(makeFolders(folder.filePath(u"a/b/c"_s)));
    QVERIFY(writeDurably(folder.filePath(u"a/keep"_s), "x"));
    removeEmptyFolders(folder.filePath(u"a/b/c"_s), folder.path());
    QVERIFY(!QFile::exists(folder.filePath(u"a/b"_s)));
    QVERIFY(QFile::exists(folder.filePath(u"a/keep"_s)));
}

void TestBase::errnoInWords()
{
    const Error full = diskError(ENOSPC, u"write"_s, u"/some/where"_s);
    QCOMPARE(full.code, u"disk_full"_s);
    QCOMPARE(exitCode(full.kind), 7);
    QCOMPARE(diskError(EROFS, u"open"_s, u"/x"_s).code, u"not_writable"_s);
    QCOMPARE(diskError(EIO, u"read"_s, u"/x"_s).code, u"disk_failing"_s);
}

void TestBase::jsonRemembersTheFirstTrouble()
{
    JsonReader reader(QJsonObject{{u"name"_s, 7}, {u"list"_s, QJsonObject()}}, u"The answer"_s);
    QCOMPARE(reader.text("name"_L1), QString());
    QVERIFY(reader.array("list"_L1).isEmpty());
    const auto outcome = reader.outcome(ErrorKind::Network, u"bad_answer"_s);
    QVERIFY(!outcome);
    QVERIFY(outcome.error().message.contains(u"\"name\""_s));
    QVERIFY(!outcome.error().message.contains(u"\"list\""_s));
}

void TestBase::jsonSizes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<qint64>("size");
    QTest::newRow("zero") << QByteArray(R"({"size":0})") << 0LL;
    QTest::newRow("2^53") << QByteArray(R"({"size":9007199254740992})") << 9007199254740992LL;
    QTest::newRow("exponent") << QByteArray(R"({"size":1e3})") << 1000LL;
    QTest::newRow("negative") << QByteArray(R"({"size":-1})") << -1LL;
    QTest::newRow("fraction") << QByteArray(R"({"size":1.5})") << -1LL;
    QTest::newRow("text") << QByteArray(R"({"size":"12"})") << -1LL;
    QTest::newRow("too large") << QByteArray(R"({"size":9007199254740994})") << -1LL;
    QTest::newRow("missing") << QByteArray(R"({})") << -1LL;
    QTest::newRow("null") << QByteArray(R"({"size":null})") << -1LL;
}

void TestBase::jsonSizes()
{
    QFETCH(const QByteArray, json);
    QFETCH(const qint64, size);
    JsonReader reader(parseObject(json, u"It"_s, ErrorKind::Failed, u"x"_s).value(), u"It"_s);
    const qint64 read = reader.size("size"_L1);
    QCOMPARE(reader.outcome(ErrorKind::Failed, u"x"_s).has_value(), size >= 0);
    QCOMPARE(read, std::max<qint64>(0, size));
}

QTEST_GUILESS_MAIN(TestBase)
#include "tst_base.moc"
