// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "archive/workprogress.h"
#include "base/digestthread.h"
#include "bundle/bundlereader.h"

#include <array>
#include <functional>
#include <stop_token>
#include <unordered_map>
#include <vector>

namespace hugger {

/// A hash as bytes: there may be a million.
template<std::size_t size> struct RawHash {
    std::array<char, size> bytes{};

    [[nodiscard]] static RawHash of(const QByteArray& hex);
    [[nodiscard]] QByteArray hex() const { return QByteArrayView(bytes.data(), size).toByteArray().toHex(); }
    auto operator<=>(const RawHash&) const = default;
};
using RawSha256 = RawHash<32>;
using RawSha1 = RawHash<20>;
struct HashOfSha256 {
    size_t operator()(const RawSha256& sha256) const { return qHash(QByteArrayView(sha256.bytes.data(), 8)); }
};
template<typename T> using BySha256 = std::unordered_map<RawSha256, T, HashOfSha256>;

/// A file of a bundle whose bytes were read, with what they are.
struct StagedFile {
    QByteArray path; ///< UTF-8, as the bundle has it
    qint64 size = 0;
    RawSha256 sha256;
    RawSha1 gitSha1; ///< zeros where it was not asked for
    qint64 number = -1; ///< its name in the staging folder; -1: the store holds the same bytes, they were proved
};

/// Objects of a store, hashed when somebody asks for the first time. Blocks.
class HeldContents final {
public:
    HeldContents(Store store, std::stop_token stop)
        : m_store(std::move(store))
        , m_stop(std::move(stop))
    {
    }
    /// Whether the store has these bytes now, whatever it thought of them.
    [[nodiscard]] Expected<bool> has(const RawSha256& sha256, qint64 size);
    /// Git's hash of one that it has.
    [[nodiscard]] RawSha1 gitSha1(const RawSha256& sha256) const { return m_known.at(sha256).second; }
    /// Those that are there with other bytes than their name says.
    [[nodiscard]] const QList<QByteArray>& damaged() const { return m_damaged; }

private:
    Store m_store;
    std::stop_token m_stop;
    BySha256<std::pair<bool, RawSha1>> m_known;
    QList<QByteArray> m_damaged;
};

/// STORE/quarantine/import-<uuid>/, for this user only; with it goes all that is in it. Files there are called by
/// numbers: no name that comes with a bundle is ever a name on the disk.
class Staging final {
public:
    [[nodiscard]] static Expected<std::unique_ptr<Staging>> begin(const Store& store);
    ~Staging();
    Q_DISABLE_COPY_MOVE(Staging)

    [[nodiscard]] const Store& store() const { return m_store; }
    [[nodiscard]] QString pathOf(qint64 number) const { return m_folder + u'/' + QString::number(number); }
    /// What a file says, where it is one to be read as a whole. Integrity "bad_bundle" when it is larger than that.
    [[nodiscard]] Expected<QByteArray> text(const StagedFile& file, qint64 maxBytes) const;
    /// Blocks: there may be many.
    void clear();

private:
    Staging(Store store, QString folder)
        : m_store(std::move(store))
        , m_folder(std::move(folder))
    {
    }
    Store m_store;
    QString m_folder;
};

/// Reads a bundle to its end: every file into staging, with its hashes. Blocks.
class Stager final {
public:
    Stager(Staging& staging, HeldContents& held, BundleReader& reader, WorkProgress& progress, std::stop_token stop);

    /// What is announced about a file before it comes.
    struct Announced {
        RawSha256 sha256;
        qint64 size = 0;
        bool needsGitSha1 = false;
    };
    /// Asked for each file that comes; an error refuses it. Nothing: nobody said anything about it, and it may only be
    /// as large as what the bundle itself takes on a disk makes believable.
    using Ask = std::function<Expected<std::optional<Announced>>(const BundleEntry& entry)>;
    [[nodiscard]] Done run(const Ask& ask);

    [[nodiscard]] const std::vector<StagedFile>& files() const { return m_files; }
    /// Sorted by path.
    [[nodiscard]] std::vector<StagedFile> takeFiles();

private:
    [[nodiscard]] Done stage(const BundleEntry& entry, const std::optional<Announced>& announced);
    [[nodiscard]] Done checkSize(qint64 more, const QString& name) const;
    [[nodiscard]] Done checkRoom(qint64 more) const;

    Staging& m_staging;
    HeldContents& m_held;
    BundleReader& m_reader;
    WorkProgress& m_progress;
    std::stop_token m_stop;
    std::vector<StagedFile> m_files;
    BySha256<qint64> m_numbers; ///< of contents that are staged
    qint64 m_nextNumber = 0;
    qint64 m_unannounced = 0; ///< bytes
    qsizetype m_unannouncedFiles = 0;
    DigestThread m_hashing;
};

} // namespace hugger
