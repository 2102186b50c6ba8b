// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/secrets.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <openssl/sha.h>

namespace hugger {

namespace {

constexpr qsizetype tokenBytes = 32;

const unsigned char* rawOf(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

} // namespace

QByteArray randomBytes(qsizetype count)
{
    QByteArray bytes(count, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(count)) != 1)
        qFatal("there are no random numbers");
    return bytes;
}

QByteArray newToken()
{
    return "hugger_" + randomBytes(tokenBytes).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray sha256(QByteArrayView bytes)
{
    QByteArray digest(SHA256_DIGEST_LENGTH, '\0');
    SHA256(rawOf(bytes), static_cast<std::size_t>(bytes.size()), reinterpret_cast<unsigned char*>(digest.data()));
    return digest;
}

QByteArray hmacSha256(QByteArrayView key, QByteArrayView message)
{
    QByteArray mac(SHA256_DIGEST_LENGTH, '\0');
    if (!HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), rawOf(message),
              static_cast<std::size_t>(message.size()), reinterpret_cast<unsigned char*>(mac.data()), nullptr))
        qFatal("OpenSSL cannot compute a HMAC");
    return mac;
}

bool isSameSecret(QByteArrayView one, QByteArrayView other)
{
    return one.size() == other.size()
        && CRYPTO_memcmp(one.data(), other.data(), static_cast<std::size_t>(one.size())) == 0;
}

} // namespace hugger
