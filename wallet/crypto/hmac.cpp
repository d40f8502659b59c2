// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/crypto/hmac.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

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

Result<SecretBytes> pbkdf2Sha512(const SecretBytes &password, const SecretBytes &salt, int rounds, std::size_t size)
{
    SecretBytes key(size);
    const char *text = password.isEmpty() ? "" : password.text().data();
    if (PKCS5_PBKDF2_HMAC(text, static_cast<int>(password.size()), salt.data(), static_cast<int>(salt.size()), rounds,
            EVP_sha512(), static_cast<int>(size), key.data())
        != 1)
        return fail(ErrorCode::Internal, "PBKDF2 failed");
    return key;
}

} // namespace majlis::wallet
