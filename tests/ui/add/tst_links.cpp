// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/add/links.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QMimeData>
#include <QtTest/QTest>

using namespace hugger;
using namespace Qt::StringLiterals;

namespace {

const QUrl hub(u"https://huggingface.co"_s);

QStringList shown(const QList<RepoLink>& links)
{
    QStringList texts;
    for (const RepoLink& link : links) {
        QString text = link.repo.display();
        if (!link.revision.isEmpty())
            text += u'@' + link.revision;
        if (!link.path.isEmpty())
            text += u':' + link.path;
        texts.append(text);
    }
    return texts;
}

} // namespace

class LinksTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void text_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("links");
        QTest::newRow("link") << u"https://huggingface.co/acme/Orion-7B"_s << QStringList{u"acme/Orion-7B"_s};
        QTest::newRow("id") << u" acme/Orion-7B\n"_s << QStringList{u"acme/Orion-7B"_s};
        QTest::newRow("old id") << u"gpt2"_s << QStringList{u"gpt2"_s};
        QTest::newRow("no scheme") << u"huggingface.co/datasets/acme/signs/"_s << QStringList{u"datasets/acme/signs"_s};
        QTest::newRow("file") << u"https://huggingface.co/acme/K-GGUF/blob/main/K-Q4_K_M.gguf"_s
                              << QStringList{u"acme/K-GGUF@main:K-Q4_K_M.gguf"_s};
        QTest::newRow("prose") << u"See https://huggingface.co/acme/a, and (hf.co/acme/b). Models and/or datasets."_s
                               << QStringList{u"acme/a"_s, u"acme/b"_s};
        QTest::newRow("list") << u"acme/a\r\nacme/b\r\n\r\ndatasets/acme/c\nacme/a"_s
                              << QStringList{u"acme/a"_s, u"acme/b"_s, u"datasets/acme/c"_s};
        QTest::newRow("ids in a line") << u"acme/a, acme/b"_s << QStringList{u"acme/a"_s, u"acme/b"_s};
        QTest::newRow("words") << u"small language models"_s << QStringList{};
        QTest::newRow("other site") << u"https://example.org/acme/a"_s << QStringList{};
        QTest::newRow("page of the Hub") << u"https://huggingface.co/docs/hub"_s << QStringList{};
        QTest::newRow("path") << u"/home/me/acme"_s << QStringList{};
        QTest::newRow("home") << u"~/acme/a"_s << QStringList{};
        QTest::newRow("relative") << u"./acme/a"_s << QStringList{};
        QTest::newRow("drive") << u"C:\\acme\\a"_s << QStringList{};
        QTest::newRow("file URL") << u"file:///acme/a"_s << QStringList{};
        QTest::newRow("empty") << QString() << QStringList{};
    }
    void text()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, links);
        QMimeData mime;
        mime.setText(text);
        QCOMPARE(shown(linksIn(mime, hub)), links);
    }

    void urlsFirst()
    {
        QMimeData mime;
        mime.setUrls({QUrl(u"https://huggingface.co/acme/a"_s), QUrl(u"https://huggingface.co/acme/b"_s)});
        mime.setText(u"https://huggingface.co/acme/b\nhttps://huggingface.co/acme/c"_s);
        QCOMPARE(shown(linksIn(mime, hub)), QStringList({u"acme/a"_s, u"acme/b"_s, u"acme/c"_s}));
    }

    void localFiles()
    {
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(u"/acme/a"_s)});
        mime.setText(u"acme/a"_s);
        QCOMPARE(linksIn(mime, hub).size(), 0);
    }

    void html()
    {
        QMimeData mime;
        mime.setText(u"two good models"_s);
        mime.setHtml(u"<p>two <a href=\"https://huggingface.co/acme/a?x=1&amp;y=2\">good</a> "
                     "<A HREF='hf.co/acme/b'>models</A> <a href=\"/acme/c\">here</a></p>"_s);
        QCOMPARE(shown(linksIn(mime, hub)), QStringList({u"acme/a"_s, u"acme/b"_s}));
    }

    void ownEndpoint()
    {
        QMimeData mime;
        mime.setText(u"from http://127.0.0.1:8080/acme/a they say"_s);
        QCOMPARE(shown(linksIn(mime, QUrl(u"http://127.0.0.1:8080"_s))), QStringList{u"acme/a"_s});
        QCOMPARE(linksIn(mime, hub).size(), 0);
    }

    void muchText()
    {
        QString text = u"word and/or "_s.repeated(200'000);
        text.insert(100, u" https://huggingface.co/acme/near "_s);
        text.append(u" https://huggingface.co/acme/far"_s);
        QMimeData mime;
        mime.setText(text);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(shown(linksIn(mime, hub)), QStringList{u"acme/near"_s});
        QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_MAIN(LinksTest)
#include "tst_links.moc"
