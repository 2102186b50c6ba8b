// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/hash.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>

namespace hugger {

void Digest::Free::operator()(evp_md_ctx_st* context) const
{
    EVP_MD_CTX_free(context);
}

Digest::Digest(Kind kind)
    : m_context(EVP_MD_CTX_new())
{
    // These can only fail when memory is gone or OpenSSL was built without SHA: neither can be carried on from.
    if (!m_context
        || EVP_DigestInit_ex(m_context.get(), kind == Kind::Sha256 ? EVP_sha256() : EVP_sha1(), nullptr) != 1)
        qFatal("OpenSSL cannot start a digest");
}

void Digest::add(QByteArrayView bytes)
{
    if (EVP_DigestUpdate(m_context.get(), bytes.data(), static_cast<std::size_t>(bytes.size())) != 1)
        qFatal("OpenSSL cannot go on with a digest");
}

QByteArray Digest::hex()
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> raw{};
    unsigned int length = 0;
    if (EVP_DigestFinal_ex(m_context.get(), raw.data(), &length) != 1)
        qFatal("OpenSSL cannot finish a digest");
    return QByteArray(reinterpret_cast<const char*>(raw.data()), static_cast<qsizetype>(length)).toHex();
}

ContentDigest::ContentDigest(std::optional<qint64> gitSize)
{
    if (gitSize) {
        m_sha1.emplace(Digest::Kind::Sha1);
        QByteArray head = "blob " + QByteArray::number(*gitSize);
        head.append('\0');
        m_sha1->add(head);
    }
}

void ContentDigest::add(QByteArrayView bytes)
{
    m_sha256.add(bytes);
    if (m_sha1)
        m_sha1->add(bytes);
}

ContentHashes ContentDigest::finish()
{
    ContentHashes hashes;
    hashes.sha256 = m_sha256.hex();
    if (m_sha1)
        hashes.gitSha1 = m_sha1->hex();
    return hashes;
}

QByteArray sha256Hex(QByteArrayView bytes)
{
    Digest digest(Digest::Kind::Sha256);
    digest.add(bytes);
    return digest.hex();
}

QByteArray gitBlobSha1Hex(QByteArrayView bytes)
{
    ContentDigest digest(bytes.size());
    digest.add(bytes);
    return digest.finish().gitSha1;
}

namespace {

bool isHexDigit(char16_t c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
}

} // namespace

bool isHex(QByteArrayView text, qsizetype length)
{
    return text.size() == length
        && std::ranges::all_of(text, [](char c) { return isHexDigit(static_cast<unsigned char>(c)); });
}

bool isHex(QStringView text, qsizetype length)
{
    return text.size() == length && std::ranges::all_of(text, [](QChar c) { return isHexDigit(c.unicode()); });
}

} // namespace hugger
