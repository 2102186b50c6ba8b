// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/arguments.h"
#include "app/huggerlinks.h"
#include "hub/repolink.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace hugger;

class TestHuggerLinks final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void understands_data();
    void understands();
    void refuses_data();
    void refuses();
    void refusesWhatIsTooLong();
    void standOnTheCommandLine();
    void doNotStandBesideACommand();
};

void TestHuggerLinks::understands_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("repo");
    QTest::newRow("id") << u"hugger:acme/tiny"_s << u"acme/tiny"_s << u"acme/tiny"_s;
    QTest::newRow("upper case") << u"HUGGER:acme/tiny"_s << u"acme/tiny"_s << u"acme/tiny"_s;
    QTest::newRow("bare name") << u"hugger:gpt2"_s << u"gpt2"_s << u"gpt2"_s;
    QTest::newRow("dataset") << u"hugger:datasets/acme/d"_s << u"datasets/acme/d"_s << u"datasets/acme/d"_s;
    QTest::newRow("revision") << u"hugger:acme/tiny@refs/pr/1"_s << u"acme/tiny@refs/pr/1"_s << u"acme/tiny"_s;
    QTest::newRow("link") << u"hugger://huggingface.co/acme/tiny"_s << u"https://huggingface.co/acme/tiny"_s
                          << u"acme/tiny"_s;
    QTest::newRow("link to a file") << u"hugger://huggingface.co/acme/tiny/blob/main/a%20b.txt?download=true"_s
                                    << u"https://huggingface.co/acme/tiny/blob/main/a%20b.txt?download=true"_s
                                    << u"acme/tiny"_s;
    QTest::newRow("https") << u"https://huggingface.co/acme/tiny"_s << u"https://huggingface.co/acme/tiny"_s
                           << u"acme/tiny"_s;
    QTest::newRow("a host of one's own") << u"hugger://localhost:8080/acme/tiny"_s
                                         << u"https://localhost:8080/acme/tiny"_s << QString();
}

void TestHuggerLinks::understands()
{
    QFETCH(const QString, given);
    QFETCH(const QString, link);
    QFETCH(const QString, repo);
    const auto found = linkFromOutside(given);
    QVERIFY(found);
    QCOMPARE(*found, link);
    if (repo.isEmpty())
        return;
    const auto parsed = parseLink(*found, QUrl(u"https://huggingface.co"_s));
    QVERIFY(parsed);
    QCOMPARE(parsed->repo.display(), repo);
}

void TestHuggerLinks::refuses_data()
{
    QTest::addColumn<QString>("given");
    for (const QString& bad : {u""_s,
                               u"hugger:"_s,
                               u"hugger://"_s,
                               u"hugger:///etc/passwd"_s,
                               u"hugger:/etc/passwd"_s,
                               u"hugger:~/x"_s,
                               u"hugger:../x"_s,
                               u"hugger:./x"_s,
                               u"hugger:--profile"_s,
                               u"hugger:-v"_s,
                               u"hugger:file:///etc/passwd"_s,
                               u"hugger:https://huggingface.co/a/b"_s,
                               u"hugger:a b"_s,
                               u"hugger:a/b;rm"_s,
                               u"hugger:$(id)/b"_s,
                               u"hugger:a/b\nlist"_s,
                               u"hugger:a/b\n"_s,
                               u"hugger://me@huggingface.co/a/b"_s,
                               u"hugger://huggingface.co"_s,
                               u"hugger://huggingface.co/"_s,
                               u"hugger://huggingface.co/a/b\""_s,
                               u"hugger:a/b/c/d"_s,
                               u"https://"_s,
                               u"https:///a/b"_s,
                               u"https://huggingface.co/a b"_s,
                               u"ftp://h/a"_s,
                               u"file:///etc/passwd"_s,
                               u"acme/tiny"_s,
                               u"hugger"_s,
                               u"huggers:acme/tiny"_s,
                               u"hugger:a/\u202Eb"_s})
        QTest::newRow(qPrintable(bad)) << bad;
}

void TestHuggerLinks::refuses()
{
    QFETCH(const QString, given);
    QVERIFY2(!linkFromOutside(given), qPrintable(linkFromOutside(given).value_or(QString())));
}

void TestHuggerLinks::refusesWhatIsTooLong()
{
    QVERIFY(linkFromOutside(u"hugger:a/"_s + QString(1000, u'x')));
    QVERIFY(!linkFromOutside(u"hugger:a/"_s + QString(10000, u'x')));
}

void TestHuggerLinks::standOnTheCommandLine()
{
    const auto parsed = parseArguments(
        {u"--profile"_s, u"/p"_s, u"hugger:acme/tiny"_s, u"--minimized"_s, u"https://huggingface.co/acme/big"_s});
    QVERIFY(parsed);
    QVERIFY(!parsed->command);
    QVERIFY(asksForWindow(*parsed));
    QVERIFY(parsed->has(u"minimized"_s));
    QCOMPARE(parsed->operands, (QStringList{u"hugger:acme/tiny"_s, u"https://huggingface.co/acme/big"_s}));
    for (const QStringList& line : QList<QStringList>{{}, {u"--minimized"_s}, {u"-v"_s}, {u"--profile=/p"_s}})
        QVERIFY(asksForWindow(*parseArguments(line)));
    // What the extension opens to start hugger.
    for (const QString& link : {u"hugger:"_s, u"HUGGER:"_s, u"hugger://"_s}) {
        const auto start = parseArguments({u"--profile=/p"_s, link});
        QVERIFY(start);
        QVERIFY(asksForWindow(*start));
        QVERIFY(start->operands.isEmpty());
    }
}

void TestHuggerLinks::doNotStandBesideACommand()
{
    const QList<QStringList> wrong{{u"hugger:acme/tiny"_s, u"list"_s},
                                   {u"hugger:/etc/passwd"_s},
                                   {u"acme/tiny"_s},
                                   {u"acme/tiny"_s, u"hugger:acme/tiny"_s},
                                   {u"list"_s, u"--minimized"_s}};
    for (const QStringList& line : wrong) {
        const auto parsed = parseArguments(line);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().kind, ErrorKind::Usage);
    }
    for (const QStringList& line : QList<QStringList>{{u"list"_s}, {u"--version"_s}, {u"--help"_s}, {u"--json"_s}})
        QVERIFY(!asksForWindow(*parseArguments(line)));
    // A link is what `archive` takes; that it is one does not make the window come up.
    const auto archive = parseArguments({u"archive"_s, u"https://huggingface.co/acme/tiny"_s});
    QVERIFY(archive && archive->command && !asksForWindow(*archive));
}

QTEST_GUILESS_MAIN(TestHuggerLinks)
#include "tst_huggerlinks.moc"
