// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../store/storefixture.h"

#include "archive/archiver.h"
#include "archive/verifier.h"
#include "support/practicehubprocess.h"

#include <QtCore/QThreadPool>

using namespace hugger;
using namespace hugger::test;

namespace {

const QString repoId = u"acme/twice"_s;

} // namespace

/// A snapshot in two stores: what is damaged in one comes from the other.
class RepairTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theOtherStoreGives_data();
    void theOtherStoreGives();
    void theHubGivesWhatBothHaveLost();

private:
    [[nodiscard]] Expected<Archived> archive(const ArchiveWish& wish);
    [[nodiscard]] Expected<Archived> repair(const QString& storeId);
    [[nodiscard]] SnapshotRow rowIn(const QString& storeId) const;
    [[nodiscard]] Expected<VerifyReport> look(const QString& storeId);
    [[nodiscard]] QString objectIn(const QString& storeId, const QString& path);

    std::unique_ptr<PracticeHubProcess> m_hub;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Library> m_library;
    QString m_first;
    QString m_second;
};

void RepairTest::init()
{
    m_hub = std::make_unique<PracticeHubProcess>();
    m_hub->addRepo(repoId, {hubText(u"config.json"_s, u"{\"a\": 1}"_s), hubFile(u"model.bin"_s, 3'000'000)});
    m_dir = std::make_unique<QTemporaryDir>();
    auto library = Library::open(m_dir->filePath(u"profile"_s), Library::Access::ReadWrite);
    VERIFY_OK(library);
    m_library = *std::move(library);
    for (const auto& [name, id] : {std::pair(u"first"_s, &m_first), std::pair(u"second"_s, &m_second)}) {
        const auto store = m_library->addStore(m_dir->filePath(name), name);
        VERIFY_OK(store);
        *id = store->identity.id;
        ArchiveWish wish;
        wish.repo = {RepoKind::Model, repoId};
        wish.store = *id;
        const auto archived = archive(wish);
        VERIFY_OK(archived);
        QCOMPARE(archived->fetchedBytes > 0, id == &m_first);
    }
}

void RepairTest::cleanup()
{
    m_library.reset();
    m_hub.reset();
}

Expected<Archived> RepairTest::archive(const ArchiveWish& wish)
{
    QThreadPool pool;
    HttpClient http(m_hub->endpoint(), NetPolicy{.retryBase = std::chrono::milliseconds(1), .tries = 2});
    const HubClient hub(http);
    Fetcher fetcher(http, pool);
    const auto plan = QCoro::waitFor(Planner(*m_library, hub).make(wish, 0, {}));
    if (!plan)
        return std::unexpected(plan.error());
    Archiver archiver(*m_library, hub, fetcher, pool);
    return QCoro::waitFor(archiver.run(*plan, std::make_shared<ArchiveProgress>(), {}));
}

Expected<Archived> RepairTest::repair(const QString& storeId)
{
    const SnapshotRow row = rowIn(storeId);
    const auto record = m_library->record(row);
    return record ? archive(repairWish(row, *record)) : std::unexpected(record.error());
}

SnapshotRow RepairTest::rowIn(const QString& storeId) const
{
    const auto rows = m_library->catalog().list({.storeId = storeId});
    return rows && !rows->isEmpty() ? rows->first() : SnapshotRow();
}

Expected<VerifyReport> RepairTest::look(const QString& storeId)
{
    QThreadPool pool;
    return QCoro::waitFor(verify(*m_library, {rowIn(storeId)}, pool, std::make_shared<WorkProgress>(), {}));
}

QString RepairTest::objectIn(const QString& storeId, const QString& path)
{
    const auto record = m_library->record(rowIn(storeId));
    const auto store = m_library->store(storeId);
    if (!record || !store)
        return {};
    for (const HeldFile& file : record->files) {
        if (file.path == path)
            return store->objectPath(file.sha256);
    }
    return {};
}

void RepairTest::theOtherStoreGives_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("how");
    for (const QString& path : {u"model.bin"_s, u"config.json"_s}) {
        for (const QString& how : {u"changed"_s, u"shorter"_s, u"missing"_s})
            QTest::addRow("%s %s", qPrintable(path), qPrintable(how)) << path << how;
    }
}

void RepairTest::theOtherStoreGives()
{
    QFETCH(const QString, path);
    QFETCH(const QString, how);
    const QString object = objectIn(m_second, path);
    const QByteArray good = readFile(object);
    QVERIFY(QFile::setPermissions(object, QFile::ReadOwner | QFile::WriteOwner));
    if (how == u"missing")
        QVERIFY(QFile::remove(object));
    else
        writeFile(object, how == u"changed" ? QByteArray(good.size(), '!') : good.chopped(1));
    const auto found = look(m_second);
    VERIFY_OK(found);
    QCOMPARE(found->damaged.size() + found->missing.size(), 1);
    QCOMPARE(rowIn(m_second).damaged, 1);
    QCOMPARE(rowIn(m_first).damaged, 0);

    // Not one byte of a file comes from the Hub.
    m_hub->addFault({{u"route"_s, u"resolve"_s}}, {{u"type"_s, u"status"_s}, {u"status"_s, 404}});
    m_hub->addFault({{u"route"_s, u"object"_s}}, {{u"type"_s, u"status"_s}, {u"status"_s, 404}});
    const auto repaired = repair(m_second);
    VERIFY_OK(repaired);
    QCOMPARE(repaired->fetchedBytes, 0);
    QCOMPARE(readFile(object), good);
    QCOMPARE(QFile::permissions(object) & QFile::WriteOwner, QFile::Permissions());
    QCOMPARE(rowIn(m_second).damaged, 0);
    const auto again = look(m_second);
    VERIFY_OK(again);
    QCOMPARE(again->verified, 2);
    QVERIFY(!rowIn(m_second).verifiedAt.isEmpty());
}

void RepairTest::theHubGivesWhatBothHaveLost()
{
    const QString object = objectIn(m_second, u"model.bin"_s);
    const QByteArray good = readFile(object);
    for (const QString& store : {m_first, m_second}) {
        const QString path = objectIn(store, u"model.bin"_s);
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        writeFile(path, QByteArray(good.size(), '!'));
    }
    // Of the first nobody knows yet: it is found while it is copied.
    VERIFY_OK(look(m_second));
    QCOMPARE(rowIn(m_first).damaged, 0);
    const auto repaired = repair(m_second);
    VERIFY_OK(repaired);
    QCOMPARE(repaired->fetchedBytes, good.size());
    QCOMPARE(readFile(object), good);
    QCOMPARE(rowIn(m_second).damaged, 0);
    QCOMPARE(rowIn(m_first).damaged, 1);
    // And now the first can be mended from the second.
    m_hub->addFault({{u"route"_s, u"resolve"_s}}, {{u"type"_s, u"status"_s}, {u"status"_s, 404}});
    VERIFY_OK(repair(m_first));
    QCOMPARE(readFile(objectIn(m_first, u"model.bin"_s)), good);
    QCOMPARE(rowIn(m_first).damaged, 0);
}

QTEST_GUILESS_MAIN(RepairTest)
#include "tst_repair.moc"
