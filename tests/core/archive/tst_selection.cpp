// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "archive/selection.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

using namespace hugger;
using namespace Qt::StringLiterals;

class SelectionTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wants_data()
    {
        QTest::addColumn<QStringList>("include");
        QTest::addColumn<QStringList>("exclude");
        QTest::addColumn<QString>("wanted"); // of the paths below, by their place
        QTest::newRow("no rule") << QStringList() << QStringList() << u"0123456789A"_s;
        QTest::newRow("a file") << QStringList{u"a.bin"_s} << QStringList() << u"0"_s;
        QTest::newRow("a file in a folder") << QStringList{u"sub/a.bin"_s} << QStringList() << u"2"_s;
        QTest::newRow("case counts") << QStringList{u"A.BIN"_s} << QStringList() << u""_s;
        QTest::newRow("a folder is no file") << QStringList{u"sub"_s} << QStringList() << u""_s;
        QTest::newRow("a folder") << QStringList{u"sub/"_s} << QStringList() << u"234"_s;
        QTest::newRow("a folder with a star") << QStringList{u"sub/*"_s} << QStringList() << u"234"_s;
        QTest::newRow("a folder in a folder") << QStringList{u"sub/deep/"_s} << QStringList() << u"4"_s;
        QTest::newRow("the end of a folder's name") << QStringList{u"ub/"_s} << QStringList() << u""_s;
        QTest::newRow("a star") << QStringList{u"*.bin"_s} << QStringList() << u"0235"_s;
        QTest::newRow("a star in a folder's name") << QStringList{u"s*/"_s} << QStringList() << u"2346"_s;
        QTest::newRow("a question mark") << QStringList{u"?.bin"_s} << QStringList() << u"0"_s;
        QTest::newRow("letters") << QStringList{u"[ab].*"_s} << QStringList() << u"01"_s;
        QTest::newRow("not these letters") << QStringList{u"[!a].*"_s} << QStringList() << u"1"_s;
        QTest::newRow("a star as such") << QStringList{u"odd[*].bin"_s} << QStringList() << u"5"_s;
        QTest::newRow("a bracket as such") << QStringList{u"x[[]1].txt"_s} << QStringList() << u"7"_s;
        QTest::newRow("a question mark as such") << QStringList{u"why[?]"_s} << QStringList() << u"8"_s;
        QTest::newRow("what regular expressions use") << QStringList{u"(a|b)+.$^{}\\"_s} << QStringList() << u"9"_s;
        QTest::newRow("a folder with a star as such") << QStringList{u"s[*]b/"_s} << QStringList() << u"6"_s;
        QTest::newRow("several") << QStringList{u"a.bin"_s, u"sub/deep/"_s, u"b.*"_s} << QStringList() << u"014"_s;
        QTest::newRow("without") << QStringList() << QStringList{u"sub/"_s, u"a.bin"_s} << u"156789A"_s;
        QTest::newRow("both") << QStringList{u"sub/"_s} << QStringList{u"sub/a.bin"_s} << u"34"_s;
        QTest::newRow("both with stars") << QStringList{u"*.bin"_s} << QStringList{u"*/*"_s} << u"05"_s;
        QTest::newRow("nothing is wanted") << QStringList{u""_s} << QStringList() << u""_s;
        QTest::newRow("a slash alone") << QStringList{u"/"_s} << QStringList() << u""_s;
        QTest::newRow("an open bracket") << QStringList{u"[a"_s} << QStringList() << u""_s;
        QTest::newRow("an open bracket as such") << QStringList{u"open[x"_s} << QStringList() << u"A"_s;
    }

    void wants()
    {
        QFETCH(QStringList, include);
        QFETCH(QStringList, exclude);
        QFETCH(QString, wanted);
        const QStringList paths{u"a.bin"_s,          u"b.txt"_s,         u"sub/a.bin"_s, u"sub/c.bin"_s,
                                u"sub/deep/d.txt"_s, u"odd*.bin"_s,      u"s*b/a"_s,     u"x[1].txt"_s,
                                u"why?"_s,           u"(a|b)+.$^{}\\"_s, u"open[x"_s};
        const SelectionMatcher matcher({include, exclude});
        QString found;
        for (qsizetype i = 0; i < paths.size(); ++i) {
            if (matcher.wants(paths[i]))
                found += QString::number(i, 16).toUpper();
        }
        QCOMPARE(found, wanted);
    }

    /// Whatever is looked up gives what the regular expression would.
    void literalGlobsAreTheirPaths()
    {
        for (const QString& path : {u"a"_s, u"a/b c/d.bin"_s, u"*"_s, u"a[b]c?"_s, u"[*]"_s, u"[[]"_s, u"**/x"_s,
                                    u"ü你/😀"_s, u"\\d+"_s, u"a\nb"_s, u"]["_s}) {
            const QString glob = literalGlob(path);
            const QRegularExpression whole(
                QRegularExpression::wildcardToRegularExpression(glob, QRegularExpression::NonPathWildcardConversion));
            QVERIFY2(whole.match(path).hasMatch(), qPrintable(path));
            for (const QString& other : {path, QString(path + u'x'), QString(u'x' + path), path.chopped(1), glob}) {
                const bool same = other == path;
                QCOMPARE(SelectionMatcher({{glob}, {}}).wants(other), same);
                QCOMPARE(SelectionMatcher({{}, {glob}}).wants(other), !same);
            }
            QVERIFY(SelectionMatcher({{glob + u'/'}, {}}).wants(path + u"/below"_s));
            QVERIFY(!SelectionMatcher({{glob + u'/'}, {}}).wants(path));
        }
    }

    void thousandsAreLookedUp()
    {
        Selection selection;
        for (int i = 0; i < 20'000; ++i)
            selection.include << literalGlob(u"data/part[%1].bin"_s.arg(i * 5))
                              << literalGlob(u"more/%1"_s.arg(i)) + u'/';
        QElapsedTimer timer;
        timer.start();
        const SelectionMatcher matcher(selection);
        int wanted = 0;
        for (int i = 0; i < 100'000; ++i)
            wanted += matcher.wants(u"data/part[%1].bin"_s.arg(i)) ? 1 : 0;
        const qint64 took = timer.elapsed();
        qInfo("40,000 globs over 100,000 paths in %lld ms", static_cast<long long>(took));
        QCOMPARE(wanted, 20'000);
        QVERIFY2(took < 3000, "one after the other this takes minutes");
    }
};

QTEST_GUILESS_MAIN(SelectionTest)
#include "tst_selection.moc"
