// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/repolink.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

using namespace hugger;
using namespace Qt::StringLiterals;

namespace {

/// "KIND ID @REVISION path PATH"; "nothing" for null.
QString inOneLine(const QJsonValue& meaning)
{
    if (meaning.isNull())
        return u"nothing"_s;
    const QString revision = meaning[u"revision"].toString();
    const QString path = meaning[u"path"].toString();
    return meaning[u"kind"].toString() + u' ' + meaning[u"id"].toString()
        + (revision.isEmpty() ? revision : u" @"_s + revision) + (path.isEmpty() ? path : u" path "_s + path);
}

} // namespace

/// The table the extension's detection is tested with: the program reads addresses the same way, except where the table
/// itself says how and why not.
class UrlTableTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agrees_data();
    void agrees();
};

void UrlTableTest::agrees_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("meaning");

    QFile file(qEnvironmentVariable("HUGGER_SOURCE_DIR") + u"/tests/extension/urls.json"_s);
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    const QJsonArray rows = QJsonDocument::fromJson(file.readAll())[u"urls"].toArray();
    QVERIFY(rows.size() >= 60);
    for (const QJsonValue& row : rows) {
        const QString url = row[u"url"].toString();
        const bool differs = row.toObject().contains(u"program"_s);
        QVERIFY2(!differs || !row[u"why"].toString().isEmpty(), qPrintable(url));
        QTest::newRow(qPrintable(url.left(90))) << url << inOneLine(row[differs ? u"program"_s : u"is"_s]);
    }
}

void UrlTableTest::agrees()
{
    QFETCH(const QString, url);
    QFETCH(const QString, meaning);
    const auto link = parseLink(url, QUrl(u"https://huggingface.co"_s, QUrl::StrictMode));
    QString got = u"nothing"_s;
    if (link) {
        got = inOneLine(QJsonObject{{u"kind"_s, kindName(link->repo.kind)},
                                    {u"id"_s, link->repo.id},
                                    {u"revision"_s, link->revision},
                                    {u"path"_s, link->path}});
    }
    QCOMPARE(got, meaning);
}

QTEST_GUILESS_MAIN(UrlTableTest)
#include "tst_urltable.moc"
