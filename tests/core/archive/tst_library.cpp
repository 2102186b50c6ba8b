// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../store/storefixture.h"

#include "archive/verifier.h"

#include <QtCore/QSemaphore>
#include <QtCore/QThreadPool>

using namespace hugger;
using namespace hugger::test;

/// What must not get lost, whatever the catalog knows and whatever becomes of the drive.
class LibraryTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void removingKeepsWhatUnknownRecordsNeed();
    void removingKeepsWhatTheTrashNeeds();
    void removingKeepsAllWhileARecordCannotBeRead();
    void emptyingTheTrashKeepsWhatUnknownRecordsNeed();
    void aDriveThatGoesAwayIsNotDamaged_data();
    void aDriveThatGoesAwayIsNotDamaged();

private:
    /// As archiving does it, or only on disk, as another machine would have left it.
    Record held(const QString& id, char digit, const QList<QByteArray>& contents, bool isKnown = true);
    [[nodiscard]] SnapshotRow rowOf(const QString& id) const;
    [[nodiscard]] bool has(const QByteArray& content) const;
    void damage(const QByteArray& content) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Library> m_library;
    std::optional<Store> m_store;
};

void LibraryTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    auto library = Library::open(m_dir->filePath(u"profile"_s), Library::Access::ReadWrite);
    VERIFY_OK(library);
    m_library = *std::move(library);
    VERIFY_OK(m_library->addStore(m_dir->filePath(u"store"_s), u"drive"_s));
    const auto store = m_library->store({});
    VERIFY_OK(store);
    m_store = *store;
}

void LibraryTest::cleanup()
{
    m_store.reset();
    m_library.reset();
}

Record LibraryTest::held(const QString& id, char digit, const QList<QByteArray>& contents, bool isKnown)
{
    QList<std::pair<QString, QByteArray>> files;
    for (const QByteArray& content : contents)
        files.append({u"file-%1"_s.arg(files.size()), content});
    const auto admitted = hold(*m_store, files);
    if (!admitted)
        qFatal("%s", qPrintable(admitted.error().message));
    const Record record = recordOf(id, commitOf(digit), *admitted);
    QString viewTrouble;
    const Done done =
        isKnown ? m_library->commit(*m_store, record, {}, {}, &viewTrouble) : Records(*m_store).write(record, {});
    if (!done)
        qFatal("%s", qPrintable(done.error().message));
    return record;
}

SnapshotRow LibraryTest::rowOf(const QString& id) const
{
    const auto rows = m_library->find({RepoKind::Model, id}, {});
    return rows ? rows->first() : SnapshotRow();
}

bool LibraryTest::has(const QByteArray& content) const
{
    return m_store->objectState(sha256Hex(content), content.size()) == ObjectState::Present;
}

void LibraryTest::damage(const QByteArray& content) const
{
    const QString path = m_store->objectPath(sha256Hex(content));
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    writeFile(path, QByteArray(content.size(), '!'));
}

void LibraryTest::removingKeepsWhatUnknownRecordsNeed()
{
    held(u"acme/here"_s, 'a', {"mine", "shared"});
    held(u"acme/elsewhere"_s, 'b', {"shared", "theirs"}, false);
    const auto removal = m_library->remove(rowOf(u"acme/here"_s), true);
    VERIFY_OK(removal);
    QCOMPARE(removal->freedBytes, 4);
    QVERIFY(!has("mine"));
    QVERIFY(has("shared"));
    QVERIFY(has("theirs"));
}

void LibraryTest::removingKeepsWhatTheTrashNeeds()
{
    held(u"acme/first"_s, 'a', {"first", "shared"});
    held(u"acme/second"_s, 'b', {"second", "shared"});
    const auto trashed = m_library->remove(rowOf(u"acme/first"_s), false);
    VERIFY_OK(trashed);
    QVERIFY(!trashed->trashId.isEmpty());
    VERIFY_OK(m_library->remove(rowOf(u"acme/second"_s), true));
    QVERIFY(!has("second"));
    QVERIFY(has("shared"));
    QVERIFY(has("first"));
    VERIFY_OK(m_library->restore(trashed->trashId));
    QCOMPARE(rowOf(u"acme/first"_s).files, 2);
}

void LibraryTest::removingKeepsAllWhileARecordCannotBeRead()
{
    held(u"acme/here"_s, 'a', {"mine", "shared"});
    const Record garbled = held(u"acme/elsewhere"_s, 'b', {"shared"}, false);
    const QString path = Records(*m_store).folderOf(SnapshotKey::of(garbled)) + u"/record.json"_s;
    writeFile(path, readFile(path).chopped(40));
    const auto removal = m_library->remove(rowOf(u"acme/here"_s), true);
    VERIFY_OK(removal);
    QCOMPARE(removal->freedBytes, 0);
    QVERIFY(has("mine"));
    QVERIFY(has("shared"));
}

void LibraryTest::emptyingTheTrashKeepsWhatUnknownRecordsNeed()
{
    held(u"acme/here"_s, 'a', {"mine", "shared"});
    VERIFY_OK(m_library->remove(rowOf(u"acme/here"_s), false));
    held(u"acme/elsewhere"_s, 'b', {"shared"}, false);
    Settings settings = m_library->profile().settings().value();
    settings.trashDays = 0;
    VERIFY_OK(m_library->profile().saveSettings(settings));
    m_library->emptyOldTrash();
    QVERIFY(!has("mine"));
    QVERIFY(has("shared"));
}

void LibraryTest::aDriveThatGoesAwayIsNotDamaged_data()
{
    QTest::addColumn<bool>("anotherComes");
    QTest::newRow("nothing in its place") << false;
    QTest::newRow("another drive in its place") << true;
}

void LibraryTest::aDriveThatGoesAwayIsNotDamaged()
{
    QFETCH(const bool, anotherComes);
    Record record = held(u"acme/here"_s, 'a', {"one", "two", "three"});
    record.verifiedAt = u"2026-11-20T22:00:00Z"_s;
    VERIFY_OK(m_library->rewrite(*m_store, record));
    const auto eventsBefore = m_library->state().events({.limit = -1});
    VERIFY_OK(eventsBefore);

    // The looking cannot begin before the drive is gone.
    QThreadPool pool;
    pool.setMaxThreadCount(1);
    QSemaphore gone;
    pool.start([&gone] { gone.acquire(); });
    auto looking = verify(*m_library, {rowOf(u"acme/here"_s)}, pool, std::make_shared<WorkProgress>(), {});
    QVERIFY(QDir().rename(m_store->folder(), m_dir->filePath(u"pulled"_s)));
    if (anotherComes)
        VERIFY_OK(Store::create(m_store->folder(), u"another"_s));
    gone.release();
    COMPARE_CODE(QCoro::waitFor(std::move(looking)), u"store_unplugged"_s);

    if (anotherComes)
        QVERIFY(QDir(m_store->folder()).removeRecursively());
    QVERIFY(QDir().rename(m_dir->filePath(u"pulled"_s), m_store->folder()));
    QCOMPARE(rowOf(u"acme/here"_s).damaged, 0);
    QCOMPARE(rowOf(u"acme/here"_s).verifiedAt, record.verifiedAt);
    QCOMPARE(Records(*m_store).read(SnapshotKey::of(record))->verifiedAt, record.verifiedAt);
    QCOMPARE(m_library->state().events({.limit = -1})->size(), eventsBefore->size());

    // Once it is back, damage is found as ever.
    damage("two");
    const auto report =
        QCoro::waitFor(verify(*m_library, {rowOf(u"acme/here"_s)}, pool, std::make_shared<WorkProgress>(), {}));
    VERIFY_OK(report);
    QCOMPARE(report->verified, 2);
    QCOMPARE(report->damaged.size(), 1);
    QCOMPARE(rowOf(u"acme/here"_s).damaged, 1);
    QVERIFY(rowOf(u"acme/here"_s).verifiedAt.isEmpty());
}

QTEST_GUILESS_MAIN(LibraryTest)
#include "tst_library.moc"
