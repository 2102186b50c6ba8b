// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bundle/bundle.h"

#include <QtCore/QSet>

#include <memory>
#include <optional>

namespace hugger {

/// So many files and folders a bundle may have: as many as the largest repo of the Hub.
inline constexpr qsizetype maxBundleEntries = 1'000'000;
/// And so many files of which it does not say before they come that they will: each of them takes memory.
inline constexpr qsizetype maxUnannouncedFiles = 500'000;
/// Integrity "bad_bundle": at this entry there are more than that.
[[nodiscard]] std::unexpected<Error> refuseCount(const QString& entry, qsizetype most);

/// Integrity "bad_bundle": which entry of a bundle is not as it must be, and why not.
[[nodiscard]] std::unexpected<Error> refuseBundle(const QString& entry, const QString& why, const QString& detail = {});

/// Where the bytes of a bundle are.
struct BundleSource {
    QString shown; ///< as the user named it
    BundleFormat format = BundleFormat::Folder; ///< by its first bytes, not by its name
    QStringList files; ///< one file, or its volumes in their order; the folder itself
    qint64 bytes = 0; ///< of the files; 0 for a folder
};

/// NotFound "no_such_file", Usage "not_a_bundle", Integrity "bad_bundle" when a volume is missing. Blocks.
[[nodiscard]] Expected<BundleSource> findBundle(const QString& source);

/// A file or folder in a bundle. Its name was checked.
struct BundleEntry {
    QString path; ///< as it has it there, without "./" before it and "/" after it
    qint64 size = 0; ///< of a file, as the bundle says: nothing is proved
    bool isFolder = false;
};

/// Gives the entries of a bundle one after the other, and the bytes of each; nothing is written anywhere. What is
/// neither a regular file nor a folder, or has a name that no store takes, that was there before or that is both file
/// and folder, is Integrity "bad_bundle". Blocks.
class BundleReader {
public:
    [[nodiscard]] static Expected<std::unique_ptr<BundleReader>> open(const BundleSource& source);
    /// An archive in memory, which must outlive the reader.
    [[nodiscard]] static Expected<std::unique_ptr<BundleReader>> open(QByteArrayView archive, BundleFormat format);

    BundleReader() = default;
    Q_DISABLE_COPY_MOVE(BundleReader)
    virtual ~BundleReader() = default;

    /// What is left of the entry before is skipped. Nothing after the last one.
    [[nodiscard]] Expected<std::optional<BundleEntry>> next();
    /// Some more bytes of the entry, good until the next call; none at its end. All of them together are as many as
    /// the entry's size, or it is an error.
    [[nodiscard]] virtual Expected<QByteArrayView> read() = 0;
    /// How many bytes of the source were taken so far; -1 for a folder.
    [[nodiscard]] virtual qint64 takenBytes() const = 0;

protected:
    struct RawEntry {
        QByteArray name;
        qint64 size = 0;
        bool isFolder = false;
        QString trouble; ///< why it may not be in a bundle, whatever its name
    };
    [[nodiscard]] virtual Expected<std::optional<RawEntry>> nextRaw() = 0;

private:
    [[nodiscard]] Expected<QString> checkedName(const RawEntry& raw);

    qsizetype m_count = 0;
    // Hashes of names instead of names: of a million entries they are the most that must be kept.
    QSet<size_t> m_files;
    QSet<size_t> m_folders;
};

} // namespace hugger
