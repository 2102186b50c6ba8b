// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include "ui/details/carddocument.h"
#include "ui/details/cardpage.h"
#include "ui/details/cardtext.h"

#include <QtCore/QTemporaryDir>
#include <QtGui/QAbstractTextDocumentLayout>
#include <QtGui/QDesktopServices>
#include <QtGui/QPainter>
#include <QtGui/QTextBlock>
#include <QtGui/QTextCursor>
#include <QtGui/QTextTable>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QTextBrowser>

using namespace hugger;
using namespace hugger::test;

/// Takes the place of the mail program.
class Mail final : public QObject {
    Q_OBJECT

public:
    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl& url) { opened.append(url); }
};

class TestCard final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsHtml_data();
    void readsHtml();
    void isSoonDone_data();
    void isSoonDone();
    void imagesNeedNoText();
    void showsOwnImages();
    void loadsNothingForeign();
    void keepsTheTextOfImagesItLacks();
    void leavesColoursOut();
    void fitsImages();
    void mendsTables();
    void findsHeadings();
    void decodesPicturesOnly();
    void boundsItsImages();
    void knowsFilesOfLinks();
    void showsACard();

private:
    static QPalette bluePalette()
    {
        QPalette palette;
        palette.setColor(QPalette::Link, Qt::blue);
        return palette;
    }
    static QHash<QString, QImage> decoded(const Card& card) { return CardDocument::decoded(card.images); }
    static QStringList imageNames(const QTextDocument& document)
    {
        QStringList names;
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
            for (auto it = block.begin(); !it.atEnd(); ++it) {
                if (it.fragment().charFormat().isImageFormat())
                    names.append(it.fragment().charFormat().toImageFormat().name());
            }
        }
        return names;
    }
    /// Lays out and paints: whatever is loaded late is loaded then.
    static QImage painted(CardDocument& document)
    {
        document.setTextWidth(400);
        QImage image(400, std::max(1, static_cast<int>(document.size().height())), QImage::Format_RGB32);
        image.setDevicePixelRatio(1);
        image.fill(Qt::white);
        QPainter painter(&image);
        document.drawContents(&painter);
        return image;
    }
    static bool hasColor(const QImage& image, QRgb color)
    {
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixel(x, y) == color)
                    return true;
            }
        }
        return false;
    }
};

void TestCard::readsHtml_data()
{
    QTest::addColumn<QString>("card");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << u"# A\n\ntext with 1 < 2 and <https://a.example>\n"_s
                          << u"# A\n\ntext with 1 < 2 and <https://a.example>\n"_s;
    QTest::newRow("comment") << u"a<!-- b\n\nc -->d"_s << u"ad"_s;
    QTest::newRow("image") << u"a <img src='x.png' alt=\"An [x]\"> b"_s << u"a ![An x](<x.png>) b"_s;
    QTest::newRow("image not held") << u"a <img src='y.png' alt=\"An [x]\"> b ![c](https://d.example 'e') f"_s
                                    << u"a An x b c f"_s;
    QTest::newRow("badge") << u"[![Paper](<https://b.example/p.svg>)](https://paper.example)"_s
                           << u"[Paper](https://paper.example)"_s;
    QTest::newRow("image held") << u"![a](x.png) ![](x.png 'b')"_s << u"![a](x.png) ![\u2060](x.png 'b')"_s;
    QTest::newRow("link") << u"<a href=\"y\"><img\n width=3 src=x.png></a>"_s << u"[![\u2060](<x.png>)](<y>)"_s;
    QTest::newRow("anchor") << u"<a name=\"y\"></a>z"_s << u"z"_s;
    QTest::newRow("heading") << u"<h2 align=center>\n  Title\n</h2>"_s << u"\n\n## Title\n\n\n"_s;
    QTest::newRow("indented") << u"<div>\n      text\n</div>"_s << u"\n\n\ntext\n\n\n"_s;
    QTest::newRow("list") << u"<ul>\n  <li> a\n  <li>b</li></ul>"_s << u"\n\n\n\n- a\n\n- b\n\n"_s;
    QTest::newRow("break in a table") << u"| a<br>b | c |"_s << u"| a b | c |"_s;
    QTest::newRow("script") << u"a<script>alert('<b>')</script><style>p {}</style>b"_s << u"ab"_s;
    QTest::newRow("unclosed") << u"a <b>bold <!-- never ends"_s << u"a bold "_s;
    QTest::newRow("fence") << u"```html\n<b>x</b>\n```\n<b>y</b>"_s << u"```html\n<b>x</b>\n```\ny"_s;
    QTest::newRow("fence that never ends") << u"~~~\n<b>x</b>"_s << u"~~~\n<b>x</b>"_s;
    QTest::newRow("code") << u"use `<br>` and ``<a> ` <b>`` <b>now</b> `![a](b)`"_s
                          << u"use `<br>` and ``<a> ` <b>`` now `![a](b)`"_s;
}

void TestCard::readsHtml()
{
    QFETCH(const QString, card);
    QFETCH(const QString, text);
    QCOMPARE(readableMarkdown(card, {u"x.png"_s}), text);
}

void TestCard::isSoonDone_data()
{
    QTest::addColumn<QString>("card");
    QTest::newRow("prose") << u"Some **words** and [a link](https://a.example), and then more of them.\n\n"_s.repeated(
        2700);
    QTest::newRow("tables") << u"\n| a | b |\n|---|---|\n"_s + u"| some words | 12.5 |\n"_s.repeated(2000);
    QTest::newRow("html") << u"<p align='center'><a href='b'><img src='c' alt='d'></a><br></p>\n"_s.repeated(3000);
    QTest::newRow("open tags") << u"<a "_s.repeated(60'000);
    QTest::newRow("open comments") << u"<!--"_s.repeated(50'000);
    QTest::newRow("marks") << u"`"_s.repeated(200'000);
    QTest::newRow("pairs of marks") << u"``` ` "_s.repeated(30'000);
    QTest::newRow("fences") << u"```a\n~~~\n"_s.repeated(20'000);
    QTest::newRow("scripts") << u"<script "_s.repeated(20'000);
    QTest::newRow("brackets") << u"!["_s.repeated(100'000);
    QTest::newRow("spaces") << u"<a"_s + u" "_s.repeated(200'000);
}

void TestCard::isSoonDone()
{
    QFETCH(const QString, card);
    // Foreign text that is hard to read may not keep us for minutes: the time limit of the test would tell.
    CardDocument document;
    document.setCard(card, {}, bluePalette());
    document.setTextWidth(300);
    QVERIFY(document.size().height() > 0);
}

void TestCard::imagesNeedNoText()
{
    QImage image(10, 10, QImage::Format_RGB32);
    image.fill(Qt::green);
    CardDocument document;
    document.setCard(u"![](a.png)\n\n<a href='b'><img src=a.png></a>\n"_s, {{u"a.png"_s, image}}, bluePalette());
    QCOMPARE(imageNames(document).size(), 2);
}

void TestCard::showsOwnImages()
{
    const Card card = sampleCard();
    CardDocument document;
    document.setCard(card.markdown, decoded(card), bluePalette());
    document.fitImages(300);
    QCOMPARE(imageNames(document), QStringList({u"card:0"_s}));
    QVERIFY(hasColor(painted(document), qRgb(90, 130, 200)));
}

void TestCard::loadsNothingForeign()
{
    // A picture that is there, under every name a card could give it: none of them may bring it into view.
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"secret.png"_s);
    {
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(pngOf(50, 50, qRgb(255, 0, 0)));
    }
    QDir::setCurrent(folder.path());
    const QString style = folder.filePath(u"style.css"_s);
    {
        QFile out(style);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write("p { background-color: #ff0000 }");
    }
    const QString data = u"data:image/png;base64,"_s + QString::fromLatin1(pngOf(50, 50, qRgb(255, 0, 0)).toBase64());
    QString markdown;
    for (const QString& address : {file, u"secret.png"_s, QUrl::fromLocalFile(file).toString(), data,
                                   u"qrc:/qt-project.org/styles/commonstyle/images/file-16.png"_s,
                                   u":/qt-project.org/styles/commonstyle/images/file-16.png"_s}) {
        markdown +=
            u"![](%1)\n\n![one](%1)\n\n<img src=\"%1\">\n\n<p style=\"background-image:url(%1)\">x</p>\n\n"
            "<table background=\"%1\"><tr><td background=\"%1\" style=\"background-image:url('%1')\">x</td></tr></table>\n\n"_s
                .arg(address);
    }
    markdown += u"<link rel=\"stylesheet\" href=\"style.css\"><style>@import url('style.css'); body "
                "{ background-image: url('secret.png') }</style>\n\n<p>y</p>\n"_s;
    CardDocument document;
    document.setCard(markdown, {}, bluePalette());
    QCOMPARE(imageNames(document), QStringList());
    QVERIFY(!hasColor(painted(document), qRgb(255, 0, 0)));
    QVERIFY(document.toPlainText().contains(u"one"_s));
    // Nor when it is asked for by somebody who lays out what we did not replace.
    for (const auto type : {QTextDocument::ImageResource, QTextDocument::StyleSheetResource,
                            QTextDocument::HtmlResource, QTextDocument::MarkdownResource}) {
        const QVariant got = document.resource(type, QUrl::fromLocalFile(file));
        QVERIFY(got.isValid());
        QVERIFY(got.typeId() == QMetaType::QImage ? got.value<QImage>().size() == QSize(1, 1)
                                                  : got.toByteArray().isEmpty());
    }
}

void TestCard::keepsTheTextOfImagesItLacks()
{
    CardDocument document;
    document.setCard(sampleCard().markdown, {}, bluePalette());
    QCOMPARE(imageNames(document), QStringList());
    QVERIFY(document.toPlainText().contains(u"Paper"_s));
    QVERIFY(document.toPlainText().contains(u"Scores"_s));
    QTextCursor cursor = document.find(u"Paper"_s);
    QVERIFY(cursor.charFormat().isAnchor());
    QCOMPARE(cursor.charFormat().anchorHref(), u"https://papers.example/orion"_s);
}

void TestCard::leavesColoursOut()
{
    CardDocument document;
    document.setCard(sampleCard().markdown, {}, bluePalette());
    const QTextCursor cursor = document.find(u"Text with colours"_s);
    QVERIFY(!cursor.isNull());
    QVERIFY(!cursor.charFormat().hasProperty(QTextFormat::ForegroundBrush));
    QVERIFY(!cursor.charFormat().hasProperty(QTextFormat::BackgroundBrush));
    QCOMPARE(document.find(u"the paper"_s).charFormat().foreground().color(), QColor(Qt::blue));
}

void TestCard::fitsImages()
{
    const Card card = sampleCard();
    CardDocument document;
    document.setCard(card.markdown, decoded(card), bluePalette());
    const auto size = [&document] {
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
            for (auto it = block.begin(); !it.atEnd(); ++it) {
                if (it.fragment().charFormat().isImageFormat()) {
                    const QTextImageFormat format = it.fragment().charFormat().toImageFormat();
                    return QSizeF(format.width(), format.height());
                }
            }
        }
        return QSizeF();
    };
    document.fitImages(320);
    QCOMPARE(size(), QSizeF(320, 100));
    document.fitImages(5000);
    QCOMPARE(size(), QSizeF(1600, 500));
}

void TestCard::mendsTables()
{
    CardDocument document;
    document.setCard(sampleCard().markdown, {}, bluePalette());
    const QTextCursor cursor = document.find(u"Benchmark"_s);
    QVERIFY(cursor.currentTable());
    QCOMPARE(cursor.currentTable()->cellAt(0, 0).firstCursorPosition().block(), cursor.block());
    QVERIFY(!document.find(u"AutoModelForCausalLM"_s).blockFormat().nonBreakableLines());
}

void TestCard::findsHeadings()
{
    CardDocument document;
    document.setCard(sampleCard().markdown, {}, bluePalette());
    QVERIFY(document.headingPosition(u"how-to-use-it"_s) > 0);
    QCOMPARE(document.headingPosition(u"nowhere"_s), -1);
}

void TestCard::decodesPicturesOnly()
{
    QCOMPARE(CardDocument::decoded(pngOf(20, 10, 0)).size(), QSize(20, 10));
    QCOMPARE(CardDocument::decoded(pngOf(4800, 100, 0)).width(), 2400);
    QVERIFY(CardDocument::decoded("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>").isNull());
    QVERIFY(CardDocument::decoded("not a picture").isNull());
    QVERIFY(CardDocument::decoded(QByteArray()).isNull());
    QCOMPARE(CardDocument::decoded(pngOf(10, 6000, 0)).size(), QSize(8, 4800));
    QCOMPARE(CardDocument::decoded(pngOf(1, 20'000, 0)).size(), QSize(1, 4800));
}

void TestCard::boundsItsImages()
{
    const QHash<QString, QByteArray> bytes = {
        {u"big"_s, pngOf(400, 400, 0)}, {u"small"_s, pngOf(100, 100, 0)}, {u"none"_s, "x"}};
    QCOMPARE(CardDocument::decoded(bytes).size(), 2);
    QCOMPARE(CardDocument::decoded(bytes, 4 * 400 * 400).keys(), QStringList{u"small"_s});
    QVERIFY(CardDocument::decoded(bytes, 1).isEmpty());
}

void TestCard::knowsFilesOfLinks()
{
    QCOMPARE(CardPage::fileOf(QUrl(u"config.json"_s)), u"config.json"_s);
    QCOMPARE(CardPage::fileOf(QUrl(u"./a%20b/c.txt#part"_s)), u"a b/c.txt"_s);
    QCOMPARE(CardPage::fileOf(QUrl(u"../../etc/passwd"_s)), QString());
    QCOMPARE(CardPage::fileOf(QUrl(u"/etc/passwd"_s)), QString());
    QCOMPARE(CardPage::fileOf(QUrl(u"file:///etc/passwd"_s)), QString());
    QCOMPARE(CardPage::fileOf(QUrl(u"//host/path"_s)), QString());
    QCOMPARE(CardPage::fileOf(QUrl(u"javascript:alert(1)"_s)), QString());
}

void TestCard::showsACard()
{
    CardPage page;
    page.resize(300, 400);
    page.show();
    QSignalSpy files(&page, &CardPage::fileRequested);
    auto* browser = page.findChild<QTextBrowser*>(u"card"_s);
    page.setCard(sampleCard());
    QTRY_VERIFY(browser->isVisible());
    QVERIFY(browser->toPlainText().contains(u"instruction-tuned"_s));
    Q_EMIT browser->anchorClicked(QUrl(u"tokenizer/tokenizer.json"_s));
    QCOMPARE(files.size(), 1);
    QCOMPARE(files.first().first().toString(), u"tokenizer/tokenizer.json"_s);
    Q_EMIT browser->anchorClicked(QUrl(u"file:///etc/passwd"_s));
    QCOMPARE(files.size(), 1);
    Mail mail;
    QDesktopServices::setUrlHandler(u"mailto"_s, &mail, "open");
    Q_EMIT browser->anchorClicked(QUrl(u"mailto:a@b.example?attach=/etc/passwd&body=x"_s));
    QDesktopServices::unsetUrlHandler(u"mailto"_s);
    QCOMPARE(mail.opened, QList<QUrl>{QUrl(u"mailto:a@b.example"_s)});
    Q_EMIT browser->anchorClicked(QUrl(u"#how-to-use-it"_s));
    page.resize(200, 400);
    QVERIFY(browser->document()->idealWidth() < 1600);
    page.clear();
    QVERIFY(!browser->isVisible());
    page.setCard({});
    QVERIFY(!browser->isVisible());
}

QTEST_MAIN(TestCard)
#include "tst_card.moc"
