// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "../store/storefixture.h"
#include "bundle/exporter.h"

#include <QtCore/QDirIterator>
#include <QtCore/QMap>

#include <archive.h>
#include <archive_entry.h>

namespace hugger::test {

using Contents = QList<std::pair<QString, QByteArray>>;

/// A library with one store, in a folder of its own.
struct Shelf {
    QTemporaryDir dir;
    std::unique_ptr<Library> library;
    std::optional<Store> store;
    QThreadPool pool;
    std::shared_ptr<WorkProgress> progress = std::make_shared<WorkProgress>();

    Shelf()
    {
        auto opened = Library::open(path(u"profile"_s), Library::Access::ReadWrite);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        library = *std::move(opened);
        if (const auto ok = library->addStore(path(u"store"_s), u"drive"_s); !ok)
            qFatal("%s", qPrintable(ok.error().message));
        store = *library->store({});
        QDir().mkpath(path(u"out"_s));
    }

    [[nodiscard]] QString path(const QString& name) const { return dir.filePath(name); }

    /// As archiving does it.
    HeldSnapshot keep(Record record, const QByteArray& info = R"({"id": "x"})")
    {
        QString viewTrouble;
        const HubAnswer answer{u"info.json"_s, qCompress(info)};
        if (const auto ok = library->commit(*store, record, {}, {answer}, &viewTrouble); !ok)
            qFatal("%s", qPrintable(ok.error().message));
        return {SnapshotKey::of(record), store->identity().id};
    }
    HeldSnapshot keep(const QString& id, char digit, const Contents& contents)
    {
        const auto files = hold(*store, contents);
        if (!files)
            qFatal("%s", qPrintable(files.error().message));
        return keep(recordOf(id, commitOf(digit), *files));
    }

    [[nodiscard]] ExportWish wish(const QList<HeldSnapshot>& snapshots, const QString& name) const
    {
        const QString target = path(u"out/"_s + name);
        return {snapshots, target, bundleFormatOf(target), 3, 0, {}};
    }
    Expected<Exported> carry(const ExportWish& wish, const std::stop_token& stop = {})
    {
        return QCoro::waitFor(exportBundle(*library, wish, pool, progress, stop));
    }
    [[nodiscard]] QStringList outside() const
    {
        return QDir(path(u"out"_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden, QDir::Name);
    }
};

/// What is in a bundle of any format, by path below its one folder; the mode is checked on the way.
inline QMap<QString, QByteArray> unpacked(const QString& bundle)
{
    QMap<QString, QByteArray> files;
    if (QFileInfo(bundle).isDir()) {
        QDirIterator walk(bundle, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            const QString file = walk.next();
            files.insert(file.sliced(bundle.size() + 1), readFile(file));
        }
        return files;
    }
    archive* const reader = archive_read_new();
    archive_read_support_filter_all(reader);
    archive_read_support_format_all(reader);
    if (archive_read_open_filename(reader, QFile::encodeName(bundle).constData(), 65536) != ARCHIVE_OK)
        qFatal("%s", archive_error_string(reader));
    archive_entry* entry = nullptr;
    QString root;
    int answer = ARCHIVE_OK;
    while ((answer = archive_read_next_header(reader, &entry)) == ARCHIVE_OK) {
        const QString path = QString::fromUtf8(archive_entry_pathname_utf8(entry));
        root = root.isEmpty() ? path.left(path.indexOf(u'/') + 1) : root;
        if (!path.startsWith(root) || archive_entry_perm(entry) != 0644 || archive_entry_uid(entry) != 0
            || !QByteArrayView(archive_entry_uname(entry)).isEmpty())
            qFatal("a bad entry: %s", qPrintable(path));
        QByteArray bytes;
        QByteArray block(65536, Qt::Uninitialized);
        la_ssize_t got = 0;
        while ((got = archive_read_data(reader, block.data(), static_cast<std::size_t>(block.size()))) > 0)
            bytes.append(block.constData(), got);
        if (got < 0 || files.contains(path.sliced(root.size())))
            qFatal("a bad entry: %s", qPrintable(path));
        files.insert(path.sliced(root.size()), bytes);
    }
    if (answer != ARCHIVE_EOF)
        qFatal("%s", archive_error_string(reader));
    archive_read_free(reader);
    return files;
}

/// Every SHA-256 of the manifest is right, and nothing is there that it does not name.
inline QString troubleOf(const QMap<QString, QByteArray>& files, const QString& manifest, const QString& below)
{
    QSet<QString> named;
    for (const QByteArray& line : files.value(manifest).split('\n')) {
        if (line.isEmpty())
            continue;
        const QString path = QString::fromUtf8(line.sliced(66));
        named.insert(path);
        if (!files.contains(path) || sha256Hex(files.value(path)) != line.first(64))
            return u"wrong: "_s + path;
    }
    for (const QString& path : files.keys()) {
        if (path.startsWith(below) && !named.contains(path))
            return u"not named: "_s + path;
    }
    return {};
}

} // namespace hugger::test
