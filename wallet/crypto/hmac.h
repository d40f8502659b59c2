// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/bytes.h"
#include "wallet/error.h"
#include "wallet/secretbytes.h"

namespace majlis::wallet
{

/// 64 bytes of HMAC-SHA512 (OpenSSL).
[[nodiscard]] Result<SecretBytes> hmacSha512(ByteView key, ByteView data);
/// PBKDF2 with HMAC-SHA512 (OpenSSL). `size` bytes.
[[nodiscard]] Result<SecretBytes> pbkdf2Sha512(
    const SecretBytes &password, const SecretBytes &salt, int rounds, std::size_t size);

/// The same with HMAC-SHA256.
[[nodiscard]] Result<SecretBytes> pbkdf2Sha256(
    const SecretBytes &password, const SecretBytes &salt, int rounds, std::size_t size);
/// scrypt (RFC 7914, libsodium): 128 · n · r bytes of memory. Internal when the parameters are none or the memory is
/// not to be had.
[[nodiscard]] Result<SecretBytes> scryptKey(
    const SecretBytes &password, ByteView salt, std::uint32_t n, std::uint32_t r, std::uint32_t p, std::size_t size);

} // namespace majlis::wallet
