// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/cards.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace hugger;

class TestCards final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void frontMatterGoes_data();
    void frontMatterGoes();
    void findsImages();
    void knowsItsOwnFiles_data();
    void knowsItsOwnFiles();
};

void TestCards::frontMatterGoes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rest");
    QTest::newRow("usual") << u"---\nlicense: mit\n---\n# Title\n"_s << u"# Title\n"_s;
    QTest::newRow("crlf") << u"---\r\nlicense: mit\r\n---\r\n# Title\r\n"_s << u"# Title\r\n"_s;
    QTest::newRow("empty") << u"---\n---\nText"_s << u"Text"_s;
    QTest::newRow("none") << u"# Title\n---\nText"_s << u"# Title\n---\nText"_s;
    QTest::newRow("never ends") << u"---\nlicense: mit\n"_s << u"---\nlicense: mit\n"_s;
    QTest::newRow("only") << u"---\na: b\n---"_s << QString();
    QTest::newRow("rule later stays") << u"---\na: b\n---\nText\n\n---\nMore"_s << u"Text\n\n---\nMore"_s;
}

void TestCards::frontMatterGoes()
{
    QFETCH(const QString, text);
    QFETCH(const QString, rest);
    QCOMPARE(withoutFrontMatter(text), rest);
}

void TestCards::findsImages()
{
    const QString text =
        u"![a](images/a.png) ![b]( <b.png> \"t\") [no](c.png)\n<img width=3 src='d/e.svg'> <IMG SRC=\"f.jpg\"/>\n"
        u"![again](images/a.png)"_s;
    QCOMPARE(imagesOf(text), (QStringList{u"images/a.png"_s, u"b.png"_s, u"d/e.svg"_s, u"f.jpg"_s}));
}

void TestCards::knowsItsOwnFiles_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("path");
    QTest::newRow("relative") << u"images/a.png"_s << u"images/a.png"_s;
    QTest::newRow("dotted") << u"./images/../b%20c.png"_s << u"b c.png"_s;
    QTest::newRow("own link") << u"https://huggingface.co/acme/tiny/resolve/main/x/y.png?download=true"_s
                              << u"x/y.png"_s;
    QTest::newRow("other repo") << u"https://huggingface.co/acme/tiny-2/resolve/main/y.png"_s << QString();
    QTest::newRow("other host") << u"https://example.org/acme/tiny/resolve/main/y.png"_s << QString();
    QTest::newRow("upwards") << u"../../etc/passwd"_s << QString();
    QTest::newRow("absolute") << u"/etc/passwd"_s << QString();
    QTest::newRow("file") << u"file:///etc/passwd"_s << QString();
    QTest::newRow("no scheme") << u"//example.org/a.png"_s << QString();
    QTest::newRow("data") << u"data:image/png;base64,AAAA"_s << QString();
}

void TestCards::knowsItsOwnFiles()
{
    QFETCH(const QString, address);
    QFETCH(const QString, path);
    QCOMPARE(pathInRepo(address, RepoId{RepoKind::Model, u"acme/tiny"_s}), path);
}

QTEST_GUILESS_MAIN(TestCards)
#include "tst_cards.moc"
