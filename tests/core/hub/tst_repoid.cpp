// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/repoid.h"

#include <QtCore/QSet>
#include <QtTest/QTest>

using namespace hugger;
using namespace Qt::StringLiterals;

class RepoIdTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void accepts_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("org/name") << u"acme/tiny"_s;
        QTest::newRow("bare") << u"gpt2"_s;
        QTest::newRow("one letter") << u"a/b"_s;
        QTest::newRow("all characters") << u"Ac_me-1/Llama-3.1_8B.v2"_s;
        QTest::newRow("underscores at the ends") << u"_a_/_b_"_s;
        QTest::newRow("96 characters") << u"acme/"_s + QString(96, u'n');
        QTest::newRow("git inside") << u"acme/my.github"_s;
    }

    void accepts()
    {
        QFETCH(QString, id);
        const auto repo = RepoId::make(RepoKind::Model, id);
        QVERIFY(repo);
        QCOMPARE(repo->id, id);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("words");
        QTest::newRow("nothing") << u""_s << u"empty"_s;
        QTest::newRow("no name") << u"acme/"_s << u"empty"_s;
        QTest::newRow("no org") << u"/tiny"_s << u"empty"_s;
        QTest::newRow("two slashes") << u"a/b/c"_s << u"more than one"_s;
        QTest::newRow("97 characters") << u"acme/"_s + QString(97, u'n') << u"longer than 96"_s;
        QTest::newRow("long org") << QString(97, u'o') + u"/tiny"_s << u"longer than 96"_s;
        QTest::newRow("space") << u"acme/ti ny"_s << u"only letters"_s;
        QTest::newRow("percent") << u"acme/ti%20ny"_s << u"only letters"_s;
        QTest::newRow("unicode letter") << u"acmé/tiny"_s << u"only letters"_s;
        QTest::newRow("backslash") << u"acme\\tiny"_s << u"only letters"_s;
        QTest::newRow("newline") << u"acme/tiny\n"_s << u"only letters"_s;
        QTest::newRow("starts with -") << u"acme/-tiny"_s << u"begin or end"_s;
        QTest::newRow("ends with -") << u"acme/tiny-"_s << u"begin or end"_s;
        QTest::newRow("starts with .") << u"acme/.tiny"_s << u"begin or end"_s;
        QTest::newRow("ends with .") << u"acme/tiny."_s << u"begin or end"_s;
        QTest::newRow("org starts with .") << u".acme/tiny"_s << u"begin or end"_s;
        QTest::newRow("dot dot") << u"acme/.."_s << u"begin or end"_s;
        QTest::newRow("dot dot inside") << u"acme/a..b"_s << u"\"..\""_s;
        QTest::newRow("dash dash") << u"acme/a--b"_s << u"\"--\""_s;
        QTest::newRow("git") << u"acme/tiny.git"_s << u".git"_s;
    }

    void refuses()
    {
        QFETCH(QString, id);
        QFETCH(QString, words);
        const auto repo = RepoId::make(RepoKind::Dataset, id);
        QVERIFY(!repo);
        QCOMPARE(repo.error().kind, ErrorKind::Usage);
        QCOMPARE(repo.error().code, u"bad_repo_id"_s);
        QVERIFY2(repo.error().message.contains(words), qPrintable(repo.error().message));
        QVERIFY(!repo.error().message.contains(u'\n'));
    }

    void errorHidesTokens()
    {
        const auto repo = RepoId::make(RepoKind::Model, u"hf_abcdefghijklmnopqrstuvwxyzABCDEFGH x"_s);
        QVERIFY(!repo);
        QVERIFY(!repo.error().message.contains(u"hf_abcdef"_s));
    }

    void names_data()
    {
        QTest::addColumn<RepoId>("repo");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("model") << RepoId{RepoKind::Model, u"acme/tiny"_s}
                               << QStringList{u"acme/tiny"_s, u"models--acme--tiny"_s, u"/acme/tiny"_s,
                                              u"/api/models/acme/tiny"_s};
        QTest::newRow("bare model") << RepoId{RepoKind::Model, u"gpt2"_s}
                                    << QStringList{u"gpt2"_s, u"models--gpt2"_s, u"/gpt2"_s, u"/api/models/gpt2"_s};
        QTest::newRow("dataset") << RepoId{RepoKind::Dataset, u"acme/rain"_s}
                                 << QStringList{u"datasets/acme/rain"_s, u"datasets--acme--rain"_s,
                                                u"/datasets/acme/rain"_s, u"/api/datasets/acme/rain"_s};
        QTest::newRow("space") << RepoId{RepoKind::Space, u"acme/app"_s}
                               << QStringList{u"spaces/acme/app"_s, u"spaces--acme--app"_s, u"/spaces/acme/app"_s,
                                              u"/api/spaces/acme/app"_s};
    }

    void names()
    {
        QFETCH(RepoId, repo);
        QFETCH(QStringList, names);
        QCOMPARE(repo.display(), names[0]);
        QCOMPARE(repo.cacheFolder(), names[1]);
        QCOMPARE(repo.pagePath(), names[2]);
        QCOMPARE(repo.apiPath(), names[3]);
    }

    void kinds()
    {
        for (const RepoKind kind : {RepoKind::Model, RepoKind::Dataset, RepoKind::Space}) {
            const auto back = kindFromName(kindName(kind));
            QVERIFY(back);
            QCOMPARE(*back, kind);
        }
        QVERIFY(!kindFromName(u"models"));
        QVERIFY(!kindFromName(u""));
        QVERIFY(!kindFromName(u"Model"));
    }

    void kindsAreApart()
    {
        QSet<RepoId> repos;
        repos.insert({RepoKind::Model, u"acme/tiny"_s});
        repos.insert({RepoKind::Dataset, u"acme/tiny"_s});
        repos.insert({RepoKind::Model, u"acme/tiny"_s});
        QCOMPARE(repos.size(), 2);
    }
};

QTEST_GUILESS_MAIN(RepoIdTest)
#include "tst_repoid.moc"
