// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storefixture.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <sys/stat.h>
#include <unistd.h>

using namespace hugger;
using namespace hugger::test;

class StoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void createMakesAStoreThatExplainsItself();
    void createOpensAStoreThatIsThere();
    void createRefusesForeignFolders_data();
    void createRefusesForeignFolders();
    void createFinishesAnInterruptedOne();
    void badLabels_data();
    void badLabels();
    void emptyMountPointIsUnplugged();
    void otherStoreAtTheSamePlaceIsUnplugged();
    void damagedAndNewerIdentities_data();
    void damagedAndNewerIdentities();

    void admitMakesObjects_data();
    void admitMakesObjects();
    void admitKeepsWhatIsThere();
    void admitReplacesTheWrongSize();
    void admitReplacesOnRequest();
    void admitTakesOneContentTwice();
    void admitRefusesAChangedPart();
    void admitRefusesLinks();
    void admitRefusesBadNames();
    void admitWritesNothingToAnUnpluggedStore();

    void objectStates();
    void quarantineKeepsTheNewest();
    void quarantineRefusesPaths();
    void dropObject();
    void freeBytes();
    void theWayOutWithoutHugger();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::optional<Store> m_store;
};

void StoreTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    const auto store = Store::create(m_dir->filePath(u"store"_s), u"test"_s);
    VERIFY_OK(store);
    m_store = *store;
}

void StoreTest::createMakesAStoreThatExplainsItself()
{
    const QString folder = m_store->folder();
    const auto json = QJsonDocument::fromJson(readFile(folder + u"/hugger-store.json"_s)).object();
    QCOMPARE(json.value("format"_L1).toInt(), 1);
    QCOMPARE(json.value("label"_L1).toString(), u"test"_s);
    QCOMPARE(json.value("id"_L1).toString(), m_store->identity().id);
    const QByteArray text = readFile(folder + u"/HOW-TO-READ-THIS.txt"_s);
    for (const char* word :
         {"format 1", "sha256sum -c", "HF_HUB_CACHE", "HF_HUB_OFFLINE=1", "record.json", "objects/sha256"})
        QVERIFY2(text.contains(word), word);
    for (const QString& name : {u"objects"_s, u"records"_s, u"hub"_s, u"incoming"_s, u"trash"_s})
        QVERIFY(QFileInfo(folder + u'/' + name).isDir());
    QVERIFY(!QFile::exists(folder + u"/CACHEDIR.TAG"_s));

    const auto again = Store::open(folder);
    VERIFY_OK(again);
    QCOMPARE(again->identity(), m_store->identity());
}

void StoreTest::createOpensAStoreThatIsThere()
{
    const auto again = Store::create(m_store->folder(), u"other"_s);
    VERIFY_OK(again);
    QCOMPARE(again->identity(), m_store->identity());
}

void StoreTest::createRefusesForeignFolders_data()
{
    QTest::addColumn<QString>("entry");
    QTest::newRow("file") << u"thesis.txt"_s;
    QTest::newRow("hidden file") << u".config"_s;
    QTest::newRow("folder") << u"photos/x.jpg"_s;
    QTest::newRow("our folder name with content") << u"objects/x"_s;
    QTest::newRow("our folder name as a file") << u"objects"_s;
}

void StoreTest::createRefusesForeignFolders()
{
    QFETCH(const QString, entry);
    const QString folder = m_dir->filePath(u"foreign"_s);
    writeFile(folder + u'/' + entry, "mine");
    COMPARE_CODE(Store::create(folder, u"x"_s), u"folder_not_empty"_s);
    QVERIFY(!QFile::exists(folder + u"/hugger-store.json"_s));
    QVERIFY(!QFile::exists(folder + u"/HOW-TO-READ-THIS.txt"_s));
    writeFile(m_dir->filePath(u"file"_s), "mine");
    COMPARE_CODE(Store::create(m_dir->filePath(u"file"_s), u"x"_s), u"folder_not_empty"_s);
}

void StoreTest::createFinishesAnInterruptedOne()
{
    const QString folder = m_dir->filePath(u"half"_s);
    writeFile(folder + u"/HOW-TO-READ-THIS.txt"_s, "half");
    writeFile(folder + u"/hugger-store.json.12-0.tmp"_s, "{");
    QDir(folder).mkpath(u"objects"_s);
    QDir(folder).mkpath(u"lost+found"_s);
    COMPARE_CODE(Store::open(folder), u"store_unplugged"_s);
    VERIFY_OK(Store::create(folder, u"x"_s));
    VERIFY_OK(Store::open(folder));
}

void StoreTest::badLabels_data()
{
    QTest::addColumn<QString>("label");
    QTest::newRow("empty") << QString();
    QTest::newRow("long") << QString(65, u'x');
    QTest::newRow("control") << u"a\x1b[31m"_s;
    QTest::newRow("line break") << u"a\nb"_s;
    QTest::newRow("space around") << u" a"_s;
}

void StoreTest::badLabels()
{
    QFETCH(const QString, label);
    COMPARE_CODE(Store::create(m_dir->filePath(u"new"_s), label), u"bad_label"_s);
    QVERIFY(!QFile::exists(m_dir->filePath(u"new"_s)));
}

void StoreTest::emptyMountPointIsUnplugged()
{
    const QString folder = m_store->folder();
    QVERIFY(QDir().rename(folder, folder + u".away"_s));
    QDir().mkpath(folder);
    for (const auto& outcome :
         {Store::open(folder).error(), m_store->checkPlugged().error(), m_store->freeBytes().error()}) {
        QCOMPARE(outcome.code, u"store_unplugged"_s);
        QCOMPARE(outcome.kind, ErrorKind::Disk);
        QCOMPARE(outcome.retry, Retry::NeedsUser);
    }
    COMPARE_CODE(m_store->quarantine(u"/nowhere"_s, "k", u"x"_s), u"store_unplugged"_s);
    COMPARE_CODE(m_store->dropObject(QByteArray(64, 'a')), u"store_unplugged"_s);
    QVERIFY(QDir(folder).isEmpty());
    QDir().rmdir(folder);
    COMPARE_CODE(Store::open(folder), u"store_unplugged"_s);
    COMPARE_CODE(m_store->checkPlugged(), u"store_unplugged"_s);
    QVERIFY(!QFile::exists(folder));
}

void StoreTest::otherStoreAtTheSamePlaceIsUnplugged()
{
    const QString folder = m_store->folder();
    QVERIFY(QDir().rename(folder, folder + u".away"_s));
    VERIFY_OK(Store::create(folder, u"other"_s));
    COMPARE_CODE(m_store->checkPlugged(), u"store_unplugged"_s);
}

void StoreTest::damagedAndNewerIdentities_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("code");
    QTest::newRow("empty") << QByteArray() << u"store_damaged"_s;
    QTest::newRow("zeros") << QByteArray(100, '\0') << u"store_damaged"_s;
    QTest::newRow("list") << QByteArray("[]") << u"store_damaged"_s;
    QTest::newRow("no id") << QByteArray(R"({"format":1,"label":"x"})") << u"store_damaged"_s;
    QTest::newRow("bad id") << QByteArray(R"({"format":1,"id":"../..","label":"x"})") << u"store_damaged"_s;
    QTest::newRow("no format") << QByteArray(R"({"id":"0b0e2c3a-6a4f-4b0e-8a57-9d1f6a1f8e11","label":"x"})")
                               << u"store_damaged"_s;
    QTest::newRow("newer") << QByteArray(R"({"format":2})") << u"store_newer"_s;
}

void StoreTest::damagedAndNewerIdentities()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, code);
    writeFile(m_store->folder() + u"/hugger-store.json"_s, json);
    COMPARE_CODE(Store::open(m_store->folder()), code);
    COMPARE_CODE(Store::create(m_store->folder(), u"x"_s), code);
    QCOMPARE(readFile(m_store->folder() + u"/hugger-store.json"_s), json);
}

void StoreTest::admitMakesObjects_data()
{
    QTest::addColumn<int>("small");
    QTest::addColumn<int>("big");
    QTest::newRow("none") << 0 << 0;
    QTest::newRow("few") << 3 << 0;
    QTest::newRow("big") << 0 << 1;
    QTest::newRow("many") << 40 << 0;
    QTest::newRow("many and big") << 40 << 1;
}

void StoreTest::admitMakesObjects()
{
    QFETCH(const int, small);
    QFETCH(const int, big);
    QList<QByteArray> contents;
    for (int i = 0; i < small; ++i)
        contents.append("content " + QByteArray::number(i));
    for (int i = 0; i < big; ++i)
        contents.append(QByteArray(9 * 1024 * 1024, static_cast<char>('a' + i)));
    QList<Arrival> arrivals;
    for (const QByteArray& bytes : contents)
        arrivals.append(arrivalOf(*m_store, bytes));
    VERIFY_OK(m_store->admit(arrivals));
    for (const QByteArray& bytes : contents) {
        const QByteArray name = sha256Hex(bytes);
        const QString path = m_store->objectPath(name);
        QCOMPARE(path,
                 QString(m_store->folder() + u"/objects/sha256/"_s + QString::fromLatin1(name.left(2)) + u'/'
                         + QString::fromLatin1(name)));
        QVERIFY(readFile(path) == bytes);
        struct stat status{};
        QCOMPARE(::stat(QFile::encodeName(path).constData(), &status), 0);
        QCOMPARE(status.st_mode & 07777U, 0444U);
        QCOMPARE(m_store->objectState(name, bytes.size()), ObjectState::Present);
    }
    QVERIFY(QDir(m_store->incomingFolder()).isEmpty());
}

void StoreTest::admitKeepsWhatIsThere()
{
    VERIFY_OK(m_store->admit({arrivalOf(*m_store, "same")}));
    struct stat before{};
    QCOMPARE(::stat(QFile::encodeName(m_store->objectPath(sha256Hex("same"))).constData(), &before), 0);
    VERIFY_OK(m_store->admit({arrivalOf(*m_store, "same")}));
    struct stat after{};
    QCOMPARE(::stat(QFile::encodeName(m_store->objectPath(sha256Hex("same"))).constData(), &after), 0);
    QCOMPARE(after.st_ino, before.st_ino);
    QVERIFY(QDir(m_store->incomingFolder()).isEmpty());
}

void StoreTest::admitReplacesTheWrongSize()
{
    const QByteArray name = sha256Hex("whole content");
    writeFile(m_store->objectPath(name), "whole");
    QCOMPARE(m_store->objectState(name, 13), ObjectState::WrongSize);
    VERIFY_OK(m_store->admit({arrivalOf(*m_store, "whole content")}));
    QCOMPARE(readFile(m_store->objectPath(name)), "whole content"_ba);
}

void StoreTest::admitReplacesOnRequest()
{
    const QByteArray name = sha256Hex("right");
    writeFile(m_store->objectPath(name), "wrong");
    VERIFY_OK(m_store->admit({arrivalOf(*m_store, "right")}));
    QCOMPARE(readFile(m_store->objectPath(name)), "wrong"_ba);
    VERIFY_OK(m_store->admit({arrivalOf(*m_store, "right")}, true));
    QCOMPARE(readFile(m_store->objectPath(name)), "right"_ba);
}

void StoreTest::admitTakesOneContentTwice()
{
    const Arrival first = arrivalOf(*m_store, "twice");
    VERIFY_OK(m_store->admit({first, arrivalOf(*m_store, "twice"), first}));
    QCOMPARE(readFile(m_store->objectPath(sha256Hex("twice"))), "twice"_ba);
    QVERIFY(QDir(m_store->incomingFolder()).isEmpty());
}

void StoreTest::admitRefusesAChangedPart()
{
    Arrival arrival = arrivalOf(*m_store, "changed");
    arrival.size += 1;
    const auto outcome = m_store->admit({arrivalOf(*m_store, "good"), arrival});
    COMPARE_CODE(outcome, u"part_changed"_s);
    QCOMPARE(outcome.error().kind, ErrorKind::Integrity);
    QVERIFY(!QFile::exists(m_store->objectPath(arrival.sha256)));
    // Checked before anything is moved.
    QVERIFY(!QFile::exists(m_store->objectPath(sha256Hex("good"))));
    arrival.part = m_store->incomingFolder() + u"/gone.part"_s;
    QVERIFY(!m_store->admit({arrival}));
}

void StoreTest::admitRefusesLinks()
{
    const QString secret = m_dir->filePath(u"secret"_s);
    writeFile(secret, "secret");
    Arrival arrival{m_store->incomingFolder() + u"/link.part"_s, sha256Hex("secret"), 6};
    QVERIFY(QFile::link(secret, arrival.part));
    COMPARE_CODE(m_store->admit({arrival}), u"part_changed"_s);
    QCOMPARE(readFile(secret), "secret"_ba);
}

void StoreTest::admitRefusesBadNames()
{
    Arrival arrival = arrivalOf(*m_store, "x");
    for (const QByteArray& name : {"../../etc/passwd"_ba, ""_ba, QByteArray(63, 'a'), QByteArray(64, 'A')}) {
        arrival.sha256 = name;
        COMPARE_CODE(m_store->admit({arrival}), u"bad_key"_s);
    }
}

void StoreTest::admitWritesNothingToAnUnpluggedStore()
{
    const QString part = m_dir->filePath(u"elsewhere.part"_s);
    writeFile(part, "x");
    QVERIFY(QDir().rename(m_store->folder(), m_store->folder() + u".away"_s));
    QDir().mkpath(m_store->folder());
    COMPARE_CODE(m_store->admit({{part, sha256Hex("x"), 1}}), u"store_unplugged"_s);
    QVERIFY(QDir(m_store->folder()).isEmpty());
    QVERIFY(QFile::exists(part));
}

void StoreTest::objectStates()
{
    const QByteArray name = sha256Hex("x");
    QCOMPARE(m_store->objectState(name, 1), ObjectState::Missing);
    QCOMPARE(m_store->objectState("nonsense", 1), ObjectState::Missing);
    VERIFY_OK(m_store->admit({arrivalOf(*m_store, "x")}));
    QCOMPARE(m_store->objectState(name, 1), ObjectState::Present);
    QCOMPARE(m_store->objectState(name, 2), ObjectState::WrongSize);
    QFile::remove(m_store->objectPath(name));
    QVERIFY(QFile::link(u"/dev/zero"_s, m_store->objectPath(name)));
    QCOMPARE(m_store->objectState(name, 1), ObjectState::WrongSize);
}

void StoreTest::quarantineKeepsTheNewest()
{
    const QByteArray key = sha256Hex("wanted");
    for (const QByteArray& bytes : {"bad 1"_ba, "bad 2"_ba}) {
        const Arrival arrival = arrivalOf(*m_store, bytes);
        const auto place = m_store->quarantine(arrival.part, key, u"The hash is another."_s);
        VERIFY_OK(place);
        QCOMPARE(readFile(*place), bytes);
        QVERIFY(place->startsWith(m_store->folder() + u"/quarantine/"_s));
        QVERIFY(!QFile::exists(arrival.part));
    }
    QVERIFY(readFile(m_store->folder() + u"/quarantine/"_s + QString::fromLatin1(key) + u".txt"_s)
                .contains("The hash is another."));
    QCOMPARE(QDir(m_store->folder() + u"/quarantine"_s).entryList(QDir::Files).size(), 2);
}

void StoreTest::quarantineRefusesPaths()
{
    const Arrival arrival = arrivalOf(*m_store, "x");
    for (const QByteArray& key : {"../x"_ba, "a/b"_ba, ""_ba, ".."_ba, QByteArray(200, 'a')})
        COMPARE_CODE(m_store->quarantine(arrival.part, key, u"x"_s), u"bad_key"_s);
    QVERIFY(QFile::exists(arrival.part));
}

void StoreTest::dropObject()
{
    VERIFY_OK(m_store->admit({arrivalOf(*m_store, "x")}));
    VERIFY_OK(m_store->dropObject(sha256Hex("x")));
    QCOMPARE(m_store->objectState(sha256Hex("x"), 1), ObjectState::Missing);
    VERIFY_OK(m_store->dropObject(sha256Hex("x")));
    VERIFY_OK(m_store->dropObject("../../hugger-store.json"));
    VERIFY_OK(m_store->checkPlugged());
}

void StoreTest::freeBytes()
{
    const auto free = m_store->freeBytes();
    VERIFY_OK(free);
    QVERIFY(*free > 0);
}

/// The commands of HOW-TO-READ-THIS.txt, as they stand there.
void StoreTest::theWayOutWithoutHugger()
{
    const auto files = hold(*m_store, {{u"config.json"_s, "{}"}, {u"deep/er/a b.txt"_s, "odd name"}, {u"empty"_s, ""}});
    VERIFY_OK(files);
    const Record record = recordOf(u"ORG/NAME"_s, commitOf('a'), *files);
    VERIFY_OK(Records(*m_store).write(record, {}));
    VERIFY_OK(HubView(*m_store).publish(record, {}));

    const QString folder = m_store->folder();
    QString text = QString::fromUtf8(readFile(folder + u"/HOW-TO-READ-THIS.txt"_s));
    text.replace(u"COMMIT"_s, QString::fromLatin1(record.commit));
    const auto between = [&text](const QString& first, const QString& last) {
        const auto from = text.indexOf(first);
        return text.sliced(from, text.indexOf(last, from) + last.size() - from);
    };
    const auto shell = [&folder](const QString& script) { return run(u"sh"_s, {u"-ec"_s, script}, folder); };

    const Ran objects = shell(between(u"    cd objects/sha256"_s, u"sha256sum -c --quiet"_s));
    QVERIFY2(objects.exitCode == 0, objects.err.constData());
    const Ran sums = shell(between(u"    cd hub/models--"_s, u"SHA256SUMS"_s));
    QVERIFY2(sums.exitCode == 0, sums.err.constData());
    QCOMPARE(sums.out.count(": OK"), 3);
    const Ran loop = shell(between(u"    while read -r hash path"_s, u"SHA256SUMS"_s));
    QVERIFY2(loop.exitCode == 0, loop.err.constData());
    QCOMPARE(readFile(folder + u"/out/deep/er/a b.txt"_s), "odd name"_ba);

    QDir(folder + u"/out"_s).removeRecursively();
    QString python = between(u"    import json"_s, u"{h}\", target)"_s);
    python.replace(u"\n    "_s, u"\n"_s);
    const Ran extracted = run(u"python3"_s, {u"-c"_s, python.trimmed()}, folder);
    QVERIFY2(extracted.exitCode == 0, extracted.err.constData());
    QCOMPARE(readFile(folder + u"/out/deep/er/a b.txt"_s), "odd name"_ba);
    QCOMPARE(readFile(folder + u"/out/empty"_s), ""_ba);

    // A damaged object is found by the same means.
    const QString object = m_store->objectPath(sha256Hex("odd name"));
    QFile::setPermissions(object, QFile::ReadOwner | QFile::WriteOwner);
    writeFile(object, "Odd name");
    QVERIFY(shell(between(u"    cd objects/sha256"_s, u"sha256sum -c --quiet"_s)).exitCode != 0);
    QVERIFY(shell(between(u"    cd hub/models--"_s, u"SHA256SUMS"_s)).exitCode != 0);
}

QTEST_GUILESS_MAIN(StoreTest)
#include "tst_store.moc"
