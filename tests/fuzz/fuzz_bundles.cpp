// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What `hugger import` is given: an archive of anybody, and the texts of a bundle.

#include "fuzz/require.h"

#include "base/foreignpath.h"
#include "bundle/bag.h"
#include "bundle/bundleindex.h"
#include "bundle/bundlereader.h"

#include <QtCore/QSet>

using namespace Qt::StringLiterals;
using namespace hugger;
using hugger::fuzz::require;

namespace {

constexpr qint64 mostBytes = 8 * 1024 * 1024; ///< a bomb is somebody else's concern

void checkRefusal(const Error& error)
{
    require(!error.code.isEmpty() && !error.message.isEmpty(), "a refusal says why");
}

void checkArchive(QByteArrayView bytes, BundleFormat format)
{
    auto reader = BundleReader::open(bytes, format);
    if (!reader)
        return checkRefusal(reader.error());
    QSet<QString> files;
    for (qint64 total = 0; total < mostBytes;) {
        const auto entry = (*reader)->next();
        if (!entry)
            return checkRefusal(entry.error());
        if (!*entry)
            return;
        const BundleEntry& file = **entry;
        require(foreignPathTrouble(file.path, {.bytes = 2048, .segments = 72}).isEmpty(), "its name is safe");
        require(file.size >= 0 && (!file.isFolder || file.size == 0), "its size is one");
        if (file.isFolder)
            continue;
        require(!files.contains(file.path), "no file comes twice");
        files.insert(file.path);
        qint64 at = 0;
        for (; total < mostBytes;) {
            const auto block = (*reader)->read();
            if (!block)
                return checkRefusal(block.error());
            if (block->isEmpty()) {
                require(at == file.size, "all of it came, and no more");
                break;
            }
            at += block->size();
            total += block->size();
            require(at <= file.size, "no more comes than was said");
        }
    }
}

void checkTexts(const QByteArray& bytes)
{
    for (const QString& name : {u"manifest-sha256.txt"_s, u"tagmanifest-sha512.txt"_s}) {
        const auto lines = parseManifest(bytes, name);
        if (!lines) {
            checkRefusal(lines.error());
            continue;
        }
        for (const ManifestLine& line : *lines) {
            require(line.hash.size() == bagHashDigits(*bagHashOf(name)), "a hash is whole");
            require(!line.path.isEmpty() && !bagPathReadings(line.path).isEmpty(), "a line names a file");
        }
    }
    if (const auto facts = parseBagInfo(bytes)) {
        const auto oxum = payloadOxum(*facts);
        require(!oxum || !*oxum || ((*oxum)->bytes >= 0 && (*oxum)->files >= 0), "sums are no debts");
    }
    if (const auto ok = checkBagDeclaration(bytes); !ok)
        checkRefusal(ok.error());
    if (const auto names = parseOtherNames(bytes); !names)
        checkRefusal(names.error());
    const auto index = BundleIndex::fromBytes(bytes);
    if (!index)
        return checkRefusal(index.error());
    const auto again = BundleIndex::fromBytes(index->toBytes());
    require(again && *again == *index, "what was understood means the same when it is written anew");
}

} // namespace

/// The first byte says what the rest is.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char*>(data) + 1, static_cast<qsizetype>(size - 1));
    switch (data[0]) {
    case 't':
        checkArchive(bytes, BundleFormat::Tar);
        break;
    case 'z':
        checkArchive(bytes, BundleFormat::TarZst);
        break;
    case 'g':
        checkArchive(bytes, BundleFormat::TarGz);
        break;
    case 'p':
        checkArchive(bytes, BundleFormat::Zip);
        break;
    default:
        checkTexts(bytes);
    }
    return 0;
}
