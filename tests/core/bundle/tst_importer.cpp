// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundlefixture.h"

#include <QtCore/QDirIterator>

#include <QCoroTask>

#include <sys/stat.h>

using namespace hugger;
using namespace hugger::test;

namespace {

const QMap<QString, QByteArray> contents{{u"README.md"_s, "# Tiny\n"},
                                         {u"config.json"_s, "{}"},
                                         {u"empty"_s, ""},
                                         {u"sub/\u00fcber a:b%.txt"_s, "odd"},
                                         {u"model.safetensors"_s, QByteArray(3'000'000, 'w')}};

Record recordOfContents(const QString& id, char commit, const QMap<QString, QByteArray>& of = contents)
{
    QList<HeldFile> files;
    for (const auto& [path, bytes] : of.asKeyValueRange())
        files.append(fileOf(path, bytes, path.endsWith(u"safetensors"_s)));
    return recordOf(id, commitOf(commit), files);
}

HandBundle good()
{
    HandBundle bundle;
    bundle.add(recordOfContents(u"acme/tiny"_s, 'a'), contents);
    bundle.seal();
    return bundle;
}

} // namespace

class TestImporter final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_library = must(Library::open(m_dir->filePath(u"profile"_s), Library::Access::ReadWrite));
        m_store = must(m_library->store({}));
    }

    void aBundleComesInAsItWas()
    {
        good().write(at(u"bundle"_s));
        const auto look = lookIntoBundle({at(u"bundle"_s), {}, std::nullopt});
        VERIFY_OK(look);
        QCOMPARE(look->kind, BundleLook::Kind::Bundle);
        QCOMPARE(look->snapshots.size(), 1);
        QCOMPARE(look->snapshots.first().bytes, 3'000'012);
        auto progress = std::make_shared<WorkProgress>();
        const auto done = import(u"bundle"_s, progress);
        VERIFY_OK(done);
        QCOMPARE(done->files, 5);
        QCOMPARE(done->newBytes, 3'000'012);
        QCOMPARE(done->merged, 0);
        QCOMPARE(done->viewTrouble, QString());
        QCOMPARE(progress->bytesDone.load(), progress->bytesTotal.load());

        const Record wanted = recordOfContents(u"acme/tiny"_s, 'a');
        auto held = Records(*m_store).read(SnapshotKey::of(wanted));
        VERIFY_OK(held);
        QVERIFY(!held->verifiedAt.isEmpty());
        held->verifiedAt.clear();
        QCOMPARE(held->toBytes(), wanted.toBytes());
        for (const auto& [path, bytes] : contents.asKeyValueRange())
            QCOMPARE(readFile(HubView(*m_store).snapshotFolder(SnapshotKey::of(wanted)) + u'/' + path), bytes);
        QCOMPARE(readFile(Records(*m_store).folderOf(SnapshotKey::of(wanted)) + u"/hub/tree-0001.json"_s),
                 good().files[bundleRecordFolder(SnapshotKey::of(wanted)) + "hub/tree-0001.json"]);
        QVERIFY(nothingIsLeft());

        // A second time nothing is new, and nothing changes.
        const auto again = import(u"bundle"_s);
        VERIFY_OK(again);
        QCOMPARE(again->newBytes, 0);
        QCOMPARE(again->merged, 1);
        QVERIFY(nothingIsLeft());
    }

    void twoSnapshotsOfOneBundleComeInTogetherOrNotAtAll()
    {
        QMap<QString, QByteArray> second = contents;
        second[u"config.json"_s] = "{\"v\":2}";
        HandBundle bundle;
        bundle.add(recordOfContents(u"acme/tiny"_s, 'a'), contents);
        Record other = recordOfContents(u"acme/tiny"_s, 'b', second);
        other.refs = {u"v2"_s};
        bundle.add(other, second);
        bundle.seal();
        const QByteArray spoilt = bundle.pathOf(sha256Hex(second[u"config.json"_s]));
        HandBundle bad = bundle;
        bad.files[spoilt] = "{\"v\":3}";
        bad.write(at(u"bad"_s));
        const auto refused = import(u"bad"_s);
        COMPARE_CODE(refused, u"bad_bundle"_s);
        QVERIFY2(refused.error().message.contains(QString::fromUtf8(spoilt)), qPrintable(refused.error().message));
        QVERIFY(isEmpty());
        bundle.write(at(u"bundle"_s));
        VERIFY_OK(import(u"bundle"_s));
        QCOMPARE(rows().size(), 2);
    }

    void aPartIsJoinedWithWhatIsHeld()
    {
        QMap<QString, QByteArray> part = contents;
        part.remove(u"model.safetensors"_s);
        const qint64 all = contents.size();
        Record first = recordOfContents(u"acme/tiny"_s, 'a', part);
        first.listedFiles = all;
        first.listedBytes += 3'000'000;
        first.selections = {{{u"*.json"_s}, {}}};
        first.notes = u"mine"_s;
        HandBundle one;
        one.add(first, part);
        one.seal();
        one.write(at(u"one"_s));
        VERIFY_OK(import(u"one"_s));
        QVERIFY(!rows().first().complete);
        Record rest =
            recordOfContents(u"acme/tiny"_s, 'a', {{u"model.safetensors"_s, contents[u"model.safetensors"_s]}});
        rest.listedFiles = all;
        rest.listedBytes = recordOfContents(u"acme/tiny"_s, 'a').bytes();
        HandBundle two;
        two.add(rest, contents);
        two.seal();
        two.write(at(u"two"_s));
        const auto done = import(u"two"_s);
        VERIFY_OK(done);
        QCOMPARE(done->merged, 1);
        QVERIFY(rows().first().complete);
        const auto held = Records(*m_store).read(SnapshotKey::of(rest));
        VERIFY_OK(held);
        QCOMPARE(held->files.size(), all);
        QCOMPARE(held->notes, u"mine"_s);
    }

    void theSameCommitWithOtherBytesIsRefused()
    {
        good().write(at(u"bundle"_s));
        VERIFY_OK(import(u"bundle"_s));
        const auto before = rows();
        QMap<QString, QByteArray> lie = contents;
        lie[u"config.json"_s] = "{\"backdoor\":1}";
        HandBundle bundle;
        Record record = recordOfContents(u"acme/tiny"_s, 'a', lie);
        record.updatedAt = u"2027-01-01T00:00:00Z"_s;
        bundle.add(record, lie);
        bundle.seal();
        bundle.write(at(u"lie"_s));
        const auto refused = import(u"lie"_s);
        COMPARE_CODE(refused, u"bad_bundle"_s);
        QVERIFY(refused.error().message.contains(u"config.json"_s));
        QVERIFY(nothingIsLeft());
        QCOMPARE(m_store->objectState(sha256Hex(lie[u"config.json"_s]), 14), ObjectState::Missing);
    }

    void whatIsLeftOutMustBeHereAndGood()
    {
        HandBundle bundle;
        Record record = recordOfContents(u"acme/tiny"_s, 'b');
        bundle.add(record, contents, true);
        bundle.seal();
        bundle.write(at(u"rest"_s));
        const auto absent = import(u"rest"_s);
        COMPARE_CODE(absent, u"not_held_here"_s);
        QVERIFY(absent.error().detail.contains(u"3000012 bytes"_s));
        QVERIFY(isEmpty());
        good().write(at(u"bundle"_s));
        VERIFY_OK(import(u"bundle"_s));
        // One that is there and not right is as good as none.
        const QString object = m_store->objectPath(sha256Hex("odd"));
        const QByteArray was = readFile(object);
        QFile::setPermissions(object, QFile::ReadOwner | QFile::WriteOwner);
        writeFile(object, "0dd");
        COMPARE_CODE(import(u"rest"_s), u"not_held_here"_s);
        QCOMPARE(rows().size(), 1);
        // The whole bundle mends it.
        VERIFY_OK(import(u"bundle"_s));
        QCOMPARE(readFile(object), was);
        const auto done = import(u"rest"_s);
        VERIFY_OK(done);
        QCOMPARE(done->newBytes, 0);
        QCOMPARE(rows().size(), 2);
    }

    void anOlderSnapshotTakesNoNameAway()
    {
        HandBundle newer;
        Record record = recordOfContents(u"acme/tiny"_s, 'b');
        record.capturedAt = record.updatedAt = u"2026-12-01T00:00:00Z"_s;
        newer.add(record, contents);
        newer.seal();
        newer.write(at(u"newer"_s));
        VERIFY_OK(import(u"newer"_s));
        good().write(at(u"older"_s));
        VERIFY_OK(import(u"older"_s));
        const auto main = m_library->find({RepoKind::Model, u"acme/tiny"_s}, u"main"_s);
        VERIFY_OK(main);
        QCOMPARE(main->first().key.commit, commitOf('b'));
    }

    void aFolderBecomesASnapshotOfItsOwn()
    {
        for (const auto& [path, bytes] : contents.asKeyValueRange())
            writeFile(at(u"My  Models!/"_s + path), bytes);
        const auto look = lookIntoBundle({at(u"My  Models!"_s), {}, std::nullopt});
        VERIFY_OK(look);
        QCOMPARE(look->kind, BundleLook::Kind::Plain);
        QCOMPARE(look->snapshots.first().key.repo.id, u"local/My-Models"_s);
        QCOMPARE(look->payloadFiles, contents.size());
        VERIFY_OK(import(u"My  Models!"_s));
        const auto row = rows().first();
        QCOMPARE(row.key.repo.id, u"local/My-Models"_s);
        QVERIFY(row.complete);
        QByteArray lines;
        for (const auto& [path, bytes] : contents.asKeyValueRange())
            lines += sha256Hex(bytes) + "  " + path.toUtf8() + '\n';
        QCOMPARE(row.key.commit, sha256Hex(lines).first(40));
        const auto held = Records(*m_store).read(row.key);
        VERIFY_OK(held);
        QCOMPARE(held->endpoint, QString());
        QCOMPARE(held->revision, u"imported"_s);
        QCOMPARE(held->files.first().gitSha1, gitBlobSha1Hex(contents[held->files.first().path]));
        // It came from nowhere, so nowhere is asked whether it is still there.
        const auto watched = m_library->catalog().heldRepos();
        VERIFY_OK(watched);
        QVERIFY(watched->isEmpty());

        ImportWish as{at(u"My  Models!"_s), {}, RepoId{RepoKind::Dataset, u"acme/own"_s}};
        VERIFY_OK(run(as));
        QCOMPARE(rows().size(), 2);
        good().write(at(u"bundle"_s));
        as.source = at(u"bundle"_s);
        COMPARE_CODE(run(as), u"bad_as"_s);
    }

    void aBagOfAnotherToolComesIn_data()
    {
        QTest::addColumn<QByteArray>("manifest");
        QTest::newRow("sha256") << "manifest-sha256.txt"_ba;
        QTest::newRow("sha512") << "manifest-sha512.txt"_ba;
        QTest::newRow("md5") << "manifest-md5.txt"_ba;
    }
    void aBagOfAnotherToolComesIn()
    {
        QFETCH(QByteArray, manifest);
        const bool is512 = manifest.contains("512");
        const auto hashOf = [&](const QByteArray& bytes) {
            return is512                   ? QCryptographicHash::hash(bytes, QCryptographicHash::Sha512).toHex()
                : manifest.contains("md5") ? QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex()
                                           : sha256Hex(bytes);
        };
        HandBundle bag;
        bag.files["bagit.txt"] = "BagIt-Version: 0.97\r\nTag-File-Character-Encoding: UTF-8\r\n";
        for (const QByteArray name : {"a.txt", "sub/50%.txt"}) {
            bag.files["data/" + name] = "content of " + name;
            bag.files[manifest] +=
                hashOf("content of " + name) + "  data/" + QByteArray(name).replace("%", "%25") + '\n';
        }
        bag.files["tag" + manifest] = hashOf(bag.files["bagit.txt"]) + " bagit.txt\n";
        bag.write(at(u"bag"_s));
        if (manifest.contains("md5")) {
            COMPARE_CODE(import(u"bag"_s), u"bad_bundle"_s);
            return;
        }
        VERIFY_OK(import(u"bag"_s));
        const auto held = Records(*m_store).read(rows().first().key);
        VERIFY_OK(held);
        QCOMPARE(held->repo.id, u"local/bag"_s);
        QCOMPARE(held->files.size(), 2);
        QCOMPARE(held->files.last().path, u"sub/50%.txt"_s);

        for (const QByteArray name : {"data/a.txt", "bagit.txt"}) {
            HandBundle bad = bag;
            bad.files[name] += ' ';
            const QString folder = u"bad "_s + QString::fromLatin1(name).replace(u'/', u'-');
            bad.write(at(folder));
            const auto refused = import(folder);
            COMPARE_CODE(refused, u"bad_bundle"_s);
            QVERIFY(refused.error().message.contains(QString::fromLatin1(name)));
        }
    }

    void aFolderThatCannotBeTrustedIsRefused()
    {
        const auto refusedFor = [this](const QString& folder) {
            const auto refused = import(folder);
            return refused ? u"nothing"_s : refused.error().code + u' ' + refused.error().message;
        };
        writeFile(at(u"one/ok"_s), "x");
        QVERIFY(QFile::link(u"/etc/passwd"_s, at(u"one/sub"_s)));
        QVERIFY(refusedFor(u"one"_s).contains(u"\"sub\": it is a symbolic link; copy the folder with `cp -rL`"_s));
        writeFile(at(u"two/ok"_s), "x");
        QCOMPARE(::mkfifo(qPrintable(at(u"two/pipe"_s)), 0600), 0);
        QVERIFY(refusedFor(u"two"_s).contains(u"\"pipe\": it is neither a file nor a folder"_s));
        writeFile(at(u"three/ok"_s), "x");
        QCOMPARE(::chmod(qPrintable(at(u"three/ok"_s)), 04755), 0);
        QVERIFY(refusedFor(u"three"_s).contains(u"\"ok\": it is marked to run"_s));
        writeFile(at(u"four/.git/config"_s), "x");
        QVERIFY(refusedFor(u"four"_s).contains(u".git"_s));
        writeFile(at(u"five/ok"_s), "x");
        const QByteArray raw = QFile::encodeName(at(u"five/"_s)) + "\xff\xfe";
        QCOMPARE(::mkdir(raw.constData(), 0700), 0);
        QVERIFY(refusedFor(u"five"_s).contains(u"not valid Unicode"_s));
        QDir().mkpath(at(u"six/empty"_s));
        QVERIFY(refusedFor(u"six"_s).startsWith(u"not_a_bundle"_s));
        QVERIFY(refusedFor(u"seven"_s).startsWith(u"no_such_file"_s));
        QVERIFY(isEmpty());
    }

    void stoppedNothingStays()
    {
        good().write(at(u"bundle"_s));
        std::stop_source stop;
        stop.request_stop();
        const auto done = QCoro::waitFor(importBundle(*m_library, {at(u"bundle"_s), {}, std::nullopt}, m_pool,
                                                      std::make_shared<WorkProgress>(), stop.get_token()));
        COMPARE_CODE(done, u"interrupted"_s);
        QVERIFY(isEmpty());
    }

    void whatAKilledImportLeftGoesWhenTheLibraryIsOpened()
    {
        const QString left = m_store->folder() + u"/quarantine/import-0815"_s;
        writeFile(left + u"/0"_s, "x");
        writeFile(m_store->folder() + u"/quarantine/other.bad"_s, "x");
        m_library.reset();
        m_library = must(Library::open(m_dir->filePath(u"profile"_s), Library::Access::ReadWrite));
        QVERIFY(!QFileInfo::exists(left));
        QVERIFY(QFileInfo::exists(m_store->folder() + u"/quarantine/other.bad"_s));
    }

private:
    [[nodiscard]] QString at(const QString& name) const { return m_dir->filePath(name); }
    [[nodiscard]] Expected<Imported> run(
        const ImportWish& wish, const std::shared_ptr<WorkProgress>& progress = std::make_shared<WorkProgress>())
    {
        return QCoro::waitFor(importBundle(*m_library, wish, m_pool, progress, {}));
    }
    [[nodiscard]] Expected<Imported> import(
        const QString& name, const std::shared_ptr<WorkProgress>& progress = std::make_shared<WorkProgress>())
    {
        return run({at(name), {}, std::nullopt}, progress);
    }
    [[nodiscard]] QList<SnapshotRow> rows() const { return must(m_library->catalog().list({})); }
    [[nodiscard]] bool nothingIsLeft() const
    {
        return QDir(m_store->folder() + u"/quarantine"_s)
            .isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    /// Not one object, record, view or leftover.
    [[nodiscard]] bool isEmpty() const
    {
        QDirIterator files(m_store->folder(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        QStringList found;
        while (files.hasNext())
            found.append(files.next().sliced(m_store->folder().size() + 1));
        found.sort();
        return found == QStringList{u"HOW-TO-READ-THIS.txt"_s, u"hugger-store.json"_s} && rows().isEmpty()
            && nothingIsLeft();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Library> m_library;
    std::optional<Store> m_store;
    QThreadPool m_pool;
};

QTEST_GUILESS_MAIN(TestImporter)
#include "tst_importer.moc"
