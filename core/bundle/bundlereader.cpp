// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle/bundlereader.h"

#include "base/files.h"
#include "base/foreignpath.h"
#include "base/format.h"
#include "base/say.h"
#include "bundle/archivereader.h"
#include "bundle/folderreader.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QHashFunctions>
#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>
#include <QtCore/QStringDecoder>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

/// The folder of the bundle, data/models/org/name/<commit>/, and then a path of a listing.
constexpr PathLimits entryLimits{.bytes = 2048, .segments = 72};
constexpr qint64 headBytes = 512;
constexpr qsizetype shownChars = 200;

QString shownName(const QString& name)
{
    return escapeForTerminal(name.size() > shownChars ? name.left(shownChars) + u"..."_s : name);
}

QString volumeName(const QString& base, qsizetype number)
{
    return base + u'.' + QString::number(number).rightJustified(3, u'0');
}

std::unexpected<Error> missingVolume(const QString& volume)
{
    return refuseBundle(volume, Say::tr("this part of the bundle is missing; put all its parts into one folder"));
}

/// All parts that belong together; those after a gap and those that the list of parts names must be there.
Expected<QStringList> volumesOf(const QString& base)
{
    QStringList volumes;
    while (QFileInfo(volumeName(base, volumes.size() + 1)).isFile())
        volumes.append(volumeName(base, volumes.size() + 1));
    static const QRegularExpression number(u"^\\d{3,9}$"_s);
    const QFileInfo info(base);
    qsizetype last = volumes.size();
    for (const QString& name : info.dir().entryList({info.fileName() + u".*"_s}, QDir::Files | QDir::Hidden)) {
        const QString ending = name.sliced(info.fileName().size() + 1);
        if (number.match(ending).hasMatch())
            last = std::max(last, ending.toLongLong());
    }
    const auto list = readAll(base + u".sha256"_s, 16 * 1024 * 1024);
    if (list)
        last = std::max(last, list->count('\n'));
    if (last > volumes.size())
        return missingVolume(volumeName(base, volumes.size() + 1));
    return volumes;
}

std::optional<BundleFormat> formatOf(QByteArrayView head)
{
    if (head.startsWith("PK\x03\x04"))
        return BundleFormat::Zip;
    if (head.startsWith("\x1f\x8b"))
        return BundleFormat::TarGz;
    if (head.startsWith("\x28\xb5\x2f\xfd"))
        return BundleFormat::TarZst;
    if (head.size() == headBytes && head.sliced(257).startsWith("ustar"))
        return BundleFormat::Tar;
    return std::nullopt;
}

Expected<QByteArray> headOf(const QString& file)
{
    const auto fd = openFile(file, O_RDONLY);
    if (!fd)
        return std::unexpected(fd.error());
    QByteArray head(headBytes, Qt::Uninitialized);
    const auto got = readAt(fd->get(), head.data(), head.size(), 0, file);
    if (!got)
        return std::unexpected(got.error());
    head.truncate(*got);
    return head;
}

} // namespace

std::unexpected<Error> refuseBundle(const QString& entry, const QString& why, const QString& detail)
{
    //: %1 is a name, %2 what is wrong with it.
    return fail(ErrorKind::Integrity, u"bad_bundle"_s,
                Say::tr("The bundle is refused because of \"%1\": %2. Nothing of it is kept. Get it again from where "
                        "it was made, or have it made anew.")
                    .arg(shownName(entry), why),
                detail);
}

std::unexpected<Error> refuseCount(const QString& entry, qsizetype most)
{
    return refuseBundle(
        entry, Say::tr("a bundle may have up to %1 files and folders, and it has more").arg(QLocale().toString(most)));
}

Expected<BundleSource> findBundle(const QString& source)
{
    static const QRegularExpression volume(u"^(.+)\\.(\\d{3,9})$"_s);
    const QString place = QDir::cleanPath(source);
    const auto match = volume.match(place);
    QStringList files;
    // Any part leads to all of them, and so does the name they have in common.
    const QString base = match.hasMatch() ? match.captured(1) : place;
    const QFileInfo info(place);
    if ((match.hasMatch() || !info.exists()) && QFileInfo(volumeName(base, 1)).isFile()) {
        auto volumes = volumesOf(base);
        if (!volumes)
            return std::unexpected(volumes.error());
        files = *std::move(volumes);
    } else if (match.hasMatch() && match.captured(2).toLongLong() > 1 && !info.isDir()
               && !QFileInfo::exists(volumeName(base, 1)) && QFileInfo(volumeName(base, 2)).isFile()) {
        return missingVolume(volumeName(base, 1));
    } else if (!info.exists()) {
        return fail(ErrorKind::NotFound, u"no_such_file"_s,
                    Say::tr("%1 is not there. Look for the name of the bundle, and whether its disk is plugged in.")
                        .arg(source));
    } else if (info.isDir()) {
        return BundleSource{source, BundleFormat::Folder, {place}, 0};
    } else {
        files = {place};
    }
    const auto notOne = [&source] {
        return fail(ErrorKind::Usage, u"not_a_bundle"_s,
                    Say::tr("%1 is no bundle: not a folder, and no .tar, .tar.zst, .tar.gz or .zip by its first bytes.")
                        .arg(source));
    };
    BundleSource found{source, BundleFormat::Tar, files, 0};
    for (const QString& file : std::as_const(files)) {
        // Never a pipe or device: opening one may block for ever.
        if (!QFileInfo(file).isFile())
            return notOne();
        found.bytes += QFileInfo(file).size();
    }
    QByteArray head;
    for (const QString& file : std::as_const(files)) {
        auto more = headOf(file);
        if (!more)
            return std::unexpected(more.error());
        head += *more;
        if (head.size() >= headBytes)
            break;
    }
    const auto format = formatOf(head.left(headBytes));
    if (!format)
        return notOne();
    found.format = *format;
    return found;
}

Expected<std::unique_ptr<BundleReader>> BundleReader::open(const BundleSource& source)
{
    if (source.format == BundleFormat::Folder)
        return FolderReader::open(source.files.constFirst());
    return ArchiveReader::open(source);
}

Expected<std::unique_ptr<BundleReader>> BundleReader::open(QByteArrayView archive, BundleFormat format)
{
    return ArchiveReader::open(archive, format);
}

Expected<std::optional<BundleEntry>> BundleReader::next()
{
    for (;;) {
        auto raw = nextRaw();
        if (!raw)
            return std::unexpected(raw.error());
        if (!*raw)
            return std::nullopt;
        while ((*raw)->name.startsWith("./"))
            (*raw)->name.remove(0, 2);
        while ((*raw)->isFolder && (*raw)->name.endsWith('/') && (*raw)->name.size() > 1)
            (*raw)->name.chop(1);
        // `tar -C FOLDER .` begins with the folder itself.
        if ((*raw)->isFolder && ((*raw)->name.isEmpty() || (*raw)->name == ".") && (*raw)->trouble.isEmpty())
            continue;
        auto path = checkedName(**raw);
        if (!path)
            return std::unexpected(path.error());
        return BundleEntry{*std::move(path), (*raw)->isFolder ? 0 : (*raw)->size, (*raw)->isFolder};
    }
}

Expected<QString> BundleReader::checkedName(const RawEntry& raw)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString path = decoder.decode(raw.name);
    const QString shown = QString::fromUtf8(raw.name);
    if (++m_count > maxBundleEntries)
        return refuseCount(shown, maxBundleEntries);
    if (decoder.hasError())
        return refuseBundle(shown, Say::tr("its name is not valid Unicode"));
    if (const QString trouble = foreignPathTrouble(path, entryLimits); !trouble.isEmpty())
        return refuseBundle(shown, Say::tr("its name is not safe to store (%1)").arg(trouble));
    if (!raw.trouble.isEmpty())
        return refuseBundle(shown, raw.trouble);
    if (raw.size < 0)
        return refuseBundle(shown, Say::tr("it does not say how large it is"));

    const auto hashOf = [](QByteArrayView name) { return qHash(name, QHashSeed::globalSeed()); };
    const QString twice = Say::tr("its name is there as a file and as a folder");
    for (qsizetype slash = raw.name.indexOf('/'); slash > 0; slash = raw.name.indexOf('/', slash + 1)) {
        const size_t folder = hashOf(QByteArrayView(raw.name).first(slash));
        if (m_files.contains(folder))
            return refuseBundle(shown, twice);
        m_folders.insert(folder);
    }
    const size_t self = hashOf(raw.name);
    if (m_files.contains(self))
        return refuseBundle(shown, raw.isFolder ? twice : Say::tr("its name is there twice"));
    if (!raw.isFolder && m_folders.contains(self))
        return refuseBundle(shown, twice);
    (raw.isFolder ? m_folders : m_files).insert(self);
    return path;
}

} // namespace hugger
