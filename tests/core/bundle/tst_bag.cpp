// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../store/storefixture.h"
#include "bundle/bag.h"
#include "bundle/bundleindex.h"

using namespace hugger;
using namespace hugger::test;

namespace {

const QByteArray hashA(64, 'a');
const QByteArray hashB(64, 'b');

} // namespace

class TestBag : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void declarationIsReadBack()
    {
        VERIFY_OK(checkBagDeclaration(bagDeclaration()));
        VERIFY_OK(checkBagDeclaration("\xef\xbb\xbf"
                                      "BagIt-Version: 0.97\r\nTag-File-Character-Encoding: utf-8\r\n"));
    }

    void declarationsThatAreNoneAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no version") << QByteArray("Hello\nTag-File-Character-Encoding: UTF-8\n");
        QTest::newRow("too old") << QByteArray("BagIt-Version: 0.92\nTag-File-Character-Encoding: UTF-8\n");
        QTest::newRow("too new") << QByteArray("BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n");
        QTest::newRow("no encoding") << QByteArray("BagIt-Version: 1.0\n");
        QTest::newRow("UTF-16") << QByteArray("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-16\n");
    }

    void declarationsThatAreNoneAreRefused()
    {
        QFETCH(QByteArray, text);
        COMPARE_CODE(checkBagDeclaration(text), u"bad_bundle"_s);
    }

    void infoIsReadBack()
    {
        const QList<BagFact> facts{{u"Payload-Oxum"_s, u"12.3"_s}, {u"External-Identifier"_s, u"models/ä/b"_s}};
        const auto read = parseBagInfo(bagInfo(facts));
        VERIFY_OK(read);
        QCOMPARE(*read, facts);
        const auto oxum = payloadOxum(*read);
        VERIFY_OK(oxum);
        QCOMPARE(*oxum, (PayloadOxum{12, 3}));
    }

    void infoOfOtherToolsIsRead()
    {
        const auto read = parseBagInfo("Source: a long\r\n  story\r\n\r\nPAYLOAD-OXUM: 7.1\r\nContact: a:b");
        VERIFY_OK(read);
        QCOMPARE(*read,
                 (QList<BagFact>{
                     {u"Source"_s, u"a long story"_s}, {u"PAYLOAD-OXUM"_s, u"7.1"_s}, {u"Contact"_s, u"a:b"_s}}));
        QCOMPARE(payloadOxum(*read).value_or(std::nullopt), (PayloadOxum{7, 1}));
        QCOMPARE(payloadOxum({}).value_or(PayloadOxum{}), std::nullopt);
        COMPARE_CODE(payloadOxum({{u"Payload-Oxum"_s, u"many"_s}}), u"bad_bundle"_s);
        COMPARE_CODE(parseBagInfo("no colon\n"), u"bad_bundle"_s);
    }

    void manifestIsReadBack()
    {
        const auto read =
            parseManifest(manifestLine(hashA, "data/a b") + manifestLine(hashB, "data/ü"), u"manifest-sha256.txt"_s);
        VERIFY_OK(read);
        QCOMPARE(*read, (std::vector<ManifestLine>{{hashA, "data/a b"}, {hashB, "data/ü"}}));
    }

    void manifestsOfOtherToolsAreRead()
    {
        const auto read = parseManifest("\xef\xbb\xbf" + hashA.toUpper() + " *./data/a\r\n\r\n" + hashB + "\tdata/b\r"
                                            + hashB + "      data/c ",
                                        u"tagmanifest-sha256.txt"_s);
        VERIFY_OK(read);
        QCOMPARE(*read, (std::vector<ManifestLine>{{hashA, "data/a"}, {hashB, "data/b"}, {hashB, "data/c "}}));
        VERIFY_OK(parseManifest(QByteArray(128, '0') + "  data/a", u"manifest-sha512.txt"_s));
        VERIFY_OK(parseManifest(QByteArray(32, '0') + "  data/a", u"manifest-md5.txt"_s));
    }

    void manifestsThatAreNoneAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no hash") << QByteArray("data/a\n");
        QTest::newRow("short hash") << QByteArray(hashA.chopped(1) + "  data/a\n");
        QTest::newRow("long hash") << QByteArray(hashA + "a  data/a\n");
        QTest::newRow("no path") << QByteArray(hashA + "  \n");
        QTest::newRow("cut in the hash") << QByteArray(hashA + "  data/a\n" + hashB.first(20));
        QTest::newRow("twice") << QByteArray(hashA + "  data/a\n" + hashB + " *./data/a\n");
        QTest::newRow("no letters of hex") << QByteArray(QByteArray(64, 'g') + "  data/a\n");
    }

    void manifestsThatAreNoneAreRefused()
    {
        QFETCH(QByteArray, text);
        COMPARE_CODE(parseManifest(text, u"manifest-sha256.txt"_s), u"bad_bundle"_s);
        COMPARE_CODE(parseManifest({}, u"manifest-crc32.txt"_s), u"bad_bundle"_s);
    }

    void percentSignsHaveTwoReadings()
    {
        QCOMPARE(bagPathReadings("data/a"), (QList<QByteArray>{"data/a"}));
        QCOMPARE(bagPathReadings("data/50%"), (QList<QByteArray>{"data/50%"}));
        QCOMPARE(bagPathReadings("data/%2541%0a%0D"), (QList<QByteArray>{"data/%2541%0a%0D", "data/%41\n\r"}));
    }

    void otherNamesAreReadBack()
    {
        const OtherName one{hashA, "data/models/a/b: c", "data/objects/" + hashA};
        const auto read = parseOtherNames(otherNameLine(one));
        VERIFY_OK(read);
        QCOMPARE(*read, std::vector{one});
        const QList<QByteArray> bad{hashA + "\ta\n", hashA.chopped(1) + "\ta\tb\n", hashA + "\t\tb\n", "\n"};
        for (const QByteArray& text : bad)
            COMPARE_CODE(parseOtherNames(text), u"bad_bundle"_s);
    }

    void indexIsReadBack()
    {
        BundleIndex index{u"hugger \"0\""_s, u"2026-11-20T21:30:23Z"_s, {}, 2, 30, {{hashA, 5}, {hashB, 0}}};
        index.snapshots = {{{{RepoKind::Dataset, u"acme/tiny"_s}, commitOf('1')}, u"main"_s, u"mit"_s, 2, 30, true},
                           {{{RepoKind::Model, u"gpt2"_s}, commitOf('2')}, {}, {}, 0, 0, false}};
        const auto read = BundleIndex::fromBytes(index.toBytes());
        VERIFY_OK(read);
        QCOMPARE(*read, index);
        const BundleIndex empty;
        QCOMPARE(BundleIndex::fromBytes(empty.toBytes()).value_or(index), empty);
    }

    void indexesThatAreNoneAreRefused()
    {
        BundleIndex index;
        index.snapshots = {{{{RepoKind::Model, u"../x"_s}, commitOf('1')}, {}, {}, 0, 0, false}};
        COMPARE_CODE(BundleIndex::fromBytes(index.toBytes()), u"bad_bundle"_s);
        index.snapshots = {};
        index.needs = {{"abc", 1}};
        COMPARE_CODE(BundleIndex::fromBytes(index.toBytes()), u"bad_bundle"_s);
        COMPARE_CODE(BundleIndex::fromBytes("{}"), u"bad_bundle"_s);
        COMPARE_CODE(BundleIndex::fromBytes("{"), u"bad_bundle"_s);
        COMPARE_CODE(BundleIndex::fromBytes(R"({"format": 2})"), u"bundle_newer"_s);
    }

    void foldersAreNamedAsInAStore()
    {
        const SnapshotKey key{{RepoKind::Space, u"acme/app"_s}, commitOf('3')};
        QCOMPARE(bundleRecordFolder(key), "records/spaces/acme/app/" + commitOf('3') + '/');
        QCOMPARE(bundlePayloadFolder(key), "data/spaces/acme/app/" + commitOf('3') + '/');
    }
};

QTEST_GUILESS_MAIN(TestBag)
#include "tst_bag.moc"
