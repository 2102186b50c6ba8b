// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest/QTest>

#include "base/linediff.h"

using namespace Qt::StringLiterals;
using namespace hugger;

namespace {

/// " same", "-gone", "+new".
QStringList told(const QList<DiffLine>& diff)
{
    QStringList lines;
    for (const DiffLine& line : diff) {
        const QChar mark = line.kind == DiffLine::Kind::Same ? u' ' : line.kind == DiffLine::Kind::Added ? u'+' : u'-';
        lines.append(QString(mark + line.text));
    }
    return lines;
}

} // namespace

class TestLineDiff final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tells_data();
    void tells();
    void bothTextsAreInIt();
    void veryManyLines();
};

void TestLineDiff::tells_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char* name, const QString& before, const QString& after, const QStringList& expected) {
        QTest::newRow(name) << before << after << expected;
    };
    row("nothing", {}, {}, {});
    row("new", {}, u"a\nb\n"_s, {u"+a"_s, u"+b"_s});
    row("gone", u"a\nb"_s, {}, {u"-a"_s, u"-b"_s});
    row("the same", u"a\nb\n"_s, u"a\nb"_s, {u" a"_s, u" b"_s});
    row("in the middle", u"a\nb\nc\n"_s, u"a\nx\nc\n"_s, {u" a"_s, u"-b"_s, u"+x"_s, u" c"_s});
    row("at the end", u"a\n"_s, u"a\nb\n"_s, {u" a"_s, u"+b"_s});
    row("at the beginning", u"b\n"_s, u"a\nb\n"_s, {u"+a"_s, u" b"_s});
    row("two places", u"1\na\n2\nb\n3\n"_s, u"1\n2\nx\nb\n"_s, {u" 1"_s, u"-a"_s, u" 2"_s, u"+x"_s, u" b"_s, u"-3"_s});
    row("empty lines", u"a\n\nb"_s, u"a\nb"_s, {u" a"_s, u"-"_s, u" b"_s});
    row("repeated", u"a\na\n"_s, u"a\na\na\n"_s, {u" a"_s, u" a"_s, u"+a"_s});
}

void TestLineDiff::tells()
{
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    QTEST(told(lineDiff(before, after)), "expected");
}

/// Whatever is said to be the same: without the new lines it is the old text, without the old ones the new.
void TestLineDiff::bothTextsAreInIt()
{
    QStringList before;
    QStringList after;
    for (int i = 0; i < 300; ++i) {
        before.append(QString::number((i * 7) % 31));
        after.append(QString::number((i * 5) % 29));
    }
    QStringList old;
    QStringList now;
    const auto diff = lineDiff(before.join(u'\n'), after.join(u'\n'));
    for (const DiffLine& line : diff) {
        if (line.kind != DiffLine::Kind::Added)
            old.append(line.text);
        if (line.kind != DiffLine::Kind::Removed)
            now.append(line.text);
    }
    QCOMPARE(old, before);
    QCOMPARE(now, after);
    QCOMPARE_LT(diff.size(), before.size() + after.size());
}

void TestLineDiff::veryManyLines()
{
    const QString before = u"same\n"_s + u"a\n"_s.repeated(100'000) + u"end\n"_s;
    const QString after = u"same\n"_s + u"b\n"_s.repeated(100'000) + u"end\n"_s;
    const auto diff = lineDiff(before, after);
    QCOMPARE(diff.size(), 200'002);
    QCOMPARE(diff.first(), (DiffLine{DiffLine::Kind::Same, u"same"_s}));
    QCOMPARE(diff.last(), (DiffLine{DiffLine::Kind::Same, u"end"_s}));
}

QTEST_GUILESS_MAIN(TestLineDiff)
#include "tst_linediff.moc"
