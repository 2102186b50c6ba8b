// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest/QTest>

#include "base/foreignpath.h"

using namespace Qt::StringLiterals;
using namespace hugger;

class TestForeignPath final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refused_data();
    void refused();
    void accepted_data();
    void accepted();
    void refusalNamesThePath();
    void listing();
    void caseTwinsAreLegal();
    void encoding();
};

void TestForeignPath::refused_data()
{
    QTest::addColumn<QString>("path");
    const auto row = [](const char* name, const QString& path) { QTest::newRow(name) << path; };
    row("empty", u""_s);
    row("absolute", u"/etc/passwd"_s);
    row("parent", u"../x"_s);
    row("parent inside", u"a/../../x"_s);
    row("parent at end", u"a/.."_s);
    row("dot", u"./x"_s);
    row("double slash", u"a//b"_s);
    row("trailing slash", u"a/"_s);
    row("backslash", u"a\\b"_s);
    row("backslash parent", u"..\\x"_s);
    row("nul", u"a"_s + QChar(u'\0') + u"b"_s);
    row("newline", u"a\nb"_s);
    row("escape", u"a\x1b[31mb"_s);
    row("delete", u"a\x7f"_s);
    row("c1 control", u"a\u0085"_s);
    row("lone surrogate", u"a"_s + QChar(0xd800) + u"b"_s);
    row("replacement character", u"a\ufffd"_s);
    row("drive", u"C:x"_s);
    row("drive inside", u"a/c:/b"_s);
    row("device", u"CON"_s);
    row("device in lower case", u"a/nul"_s);
    row("device with extension", u"aux.txt"_s);
    row("device with two", u"com1.tar.gz"_s);
    row("device with space", u"prn .txt"_s);
    row("superscript device", u"COM¹"_s);
    row("lpt", u"lpt9"_s);
    row("trailing dot", u"name."_s);
    row("trailing dot of folder", u"dir./x"_s);
    row("trailing space", u"name "_s);
    row("three dots", u"..."_s);
    row(".git", u".git/config"_s);
    row(".GIT", u"sub/.GIT/hooks/post-checkout"_s);
    row("300 bytes", QString(300, u'x'));
    row("86 times three bytes", QString(86, u'鱼'));
    row("long path",
        QString(250, u'a') + u'/' + QString(250, u'b') + u'/' + QString(250, u'c') + u'/' + QString(250, u'd') + u'/'
            + QString(250, u'e'));
    row("64 deep", u"d/"_s.repeated(63) + u"f"_s);
    row("65 deep", u"d/"_s.repeated(64) + u"f"_s);
}

void TestForeignPath::refused()
{
    QFETCH(const QString, path);
    const auto checked = checkForeignPath(path);
    QVERIFY(!checked);
    QCOMPARE(checked.error().code, u"hostile_path"_s);
}

void TestForeignPath::accepted_data()
{
    QTest::addColumn<QString>("path");
    for (const QString& path : QStringList{u"config.json"_s,    u".gitattributes"_s,
                                           u".gitignore"_s,     u"a/b/c.txt"_s,
                                           u"with space.txt"_s, u"100%.csv"_s,
                                           u"hash#tag?.txt"_s,  u"数据/文件.jsonl"_s,
                                           u"emoji 🤗.md"_s,    u"console.log"_s,
                                           u"auxiliary.bin"_s,  u"com10.txt"_s,
                                           u"12:30.log"_s,      u"a.b.c"_s,
                                           u"..hidden"_s,       u"...x"_s,
                                           u"~user"_s,          u"-rf"_s,
                                           QString(255, u'x'),  QString(u"d/"_s.repeated(62) + u"f"_s)}) {
        QTest::newRow(qPrintable(path.left(30))) << path;
    }
}

void TestForeignPath::accepted()
{
    QFETCH(const QString, path);
    const auto checked = checkForeignPath(path);
    QVERIFY2(checked, checked ? "" : qPrintable(checked.error().message));
}

void TestForeignPath::refusalNamesThePath()
{
    const auto checked = checkForeignPath(u"evil/\x1b[2J/../x"_s);
    QVERIFY(!checked);
    QVERIFY(checked.error().message.contains(u"evil/\\x1b[2J/../x"_s));
}

void TestForeignPath::listing()
{
    ListingCheck twice;
    QVERIFY(twice.addFile(u"a"_s));
    QVERIFY(!twice.addFile(u"a"_s));

    ListingCheck both;
    QVERIFY(both.addFile(u"data"_s));
    QVERIFY(both.addFile(u"data/x/y"_s));
    const auto finished = both.finish();
    QVERIFY(!finished);
    QVERIFY(finished.error().message.contains(u"\"data\""_s));

    ListingCheck fine;
    QVERIFY(fine.addFile(u"data-1"_s));
    QVERIFY(fine.addFile(u"data/x"_s));
    QVERIFY(fine.finish());
}

void TestForeignPath::caseTwinsAreLegal()
{
    ListingCheck check;
    QVERIFY(check.addFile(u"README.md"_s));
    QVERIFY(check.addFile(u"readme.MD"_s));
    QVERIFY(check.finish());
}

void TestForeignPath::encoding()
{
    QCOMPARE(encodePath(u"a b/c#d?e%f"_s), u"a%20b/c%23d%3Fe%25f"_s);
}

QTEST_GUILESS_MAIN(TestForeignPath)
#include "tst_foreignpath.moc"
