// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle/archivereader.h"

#include "base/files.h"
#include "base/format.h"
#include "base/say.h"

#include <QtCore/QFile>
#include <QtCore/QtEndian>

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <array>
#include <cerrno>
#include <clocale>
#include <fcntl.h>
#include <sys/stat.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr std::size_t blockBytes = 1024 * 1024;
constexpr std::array<char, 64 * 1024> zeros{};
constexpr qint64 tarEndBytes = 1024;
constexpr qint64 zipEndRecord = 22; ///< and a comment of up to 65,535 bytes after it
constexpr qint64 zipEndBytes = zipEndRecord + 65535;

/// libarchive turns names into the charset of the thread's locale: here they are UTF-8 whatever the user's is.
class Utf8Names final {
public:
    Utf8Names()
        : m_before(::uselocale(utf8()))
    {
    }
    ~Utf8Names() { ::uselocale(m_before); }
    Q_DISABLE_COPY_MOVE(Utf8Names)

private:
    static locale_t utf8()
    {
        static const locale_t made = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
        return made;
    }
    locale_t m_before;
};

QString troubleOf(archive_entry* entry)
{
    if (archive_entry_hardlink(entry))
        return Say::tr("it is a hard link");
    if (archive_entry_is_encrypted(entry) != 0)
        return Say::tr("it is encrypted");
    switch (archive_entry_filetype(entry)) {
    case AE_IFDIR:
        return {};
    case AE_IFREG:
        // What it would run as is never kept; a bundle that has it was not made for this.
        return (archive_entry_perm(entry) & (S_ISUID | S_ISGID | S_ISVTX)) != 0
            ? Say::tr("it is marked to run with the rights of its owner (setuid, setgid or sticky)")
            : QString();
    case AE_IFLNK:
        return Say::tr("it is a symbolic link");
    case AE_IFCHR:
    case AE_IFBLK:
        return Say::tr("it is a device");
    case AE_IFIFO:
        return Say::tr("it is a named pipe");
    default:
        return Say::tr("it is neither a file nor a folder");
    }
}

} // namespace

void ArchiveReader::Free::operator()(archive* reader) const
{
    ::archive_read_free(reader);
}

Done ArchiveReader::prepare(BundleFormat format)
{
    m_archive.reset(::archive_read_new());
    archive* const reader = m_archive.get();
    int result = reader ? ARCHIVE_OK : ARCHIVE_FATAL;
    const auto enable = [&](int (*support)(archive*)) {
        if (result == ARCHIVE_OK)
            result = support(reader);
    };
    switch (format) {
    case BundleFormat::Zip:
        // By its list at the end: what another reader of the file would see, and whole or not at all.
        enable(::archive_read_support_format_zip_seekable);
        break;
    case BundleFormat::TarZst:
        enable(::archive_read_support_filter_zstd);
        enable(::archive_read_support_format_tar);
        break;
    case BundleFormat::TarGz:
        enable(::archive_read_support_filter_gzip);
        enable(::archive_read_support_format_tar);
        break;
    case BundleFormat::Tar:
    case BundleFormat::Folder:
        enable(::archive_read_support_format_tar);
        break;
    }
    if (result == ARCHIVE_OK)
        return {};
    return fail(ErrorKind::Failed, u"no_reader"_s,
                Say::tr("This installation of libarchive cannot read %1. Install a complete one.")
                    .arg(bundleFormatName(format)));
}

Expected<std::unique_ptr<BundleReader>> ArchiveReader::open(const BundleSource& source)
{
    const Utf8Names utf8;
    auto reader = std::make_unique<ArchiveReader>();
    reader->m_source = source;
    if (const auto ok = reader->prepare(source.format); !ok)
        return std::unexpected(ok.error());
    QByteArrayList names;
    for (const QString& file : source.files)
        names.append(QFile::encodeName(file));
    std::vector<const char*> pointers;
    for (const QByteArray& name : std::as_const(names))
        pointers.push_back(name.constData());
    pointers.push_back(nullptr);
    if (::archive_read_open_filenames(reader->m_archive.get(), pointers.data(), blockBytes) != ARCHIVE_OK)
        return reader->unreadable();
    return reader;
}

Expected<std::unique_ptr<BundleReader>> ArchiveReader::open(QByteArrayView bytes, BundleFormat format)
{
    const Utf8Names utf8;
    auto reader = std::make_unique<ArchiveReader>();
    if (const auto ok = reader->prepare(format); !ok)
        return std::unexpected(ok.error());
    const auto size = static_cast<std::size_t>(bytes.size());
    if (::archive_read_open_memory(reader->m_archive.get(), bytes.data(), size) != ARCHIVE_OK)
        return reader->unreadable();
    return reader;
}

std::unexpected<Error> ArchiveReader::unreadable() const
{
    const char* const words = ::archive_error_string(m_archive.get());
    const QString detail = escapeForTerminal(QString::fromUtf8(words ? words : "").left(500));
    const int errnum = ::archive_errno(m_archive.get());
    if (errnum == EIO || errnum == ENXIO || errnum == ENODEV || errnum == ESTALE || errnum == EACCES)
        return std::unexpected(diskError(errnum, detail, m_source.shown));
    const QString place = m_name.isEmpty() ? m_source.shown : QString::fromUtf8(m_name);
    return refuseBundle(place, Say::tr("the bundle cannot be read there (%1): it is damaged or cut short").arg(detail),
                        detail);
}

Expected<QByteArray> ArchiveReader::lastBytes(qint64 most) const
{
    QByteArray end;
    for (auto file = m_source.files.crbegin(); file != m_source.files.crend() && end.size() < most; ++file) {
        const auto fd = openFile(*file, O_RDONLY);
        if (!fd)
            return std::unexpected(fd.error());
        struct stat status{};
        if (::fstat(fd->get(), &status) != 0)
            return std::unexpected(diskError(errno, u"stat"_s, *file));
        QByteArray part(std::min<qint64>(most - end.size(), status.st_size), Qt::Uninitialized);
        const auto got = readAt(fd->get(), part.data(), part.size(), status.st_size - part.size(), *file);
        if (!got)
            return std::unexpected(got.error());
        end.prepend(part.first(*got));
    }
    return end;
}

/// What libarchive does not look at: a tar without the zeros it ends with is whole to it, and so is a zip of which it
/// left entries out that share their bytes with others.
Done ArchiveReader::checkEnd() const
{
    if (m_source.files.isEmpty())
        return {};
    if (m_source.format == BundleFormat::Tar) {
        const auto end = lastBytes(tarEndBytes);
        if (!end)
            return std::unexpected(end.error());
        if (end->size() < tarEndBytes || std::ranges::any_of(*end, [](char c) { return c != 0; }))
            return refuseBundle(m_source.shown, Say::tr("it is cut short"));
    } else if (m_source.format == BundleFormat::Zip) {
        const auto end = lastBytes(zipEndBytes);
        if (!end)
            return std::unexpected(end.error());
        const qsizetype at = end->lastIndexOf("PK\x05\x06");
        const bool isThere = at >= 0 && end->size() - at >= zipEndRecord;
        const qint64 said = isThere ? qFromLittleEndian<quint16>(end->constData() + at + 10) : -1;
        // All ones: the number is elsewhere, since it is larger.
        if (said != 0xFFFF && said != m_entries)
            return refuseBundle(m_source.shown, Say::tr("its list has entries that share their bytes"));
    }
    return {};
}

Expected<std::optional<BundleReader::RawEntry>> ArchiveReader::nextRaw()
{
    const Utf8Names utf8;
    m_isRead = true;
    m_hole = m_at = m_size = 0;
    m_waiting = {};
    archive_entry* entry = nullptr;
    const int result = ::archive_read_next_header(m_archive.get(), &entry);
    if (result == ARCHIVE_EOF) {
        if (const auto ok = checkEnd(); !ok)
            return std::unexpected(ok.error());
        return std::nullopt;
    }
    // Also what libarchive only warns of: two lists of a zip that do not agree, names that are no text.
    if (result != ARCHIVE_OK) {
        const char* const name = entry && result == ARCHIVE_WARN ? ::archive_entry_pathname(entry) : nullptr;
        if (name)
            m_name = name;
        return unreadable();
    }
    ++m_entries;
    const char* const name = ::archive_entry_pathname(entry);
    m_name = name ? name : "";
    RawEntry raw{m_name, -1, ::archive_entry_filetype(entry) == AE_IFDIR, troubleOf(entry)};
    if (::archive_entry_size_is_set(entry) != 0)
        raw.size = m_size = ::archive_entry_size(entry);
    else if (raw.isFolder)
        raw.size = 0;
    m_isRead = raw.isFolder;
    m_hasHoles = ::archive_entry_sparse_count(entry) > 0;
    return raw;
}

Expected<QByteArrayView> ArchiveReader::read()
{
    const Utf8Names utf8;
    for (;;) {
        if (m_hole > 0) {
            const qint64 some = std::min<qint64>(m_hole, zeros.size());
            m_hole -= some;
            return QByteArrayView(zeros.data(), some);
        }
        if (!m_waiting.isEmpty())
            return std::exchange(m_waiting, QByteArrayView());
        if (m_isRead)
            return QByteArrayView();
        const void* block = nullptr;
        std::size_t size = 0;
        la_int64_t offset = 0;
        const int result = ::archive_read_data_block(m_archive.get(), &block, &size, &offset);
        if (result != ARCHIVE_OK && result != ARCHIVE_EOF)
            return unreadable();
        m_isRead = result == ARCHIVE_EOF;
        // Only a file with holes may end in one that nothing is said of.
        const qint64 begin = m_isRead ? (m_hasHoles ? m_size : m_at) : offset;
        const qint64 end = m_isRead ? m_size : offset + static_cast<qint64>(size);
        if (begin < m_at || end > m_size || (m_isRead && begin != m_size))
            return refuseBundle(QString::fromUtf8(m_name), Say::tr("its size is not the one that the bundle says"));
        m_hole = begin - m_at;
        if (!m_isRead)
            m_waiting = QByteArrayView(static_cast<const char*>(block), static_cast<qsizetype>(size));
        m_at = end;
    }
}

qint64 ArchiveReader::takenBytes() const
{
    return ::archive_filter_bytes(m_archive.get(), -1);
}

} // namespace hugger
