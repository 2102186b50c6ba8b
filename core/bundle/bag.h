// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

#include <optional>
#include <vector>

namespace hugger {

/// The texts of a BagIt bag (RFC 8493), written and read. Reading takes what other tools write, too: every line ending,
/// a byte order mark, "*" before paths, "./" in front of them, hashes in capitals. Nothing here touches a disk. Every
/// failure is Integrity "bad_bundle" and names file and line.

/// bagit.txt as hugger writes it: version 1.0, UTF-8.
[[nodiscard]] QByteArray bagDeclaration();
/// Refuses what is no bagit.txt, versions before 0.93 and from 2.0 on, and any encoding but UTF-8.
[[nodiscard]] Done checkBagDeclaration(const QByteArray& text);

/// A line of bag-info.txt.
struct BagFact {
    QString label;
    QString value;
    bool operator==(const BagFact&) const = default;
};
[[nodiscard]] QByteArray bagInfo(const QList<BagFact>& facts);
/// In the order they have there; lines that are continued are joined by a space.
[[nodiscard]] Expected<QList<BagFact>> parseBagInfo(const QByteArray& text);
/// "Payload-Oxum: BYTES.FILES" of these facts, nothing when there is none. An error when it is not two numbers.
struct PayloadOxum {
    qint64 bytes = 0;
    qint64 files = 0;
    bool operator==(const PayloadOxum&) const = default;
};
[[nodiscard]] Expected<std::optional<PayloadOxum>> payloadOxum(const QList<BagFact>& facts);

/// The kinds of hash a manifest may have, weakest first.
enum class BagHash { Md5, Sha1, Sha256, Sha512 };
/// By the name of a manifest or tag manifest ("manifest-sha256.txt", "tagmanifest-md5.txt"); nothing for other names.
[[nodiscard]] std::optional<BagHash> bagHashOf(const QString& manifestName);
[[nodiscard]] qsizetype bagHashDigits(BagHash hash); ///< hex digits

/// A line of a manifest: what is the hash of which file.
struct ManifestLine {
    QByteArray hash; ///< lower-case hex
    QByteArray path; ///< UTF-8, below the bag's folder ("data/x"), as written there: see bagPathReadings()
    bool operator==(const ManifestLine&) const = default;
};
[[nodiscard]] QByteArray manifestLine(QByteArrayView hash, QByteArrayView path);
/// `name` is the manifest's, for its kind of hash and for errors. A path that occurs twice is refused; paths are not
/// looked at otherwise.
[[nodiscard]] Expected<std::vector<ManifestLine>> parseManifest(const QByteArray& text, const QString& name);
/// What a path of a manifest may mean, most likely first: as it stands, and with %0A, %0D and %25 decoded as RFC 8493
/// has it (Python's bagit decodes no %25, sha256sum nothing at all). One entry where there is no such thing in it.
[[nodiscard]] QList<QByteArray> bagPathReadings(const QByteArray& path);

/// A line of other-names.txt: the file `wanted` has the content of the file `at`, both below the bag's folder.
struct OtherName {
    QByteArray sha256; ///< of the content
    QByteArray wanted; ///< UTF-8: "data/models/org/name/<commit>/PATH"
    QByteArray at; ///< a path of the manifest
    bool operator==(const OtherName&) const = default;
};
/// The three, with a tab between each: no path that hugger holds has one.
[[nodiscard]] QByteArray otherNameLine(const OtherName& name);
[[nodiscard]] Expected<std::vector<OtherName>> parseOtherNames(const QByteArray& text);

} // namespace hugger
