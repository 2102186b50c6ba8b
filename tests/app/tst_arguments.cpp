// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/help.h"
#include "app/cli/what.h"

#include <QtCore/QSet>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace hugger;

class TestArguments final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void globalOptionsStandAnywhere();
    void optionsRepeat();
    void refuses_data();
    void refuses();
    void neverRepeatsAToken();
    void helpNeedsNoOperands();
    void numbers();
    void nearestName();
    void jsonIsKnownEvenWhenNothingElseIs();
    void tableIsWhole();
    void helpFitsItsWidth();
    void revisionsMustAgree();
    void globsOfLinks();
};

void TestArguments::globalOptionsStandAnywhere()
{
    const QList<QStringList> lines{
        {u"--profile"_s, u"list"_s, u"--json"_s, u"show"_s, u"acme/x"_s},
        {u"show"_s, u"--profile=list"_s, u"acme/x"_s, u"--json"_s},
        {u"--json"_s, u"show"_s, u"acme/x"_s, u"--profile"_s, u"list"_s},
    };
    for (const QStringList& line : lines) {
        const auto parsed = parseArguments(line);
        QVERIFY(parsed);
        QVERIFY(parsed->command);
        QCOMPARE(parsed->command->name, u"show"_s);
        QCOMPARE(parsed->operands, QStringList{u"acme/x"_s});
        QCOMPARE(parsed->value(u"profile"_s), u"list"_s);
        QVERIFY(parsed->has(u"json"_s));
        QVERIFY(!parsed->has(u"quiet"_s));
    }
    const auto short_ = parseArguments({u"list"_s, u"-q"_s});
    QVERIFY(short_ && short_->has(u"quiet"_s));
}

void TestArguments::optionsRepeat()
{
    const auto parsed = parseArguments({u"archive"_s, u"acme/x"_s, u"--include"_s, u"*.json"_s, u"--include=*.txt"_s,
                                        u"--store"_s, u"a"_s, u"--store"_s, u"b"_s});
    QVERIFY(parsed);
    QCOMPARE(parsed->values(u"include"_s), (QStringList{u"*.json"_s, u"*.txt"_s}));
    QCOMPARE(parsed->value(u"store"_s), u"b"_s);
    const auto dashes = parseArguments({u"search"_s, u"--"_s, u"--json"_s});
    QVERIFY(dashes);
    QCOMPARE(dashes->operands, QStringList{u"--json"_s});
}

void TestArguments::refuses_data()
{
    QTest::addColumn<QStringList>("line");
    QTest::addColumn<QString>("hint");
    QTest::newRow("unknown command") << QStringList{u"serach"_s, u"x"_s} << u"\"search\""_s;
    QTest::newRow("beginning of a command") << QStringList{u"arch"_s} << u"\"archive\""_s;
    QTest::newRow("nothing like a command") << QStringList{u"xyzzy"_s} << u"`hugger help`"_s;
    QTest::newRow("unknown option") << QStringList{u"archive"_s, u"acme/x"_s, u"--includ"_s} << u"--include"_s;
    QTest::newRow("option of another command") << QStringList{u"list"_s, u"--dry-run"_s} << u"`hugger list`"_s;
    QTest::newRow("option before a command") << QStringList{u"--jsn"_s} << u"--json"_s;
    QTest::newRow("value missing") << QStringList{u"archive"_s, u"acme/x"_s, u"--store"_s} << u"store"_s;
    QTest::newRow("value for a flag") << QStringList{u"list"_s, u"--json=yes"_s} << u"json"_s;
    QTest::newRow("operand missing") << QStringList{u"show"_s} << u"WHAT"_s;
    QTest::newRow("operand too many") << QStringList{u"list"_s, u"acme/x"_s} << u"acme/x"_s;
    QTest::newRow("control characters") << QStringList{u"li\x1b[2Jst"_s} << u"\\x1b"_s;
}

void TestArguments::refuses()
{
    QFETCH(const QStringList, line);
    QFETCH(const QString, hint);
    const auto parsed = parseArguments(line);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().kind, ErrorKind::Usage);
    QVERIFY2(parsed.error().message.contains(hint), qPrintable(parsed.error().message));
}

void TestArguments::neverRepeatsAToken()
{
    const QString token = u"hf_"_s + QString(34, u'a');
    for (const QStringList& line :
         QList<QStringList>{{u"token"_s, u"set"_s, token}, {token}, {u"list"_s, token}, {u"list"_s, u"--"_s + token}}) {
        const auto parsed = parseArguments(line);
        QVERIFY(!parsed);
        QVERIFY2(!parsed.error().message.contains(u"hf_aaaa"_s), qPrintable(parsed.error().message));
    }
}

void TestArguments::helpNeedsNoOperands()
{
    const auto parsed = parseArguments({u"archive"_s, u"--help"_s});
    QVERIFY(parsed && parsed->has(u"help"_s));
    const auto nothing = parseArguments({});
    QVERIFY(nothing && !nothing->command);
}

void TestArguments::numbers()
{
    const auto line = [](const QString& limit) { return parseArguments({u"events"_s, u"--limit"_s, limit}); };
    QCOMPARE(line(u"7"_s)->number(u"limit"_s, 100), 7);
    QCOMPARE(parseArguments({u"events"_s})->number(u"limit"_s, 100), 100);
    for (const QString& bad : {u"0"_s, u"-1"_s, u"x"_s, u""_s, u"99999999999999999999"_s})
        QVERIFY(!line(bad)->number(u"limit"_s, 100));
}

void TestArguments::nearestName()
{
    QCOMPARE(nearest(u"verfiy"_s, commandNames()), u"verify"_s);
    QCOMPARE(nearest(u"lst"_s, commandNames()), u"list"_s);
    QCOMPARE(nearest(u"rebuild"_s, commandNames()), u"rebuild-catalog"_s);
    QCOMPARE(nearest(u"zzzzzz"_s, commandNames()), QString());
    QCOMPARE(nearest(u""_s, commandNames()), QString());
}

void TestArguments::jsonIsKnownEvenWhenNothingElseIs()
{
    QVERIFY(asksForJson({u"nonsense"_s, u"--json"_s}));
    QVERIFY(!asksForJson({u"search"_s, u"--"_s, u"--json"_s}));
    QVERIFY(!asksForJson({}));
}

void TestArguments::tableIsWhole()
{
    QSet<QString> names;
    // The scout that finds the command reads all options at once: one name must mean one shape everywhere.
    QHash<QString, QString> shapes;
    for (const QCommandLineOption& option : globalOptions())
        shapes.insert(option.names().constLast(), option.valueName());
    for (const Command& command : commands()) {
        QVERIFY(command.run);
        QVERIFY(!names.contains(command.name));
        names.insert(command.name);
        QVERIFY(!command.summary.isEmpty() && !command.summary.endsWith(u'.'));
        QVERIFY(command.maxOperands < 0 || command.maxOperands >= command.minOperands);
        for (const QCommandLineOption& option : command.options) {
            const QString name = option.names().constLast();
            QVERIFY2(!shapes.contains(name) || shapes[name] == option.valueName(), qPrintable(name));
            shapes.insert(name, option.valueName());
        }
    }
}

void TestArguments::helpFitsItsWidth()
{
    for (const Command& command : commands()) {
        for (const QString& line : commandHelp(command, 80).split(u'\n'))
            QVERIFY2(line.size() <= 80 || line.startsWith(u"hugger "_s), qPrintable(line));
    }
    for (const QString& line : shortHelp().split(u'\n'))
        QVERIFY2(line.size() <= 100, qPrintable(line));
}

void TestArguments::revisionsMustAgree()
{
    RepoLink link;
    link.revision = u"dev"_s;
    QVERIFY(withRevision(link, u"dev"_s));
    QVERIFY(withRevision(link, {}));
    const auto two = withRevision(link, u"main"_s);
    QVERIFY(!two);
    QCOMPARE(two.error().kind, ErrorKind::Usage);
    link.revision.clear();
    QCOMPARE(withRevision(link, u"refs/pr/1"_s)->revision, u"refs/pr/1"_s);
    QVERIFY(!withRevision(link, u"a..b"_s));
}

void TestArguments::globsOfLinks()
{
    RepoLink link;
    QCOMPARE(globsFor(link), QStringList());
    link.path = u"a*b?[c].txt"_s;
    QCOMPARE(globsFor(link).first(), u"a[*]b[?][[]c].txt"_s);
    link.path = u"folder"_s;
    link.isFolder = true;
    QCOMPARE(globsFor(link), QStringList{u"folder/"_s});
}

QTEST_GUILESS_MAIN(TestArguments)
#include "tst_arguments.moc"
