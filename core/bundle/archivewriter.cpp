// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle/archivewriter.h"

#include "base/say.h"

#include <QtCore/QFileInfo>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <sys/stat.h>
#include <thread>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr unsigned mostThreads = 8; ///< each takes memory of its own

/// What the archive's folder is called: the file's name without its ending.
QByteArray rootOf(const QString& target)
{
    QString name = QFileInfo(target).fileName();
    for (const QLatin1StringView ending : {".tar.zst"_L1, ".tzst"_L1, ".tar.gz"_L1, ".tgz"_L1, ".tar"_L1, ".zip"_L1}) {
        if (name.endsWith(ending, Qt::CaseInsensitive)) {
            name.chop(ending.size());
            break;
        }
    }
    for (QChar& c : name) {
        if (QStringView(u"%:*?\"<>|\\").contains(c) || c.category() == QChar::Other_Control)
            c = u'_';
    }
    while (name.endsWith(u'.') || name.endsWith(u' '))
        name.chop(1);
    return (name.isEmpty() ? u"bundle"_s : name).toUtf8();
}

/// Files that do not get smaller: weights, and what is compressed already.
bool isDense(const QByteArray& path)
{
    static constexpr std::array endings{".safetensors", ".bin",     ".gguf", ".pt",  ".pth",  ".onnx", ".h5",
                                        ".msgpack",     ".gz",      ".zst",  ".bz2", ".xz",   ".7z",   ".zip",
                                        ".npz",         ".parquet", ".png",  ".jpg", ".jpeg", ".gif",  ".webp",
                                        ".mp3",         ".mp4",     ".flac", ".ogg", ".avif", ".webm"};
    const QByteArray lower = path.right(16).toLower();
    return std::ranges::any_of(endings, [&](const char* ending) { return lower.endsWith(ending); })
        || path.startsWith("data/objects/");
}

} // namespace

void ArchiveWriter::Free::operator()(archive* writer) const
{
    archive_write_free(writer);
}

void ArchiveWriter::Free::operator()(archive_entry* entry) const
{
    archive_entry_free(entry);
}

Expected<std::unique_ptr<BundleWriter>> ArchiveWriter::create(const ExportWish& wish)
{
    auto volumes = Volumes::create(wish.target, wish.splitBytes);
    if (!volumes)
        return std::unexpected(volumes.error());
    std::unique_ptr<ArchiveWriter> made(new ArchiveWriter(wish, *std::move(volumes)));
    if (const auto ok = made->open(wish); !ok)
        return std::unexpected(ok.error());
    return made;
}

ArchiveWriter::ArchiveWriter(const ExportWish& wish, std::unique_ptr<Volumes> volumes)
    : m_target(wish.target)
    , m_format(wish.format)
    , m_root(rootOf(wish.target) + '/')
    , m_volumes(std::move(volumes))
    , m_entry(archive_entry_new())
    , m_writer(archive_write_new())
{
}

ArchiveWriter::~ArchiveWriter()
{
    if (!m_isOpen)
        return;
    // libarchive only lets go of what it holds when the archive is closed. What it still writes goes nowhere, and the
    // entry that is open need not be filled up, which a tar wants and a zip does not.
    m_isAbandoned = true;
    if (m_format != BundleFormat::Zip)
        archive_write_fail(m_writer.get());
    archive_write_close(m_writer.get());
}

Done ArchiveWriter::open(const ExportWish& wish)
{
    archive* const writer = m_writer.get();
    const QByteArray threads = QByteArray::number(std::clamp(std::thread::hardware_concurrency(), 1U, mostThreads));
    const QByteArray level = QByteArray::number(wish.level);
    int result = ARCHIVE_OK;
    const auto need = [&](int answer) { result = std::min(result, answer); };
    if (wish.format == BundleFormat::Zip) {
        need(archive_write_set_format_zip(writer));
        need(archive_write_set_format_option(writer, "zip", "hdrcharset", "UTF-8"));
    } else {
        need(archive_write_set_format_pax_restricted(writer)); // plain ustar wherever that can say it
    }
    if (wish.format == BundleFormat::TarZst) {
        need(archive_write_add_filter_zstd(writer));
        need(archive_write_set_filter_option(writer, "zstd", "compression-level", level.constData()));
        need(archive_write_set_filter_option(writer, "zstd", "threads", threads.constData()));
    } else if (wish.format == BundleFormat::TarGz) {
        need(archive_write_add_filter_gzip(writer));
        need(archive_write_set_filter_option(writer, "gzip", "compression-level", "6"));
        need(archive_write_set_filter_option(writer, "gzip", "timestamp", nullptr));
    }
    // Blocks of tape: gathering them is left to Volumes.
    need(archive_write_set_bytes_per_block(writer, 0));
    need(archive_write_set_bytes_in_last_block(writer, 1));
    if (result == ARCHIVE_OK)
        need(archive_write_open2(writer, this, nullptr, &ArchiveWriter::take, nullptr, nullptr));
    m_isOpen = result == ARCHIVE_OK;
    return m_isOpen ? Done() : trouble(u"open"_s);
}

ssize_t ArchiveWriter::take(archive* writer, void* self, const void* bytes, std::size_t size)
{
    auto* const that = static_cast<ArchiveWriter*>(self);
    if (that->m_isAbandoned)
        return static_cast<ssize_t>(size);
    const auto ok = that->m_volumes->write({static_cast<const char*>(bytes), static_cast<qsizetype>(size)});
    if (ok)
        return static_cast<ssize_t>(size);
    that->m_diskTrouble = ok.error();
    archive_set_error(writer, EIO, "the disk");
    return ARCHIVE_FATAL;
}

std::unexpected<Error> ArchiveWriter::trouble(const QString& what) const
{
    if (m_diskTrouble)
        return std::unexpected(*m_diskTrouble);
    const char* const words = archive_error_string(m_writer.get());
    return fail(ErrorKind::Failed, u"archive_failed"_s,
                Say::tr("%1 could not be written. Choose another format, such as tar.").arg(m_target),
                what + u": "_s + QString::fromUtf8(words ? words : "?"));
}

Done ArchiveWriter::begin(const BundleEntry& entry)
{
    archive_entry* const header = m_entry.get();
    archive_entry_clear(header);
    const QByteArray path = m_root + entry.path;
    archive_entry_set_pathname_utf8(header, path.constData());
    archive_entry_set_filetype(header, AE_IFREG);
    archive_entry_set_perm(header, 0644);
    archive_entry_set_size(header, entry.size);
    archive_entry_set_mtime(header, entry.time, 0);
    archive_entry_set_uid(header, 0);
    archive_entry_set_gid(header, 0);
    if (m_format == BundleFormat::Zip) {
        const int chosen = isDense(entry.path) ? archive_write_zip_set_compression_store(m_writer.get())
                                               : archive_write_zip_set_compression_deflate(m_writer.get());
        if (chosen != ARCHIVE_OK)
            return trouble(u"compression"_s);
    }
    // Warnings, too: a name that could not be written as it is would be another name.
    if (archive_write_header(m_writer.get(), header) != ARCHIVE_OK)
        return trouble(u"header of "_s + QString::fromUtf8(entry.path));
    return {};
}

Done ArchiveWriter::write(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return {};
    const auto written = archive_write_data(m_writer.get(), bytes.data(), static_cast<std::size_t>(bytes.size()));
    if (written != static_cast<la_ssize_t>(bytes.size()))
        return trouble(u"data"_s);
    return {};
}

Done ArchiveWriter::end()
{
    return archive_write_finish_entry(m_writer.get()) == ARCHIVE_OK ? Done() : trouble(u"entry"_s);
}

Expected<BundleFiles> ArchiveWriter::finish()
{
    m_isOpen = false;
    if (archive_write_close(m_writer.get()) != ARCHIVE_OK)
        return trouble(u"close"_s);
    return m_volumes->finish();
}

} // namespace hugger
