// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storefixture.h"

#include "store/trash.h"

#include <QtCore/QDirIterator>
#include <QtCore/QStandardPaths>

#include <algorithm>
#include <cstdio>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace hugger;
using namespace hugger::test;

namespace {

constexpr int smallFiles = 6; // more than are synced one by one

QList<std::pair<QString, QByteArray>> contentsOf(int generation)
{
    QList<std::pair<QString, QByteArray>> contents{{u"config.json"_s, "{}"}};
    for (int i = 0; i < smallFiles; ++i)
        contents.append({u"data/part-%1"_s.arg(i),
                         "generation " + QByteArray::number(generation) + " part " + QByteArray::number(i)});
    return contents;
}

Record recordOfGeneration(int generation)
{
    QList<HeldFile> files;
    for (const auto& [path, bytes] : contentsOf(generation))
        files.append(fileOf(path, bytes));
    Record record = recordOf(u"acme/tiny"_s, commitOf(static_cast<char>('0' + generation)), files);
    record.refs = {u"main"_s, u"refs/pr/1"_s};
    return record;
}

/// What the archive room does for a snapshot, in its order.
Done archive(const Store& store, int generation)
{
    if (const auto held = hold(store, contentsOf(generation)); !held)
        return std::unexpected(held.error());
    const Record record = recordOfGeneration(generation);
    const Records records(store);
    const QList<HubAnswer> answers{{u"info.json"_s, qCompress("{}")}, {u"tree-0001.json"_s, qCompress("[]")}};
    if (const auto ok = records.write(record, answers); !ok)
        return ok;
    return HubView(store).publish(record, {});
}

Done removeAndRestore(const Store& store)
{
    const SnapshotKey key = SnapshotKey::of(recordOfGeneration(1));
    const Trash trash(store);
    auto entries = trash.list();
    if (entries && entries->isEmpty()) {
        const auto entry = trash.put(key);
        if (!entry)
            return std::unexpected(entry.error());
        entries->append(*entry);
    }
    if (const auto ok = HubView(store).unpublish(key); !ok)
        return ok;
    const auto restored = trash.restore(entries->first().id);
    if (!restored)
        return std::unexpected(restored.error());
    return HubView(store).publish(*restored, {});
}

Done removeForGood(const Store& store)
{
    const SnapshotKey key = SnapshotKey::of(recordOfGeneration(1));
    const Trash trash(store);
    auto entries = trash.list();
    if (entries && entries->isEmpty()) {
        const auto entry = trash.put(key);
        if (!entry)
            return std::unexpected(entry.error());
        entries->append(*entry);
    }
    const auto purged = trash.purge(entries->first().id);
    if (!purged)
        return std::unexpected(purged.error());
    return HubView(store).unpublish(key);
}

/// The process that is killed: this program again, with something to do.
int victim(const QString& what, const QString& folder)
{
    const auto store = Store::open(folder);
    Done done = store ? Done() : std::unexpected(store.error());
    if (done && what == u"archive")
        done = archive(*store, 1);
    else if (done && what == u"second")
        done = archive(*store, 2);
    else if (done && what == u"restore")
        done = removeAndRestore(*store);
    else if (done && what == u"purge")
        done = removeForGood(*store);
    if (!done)
        std::fprintf(stderr, "%s | %s\n", qPrintable(done.error().message), qPrintable(done.error().detail));
    return done ? 0 : 1;
}

Ran runVictim(const QString& what, const QString& folder, const QString& crashAt)
{
    return run(QCoreApplication::applicationFilePath(), {u"--victim"_s, what, folder}, folder,
               {u"HUGGER_CRASH_AT="_s + crashAt});
}

/// What must be true of a store at every moment. Empty when it is, else what is not.
QString broken(const QString& folder)
{
    const auto store = Store::open(folder);
    if (!store)
        return u"does not open: "_s + store.error().message;
    QDirIterator objects(folder + u"/objects"_s, QDir::Files | QDir::Hidden | QDir::System,
                         QDirIterator::Subdirectories);
    while (objects.hasNext()) {
        const QFileInfo object = objects.nextFileInfo();
        if (QString::fromLatin1(sha256Hex(readFile(object.filePath()))) != object.fileName())
            return u"object with another hash: "_s + object.filePath();
        if (object.permission(QFile::WriteOwner) || object.permission(QFile::WriteOther))
            return u"object that can be written: "_s + object.filePath();
    }
    QString trouble;
    const auto walked = Records(*store).each(
        [&](const Record& record) {
            for (const HeldFile& file : record.files) {
                if (store->objectState(file.sha256, file.size) != ObjectState::Present)
                    trouble = u"record without its object: "_s + file.path;
            }
            const QString sums = Records(*store).folderOf(SnapshotKey::of(record)) + u"/SHA256SUMS"_s;
            if (readFile(sums).count('\n') < record.files.size())
                trouble = u"record without its checksums"_s;
            return true;
        },
        [&](const QString& path, const Error& error) { trouble = path + u": "_s + error.message; });
    if (!walked)
        return walked.error().message;
    if (!trouble.isEmpty())
        return trouble;
    QDirIterator view(folder + u"/hub"_s, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (view.hasNext()) {
        const QFileInfo entry = view.nextFileInfo();
        if (entry.fileName().startsWith(u".hugger-tmp-"_s) || entry.filePath().contains(u"/.hugger-tmp-"_s))
            continue;
        if (entry.isSymLink() && !QFileInfo::exists(entry.filePath()))
            return u"link to nothing: "_s + entry.filePath();
        if (entry.path().contains(u"/refs"_s)) {
            const QByteArray commit = readFile(entry.filePath());
            if (!isHex(commit, 40)
                || !QFileInfo(entry.path().section(u"/refs"_s, 0, 0) + u"/snapshots/"_s + QString::fromLatin1(commit))
                        .isDir())
                return u"ref to nothing: "_s + entry.filePath();
        }
    }
    return trouble;
}

bool holdsWhole(const QString& folder, int generation)
{
    const auto store = Store::open(folder);
    const Record record = recordOfGeneration(generation);
    const auto read = Records(*store).read(SnapshotKey::of(record));
    const QString sums = Records(*store).folderOf(SnapshotKey::of(record)) + u"/SHA256SUMS"_s;
    return read && read->files == record.files
        && run(u"sha256sum"_s, {u"-c"_s, u"--strict"_s, u"--quiet"_s, sums},
               HubView(*store).snapshotFolder(SnapshotKey::of(record)))
               .exitCode
        == 0;
}

} // namespace

class StoreCrashTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void killedAnywhere_data();
    void killedAnywhere();
    void everythingIsSyncedBeforeItIsClaimed_data();
    void everythingIsSyncedBeforeItIsClaimed();
    void namesOfAKilledProcessAreSyncedToo();
    void fullDisk();
};

void StoreCrashTest::killedAnywhere_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("point");
    QTest::addColumn<int>("times"); // how often the step comes by
    const int files = smallFiles + 1;
    QTest::newRow("admit-synced") << u"archive"_s << u"admit-synced"_s << 1;
    QTest::newRow("admit-renamed") << u"archive"_s << u"admit-renamed"_s << files;
    QTest::newRow("record-answers") << u"archive"_s << u"record-answers"_s << 2;
    QTest::newRow("record-write") << u"archive"_s << u"record-write"_s << 1;
    QTest::newRow("record-written") << u"archive"_s << u"record-written"_s << 1;
    QTest::newRow("view-blob") << u"archive"_s << u"view-blob"_s << files;
    QTest::newRow("view-link") << u"archive"_s << u"view-link"_s << files;
    QTest::newRow("view-tree") << u"archive"_s << u"view-tree"_s << 1;
    QTest::newRow("view-ref") << u"archive"_s << u"view-ref"_s << 2;
    QTest::newRow("second commit, admit-renamed") << u"second"_s << u"admit-renamed"_s << smallFiles;
    QTest::newRow("second commit, record-write") << u"second"_s << u"record-write"_s << 1;
    QTest::newRow("second commit, view-link") << u"second"_s << u"view-link"_s << files;
    QTest::newRow("second commit, view-ref") << u"second"_s << u"view-ref"_s << 2;
    QTest::newRow("trash-put") << u"restore"_s << u"trash-put"_s << 1;
    QTest::newRow("trash-renamed") << u"restore"_s << u"trash-renamed"_s << 1;
    QTest::newRow("view-unref") << u"restore"_s << u"view-unref"_s << 1;
    QTest::newRow("view-unlinked") << u"restore"_s << u"view-unlinked"_s << 1;
    QTest::newRow("trash-purge") << u"purge"_s << u"trash-purge"_s << 1;
}

/// kill -9 at each step, then the same again without it.
void StoreCrashTest::killedAnywhere()
{
    QFETCH(const QString, what);
    QFETCH(const QString, point);
    QFETCH(const int, times);
    // Of a step that comes by often: the first, the second, the last.
    for (int n : QSet<int>{1, std::min(2, times), times}) {
        const QTemporaryDir dir;
        const QString folder = dir.filePath(u"store"_s);
        VERIFY_OK(Store::create(folder, u"test"_s));
        if (what != u"archive")
            QCOMPARE(runVictim(u"archive"_s, folder, {}).exitCode, 0);
        const Ran killed = runVictim(what, folder, u"%1:%2"_s.arg(point).arg(n));
        QVERIFY2(killed.crashed,
                 qPrintable(u"%1:%2 was not reached: "_s.arg(point).arg(n) + QString::fromUtf8(killed.err)));
        if (const QString trouble = broken(folder); !trouble.isEmpty())
            QFAIL(qPrintable(u"after %1:%2: "_s.arg(point).arg(n) + trouble));
        if (what == u"second")
            QVERIFY(holdsWhole(folder, 1));

        if (what == u"purge") {
            // What is left of it is nothing anybody sees.
            QCOMPARE(Trash(*Store::open(folder)).list()->size(), 0);
            COMPARE_CODE(Records(*Store::open(folder)).read(SnapshotKey::of(recordOfGeneration(1))), u"not_held"_s);
            continue;
        }
        const Ran again = runVictim(what, folder, {});
        QVERIFY2(again.exitCode == 0, again.err.constData());
        QCOMPARE(broken(folder), QString());
        QVERIFY(holdsWhole(folder, 1));
        if (what == u"second")
            QVERIFY(holdsWhole(folder, 2));
        const auto leftovers = QDir(folder + u"/hub/models--acme--tiny"_s)
                                   .entryList({u".hugger-tmp-*"_s}, QDir::AllEntries | QDir::Hidden | QDir::System);
        QCOMPARE(leftovers, QStringList());
    }
}

namespace {

struct Call {
    QString name;
    QString line;
};

/// The system calls of a victim that matter to a power cut, in their order, as strace -y tells them.
QList<Call> tracedCalls(const QString& what, const QString& folder, const QString& crashAt = {})
{
    const QString log = folder + u"/../strace.log"_s;
    run(u"strace"_s,
        {u"-f"_s, u"-y"_s, u"-s"_s, u"300"_s, u"-o"_s, log, u"-e"_s,
         u"trace=fsync,fdatasync,syncfs,rename,renameat,renameat2"_s, QCoreApplication::applicationFilePath(),
         u"--victim"_s, what, folder},
        // The leak checker cannot work under strace.
        folder, {u"ASAN_OPTIONS=detect_leaks=0"_s, u"HUGGER_CRASH_AT="_s + crashAt});
    QList<Call> calls;
    for (const QString& line : QString::fromUtf8(readFile(log)).split(u'\n')) {
        const QString text = line.section(u' ', 1).trimmed();
        if (text.contains(u'('))
            calls.append({text.section(u'(', 0, 0), text});
    }
    return calls;
}

qsizetype indexOf(const QList<Call>& calls, const std::function<bool(const Call&)>& matches)
{
    return std::ranges::find_if(calls, matches) - calls.begin();
}

bool isSync(const Call& call)
{
    return call.name == u"fsync" || call.name == u"fdatasync";
}

} // namespace

void StoreCrashTest::everythingIsSyncedBeforeItIsClaimed_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("first archive") << u"archive"_s;
    QTest::newRow("second commit") << u"second"_s;
}

/// The order that makes a power cut harmless: content, then its name, then the folder of the name, then the record.
void StoreCrashTest::everythingIsSyncedBeforeItIsClaimed()
{
    QFETCH(const QString, what);
    if (QStandardPaths::findExecutable(u"strace"_s).isEmpty())
        QSKIP("strace is not installed");
    const QTemporaryDir dir;
    const QString folder = dir.filePath(u"store"_s);
    VERIFY_OK(Store::create(folder, u"test"_s));
    if (what == u"second")
        QCOMPARE(runVictim(u"archive"_s, folder, {}).exitCode, 0);
    const auto calls = tracedCalls(what, folder);
    if (calls.isEmpty())
        QSKIP("strace may not trace here");

    const auto firstObject = indexOf(calls, [](const Call& call) {
        return call.name.startsWith(u"rename"_s) && call.line.contains(u"/objects/sha256/"_s);
    });
    const auto volume =
        indexOf(calls, [](const Call& call) { return call.name == u"syncfs" && call.line.endsWith(u"= 0"_s); });
    const auto record = indexOf(calls, [](const Call& call) {
        return call.name.startsWith(u"rename"_s) && call.line.endsWith(u"record.json\") = 0"_s);
    });
    const auto sums = indexOf(calls, [](const Call& call) {
        return call.name.startsWith(u"rename"_s) && call.line.endsWith(u"SHA256SUMS\") = 0"_s);
    });
    QVERIFY(firstObject < calls.size());
    QVERIFY(record < calls.size());
    QVERIFY2(volume < firstObject, "the contents of many small files are synced before the first gets its name");
    QVERIFY(sums < record);
    for (const auto& [path, bytes] : contentsOf(what == u"second" ? 2 : 1)) {
        const QString prefix = u"/objects/sha256/"_s + QString::fromLatin1(sha256Hex(bytes).first(2));
        const auto named = indexOf(calls, [&](const Call& call) {
            return call.name.startsWith(u"rename"_s) && call.line.contains(QString::fromLatin1(sha256Hex(bytes)));
        });
        const auto synced = std::find_if(calls.begin() + (named < calls.size() ? named : 0), calls.end(),
                                         [&](const Call& call) {
                                             return isSync(call) && call.line.contains(QString(prefix + u">)"_s));
                                         })
            - calls.begin();
        QVERIFY2(synced < record,
                 qPrintable(u"the folder of %1 is synced after the rename and before the record"_s.arg(path)));
    }
    const auto recordSynced =
        indexOf(calls, [](const Call& call) { return isSync(call) && call.line.contains(u"record.json."_s); });
    QVERIFY2(recordSynced < record, "the record's bytes are synced before it gets its name");
    const QString recordFolder = QFileInfo(calls[record].line.section(u'"', 3, 3)).path();
    const bool folderSynced = std::any_of(calls.begin() + record, calls.end(), [&](const Call& call) {
        return isSync(call) && call.line.contains(QString(recordFolder + u">)"_s));
    });
    QVERIFY2(folderSynced, "the record's folder is synced after it got its name");
}

/// A process killed between rename and sync leaves objects whose names a power cut can take. Whoever records them next
/// must not rely on them.
void StoreCrashTest::namesOfAKilledProcessAreSyncedToo()
{
    if (QStandardPaths::findExecutable(u"strace"_s).isEmpty())
        QSKIP("strace is not installed");
    const QTemporaryDir dir;
    const QString folder = dir.filePath(u"store"_s);
    const auto store = Store::create(folder, u"test"_s);
    VERIFY_OK(store);
    QVERIFY(runVictim(u"archive"_s, folder, u"admit-renamed:%1"_s.arg(smallFiles + 1)).crashed);
    const auto calls = tracedCalls(u"archive"_s, folder);
    if (calls.isEmpty())
        QSKIP("strace may not trace here");
    const auto record = indexOf(calls, [](const Call& call) {
        return call.name.startsWith(u"rename"_s) && call.line.endsWith(u"record.json\") = 0"_s);
    });
    QVERIFY(record < calls.size());
    for (const auto& [path, bytes] : contentsOf(1)) {
        const QString prefix = QString::fromLatin1(sha256Hex(bytes).first(2));
        const auto synced = indexOf(calls, [&](const Call& call) {
            return isSync(call) && call.line.contains(QString(u"/objects/sha256/"_s + prefix + u">)"_s));
        });
        QVERIFY2(synced < record, qPrintable(path));
    }
    const auto top =
        indexOf(calls, [](const Call& call) { return isSync(call) && call.line.contains(u"/objects/sha256>)"_s); });
    QVERIFY(top < record);
}

void StoreCrashTest::fullDisk()
{
    const QTemporaryDir dir;
    const QByteArray place = QFile::encodeName(dir.path());
    // A mount of our own that nobody else sees and that goes with this process; first as root, else in a user
    // namespace.
    if (::unshare(CLONE_NEWNS) != 0 && ::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
        QSKIP("this process may not have a mount namespace of its own");
    (void)::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
    if (::mount("tmpfs", place.constData(), "tmpfs", 0, "size=1m") != 0)
        QSKIP("this process may not mount a tmpfs");

    const QString folder = dir.filePath(u"store"_s);
    const auto store = Store::create(folder, u"test"_s);
    VERIFY_OK(store);
    VERIFY_OK(archive(*store, 1));
    const auto held = hold(*store, contentsOf(2));
    VERIFY_OK(held);

    // Not a block is left: the second record cannot be written.
    QFile filler(dir.filePath(u"filler"_s));
    QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (filler.write(QByteArray(4096, 'x')) > 0) {}
    const Record record = recordOfGeneration(2);
    const auto full = Records(*store).write(record, {});
    COMPARE_CODE(full, u"disk_full"_s);
    QCOMPARE(full.error().kind, ErrorKind::Disk);
    QCOMPARE(full.error().retry, Retry::NeedsUser);
    QCOMPARE(broken(folder), QString());
    QVERIFY(holdsWhole(folder, 1));
    COMPARE_CODE(Records(*store).read(SnapshotKey::of(record)), u"not_held"_s);
    const auto view = HubView(*store).publish(record, {});
    COMPARE_CODE(view, u"disk_full"_s);
    QCOMPARE(broken(folder), QString());
    QVERIFY(holdsWhole(folder, 1));

    // With room, the same call goes through.
    QVERIFY(filler.resize(0));
    VERIFY_OK(Records(*store).write(record, {}));
    VERIFY_OK(HubView(*store).publish(record, {}));
    QVERIFY(holdsWhole(folder, 2));
    QCOMPARE(broken(folder), QString());
    filler.close();
    ::umount2(place.constData(), MNT_DETACH);
}

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments[1] == u"--victim")
        return victim(arguments[2], arguments[3]);
    StoreCrashTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_storecrash.moc"
