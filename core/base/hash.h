// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <memory>
#include <optional>

struct evp_md_ctx_st;

namespace hugger {

/// One running digest over OpenSSL's EVP (ten times QCryptographicHash's SHA-256 where the CPU has SHA instructions).
class Digest final {
public:
    enum class Kind { Sha256, Sha1 };

    explicit Digest(Kind kind);
    void add(QByteArrayView bytes);
    /// The digest in lower-case hex. The object is spent afterwards.
    [[nodiscard]] QByteArray hex();

private:
    struct Free {
        void operator()(evp_md_ctx_st* context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

/// The hashes a content is known by.
struct ContentHashes {
    QByteArray sha256; ///< 64 hex
    QByteArray gitSha1; ///< 40 hex, git's blob hash; empty when it was not asked for

    bool operator==(const ContentHashes&) const = default;
};

/// SHA-256 and, when asked, git's blob SHA-1 in one pass. Git's covers "blob <size>\0" first, so the size is needed up
/// front.
class ContentDigest final {
public:
    /// `gitSize` in bytes: given, the git hash is computed too.
    explicit ContentDigest(std::optional<qint64> gitSize);
    void add(QByteArrayView bytes);
    [[nodiscard]] ContentHashes finish();

private:
    Digest m_sha256{Digest::Kind::Sha256};
    std::optional<Digest> m_sha1;
};

[[nodiscard]] QByteArray sha256Hex(QByteArrayView bytes);
[[nodiscard]] QByteArray gitBlobSha1Hex(QByteArrayView bytes);

/// True for exactly `length` lower-case hex digits.
[[nodiscard]] bool isHex(QByteArrayView text, qsizetype length);
[[nodiscard]] bool isHex(QStringView text, qsizetype length);

} // namespace hugger
