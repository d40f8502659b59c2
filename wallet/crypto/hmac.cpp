// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/crypto/hmac.h"

#include "wallet/crypto/sodium.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>

namespace majlis::wallet
{

Result<SecretBytes> hmacSha512(ByteView key, ByteView data)
{
    SecretBytes digest(64);
    unsigned int size = 0;
    if (HMAC(EVP_sha512(), key.data(), static_cast<int>(key.size()), data.data(), data.size(), digest.data(), &size)
            == nullptr
        || size != digest.size())
        return fail(ErrorCode::Internal, "HMAC-SHA512 failed");
    return digest;
}

namespace
{

Result<SecretBytes> pbkdf2(
    const EVP_MD *hash, const SecretBytes &password, const SecretBytes &salt, int rounds, std::size_t size)
{
    SecretBytes key(size);
    const char *text = password.isEmpty() ? "" : password.text().data();
    if (PKCS5_PBKDF2_HMAC(text, static_cast<int>(password.size()), salt.data(), static_cast<int>(salt.size()), rounds,
            hash, static_cast<int>(size), key.data())
        != 1)
        return fail(ErrorCode::Internal, "PBKDF2 failed");
    return key;
}

} // namespace

Result<SecretBytes> pbkdf2Sha512(const SecretBytes &password, const SecretBytes &salt, int rounds, std::size_t size)
{
    return pbkdf2(EVP_sha512(), password, salt, rounds, size);
}

Result<SecretBytes> pbkdf2Sha256(const SecretBytes &password, const SecretBytes &salt, int rounds, std::size_t size)
{
    Result<SecretBytes> key = pbkdf2(EVP_sha256(), password, salt, rounds, size);
    wipeStackBelow();
    return key;
}

Result<SecretBytes> scryptKey(
    const SecretBytes &password, ByteView salt, std::uint32_t n, std::uint32_t r, std::uint32_t p, std::size_t size)
{
    // Not OpenSSL's, which refuses n of 2^16 and more for an r of 1: the definition of the storage's own example.
    ensureSodium();
    SecretBytes key(size);
    const int failed = crypto_pwhash_scryptsalsa208sha256_ll(
        password.data(), password.size(), salt.data(), salt.size(), n, r, p, key.data(), key.size());
    wipeStackBelow();
    if (failed != 0)
        return fail(ErrorCode::Internal, "scrypt failed");
    return key;
}

} // namespace majlis::wallet
