// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../store/storefixture.h"
#include "bundle/statement.h"

using namespace hugger;
using namespace hugger::test;

namespace {

Record sample()
{
    Record record =
        recordOf(u"acme/tiny"_s, commitOf('a'),
                 {fileOf(u"LICENSE.md"_s, "do what you like"), fileOf(u"a b/weights.bin"_s, "weights", true)});
    record.refs = {u"main"_s, u"v1.0"_s};
    record.license = {{u"mit"_s}, u"My own"_s, u"https://example.org/license"_s};
    record.gating = Gating::Auto;
    record.verifiedAt = u"2026-11-21T00:00:00Z"_s;
    record.huggerVersion = u"0.1.0"_s;
    return record;
}

} // namespace

class StatementTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thePageIsWhatItWas();
    void aPartSaysOfWhat();
    void theListProvesACopy();
    void foreignTextsStayInTheirLine();
};

void StatementTest::thePageIsWhatItWas()
{
    const QByteArray expected = R"(Reproducibility statement: acme/tiny
====================================

What it is
----------

Repository      acme/tiny
Kind            model
Commit          aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
Asked for       main
Branches, tags  main, v1.0
From            http://127.0.0.1:1/acme/tiny/tree/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
Captured        2026-11-20T21:30:23Z

License, as the Hub gave it then
--------------------------------

License         mit
Name            My own
Text at         https://example.org/license
Text held as    LICENSE.md
Gated           yes: access was given to everybody who accepted the conditions
Private         no

What is held
------------

Held            complete: 2 files, 23 bytes
Verified        2026-11-21T00:00:00Z: the SHA-256 of every file was computed over the bytes on disk
                and is right
Store           drive
Archived with   hugger 0.1.0

Files
-----

Each line is the SHA-256 of a file and its path. To check a copy, go to its folder and run this,
with the name of this page for STATEMENT:
    grep -E '^[0-9a-f]{64}  ' STATEMENT | sha256sum -c

)" + sha256Hex("do what you like")
        + "  LICENSE.md\n" + sha256Hex("weights") + "  a b/weights.bin\n";
    QCOMPARE(statementOf(sample(), u"drive"_s), expected);
}

void StatementTest::aPartSaysOfWhat()
{
    Record record = sample();
    record.listedFiles = 1234;
    record.listedBytes = 5'000'000'000;
    record.selections = {{{u"*.md"_s, u"a b/*"_s}, {u"x"_s}}};
    record.verifiedAt.clear();
    record.license = {};
    const QByteArray page = statementOf(record, {});
    QVERIFY(page.contains("Held            a part: 2 files, 23 bytes\n"));
    QVERIFY(page.contains("Of              1,234 files, 5,000,000,000 bytes (5.0 GB) that the commit has\n"));
    QVERIFY(page.contains("Chosen by       include *.md, include a b/*, exclude x\n"));
    QVERIFY(page.contains("License         none stated\n"));
    QVERIFY(page.contains("Verified        each file when it arrived; not all of them again since"));
    QVERIFY(!page.contains("complete"));
}

void StatementTest::theListProvesACopy()
{
    QTemporaryDir dir;
    writeFile(dir.filePath(u"LICENSE.md"_s), "do what you like");
    writeFile(dir.filePath(u"a b/weights.bin"_s), "weights");
    writeFile(dir.filePath(u"STATEMENT"_s), statementOf(sample(), u"drive"_s));
    const QString command = u"grep -E '^[0-9a-f]{64}  ' STATEMENT | sha256sum -c"_s;
    Ran ran = run(u"/bin/sh"_s, {u"-c"_s, command}, dir.path());
    QCOMPARE(ran.exitCode, 0);
    QCOMPARE(ran.out, "LICENSE.md: OK\na b/weights.bin: OK\n");
    writeFile(dir.filePath(u"LICENSE.md"_s), "do what I like");
    ran = run(u"/bin/sh"_s, {u"-c"_s, command}, dir.path());
    QVERIFY(ran.exitCode != 0);
}

void StatementTest::foreignTextsStayInTheirLine()
{
    Record record = sample();
    record.license.name = u"nice\n"_s + QString::fromLatin1(sha256Hex("z")) + u"  /etc/passwd\n\x1b[31m"_s;
    const QByteArray page = statementOf(record, {});
    QVERIFY(!page.contains(QByteArray("\n" + sha256Hex("z"))));
    QVERIFY(!page.contains('\x1b'));
}

QTEST_GUILESS_MAIN(StatementTest)
#include "tst_statement.moc"
