// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shiftyrepo.h"

#include "support/practicehubprocess.h"
#include "watch/updatepreview.h"

using namespace hugger;
using namespace hugger::test;

/// What an update would bring, said by a practice Hub.
class UpdatePreviewTest final : public QObject, private ShiftyRepo {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { start(); }
    void cleanupTestCase() { stop(); }
    void init() { renew(); }
    void cleanup() { close(); }

    void previewOfAnUpdate();
    void previewKeepsTheSelection();
    void previewOfARewrittenHistory();
    void previewByTheNewName();
    void previewOfAStrangerIsRefused();
    void selectionsBecomeOne_data();
    void selectionsBecomeOne();

private:
    [[nodiscard]] Expected<UpdatePreview> preview(const QString& nameNow = {});
};

Expected<UpdatePreview> UpdatePreviewTest::preview(const QString& nameNow)
{
    const UpdatePreviewer previewer(*m_library, HubClient(*m_http));
    return QCoro::waitFor(previewer.run(shifty, nameNow, {}, {}));
}

void UpdatePreviewTest::previewOfAnUpdate()
{
    archive();
    const QByteArray from = rows().first().commit;
    commit({hubText(u"LICENSE"_s, u"You may not.\n"_s)}, {{u"title"_s, u"Other terms"_s}});
    // As large as before.
    const QByteArray head =
        commit({QJsonObject{{u"path"_s, u"model-1.bin"_s}, {u"size"_s, 300'000}, {u"seed"_s, u"other"_s}},
                hubFile(u"model-3.bin"_s, 50'000)},
               {{u"delete"_s, QJsonArray{u"config.json"_s}}, {u"title"_s, u"Better weights"_s}});
    const auto found = preview();
    VERIFY_OK(found);
    QCOMPARE(found->wish.repo, shifty);
    QCOMPARE(found->wish.revision, u"main"_s);
    QCOMPARE(found->wish.commit, head);
    QCOMPARE(found->from, from);
    QVERIFY(!found->isHeld);
    QVERIFY(!found->isRewritten);
    using enum FileChange::Kind;
    QCOMPARE(found->changes,
             (QList<FileChange>{{Changed, u"LICENSE"_s, 9, 13},
                                {Changed, u"model-1.bin"_s, 300'000, 300'000},
                                {Added, u"model-3.bin"_s, 0, 50'000},
                                {Removed, u"config.json"_s, 2, 0}}));
    QCOMPARE(found->fetchFiles, 3);
    QCOMPARE(found->fetchBytes, 350'013);
    QCOMPARE(found->license.texts, (QList<LicenseChange::Text>{{u"LICENSE"_s, u"You may.\n"_s, u"You may not.\n"_s}}));
    QVERIFY(found->license.isStricter);
    QCOMPARE(found->commits.size(), 2);
    QCOMPARE(found->commits.first().title, u"Better weights"_s);
    QVERIFY(!found->hasMoreCommits);
    archive();
    const auto after = preview();
    VERIFY_OK(after);
    QVERIFY(after->isHeld);
    QVERIFY(after->changes.isEmpty());
    QCOMPARE(after->fetchBytes, 0);
    QVERIFY(!after->license.isAny());
    QVERIFY(after->commits.isEmpty());
}

void UpdatePreviewTest::previewKeepsTheSelection()
{
    archive({}, {{u"*.bin"_s}, {}});
    commit({hubText(u"config.json"_s, u"{\"a\":2}"_s), hubFile(u"model-3.bin"_s, 50'000)});
    const auto found = preview();
    VERIFY_OK(found);
    QCOMPARE(found->wish.selection, (Selection{{u"*.bin"_s}, {}}));
    QCOMPARE(found->changes, (QList<FileChange>{{FileChange::Kind::Added, u"model-3.bin"_s, 0, 50'000}}));
    QCOMPARE(found->fetchFiles, 1);
    QVERIFY(!found->isHeld);
    archive({}, {{u"*.bin"_s}, {}});
    const auto after = preview();
    VERIFY_OK(after);
    QVERIFY(after->isHeld);
}

void UpdatePreviewTest::previewOfARewrittenHistory()
{
    archive();
    commit(firstFiles(), {{u"parent"_s, QJsonValue::Null}, {u"replace"_s, true}, {u"title"_s, u"squashed"_s}});
    const auto found = preview();
    VERIFY_OK(found);
    QVERIFY(found->isRewritten);
    QVERIFY(found->changes.isEmpty());
    QCOMPARE(found->fetchFiles, 0);
    QCOMPARE(found->commits.size(), 1);
}

void UpdatePreviewTest::previewByTheNewName()
{
    archive();
    m_hub->call("POST", u"repos/rename"_s, QJsonObject{{u"id"_s, shifty.id}, {u"to"_s, u"acme/steady"_s}});
    m_hub->addRepo(shifty.id, {card(u"llama3"_s)});
    const auto found = preview(u"acme/steady"_s);
    VERIFY_OK(found);
    QCOMPARE(found->wish.repo.id, u"acme/steady"_s);
    QCOMPARE(found->held, shifty);
    QVERIFY(found->isHeld);
}

void UpdatePreviewTest::previewOfAStrangerIsRefused()
{
    archive();
    m_hub->call("POST", u"repos/delete"_s, QJsonObject{{u"id"_s, shifty.id}});
    m_hub->addRepo(shifty.id, firstFiles());
    COMPARE_CODE(preview(), u"repo_replaced"_s);
    const UpdatePreviewer previewer(*m_library, HubClient(*m_http));
    COMPARE_CODE(QCoro::waitFor(previewer.run({RepoKind::Model, u"acme/never"_s}, {}, {}, {})), u"not_held"_s);
}

void UpdatePreviewTest::selectionsBecomeOne_data()
{
    QTest::addColumn<QList<Selection>>("selections");
    QTest::addColumn<Selection>("one");
    QTest::addColumn<bool>("isExact");
    const Selection gguf{{u"*.gguf"_s}, {}};
    const Selection json{{u"*.json"_s}, {}};
    const Selection both{{u"*.gguf"_s, u"*.json"_s}, {}};
    const Selection noBin{{}, {u"*.bin"_s}};
    QTest::newRow("none") << QList<Selection>() << Selection() << true;
    QTest::newRow("one") << QList<Selection>{gguf} << gguf << true;
    QTest::newRow("one of them everything") << QList<Selection>{gguf, {}} << Selection() << true;
    QTest::newRow("two lists") << QList<Selection>{gguf, json} << both << true;
    QTest::newRow("twice the same") << QList<Selection>{noBin, noBin} << noBin << true;
    QTest::newRow("a list, and all but some") << QList<Selection>{gguf, noBin} << Selection() << false;
    QTest::newRow("lists but for some") << QList<Selection>{{{u"*.gguf"_s}, {u"a*"_s, u"b*"_s}},
                                                            {{u"*.json"_s}, {u"a*"_s}}}
                                        << Selection{{u"*.gguf"_s, u"*.json"_s}, {u"a*"_s}} << false;
}

void UpdatePreviewTest::selectionsBecomeOne()
{
    QFETCH(QList<Selection>, selections);
    QFETCH(Selection, one);
    QFETCH(bool, isExact);
    Record record;
    record.selections = selections;
    QStringList warnings;
    QCOMPARE(updateSelection(record, &warnings), one);
    QCOMPARE(warnings.isEmpty(), isExact);
}

QTEST_GUILESS_MAIN(UpdatePreviewTest)
#include "tst_updatepreview.moc"
