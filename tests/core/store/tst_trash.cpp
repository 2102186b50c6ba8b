// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storefixture.h"

#include "store/trash.h"

#include <QtCore/QRegularExpression>

using namespace hugger;
using namespace hugger::test;

class TrashTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void putMovesTheRecord();
    void putOfNothing();
    void restore();
    void restoreMerges();
    void restoreOverALeftover();
    void purge();
    void idsAreNotPaths();
    void entryNoteIsNotNeeded();
    void unpluggedStore();

private:
    Record written(const QList<std::pair<QString, QByteArray>>& contents, const QList<HubAnswer>& answers = {});

    std::unique_ptr<QTemporaryDir> m_dir;
    std::optional<Store> m_store;
};

void TrashTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    const auto store = Store::create(m_dir->filePath(u"store"_s), u"test"_s);
    VERIFY_OK(store);
    m_store = *store;
}

Record TrashTest::written(const QList<std::pair<QString, QByteArray>>& contents, const QList<HubAnswer>& answers)
{
    const auto files = hold(*m_store, contents);
    Record record = recordOf(u"acme/tiny"_s, commitOf('a'), files.value_or(QList<HeldFile>()));
    record.listedFiles = 9;
    record.listedBytes = 900;
    if (!files || !Records(*m_store).write(record, answers))
        qFatal("the record could not be written");
    return record;
}

void TrashTest::putMovesTheRecord()
{
    const Record record = written({{u"a"_s, "1"}});
    const Records records(*m_store);
    const Trash trash(*m_store);
    const auto entry = trash.put(SnapshotKey::of(record));
    VERIFY_OK(entry);
    QVERIFY(QRegularExpression(u"^\\d{8}T\\d{6}Z-[0-9a-f]{6}$"_s).match(entry->id).hasMatch());
    QCOMPARE(entry->key, SnapshotKey::of(record));
    COMPARE_CODE(records.read(SnapshotKey::of(record)), u"not_held"_s);
    QVERIFY(QDir(m_store->folder() + u"/records"_s).isEmpty());
    QCOMPARE(m_store->objectState(sha256Hex("1"), 1), ObjectState::Present);
    const auto list = trash.list();
    VERIFY_OK(list);
    QCOMPARE(list->size(), 1);
    QCOMPARE(list->first().id, entry->id);
    QCOMPARE(list->first().key, entry->key);
    QCOMPARE(list->first().removedAt, entry->removedAt);
    const auto read = trash.read(entry->id);
    VERIFY_OK(read);
    QCOMPARE(read->toJson(), record.toJson());
}

void TrashTest::putOfNothing()
{
    COMPARE_CODE(Trash(*m_store).put({{RepoKind::Model, u"acme/none"_s}, commitOf('a')}), u"not_held"_s);
    QVERIFY(QDir(m_store->folder() + u"/trash"_s).isEmpty());
}

void TrashTest::restore()
{
    const Record record = written({{u"a"_s, "1"}}, {{u"info.json"_s, qCompress("{}")}});
    const Trash trash(*m_store);
    const auto entry = trash.put(SnapshotKey::of(record));
    VERIFY_OK(entry);
    const auto restored = trash.restore(entry->id);
    VERIFY_OK(restored);
    QCOMPARE(restored->toJson(), record.toJson());
    const Records records(*m_store);
    QCOMPARE(records.read(SnapshotKey::of(record))->toJson(), record.toJson());
    QCOMPARE(readFile(records.folderOf(SnapshotKey::of(record)) + u"/hub/info.json"_s), "{}"_ba);
    QVERIFY(QDir(m_store->folder() + u"/trash"_s).isEmpty());
    COMPARE_CODE(trash.restore(entry->id), u"no_such_trash"_s);
}

void TrashTest::restoreMerges()
{
    const Record older = written({{u"a"_s, "1"}, {u"b"_s, "2"}},
                                 {{u"info.json"_s, qCompress("{\"old\":1}")}, {u"tree-0001.json"_s, qCompress("[]")}});
    const Trash trash(*m_store);
    const auto entry = trash.put(SnapshotKey::of(older));
    VERIFY_OK(entry);
    const Record newer = written({{u"b"_s, "2"}, {u"c"_s, "3"}}, {{u"info.json"_s, qCompress("{\"new\":1}")}});
    const auto restored = trash.restore(entry->id);
    VERIFY_OK(restored);
    const Records records(*m_store);
    const auto read = records.read(SnapshotKey::of(older));
    VERIFY_OK(read);
    QCOMPARE(read->toJson(), restored->toJson());
    QStringList paths;
    for (const HeldFile& file : read->files)
        paths.append(file.path);
    QCOMPARE(paths, (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    const QString hub = records.folderOf(SnapshotKey::of(older)) + u"/hub/"_s;
    QCOMPARE(readFile(hub + u"info.json"_s), "{\"new\":1}"_ba);
    QCOMPARE(readFile(hub + u"earlier-"_s + entry->id + u"/info.json"_s), "{\"old\":1}"_ba);
    QVERIFY(QDir(m_store->folder() + u"/trash"_s).isEmpty());
}

void TrashTest::restoreOverALeftover()
{
    const Record record = written({{u"a"_s, "1"}});
    const Trash trash(*m_store);
    const auto entry = trash.put(SnapshotKey::of(record));
    VERIFY_OK(entry);
    // A second capture was killed before it had a record.
    writeFile(Records(*m_store).folderOf(SnapshotKey::of(record)) + u"/hub/info.json"_s, "{}");
    VERIFY_OK(trash.restore(entry->id));
    VERIFY_OK(Records(*m_store).read(SnapshotKey::of(record)));
}

void TrashTest::purge()
{
    const Record record = written({{u"a"_s, "1"}}, {{u"info.json"_s, qCompress("{}")}});
    const Trash trash(*m_store);
    const auto entry = trash.put(SnapshotKey::of(record));
    VERIFY_OK(entry);
    const auto purged = trash.purge(entry->id);
    VERIFY_OK(purged);
    QCOMPARE(purged->files, record.files);
    QVERIFY(QDir(m_store->folder() + u"/trash"_s).isEmpty());
    COMPARE_CODE(trash.purge(entry->id), u"no_such_trash"_s);
    // Objects are the caller's: somebody else may need them.
    QCOMPARE(m_store->objectState(sha256Hex("1"), 1), ObjectState::Present);
}

void TrashTest::idsAreNotPaths()
{
    const Record record = written({{u"a"_s, "1"}});
    const QString outside = m_store->folder() + u"/trash/../elsewhere"_s;
    QDir().mkpath(outside);
    writeFile(outside + u"/record/record.json"_s, record.toBytes());
    const Trash trash(*m_store);
    for (const QString& id : {u"../elsewhere"_s, u""_s, u"."_s, u"/etc"_s, u"20261120T213023Z-1a2b3"_s,
                              u"20261120T213023Z-1a2b3c/x"_s, u"20261120T213023Z-1a2b3c"_s}) {
        COMPARE_CODE(trash.read(id), u"no_such_trash"_s);
        COMPARE_CODE(trash.restore(id), u"no_such_trash"_s);
        COMPARE_CODE(trash.purge(id), u"no_such_trash"_s);
    }
    QVERIFY(QFile::exists(outside + u"/record/record.json"_s));
}

void TrashTest::entryNoteIsNotNeeded()
{
    const Record record = written({{u"a"_s, "1"}});
    const Trash trash(*m_store);
    const auto entry = trash.put(SnapshotKey::of(record));
    VERIFY_OK(entry);
    const QString place = m_store->folder() + u"/trash/"_s + entry->id;
    for (const QByteArray& note :
         {"garbage"_ba, "{}"_ba, R"({"kind":"model","id":"../x","commit":"a","removed_at":""})"_ba}) {
        writeFile(place + u"/entry.json"_s, note);
        const auto list = trash.list();
        VERIFY_OK(list);
        QCOMPARE(list->size(), 1);
        QCOMPARE(list->first().key, entry->key);
        QCOMPARE(list->first().removedAt, entry->removedAt);
    }
    // One whose record is gone is not shown, and swept by the next removal.
    QDir(place + u"/record"_s).removeRecursively();
    QCOMPARE(trash.list()->size(), 0);
    const Record again = written({{u"a"_s, "1"}});
    VERIFY_OK(trash.put(SnapshotKey::of(again)));
    QVERIFY(!QFile::exists(place));
}

void TrashTest::unpluggedStore()
{
    QVERIFY(QDir().rename(m_store->folder(), m_store->folder() + u".away"_s));
    const Trash trash(*m_store);
    COMPARE_CODE(trash.put({{RepoKind::Model, u"a/b"_s}, commitOf('a')}), u"store_unplugged"_s);
    COMPARE_CODE(trash.list(), u"store_unplugged"_s);
    COMPARE_CODE(trash.restore(u"20261120T213023Z-1a2b3c"_s), u"store_unplugged"_s);
    COMPARE_CODE(trash.read(u"20261120T213023Z-1a2b3c"_s), u"store_unplugged"_s);
}

QTEST_GUILESS_MAIN(TrashTest)
#include "tst_trash.moc"
