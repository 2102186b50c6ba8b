// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundlefixture.h"

#include "bundle/bundlereader.h"

using namespace hugger;
using namespace hugger::test;

class TestBundleReader final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void aBundleIsWhatItsFirstBytesSay_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QString>("format");
        QTest::newRow("zip") << "PK\x03\x04"_ba << u"zip"_s;
        QTest::newRow("gzip") << "\x1f\x8b\x08"_ba << u"tar.gz"_s;
        QTest::newRow("zstd") << "\x28\xb5\x2f\xfd"_ba << u"tar.zst"_s;
        QTest::newRow("tar") << QByteArray(257, 'x') + "ustar" + QByteArray(250, '\0') << u"tar"_s;
        QTest::newRow("short tar") << QByteArray(257, 'x') + "ustar" << QString();
        QTest::newRow("text") << "hello"_ba << QString();
        QTest::newRow("nothing") << QByteArray() << QString();
    }
    void aBundleIsWhatItsFirstBytesSay()
    {
        QFETCH(QByteArray, head);
        QFETCH(QString, format);
        writeFile(at(u"bundle.rar"_s), head);
        const auto found = findBundle(at(u"bundle.rar"_s));
        if (format.isEmpty()) {
            COMPARE_CODE(found, u"not_a_bundle"_s);
            return;
        }
        VERIFY_OK(found);
        QCOMPARE(bundleFormatName(found->format), format);
        QCOMPARE(found->bytes, head.size());
    }

    void partsBelongTogether()
    {
        writeFile(at(u"x.zip.001"_s), "PK");
        writeFile(at(u"x.zip.002"_s), "\x03\x04");
        for (const QString& name : {u"x.zip.001"_s, u"x.zip.002"_s, u"x.zip"_s}) {
            const auto found = findBundle(at(name));
            VERIFY_OK(found);
            QCOMPARE(found->files, (QStringList{at(u"x.zip.001"_s), at(u"x.zip.002"_s)}));
            QCOMPARE(found->bytes, 4);
        }
        writeFile(at(u"x.zip.004"_s), "x");
        const auto gap = findBundle(at(u"x.zip.001"_s));
        COMPARE_CODE(gap, u"bad_bundle"_s);
        QVERIFY(gap.error().message.contains(u"x.zip.003"_s));
        // A name that only looks like a part is a name.
        writeFile(at(u"v1.100"_s), "PK\x03\x04");
        VERIFY_OK(findBundle(at(u"v1.100"_s)));
    }

    void whatTellsOfTheRestComesFirst()
    {
        for (const QString& path : {u"a/z"_s, u"data/m"_s, u"records/r"_s, u"zz"_s, u"bagit.txt"_s})
            writeFile(at(u"bag/"_s + path), path.toUtf8());
        const auto source = findBundle(at(u"bag"_s));
        VERIFY_OK(source);
        auto reader = BundleReader::open(*source);
        VERIFY_OK(reader);
        QStringList paths;
        for (;;) {
            const auto entry = (*reader)->next();
            VERIFY_OK(entry);
            if (!*entry)
                break;
            paths.append((*entry)->path);
            if ((*entry)->isFolder)
                continue;
            const auto bytes = (*reader)->read();
            VERIFY_OK(bytes);
            QCOMPARE(*bytes, (*entry)->path.toUtf8());
        }
        QCOMPARE(paths,
                 (QStringList{u"a"_s, u"a/z"_s, u"bagit.txt"_s, u"records"_s, u"records/r"_s, u"zz"_s, u"data"_s,
                              u"data/m"_s}));
    }

    void aFileThatChangesWhileItIsReadIsRefused()
    {
        writeFile(at(u"bag/file"_s), QByteArray(3'000'000, 'x'));
        auto reader = BundleReader::open({{}, BundleFormat::Folder, {at(u"bag"_s)}, 0});
        VERIFY_OK(reader);
        VERIFY_OK((*reader)->next());
        VERIFY_OK((*reader)->read());
        QVERIFY(QFile::resize(at(u"bag/file"_s), 2'000'000));
        Expected<QByteArrayView> more;
        do {
            more = (*reader)->read();
        } while (more && !more->isEmpty());
        COMPARE_CODE(more, u"bad_bundle"_s);
    }

private:
    [[nodiscard]] QString at(const QString& name) const { return m_dir->filePath(name); }
    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestBundleReader)
#include "tst_bundlereader.moc"
