// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storefixture.h"

#include "deniedcalls.h"
#include "store/viewlinks.h"

#include <QtCore/QDirIterator>
#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace hugger;
using namespace hugger::test;

namespace {

QString linkTarget(const QString& path)
{
    char target[4096];
    const ssize_t length = ::readlink(QFile::encodeName(path).constData(), target, sizeof target);
    return length < 0 ? u"(no link)"_s : QString::fromUtf8(target, length);
}

ino_t inodeOf(const QString& path)
{
    struct stat status{};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_ino : 0;
}

QStringList everythingIn(const QString& folder)
{
    QStringList names;
    QDirIterator entries(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    while (entries.hasNext())
        names.append(entries.next().sliced(folder.size() + 1));
    names.sort();
    return names;
}

} // namespace

class HubViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void layout();
    void partialSnapshot();
    void bareIdsAndOtherKinds();
    void publishAgainChangesNothing();
    void repairedObjectIsTakenUp();
    void strayThingsAreReplaced();
    void missingObjectDoesNotHideTheOthers();
    void refsMove();
    void refsThatClash();
    void refsThatCannotBeFiles();
    void interruptedPublishCompletes();
    void unpublishTakesOnlyItsOwn();
    void unpublishLeavesForeignFiles();
    void unpluggedStore();
    void fallbacks_data();
    void fallbacks();
    void everyNameTaken();
    void twentyThousandFiles();

private:
    QString repoFolder() const { return m_store->viewFolder() + u"/models--acme--tiny"_s; }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::optional<Store> m_store;
};

void HubViewTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    const auto store = Store::create(m_dir->filePath(u"store"_s), u"test"_s);
    VERIFY_OK(store);
    m_store = *store;
}

void HubViewTest::layout()
{
    auto files = hold(*m_store, {{u"config.json"_s, "{}"}, {u"sub/dir/f"_s, "deep"}});
    const auto weights = hold(*m_store, {{u"model.safetensors"_s, "weights"}}, true);
    VERIFY_OK(files);
    VERIFY_OK(weights);
    Record record = recordOf(u"acme/tiny"_s, commitOf('a'), *files + *weights);
    record.refs = {u"main"_s, u"v1.0"_s, u"feat/x"_s, u"refs/pr/1"_s};
    const HubView view(*m_store);
    VERIFY_OK(view.publish(record, {}));

    const QString commit = QString::fromLatin1(record.commit);
    const QString configEtag = QString::fromLatin1(gitBlobSha1Hex("{}"));
    const QString deepEtag = QString::fromLatin1(gitBlobSha1Hex("deep"));
    const QString weightsEtag = QString::fromLatin1(sha256Hex("weights"));
    QStringList expected{u"blobs"_s,
                         u"blobs/"_s + configEtag,
                         u"blobs/"_s + deepEtag,
                         u"blobs/"_s + weightsEtag,
                         u"refs"_s,
                         u"refs/feat"_s,
                         u"refs/feat/x"_s,
                         u"refs/main"_s,
                         u"refs/refs"_s,
                         u"refs/refs/pr"_s,
                         u"refs/refs/pr/1"_s,
                         u"refs/v1.0"_s,
                         u"snapshots"_s,
                         u"snapshots/"_s + commit,
                         u"snapshots/"_s + commit + u"/config.json"_s,
                         u"snapshots/"_s + commit + u"/model.safetensors"_s,
                         u"snapshots/"_s + commit + u"/sub"_s,
                         u"snapshots/"_s + commit + u"/sub/dir"_s,
                         u"snapshots/"_s + commit + u"/sub/dir/f"_s,
                         u"trees"_s,
                         u"trees/"_s + commit + u".json"_s};
    expected.sort();
    QCOMPARE(everythingIn(repoFolder()), expected);

    const QString snapshot = view.snapshotFolder(SnapshotKey::of(record)) + u'/';
    QCOMPARE(linkTarget(snapshot + u"config.json"_s), u"../../blobs/"_s + configEtag);
    QCOMPARE(linkTarget(snapshot + u"sub/dir/f"_s), u"../../../../blobs/"_s + deepEtag);
    QCOMPARE(linkTarget(snapshot + u"model.safetensors"_s), u"../../blobs/"_s + weightsEtag);
    QCOMPARE(readFile(snapshot + u"sub/dir/f"_s), "deep"_ba);
    QCOMPARE(inodeOf(repoFolder() + u"/blobs/"_s + weightsEtag), inodeOf(m_store->objectPath(sha256Hex("weights"))));
    for (const QString& ref : std::as_const(record.refs))
        QCOMPARE(readFile(repoFolder() + u"/refs/"_s + ref), record.commit);

    const QByteArray tree = R"({"format_version":1,"files":{"config.json":{"size":2,"blob_id":")" + gitBlobSha1Hex("{}")
        + R"("},"model.safetensors":{"size":7,"blob_id":")" + gitBlobSha1Hex("pointer to weights")
        + R"(","lfs_sha256":")" + sha256Hex("weights") + R"(","lfs_size":7},"sub/dir/f":{"size":4,"blob_id":")"
        + gitBlobSha1Hex("deep") + R"("}}})";
    QCOMPARE(readFile(repoFolder() + u"/trees/"_s + commit + u".json"_s), tree);
}

void HubViewTest::partialSnapshot()
{
    const auto files = hold(*m_store, {{u"a"_s, "1"}});
    VERIFY_OK(files);
    Record record = recordOf(u"acme/tiny"_s, commitOf('a'), *files);
    record.listedFiles = 2;
    record.listedBytes = 10;
    const HubView view(*m_store);
    // Without the listing nobody knows what is missing, and no tree must say that nothing is.
    VERIFY_OK(view.publish(record, {}));
    QVERIFY(QDir(repoFolder() + u"/trees"_s).isEmpty());
    VERIFY_OK(view.publish(record,
                           {{u"z \"q\""_s, 9, QByteArray(40, 'b'), QByteArray(64, 'c'), QByteArray(64, 'd')},
                            {u"a"_s, 1, files->first().gitSha1, {}, {}}}));
    const QByteArray json = readFile(repoFolder() + u"/trees/"_s + QString::fromLatin1(record.commit) + u".json"_s);
    const auto tree = QJsonDocument::fromJson(json).object();
    QCOMPARE(tree.value("files"_L1).toObject().keys(), (QStringList{u"a"_s, u"z \"q\""_s}));
    QVERIFY(!json.contains("xet"));
}

void HubViewTest::bareIdsAndOtherKinds()
{
    const auto files = hold(*m_store, {{u"a"_s, "1"}});
    VERIFY_OK(files);
    for (const auto& [kind, id, folder] : {std::tuple(RepoKind::Model, u"gpt2"_s, u"models--gpt2"_s),
                                           std::tuple(RepoKind::Dataset, u"a/b"_s, u"datasets--a--b"_s),
                                           std::tuple(RepoKind::Space, u"a/b"_s, u"spaces--a--b"_s)}) {
        Record record = recordOf(id, commitOf('a'), *files);
        record.repo.kind = kind;
        VERIFY_OK(HubView(*m_store).publish(record, {}));
        QCOMPARE(readFile(m_store->viewFolder() + u'/' + folder + u"/snapshots/"_s + QString::fromLatin1(record.commit)
                          + u"/a"_s),
                 "1"_ba);
    }
    QCOMPARE(QDir(m_store->viewFolder()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 3);
}

void HubViewTest::publishAgainChangesNothing()
{
    const auto files = hold(*m_store, {{u"a"_s, "1"}, {u"b/c"_s, "2"}});
    VERIFY_OK(files);
    const Record record = recordOf(u"acme/tiny"_s, commitOf('a'), *files);
    const HubView view(*m_store);
    VERIFY_OK(view.publish(record, {}));
    const QStringList before = everythingIn(repoFolder());
    struct stat first{};
    const QByteArray link = QFile::encodeName(view.snapshotFolder(SnapshotKey::of(record)) + u"/a"_s);
    QCOMPARE(::lstat(link.constData(), &first), 0);
    VERIFY_OK(view.publish(record, {}));
    struct stat second{};
    QCOMPARE(::lstat(link.constData(), &second), 0);
    QCOMPARE(second.st_ino, first.st_ino);
    QCOMPARE(everythingIn(repoFolder()), before);
}

void HubViewTest::repairedObjectIsTakenUp()
{
    const auto files = hold(*m_store, {{u"a"_s, "right"}});
    VERIFY_OK(files);
    const Record record = recordOf(u"acme/tiny"_s, commitOf('a'), *files);
    const HubView view(*m_store);
    VERIFY_OK(view.publish(record, {}));
    const QString object = m_store->objectPath(sha256Hex("right"));
    QFile::setPermissions(object, QFile::ReadOwner | QFile::WriteOwner);
    writeFile(object, "wrong");
    const QString path = view.snapshotFolder(SnapshotKey::of(record)) + u"/a"_s;
    QCOMPARE(readFile(path), "wrong"_ba);
    VERIFY_OK(m_store->admit({arrivalOf(*m_store, "right")}, true));
    QCOMPARE(readFile(path), "wrong"_ba); // the old inode still
    VERIFY_OK(view.publish(record, {}));
    QCOMPARE(readFile(path), "right"_ba);
    QCOMPARE(inodeOf(path), inodeOf(object));
}

void HubViewTest::strayThingsAreReplaced()
{
    const auto files = hold(*m_store, {{u"a"_s, "1"}, {u"b"_s, "2"}});
    VERIFY_OK(files);
    const Record record = recordOf(u"acme/tiny"_s, commitOf('a'), *files);
    const HubView view(*m_store);
    const QString snapshot = view.snapshotFolder(SnapshotKey::of(record));
    writeFile(snapshot + u"/a"_s, "not a link");
    QVERIFY(QFile::link(u"/etc/passwd"_s, snapshot + u"/b"_s));
    writeFile(repoFolder() + u"/blobs/"_s + QString::fromLatin1(gitBlobSha1Hex("1")), "another file");
    QDir().mkpath(repoFolder() + u"/refs"_s);
    writeFile(repoFolder() + u"/refs/main"_s, "");
    VERIFY_OK(view.publish(record, {}));
    QCOMPARE(readFile(snapshot + u"/a"_s), "1"_ba);
    QCOMPARE(readFile(snapshot + u"/b"_s), "2"_ba);
    QCOMPARE(readFile(repoFolder() + u"/refs/main"_s), record.commit);
}

void HubViewTest::missingObjectDoesNotHideTheOthers()
{
    const auto files = hold(*m_store, {{u"a"_s, "1"}, {u"b"_s, "2"}, {u"c"_s, "3"}});
    VERIFY_OK(files);
    const Record record = recordOf(u"acme/tiny"_s, commitOf('a'), *files);
    VERIFY_OK(m_store->dropObject(sha256Hex("2")));
    const HubView view(*m_store);
    COMPARE_CODE(view.publish(record, {}), u"object_missing"_s);
    const QString snapshot = view.snapshotFolder(SnapshotKey::of(record));
    QCOMPARE(readFile(snapshot + u"/a"_s), "1"_ba);
    QCOMPARE(readFile(snapshot + u"/c"_s), "3"_ba);
    QCOMPARE(linkTarget(snapshot + u"/b"_s), u"(no link)"_s);
    QCOMPARE(readFile(repoFolder() + u"/refs/main"_s), record.commit);
    QCOMPARE(QDir(repoFolder() + u"/trees"_s).entryList(QDir::Files).size(), 1);
}

void HubViewTest::refsMove()
{
    const auto files = hold(*m_store, {{u"a"_s, "1"}});
    VERIFY_OK(files);
    const HubView view(*m_store);
    Record older = recordOf(u"acme/tiny"_s, commitOf('a'), *files);
    older.refs = {u"main"_s, u"v1"_s};
    const Record newer = recordOf(u"acme/tiny"_s, commitOf('b'), *files);
    VERIFY_OK(view.publish(older, {}));
    VERIFY_OK(view.publish(newer, {}));
    QCOMPARE(readFile(repoFolder() + u"/refs/main"_s), newer.commit);
    QCOMPARE(readFile(repoFolder() + u"/refs/v1"_s), older.commit);
    QCOMPARE(readFile(view.snapshotFolder(SnapshotKey::of(older)) + u"/a"_s), "1"_ba);
    // A refresh of the old one, as the caller asks for it: without the ref that moved on.
    older.refs = {u"v1"_s};
    VERIFY_OK(view.publish(older, {}));
    QCOMPARE(readFile(repoFolder() + u"/refs/main"_s), newer.commit);
}

void HubViewTest::refsThatClash()
{
    const auto files = hold(*m_store, {{u"a"_s, "1"}});
    VERIFY_OK(files);
    const HubView view(*m_store);
    Record first = recordOf(u"acme/tiny"_s, commitOf('a'), *files);
    first.refs = {u"feat"_s, u"topic/x"_s};
    VERIFY_OK(view.publish(first, {}));
    Record second = recordOf(u"acme/tiny"_s, commitOf('b'), *files);
    second.refs = {u"feat/x"_s, u"feat/x/y"_s, u"topic"_s, u"main"_s};
    VERIFY_OK(view.publish(second, {}));
    QCOMPARE(readFile(repoFolder() + u"/refs/feat"_s), first.commit);
    QCOMPARE(readFile(repoFolder() + u"/refs/topic/x"_s), first.commit);
    QCOMPARE(readFile(repoFolder() + u"/refs/main"_s), second.commit);
    QVERIFY(!QFile::exists(repoFolder() + u"/refs/feat/x"_s));
    QCOMPARE(readFile(view.snapshotFolder(SnapshotKey::of(second)) + u"/a"_s), "1"_ba);
}

void HubViewTest::refsThatCannotBeFiles()
{
    const auto files = hold(*m_store, {{u"a"_s, "1"}});
    VERIFY_OK(files);
    Record record = recordOf(u"acme/tiny"_s, commitOf('a'), *files);
    record.refs = {u"../../../escape"_s, u"/tmp/x"_s,        u"a\\b"_s, u".."_s, QString(),
                   QString(300, u'x'),   u".hugger-tmp-x"_s, u"main"_s};
    VERIFY_OK(HubView(*m_store).publish(record, {}));
    QCOMPARE(everythingIn(repoFolder() + u"/refs"_s), QStringList{u"main"_s});
    QVERIFY(!QFile::exists(m_store->folder() + u"/escape"_s));
}

void HubViewTest::interruptedPublishCompletes()
{
    const auto files = hold(*m_store, {{u"a"_s, "1"}, {u"b/c"_s, "2"}});
    VERIFY_OK(files);
    const Record record = recordOf(u"acme/tiny"_s, commitOf('a'), *files);
    const HubView view(*m_store);
    VERIFY_OK(view.publish(record, {}));
    const QStringList whole = everythingIn(repoFolder());
    QFile::remove(view.snapshotFolder(SnapshotKey::of(record)) + u"/b/c"_s);
    QFile::remove(repoFolder() + u"/blobs/"_s + QString::fromLatin1(gitBlobSha1Hex("1")));
    QFile::remove(repoFolder() + u"/refs/main"_s);
    writeFile(repoFolder() + u"/.hugger-tmp-99-3"_s, "left by a killed one");
    QVERIFY(QFile::link(u"../nowhere"_s, repoFolder() + u"/.hugger-tmp-99-4"_s));
    VERIFY_OK(view.publish(record, {}));
    QCOMPARE(everythingIn(repoFolder()), whole);
}

void HubViewTest::unpublishTakesOnlyItsOwn()
{
    const auto first = hold(*m_store, {{u"same"_s, "1"}, {u"old"_s, "2"}});
    const auto second = hold(*m_store, {{u"same"_s, "1"}, {u"new"_s, "3"}});
    VERIFY_OK(first);
    VERIFY_OK(second);
    const HubView view(*m_store);
    Record older = recordOf(u"acme/tiny"_s, commitOf('a'), *first);
    older.refs = {u"v1"_s, u"refs/pr/1"_s};
    const Record newer = recordOf(u"acme/tiny"_s, commitOf('b'), *second);
    VERIFY_OK(view.publish(newer, {}));
    const QStringList before = everythingIn(repoFolder());
    VERIFY_OK(view.publish(older, {}));
    VERIFY_OK(view.unpublish(SnapshotKey::of(older)));
    QCOMPARE(everythingIn(repoFolder()), before);
    QCOMPARE(readFile(view.snapshotFolder(SnapshotKey::of(newer)) + u"/same"_s), "1"_ba);
    QCOMPARE(m_store->objectState(sha256Hex("2"), 1), ObjectState::Present);
    VERIFY_OK(view.unpublish(SnapshotKey::of(older)));
    VERIFY_OK(view.unpublish(SnapshotKey::of(newer)));
    QVERIFY(!QFile::exists(repoFolder()));
    QVERIFY(QFile::exists(m_store->viewFolder()));
    VERIFY_OK(view.unpublish(SnapshotKey::of(newer)));
}

void HubViewTest::unpublishLeavesForeignFiles()
{
    const auto files = hold(*m_store, {{u"a"_s, "1"}});
    VERIFY_OK(files);
    const HubView view(*m_store);
    const Record record = recordOf(u"acme/tiny"_s, commitOf('a'), *files);
    VERIFY_OK(view.publish(record, {}));
    const QString download = repoFolder() + u"/blobs/"_s + QString(64, u'e') + u".12345678.incomplete"_s;
    writeFile(download, "half");
    VERIFY_OK(view.unpublish(SnapshotKey::of(record)));
    QCOMPARE(readFile(download), "half"_ba);
}

void HubViewTest::unpluggedStore()
{
    const auto files = hold(*m_store, {{u"a"_s, "1"}});
    VERIFY_OK(files);
    const Record record = recordOf(u"acme/tiny"_s, commitOf('a'), *files);
    QVERIFY(QDir().rename(m_store->folder(), m_store->folder() + u".away"_s));
    QDir().mkpath(m_store->folder());
    COMPARE_CODE(HubView(*m_store).publish(record, {}), u"store_unplugged"_s);
    COMPARE_CODE(HubView(*m_store).unpublish(SnapshotKey::of(record)), u"store_unplugged"_s);
    QVERIFY(QDir(m_store->folder()).isEmpty());
}

void HubViewTest::fallbacks_data()
{
    QTest::addColumn<bool>("hardLinks");
    QTest::addColumn<bool>("symbolicLinks");
    QTest::newRow("no hard links") << false << true;
    QTest::newRow("no symbolic links") << true << false;
    QTest::newRow("none") << false << false;
}

/// The file systems that lack one kind of link or the other (exFAT, some network drives), by having the kernel refuse
/// the calls of one thread.
void HubViewTest::fallbacks()
{
    QFETCH(const bool, hardLinks);
    QFETCH(const bool, symbolicLinks);
    const auto files = hold(*m_store, {{u"a"_s, "1"}, {u"b/c"_s, "2"}});
    VERIFY_OK(files);
    const Record record = recordOf(u"acme/tiny"_s, commitOf('a'), *files);
    const HubView view(*m_store);
    Done first;
    Done second;
    bool denied = false;
    std::thread([&] {
        denied = denyCalls(!hardLinks, !symbolicLinks, true);
        if (denied) {
            first = view.publish(record, {});
            second = view.publish(record, {});
        }
    }).join();
    if (!denied)
        QSKIP("this machine does not let a thread give up system calls");
    const QString snapshot = view.snapshotFolder(SnapshotKey::of(record));
    if (!hardLinks && !symbolicLinks) {
        COMPARE_CODE(first, u"no_links"_s);
        COMPARE_CODE(second, u"no_links"_s);
        QVERIFY(!QFile::exists(repoFolder()));
        QVERIFY(QFile::exists(m_store->viewFolder()));
        return;
    }
    VERIFY_OK(first);
    VERIFY_OK(second);
    QCOMPARE(readFile(snapshot + u"/a"_s), "1"_ba);
    QCOMPARE(readFile(snapshot + u"/b/c"_s), "2"_ba);
    const QString blob = repoFolder() + u"/blobs/"_s + QString::fromLatin1(gitBlobSha1Hex("2"));
    QCOMPARE(QFileInfo(blob).isSymLink(), !hardLinks);
    QCOMPARE(QFileInfo(snapshot + u"/b/c"_s).isSymLink(), symbolicLinks);
    QCOMPARE(readFile(repoFolder() + u"/refs/main"_s), record.commit);
    // Where links work after all (the drive was copied to another), they are made as usual.
    VERIFY_OK(view.publish(record, {}));
    QCOMPARE(inodeOf(blob), inodeOf(m_store->objectPath(sha256Hex("2"))));
    QVERIFY(QFileInfo(snapshot + u"/b/c"_s).isSymLink());
    VERIFY_OK(view.unpublish(SnapshotKey::of(record)));
    QVERIFY(!QFile::exists(repoFolder()));
}

/// A file has at most so many names (65,000 on ext4); an empty LICENSE of a hundred thousand repos gets there.
void HubViewTest::everyNameTaken()
{
    const auto files = hold(*m_store, {{u"a"_s, "1"}, {u"b"_s, "2"}});
    VERIFY_OK(files);
    const QByteArray object = QFile::encodeName(m_store->objectPath(sha256Hex("1")));
    const QByteArray other = QFile::encodeName(m_dir->path() + u"/name-"_s);
    int names = 0;
    while (names < 70'000 && ::link(object.constData(), QByteArray(other + QByteArray::number(names)).constData()) == 0)
        ++names;
    if (names == 70'000)
        QSKIP("this file system has no limit of names that can be reached");
    QCOMPARE(errno, EMLINK);
    const Record record = recordOf(u"acme/tiny"_s, commitOf('a'), *files);
    const HubView view(*m_store);
    VERIFY_OK(view.publish(record, {}));
    QCOMPARE(readFile(view.snapshotFolder(SnapshotKey::of(record)) + u"/a"_s), "1"_ba);
    QCOMPARE(inodeOf(view.snapshotFolder(SnapshotKey::of(record)) + u"/b"_s),
             inodeOf(m_store->objectPath(sha256Hex("2"))));
}

void HubViewTest::twentyThousandFiles()
{
    // One content under many names would hit the limit of names; a hundred contents do not.
    QList<std::pair<QString, QByteArray>> contents;
    for (int i = 0; i < 100; ++i)
        contents.append({QString::number(i), "content " + QByteArray::number(i)});
    const auto held = hold(*m_store, contents);
    VERIFY_OK(held);
    QList<HeldFile> files;
    for (int i = 0; i < 20'000; ++i) {
        HeldFile file = held->at(i % 100);
        file.path = u"data/%1/file-%2.json"_s.arg(i / 100).arg(i);
        file.gitSha1 = gitBlobSha1Hex(QByteArray::number(i)); // a blob of its own each
        files.append(file);
    }
    const Record record = recordOf(u"acme/tiny"_s, commitOf('a'), files);
    QElapsedTimer timer;
    timer.start();
    VERIFY_OK(HubView(*m_store).publish(record, {}));
    const qint64 first = timer.restart();
    VERIFY_OK(HubView(*m_store).publish(record, {}));
    const qint64 again = timer.restart();
    VERIFY_OK(HubView(*m_store).unpublish(SnapshotKey::of(record)));
    qInfo("20,000 files: published in %lld ms, again in %lld ms, taken out in %lld ms", static_cast<long long>(first),
          static_cast<long long>(again), static_cast<long long>(timer.elapsed()));
    QVERIFY(!QFile::exists(repoFolder()));
}

QTEST_GUILESS_MAIN(HubViewTest)
#include "tst_hubview.moc"
